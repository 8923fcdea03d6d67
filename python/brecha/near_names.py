"""Names near to one that was not found, for messages: `near_names("agencys", ["agencies", "sites"])` is ["agencies"].

The engine's answer, which its own messages give too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.sentences import Sentence


def near_names(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of the known names, the nearest first."""
    from brecha import _core

    by_shown = {_shown(other): other for other in known}
    return [by_shown[near] for near in _core.nearest(_shown(name), list(by_shown), most)]


def _shown(name: str) -> str:
    """Half characters, which names of files may have, written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def did_you_mean(name: str, known: Iterable[str]) -> Sentence | str:
    """ "; did you mean "x" or "y"?", or nothing where no name is near."""
    from brecha.sentences import did_you_mean as sentence_of

    return sentence_of(near_names(name, known))
