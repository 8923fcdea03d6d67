"""Interval bars, never one percentage: how much is met at worst and at best, and a point for how much could be judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.pictures.drawing import data, height, key, lines_of, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module
from brecha.rich_view.words import percent

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.pictures.style import Palette
    from brecha.rich_view.content import Content
    from brecha.wording import Words


class Bar(NamedTuple):
    """A row: shares from 0 to 1."""

    name: str
    lowest: float
    highest: float
    judged: float


def of_themes(report: Assessment, content: Content, say: Words) -> list[Bar]:
    """A bar for each theme in which something applies, most judged first, and one for the whole."""
    verdicts: dict[str | None, list[tuple[str, str]]] = {}
    for info in content.requirements.values():
        verdicts.setdefault(info.theme or None, []).append((report._core.verdict(info.id), info.modality))
    bars = [
        bar for theme, found in verdicts.items() if (bar := _bar(lines_of(content.theme(theme) or say["no_theme"], 34), found)) is not None
    ]
    whole = of_plan(say["all_themes"], report)
    return ([whole] if whole else []) + _sorted(bars)


def of_plan(name: str, report: Assessment) -> Bar | None:
    summary = report.summary
    if summary.lowest is None or summary.highest is None:
        return None
    return Bar(lines_of(name, 40), summary.lowest, summary.highest, summary.judged / max(summary.requirements, 1))


def _bar(name: str, found: Sequence[tuple[str, str]]) -> Bar | None:
    """As the summary counts: `may` is left out of what is met, and so is what does not apply."""
    owed = [verdict for verdict, modality in found if modality != "may" and verdict != "not_applicable"]
    if not owed:
        return None
    met, unknown = owed.count("met"), owed.count("unknown")
    judged = sum(verdict != "unknown" for verdict, _ in found) / len(found)
    return Bar(name, met / len(owed), (met + unknown) / len(owed), judged)


def _sorted(bars: list[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: -bar.judged)


def several_plans(named: Sequence[tuple[str, Assessment]]) -> list[Bar]:
    """A bar for each plan, most judged first: never a ranking by what is met."""
    bars: dict[str, Bar] = {}
    for name, report in named:
        bar = of_plan(name, report)
        if bar is not None:
            again = f"{bar.name} ({report.plan.name})" if bar.name in bars else bar.name
            bars[again] = bar._replace(name=again)
    return _sorted(list(bars.values()))


def intervals_picture(bars: Sequence[Bar], say: Words, about: Sequence[str]) -> Picture:
    return Picture("intervals", say["picture_intervals"], about, ". ".join(told(bars, say)), lambda palette: bars_drawn(bars, say, palette))


def told(bars: Sequence[Bar], say: Words) -> list[str]:
    return [
        say(
            "theme_interval",
            name=bar.name.replace("\n", " "),
            lowest=percent(bar.lowest, say.language),
            highest=percent(bar.highest, say.language),
            judged=percent(bar.judged, say.language),
        )
        for bar in bars
    ]


def bars_drawn(bars: Sequence[Bar], say: Words, palette: Palette) -> Any:
    """The bars, with the key to them."""
    names = [bar.name for bar in bars]
    rows = [
        {
            "row": bar.name, "zero": 0, "lowest": bar.lowest, "highest": bar.highest, "judged": bar.judged, "end": 1,
            "written": f"{percent(bar.lowest, say.language)} – {percent(bar.highest, say.language)}",
        }
        for bar in bars
    ]  # fmt: skip
    alt = altair_module()
    axis = alt.Axis(title=None, format="%", values=[0, 0.25, 0.5, 0.75, 1], domain=False)
    share = alt.Scale(domain=[0, 1])
    base = alt.Chart(data(rows)).encode(y=rows_of(names))
    ground = base.mark_bar(fill="none", stroke=palette.rule, strokeWidth=1).encode(x=alt.X("zero:Q", scale=share, axis=axis), x2="end:Q")
    met = base.mark_bar(fill=palette.fill("met")).encode(x="zero:Q", x2="lowest:Q")
    open_ = base.mark_bar(fill=palette.fill("unknown"), stroke=palette.stripe, strokeWidth=1).encode(x="lowest:Q", x2="highest:Q")
    judged = base.mark_point(shape="diamond", size=70, filled=True, fill=palette.ink, stroke=palette.paper, strokeWidth=1.2, opacity=1)
    written = base.mark_text(align="left", dx=10).encode(x="end:Q", text="written:N")
    drawn = alt.layer(row_names(names, palette), ground, met, open_, judged.encode(x="judged:Q"), written).properties(
        width=430, height=height(names)
    )
    entries = [
        (say["at_worst"], palette.fill("met"), "square"),
        (say["may_be_met"], palette.fill("unknown"), "square"),
        (say["share_judged"], palette.ink, "diamond"),
    ]
    return alt.vconcat(drawn, key(entries, palette), spacing=10)
