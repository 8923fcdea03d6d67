"""A calendar of what has to come again: each date, the time allowed until the next drawn in, and where it was longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.pictures.drawing import data, height, key, lines_of, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module
from brecha.pictures.spacing import Spacing, spacings

if TYPE_CHECKING:
    import datetime

    from brecha.assessment import Assessment
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.wording import Words


_WIDE = 560


def calendar_picture(report: Assessment, content: Content, say: Words, about: Sequence[str], most: int) -> Picture | None:
    """None where no rule says how far apart dates may lie, or nothing is there yet to be apart."""
    found = [one for one in spacings(report) if one.dates or one.since]
    if not found:
        return None
    names = [_name(one, content, say) for one in found[:most]]
    told = [_told(name, one, say) for name, one in zip(names, found, strict=False)]
    if len(found) > most:
        told.append(say("more_left_out", count=len(found) - most))
    stretches, dates, due = _marks(names, found, say)
    today = report.as_of.isoformat()

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        when = alt.X(
            "start:T", axis=alt.Axis(title=None, domain=False, grid=True, tickCount=8, format="%Y-%m"), scale=alt.Scale(type="utc")
        )
        kinds = [say["allowed"], say["too_long"]]
        fills = [palette.fill("unknown"), palette.fill("not_met")]
        spans = alt.Chart(data(stretches)).mark_bar(strokeWidth=1).encode(
            y=rows_of(names), x=when, x2="end:T",
            fill=alt.Fill("kind:N", scale=alt.Scale(domain=kinds, range=fills), legend=None),
            stroke=alt.Stroke("kind:N", scale=alt.Scale(domain=kinds, range=[palette.stripe, palette.line("not_met")]), legend=None),
        )  # fmt: skip
        days = alt.Chart(data(dates)).mark_point(shape="diamond", size=120, filled=True, opacity=1, fill=palette.ink, stroke=palette.paper)
        next_due = alt.Chart(data(due)).mark_point(
            shape="triangle-left", size=110, filled=True, opacity=1, fill=palette.paper, stroke=palette.ink, strokeWidth=1.4
        )
        written = alt.Chart(data(due)).mark_text(align="left", color=palette.ink)
        written = written.encode(y=rows_of(names), x=alt.value(_WIDE + 14), text="written:N")
        line = alt.Chart(data([{"start": today}])).mark_rule(stroke=palette.accent, strokeDash=[5, 3], strokeWidth=1.5).encode(x=when)
        layers = [
            row_names(names, palette),
            spans,
            line,
            days.encode(y=rows_of(names), x=when),
            next_due.encode(y=rows_of(names), x=when),
            written,
        ]
        drawn = alt.layer(*layers).properties(width=_WIDE, height=height(names))
        entries = [
            (say["held"], palette.ink, "diamond"),
            (say["allowed"], palette.fill("unknown"), "square"),
            (say["too_long"], palette.fill("not_met"), "square"),
            (say["due"], palette.paper, "triangle-left"),
            (f"{say['day_assessed']} {today}", palette.accent, "stroke"),
        ]
        return alt.vconcat(drawn, key(entries, palette, gap=20), spacing=10)

    return Picture("calendar", say["picture_calendar"], about, ". ".join(told), draw)


def _name(one: Spacing, content: Content, say: Words) -> str:
    subject = f" · {one.subject}" if one.subject else ""
    return lines_of(f"{one.requirement}{say['colon']}{content.requirements[one.requirement].title}{subject}", 38)


def _told(name: str, one: Spacing, say: Words) -> str:
    parts = [", ".join(day.isoformat() for day in one.dates) or say["no_dates"]]
    if one.undated:
        parts.append(say("undated", count=one.undated))
    row = say("calendar_row", title=name.replace("\n", " "), dates=", ".join(parts), allowed=one.step.words(say))
    told = [row, *(say("calendar_stretch", start=start, end=end) for start, end in one.stretches() if one.too_long(start, end))]
    if one.truth == "unknown":
        told.append(say["calendar_unknown"])
    if one.next_due:
        told.append(say("calendar_next", date=one.next_due))
    return "; ".join(told)


def _marks(names: list[str], found: list[Spacing], say: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Stretches, dates and days that are due, as rows. What is longer than allowed is drawn from where it became so."""
    stretches: list[dict[str, Any]] = []
    dates: list[dict[str, Any]] = []
    due: list[dict[str, Any]] = []

    def stretch(name: str, start: datetime.date, end: datetime.date, kind: str) -> None:
        stretches.append({"row": name, "start": start.isoformat(), "end": end.isoformat(), "kind": say[kind]})

    for name, one in zip(names, found, strict=False):
        dates += [{"row": name, "start": day.isoformat()} for day in one.dates]
        for start, end in one.stretches():
            allowed = one.step.after(start)
            stretch(name, start, min(allowed, end), "allowed")
            if one.too_long(start, end):
                stretch(name, allowed, end, "too_long")
        if one.next_due:
            last = max(day for day in (*one.dates, one.since) if day is not None)
            if one.until and one.next_due > one.until > last:
                stretch(name, one.until, one.next_due, "allowed")
            due.append({"row": name, "start": one.next_due.isoformat(), "written": f"{say['due']} {one.next_due}"})
    return stretches, dates, due
