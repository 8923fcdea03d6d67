"""Changes to a plan's data: what is written, what is dropped with it, what stays, and that the reader takes it."""

import copy
import datetime
import json
from decimal import Decimal

import brecha
import pytest
from brecha.json_patch import patch_between, patched
from brecha.plan_edits import PlanEdits, conditions_of, slice_of, steps_of

RULES = """
vocabulary edits_plan 1 {
  title "Edits"
  enum Kind = fire, water
  enum Stage = drafted < approved < in_force
  entity Plan root {
    title text  stage Stage  topics list of Kind  office Office  budget number
    drills list of Drill  sites list of Site  agencies list of Agency  steps list of Step
  }
  entity Office { floor integer  rooms list of Site }
  entity Drill key id { id text  kind Kind  kinds list of Kind  held_on date  night yes_no  people integer  led_by ref Agency }
  entity Site key id { id text  levels list of Level }
  entity Level key kind, night { kind Kind  night yes_no  guards integer }
  entity Agency key id { id text  name text }
  entity Step { text text }
}
ruleset edits 1 {
  title "Edits"  uses edits_plan 1  source S { title "s" standing law }
  requirement J { title "j" shall source S "1" require judged en "Is it good?" }
  requirement D { title "d" shall source S "2" require some d in plan.drills where d.kind = fire }
}
"""


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture(scope="module")
def edits(rules):
    return PlanEdits(rules.vocabulary().entities)


PLAN = {
    "title": "T",
    "unknown_field": {"kept": [1, 2.50]},
    "agencies": [{"id": "ict", "name": "Board"}, {"id": "port/east"}],
    "steps": [{"text": "a"}, {"text": "b"}, {"text": "c"}],
    "topics": ["fire"],
    "drills": [{"id": "d1", "kind": "fire", "held_on": "2024-05-03", "people": 4}, {"id": "d2", "kind": "water", "held_on": "2023"}],
    "evidence": {
        "": {"document": "press"},
        "agencies/ict/name": {"page": "3"},
        "/agencies/1/name": {"why": "not_known"},
        "steps/[1]": {"page": "1"},
        "steps/[2]/text": {"page": "2"},
        "drills[ held_on = 2024 , kind=fire ]": {"complete": True},
    },
}


def kept(edits, rules, plan, change):
    """A change leaves the old plan as it is; what it makes is read without a remark of the change's own."""
    before = copy.deepcopy(plan)
    after = change(plan)
    assert plan == before
    notes = [note for note in rules.read_plan(after).notes if note.code not in ("P402",) and note.place != "unknown_field"]
    assert notes == [], notes
    assert patched(plan, patch_between(plan, after)) == after
    return after


@pytest.mark.parametrize(
    ("place", "value", "path", "stands"),
    [
        ("stage", "approved", ("stage",), "approved"),
        ("office/floor", 3, ("office",), {"floor": 3}),
        ("agencies/ict/name", "New", ("agencies", 0, "name"), "New"),
        ("/agencies/0/name", "New", ("agencies", 0, "name"), "New"),
        ("agencies/[0]/name", "New", ("agencies", 0, "name"), "New"),
        ("agencies/port~1east/name", "East", ("agencies", 1, "name"), "East"),
        ("agencies/new/name", "N", ("agencies", 2), {"id": "new", "name": "N"}),
        ("sites/s1/levels/fire,yes/guards", 2, ("sites",), [{"id": "s1", "levels": [{"kind": "fire", "night": True, "guards": 2}]}]),
        ("steps/[3]/text", "d", ("steps", 3), {"text": "d"}),
        ("topics/[0]", "water", ("topics",), ["water"]),
        ("drills/d1/held_on", datetime.date(2024, 6, 1), ("drills", 0, "held_on"), "2024-06-01"),
        ("budget", Decimal("10.50"), ("budget",), 10.5),
        ("drills[kind=fire, night=yes, people>=5]", True, ("drills", 2), {"id": "3", "kind": "fire", "night": True, "people": 5}),
        ("drills[kinds=water]", {"id": "x"}, ("drills", 2), {"id": "x", "kinds": ["water"]}),
        ("topics[water]", True, ("topics",), ["fire", "water"]),
    ],
)
def test_a_value_is_set_at_its_place(edits, rules, place, value, path, stands):
    after = kept(edits, rules, PLAN, lambda plan: edits.with_value(plan, place, value))
    found = after
    for step in path:
        found = found[step]
    assert found == stands
    assert edits.value_at(after, place) in (stands, [stands], path and edits.value_at(after, place))
    assert after["unknown_field"] == PLAN["unknown_field"]


def test_an_element_more_says_no_more_than_that(edits):
    """A list that nobody gave before is not complete because one element of it is known."""
    after = edits.with_value({"evidence": {"": {"document": "x"}}}, "sites/s1/levels/fire,no/guards", 1)
    assert after["evidence"]["sites"] == {"read": "part"} and after["evidence"][""] == {"document": "x"}
    assert "read" not in edits.with_element({"evidence": {"": {"read": "part"}}}, "drills")["evidence"].get("drills", {})
    assert edits.with_element({"evidence": {"drills": {"complete": True}}}, "drills")["evidence"] == {"drills": {"complete": True}}
    assert edits.with_element({"drills": []}, "drills") == {"drills": [{"id": "1"}]}


def test_a_value_ends_that_there_is_none_and_why(edits, rules):
    for known in ({"none": True, "page": "4"}, {"why": "not_known", "page": "4"}):
        plan = edits.with_evidence(PLAN, "stage", **known)
        after = kept(edits, rules, plan, lambda plan: edits.with_value(plan, "stage", "drafted"))
        assert after["evidence"]["stage"] == {"page": "4"}
    plan = edits.with_evidence({}, "drills[kind=fire]", none=True)
    assert edits.with_value(plan, "drills[kind = fire]", True)["evidence"]["drills"] == {"read": "part"}


