"""What became of a plan's gaps between two assessments, and why.

    in:  two assessments, before and after
    out: a row for each requirement and subject: verdict before and after, state, knowledge, cause

The plan is assessed again with one input changed at a time (rules, parameters, date, reading, plan): the input with which a verdict
changes is its cause. State is what became of a gap; knowledge, whether it could be judged: to learn of a gap is no decline.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha import arguments
from brecha.arguments import language_of
from brecha.assessment import Assessment
from brecha.files import written
from brecha.made_tables import OF_ASSESSMENT, OF_REQUIREMENT, Column, MadeTable
from brecha.made_tables import VERDICTS as VERDICTS
from brecha.rows import Change
from brecha.tables import ShownTable, plain_rows

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from brecha.pictures.picture import Picture
    from brecha.plan import Plan
    from brecha.rich_view.page import View
    from brecha.ruleset import Ruleset

STATES = ("fixed", "partly_fixed", "persisting", "worse", "new_gap", "still_met", "none")
KNOWLEDGE = ("same", "learned", "no_longer_stated")
CAUSES = ("plan", "reading", "date", "rules", "parameters", "several")
OF_GAPS_BEFORE = ("fixed", "partly_fixed", "persisting", "worse", "not_stated", "waived", "gone")
OF_NEW_GAPS = ("came_to_light", "new_by_rules", "new_by_parameters", "new_by_date", "new_gap")
OF_NO_GAPS = ("unsaid", "learned")
OUTCOMES = (*OF_GAPS_BEFORE, *OF_NEW_GAPS, *OF_NO_GAPS)
"""What a change is told as: of what was a gap before, of what is one since, of what was none and is none."""

_KINDS_WEAKEST_FIRST = ("press", "expert", "document", "survey", "visit")
_READING = ("read", "complete")  # what evidence says of how a plan was read; the rest of it is what the plan says
_COLUMNS = (
    *OF_ASSESSMENT, *OF_REQUIREMENT, Column("subject"),
    Column("before", "category", VERDICTS), Column("after", "category", VERDICTS),
    Column("state", "category", STATES), Column("knowledge", "category", KNOWLEDGE), Column("cause", "category", CAUSES),
    Column("before_message"), Column("after_message"),
    Column("evidence_kind", "category", ("document", "survey", "visit", "press", "expert")),
)  # fmt: skip

_Key = tuple[str, "str | None"]


class _Found(NamedTuple):
    """What is compared of a finding. `failing`: parts that fail where others hold, so that half a fix is seen."""

    verdict: str
    failing: int
    is_gap: bool
    is_waived: bool
    message: str | None
    title: str
    theme: str | None
    modality: str

    @property
    def standing(self) -> tuple[str, int, bool]:
        return self.verdict, self.failing, self.is_gap


class Comparison(ShownTable[Change]):
    """The table `comparison`, the assessments it is of, and what it comes to in a sentence. Prints, and shows in a notebook."""

    __slots__ = ("after", "before", "outcomes")

    outcomes: list[str]
    """What each row is told as, one of OUTCOMES; empty where nothing is to be told."""

    def __init__(self, core: MadeTable, outcomes: list[str], before: Assessment, after: Assessment) -> None:
        super().__init__(core, Change)
        self.outcomes = outcomes
        self.before = before
        self.after = after

    @property
    def language(self) -> str:
        return self.after.language

    @property
    def counts(self) -> dict[str, int]:
        """How many findings became what: `gaps` is how many were gaps before; fixed, partly_fixed, persisting, worse, not_stated,
        waived and gone are these gaps; came_to_light, new_by_rules, new_by_parameters, new_by_date and new_gap are the gaps since; unsaid was judged
        and no gap, and is open now; learned was open, and is judged now and no gap.
        """
        found = Counter(self.outcomes)
        counts = {word: found[word] for word in OUTCOMES}
        return {"gaps": sum(counts[word] for word in OF_GAPS_BEFORE), **counts}

    @property
    def headline(self) -> str:
        """ "Of 21 gaps as of 2026-04-15: 9 fixed, 3 partly, 7 persist, 2 not stated any more; 4 came to light; 1 is due to the rules." """
        from brecha.rich_view.follow_up import headline

        return headline(self)

    def in_language(self, language: str) -> Comparison:
        """The same comparison with texts in another language."""
        language = language_of(language)
        return compare(self.before.in_language(language), self.after.in_language(language))

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """Which assessments, headline, counts and rows as JSON text. Written to `path` where one is given."""
        content = {
            "before": _identity(self.before),
            "after": _identity(self.after),
            "language": self.language,
            "headline": self.headline,
            "counts": self.counts,
            "comparison": plain_rows(self),
        }
        return written(json.dumps(content, ensure_ascii=False, indent=2) + "\n", path)

    def plot(self) -> Picture:
        """Before and after as a picture. Raises ImportError, saying what to install, without the extra `pictures`."""
        from brecha.pictures.comparison import comparison_picture

        return comparison_picture(self)

    def _view(self) -> View:
        from brecha.rich_view.follow_up import VIEW

        return VIEW


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What became of each requirement for each subject, from one assessment to a later one, and by which cause.

    They may differ in plan, reading, date, parameters and rules. Texts are in the language of `after`.
    Raises TypeError for what is no assessment, RulesetError or AssessmentError where the first plan cannot be assessed by the later rules.
    """
    for name, report in (("before", before), ("after", after)):
        if not isinstance(report, Assessment):
            raise arguments.wrong_type(name, "an assessment, as rules.assess gives it", report)
    renamed = {old: info.id for info in after.ruleset.requirements() for old in info.was}
    chain = [("", _findings(before.in_language(after.language), renamed))]
    chain += [(cause, _findings(report, renamed)) for cause, report in _one_by_one(before, after)]
    first, last = chain[0][1], chain[-1][1]
    lacking = _without_the_reading(before, after, renamed) if {cause for cause, _ in chain} >= {"reading", "plan"} else {}
    kinds = _kinds(after)
    rows = []
    outcomes = []
    for key in _keys(first, last):
        was, now = _at(first, key), _at(last, key)
        about = now or was
        assert about is not None
        standings = [_standing(found, key) for _, found in chain]
        changed = [cause for (cause, _), earlier, later in zip(chain[1:], standings, standings[1:], strict=False) if earlier != later]
        if changed == ["reading", "plan"] and _standing(lacking, key) == standings[-1]:
            changed = ["plan"]  # the values alone decide it, however they were read
        state, knowledge = _state(was, now), _knowledge(was, now)
        cause = None if standings[0] == standings[-1] else changed[0] if len(changed) == 1 else "several"
        outcomes.append(_outcome(was, now, state, knowledge, cause))
        rows.append(
            (
                after.hash, after.plan.name, after.as_of, key[0], about.title, about.theme, about.modality, key[1],
                was.verdict if was else None, now.verdict if now else None, state, knowledge, cause,
                was.message if was else None, now.message if now else None, kinds.get(key),
            )
        )  # fmt: skip
    return Comparison(MadeTable("comparison", _COLUMNS, rows), outcomes, before, after)


