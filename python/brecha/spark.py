"""Brecha inside Apache Spark: plans in a DataFrame, verdicts in a DataFrame, over DataFrame.mapInArrow.

verdicts = brecha.spark.assess(rules, spark.read.parquet("plans"), "2026-01-15", keep=["id", "country"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from brecha.arrow_batches import assessor_of
from brecha.errors import NotInstalledError

if TYPE_CHECKING:
    import datetime

    from typing_extensions import Unpack

    from brecha.arrow_batches import Options
    from brecha.ruleset import Ruleset


def assess(rules: Ruleset, plans: Any, as_of: str | datetime.date | None = None, **options: Unpack[Options]) -> Any:
    """The verdicts of a DataFrame with a plan a row, as a DataFrame; Spark works when somebody asks for its rows.

    Options as in `Ruleset.assess_batches`; requirements and verdicts are texts. The workers need Brecha, and the ruleset under the
    same name or path, unless it was made by `brecha.compile`. Raises NotInstalledError without PySpark, and as `assess_batches` does.
    """
    try:
        types = import_module("pyspark.sql.types")
    except ImportError:
        raise NotInstalledError("pyspark", "spark") from None
    none = plans.sparkSession.createDataFrame([], plans.schema).limit(0)  # what its columns are as Arrow has them; nothing is read for it
    assessor = assessor_of(rules, none.toArrow().schema, as_of, options, as_text=True)
    made = [types.StructField(name, types.StringType()) for name in assessor.schema.names[len(assessor.keep) :]]
    schema = types.StructType([*(plans.schema[name] for name in assessor.keep), *made])
    return plans.select(*(f"`{name.replace('`', '``')}`" for name in assessor.columns)).mapInArrow(assessor, schema)
