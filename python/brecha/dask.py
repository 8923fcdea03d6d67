"""Brecha inside Dask: plans in a dask.dataframe, verdicts in another, over its map_partitions.

verdicts = brecha.dask.assess(rules, dask.dataframe.read_parquet("plans", dtype_backend="pyarrow"), "2026-01-15", keep=["id"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from brecha.arrow_batches import assessor_of
from brecha.errors import NotInstalledError

if TYPE_CHECKING:
    import datetime

    from typing_extensions import Unpack

    from brecha.arrow_batches import Assessor, Options
    from brecha.ruleset import Ruleset


def assess(rules: Ruleset, plans: Any, as_of: str | datetime.date | None = None, **options: Unpack[Options]) -> Any:
    """The verdicts of a dask.dataframe with a plan a row, as a dask.dataframe; Dask works when somebody calls `compute`.

    Options as in `Ruleset.assess_batches`. Kept columns and the index stay as they are, requirements and verdicts are categories. Lists
    stand in columns of pyarrow's types (`dtype_backend="pyarrow"`). Raises NotInstalledError without Dask, and as `assess_batches` does.
    """
    try:
        import_module("dask.dataframe")
        arrow = import_module("pyarrow")
    except ImportError:
        raise NotInstalledError("dask.dataframe", "dask") from None
    assessor = assessor_of(rules, arrow.Schema.from_pandas(plans._meta, preserve_index=False), as_of, options)
    wanted = plans[assessor.columns]
    return wanted.map_partitions(_of_partition, assessor, meta=_of_partition(wanted._meta, assessor))


def _of_partition(plans: Any, assessor: Assessor) -> Any:
    """Of a pandas data frame of plans one of verdicts, with the index of the plans."""
    import pyarrow

    pandas = import_module("pandas")
    chosen, columns = assessor.assessed(pyarrow.Table.from_pandas(plans, preserve_index=False))
    kept = plans[assessor.keep]
    if chosen is not None:
        kept = kept.take(chosen.to_numpy())
    names = assessor.schema.names[len(assessor.keep) :]
    texts = {pyarrow.string(): pandas.StringDtype("pyarrow")}
    made = pyarrow.table(columns, names=names).to_pandas(types_mapper=texts.get).set_axis(kept.index)
    return pandas.concat([kept, made], axis="columns")
