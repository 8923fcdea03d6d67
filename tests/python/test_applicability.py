"""The statement of applicability: what applies and why, what was decided, in every form."""

import csv
import io
import re

import pytest
from faces import LANGUAGES

import brecha

RULES = """
vocabulary v 1.0 { title en "V"
  entity P root { title text  open yes_no ask en "Is it open?"  kind text  b list of B ask en "Which bodies?" }
  entity B key id { id text  busy yes_no  people integer ask en "How many?" } }
ruleset r 1.0.0 { title en "R" uses v 1
  source L { title en "Law" standing law }
  requirement A-yes { title en "always" shall source L "1" require plan.title is given }
  requirement B-no { title en "only if open" should source L "2" when plan.open require plan.kind is given gap en "no kind" }
  requirement C-part was C-old { title en "the busy" should source L "3" each x in plan.b, if any when x.busy require x.people > 1 gap en "few" }
  requirement D-open { title en "if a kind" should source L "4" when plan.kind = "x" require plan.open gap en "shut" }
  requirement E-none { title en "of nobody" should source L "5" each x in plan.b where x.people > 99, if any require x.busy gap en "idle" }
}
"""
PLAN = {"title": "T", "open": False, "b": [{"id": "b1", "busy": True, "people": 1}, {"id": "b2", "busy": False, "people": 1}]}


@pytest.fixture(scope="module")
def report():
    return brecha.compile(RULES).assess(PLAN, "2026-01-15")


def test_each_requirement_says_whether_it_applies_and_why(report):
    found = {row.requirement: row for row in report.applicability()}
    assert {name: row.applies for name, row in found.items()} == {
        "A-yes": "yes", "B-no": "no", "C-part": "in_part", "D-open": "unknown", "E-none": "no",
    }  # fmt: skip
    assert found["A-yes"].why == "to the plan as a whole"
    assert "its condition does not hold" in found["B-no"].why and "open = no" in found["B-no"].why
    assert found["C-part"].why.startswith("to 1 item of the plan; its condition does not hold")
    assert "b/b2/busy = no" in found["C-part"].why and "b/b1" not in found["C-part"].why
    assert "whether it applies is open" in found["D-open"].why
    assert (found["C-part"].verdict, found["C-part"].source, found["C-part"].clause) == ("not_met", "L", "3")


def frame():
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame({"requirement": ["B-no", "C-part"], "decision": ["accept", None], "reason": ["too small", None]})


@pytest.mark.parametrize(
    "decisions",
    [
        {"B-no": ("accept", "too small")},
        {"B-no": {"decision": "accept", "reason": "too small"}},
        [{"requirement": "B-no", "decision": " accept ", "reason": "too small"}],
        frame,
    ],
    ids=["pairs", "dicts", "rows", "frame"],
)
def test_decisions_come_in_any_form(report, decisions):
    statement = report.applicability(decisions() if callable(decisions) else decisions)
    found = {row.requirement: (row.decision, row.decision_reason) for row in statement}
    assert found["B-no"] == ("accept", "too small") and found["A-yes"] == found["C-part"] == (None, None)
    assert "accept (too small)" in statement.to_text() and "too small" in statement.to_html()
    assert statement.in_language("fr").decisions == statement.decisions


def test_an_earlier_id_is_the_requirement_and_a_wrong_one_is_told(report):
    assert report.applicability({"C-old": "do it"})["decision"][2] == "do it"
    with pytest.raises(brecha.UnknownNameError, match="B-no"):
        report.applicability({"B-nn": "x"})
    with pytest.raises(brecha.BrechaError, match="two different"):
        report.applicability([{"requirement": "B-no", "decision": "a"}, {"requirement": "B-no", "decision": "b"}])
    with pytest.raises(brecha.BrechaError, match="columns"):
        report.applicability([{"id": "B-no"}])
    with pytest.raises(TypeError, match="decisions"):
        report.applicability(3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_speaks_four_languages(report, language, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    statement = report.in_language(language).applicability({"B-no": ("=1+1", None)})
    statement.to_excel(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert "=1+1" in cells and sheet.freeze_panes == "A6"
    yellow = {cell.column for row in sheet.iter_rows(min_row=6) for cell in row if cell.fill.fgColor.rgb == "FFFFF8D6"}
    assert yellow == {6, 7}  # decision and its reason
    assert all(any(info.id == cell for cell in cells) for info in report.ruleset.requirements())
    shown = (
        " ".join(cells)
        + statement.to_text()
        + re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", statement.to_html(), flags=re.DOTALL)
    )
    if language != "en":
        assert not re.search(r"\b(applies|as a whole|its condition|decided|[Ss]tatement of)\b", shown)


def test_applicability_as_a_command(plan_file, small_folder, brecha_command, tmp_path):
    pytest.importorskip("xlsxwriter")
    (tmp_path / "decisions.csv").write_text("requirement,decision,reason\nR-02,accept,they are few\n", encoding="utf-8")
    arguments = ("applicability", small_folder, plan_file, "--as-of", "2026-01-15", "--decisions", tmp_path / "decisions.csv")
    status, shown, _ = brecha_command(*arguments, "--format", "csv")
    assert status == 0
    rows = {row["requirement"]: row for row in csv.DictReader(io.StringIO(shown))}
    assert (rows["R-02"]["decision"], rows["R-02"]["decision_reason"]) == ("accept", "they are few")
    for ending, content in (("xlsx", b"PK"), ("html", b"<!DOCTYPE")):
        assert brecha_command(*arguments, "--output", tmp_path / f"a.{ending}")[0] == 0
        assert (tmp_path / f"a.{ending}").read_bytes().startswith(content)
    status, _, errors = brecha_command("applicability", small_folder, plan_file, "--decisions", tmp_path / "nothing.csv")
    assert status == 2 and "nothing.csv" in errors
