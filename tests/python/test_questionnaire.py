"""Forms go out, are answered as people answer, and come back: nothing is lost, nothing is taken silently."""

import datetime
import json
import os
import random
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import brecha
from brecha.plan_edits import PlanEdits
from brecha.asking.plan_file import content_of
from brecha.questionnaire.filling import filled
from brecha.questionnaire.layout import Layout
from brecha.questionnaire.reading import read_form

LANGUAGES = ("en", "es", "pt", "fr")
RULES = """
vocabulary safety 1.0 {
  title en "Safety" es "Seguridad"
  unit dollars
  enum Sector = public en "public" es "público", private en "private, for profit" es "privado, con fines de lucro"
  enum Kind = risk_assessment en "risk assessment" es "evaluación de riesgos", meeting en "meeting" es "reunión"
  entity Plan root {
    title text
    country country ask en "Which country?" es "¿Qué país?"
    topics list of Kind ask en "Which topics?" es "¿Qué temas?"
    budget number in dollars ask en "How much money?" es "¿Cuánto dinero?"
    covered percent ask en "Which share is covered?" es "¿Qué parte está cubierta?"
    approved_on date ask en "When was it approved?" es "¿Cuándo se aprobó?"
    lead ref Agency ask en "Who leads?" es "¿Quién dirige?"
    agencies list of Agency ask en "Which agencies?" es "¿Qué entidades?"
    activities list of Activity ask en "Which activities?" es "¿Qué actividades?"
  }
  entity Agency key id {
    id text
    name text
    sector Sector ask en "Public or private?" es "¿Pública o privada?"
    staff integer ask en "How many people?" es "¿Cuántas personas?"
    armed yes_no ask en "Is it armed?" es "¿Está armada?"
    posts list of Post ask en "Which posts?" es "¿Qué puestos?"
  }
  entity Post key id { id text hours duration ask en "How long a shift?" es "¿Cuánto dura un turno?" }
  entity Activity key id {
    id text
    kind Kind ask en "What kind?" es "¿De qué tipo?"
    held_on date ask en "When?" es "¿Cuándo?"
    by list of ref Agency ask en "Who took part?" es "¿Quiénes participaron?"
  }
}
ruleset safety_rules 1.0.0 {
  title en "Safety rules" es "Reglas de seguridad"
  uses safety 1
  source S { title "Made up" }
  requirement S-1 { title "led" shall source S "1" require plan.lead is given and plan.approved_on is given and plan.country is given }
  requirement S-2 { title "assessed" shall source S "2" require some a in plan.activities : a.kind = risk_assessment }
  requirement S-3 { title "staffed" shall source S "3" each g in plan.agencies where g.sector = public require g.staff >= 2 }
  requirement S-4 { title "unarmed" shall source S "4" each g in plan.agencies require g.armed = no }
  requirement S-5 { title "shifts" shall source S "5" each g in plan.agencies require every p in g.posts : p.hours <= 12 hours }
  requirement S-6 { title "money" shall source S "6" require plan.budget >= 1000 dollars and plan.covered >= 50 % and plan.topics contains risk_assessment }
  requirement S-7 { title "recent" shall source S "7" require some a in plan.activities : a.held_on is given and a.by is given }
}
"""
PLAN = {
    "title": "Made up",
    "country": "CR",
    "topics": ["meeting"],
    "budget": 1500.5,
    "covered": "62.5%",
    "approved_on": "2024-05",
    "agencies": [
        {"id": "port", "name": "Port; authority", "sector": "public", "staff": {"from": 81}, "posts": [{"id": "gate", "hours": "8 hours"}]},
        {"id": "club", "sector": "private", "armed": False},
    ],
    "activities": [{"id": "m1", "kind": "meeting", "held_on": "2024-03-01", "by": ["port", "club"], "unknown": 7}],
    "evidence": {
        "": {"document": "press", "read": "part"},
        "agencies/club": {"document": "Register", "page": "3"},
        "agencies/club/staff": {"why": "not_known", "note": "they never counted"},
        "lead": {"none": True},
    },
}


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture
def plan(rules):
    return rules.read_plan(json.loads(json.dumps(PLAN)), name="made-up.json")


