"""A blank plan in YAML: every field that the rules read, its question, type and choices beside it as comments.

As it stands it says nothing. The items of a list are comments too, since an item that stands in a list counts as there.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from brecha.fields import choices_of, described_type
from brecha.harmless import harmless
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from brecha._core import EntityInfo, FieldInfo
    from brecha.ruleset import Ruleset

_WIDTH = 100


def blank_yaml(rules: Ruleset, language: str) -> str:
    """Read as a plan it has no notes, and says no more than {}."""
    return _Writer(rules, language).written()


class _Writer:
    def __init__(self, rules: Ruleset, language: str) -> None:
        self.rules = rules
        self.language = language
        self.entities: dict[str, EntityInfo] = {entity.name: entity for entity in rules.vocabulary(language).entities}
        self.lines: list[str] = []

    def written(self) -> str:
        rules, root = self.rules, next(entity for entity in self.entities.values() if entity.root)
        self.comment("", f"{rules.title(self.language)} · {rules.name} {rules.version}")
        self.comment("", self.said("blank_head"))
        self.comment("", self.said("blank_lists"))
        for field in root.fields:
            if field.read_by_rules:
                self.lines.append("")
                self.field(field, "", "", ())
        self.lines += ["", *self.wrapped("", self.said("blank_evidence"))]
        self.lines += ["# evidence:", '#   "":', "#     document:", "#     read: part"]
        self.lines += self.wrapped("#", self.said("blank_answers"))
        self.lines += [
            "#   PLACE: {none: true}",
            "#   PLACE: {why: not_known}",
            "#   LIST: {complete: true}",
            '#   "LIST[FIELD=VALUE]": {none: true}',
        ]
        return "\n".join(self.lines) + "\n"

    def said(self, word: str) -> str:
        return said(Sentence(word), self.language)

    def wrapped(self, indent: str, text: str) -> list[str]:
        first = f"{indent}# " if not indent.startswith("#") else f"{indent}## "
        return textwrap.wrap(
            harmless(" ".join(text.split())), _WIDTH, initial_indent=first, subsequent_indent=first, break_on_hyphens=False
        )

    def comment(self, indent: str, text: str) -> None:
        self.lines += self.wrapped(indent, text)

    def field(self, field: FieldInfo, indent: str, dash: str, inside: tuple[str, ...]) -> None:
        """The question above, the field, and what one item looks like below. `indent` begins with # inside a list."""
        about = described_type(field, self.language)
        self.comment(indent, f"{field.question} ({about})" if field.question else about)
        choices = choices_of(field)
        if choices:
            self.comment(indent, " | ".join(choices))
        self.lines.append(f"{indent}{dash}{field.name}:")
        if field.type == "entity" and field.entity not in inside:
            self.item(self.entities[field.entity], indent, field.list, (*inside, field.entity))

    def item(self, entity: EntityInfo, indent: str, in_list: bool, inside: tuple[str, ...]) -> None:
        fields = [field for field in entity.fields if field.read_by_rules or field.name in entity.key]
        deeper = (indent or "#") + "  "
        for place, field in enumerate(fields):
            if in_list and place == 0:
                self.field(field, deeper, "- ", inside)
            else:
                self.field(field, deeper + ("  " if in_list else ""), "", inside)