def _outcome(was: _Found | None, now: _Found | None, state: str, knowledge: str, cause: str | None) -> str:
    """What a change is told as, one of OUTCOMES; empty where there is nothing to tell."""
    if state in ("fixed", "partly_fixed", "persisting", "worse"):
        return state
    if state == "new_gap":
        if cause in ("rules", "parameters", "date"):
            return f"new_by_{cause}"
        return "came_to_light" if knowledge == "learned" else "new_gap"
    if was and was.is_gap:
        if knowledge == "no_longer_stated":
            return "not_stated"
        return "waived" if now and now.is_waived and now.verdict != "not_applicable" else "gone"
    if knowledge == "no_longer_stated":
        return "unsaid"
    return "learned" if knowledge == "learned" else ""


def _identity(report: Assessment) -> dict[str, Any]:
    rules, plan = report.ruleset, report.plan
    return {
        "assessment": report.hash,
        "ruleset": {"name": rules.name, "version": rules.version, "sha256": rules.sha256},
        "plan": {"name": plan.name, "sha256": plan.sha256},
        "as_of": report.as_of.isoformat(),
        "parameters": report.parameters,
    }


# --- the assessments between the two ---


class _Inputs(NamedTuple):
    """All that an assessment is made of."""

    rules: Ruleset
    plan: Plan
    date: datetime.date
    parameters: Mapping[str, str]
    since: datetime.date | None

    def assessed(self) -> Assessment:
        return self.rules.assess(self.plan, self.date, parameters=self.parameters, facts_since=self.since)


