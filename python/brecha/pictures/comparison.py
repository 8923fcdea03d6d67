"""Before and after: what is met at worst and at best each time, and how many findings went from which verdict to which."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from brecha.comparison import VERDICTS
from brecha.pictures.drawing import data
from brecha.pictures.intervals import bars_drawn, of_plan, told
from brecha.pictures.picture import Picture, altair_module
from brecha.pictures.words import picture_words
from brecha.rich_view.work_words import work_words

if TYPE_CHECKING:
    from brecha.comparison import Comparison
    from brecha.pictures.style import Palette

_CELL, _NONE = 64, "not_asked"


def comparison_picture(comparison: Comparison) -> Picture:
    """Raises NotInstalledError without the extra."""
    altair_module()
    say, work = picture_words(comparison.language), work_words(comparison.language)
    reports = {"before": comparison.before, "after_that": comparison.after}
    found = [of_plan(f"{work[word]}: {report.as_of}", report) for word, report in reports.items()]
    bars = [bar for bar in found if bar is not None]
    counts = Counter((before or _NONE, after or _NONE) for before, after in zip(comparison["before"], comparison["after"], strict=True))
    verdicts = [*VERDICTS, *([_NONE] if any(_NONE in pair for pair in counts) else [])]
    name = {verdict: say[verdict] if verdict != _NONE else work[_NONE] for verdict in verdicts}
    rows = [
        {"before": name[was], "after": name[now], "verdict": now, "count": counts[was, now], "moved": was != now}
        for was in verdicts
        for now in verdicts
        if counts[was, now]
    ]
    moves = [f"{row['before']} → {row['after']}{say['colon']}{row['count']}" for row in rows if row["moved"]]

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        words = list(name.values())
        fills = [palette.fill(verdict if verdict != _NONE else "not_applicable") for verdict in verdicts]
        lines = [palette.line(verdict) for verdict in verdicts]
        heads = alt.Axis(orient="top", labelAngle=0, title=f"{work['after_that']} →", domain=False, ticks=False, labelLimit=_CELL + 12)
        sides = alt.Axis(title=f"{work['before']} ↓", titleAngle=0, titleAlign="right", titleY=-16, titleX=-8, domain=False, ticks=False)
        base = alt.Chart(data(rows)).encode(
            x=alt.X("after:N", sort=words, axis=heads, scale=alt.Scale(domain=words)),
            y=alt.Y("before:N", sort=words, axis=sides, scale=alt.Scale(domain=words)),
        )
        marks = base.mark_square(opacity=1, strokeWidth=1.2).encode(
            size=alt.Size("count:Q", scale=alt.Scale(type="sqrt", domain=[0, max(counts.values(), default=1)], range=[30, 1100]), legend=None),
            fill=alt.Fill("verdict:N", scale=alt.Scale(domain=verdicts, range=fills), legend=None),
            stroke=alt.Stroke("verdict:N", scale=alt.Scale(domain=verdicts, range=lines), legend=None),
        )  # fmt: skip
        numbers = base.mark_text(dy=26, fontSize=11).encode(
            text="count:Q", color=alt.condition("datum.moved", alt.value(palette.ink), alt.value(palette.faint))
        )
        grid = alt.layer(marks, numbers).properties(width=(_CELL + 22) * len(words), height=_CELL * len(words))
        parts = [bars_drawn(bars, say, palette), grid] if bars else [grid]
        return alt.vconcat(*parts, spacing=28).resolve_scale(x="independent", y="independent", fill="independent", stroke="independent")

    about = [
        f"{work[word]}: {report.plan.name} · {report.ruleset.name} {report.ruleset.version} · {say['as_of']} {report.as_of}"
        for word, report in reports.items()
    ]
    description = " ".join(part for part in (comparison.headline, ". ".join(told(bars, say)) + ".", "; ".join(moves)) if part)
    return Picture("comparison", say["picture_comparison"], about, description, draw)
