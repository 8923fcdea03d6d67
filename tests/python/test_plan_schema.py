"""The JSON Schema of plans: what the reader takes is valid, what it remarks on is not, at the place where it stands."""

import json
import re
from pathlib import Path

import pytest

import brecha
from brecha.languages import LANGUAGES

RULESETS = Path(__file__).resolve().parents[2] / "rulesets"

jsonschema = pytest.importorskip("jsonschema")


@pytest.fixture(scope="module")
def validators():
    schemas = {name: brecha.load(name).json_schema() for name in brecha.shipped_rulesets()}
    jsonschema.Draft202012Validator.check_schema(schemas["tourism_security"])
    return {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas.items()}


@pytest.mark.parametrize("sample", brecha.samples(), ids=lambda sample: f"{sample.ruleset}/{sample.name}")
def test_shipped_plans_are_valid(validators, sample):
    assert [(list(error.path), error.message[:200]) for error in validators[sample.ruleset].iter_errors(json.loads(sample.text))] == []


def test_a_blank_plan_and_all_that_evidence_can_say_are_valid(validators):
    rules, valid = brecha.load("tourism_security"), validators["tourism_security"]
    assert list(valid.iter_errors(rules.blank_plan())) == []
    plan = {
        "approved_on": {"from": "2024-05", "to": "2024-06-30"}, "review_every": "2 years", "country": "CRI", "course_alone": "no", "lead": None,
        "activities": [{"id": "1", "days": 5, "hours": {"from": 40}, "kind": "survey", "began": "2024-05-17"}, {"by": "x"}],
        "evidence": {
            "": {"read": "part", "document": "press", "kind": "press"}, "/activities/0": {"page": "3"}, "activities/1/days": {"guessed": True},
            "activities": {"complete": True, "on": "2026-01-10", "as_of": "2019"}, "activities[kind=survey, began=2024]": {"none": True},
            "activities/[1]": {"who": "analyst"}, "activities/1/participants[x]": {"size": {"from": 3}}, "stage": {"why": "not_known"},
            "kind": {"says": [{"value": "event", "document": "a"}, {"value": "destination", "page": "2"}], "value": "event"}, "principles[claridad]": {"why": "withheld"},
        },
        "judgements": [{"requirement": "TSP-14-fit", "answer": True, "who": "analyst 2", "on": "2026-01-10"}],
    }  # fmt: skip
    assert [(list(error.path), error.message[:200]) for error in valid.iter_errors(plan)] == []


WRONG = [
    ({"titel": "x"}, []),
    ({"title": 5}, ["title"]),
    ({"stage": "Drafted"}, ["stage"]),
    ({"approved_on": "17/05/2024"}, ["approved_on"]),
    ({"approved_on": "2024-13"}, ["approved_on"]),
    ({"approved_on": {"from": "2024", "until": "2025"}}, ["approved_on"]),
    ({"country": "Costa Rica"}, ["country"]),
    ({"review_every": "2 años"}, ["review_every"]),
    ({"course_alone": "sí"}, ["course_alone"]),
    ({"agencies": {"id": "a"}}, ["agencies"]),
    ({"agencies": [{"id": "a"}, {"id": "b", "sector": "publico"}]}, ["agencies", 1, "sector"]),
    ({"agencies": [{"id": "a", "colour": "red"}]}, ["agencies", 0]),
    ({"activities": [{"id": "1", "days": -3}]}, ["activities", 0, "days"]),
    ({"activities": [{"id": "1", "days": 2.5}]}, ["activities", 0, "days"]),
    ({"evidence": {"agencys": {"complete": True}}}, ["evidence"]),
    ({"evidence": {"agencies": {"complet": True}}}, ["evidence", "agencies"]),
    ({"evidence": {"agencies[colour=red]": {"none": True}}}, ["evidence", "agencies[colour=red]"]),
    ({"evidence": {"agencies[sector=public]": {"read": "part"}}}, ["evidence", "agencies[sector=public]"]),
    ({"evidence": {"stage": {"why": "dunno"}}}, ["evidence", "stage", "why"]),
    ({"judgements": [{"requirement": "TSP-99", "answer": True}]}, ["judgements", 0, "requirement"]),
    ({"judgements": [{"answer": True}]}, ["judgements", 0]),
]


@pytest.mark.parametrize(("plan", "path"), WRONG, ids=[json.dumps(plan)[:50] for plan, _ in WRONG])
def test_a_wrong_plan_is_wrong_at_its_place(validators, plan, path):
    errors = list(validators["tourism_security"].iter_errors(plan))
    assert [list(error.path) for error in errors] == [path]
    # The reader remarks on the same.
    assert [note for note in brecha.load("tourism_security").read_plan(plan).notes if note.severity != "note"]


def test_titles_questions_and_labels_are_in_the_readers_language():
    rules = brecha.load("tourism_security")
    for language in LANGUAGES:
        schema = rules.json_schema(language)
        stage = schema["properties"]["stage"]
        field = next(one for one in rules.vocabulary(language).entities[0].fields if one.name == "stage")
        assert field.question in stage["description"]
        choices = schema["$defs"][stage["$ref"].rpartition("/")[2]]["oneOf"]
        assert [(one["const"], one["title"]) for one in choices if "const" in one] == list(field.choices)
    assert "procedures[kind=victim_assistance]" in schema["properties"]["evidence"]["properties"]


def test_slices_that_are_offered_do_not_hang_on_a_day():
    """What is asked up to the day of an assessment is another slice tomorrow; a schema has no such day, but those that rules write."""
    for name in brecha.shipped_rulesets():
        offered = brecha.load(name).json_schema()["properties"]["evidence"]["properties"]
        written = "".join(path.read_text(encoding="utf-8") for path in (RULESETS / name).glob("*.brecha"))
        days = {day for place in offered for day in re.findall(r"\d{4}-\d\d-\d\d", place)}
        assert [day for day in days if day not in written] == []


def test_the_command_writes_it(brecha_command, tmp_path, small_folder):
    path = tmp_path / "plan.schema.json"
    assert brecha_command("schema", small_folder, "--output", path, "--language", "pt")[0] == 0
    status, shown, _ = brecha_command("schema", small_folder, "--language", "pt")
    assert status == 0 and json.loads(shown) == json.loads(path.read_text(encoding="utf-8")) == brecha.load(small_folder).json_schema("pt")
    (example,) = (json.loads(file.read_text(encoding="utf-8")) for file in small_folder.rglob("*.json"))
    assert list(jsonschema.Draft202012Validator(json.loads(shown)).iter_errors(example)) == []
