"""Repairs: what they propose, that they do what they say, and that an exhaustive search finds nothing cheaper."""

import datetime
import itertools
import json
import os
import random

import brecha
import pytest
from brecha.repairs import COSTS
from brecha.rows import RepairChange

AS_OF = "2026-01-15"

VOCABULARY = """
vocabulary small 1 {
  enum Part = leads, drafts, consulted
  enum Kind = fire, flood, storm
  entity Plan root { title text  budget integer  approved_on date  yearly yes_no  stage one of draft < read < done
                     agencies list of Agency  kinds list of Kind  lead ref Agency  drills list of Drill }
  entity Agency key id { id text  part list of Part  reps integer  level one of low < high  kind Kind }
  entity Drill key id { id text  kind Kind  held_on date  found text }
}
"""


def ruleset(*rules):
    requirements = "\n".join(
        f'requirement R-{number} {{ title "requirement {number}" shall source S "1" {rule} }}' for number, rule in enumerate(rules, 1)
    )
    return brecha.compile(f'{VOCABULARY} ruleset r 1 {{ uses small 1 source S {{ title "S" }} {requirements} }}')


WHOLE = {"evidence": {"": {"read": "whole"}}}


def repaired(rule, plan, *others, **options):
    report = ruleset(rule, *others).assess({**plan, **WHOLE}, AS_OF)
    return report.repairs("R-1", **options)


def changes(repair):
    return [(one.action, one.place, one.value) for one in repair.changes]


# --- what is proposed ---


def test_a_yes_is_given_and_a_number_has_its_bounds():
    (only,) = repaired("require plan.yearly", {"yearly": False}).proposals
    assert changes(only) == [("improve", "yearly", True)] and only.least and only.cost == 1 and not only.changes[0].blank
    (only,) = repaired("require plan.budget between 100 and 200", {"budget": 50}).proposals
    assert changes(only) == [("improve", "budget", 100)]
    assert (only.changes[0].blank, only.changes[0].lowest, only.changes[0].highest) == (True, 100, 200)


def test_a_date_ahead_may_move_and_what_has_happened_may_not():
    rule = "require plan.approved_on <= 2026-03-01 and plan.approved_on >= 2025-06-01"
    (only,) = repaired(rule, {"approved_on": "2026-05-01"}).proposals
    assert only.changes[0].action == "improve"
    assert (only.changes[0].lowest, only.changes[0].highest) == ("2025-06-01", "2026-03-01")
    past = repaired(rule, {"approved_on": "2025-05-01"})
    assert not past.proposals and past.without[0].why == "facts" and past.without[0].actions == ("rewrite",)
    (only,) = repaired(rule, {"approved_on": "2025-05-01"}, costs={"rewrite": 1}).proposals
    assert only.changes[0].action == "rewrite"


def test_what_happened_is_added_and_nothing_offending_is_taken_away():
    rule = "require every d in plan.drills : d.kind = fire"
    plan = {"drills": [{"id": "a", "kind": "flood"}]}
    found = repaired(rule, plan)
    assert [changes(one) for one in found.proposals] == [[("restate", "drills/a/kind", "fire")]]
    assert repaired(rule, plan, costs={"restate": None}).without[0].actions == ("restate", "drop")
    assert [changes(one) for one in repaired(rule, plan, costs={"drop": 2}).proposals] == [[("drop", "drills", "a")]]
    rule = "require some d in plan.drills : d.kind = fire and d.held_on >= 2025-01-15"
    (only,) = repaired(rule, {"drills": [{"id": "a", "kind": "fire", "held_on": "2024-03-01"}]}).proposals
    assert changes(only)[0] == ("add", "drills", {"id": "2"}) and {one[0] for one in changes(only)} == {"add", "state"}
    held = next(one for one in only.changes if one.type == "date")
    assert held.blank and held.lowest == "2025-01-15" and held.highest is None


def test_a_yes_is_not_denied_and_a_value_leaves_a_list_only_where_nothing_else_does():
    assert repaired("forbid plan.yearly", {"yearly": True}).without[0].actions == ("deny",)
    assert changes(repaired("forbid plan.yearly", {"yearly": True}, costs={"deny": 3}).proposals[0]) == [("deny", "yearly", False)]
    (only,) = repaired("forbid plan.kinds contains fire", {"kinds": ["fire", "flood"]}).proposals
    assert changes(only) == [("withdraw", "kinds", "fire")] and only.cost == COSTS["withdraw"]


