"""The rows of an assessment's tables. Column for field, in the same order, as the engine makes them.

Codes (verdict, reason, why …) are never translated; title, message, remedy and question are in the report's language.
What is not stated is None.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Finding(NamedTuple):
    """A requirement for one subject (in `report.parts`: for one part of it)."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    part: str | None
    title: str
    theme: str | None
    modality: str
    standing: str | None
    origin: str
    subject: str | None
    verdict: str
    is_gap: bool
    may_be_gap: bool
    reason: str
    holds: int
    fails: int
    unknown: int
    guessed: bool
    defaulted: bool
    waived_until: datetime.date | None
    waiver_reason: str | None
    message: str | None
    source: str | None
    clause: str | None
    sources: tuple[str, ...]
    stale: bool
    oldest: datetime.date | None
    newest: datetime.date | None
    reading: str | None


class Gap(NamedTuple):
    """A finding that is a gap: a `shall` or `should` that is not met, or only partly."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    part: str | None
    title: str
    theme: str | None
    modality: str
    standing: str | None
    origin: str
    subject: str | None
    verdict: str
    is_gap: bool
    may_be_gap: bool
    reason: str
    holds: int
    fails: int
    unknown: int
    guessed: bool
    defaulted: bool
    waived_until: datetime.date | None
    waiver_reason: str | None
    message: str | None
    source: str | None
    clause: str | None
    sources: tuple[str, ...]
    stale: bool
    oldest: datetime.date | None
    newest: datetime.date | None
    reading: str | None
    cause: str | None
    remedy: str | None
    effort: str | None
    effort_days: float | None
    training: str | None
    after: tuple[str, ...]
    blocks: int


class Missing(NamedTuple):
    """A place of the plan whose silence keeps a finding open, and the question that would fill it."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    place: str
    entity: str | None
    field: str | None
    why: str
    question: str | None
    settles_alone: bool
    may_be_gap: bool
    note: str | None
    subject: str | None
    part: str | None
    value: str | None


class Evidence(NamedTuple):
    """A place of the plan that a finding rests on."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    place: str
    value: str | None
    used_as: str
    document: str | None
    page: str | None
    who: str | None
    dated: datetime.date | None
    kind: str | None
    read: str | None
    guessed: bool
    defaulted: bool
    subject: str | None
    part: str | None
    fact_as_of: datetime.date | None


class Note(NamedTuple):
    """A remark on the plan as it was read: what could not be used, and how to mend it."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str | None
    code: str
    place: str | None
    pointer: str | None
    line: int | None
    column: int | None
    message: str
    help: str | None
    severity: str


class PlanNote(NamedTuple):
    """A remark on a plan that is not assessed yet."""

    code: str
    place: str | None
    pointer: str | None
    line: int | None
    column: int | None
    message: str
    help: str | None
    severity: str


class Question(NamedTuple):
    """A question to put to whoever answers for the plan, and how many findings its answer settles."""

    assessment: str
    plan: str
    as_of: datetime.date
    rank: int
    question: str
    places: tuple[str, ...]
    fields: tuple[str, ...]
    themes: tuple[str, ...]
    settles: int
    settles_with_above: int
    may_show_gaps: int
    subjects: tuple[str, ...]
    choices: tuple[str, ...]
    requirements: tuple[str, ...]
    asks: str


class Change(NamedTuple):
    """What became of a requirement for one subject between two assessments. `before` or `after` is None where it was not asked."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    title: str
    theme: str | None
    modality: str
    subject: str | None
    before: str | None
    after: str | None
    state: str
    knowledge: str
    cause: str | None
    before_message: str | None
    after_message: str | None
    evidence_kind: str | None


class Step(NamedTuple):
    """A line of a roadmap: a remedy, or what has to be found out first. `requirement` is the first that it closes."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    step: int
    wave: int
    action: str
    text: str
    subjects: tuple[str, ...]
    closes: tuple[str, ...]
    waits_for: tuple[str, ...]
    blocks: int
    effort_days: float | None
    training: str | None
    modality: str
    standing: str | None
    theme: str | None
    starts: datetime.date | None
    ends: datetime.date | None
    critical: bool | None


class Standing(NamedTuple):
    """A requirement in one plan of a portfolio: its parts, and the share of them that is met at worst and at best."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    country: str | None
    verdict: str
    holds: int
    fails: int
    unknown: int
    lowest: float | None
    highest: float | None


class Application(NamedTuple):
    """A line of a statement of applicability: whether a requirement applies and why, its verdict, what was decided and why."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    title: str
    theme: str | None
    modality: str
    source: str | None
    clause: str | None
    applies: str
    why: str
    verdict: str
    decision: str | None
    decision_reason: str | None


class RepairChange(NamedTuple):
    """One change of a repair, and of the whole repair what it costs and what it moves."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    subject: str | None
    repair: int
    alternative: int
    change: int
    action: str
    place: str
    field: str | None
    type: str
    before: str | None
    value: str | None
    blank: bool
    lowest: str | None
    highest: str | None
    among: tuple[str, ...]
    cost: float
    least: bool
    closes: tuple[str, ...]
    opens: tuple[str, ...]
    worsens: tuple[str, ...]
    effort_days: float | None


class StepProgress(NamedTuple):
    """A step of a protocol in a procedure that is a record. Days by what happened so far and what the protocol allows.

    state: done, done_late, out_of_order, late, perhaps_late (was due, and the plan does not say whether it has been), under_way, next,
    not_yet (what it waits for is done, its first day lies ahead), waiting.
    """

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    subject: str | None
    step: str
    label: str
    state: str
    began: datetime.date | None
    ended: datetime.date | None
    begins_from: datetime.date | None
    begins_by: datetime.date | None
    ends_from: datetime.date | None
    ends_by: datetime.date | None
    by: tuple[str, ...]
    agencies: tuple[str, ...]
    waits_for: tuple[str, ...]
    broken: tuple[str, ...]
    places: tuple[str, ...]


class Training(NamedTuple):
    """A training module of a roadmap: which requirements it helps with, how many gaps they have, and whom to train."""

    assessment: str
    plan: str
    as_of: datetime.date
    module: str
    label: str
    requirements: tuple[str, ...]
    gaps: int
    whom: tuple[str, ...]


class Solution(NamedTuple):
    """A requirement in which plans of a portfolio have a gap, and the plans that meet it."""

    requirement: str
    title: str
    theme: str | None
    modality: str
    gap_in: tuple[str, ...]
    solved_by: tuple[str, ...]
    open_in: tuple[str, ...]


class RuleChange(NamedTuple):
    """What a ruleset changes of one that it extends, adds to it, or maps. old, new: as the rules say it; of a replaced requirement a line each."""

    requirement: str | None
    parameter: str | None
    title: str | None
    change: str
    origin: str
    old: str | None
    new: str | None
    because: str | None
    source: str | None
    until: datetime.date | None
    weakens: str


class WaivedRequirement(NamedTuple):
    """A requirement over which a waiver lies on the day of the assessment; until: its last day, None where it has no end."""

    assessment: str
    plan: str
    as_of: datetime.date
    requirement: str
    title: str
    modality: str
    verdict: str
    until: datetime.date | None
    ends_soon: bool
    because: str
    origin: str
    source: str | None


class OtherRequirement(NamedTuple):
    """A requirement of another instrument, and what an assessment says of it. through: the requirements that are mapped to it."""

    assessment: str
    plan: str
    as_of: datetime.date
    other: str
    requirement: str
    title: str | None
    state: str
    through: tuple[str, ...]
    why: str | None
