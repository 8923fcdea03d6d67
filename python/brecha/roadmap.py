"""In which order the gaps of a report are closed: what has to be found out, then remedy by remedy.

    in:  an assessment, and the day on which work starts
    out: a line for each remedy, in waves: what waits for nothing, then what waits for that (`after`, from gap to gap)

What is met is waited for by nothing. What is open is wave 0, to be found out. In a wave: what is binding first, then what most waits
for, then what is done soonest. With a start each line has its days, and those on the longest way are critical.
"""

from __future__ import annotations

import datetime
import math
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.dates import date_of
from brecha.efforts import days_of
from brecha.files import written
from brecha.made_tables import MODALITIES, OF_ASSESSMENT, Column, MadeTable
from brecha.rows import Step, Training
from brecha.tables import ShownTable, Table, json_about, plain_rows

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from brecha.assessment import Assessment
    from brecha.rich_view.page import View
    from brecha.rows import Gap

_STANDINGS = ("law", "treaty", "standard", "guidance", "programme", "practice")
_COLUMNS = (
    *OF_ASSESSMENT, Column("requirement"), Column("step", "int32"), Column("wave", "int32"),
    Column("action", "category", ("find_out", "do", "train")), Column("text"), Column("subjects", "texts"), Column("closes", "texts"),
    Column("waits_for", "texts"), Column("blocks", "int32"), Column("effort_days", "float64"), Column("training"),
    Column("modality", "category", MODALITIES), Column("standing", "category", _STANDINGS), Column("theme", "category"),
    Column("starts", "date"), Column("ends", "date"), Column("critical", "boolean"),
)  # fmt: skip
_TRAINING = (
    *OF_ASSESSMENT, Column("module"), Column("label"), Column("requirements", "texts"), Column("gaps", "int32"), Column("whom", "texts"),
)  # fmt: skip
_LONGEST_WORK = 366 * 1000  # days: a date has four digits of years


class _Line(NamedTuple):
    """A line before it has its place. order: as in the report."""

    action: str
    text: str
    subjects: tuple[str, ...]
    closes: tuple[str, ...]
    waits_for: tuple[str, ...]
    effort_days: float | None
    training: str | None
    modality: str
    standing: str | None
    theme: str | None
    causes: frozenset[str]
    order: int


class Roadmap(ShownTable[Step]):
    """The table `roadmap`; prints, shows in a notebook (steps by wave, Gantt picture, training), and writes a Gantt picture and a calendar. `training` is its second view."""

    __slots__ = ("report", "start", "training")

    training: Table[Training]
    """A row for each training module: which requirements it helps with, and whom to train."""

    def __init__(self, core: MadeTable, training: Table[Training], report: Assessment, start: datetime.date | None) -> None:
        super().__init__(core, Step)
        self.training = training
        self.report = report
        self.start = start

    @property
    def language(self) -> str:
        return self.report.language

    @property
    def ends(self) -> datetime.date | None:
        """The day on which the last remedy is done; None without a start."""
        return max((step.ends for step in self if step.ends), default=None)

    def in_language(self, language: str) -> Roadmap:
        """The same roadmap with texts in another language."""
        return roadmap_of(self.report.in_language(language), self.start)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """Steps and training as JSON text. Written to `path` where one is given."""
        content = {"start": self.start, "ends": self.ends, "roadmap": plain_rows(self), "training": plain_rows(self.training)}
        return json_about(self.report, content, path)

    def to_ics(self, path: str | os.PathLike[str] | None = None) -> str:
        """The steps as all-day events of a calendar (iCalendar, RFC 5545). Raises BrechaError without a start."""
        from brecha.calendar_file import calendar_text

        return written(calendar_text(self), path)

    def to_svg(self, path: str | os.PathLike[str] | None = None) -> str:
        """A Gantt picture: bars over days, or over waves without a start; critical ones are outlined and starred."""
        from brecha.rich_view.gantt import gantt

        return written(gantt(self), path)

    def _view(self) -> View:
        from brecha.rich_view.roadmap import VIEW

        return VIEW


def roadmap_of(report: Assessment, start: str | datetime.date | None = None) -> Roadmap:
    """`report.roadmap(start)`: see there. Raises BrechaError for what is no date."""
    first = None if start is None else date_of(start, "start")
    gaps = list(report.gaps)
    lines = _merged([*_to_find_out(report, len(gaps)), *_remedies(report, gaps)])
    blocks = _blocks(gaps)
    waves = _waves(lines)

    def place(line: _Line) -> tuple[Any, ...]:
        effort = math.inf if line.effort_days is None else line.effort_days
        standing = _STANDINGS.index(line.standing) if line.standing in _STANDINGS else len(_STANDINGS)
        return waves[line], MODALITIES.index(line.modality), -blocks(line.closes), effort, standing, line.order

    lines.sort(key=place)
    days = _days(lines, first) if first else {}
    rows = []
    for step, line in enumerate(lines, 1):
        starts, ends, critical = days.get(line, (None, None, None))
        rows.append(
            (
                report.hash, report.plan.name, report.as_of, line.closes[0], step, waves[line], line.action, line.text, line.subjects,
                line.closes, line.waits_for, blocks(line.closes), line.effort_days, line.training, line.modality, line.standing, line.theme,
                starts, ends, critical,
            )
        )  # fmt: skip
    return Roadmap(MadeTable("roadmap", _COLUMNS, rows), _training(report, gaps), report, first)


