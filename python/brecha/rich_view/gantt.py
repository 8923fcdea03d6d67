"""A Gantt picture of a roadmap as SVG, light and dark, told in words too. No line of it is told by colour alone."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.work_words import work_words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.roadmap import Roadmap
    from brecha.rows import Step

_LABELS, _BARS, _ROW, _TOP, _PAD = 330, 560, 22, 40, 12
_LETTERS = 46  # of a label
_NARROWEST = 4.0
_TICKS = 6

_STYLE = """
.gantt { max-width: 100%; height: auto; font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; background: #ffffff; }
.gantt text { fill: #1b2430; } .gantt .tick { font-size: 11px; fill: #566270; }
.gantt .rule { stroke: #dbe1e7; } .gantt .do { fill: #23599b; } .gantt .find_out { fill: #eef1f4; stroke: #8d99a6; }
.gantt .critical { stroke: #b23c27; stroke-width: 2.5; }
@media (prefers-color-scheme: dark) {
  .gantt { background: #141a21; } .gantt text { fill: #e4eaf0; } .gantt .tick { fill: #9ba8b5; }
  .gantt .rule { stroke: #36414d; } .gantt .do { fill: #86b4ec; } .gantt .find_out { fill: #232c36; stroke: #9ba8b5; }
  .gantt .critical { stroke: #ea7d6b; }
}
"""


def gantt(roadmap: Roadmap) -> str:
    """An svg element of its own: a row for each remedy and for what these wait for; over days, or over waves without a start."""
    say = work_words(roadmap.language)
    awaited = {requirement for step in roadmap for requirement in step.waits_for}
    steps = [step for step in roadmap if step.action != "find_out" or awaited & set(step.closes)]
    wide, high = _LABELS + _BARS + 2 * _PAD, _TOP + _ROW * max(len(steps), 1) + 2 * _PAD
    scale = _Scale(roadmap, steps)
    marks = [_ticks(scale, high, say), *(_row(step, place, scale, say) for place, step in enumerate(steps))]
    told = ". ".join(_told(step, say) for step in steps)
    return tag(
        "svg",
        tag("title", say["roadmap"]),
        tag("desc", told),
        tag("style", Mark(_STYLE)),
        *marks,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        class_="gantt",
        role="img",
    )


class _Scale:
    """Days or waves to places."""

    def __init__(self, roadmap: Roadmap, steps: list[Step]) -> None:
        self.start = roadmap.start
        if self.start:
            last = max((step.ends for step in steps if step.ends), default=self.start)
            self.whole = max((last - self.start).days + 1, 1)
        else:
            self.whole = max((step.wave for step in steps), default=0) + 1

    def at(self, units: float) -> float:
        return _LABELS + _PAD + _BARS * units / self.whole

    def bar(self, step: Step) -> tuple[float, float]:
        """Where it begins, and how wide it is."""
        if self.start and step.starts and step.ends:
            begins = (step.starts - self.start).days
            length = (step.ends - step.starts).days + 1 if step.effort_days else 0
        else:
            begins, length = step.wave, 1
        left = self.at(begins)
        return left, max(self.at(begins + length) - left - 1, _NARROWEST)

    def ticks(self, say: Words) -> list[tuple[float, str]]:
        if self.start is None:
            return [(self.at(wave), say["action_find_out"] if wave == 0 else str(wave)) for wave in range(self.whole)]
        apart = max(-(-self.whole // _TICKS), 1)
        return [(self.at(day), (self.start + datetime.timedelta(days=day)).isoformat()) for day in range(0, self.whole, apart)]


def _ticks(scale: _Scale, high: int, say: Words) -> Mark:
    pieces = []
    for x, label in scale.ticks(say):
        pieces.append(tag("line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=_TOP - 8, y2=high - _PAD, class_="rule"))
        pieces.append(tag("text", label, x=f"{x + 3:.1f}", y=_TOP - 14, class_="tick"))
    return joined(pieces)


def _row(step: Step, place: int, scale: _Scale, say: Words) -> Mark:
    y = _TOP + _ROW * place
    left, wide = scale.bar(step)
    look = ("find_out" if step.action == "find_out" else "do") + (" critical" if step.critical else "")
    label = f"{step.step}. {'★ ' if step.critical else ''}{one_line(step.text)}"
    label = label if len(label) <= _LETTERS else label[: _LETTERS - 1] + "…"
    dashes = {"stroke_dasharray": "3 2"} if step.action == "find_out" else {}
    return tag(
        "g",
        tag("title", _told(step, say)),
        tag("text", label, x=_PAD, y=y + 15),
        tag("rect", x=f"{left:.1f}", y=y + 3, width=f"{wide:.1f}", height=_ROW - 7, rx=2, class_=look, **dashes),
    )


def _told(step: Step, say: Words) -> str:
    if step.starts is None:
        return f"{step.step}. {one_line(step.text)}"
    told = say("gantt_told", step=step.step, start=step.starts, end=step.ends, text=one_line(step.text))
    return f"{told} ({say['critical']})" if step.critical else told
