"""A protocol and a plan's procedure side by side: when each step may run, and how much time its limits leave or lack."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.pictures.drawing import data, height, key, lines_of, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module
from brecha.pictures.procedures import Length, Span, Stretch, Timeline, timelines
from brecha.rich_view.content import verdict_shown
from brecha.rich_view.steps import when

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.rows import StepProgress
    from brecha.wording import Words

_WIDE = 460
_DAY = 86400.0
_MONTH = Length(1, "months").seconds
_LENGTHS = (("weeks", 604800.0), ("days", 86400.0), ("hours", 3600.0), ("minutes", 60.0), ("seconds", 1.0))
_VERDICTS = {"holds": "met", "fails": "not_met", "unknown": "unknown"}


def timeline_picture(
    report: Assessment, content: Content, say: Words, about: Sequence[str], most: int, requirement: str | None
) -> Picture | None:
    """None where no protocol of the rules meets a procedure of the plan."""
    found = timelines(report, requirement)
    if not found:
        return None
    shown = found[:most]
    told = [_told(one, content, say) for one in shown]
    if len(found) > most:
        told.append(say("more_left_out", count=len(found) - most))

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        drawn = [part for one in shown for part in _drawn(one, content, say, palette, report.as_of)]
        return alt.vconcat(*drawn, key(_entries(shown, say, palette), palette, gap=18), spacing=14).resolve_scale(
            x="independent", y="independent", color="independent"
        )

    return Picture("timeline", say["picture_timeline"], about, " ".join(told), draw)


def _entries(shown: Sequence[Timeline], say: Words, palette: Palette) -> list[tuple[str, str, str]]:
    """What the marks mean that are drawn: what may happen is drawn otherwise than what happened."""
    entries = []
    if not all(one.is_record for one in shown):
        entries += [
            (say["runs_shortest"], palette.accent, "square"), (say["may_run_until"], palette.fill("unknown"), "square"),
            (say["end_open"], palette.paper, "triangle-right"),
        ]  # fmt: skip
    if any(one.is_record for one in shown):
        entries += [
            (say["took_place"], palette.accent, "square"), (say["still_in_time"], palette.fill("unknown"), "square"),
            (say["overdue"], palette.fill("not_met"), "square"), (say["end_not_dated"], palette.paper, "triangle-right"),
            (say["assessed_on"], palette.ink, "stroke"),
        ]  # fmt: skip
    if any(one.spans for one in shown):
        entries += [(say["allowed"], palette.open, "square"), (say["too_long_or_short"], palette.fill("not_met"), "square")]
    return entries


# --- in words


def _title(one: Timeline, content: Content, say: Words) -> str:
    return f"{one.requirement}{say['colon']}{content.requirements[one.requirement].title} · {one.subject}"


def _told(one: Timeline, content: Content, say: Words) -> str:
    parts = [_title(one, content, say)]
    parts += [
        f"{one.labels[stretch.name]}{say['colon']}{_when(stretch, one, say)}{_faults(stretch, one, say)}" for stretch in one.stretches
    ]
    parts += [f"{_asked(span, say)}{say['colon']}{_outcome(span, one, say)} ({say[_verdict(span.truth, one)]})" for span in one.spans]
    parts += _further(one, say)
    return "; ".join(parts) + "."


def _verdict(truth: str, one: Timeline) -> str:
    return verdict_shown(_VERDICTS[truth], one.modality)


def _further(one: Timeline, say: Words) -> list[str]:
    """What fails or is open of the whole."""
    found = []
    for part, truth in one.further.items():
        if truth in ("fails", "unknown"):
            kind, _, others = part.partition("/")
            words = say("part_separate", roles=others.replace("_", " ").replace("/", ", ")) if others else say[f"part_{kind}"]
            found.append(f"{words}{say['colon']}{say[_verdict(truth, one)]}")
    return found


def _when(stretch: Stretch, one: Timeline, say: Words) -> str:
    if one.is_record:
        dates = say["not_happened"]
        if stretch.start is not None or stretch.end is not None:
            dates = f"{_date(stretch.start)} – {_date(stretch.end, True)}"
        return "; ".join(part for part in (dates, _standing(stretch, one, say)) if part)
    if stretch.start is None or stretch.end is None:
        return say["step_missing"]
    until = say["end_open"] if stretch.latest is None else say("until_at_most", length=length_words(stretch.latest, say))
    return f"{length_words(stretch.start, say)} – {length_words(stretch.end, say)}, {until}"


def _standing(stretch: Stretch, one: Timeline, say: Words) -> str:
    """How far what has not ended has got, and by when it is due."""
    step = one.progress.get(stretch.name)
    if step is None or step.ended:
        return ""
    return "; ".join(part for part in (say[f"step_{step.state}"], when(step, say)) if part)


def _date(at: float | None, is_end: bool = False) -> str:
    if at is None:
        return "?"
    moment = datetime.datetime.fromtimestamp(at, tz=datetime.timezone.utc)
    if moment.hour or moment.minute:
        return f"{moment:%Y-%m-%d %H:%M}"
    return (moment - datetime.timedelta(days=1) if is_end else moment).date().isoformat()


def _faults(stretch: Stretch, one: Timeline, say: Words) -> str:
    """What fails or is open of the step in brackets, limits of time apart: they have rows of their own."""
    found = []
    for part, truth in stretch.truths.items():
        first, _, rest = part.partition("/")
        kind, _, other = ("never", "", rest.partition("/")[2]) if first == "never" else rest.partition("/")
        if truth in ("fails", "unknown") and kind not in ("within", "at_least"):
            found.append(f"{_part_words(kind, other, one, say)}{say['colon']}{say[_verdict(truth, one)]}")
    return f" [{'; '.join(found)}]" if found else ""


def _part_words(kind: str, others: str, one: Timeline, say: Words) -> str:
    words = say[f"part_{kind or 'there'}"]
    return f"{words} {', '.join(one.labels.get(name, name) for name in others.split('/'))}" if others else words


def _asked(span: Span, say: Words) -> str:
    kind, first, then = span.words
    amount, unit = span.length
    length = _whole(amount, say) if unit == "seconds" else say(unit, count=amount)
    if kind == "within":
        return say("asked_within", first=first, then=then, length=length)
    return say("asked_at_least" if span.is_least else "asked_limit", first=first, then=then, length=length)


def _outcome(span: Span, one: Timeline, say: Words) -> str:
    if span.reached is None:
        return say["not_happened" if one.is_record else "length_open"]
    reached = length_words(span.reached, say)
    if span.length.unit != "seconds" or span.truth == "unknown":
        return reached  # what it leaves or lacks is known of no length that hangs on the calendar
    slack = span.reached - span.allowed if span.is_least else span.allowed - span.reached
    if span.truth == "fails":
        return say("too_short_by" if span.is_least else "too_long_by", reached=reached, length=length_words(abs(slack), say))
    return say("to_spare", reached=reached, length=length_words(max(slack, 0.0), say))


def length_words(seconds: float, say: Words) -> str:
    """Past two days to the hour, past a month to the day, unless it is whole months; with its sign where something comes before."""
    sign, seconds = ("−" if seconds < 0 else ""), abs(round(seconds))
    if seconds and seconds % _MONTH == 0:
        return sign + say("months", count=int(seconds // _MONTH))
    step = 1 if seconds <= 2 * _DAY else 3600 if seconds <= _MONTH else 86400
    return sign + _whole(round(seconds / step) * step, say)


def _whole(seconds: int, say: Words) -> str:
    """In the greatest unit that it is a whole number of."""
    for name, size in _LENGTHS:
        if seconds and seconds % size == 0:
            return say(name, count=int(seconds // size))
    return say("minutes", count=0)


# --- drawn


def _drawn(one: Timeline, content: Content, say: Words, palette: Palette, today: datetime.date) -> list[Any]:
    alt = altair_module()
    further = _further(one, say)
    subtitle = {"subtitle": "; ".join(further), "subtitleColor": palette.ink} if further else {}
    title = alt.TitleParams(_title(one, content, say), fontSize=13, offset=8, anchor="start", color=palette.ink, **subtitle)
    steps = _steps(one, say, palette, today)
    parts = [steps.properties(title=title)]
    if one.spans:
        parts.append(_limits(one, say, palette))
    return parts


def _unit(seconds: float) -> tuple[str, float]:
    """The unit in which an axis up to there has few and whole numbers."""
    return next(((name, size) for name, size in _LENGTHS if seconds >= 3 * size), _LENGTHS[-1])


def _steps(one: Timeline, say: Words, palette: Palette, today: datetime.date) -> Any:
    alt = altair_module()
    names = [lines_of(one.labels[stretch.name], 30) for stretch in one.stretches]
    ahead = {name: _ahead(one.progress[name], today) for name in one.progress}
    ends = [at for stretch in one.stretches for at in (stretch.start, stretch.end, stretch.latest) if at is not None]
    ends += [at for bars_ahead in ahead.values() for _, *both in bars_ahead for at in both]
    last = max(ends, default=0.0) or 60.0
    first = min(ends, default=0.0) if one.is_record else 0.0
    last = max(last, first + 1.0)
    word, size = _unit(last)
    bars: list[dict[str, Any]] = []
    arrows: list[dict[str, Any]] = []
    written: list[dict[str, Any]] = []

    def at(seconds: float) -> Any:
        return int(seconds * 1000) if one.is_record else seconds / size

    for name, stretch in zip(names, one.stretches, strict=True):
        text = _when(stretch, one, say) if stretch.start is None else _standing(stretch, one, say)
        written.append({"row": name, "written": (text + _faults(stretch, one, say)).strip()})
        bars += [
            {"row": name, "from": at(first_at), "to": at(last_at), "kind": kind} for kind, first_at, last_at in ahead.get(stretch.name, ())
        ]
        start, end = stretch.start, stretch.end
        start = end if start is None else start
        if start is None:
            continue
        end = start if end is None else end
        thin = (last - first) / 160  # what takes no time is seen all the same
        bars.append({"row": name, "from": at(start), "to": at(max(end, start + thin)), "kind": "shortest"})
        if stretch.latest is not None and stretch.latest > end:
            bars.append({"row": name, "from": at(max(end, start + thin)), "to": at(stretch.latest), "kind": "latest"})
        if stretch.latest is None and not ahead.get(stretch.name):
            arrows.append({"row": name, "from": at(max(end, start + thin))})
    margin = (last - first) * 0.05
    domain = [at(first - (margin if one.is_record else 0)), at(last + margin)]
    axis = alt.Axis(title=None if one.is_record else say[f"axis_{word}"], domain=False, grid=True, tickCount=7, **({"format": "%Y-%m-%d" if last - first > 2 * 86400 else "%H:%M"} if one.is_record else {}))  # fmt: skip
    scale = alt.Scale(domain=domain, nice=False, **({"type": "utc"} if one.is_record else {}))
    along = alt.X("from:T" if one.is_record else "from:Q", axis=axis, scale=scale)
    kinds, fills = ["shortest", "latest", "late"], [palette.accent, palette.fill("unknown"), palette.fill("not_met")]
    drawn = alt.Chart(data(bars)).mark_bar(strokeWidth=1, height={"band": 0.7}).encode(
        y=rows_of(names), x=along, x2="to",
        fill=alt.Fill("kind:N", scale=alt.Scale(domain=kinds, range=fills), legend=None),
        stroke=alt.Stroke("kind:N", scale=alt.Scale(domain=kinds, range=[palette.accent, palette.stripe, palette.line("not_met")]), legend=None),
    )  # fmt: skip
    open_ends = alt.Chart(data(arrows)).mark_point(
        shape="triangle-right", size=90, filled=True, opacity=1, fill=palette.paper, stroke=palette.ink
    )
    open_ends = open_ends.encode(y=rows_of(names), x=along)
    notes = (
        alt.Chart(data(written))
        .mark_text(align="left", color=palette.ink)
        .encode(y=rows_of(names), x=alt.value(_WIDE + 14), text="written:N")
    )
    layers = [row_names(names, palette), drawn, open_ends, notes]
    if one.is_record:
        line = alt.Chart(data([{"from": int(_seconds(today) * 1000)}]))
        if first <= line.data.values[0]["from"] / 1000 <= last + margin:
            layers.insert(1, line.mark_rule(stroke=palette.ink, strokeDash=[5, 3], strokeWidth=1.2).encode(x=along))
    return alt.layer(*layers).properties(width=_WIDE, height=height(names))


def _ahead(step: StepProgress, today: datetime.date) -> list[tuple[str, float, float]]:
    """Of what is not done, the bars that its days make: what went on until today, how long it can be in time, since when it is late."""
    if step.ended is not None:
        return []
    now, found = _seconds(today), []
    if step.began is not None and _seconds(step.began) < now:
        found.append(("shortest", _seconds(step.began), now))
    due = step.ends_by if step.ends_by is not None and step.ends_by < today else step.begins_by
    if step.state in ("late", "perhaps_late") and due is not None and due < today:
        found.append(("late", _seconds(due) + _DAY, now + _DAY))
    elif step.ends_by is not None:
        found.append(("latest", max(now, _seconds(step.begins_from or today)), _seconds(step.ends_by) + _DAY))
    return found


def _seconds(day: datetime.date) -> float:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.timezone.utc).timestamp()


def _limits(one: Timeline, say: Words, palette: Palette) -> Any:
    """A bar as long as is allowed, or at least asked for; on it how long it takes at worst, and where that is too long or too short."""
    alt, spans = altair_module(), one.spans
    names = [lines_of(_asked(span, say), 30) for span in spans]
    longest = max([*(span.allowed for span in spans), *(span.reached for span in spans if span.reached is not None)]) or 60.0
    shortest = min([0.0, *(span.reached for span in spans if span.reached is not None)])
    word, size = _unit(longest)
    allowed: list[dict[str, Any]] = []
    reached: list[dict[str, Any]] = []
    lacking: list[dict[str, Any]] = []
    written: list[dict[str, Any]] = []
    for name, span in zip(names, spans, strict=True):
        allowed.append({"row": name, "from": 0.0, "to": span.allowed / size})
        written.append({"row": name, "written": f"{say[_verdict(span.truth, one)]} · {_outcome(span, one, say)}"})
        if span.reached is not None:
            kept = min(span.reached, span.allowed) if span.truth == "fails" else span.reached
            reached.append({"row": name, "from": 0.0, "to": kept / size})
            if span.truth == "fails":
                lacking.append({"row": name, "from": kept / size, "to": max(span.reached, span.allowed) / size})
    axis = alt.Axis(title=say(word, count=2).partition(" ")[2], domain=False, grid=True, tickCount=7)
    along = alt.X("from:Q", axis=axis, scale=alt.Scale(domain=[shortest / size, longest / size * 1.05], nice=False))

    def bars(rows: list[dict[str, Any]], band: float, fill: str, stroke: str) -> Any:
        base = alt.Chart(data(rows)).mark_bar(strokeWidth=1, fill=fill, stroke=stroke, height={"band": band})
        return base.encode(y=rows_of(names), x=along, x2="to:Q")

    notes = (
        alt.Chart(data(written))
        .mark_text(align="left", color=palette.ink)
        .encode(y=rows_of(names), x=alt.value(_WIDE + 14), text="written:N")
    )
    layers = [
        row_names(names, palette), bars(allowed, 0.9, palette.open, palette.stripe), bars(reached, 0.4, palette.accent, palette.accent),
        bars(lacking, 0.4, palette.fill("not_met"), palette.line("not_met")), notes,
    ]  # fmt: skip
    return alt.layer(*layers).properties(width=_WIDE, height=height(names))
