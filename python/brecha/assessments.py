"""Many plans assessed against one ruleset. One that could not be read is kept with its error, and does not stop the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Union, overload

from brecha import arguments
from brecha.arguments import language_of
from brecha.assessment import Assessment
from brecha.errors import AssessmentError, BrechaError, PlanError, rendered
from brecha.exports.methods import Exports
from brecha.files import replacing, visible_name, written
from brecha.plan import Plan
from brecha.plan_spellings.spelled_plan import plan_bytes
from brecha.sentences import Sentence
from brecha.tables import Table, concatenated

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from brecha import _core
    from brecha.pictures.picture import Picture
    from brecha.plan_spellings.spelled_plan import PlanLike, SpelledPlan
    from brecha.rows import Finding, Gap, Missing, Note
    from brecha.ruleset import Ruleset

Progress = Union[bool, "Callable[[int, int, str], object]"]

TOGETHER = 256  # plans assessed in one batch


class FailedPlan(NamedTuple):
    """A plan that could not be read, its place among the plans given, and why."""

    position: int
    name: str
    sha256: str
    error: PlanError

    def to_json(self, language: str = "en") -> str:
        """What stands in its place in the JSON report: "plan" and "notes"."""
        from brecha import _core

        language = language_of(language)
        why = [one for one in self.error.diagnostics if isinstance(one, _core.Diagnostic)]
        why = why or [_core.diagnostic(self.name, self.error.in_language(language))]
        return _core.refused_to_json(self.name, self.sha256, why, language)


class Assessments(Exports, Sequence[Assessment]):
    """The assessments, in the order of the plans given; `.failed` are the plans that could not be read."""

    __slots__ = ("_made", "failed")

    def __init__(self, made: Sequence[Assessment], failed: Sequence[FailedPlan]) -> None:
        self._made = list(made)
        self.failed = list(failed)

    @overload
    def __getitem__(self, index: int) -> Assessment: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Assessment]: ...
    def __getitem__(self, index: int | slice) -> Assessment | Sequence[Assessment]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)

    @property
    def findings(self) -> Table[Finding]:
        """The findings of all plans in one table; column `plan` tells them apart. Raises BrechaError where no plan was read."""
        return concatenated([report.findings for report in self._some()])

    @property
    def gaps(self) -> Table[Gap]:
        return concatenated([report.gaps for report in self._some()])

    @property
    def missing(self) -> Table[Missing]:
        return concatenated([report.missing for report in self._some()])

    @property
    def notes(self) -> Table[Note]:
        return concatenated([report.notes for report in self._some()])

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """An array of reports in the order of the plans; a plan that could not be read has "plan" and "notes" only. Written to `path`
        where one is given.
        """
        from brecha import _core

        reports = [report.to_json() for report in self._made]
        for failed in self.failed:
            reports.insert(failed.position, failed.to_json())
        return written(_core.reports_to_json(reports), path)

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """A workbook with a sheet for each table, the plans below each other."""
        from brecha.excel import write_workbook

        reports = self._some()
        with replacing(path) as beside:
            write_workbook(reports, beside)

    def plot(self, kind: str = "intervals") -> Picture:
        """A picture of all: intervals, a bar for each plan, those first of which most could be judged; never a ranking."""
        from brecha.pictures.plotting import plot_several

        reports = self._some()
        return plot_several(reports, kind, reports[0].language)

    def _reports(self) -> list[Assessment]:
        return self._some()

    def _some(self) -> list[Assessment]:
        if not self._made:
            raise BrechaError(Sentence("no_plan_was_read"))
        return self._made

    def __repr__(self) -> str:
        from brecha.rich_view.overview import overview_text

        return overview_text(self)

    def _repr_html_(self) -> str:
        from brecha.rich_view.overview import overview_html

        return overview_html(self)


class Batch(NamedTuple):
    """Plans read together, the name of one that could not be; and what failed."""

    plans: list[Plan | str]
    failed: list[FailedPlan]


def batches_of(
    rules: Ruleset,
    plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
    read: str,
    progress: Progress,
    language: str = "en",
    most: int = TOGETHER,
) -> Iterator[Batch]:
    """Reads plans batch by batch, `most` at a time, and tells how far it is. An empty batch where there is no plan at all."""
    given = listed(plans)
    tell = _teller(progress, language)
    for start in range(0, max(len(given), 1), most):
        together = given[start : start + most]
        failed: list[FailedPlan] = []
        read_plans = _read(rules, together, start, read, failed)
        places = range(start, start + len(together))
        yield Batch([read_plans.get(place) or _name_of(given[place], place) for place in places], failed)
        if together:
            tell(start + len(together), len(given), _name_of(together[-1], places[-1]))


def assess_all(
    rules: Ruleset,
    plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
    as_of: datetime.date,
    language: str,
    parameters: list[tuple[str, str]],
    read: str,
    facts_since: datetime.date | None,
    progress: Progress,
) -> Assessments:
    made: list[Assessment] = []
    failed: list[FailedPlan] = []
    for batch in batches_of(rules, plans, read, progress, language):
        failed += batch.failed
        made += assessed_together(batch, rules, as_of, language, parameters, facts_since)
    return Assessments(made, failed)


def assessed_together(
    batch: Batch, rules: Ruleset, as_of: datetime.date, language: str, parameters: list[tuple[str, str]], facts_since: datetime.date | None
) -> list[Assessment]:
    """The assessments of those plans of a batch that could be read."""
    together = [plan for plan in batch.plans if isinstance(plan, Plan)]
    outcomes = rules._core.assess_many([plan._core for plan in together], as_of, parameters, facts_since)
    return [
        _assessment_or_error(core, diagnostics, plan, language, parameters)
        for plan, (core, diagnostics) in zip(together, outcomes, strict=True)
    ]


def _read(rules: Ruleset, given: Sequence[PlanLike | Plan], start: int, read: str, failed: list[FailedPlan]) -> dict[int, Plan]:
    """The plans that could be read, by their place; those in JSON together, so that the engine runs them as one batch."""
    plans: dict[int, Plan] = {}
    texts: list[tuple[int, SpelledPlan, bytes]] = []
    for position, plan in enumerate(given, start):
        if isinstance(plan, Plan) and plan.ruleset._core is rules._core:  # read already
            plans[position] = plan
            continue
        name = _name_of(plan, position)
        try:
            if isinstance(plan, Plan):
                plans[position] = rules.read_plan(plan)
                continue
            spelled = rules._spelled(plan, None if _is_path(plan) else name)
            if isinstance(spelled.source, bytes):
                texts.append((position, spelled, spelled.source))
            else:
                core, diagnostics = spelled.read(rules._core, read)
                plans[position] = _plan_or_error(core, diagnostics, spelled, rules, read)
        except PlanError as error:
            failed.append(FailedPlan(position, name, _sha256_of(plan), error))
    outcomes = rules._core.read_plans([(spelled.name, source) for _, spelled, source in texts], read) if texts else []
    for (position, spelled, _), (core, diagnostics) in zip(texts, outcomes, strict=True):
        try:
            plans[position] = _plan_or_error(core, diagnostics, spelled, rules, read)
        except PlanError as error:
            failed.append(FailedPlan(position, spelled.name, _sha256_of(spelled.source), error))
    failed.sort(key=lambda one: one.position)
    return plans


def _plan_or_error(core: _core.Plan | None, diagnostics: list[_core.Diagnostic], spelled: SpelledPlan, rules: Ruleset, read: str) -> Plan:
    if core is None:
        raise PlanError(rendered(diagnostics), diagnostics)
    return Plan(core, spelled, rules, read)


def _sha256_of(plan: object) -> str:
    """Of the bytes given; empty where there are none."""
    import hashlib

    if isinstance(plan, str) and arguments.is_json(plan):
        plan = plan.encode("utf-8")
    if isinstance(plan, (str, os.PathLike)):
        try:
            plan = plan_bytes(os.fspath(plan))
        except PlanError:
            return ""
    return hashlib.sha256(plan).hexdigest() if isinstance(plan, (bytes, bytearray)) else ""


def _assessment_or_error(
    core: _core.Assessment | None, diagnostics: list[_core.Diagnostic], plan: Plan, language: str, parameters: list[tuple[str, str]]
) -> Assessment:
    if core is None:
        raise AssessmentError(rendered(diagnostics), diagnostics)
    return Assessment(core, plan, language, parameters)


def listed(plans: Iterable[PlanLike | Plan] | str | os.PathLike[str]) -> list[PlanLike | Plan]:
    """A folder stands for the plans in it, by name."""
    if isinstance(plans, (Mapping, Plan, bytes, bytearray)):
        return [plans]
    if isinstance(plans, str) and arguments.is_json(plans):
        return [plans]
    if isinstance(plans, (str, os.PathLike)):
        return plans_in_folder(folder) if os.path.isdir(folder := arguments.path(plans, "plans")) else [folder]
    if not isinstance(plans, Iterable):
        raise arguments.wrong_type("plans", "a list of plans, a folder or a path", plans)
    return list(plans)


def plans_in_folder(folder: str) -> list[PlanLike | Plan]:
    """Paths of the plans in a folder, by name. Raises PlanError where there is none."""
    names = sorted(name for name in os.listdir(folder) if name.lower().endswith(PLAN_ENDINGS) and not name.startswith("."))
    if not names:
        raise PlanError(Sentence("no_plan_in_folder", folder=folder))
    return [os.path.join(folder, name) for name in names]


PLAN_ENDINGS = (".json", ".yaml", ".yml")


def _name_of(plan: PlanLike | Plan, index: int) -> str:
    if isinstance(plan, Plan):
        return plan.name
    return visible_name(os.path.basename(arguments.path(plan, "plan"))) if _is_path(plan) else f"plan {index + 1}"


def _is_path(plan: object) -> bool:
    return isinstance(plan, os.PathLike) or (isinstance(plan, str) and not arguments.is_json(plan))


def _teller(progress: Progress, language: str) -> Callable[[int, int, str], object]:
    if callable(progress):
        return progress
    if not isinstance(progress, bool):
        raise arguments.wrong_type("progress", "True, False or a function", progress)
    if not progress:
        return lambda done, total, name: None

    def count(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else "\r"
        print(Sentence("plans_assessed", done=done, total=total).in_language(language), end=end, file=sys.stderr, flush=True)

    return count
