"""Many plans from one table, a plan a row: lists are Arrow lists, elements structs. Their verdicts, and the report of any of them.

The columns go into the engine as Arrow has them. A column that no field has is told once, and left out.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from brecha.arguments import language_of, whole_number
from brecha.assessments import FailedPlan
from brecha.errors import AssessmentError, BrechaError, PlanError, rendered
from brecha.languages import LANGUAGES
from brecha.near_names import did_you_mean
from brecha.plan_spellings.spelled_plan import SpelledPlan
from brecha.remarks import Remark
from brecha.rows import PlanNote
from brecha.sentences import EngineSentence, Sentence
from brecha.tables import Table
from brecha.tables_in.rows import TableLike, arrow_stream, columns_of
from brecha.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Callable

    from brecha import _core
    from brecha.assessment import Assessment
    from brecha.ruleset import Ruleset


class PlanTable(Verdicts):
    """The verdicts of a table's plans: column `plan`, then a column for each requirement.

    A table like all others, its verdicts dictionary columns in Arrow and categories in data frames. `.report(row)` is the assessment
    of one plan, `.remarks` are on columns that no field has or takes, `.failed` the plans that could not be read.
    """

    __slots__ = ("_assess", "remarks")

    def __init__(
        self, core: _core.Table, failed: list[FailedPlan], remarks: tuple[Remark, ...], assess: Callable[[int, str], Assessment]
    ) -> None:
        super().__init__(core, failed)
        self.remarks = remarks
        self._assess = assess

    def report(self, row: int, *, language: str = "en") -> Assessment:
        """The assessment of the plan in a row, from 0. Raises IndexError for another, PlanError where it could not be read."""
        row = whole_number(row, "row")
        if not -len(self) <= row < len(self):
            raise IndexError(f"the table has {len(self)} rows")
        return self._assess(row % len(self), language_of(language))


def assess_table(
    rules: Ruleset,
    table: TableLike,
    as_of: datetime.date,
    parameters: list[tuple[str, str]],
    read: str,
    facts_since: datetime.date | None,
    name: str | None,
) -> PlanTable:
    """See Ruleset.assess_table."""
    stream = arrow_stream(table)
    if name is not None and name not in (names := columns_of(stream)):
        raise BrechaError(Sentence("no_column", table="table", column=name, near=did_you_mean(name, names)))
    plans, why = rules._core.read_table(stream, name, read)
    if plans is None:
        raise PlanError(rendered(why), why)
    core, diagnostics, refused = rules._core.verdicts_of_table(plans, as_of, parameters, facts_since)
    if core is None:
        raise AssessmentError(rendered(diagnostics), diagnostics)
    failed = [FailedPlan(row, plans.name(row), "", PlanError(rendered(why), why)) for row, why in refused]

    def assess(row: int, language: str) -> Assessment:
        plan = rules._read_spelled(SpelledPlan(plans.name(row), plans.tree(row)), read)
        return rules.assess(plan, as_of, language=language, parameters=dict(parameters), facts_since=facts_since)

    return PlanTable(core, failed, tuple(_remarks(rules, plans)), assess)


def _remarks(rules: Ruleset, plans: _core.PlanTable) -> list[Remark]:
    """On columns that no field has, or whose values no such field takes."""
    remarks = []
    left_out = plans.left_out()
    fields = {entity.name: [field.name for field in entity.fields] for entity in rules.vocabulary().entities} if left_out else {}
    for place, entity, kind in left_out:
        column = place.rpartition("/")[2]
        unknown = Sentence("table_column_unknown", column=column, entity=entity, near=did_you_mean(column, fields[entity]))
        remarks.append(Remark("table", place, "", Sentence("table_column_type", type=kind) if kind else unknown))
    rows = len(plans.notes())
    if rows > len(left_out):
        tables = {language: Table(plans.notes(language), PlanNote) for language in LANGUAGES}
        for row in range(len(left_out), rows):
            said = EngineSentence(tables["en"][row].code, **{language: table[row].message for language, table in tables.items()})
            remarks.append(Remark("table", tables["en"][row].place or "", "", said))
    return remarks
