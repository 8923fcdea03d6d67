"""Remedy × effort: what takes a day stands above what takes a year; the mark grows with the gaps that it closes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.pictures.drawing import data, height, key, lines_of, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module

if TYPE_CHECKING:
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.wording import Words

_SHAPES = {"shall": "square", "should": "circle"}


def remedies_picture(content: Content, say: Words, about: Sequence[str], most: int) -> Picture:
    lines = [line for section in content.sections for line in section.lines if line.gravest.remedy]
    found = [(line.gravest, len(line.gaps)) for line in lines]
    found.sort(key=lambda one: (one[0].effort_days is None, one[0].effort_days or 0.0, -one[1]))  # stable: the gravest first
    rows: list[dict[str, Any]] = []
    for gap, closes in found[:most]:
        effort = gap.effort or say["effort_unsaid"]
        rows.append(
            {
                "row": lines_of(f"{gap.requirement}{say['colon']}{gap.remedy}"), "days": gap.effort_days or 0, "zero": 0,
                "closes": closes, "modality": say[gap.modality], "stated": gap.effort_days is not None,
                "written": f"{effort} · {say('closes', count=closes)}",
            }
        )  # fmt: skip
    told = [f"{row['row']} ({row['modality']}; {row['written']})".replace("\n", " ") for row in rows]
    if len(found) > most:
        told.append(say("more_left_out", count=len(found) - most))
    names = [row["row"] for row in rows]

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        longest = max((row["days"] for row in rows), default=0) or 1
        axis = alt.Axis(title=say["effort_axis"], domain=False, values=[longest * part / 4 for part in range(5)], format=".0f")
        days = alt.X("days:Q", axis=axis, scale=alt.Scale(domain=[-longest * 0.06, longest * 1.06], nice=False))
        modalities = [say[modality] for modality in _SHAPES]
        base = alt.Chart(data(rows)).encode(y=rows_of(names))
        stem = base.mark_rule(stroke=palette.stripe, strokeWidth=2).encode(x=days, x2="zero:Q")
        mark = base.mark_point(filled=True, opacity=1, strokeWidth=1.5).encode(
            x=days,
            size=alt.Size("closes:Q", scale=alt.Scale(domain=[1, max((row["closes"] for row in rows), default=1) + 1], range=[60, 260]), legend=None),
            shape=alt.Shape("modality:N", scale=alt.Scale(domain=modalities, range=list(_SHAPES.values())), legend=None),
            fill=alt.Fill("stated:N", scale=alt.Scale(domain=[True, False], range=[palette.accent, palette.paper]), legend=None),
            stroke=alt.value(palette.accent),
        )  # fmt: skip
        written = base.mark_text(align="left", dx=14, color=palette.faint).encode(x=days, text="written:N")
        drawn = alt.layer(row_names(names, palette), stem, mark, written).properties(width=300, height=height(names))
        entries = [
            *((say[modality], palette.accent, shape) for modality, shape in _SHAPES.items()),
            (say["effort_unsaid"], palette.paper, "circle"),
        ]
        return alt.vconcat(drawn, key(entries, palette), spacing=10)

    return Picture("remedies", say["picture_remedies"], about, " ".join(told) or say["no_gaps"], draw)
