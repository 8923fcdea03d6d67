"""The verdicts of many plans as one table: a row a plan, a column a requirement."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from brecha.assessments import TOGETHER, FailedPlan, batches_of, listed
from brecha.errors import AssessmentError, rendered
from brecha.tables import Table

if TYPE_CHECKING:
    import datetime

    from brecha import _core
    from brecha.assessments import Progress
    from brecha.plan import Plan
    from brecha.plan_spellings.spelled_plan import PlanLike
    from brecha.ruleset import Ruleset


_LOADED_TOGETHER = 20_000  # plans that need not be read: of those that were read together some would run anew in each batch


class Verdicts(Table["tuple[str | None, ...]"]):
    """Column `plan`, then a column for each requirement: met, partly_met, not_met, unknown, not_applicable.

    A table like all others. `.failed` are the plans that could not be read; in their rows there is no verdict.
    """

    __slots__ = ("failed",)

    def __init__(self, core: _core.Table, failed: list[FailedPlan]) -> None:
        super().__init__(core, tuple)
        self.failed = failed


def verdicts_of(
    rules: Ruleset,
    plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
    as_of: datetime.date,
    parameters: list[tuple[str, str]],
    read: str,
    facts_since: datetime.date | None,
    progress: Progress,
) -> Verdicts:
    from brecha import _core
    from brecha.plan import Plan

    pieces: list[_core.Table] = []
    failed: list[FailedPlan] = []
    given = listed(plans)
    together = _LOADED_TOGETHER if all(isinstance(plan, Plan) for plan in given) else TOGETHER
    for batch in batches_of(rules, given, read, progress, most=together):
        failed += batch.failed
        core, diagnostics = rules._core.verdict_table(
            [plan._core if isinstance(plan, Plan) else plan for plan in batch.plans],
            as_of,
            parameters,
            facts_since,
        )
        if core is None:
            raise AssessmentError(rendered(diagnostics), diagnostics)
        pieces.append(core)
    return Verdicts(pieces[0] if len(pieces) == 1 else _core.concatenate(pieces), failed)
