"""What is in force on the day of an assessment, as every face shows it; quotes that the text of a source no longer has."""

from __future__ import annotations

import datetime
import json

import pytest

import brecha

VOCABULARY = """vocabulary port_plan 1 {
  entity Plan root { officers integer  fenced yes_no }
}
"""
CODE = """ruleset code 1.0 {
  title en "A code" es "Un código" pt "Um código" fr "Un code"
  uses port_plan 1
  in force from 2010-01-01 until 2024-12-31
  source CODE { title en "A code" es "Un código" pt "Um código" fr "Un code" standing treaty }
  parameter officers_needed = 1, 3 from 2024-07-01
  requirement O-1 {
    title en "Officers" es "Oficiales" pt "Oficiais" fr "Agents"
    shall
    source CODE "3"
    require plan.officers >= officers_needed
  }
}
ruleset law 1.0 {
  title en "A law" es "Una ley" pt "Uma lei" fr "Une loi"
  extends code 1
  source LAW { title en "A law" es "Una ley" pt "Uma lei" fr "Une loi" standing law }
  requirement L-1 {
    title en "A fence" es "Una cerca" pt "Uma cerca" fr "Une clôture"
    shall
    in force from 2024-07-01
    source LAW "4"
    require plan.fenced
  }
}
"""
PROTOCOL = """vocabulary calls 1 {
  entity Plan root { procedures list of Procedure }
  entity Procedure key id { id text  steps list of Step }
  entity Step key id { id text  does list of text }
}
ruleset calling 1 {
  title en "Calling"
  uses calls 1
  source LAW { title en "A law" }
  protocol P-1 {
    title en "A call"
    shall
    in force from 2024-07-01
    source LAW "4"
    answered by p in plan.procedures
    step call
  }
}
"""
PLAN = {"officers": 2, "fenced": False}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    (folder / "rules.brecha").write_text(VOCABULARY + CODE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def law(folder):
    return brecha.load(folder, ruleset="law")


def test_the_days_of_requirements_and_layers(law):
    assert law.in_force == [(datetime.date(2010, 1, 1), datetime.date(2024, 12, 31)), (None, None)]
    days = {info.id: (info.in_force_from, info.in_force_until) for info in law.requirements()}
    assert days == {"O-1": law.in_force[0], "L-1": (datetime.date(2024, 7, 1), None)}


def test_an_assessment_asks_for_what_was_in_force(law):
    verdicts = {
        day: [(one.requirement, one.verdict, one.reason) for one in law.assess(PLAN, as_of=day).findings]
        for day in ("2024-06-30", "2024-07-01", "2025-01-01")
    }
    assert verdicts == {
        "2024-06-30": [("O-1", "met", "holds"), ("L-1", "not_applicable", "not_in_force")],
        "2024-07-01": [("O-1", "not_met", "contradicted"), ("L-1", "not_met", "contradicted")],
        "2025-01-01": [("O-1", "not_applicable", "not_in_force"), ("L-1", "not_met", "contradicted")],
    }


@pytest.mark.parametrize(
    ("language", "period"),
    [
        ("en", "in force from 2024-07-01"),
        ("es", "en vigor desde el 2024-07-01"),
        ("pt", "em vigor a partir de 2024-07-01"),
        ("fr", "en vigueur à compter du 2024-07-01"),
    ],
)
def test_why_names_the_days(law, language, period):
    assert period in str(law.assess(PLAN, as_of="2024-06-30", language=language)["L-1"].why())


def test_brecha_rules_names_the_days(folder, brecha_command):
    assert "      in force from 2024-07-01\n" in brecha_command("rules", folder, "--ruleset", "law")[1]
    assert "\nen vigueur du 2010-01-01 au 2024-12-31\n" in brecha_command("rules", folder, "--ruleset", "code", "--language", "fr")[1]


def test_json_has_the_days(law):
    told = json.loads(law.assess(PLAN, as_of="2025-01-01").to_json())
    assert told["parameters"] == {"officers_needed": "3"}
    assert told["in_force"] == {
        "rulesets": [{"name": "code", "version": "1.0", "from": "2010-01-01", "until": "2024-12-31", "on_the_day": False}],
        "parameters": {"officers_needed": {"from": "2024-07-01", "until": None}},
    }
    assert [one.get("in_force") for one in told["requirements"]] == [
        {"from": "2010-01-01", "until": "2024-12-31"},
        {"from": "2024-07-01", "until": None},
    ]


def test_who_sets_a_parameter_sets_it_for_every_day(law):
    report = law.assess(PLAN, as_of="2010-01-01", parameters={"officers_needed": 3})
    assert (report["O-1"].verdict, report.parameters_in_force) == ("not_met", {})


@pytest.mark.parametrize("face", ["text", "html", "markdown", "excel"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "code 1.0 is not in force on 2025-01-01 (in force from 2010-01-01 until 2024-12-31)"),
        ("es", "code 1.0 no está en vigor el 2025-01-01 (en vigor desde el 2010-01-01 hasta el 2024-12-31)"),
        ("pt", "code 1.0 não está em vigor em 2025-01-01 (em vigor de 2010-01-01 até 2024-12-31)"),
        ("fr", "code 1.0 n'est pas en vigueur le 2025-01-01 (en vigueur du 2010-01-01 au 2024-12-31)"),
    ],
)
def test_every_report_says_what_is_not_in_force(law, tmp_path, face, language, sentence):
    report = law.assess(PLAN, as_of="2025-01-01", language=language)
    if face == "excel":
        openpyxl = pytest.importorskip("openpyxl")
        report.to_excel(tmp_path / "report.xlsx")
        sheets = openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets
        shown = " ".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    else:
        shown = {"text": report.to_text, "html": report.to_html, "markdown": report.to_markdown}[face]()
    shown = " ".join(shown.replace("&#x27;", "'").replace("\\(", "(").replace("\\)", ")").replace("\\-", "-").split())
    assert sentence in shown
    assert "officers_needed = 3" in shown.replace("\\_", "_")