def test_that_there_is_none_ends_a_value(edits, rules):
    after = kept(edits, rules, {**PLAN, "stage": "drafted"}, lambda plan: edits.with_evidence(plan, "stage", none=True, page="9"))
    assert "stage" not in after and after["evidence"]["stage"] == {"none": True, "page": "9"}
    assert edits.with_evidence(after, "stage", none=None, page=None)["evidence"] == PLAN["evidence"]
    assert edits.with_evidence(PLAN, "drills", why="not_known")["drills"] == PLAN["drills"]


def test_evidence_is_merged_at_the_place_that_is_meant(edits):
    after = edits.with_evidence(PLAN, "agencies/port~1east/name", note="«…»", on=datetime.date(2026, 1, 2))
    assert after["evidence"]["/agencies/1/name"] == {"why": "not_known", "note": "«…»", "on": "2026-01-02"}
    after = edits.with_evidence(PLAN, "drills[kind=fire, held_on=2024]", size=3)
    assert after["evidence"]["drills[ held_on = 2024 , kind=fire ]"] == {"complete": True, "size": 3}
    with pytest.raises(TypeError, match="pages"):
        edits.with_evidence(PLAN, "stage", pages="3")


def test_the_one_chosen_where_sources_disagree(edits, rules):
    plan = {"evidence": {"budget": {"says": [{"value": 3}, {"value": 4}]}}}
    after = kept(edits, rules, plan, lambda plan: edits.with_value(plan, "budget", 4))
    assert after["evidence"]["budget"]["value"] == 4 and after["budget"] == 4


def test_what_goes_takes_its_evidence_along_and_those_behind_move_up(edits, rules):
    after = kept(edits, rules, PLAN, lambda plan: edits.without(plan, "steps/[1]"))
    assert after["steps"] == [{"text": "a"}, {"text": "c"}]
    assert "steps/[1]" not in after["evidence"] and after["evidence"]["steps/[1]/text"] == {"page": "2"}
    after = kept(edits, rules, PLAN, lambda plan: edits.without(plan, "agencies/ict"))
    assert after["agencies"] == [{"id": "port/east"}] and "agencies/ict/name" not in after["evidence"]
    assert edits.without(PLAN, "stage") == PLAN


def test_what_is_known_of_an_item_follows_its_key(edits, rules):
    after = kept(edits, rules, PLAN, lambda plan: edits.with_value(plan, "agencies/ict/id", "board"))
    assert after["evidence"]["agencies/board/name"] == {"page": "3"} and "agencies/ict/name" not in after["evidence"]


def test_a_judgement_is_given_once(edits, rules):
    first = edits.with_judgement({}, "judgements/J", False, who="a", on="2026-01-01")
    second = kept(edits, rules, first, lambda plan: edits.with_judgement(plan, "judgements/J", True, question="Is it good?"))
    assert second["judgements"] == [{"requirement": "J", "answer": True, "question": "Is it good?"}]
    assert rules.assess(second, "2026-01-15")["J"].verdict == "met"
    both = edits.with_judgement(second, "judgements/J/.1/sites/s1", True)
    assert both["judgements"][1] == {"requirement": "J", "part": ".1", "subject": "sites/s1", "answer": True}
    assert edits.without(both, "judgements/J")["judgements"] == both["judgements"][1:]


def test_a_place_that_is_not_there_names_the_nearest(edits):
    with pytest.raises(brecha.BrechaError, match='no field "agencys"; did you mean "agencies"'):
        edits.with_value(PLAN, "agencys/ict/name", "x")
    with pytest.raises(brecha.BrechaError, match="whole plan"):
        edits.with_value(PLAN, "", {})
    with pytest.raises(brecha.BrechaError, match='"agencies" is of another kind'):
        edits.with_value({"agencies": "x"}, "agencies/ict/name", "x")


def test_the_elements_of_a_slice(edits):
    ids = lambda place: [element["id"] for element in edits.value_at(PLAN, place)]
    assert ids("drills[kind=fire]") == ["d1"]
    assert ids("drills[held_on=2023..2024-05]") == ["d1", "d2"]
    assert ids("drills[people>4]") == [] and ids("drills[people>=4, held_on=2024]") == ["d1"]
    assert slice_of("steps/[3]") == ("steps/[3]", "") and slice_of('a/b[x="]"]') == ("a/b", 'x="]"')
    assert steps_of("/a~1b/0/c") == ["a/b", "[0]", "c"]
    assert conditions_of('x="a ""b"", c", y>=3')[0].value == 'a "b", c'


def test_items_are_found_wherever_they_stand(edits):
    plan = {"sites": [{"id": "a"}], "office": {"rooms": [{"id": "b"}]}, "agencies": [{"id": "x", "name": "X"}]}
    assert edits.items(plan, "Site") == [("b", "b"), ("a", "a")] and edits.items(plan, "Agency") == [("x", "X")]


def test_a_patch_says_no_more_than_what_changed():
    before = {"a": [1, 2, 3], "b": {"c": True}, "d/e": 1}
    after = {"a": [1, 3, 4], "b": {"c": 1}, "f": None}
    patch = patch_between(before, after)
    assert patched(before, patch) == after and before["a"] == [1, 2, 3]
    assert {"op": "replace", "path": "/b/c", "value": 1} in patch and {"op": "remove", "path": "/d~1e"} in patch
    assert patch_between({"a": [1, 2, 3]}, {"a": [1, 3]}) == [{"op": "remove", "path": "/a/1"}]
    assert patch_between(before, json.loads(json.dumps(before))) == []