def test_a_key_never_changes():
    found = repaired('require every a in plan.agencies : a.id starts with "x"', {"agencies": [{"id": "a"}]})
    assert not found.proposals and found.without[0].why in ("none", "facts")


def test_a_judgement_is_asked_for_and_not_contradicted():
    rules = ruleset('require judged "Is it good?" and plan.yearly')
    plan = {"yearly": False, **WHOLE}
    assert {one[:2] for one in changes(rules.assess(plan, AS_OF).repairs("R-1").proposals[0])} == {
        ("improve", "yearly"),
        ("judge", "judgements/R-1"),
    }
    judged = {**plan, "judgements": [{"requirement": "R-1", "answer": False, "who": "A. Person"}]}
    found = rules.assess(judged, AS_OF).repairs()
    assert not found.proposals and found.without[0].why == "judged"


def test_what_else_would_get_worse_is_part_of_the_repair():
    two = "require count(plan.agencies) >= 2"
    every = "each a in plan.agencies require a.reps >= 1"
    (only,) = repaired(two, {"agencies": [{"id": "a", "reps": 3}]}, every).proposals
    assert changes(only)[0] == ("add", "agencies", {"id": "2"}) and only.cost == 2 and not only.worsens
    assert only.changes[1].place == "agencies/2/reps" and only.changes[1].lowest == 1
    (only,) = repaired(two, {"agencies": [{"id": "a", "reps": 3}]}, every, worse=True).proposals
    assert only.cost == 1 and only.worsens == (("R-2", "agencies/2"),)


def test_alternatives_truly_differ_and_choices_that_do_as_well_are_named():
    found = repaired(
        "require some a in plan.agencies : a.level = high", {"agencies": [{"id": "a", "level": "low"}, {"id": "b", "level": "low"}]}
    )
    assert [changes(one) for one in found.proposals] == [
        [("improve", "agencies/a/level", "high")],
        [("improve", "agencies/b/level", "high")],
    ]
    (only,) = repaired("require plan.lead is given", {"agencies": [{"id": "a"}, {"id": "b"}]}).proposals
    assert only.changes[0].among == ("a", "b")
    dearer = repaired("require some a in plan.agencies : a.level = high", {"agencies": [{"id": "a", "level": "low"}]}, dearer=1)
    assert [one.cost for one in dearer.proposals] == [1, 2]


def test_costs_weights_and_subjects():
    rule = "require plan.yearly or plan.stage = done"
    plan = {"yearly": False, "stage": "draft"}
    assert len(repaired(rule, plan).proposals) == 2
    (only,) = repaired(rule, plan, weights={"Plan.yearly": 5}).proposals
    assert only.changes[0].place == "stage"
    (only,) = repaired(rule, plan, weights={"stage": 2}).proposals
    assert only.changes[0].place == "yearly"
    report = ruleset("each a in plan.agencies require a.reps >= 2").assess(
        {"agencies": [{"id": "a", "reps": 1}, {"id": "b", "reps": 0}], **WHOLE}, AS_OF
    )
    assert {one.subject for one in report.repairs().proposals} == {"agencies/a", "agencies/b"}
    assert [one.subject for one in report.repairs(subject="agencies/b").proposals] == ["agencies/b"]
    assert [one.subject for one in report.repairs(report.gaps[1]).proposals] == ["agencies/b"]
    (all_at_once,) = report.repairs(together=True).proposals
    assert len(all_at_once.closes) == 2 and all_at_once.cost == 2 and all_at_once.least


