"""What is said to people, from a table: a row for each word or sentence, a text in each language in the order of LANGUAGES.

In a text `{name}` is a value that is given, `{count|requirement|requirements}` one or the other by the number that is given as
count; either may hold values itself. Other braces stand for themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brecha.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    Table = Mapping[str, tuple[str, str, str, str]]

_VALUE = re.compile(r"\{(\w+)\}")
_HOLE = re.compile(r"\{(\w+)(?:\|((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*))?\}")


class Words:
    """The words of one language, English where it is none of the four: `say["met"]`, and with values `say("judged", judged=7)`."""

    __slots__ = ("_place", "_table", "language")

    def __init__(self, table: Table, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._place = LANGUAGES.index(self.language)
        self._table = table

    def __getitem__(self, word: str) -> str:
        return self._table[word][self._place]

    def get(self, word: str, otherwise: str) -> str:
        return self[word] if word in self._table else otherwise

    def __call__(self, word: str, **values: object) -> str:
        def filled(hole: re.Match[str]) -> str:
            name, one, many = hole.groups()
            if one is None:
                return str(values[name])
            return _VALUE.sub(lambda value: str(values[value[1]]), one if self.is_one(int(str(values[name]))) else many)

        return _HOLE.sub(filled, self[word])

    def is_one(self, count: int) -> bool:
        """Does the language say this number in the singular?"""
        return count == 1 or (count == 0 and self.language == "fr")
