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

from brecha.commands import FORMATS
from brecha.errors import BrechaError
from brecha.languages import language_of
from brecha.sentences import Sentence, said

_EXIT = """exit status:
  0  nothing to fail on
  1  gaps, or what --fail-on names; a failing case for test
  2  wrong usage or ruleset, or something that could not be done
  3  a plan could not be read, the others were
  (the highest counts)"""

_COMMANDS = ("assess", "why", "check", "fmt", "test", "rules", "plan", "new", "explain")


class Help(argparse.RawDescriptionHelpFormatter):
    """Examples as they are laid out, no line wider than the terminal."""

    def __init__(self, prog: str) -> None:
        from brecha.commands.terminal import width

        super().__init__(prog, width=width() - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from brecha.commands.terminal import fitted

        return "\n".join(indent + piece for line in text.split("\n") for piece in fitted(line, width))


class Parser(argparse.ArgumentParser):
    """argparse, with the nearest command offered for a wrong one."""

    def error(self, message: str) -> NoReturn:
        from brecha.commands.terminal import tell

        wrong = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
        if "invalid choice" in message and "COMMAND" in message and wrong not in _COMMANDS:
            from brecha.near_names import did_you_mean

            message = f'there is no command "{wrong}"{did_you_mean(wrong, _COMMANDS)}\ncommands: {", ".join(_COMMANDS)}'
        tell(f"brecha: {message}\nsee  {self.prog} --help")
        self.exit(2)


def _parser() -> Parser:
    parser = Parser(
        prog="brecha",
        description="Finds the gaps in a plan.",
        formatter_class=Help,
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
            formatter_class=Help,
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
    _add_assessing(assess)
    assess.add_argument("--format", choices=FORMATS, help="csv is the findings table; by FILE's ending, else text")
    assess.add_argument("--output", metavar="FILE", help="write the report there: .txt, .json, .csv, .html or .xlsx")
    assess.add_argument(
        "--exact-cells",
        action="store_true",
        help="csv: every text as it is. Else one that a spreadsheet would run, such as =1+1, has a ' in front, and control characters "
        "are written out",
    )
    assess.add_argument(
        "--fail-on", choices=("gaps", "unknown", "none"), default="gaps", help="what ends with status 1; unknown: gaps too (gaps)"
    )

    why = add(
        "why",
        "show what decided a requirement, clause by clause",
        """  brecha why tourism_security dominican-republic TSP-20
  brecha why my_rules plan.json R-02 agencies/police --language es""",
    )
    why.add_argument("ruleset", metavar="RULESET", help="as for assess")
    why.add_argument("plan", metavar="PLAN", help="a .json or .yaml file, or the name of a shipped sample")
    why.add_argument("requirement", metavar="REQUIREMENT", help="its id")
    why.add_argument("subject", metavar="SUBJECT", nargs="?", help="one subject, agencies/police (all of them)")
    _add_assessing(why)

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
    _add_language(check, "of the messages: en, es, pt, fr (each file's own)")
    _add_loading(check)

    layout = add(
        "fmt",
        "lay files out, or put their keywords into another language",
        """  brecha fmt my_rules
  brecha fmt my_rules --language es         keywords in Spanish, the meaning untouched
  brecha fmt my_rules --check               status 1 where something would change, for a pipeline""",
    )
    layout.add_argument("paths", metavar="PATH", nargs="+", help="a .brecha file, or a folder with all in it; changed in place")
    _add_language(layout, "of the keywords: en, es, pt, fr (each file's own)")
    layout.add_argument("--check", action="store_true", help="change nothing; name the files that would change")

    test = add(
        "test",
        "run the cases of rulesets",
        """  brecha test my_rules
  brecha test my_rules --only R-02          the cases that speak of R-02
  brecha test my_rules --only "*exercise*"  those whose title has the word
  brecha test rulesets                      all rulesets in a folder""",
    )
    test.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder, a folder of folders, or a shipped name")
    test.add_argument("--only", metavar="WHICH", help="a requirement's id, or a pattern such as *exercise* for the titles of cases")
    _add_language(test, "of the messages: en, es, pt, fr (the ruleset's own)")
    _add_loading(test)

    rules = add(
        "rules",
        "list the shipped rulesets, or what one of them asks for",
        """  brecha rules
  brecha rules tourism_security --language es
  brecha rules tourism_security --fields    what a plan can say, with questions and choices""",
    )
    rules.add_argument("name", metavar="NAME", nargs="?", help="a shipped name, a file or a folder")
    rules.add_argument("--fields", action="store_true", help="list the fields of its plans instead: type, question and choices")
    _add_language(rules, "of the titles: en, es, pt, fr (en)")
    _add_loading(rules)

    plan = add(
        "plan",
        "write a blank plan to fill in, its questions and choices beside it",
        """  brecha plan tourism_security > plan.yaml
  brecha plan tourism_security --language es --output plan.yaml
  brecha plan my_rules --format json --output plan.json""",
    )
    plan.add_argument("ruleset", metavar="RULESET", help="a shipped name, a file or a folder")
    plan.add_argument("--format", choices=("yaml", "json"), help="by FILE's ending, else yaml")
    plan.add_argument("--output", metavar="FILE", help="write the plan there: .yaml, .yml or .json")
    _add_language(plan, "of the questions: en, es, pt, fr (en)")
    _add_loading(plan)

    new = add(
        "new",
        "start a ruleset: vocabulary, rules, cases and a sample plan",
        """  brecha new my_rules
  brecha new mis_reglas --language es
  brecha new my_country --from tourism_security    a copy of shipped rules to change
  brecha check my_rules && brecha test my_rules""",
    )
    new.add_argument("name", metavar="NAME", help="of the ruleset, and of the folder that is made: letters, digits and _")

    new.add_argument(
        "--from", metavar="RULESET", dest="origin", help="start from a copy of a shipped ruleset's rules and cases; its vocabulary is used"
    )
    _add_language(new, "of keywords, texts and comments: en, es, pt, fr (en; of a copy, its own)")

    explain = add(
        "explain",
        "explain a message's code, with a wrong and a right example",
        """  brecha explain B301
  brecha explain B301 --language es
  brecha explain             all codes""",
    )
    explain.add_argument("code", metavar="CODE", nargs="?", help="B301, P201 …")
    _add_language(explain, "of the page: en, es, pt, fr (en)")
    return parser


def _add_assessing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", help="the date to assess for, 2026-01-15 (today where not given; always printed)")
    _add_language(parser, "of the report: en, es, pt, fr (en)")
    parser.add_argument("--read", choices=("part", "whole"), help="how the plan was read, where it does not say itself")
    parser.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], dest="parameters", help="a parameter's value")
    _add_loading(parser)