def test_the_effort_of_remedies_orders_what_costs_the_same():
    rule = "require plan.stage = done or plan.yearly"
    plan = {"yearly": False, "stage": "draft"}
    long, short = "require plan.yearly effort 6 months", "require plan.stage = done effort 2 days"
    first, second = repaired(rule, plan, long, short).proposals
    assert (changes(first), first.effort_days) == ([("improve", "stage", "done")], 2)
    assert (changes(second), second.effort_days) == ([("improve", "yearly", True)], 180)
    first, _ = repaired(rule, plan, long.replace("6 months", "1 day"), short).proposals
    assert changes(first) == [("improve", "yearly", True)]
    first, second = repaired(rule, plan, long, short, weights={"stage": 2}, dearer=1).proposals  # a cost that is given comes before effort
    assert (changes(first), first.cost, second.cost) == ([("improve", "yearly", True)], 1, 2)
    assert (
        "180 days" in repaired(rule, plan, long, short).to_text() and "2 jours" in repaired(rule, plan, short).in_language("fr").to_text()
    )


def test_an_effort_counts_once_for_all_subjects_unless_it_is_for_each():
    def days(effort):
        report = ruleset(f"each a in plan.agencies require a.reps >= 1 effort {effort}").assess(
            {"agencies": [{"id": "a", "reps": 0}, {"id": "b", "reps": 0}], **WHOLE}, AS_OF
        )
        (found,) = report.repairs(together=True, most=1).proposals
        return found.effort_days

    assert days("2 weeks") == 14 and days("2 weeks each") == 28


def test_gaps_closed_together_share_what_they_can():
    rules = ruleset("require some a in plan.agencies : a.level = high", "require some a in plan.agencies : a.part contains leads")
    report = rules.assess({"agencies": [], **WHOLE}, AS_OF)
    (found,) = report.repairs(together=True, most=1).proposals
    assert found.cost == 3 and found.least  # one agency for both
    assert sum(one.cost for one in report.repairs(most=1).proposals) == 4


def test_wrong_arguments_are_told():
    report = ruleset("require plan.yearly", "require plan.title is given").assess({"yearly": False, "title": "T", **WHOLE}, AS_OF)
    with pytest.raises(brecha.BrechaError, match="R-2 has no gap"):
        report.repairs("R-2")
    with pytest.raises(brecha.UnknownNameError, match="R-1"):
        report.repairs("R-11")
    with pytest.raises(brecha.UnknownNameError, match="deny"):
        report.repairs(costs={"denny": 1})
    for wrong in ({"costs": {"deny": -1}}, {"weights": {"yearly": True}}, {"most": "many"}, {"dearer": "x"}, {"requirement": 7}):
        with pytest.raises(TypeError):
            report.repairs(**wrong)


def test_no_gap_no_repair():
    found = ruleset("require plan.yearly").assess({"yearly": True}, AS_OF).repairs()
    assert len(found) == 0 and not found.proposals and not found.without and "no gap" in found.to_text()


def test_it_says_when_it_stopped_early():
    rule = "require " + " and ".join(f"(some a{one} in plan.agencies : a{one}.reps = {one} and a{one}.level = high)" for one in range(4))
    found = repaired(rule, {"agencies": []}, tries=20)
    assert found.stopped_early and (found.without[0].why == "stopped" if found.without else not found.proposals[0].least)


# --- the table, JSON, faces ---


@pytest.fixture(scope="module")
def draft():
    rules = brecha.load("tourism_security")
    return rules.assess(brecha.sample("tourism_security/made-up-first-draft"), AS_OF)


@pytest.fixture(scope="module")
def some(draft):
    return draft.repairs(["TSP-21", "ICP-20", "TSP-07", "CRT-08", "TSP-16-fit"])


def test_each_patch_closes_its_gap_and_is_a_json_patch(draft, some):
    jsonpatch = pytest.importorskip("jsonpatch")
    for one in some.proposals:
        content = jsonpatch.apply_patch(draft.plan.content(), one.patch)
        for plan in (content, draft.plan.patched(one.patch)):
            after = draft.ruleset.assess(plan, AS_OF)
            verdicts = {(row.requirement, row.subject): row.verdict for row in after.findings}
            assert all(verdicts[key] == "met" for key in one.closes) and (one.requirement, one.subject) in one.closes
            before = {(row.requirement, row.subject): row for row in draft.findings}
            assert not [row for row in after.findings if row.is_gap and not (before.get((row.requirement, row.subject)) or row).is_gap]


