"""The last of the page's three depths: hashes to repeat it by, the tree of reasons of each gap, and every place that decided or is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.content import Content
from brecha.rich_view.html import counted, folded
from brecha.rich_view.marks import Mark, tag
from brecha.rich_view.reasons import reason_tree, why_word
from brecha.rich_view.sentences import identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.assessment import Assessment
    from brecha.rows import Evidence
    from brecha.wording import Words

_SIGNS = {"holds": "✓", "fails": "✗", "context": "·"}


def engineer(report: Assessment, content: Content, say: Words, links: str) -> Mark:
    return tag(
        "section",
        tag("h2", say["for_engineer"], class_="depth", id=f"{links}engineer"),
        _identity(report, content, say),
        _reasons(report, content, say, links),
        _places(report, say),
        _missing(report, say),
        class_="engineer",
    )


def _identity(report: Assessment, content: Content, say: Words) -> Mark:
    cells = [tag("tr", tag("th", name, scope="row"), tag("td", value, class_="code")) for name, value in identity(report, content, say)]
    return tag("div", tag("h2", say["repeat_by"]), tag("table", tag("tbody", *cells), class_="identity"))


def _reasons(report: Assessment, content: Content, say: Words, links: str) -> Mark:
    """Of each finding that is a gap, by the number of its line in the list of gaps."""
    items = []
    lines = [line for section in content.sections for line in section.lines]
    for number, line in enumerate(lines, 1):
        trees = []
        for gap in (*line.gaps, *line.waiting):
            reasons = report._core.why(gap.requirement, gap.subject, content.language)
            if reasons:
                trees.append(
                    folded(tag("span", f"{gap.requirement} · {gap.subject or say['plan']}", class_="code"), reason_tree(reasons, say))
                )
        if trees:
            items.append(tag("li", tag("span", number, class_="nr rank"), *trees, id=f"{links}why-{number}"))
    return tag("div", tag("h2", say["why_each_gap"]), tag("ol", *items, class_="few")) if items else Mark("")


def _places(report: Assessment, say: Words) -> Mark:
    """Each place that a verdict rests on: what it says, where that stands, and the requirements it decides."""
    used: dict[str, list[Evidence]] = {}
    for one in report.evidence:
        used.setdefault(one.place, []).append(one)
    rows = []
    for place, times in used.items():
        first = times[0]
        decides = dict.fromkeys(f"{_SIGNS.get(one.used_as, '·')} {one.requirement}" for one in times)
        cells = (
            tag("td", place or say["plan"], class_="places"),
            tag("td", first.value or "", class_="code"),
            tag("td", _where(first, say), class_="faint"),
            tag("td", ", ".join(decides), class_="places faint"),
        )
        rows.append(tag("tr", *cells))
    heads = (say["place"], say["value"], say["document"], say["requirements_head"])
    return _table(say["places_that_decide"], heads, rows, say)


def _where(used: Evidence, say: Words) -> str:
    page = f"{say['page']} {used.page}" if used.page else ""
    since = f"{say['as_of']} {used.fact_as_of}" if used.fact_as_of else ""
    weak = [say[word].lower() for word in ("guessed", "defaulted") if getattr(used, word)]
    return " · ".join(part for part in (used.document, page, used.who, str(used.dated or ""), since, *weak) if part)


def _missing(report: Assessment, say: Words) -> Mark:
    """Each place that keeps a finding open, and why."""
    waiting: dict[tuple[str, str], list[str]] = {}
    for one in report.missing:
        waiting.setdefault((one.place, one.why), []).append(one.requirement)
    rows = [
        tag(
            "tr",
            tag("td", place, class_="places"),
            tag("td", why_word(why, say)),
            tag("td", ", ".join(dict.fromkeys(requirements)), class_="places faint"),
        )
        for (place, why), requirements in waiting.items()
    ]
    return _table(say["places_missing"], (say["place"], say["reason"], say["waiting_head"]), rows, say)


def _table(title: str, heads: Sequence[str], rows: list[Mark], say: Words) -> Mark:
    if not rows:
        return Mark("")
    head = tag("tr", *(tag("th", word, scope="col") for word in heads))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="all")
    under = counted(say("places_counted", shown=len(rows), all=len(rows)))
    named = f"{title} ({len(rows)})"
    return tag("div", tag("h2", named, class_="on-paper"), folded(named, tag("div", table, class_="scroll"), under))
