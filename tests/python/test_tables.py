"""Tables: rows, columns, and the data frames made of them."""

import datetime
import gc
import typing

import brecha
import pytest
from brecha import rows

TABLES = {
    "findings": rows.Finding,
    "parts": rows.Finding,
    "gaps": rows.Gap,
    "missing": rows.Missing,
    "evidence": rows.Evidence,
    "notes": rows.Note,
    "questions": rows.Question,
}


def table_of(report, name):
    return report.questions() if name == "questions" else getattr(report, name)


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_of_the_engine(small_report, name):
    table = table_of(small_report, name)
    assert tuple(table.columns) == TABLES[name]._fields
    assert table.name == name
    types = {"text": str, "category": str, "boolean": bool, "int32": int, "float64": float, "date": datetime.date, "texts": tuple}
    for (column, hint), kind in zip(typing.get_type_hints(TABLES[name]).items(), table._core.types, strict=True):
        (plain,) = [one for one in typing.get_args(hint) or (hint,) if one not in (type(None), ...)][:1]
        assert (typing.get_origin(hint) if kind == "texts" else plain) is types[kind], column


@pytest.mark.parametrize("name", TABLES)
def test_every_data_frame_has_the_same_cells(small_report, name):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    table = table_of(small_report, name)
    expected = table.to_dicts()
    assert len(expected) == len(table)

    arrow = pyarrow.table(table)
    arrow.validate(full=True)
    listed = [{key: tuple(cell) if isinstance(cell, list) else cell for key, cell in row.items()} for row in arrow.to_pylist()]
    assert listed == expected

    frame = table.to_polars()
    assert frame.columns == table.columns
    assert [{key: tuple(cell) if isinstance(cell, list) else cell for key, cell in row.items()} for row in frame.to_dicts()] == expected

    data = table.to_pandas()
    assert list(data.columns) == table.columns
    for column in table.columns:
        for cell, wanted in zip(data[column], table[column], strict=True):
            if wanted is None:
                assert pandas.isna(cell)
            elif isinstance(wanted, tuple):
                assert tuple(cell) == wanted
            elif isinstance(wanted, datetime.date):
                assert cell.date() == wanted
            else:
                assert cell == wanted


def test_polars_takes_a_table_through_arrow(small_report):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(small_report.findings)
    assert frame.schema["as_of"] == polars.Date
    assert frame.schema["holds"] == polars.Int32
    assert frame.schema["sources"] == polars.List(polars.String)


def test_duckdb_takes_a_table_through_arrow(small_report):
    duckdb = pytest.importorskip("duckdb")
    pyarrow = pytest.importorskip("pyarrow")
    findings = pyarrow.table(small_report.findings)  # noqa: F841 (DuckDB finds it by its name)
    counted = duckdb.sql("select verdict, count(*) from findings group by verdict").fetchall()
    assert sum(count for _, count in counted) == len(small_report.findings)


def test_verdicts_are_an_ordered_category(small_report):
    pytest.importorskip("pandas")
    verdicts = small_report.findings.to_pandas()["verdict"]
    assert list(verdicts.cat.categories) == ["met", "partly_met", "not_met", "unknown", "not_applicable"]
    assert verdicts.cat.ordered


def test_a_stream_may_be_taken_twice_or_not_at_all(small_report):
    pyarrow = pytest.importorskip("pyarrow")
    table = small_report.gaps
    assert pyarrow.table(table).equals(pyarrow.table(table))
    for _ in range(100):
        table.__arrow_c_stream__()
        table.__arrow_c_schema__()
    gc.collect()


def test_a_frame_outlives_its_report(small_rules, plan_dict):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(small_rules.assess(plan_dict, "2026-01-15").gaps)
    gc.collect()
    assert "agencies/police" in frame["subject"].to_list()


def test_an_empty_table_keeps_its_columns(small_rules):
    pyarrow = pytest.importorskip("pyarrow")
    gaps = small_rules.assess({}, "2026-01-15").gaps
    assert len(gaps) == 0
    assert pyarrow.table(gaps).column_names == gaps.columns
    assert list(gaps.to_pandas().columns) == gaps.columns
    assert "gaps: 0 ×" in repr(gaps)


def test_rows_columns_and_smaller_tables(small_report):
    findings = small_report.findings
    assert findings[0] == next(iter(findings))
    assert findings[-1] == list(findings)[-1]
    assert findings[:2] == list(findings)[:2]
    assert findings["requirement"] == [finding.requirement for finding in findings]
    open_or_gap = findings.where(verdict=["unknown", "not_met"])
    assert {finding.verdict for finding in open_or_gap} == {"unknown", "not_met"}
    with pytest.raises(IndexError):
        findings[len(findings)]


def test_a_column_that_is_not_there_is_met_with_the_nearest(small_report):
    with pytest.raises(KeyError, match='did you mean "verdict"'):
        small_report.findings["verdikt"]
    with pytest.raises(KeyError, match='did you mean "verdict"'):
        small_report.findings.where(verdikt="met")


def test_csv_reads_back(small_report, tmp_path):
    import csv

    text = small_report.findings.to_csv(tmp_path / "findings.csv")
    assert (tmp_path / "findings.csv").read_bytes() == text.encode("utf-8")
    read = list(csv.DictReader(text.splitlines(keepends=True)))
    assert [row["requirement"] for row in read] == small_report.findings["requirement"]
    assert {row["is_gap"] for row in read} <= {"true", "false"}


def test_the_picture_of_a_table_is_escaped(small_report):
    shown = small_report.gaps._repr_html_()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "agencies/police" in repr(small_report.gaps)


def test_a_table_of_verdicts_shows_its_cells_in_a_notebook(small_rules):
    verdicts = small_rules.verdicts([{"title": "a"}], "2026-01-15")
    shown = verdicts._repr_html_()
    assert "<td>plan 1</td>" in shown and shown.count("<td>unknown</td>") == verdicts[0].count("unknown") > 0


@pytest.mark.parametrize("sample", brecha.samples(), ids=lambda sample: f"{sample.ruleset}/{sample.name}")
def test_findings_say_the_same_before_and_after_the_whole_picture_is_made(sample):
    """Read alone, they are made without looking for places that none of their columns shows."""
    rules = brecha.load(sample.ruleset)
    plan = rules.read_plan(brecha.sample(f"{sample.ruleset}/{sample.name}"))
    alone, whole = rules.assess(plan, "2026-01-15"), rules.assess(plan, "2026-01-15")
    whole.to_json()
    assert list(alone.findings) == list(whole.findings)
    assert list(alone.parts) == list(whole.parts)
