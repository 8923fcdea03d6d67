"""What the package and its command say in sentences of their own, in four languages. The engine's messages are its own.

`Sentence("no_column", table="gaps", column="verdic", near="")` is English as a text; `said(sentence, "es")` is Spanish.
Each area has a table of its own beside this file; they are read when the first sentence is said.
"""

from __future__ import annotations

import textwrap
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.wording import Table

AREAS = ("names", "files", "plans", "forms", "documents", "reports", "command", "rulesets")
_LONGEST_ARGUMENT, _WIDE = 300, 120


def table_of(area: str) -> Table:
    """The sentences of one of AREAS."""
    table: Table = import_module(f"brecha.sentences.{area}").SENTENCES
    return table


@cache
def sentences() -> Table:
    """Those of all areas; no word stands in two."""
    return {word: texts for area in AREAS for word, texts in table_of(area).items()}


class Sentence:
    """A sentence with its arguments. As a text: English.

    A text is cut where it is longer than anybody reads; a tuple is the names that there are, all of them, in lines; a list, names of
    which one is meant; an argument may be a number or a sentence.
    """

    __slots__ = ("arguments", "word")

    def __init__(self, word: str, **arguments: object) -> None:
        self.word = word
        self.arguments = arguments

    def in_language(self, language: str) -> str:
        say = Words(sentences(), language)
        return say(self.word, **{name: _shown(value, say) for name, value in self.arguments.items()})

    def __str__(self) -> str:
        return self.in_language("en")

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (self.word, self.arguments)


class EngineSentence(Sentence):
    """What the engine says, in each language; `word` is the code of its message."""

    __slots__ = ()

    def in_language(self, language: str) -> str:
        return str(self.arguments[language])

    def __reduce__(self) -> tuple[object, ...]:
        return _said_by_engine, (self.word, self.arguments)


def _said_by_engine(word: str, arguments: dict[str, object]) -> EngineSentence:
    return EngineSentence(word, **arguments)


def _unpickled(word: str, arguments: dict[str, object]) -> Sentence:
    return Sentence(word, **arguments)


def said(message: Sentence | str, language: str) -> str:
    """A sentence in a language; a text as it is."""
    return message.in_language(language) if isinstance(message, Sentence) else message


def did_you_mean(near: Iterable[str]) -> Sentence | str:
    """ "; did you mean "x" or "y"?", or nothing where there is no name."""
    names = list(near)
    return Sentence("did_you_mean", near=names) if names else ""


def _shown(value: object, say: Words) -> object:
    if isinstance(value, Sentence):
        return value.in_language(say.language)
    if isinstance(value, int):
        return value
    if isinstance(value, list):
        return f" {say['or']} ".join(f"« {name} »" if say.language == "fr" else f'"{name}"' for name in value)
    if isinstance(value, tuple):
        return textwrap.fill(", ".join(value), _WIDE, break_long_words=False, break_on_hyphens=False)
    shown = str(value)
    return shown if len(shown) <= _LONGEST_ARGUMENT else shown[:_LONGEST_ARGUMENT] + "…"