def answer(path, answers, to=None):
    """Types into a form: {("Plan", place or key): {column: value}}; columns by their codes or by part of them."""
    book = openpyxl.load_workbook(path)
    for (title, key), cells in answers.items():
        sheet = book[title]
        codes = {cell.value: cell.column for cell in sheet[1] if cell.value}
        first = next(code for code in codes if code == "place" or "#" in code)
        keys = [column for code, column in codes.items() if code == first or "#" in code]
        row = next((row for row in range(7, sheet.max_row + 1) if key in [sheet.cell(row, at).value for at in keys]), None)
        if row is None:  # a new one
            row = next(row for row in range(7, sheet.max_row + 2) if all(sheet.cell(row, at).value is None for at in keys))
            sheet.cell(row, keys[-1]).value = key
        for code, value in cells.items():
            column = codes.get(code) or next(at for name, at in codes.items() if name.endswith(code))
            sheet.cell(row, column).value = value
    book.save(to or path)
    return to or path


def form_of(rules, tmp_path, plan=None, **asked):
    path = tmp_path / f"form-{len(list(tmp_path.iterdir()))}.xlsx"
    rules.questionnaire(path, plan, as_of="2026-01-15", **asked)
    return path


def evidence(plan, place):
    return plan.content()["evidence"].get(place, {})


# --- nothing is lost ---


SAMPLES = [f"{sample.ruleset}/{sample.name}" for sample in brecha.samples()]
QUICK = ["tourism_security/dominican-republic", "port_facility/helsingborg"]  # BRECHA_ALL=1 in the environment takes all of them


@pytest.mark.parametrize("name", SAMPLES if os.environ.get("BRECHA_ALL") else QUICK)
def test_a_sample_comes_back_as_it_went_out(name, tmp_path):
    sample = brecha.sample(name)
    rules = brecha.load(sample.ruleset)
    plan = rules.read_plan(sample)
    back = rules.read_plan(form_of(rules, tmp_path, plan, language="es"))
    assert back.remarks == ()
    assert back.content() == plan.content()
    before, after = (rules.assess(one, "2026-01-15") for one in (plan, back))
    assert before.findings["verdict"] == after.findings["verdict"] and before.missing["place"] == after.missing["place"]


@pytest.mark.parametrize(
    "name", ["tourism_security/made-up-complete", "port_facility/made-up-complete"][not os.environ.get("BRECHA_ALL") :]
)
def test_every_cell_reads_back_as_the_value_that_it_shows(name, tmp_path):
    """Of a plan without its values, filled with what the cells show: the verdicts are those of the plan."""
    sample = brecha.sample(name)
    rules = brecha.load(sample.ruleset)
    plan = rules.read_plan(sample)
    path = form_of(rules, tmp_path, plan, language="es")
    forget_what_was_written(path)
    data, remarks = filled(stripped(rules, content_of(plan)), PlanEdits(rules.vocabulary().entities), read_form(path, rules).statements)
    assert remarks == []
    none = {place: {"none": True} for place, known in data["evidence"].items() if known.get("none")}  # how it was read is no cell of a form
    data |= {"evidence": none | plan.content()["evidence"], "judgements": plan.content().get("judgements", [])}
    before, after = rules.assess(plan, "2026-01-15"), rules.assess(json.loads(json.dumps(data)), "2026-01-15")
    assert before.findings["verdict"] == after.findings["verdict"]


def forget_what_was_written(path):
    """As if the form had been written without a plan: every cell that says something is an answer."""
    from brecha.questionnaire.writing import About

    book = openpyxl.load_workbook(path)
    hidden = book["brecha"]
    given = {row[0].value: row[1].value or "" for row in hidden.iter_rows()}
    made_of = About(*(given[word] for word in About._fields[:-1]), "{}")
    hidden.delete_rows(1, hidden.max_row)
    for name, value in [("format", "1"), *zip(About._fields, made_of), ("hash", made_of.hash)]:
        hidden.append([name, value])
    book.save(path)


