"""brecha.dask in Dask itself: a cluster of two processes on this machine."""

import pandas
import pyarrow
import pyarrow.parquet
import pytest
from works import AS_OF, NAMES, REFUSED, gaps_of, run_page, verdicts_of

pytest.importorskip("dask.dataframe")

import brecha.dask
from brecha.remarks import RemarkWarning


@pytest.fixture(scope="module", autouse=True)
def cluster():
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit="1GB") as here,
        distributed.Client(here) as client,
    ):
        yield client


def frame_of(table, partitions=3):
    import dask.dataframe

    halves = [table.slice(0, 50), table.slice(50)]  # so that a partition's columns have chunks
    frame = pandas.concat([half.to_pandas(types_mapper=pandas.ArrowDtype) for half in halves], ignore_index=True)
    return dask.dataframe.from_pandas(frame, npartitions=partitions, sort=False)


def table_of(made):
    return pyarrow.Table.from_pandas(made.compute(), preserve_index=False)


@pytest.mark.parametrize("name", NAMES)
def test_verdicts_are_those_of_one_process(works, name):
    work = works[name]
    plans = frame_of(work.plans)
    with pytest.warns(RemarkWarning, match='"colour"') as told:
        made = brecha.dask.assess(work.rules, plans, AS_OF, keep="id")
    assert [one.category for one in told].count(RemarkWarning) == 1
    assert verdicts_of(table_of(made), work) == work.verdicts
    gaps = brecha.dask.assess(work.rules, plans.drop(columns="colour"), AS_OF, keep="id", rows="gaps")
    assert gaps_of(table_of(gaps)) == work.gaps


@pytest.mark.parametrize("backend", ["pyarrow", "numpy_nullable"])
@pytest.mark.filterwarnings("ignore::brecha.remarks.RemarkWarning")
def test_plans_of_parquet_files(works, tmp_path, backend):
    """Lists come as Arrow lists, or as objects of Python."""
    import dask.dataframe

    work = works["nested"]
    for number in range(3):  # Dask may make one partition of all
        pyarrow.parquet.write_table(work.plans.slice(number * 100, 100), tmp_path / f"{number}.parquet")
    options = {"dtype_backend": backend} if backend == "pyarrow" else {}
    made = brecha.dask.assess(work.rules, dask.dataframe.read_parquet(tmp_path, **options), AS_OF, keep="id")
    assert verdicts_of(table_of(made), work) == work.verdicts
    counted = made["N-3"].value_counts().compute()
    assert counted["not_met"] == sum(name == "N-3" for _, name, _, _ in work.gaps)


def test_lists_that_dask_makes_texts_of_are_told(works):
    import dask.dataframe

    frame = pandas.DataFrame({"agencies": [[{"participates": True, "representatives": 3}], []], "offset0": [1, 2]})
    plans = dask.dataframe.from_pandas(frame, npartitions=1)
    with pytest.warns(RemarkWarning, match="the column has texts, and a list belongs there"):
        brecha.dask.assess(works["nested"].rules, plans, AS_OF)


def test_the_index_stays_and_the_types_are_known(works):
    work = works["broken"]
    plans = work.plans.drop(["colour"]).to_pandas(types_mapper=pandas.ArrowDtype).set_index(pandas.Index([f"p{row}" for row in range(300)]))
    import dask.dataframe

    for rows in ("plans", "requirements", "gaps"):
        made = brecha.dask.assess(work.rules, dask.dataframe.from_pandas(plans, npartitions=3, sort=False), AS_OF, keep="id", rows=rows)
        found = made.compute()
        assert list(found.index) == [f"p{row}" for row in found["id"]]
        assert list(found.dtypes) == list(made.dtypes) and list(found.columns) == list(made.columns)


def test_plans_as_json(texts):
    rules, table, expected = texts
    found = brecha.dask.assess(rules, frame_of(table), AS_OF, keep="name", json="text").compute()
    assert found.columns[-1] == "not_read" and set(found["name"][found["not_read"].notna()]) == {"broken"}
    rows = {row[0]: tuple(None if pandas.isna(cell) else cell for cell in row[1:-1]) for row in found.itertuples(index=False, name=None)}
    assert rows == expected


def test_kept_columns_stay_as_they_are(works, kept):
    plans = frame_of(kept, 2)
    names = ["id", "seen", "day", "cost", "tags", "offset0", "agencies"]
    made = brecha.dask.assess(works["nested"].rules, plans, AS_OF, keep=names).compute()
    pandas.testing.assert_frame_equal(made[names], plans[names].compute())


def test_other_rules_on_a_worker_are_refused(changing):
    rules, change = changing
    made = brecha.dask.assess(rules, frame_of(pyarrow.table({"n": [1.0, 2.0]}), 1), AS_OF)
    change()
    with pytest.raises(brecha.RulesetError, match=REFUSED):
        made.compute()


def test_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run_page("dask", {}, tmp_path)
