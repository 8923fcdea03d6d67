"""What a plan that was read whole does not say: no gap of a shipped ruleset shows a hole where a value should stand."""

import datetime
import json
import re

import brecha
import pytest

AS_OF = "2026-01-15"
HOLES = re.compile(
    r"\((not stated|there is none|there may be more|cannot be computed|no consta|no hay|puede haber más|no se puede calcular)\)"
)
KEYS = {"id", "topic", "level", "record", "object", "activity", "kind"}  # without its key an item is not known at all


def places(node, path=()):
    """Every field that a plan states, elements of a list taken together: ("facilities", "*", "drills", "*", "held_on")."""
    if isinstance(node, dict):
        for name, value in node.items():
            if path or name not in ("evidence", "judgements"):
                yield (*path, name)
                yield from places(value, (*path, name))
    elif isinstance(node, list):
        for value in node:
            yield from places(value, (*path, "*"))


def without(node, path):
    if isinstance(node, list):
        for value in node:
            without(value, path[1:])
    elif path[0] in node:
        if len(path) > 1:
            without(node[path[0]], path[1:])
        else:
            del node[path[0]]


@pytest.mark.parametrize("ruleset", brecha.shipped_rulesets())
def test_no_gap_shows_a_hole_where_a_whole_plan_leaves_a_field_out(ruleset):
    rules = brecha.load(ruleset)
    sample = next(one for one in brecha.samples() if (one.ruleset, one.name) == (ruleset, "made-up-complete"))
    plan = json.loads(sample.text)
    plan["evidence"][""] = {"read": "whole"}
    whole = json.dumps(plan)  # text is copied and read faster than a dict
    assert list(rules.assess(whole, as_of=AS_OF).gaps) == []
    holes, gaps = set(), 0
    fields = [path for path in dict.fromkeys(places(plan)) if path[-1] not in KEYS]
    for number, path in enumerate(fields):
        left_out = json.loads(whole)
        without(left_out, path)
        found = rules.assess(json.dumps(left_out), as_of=AS_OF, language=("en", "es")[number % 2]).gaps
        gaps += len(found)
        holes |= {(".".join(path), gap.requirement, gap.message) for gap in found if HOLES.search(gap.message)}
    assert gaps > 30
    assert holes == set()


REAL = [sample for sample in brecha.samples() if not sample.name.startswith("made-up")]


@pytest.mark.parametrize("sample", REAL, ids=lambda sample: f"{sample.ruleset}/{sample.name}")
def test_what_a_real_plan_states_alone_raises_no_gap_that_the_whole_plan_does_not_have(sample):
    rules = brecha.load(sample.ruleset)
    plan = json.loads(sample.text)
    told = [plan]
    for field, stated in plan.items():
        if field not in ("evidence", "judgements"):
            for one in [[one] for one in stated] if isinstance(stated, list) else [stated]:
                told.append({"agencies": plan.get("agencies", []), field: one, "evidence": {"": {"read": "part"}}})
    whole, *alone = [
        {name for name, verdict in row.items() if verdict in ("not_met", "partly_met")}
        for row in rules.verdicts(told, as_of=AS_OF).to_pandas().to_dict("records")
    ]
    assert [(statement, gaps - whole) for statement, gaps in zip(told[1:], alone, strict=True) if gaps - whole] == []


def test_what_a_trade_group_said_in_2019_is_a_gap_of_that_day_and_a_question_for_who_leaves_it_out():
    rules = brecha.load("tourism_security")
    report = rules.assess(brecha.sample("chile"), as_of=AS_OF)
    assert [gap.requirement for gap in report.gaps] == ["TOP-01"]
    assert report.gaps[0].oldest == datetime.date(2019, 6, 30)
    assert list(rules.assess(brecha.sample("chile"), as_of=AS_OF, facts_since="2021-01-01").gaps) == []


def test_a_no_of_the_plan_is_said_as_such_and_not_as_a_lack_of_records():
    rules = brecha.load("port_facility")
    facility = {"id": "t", "name": "Terminal", "serves_international": True, "areas": [{"id": "quay"}]}
    plan = {"facilities": [facility], "evidence": {"": {"read": "whole"}}}

    def said(language):
        found = rules.assess(plan, as_of=AS_OF, language=language).gaps
        return [gap.message for gap in found if gap.requirement == "PFB-16.23"]

    assert said("en") == ["Terminal, quay: it is not on record that the area is clearly marked."]
    assert said("es") == ["Terminal, quay: no consta que la zona esté claramente señalada."]
    facility["areas"][0]["marked"] = False
    assert said("en") == ["Terminal, quay: the area is not clearly marked."]
    assert said("es") == ["Terminal, quay: la zona no está claramente señalada."]
