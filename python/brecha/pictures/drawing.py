"""What several pictures share: labels of several lines, and a key that shows each hatching."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from brecha.harmless import one_line
from brecha.pictures.picture import altair_module
from brecha.pictures.style import Palette

_WIDE, _MOST_LINES, _LINE = 52, 3, 15


def lines_of(text: str, wide: int = _WIDE) -> str:
    """The text in a few lines of about that width."""
    return "\n".join(textwrap.wrap(one_line(text), wide, max_lines=_MOST_LINES, placeholder=" …", break_on_hyphens=False))


def data(rows: Sequence[dict[str, Any]]) -> Any:
    return altair_module().Data(values=list(rows))


def rows_of(order: Sequence[str]) -> Any:
    """A row of the picture for each name, in this order."""
    alt = altair_module()
    return alt.Y("row:N", sort=list(order), axis=None, scale=alt.Scale(paddingInner=0.35, paddingOuter=0.2))


def row_names(order: Sequence[str], palette: Palette) -> Any:
    """The names at the left of their rows, in lines of which the middle stands at the middle."""
    alt = altair_module()
    up = {"expr": f"-{_LINE / 2} * (length(split(datum.row, '\\n')) - 1)"}
    text = alt.Chart(data([{"row": name} for name in order])).mark_text(
        align="right", lineBreak="\n", lineHeight=_LINE, dy=up, color=palette.ink
    )
    return text.encode(y=rows_of(order), x=alt.value(-10), text="row:N")


def height(labels: Sequence[str]) -> int:
    """Room for rows whose labels have several lines."""
    most = max((label.count("\n") + 1 for label in labels), default=1)
    return max(len(labels), 1) * (14 + _LINE * most)


def key(entries: Sequence[tuple[str, str, str]], palette: Palette, gap: int = 28) -> Any:
    """A line of marks with what each means: word, fill, shape (square, circle, diamond, triangle-right, stroke)."""
    alt = altair_module()
    rows: list[dict[str, Any]] = []
    at = 8.0
    for word, fill, shape in entries:
        line = fill if shape == "stroke" else palette.faint
        rows.append({"x": at, "word": one_line(word), "fill": fill, "line": line, "shape": shape})
        at += 16 + 6.4 * len(word) + gap
    base = alt.Chart(data(rows)).encode(x=alt.X("x:Q", scale=None, axis=None))
    marks = base.mark_point(size=110, filled=True, opacity=1, strokeWidth=1).encode(
        fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("line:N", scale=None), shape=alt.Shape("shape:N", scale=None)
    )
    text = base.mark_text(align="left", dx=11, color=palette.faint).encode(text="word:N")
    return alt.layer(marks, text).properties(width=max(at, 60), height=20)
