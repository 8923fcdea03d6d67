"""What a protocol says of a procedure, by values worked out by hand; the engine is not asked."""

from __future__ import annotations

import json

import pytest

from .evaluate import Evaluator
from .plan_reader import read_plan
from .protocols import Procedure
from .written_protocols import written_protocol

TYPE = {"kind": "text", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "any"}


def a_field(name: str, kind: str = "text", list_: bool = False, of: int = -1, reference: bool = False) -> dict:
    return {"name": name, "type": {**TYPE, "kind": kind, "list": list_, "of": of}, "reference": reference, "initial": None, "dated": -1}


AGENCY, PROCEDURE, STEP = 1, 2, 3
STEP_FIELDS = [
    a_field("id"), a_field("does", list_=True), a_field("role"), a_field("agency", "item", of=AGENCY, reference=True),
    a_field("hands_to", "item", of=AGENCY, reference=True), a_field("after", "item", True, STEP, True), a_field("only_in", list_=True),
    a_field("waits_at_most", "duration"), a_field("takes_at_least", "duration"), a_field("takes_at_most", "duration"),
    a_field("repeats_every", "duration"), a_field("during", "item", of=STEP, reference=True), a_field("began_on", "date"),
    a_field("ended_on", "date"), a_field("began_at", "moment"), a_field("ended_at", "moment"),
]  # fmt: skip


def entity(name: str, fields: list[dict], key: list[int]) -> dict:
    return {"name": name, "fields": fields, "key": key, "table_row": False}


VOCABULARY = {
    "root": 0,
    "units": [],
    "enumerations": [],
    "entities": [
        entity("Plan", [a_field("agencies", "item", True, AGENCY), a_field("procedures", "item", True, PROCEDURE)], []),
        entity("Agency", [a_field("id")], [0]),
        entity("Procedure", [a_field("id"), a_field("steps", "item", True, STEP)], [0]),
        entity("Step", STEP_FIELDS, [0]),
    ],
}
FIELDS = {one["name"]: index for index, one in enumerate(STEP_FIELDS) if one["name"] != "id"}


def held_against(protocol: str, steps: list[dict] | None, as_of: str = "2026-01-15", evidence: dict | None = None) -> dict:
    """Each part with what it comes to; of what is unknown the places, from the procedure on."""
    printed = {**written_protocol(protocol), "requirement": 0, "entity": PROCEDURE, "step_entity": STEP, "steps": 1, "fields": FIELDS}
    ruleset = {
        "vocabulary": VOCABULARY,
        "month_end": "last_day",
        "tables": [],
        "requirements": [],
        "protocols": [printed],
        "parameters": [],
    }
    procedure = {"id": "x", **({"steps": steps} if steps is not None else {})}
    content = {"agencies": [{"id": one} for one in ("police", "clinic", "ministry")], "procedures": [procedure]}
    if evidence:
        content["evidence"] = evidence
    plan = read_plan(VOCABULARY, json.dumps(content))
    evaluator = Evaluator(ruleset, plan, as_of)
    found = Procedure(evaluator, printed, plan.root.fields[1].elements[0].value.lo)
    words = {True: "holds", False: "fails", None: "unknown", "not_owed": "not_owed"}
    results = {}
    for one in printed["parts"]:
        part = found.part(one)
        results[one["part"]] = words[part.truth] if not part.why else part.why
        if part.truth is None:
            results[one["part"]] = tuple(sorted(place.removeprefix("procedures/x/") for place in part.places))
    return results


def a(name: str, *after: str, does=None, **more) -> dict:
    """A step of the plan that does what it is called, after others."""
    return {"id": name, "does": [name] if does is None else does, "after": list(after), **more}


def at_once(name: str, *after: str, takes: str = "0 minutes", waits: str = "0 minutes", **more) -> dict:
    return a(name, *after, waits_at_most=waits, takes_at_least=takes, takes_at_most=takes, **more)


# --- times


@pytest.mark.parametrize("minutes, comes_to", [(10, "fails"), (11, "holds")])
def test_a_bound_on_waiting_is_no_deadline_for_the_other_predecessors(minutes, comes_to):
    steps = [
        at_once("a"), {**at_once("x", "a"), "takes_at_most": "4 minutes"}, {**at_once("y", "a"), "takes_at_most": "9 minutes"},
        {**at_once("b", "x", "y"), "takes_at_most": "2 minutes"},
    ]  # fmt: skip
    found = held_against(f"step a step x step y step b after a within {minutes} minutes", steps)
    assert found["b/within"] == comes_to and found["b/after/a"] == "holds"


