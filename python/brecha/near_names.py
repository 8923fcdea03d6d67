"""Names near to one that was not found, for messages: `near_names("agencys", ["agencies", "sites"])` is ["agencies"]."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def near_names(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of the known names, the nearest first."""
    from difflib import get_close_matches

    by_folded = {other.casefold(): other for other in known}
    return [by_folded[match] for match in get_close_matches(name.casefold(), by_folded, n=most, cutoff=0.55)]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ "; did you mean "x" or "y"?", or nothing where no name is near."""
    near = [f'"{other}"' for other in near_names(name, known)]
    return f"; did you mean {' or '.join(near)}?" if near else ""
