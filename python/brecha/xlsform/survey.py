"""The questions of a form for phones: groups and repeats for parts and lists, a name for each question that an export can be read by.

The names are made of the place without keys: "country", "agencies_sector", "facilities_plan_approved_on". Beside a question stand, by an
ending: why it has no answer (__why), whether a list is complete (__complete), whether there is such a part (__there).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from brecha.questionnaire.layout import NAMES, read_fields

if TYPE_CHECKING:
    from brecha._core import EntityInfo, FieldInfo, VocabularyInfo

WHY, COMPLETE, THERE = "__why", "__complete", "__there"
WHO, ON, DOCUMENT = "answered_by", "answered_on", "document_of_answers"


class Question(NamedTuple):
    """A row of the survey. kind: question, why, complete, there, or begin and end of a group or repeat."""

    kind: str
    name: str
    place: str  # without keys: "agencies/*/sector"
    entity: EntityInfo
    field: FieldInfo
    is_key: bool = False


class Survey:
    """Of one vocabulary: its questions in order, and their names."""

    def __init__(self, vocabulary: VocabularyInfo) -> None:
        self.entities = {entity.name: entity for entity in vocabulary.entities}
        self.root = next(entity for entity in vocabulary.entities if entity.root)
        self._names: dict[str, str] = {}
        self.questions = list(self._of("", self.root, ()))

    def name_of(self, place: str) -> str:
        """The name of the question at a place without keys; empty where nothing is asked there."""
        return self._names.get(place, "")

    def by_name(self) -> dict[str, Question]:
        return {question.name: question for question in self.questions if question.kind != "end"}

    def _of(self, inside: str, entity: EntityInfo, entities: tuple[str, ...]) -> Iterator[Question]:
        called = [field for field in entity.fields if field.name in NAMES and field.type == "text" and not field.list][:1]
        keys = [field for field in entity.fields if field.name in entity.key] if inside.endswith("*") else []
        read = [field for field in read_fields(entity) if field not in (*keys, *called)]
        for field in (*keys, *(called if inside else ()), *read):
            place = f"{inside}/{field.name}" if inside else field.name
            if field.type != "entity":
                is_key = field in keys
                yield Question("question", self._name(place), place, entity, field, is_key)
                if not is_key:
                    yield Question("why", self._name(place) + WHY, place, entity, field)
                    if field.list:
                        yield Question("complete", self._name(place) + COMPLETE, place, entity, field)
            elif field.entity not in entities:
                of = self.entities[field.entity]
                if not field.list:
                    yield Question("there", self._name(place) + THERE, place, entity, field)
                below = f"{place}/*" if field.list else place
                yield Question("begin", self._name(place), place, entity, field)
                yield from self._of(below, of, (*entities, field.entity))
                yield Question("end", self._name(place), place, entity, field)
                if field.list:
                    yield Question("complete", self._name(place) + COMPLETE, place, entity, field)

    def _name(self, place: str) -> str:
        """Of letters, digits and low lines, each once."""
        if place not in self._names:
            name = place.replace("/*", "").replace("/", "_")
            taken, number, made = set(self._names.values()), 2, name
            while made in taken:
                made, number = f"{name}_{number}", number + 1
            self._names[place] = made
        return self._names[place]
