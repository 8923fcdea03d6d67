"""Several assessments at a glance, in the order of the plans given and never as a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import in_notebook, interval_bar
from brecha.rich_view.marks import tag
from brecha.rich_view.text import printable
from brecha.rich_view.words import percent, words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.assessments import Assessments


def _interval(report: Assessment) -> str:
    summary = report.summary
    if summary.lowest is None or summary.highest is None:
        return "–"
    return f"{percent(summary.lowest, report.language)} – {percent(summary.highest, report.language)}"


def overview_text(reports: Assessments, language: str | None = None) -> str:
    say = words(language or (reports[0].language if len(reports) else "en"))
    rows = [(say["plan"], "judged", say["not_met"], f"{say['met']}, from – to")]
    for report in reports:
        summary = report.summary
        rows.append((printable(report.plan.name), f"{summary.judged}/{summary.requirements}", str(summary.gaps), _interval(report)))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    lines = [f"{row[0].ljust(widths[0])}  {row[1].rjust(widths[1])}  {row[2].rjust(widths[2])}  {row[3]}" for row in rows]
    lines += [f"{printable(one.name)}  {say['failed']}" for one in reports.failed]
    return "\n".join(lines)


def overview_html(reports: Assessments) -> str:
    say = words(reports[0].language if len(reports) else "en")
    rows = []
    for report in reports:
        summary = report.summary
        bar = (
            interval_bar(summary.lowest, summary.highest, _interval(report))
            if summary.lowest is not None and summary.highest is not None
            else "–"
        )
        rows.append(
            tag(
                "tr",
                tag("td", report.plan.name),
                tag("td", f"{summary.judged}/{summary.requirements}", class_="number"),
                tag("td", summary.gaps, class_="number"),
                tag("td", _interval(report)),
                tag("td", bar, class_="share"),
            )
        )
    failed = [tag("p", tag("strong", f"{one.name} {say['failed']}"), f": {one.error}", class_="faint") for one in reports.failed]
    head = tag("tr", *(tag("th", word) for word in (say["plan"], "judged", say["not_met"], say["met"], "")))
    return in_notebook(tag("div", tag("table", tag("thead", head), tag("tbody", *rows), class_="themes"), class_="scroll"), *failed)
