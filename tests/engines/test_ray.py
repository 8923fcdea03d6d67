"""brecha.ray in Ray itself: two workers on this machine."""

import logging
import os

import pandas
import pyarrow
import pytest
from works import AS_OF, NAMES, REFUSED, gaps_of, run_page, verdicts_of

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
ray = pytest.importorskip("ray")
pytest.importorskip("ray.data")

import brecha.ray
from brecha.remarks import RemarkWarning


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(num_cpus=2, object_store_memory=100 << 20, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    yield
    ray.shutdown()


def dataset_of(table, blocks=2):
    size = -(-table.num_rows // blocks)
    return ray.data.from_arrow([table.slice(start, size) for start in range(0, table.num_rows, size)])


def table_of(made):
    return pyarrow.concat_tables(ray.get(made.to_arrow_refs()))


@pytest.mark.parametrize("name", NAMES)
def test_verdicts_are_those_of_one_process(works, name):
    work = works[name]
    plans = dataset_of(work.plans)
    with pytest.warns(RemarkWarning, match='"colour"') as told:
        made = brecha.ray.assess(work.rules, plans, AS_OF, keep="id")
    assert [one.category for one in told].count(RemarkWarning) == 1
    assert verdicts_of(table_of(made), work) == work.verdicts
    gaps = brecha.ray.assess(work.rules, plans.drop_columns(["colour"]), AS_OF, keep="id", rows="gaps")
    assert gaps_of(table_of(gaps)) == work.gaps


@pytest.mark.parametrize(
    "make", [lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype), lambda table: pandas.DataFrame(table.to_pylist())]
)
def test_blocks_of_pandas(works, make):
    """Lists in columns of pyarrow's types, and as Python's lists, of which Ray knows no type before it has them."""
    work = works["broken"]
    made = brecha.ray.assess(work.rules, ray.data.from_pandas(make(work.plans.drop(["colour"]))), AS_OF, keep="id")
    assert verdicts_of(table_of(made), work) == work.verdicts


def test_plans_as_json(texts):
    rules, table, expected = texts
    rows = brecha.ray.assess(rules, dataset_of(table), AS_OF, keep="name", json="text").take_all()
    assert {row["name"]: tuple(row.values())[1:-1] for row in rows} == expected
    assert {row["name"] for row in rows if row["not_read"]} == {"broken"}


def test_kept_columns_stay_as_they_are(works, kept):
    names = ["id", "seen", "day", "cost", "tags", "offset0", "agencies"]
    made = table_of(brecha.ray.assess(works["nested"].rules, dataset_of(kept, 2), AS_OF, keep=names))
    assert made.select(names).sort_by("id").equals(kept.select(names))


def test_other_rules_on_a_worker_are_refused(changing):
    rules, change = changing
    made = brecha.ray.assess(rules, dataset_of(pyarrow.table({"n": [1.0, 2.0]}), 1), AS_OF)
    change()
    with pytest.raises(ray.exceptions.RayTaskError, match=REFUSED):
        made.take_all()


def test_no_plan_at_all(works):
    work = works["nested"]
    made = brecha.ray.assess(work.rules, dataset_of(work.plans.drop(["colour"]), 1).filter(expr="id < 0"), AS_OF, keep="id")
    assert made.count() == 0


def test_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run_page("ray", {}, tmp_path)
