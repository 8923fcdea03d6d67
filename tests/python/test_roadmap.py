"""In which order gaps are closed: waves, order within them, days, the critical path, training; and its files."""

import csv
import datetime
import io
import json
import re
from xml.etree import ElementTree

import pytest
from faces import LANGUAGES

import brecha

RULES = """
vocabulary v 1.0 { title en "V"
  entity P root { title text  b list of B ask en "Which bodies?" open yes_no ask en "Is it open?" shut yes_no ask en "Is it shut?" good yes_no }
  entity B key id { id text  name text  people integer ask en "How many people?" } }
ruleset r 1.0.0 { title en "R" uses v 1
  source L { title en "Law" standing law }
  source G { title en "Guide" standing guidance }
  requirement A-base { title en "base" shall source G "1" require plan.good gap en "no base" remedy en "Build the base." effort 10 days }
  requirement B-long { title en "long" shall source G "2" require plan.good gap en "not long" remedy en "Go a long way." effort 20 days after A-base }
  requirement C-short { title en "short" shall source L "3" require plan.good gap en "not short" remedy en "Go a short way." effort 1 day after A-base }
  requirement D-last { title en "last" shall source G "4" require plan.good gap en "not last" remedy en "End it." effort 5 days after B-long, C-short }
  requirement E-asks { title en "asks" should source G "5" require plan.open gap en "not open" }
  requirement F-waits { title en "waits" should source G "6" require plan.good gap en "waits" remedy en "Wait for an answer." after E-asks, M-met }
  requirement M-met { title en "met" shall source G "7" require plan.title is given after A-base }
  requirement N-each { title en "each" should source G "8" training drill en "Drilling", talk en "Talking"
    each b in plan.b, if any require b.people >= 2 gap en "{b.name} is few" remedy en "Train them." effort 2 days each }
  requirement O-one { title en "one" should source G "9" training drill
    each b in plan.b, if any require b.people >= 2 gap en "{b.name} is few" remedy en "{b.name} hires." }
  requirement P-same { title en "same" should source L "10" require plan.good gap en "same" remedy en "Do both at once." effort 3 days }
  requirement Q-same { title en "same too" should source L "11" require plan.good gap en "same too" remedy en "Do both at once." effort 4 days }
  requirement R-may { title en "may" may source G "12" require plan.good }
  requirement S-known { title en "known" should source G "13" require plan.shut gap en "shut" }
}
"""
PLAN = {
    "title": "T",
    "good": False,
    "b": [{"id": f"b{number}", "name": f"Body {number}", "people": 1} for number in range(1, 19)],
    "evidence": {"shut": {"why": "not_known"}},
}


@pytest.fixture(scope="module")
def report():
    return brecha.compile(RULES).assess(PLAN, "2026-01-15")


def steps_of(roadmap):
    return {step.requirement: step for step in roadmap}


def test_waves_go_from_gap_to_gap_and_what_is_open_is_found_out_first(report):
    steps = steps_of(report.roadmap())
    waves = {requirement: step.wave for requirement, step in steps.items()}
    assert waves["A-base"] == 1 and waves["B-long"] == waves["C-short"] == 2 and waves["D-last"] == 3
    assert (waves["E-asks"], steps["E-asks"].action, steps["E-asks"].text) == (0, "find_out", "Is it open?")
    assert steps["F-waits"].waits_for == ("E-asks",) and waves["F-waits"] == 1
    assert "M-met" not in steps and "R-may" not in steps
    assert steps["S-known"].action == "find_out" and steps["S-known"].text == "Is it shut?"  # not asked again, still to be found out
    assert all(waves[other] < step.wave for step in steps.values() for other in step.waits_for)


def test_binding_comes_first_then_what_most_waits_for_then_what_is_soon_done(report):
    order = [step.requirement for step in report.roadmap() if step.action != "find_out"]
    assert order[:1] == ["A-base"]  # shall, and three wait for it
    assert order.index("C-short") < order.index("B-long")  # both hold up one; a day is less than twenty
    assert order.index("P-same") < order.index("O-one")  # stated effort before none
    blocks = {step.requirement: step.blocks for step in report.roadmap()}
    assert blocks["A-base"] == 3 and blocks["E-asks"] == 1
    engine = {gap.requirement: gap.blocks for gap in report.gaps}
    assert {requirement: blocks[requirement] for requirement in ("A-base", "B-long", "D-last")} == {
        requirement: engine[requirement] for requirement in ("A-base", "B-long", "D-last")
    }


def test_one_remedy_is_one_line(report):
    steps = steps_of(report.roadmap())
    assert len(steps["N-each"].subjects) == 18 and steps["N-each"].effort_days == 36 and steps["N-each"].text == "Train them."
    assert "2 days each (36 days)" in report.roadmap().to_text() and "(4 days)" not in report.roadmap().to_text()
    assert steps["O-one"].text.startswith("Body 1 hires. Body 2 hires.") and len(steps["O-one"].subjects) == 18
    assert steps["P-same"].closes == ("P-same", "Q-same") and steps["P-same"].effort_days == 4
    assert [step.step for step in report.roadmap()] == list(range(1, len(report.roadmap()) + 1))


