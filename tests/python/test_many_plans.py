"""Many plans at once: a broken one does not stop the others, and together they are what they are one by one."""

import json

import pytest

import brecha


@pytest.fixture
def plans(tmp_path, plan_dict):
    for number in range(5):
        plan_dict["agencies"][1]["representatives"] = number
        (tmp_path / f"plan-{number}.json").write_text(json.dumps(plan_dict), encoding="utf-8")
    (tmp_path / "plan-2b.json").write_text("{ broken", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a plan", encoding="utf-8")
    return tmp_path


def test_a_folder_stands_for_its_plans(small_rules, plans):
    batch = small_rules.assess_all(plans, "2026-01-15")
    assert [report.plan.name for report in batch] == [f"plan-{number}.json" for number in range(5)]
    (failed,) = batch.failed
    assert failed.name == "plan-2b.json"
    assert "plan-2b.json" in str(failed.error)


def test_a_batch_equals_its_plans_one_by_one(small_rules, plans):
    batch = small_rules.assess_all(sorted(plans.glob("plan-?.json")), "2026-01-15")
    for report in batch:
        alone = small_rules.assess(plans / report.plan.name, "2026-01-15")
        assert report.to_json() == alone.to_json()


def test_tables_of_all_plans_are_one(small_rules, plans):
    batch = small_rules.assess_all(plans, "2026-01-15")
    assert len(batch.findings) == sum(len(report.findings) for report in batch)
    assert list(dict.fromkeys(batch.findings["plan"])) == [report.plan.name for report in batch]
    assert len(batch.gaps) == sum(len(report.gaps) for report in batch)


def test_json_of_all_plans_is_an_array_in_their_order(small_rules, plans, tmp_path):
    batch = small_rules.assess_all(plans, "2026-01-15")
    written = tmp_path / "all.txt"
    assert batch.to_json(written) == written.read_text(encoding="utf-8") == batch.to_json()
    listed = json.loads(batch.to_json())
    assert [entry["plan"]["name"] for entry in listed] == sorted(path.name for path in plans.glob("*.json"))
    broken = listed[2] if listed[2]["plan"]["name"] == "plan-2b.json" else listed[3]
    assert list(broken) == ["plan", "notes"]
    assert broken["notes"][0]["code"] == "P601"


def test_the_overview_keeps_the_order_and_shows_intervals(small_rules, plans):
    batch = small_rules.assess_all(plans, "2026-01-15")
    lines = repr(batch).split("\n")
    assert [line.split()[0] for line in lines[1:6]] == [f"plan-{number}.json" for number in range(5)]
    assert "could not be read" in lines[6]
    assert "plan-2b.json" in batch._repr_html_()


def test_progress_is_told(small_rules, plans):
    told = []
    small_rules.assess_all(plans, "2026-01-15", progress=lambda done, total, name: told.append((done, total, name)))
    assert told[-1][:2] == (6, 6)


def test_dicts_and_samples_are_plans_too(small_rules, plan_dict):
    batch = small_rules.assess_all([plan_dict, {}], "2026-01-15")
    assert [report.plan.name for report in batch] == ["plan 1", "plan 2"]


def test_an_empty_folder_and_no_plan_at_all(small_rules, tmp_path):
    with pytest.raises(brecha.PlanError, match="there is no plan"):
        small_rules.assess_all(tmp_path, "2026-01-15")
    empty = small_rules.assess_all([], "2026-01-15")
    assert len(empty) == 0
    assert json.loads(empty.to_json()) == []
    with pytest.raises(ValueError, match="no plan could be read"):
        empty.findings  # noqa: B018


def test_a_wrong_parameter_stops_the_batch(small_rules, plans):
    with pytest.raises(brecha.AssessmentError):
        small_rules.assess_all(plans, "2026-01-15", parameters={"nothing": 1})


def test_many_threads_get_the_same_answers(small_rules, plan_dict):
    from concurrent.futures import ThreadPoolExecutor

    expected = small_rules.assess(plan_dict, "2026-01-15").to_json()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: small_rules.assess(plan_dict, "2026-01-15").to_json(), range(200)))
    assert set(answers) == {expected}


def test_without_a_date_the_engine_says_so(small_rules, plans):
    (report,) = small_rules.assess_all([plans / "plan-0.json"], "2026-01-15")
    core, diagnostics = small_rules._core.assess(report.plan._core, None)
    assert core is None
    assert [one.code for one in diagnostics] == ["B513"]
