"""A plan with a table as the elements of one of its lists. An element that the list has by its key gets what the table says; none goes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.asking.plan_file import content_of
from brecha.errors import BrechaError
from brecha.languages import LANGUAGES
from brecha.near_names import did_you_mean
from brecha.plan_edits import PlanEdits, key_text
from brecha.plan_spellings.dict_plan import Placed, tree_of_dict
from brecha.plan_spellings.spelled_plan import SpelledPlan
from brecha.remarks import Remark
from brecha.sentences import Sentence
from brecha.tables_in.rows import Rows, TableLike, rows_of
from brecha.typed_values import folded

if TYPE_CHECKING:
    from brecha._core import EntityInfo, FieldInfo
    from brecha.plan import Plan
    from brecha.ruleset import Ruleset


def spelled_with_table(plan: Plan, place: str, table: TableLike) -> SpelledPlan:
    """See Plan.with_table."""
    rules = plan.ruleset
    entities = rules.vocabulary().entities
    edits = PlanEdits(entities)
    field = edits.field_at(place)
    if not (field.list and field.type == "entity"):
        raise BrechaError(Sentence("table_into_no_list", place=place))
    columns = _Columns(rules, {entity.name: entity for entity in entities}, field)
    given = rows_of(table)
    paths, remarks = columns.of(given, place)
    data = content_of(plan)
    elements = list(edits.value_at(data, place) or [])
    at = {edits.key_of(field.entity, element): number for number, element in enumerate(elements)}
    first: dict[str, int] = {}
    for number, cells in given.rows:
        element = _element(paths, cells, number, given.is_text)
        if not element:
            continue
        key = ",".join(key_text(_bare(element.get(name))) for name in columns.entity.key)
        key = key if columns.entity.key and all(element.get(name) is not None for name in columns.entity.key) else ""
        if key and key in first:
            remarks.append(Remark(given.name, str(number), place, Sentence("form_key_twice", key=key, other=str(first[key]))))
            continue
        if key:
            first[key] = number
        if key and key in at:
            elements[at[key]] = _merged(elements[at[key]], element)
        else:
            elements.append(element)
    changed = edits.with_value(data, place, elements)
    return SpelledPlan(plan.name, tree_of_dict(changed), (*plan.remarks, *remarks))


class _Columns:
    """What the columns of a table mean: fields of the elements, and of their parts by "part/field"."""

    def __init__(self, rules: Ruleset, entities: dict[str, EntityInfo], field: FieldInfo) -> None:
        self.entities, self.entity = entities, entities[field.entity]
        self.labels: dict[tuple[str, str], list[str]] = {}  # of a field of an entity, in every language
        for language in LANGUAGES:
            for entity in rules.vocabulary(language).entities:
                for one in entity.fields:
                    self.labels.setdefault((entity.name, one.name), []).append(one.label)

    def of(self, given: Rows, place: str) -> tuple[list[tuple[tuple[str, ...], FieldInfo] | None], list[Remark]]:
        """The fields of each column, None for one that is none, and remarks on those."""
        known = self._known(self.entity.name, ())
        found: list[tuple[tuple[str, ...], FieldInfo] | None] = []
        remarks = []
        taken: dict[tuple[str, ...], str] = {}
        for name in given.columns:
            one = known.get(name) or known.get(folded(re.sub(r"[./]", "/", name)))
            if one is not None and one[0] in taken:
                remarks.append(Remark(given.name, name, place, Sentence("table_column_twice", column=name, other=taken[one[0]])))
                one = None
            elif one is None and name:
                near = did_you_mean(name, [text for text in known if "/" not in text])
                remarks.append(
                    Remark(given.name, name, place, Sentence("table_column_unknown", column=name, entity=self.entity.name, near=near))
                )
            if one is not None:
                taken[one[0]] = name
            found.append(one)
        if self.entity.key and not all((name,) in taken for name in self.entity.key):
            remarks.append(Remark(given.name, "", place, Sentence("table_without_key", key=", ".join(self.entity.key))))
        return found, remarks

    def _known(self, entity: str, above: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], FieldInfo]]:
        """By name, and by label in any language where it is one field's alone."""
        known: dict[str, tuple[tuple[str, ...], FieldInfo]] = {}
        labels: dict[str, list[tuple[tuple[str, ...], FieldInfo]]] = {}
        for field in self.entities[entity].fields:
            path = (*above, field.name)
            known["/".join(path)] = known[folded("/".join(path))] = (path, field)
            for label in self.labels[entity, field.name]:
                labels.setdefault(folded("/".join((*above, label))), []).append((path, field))
            if field.type == "entity" and not field.list and field.entity != entity and len(above) < 3:
                known = self._known(field.entity, path) | known
        for label, found in labels.items():
            if len({path for path, _ in found}) == 1:
                known.setdefault(label, found[0])
        return known


def _element(paths: Sequence[tuple[tuple[str, ...], FieldInfo] | None], cells: Sequence[Any], row: int, is_text: bool) -> dict[str, Any]:
    """What a row says, each value with its row and column."""
    element: dict[str, Any] = {}
    for column, (one, cell) in enumerate(zip(paths, cells, strict=False), 1):
        if one is None or cell is None or cell == "" or cell != cell:
            continue
        path, field = one
        inside = element
        for step in path[:-1]:
            inside = inside.setdefault(step, {})
        if field.list and isinstance(cell, str):
            cell = _listed(cell, field)
        inside[path[-1]] = Placed(cell, row, column, is_text)
    return element


def _listed(cell: str, field: FieldInfo) -> Any:
    """A list in one cell: JSON, or texts with semicolons between them."""
    if cell.startswith("["):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    return [part.strip() for part in cell.split(";") if part.strip()] if field.type != "entity" else cell


def _merged(element: Any, more: dict[str, Any]) -> Any:
    """An element with what a row says of it; parts are merged, everything else is replaced."""
    if not isinstance(element, dict):
        return more
    merged = dict(element)
    for name, value in more.items():
        merged[name] = _merged(merged[name], value) if isinstance(value, dict) and isinstance(merged.get(name), dict) else value
    return merged


def _bare(value: Any) -> Any:
    return value.value if isinstance(value, Placed) else value
