"""Batches of plans in, batches of verdicts out: what engines that run on many machines do with each of their batches.

Spark, Dask and Ray themselves are looked at by tests/engines (make engines).
"""

import concurrent.futures
import json
import multiprocessing
import pickle
import sys
import warnings

import duckdb
import pandas
import polars
import pyarrow
import pytest
from plan_tables import arrow_of, plans_of

import brecha
from brecha import _core, arrow_batches
from brecha.arrow_batches import assessor_of
from brecha.errors import NotInstalledError
from brecha.remarks import RemarkWarning

RULES = """
vocabulary harbour 1.0 {
  entity Plan root { country text  officers integer  drills list of Drill  fenced yes_no }
  entity Drill key id { id text  held date  people integer }
}
ruleset code 1.0 {
  title en "A made-up code"  uses harbour 1
  source CODE { title en "A made-up code" standing treaty }
  parameter officers_needed = 1
  requirement W-1 { title en "Officers" shall source CODE "1" require plan.officers >= officers_needed }
  requirement W-2 { title en "Fenced" shall source CODE "2" require plan.fenced }
  requirement W-3 { title en "Held" should source CODE "3" each d in plan.drills, at least one require d.held is given }
  requirement W-4 { title en "Full" may source CODE "4" require every d in plan.drills : d.people >= 10 }
  requirement W-5 { title en "Country" shall source CODE "5" require plan.country is given }
}
ruleset island 1.0 {
  title en "A made-up island"  extends code 1
  source ACT { title en "A made-up act" standing law }
  waive W-2 until 2026-06-30 because en "It is being built" source ACT "9"
  waive W-5 because en "There is one country"
}
"""
AS_OF = "2026-06-30"
DEEP = '{"a":' * 70 + "1" + "}" * 70  # more levels than a plan may have
DRILLS = pyarrow.list_(pyarrow.struct({"id": pyarrow.string(), "held": pyarrow.date32(), "people": pyarrow.int32()}))


def drill(id, held, people):
    import datetime

    return {"id": id, "held": datetime.date.fromisoformat(held) if held else None, "people": people}


PLANS = pyarrow.table(
    {
        "survey": pyarrow.array([40, 41, 42, 43, 44], pyarrow.int16()),
        "country": ["BZ", None, "CR", "CR", "PE"],
        "officers": pyarrow.array([0, 1, 2, None, 5], pyarrow.int32()),
        "fenced": [False, True, None, False, True],
        "drills": pyarrow.array(
            [[drill("a", "2025-02-01", 12), drill("b", None, 3)], [], None, [drill("c", None, 10)], [drill("d", "2024-05-05", None)]],
            DRILLS,
        ),
    }
)
BROKEN = PLANS.append_column("evidence", pyarrow.array([None, "{}", DEEP, "{}", None]))


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES, ruleset="island")


def rows_of(reader):
    return pyarrow.Table.from_batches(list(reader), reader.schema).to_pylist()


def wide(batch, kept, why=()):
    """What assess_table says, as rows of the wide form."""
    why = dict(why)
    return [
        {**{name: column[row] for name, column in kept.items()}, **dict(zip(batch.columns[1:], batch[row][1:], strict=True)), "not_read": why.get(row)}
        for row in range(len(batch))
    ]  # fmt: skip


# --- the verdicts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [1, 2, 5, 9])
def test_they_are_those_of_the_whole_table(rules, most):
    expected = wide(
        rules.assess_table(PLANS.drop(["survey"]), AS_OF), {"survey": [40, 41, 42, 43, 44], "country": PLANS["country"].to_pylist()}
    )
    assert [row["W-3"] for row in expected] == ["unknown", "not_met", "unknown", "unknown", "met"]
    plans = pyarrow.RecordBatchReader.from_batches(PLANS.schema, PLANS.to_batches(max_chunksize=most))
    made = rules.assess_batches(plans, AS_OF, keep=["survey", "country"])
    verdict = pyarrow.dictionary(pyarrow.int8(), pyarrow.string(), ordered=True)
    assert made.schema.names == ["survey", "country", "W-1", "W-2", "W-3", "W-4", "W-5", "not_read"]
    assert made.schema.types == [pyarrow.int16(), pyarrow.string(), *[verdict] * 5, pyarrow.string()]
    batches = list(made)
    assert [batch.num_rows for batch in batches] == [min(most, 5 - start) for start in range(0, 5, most)]
    assert pyarrow.Table.from_batches(batches).to_pylist() == expected


