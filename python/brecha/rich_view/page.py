"""One page that needs nothing else: the view of one assessment or of several below each other, with all requirements to unfold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brecha.rich_view.html import body, style
from brecha.rich_view.marks import Mark, escaped, joined, tag
from brecha.rich_view.words import Words, words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.assessments import FailedPlan

_OWN_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; padding: 1.5rem 1rem 3rem; background: #ffffff; }
@media (prefers-color-scheme: dark) { body { background: #141a21; } }
.brecha article + article { margin-top: 3rem; border-top: 3px solid var(--rule); padding-top: 2rem; }
.brecha .all { width: 100%; margin-top: 0.5rem; }
.brecha .all td p + p { margin-top: 0.2rem; }
.brecha .failed { border-left: 4px solid var(--gap); padding-left: 0.75rem; white-space: pre-wrap; }
"""


def page(reports: Sequence[Assessment], language: str, failed: Sequence[FailedPlan] = ()) -> str:
    """The whole page as text. A plan that could not be read stands at the end with the reason."""
    say = words(language)
    title = reports[0].plan.name if len(reports) == 1 else "Brecha"
    articles = [tag("article", body(report, reasons=True), _all_requirements(report, say)) for report in reports]
    if failed:
        articles.append(
            tag("article", *(tag("p", tag("strong", f"{one.name} {say['failed']}"), f"\n{one.error}", class_="failed") for one in failed))
        )
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style()}{_OWN_STYLE}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="{escaped(language)}">\n<head>\n{head}\n</head>\n<body>\n{tag("main", joined(articles), class_="brecha")}\n</body>\n</html>\n'


def _all_requirements(report: Assessment, say: Words) -> Mark:
    messages: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.message:
            messages.setdefault(finding.requirement, []).append(finding.message)
    rows = []
    for info in report.ruleset.requirements(report.language):
        verdict = report._core.verdict(info.id)
        shown = "not_used" if info.modality == "may" and verdict in ("not_met", "partly_met") else verdict
        texts = list(dict.fromkeys(messages.get(info.id, [])))
        rows.append(
            tag(
                "tr",
                tag("td", info.id, class_="code"),
                tag("td", tag("span", class_=f"swatch is-{shown}"), say[shown], class_="verdict"),
                tag("td", tag("p", info.title), *(tag("p", text, class_="faint") for text in texts[:4])),
                tag("td", *(tag("p", source, class_="faint") for source in info.sources)),
            )
        )
    table = tag("table", tag("tbody", *rows), class_="all")
    summary = tag("summary", say["all_requirements"].format(count=len(rows)))
    return tag("details", summary, tag("div", table, class_="scroll"))
