"""What a form has: rows for what is asked of the plan itself, and a sheet for each list of elements and for each part of an element.

The layout knows the vocabulary and nothing of workbooks. A sheet is named by its pattern, in which `*` stands for an element of a list:
"agencies/*", "facilities/*/access_points/*", "facilities/*/plan". A column is named by its code: the pattern, the field and what is
asked of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.plan_edits import key_text, place_of, slice_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brecha._core import EntityInfo, FieldInfo
    from brecha.plan_edits import Data

VALUE, ALL, THERE = "value", "complete", "there"
"""What a column asks: the value, whether the list is complete, whether there is one at all."""

NAMES = ("name", "title")  # of an element: asked for, though no rule reads them, so that people know whom a row is about


class Column(NamedTuple):
    """A field of the elements of a sheet."""

    field: FieldInfo
    asks: str

    @property
    def code(self) -> str:
        return self.field.name if self.asks == VALUE else f"{self.field.name}?{self.asks}"


class Sheet(NamedTuple):
    """A row for each element of a list, or for the part of an element that the pattern names."""

    pattern: str
    field: FieldInfo  # the list, or the part
    entity: EntityInfo
    above: tuple[FieldInfo, ...]  # the lists on the way, whose elements the first columns name
    keys: tuple[FieldInfo, ...]  # of the elements; none where the elements have none, or it is a part
    columns: tuple[Column, ...]

    @property
    def is_list(self) -> bool:
        return self.pattern.endswith("/*")

    @property
    def head(self) -> int:
        """How many columns say which row it is."""
        return len(self.above) + (len(self.keys) or 1 if self.is_list else 0)

    def place(self, steps: Sequence[str]) -> str:
        """The place of a row, by the steps of the elements on the way."""
        given = iter(steps)
        return place_of([next(given) if step == "*" else step for step in self.pattern.split("/")])


class Row(NamedTuple):
    """A question about one place, for the sheet of the plan itself."""

    place: str
    asks: str  # value, complete, there, list, slice, kept, still_so, judged
    question: str
    field: FieldInfo | None  # of a judgement none

    @property
    def code(self) -> tuple[str, str]:
        """What makes it one row: a place is asked for once, but for what is said of it besides."""
        return self.place, self.asks if self.asks in ("judged", "still_so") else ""


class Layout:
    """Of one vocabulary, in one language."""

    def __init__(self, entities: Sequence[EntityInfo]) -> None:
        self.entities = {entity.name: entity for entity in entities}
        self.root = next(entity for entity in entities if entity.root)
        self.sheets = {sheet.pattern: sheet for sheet in self._sheets("", self.root, (), ())}

    def rows(self) -> Iterator[Row]:
        """What is asked of the plan itself, and of its parts that are no lists."""
        yield from self._rows("", self.root, ())

    def _rows(self, inside: str, entity: EntityInfo, entities: tuple[str, ...]) -> Iterator[Row]:
        for field in read_fields(entity):
            place = f"{inside}/{field.name}" if inside else field.name
            question = field.question or field.label
            if field.type != "entity":
                yield Row(place, VALUE, question, field)
            elif field.list:
                yield Row(place, "list", question, field)
            elif field.entity not in entities:
                yield Row(place, THERE, question, field)
                yield from self._rows(place, self.entities[field.entity], (*entities, field.entity))

    def _sheets(self, inside: str, entity: EntityInfo, above: tuple[FieldInfo, ...], entities: tuple[str, ...]) -> Iterator[Sheet]:
        for field in read_fields(entity):
            if field.type != "entity" or field.entity in entities:
                continue
            element = self.entities[field.entity]
            pattern = f"{inside}/{field.name}" if inside else field.name
            if field.list:
                keys = tuple(one for name in element.key for one in element.fields if one.name == name)
                yield Sheet(f"{pattern}/*", field, element, above, keys, tuple(_columns(element)))
                yield from self._sheets(f"{pattern}/*", element, (*above, field), (*entities, field.entity))
            else:
                if above:
                    yield Sheet(pattern, field, element, above, (), tuple(_columns(element)))
                yield from self._sheets(pattern, element, above, (*entities, field.entity))

    def sheet_of(self, place: str) -> Sheet | None:
        """The sheet in which the elements of a list, or the part of an element, at this place stand."""
        pattern = self.pattern_of(place)
        return self.sheets.get(f"{pattern}/*") or self.sheets.get(pattern)

    def pattern_of(self, place: str) -> str:
        """A place without its keys: "facilities/*/areas" for facilities/port/areas."""
        entity, pattern, is_element = self.root, [], False
        for step in steps_of(slice_of(place)[0]):
            if is_element:
                pattern.append("*")
                is_element = False
                continue
            field = next((one for one in entity.fields if one.name == step), None)
            if field is None:
                break
            pattern.append(step)
            if field.type == "entity":
                entity, is_element = self.entities[field.entity], field.list
        return "/".join(pattern)

    def elements(self, plan: Data, sheet: Sheet) -> Iterator[tuple[tuple[str, ...], Data | None]]:
        """The rows that a plan has for a sheet: the steps of the elements on the way, and what stands there, None where nothing does."""
        yield from self._elements(plan, self.root, sheet.pattern.split("/"), ())

    def _elements(
        self, item: Data | None, entity: EntityInfo, steps: Sequence[str], found: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], Data | None]]:
        if not steps:
            yield found, item
            return
        field = next(one for one in entity.fields if one.name == steps[0])
        value = item.get(field.name) if item is not None else None
        of = self.entities[field.entity]
        if len(steps) > 1 and steps[1] == "*":
            for position, element in enumerate(value if isinstance(value, list) else ()):
                if isinstance(element, dict):
                    yield from self._elements(element, of, steps[2:], (*found, step_of(of, element, position)))
        else:
            yield from self._elements(value if isinstance(value, dict) else None, of, steps[1:], found)


def step_of(entity: EntityInfo, element: Data, position: int) -> str:
    """How places name an element: by its key, else by its number."""
    parts = [key_text(element.get(name)) for name in entity.key]
    return ",".join(parts) if parts and all(parts) else f"[{position}]"


def read_fields(entity: EntityInfo) -> list[FieldInfo]:
    """Those that rules read, and no key of its own without a list."""
    return [field for field in entity.fields if field.read_by_rules]


def _columns(entity: EntityInfo) -> Iterator[Column]:
    names = [field for field in entity.fields if field.name in NAMES and field.type == "text" and not field.list]
    for field in (*names[:1], *(one for one in read_fields(entity) if one not in names[:1])):
        if field.name in entity.key:
            continue
        if field.type != "entity":
            yield Column(field, VALUE)
        elif not field.list:
            yield Column(field, THERE)
        if field.list:
            yield Column(field, ALL)
