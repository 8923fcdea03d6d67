"""The rows of any table: a CSV or XLSX file, a data frame of pandas or polars, anything with an Arrow stream, a list of dicts.

A row is its number and its cells by column. Rows of a file are numbered as the file has them, its head being row 1; those of a data
frame from 1. What stands in a CSV is a text without a type, and is read as its field says, like a plain word of YAML.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.arguments import wrong_type
from brecha.errors import NotInstalledError, PlanError
from brecha.files import MOST_CELLS
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

TableLike = Any
"""A path, a data frame, an Arrow table or stream, or a list of dicts."""


class Rows(NamedTuple):
    """A table as its columns' names and its rows, each with its number."""

    name: str
    columns: list[str]
    rows: list[tuple[int, list[Any]]]  # one may end before the last column
    is_text: bool  # of a CSV: cells have no types


def rows_of(table: TableLike) -> Rows:
    """Raises PlanError for a file that cannot be read as a table, TypeError for what is no table."""
    if isinstance(table, (str, os.PathLike)):
        return _of_file(os.fspath(table))
    if hasattr(table, "itertuples") and hasattr(table, "columns"):  # pandas
        names = [str(name) for name in table.columns]
        return Rows("table", names, list(enumerate(([*row] for row in table.itertuples(index=False, name=None)), 1)), False)
    if hasattr(table, "iter_rows") and hasattr(table, "columns"):  # polars
        return Rows("table", list(table.columns), list(enumerate(([*row] for row in table.iter_rows()), 1)), False)
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        arrow = arrow_table(table)
        columns = [column.to_pylist() for column in arrow.columns]
        return Rows("table", list(arrow.column_names), list(enumerate((list(row) for row in zip(*columns, strict=True)), 1)), False)
    if isinstance(table, Iterable) and not isinstance(table, (bytes, Mapping)):
        dicts = list(table)
        if all(isinstance(one, Mapping) for one in dicts):
            names = list(dict.fromkeys(str(name) for one in dicts for name in one))
            return Rows("table", names, list(enumerate(([one.get(name) for name in names] for one in dicts), 1)), False)
    raise wrong_type("table", "a path, a data frame, an Arrow table or a list of dicts", table)


def arrow_stream(table: Any) -> Any:
    """What has the stream interface of Arrow; polars goes without pyarrow. Raises what arrow_table raises."""
    return table if hasattr(table, "__arrow_c_stream__") and hasattr(table, "iter_rows") else arrow_table(table)


def columns_of(stream: Any) -> list[str]:
    """The names of the columns of what arrow_stream() gives."""
    return list(stream.columns if hasattr(stream, "iter_rows") else stream.schema.names)


def arrow_table(table: Any) -> Any:
    """As pyarrow has it. Raises NotInstalledError without pyarrow, TypeError for what is no table, PlanError for a column of several types."""
    try:
        import pyarrow
    except ImportError:
        raise NotInstalledError("pyarrow", "pandas") from None
    if isinstance(table, pyarrow.Table):
        return table
    if isinstance(table, pyarrow.RecordBatch):
        return pyarrow.Table.from_batches([table])
    if hasattr(table, "itertuples"):
        try:
            return pyarrow.Table.from_pandas(table, preserve_index=False)
        except pyarrow.ArrowException as failure:
            raise PlanError(_of_several_types(table, failure)) from None
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        with contextlib.suppress(pyarrow.ArrowException):  # a series is a stream too
            return pyarrow.table(table)
    raise wrong_type("table", "an Arrow table, or a data frame of pandas or polars", table)


def _of_several_types(frame: Any, failure: Exception) -> Sentence:
    """Which column of a data frame of pandas it is that Arrow has no type for."""
    import pyarrow

    for name in frame.columns:
        try:
            pyarrow.Table.from_pandas(frame[[name]], preserve_index=False)
        except pyarrow.ArrowException as failure_of_column:
            return Sentence("table_column_of_types", column=str(name), reason=str(failure_of_column.args[0]))
    return Sentence("table_column_of_types", column="", reason=str(failure))


def _of_file(path: str) -> Rows:
    from brecha.plan_spellings.spelled_plan import text_of_file

    name = os.path.basename(path)
    ending = os.path.splitext(path)[1].lower()
    if ending == ".xlsx":
        return _of_workbook(path, name)
    if ending not in (".csv", ".tsv", ".txt"):
        raise PlanError(Sentence("no_such_ending", file=path, endings=".csv, .tsv, .xlsx"))
    try:
        text = text_of_file(path)
    except UnicodeDecodeError:
        raise PlanError(Sentence("table_not_utf8", name=name)) from None
    head = text.partition("\n")[0]
    delimiter = max("\t;,", key=head.count) if any(sign in head for sign in "\t;,") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    numbered = list(_numbered(reader, name))
    if not numbered:
        raise PlanError(Sentence("table_empty", name=name))
    columns = [cell.strip() for cell in numbered[0][1]]
    rows = [(number, [cell.strip() or None for cell in cells]) for number, cells in numbered[1:] if any(cell.strip() for cell in cells)]
    return Rows(name, columns, rows, True)


def _numbered(reader: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line of the file in which it begins."""
    begins, count = 1, 0
    try:
        for cells in reader:
            count += len(cells)
            if count > MOST_CELLS:
                raise PlanError(Sentence("table_too_large", name=name, most=MOST_CELLS))
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise PlanError(Sentence("table_broken", name=name, line=begins, most=csv.field_size_limit())) from None


def _of_workbook(path: str, name: str) -> Rows:
    """The first sheet that is not hidden; its head is the first row with something in it."""
    from brecha.questionnaire.reading import visible_cells

    grid = visible_cells(path, name)
    filled = [(number, cells) for number, cells in grid if any(cell is not None for cell in cells)]
    if not filled:
        raise PlanError(Sentence("table_empty", name=name))
    columns = ["" if cell is None else str(cell).strip() for cell in filled[0][1]]
    return Rows(name, columns, filled[1:], False)
