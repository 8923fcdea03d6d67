"""The workbook, read back with another library."""

import datetime

import pytest

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def test_a_sheet_for_each_table_with_a_frozen_head(small_report, tmp_path):
    small_report.to_excel(tmp_path / "gaps.xlsx")
    book = openpyxl.load_workbook(tmp_path / "gaps.xlsx")
    assert book.sheetnames == ["gaps", "findings", "questions", "missing", "evidence", "notes"]
    for name in book.sheetnames:
        assert book[name].freeze_panes == "A2"
    table = small_report.gaps
    values = list(book["gaps"].values)
    assert list(values[0]) == table.columns
    assert len(values) == len(table) + 1
    place = table.columns.index("message")
    assert [row[place] for row in values[1:]] == table["message"]
    as_of = values[1][table.columns.index("as_of")]
    assert as_of == datetime.datetime(2026, 1, 15)
    assert book["gaps"].column_dimensions[openpyxl.utils.get_column_letter(place + 1)].width > 30


def test_what_looks_like_a_formula_stays_text(small_rules, tmp_path):
    plan = {"agencies": [{"id": "x", "name": '=HYPERLINK("http://example.org")', "sector": "public", "representatives": 0}]}
    report = small_rules.assess(plan, "2026-01-15", read="whole")
    report.to_excel(tmp_path / "gaps.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "gaps.xlsx")["gaps"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}


def test_the_same_assessment_gives_the_same_workbook(small_report, tmp_path):
    small_report.to_excel(tmp_path / "a.xlsx")
    small_report.to_excel(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_several_plans_stand_below_each_other(small_rules, plan_dict, tmp_path):
    batch = small_rules.assess_all([plan_dict, {}], "2026-01-15")
    batch.to_excel(tmp_path / "all.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["findings"]
    assert sheet.max_row == len(batch.findings) + 1
