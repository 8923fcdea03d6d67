"""Texts of rulesets and plans come from strangers: a terminal or a spreadsheet that shows them runs nothing."""

from __future__ import annotations

import re

# C0 but tab and line break, DEL, C1, and what turns the direction of writing: what the engine takes for a control character;
# and what is no character at all, which no file of XML may hold.
_MOVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

_BREAKS = re.compile(r"[\t\n]+")

_LONGEST_WORD, _LONGEST_TEXT = 200, 4000
_LONG_WORD = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")

# What a spreadsheet runs begins so, also behind blanks and quotes; the wide forms are taken for the narrow ones by some.
_RUNS = re.compile(r"""[\s"'\0-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]""")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?%?")


def harmless(text: str) -> str:
    """The text with what would move a cursor written out, as \\u001B."""
    return _MOVING.sub(lambda found: f"\\u{ord(found[0]):04X}", text)


def one_line(text: str) -> str:
    """The same on one line, no longer than anybody reads."""
    return harmless(_BREAKS.sub(" ", cut(text)))


def cut(text: str) -> str:
    """No word and no text longer than anybody reads: a plan's key can have a hundred thousand letters."""
    if len(text) <= _LONGEST_WORD:
        return text
    text = _LONG_WORD.sub(r"\1…", text)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def csv_cell(value: object, exact: bool = False) -> object:
    """A cell as CSV has it. A text that a spreadsheet would run gets a ' in front, and control characters are written out.

    exact: every text as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = "; ".join(value)
    if exact or not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if _RUNS.match(value) and not _NUMBER.fullmatch(value) else text
