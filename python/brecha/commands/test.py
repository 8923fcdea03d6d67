"""`brecha test`: runs the cases of rulesets, and says which requirements and verdicts no case has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.ruleset_paths import NothingThere, units
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
        if len(found) > 1 and _only_vocabularies(unit):
            continue
        try:
            rules = load(unit, ruleset=options.ruleset_name, search=options.path)
        except RulesetError as error:
            print_diagnostics(str(error))
            status = 2
            continue
        status = max(status, _run(rules, options.language))
    return status


def _only_vocabularies(unit: str) -> bool:
    """A folder among several, such as the shared vocabulary's, that has nothing to test."""
    import re

    from brecha.commands.ruleset_paths import brecha_files

    heads = re.compile(r"^\s*(ruleset|reglamento|regulamento|recueil)\s", re.MULTILINE)
    for name in brecha_files(unit):
        with open(name, encoding="utf-8", errors="replace") as file:
            if heads.search(file.read()):
                return False
    return True


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