def stripped(rules, data):
    """A plan without what a form asks."""
    read = {field.name for field in next(entity for entity in rules.vocabulary().entities if entity.root).fields if field.read_by_rules}
    return {name: value for name, value in data.items() if name not in read}


def test_what_nobody_changed_stays_to_the_last_letter(rules, plan, tmp_path):
    for asked in ({"only": "open", "top": 3}, {"only": "open"}, {}):
        back = plan.filled(form_of(rules, tmp_path, plan, language="pt", **asked))
        assert back.content() == plan.content() and back.remarks == ()


def test_a_form_of_open_questions_holds_of_the_plan_what_it_shows(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan, only="open", top=1)
    said = "".join(str(cell.value) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    assert "press" not in said and "they never counted" not in said and "1500" not in said


# --- answers ---


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        (
            "en",
            {
                "country": "Belize",
                "budget": "2,500.25",
                "covered": "12.5 %",
                "approved_on": "May 17, 2024",
                "yes": "yes",
                "public": "public",
            },
        ),
        (
            "es",
            {
                "country": "Belice",
                "budget": "2500,25",
                "covered": "12,5%",
                "approved_on": "17 de mayo de 2024",
                "yes": "sí",
                "public": "Público",
            },
        ),
        (
            "pt",
            {
                "country": "bz",
                "budget": "2.500,25",
                "covered": 0.125,
                "approved_on": datetime.datetime(2024, 5, 17),
                "yes": "Sim",
                "public": "public",
            },
        ),
        (
            "fr",
            {
                "country": "BZ",
                "budget": 2500.25,
                "covered": 0.125,
                "approved_on": datetime.date(2024, 5, 17),
                "yes": "OUI",
                "public": "public",
            },
        ),
    ],
)
def test_answers_are_read_as_people_type_them(rules, tmp_path, language, typed):
    path = form_of(rules, tmp_path, language=language)
    titles = openpyxl.load_workbook(path).sheetnames
    answer(
        path,
        {
            (titles[0], "country"): {
                "answer": typed["country"],
                "document": "Decree 1",
                "page": 3,
                "who": "Ana",
                "on": datetime.datetime(2026, 1, 10),
            },
            (titles[0], "budget"): {"answer": typed["budget"]},
            (titles[0], "covered"): {"answer": typed["covered"]},
            (titles[0], "approved_on"): {"answer": typed["approved_on"]},
            (titles[0], "lead"): {"answer": "coast", "complete": None},
            (titles[1], "coast"): {"sector": typed["public"], "staff": 4, "armed": typed["yes"], "@who": "Luis"},
        },
    )
    plan = rules.read_plan(path)
    assert plan.remarks == () and len(plan.notes) == 0
    content = plan.content()
    assert content["agencies"] == [{"id": "coast", "sector": "public", "staff": 4, "armed": True}]
    assert (content["country"], content["lead"], content["budget"], content["covered"]) == ("BZ", "coast", 2500.25, "12.5%")
    assert content["approved_on"] == "2024-05-17"
    assert evidence(plan, "country") == {"document": "Decree 1", "page": "3", "kind": "document", "who": "Ana", "on": "2026-01-10"}
    assert evidence(plan, "agencies/coast/staff")["who"] == "Luis" and evidence(plan, "agencies/coast/staff")["kind"] == "survey"


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_there_is_no_answer_is_an_answer(rules, plan, tmp_path, language):
    from brecha.questionnaire.words import words

    say = words(language)
    path = form_of(rules, tmp_path, language=language)
    first, agencies, *_ = openpyxl.load_workbook(path).sheetnames
    answer(
        path,
        {
            (first, "country"): {"why": say["withheld"]},
            (first, "budget"): {"why": say["not_known"]},
            (first, "lead"): {"why": say["none"]},
            (first, "covered"): {"answer": say["claimed_not_applicable"]},
            (agencies, "coast"): {"staff": say["not_known"], "posts?complete": say["none"]},
        },
    )
    back = rules.read_plan(path)
    assert back.remarks == () and len(back.notes) == 0
    why = {place: {word: known[word] for word in ("why", "none") if word in known} for place, known in back.content()["evidence"].items()}
    assert why["country"] == {"why": "withheld"} and why["budget"] == {"why": "not_known"} and why["lead"] == {"none": True}
    assert why["covered"] == {"why": "claimed_not_applicable"} and why["agencies/coast/staff"] == {"why": "not_known"}
    assert why["agencies/coast/posts"] == {"none": True}


