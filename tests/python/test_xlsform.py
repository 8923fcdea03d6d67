"""The form for phones is one that pyxform takes, asks when its rules ask, and what comes back from it fills plans."""

import json
import os
import re

import openpyxl
import pytest
from test_questionnaire import RULES

import brecha

pyxform = pytest.importorskip("pyxform.xls2xform")

# Made up, in the shape in which KoBoToolbox gives submissions out (API, format json).
KOBO = [
    {
        "_id": 101,
        "_uuid": "5f1c0000-0000-4000-8000-000000000101",
        "_xform_id_string": "safety_rules",
        "__version__": "v1",
        "formhub/uuid": "0000",
        "start": "2026-01-10T08:00:00.000-06:00",
        "_submission_time": "2026-01-10T14:22:31",
        "_submitted_by": "ana",
        "meta/instanceID": "uuid:5f1c",
        "country": "CR",
        "topics": "meeting risk_assessment",
        "topics__complete": "yes",
        "budget": "1500.5",
        "covered": "62.5",
        "approved_on": "2024-05-17",
        "lead": "Port authority",
        "agencies": [
            {
                "agencies/agencies_id": "port",
                "agencies/agencies_name": "Port authority",
                "agencies/agencies_sector": "public",
                "agencies/agencies_staff": "4",
                "agencies/agencies_armed": "no",
                "agencies/agencies_posts": [
                    {"agencies/agencies_posts/agencies_posts_id": "gate", "agencies/agencies_posts/agencies_posts_hours": "8 horas"}
                ],
            },
            {"agencies/agencies_id": "club", "agencies/agencies_sector": "private", "agencies/agencies_staff__why": "not_known"},
        ],
        "agencies__complete": "yes",
        "activities": [
            {"activities/activities_id": "m1", "activities/activities_kind": "meeting", "activities/activities_by": "port; club"}
        ],
        "_attachments": [],
        "_geolocation": [None, None],
    },
    {
        "_id": 102,
        "_xform_id_string": "safety_rules",
        "_submission_time": "2026-01-11T09:00:00",
        "_submitted_by": None,
        "answered_by": "Luis",
        "answered_on": "2026-01-09",
        "document_of_answers": "Decree 1",
        "country": "BZ",
        "budget": "lots",
        "colour": "blue",
        "agencies": [{"agencies/agencies_id": "port", "agencies/agencies_armed": "no"}],
    },
]


@pytest.fixture(scope="module")
def rules():
    when = 'source S "6" when plan.topics contains risk_assessment require plan.budget'
    return brecha.compile(RULES.replace('source S "6" require plan.budget', when))


def sheet_of(path, name):
    rows = list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("name", ["tourism_security", "port_facility"] if os.environ.get("BRECHA_ALL") else ["tourism_security"])
def test_pyxform_takes_it_without_a_warning(name, tmp_path):
    brecha.load(name).xlsform(tmp_path / "form.xlsx")
    made = pyxform.convert(tmp_path / "form.xlsx", validate=False)
    assert made.warnings == [] and "<h:html" in made.xform and 'lang="Español (es)"' in made.xform


def test_groups_repeats_choices_and_constraints(rules, tmp_path):
    path = tmp_path / "form.xlsx"
    rules.xlsform(path)
    assert "agencies_posts" in pyxform.convert(path, validate=False).xform
    survey = {row["name"]: row for row in sheet_of(path, "survey") if not row["type"].startswith("end_")}
    assert survey["agencies"]["type"] == "begin_repeat" and survey["agencies_sector"]["type"].startswith("select_one ")
    assert survey["topics"]["type"].startswith("select_multiple ") and survey["covered"]["constraint"] == ". >= 0 and . <= 100"
    assert survey["budget"]["constraint"] == ". >= 0"
    hours = survey["agencies_posts_hours"]
    assert hours["constraint"] == "regex(., '^[0-9]+ *[^0-9 ]+$')" and hours["hint::English (en)"] == "such as 6 months"
    assert survey["agencies_id"]["required"] == "yes" and survey["country"]["label::Español (es)"] == "¿Qué país?"
    labels = {(row["list_name"], row["name"]): row["label::Español (es)"] for row in sheet_of(path, "choices")}
    assert labels[survey["topics"]["type"].split()[1], "risk_assessment"] == "evaluación de riesgos" and labels["yes_no", "yes"] == "sí"
    (settings,) = sheet_of(path, "settings")
    assert (settings["form_id"], settings["version"]) == ("safety_rules", "1.0.0")


def test_a_question_is_asked_when_its_rule_asks(rules, tmp_path):
    rules.xlsform(tmp_path / "form.xlsx")
    relevant = {row["name"]: row["relevant"] for row in sheet_of(tmp_path / "form.xlsx", "survey")}
    assert relevant["budget"] == "(${topics} = '' or selected(${topics}, 'risk_assessment'))"
    assert relevant["agencies_staff"] == "(${agencies_sector} = '' or ${agencies_sector} = 'public')"
    assert not relevant["topics"] and not relevant["country"] and not relevant["agencies_armed"] and not relevant["agencies_sector"]
    assert relevant["budget__why"] == f"${{budget}} = '' and ({relevant['budget']})"


