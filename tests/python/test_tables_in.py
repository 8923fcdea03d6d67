"""Tables into plans: a list of a plan from a file or data frame, and many plans from one table."""

import datetime
import os
import time

import openpyxl
import pandas
import polars
import pyarrow
import pytest
from plan_tables import arrow_of, plans_of
from test_questionnaire import RULES

import brecha


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture
def plan(rules):
    content = {"country": "CR", "agencies": [{"id": "port", "sector": "public", "staff": 9}], "evidence": {"agencies/port": {"page": "3"}}}
    return rules.read_plan(content, name="p.json")


COLUMNS = {"id": ["port", "club"], "sector": ["public", "private"], "staff": [12, 3], "armed": [False, True]}
FILLED = [
    {"id": "port", "sector": "public", "staff": 12, "armed": False},
    {"id": "club", "sector": "private", "staff": 3, "armed": True},
]


@pytest.mark.parametrize(
    "table",
    [
        pandas.DataFrame(COLUMNS),
        polars.DataFrame(COLUMNS),
        pyarrow.table(COLUMNS),
        [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)],
    ],
    ids=["pandas", "polars", "arrow", "dicts"],
)
def test_a_list_from_a_data_frame(plan, table):
    filled = plan.with_table("agencies", table)
    assert filled.content()["agencies"] == FILLED and len(filled.notes) == 0 and filled.remarks == ()
    assert filled.content()["evidence"] == plan.content()["evidence"] and plan.content()["agencies"][0]["staff"] == 9


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_from_csv(plan, tmp_path, sign):
    path = tmp_path / "agencies.csv"
    path.write_text("\ufeff" + sign.join(("ID", "sector", "staff", "armed")) + "\r\n" + sign.join(("port", "public", "12", "no")) + "\r\n\r\n"
                    + sign.join(("club", "private", "3", "yes")), encoding="utf-8")  # fmt: skip
    filled = plan.with_table("agencies", path)
    as_written = [{**one, "armed": "yes" if one["armed"] else "no"} for one in FILLED]
    assert filled.content()["agencies"] == as_written and len(filled.notes) == 0


def test_a_list_from_a_workbook(plan, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["Our agencies", None],
        [],
        ["id", "kind", "held_on", "by"],
        ["m1", "meeting", datetime.datetime(2024, 3, 1), "port; club"],
    ):
        book.active.append(row)
    book.active.delete_rows(1, 2)
    book.save(tmp_path / "activities.xlsx")
    filled = plan.with_table("agencies", COLUMNS_FRAME).with_table("activities", tmp_path / "activities.xlsx")
    assert filled.content()["activities"] == [{"id": "m1", "kind": "meeting", "held_on": "2024-03-01", "by": ["port", "club"]}]
    assert len(filled.notes) == 0


COLUMNS_FRAME = pandas.DataFrame(COLUMNS)


def test_notes_name_row_and_column_and_remarks_the_column(plan, tmp_path):
    path = tmp_path / "agencies.csv"
    path.write_text('id,sector,stuff,staff\nport,public,x,many\n"club",civil,y,3\nclub,public,,4\n', encoding="utf-8")
    filled = plan.with_table("agencies", path)
    assert {(note.code, note.line, note.column, note.place) for note in filled.notes} == {
        ("P201", 2, 4, "agencies/port/staff"),
        ("P201", 3, 2, "agencies/club/sector"),
    }
    assert [(remark.sentence.word, remark.cell) for remark in filled.remarks] == [
        ("table_column_unknown", "stuff"),
        ("form_key_twice", "4"),
    ]
    assert 'did you mean "staff"' in filled.remarks[0].message
    frame = plan.with_table("agencies", pandas.DataFrame({"id": ["a", "b"], "staff": [float("nan"), -1]}))
    assert [(note.line, note.column) for note in frame.notes] == [(2, 2)] and frame.content()["agencies"][1] == {"id": "a"}