def _inputs(report: Assessment) -> _Inputs:
    return _Inputs(report.ruleset, report.plan, report.as_of, report.parameters_set, report.facts_since)


def _one_by_one(before: Assessment, after: Assessment) -> list[tuple[str, Assessment]]:
    """From the first assessment to the last, one input changed at a time; inputs that are the same are left out. The last is `after`."""
    now, last = _inputs(before), _inputs(after)
    steps: list[tuple[str, _Inputs]] = []
    if now.rules.sha256 != last.rules.sha256:
        plan = last.rules.read_plan(now.plan, read=now.plan._read or None)
        known = {name: value for name, value in now.parameters.items() if name in after.parameters}
        now = now._replace(rules=last.rules, plan=plan, parameters=known)
        steps.append(("rules", now))
    if now.parameters != last.parameters:
        now = now._replace(parameters=last.parameters)
        steps.append(("parameters", now))
    if (now.date, now.since) != (last.date, last.since):
        now = now._replace(date=last.date, since=last.since)
        steps.append(("date", now))
    read_anew = _read_as(before.plan, after.plan, now.rules)
    if read_anew is not None:
        steps.append(("reading", now._replace(plan=read_anew)))
    if before.plan.sha256 != after.plan.sha256 or not steps:
        steps.append(("plan", last))
    return [*((cause, inputs.assessed()) for cause, inputs in steps[:-1]), (steps[-1][0], after)]


def _without_the_reading(before: Assessment, after: Assessment, renamed: Mapping[str, str]) -> dict[_Key, _Found]:
    """What the later plan comes to, read as the first was."""
    plan = _read_as(after.plan, before.plan, after.ruleset)
    return _findings(_inputs(after)._replace(plan=plan).assessed(), renamed) if plan is not None else {}


def _read_as(plan: Plan, other: Plan, rules: Ruleset) -> Plan | None:
    """The plan with how the other was read; None where that is the same, or where Python cannot read them."""
    try:
        content, as_other = (json.loads(one._spelled.json(one.ruleset._core), parse_float=Decimal) for one in (plan, other))
    except ValueError:
        return None
    own, others = _evidence(content), _evidence(as_other)
    if (plan._read, _reading(own)) == (other._read, _reading(others)):
        return None
    evidence = {place: {key: value for key, value in said.items() if key not in _READING} for place, said in own.items()}
    for place, said in _reading(others).items():
        if not place.startswith("/") or place in own:  # a pointer's number may mean another item there
            evidence.setdefault(place, {}).update(said)
    content["evidence"] = {place: said for place, said in evidence.items() if said}
    return rules.read_plan(content, name=plan.name, read=other._read or None)


def _evidence(content: Any) -> dict[str, dict[str, Any]]:
    evidence = content.get("evidence") if isinstance(content, dict) else None
    return {place: said for place, said in evidence.items() if isinstance(said, dict)} if isinstance(evidence, dict) else {}


