"""The dates of an assessment, given as text or date."""

from __future__ import annotations

import datetime
import re

from brecha.arguments import wrong_type
from brecha.errors import BrechaError
from brecha.sentences import Sentence

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def date_of(value: str | datetime.date | None, argument: str = "as_of") -> datetime.date:
    """ "2026-01-15", a date, or None for today. Raises BrechaError, saying what a date looks like; TypeError for other types."""
    if value is None:
        return datetime.date.today()
    if isinstance(value, datetime.datetime):  # pandas timestamps too
        if value != value:  # NaT is not equal to itself
            raise wrong_type(argument, "a date", value)
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        text = value.strip()
        if text == "today":
            return datetime.date.today()
        try:
            if _DAY.fullmatch(text):  # fromisoformat takes weeks too (2026-W01-1), in some versions of Python
                return datetime.date.fromisoformat(text)
        except ValueError:
            pass
        raise BrechaError(Sentence("no_date", text=value))
    raise wrong_type(argument, "a text such as 2026-01-15 or a datetime.date", value)


def facts_since_of(value: str | datetime.date | None, argument: str = "facts_since") -> datetime.date | None:
    """The day since when facts count, as date_of() reads it; None for all of them."""
    return None if value is None else date_of(value, argument)
