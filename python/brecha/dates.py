"""The date of an assessment, given as text or date."""

from __future__ import annotations

import datetime


def date_of(value: str | datetime.date | None) -> datetime.date:
    """ "2026-01-15", a date, or None for today. Raises ValueError, saying what a date looks like."""
    if value is None:
        return datetime.date.today()
    if isinstance(value, datetime.datetime):  # pandas timestamps too
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        text = value.strip()
        if text == "today":
            return datetime.date.today()
        try:
            if len(text) == 10:
                return datetime.date.fromisoformat(text)
        except ValueError:
            pass
        raise ValueError(f'"{value}" is not a date: write year-month-day, as in 2026-01-15')
    raise TypeError(f"a date is a text such as 2026-01-15 or a datetime.date, not {type(value).__name__}")
