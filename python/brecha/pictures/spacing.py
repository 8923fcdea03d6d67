"""What a rule says of dates that may not lie too far apart, read off the reasons: the dates, the time allowed, and both ends."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from brecha.plan_edits import value_at

if TYPE_CHECKING:
    from brecha._core import Proof
    from brecha.assessment import Assessment
    from brecha.wording import Words


class Spacing(NamedTuple):
    """A list of dates of one subject, and how far apart they may lie."""

    requirement: str
    subject: str | None
    truth: str
    dates: list[datetime.date]
    undated: int
    step: Step
    since: datetime.date | None
    until: datetime.date | None

    def stretches(self) -> list[tuple[datetime.date, datetime.date]]:
        """From each date to the next, with the ends."""
        days = sorted({*self.dates, *(day for day in (self.since, self.until) if day is not None)})
        days = [day for day in days if (self.since is None or day >= self.since) and (self.until is None or day <= self.until)]
        return list(pairwise(days))

    def too_long(self, start: datetime.date, end: datetime.date) -> bool:
        return end > self.step.after(start)

    @property
    def next_due(self) -> datetime.date | None:
        """The day by which the next has to follow the last."""
        last = max((day for day in (*self.dates, self.since) if day is not None), default=None)
        return self.step.after(last) if last else None


class Step(NamedTuple):
    """A duration in whole months and days."""

    months: int
    days: int
    next_day: bool = False
    """Whether a day that the month lacks is the first of the month after, not the last of the month."""

    def words(self, say: Words) -> str:
        parts = [say("months", count=self.months)] if self.months else []
        return " ".join([*parts, say("days", count=self.days)] if self.days else parts)

    def after(self, day: datetime.date) -> datetime.date:
        """The day that lies so much later, months first."""
        month = day.month - 1 + self.months
        year, month = day.year + month // 12, month % 12 + 1
        if year > 9990:
            return datetime.date(9990, 1, 1)
        last = calendar.monthrange(year, month)[1]
        over = int(self.next_day and day.day > last)
        return datetime.date(year, month, min(day.day, last)) + datetime.timedelta(days=self.days + over)


def spacings(report: Assessment) -> list[Spacing]:
    """Every spacing that the rules ask for, of each subject, in the order of the ruleset."""
    found = []
    next_day = '"month_end": "next_day"' in report.ruleset._core.printed()
    for info in report.ruleset.requirements(report.language):
        for root in report._core.why(info.id, None, "en"):
            for node in _all(root.because):
                spacing = _spacing(node, info.id, root, report)
                if spacing is not None:
                    found.append(spacing._replace(step=spacing.step._replace(next_day=next_day)))
                    break
    return found


def _all(nodes: Sequence[Proof]) -> Iterator[Proof]:
    for node in nodes:
        yield node
        yield from _all(node.because)


def _spacing(node: Proof, requirement: str, root: Proof, report: Assessment) -> Spacing | None:
    clause = _SPACING.search(node.text)
    if clause is None:
        return None
    allowed, since, until = (clause[name] or "" for name in ("allowed", "since", "until"))
    below = {child.text: child.value for child in node.because}
    step = _step(below.get(allowed) or allowed)
    if step is None:
        return None
    dates: list[datetime.date] = []
    ends: list[datetime.date] = []  # of expressions that the reasons spell otherwise than the clause does, in order
    undated = 0
    for child in node.because:
        day = _day(child.value)
        if child.text in node.text[: clause.start()]:
            if day is not None:
                dates.append(day)
            undated += day is None and bool(child.why)
        elif day is not None and child.text not in (allowed, since, until):
            ends.append(day)
    if node.truth == "unknown" and not dates:  # the reasons name what is missing only
        dates = _stated(node, clause.start(), report)
    today = report.as_of
    return Spacing(
        requirement=requirement,
        subject=root.place or None,
        truth=node.truth,
        dates=sorted(dates),
        undated=undated,
        step=step,
        since=_end(since, below, today, ends),
        until=_end(until, below, today, ends),
    )


def _stated(node: Proof, head: int, report: Assessment) -> list[datetime.date]:
    """The dates that the plan has in the list, where some are missing or there may be more."""
    field = re.search(r"\.(\w+)\)?$", node.text[:head])
    for child in node.because:
        if field is None or not child.place or child.text not in node.text[:head]:
            continue
        place = child.place.rsplit("/", 2)[0] if child.place.endswith(f"/{field[1]}") else child.place
        items = value_at(report.plan.content(), place)
        found = [_day(str(item.get(field[1]))) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        return [day for day in found if day is not None]
    return []


def _end(text: str, below: dict[str, str], today: datetime.date, ends: list[datetime.date]) -> datetime.date | None:
    """What an end of the clause says; where the reasons have it in other words, the next that is left of those."""
    if not text:
        return None
    if text == "assessment_date":
        return today
    return _day(below.get(text) or text) or (ends.pop(0) if text not in below and ends else None)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


# The reasons are asked for in English keywords, whatever the rules and the report are written in.
_SPACING = re.compile(r"\sat most (?P<allowed>.+?) apart(?: since (?P<since>.+?))?(?: until (?P<until>.+?))?(?: unless .*)?$", re.DOTALL)
_DURATION = re.compile(r"(\d+) (day|week|month|year)s?")
_UNITS = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}


def _step(text: str) -> Step | None:
    """ "18 months" as a step; None for what is no whole number of days or months."""
    months = days = 0
    for number, unit in _DURATION.findall(text):
        months, days = months + int(number) * _UNITS[unit][0], days + int(number) * _UNITS[unit][1]
    return Step(months, days) if months + days and not _DURATION.sub("", text).strip(" +and") else None