def test_slices_are_rows_and_lists_are_closed_in_their_heads(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan, language="es")
    book = openpyxl.load_workbook(path)
    rows = [row[0].value for row in book["Plan"].iter_rows(min_row=7)]
    assert "activities[kind=risk_assessment]" in rows
    book["Agency"]["B4"] = 5
    book["Activity"]["B4"] = "Sí"
    book.save(path)
    answer(path, {("Plan", "activities[kind=risk_assessment]"): {"answer": "No"}})
    back = plan.filled(path)
    assert back.remarks == () and evidence(back, "agencies")["size"] == 5 and evidence(back, "activities")["complete"] is True
    assert evidence(back, "activities[kind=risk_assessment]")["none"] is True
    assert rules.assess(back, "2026-01-15")["S-2"].verdict == "not_met"


def test_a_slice_that_is_there_becomes_an_element(rules, plan, tmp_path):
    path = answer(form_of(rules, tmp_path, plan, only="open"), {("Plan", "activities[kind=risk_assessment]"): {"answer": "yes"}})
    back = plan.filled(path)
    assert [one["kind"] for one in back.content()["activities"]] == ["meeting", "risk_assessment"]
    assert rules.assess(back, "2026-01-15")["S-2"].verdict == "met"
    assert back.filled(path).content() == back.content(), "filled twice is filled once"


def test_a_word_of_a_list_that_is_there_keeps_where_it_stands(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan, only="open")
    answer(path, {("Plan", "topics[risk_assessment]"): {"answer": "yes", "document": "Decree 1", "page": 3, "who": "Ana"}})
    back = plan.filled(path)
    assert back.content()["topics"] == ["meeting", "risk_assessment"] and back.remarks == () and len(back.notes) == len(plan.notes)
    assert evidence(back, "topics/[1]") == {"document": "Decree 1", "page": "3", "kind": "document", "who": "Ana"}


def test_a_form_of_open_questions_takes_references_to_what_only_the_plan_has(rules, tmp_path):
    """The form holds one agency, by its key alone; the plan has the other, and its name."""
    known = {"": {"read": "part"}, "agencies": {"complete": True}, "agencies/club/posts": {"none": True}}
    plan = rules.read_plan({**PLAN, "evidence": known})
    path = form_of(rules, tmp_path, plan, only="open")
    held = {row[0].value: row[1].value for row in openpyxl.load_workbook(path)["brecha"].iter_rows()}["plan"]
    assert [one["id"] for one in json.loads(held)["agencies"]] == ["port"]
    for typed, key in (("club", "club"), ("PORT; authority", "port"), ("port", "port")):
        back = plan.filled(answer(path, {("Plan", "lead"): {"answer": typed}}))
        assert back.remarks == () and back.content()["lead"] == key, typed
    remark = plan.filled(answer(path, {("Plan", "lead"): {"answer": "clib"}})).remarks[0]
    assert remark.sentence.word == "typed_not_wanted" and 'did you mean "club"' in remark.message


def test_choices_are_offered_in_the_forms_language_and_none_is_refused(rules, plan, tmp_path):
    book = openpyxl.load_workbook(form_of(rules, tmp_path, plan, language="es"))
    offered = [cell.value for column in book["choices"].iter_cols() for cell in column]
    assert "público" in offered and "privado, con fines de lucro" in offered and "public" not in offered
    lists = [one for sheet in book for one in sheet.data_validations.dataValidation if one.type == "list"]
    assert len(lists) > 10 and not any(one.showErrorMessage for one in lists)


def test_a_number_is_no_choice_where_none_were_numbered(rules, plan, tmp_path):
    """In a terminal 2 is the second that was shown; a form shows no numbers."""
    path = form_of(rules, tmp_path, plan)
    answer(path, {("Plan", "lead"): {"answer": 2}, ("Agencies", "port"): {"sector": "2"}})
    back = plan.filled(path)
    assert back.content() == plan.content()
    assert [remark.sentence.word for remark in back.remarks] == ["typed_not_wanted", "typed_not_wanted"]


