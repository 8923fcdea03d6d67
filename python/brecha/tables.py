"""Tables of an assessment: rows to loop over, columns for data frames, a picture in a notebook.

A table is a sequence of rows (named tuples). `to_pandas`, `to_polars` and every library that knows the Arrow PyCapsule
interface (`polars.DataFrame(table)`, `pyarrow.table(table)`, DuckDB) take it whole.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from brecha.arguments import whole_number, wrong_type
from brecha.errors import NotInstalledError
from brecha.files import written
from brecha.harmless import csv_cell

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

    import pandas
    import polars

    from brecha import _core
    from brecha.assessment import Assessment
    from brecha.made_tables import MadeTable
    from brecha.rich_view.page import View

Row = TypeVar("Row", bound=tuple)  # type: ignore[type-arg]

_SHOWN_ROWS = 10


class Table(Generic[Row]):
    """A table with named columns; `len(table)` rows, each a named tuple.

    Not a Sequence by inheritance: libraries would then go through its rows instead of its Arrow stream.
    `table[0]` is a row, `table["message"]` a column as a list, `table.where(verdict="unknown")` a smaller table.
    """

    __slots__ = ("_made", "_row_type")

    def __init__(self, core: _core.Table | MadeTable | Callable[[], _core.Table], row_type: type[Row]) -> None:
        """`core`: the table, or what makes it when the first of it is read."""
        self._made = core
        self._row_type = row_type

    @property
    def _core(self) -> _core.Table | MadeTable:
        if callable(self._made):
            self._made = self._made()
        return self._made

    @property
    def name(self) -> str:
        """findings, parts, gaps, missing, evidence, notes, questions, verdicts, comparison, roadmap, progress, repairs, portfolio, applicability, those of tailoring or of a registry."""
        return self._core.name

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return self._core.columns

    def __len__(self) -> int:
        return len(self._core)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows(self._core.rows()))

    @overload
    def __getitem__(self, key: int) -> Row: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Row]: ...
    @overload
    def __getitem__(self, key: str) -> list[Any]: ...
    def __getitem__(self, key: int | slice | str) -> Row | Sequence[Row] | list[Any]:
        if isinstance(key, str):
            if key not in self._core.columns:
                raise self._no_column(key)
            return self._core.column(key)
        if isinstance(key, slice):
            return [self[row] for row in range(len(self))[key]]
        key = whole_number(key, "a row")
        row = key + len(self) if key < 0 else key
        if not 0 <= row < len(self):
            raise IndexError(f"{self.name} has {len(self)} rows")
        return self._rows([self._core.row(row)])[0]

    def _no_column(self, column: str) -> Exception:
        from brecha.errors import UnknownNameError
        from brecha.near_names import did_you_mean
        from brecha.sentences import Sentence

        return UnknownNameError(Sentence("no_column", table=self.name, column=column, near=did_you_mean(column, self.columns)))

    def _rows(self, rows: list[tuple[Any, ...]]) -> list[Row]:
        """The cells of rows as rows; fields that the table has no column for are None."""
        if self._row_type is tuple:
            return cast("list[Row]", rows)
        fields, made = cast("Any", self._row_type)._fields, cast("Any", self._row_type)._make
        if tuple(names := self._core.columns) == fields:
            return [made(cells) for cells in rows]
        return [made([by_name.get(field) for field in fields]) for by_name in (dict(zip(names, cells, strict=True)) for cells in rows)]

    def where(self, **conditions: str | Sequence[str]) -> Table[Row]:
        """The rows whose text columns have these values: `report.findings.where(verdict=["unknown", "not_met"])`.

        Raises UnknownNameError for a column that is not there, TypeError for one that does not hold texts.
        """
        core = self._core
        for column, values in conditions.items():
            if column not in core.columns:
                raise self._no_column(column)
            chosen = [values] if isinstance(values, str) else values
            if not isinstance(chosen, (list, tuple, set, frozenset)) or not all(isinstance(value, str) for value in chosen):
                raise wrong_type(column, "a text or a list of texts", values)
            core = core.select(column, [str.__str__(value) for value in chosen])
        return Table(core, self._row_type)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts, column name to value."""
        names = self._core.columns
        return [dict(zip(names, cells, strict=True)) for cells in self._core.rows()]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame of len(self) rows: categories as categoricals (verdicts in their order), dates as datetime64."""
        try:
            import pandas
        except ImportError:
            raise NotInstalledError("pandas", "pandas") from None
        series: dict[str, Any] = {}
        for column, kind in zip(self._core.columns, self._core.types, strict=True):
            values = self._core.column(column)
            if kind == "category":
                fixed = self._core.categories(column)
                known = fixed or list(dict.fromkeys(value for value in values if value is not None))
                series[column] = pandas.Categorical(values, categories=known, ordered=bool(fixed))
            elif kind == "date":
                series[column] = pandas.to_datetime(pandas.Series(values, dtype="object"))
            elif kind == "texts":
                series[column] = pandas.Series([None if value is None else list(value) for value in values], dtype="object")
            else:
                whole = None not in values
                dtype = {"text": "string", "boolean": "bool" if whole else "boolean", "int32": "int32" if whole else "Int32"}
                series[column] = pandas.Series(values, dtype=cast("Any", dtype.get(kind, "float64")))
        return pandas.DataFrame(series, columns=self._core.columns)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame of len(self) rows, through Arrow without a copy in Python."""
        try:
            import polars
        except ImportError:
            raise NotInstalledError("polars", "polars") from None
        return polars.DataFrame(self)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """The table as a Parquet file: categories as dictionaries, dates as dates, lists as lists.

        Raises ImportError, saying what to install, without pyarrow.
        """
        from brecha.exports.parquet import write_parquet

        write_parquet(self, path)

    def to_csv(self, path: str | os.PathLike[str] | None = None, *, exact: bool = False) -> str:
        """The table as CSV text: UTF-8, a point as decimal sign, lists joined by "; ". Written to `path` where one is given.

        A text that a spreadsheet would run (it begins with = + - @ or a tab) has a ' in front, and control characters are written
        out; with `exact` every text is as it is.
        """
        import csv
        import io

        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self._core.columns)
        writer.writerows([csv_cell(cell, exact) for cell in cells] for cells in self._core.rows())
        return written(text.getvalue(), path)

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a table does not pickle: send its assessment, list(table), or a data frame made of it")

    def __arrow_c_schema__(self) -> object:
        return self._core.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._core.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        from brecha.rich_view.tables import table_text

        return table_text(self, _SHOWN_ROWS)

    def _repr_html_(self) -> str:
        from brecha.rich_view.tables import table_html

        return table_html(self, _SHOWN_ROWS)


