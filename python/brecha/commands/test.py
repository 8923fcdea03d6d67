"""`brecha test`: runs the cases of rulesets, counts what they reach, and says which verdicts no case has reached."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.ruleset_paths import author_language, ruleset_names, units
from brecha.commands.terminal import print_diagnostics, show
from brecha.errors import BrechaError, RulesetError
from brecha.languages import LANGUAGES
from brecha.near_names import did_you_mean
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse

    from brecha.ruleset import Ruleset


@dataclass
class _Counts:
    """What cases came to: of one ruleset, or of several in sum."""

    rulesets: int = 0
    cases: int = 0
    passed: int = 0
    requirements: int = 0
    verdicts: int = 0
    reached: int = 0
    wrong: int = 0  # cases of a wrong reason: what must not be a gap, or must not pass

    def add(self, other: _Counts) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def test(options: argparse.Namespace) -> int:
    found = [unit for path in options.paths for unit in units(path)]
    status = cases = 0
    known: list[str] = []
    in_sum = _Counts()
    for unit in found:
        names = [options.ruleset_name] if options.ruleset_name else ruleset_names(unit)
        if len(found) > 1 and not names:  # a folder among several, such as the shared vocabulary's, that has nothing to test
            continue
        language = options.language or author_language([unit])
        for name in names or [""]:
            try:
                rules = load(unit, ruleset=name, search=options.path)
            except RulesetError as error:
                print_diagnostics(error.in_language(options.language))
                status = 2
                break
            report = rules.run_tests(language)
            chosen = [case for case in report.cases if _is_meant(case, options.only)]
            cases += len(chosen)
            known += [info.id for info in rules.requirements()] + [case.title for case in report.cases]
            if options.only is None or chosen:
                status = max(status, _show(rules, chosen, language))
            if options.only is None:
                counts = _counts(rules, report)
                _show_reach(counts, report.not_reached, language)
                if options.wrong_reasons:
                    _show_without_wrong_reason(rules, report, language)
                in_sum.add(counts)
    if in_sum.rulesets > 1:
        language = options.language or author_language(found)
        summary = Sentence("cases_in_sum", rulesets=in_sum.rulesets, passed=in_sum.passed, cases=in_sum.cases)
        show(said(summary, language), "bad" if in_sum.passed < in_sum.cases else "good")
        _show_reach(in_sum, [], language)
    if options.only is not None and not cases and status != 2:
        raise BrechaError(Sentence("no_case_meant", which=options.only, near=did_you_mean(options.only, known)))
    return status


def _is_meant(case: _core.CaseResult, only: str | None) -> bool:
    """By the id of a requirement that it expects something of, or by its title."""
    if only is None or any(_speaks_of(expected, only) for expected in case.requirements):
        return True
    return fnmatchcase(case.title.casefold(), only.casefold())


def _speaks_of(expected: str, requirement: str) -> bool:
    """Is it the requirement, or a part of it?"""
    return expected == requirement or expected.startswith((f"{requirement}.", f"{requirement}/"))


def _is_of_wrong_reason(case: _core.CaseResult) -> bool:
    return any(case.title.casefold().startswith(said(Sentence("wrong_reason"), language)) for language in LANGUAGES)


def _show_without_wrong_reason(rules: Ruleset, report: _core.TestReport, language: str) -> None:
    """The ruleset's own requirements that no case of a wrong reason expects something of; nothing where each has one."""
    spoken_of = [expected for case in report.cases if _is_of_wrong_reason(case) for expected in case.requirements]
    without = [info.id for info in rules.requirements()
               if info.origin == rules.name and not any(_speaks_of(expected, info.id) for expected in spoken_of)]  # fmt: skip
    if without:
        show("  " + said(Sentence("no_wrong_reasons", count=len(without)), language))
        show("    " + ", ".join(without))


def _counts(rules: Ruleset, report: _core.TestReport) -> _Counts:
    return _Counts(
        rulesets=1,
        cases=len(report.cases),
        passed=sum(case.passed for case in report.cases),
        requirements=len(rules.requirements()),
        verdicts=report.verdicts,
        reached=report.verdicts - len(report.not_reached),
        wrong=sum(map(_is_of_wrong_reason, report.cases)),
    )


def _show(rules: Ruleset, cases: list[_core.CaseResult], language: str) -> int:
    failed = [case for case in cases if not case.passed]
    for case in failed:
        show(f"  {case.file}:{case.line}  {case.title}", "bad", lead=said(Sentence("case_failed"), language))
        for line in case.message.rstrip("\n").split("\n"):
            show(f"    {line}")
    summary = Sentence("cases_passed", name=rules.name, version=rules.version, passed=len(cases) - len(failed), cases=len(cases))
    show(said(summary, language), "bad" if failed else "good")
    if not cases:
        show("  " + said(Sentence("no_cases"), language))
    return int(bool(failed))


def _show_reach(counts: _Counts, not_reached: list[tuple[str, str]], language: str) -> None:
    numbers = {name: getattr(counts, name) for name in ("requirements", "reached", "verdicts", "wrong")}
    show("  " + said(Sentence("cases_reach", **numbers), language))
    if not not_reached:
        return
    show("  " + said(Sentence("not_reached"), language))
    by_requirement: dict[str, list[str]] = {}
    for requirement, verdict in not_reached:
        by_requirement.setdefault(requirement, []).append(_core.keyword(verdict, language))  # as a case writes it
    for requirement, verdicts in by_requirement.items():
        show(f"    {requirement:<12} {', '.join(verdicts)}")
