"""One page that needs nothing else, of one assessment or of several below each other, in three depths.

At a glance: one screen for who decides. For the analyst: the view, all requirements, the instruments. For the engineer: hashes,
reasons, places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.rich_view.content import Content, content_of, verdict_shown
from brecha.rich_view.engineer import engineer
from brecha.rich_view.glance import glance
from brecha.rich_view.html import analysis, counted, folded, headline, in_notebook, style, swatch
from brecha.rich_view.marks import Mark, escaped, joined, tag
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.assessments import FailedPlan
    from brecha.rows import Evidence

_OWN_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; padding: 1.5rem 1rem 3rem; background: #ffffff; }
@media (prefers-color-scheme: dark) { body { background: #141a21; } }
@media print { html { font-size: 12px; } body { padding: 0; background: #ffffff; } @page { margin: 16mm 14mm; } }
.brecha article + article { margin-top: 3rem; border-top: 3px solid var(--rule); padding-top: 2rem; }
.brecha .failed { border-left: 4px solid var(--gap); padding-left: 0.75rem; white-space: pre-wrap; }
"""
# Where the style alone does not open what is folded (browsers before 2025), this does.
_OPEN_ON_PAPER = """
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) { part.open = true; part.dataset.shut = ""; }
});
addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details[data-shut]")) { part.open = false; delete part.dataset.shut; }
});
"""
_MOST_REASONS = 3


def page(reports: Sequence[Assessment], language: str, failed: Sequence[FailedPlan] = ()) -> str:
    """The whole page as text. A plan that could not be read stands at the end with the reason."""
    say = words(language)
    contents = [content_of(report) for report in reports]
    articles = [
        _article(report, content, say, f"a{number}-") for number, (report, content) in enumerate(zip(reports, contents, strict=True), 1)
    ]
    if failed:
        articles.append(
            tag("article", *(tag("p", tag("strong", f"{one.name} {say['failed']}"), f"\n{one.error}", class_="failed") for one in failed))
        )
    return document(_title(contents, say), language, *articles)


def document(title: str, language: str, *content: object) -> str:
    """Pieces of the view as a page that needs nothing else."""
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style()}{_OWN_STYLE}</style>"
    )
    main = tag("main", joined(content), class_="brecha")
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(language)}">\n<head>\n{head}\n</head>\n<body>\n{main}\n'
        f"<script>{_OPEN_ON_PAPER}</script>\n</body>\n</html>\n"
    )


class View(NamedTuple):
    """How a result is shown: its text for a width, coloured or not; the title of its page; what stands there, and in a notebook's cell."""

    text: Callable[[Any, int, bool], str]
    title: Callable[[Any], str]
    body: Callable[[Any], Mark]

    def page(self, result: Any) -> str:
        return document(self.title(result), result.language, tag("article", self.body(result)))

    def fragment(self, result: Any) -> str:
        return in_notebook(self.body(result))


def _article(report: Assessment, content: Content, say: Words, links: str) -> Mark:
    depths = (("glance", "at_a_glance"), ("analyst", "for_analyst"), ("engineer", "for_engineer"))
    return tag(
        "article",
        headline(content, say),
        tag("nav", *(tag("a", say[word], href=f"#{links}{depth}") for depth, word in depths), class_="depths"),
        tag("h2", say["at_a_glance"], class_="depth", id=f"{links}glance"),
        glance(content, say, links),
        tag("h2", say["for_analyst"], class_="depth", id=f"{links}analyst"),
        analysis(content, say, links),
        _all_requirements(report, content, say),
        _instruments(content, say),
        engineer(report, content, say, links),
    )


def _title(contents: Sequence[Content], say: Words) -> str:
    """Country, plan and date: what a tab, a file and a printed page are told apart by."""
    if len(contents) != 1:
        return "Brecha"
    content = contents[0]
    return " · ".join(part for part in (content.country, content.plan_title, f"{say['as_of']} {content.as_of}") if part)


def _all_requirements(report: Assessment, content: Content, say: Words) -> Mark:
    messages: dict[str, list[str]] = {}
    reasons: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.message:
            messages.setdefault(finding.requirement, []).append(finding.message)
        reasons.setdefault(finding.requirement, []).append(finding.reason)
    resting: dict[str, list[Evidence]] = {}
    for used in report.evidence:
        resting.setdefault(used.requirement, []).append(used)
    alone = {requirement: asked.question.rank for asked in (*content.questions, *content.more_questions) for requirement in asked.decides}
    rows = []
    for info in content.requirements.values():
        verdict = report._core.verdict(info.id)
        shown = verdict_shown(report._core.verdict(info.id), info.modality)
        texts = [text for text in dict.fromkeys(messages.get(info.id, [])) if text != info.title]
        if verdict == "unknown" and info.id in alone:
            texts = [say("waits_for_question", rank=alone[info.id])]
        if verdict in ("met", "not_applicable"):
            texts = [", ".join(say[f"reason_{reason}"] for reason in dict.fromkeys(reasons.get(info.id, [])))]
            texts += _what_it_rests_on(resting.get(info.id, []), say)
        rows.append(
            tag(
                "tr",
                tag("td", info.id, class_="code"),
                tag("td", swatch(shown, say[shown]), class_="verdict"),
                tag("td", tag("p", info.title), *(tag("p", text, class_="faint") for text in texts)),
                tag("td", *(tag("p", content.citation(source), class_="faint") for source in dict.fromkeys(info.sources))),
            )
        )
    head = tag("tr", *(tag("th", word, scope="col") for word in ("", say["verdict"], say["requirement"], say["source"])))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="all")
    under = counted(say("requirements_counted", shown=len(rows), all=content.summary.requirements))
    title = say("all_requirements", count=len(rows))
    return tag("section", tag("h2", title, class_="on-paper"), folded(title, tag("div", table, class_="scroll"), under))


def _what_it_rests_on(used: Sequence[Evidence], say: Words) -> list[str]:
    """The first statements of the plan that decided it, how many more there are, and the documents they stand in."""
    statements = list(dict.fromkeys(_statement(one, say) for one in used))
    if not statements:
        return []
    more = f"; {say('more_rows', count=len(statements) - _MOST_REASONS)}" if len(statements) > _MOST_REASONS else ""
    documents = ", ".join(dict.fromkeys(one.document for one in used if one.document))
    where = f" ({documents})" if documents else ""
    return [f"{say['rests_on']}{say['colon']}{'; '.join(statements[:_MOST_REASONS])}{more}{where}"]


def _statement(used: Evidence, say: Words) -> str:
    """A place and what it says; an item without a name of its own says nothing but that it is there."""
    place = used.place or say["plan"]
    return f"{place} = {used.value}" if used.value and not used.value.startswith("[") else place


def _instruments(content: Content, say: Words) -> Mark:
    items = []
    for source in content.instruments:
        about = ", ".join(part for part in (source.publisher, source.date, say.get(source.standing, "")) if part)
        items.append(
            tag(
                "li",
                tag("strong", source.title or source.id),
                tag("span", f" · {about}" if about else "", class_="faint"),
                tag("div", _address(source.url), class_="places faint") if source.url else "",
            )
        )
    if not items:
        return Mark("")
    under = counted(say("instruments_counted", shown=len(items), all=len(content.instruments)))
    return tag("section", tag("h2", say["instruments"]), tag("ul", *items, class_="plain instruments"), under)


def _address(url: str) -> Mark | str:
    """A link where it leads to the web; else the text alone."""
    return tag("a", url, href=url, rel="noreferrer") if url.startswith(("http://", "https://")) else url
