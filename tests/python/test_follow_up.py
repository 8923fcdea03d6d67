"""What became of the gaps between two assessments: each change with its state, its knowledge and its cause."""

import copy
import json
import random
import re
import shutil
import time

import pytest
from conftest import ROOT
from faces import LANGUAGES

import brecha

PART, WHOLE = {"": {"read": "part"}}, {"": {"read": "whole"}}


def agency(key, sector, representatives=None):
    stated = {} if representatives is None else {"representatives": representatives}
    return {"id": key, "name": key.title(), "sector": sector, **stated}


BEFORE = {
    "title": "April",
    "approved_on": "2024-01-01",
    "agencies": [agency("police", "public", 1), agency("port", "public", 0), agency("hotels", "private", 0), agency("parks", "public")],
    "exercises": [{"id": "drill", "ended_on": "2024-06-01"}],
    "evidence": {"": {"read": "part"}, "agencies": {"complete": True}},
}


def changed(plan=None, **values):
    return {**copy.deepcopy(plan or BEFORE), **values}


def by_key(comparison):
    return {(change.requirement, change.subject): change for change in comparison}


def compared(rules, before, after, as_of=("2026-01-15", "2026-01-15"), **options):
    return brecha.compare(rules.assess(before, as_of[0]), rules.assess(after, as_of[1], **options))


@pytest.fixture(scope="module")
def follow_up(small_rules):
    after = changed()
    after["agencies"] = [
        agency("police", "public", 2),  # fixed
        agency("port", "public"),  # not stated any more
        agency("parks", "public", 1),  # came to light
        agency("guards", "private", 1),  # a new item with a gap; the hotels are gone
    ]
    after["evidence"] = {**BEFORE["evidence"], "agencies/police": {"kind": "press"}, "agencies/police/representatives": {"kind": "visit"}}
    return compared(small_rules, BEFORE, after)


def test_each_change_has_a_state_and_what_became_of_knowledge(follow_up):
    found = {key: (one.before, one.after, one.state, one.knowledge, one.cause) for key, one in by_key(follow_up).items()}
    assert found["R-02", "agencies/police"] == ("not_met", "met", "fixed", "same", "plan")
    assert found["R-02", "agencies/port"] == ("not_met", "unknown", "none", "no_longer_stated", "plan")
    assert found["R-02", "agencies/parks"] == ("unknown", "not_met", "new_gap", "learned", "plan")
    assert found["R-02", "agencies/hotels"] == ("not_met", None, "none", "same", "plan")
    assert found["R-02", "agencies/guards"] == (None, "not_met", "new_gap", "same", "plan")
    assert found["R-01", None] == ("met", "met", "still_met", "same", None)


def test_the_table_has_the_columns_of_the_report_and_its_order(follow_up):
    assert follow_up.columns == [
        "assessment", "plan", "as_of", "requirement", "title", "theme", "modality", "subject", "before", "after", "state", "knowledge",
        "cause", "before_message", "after_message", "evidence_kind",
    ]  # fmt: skip
    assert follow_up["subject"] == [None, "agencies/guards", "agencies/hotels", "agencies/parks", "agencies/police", "agencies/port", None]
    assert list(follow_up.to_pandas()["state"].cat.categories) == [
        "fixed", "partly_fixed", "persisting", "worse", "new_gap", "still_met", "none",
    ]  # fmt: skip
    assert follow_up.to_polars().height == len(follow_up)
    assert {change.subject for change in follow_up.where(state="new_gap")} == {"agencies/guards", "agencies/parks"}


def test_the_kind_of_evidence_stands_beside_a_fix(follow_up):
    fix = by_key(follow_up)["R-02", "agencies/police"]
    assert fix.evidence_kind == "visit"  # of the value; press is what the rest of the item comes from
    assert fix.before_message == "Police has named 1 of 2 representatives."
    assert "rests on a visit" in follow_up.to_text()


@pytest.mark.parametrize(
    ("kinds", "weakest"), [(("visit", "press"), "press"), (("expert", "survey"), "expert"), (("visit", "document"), "document")]
)
def test_the_weakest_kind_of_evidence_counts(small_rules, kinds, weakest):
    before = changed(agencies=[agency("police", "public", 2)], evidence=WHOLE)
    after = changed(agencies=[agency("police", "public", 2), agency("hotels", "private", 2)])
    after["evidence"] = WHOLE | {f"agencies/{name}": {"kind": kind} for name, kind in zip(("police", "hotels"), kinds, strict=True)}
    change = by_key(compared(small_rules, before, after))["R-01", None]
    assert (change.state, change.evidence_kind) == ("fixed", weakest)