def test_a_limit_from_the_start_of_one_step_to_the_end_of_another():
    steps = [at_once("a", takes="2 minutes"), at_once("b", "a", takes="3 minutes", waits="5 minutes")]
    text = "step a step b limit a to b within {} minutes"
    assert held_against(text.format(10), steps)["limit/a/b"] == "holds"
    assert held_against(text.format(9), steps)["limit/a/b"] == "fails"
    assert held_against("step a step b limit a to b at least 5 minutes", steps)["limit/a/b"] == "holds"
    assert held_against("step a step b limit a to b at least 6 minutes", steps)["limit/a/b"] == "fails"


def test_a_stated_least_length_can_be_enough_to_break_a_limit():
    steps = [at_once("a"), a("b", "a", takes_at_least="20 minutes")]
    assert held_against("step a step b after a within 10 minutes", steps)["b/within"] == "fails"
    steps = [at_once("a"), a("b", "a", takes_at_least="5 minutes")]
    assert held_against("step a step b after a within 10 minutes", steps)["b/within"] == ("steps/b/takes_at_most", "steps/b/waits_at_most")


def test_months_against_days_are_open_only_between_the_shortest_and_the_longest():
    def within(limit: str, waits: str) -> object:
        return held_against(f"step a step b after a within {limit}", [at_once("a"), at_once("b", "a", waits=waits)])["b/within"]

    assert within("31 days", "1 month") == "holds"
    assert within("27 days", "1 month") == "fails"
    assert within("30 days", "1 month") == ("steps/b/waits_at_most",)
    assert within("1 month", "29 days") == ("steps/b/takes_at_most", "steps/b/waits_at_most")
    assert within("1 month", "28 days") == "holds"


def test_working_days_compare_with_working_days_alone():
    def within(limit: str, waits: str) -> object:
        return held_against(f"step a step b after a within {limit}", [at_once("a"), at_once("b", "a", waits=waits)])["b/within"]

    assert within("10 working days", "10 working days") == "holds"
    assert within("10 working days", "11 working days") == "fails"
    assert within("10 working days", "2 days") == ("steps/b/waits_at_most",)
    assert within("30 days", "2 working days") == ("steps/b/waits_at_most",)


def test_lengths_are_looked_at_from_both_sides():
    text = "step a lasts 2 days to 4 days"
    assert held_against(text, [a("a", takes_at_least="2 days", takes_at_most="4 days")])["a/lasts"] == "holds"
    assert held_against(text, [a("a", takes_at_least="1 day", takes_at_most="4 days")])["a/lasts"] == "fails"
    assert held_against(text, [a("a", takes_at_least="2 days")])["a/lasts"] == ("steps/a/takes_at_most",)
    assert held_against(text, [a("a", takes_at_least="5 days")])["a/lasts"] == "fails"
    assert held_against("step a lasts 2 days", [a("a", takes_at_least="2 days", takes_at_most="3 days")])["a/lasts"] == "fails"


def test_a_step_kept_apart_from_another():
    steps = [
        at_once("warn"),
        at_once("close", "warn", takes="1 hour"),
        {**at_once("wait", "close", takes="2 hours")},
        at_once("landfall", "wait"),
    ]
    text = "event landfall step warn step close at least {} before landfall"
    assert held_against(text.format("2 hours"), steps)["close/at_least/landfall"] == "holds"
    assert held_against(text.format("3 hours"), steps)["close/at_least/landfall"] == "fails"


# --- order


def test_an_order_is_what_the_plan_says_comes_after_and_not_what_its_times_come_to():
    text = "step a step b after a"
    assert held_against(text, [a("a"), a("m", "a", does=[]), a("b", "m")])["b/after/a"] == "holds"
    late = [at_once("a"), {**at_once("b"), "takes_at_least": "9 hours", "takes_at_most": "9 hours"}]
    assert held_against(text, late)["b/after/a"] == "fails"
    assert held_against(text, [a("a"), {"id": "b", "does": ["b"]}])["b/after/a"] == ("steps/b/after",)
    assert held_against(text, [a("both", does=["a", "b"])])["b/after/a"] == "fails"
    assert held_against(text, [a("a"), a("b1", "a", does=["b"]), a("b2", does=["b"])])["b/after/a"] == "fails"


