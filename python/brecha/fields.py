"""What a field of a plan takes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from brecha._core import FieldInfo


def described_type(field: FieldInfo, language: str) -> str:
    """ "list of Agency", "date, as in 2026-01-15", "number in persons"."""
    return said(type_sentence(field), language)


def type_sentence(field: FieldInfo, one: bool = False) -> Sentence | str:
    """What a field takes; with `one`, what one element of a list is."""
    is_list = field.list and not one
    if field.type == "entity":
        kind: Sentence | str = field.entity
    elif field.type == "reference":
        kind = Sentence("type_reference", entity=field.entity)
    else:
        kind = Sentence(f"type_{field.type}", count=2 if is_list else 1)
    if field.unit:
        kind = Sentence("type_in_unit", type=kind, unit=field.unit)
    return Sentence("type_list", type=kind) if is_list else kind


def choices_of(field: FieldInfo) -> list[str]:
    """The words that a field takes, each with its label where that says more; of countries none, they are many."""
    if field.type != "enumeration":
        return []
    return [word if label == word.replace("_", " ") else f"{word} ({label})" for word, label in field.choices]
