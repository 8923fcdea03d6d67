"""Several assessments at a glance, in the order of the plans given and never as a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.html import in_notebook, interval_bar
from brecha.rich_view.marks import tag
from brecha.rich_view.words import percent, words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.assessments import Assessments


def interval(report: Assessment) -> str:
    """The share met, from worst to best."""
    summary = report.summary
    if summary.lowest is None or summary.highest is None:
        return "–"
    return f"{percent(summary.lowest, report.language)} – {percent(summary.highest, report.language)}"


def _heads(say: Words) -> tuple[str, str, str, str]:
    return say["plan"], say["judged_head"], say["gaps_head"], f"{say['met']}, {say['from_to']}"


def _row(report: Assessment) -> tuple[str, str, str, str]:
    summary = report.summary
    return one_line(report.plan.name), f"{summary.judged}/{summary.requirements}", str(summary.gaps), one_line(interval(report))


def overview_text(reports: Assessments, language: str | None = None) -> str:
    say = words(language or (reports[0].language if len(reports) else "en"))
    rows = [_heads(say), *(_row(report) for report in reports)]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    lines = [f"{row[0].ljust(widths[0])}  {row[1].rjust(widths[1])}  {row[2].rjust(widths[2])}  {row[3]}" for row in rows]
    lines += [f"{one_line(one.name)}  {say['failed']}" for one in reports.failed]
    return "\n".join(lines)


def overview_html(reports: Assessments) -> str:
    say = words(reports[0].language if len(reports) else "en")
    rows = []
    for report in reports:
        summary = report.summary
        name, judged, gaps, share = _row(report)
        lowest, highest = summary.lowest, summary.highest
        bar = "–" if lowest is None or highest is None else interval_bar(lowest, highest, share)
        cells = (tag("td", name), tag("td", judged, class_="number"), tag("td", gaps, class_="number"), tag("td", share))
        rows.append(tag("tr", *cells, tag("td", bar, class_="share")))
    failed = [
        tag("p", tag("strong", f"{one.name} {say['failed']}"), f"{say['colon']}{one.error}", class_="faint") for one in reports.failed
    ]
    head = tag("tr", *(tag("th", word) for word in (*_heads(say), "")))
    return in_notebook(tag("div", tag("table", tag("thead", head), tag("tbody", *rows), class_="themes"), class_="scroll"), *failed)
