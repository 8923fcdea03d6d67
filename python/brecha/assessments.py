"""Many plans assessed against one ruleset. One that could not be read is kept with its error, and does not stop the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Union, overload

from brecha.assessment import Assessment, write_text
from brecha.errors import AssessmentError, PlanError, rendered
from brecha.plan import Plan
from brecha.ruleset import Ruleset, reading_of
from brecha.tables import Table, concatenated

if TYPE_CHECKING:
    import datetime

    from brecha import _core
    from brecha.plan_spellings.spelled_plan import PlanLike, SpelledPlan
    from brecha.rows import Finding, Gap, Missing, Note

Progress = Union[bool, "Callable[[int, int, str], object]"]

_TOGETHER = 256  # plans assessed in one batch; between batches Ctrl-C is heard


class FailedPlan(NamedTuple):
    """A plan that could not be read, its place among the plans given, and why."""

    position: int
    name: str
    sha256: str
    error: PlanError

    def to_json(self, language: str = "en") -> str:
        """What stands in its place in the JSON report: "plan" and "notes"."""
        from brecha import _core

        why = list(self.error.diagnostics) or [_core.Diagnostic(self.name, str(self.error))]
        return _core.refused_to_json(self.name, self.sha256, why, language)


class Assessments(Sequence[Assessment]):
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
        """The findings of all plans in one table; column `plan` tells them apart. Raises ValueError where no plan was read."""
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
        text = _core.reports_to_json(reports)
        if path is not None:
            write_text(path, text)
        return text

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """A workbook with a sheet for each table, the plans below each other."""
        from brecha.excel import write_workbook

        write_workbook(self._some(), path)

    def _some(self) -> list[Assessment]:
        if not self._made:
            raise ValueError("no plan could be read")
        return self._made

    def __repr__(self) -> str:
        from brecha.rich_view.overview import overview_text

        return overview_text(self)

    def _repr_html_(self) -> str:
        from brecha.rich_view.overview import overview_html

        return overview_html(self)


def assess_all(
    rules: Ruleset,
    plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
    as_of: datetime.date,
    language: str,
    parameters: list[tuple[str, str]],
    read: str | None,
    progress: Progress,
) -> Assessments:
    given = _listed(plans)
    tell = _teller(progress)
    made: list[Assessment] = []
    failed: list[FailedPlan] = []
    for start in range(0, len(given), _TOGETHER):
        together = _read(rules, given[start : start + _TOGETHER], start, reading_of(read), failed)
        outcomes = rules._core.assess_many([plan._core for plan in together], as_of, parameters)
        for plan, (core, diagnostics) in zip(together, outcomes, strict=True):
            made.append(_assessment_or_error(core, diagnostics, plan, language, parameters))
        done = min(start + _TOGETHER, len(given))
        tell(done, len(given), _name_of(given[done - 1], done - 1))
    return Assessments(made, failed)


def _read(rules: Ruleset, given: Sequence[PlanLike | Plan], start: int, read: str, failed: list[FailedPlan]) -> list[Plan]:
    """The plans that could be read; those in JSON together, so that the engine runs them as one batch."""
    plans: dict[int, Plan] = {}
    texts: list[tuple[int, SpelledPlan]] = []
    for position, plan in enumerate(given, start):
        name = _name_of(plan, position)
        try:
            if isinstance(plan, Plan):
                plans[position] = rules.read_plan(plan)
                continue
            spelled = rules._spelled(plan, name if isinstance(plan, Mapping) else None)
            if spelled.sha256:
                core, diagnostics = rules._core.read_plan(spelled.text, spelled.name, read, spelled.sha256, spelled.same_lines)
                plans[position] = _plan_or_error(core, diagnostics, spelled, rules)
            else:
                texts.append((position, spelled))
        except PlanError as error:
            failed.append(FailedPlan(position, name, _sha256_of(plan), error))
    outcomes = rules._core.read_plans([(spelled.name, spelled.text) for _, spelled in texts], read)
    for (position, spelled), (core, diagnostics) in zip(texts, outcomes, strict=True):
        try:
            plans[position] = _plan_or_error(core, diagnostics, spelled, rules)
        except PlanError as error:
            failed.append(FailedPlan(position, spelled.name, _sha256_of(spelled.text), error))
    failed.sort(key=lambda one: one.position)
    return [plans[position] for position in sorted(plans)]


def _plan_or_error(core: _core.Plan | None, diagnostics: list[_core.Diagnostic], spelled: SpelledPlan, rules: Ruleset) -> Plan:
    if core is None:
        raise PlanError(rendered(diagnostics), diagnostics)
    return Plan(core, spelled, rules)


def _sha256_of(plan: object) -> str:
    """Of the bytes given; empty where there are none."""
    import hashlib

    if isinstance(plan, str) and plan.lstrip().startswith("{"):
        plan = plan.encode("utf-8")
    if isinstance(plan, (str, os.PathLike)):
        try:
            with open(plan, "rb") as file:
                plan = file.read()
        except OSError:
            return ""
    return hashlib.sha256(plan).hexdigest() if isinstance(plan, (bytes, bytearray)) else ""


def _assessment_or_error(
    core: _core.Assessment | None, diagnostics: list[_core.Diagnostic], plan: Plan, language: str, parameters: list[tuple[str, str]]
) -> Assessment:
    if core is None:
        raise AssessmentError(rendered(diagnostics), diagnostics)
    return Assessment(core, plan, language, parameters)


def _listed(plans: Iterable[PlanLike | Plan] | str | os.PathLike[str]) -> list[PlanLike | Plan]:
    """A folder stands for the plans in it, by name."""
    if isinstance(plans, Mapping):
        return [plans]
    if isinstance(plans, (str, os.PathLike)):
        folder = os.fspath(plans)
        if not os.path.isdir(folder):
            return [folder]
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith((".json", ".yaml", ".yml")))
        if not names:
            raise PlanError(f"there is no plan (.json, .yaml) in the folder {folder}")
        return [os.path.join(folder, name) for name in names]
    return list(plans)


def _name_of(plan: PlanLike | Plan, index: int) -> str:
    if isinstance(plan, os.PathLike):
        return os.path.basename(os.fspath(plan))
    if isinstance(plan, str) and not plan.lstrip().startswith("{"):
        return os.path.basename(plan)
    return getattr(plan, "name", f"plan {index + 1}")


def _teller(progress: Progress) -> Callable[[int, int, str], object]:
    if callable(progress):
        return progress
    if not progress:
        return lambda done, total, name: None

    def count(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else "\r"
        print(f"{done} of {total} plans assessed", end=end, file=sys.stderr, flush=True)

    return count