def _reading(evidence: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    read = {place: {key: said[key] for key in _READING if key in said} for place, said in evidence.items()}
    return {place: said for place, said in read.items() if said}


# --- findings by requirement and subject ---


def _findings(report: Assessment, renamed: Mapping[str, str]) -> dict[_Key, _Found]:
    """By requirement, as the later rules name it, and subject, in the order of the report."""
    table = report.findings
    columns = ("requirement", "subject", "verdict", "fails", "is_gap", "waiver_reason", "message", "title", "theme", "modality")
    found: dict[_Key, _Found] = {}
    for requirement, subject, verdict, fails, is_gap, waiver_reason, message, title, theme, modality in zip(
        *(table[column] for column in columns), strict=True
    ):
        failing = fails if verdict == "partly_met" else 0
        found[renamed.get(requirement, requirement), subject] = _Found(
            verdict, failing, is_gap, waiver_reason is not None, message, title, theme, modality
        )
    return found


def _at(found: Mapping[_Key, _Found], key: _Key) -> _Found | None:
    """What is found of a subject; where it is not listed, what is found of the item around it or of the whole plan, if that is open."""
    exact = found.get(key)
    if exact is not None:
        return exact
    wider = next((found[around] for around in _around(key) if around in found), None)
    return wider if wider and wider.verdict == "unknown" else None


def _standing(found: Mapping[_Key, _Found], key: _Key) -> tuple[str, int, bool] | None:
    at = _at(found, key)
    return at.standing if at else None


def _keys(first: Mapping[_Key, _Found], last: Mapping[_Key, _Found]) -> list[_Key]:
    """All of both: requirements in the order of the later rules, then those that only the first have; subjects by key, numbers as such.

    An open list that is known by its items on the other side stands for each of them, and not for itself.
    """
    order = {requirement: place for place, requirement in enumerate(dict.fromkeys(key[0] for key in (*last, *first)))}
    keys = {*last, *first}
    for found, other in ((first, last), (last, first)):
        named = {around for key in other for around in _around(key)}
        keys -= {key for key in named - other.keys() if key in found and found[key].verdict == "unknown"}
    return sorted(keys, key=lambda key: (order[key[0]], _natural(key[1])))


def _around(key: _Key) -> Iterator[_Key]:
    """The items that a subject lies in, the nearest first, and the whole plan last."""
    requirement, subject = key
    while subject:
        subject = subject.rpartition("/")[0] or None
        yield requirement, subject


def _natural(subject: str | None) -> tuple[tuple[int, int, str], ...]:
    """Sorts door 2 before door 10, and the plan itself first."""
    pieces = re.split(r"(\d+)", subject) if subject else []
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)


def _state(was: _Found | None, now: _Found | None) -> str:
    was_gap, is_gap = bool(was and was.is_gap), bool(now and now.is_gap)
    if was and now and was_gap and is_gap:
        if was.verdict == now.verdict:
            return "persisting" if was.failing == now.failing else "partly_fixed" if now.failing < was.failing else "worse"
        return "partly_fixed" if now.verdict == "partly_met" else "worse"
    if was_gap:
        return "fixed" if now and now.verdict == "met" else "none"
    if is_gap:
        return "new_gap"
    return "still_met" if was and now and was.verdict == now.verdict == "met" else "none"


def _knowledge(was: _Found | None, now: _Found | None) -> str:
    if was and now and (was.verdict == "unknown") != (now.verdict == "unknown"):
        return "learned" if was.verdict == "unknown" else "no_longer_stated"
    return "same"


def _kinds(report: Assessment) -> dict[_Key, str]:
    """The weakest kind of evidence that each finding rests on, where the plan names any."""
    table = report.evidence
    kinds: dict[_Key, str] = {}
    named: Iterable[tuple[str, str | None, str | None]] = zip(table["requirement"], table["subject"], table["kind"], strict=True)
    for requirement, subject, kind in named:
        if kind is not None:
            key = (requirement, subject)
            kinds[key] = min(kind, kinds.get(key, kind), key=_KINDS_WEAKEST_FIRST.index)
    return kinds
