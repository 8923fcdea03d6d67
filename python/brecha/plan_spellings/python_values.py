"""Moments and durations of Python and numpy as plans and rules write them, to the last part of a second or not at all."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def is_nothing(value: Any) -> bool:
    """What pandas puts where nothing is: NaT counts as a datetime, NA as nothing else."""
    return type(value).__name__ in ("NaTType", "NAType")


def moment_text(value: datetime.datetime) -> str | None:
    """ "2024-05-17T08:30:15.25"; "" for NaT, None for an offset of parts of a minute."""
    if is_nothing(value):
        return ""
    nanoseconds = getattr(value, "nanosecond", 0)  # pandas timestamps have them
    offset = value.utcoffset()
    if offset is not None and offset % datetime.timedelta(minutes=1):
        return None
    text = datetime.datetime.isoformat(value.replace(tzinfo=None, microsecond=0), timespec="seconds" if value.second else "minutes")
    if len(text) > 19:  # pandas writes nanoseconds of its own accord
        text = text[:19]
    fraction = f"{value.microsecond:06}{nanoseconds:03}".rstrip("0")
    if fraction:
        text = (text if len(text) == 19 else text + ":00") + "." + fraction
    if offset is not None:
        minutes = int(offset.total_seconds() // 60)
        text += f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return text


def may_be_date(moment: str) -> bool:
    """Whether it is midnight without an offset: what data frames and workbooks make of a date."""
    return moment.endswith(("T00:00", "T00:00:00"))


def duration_text(value: datetime.timedelta) -> str | None:
    """ "90 minutes"; "" for NaT, None for one that is below zero or has parts of a second."""
    if is_nothing(value):
        return ""
    return seconds_text(value.days * 86400 + value.seconds) if not value.microseconds and not getattr(value, "nanoseconds", 0) else None


def seconds_text(seconds: int) -> str | None:
    if seconds < 0:
        return None
    for length, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds and seconds % length == 0:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds" if seconds else "0 days"


def numpy_time_text(value: Any) -> str | None:
    """A datetime64 or timedelta64 of any unit. "" for NaT, None for what a plan cannot write."""
    import numpy

    if numpy.isnat(value):
        return ""
    unit, count = numpy.datetime_data(value.dtype)
    if value.dtype.kind == "M":
        text = str(value)  # as precise as its unit: a year, a month, a day, …, attoseconds
        if unit == "W":
            text = str(value.astype("datetime64[D]"))
        elif unit == "h":
            text = str(value.astype("datetime64[m]"))
        whole, _, fraction = text.partition(".")
        return whole + ("." + fraction.rstrip("0") if fraction.strip("0") else "")
    amount = int(value.astype("int64")) * count
    if unit in ("Y", "M"):
        return None if amount < 0 else f"{amount} {'years' if unit == 'Y' else 'months'}"
    per_second = {"ms": 10**3, "us": 10**6, "ns": 10**9, "ps": 10**12, "fs": 10**15, "as": 10**18}
    seconds = {"W": 604800, "D": 86400, "h": 3600, "m": 60, "s": 1}
    if unit in seconds:
        return seconds_text(amount * seconds[unit])
    if unit in per_second and amount % per_second[unit] == 0:
        return seconds_text(amount // per_second[unit])
    return None