def test_a_patch_that_does_not_fit_is_told(draft):
    with pytest.raises(brecha.BrechaError, match="does not fit"):
        draft.plan.patched([{"op": "add", "path": "/no/such/place", "value": 1}])


def test_the_table_has_a_row_for_each_change(some):
    assert some.columns == list(RepairChange._fields)
    assert len(some) == sum(len(one.changes) for one in some.proposals)
    row = next(row for row in some if row.requirement == "TSP-07")
    assert (row.action, row.before, row.value, row.lowest, row.highest, row.blank) == ("improve", "3", "5", "5", None, True)
    assert some.to_polars().height == len(some.to_pandas()) == len(some)


def test_json_has_everything(some):
    content = json.loads(some.to_json())
    assert [one["requirement"] for one in content["repairs"]] == [one.requirement for one in some.proposals]
    assert content["without"] == [{"requirement": "TSP-16-fit", "subject": None, "why": "judged", "actions": ["rejudge"]}]
    assert content["repairs"][0]["patch"] == list(some.proposals[0].patch)


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_the_picture_speaks_four_languages(some, language):
    other = some.in_language(language)
    text, html = other.to_text(80), other.to_html()
    assert all(len(line) <= 80 for line in text.splitlines())
    for one in other.proposals:
        assert one.requirement in text and one.requirement in html
    assert "TSP-16-fit" in text and ("of 5" not in text or language == "en")


def test_in_the_page_a_place_has_its_own_line(some):
    assert '<div class="places faint">resources/hotline/always_open</div>' in some.to_html()


def test_the_command(brecha_command, tmp_path):
    status, out, err = brecha_command("repairs", "tourism_security", "made-up-first-draft", "ICP-20", "--as-of", AS_OF)
    assert (status, err) == (0, "") and "resources/hotline/always_open" in out
    status, out, _ = brecha_command("repairs", "tourism_security", "made-up-first-draft", "TSP-07", "--as-of", AS_OF, "--format", "csv")
    assert status == 0 and out.count("\n") == 3
    plan = tmp_path / "repaired.json"
    status, _, err = brecha_command(
        "repairs", "tourism_security", "made-up-first-draft", "ICP-20", "TSP-07", "--as-of", AS_OF, "--plan", str(plan)
    )
    assert status == 0 and "repaired.json" in err
    report = brecha.load("tourism_security").assess(str(plan), AS_OF)
    assert report["ICP-20"].verdict == report["TSP-07"].verdict == "met"
    assert brecha_command("repairs", "tourism_security", "made-up-first-draft", "--cost", "drop")[0] == 2
    assert brecha_command("repairs", "tourism_security", "made-up-first-draft", "TSP-99")[0] == 2


# --- nothing cheaper: all sets of changes, made by other code ---

KINDS, PARTS, LEVELS, STAGES = ["fire", "flood", "storm"], ["leads", "drafts", "consulted"], ["low", "high"], ["draft", "read", "done"]
DATES = ["2023-12-31", "2024-01-01", "2025-06-30", "2026-01-15", "2026-06-01"]
RULES = [
    "require plan.yearly",
    "require plan.budget >= {n}",
    "require plan.budget = {n} or plan.stage = done",
    "require plan.stage >= read and plan.budget < {n}",
    "each a in plan.agencies require a.reps >= {n}",
    "each a in plan.agencies where a.kind = {kind} require .r a.reps >= {n} require .l a.level = high",
    "require some a in plan.agencies : a.level = high and a.part contains {part}",
    "require plan.kinds covers {{{kind}, flood}}",
    "require plan.approved_on >= 2024-01-01 or plan.stage = done",
    "require count(a in plan.agencies where a.part contains {part}) >= 2",
    "require plan.lead.level = high",
    "require plan.lead.reps + plan.budget >= {n}",
    "forbid plan.kinds contains {kind}",
    "when plan.yearly = no require plan.budget <= {n}",
    "require if plan.yearly then plan.stage = done else plan.kinds contains {kind}",
    "require sum(a in plan.agencies : a.reps) >= {n}",
    "require every a in plan.agencies where a.level = high : a.part contains {part}",
    "require no a in plan.agencies : a.reps > {n}",
]


