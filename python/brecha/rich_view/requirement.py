"""One requirement of an assessment in a notebook: verdict, sources, findings and the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import folded, in_notebook, swatch
from brecha.rich_view.marks import tag
from brecha.rich_view.reasons import reason_tree
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.assessment import RequirementResult


def requirement_html(result: RequirementResult) -> str:
    why = result.why()
    say = words(why.language)
    titles = {source.id: source.title for source in result._report.ruleset.sources(why.language)}
    findings = [
        tag("li", swatch(finding.verdict, f"{finding.subject or say['plan']}{say['colon']}{finding.message or say[finding.verdict]}"))
        for finding in result.findings
    ]
    cited = (", ".join(part for part in (titles.get(source.id) or source.id, source.clause) if part) for source in result.sources)
    return in_notebook(
        tag("p", tag("strong", f"{result.id} · "), tag("strong", swatch(result.verdict, say[result.verdict]))),
        tag("p", result.title),
        tag("p", "; ".join(cited), class_="faint"),
        tag("ul", *findings, class_="plain"),
        folded(say["why"], reason_tree(why, say)),
    )
