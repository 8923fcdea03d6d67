"""Since when a fact counts: what rules and whoever assesses leave behind, and what reports say of the age of statements."""

import csv
import datetime
import io
import json

import pytest

import brecha
from brecha.command_line import main

RULES = """
vocabulary ageing_plan 1 {
  title "What was so"
  enum Stage = drafted en "drafted" es "redactado" < approved en "approved" es "aprobado"
  entity Plan root {
    stage    Stage           ask en "At which stage is the plan?" es "¿En qué etapa está el plan?" pt "Em que fase está o plano?" fr "Où en est le plan ?"
    budget   number
    agencies list of Agency  ask en "Which agencies take part?" es "¿Qué entidades participan?"
    topics   list of text
  }
  entity Agency key id { id text  name text  officers integer ask en "How many officers?" es "¿Cuántos oficiales?" }
}
ruleset ageing 1 {
  title en "Ageing" es "Lo que envejece" uses ageing_plan 1 source S { title "s" standing law }
  requirement STAGE { title "s" shall source S "1" require plan.stage >= approved gap "It is not approved." }
  requirement STAFF { title "t" shall source S "2" each a in plan.agencies allow empty require a.officers >= 5 gap "{a.name} has too few." }
  requirement BOTH { title "b" shall source S "3" require .a plan.stage >= approved require .b plan.budget >= 100 }
  requirement TOPIC { title "c" shall source S "4" require plan.topics contains "fire" }
}
"""
PLAN = {
    "stage": "drafted",
    "budget": 100,
    "agencies": [{"id": "port", "name": "Port", "officers": 9}, {"id": "city", "name": "City", "officers": 2}],
    "topics": ["fire"],
    "evidence": {
        "stage": {"as_of": "2019-05", "document": "newspaper A", "on": "2025-11-30"},
        "budget": {"as_of": "2025-06-30"},
        "agencies/city": {"as_of": "2022"},
    },
}


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture(scope="module")
def report(rules):
    return rules.assess(PLAN, "2026-01-15")


def missing(report):
    return {(row.requirement, row.place): (row.why, row.value, row.question) for row in report.missing}


def test_without_facts_since_everything_counts(report):
    assert report.facts_since is None
    assert [report[name].verdict for name in ("STAGE", "STAFF", "BOTH", "TOPIC")] == ["not_met", "partly_met", "partly_met", "met"]


@pytest.mark.parametrize(
    ("since", "verdict"), [("2019-05-31", "not_met"), ("2019-06-01", "unknown"), (datetime.date(2030, 1, 1), "unknown")]
)
def test_a_statement_of_an_earlier_day_counts_as_missing(rules, since, verdict):
    report = rules.assess(PLAN, "2026-01-15", facts_since=since)
    assert report["STAGE"].verdict == verdict
    assert str(report.facts_since) == str(since)
    assert report["TOPIC"].verdict == "met"  # nothing says of when it is


def test_the_question_is_whether_it_is_still_so(rules):
    report = rules.assess(PLAN, "2026-01-15", facts_since="2024-01-01")
    found = missing(report)
    assert found["STAGE", "stage"] == ("outdated", "drafted", "Is this still so? At which stage is the plan? (2019-05: drafted)")
    assert found["STAFF", "agencies/city/officers"] == ("outdated", "2", "Is this still so? City: How many officers? (2022: 2)")
    assert report["STAFF"].findings[0].message == "Is this still so? City: How many officers? (2022: 2)"
    asked = [question.question for question in report.in_language("es").questions()]
    assert "¿Sigue siendo así? ¿En qué etapa está el plan? (2019-05: redactado)" in asked
    assert missing(report.in_language("pt"))["STAGE", "stage"][2].startswith("Isto ainda é assim? Em que fase está o plano?")
    assert missing(report.in_language("fr"))["STAGE", "stage"][2].startswith("Est-ce toujours le cas ? Où en est le plan ?")


def test_an_outdated_list_is_asked_for_with_how_many_it_had(rules):
    plan = {**PLAN, "evidence": {"agencies": {"as_of": "2022"}, "topics": {"none": True, "as_of": "2019"}}}
    found = missing(rules.assess(plan, "2026-01-15", facts_since="2024-01-01"))
    assert found["STAFF", "agencies"] == ("outdated", "2", "Is this still so? Which agencies take part? (2022: 2)")
    plan = {"evidence": {"topics": {"none": True, "as_of": "2019"}, "budget": {"none": True, "as_of": "2019"}}}
    found = missing(rules.assess(plan, "2026-01-15", facts_since="2024-01-01"))
    assert found["TOPIC", "topics[fire]"][:2] == ("outdated", "0")
    assert found["BOTH", "budget"][:2] == ("outdated", "there is none")