def random_case(seed):
    draw = random.Random(seed)
    rules = [
        rule.format(n=draw.randint(1, 4), kind=draw.choice(KINDS), part=draw.choice(PARTS))
        for rule in draw.sample(RULES, draw.randint(1, 3))
    ]

    def maybe(name, value, odds=0.7):
        return {name: value} if draw.random() < odds else {}

    agencies = [
        {"id": key} | maybe("reps", draw.randint(0, 3)) | maybe("level", draw.choice(LEVELS)) | maybe("kind", draw.choice(KINDS))
        | maybe("part", draw.sample(PARTS, draw.randint(0, 2)))
        for key in "ab"[: draw.randint(0, 2)]
    ]  # fmt: skip
    plan = (
        {"agencies": agencies}
        | maybe("yearly", draw.random() < 0.5)
        | maybe("budget", draw.randint(0, 5))
        | maybe("stage", draw.choice(STAGES))
    )
    plan |= maybe("kinds", draw.sample(KINDS, draw.randint(0, 2))) | maybe("approved_on", draw.choice(DATES))
    plan |= maybe("lead", agencies[0]["id"] if agencies else "a", 0.4)
    return rules, plan | (WHOLE if draw.random() < 0.8 else {"evidence": {"": {"read": "part"}}})


def edits(plan, new):
    """Every change that is proposed by default, as cost, name and function on a copy. new: ids of agencies that may be added."""

    def setter(item, name, value):
        def change(data):
            found = data if item is None else next((one for one in data["agencies"] if one["id"] == item), None)
            if found is not None:
                found[name] = value
            return found is not None

        return change

    def adder(item, name, value):
        def change(data):
            found = data if item is None else next((one for one in data["agencies"] if one["id"] == item), None)
            if found is None or value in found.get(name, []):
                return False
            opened = name not in found
            found[name] = [*found.get(name, []), value]
            place = f"agencies/{item}/{name}" if item else name
            if opened:  # one element of a list that was not there: nobody said that it is all
                data["evidence"] = {**data["evidence"], place: {"read": "part"}}
            return True

        return change

    def taker(item, name, value):
        def change(data):
            found = data if item is None else next((one for one in data["agencies"] if one["id"] == item), None)
            if found is None or value not in found.get(name, []):
                return False
            found[name] = [one for one in found[name] if one != value]
            return True

        return change

    def closer(place):
        def change(data):
            *_, name = place.split("/")
            owner = data if "/" not in place else next((one for one in data["agencies"] if one["id"] == place.split("/")[1]), None)
            if owner is None:
                return False
            data["evidence"] = {**data["evidence"], place: {"complete" if owner.get(name) else "none": True}}
            return True

        return change

    def new_agency(key):
        def change(data):
            data["agencies"] = [*data["agencies"], {"id": key}]
            return True

        return change

    found = []

    def value(item, name, values, kind):
        owner = plan if item is None else next((one for one in plan["agencies"] if one["id"] == item), {})
        before = owner.get(name)
        for one in values:
            if one == before:
                continue
            action = "state" if before is None else kind(before, one)
            if COSTS[action] < float("inf"):
                found.append((COSTS[action], (item, name), setter(item, name, one)))

    def listed(item, name, values):
        owner = plan if item is None else next((one for one in plan["agencies"] if one["id"] == item), {})
        for one in values:
            if one in owner.get(name, []):
                found.append((COSTS["withdraw"], (item, name, one), taker(item, name, one)))
            else:
                found.append((COSTS["add"], (item, name, one), adder(item, name, one)))
        found.append((COSTS["close"], (item, name, "close"), closer(f"agencies/{item}/{name}" if item else name)))

    def improve(before, one):
        return "improve"

    value(None, "yearly", [True, False], lambda before, one: "improve" if one else "deny")
    value(None, "budget", range(9), improve)
    value(None, "stage", STAGES, improve)
    value(None, "approved_on", DATES, lambda before, one: "improve" if before > AS_OF else "rewrite")
    value(None, "lead", [one["id"] for one in plan["agencies"]] + new, lambda before, one: "restate")
    listed(None, "kinds", KINDS)
    for key in [one["id"] for one in plan["agencies"]] + new:
        value(key, "reps", range(7), improve)
        value(key, "level", LEVELS, improve)
        value(key, "kind", KINDS, lambda before, one: "restate")
        listed(key, "part", PARTS)
    found.append((COSTS["close"], ("agencies", "close"), closer("agencies")))
    return [(COSTS["add"], ("new", key), new_agency(key)) for key in new] + found