def test_what_does_not_say_its_order_is_open_only_where_it_could_help():
    """m does not say what it comes after; b comes after m, so after a perhaps; c comes after a whatever m says."""
    steps = [a("a"), {"id": "m", "does": []}, a("b", "m"), a("c", "a"), a("d")]
    found = held_against("step a step b after a step c after a step d after a", steps)
    assert found["b/after/a"] == ("steps/m/after",)
    assert found["c/after/a"] == "holds"
    assert found["d/after/a"] == "fails"


def test_after_one_of_two_is_after_the_same_one_in_every_run():
    text = "step a step b step s after a or b"
    assert held_against(text, [a("a"), a("b"), a("s", "b")])["s/after/a/b"] == "holds"
    assert held_against(text, [a("a"), a("b"), a("s")])["s/after/a/b"] == "fails"
    by_case = [a("a"), a("b"), a("m", "a", does=[], only_in=["night"]), a("n", "b", does=[], only_in=["day"]), a("s", "m", "n")]
    assert held_against(text, by_case)["s/after/a/b"] == "fails"  # with neither case, after none of them


def test_never():
    text = "step a step b never draft before a"
    assert held_against(text, [a("a"), a("b")])["never/draft/a"] == "holds"
    assert held_against(text, [a("a"), a("b"), a("draft", "a")])["never/draft/a"] == "holds"
    assert held_against(text, [a("a"), a("b"), a("draft")])["never/draft/a"] == "fails"
    assert held_against(text, [a("b"), a("draft")])["never/draft/a"] == "fails"


# --- runs


def test_in_a_run_that_leaves_out_a_step_nothing_takes_its_place():
    text = "case night step a step b after a"
    through_night = [a("a"), a("m", "a", does=[], only_in=["night"]), a("b", "m")]
    assert held_against(text, through_night)["b/after/a"] == "fails"
    through_night[2]["after"] = ["m", "a"]
    assert held_against(text, through_night)["b/after/a"] == "holds"


def test_a_step_in_a_case_is_owed_in_its_runs_alone():
    text = "case night step a step b after a in case night"
    assert held_against(text, [a("a"), a("b", "a", only_in=["night"])])["b"] == "holds"
    assert held_against(text, [a("a"), a("b", "a", only_in=["day"])])["b"] == "fails"
    assert held_against(text, [a("a")])["b"] == "fails"
    assert held_against(text, [a("a")])["b/after/a"] == "not_owed"


def test_an_optional_step_is_bound_where_it_is_there():
    text = "step a step b after a optional"
    assert held_against(text, [a("a")]) == {"a": "holds", "b/after/a": "not_owed", "runs": "not_owed"}
    assert held_against(text, [a("a"), a("b")])["b/after/a"] == "fails"


def test_a_procedure_without_a_run_fails_once():
    text = "step a step b after a within 5 minutes"
    circle = [a("a", "b"), a("b", "a")]
    assert held_against(text, circle) == {"a": "holds", "b": "holds", "b/after/a": "not_owed", "b/within": "not_owed", "runs": "fails"}
    crossed = [a("a", takes_at_least="5 minutes", takes_at_most="4 minutes"), a("b", "a")]
    assert held_against(text, crossed)["runs"] == "fails"


# --- silence


def test_what_a_step_does_not_say():
    assert held_against("step a step b", [a("a"), {"id": "z", "after": []}])["b"] == ("steps/z/does",)
    assert held_against("step a step b", [a("a"), a("z", does=[])])["b"] == "fails"
    assert held_against("step a step b", None)["a"] == ("steps",)
    assert held_against("step a step b after a", [a("a")], evidence={"procedures/x/steps": {"size": 2}})["b"] == ("steps",)


def test_a_step_that_is_not_there_fails_once():
    found = held_against("role r step a by r step b by r after a within 5 minutes", [a("a", role="r", agency="police")])
    assert found == {
        "a": "holds",
        "a/by": "holds",
        "b": "fails",
        "b/by": "not_owed",
        "b/after/a": "not_owed",
        "b/within": "not_owed",
        "runs": "not_owed",
    }