# --- what people do to a workbook ---


def test_columns_moved_rows_sorted_and_added_drop_downs_lost(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan)
    book = openpyxl.load_workbook(path)
    generator = random.Random(7)
    for sheet in book.worksheets:
        sheet.data_validations.dataValidation = []
        sheet.auto_filter.ref = None
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
    sheet = book["Agencies"]
    order = list(range(1, sheet.max_column + 1))
    generator.shuffle(order)
    grid = [
        [(sheet.cell(row, column).value, sheet.cell(row, column).number_format) for column in order] for row in range(1, sheet.max_row + 1)
    ]
    head = [cell.value for cell in sheet[4]]  # "is this list complete" stays in its row
    body = grid[6:]
    generator.shuffle(body)
    for row, cells in enumerate(grid[:6] + body, 1):
        for column, (value, form) in enumerate(cells, 1):
            sheet.cell(row, column).value = value
            sheet.cell(row, column).number_format = form
    assert head[0]
    book.save(path)
    assert plan.filled(path).content() == plan.content()
    answer(path, {("Agencies", "club"): {"staff": 12}})
    back = plan.filled(path)
    assert back.remarks == () and back.content()["agencies"][1] == {"id": "club", "sector": "private", "armed": False, "staff": 12}


def test_a_wrong_entry_is_told_at_its_cell(rules, plan, tmp_path):
    path = answer(
        form_of(rules, tmp_path, plan),
        {
            ("Agencies", "port"): {"armed": "perhaps"},
            ("Plan", "approved_on"): {"answer": "03/04/2018"},
            ("Plan", "country"): {"answer": None},
            ("Plan", "covered"): {"why": "because"},
        },
    )
    back = plan.filled(path)
    assert back.content() == plan.content(), "nothing of it is taken"
    cells = {remark.cell: remark for remark in back.remarks}
    assert {cell.partition("!")[0] for cell in cells} == {"Agencies", "Plan"} and len(cells) == 4
    sheet = openpyxl.load_workbook(path)["Agencies"]
    (armed,) = [cell for cell in cells if cell.startswith("Agencies!")]
    assert sheet[armed.partition("!")[2]].value == "perhaps" and "perhaps" in cells[armed].message
    assert armed in repr(back) and cells[armed].place == "agencies/port/armed"
    for language in LANGUAGES:
        assert all(remark.in_language(language) for remark in back.remarks)


def test_a_changed_key_and_a_place_twice_are_never_taken(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan)
    book = openpyxl.load_workbook(path)
    agencies, first = book["Agencies"], book["Plan"]
    row = next(row for row in range(7, 20) if agencies.cell(row, 1).value == "club")
    agencies.cell(row, 1).value = "yacht"
    place = next(row for row in range(7, 40) if first.cell(row, 1).value == "budget")
    first.append([first.cell(place, column).value for column in range(1, 13)])
    first.cell(first.max_row, 4).value = 99
    book.save(path)
    back = plan.filled(path)
    assert back.content() == plan.content()
    said = sorted((remark.cell, remark.sentence.word) for remark in back.remarks)
    assert said == [(f"Agencies!A{row}", "form_key_changed"), (f"Plan!A{first.max_row}", "form_place_twice")]


def test_a_row_that_was_copied_is_a_new_one(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan)
    book = openpyxl.load_workbook(path)
    sheet = book["Agencies"]
    for column in range(1, sheet.max_column + 1):
        sheet.cell(9, column).value = sheet.cell(7, column).value
    sheet["A9"] = "port2"
    book.save(path)
    back = plan.filled(path)
    assert [one["id"] for one in back.content()["agencies"]] == ["port", "club", "port2"] and back.remarks == ()


