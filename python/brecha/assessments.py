"""Many plans assessed against one ruleset. One that could not be read is kept with its error, and does not stop the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Union, overload

from brecha.assessment import Assessment
from brecha.errors import AssessmentError, PlanError, rendered
from brecha.tables import Table, concatenated

if TYPE_CHECKING:
    import datetime

    from brecha import _core
    from brecha.plan import Plan
    from brecha.plan_spellings.spelled_plan import PlanLike
    from brecha.rows import Finding, Gap, Missing, Note
    from brecha.ruleset import Ruleset

Progress = Union[bool, "Callable[[int, int, str], object]"]

_TOGETHER = 64  # plans assessed in one batch; between batches Ctrl-C is heard


class FailedPlan(NamedTuple):
    """A plan that could not be read, its place among the plans given, and why."""

    position: int
    name: str
    error: PlanError


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

    def to_json(self) -> str:
        """An array of reports in the order of the plans; a plan that could not be read has "plan" and "notes" only."""
        pieces: list[str] = [report.to_json().rstrip("\n") for report in self._made]
        for failed in self.failed:
            pieces.insert(failed.position, _failed_json(failed))
        indented = ["\n".join("  " + line if line else line for line in piece.split("\n")) for piece in pieces]
        return "[\n" + ",\n".join(indented) + "\n]\n"

    def failed_json(self) -> str:
        """The first plan that could not be read, as `to_json` shows it."""
        return _failed_json(self.failed[0]) + "\n"

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
        together: list[Plan] = []
        for index, plan in enumerate(given[start : start + _TOGETHER], start):
            name = _name_of(plan, index)
            try:
                together.append(rules.read_plan(plan, read=read, name=name if isinstance(plan, Mapping) else None))
            except PlanError as error:
                failed.append(FailedPlan(index, name, error))
        outcomes = rules._core.assess_many([plan._core for plan in together], as_of, parameters)
        for plan, (core, diagnostics) in zip(together, outcomes, strict=True):
            made.append(_assessment_or_error(core, diagnostics, plan, language))
        done = min(start + _TOGETHER, len(given))
        tell(done, len(given), _name_of(given[done - 1], done - 1))
    return Assessments(made, failed)


def _assessment_or_error(
    core: _core.Assessment | None, diagnostics: list[_core.Diagnostic], plan: Plan, language: str
) -> Assessment:
    if core is None:
        raise AssessmentError(rendered(diagnostics), diagnostics)
    return Assessment(core, plan, language)


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


def _failed_json(failed: FailedPlan) -> str:
    import json

    notes = [
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "place": "",
            "pointer": "",
            "line": diagnostic.line,
            "column": diagnostic.column,
            "message": diagnostic.message("en"),
            "help": diagnostic.help("en"),
        }
        for diagnostic in failed.error.diagnostics
    ]
    if not notes:
        notes = [{"code": "", "severity": "error", "place": "", "pointer": "", "line": 0, "column": 0, "message": str(failed.error), "help": ""}]
    return json.dumps({"plan": {"name": failed.name, "sha256": ""}, "notes": notes}, ensure_ascii=False, indent=2)
