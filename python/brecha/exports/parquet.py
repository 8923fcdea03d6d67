"""A table as a Parquet file, by its Arrow stream."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from brecha.errors import NotInstalledError
from brecha.files import replacing

if TYPE_CHECKING:
    import os

    from brecha.tables import Table


def write_parquet(table: Table[Any], path: str | os.PathLike[str]) -> None:
    """The same bytes from the same table and version of pyarrow."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise NotInstalledError("pyarrow", "pandas") from None
    with replacing(path) as beside:
        parquet.write_table(arrow.table(table), beside)
