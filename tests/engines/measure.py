"""What a plan costs inside each engine: processor time of all processes, bytes in, bytes out. Needs `perf` (Linux).

    python tests/engines/measure.py                       all of them, 200,000 plans
    python tests/engines/measure.py --plans 20000 spark   one engine

Plans of W1 (flat, 100 requirements) and W2 (lists, 50 requirements) of the benchmark lie in Parquet files. Verdicts go into such files, a row
a plan (`plans`), or gaps are counted by requirement (`gaps`). What an engine takes to start is measured with a tenth of the plans, and taken off. `nothing` is the
engine's own part: the same columns are read, and one column a requirement is written that has one verdict for all.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from works import AS_OF  # finds the benchmark's modules too

ENGINES = ("arrow", "duckdb", "spark", "dask", "ray")
WORKS = ("flat", "nested")
JOBS = ("plans", "gaps", "nothing")
FILES = 8


def work_of(name):
    import workloads

    return workloads.Flat() if name == "flat" else workloads.Nested()


def write_plans(name, many, folder):
    import pyarrow
    from pyarrow import parquet

    work = work_of(name)
    for number in range(FILES):
        plans = work.plans(many // FILES, seed=number)
        table = plans.table() if name == "flat" else work.table(plans)
        start = number * (many // FILES)
        table = table.append_column("id", pyarrow.array(range(start, start + table.num_rows)))
        parquet.write_table(table, folder / f"{number}.parquet")


class Nothing:
    """In the place of an Assessor: reads all that is there, and says the same of every plan."""

    def __init__(self, assessor):
        self.schema, self.columns, self.keep, self.as_text = assessor.schema, assessor.columns, assessor.keep, assessor._asked.as_text

    def __call__(self, batches):
        import pyarrow

        for batch in batches:
            _, columns = self.assessed(batch)
            yield pyarrow.RecordBatch.from_arrays([*(batch.column(name) for name in self.keep), *columns], schema=self.schema)

    def assessed(self, batch):
        import pyarrow

        numbers = pyarrow.repeat(pyarrow.scalar(2, pyarrow.int8()), batch.num_rows)
        words = pyarrow.array(["met", "partly_met", "not_met", "unknown", "not_applicable"])
        column = words.take(numbers) if self.as_text else pyarrow.DictionaryArray.from_arrays(numbers, words, ordered=True)
        many = len(self.schema) - len(self.keep) - 1
        return None, [column] * many + [pyarrow.nulls(batch.num_rows, pyarrow.string())]


def run(engine, name, job, source, target):
    import brecha
    from brecha import arrow_batches

    if job == "nothing":
        whole = arrow_batches.assessor_of
        for module in ("arrow_batches", "spark", "dask", "ray"):
            face = __import__(f"brecha.{module}", fromlist=["assess"])
            face.assessor_of = lambda *given, **options: Nothing(whole(*given, **options))
    rules = brecha.compile(work_of(name).text())
    asked = {"keep": "id", "rows": "gaps" if job == "gaps" else "plans"}
    globals()[f"in_{engine}"](rules, source, target, asked)


def in_arrow(rules, source, target, asked):
    """One process and no engine."""
    import pyarrow
    from pyarrow import dataset, parquet

    files = dataset.dataset(source)
    reader = pyarrow.RecordBatchReader.from_batches(files.schema, files.to_batches(batch_size=1 << 16))
    found = rules.assess_batches(reader, AS_OF, **asked)
    if asked["rows"] == "gaps":
        counts = pyarrow.Table.from_batches(found).group_by("requirement").aggregate([("verdict", "count")])
        print(counts.num_rows)
        return
    with parquet.ParquetWriter(f"{target}/all.parquet", found.schema) as writer:
        for batch in found:
            writer.write_batch(batch)


def in_duckdb(rules, source, target, asked):
    import duckdb

    found = rules.assess_batches(duckdb.sql(f"from '{source}/*.parquet'"), AS_OF, **asked)  # noqa: F841 - DuckDB sees the variable
    connection = duckdb.connect()
    if asked["rows"] == "gaps":
        print(len(connection.sql("select requirement, count(*) from found group by all").fetchall()))
    else:
        connection.execute(f"copy (from found) to '{target}/all.parquet'")


def in_spark(rules, source, target, asked):
    from pyspark.sql import SparkSession

    import brecha.spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.memory", "2g")
    spark = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    found = brecha.spark.assess(rules, spark.read.parquet(source), AS_OF, **asked)
    if asked["rows"] == "gaps":
        print(len(found.groupBy("requirement").count().collect()))
    else:
        found.write.parquet(f"{target}/all")
    spark.stop()


def in_dask(rules, source, target, asked):
    import dask.dataframe
    import distributed

    import brecha.dask

    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit="2GB") as cluster,
        distributed.Client(cluster),
    ):
        plans = dask.dataframe.read_parquet(source, dtype_backend="pyarrow")
        found = brecha.dask.assess(rules, plans, AS_OF, **asked)
        if asked["rows"] == "gaps":
            print(len(found["requirement"].value_counts().compute()))
        else:
            found.to_parquet(f"{target}/all")


def in_ray(rules, source, target, asked):
    import ray

    import brecha.ray

    ray.init(num_cpus=2, object_store_memory=500 << 20, include_dashboard=False, log_to_driver=False, logging_level="error")
    found = brecha.ray.assess(rules, ray.data.read_parquet(source), AS_OF, **asked)
    if asked["rows"] == "gaps":
        print(len(found.groupby("requirement").count().take_all()))
    else:
        found.write_parquet(f"{target}/all")
    ray.shutdown()


def seconds(engine, name, job, source):
    """Processor seconds of a run and all that it starts, and the bytes that it wrote."""
    with tempfile.TemporaryDirectory() as target:
        one = [sys.executable, __file__, "--run", engine, name, job, str(source), target]
        done = subprocess.run(["perf", "stat", "-x", ",", "-e", "task-clock", *one], check=False, capture_output=True, text=True)
        clock = [line for line in done.stderr.splitlines() if ",task-clock," in line]
        if done.returncode or not clock:
            sys.exit(f"{engine}, {name}, {job}: {done.stderr[-2000:]}")
        wrote = sum(file.stat().st_size for file in Path(target).rglob("*.parquet"))
    return float(clock[0].split(",")[0]) / 1000, wrote


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("engines", nargs="*", default=ENGINES)
    parser.add_argument("--plans", type=int, default=200_000)
    parser.add_argument("--works", nargs="*", default=WORKS)
    parser.add_argument("--jobs", nargs="*", default=JOBS)
    parser.add_argument("--run", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run(*options.run)
        return
    for name in options.works:
        with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
            write_plans(name, options.plans // 10, Path(few))
            write_plans(name, options.plans, Path(many))
            read = sum(file.stat().st_size for file in Path(many).iterdir())
            for engine in options.engines:
                for job in options.jobs:
                    (less, _), (more, wrote) = (seconds(engine, name, job, source) for source in (few, many))
                    each = (more - less) / (options.plans * 0.9)
                    figures = {
                        "engine": engine,
                        "work": name,
                        "job": job,
                        "µs a plan": round(each * 1e6, 2),
                        "s to start": round(less - each * options.plans / 10, 1),
                        "bytes in a plan": round(read / options.plans, 1),
                        "bytes out a plan": round(wrote / options.plans, 1),
                    }
                    print(json.dumps(figures, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
