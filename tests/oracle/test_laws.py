"""Laws that hold of every ruleset and plan, tried on random ones."""

from __future__ import annotations

import copy
import os
import random
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import engine
from .compare import finding_key, list_of
from .complete import Completer, tidy_plan
from .generate import DATED, ENTITIES, KEYS, WORDS, Case, PlanWriter, compared_in, json_text, key_text, make_case, places_of
from .worlds import SEEDS, World, fillings, tried, turned_round, worlds

pytestmark = pytest.mark.skipif(not engine.available(), reason="brecha._core is not built")

CASES = int(os.environ.get("BRECHA_LAW_CASES", "60"))
GAP, NO_GAP = ("not_met", "partly_met"), ("met", "not_applicable")


def rulesets(first: int, count: int, without_silence: bool = False):
    """Cases that check, with their compiled rulesets."""
    seed = first
    while count > 0:
        case = make_case(f"law {seed}", without_silence)
        seed += 1
        case.plan.pop("judgements", None)
        try:
            yield case, engine.compile_ruleset(case.files())
        except engine.Refused:
            continue
        count -= 1


def told(case: Case, before: str, after: str, what: str) -> str:
    return f"{what}\n{case.ruleset_text()}\nas of {case.as_of}\nbefore {before}\nafter {after}"


def told_of_plans(case: Case, before: dict, after: dict, what: str, more: object = "") -> str:
    return told(case, json_text(before), json_text(after), f"{what} {more}")


def side(verdict: str) -> str:
    return "gap" if verdict in GAP else "no gap" if verdict in NO_GAP else "open"


def told_of(world: World, after: dict, what: str, more: object = "") -> str:
    return told_of_plans(world.case, world.plan, after, what, more)


def test_filling_in_an_unknown_never_takes_back_what_was_decided():
    moved = []

    @tried(2 * CASES)
    @given(worlds(), st.data())
    def law(world, data):
        filled = data.draw(fillings(world.plan))
        for one, other in zip(world.assess(world.plan), world.assess(filled)):
            story = partial(told_of, world, filled, f"{one.id}: {one.verdict}, then {other.verdict}")
            assert one.may_be_gap or not other.is_gap, story()
            if one.verdict != "unknown":
                assert side(one.verdict) == side(other.verdict), story()
            later = {finding.subject: finding for finding in other.findings if finding.cells}
            for finding in one.findings:
                if not finding.cells or finding.subject not in later or finding.subject is not None and "?" in finding.subject:
                    continue
                now = later[finding.subject]
                if sum(each.subject == finding.subject for each in one.findings + other.findings) > 2:
                    continue  # subjects with one text cannot be told apart
                if finding.verdict != "unknown":
                    assert side(finding.verdict) == side(now.verdict), story(f"{finding} {now}")
                parts = dict(now.cells)
                for part, truth in finding.cells:
                    if truth in ("holds", "fails") and len(parts) == len(now.cells) and part in parts:
                        assert parts[part] in (truth, "not_owed"), story(f"{finding} {now}")
                moved.append(finding.verdict == "unknown" and now.verdict != "unknown")

    law()
    assert any(moved)


def test_what_is_decided_without_a_list_is_decided_alike_with_it():
    """Also where another requirement's verdict is asked for an item: a list that is not stated may bring subjects that contain it."""
    decided = []

    @tried(2 * CASES)
    @given(worlds(), st.data())
    def law(world, data):
        lists = [
            place
            for place, type_, present in places_of("Plan", world.plan, "")
            if present and type_.startswith("list of ") and "[" not in place
        ]
        less = copy.deepcopy(world.plan)
        left_out = data.draw(st.sets(st.sampled_from(lists), max_size=4)) if lists else set()
        for place in sorted(left_out, key=lambda one: (-len(one), one)):
            put(less, place, None)
        decided.append(holds_still(world.assess(less), world.assess(world.plan), partial(told_of_plans, world.case, less, world.plan)))

    law()
    assert any(decided)


def test_reading_a_plan_in_part_adds_no_gap_and_decides_nothing_otherwise():
    decided = []

    @tried(CASES)
    @given(worlds(without_silence=False), st.sampled_from(["", "whole"]))
    def law(world, read):
        world.plan.get("evidence", {}).pop("", None)
        in_part, read_so = world.assess(world.plan, "part"), world.assess(world.plan, read)
        for one, other in zip(in_part, read_so):
            assert other.is_gap or not one.is_gap, told_of(world, world.plan, f"{one.id}: a gap read in part, none as {read!r}")
        decided.append(sum(one.is_gap for one in in_part))

    law()
    assert any(decided)