def test_an_event_is_not_owed_and_what_names_one_that_no_step_does_is_unknown():
    text = "event arrival step a before arrival"
    assert held_against(text, [a("a")])["a/before/arrival"] == ("steps",)
    found = held_against(text, [a("a"), a("arrival", "a")])
    assert found == {"a": "holds", "a/before/arrival": "holds", "runs": "not_owed"}


def test_a_step_that_does_not_say_what_it_does_may_be_the_event_of_another_run():
    text = "event arrival step a step b after arrival"
    steps = [a("a"), a("arrival", only_in=["night"]), a("b", "arrival")]
    assert held_against(text, steps)["b/after/arrival"] == "holds"
    assert held_against(text, [*steps, {"id": "z", "after": []}])["b/after/arrival"] == ("steps/z/does",)


def test_one_that_lies_too_far_behind_by_itself_is_enough():
    """c is late after a; what the other one comes after is not said."""
    slow = a("c", "a", does=["b"], waits_at_most="0 minutes", takes_at_least="6 minutes", takes_at_most="6 minutes")
    steps = [at_once("a"), {"id": "b", "does": ["b"], "takes_at_least": "0 minutes", "takes_at_most": "0 minutes"}, slow]
    assert held_against("step a step b after a within 5 minutes", steps)["b/within"] == "fails"
    assert held_against("step a step b lasts 0 minutes to 5 minutes", steps)["b/lasts"] == "fails"


def test_counted_from_the_later_of_two_it_does_not_matter_what_that_waited_for():
    steps = [at_once("a"), {**at_once("b", "a"), "waits_at_most": "9 minutes"}, at_once("s", "a", "b", waits="2 minutes")]
    found = held_against(
        "step a step b step s after a and b within 5 minutes", steps, evidence={"procedures/x/steps/b/after": {"read": "part"}}
    )
    assert found["s/within"] == "holds"


# --- who


def test_roles_are_filled_by_agencies_that_the_plan_has():
    text = "role caller, listener step a by caller or listener"
    assert held_against(text, [a("a", role="listener", agency="police")])["a/by"] == "holds"
    assert held_against(text, [a("a", role="cook", agency="police")])["a/by"] == "fails"
    assert held_against(text, [a("a", agency="police")])["a/by"] == ("steps/a/role",)
    assert held_against(text, [a("a", role="caller")])["a/by"] == ("steps/a/agency",)
    assert held_against(text, [a("a", role="caller", agency="nobody")])["a/by"] == ("steps/a/agency",)


def test_a_joint_step_is_taken_in_each_of_its_roles():
    text = "role one, other step a by one and other"
    both = [a("a1", does=["a"], role="one", agency="police"), a("a2", does=["a"], role="other", agency="clinic")]
    assert held_against(text, both)["a/by"] == "holds"
    assert held_against(text, both[:1])["a/by"] == "fails"


def test_handing_over_and_keeping_apart():
    text = "role one, other step a by one to other step b by other separate one from other"
    steps = [a("a", role="one", agency="police", hands_to="clinic"), a("b", role="other", agency="clinic")]
    found = held_against(text, steps)
    assert (found["a/to"], found["separate/one/other"]) == ("holds", "holds")
    steps[0]["hands_to"] = "ministry"
    assert held_against(text, steps)["a/to"] == "fails"
    steps[1]["agency"] = "police"
    assert held_against(text, steps)["separate/one/other"] == "fails"
    del steps[1]["agency"]
    assert held_against(text, steps)["separate/one/other"] == ("steps/b/agency",)
    outside = "role one, ships step a by one to ships"
    assert held_against(outside, [a("a", role="one", agency="police", hands_to="clinic")])["a/to"] == "holds"


def test_a_step_that_says_no_role_is_taken_in_one_at_most():
    text = "role one, other step a by one step b by other separate one from other"
    both = [a("a", role="one", agency="police"), a("b", role="other", agency="clinic")]
    assert held_against(text, [*both, a("z", does=[], agency="ministry")])["separate/one/other"] == "holds"
    assert held_against(text, [*both, a("z", does=[], agency="police")])["separate/one/other"] == ("steps/z/role",)
    assert held_against(text, [both[0], a("z", does=[], agency="ministry")])["separate/one/other"] == ("steps/z/role",)
    assert held_against(text, both[:1])["separate/one/other"] == "not_owed"