# --- lines ---


def _remedies(report: Assessment, gaps: Sequence[Gap]) -> Iterable[_Line]:
    """A line for each requirement that has gaps; what its subjects are told differently stands in one text."""
    by_requirement: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_requirement.setdefault(gap.requirement, []).append(gap)
    open_or_gap = {requirement for requirement, verdict in _verdicts(report).items() if verdict == "unknown"} | by_requirement.keys()
    for order, (requirement, found) in enumerate(by_requirement.items()):
        first = found[0]
        yield _Line(
            action="train" if first.training else "do",
            text=" ".join(dict.fromkeys(gap.remedy or gap.message or gap.title for gap in found)),
            subjects=tuple(gap.subject for gap in found if gap.subject),
            closes=(requirement,),
            waits_for=tuple(other for other in first.after if other in open_or_gap),
            effort_days=days_of(report, found),
            training=first.training,
            modality=first.modality,
            standing=first.standing,
            theme=first.theme,
            causes=frozenset(gap.cause or "" for gap in found),
            order=order,
        )


def _verdicts(report: Assessment) -> dict[str, str]:
    return {info.id: report._core.verdict(info.id) for info in report.ruleset.requirements()}


def _to_find_out(report: Assessment, order: int) -> Iterable[_Line]:
    """A line for each question; and for what is open and not asked again, since nobody knows, for each missing place's question."""
    unknown = {requirement for requirement, verdict in _verdicts(report).items() if verdict == "unknown"}
    known = {info.id: info for info in report.ruleset.requirements(report.language)}
    standing = dict(zip(report.findings["requirement"], report.findings["standing"], strict=True))
    subjects: dict[tuple[str, str], list[str]] = {}
    asked_again: dict[str, list[str]] = {}
    for missing in report.missing:
        if missing.subject:
            subjects.setdefault((missing.requirement, missing.place), []).append(missing.subject)
        asked_again.setdefault(missing.question or known[missing.requirement].title, []).append(missing.requirement)

    def line(text: str, requirements: Sequence[str], of: Iterable[str], place: int) -> _Line:
        gravest = min(requirements, key=lambda one: MODALITIES.index(known[one].modality))
        info = known[gravest]
        return _Line(
            "find_out", text, tuple(dict.fromkeys(of)), tuple(requirements), (), None, None, info.modality, standing.get(gravest),
            info.theme or None, frozenset(), order + place,
        )  # fmt: skip

    told: set[str] = set()
    questions = list(report.questions())
    for question in questions:
        waiting = [requirement for requirement in question.requirements if requirement in unknown]
        if waiting:
            told.update(waiting)
            of = [name for requirement in waiting for at in question.places for name in subjects.get((requirement, at), ())]
            yield line(question.question, waiting, of, question.rank)
    for place, (text, requirements) in enumerate(asked_again.items(), len(questions) + 1):
        left = list(dict.fromkeys(one for one in requirements if one in unknown and one not in told))
        if left:
            told.update(left)
            yield line(text, left, [name for (one, _), names in subjects.items() if one in left for name in names], place)
    for place, requirement in enumerate(sorted(unknown - told), len(questions) + len(asked_again) + 1):
        yield line(known[requirement].title, [requirement], (), place)


def _merged(lines: Iterable[_Line]) -> list[_Line]:
    """Remedies that read the same, mend the same cause and wait for the same are one."""
    by_key: dict[tuple[Any, ...], _Line] = {}
    for line in lines:
        key = (line.action == "find_out", line.text, line.causes, frozenset(line.waits_for))
        other = by_key.get(key)
        if other is not None and not set(line.waits_for) & {*other.closes, *line.closes}:
            efforts = [one for one in (other.effort_days, line.effort_days) if one is not None]
            gravest = min(other, line, key=lambda one: MODALITIES.index(one.modality))
            line = other._replace(
                subjects=tuple(dict.fromkeys((*other.subjects, *line.subjects))),
                closes=tuple(dict.fromkeys((*other.closes, *line.closes))),
                effort_days=max(efforts, default=None),
                modality=gravest.modality,
                standing=gravest.standing,
            )
        by_key[key] = line
    return list(by_key.values())


# --- order ---