class ShownTable(Table[Row]):
    """A table that is shown as a picture of the whole: printed, in a notebook, and as a page."""

    __slots__ = ()

    def _view(self) -> View:
        raise NotImplementedError

    def to_text(self, width: int = 100, color: bool = False) -> str:
        """The picture of it as a terminal shows it."""
        return self._view().text(self, whole_number(width, "width"), bool(color))

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """The picture of it as one page that needs nothing else. Written to `path` where one is given."""
        return written(self._view().page(self), path)

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self._view().fragment(self)


def plain_rows(table: Table[Any]) -> list[dict[str, Any]]:
    """The rows as JSON has them: dates as texts."""
    return [{name: cell.isoformat() if isinstance(cell, datetime.date) else cell for name, cell in row.items()} for row in table.to_dicts()]


def json_about(report: Assessment, content: dict[str, Any], path: str | os.PathLike[str] | None) -> str:
    """JSON text of what was made of an assessment, which it names first. Written to `path` where one is given."""
    about = {
        "assessment": report.hash,
        "plan": {"name": report.plan.name, "sha256": report.plan.sha256},
        "as_of": report.as_of,
        "language": report.language,
    }
    return written(json.dumps(about | content, ensure_ascii=False, indent=2, default=str) + "\n", path)


def concatenated(tables: Sequence[Table[Row]]) -> Table[Row]:
    """One table of the rows of all, in order. Raises ValueError where there is none or their columns differ."""
    from brecha import _core

    return Table(_core.concatenate(cast("list[_core.Table]", [table._core for table in tables])), tables[0]._row_type)