def test_what_was_open_or_is_open_is_learned_or_no_longer_stated(small_rules):
    met, open_ = changed(agencies=[agency("police", "public", 2)]), changed(agencies=[agency("police", "public")])
    for before, after, knowledge, outcome in ((open_, met, "learned", "learned"), (met, open_, "no_longer_stated", "unsaid")):
        comparison = compared(small_rules, before, after)
        change = by_key(comparison)["R-02", "agencies/police"]
        assert (change.state, change.knowledge, change.cause) == ("none", knowledge, "plan")
        assert comparison.outcomes[list(comparison).index(change)] == outcome


def test_the_headline_counts_each_gap_of_before_once(follow_up):
    counts = follow_up.counts
    assert counts["gaps"] == 3 == sum(counts[word] for word in ("fixed", "partly_fixed", "persisting", "worse", "not_stated", "gone"))
    assert follow_up.headline == (
        "Of 3 gaps as of 2026-01-15: 1 fixed, 1 not stated any more, 1 no longer applies; 1 came to light; 1 is new."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_speaks_four_languages(follow_up, language):
    other = follow_up.in_language(language)
    page = other.to_html()
    shown = other.to_text(300) + re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert other.headline in other.to_text(300)
    assert f'<html lang="{language}">' in page
    if language != "en":
        assert other.headline != follow_up.headline
        assert not re.search(r"\b(fixed|gaps?|before|cause: the|not stated|came to light)\b", shown)


# --- causes ---


def test_an_exercise_that_aged_out_is_the_dates_doing(small_rules):
    plan = changed(evidence=WHOLE)
    change = by_key(compared(small_rules, plan, plan, ("2025-12-01", "2026-12-01")))["R-03", None]
    assert (change.before, change.after, change.state, change.cause) == ("met", "not_met", "new_gap", "date")


def test_what_is_known_because_more_was_read_is_the_readings_doing(small_rules):
    before = changed(exercises=[], evidence=PART)
    change = by_key(compared(small_rules, before, changed(before, evidence=WHOLE)))["R-03", None]
    assert (change.before, change.after, change.knowledge, change.cause) == ("unknown", "not_met", "learned", "reading")
    change = by_key(
        brecha.compare(*(small_rules.assess(changed(before, evidence={}), "2026-01-15", read=read) for read in ("part", "whole")))
    )
    assert change["R-03", None].cause == "reading"


def test_a_value_that_decides_by_itself_is_the_plans_doing_however_it_was_read(small_rules):
    before = changed(exercises=[], evidence=PART)
    after = changed(before, exercises=[{"id": "drill", "ended_on": "2025-06-01"}], evidence=WHOLE)
    change = by_key(compared(small_rules, before, after))["R-03", None]
    assert (change.before, change.after, change.cause) == ("unknown", "met", "plan")


def test_a_parameter_is_a_cause_and_so_are_rules(small_rules, small_folder):
    plan = changed()
    change = by_key(compared(small_rules, plan, plan, parameters={"minimum_representatives": 1}))["R-02", "agencies/police"]
    assert (change.state, change.cause) == ("fixed", "parameters")
    texts = {path.name: path.read_text(encoding="utf-8") for path in small_folder.glob("*.brecha") if path.name != "cases.brecha"}
    texts["rules.brecha"] = re.sub(r"minimum_representatives = 2", "minimum_representatives = 1", texts["rules.brecha"])
    texts["rules.brecha"] = (
        texts["rules.brecha"].replace("requirement R-02 {", "requirement R-20 was R-02 {").replace("- 24 months", "- 12 months")
    )
    amended = brecha.compile(texts)
    found = by_key(
        brecha.compare(small_rules.assess(changed(evidence=WHOLE), "2025-12-15"), amended.assess(changed(evidence=WHOLE), "2025-12-15"))
    )
    assert {cause for cause in (change.cause for change in found.values()) if cause} == {"rules"}
    assert found["R-20", "agencies/police"].state == "fixed"
    assert found["R-03", None].state == "new_gap"


def test_several_causes_are_told_as_several(small_rules):
    plan = changed(agencies=[agency("police", "public", 2), agency("hotels", "private", 1)], evidence=WHOLE)
    after = changed(plan, agencies=[agency("police", "public", 2)])
    first = small_rules.assess(plan, "2026-01-15", parameters={"minimum_representatives": 1})
    change = by_key(brecha.compare(first, small_rules.assess(after, "2026-01-15")))["R-02", "agencies/hotels"]
    assert (change.before, change.after, change.cause) == ("met", None, "several")


def test_half_a_fix_is_told_by_what_still_fails(small_rules):
    half = compared(small_rules, changed(agencies=[], evidence=WHOLE), changed(agencies=[agency("police", "public", 2)], evidence=WHOLE))
    assert by_key(half)["R-01", None].state == "partly_fixed"
    assert "1 partly" in half.headline
    back = compared(small_rules, changed(agencies=[agency("police", "public", 2)], evidence=WHOLE), changed(agencies=[], evidence=WHOLE))
    assert by_key(back)["R-01", None].state == "worse"


def test_an_open_list_that_is_named_later_was_open_for_each_item(small_rules):
    before, after = changed(evidence=PART), changed()
    del before["agencies"]
    found = by_key(compared(small_rules, before, after))
    assert ("R-02", None) not in found
    assert (found["R-02", "agencies/port"].before, found["R-02", "agencies/port"].knowledge) == ("unknown", "learned")


def damaged(value, chance):
    """A plan with some values gone or turned round, and some elements fewer."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key in ("id", "evidence") or chance.random() > 0.08}
        return {key: one if key == "evidence" else damaged(one, chance) for key, one in kept.items()}
    if isinstance(value, list):
        return [damaged(one, chance) for one in value if chance.random() > 0.05]
    return not value if isinstance(value, bool) and chance.random() < 0.3 else value


def test_every_gap_of_both_assessments_is_counted_once_and_every_change_has_a_cause():
    rules, chance = brecha.load("tourism_security"), random.Random(7)
    plan = json.loads(brecha.sample("made-up-first-draft").text)
    for _ in range(8):
        first, second = damaged(plan, chance), damaged(plan, chance)
        first["evidence"] = {"": {"read": chance.choice(["part", "whole"])}}
        before, after = rules.assess(first, "2025-06-01"), rules.assess(second, "2026-06-01")
        comparison = brecha.compare(before, after)
        counts = comparison.counts
        assert counts["gaps"] == before.summary.gap_findings
        still = sum(counts[word] for word in ("persisting", "partly_fixed", "worse", "came_to_light", "new_by_date", "new_gap"))
        assert still == after.summary.gap_findings
        assert all(change.cause for change in comparison if change.before != change.after)


def test_the_same_assessment_has_not_changed(small_rules):
    report = small_rules.assess(BEFORE, "2026-01-15")
    comparison = brecha.compare(report, report)
    assert not any(comparison["cause"]) and comparison.counts["persisting"] == comparison.counts["gaps"]
    assert "Nothing has changed" in comparison.to_text()
    with pytest.raises(TypeError, match="before"):
        brecha.compare("plan.json", report)


def test_two_plans_are_compared_at_once():
    rules = brecha.load("port_facility")
    plan = json.loads(brecha.sample("made-up-survey").text)
    later = changed(plan)
    later["facilities"][0].pop("search_rates")
    before, after = rules.assess(plan, "2025-11-15"), rules.assess(later, "2026-06-15")
    times = []
    for _ in range(5):
        start = time.process_time()
        comparison = brecha.compare(before, after)
        times.append(time.process_time() - start)
    assert {"date", "plan"} <= set(comparison["cause"])
    assert min(times) < 0.1


def test_the_page_names_every_column_of_what_follows_a_report(small_rules):
    page = (ROOT / "docs" / "follow_up.md").read_text(encoding="utf-8")
    report = small_rules.assess(BEFORE, "2026-01-15")
    portfolio = brecha.portfolio([report])
    for table in (
        brecha.compare(report, report),
        report.roadmap(),
        report.roadmap().training,
        portfolio,
        portfolio.solved,
        report.applicability(),
    ):
        assert f"table `{table.name}`" in page
        for column, kind in zip(table.columns, table._core.types, strict=True):
            assert f"`{column}`" in page, f"{table.name}: {column}"
            for word in (
                table._core.categories(column)
                if kind == "category" and column not in ("verdict", "before", "after", "modality", "standing")
                else ()
            ):
                assert f"`{word}`" in page, f"{table.name}: {column} can be {word}"


# --- the command ---


@pytest.fixture
def two_plans(tmp_path, small_rules):
    after = changed(agencies=[agency("police", "public", 2)])
    for name, plan in (("april", BEFORE), ("october", after)):
        (tmp_path / f"{name}.json").write_text(json.dumps(plan), encoding="utf-8")
    small_rules.assess(tmp_path / "april.json", "2025-04-15", language="es").to_json(tmp_path / "report.json")
    return tmp_path


def test_compare_takes_plans_and_reports(two_plans, small_folder, brecha_command):
    dates = ("--as-of-before", "2025-04-15", "--as-of", "2025-10-15", "--format", "json")
    status, plans, _ = brecha_command("compare", small_folder, two_plans / "april.json", two_plans / "october.json", *dates)
    assert status == 0
    status, report, _ = brecha_command("compare", small_folder, two_plans / "report.json", two_plans / "october.json", *dates[2:])
    assert status == 0 and json.loads(report) == json.loads(plans)
    assert json.loads(plans)["counts"]["fixed"] == 1
    status, _, _ = brecha_command("compare", small_folder, two_plans / "april.json", two_plans / "october.json", "--fail-on", "gaps")
    assert status == 1


def test_compare_writes_what_the_ending_says(two_plans, small_folder, brecha_command):
    for name, content in (("a.html", "<!DOCTYPE html>"), ("a.csv", "assessment,plan"), ("a.txt", "April")):
        arguments = ("compare", small_folder, two_plans / "april.json", two_plans / "october.json", "--output", two_plans / name)
        assert brecha_command(*arguments)[0] == 0
        assert (two_plans / name).read_text(encoding="utf-8").startswith(content)
    status, _, errors = brecha_command("compare", small_folder, two_plans / "april.json", two_plans / "nothing.json")
    assert status == 3 and "nothing.json" in errors


def test_what_was_otherwise_the_first_time_can_be_said(two_plans, small_folder, brecha_command, tmp_path):
    april = two_plans / "april.json"

    def causes(*options):
        status, shown, _ = brecha_command("compare", small_folder, april, april, "--as-of", "2025-04-15", "--format", "json", *options)
        assert status == 0
        return {row["cause"] for row in json.loads(shown)["comparison"]} - {None}

    rules = tmp_path / "earlier"
    shutil.copytree(small_folder, rules)
    text = (rules / "rules.brecha").read_text(encoding="utf-8")
    (rules / "rules.brecha").write_text(text.replace("minimum_representatives = 2", "minimum_representatives = 1"), encoding="utf-8")
    assert causes() == set()
    assert causes("--rules-before", rules) == {"rules"}
    assert causes("--set-before", "minimum_representatives=1") == {"parameters"}
    assert causes("--as-of-before", "2028-04-15") == {"date"}
    april.write_text(json.dumps(changed(exercises=[], evidence={})), encoding="utf-8")
    assert causes("--read-before", "part", "--read", "whole") == {"reading"}


def test_new_gaps_end_with_status_one_where_that_is_asked(two_plans, small_folder, brecha_command):
    april, october = two_plans / "april.json", two_plans / "october.json"
    dates = ("--as-of", "2025-04-15", "--fail-on", "new")
    assert brecha_command("compare", small_folder, april, april, *dates)[0] == 0  # gaps, and none of them new
    assert brecha_command("compare", small_folder, october, april, *dates)[0] == 1


def test_a_report_of_several_plans_is_no_side_of_a_comparison(two_plans, small_folder, small_rules, brecha_command):
    small_rules.assess_all([two_plans / "april.json", two_plans / "october.json"], "2025-04-15").to_json(two_plans / "both.json")
    status, _, errors = brecha_command("compare", small_folder, two_plans / "both.json", two_plans / "october.json")
    assert status == 2 and "both.json" in errors and "2" in errors