def holds_still(before, after, story) -> int:
    """Nothing that is decided before is decided otherwise, or open, after; how many were decided."""
    decided = 0
    for one, other in zip(before, after):
        if one.verdict != "unknown":
            decided += 1
            assert side(one.verdict) == side(other.verdict), story(f"{one.id}: {one.verdict}, then {other.verdict}")
    return decided


def test_a_statement_more_never_takes_back_what_was_decided():
    """That there is none of something, or no other, or how many there are of what nothing is said."""
    decided = []

    @tried(2 * CASES)
    @given(worlds(), st.data())
    def law(world, data):
        evidence = world.plan.setdefault("evidence", {})
        places = [one for one in places_of("Plan", world.plan, "") if one[1] and one[0] not in evidence and "[" not in one[0]]
        if not places:
            return
        place, type_, present = data.draw(st.sampled_from(places))
        stated = copy.deepcopy(world.plan)
        if not type_.startswith("list of "):
            if present:
                return
            stated["evidence"][place] = {"none": True}
        else:
            writer = PlanWriter(random.Random(f"slice {data.draw(SEEDS)}"), tidy=True)
            writer.compared = compared_in(world.case.ruleset_text())
            condition = writer.slice(type_.removeprefix("list of "))
            if any(condition.startswith(date) for date in DATED.values()):
                return  # of a list that grows with time it says better since when it is kept
            sizes = [{"size": size} for size in range(3) if not present]
            stated["evidence"][f"{place}[{condition}]"] = data.draw(st.sampled_from([{"none": True}, {"complete": True}, *sizes]))
        decided.append(holds_still(world.assess(world.plan), world.assess(stated), partial(told_of, world, stated)))

    law()
    assert any(decided)