def test_a_start_gives_days_and_the_longest_way(report):
    start = datetime.date(2026, 2, 2)
    steps = steps_of(report.roadmap("2026-02-02"))
    days = {requirement: (step.starts, step.ends) for requirement, step in steps.items()}
    assert days["A-base"] == (start, datetime.date(2026, 2, 11))
    assert days["B-long"] == (datetime.date(2026, 2, 12), datetime.date(2026, 3, 3))
    assert days["D-last"] == (datetime.date(2026, 3, 4), datetime.date(2026, 3, 8))
    assert days["F-waits"] == (start, start)
    assert {requirement for requirement, step in steps.items() if step.critical} == {"N-each"}  # 36 days, the others 35
    shorter = brecha.compile(RULES).assess({**PLAN, "b": PLAN["b"][:3]}, "2026-01-15").roadmap(start)
    assert {step.requirement for step in shorter if step.critical} == {"A-base", "B-long", "D-last"}
    assert shorter.ends == datetime.date(2026, 3, 8)
    assert set(report.roadmap()["critical"]) == {None}
    with pytest.raises(brecha.BrechaError, match="not a date"):
        report.roadmap("soon")


def test_training_names_modules_gaps_and_whom(report):
    roadmap = report.roadmap()
    assert [(row.module, row.label, row.requirements, row.gaps) for row in roadmap.training] == [
        ("drill", "Drilling", ("N-each", "O-one"), 36),
        ("talk", "Talking", ("N-each",), 18),
    ]
    assert roadmap.training[0].whom[:2] == ("Body 1", "Body 2") and len(roadmap.training[0].whom) == 18
    assert steps_of(roadmap)["N-each"].action == "train"


def test_an_item_is_looked_for_once_however_many_gaps_it_has(report, monkeypatch):
    from brecha import plan_edits

    found, value_at = [], plan_edits.value_at
    monkeypatch.setattr(plan_edits, "value_at", lambda plan, place: found.append(place) or value_at(plan, place))
    training = report.roadmap().training
    assert sum(training["gaps"]) == 54 and sorted(found) == sorted(f"b/b{number}" for number in range(1, 19))


def test_the_table_has_the_columns_of_the_report(report):
    roadmap = report.roadmap("2026-02-02")
    assert roadmap.columns == [
        "assessment", "plan", "as_of", "requirement", "step", "wave", "action", "text", "subjects", "closes", "waits_for", "blocks",
        "effort_days", "training", "modality", "standing", "theme", "starts", "ends", "critical",
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(roadmap.to_csv())))
    assert [row["requirement"] for row in rows] == roadmap["requirement"]
    assert json.loads(roadmap.to_json())["roadmap"][0]["starts"] == "2026-02-02"
    assert roadmap.to_polars().height == len(roadmap.to_pandas()) == len(roadmap)


def test_a_plan_without_gaps_has_nothing_to_do():
    roadmap = (
        brecha.compile(RULES).assess({"good": True, "open": True, "shut": True, "title": "T", "b": []}, "2026-01-15").roadmap("2026-02-02")
    )
    assert len(roadmap) == 0 and "nothing to do" in roadmap.to_text()
    assert "<svg" in roadmap.to_svg() and "BEGIN:VCALENDAR" in roadmap.to_ics()


def test_the_calendar_is_read_by_a_calendar_library(report):
    icalendar = pytest.importorskip("icalendar")
    hostile = brecha.compile(RULES.replace("Go a long way.", "Escape; this, \\\\ and ä" + "é" * 80))
    roadmap = hostile.assess(PLAN, "2026-01-15").roadmap("2026-02-02")
    text = roadmap.to_ics()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert not calendar.errors and not any(event.errors for event in events)
    assert [str(event["SUMMARY"]) for event in events] == [f"{step.step}. {step.text}" for step in roadmap]
    assert [(event.decoded("DTSTART"), event.decoded("DTEND") - datetime.timedelta(days=1)) for event in events] == list(
        zip(roadmap["starts"], roadmap["ends"], strict=True)
    )
    assert len({str(event["UID"]) for event in events}) == len(events)
    with pytest.raises(brecha.BrechaError, match="start"):
        report.roadmap().to_ics()


def test_the_gantt_picture_is_svg_that_says_what_it_shows(report):
    for roadmap in (report.roadmap("2026-02-02"), report.roadmap()):
        root = ElementTree.fromstring(roadmap.to_svg())
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        bars = [one for one in root.iter("{http://www.w3.org/2000/svg}rect")]
        shown = [step for step in roadmap if step.action != "find_out" or "E-asks" in step.closes]
        assert len(bars) == len(shown)
        description = root.find("{http://www.w3.org/2000/svg}desc").text
        assert all(step.text in description for step in shown)
    assert "★" in report.roadmap("2026-02-02").to_svg() and "★" not in report.roadmap().to_svg()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_roadmap_speaks_four_languages(report, language):
    roadmap = report.in_language(language).roadmap("2026-02-02")
    page = roadmap.to_html()
    shown = roadmap.to_text() + re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert f'<html lang="{language}">' in page
    if language != "en":
        assert not re.search(r"\b([Ww]ave|closes|settles|waits for|critical|days|[Rr]oadmap|[Rr]emed(y|ies))\b", shown)


def test_roadmap_as_a_command(plan_file, small_folder, brecha_command, tmp_path):
    status, shown, _ = brecha_command("roadmap", small_folder, plan_file, "--as-of", "2026-01-15", "--start", "2026-02-01")
    assert status == 0 and "Roadmap" in shown
    for ending, content in (("ics", "BEGIN:VCALENDAR"), ("svg", "<svg"), ("csv", "assessment,"), ("html", "<!DOCTYPE"), ("json", "{")):
        target = tmp_path / f"roadmap.{ending}"
        assert brecha_command("roadmap", small_folder, plan_file, "--start", "2026-02-01", "--output", target)[0] == 0
        assert target.read_bytes().decode().startswith(content)
    status, _, errors = brecha_command("roadmap", small_folder, plan_file, "--format", "ics", "--language", "es")
    assert status == 2 and "--start" in errors
