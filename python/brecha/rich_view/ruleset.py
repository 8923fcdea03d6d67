"""A ruleset in a notebook: its requirements with the clause each comes from and how that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.ruleset import Ruleset


def ruleset_html(rules: Ruleset) -> str:
    language = rules.languages[0] if rules.languages else "en"
    say = words(language)
    requirements = rules.requirements(language)
    rows = []
    for info in requirements:
        first = info.citations[0]
        source = ", ".join(part for part in (first.source_title, first.clause) if part)
        reading = say.get(f"reading_{first.reading}", "")
        cells = (tag("td", info.id, class_="code"), tag("td", info.title), tag("td", say[info.modality]))
        rows.append(tag("tr", *cells, tag("td", source, tag("span", f" ({reading})", class_="faint") if reading else "")))
    head = tag("thead", tag("tr", *(tag("th", name) for name in (say["requirement"], "", "", say["source"]))))
    count = say("requirements_counted", shown=len(rows), all=len(requirements))
    return in_notebook(
        tag("p", tag("strong", rules.title(language)), f" · {rules.name} {rules.version}"),
        tag("div", tag("table", head, tag("tbody", *rows)), class_="scroll"),
        tag("p", count, class_="faint"),
    )