def test_a_list_with_none_of_each_value_is_empty():
    """A list is whole where all slices of it are; what there is none of is not there."""
    for number, (case, ruleset) in enumerate(rulesets(9000, CASES // 2)):
        rng = random.Random(f"whole {number}")
        plan = tidy_plan(rng)
        evidence = plan.setdefault("evidence", {})
        evidence.pop("hues", None)
        evidence.pop("grades", None)
        empty, denied = copy.deepcopy(plan), copy.deepcopy(plan)
        for name, words in (("hues", WORDS["Colour"]), ("grades", WORDS["Grade"])):
            empty[name] = []
            empty["evidence"][name] = {"complete": True}
            denied.pop(name, None)
            denied["evidence"] |= {f"{name}[{word}]": {rng.choice(["none", "complete"]): True} for word in words}
        one, other = (ruleset.assess(json_text(each), case.as_of) for each in (empty, denied))
        assert by_lists(one) == by_lists(other), told_of_plans(case, empty, denied, "empty, and none of each value")


def by_lists(results) -> list:
    """Results with lists in place of their slices."""
    return [
        (one.id, one.verdict, [(finding_key(each), [frozenset(map(list_of, places)) for places in each.missing]) for each in one.findings])
        for one in results
    ]


def test_other_names_of_fields_change_nothing_but_names():
    @tried(CASES)
    @given(worlds(without_silence=False, tidy=False))
    def law(world):
        files = [(name, renamed_in_rules(text)) for name, text in world.case.files()]
        again = engine.compile_ruleset(files)
        plan = renamed_in_plan(world.plan)
        after = again.assess(json_text(plan), world.case.as_of)
        for result in after:
            for finding in result.findings:
                finding.subject = finding.subject and finding.subject.replace(MARK, "")
                finding.missing = [frozenset(place.replace(MARK, "") for place in places) for places in finding.missing]
                finding.cells = [(part and part.replace(MARK, ""), truth) for part, truth in finding.cells]
        assert world.assess(world.plan) == after, told_of(world, plan, files[1][1])

    law()


MARK = "_q"
FIELDS = "|".join(sorted({name for fields in ENTITIES.values() for name, _ in fields}, key=len, reverse=True))


def renamed_in_rules(text: str) -> str:
    text = re.sub(rf"\.({FIELDS})\b", rf".\1{MARK}", text)
    if text.startswith("vocabulary"):
        text = re.sub(rf"^    ({FIELDS}) ", rf"    \1{MARK} ", text, flags=re.MULTILINE)
    # keys, dates of lists that grow with time, columns of tables
    listed = lambda one: re.sub(rf"\b({FIELDS})(?=,|:| |\n|$)", rf"\1{MARK}", one[0])
    return re.sub(r" key [\w, ]+(?= \{)| dated \w+|^  table .*(?=\} \{)", listed, text, flags=re.MULTILINE)


def renamed_in_plan(value):
    if isinstance(value, list):
        return [renamed_in_plan(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, one in value.items():
        if key == "evidence":
            found[key] = {renamed_place(each): entry for each, entry in one.items()}
        elif key == "judgements":
            found[key] = [each | {"subject": renamed_place(each["subject"])} if "subject" in each else each for each in one]
        else:
            found[renamed_place(key)] = renamed_in_plan(one)
    return found


def renamed_place(place: str) -> str:
    return re.sub(rf"(?:(?<=^)|(?<=/)|(?<=\[)|(?<=, ))({FIELDS})(?=$|[/\[=<>\0])", rf"\1{MARK}", place)


def anonymous(results) -> list:
    """Results without the positions of what has no key, in an order of their own."""
    return sorted(
        (one.id, one.verdict, sorted(re.sub(r"\[\d+\]", "[]", repr(finding_key(finding))) for finding in one.findings)) for one in results
    )


def test_order_of_list_items_keys_requirements_declarations_and_files_changes_nothing():
    compared = []

    @tried(CASES)
    @given(worlds(without_silence=False), st.data())
    def law(world, data):
        evidence = world.plan.get("evidence", {})
        if "[" in "".join(evidence):
            return  # positions are names
        other = copy.deepcopy(world.case)
        other.requirements = data.draw(st.permutations(other.requirements))
        other.preamble = data.draw(st.permutations(other.preamble))
        again = engine.compile_ruleset(data.draw(st.permutations(other.files())))
        mixed = data.draw(turned_round(world.plan))
        before, after = world.assess(world.plan), again.assess(json_text(mixed), world.case.as_of)
        assert anonymous(before) == anonymous(after), told_of(world, mixed, "order", other.ruleset_text())
        compared.append(len(before))

    law()
    assert any(compared)


def test_a_batch_equals_its_plans_one_by_one():
    for number, (case, ruleset) in enumerate(rulesets(2000, CASES // 3)):
        texts = (
            [case.plan_text()]
            + [json_text(make_case(f"batch {number} {index}").plan) for index in range(4)]
            + [json_text(tidy_plan(random.Random(number)))]
        )
        batch = ruleset.assess_batch(texts, case.as_of)
        assert batch == [ruleset.assess(text, case.as_of) for text in texts], case.ruleset_text()


def test_a_ruleset_means_the_same_in_every_keyword_language():
    for case, ruleset in rulesets(3000, CASES // 3):
        before = ruleset.assess(case.plan_text(), case.as_of)
        for language in ("en", "es", "pt", "fr"):
            files = [(name, engine.reformat(name, text, language)) for name, text in case.files()]
            again = engine.compile_ruleset(files)
            assert again.handle.sha256 == ruleset.handle.sha256, files[1][1]
            assert again.assess(case.plan_text(), case.as_of) == before, files[1][1]
            assert [(name, engine.reformat(name, text, language)) for name, text in files] == files


def test_many_threads_get_what_one_gets():
    for case, ruleset in rulesets(4000, CASES // 15 + 1):
        texts = [case.plan_text()] + [json_text(tidy_plan(random.Random(number))) for number in range(7)]
        alone = [ruleset.assess(text, case.as_of) for text in texts]
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda text: ruleset.assess(text, case.as_of), texts * 3))
        assert together == alone * 3


def test_a_place_that_is_not_listed_as_missing_can_be_filled_in_without_changing_the_cell():
    filled_in = 0
    for number, (case, ruleset) in enumerate(rulesets(5000, CASES, without_silence=True)):
        rng = random.Random(f"missing {number}")
        plan = tidy_plan(rng)
        report = ruleset.report(json_text(plan), case.as_of)
        places = [(place, type_) for place, type_, present in places_of("Plan", plan, "") if not present and type_ and "[" not in place]
        for place, type_ in rng.sample(places, min(len(places), 6)):
            other = copy.deepcopy(plan)
            put(other, place, Completer(rng).value(type_))
            after = ruleset.report(json_text(other), case.as_of)
            for one, now in zip(report["requirements"], after["requirements"]):
                later = {finding["subject"]: finding for finding in now["findings"] if finding["parts"]}
                for finding in one["findings"]:
                    same_text = [each for each in one["findings"] if each["subject"] == finding["subject"]]
                    if len(same_text) > 1 or finding["subject"] not in later:
                        continue
                    parts = {part["part"]: part["truth"] for part in later[finding["subject"]]["parts"]}
                    for part in finding["parts"]:
                        if any(reaches(missing["place"], place) for missing in part["missing"]) or part["part"] not in parts:
                            continue
                        if type_.removeprefix("list of ") in KEYS and any(
                            missing["why"] in ("invalid", "ambiguous") for missing in part["missing"]
                        ):
                            continue  # the new items may be those that a reference looked for
                        if len(parts) != len(later[finding["subject"]]["parts"]):
                            continue
                        filled_in += 1
                        allowed = {part["truth"], "not_owed"} if part["truth"] == "holds" else {part["truth"]}
                        assert parts[part["part"]] in allowed, told(
                            case,
                            json_text(plan),
                            json_text(other),
                            f"{one['id']} {finding['subject']} {part} after filling {place}: {parts[part['part']]}",
                        )
    assert filled_in > 0


def test_every_unknown_finding_names_a_place_where_a_statement_would_change_it():
    """Or change what it asks: nothing is open for want of what has been said already."""
    changed, tried = 0, 0
    for number, (case, ruleset) in enumerate(rulesets(7000, CASES)):
        rng = random.Random(f"ask {number}")
        plan = tidy_plan(rng)
        kinds = {place: type_ for place, type_, _ in places_of("Plan", plan, "") if type_}
        evidence = plan.setdefault("evidence", {})
        for place, type_, present in list(places_of("Plan", plan, "")):
            if type_ and not present and rng.random() < 0.3 and not (type_.startswith("list of ") and place in evidence):
                evidence[place] = rng.choice([{"none": True}, {"none": True}, {"why": "not_known"}, {"why": "withheld"}])
        report = ruleset.report(json_text(plan), case.as_of)
        unknown = [(one["id"], finding) for one in report["requirements"] for finding in one["findings"] if finding["verdict"] == "unknown"]
        for requirement, finding in unknown:
            places = {missing["place"] for part in finding["parts"] for missing in part["missing"]}
            assert places, told(case, json_text(plan), "", f"{requirement} {finding['subject']} is unknown and names no place")
        for requirement, finding in rng.sample(unknown, min(len(unknown), 4)):
            places = {missing["place"] for part in finding["parts"] for missing in part["missing"]}
            if any(list_of(place) not in kinds for place in places):
                continue  # what the rules' tables, people or rows that are not there would have to say
            tried += 1
            statements = ((place, kinds[list_of(place)]) for place in sorted(places) for _ in range(8))
            changed += any(other_answer(ruleset, case, plan, requirement, finding, place, type_, rng) for place, type_ in statements)
    # A statement is drawn at random, so that a few need more luck than eight draws have.
    assert changed > 0.97 * tried > 0, f"{changed} of {tried}"


def other_answer(ruleset, case: Case, plan: dict, requirement: str, finding: dict, place: str, type_: str, rng) -> bool:
    """Does a statement at the place change the finding, or what it asks?"""
    stated = copy.deepcopy(plan)
    is_list = type_.startswith("list of ")
    if place != list_of(place) and rng.random() < 0.5:  # a slice has no others
        stated["evidence"][place] = {"complete": True}
    place = list_of(place)
    stated["evidence"][place] = {"read": "whole"}
    if rng.random() < 0.5 if is_list else rng.random() < 0.85:
        value = Completer(rng).value(type_.removeprefix("list of "))
        put(stated, place, [value] if is_list else value)
    elif not is_list:
        put(stated, place, None)
        stated["evidence"][place] = {"none": True}
    report = ruleset.report(json_text(stated), case.as_of)
    now = [
        one
        for each in report["requirements"]
        if each["id"] == requirement
        for one in each["findings"]
        if one["subject"] == finding["subject"]
    ]
    return [finding["parts"]] != [one["parts"] for one in now]


def reaches(listed: str, place: str) -> bool:
    """Does the one place lie in the other, or are they the same? What fills a list fills its slices."""
    listed = list_of(listed)
    return place == listed or place.startswith(listed + "/") or listed.startswith(place + "/")


def put(plan: dict, place: str, value) -> None:
    entity, item = "Plan", plan
    segments = place.split("/")
    for position, segment in enumerate(segments[:-1]):
        inside = item[segment] if isinstance(item, dict) and segment in dict(ENTITIES[entity]) else None
        if inside is None:
            continue
        entity = dict(ENTITIES[entity])[segment].removeprefix("list of ")
        if isinstance(inside, list):
            wanted = segments[position + 1]
            at = int(wanted[1:-1]) if wanted.startswith("[") else [key_text(entity, one) for one in inside].index(wanted)
            item = inside[at]
        else:
            item = inside
    item[segments[-1]] = value