def verdicts(rules, plans):
    texts = [("plan", json.dumps(plan)) for plan in plans]
    read = [plan for plan, _ in rules._core.read_plans(texts)]
    return [
        {(requirement, subject): (verdict, dict(parts)) for requirement, subject, verdict, parts in core.outlines()}
        for core, _ in rules._core.assess_many(read, datetime.date.fromisoformat(AS_OF))
    ]


def closes(before, after, key):
    if after.get(key, ("",))[0] != "met":
        return False
    was_open = [part for part, truth in before[key][1].items() if truth in ("fails", "unknown")]
    return all(after[key][1].get(part) == "holds" for part in was_open)


def worse(before, after):
    gaps = ("not_met", "partly_met")
    return any(
        (verdict in gaps and before.get(key, ("",))[0] not in gaps)
        or (verdict == "not_met" and before[key][0] == "partly_met")
        or (verdict == "unknown" and before.get(key, ("",))[0] == "met")
        or (verdict == "not_applicable" and before.get(key, ("",))[0] in ("met", *gaps))
        for key, (verdict, _) in after.items()
    )


def cheapest(rules, plan, key, below):
    """The least cost under `below` that closes a gap, over all sets of changes; None where there is none."""
    new = [str(len(plan["agencies"]) + 1), str(len(plan["agencies"]) + 2)][: 1 if below <= 3 else 2]
    every = edits(plan, new)
    (before,) = verdicts(rules, [plan])
    sets = [
        chosen
        for size in range(1, int(below) + 1)
        for chosen in itertools.combinations(every, size)
        if sum(cost for cost, _, _ in chosen) < below and len({name for _, name, _ in chosen}) == size
    ]
    tried = []
    for chosen in sets:
        data = json.loads(json.dumps(plan))
        if all(change(data) for _, _, change in chosen):
            tried.append((sum(cost for cost, _, _ in chosen), chosen, data))
    best = None
    for begin in range(0, len(tried), 2000):
        some = tried[begin : begin + 2000]
        for (cost, chosen, _), after in zip(some, verdicts(rules, [data for _, _, data in some]), strict=True):
            if (
                (best is None or cost < best)
                and closes(before, after, key)
                and not worse(before, after)
                and not blurs(rules, plan, chosen, before, key)
            ):
                best = cost
    return best


def blurs(rules, plan, chosen, before, key):
    """Is an empty agency added only to leave something open?"""
    for one in chosen:
        if one[1][0] == "new" and len(chosen) > 1 and not any(other[1][0] == one[1][1] for other in chosen):
            data = json.loads(json.dumps(plan))
            for other in chosen:
                if other is not one:
                    other[2](data)
            (after,) = verdicts(rules, [data])
            if closes(before, after, key):
                return True
    return False


CASES = int(os.environ.get("BRECHA_REPAIR_CASES", "30"))


@pytest.mark.parametrize("block", range(10))
def test_an_exhaustive_search_finds_nothing_cheaper(block):
    seen = 0
    for seed in range(block, CASES, 10):
        texts, plan = random_case(seed)
        rules = ruleset(*texts)
        report = rules.assess(plan, AS_OF)
        found = report.repairs(most=1, tries=2000)
        best = {(one.requirement, one.subject): one for one in found.proposals}
        for gap in report.gaps:
            key = (gap.requirement, gap.subject)
            cost = best[key].cost if key in best else 3
            cheaper = cheapest(rules, plan, key, min(cost, 4))
            assert cheaper is None, (seed, texts, plan, key, cheaper, best.get(key))
            seen += 1
        for one in found.proposals:
            after = rules.assess(json.loads(json.dumps(report.plan.patched(one.patch).content())), AS_OF)
            assert all({(row.requirement, row.subject): row.verdict for row in after.findings}[key] == "met" for key in one.closes)
    assert seen or CASES < 10
