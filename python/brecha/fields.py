"""What a field of a plan takes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from brecha._core import FieldInfo


def described_type(field: FieldInfo, language: str) -> str:
    """ "list of Agency", "date, as in 2026-01-15", "number in persons"."""
    if field.type == "entity":
        one: Sentence | str = field.entity
    elif field.type == "reference":
        one = Sentence("type_reference", entity=field.entity)
    else:
        one = Sentence(f"type_{field.type}", count=2 if field.list else 1)
    if field.unit:
        one = Sentence("type_in_unit", type=one, unit=field.unit)
    return said(Sentence("type_list", type=one) if field.list else one, language)


def choices_of(field: FieldInfo) -> list[str]:
    """The words that a field takes, each with its label where that says more; of countries none, they are many."""
    if field.type != "enumeration":
        return []
    return [word if label == word.replace("_", " ") else f"{word} ({label})" for word, label in field.choices]
