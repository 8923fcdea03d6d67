"""What a respondent says, apart from how it came: from a workbook, from a phone, from a table."""

from __future__ import annotations

from typing import Any, NamedTuple

VALUE, ELEMENT, THERE, WHY, COMPLETE, SLICE, STILL_SO, JUDGED, ABOUT = (
    "value", "element", "there", "why", "complete", "slice", "still_so", "judged", "about",
)  # fmt: skip


class Statement(NamedTuple):
    """One answer.

    says: value; element (there is an element of this key); there (there is such a part); why (value is none, not_known, withheld,
    claimed_not_applicable); complete (value is True, False, a number, or the day since when); slice (True or False); still_so;
    judged (True or False); about (only where it stands).
    """

    place: str
    says: str
    value: Any
    about: dict[str, str]  # document, page, note, who, on
    file: str
    cell: str
    was: Any = None  # what the form showed of the plan