def test_shipped_rules_and_their_samples_in_batches():
    rules = brecha.load("tourism_security")
    plans = arrow_of(plans_of("tourism_security"))
    expected = rules.assess_table(plans, AS_OF)
    assert len(expected) > 5
    made = rules.assess_batches(pyarrow.RecordBatchReader.from_batches(plans.schema, plans.to_batches(max_chunksize=3)), AS_OF)
    assert rows_of(made) == wide(expected, {})


def test_no_batch_and_batches_without_a_row(rules):
    for batches in ([], PLANS.slice(0, 0).to_batches(), [PLANS.to_batches()[0].slice(0, 0)]):
        for rows in ("plans", "requirements", "gaps"):
            made = rules.assess_batches(pyarrow.RecordBatchReader.from_batches(PLANS.schema, batches), AS_OF, keep="survey", rows=rows)
            assert rows_of(made) == [] and made.schema.names[0] == "survey"


@pytest.mark.filterwarnings("ignore::brecha.remarks.RemarkWarning")
def test_options_mean_what_they_mean_elsewhere(rules):
    dated = PLANS.append_column("evidence", pyarrow.array(['{"officers": {"as_of": "2020-01-01"}}'] * 5))
    for options in ({"parameters": {"officers_needed": 2}}, {"read": "whole"}, {"read": "part"}, {"facts_since": "2024-01-01"}):
        expected = wide(rules.assess_table(dated.drop(["survey"]), AS_OF, **options), {})
        assert expected != wide(rules.assess_table(dated.drop(["survey"]), AS_OF), {}) or options == {"read": "part"}
        assert rows_of(rules.assess_batches(dated, AS_OF, keep=[], **options)) == expected, options


# --- their rows -----------------------------------------------------------------------------------------


def test_a_row_a_requirement(rules):
    made = rules.assess_batches(PLANS, AS_OF, keep="survey", rows="requirements")
    verdict, requirement = (
        pyarrow.dictionary(kind, pyarrow.string(), ordered=kind == pyarrow.int8()) for kind in (pyarrow.int8(), pyarrow.int32())
    )
    assert made.schema.types == [pyarrow.int16(), requirement, verdict, pyarrow.string()]
    expected = [
        {"survey": row["survey"], "requirement": name, "verdict": row[name], "not_read": None}
        for name in ("W-1", "W-2", "W-3", "W-4", "W-5")
        for row in rows_of(rules.assess_batches(PLANS, AS_OF, keep="survey"))
    ]
    assert rows_of(made) == expected


@pytest.mark.parametrize("day", ["2026-06-30", "2026-07-01"])
def test_gaps_are_those_of_the_reports(rules, day):
    """A `may` is none, nor is what is waived; W-2's waiver ends on the first of the two days, W-5's never."""
    found = {
        (row["survey"], row["requirement"], row["verdict"]) for row in rows_of(rules.assess_batches(PLANS, day, keep="survey", rows="gaps"))
    }
    reports = [rules.assess_table(PLANS, day).report(row) for row in range(5)]
    expected = {(40 + row, gap.requirement, report[gap.requirement].verdict) for row, report in enumerate(reports) for gap in report.gaps}
    assert found == expected
    assert {name for _, name, _ in found} == {"W-1", "W-3"} | ({"W-2"} if day > AS_OF else set())


