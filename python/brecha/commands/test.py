"""`brecha test`: runs the cases of rulesets, and says which requirements and verdicts no case has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.ruleset_paths import NothingThere, ruleset_names, units
from brecha.commands.terminal import has_color, print_diagnostics, tell
from brecha.errors import RulesetError
from brecha.ruleset import load

if TYPE_CHECKING:
    import argparse

    from brecha.ruleset import Ruleset


def test(options: argparse.Namespace) -> int:
    try:
        found = [unit for path in options.paths for unit in units(path)]
    except NothingThere as nothing:
        tell(f"brecha: {nothing}")
        return 2
    status = 0
    for unit in found:
        names = [options.ruleset_name] if options.ruleset_name else ruleset_names(unit)
        if len(found) > 1 and not names:  # a folder among several, such as the shared vocabulary's, that has nothing to test
            continue
        for name in names or [""]:
            try:
                rules = load(unit, ruleset=name, search=options.path)
            except RulesetError as error:
                print_diagnostics(str(error))
                status = 2
                break
            status = max(status, _run(rules, options.language))
    return status


def _run(rules: Ruleset, language: str) -> int:
    report = rules.run_tests(language)
    failed = [case for case in report.cases if not case.passed]
    red, green, plain = ("\x1b[31m", "\x1b[32m", "\x1b[0m") if has_color() else ("", "", "")
    for case in failed:
        print(f"{red}failed{plain}  {case.file}:{case.line}  {case.title}")
        for line in case.message.rstrip("\n").split("\n"):
            print(f"    {line}")
    passed = len(report.cases) - len(failed)
    color = red if failed else green
    print(f"{color}{rules.name} {rules.version}: {passed} of {len(report.cases)} cases passed{plain}")
    if report.not_reached:
        print("  reached by no case:")
        by_requirement: dict[str, list[str]] = {}
        for requirement, verdict in report.not_reached:
            by_requirement.setdefault(requirement, []).append(verdict)
        for requirement, verdicts in by_requirement.items():
            print(f"    {requirement:<12} {', '.join(verdicts)}")
    if not report.cases:
        print("  there are no cases: write  tests for … { case … }  beside the rules")
    return int(bool(failed))
