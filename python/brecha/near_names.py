"""Names near to one that was not found, for messages: `near_names("agencys", ["agencies", "sites"])` is ["agencies"]."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.sentences import Sentence

_LONGEST = 200  # a longer word means no name


def near_names(name: str, known: Iterable[str], most: int = 3, cutoff: float = 0.55) -> list[str]:
    """Up to `most` of the known names, the nearest first; a lower `cutoff` (0 to 1) lets farther ones in."""
    from difflib import get_close_matches

    if len(name) > _LONGEST:
        return []
    by_folded = {other.casefold(): other for other in known}
    return [by_folded[match] for match in get_close_matches(name.casefold(), by_folded, n=most, cutoff=cutoff)]


def did_you_mean(name: str, known: Iterable[str]) -> Sentence | str:
    """ "; did you mean "x" or "y"?", or nothing where no name is near."""
    from brecha.sentences import did_you_mean as sentence_of

    return sentence_of(near_names(name, known))
