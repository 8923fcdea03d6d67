"""One requirement of an assessment in a notebook: verdict, sources, findings and the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag
from brecha.rich_view.reasons import reason_tree
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.assessment import RequirementResult


def requirement_html(result: RequirementResult) -> str:
    why = result.why()
    say = words(why.language)
    findings = [
        tag(
            "li",
            tag("span", class_=f"swatch is-{finding.verdict}"),
            f"{finding.subject or say['plan']}: {finding.message or say[finding.verdict]}",
        )
        for finding in result.findings
    ]
    return in_notebook(
        tag("p", tag("strong", f"{result.id} · "), tag("span", class_=f"swatch is-{result.verdict}"), tag("strong", say[result.verdict])),
        tag("p", result.title),
        tag("p", "; ".join(", ".join(part for part in (source.id, source.clause) if part) for source in result.sources), class_="faint"),
        tag("ul", *findings, class_="plain"),
        tag("details", tag("summary", say["why"]), reason_tree(why, say)),
    )
