"""The statement of applicability for readers: as text, as a page, as a sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brecha.rich_view.content import verdict_shown
from brecha.rich_view.headings import assessed_as, plan_title, sentence
from brecha.rich_view.html import counted, swatch
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.text import Pen, wrapped
from brecha.rich_view.work_words import work_words
from brecha.wording import Words

if TYPE_CHECKING:
    import os

    from brecha.applicability import Applicability
    from brecha.rows import Application


def _titles(statement: Applicability, say: Words) -> tuple[str, str, str]:
    """What it is of, of which assessment, and how many requirements apply and are decided."""
    report = statement.report
    counts = Counter(statement["applies"])
    said = [say(f"applies_counted_{word}", count=counts[word]) for word in ("yes", "in_part", "no", "unknown") if counts[word]]
    said.append(say("decided_counted", count=sum(decision is not None for decision in statement["decision"])))
    return f"{say['statement']}{say['colon']}{plan_title(report) or report.plan.name}", assessed_as(report, say), sentence(said)


def _source(row: Application, titles: dict[str, str]) -> str:
    return ", ".join(part for part in (titles.get(row.source or "", row.source or ""), row.clause) if part)


def _titles_of_sources(statement: Applicability) -> dict[str, str]:
    return {source.id: source.title or source.id for source in statement.report.ruleset.sources(statement.language)}


def _text(statement: Applicability, width: int, color: bool) -> str:
    """The whole statement, without a last line break."""
    say, pen = work_words(statement.language), Pen(color)
    title, about, counts = _titles(statement, say)
    lines = [*(pen.bold(line) for line in wrapped(title, width, "", "")), *wrapped(about, width, "", "  "), ""]
    lines += [*wrapped(counts, width, "", ""), ""]
    for row in statement:
        lines += wrapped(f"{row.requirement}  {row.title}", width, "", "  ")
        verdict = say[verdict_shown(row.verdict, row.modality)]
        lines += [
            pen.faint(line)
            for line in wrapped(f"{say['applies']}{say['colon']}{say['applies_' + row.applies]} ({row.why}) · {verdict}", width, "  ", "  ")
        ]
        if row.decision:
            reason = f" ({row.decision_reason})" if row.decision_reason else ""
            lines += wrapped(f"{say['decision']}{say['colon']}{row.decision}{reason}", width, "  → ", "    ")
    return "\n".join(lines)


def _page_title(statement: Applicability) -> str:
    return _titles(statement, work_words(statement.language))[0]


def _body(statement: Applicability) -> Mark:
    say = work_words(statement.language)
    title, about, counts = _titles(statement, say)
    sources = _titles_of_sources(statement)
    rows = []
    for row in statement:
        shown = verdict_shown(row.verdict, row.modality)
        rows.append(
            tag(
                "tr",
                tag(
                    "td",
                    tag("p", row.title),
                    tag("p", tag("span", row.requirement, class_="code"), f" · {_source(row, sources)}", class_="faint"),
                ),
                tag("td", tag("strong", say["applies_" + row.applies]), tag("p", row.why, class_="faint")),
                tag("td", swatch(shown, say[shown]), class_="verdict"),
                tag("td", row.decision or "–", tag("p", row.decision_reason, class_="faint") if row.decision_reason else ""),
            )
        )
    heads = (say["requirement"], say["applies"], say["verdict"], say["decision"])
    table = tag(
        "table",
        tag(
            "thead",
            tag(
                "tr",
                *(
                    tag("th", head, scope="col", style=f"width:{wide}")
                    for head, wide in zip(heads, ("38%", "28%", "auto", "20%"), strict=True)
                ),
            ),
        ),
        tag("tbody", *rows),
        style="width:100%",
    )
    return joined(
        (
            tag("header", tag("h1", title), tag("p", about, class_="faint"), class_="headline"),
            tag("section", tag("p", counts), class_="judged"),
            tag("section", tag("div", table, class_="scroll"), counted(say("requirements_counted", shown=len(rows), all=len(statement)))),
        )
    )


VIEW = View(_text, _page_title, _body)


def write_statement(statement: Applicability, path: str | os.PathLike[str]) -> None:
    from brecha.excel import write_sheet

    say = work_words(statement.language)
    sources = _titles_of_sources(statement)
    labels = {info.theme: info.theme_label for info in statement.report.ruleset.requirements(statement.language) if info.theme}
    columns = (
        (say["requirement"], 13, "strong"), (say["title"], 44, "plain"), (say["applies"], 11, "strong"), (say["why_applies"], 44, "faint"),
        (say["verdict"], 13, "strong"), (say["decision"], 24, "answer"), (say["decision_reason"], 36, "answer"), (say["source"], 34, "plain"),
        (say["theme"], 18, "plain"), (say["modality"], 14, "plain"),
    )  # fmt: skip
    rows = [
        (
            row.requirement, row.title, say["applies_" + row.applies], row.why, say[verdict_shown(row.verdict, row.modality)], row.decision,
            row.decision_reason, _source(row, sources), labels.get(row.theme or "", row.theme), say[row.modality],
        )
        for row in statement
    ]  # fmt: skip
    write_sheet(path, say, statement.report.as_of, say["statement_sheet"], _titles(statement, say), columns, rows, printed=7)