def test_a_plan_that_cannot_be_read_does_not_lose_the_others(rules):
    whole = rules.assess_table(BROKEN, AS_OF)
    assert [one.position for one in whole.failed] == [2]
    words = {"en": "P601 nested deeper than 64 levels", "es": "P601 más de 64 niveles de anidamiento"}
    for language, told in words.items():
        made = rows_of(rules.assess_batches(BROKEN, AS_OF, keep="survey", language=language))
        assert [row["not_read"] for row in made] == [None, None, told, None, None]
        assert [row["W-1"] for row in made] == whole["W-1"] == ["not_met", "met", None, "unknown", "met"]
    last = {"survey": 42, "requirement": None, "verdict": None, "not_read": words["en"]}
    long = rows_of(rules.assess_batches(BROKEN, AS_OF, keep="survey", rows="requirements"))
    gaps = rows_of(rules.assess_batches(BROKEN, AS_OF, keep="survey", rows="gaps"))
    assert long[-1] == gaps[-1] == last and len(long) == 4 * 5 + 1
    assert {row["survey"] for row in gaps[:-1]} == {40, 41}


# --- plans as JSON ---------------------------------------------------------------------------------------


def test_plans_as_json_with_evidence_and_all():
    rules = brecha.load("tourism_security")
    samples = [sample for sample in brecha.samples() if sample.ruleset == "tourism_security"]
    texts = [sample.text for sample in samples]
    plans = pyarrow.table({"name": [sample.name for sample in samples] + ["broken", "none"], "text": [*texts, "{ broken", None]})
    made = rows_of(rules.assess_batches(plans, AS_OF, keep="name", json="text"))
    expected = rules.verdicts([*texts, b"{ broken", b""], AS_OF)
    assert [[row[name] for name in expected.columns[1:]] for row in made] == [list(row[1:]) for row in expected]
    assert [row["name"] for row in made if row["not_read"]] == ["broken", "none"]
    assert made[-2]["not_read"].startswith("P601 ")
    as_bytes = plans.set_column(1, "text", plans["text"].cast(pyarrow.binary()))
    assert rows_of(rules.assess_batches(as_bytes, AS_OF, keep="name", json="text")) == made


def test_a_text_is_never_the_path_of_a_plan(rules, tmp_path):
    path = tmp_path / "plan.json"
    path.write_text('{"officers": 3}', encoding="utf-8")
    rules.read_plan(str(path))  # as a path it would be one
    (row,) = rows_of(rules.assess_batches(pyarrow.table({"text": [str(path)]}), AS_OF, json="text"))
    assert row["W-1"] is None and row["not_read"]


# --- columns ---------------------------------------------------------------------------------------------


def test_a_column_that_no_field_has_is_told_once_and_in_a_language(rules):
    plans = PLANS.append_column("offices", PLANS["officers"])
    nested = plans.set_column(4, "drills", pyarrow.array([[{"id": "a", "peple": 3}]] * 5))
    with pytest.warns(RemarkWarning) as told:
        list(
            rules.assess_batches(
                pyarrow.RecordBatchReader.from_batches(nested.schema, nested.to_batches(max_chunksize=1)), AS_OF, language="es"
            )
        )
    assert [one.message.remark.cell for one in told] == ["survey", "drills/peple", "offices"]
    assert 'no tiene el campo "peple"' in str(told[1].message) and told[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rules.assess_batches(PLANS, AS_OF, keep="survey")
        named = PLANS.rename_columns(["plan", *PLANS.column_names[1:]])
        assert rules.assess_batches(named, AS_OF).schema.names[0] == "plan"
        assert rules.assess_batches(named, AS_OF, keep=[]).schema.names[0] == "W-1"


def test_a_list_that_came_as_texts_is_told(rules):
    plans = PLANS.set_column(4, "drills", pyarrow.array(["[{'id': 'a'}]"] * 5))
    with pytest.warns(RemarkWarning, match="the column has texts, and a list belongs there"):
        rules.assess_batches(plans, AS_OF, keep="survey")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"keep": "survei"}, 'table has no column "survei"; did you mean "survey"\\?'),
        ({"json": "text"}, 'table has no column "text"'),
        ({"keep": ["survey", "survey"]}, 'the column "survey" would be there twice'),
        ({"keep": "not_read"}, 'the column "not_read" would be there twice'),
        ({"keep": "W-1"}, 'the column "W-1" would be there twice'),
        ({"keep": "survey", "rows": "gap"}, 'there are no rows "gap"; did you mean "gaps"\\?\nrows: plans, requirements, gaps'),
        ({"keep": "survey", "read": "half"}, 'read is "part" or "whole"'),
        ({"keep": "survey", "parameters": {"oficers_needed": 1}}, "B510 .*oficers_needed"),
        ({"keep": "country", "json": "country", "parameters": {"oficers_needed": 1}}, "B510 .*oficers_needed"),
        ({"keep": "survey", "language": "xx"}, "xx"),
    ],
)
@pytest.mark.filterwarnings("ignore::brecha.remarks.RemarkWarning")
def test_what_is_wrong_is_said_before_any_plan_is_read(rules, options, said):
    plans = PLANS.append_column("not_read", PLANS["fenced"]).append_column("W-1", PLANS["fenced"])

    def none():
        raise AssertionError("read")
        yield

    with pytest.raises(brecha.BrechaError, match=said):
        rules.assess_batches(pyarrow.RecordBatchReader.from_batches(plans.schema, none()), AS_OF, **options)


