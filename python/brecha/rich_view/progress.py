"""The picture of how far a protocol has got: how much is done, and step by step the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.headings import assessed_as, plan_title
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.steps import SIGNS, counted_up, procedures, steps_table, waits_for, when, who
from brecha.rich_view.text import Pen, wrapped
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.progress import Progress


def _head(requirement: str, subject: str, progress: Progress) -> str:
    title = progress.report.ruleset.requirement(requirement, progress.language).title
    return one_line(f"{requirement}{words(progress.language)['colon']}{title} · {subject}" if subject else f"{requirement}: {title}")


def _titles(progress: Progress, say: Words) -> tuple[str, str]:
    report = progress.report
    return f"{say['progress']}{say['colon']}{one_line(plan_title(report) or report.plan.name)}", assessed_as(report, say)


def _text(progress: Progress, width: int, color: bool) -> str:
    say, pen = words(progress.language), Pen(color)
    title, about = _titles(progress, say)
    blocks = [[*(pen.bold(line) for line in wrapped(title, width, "", "")), *wrapped(about, width, "", "  ")]]
    if not len(progress):
        blocks.append(wrapped(say["progress_nothing"], width, "", ""))
    for (requirement, subject), rows in procedures(list(progress)).items():
        lines = [pen.bold(line) for line in wrapped(_head(requirement, subject, progress), width, "", "  ")]
        lines += wrapped(counted_up(rows, say), width, "", "")
        for row in rows:
            about_it = [say[f"step_{row.state}"], when(row, say), who(row), waits_for(row, rows, say)]
            lines += wrapped(one_line(row.label), width, f"  {SIGNS[row.state]} ", "    ")
            faint = wrapped(one_line(" · ".join(part for part in about_it if part)), width, "    ", "    ")
            lines += [pen.bad(line) for line in faint] if row.state == "late" else [pen.faint(line) for line in faint]
        blocks.append(lines)
    return "\n\n".join("\n".join(block) for block in blocks)


def _page_title(progress: Progress) -> str:
    return _titles(progress, words(progress.language))[0]


def _body(progress: Progress) -> Mark:
    say = words(progress.language)
    title, about = _titles(progress, say)
    pieces = [tag("header", tag("h1", title), tag("p", about, class_="faint"), class_="headline")]
    if not len(progress):
        pieces.append(tag("section", tag("p", say["progress_nothing"])))
    for (requirement, subject), rows in procedures(list(progress)).items():
        table = steps_table(rows, say)
        pieces.append(tag("section", tag("h2", _head(requirement, subject, progress)), tag("p", counted_up(rows, say)), table))
    return joined(pieces)


VIEW = View(_text, _page_title, _body)