def test_a_dated_set_holds_from_its_day(tmp_path):
    rules = VOCABULARY + CODE.replace(
        "  requirement L-1",
        '  set officers_needed = 2 from 2024-08-01 because en "So" es "Así" pt "Assim" fr "Ainsi" source LAW "1"\n  requirement L-1',
    )
    (tmp_path / "rules.brecha").write_text(rules, encoding="utf-8")
    law = brecha.load(tmp_path, ruleset="law")
    values = {day: law.assess(PLAN, as_of=day).parameters for day in ("2024-06-30", "2024-07-31", "2024-08-01")}
    assert [one["officers_needed"] for one in values.values()] == ["1", "3", "2"]
    (change,) = (one for one in law.diff("code") if one.change == "set")
    assert (change.old, change.new) == ("1, 3 from 2024-07-01", "1, 3 from 2024-07-01, 2 from 2024-08-01")


QUOTING = """ruleset quoting 1 {
  title en "Quoting"
  uses port_plan 1
  source LAW { title en "A law" text "law.txt" }
  requirement Q-1 {
    title en "A fence"
    shall
    source LAW "4" quote en "The port … shall keep a “good” fence"
    require plan.fenced
  }
}
"""


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ('Article 4\nThe port of any State shall\n  keep a "good" fence around it.\n', False),
        ('Article 4\nThe port of any State shall keep a "good" wall around it.\n', True),
        ('shall keep a "good" fence. The port', True),
    ],
)
def test_quoted_words_that_the_source_does_not_have_are_stale(tmp_path, text, stale):
    (tmp_path / "rules.brecha").write_text(VOCABULARY + QUOTING, encoding="utf-8")
    (tmp_path / "law.txt").write_text(text, encoding="utf-8")
    rules = brecha.load(tmp_path)
    assert ("B218" in [one.code for one in rules.diagnostics]) == stale
    report = rules.assess(PLAN, as_of="2025-01-01")
    assert [one.stale for one in report.findings] == [stale]
    assert [one.stale for one in report.gaps] == [stale]


def test_the_text_of_a_source_is_part_of_the_hash(tmp_path):
    (tmp_path / "rules.brecha").write_text(VOCABULARY + QUOTING, encoding="utf-8")
    hashes = set()
    for text in ("one", "another"):
        (tmp_path / "law.txt").write_text(text, encoding="utf-8")
        hashes.add(brecha.load(tmp_path).sha256)
    assert len(hashes) == 2


def test_a_text_that_is_not_there_is_an_error(tmp_path):
    (tmp_path / "rules.brecha").write_text(VOCABULARY + QUOTING, encoding="utf-8")
    with pytest.raises(brecha.RulesetError) as refused:
        brecha.load(tmp_path)
    assert [one.code for one in refused.value.diagnostics] == ["B333"]


def test_a_protocol_has_its_days(tmp_path):
    (tmp_path / "rules.brecha").write_text(PROTOCOL, encoding="utf-8")
    rules = brecha.load(tmp_path)
    plan = {"procedures": [{"id": "call", "steps": []}]}
    reasons = {day: rules.assess(plan, as_of=day).findings[0].reason for day in ("2024-06-30", "2024-07-01")}
    assert reasons == {"2024-06-30": "not_in_force", "2024-07-01": "contradicted"}


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("es", "en vigor desde el 2010-01-01 hasta el 2024-12-31", "1, 3 desde el 2024-07-01"),
        ("pt", "em vigor a partir de 2010-01-01 até ao 2024-12-31", "1, 3 a partir de 2024-07-01"),
        ("fr", "en vigueur à compter du 2010-01-01 jusqu'au 2024-12-31", "1, 3 à compter du 2024-07-01"),
    ],
)
def test_it_is_written_in_every_language(folder, tmp_path, brecha_command, language, line, value):
    file = tmp_path / "rules.brecha"
    file.write_text(VOCABULARY + CODE, encoding="utf-8")
    brecha_command("fmt", file, "--language", language)
    written = file.read_text(encoding="utf-8")
    assert line in written and value in written
    assert brecha.load(tmp_path, ruleset="law").sha256 == brecha.load(folder, ruleset="law").sha256
