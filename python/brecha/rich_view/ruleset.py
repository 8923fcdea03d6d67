"""A ruleset in a notebook: its requirements with the clause each comes from and how that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag

if TYPE_CHECKING:
    from brecha.ruleset import Ruleset


def ruleset_html(rules: Ruleset) -> str:
    requirements = rules.requirements(rules.languages[0] if rules.languages else "en")
    rows = [
        tag(
            "tr",
            tag("td", info.id, class_="code"),
            tag("td", info.title),
            tag("td", info.modality),
            tag(
                "td",
                info.sources[0] if info.sources else "",
                tag("span", f" ({info.readings[0]})", class_="faint") if info.readings and info.readings[0] != "full" else "",
            ),
        )
        for info in requirements
    ]
    head = tag("thead", tag("tr", *(tag("th", name) for name in ("requirement", "", "", "source"))))
    return in_notebook(
        tag("p", tag("strong", rules.title()), f" · {rules.name} {rules.version} · {len(requirements)} requirements"),
        tag("div", tag("table", head, tag("tbody", *rows)), class_="scroll"),
    )