def test_places_where_the_same_has_stood_since_the_same_day_are_one_question(rules):
    plan = {
        "agencies": [{"id": name, "officers": 2} for name in ("a", "b")] + [{"id": "c", "officers": 3}],
        "evidence": {f"agencies/{name}": {"as_of": "2019"} for name in "abc"},
    }
    questions = rules.assess(plan, "2026-01-15", facts_since="2024-01-01").questions()
    places = [
        question.places for question in questions if "agencies/a/officers" in question.places or "agencies/c/officers" in question.places
    ]
    assert sorted(places) == [("agencies/a/officers", "agencies/b/officers"), ("agencies/c/officers",)]


def test_findings_say_of_when_their_statements_are(report):
    days = {(row.requirement, row.subject): (row.oldest, row.newest) for row in report.findings}
    may_2019, year_2022, june_2025 = datetime.date(2019, 5, 31), datetime.date(2022, 12, 31), datetime.date(2025, 6, 30)
    assert days["STAGE", None] == (may_2019, may_2019)
    assert days["BOTH", None] == (may_2019, june_2025)
    assert days["STAFF", "agencies/port"] == (None, None)
    assert days["STAFF", "agencies/city"] == (year_2022, year_2022)
    assert days["TOPIC", None] == (None, None)
    assert {(row.part, row.oldest) for row in report["BOTH"].parts} == {(".a", may_2019), (".b", june_2025)}
    assert report["STAGE"].gaps[0].oldest == may_2019
    used = report["STAGE"].evidence[0]
    assert (used.dated, used.fact_as_of) == (datetime.date(2025, 11, 30), may_2019)


def test_data_frames_and_json_have_the_days(rules, report):
    pandas = pytest.importorskip("pandas")
    frame = report.findings.to_pandas().set_index("requirement")
    assert pandas.Timestamp(frame.loc["STAGE", "oldest"]) == pandas.Timestamp(2019, 5, 31)
    content = json.loads(rules.assess(PLAN, "2026-01-15", facts_since="2019-01-01").to_json())
    assert list(content)[4:6] == ["as_of", "facts_since"]
    assert content["facts_since"] == "2019-01-01"
    finding = content["requirements"][0]["findings"][0]
    assert (finding["oldest"], finding["newest"]) == ("2019-05-31", "2019-05-31")
    assert report.to_dict()["facts_since"] is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("rests on what was so on 2019-05-31", "more than a year old", "facts since 2019-01-01")),
        ("es", ("se apoya en lo que era así el 2019-05-31", "de hace más de un año", "hechos desde el 2019-01-01")),
        ("pt", ("apoia-se no que era assim em 2019-05-31", "de há mais de um ano", "fatos desde 2019-01-01")),
        ("fr", ("repose sur ce qui était le cas le 2019-05-31", "de plus d'un an", "faits depuis le 2019-01-01")),
    ],
)
def test_reports_name_the_oldest_where_it_lies_more_than_a_year_back(rules, language, words):
    report = rules.assess(PLAN, "2026-01-15", language=language, facts_since="2019-01-01")
    text = " ".join(report.to_text(width=200).split())
    page = report.to_html().replace("&#x27;", "'")
    for word in words:
        assert word in text
        assert word in page
    assert "STAFF (2022-12-31)" in text
    assert "BOTH (2019-05-31)" in text


def test_within_a_year_nothing_is_said_of_it(rules):
    young = {"budget": 10, "stage": "drafted", "evidence": {"": {"as_of": "2025-01-15"}}}
    assert "more than a year" not in rules.assess(young, "2026-01-15").to_text()
    assert "more than a year" in rules.assess(young, "2026-01-16").to_text()


