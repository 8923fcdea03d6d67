"""Theme × verdict: a column of bars for each verdict, so that place, word and hatching say which it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.pictures.drawing import data, height, lines_of
from brecha.pictures.picture import Picture, altair_module
from brecha.rich_view.sentences import shown_verdicts

if TYPE_CHECKING:
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.wording import Words


def themes_picture(content: Content, say: Words, about: Sequence[str]) -> Picture:
    verdicts = shown_verdicts(content)
    names = [lines_of(content.theme(row.theme) or say["no_theme"], 34) for row in content.themes]
    rows: list[dict[str, Any]] = [
        {"row": name, "verdict": say[verdict], "count": theme.counts[verdict], "written": str(theme.counts[verdict] or "·")}
        for name, theme in zip(names, content.themes, strict=True)
        for verdict in verdicts
    ]
    told = [
        f"{name}{say['colon']}" + ", ".join(f"{say[verdict]} {theme.counts[verdict]}" for verdict in verdicts if theme.counts[verdict])
        for name, theme in zip(names, content.themes, strict=True)
    ]

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        words = [say[verdict] for verdict in verdicts]
        most = max((row["count"] for row in rows), default=1)
        left = alt.Axis(title=None, domain=False, ticks=False, labelExpr="split(datum.label, '\\n')")
        base = alt.Chart(data(rows)).encode(
            y=alt.Y("row:N", sort=names, axis=left, scale=alt.Scale(paddingInner=0.35, paddingOuter=0.2)),
            x=alt.X("count:Q", axis=None, scale=alt.Scale(domain=[0, max(most, 1) * 1.45])),
        )
        bars = base.mark_bar(strokeWidth=1).encode(
            fill=alt.Fill("verdict:N", legend=None, scale=alt.Scale(domain=words, range=[palette.fill(verdict) for verdict in verdicts])),
            stroke=alt.Stroke(
                "verdict:N", legend=None, scale=alt.Scale(domain=words, range=[palette.line(verdict) for verdict in verdicts])
            ),
        )
        numbers = base.mark_text(align="left", dx=5).encode(text="written:N")
        return (
            alt.layer(bars, numbers)
            .properties(width=104, height=height(names))
            .facet(column=alt.Column("verdict:N", sort=words, title=None, header=alt.Header(labelAnchor="start")), spacing=14)
        )

    return Picture("themes", say["picture_themes"], about, ". ".join(told), draw)
