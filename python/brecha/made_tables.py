"""Tables that Python makes itself, with the same faces as the engine's: rows, columns, data frames, CSV, Arrow.

in:  a name, columns with their types and categories, rows in that order
out: what `brecha.tables.Table` stands on
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.errors import NotInstalledError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Column(NamedTuple):
    """type: text, category, date, boolean, int32, float64 or texts; categories: the fixed values of a category, in order."""

    name: str
    type: str = "text"
    categories: tuple[str, ...] = ()


VERDICTS = ("met", "partly_met", "not_met", "unknown", "not_applicable")
MODALITIES = ("shall", "should", "may")
OF_ASSESSMENT = (Column("assessment"), Column("plan"), Column("as_of", "date"))
"""What the tables of an assessment begin with."""
OF_REQUIREMENT = (Column("requirement"), Column("title"), Column("theme", "category"), Column("modality", "category", MODALITIES))


class MadeTable:
    """Rows kept as tuples; the interface of `_core.Table`."""

    def __init__(self, name: str, columns: Sequence[Column], rows: Iterable[tuple[Any, ...]]) -> None:
        self.name = name
        self._columns = tuple(columns)
        self._rows = [tuple(row) for row in rows]
        self._places = {column.name: place for place, column in enumerate(self._columns)}

    @property
    def columns(self) -> list[str]:
        return [column.name for column in self._columns]

    @property
    def types(self) -> list[str]:
        return [column.type for column in self._columns]

    def categories(self, column: str) -> list[str]:
        return list(self._columns[self._places[column]].categories)

    def column(self, name: str) -> list[Any]:
        place = self._places[name]
        return [row[place] for row in self._rows]

    def row(self, row: int) -> tuple[Any, ...]:
        return self._rows[row]

    def rows(self) -> list[tuple[Any, ...]]:
        return list(self._rows)

    def select(self, column: str, values: Sequence[str]) -> MadeTable:
        """Rows that have one of the values there. Raises TypeError for a column that does not hold texts, as the engine does."""
        place, wanted = self._place_of_texts(column), frozenset(values)
        return MadeTable(self.name, self._columns, (row for row in self._rows if row[place] in wanted))

    def _place_of_texts(self, column: str) -> int:
        place = self._places[column]
        if self._columns[place].type not in ("text", "category"):
            raise TypeError(f"column {column} does not hold texts")
        return place

    def head(self, most: int) -> MadeTable:
        return MadeTable(self.name, self._columns, self._rows[:most])

    def __len__(self) -> int:
        return len(self._rows)

    def arrow(self) -> Any:
        """As a pyarrow.Table. Raises NotInstalledError without pyarrow."""
        try:
            import pyarrow
        except ImportError:
            raise NotInstalledError("pyarrow", "pandas") from None
        kinds = {
            "text": pyarrow.string(),
            "date": pyarrow.date32(),
            "boolean": pyarrow.bool_(),
            "int32": pyarrow.int32(),
            "float64": pyarrow.float64(),
            "texts": pyarrow.list_(pyarrow.string()),
        }
        arrays = []
        for place, column in enumerate(self._columns):
            values = [row[place] for row in self._rows]
            if column.type == "category":
                known = list(column.categories or dict.fromkeys(value for value in values if value is not None))
                at = {value: index for index, value in enumerate(known)}
                codes = pyarrow.array([None if value is None else at[value] for value in values], pyarrow.int32())
                ordered = bool(column.categories)
                arrays.append(pyarrow.DictionaryArray.from_arrays(codes, pyarrow.array(known, pyarrow.string()), ordered=ordered))
            else:
                arrays.append(pyarrow.array(values, kinds[column.type]))
        return pyarrow.table(arrays, names=self.columns)

    def __arrow_c_schema__(self) -> object:
        return self.arrow().schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow().__arrow_c_stream__(requested_schema)
