"""Assessments as a workbook: a sheet for each table, the head frozen, columns as wide as what stands in them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brecha.assessment import Assessment

_SHEETS = ("gaps", "findings", "questions", "missing", "evidence", "notes")
_WIDEST, _NARROWEST = 60, 6


def write_workbook(reports: Sequence[Assessment], path: str | os.PathLike[str]) -> None:
    """The same workbook from the same assessments. Raises ImportError without XlsxWriter, ValueError for too many rows."""
    try:
        import xlsxwriter
    except ImportError:
        raise ImportError("XlsxWriter is not installed: pip install 'brecha[excel]'") from None
    from brecha.tables import concatenated

    # Plans come from strangers: what looks like a formula or a link stays text.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(os.fspath(path), options)
    book.set_properties({"title": "Brecha", "created": datetime.datetime.combine(reports[0].as_of, datetime.time())})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EDF2", "valign": "top"})
    plain = book.add_format({"valign": "top", "text_wrap": True})
    dated = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    for name in _SHEETS:
        tables = [report.questions() if name == "questions" else getattr(report, name) for report in reports]
        _write_sheet(book.add_worksheet(name), concatenated(tables), head, plain, dated)
    book.close()


def _write_sheet(sheet: Any, table: Any, head: Any, plain: Any, dated: Any) -> None:
    rows = table._core.rows()
    if len(rows) >= 1_048_576:
        raise ValueError(f"{table.name} has {len(rows)} rows, more than a sheet holds")
    widths = [len(column) + 3 for column in table.columns]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, head)
    for number, cells in enumerate(rows, 1):
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            if isinstance(cell, bool):
                sheet.write_boolean(number, place, cell, plain)
            elif isinstance(cell, (int, float)):
                sheet.write_number(number, place, cell, plain)
            elif isinstance(cell, datetime.date):
                sheet.write_datetime(number, place, datetime.datetime.combine(cell, datetime.time()), dated)
            else:
                text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
                sheet.write_string(number, place, text[:32767], plain)
                cell = text
            widths[place] = max(widths[place], min(len(str(cell)) + 2, _WIDEST))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, max(_NARROWEST, min(width, _WIDEST)))
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
