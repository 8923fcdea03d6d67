"""The one style of all pictures: colours of the rich view, light and dark, and hatchings that tell verdicts apart without colour."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


class Palette(NamedTuple):
    name: str
    ink: str
    faint: str
    rule: str
    paper: str
    met: str
    partly_met: str
    not_met: str
    open: str
    stripe: str
    accent: str

    def fill(self, verdict: str) -> str:
        """What a mark of this verdict is filled with: a colour, or a hatching that `with_hatching` defines."""
        return self.met if verdict == "met" else f"url(#brecha-{self.name}-{verdict})"

    def line(self, verdict: str) -> str:
        return {"met": self.met, "partly_met": self.partly_met, "not_met": self.not_met}.get(verdict, self.stripe)


LIGHT = Palette("light", "#1b2430", "#566270", "#dbe1e7", "#ffffff", "#1d7a5c", "#c07c12", "#b23c27", "#eef1f4", "#c4cdd6", "#23599b")
DARK = Palette("dark", "#e4eaf0", "#9ba8b5", "#36414d", "#141a21", "#52b893", "#dfa548", "#ea7d6b", "#232c36", "#465360", "#86b4ec")


def config(palette: Palette) -> dict[str, Any]:
    """Vega-Lite's settings."""
    text = {"labelColor": palette.ink, "titleColor": palette.faint, "labelFont": FONT, "titleFont": FONT, "titleFontWeight": "normal"}
    return {
        "aria": False,  # the picture is told in words as a whole
        "background": palette.paper,
        "font": FONT,
        "padding": 14,
        "view": {"stroke": None},
        "axis": {
            **text, "labelFontSize": 12, "titleFontSize": 11, "domainColor": palette.stripe, "tickColor": palette.stripe,
            "gridColor": palette.rule, "labelLimit": 420, "labelPadding": 6,
        },
        "legend": {**text, "labelFontSize": 12, "symbolSize": 120, "labelLimit": 300},
        "header": {**text, "labelFontSize": 12},
        "title": {
            "color": palette.ink, "subtitleColor": palette.faint, "fontSize": 17, "subtitleFontSize": 12, "anchor": "start",
            "fontWeight": "bold", "offset": 16, "subtitlePadding": 6, "font": FONT, "subtitleFont": FONT,
        },
        "text": {"color": palette.ink, "font": FONT, "fontSize": 12},
    }  # fmt: skip


def with_hatching(svg: str, palette: Palette, name: str) -> str:
    """The drawing with the hatchings that it uses; their names are the picture's own, so that several stand on one page."""
    used = dict.fromkeys(re.findall(rf"url\(#brecha-{palette.name}-(\w+)\)", svg))
    if not used:
        return svg
    patterns = "".join(_pattern(palette, verdict) for verdict in used)
    head, end, body = svg.partition(">")
    return (head + end + f"<defs>{patterns}</defs>" + body).replace(f"brecha-{palette.name}-", f"brecha-{name}-{palette.name}-")


def _pattern(palette: Palette, verdict: str) -> str:
    """unknown: pale, thin lines rising. partly: broad lines standing. gap: filled, crossed. does not apply: empty; not used: dotted."""
    inside = {
        "unknown": (6, f'<rect width="6" height="6" fill="{palette.open}"/>', f'<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="{palette.stripe}" stroke-width="1.3"/>'),
        "partly_met": (6, f'<rect width="6" height="6" fill="{palette.paper}"/>', f'<rect width="4" height="6" fill="{palette.partly_met}"/>'),
        "not_met": (6, f'<rect width="6" height="6" fill="{palette.not_met}"/>', f'<path d="M0,0 l6,6 M6,0 l-6,6" stroke="{palette.paper}" stroke-width="0.9"/>'),
        "not_applicable": (6, f'<rect width="6" height="6" fill="{palette.paper}"/>', ""),
        "not_used": (6, f'<rect width="6" height="6" fill="{palette.paper}"/>', f'<circle cx="3" cy="3" r="1" fill="{palette.stripe}"/>'),
    }  # fmt: skip
    size, ground, figure = inside[verdict]
    return (
        f'<pattern id="brecha-{palette.name}-{verdict}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f"{ground}{figure}</pattern>"
    )