def test_repetition():
    text = "step a every 90 days"
    assert held_against(text, [a("a", repeats_every="90 days")])["a/every"] == "holds"
    assert held_against(text, [a("a", repeats_every="91 days")])["a/every"] == "fails"
    assert held_against(text, [a("a", repeats_every="3 months")])["a/every"] == ("steps/a/repeats_every",)
    assert held_against(text, [a("a")])["a/every"] == ("steps/a/repeats_every",)


# --- records


def happened(name: str, began: str = "", ended: str = "", **more) -> dict:
    return {"id": name, "does": [name], **({"began_on": began} if began else {}), **({"ended_on": ended} if ended else {}), **more}


def test_in_a_record_dates_decide_and_planned_lengths_do_not():
    text = "step a step b after a within 10 days"
    first = happened("a", "2026-01-02", "2026-01-05", takes_at_most="1 day")
    assert held_against(text, [first, happened("b", "2026-01-05", "2026-01-15")]) == {
        "a": "holds", "b": "holds", "b/after/a": "holds", "b/within": "holds", "runs": "not_owed"}  # fmt: skip
    found = held_against(text, [first, happened("b", "2026-01-04", "2026-01-16")])
    assert (found["b/after/a"], found["b/within"]) == ("fails", "fails")


def test_what_has_not_happened_is_due_or_not_yet():
    text = "step a step b after a within 10 days"
    steps = [happened("a", "2026-01-02", "2026-01-05"), happened("b")]
    early, late = (held_against(text, steps, as_of=day) for day in ("2026-01-15", "2026-01-16"))
    assert (early["b"], early["b/after/a"], early["b/within"]) == ("holds", "not_owed", "not_yet_due")
    assert late["b/within"] == ("steps/b/ended_on",)
    read_whole = held_against(text, steps, as_of="2026-01-16", evidence={"": {"read": "whole"}})
    assert read_whole["b/within"] == "fails"


def test_a_length_counts_its_first_and_its_last_day():
    text = "step a lasts 2 days"
    assert held_against(text, [happened("a", "2026-01-02", "2026-01-03")])["a/lasts"] == "holds"
    assert held_against(text, [happened("a", "2026-01-02", "2026-01-04")])["a/lasts"] == "fails"
    assert held_against("step a lasts 1 month", [happened("a", "2026-01-01", "2026-01-31")])["a/lasts"] == "holds"


def test_hours_over_dates_are_decided_by_the_whole_of_each_day():
    text = "step a step b after a within 12 hours"
    first = happened("a", "2026-01-02", "2026-01-02")
    assert held_against(text, [first, happened("b", "2026-01-04", "2026-01-04")])["b/within"] == "fails"
    assert isinstance(held_against(text, [first, happened("b", "2026-01-02", "2026-01-02")])["b/within"], tuple)
    assert held_against("step a step b after a within 48 hours", [first, happened("b", "2026-01-03", "2026-01-03")])["b/within"] == "holds"


def test_during_another_step_and_during_a_share_of_it():
    text = "step x step s during x from 40% to 60%"
    around = happened("x", "2026-01-01", "2026-01-10")
    assert held_against(text, [around, happened("s", "2026-01-05", "2026-01-06")])["s/during/x"] == "holds"
    assert held_against(text, [around, happened("s", "2026-01-04", "2026-01-06")])["s/during/x"] == "fails"
    assert held_against("step x step s during x", [around, happened("s", "2026-01-10", "2026-01-11")])["s/during/x"] == "fails"
    assert held_against("step x step s during x", [a("x"), a("s", during="x")])["s/during/x"] == "holds"
    assert held_against("step x step s during x", [a("x"), a("s", during="s")])["s/during/x"] == "fails"


def test_two_procedures_may_number_their_steps_alike():
    content = {
        "procedures": [
            {"id": "one", "steps": [{"id": "1", "does": ["a"], "after": []}, {"id": "2", "does": ["b"], "after": ["1"]}]},
            {"id": "two", "steps": [{"id": "1", "does": ["c"], "after": ["2"]}, {"id": "2", "does": ["d"], "after": []}]},
        ]
    }
    plan = read_plan(VOCABULARY, json.dumps(content))
    named = [step.fields[5].elements for one in plan.items[PROCEDURE] for step in one.fields[1].elements for step in [step.value.lo]]
    assert [[one.value.lo.place for one in each] for each in named] == [[], ["procedures/one/steps/1"], ["procedures/two/steps/2"], []]
