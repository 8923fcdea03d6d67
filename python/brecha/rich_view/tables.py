"""A table's first rows, as text and for a notebook. Columns that say the same in every row are left out of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.harmless import one_line
from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag

if TYPE_CHECKING:
    from brecha.tables import Table

# What a reader looks for first in each table; all columns are in the data frame.
_SHOWN = {
    "findings": ("requirement", "subject", "verdict", "message"),
    "parts": ("requirement", "subject", "part", "verdict", "message"),
    "gaps": ("requirement", "subject", "message", "remedy", "effort", "blocks"),
    "missing": ("requirement", "subject", "place", "why", "question"),
    "evidence": ("requirement", "place", "value", "used_as", "document", "read"),
    "notes": ("code", "place", "line", "message", "help"),
    "questions": ("rank", "question", "settles", "settles_with_above", "may_show_gaps"),
    "comparison": ("requirement", "subject", "before", "after", "state", "knowledge", "cause", "evidence_kind"),
    "roadmap": ("step", "wave", "action", "text", "closes", "waits_for", "effort_days", "starts", "ends"),
    "training": ("label", "requirements", "gaps", "whom"),
    "portfolio": ("requirement", "plan", "country", "verdict", "holds", "fails", "unknown"),
    "solved": ("requirement", "title", "gap_in", "solved_by"),
    "applicability": ("requirement", "title", "applies", "why", "verdict", "decision"),
}
_WIDEST = 44


def _columns_of(table: Table[Any]) -> list[str]:
    shown = [column for column in _SHOWN.get(table.name, table.columns) if column in table.columns]
    return [column for column in shown if len(table) == 0 or any(cell not in (None, ()) for cell in table[column])]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return str(value)


def table_text(table: Table[Any], most: int) -> str:
    names = _columns_of(table)
    head = f"{table.name}: {len(table)} × {len(table.columns)}"
    if not len(table):
        return head
    first = table._core.head(most)
    columns = []
    for name in names:
        values = first.column(name)
        cells = [one_line(_cell(value)) for value in values]
        cells = [cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…" for cell in cells]
        numeric = all(isinstance(value, (int, float)) for value in values)
        width = max(len(name), *map(len, cells))
        columns.append([cell.rjust(width) if numeric else cell.ljust(width) for cell in (name, *cells)])
    lines = ["  ".join(line).rstrip() for line in zip(*columns, strict=True)]
    if len(table) > most:
        lines.append(f"… +{len(table) - most}")
    return "\n".join([head, *lines])


def table_html(table: Table[Any], most: int) -> str:
    names = _columns_of(table)
    first = table._core.head(most)
    rows = zip(*(first.column(name) for name in names), strict=True)
    body = [tag("tr", *(tag("td", _cell(value)) for value in row)) for row in rows]
    more = f" (… +{len(table) - most})" if len(table) > most else ""
    return in_notebook(
        tag("p", f"{table.name}: {len(table)} × {len(table.columns)}{more}", class_="faint"),
        tag("div", tag("table", tag("thead", tag("tr", *(tag("th", name) for name in names))), tag("tbody", *body)), class_="scroll"),
    )
