"""HTML by pieces that escape what they are given: `tag("b", text)`. Only a Mark is taken as it stands."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from brecha.harmless import cut

# What ends or hides a text or turns it around: control characters other than tab and line break, and bidirectional marks.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOT_PLAIN = re.compile("[&<>\"'" + _UNSHOWN.pattern[1:])


class Mark(str):
    """Text that is HTML already."""

    __slots__ = ()


def escaped(content: object) -> str:
    """As text between tags: no longer than anybody reads."""
    return content if isinstance(content, Mark) else _escaped(cut(str(content)))


def _escaped(text: str) -> str:
    return escape(_UNSHOWN.sub(" ", text), quote=True) if _NOT_PLAIN.search(text) else text


def tag(name: str, *content: object, **attributes: object) -> Mark:
    """`tag("td", "a < b", class_="x")` is `<td class="x">a &lt; b</td>`; attributes that are None or False are left out."""
    inside = "".join([piece if isinstance(piece, Mark) else escaped(piece) for piece in content])
    if not attributes:
        return Mark(f"<{name}>{inside}</{name}>")
    spelled = "".join(
        [
            f" {_attribute(key)}" + ("" if value is True else f'="{_escaped(str(value))}"')
            for key, value in attributes.items()
            if value is not None and value is not False
        ]
    )
    return Mark(f"<{name}{spelled}>{inside}</{name}>")


@cache
def _attribute(key: str) -> str:
    """class_ -> class, aria_label -> aria-label."""
    return key.rstrip("_").replace("_", "-")


def joined(pieces: object, separator: str = "") -> Mark:
    return Mark(escaped(separator).join(escaped(piece) for piece in pieces))  # type: ignore[attr-defined]