def _blocks(gaps: Sequence[Gap]) -> Callable[[Sequence[str]], int]:
    """How many requirements with gaps wait for one of some requirements, through others too."""
    waiting: dict[str, list[str]] = {}
    for requirement, others in {gap.requirement: gap.after for gap in gaps}.items():
        for other in others:
            waiting.setdefault(other, []).append(requirement)
    bit = {requirement: 1 << place for place, requirement in enumerate(dict.fromkeys(gap.requirement for gap in gaps))}
    # A bit for each that waits. Each is made behind those that wait for it, of theirs: a long chain is gone through once.
    waiters: dict[str, int] = {}
    for start in waiting:
        ahead = [start]
        while ahead:
            requirement = ahead[-1]
            later = waiting.get(requirement, ())
            if requirement not in waiters:
                waiters[requirement] = 0
                ahead += [one for one in later if one not in waiters]
            else:
                ahead.pop()
                for one in later:
                    waiters[requirement] |= bit[one] | waiters.get(one, 0)

    def blocks(requirements: Sequence[str]) -> int:
        found = own = 0
        for requirement in requirements:
            found |= waiters.get(requirement, 0)
            own |= bit.get(requirement, 0)
        return (found & ~own).bit_count()

    return blocks


def _before(lines: Sequence[_Line]) -> dict[_Line, list[_Line]]:
    """The lines that each waits for."""
    by_requirement: dict[str, list[_Line]] = {}
    for line in lines:
        for requirement in line.closes:
            by_requirement.setdefault(requirement, []).append(line)
    return {line: [other for requirement in line.waits_for for other in by_requirement.get(requirement, ())] for line in lines}


def _waves(lines: Sequence[_Line]) -> dict[_Line, int]:
    """0: to find out; 1: remedies that wait for no other remedy; then one more than the last that is waited for."""
    before = _before(lines)
    after: dict[_Line, list[_Line]] = {}
    for line, others in before.items():
        for other in others:
            after.setdefault(other, []).append(line)
    waves = {line: int(line.action != "find_out") for line in lines}
    left = {line: len(others) for line, others in before.items()}
    ready = [line for line in lines if not left[line]]
    while ready:
        line = ready.pop()
        for later in after.get(line, ()):
            waves[later] = max(waves[later], waves[line] + 1)
            left[later] -= 1
            if not left[later]:
                ready.append(later)
    return waves


def _days(lines: Sequence[_Line], start: datetime.date) -> dict[_Line, tuple[datetime.date, datetime.date, bool]]:
    """First and last day of each line, and whether it is on the longest way. What has no effort stated takes no time.

    `lines` stand in the order of their waves, so that what is waited for comes first.
    """
    before = _before(lines)
    length = {line: min(math.ceil(line.effort_days or 0), _LONGEST_WORK) for line in lines}
    begins: dict[_Line, int] = {}
    for line in lines:
        begins[line] = max((begins[other] + length[other] for other in before[line]), default=0)
    whole = max((begins[line] + length[line] for line in lines), default=0)
    latest = dict.fromkeys(lines, whole)
    for line in reversed(lines):
        for other in before[line]:
            latest[other] = min(latest[other], latest[line] - length[line])
    days = {}
    for line in lines:
        first = _day(start, begins[line])
        last = _day(start, begins[line] + max(length[line] - 1, 0))
        days[line] = (first, last, whole > 0 and begins[line] + length[line] == latest[line])
    return days


def _day(start: datetime.date, days: int) -> datetime.date:
    try:
        return start + datetime.timedelta(days=days)
    except OverflowError:
        return datetime.date.max


# --- training ---


def _training(report: Assessment, gaps: Sequence[Gap]) -> Table[Training]:
    """Module, the requirements with gaps that it helps with, and the names of those whose gaps they are."""
    modules: dict[str, tuple[str, list[Gap]]] = {}
    for gap in gaps:
        info = report.ruleset.requirement(gap.requirement, report.language)
        for module, label in zip(info.training, info.training_labels, strict=True):
            modules.setdefault(module, (label, []))[1].append(gap)
    name_of = _names(report)
    rows = []
    for module, (label, found) in sorted(modules.items(), key=lambda one: -len(one[1][1])):
        whom = tuple(dict.fromkeys(name_of(_outermost(gap.subject)) for gap in found if gap.subject))
        closes = tuple(dict.fromkeys(gap.requirement for gap in found))
        rows.append((report.hash, report.plan.name, report.as_of, module, label, closes, len(found), whom))
    return Table(MadeTable("training", _TRAINING, rows), Training)


def _outermost(subject: str) -> str:
    """The item of the plan that a subject lies in, or is: who can be trained."""
    return "/".join(subject.split(" + ")[0].split("/")[:2])


def _names(report: Assessment) -> Callable[[str], str]:
    """What items of a plan are called: by name or title, else by their place. Each is looked for once."""
    from brecha.plan_edits import value_at

    try:
        plan = report.plan.content()
    except ValueError:
        plan = {}

    @cache
    def name_of(place: str) -> str:
        item = value_at(plan, place)
        name = next((item[key] for key in ("name", "title") if isinstance(item.get(key), str)), "") if isinstance(item, dict) else ""
        return name or place

    return name_of