def _add_language(parser: argparse.ArgumentParser, help_text: str) -> None:
    parser.add_argument("--language", metavar="LANG", default="", help=help_text)


def _add_loading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ruleset", metavar="NAME", default="", dest="ruleset_name", help="which one, where a folder holds several")
    parser.add_argument(
        "--path", metavar="FOLDER", action="append", default=[], help="a further folder in which vocabularies are looked for"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit status. Whatever happens, 1 means gaps or a failing case and nothing else."""
    from brecha.commands.terminal import prepare_streams

    prepare_streams()
    options = argparse.Namespace(language="", command="")
    try:
        _parser().parse_args(arguments, options)
        status = _run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return _ended(130, Sentence("interrupted"), options)
    except BrokenPipeError:  # brecha … | head
        _drop_stdout()
        return 141
    except BrechaError as error:
        from brecha.commands.terminal import print_diagnostics

        if not error.diagnostics:
            return _ended(2, error.in_language(options.language or "en"), options)
        print_diagnostics(error.in_language(options.language))
        return 2
    except ImportError as missing:
        return _ended(2, str(missing), options)
    except OSError as failure:
        return _ended(2, _about(failure), options)
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev -m brecha …
            raise
        return _ended(2, Sentence("unexpected", what=f"{type(error).__name__}: {error}", where=_given(options)), options)


def _ended(status: int, message: str | Sentence, options: argparse.Namespace) -> int:
    from contextlib import suppress

    from brecha.commands.terminal import tell

    with suppress(OSError):
        tell(f"brecha: {said(message, options.language or 'en')}")
    return status


def _about(failure: OSError) -> Sentence | str:
    """What a failure of the system is about: which file, and why."""
    from brecha.files import reason_of, visible_name

    if failure.filename is None:  # a stream: the disk that stdout goes to is full
        _drop_stdout()
        return Sentence("output_failed", reason=reason_of(failure))
    name = visible_name(os.fsdecode(failure.filename)) if isinstance(failure.filename, (str, bytes)) else str(failure.filename)
    return Sentence(
        "not_read", file=name, reason=Sentence("no_such_file") if isinstance(failure, FileNotFoundError) else reason_of(failure)
    )


def _drop_stdout() -> None:
    """What is still to be written goes nowhere, so that Python does not fail once more at its end."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _given(options: argparse.Namespace) -> str:
    """The command and the files it was given, for a message."""
    words = [options.command or ""]
    for name in ("ruleset", "plans", "plan", "paths", "name"):
        value = getattr(options, name, None)
        words += value if isinstance(value, list) else [value] if value else []
    return " ".join(words)


def _run(options: argparse.Namespace) -> int:
    if options.version:
        from brecha import _core

        print(f"brecha {_core.version()}")
        return 0
    if options.command is None:
        _parser().print_help()
        return 2
    if options.language:
        given, options.language = options.language, ""  # so that a message about it is in English
        options.language = language_of(given, "--language")
    from importlib import import_module

    command = getattr(import_module(f"brecha.commands.{options.command}"), options.command)
    return int(command(options))


if __name__ == "__main__":
    sys.exit(main())