def test_a_list_inside_an_element_and_what_is_no_list(plan):
    filled = plan.with_table("agencies/port/posts", [{"id": "gate", "hours": datetime.timedelta(hours=8)}])
    assert filled.content()["agencies"][0]["posts"] == [{"id": "gate", "hours": "8 hours"}]
    with pytest.raises(brecha.BrechaError, match='"country" is no list of elements'):
        plan.with_table("country", COLUMNS_FRAME)
    with pytest.raises(brecha.BrechaError, match="agencies"):
        plan.with_table("agencys", COLUMNS_FRAME)
    with pytest.raises(TypeError):
        plan.with_table("agencies", 7)


# --- many plans ---


def test_a_plan_a_row_has_the_verdicts_that_it_has_alone():
    rules = brecha.load("tourism_security")
    plans = plans_of("tourism_security")
    batch = rules.assess_table(arrow_of(plans), as_of="2026-01-15")
    assert len(batch) == len(plans) and batch.remarks == () and batch.failed == []
    for row, plan in enumerate(plans):
        report = rules.assess(plan, "2026-01-15")
        assert [batch[name][row] for name in batch.columns[1:]] == [report[name].verdict for name in batch.columns[1:]]
        assert batch.report(row).findings["verdict"] == report.findings["verdict"]


def test_verdicts_are_dictionary_columns_and_any_row_has_its_report(rules):
    agencies = pyarrow.array([[("port", "public", 9.0), ("club", "public", 1.0)], None, [], [("x", None, float("nan"))]],
                             pyarrow.list_(pyarrow.struct({"id": pyarrow.string(), "sector": pyarrow.string(), "staff": pyarrow.float64()})))  # fmt: skip
    table = pyarrow.table(
        {
            "country": ["CR", "BZ", None, "Narnia"],
            "approved_on": pyarrow.array([datetime.date(2024, 5, 17), None, None, None]),
            "agencies": agencies,
            "colour": [1, 2, 3, 4],
            "survey": ["a", "b", "c", "d"],
        }
    )
    batch = rules.assess_table(table, as_of="2026-01-15", name="survey")
    assert batch["plan"] == ["a", "b", "c", "d"] and batch["S-3"] == ["partly_met", "unknown", "not_applicable", "unknown"]
    assert [(remark.cell, remark.sentence.word) for remark in batch.remarks] == [("colour", "table_column_unknown")]
    arrow = pyarrow.table(batch)
    assert all(pyarrow.types.is_dictionary(arrow.schema.field(name).type) for name in batch.columns[1:])
    report = batch.report(0, language="es")
    assert report.plan.name == "a" and report["S-3"].verdict == "partly_met" and report.plan.content()["approved_on"] == "2024-05-17"
    assert [note.code for note in batch.report(3).plan.notes] == ["P201"]
    with pytest.raises(IndexError):
        batch.report(4)
    for name, said in (("nobody", 'table has no column "nobody"$'), ("surveys", 'no column "surveys"; did you mean "survey"\\?$')):
        with pytest.raises(brecha.BrechaError, match=said):
            rules.assess_table(table, as_of="2026-01-15", name=name)
    assert rules.assess_table(polars.from_arrow(table).drop("colour"), as_of="2026-01-15")["S-3"] == batch["S-3"]
    assert rules.assess_table(table.slice(0, 0), as_of="2026-01-15")["plan"] == []


def test_rows_beyond_one_batch_are_all_there(rules, capsys):
    """BRECHA_COUNT=100000 in the environment says how many rows a second it does."""
    rows = int(os.environ.get("BRECHA_COUNT", 5000))
    row = {"country": "CR", "budget": 1500.5, "approved_on": datetime.date(2024, 5, 17), "topics": ["meeting"]}
    row["agencies"] = [{"id": f"a{number}", "sector": "public", "staff": 9, "armed": False} for number in range(5)]
    table = pyarrow.Table.from_pylist([row] * (rows - 1) + [{**row, "agencies": []}])
    start = time.perf_counter()
    batch = rules.assess_table(table, as_of="2026-01-15")
    taken = time.perf_counter() - start
    assert len(batch) == rows and batch["S-4"][-2:] == ["met", "not_applicable"] and set(batch["S-4"][:-1]) == {"met"}
    assert batch["plan"][-1] == f"row {rows - 1}" and batch.report(rows - 2)["S-4"].verdict == "met"
    if "BRECHA_COUNT" in os.environ:
        with capsys.disabled():
            print(f"\n{rows} plans of 5 agencies: {rows / taken:.0f} rows a second")
