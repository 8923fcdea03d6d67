"""Many plans from one table, a plan a row: lists are Arrow lists, elements structs. Their verdicts, and the report of any of them.

The rows go through the door for JSON, in batches. A column that no field has is told once, and left out.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from brecha.arguments import language_of, whole_number
from brecha.assessments import FailedPlan
from brecha.errors import AssessmentError, BrechaError, PlanError, rendered
from brecha.near_names import did_you_mean
from brecha.remarks import Remark
from brecha.sentences import Sentence
from brecha.tables_in.rows import TableLike, arrow_table
from brecha.verdicts import Verdicts

if TYPE_CHECKING:
    from brecha import _core
    from brecha._core import EntityInfo
    from brecha.assessment import Assessment
    from brecha.ruleset import Ruleset

_TOGETHER = 4096  # rows of a batch
_RESERVED = ("evidence", "judgements")

Taken = Callable[[Any], Any]  # of a value of Arrow, as Python has it, what a plan has


class PlanTable(Verdicts):
    """The verdicts of a table's plans: column `plan`, then a column for each requirement.

    A table like all others, its verdicts dictionary columns in Arrow and categories in data frames. `.report(row)` is the assessment
    of one plan, `.remarks` are on columns that no field has, `.failed` the plans that could not be read.
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
    from brecha import _core

    arrow = arrow_table(table)
    columns = _Columns(rules, arrow.schema, name)
    pieces: list[_core.Table] = []
    failed: list[FailedPlan] = []
    for start, batch in _batches(arrow):
        named = columns.plans(batch, start)
        plans = []
        for number, ((plan_name, text), (plan, why)) in enumerate(zip(named, rules._core.read_plans(named, read), strict=True), start):
            plans.append((plan_name, plan))
            if plan is None:
                failed.append(FailedPlan(number, plan_name, _sha256(text), PlanError(rendered(why), why)))
        piece, diagnostics = rules._core.verdict_table(plans, as_of, parameters, facts_since)
        if piece is None:
            raise AssessmentError(rendered(diagnostics), diagnostics)
        pieces.append(piece)

    def assess(row: int, language: str) -> Assessment:
        ((plan_name, text),) = columns.plans(arrow.slice(row, 1), row)
        plan = rules.read_plan(text, name=plan_name, read=read or None)
        return rules.assess(plan, as_of, language=language, parameters=dict(parameters), facts_since=facts_since)

    return PlanTable(_core.concatenate(pieces), failed, columns.remarks, assess)


def _batches(arrow: Any) -> Iterator[tuple[int, Any]]:
    for start in range(0, max(arrow.num_rows, 1), _TOGETHER):
        yield start, arrow.slice(start, _TOGETHER)


def _sha256(text: bytes) -> str:
    import hashlib

    return hashlib.sha256(text).hexdigest()


class _Columns:
    """What the columns of a table mean, by the vocabulary."""

    def __init__(self, rules: Ruleset, schema: Any, name: str | None) -> None:
        self._entities = {entity.name: entity for entity in rules.vocabulary().entities}
        self._told: dict[str, Remark] = {}
        root = next(entity for entity in self._entities.values() if entity.root)
        if name is not None and name not in schema.names:
            raise BrechaError(Sentence("no_column", table="table", column=name, near=did_you_mean(name, schema.names)))
        fields = {field.name for field in root.fields}
        self._name = name if name is not None else "plan" if "plan" in schema.names and "plan" not in fields else None
        self._taken: list[tuple[str, Taken]] = []
        for column in schema:
            if column.name == self._name and column.name not in fields:
                continue
            taken = self._member(root, column, "")
            if taken is not None:
                self._taken.append((column.name, taken))
        self.remarks = tuple(self._told.values())

    def plans(self, batch: Any, start: int) -> list[tuple[str, bytes]]:
        """Each row as a name and JSON text; what a column says as nothing is left out."""
        columns = [(name, [taken(value) for value in batch.column(name).to_pylist()]) for name, taken in self._taken]
        names = batch.column(self._name).to_pylist() if self._name is not None else range(start, start + batch.num_rows)
        texts = []
        for at, name in enumerate(names):
            plan = {column: values[at] for column, values in columns if values[at] is not None}
            texts.append((f"row {name}" if self._name is None else str(name), _ENCODER.encode(plan).encode("utf-8", "surrogatepass")))
        return texts

    def _member(self, entity: EntityInfo, column: Any, above: str) -> Taken | None:
        """How values of a column, or of a member of a struct, are taken; None for one that no field has."""
        place = f"{above}/{column.name}" if above else column.name
        if not above and column.name in _RESERVED:
            return _reserved
        field = next((one for one in entity.fields if one.name == column.name), None)
        if field is None:
            near = did_you_mean(column.name, [one.name for one in entity.fields])
            sentence = Sentence("table_column_unknown", column=column.name, entity=entity.name, near=near)
            self._told.setdefault(place, Remark("table", place, "", sentence))
            return None
        return self._value(column.type, self._entities.get(field.entity) if field.type == "entity" else None, place)

    def _value(self, kind: Any, entity: EntityInfo | None, place: str) -> Taken:
        import pyarrow.types as types

        if types.is_dictionary(kind):
            kind = kind.value_type
        if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind) or types.is_list_view(kind):
            one = self._value(kind.value_type, entity, place)
            return (
                (lambda values: values) if one is _as_it_is else lambda values: None if values is None else [one(value) for value in values]
            )
        if types.is_struct(kind) and entity is not None:
            members = [(member.name, self._member(entity, member, place)) for member in kind]
            known = [(name, taken) for name, taken in members if taken is not None]
            return lambda value: None if value is None else {name: one for name, taken in known if (one := taken(value[name])) is not None}
        if types.is_struct(kind):  # a value within bounds: {"from": …, "to": …}
            return _without_nothing
        if types.is_floating(kind):
            return lambda value: None if value is None or value != value else int(value) if value.is_integer() else value
        if types.is_timestamp(kind) or types.is_date(kind) or types.is_duration(kind) or types.is_decimal(kind):
            return _plain
        return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    """Dates, moments, durations and decimals as plans write them; a moment at midnight is a date."""
    from brecha.plan_edits import plain
    from brecha.plan_spellings.python_values import may_be_date

    if value is None:
        return None
    written = plain(value)
    return written[:10] if isinstance(written, str) and may_be_date(written) else written


def _reserved(value: Any) -> Any:
    """evidence and judgements: structs, maps, or JSON text."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    if isinstance(value, list) and all(isinstance(one, tuple) and len(one) == 2 for one in value) and value:
        return {str(key): _without_nothing(one) for key, one in value}
    return _without_nothing(value)


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_nothing(one) for one in value]
    return _plain(value) if isinstance(value, (datetime.date, datetime.timedelta, Decimal)) else value


def _text_of(value: Any) -> str:
    """What no plan can hold (bytes, a decimal of many digits) as a text: the engine says so at its place."""
    return str(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_text_of, separators=(",", ":"))
