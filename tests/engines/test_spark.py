"""brecha.spark in Spark itself: two threads of one machine, each with Python workers of its own."""

import os
import sys

import pyarrow
import pytest
from works import AS_OF, NAMES, REFUSED, gaps_of, run_page, verdicts_of

pytest.importorskip("pyspark")

import brecha.spark
from brecha.remarks import RemarkWarning


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("brecha")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "1g",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",  # compiles less: these runs are short
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "America/Costa_Rica",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "70",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("name", NAMES)
def test_verdicts_are_those_of_one_process(spark, works, name):
    work = works[name]
    plans = spark.createDataFrame(work.plans).repartition(2)
    with pytest.warns(RemarkWarning, match='"colour"') as told:
        made = brecha.spark.assess(work.rules, plans, AS_OF, keep="id")
    assert [one.category for one in told].count(RemarkWarning) == 1
    assert verdicts_of(made.toArrow(), work) == work.verdicts
    gaps = brecha.spark.assess(work.rules, plans.drop("colour"), AS_OF, keep="id", rows="gaps")
    assert gaps_of(gaps.toArrow()) == work.gaps


def test_only_columns_that_are_needed_are_read(spark, works, tmp_path, capsys):
    import pyarrow.parquet

    work = works["nested"]
    pyarrow.parquet.write_table(work.plans, tmp_path / "plans.parquet")
    plans = spark.read.parquet(str(tmp_path))
    with pytest.warns(RemarkWarning):
        made = brecha.spark.assess(work.rules, plans, AS_OF, keep="id", rows="gaps")
    made.explain()
    (scanned,) = [line for line in capsys.readouterr().out.splitlines() if "ReadSchema:" in line]
    assert "offset9" in scanned and "colour" not in scanned
    met = made.where("requirement = 'N-3'").groupBy("verdict").count().collect()
    assert [tuple(row) for row in met] == [("not_met", sum(name == "N-3" for _, name, _, _ in work.gaps))]


def test_plans_as_json(spark, texts):
    rules, table, expected = texts
    made = brecha.spark.assess(rules, spark.createDataFrame(table).repartition(2), AS_OF, keep="name", json="text")
    rows = {row["name"]: tuple(row)[1:] for row in made.collect()}
    assert {name: row[:-1] for name, row in rows.items()} == expected
    assert {name for name, row in rows.items() if row[-1]} == {"broken"}


def test_kept_columns_stay_as_they_are(spark, works, kept):
    plans = spark.createDataFrame(kept)
    made = brecha.spark.assess(works["nested"].rules, plans, AS_OF, keep=["id", "seen", "day", "cost", "tags", "offset0", "agencies"])
    names = made.columns[:7]
    assert made.select(names).schema == plans.select(names).schema
    assert made.select(names).orderBy("id").collect() == plans.select(names).orderBy("id").collect()


def test_other_rules_on_a_worker_are_refused(spark, changing):
    from pyspark.errors import PythonException

    rules, change = changing
    plans = spark.createDataFrame(pyarrow.table({"n": [1.0, 2.0]}))
    made = brecha.spark.assess(rules, plans, AS_OF)
    change()
    with pytest.raises(PythonException, match=REFUSED):
        made.collect()


def test_the_page_runs(spark, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run_page("spark", {}, tmp_path)