def test_a_form_of_another_vocabulary_or_of_nothing_is_refused(rules, tmp_path):
    path = form_of(rules, tmp_path)
    with pytest.raises(brecha.PlanError, match="safety 1.0.*tourism"):
        brecha.load("tourism_security").read_plan(path)
    later = brecha.compile(RULES.replace("safety 1.0 {", "safety 1.1 {"))
    assert [remark.sentence.word for remark in later.read_plan(path).remarks] == ["form_of_other_version"]
    book = openpyxl.load_workbook(path)
    book["brecha"]["B2"] = "tourism"
    book.save(tmp_path / "changed.xlsx")
    with pytest.raises(brecha.PlanError, match="hidden sheet was changed"):
        rules.read_plan(tmp_path / "changed.xlsx")
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(brecha.PlanError, match="is no questionnaire"):
        rules.read_plan(tmp_path / "other.xlsx")
    (tmp_path / "text.xlsx").write_text("no workbook", encoding="utf-8")
    with pytest.raises(brecha.PlanError, match="no workbook"):
        rules.read_plan(tmp_path / "text.xlsx")


# --- several respondents ---


def test_respondents_who_differ_are_both_heard(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan, only="open")
    one = answer(path, {("Plan", "agencies/port/armed"): {"answer": "no", "who": "Ana", "document": "Letter"}}, tmp_path / "one.xlsx")
    two = answer(path, {("Plan", "agencies/port/armed"): {"answer": "yes", "who": "Luis"}}, tmp_path / "two.xlsx")
    back = plan.filled(one, two)
    assert evidence(back, "agencies/port/armed")["says"] == [
        {"value": False, "document": "Letter", "kind": "document", "who": "Ana"},
        {"value": True, "document": "two.xlsx", "kind": "survey", "who": "Luis"},
    ]
    missing = rules.assess(back, "2026-01-15")["S-4"].missing
    assert [row.why for row in missing if row.place == "agencies/port/armed"] == ["disputed"]
    assert [remark.sentence.word for remark in back.remarks] == ["form_disagrees"] and "Ana" in back.remarks[0].message
    agreed = plan.filled(one, answer(path, {("Plan", "agencies/port/armed"): {"answer": "NO", "who": "Luis"}}, tmp_path / "three.xlsx"))
    assert agreed.content()["agencies"][0]["armed"] is False and agreed.remarks == ()


def test_what_one_corrects_is_kept_beside_it(rules, plan, tmp_path):
    path = answer(form_of(rules, tmp_path, plan), {("Agencies", "club"): {"sector": "public", "@who": "Ana"}})
    back = plan.filled(path)
    assert back.content()["agencies"][1]["sector"] == "public"
    known = evidence(back, "agencies/club/sector")
    assert known["value"] == "public" and [one["value"] for one in known["says"]] == ["private", "public"]
    assert known["says"][0]["document"] == "Register" and len(back.notes) == len(plan.notes)
    assert evidence(back, "agencies/club/staff") == PLAN["evidence"]["agencies/club/staff"]


def test_what_the_plan_has_learned_meanwhile_is_not_overwritten(rules, plan, tmp_path):
    path = answer(form_of(rules, tmp_path, plan, only="open"), {("Plan", "agencies/port/armed"): {"answer": "no", "who": "Ana"}})
    later = plan.content()
    later["agencies"][0]["armed"] = True
    back = rules.read_plan(later).filled(path)
    assert [(one["value"], one.get("who")) for one in evidence(back, "agencies/port/armed")["says"]] == [(True, None), (False, "Ana")]
    assert "value" not in evidence(back, "agencies/port/armed") and [one.sentence.word for one in back.remarks] == ["form_differs"]
    assert "P401" in back.notes["code"]


def test_lists_of_values_are_united(rules, plan, tmp_path):
    path = form_of(rules, tmp_path, plan)
    one = answer(path, {("Plan", "topics"): {"answer": "meeting; risk assessment"}}, tmp_path / "one.xlsx")
    two = answer(path, {("Plan", "topics"): {"answer": "risk assessment"}}, tmp_path / "two.xlsx")
    back = plan.filled(one, two)
    assert back.content()["topics"] == ["meeting", "risk_assessment"]
    assert [remark.sentence.word for remark in back.remarks] == ["form_taken_out"]


# --- the command ---


