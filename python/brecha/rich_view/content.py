"""What the view of one assessment shows, gathered once and drawn by `text`, `html` and the workbook.

Order: headline; how much could be judged, as an interval; how the plan was read; by theme; gaps; next questions; notes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.answers import Answer, Answers
from brecha.rich_view.cuts import ThemeSection, cut
from brecha.rich_view.in_force import in_force_sentences
from brecha.rich_view.words import spoken

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from brecha._core import RequirementInfo, SourceInfo, Summary
    from brecha.assessment import Assessment
    from brecha.rows import Finding, Note, Question, StepProgress, WaivedRequirement
    from brecha.tables import Table

VERDICTS = ("met", "partly_met", "not_met", "unknown", "not_applicable")

_FEW_QUESTIONS = 5
_IGNORED = frozenset(("P101", "P501", "P502"))
_DISPUTED = frozenset(("P401",))
_IMPRECISE = frozenset(("P402", "P403", "P404"))


class SourceRead(NamedTuple):
    """A document, how it was read, and the places it speaks for ("" is the whole plan)."""

    document: str
    read: str
    places: list[str]


class ThemeRow(NamedTuple):
    """How many requirements of a theme have each verdict. `may` are counted by the same verdicts, never as gaps."""

    theme: str | None
    counts: dict[str, int]


class Asked(NamedTuple):
    """A question, the requirements that wait for its answer, those of them that wait for nothing else, and what can be answered at each of its places."""

    question: Question
    waiting: list[str]
    decides: list[str]
    answers: list[list[Answer]]


class Remark(NamedTuple):
    """The same remark on one or several places of the plan."""

    code: str
    message: str
    help: str
    places: list[str]
    line: int | None


class RemarkGroup(NamedTuple):
    word: str  # of rich_view.words
    remarks: list[Remark]


class Content(NamedTuple):
    language: str
    plan_title: str
    plan_name: str
    plan_kind: str
    country: str
    ruleset_title: str
    ruleset_name: str
    ruleset_version: str
    ruleset_sha256: str
    as_of: str
    facts_since: str  # empty where every statement counts
    parameters_set: dict[str, str]
    in_force: list[str]  # rulesets that are not in force on the day, parameters whose value is dated
    hash: str
    summary: Summary
    sources: list[SourceRead]
    complete_lists: list[tuple[str, int]]
    themes: list[ThemeRow]
    theme_labels: dict[str, str]
    requirements: dict[str, RequirementInfo]
    instruments: list[SourceInfo]  # that requirements cite, in the ruleset's order
    sections: list[ThemeSection]
    gap_findings: int
    waivers: list[WaivedRequirement]
    progress: list[StepProgress]
    questions: list[Asked]
    more_questions: list[Asked]
    open_findings: int
    remarks: list[RemarkGroup]
    resting: dict[str, list[str]]  # guessed, defaulted, vacuous, old: requirements that rest on it
    readings: dict[str, str]  # requirement: how its clause was read, where not in full

    @property
    def widest_question(self) -> Asked | None:
        """The question that alone decides most requirements, where most is open and one answer goes far; else None."""
        if self.summary.judged >= self.summary.unknown:
            return None
        widest = max((*self.questions, *self.more_questions), key=lambda asked: len(asked.decides), default=None)
        return widest if widest and len(widest.decides) > 1 else None

    def theme(self, theme: str | None) -> str:
        """What a theme is called; empty where there is none."""
        return self.theme_labels.get(theme, spoken(theme)) if theme else ""

    def source(self, identifier: str | None) -> str:
        """The title of an instrument."""
        return next((one.title for one in self.instruments if one.id == identifier and one.title), identifier or "")

    def citation(self, citation: str) -> str:
        """A source and clause as the tables have them, by the source's title."""
        identifier, _, clause = citation.partition(" ")
        return ", ".join(part for part in (self.source(identifier), clause) if part)

    def training(self, requirement: str) -> str:
        """The modules that help to close the gaps of a requirement."""
        return ", ".join(self.requirements[requirement].training_labels)


def content_of(report: Assessment) -> Content:
    rules, language = report.ruleset, report.language
    plan = _plan_content(report)
    findings = report.findings
    answers = Answers(rules.vocabulary(language).entities, plan)
    questions = _questions(list(report.questions()), answers)
    requirements = {info.id: info for info in rules.requirements(language)}
    gaps = list(report.gaps)
    return Content(
        language=language,
        plan_title=_text(plan.get("title")) or report.plan.name,
        plan_name=report.plan.name,
        plan_kind=_choice_label(report, plan, "kind"),
        country=_choice_label(report, plan, "country"),
        ruleset_title=rules.title(language),
        ruleset_name=rules.name,
        ruleset_version=rules.version,
        ruleset_sha256=rules.sha256,
        as_of=report.as_of.isoformat(),
        facts_since=report.facts_since.isoformat() if report.facts_since else "",
        parameters_set=report.parameters_set,
        in_force=in_force_sentences(report, language),
        hash=report.hash,
        summary=report.summary,
        sources=_sources_read(plan),
        complete_lists=list(report.plan.complete_lists.items()),
        themes=_themes(report, requirements),
        theme_labels={info.theme: info.theme_label for info in requirements.values() if info.theme},
        requirements=requirements,
        instruments=_instruments(report, requirements),
        sections=cut(gaps),
        gap_findings=len(gaps),
        waivers=list(report.waivers),
        progress=list(report.progress()),
        questions=questions[:_FEW_QUESTIONS],
        more_questions=questions[_FEW_QUESTIONS:],
        open_findings=sum(verdict == "unknown" for verdict in findings["verdict"]),
        remarks=_remarks(list(report.notes)),
        resting={
            "guessed": _requirements_where(findings["requirement"], findings["guessed"]),
            "defaulted": _requirements_where(findings["requirement"], findings["defaulted"]),
            "vacuous": _requirements_where(findings["requirement"], [reason == "vacuous" for reason in findings["reason"]]),
            "old": _requirements_with_old_facts(findings),
        },
        readings={info.id: info.readings[0] for info in requirements.values() if info.readings and info.readings[0] != "full"},
    )