def test_the_workbook_names_it_too(rules, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    rules.assess(PLAN, "2026-01-15", facts_since="2019-01-01").to_excel(tmp_path / "gaps.xlsx")
    book = openpyxl.load_workbook(tmp_path / "gaps.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("rests on what was so on 2019-05-31" in cell for cell in cells)
    assert any("facts since 2019-01-01" in cell for cell in cells)


def notes(plan, rules, as_of=None):
    remarks = rules.assess(plan, as_of).notes if as_of else rules.read_plan(plan).notes
    return [(note.code, note.place, note.pointer, note.message) for note in remarks]


def test_days_that_do_not_go_together_are_told(rules):
    read_before = {"budget": 5, "evidence": {"budget": {"as_of": "2025-06", "on": "2025-05-31"}}}
    assert [note[:3] for note in notes(read_before, rules)] == [("P405", "budget", "/evidence/budget/as_of")]
    assert notes({"budget": 5, "evidence": {"": {"on": "2025-06-30"}, "budget": {"as_of": "2025-06"}}}, rules) == []
    later = {"budget": 5, "evidence": {"budget": {"as_of": "2026-02"}}}
    assert notes(later, rules) == []
    assert notes(later, rules, "2026-02-01") == []
    assert notes(later, rules, "2026-01-31")[0][:3] == ("P405", "budget", "/evidence/budget/as_of")
    assert rules.assess(later, "2026-01-31")["BOTH"].verdict == "not_met"  # it counts all the same


@pytest.mark.parametrize(
    ("written", "code"), [("last May", "P202"), ("2025-02-30", "P202"), ("03/04/2018", "P203"), (True, "P201"), ([], "P201")]
)
def test_an_as_of_that_is_no_date_is_told_at_its_place_and_counts_as_none(rules, written, code):
    plan = {"stage": "drafted", "evidence": {"stage": {"as_of": written}}}
    report = rules.assess(plan, "2026-01-15", facts_since="2025-01-01")
    assert [(note.code, note.place, note.pointer) for note in report.notes] == [(code, "stage", "/evidence/stage/as_of")]
    assert report["STAGE"].verdict == "not_met"


def test_yaml_has_it_and_bounds_count_by_their_end(rules, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("stage: drafted\nevidence:\n  stage: {as_of: 2019-05-17}\n", encoding="utf-8")
    assert rules.assess(path, "2026-01-15", facts_since="2019-05-17")["STAGE"].verdict == "not_met"
    assert rules.assess(path, "2026-01-15", facts_since="2019-05-18")["STAGE"].verdict == "unknown"
    dated = {"stage": "drafted", "evidence": {"stage": {"as_of": datetime.date(2019, 5, 17)}}}
    assert rules.assess(dated, "2026-01-15", facts_since="2019-05-18")["STAGE"].verdict == "unknown"


def test_many_plans_each_by_its_own_days(rules):
    young = {**PLAN, "evidence": {}}
    batch = rules.assess_all([young, PLAN, young], "2026-01-15", facts_since="2024-01-01")
    assert [one["STAGE"].verdict for one in batch] == ["not_met", "unknown", "not_met"]
    texts = [json.dumps(plan) for plan in (young, PLAN, young)]
    table = rules.verdicts(texts, "2026-01-15", facts_since="2024-01-01")
    assert table["STAGE"] == ["not_met", "unknown", "not_met"]
    assert rules.verdicts(texts, "2026-01-15")["STAGE"] == ["not_met"] * 3


def test_an_assessment_is_another_by_the_day_since_when_facts_count(rules, report):
    import pickle

    since = rules.assess(PLAN, "2026-01-15", facts_since="2024-01-01")
    assert since.hash != report.hash
    again = pickle.loads(pickle.dumps(since))
    assert again.hash == since.hash
    assert again.facts_since == datetime.date(2024, 1, 1)


def test_the_command_line(tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    words = [str(tmp_path / "rules.brecha"), str(tmp_path / "plan.json"), "--as-of", "2026-01-15", "--facts-since", "2024-01-01"]
    assert main(["assess", *words, "--format", "csv", "--fail-on", "none"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["requirement"]: row["verdict"] for row in rows}["STAGE"] == "unknown"
    assert main(["why", words[0], words[1], "STAGE", *words[2:]]) == 0
    assert "outdated" in capsys.readouterr().out
    assert main(["assess", *words[:-1], "2024-13-01"]) == 2
    assert "2024-13-01" in capsys.readouterr().err


def test_a_date_that_is_none_is_refused(rules):
    with pytest.raises(brecha.BrechaError, match="2024-02-30"):
        rules.assess(PLAN, "2026-01-15", facts_since="2024-02-30")
    with pytest.raises(TypeError, match="facts_since"):
        rules.assess(PLAN, "2026-01-15", facts_since=2024)


def test_facts_last_needs_days(tmp_path):
    def told(line):
        with pytest.raises(brecha.RulesetError) as error:
            brecha.compile(RULES.replace("source S {", f"{line} source S {{"))
        return [(one.code, one.line) for one in error.value.diagnostics]

    assert told("facts last 3 years")[0][0] == "B303"  # months and years need month_end
    assert told("facts last 36 hours")[0][0] == "B316"
    assert told("month_end last_day facts last 1 year facts last 2 years")[0][0] == "B211"
    assert told("facts last 10 working days")[0][0] == "B316"