def test_a_table_of_something_else(rules):
    with pytest.raises(brecha.BrechaError, match="no column of the table is a field of the plans of island"), pytest.warns(RemarkWarning):
        rules.assess_batches(pyarrow.table({"price": [1]}), AS_OF)
    with pytest.raises(TypeError, match="plans is what has an Arrow stream"):
        rules.assess_batches([1], AS_OF)
    with pytest.raises(TypeError, match="keeps"):
        rules.assess_batches(PLANS, AS_OF, keeps="survey")


# --- to workers ------------------------------------------------------------------------------------------


def worked(assessor, batches):
    """In a worker: the rows, and how often a ruleset was made there."""
    rows = [batch.to_pylist() for batch in assessor(batches)]
    return rows, arrow_batches._arrived.cache_info().misses


def test_it_goes_to_a_worker_with_all_that_was_asked(rules):
    assessor = assessor_of(
        rules, BROKEN.schema, AS_OF, {"keep": "survey", "parameters": {"officers_needed": 2}, "language": "pt", "rows": "gaps"}
    )
    expected = [batch.to_pylist() for batch in assessor(BROKEN.to_batches())]
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        for _ in range(2):
            assert pool.submit(worked, assessor, BROKEN.to_batches()).result(timeout=120) == (expected, 1)
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(assessor))))
    assert [batch.to_pylist() for batch in again(BROKEN.to_batches())] == expected and again.schema == assessor.schema
    assert expected[0][-1]["not_read"] == "P601 mais de 64 níveis de aninhamento"


def test_another_version_of_the_rules_is_refused_by_a_worker(tmp_path):
    path = tmp_path / "rules.brecha"
    path.write_text(RULES, encoding="utf-8")
    rules = brecha.load(path, ruleset="island")
    assessor = assessor_of(rules, PLANS.schema, AS_OF, {"keep": "survey"})
    sent = pickle.dumps(assessor)
    path.write_text(RULES.replace("officers_needed = 1", "officers_needed = 2"), encoding="utf-8")
    with pytest.raises(brecha.RulesetError, match="the files of island changed since it was pickled, or are others on this machine"):
        list(pickle.loads(sent)(PLANS.to_batches()))
    path.unlink()
    with pytest.raises(brecha.RulesetError, match="there is no ruleset, file or folder"):
        list(pickle.loads(sent)(PLANS.to_batches()))
    assert len(list(assessor(PLANS.to_batches()))) == 1  # where they were loaded they are what they were


def test_another_version_of_brecha_is_refused_by_a_worker(rules, monkeypatch):
    sent = pickle.dumps(assessor_of(rules, PLANS.schema, AS_OF, {"keep": "survey"}))
    arrow_batches._arrived.cache_clear()
    monkeypatch.setattr(_core, "version", lambda: "99.1")
    with pytest.raises(brecha.RulesetError, match=r"Brecha 99\.1 is on this machine, and Brecha \d.* sent the work"):
        list(pickle.loads(sent)(PLANS.to_batches()))


