"""Brecha inside Ray: plans in a ray.data.Dataset, verdicts in another, over its map_batches.

verdicts = brecha.ray.assess(rules, ray.data.read_parquet("plans"), "2026-01-15", keep=["id"])
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
    """The verdicts of a ray.data.Dataset with a plan a row, as a Dataset; Ray works when somebody takes its rows.

    Options as in `Ruleset.assess_batches`. What the columns are is asked of the Dataset, which may read a first block for it. The
    workers need Brecha, and the ruleset under the same name or path, unless it was made by `brecha.compile`. Raises NotInstalledError
    without Ray, and as `assess_batches` does.
    """
    try:
        import_module("ray.data")
        arrow = import_module("pyarrow")
    except ImportError:
        raise NotInstalledError("ray.data", "ray") from None
    known = plans.schema()
    kinds = [kind if isinstance(kind, arrow.DataType) else arrow.null() for kind in known.types] if known is not None else []
    schema = arrow.schema(list(zip(known.names if known is not None else [], kinds, strict=True)))
    assessor = assessor_of(rules, schema, as_of, options)
    return plans.select_columns(assessor.columns).map_batches(_of_table, batch_format="pyarrow", batch_size=None, fn_args=(assessor,))


def _of_table(plans: Any, assessor: Assessor) -> Any:
    import pyarrow

    batches = list(assessor(plans.combine_chunks().to_batches()))
    return pyarrow.Table.from_batches(batches) if batches else assessor.schema.empty_table()
