"""A report is made again from what it names, and every difference is told."""

import json
import shutil

import pytest

import brecha
from brecha.verification import Difference, Replay, Verification


@pytest.fixture
def report_file(small_rules, plan_file):
    small_rules.assess(plan_file, "2026-01-15", language="es", parameters={"minimum_representatives": 3}).to_json(
        plan_file.parent / "report.json"
    )
    return plan_file.parent / "report.json"


def edited(path, change):
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_a_report_that_is_made_again_is_the_same(report_file, small_folder, brecha_command):
    found = brecha.verify(report_file, small_folder)
    assert found.same and found[0].identical
    status, shown, _ = brecha_command("verify", report_file, small_folder)
    assert status == 0 and "byte por byte" in shown


def test_a_finding_that_was_changed_is_named(report_file, small_folder, brecha_command):
    def change(content):
        content["requirements"][1]["findings"][0]["verdict"] = "met"

    edited(report_file, change)
    (difference,) = brecha.verify(report_file, small_folder)[0].differences
    subject = json.loads(report_file.read_text(encoding="utf-8"))["requirements"][1]["findings"][0]["subject"]
    assert (difference.what, difference.requirement, difference.subject) == ("finding", "R-02", subject)
    assert '"met"' in difference.recorded and '"not_met"' in difference.replayed
    status, shown, _ = brecha_command("verify", report_file, small_folder, "--language", "en")
    assert status == 1 and f"R-02 {subject}" in shown


def test_hashes_date_engine_and_parameters_are_compared(report_file, small_folder, plan_file):
    def change(content):
        content["ruleset"]["sha256"] = "0" * 64
        content["brecha"] = "0.0.1"

    edited(report_file, change)
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # another hash, the same plan
    assert [one.what for one in brecha.verify(report_file, small_folder)[0].differences] == ["engine", "ruleset", "plan"]


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_every_kind_of_difference_has_a_word(language):
    kinds = (
        "engine",
        "format",
        "ruleset",
        "plan",
        "as_of",
        "facts_since",
        "language",
        "parameters",
        "summary",
        "requirement",
        "finding",
        "notes",
    )
    assert all(kind in Difference.__doc__ for kind in kinds)
    replay = Replay("p.json", None, tuple(Difference(kind, None, None, "1", "2") for kind in kinds), None, None)
    told = Verification([replay], "en").to_text(language).split("\n")[1:]
    assert len({line.split(":")[0].strip() for line in told}) == len(told) == len(kinds)
    assert language == "en" or not any(line.strip().startswith(("engine", "ruleset", "facts", "finding")) for line in told)


def test_another_layout_is_the_same_content(report_file, small_folder):
    report_file.write_text(json.dumps(json.loads(report_file.read_text(encoding="utf-8"))), encoding="utf-8")
    found = brecha.verify(report_file, small_folder)
    assert found.same and found[0].identical is False


def test_how_the_plan_was_read_is_found(small_rules, small_folder, plan_dict):
    del plan_dict["evidence"]
    report = small_rules.assess(plan_dict, "2026-01-15", read="whole")
    found = brecha.verify(report.to_json(), small_folder, plan_dict)
    assert found.same and found[0].read == "whole"


def test_several_plans_and_one_that_could_not_be_read(tmp_path, small_rules, small_folder, plan_file):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    small_rules.assess_all([plan_file, broken], "2026-01-15").to_json(tmp_path / "all.json")
    found = brecha.verify(tmp_path / "all.json", small_folder)
    assert len(found) == 2 and found.same
    broken.write_text("{}", encoding="utf-8")
    assert [replay.same for replay in brecha.verify(tmp_path / "all.json", small_folder)] == [True, False]


def test_ruleset_and_plan_are_found_beside_the_report_and_in_the_working_folder(report_file, small_folder, monkeypatch):
    monkeypatch.chdir(small_folder.parent)
    assert brecha.verify(report_file).same  # the plan beside it, the ruleset in the working folder
    shutil.copytree(small_folder, report_file.parent / "small")
    (report_file.parent / "elsewhere").mkdir()
    monkeypatch.chdir(report_file.parent / "elsewhere")
    assert brecha.verify(report_file).same
    monkeypatch.chdir(report_file.parent)
    assert brecha.verify(report_file.rename(report_file.parent / "elsewhere" / report_file.name)).same


def test_a_shipped_ruleset_and_a_sample_are_found_by_their_names(tmp_path):
    brecha.load("port_facility").assess(brecha.sample("helsingborg"), "2026-01-15").to_json(tmp_path / "report.json")
    assert brecha.verify(tmp_path / "report.json").same


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_what_is_not_found_is_told(report_file, small_folder, plan_file, brecha_command, language):
    plan_file.unlink()
    status, _, errors = brecha_command("verify", report_file, small_folder, "--language", language)
    assert status == 2 and "puerto.json" in errors
    status, _, errors = brecha_command("verify", report_file, "--language", language)
    assert status == 2 and "small" in errors
    (report_file.parent / "no.json").write_text("[1]", encoding="utf-8")
    status, _, errors = brecha_command("verify", report_file.parent / "no.json", "--language", language)
    assert status == 2 and "brecha assess" in errors
