"""The next questions as a staircase: each answer settles some of what is open, on top of those above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brecha.pictures.drawing import data, height, key, lines_of, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module

if TYPE_CHECKING:
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.wording import Words


def questions_picture(content: Content, say: Words, about: Sequence[str], most: int) -> Picture:
    asked = [one.question for one in (*content.questions, *content.more_questions)]
    open_ = content.open_findings
    rows: list[dict[str, Any]] = []
    before = 0
    for question in asked[:most]:
        now = max(before, question.settles_with_above)
        written = f"+{now - before}" if now > before else "·"
        name = lines_of(f"{question.rank}. {question.question}")
        rows.append({"row": name, "zero": 0, "before": before, "now": now, "open": open_, "written": f"{written}  →  {now}"})
        before = now
    told = [
        say("stair", rank=question.rank, question=question.question, settled=row["now"], open=open_)
        for question, row in zip(asked, rows, strict=False)
    ]
    if len(asked) > most:
        told.append(say("more_left_out", count=len(asked) - most))
    names = [row["row"] for row in rows]

    def draw(palette: Palette) -> Any:
        alt = altair_module()
        axis = alt.Axis(title=f"{say['findings_settled']} / {open_}", tickMinStep=1, format="d", domain=False)
        base = alt.Chart(data(rows)).encode(y=rows_of(names))
        ground = base.mark_bar(fill=palette.fill("unknown"), stroke=palette.stripe, strokeWidth=1)
        ground = ground.encode(x=alt.X("zero:Q", axis=axis, scale=alt.Scale(domain=[0, max(open_, 1)], nice=False)), x2="open:Q")
        above = base.mark_bar(fill=palette.stripe).encode(x="zero:Q", x2="before:Q")
        step = base.mark_bar(fill=palette.accent).encode(x="before:Q", x2="now:Q")
        written = base.mark_text(align="left", dx=8).encode(x="open:Q", text="written:N")
        stairs = alt.layer(row_names(names, palette), ground, above, step, written).properties(width=360, height=height(names))
        entries = [
            (say["settled_here"], palette.accent, "square"),
            (say["settled_before"], palette.stripe, "square"),
            (say["still_open"], palette.fill("unknown"), "square"),
        ]
        return alt.vconcat(stairs, key(entries, palette), spacing=10)

    return Picture("questions", say["picture_questions"], about, " ".join(told) or say["no_questions"], draw)