def test_a_form_by_command(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = ("questionnaire", "tourism_security", "belize", "--only", "open", "--top", "2", "--as-of", "2026-01-15", "--language", "es")
    status, _, told = brecha_command(*asked, "--output", "form.xlsx")
    assert (status, told.strip()) == (0, "escrito: form.xlsx")
    book = openpyxl.load_workbook("form.xlsx")
    assert book["Plan"].protection.sheet and not book["Plan"].protection.password
    assert book["brecha"].sheet_state == "hidden" and len(list(book["Plan"].iter_rows(min_row=7))) <= 8
    status, _, told = brecha_command(*asked, "--output", "form.xlsx")
    assert status == 2 and "form.xlsx" in told
    status, _, told = brecha_command("questionnaire", "tourism_security", "--top", "0", "--output", "x.xlsx")
    assert status == 2 and "top" in told


def test_filling_by_command_keeps_what_the_plan_has(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text("country: BZ  # Belize\nevidence:\n  '': {read: part, document: press}\n", encoding="utf-8")
    asked = ("questionnaire", "tourism_security", "plan.yaml", "--only", "open", "--as-of", "2026-01-15")
    assert brecha_command(*asked, "--output", "form.xlsx")[0] == 0
    answer("form.xlsx", {("Plan", "stage"): {"answer": "adopted", "who": "Ana"}, ("Plan", "valid_to"): {"answer": "soon"}})
    status, printed, told = brecha_command("fill", "plan.yaml", "form.xlsx")
    assert status == 0 and json.loads(printed)["stage"] == "adopted" and re.search(r"form.xlsx  Plan!D\d+: .*soon", told)
    assert brecha_command("fill", "plan.yaml", "form.xlsx", "--output", "plan.yaml")[0] == 0
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert "country: BZ  # Belize" in text and "who: Ana" in text and "document: press" in text
    assert brecha_command("fill", "plan.yaml", "plan.yaml")[0] == 2


def test_the_same_form_from_the_same_plan(rules, plan, tmp_path):
    one, two = form_of(rules, tmp_path, plan), form_of(rules, tmp_path, plan)
    assert one.read_bytes() == two.read_bytes()


def test_texts_that_workbooks_take_for_something_else_come_back(rules, tmp_path):
    texts = ["=1+1", "_x0041_", "007", "2024-01-01", "30%", "line\nbreak", "\u200bx", "'quoted", "https://example.org", "{}", "a" * 300]
    plan = rules.read_plan(
        {"title": "_x0042_" + "a " * 40_000, "agencies": [{"id": f"a{at}", "name": text} for at, text in enumerate(texts)]}
    )
    back = plan.filled(form_of(rules, tmp_path, plan))
    assert back.content() == plan.content() and back.remarks == ()


def test_numbers_come_back_exact(rules, tmp_path):
    exact = "123456789012345678.123456789"
    plan = rules.read_plan(f'{{"budget": {exact}}}')
    path = form_of(rules, tmp_path, plan)
    for back in (plan.filled(path), rules.read_plan(path)):
        assert content_of(back)["budget"] == Decimal(exact) and back.remarks == ()
    assert Layout(rules.vocabulary().entities).pattern_of("agencies/a~1b/posts/x") == "agencies/*/posts/*"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_form_that_libreoffice_has_saved_comes_back(rules, plan, tmp_path):
    form = form_of(rules, tmp_path, plan)
    answer(form, {("Plan", "budget"): {"answer": 2000.25}, ("Agencies", "port"): {"armed": "no"}, ("Agencies", "coast"): {"staff": 7}})
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(tmp_path / "saved"), str(form)], check=True, capture_output=True, timeout=300)
    saved = tmp_path / "saved" / form.name
    before, after = openpyxl.load_workbook(form), openpyxl.load_workbook(saved)
    assert [(sheet.title, sheet.sheet_state) for sheet in after] == [(sheet.title, sheet.sheet_state) for sheet in before]
    assert after["Agencies"].data_validations.dataValidation  # the drop-downs
    assert plan.filled(saved).content() == plan.filled(form).content()
    assert plan.filled(saved).content()["budget"] == 2000.25