def _plan_content(report: Assessment) -> dict[str, Any]:
    try:
        return report.plan.content()
    except ValueError:  # what Python's reader is stricter about than the engine's
        return {}


def _choice_label(report: Assessment, plan: dict[str, Any], name: str) -> str:
    """The label of what the plan's own field `name` says; empty where it says nothing or the vocabulary has no such field."""
    value = _text(plan.get(name))
    if not value:
        return ""
    for entity in report.ruleset.vocabulary(report.language).entities:
        for field in entity.fields if entity.root else []:
            if field.name == name:
                return dict(field.choices).get(value) or spoken(value)
    return ""


def _sources_read(plan: dict[str, Any]) -> list[SourceRead]:
    evidence = plan.get("evidence")
    if not isinstance(evidence, dict):
        return []
    by_document: dict[tuple[str, str], list[str]] = {}
    for place, entry in evidence.items():
        if not isinstance(entry, dict):
            continue
        document, read = _text(entry.get("document")), _text(entry.get("read"))
        if document or read:
            by_document.setdefault((document, read or _read_above(place, evidence)), []).append(place)
    sources = [SourceRead(document, read, places) for (document, read), places in by_document.items()]
    return sorted(sources, key=lambda source: ("" not in source.places, source.read != "whole"))


def _read_above(place: str, evidence: dict[str, Any]) -> str:
    """How the nearest place above was read: that holds for everything below it."""
    while place:
        place = place.rpartition("/")[0]
        entry = evidence.get(place)
        read = _text(entry.get("read")) if isinstance(entry, dict) else ""
        if read:
            return read
    return ""


def verdict_shown(verdict: str, modality: str) -> str:
    """A verdict as a face names it: a `may` that is not met is "not used", not a gap."""
    return "not_used" if modality == "may" and verdict in ("not_met", "partly_met") else verdict


def _themes(report: Assessment, requirements: dict[str, RequirementInfo]) -> list[ThemeRow]:
    rows: dict[str | None, dict[str, int]] = {}
    for info in requirements.values():
        counts = rows.setdefault(info.theme or None, dict.fromkeys((*VERDICTS, "not_used"), 0))
        counts[verdict_shown(report._core.verdict(info.id), info.modality)] += 1
    return [ThemeRow(theme, counts) for theme, counts in rows.items()]


def _instruments(report: Assessment, requirements: dict[str, RequirementInfo]) -> list[SourceInfo]:
    cited = {citation.partition(" ")[0] for info in requirements.values() for citation in info.sources}
    return [source for source in report.ruleset.sources(report.language) if source.id in cited]


def _questions(questions: list[Question], answers: Answers) -> list[Asked]:
    awaited = Counter(requirement for question in questions for requirement in question.requirements)
    return [
        Asked(
            question,
            list(question.requirements),
            [requirement for requirement in question.requirements if awaited[requirement] == 1],
            [answers.of(question, place) for place in question.places],
        )
        for question in questions
    ]


def _remarks(notes: Sequence[Note]) -> list[RemarkGroup]:
    groups: dict[str, dict[tuple[str, str, str], Remark]] = {}
    for note in notes:
        if note.code in _IGNORED:
            word = "ignored"
        elif note.code in _DISPUTED:
            word = "disputed"
        elif note.code in _IMPRECISE:
            word = "imprecise"
        elif note.code.startswith("P") and note.severity != "note":
            word = "unusable"
        else:
            word = "other_remarks"
        same = groups.setdefault(word, {}).setdefault(
            (note.code, note.message, note.help or ""), Remark(note.code, note.message, note.help or "", [], note.line)
        )
        same.places.append(note.place or note.pointer or "")
    order = ("unusable", "ignored", "disputed", "imprecise", "other_remarks")
    return [RemarkGroup(word, list(groups[word].values())) for word in order if word in groups]


def _requirements_where(requirements: list[str], conditions: list[bool]) -> list[str]:
    return list(dict.fromkeys(requirement for requirement, holds in zip(requirements, conditions, strict=True) if holds))


def is_old(fact_as_of: datetime.date | None, as_of: datetime.date) -> bool:
    """More than a year before the day of the assessment."""
    if fact_as_of is None:
        return False
    try:
        return fact_as_of < as_of.replace(year=as_of.year - 1)
    except ValueError:  # 29 February; the first year
        return (as_of - fact_as_of).days > 366


def _requirements_with_old_facts(findings: Table[Finding]) -> list[str]:
    """Requirements that rest on an old statement, each with the day of its oldest."""
    oldest: dict[str, datetime.date] = {}
    for finding in findings:
        if finding.oldest is not None and is_old(finding.oldest, finding.as_of):
            oldest[finding.requirement] = min(finding.oldest, oldest.get(finding.requirement, finding.oldest))
    return [f"{requirement} ({day})" for requirement, day in oldest.items()]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