def test_types_are_those_of_the_schema_where_an_engine_gives_others(rules):
    """Spark names another time zone than its batches have; an engine that knows no type says null."""
    assessor = assessor_of(rules, PLANS.schema, AS_OF, {"keep": ["survey", "country"]})
    (batch,) = PLANS.set_column(0, "survey", PLANS["survey"].cast(pyarrow.int64())).to_batches()
    (made,) = assessor([batch])
    assert made.schema.types[:2] == [pyarrow.int16(), pyarrow.string()] and made.schema == assessor.schema
    unknown = PLANS.schema.set(0, pyarrow.field("survey", pyarrow.null()))
    (made,) = assessor_of(rules, unknown, AS_OF, {"keep": "survey", "rows": "gaps"})([batch])
    assert made.schema.types[0] == pyarrow.int64() and made.column(0)[0].as_py() == 40


# --- with others -----------------------------------------------------------------------------------------


def test_duckdb_gives_plans_and_takes_verdicts(rules):
    connection = duckdb.connect()
    connection.register("plans", PLANS)
    expected = rules.assess_table(PLANS, AS_OF, name="survey")
    relation = connection.sql("from plans where officers is not null order by survey")
    verdicts = rules.assess_batches(relation, AS_OF, keep=["survey", "country"])  # noqa: F841 - DuckDB sees the variable
    counted = (
        duckdb.connect()
        .sql('select "W-1", count(*) as plans, list(survey order by survey) from verdicts group by all order by 1')
        .fetchall()
    )
    assert counted == [("not_met", 1, [40]), ("met", 3, [41, 42, 44])] or counted == [("met", 3, [41, 42, 44]), ("not_met", 1, [40])]
    batch = rules.assess_table(PLANS, AS_OF, name="survey")  # noqa: F841
    taken = duckdb.connect().sql('select plan, "W-3" from batch order by plan').fetchall()
    assert taken == list(zip(expected["plan"], expected["W-3"], strict=True))
    given = rules.assess_table(relation.to_arrow_table(), AS_OF, name="survey")
    assert given["W-1"] == ["not_met", "met", "met", "met"]


def test_polars_and_pandas_frames_go_in_and_come_out(rules):
    expected = rules.assess_table(PLANS, AS_OF, name="survey")
    frame = polars.from_arrow(PLANS)
    made = polars.DataFrame(rules.assess_batches(frame, AS_OF, keep="survey"))
    assert made["survey"].to_list() == [40, 41, 42, 43, 44] and made.schema["survey"] == polars.Int16
    assert [made[name].to_list() for name in expected.columns[1:]] == [expected[name] for name in expected.columns[1:]]
    assert polars.DataFrame(rules.assess_table(frame, AS_OF, name="survey"))["W-3"].to_list() == expected["W-3"]
    gaps = polars.DataFrame(rules.assess_batches(frame, AS_OF, keep="survey", rows="gaps"))
    assert gaps.group_by("requirement").len().sort("requirement")["requirement"].to_list() == ["W-1", "W-3"]
    backed = PLANS.to_pandas(types_mapper=pandas.ArrowDtype)
    assert rules.assess_batches(backed, AS_OF, keep="survey").read_pandas()["W-3"].tolist() == expected["W-3"]


def test_what_is_not_installed_is_named(rules, monkeypatch):
    for module, library, extra in (("spark", "pyspark", "spark"), ("dask", "dask.dataframe", "dask"), ("ray", "ray.data", "ray")):
        monkeypatch.setitem(sys.modules, library, None)
        monkeypatch.setitem(sys.modules, library.partition(".")[0], None)
        face = __import__(f"brecha.{module}", fromlist=["assess"])
        with pytest.raises(NotInstalledError, match=rf"{library} is not installed: pip install 'brecha\[{extra}\]'"):
            face.assess(rules, None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalledError, match=r"pip install 'brecha\[pandas\]'"):
        rules.assess_batches(PLANS, AS_OF)


def test_a_dict_of_rules_in_json_is_not_confused_with_columns(rules):
    """The column that has the plans can be kept as well, and others beside it are left alone."""
    plans = pyarrow.table({"text": [json.dumps({"officers": 3})], "officers": [0]})
    (row,) = rows_of(rules.assess_batches(plans, AS_OF, json="text", keep=["text"]))
    assert row["W-1"] == "met" and row["text"] == plans["text"][0].as_py()