def test_what_decides_over_others_is_always_asked(tmp_path):
    """Else two questions could wait for each other."""
    brecha.load("tourism_security").xlsform(tmp_path / "form.xlsx")
    rows = [row for row in sheet_of(tmp_path / "form.xlsx", "survey") if row["relevant"] and "__" not in row["name"]]
    relevant = {row["name"]: row["relevant"] for row in rows}
    assert len(relevant) > 10
    for name, condition in relevant.items():
        for other in re.findall(r"\$\{(\w+)\}", condition):
            assert other not in relevant, (name, other)


def test_an_export_of_kobo_fills_a_plan(rules, tmp_path):
    path = tmp_path / "export.json"
    path.write_text(json.dumps(KOBO[:1]), encoding="utf-8")
    plan = rules.read_plan({"evidence": {"": {"read": "part"}}}).filled(path)
    assert plan.remarks == () and len(plan.notes) == 0
    content = plan.content()
    assert content["agencies"] == [
        {
            "id": "port",
            "name": "Port authority",
            "sector": "public",
            "staff": 4,
            "armed": False,
            "posts": [{"id": "gate", "hours": "8 hours"}],
        },
        {"id": "club", "sector": "private"},
    ]
    assert content["lead"] == "port" and content["topics"] == ["meeting", "risk_assessment"] and content["covered"] == "62.5%"
    assert content["activities"] == [{"id": "m1", "kind": "meeting", "by": ["port", "club"]}]
    evidence = content["evidence"]
    assert evidence["country"] == {"document": "export.json", "kind": "survey", "who": "ana", "on": "2026-01-10"}
    assert evidence["agencies"]["complete"] is True and evidence["agencies/club/staff"]["why"] == "not_known"
    report = rules.assess(plan, "2026-01-15")
    assert report["S-3"].verdict == "met" and report["S-6"].verdict == "met" and report["S-2"].verdict == "unknown"


def test_two_respondents_by_phone_merge_as_two_forms_do(rules, tmp_path):
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"count": 2, "results": KOBO}), encoding="utf-8")
    plan = rules.read_plan({"evidence": {"": {"read": "part"}}}).filled(path)
    says = plan.content()["evidence"]["country"]["says"]
    assert [(one["value"], one["who"], one["on"]) for one in says] == [("CR", "ana", "2026-01-10"), ("BZ", "Luis", "2026-01-09")]
    assert says[1]["document"] == "Decree 1" and len(plan.content()["agencies"]) == 2
    assert {(remark.sentence.word, remark.cell) for remark in plan.remarks} == {
        ("form_disagrees", "102: country"),
        ("typed_not_wanted", "102: budget"),
        ("export_unknown", "102: colour"),
    }


def test_a_submission_may_refer_to_what_only_the_plan_has(rules, tmp_path):
    (tmp_path / "export.json").write_text(json.dumps([{**KOBO[0], "lead": "Coast guard"}]), encoding="utf-8")
    plan = rules.read_plan({"agencies": [{"id": "coast", "name": "Coast guard"}]}).filled(tmp_path / "export.json")
    assert plan.remarks == () and plan.content()["lead"] == "coast"


def test_central_and_csv(rules, tmp_path):
    """ODK Central gives nested objects (OData); CSV has a column for each question outside repeats."""
    central = {
        "value": [
            {
                "__id": "uuid:1",
                "__system": {"submitterName": "eva", "submissionDate": "2026-01-12T10:00:00.000Z"},
                "country": "BZ",
                "topics": "meeting",
            }
        ]
    }
    (tmp_path / "central.json").write_text(json.dumps(central), encoding="utf-8")
    (tmp_path / "kobo.csv").write_text(
        'start,country,"budget",_submitted_by,_submission_time\n2026,BZ,"2000",ana,2026-01-10\n', encoding="utf-8"
    )
    plan = rules.read_plan({"evidence": {"": {"read": "part"}}}).filled(tmp_path / "central.json", tmp_path / "kobo.csv")
    assert plan.remarks == () and plan.content()["country"] == "BZ" and plan.content()["budget"] == 2000
    assert plan.content()["evidence"]["topics"] == {"document": "central.json", "kind": "survey", "who": "eva", "on": "2026-01-12"}


def test_a_line_break_in_a_cell_of_csv_stays_one(rules, tmp_path):
    (tmp_path / "kobo.csv").write_text('country,document_of_answers\nBZ,"Decree 1\nof 2024"\n', encoding="utf-8", newline="")
    plan = rules.read_plan({}).filled(tmp_path / "kobo.csv")
    assert plan.content()["evidence"]["country"]["document"] == "Decree 1\nof 2024"


def test_what_is_no_export_is_refused(rules, tmp_path):
    plan = rules.read_plan({})
    for name, text in (("a.json", "{"), ("b.json", "[]"), ("c.csv", "\n"), ("d.json", '[{"other": 1}]')):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(brecha.PlanError, match=name):
            plan.filled(tmp_path / name)


def test_by_command(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert brecha_command("xlsform", "tourism_security", "--output", "form.xlsx", "--language", "pt")[2].strip() == "gravado: form.xlsx"
    (tmp_path / "e.json").write_text(
        '[{"_xform_id_string": "tourism_security", "country": "CR", "_submitted_by": "ana"}]', encoding="utf-8"
    )
    (tmp_path / "p.json").write_text("{}", encoding="utf-8")
    status, printed, _ = brecha_command("fill", "p.json", "e.json")
    assert status == 0 and json.loads(printed)["evidence"]["country"]["who"] == "ana"
