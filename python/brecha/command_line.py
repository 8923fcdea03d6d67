"""The command `brecha`. Each command's work is in `brecha.commands`; here are its options, and what it ends with.

Exit status: 0 nothing to fail on, 1 gaps (or what --fail-on names; a failing case for test), 2 wrong usage or ruleset,
3 a plan could not be read, the others were. The highest counts.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_EXIT = """exit status:
  0 nothing to fail on    1 gaps (or what --fail-on names; a failing case for test)
  2 wrong usage or ruleset    3 a plan could not be read, the others were    (the highest counts)"""

_COMMANDS = ("assess", "check", "fmt", "test", "rules", "new", "explain")


class Parser(argparse.ArgumentParser):
    """argparse, with the nearest command offered for a wrong one."""

    def error(self, message: str) -> NoReturn:
        wrong = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
        if "invalid choice" in message and "COMMAND" in message and wrong not in _COMMANDS:
            from brecha.near_names import did_you_mean

            message = f'there is no command "{wrong}"{did_you_mean(wrong, _COMMANDS)}\ncommands: {", ".join(_COMMANDS)}'
        self.exit(2, f"brecha: {message}\nsee  {self.prog} --help\n")


def _parser() -> Parser:
    parser = Parser(
        prog="brecha",
        description="Finds the gaps in a plan.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"""examples:
  brecha assess tourism_security dominican-republic          a shipped sample plan
  brecha assess tourism_security plan.json --language es
  brecha assess tourism_security plans/*.json --format html --output gaps.html
  brecha new my_rules && brecha test my_rules                a ruleset of one's own

{_EXIT}""",
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def add(name: str, help_text: str, examples: str, description: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=help_text,
            description=description or help_text[0].upper() + help_text[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=f"examples:\n{examples}",
        )

    assess = add(
        "assess",
        "find the gaps in plans",
        """  brecha assess tourism_security plan.json
  brecha assess tourism_security plan.yaml --as-of 2026-01-15 --set minimum_representatives=3
  brecha assess port_facility surveys/*.json --format csv --output findings.csv
  brecha assess my_rules plan.json --fail-on unknown        for a pipeline

"""
        + _EXIT,
    )
    assess.add_argument("ruleset", metavar="RULESET", help="a shipped name, a file, or a folder whose .brecha files belong together")
    assess.add_argument("plans", metavar="PLAN", nargs="+", help="a .json or .yaml file, a folder of them, or the name of a shipped sample")
    assess.add_argument("--as-of", metavar="DATE", help="the date to assess for, 2026-01-15 (today where not given; always printed)")
    assess.add_argument("--language", metavar="LANG", default="en", help="of the report: en, es, pt, fr (en)")
    assess.add_argument("--format", choices=("text", "json", "csv", "html"), help="csv is the findings table; by FILE's ending, else text")
    assess.add_argument("--output", metavar="FILE", help="write the report there")
    assess.add_argument("--read", choices=("part", "whole"), help="how the plan was read, where it does not say itself")
    assess.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], dest="parameters", help="a parameter's value")
    _add_loading(assess)
    assess.add_argument(
        "--fail-on", choices=("gaps", "unknown", "none"), default="gaps", help="what ends with status 1; unknown: gaps too (gaps)"
    )

    check = add(
        "check",
        "find the mistakes in rulesets",
        """  brecha check my_rules
  brecha check my_rules/rules.brecha --strict
  brecha check my_rules --sources           which clause each requirement comes from, and how it was read""",
    )
    check.add_argument(
        "paths", metavar="PATH", nargs="+", help="a file, a folder whose files belong together, a folder of such folders, or a shipped name"
    )
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.add_argument("--sources", action="store_true", help="list every requirement with its clauses and how they were read")
    check.add_argument("--language", metavar="LANG", default="", help="of the messages: en, es (each file's own)")
    _add_loading(check)

    layout = add(
        "fmt",
        "lay files out, or put their keywords into another language",
        """  brecha fmt my_rules
  brecha fmt my_rules --language es         keywords in Spanish, the meaning untouched
  brecha fmt my_rules --check               status 1 where something would change, for a pipeline""",
    )
    layout.add_argument("paths", metavar="PATH", nargs="+", help="a .brecha file, or a folder with all in it; changed in place")
    layout.add_argument("--language", metavar="LANG", default="", help="of the keywords: en, es, pt, fr (each file's own)")
    layout.add_argument("--check", action="store_true", help="change nothing; name the files that would change")

    test = add(
        "test",
        "run the cases of rulesets",
        """  brecha test my_rules
  brecha test rulesets                      all rulesets in a folder""",
    )
    test.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder, a folder of folders, or a shipped name")
    test.add_argument("--language", metavar="LANG", default="en", help="of the messages (en)")
    _add_loading(test)

    rules = add(
        "rules", "list the shipped rulesets, or what one of them asks for", "  brecha rules\n  brecha rules tourism_security --language es"
    )
    rules.add_argument("name", metavar="NAME", nargs="?", help="a shipped name, a file or a folder")
    rules.add_argument("--language", metavar="LANG", default="en", help="of the titles (en)")
    _add_loading(rules)

    new = add(
        "new",
        "start a ruleset: vocabulary, rules, cases and a sample plan",
        "  brecha new my_rules\n  brecha check my_rules && brecha test my_rules",
    )
    new.add_argument("name", metavar="NAME", help="of the ruleset, and of the folder that is made: letters, digits and _")

    explain = add(
        "explain",
        "explain a message's code, with a wrong and a right example",
        """  brecha explain B301
  brecha explain B301 --language es
  brecha explain             all codes""",
    )
    explain.add_argument("code", metavar="CODE", nargs="?", help="B301, P201 …")
    explain.add_argument("--language", metavar="LANG", default="en", help="of the page: en, es, pt, fr (en)")
    return parser


def _add_loading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ruleset", metavar="NAME", default="", dest="ruleset_name", help="which one, where a folder holds several")
    parser.add_argument(
        "--path", metavar="FOLDER", action="append", default=[], help="a further folder in which vocabularies are looked for"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        print("\nbrecha: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # brecha … | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except ImportError as missing:
        print(f"brecha: {missing}", file=sys.stderr)
        return 2
    except OSError as failure:
        print(f"brecha: {failure.filename or ''}: {(failure.strerror or str(failure)).lower()}", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    if options.version:
        from brecha import _core

        print(f"brecha {_core.version()}")
        return 0
    if options.command is None:
        _parser().print_help()
        return 2
    if options.command == "assess":
        from brecha.commands.assess import assess

        return assess(options)
    if options.command == "check":
        from brecha.commands.check import check

        return check(options)
    if options.command == "fmt":
        from brecha.commands.fmt import fmt

        return fmt(options)
    if options.command == "test":
        from brecha.commands.test import test

        return test(options)
    if options.command == "rules":
        from brecha.commands.rules import rules

        return rules(options)
    if options.command == "new":
        from brecha.commands.new import new

        return new(options)
    from brecha.commands.explain import explain

    return explain(options)


if __name__ == "__main__":
    sys.exit(main())
