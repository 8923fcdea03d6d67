"""The workbook, read back with another library."""

import datetime

import pytest
from faces import LANGUAGES, readers_sheets, report_in

from brecha.rich_view.words import words

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

DATA = ["findings", "gaps", "questions", "missing", "evidence", "notes"]


def written(report, path):
    report.to_excel(path)
    return openpyxl.load_workbook(path)


def column(sheet, head, first=1):
    heads = [cell.value for cell in sheet[first]]
    return [row[heads.index(head)] for row in sheet.iter_rows(min_row=first + 1, values_only=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_for_readers_come_first_then_the_tables_as_data(language, tmp_path):
    book = written(report_in(language, tmp_path / "rules"), tmp_path / "a.xlsx")
    readers = readers_sheets(book, language)
    assert book.sheetnames[len(readers) :] == [*DATA, "lists"]
    assert book["lists"].sheet_state == "hidden"


def test_the_tables_have_their_columns_and_rows_and_what_names_the_assessment_last(small_report, tmp_path):
    book = written(small_report, tmp_path / "gaps.xlsx")
    for name in DATA:
        table = small_report.questions() if name == "questions" else getattr(small_report, name)
        values = list(book[name].values)
        assert sorted(values[0]) == sorted(table.columns)
        assert list(values[0])[-3:] == ["assessment", "plan", "as_of"]
        assert len(values) == len(table) + 1
        assert book[name].freeze_panes == "A2"
    assert column(book["gaps"], "message") == small_report.gaps["message"]
    assert column(book["gaps"], "as_of")[0] == datetime.datetime(2026, 1, 15)
    assert column(book["findings"], "verdict") == small_report.findings["verdict"]


def test_the_first_sheet_is_the_picture_of_the_whole(tmp_path):
    book = written(report_in("es", tmp_path / "rules"), tmp_path / "a.xlsx")
    sheet = readers_sheets(book, "es")[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    for shown in ("Playas", "República Dominicana", "Se pudieron juzgar", "peor caso", "vigilancia", "cumple"):
        assert any(shown in cell for cell in cells), shown
    assert len(sheet._charts) == 1


def test_gaps_stand_with_sentence_and_remedy_first(tmp_path):
    report = report_in("es", tmp_path / "rules")
    sheet = readers_sheets(written(report, tmp_path / "a.xlsx"), "es")[1]
    heads = [cell.value for cell in sheet[1]]
    say = words("es")
    assert heads[1:3] == [say["gap"], say["remedy"]] and heads[-1] == say["assessment"]
    assert sorted(column(sheet, say["gap"])) == sorted(report.gaps["message"])
    assert set(column(sheet, say["verdict"])) <= {say["not_met"], say["partly_met"]}
    assert set(column(sheet, say["source"])) == {"Guía de playas, 1.2", "Guía de playas, 1.3"}
    assert "salvamento" in column(sheet, say["training"])


def test_questions_can_be_filled_in(tmp_path):
    report = report_in("es", tmp_path / "rules")
    sheet = readers_sheets(written(report, tmp_path / "a.xlsx"), "es")[2]
    say = words("es")
    heads = [cell.value for cell in sheet[2]]
    assert heads[1:6] == [say["question"], say["subject"], say["choices"], say["answer"], say["no_answer"]]
    places = column(sheet, say["place"], first=2)
    assert sorted(places) == sorted(place for question in report.questions() for place in question.places)
    at = places.index("l/x3/t")
    row = [cell.value for cell in sheet[at + 3]]
    assert row[1:4] == ["x3: ¿De arena o de roca?", "x3", "de arena; de roca"]
    assert row[4] is None
    offered = {cell for one in sheet.data_validations.dataValidation for cell in str(one.sqref).split()}
    assert {f"E{at + 3}", f"F{at + 3}"} <= offered
    assert not any(one.showErrorMessage for one in sheet.data_validations.dataValidation)


def test_sheets_can_be_read_and_printed(tmp_path):
    book = written(report_in("pt", tmp_path / "rules"), tmp_path / "a.xlsx")
    for sheet in book.worksheets[:-1]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToWidth in (None, 1)
    gaps = readers_sheets(book, "pt")[1]
    assert gaps.print_title_rows == "$1:$1"
    assert gaps["B2"].alignment.wrap_text


def test_what_looks_like_a_formula_stays_text(small_rules, tmp_path):
    for start in "=+-@":
        name = f'{start}HYPERLINK("http://example.org")'
        plan = {"title": name, "agencies": [{"id": "x", "name": name, "sector": "public", "representatives": 0}, {"id": "y", "name": name}]}
        book = written(small_rules.assess(plan, "2026-01-15", read="whole"), tmp_path / "gaps.xlsx")
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert any(str(cell.value).startswith(name) for cell in cells)
        assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}


def test_long_texts_make_high_rows(small_rules, tmp_path):
    plan = {"agencies": [{"id": "x", "name": "Ministry " * 40, "sector": "public", "representatives": 0}]}
    book = written(small_rules.assess(plan, "2026-01-15", read="whole"), tmp_path / "gaps.xlsx")
    assert max(dimension.height or 0 for dimension in book[words("en")["sheet_gaps"]].row_dimensions.values()) > 100


def test_the_same_assessment_gives_the_same_workbook(small_report, tmp_path):
    small_report.to_excel(tmp_path / "a.xlsx")
    small_report.to_excel(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_several_plans_stand_below_each_other(small_rules, plan_dict, tmp_path):
    batch = small_rules.assess_all([plan_dict, {}], "2026-01-15")
    batch.to_excel(tmp_path / "all.xlsx")
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book["findings"].max_row == len(batch.findings) + 1
    requirements = book[words("en")["sheet_requirements"]]
    assert requirements.max_row == 2 * 3 + 1
