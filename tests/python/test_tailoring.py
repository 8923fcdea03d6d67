"""A ruleset that changes another: the difference as a table and a text, waivers in every output, the command."""

import csv
import json
import xml.etree.ElementTree as tree

import pytest

import brecha
from brecha.command_line import main

RULES = """
vocabulary harbour 1.0 {
  entity Plan root { officers integer  drills list of Drill  fenced yes_no }
  entity Drill key id { id text  held date }
}
ruleset world_code 1.0 {
  title en "A made-up code" es "Un código inventado"
  uses harbour 1
  source CODE { title en "A made-up code" standing treaty }
  parameter officers_needed = 1
  requirement W-1 { title en "Officers are named" es "Hay oficiales" shall source CODE "1" require plan.officers >= officers_needed }
  requirement W-2 { title en "The quay is fenced" es "El muelle está cercado" shall source CODE "2" require plan.fenced }
  requirement W-3 { title en "There is a drill" es "Hay un simulacro" should source CODE "3" each d in plan.drills, at least one require d.held is given }
}
ruleset region 1.1 {
  title en "A made-up region" es "Una región inventada"
  extends world_code 1
  source RULES { title en "Made-up rules" standing law }
  make W-* shall because en "Binding" es "Vinculante" source RULES "4"
}
ruleset island 2.0 {
  title en "A made-up island" es "Una isla inventada"
  extends region 1
  source ACT { title en "A made-up act" standing law }
  set officers_needed = 2 because en "Shifts" es "Turnos" source ACT "1"
  waive W-2 until 2026-06-30 because en "It is being built" es "Está en obras" source ACT "9"
  waive W-3 because en "No drills here" es "Aquí no hay simulacros"
  requirement I-1 { title en "A fence" es "Una cerca" shall source ACT "2" require plan.fenced is given }
  map I-1 to other_code O-7 as subset
}
"""
PLAN = {"officers": 1, "fenced": False, "drills": []}


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES, ruleset="island")


@pytest.fixture(scope="module")
def report(rules):
    return rules.assess(PLAN, as_of="2026-04-01")


def test_layers_and_origins(rules, report):
    assert rules.layers == [("world_code", "1.0"), ("region", "1.1"), ("island", "2.0")]
    assert [(one.requirement, one.origin) for one in report.findings] == [
        ("W-1", "world_code"), ("W-2", "world_code"), ("W-3", "world_code"), ("I-1", "island")]  # fmt: skip


def test_a_waiver_lies_over_the_verdict_to_its_last_day(rules, report):
    assert report["W-2"].verdict == "not_met"
    assert [gap.requirement for gap in report.gaps] == ["W-1"]
    assert [gap.requirement for gap in rules.assess(PLAN, as_of="2026-06-30").gaps] == ["W-1"]
    assert [gap.requirement for gap in rules.assess(PLAN, as_of="2026-07-01").gaps] == ["W-1", "W-2"]
    waived = report.findings.where(requirement="W-2")[0]
    assert (str(waived.waived_until), waived.waiver_reason, waived.is_gap) == ("2026-06-30", "It is being built", False)
    for_ever = report.findings.where(requirement="W-3")[0]
    assert (for_ever.waived_until, for_ever.waiver_reason) == (None, "No drills here")


def test_the_table_of_waivers_says_which_end_soon(rules):
    def waivers(day):
        return [(one.requirement, one.ends_soon) for one in rules.assess(PLAN, as_of=day).waivers]

    assert waivers("2026-04-01") == [("W-2", True), ("W-3", False)]
    assert waivers("2026-03-31") == [("W-2", False), ("W-3", False)]
    assert waivers("2026-07-01") == [("W-3", False)]
    row = rules.assess(PLAN, as_of="2026-04-01", language="es").waivers[0]
    assert (row.title, row.verdict, row.because, row.origin, row.source) == (
        "El muelle está cercado", "not_met", "Está en obras", "island", "ACT 9")  # fmt: skip


def test_a_waived_gap_is_told_as_waived_and_comes_back_when_the_waiver_ends(rules, report):
    waived = brecha.compare(brecha.compile(RULES, ruleset="region").assess(PLAN, as_of="2026-04-01"), report)
    (fence,) = waived.where(requirement="W-2")
    assert (fence.before, fence.after, fence.state, fence.knowledge, fence.cause) == ("not_met", "not_met", "none", "same", "rules")
    assert (waived.counts["waived"], waived.counts["gone"], waived.counts["fixed"]) == (2, 0, 0)
    assert waived.headline.startswith("Of 2 gaps as of 2026-04-01: 2 waived;")
    for shown in (waived.to_text(300), waived.to_html()):
        assert "waived until 2026-06-30 · ends within 90 days · It is being built" in shown

    ended = brecha.compare(report, rules.assess(PLAN, as_of="2026-07-01"))
    (fence,) = ended.where(requirement="W-2")
    assert (fence.state, fence.cause) == ("new_gap", "date")
    assert ended.counts["new_by_date"] == 1
    assert "before: waived until 2026-06-30" in ended.to_text(300)
    assert "Nothing has changed" not in ended.to_text()


def test_what_is_weakened_is_counted(rules, report):
    # W-1 reads the parameter, W-2 and W-3 are waived; W-3 was made binding, which weakens nothing.
    assert report.summary.weakened == 3
    assert rules.assess(PLAN, as_of="2026-07-01").summary.weakened == 2
    assert json.loads(report.to_json())["summary"]["weakened"] == 3


TWICE = """
ruleset town 1.0 {
  title en "A made-up town" es "Un pueblo inventado"
  extends island 2
  %s
}
"""


@pytest.mark.parametrize(
    "lines, weakened",
    [
        ('make W-1 should because en "less" es "menos"', ["W-1", "W-2", "W-3"]),
        ('set officers_needed = 1 because en "as the code" es "como el código"', ["W-1", "W-2", "W-3"]),
        ('set officers_needed = 2 because en "again" es "otra vez"', ["W-1", "W-2", "W-3"]),
        ('make W-3 should because en "as the code" es "como el código"', ["W-1", "W-2", "W-3"]),
    ],
)
def test_what_is_weakened_is_so_against_each_layer_below(lines, weakened):
    rules = brecha.compile(RULES + TWICE % lines, ruleset="town")
    report = json.loads(rules.assess(PLAN, as_of="2026-04-01").to_json())
    assert [one["id"] for one in report["requirements"] if one["weakened"]] == weakened
    assert report["summary"]["weakened"] == len(weakened)


def test_what_one_layer_lowers_and_another_raises_again_is_not_weakened():
    lowered = RULES.replace("waive W-2 until 2026-06-30", "make W-2 may").replace("set officers_needed = 2", "set officers_needed = 1")

    def weakened(lines):
        rules = brecha.compile(lowered + TWICE % lines, ruleset="town")
        return [one.id for one in rules.requirements() if one.weakened]

    assert weakened("") == ["W-2"]  # a value that is set as it was weakens nothing
    assert weakened('make W-2 shall because en "as the code" es "como el código"') == []
    assert weakened('make W-2 should because en "half" es "medio"') == ["W-2"]
    # The region has made it binding, the code has not.
    assert weakened('make W-2 shall because en "a" es "a" make W-3 should because en "b" es "b"') == ["W-3"]


def test_every_output_shows_the_waiver(report, tmp_path):
    in_json = {one["id"]: one for one in json.loads(report.to_json())["requirements"]}
    assert in_json["W-2"]["waiver"] == {"until": "2026-06-30", "because": "It is being built", "origin": "island", "source": "ACT 9"}
    assert (in_json["W-1"]["waiver"], in_json["W-1"]["weakened"], in_json["I-1"]["weakened"]) == (None, True, False)
    rows = {row["requirement"]: row for row in csv.DictReader(report.findings.to_csv().splitlines())}
    assert (rows["W-2"]["waived_until"], rows["W-2"]["waiver_reason"]) == ("2026-06-30", "It is being built")
    for text in (report.to_text(), report.to_html(), report.to_markdown()):
        assert "2026-06-30" in text
        assert "It is being built" in text
        assert "ends within 90 days" in text
    report.to_excel(tmp_path / "report.xlsx")
    of_requirements = pytest.importorskip("openpyxl").load_workbook(tmp_path / "report.xlsx")["All requirements"]
    (fence,) = (row for row in of_requirements.iter_rows(values_only=True) if row[0] == "W-2")
    assert "[waived until 2026-06-30 · ends within 90 days · It is being built · island · ACT 9]" in fence[4]
    spanish = report.in_language("es").to_text()
    assert "dispensado hasta 2026-06-30" in spanish
    assert "Está en obras" in spanish


def test_tools_get_it_in_their_own_form(report):
    results = json.loads(report.to_sarif())["runs"][0]["results"]
    of = {one["ruleId"]: one for one in results}
    assert of["W-2"]["kind"] == "fail"
    assert of["W-2"]["suppressions"][0]["justification"] == "It is being built"
    assert "suppressions" not in of["W-1"]
    risks = json.loads(report.to_oscal())["assessment-results"]["results"][0]["risks"]
    assert sorted(risk["status"] for risk in risks) == ["deviation-approved", "deviation-approved", "open"]
    suite = tree.fromstring(report.to_junit())
    skipped = {case.get("name").split(" ")[0]: case.find("skipped") for case in suite.iter("testcase")}
    assert "It is being built" in skipped["W-2"].get("message")


def test_the_difference_from_a_base(rules):
    difference = rules.diff("world_code")
    assert (difference.base, difference.tailored, difference.weakened) == ("world_code 1.0", "island 2.0", 3)
    told = [(row.requirement or row.parameter, row.change, row.old, row.new, row.origin, row.weakens) for row in difference]
    assert told == [
        ("W-3", "make", "should", "shall", "region", "no"),
        ("officers_needed", "set", "1", "2", "island", "possibly"),
        ("W-2", "waive", None, None, "island", "yes"),
        ("W-3", "waive", None, None, "island", "yes"),
        ("I-1", "add", None, "shall", "island", "no"),
        ("I-1", "map", None, "subset other_code O-7", "island", "no"),
    ]
    assert [row.change for row in rules.diff("region")] == ["set", "waive", "waive", "add", "map"]
    assert json.loads(difference.to_json())["changes"][2]["until"] == "2026-06-30"
    for language, word in (("en", "asks for less"), ("es", "pide menos"), ("pt", "pede menos"), ("fr", "demande moins")):
        assert word in difference.to_text(language)
    assert rules.diff("world_code", "es")[1].because == "Turnos"


@pytest.mark.parametrize("base", ["island", "worldcode", "other"])
def test_the_difference_from_what_is_no_base(rules, base):
    with pytest.raises(brecha.UnknownNameError, match=f'island does not extend "{base}"'):
        rules.diff(base)


def test_the_command_shows_the_difference(tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    arguments = ["rules", "diff", "world_code", str(tmp_path), "--ruleset", "island"]
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("island 2.0 against world_code 1.0: 6 changes\n3 of them ask for less, or may\n")
    assert main([*arguments, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["weakened"] == 3
    assert main(["rules", "diff", "world_code"]) == 2
    assert "takes two rulesets" in capsys.readouterr().err
    assert main(["rules", "port_facility", "core"]) == 2


OTHER = """
ruleset other_code 3.0 {
  title en "Another code"
  uses harbour 1
  source OTHER { title en "Another code" standing standard }
  requirement O-1 { title en "Officers" shall source OTHER "1" require plan.officers >= 1 }
  requirement O-7 { title en "Fence and gate" shall source OTHER "7" require plan.fenced }
  requirement O-8 { title en "Lights" shall source OTHER "8" require plan.fenced }
  requirement O-9 { title en "Fence" shall source OTHER "9" require plan.fenced }
  map O-1 to world_code W-1 as subset
  map O-9 to world_code W-2 as equal
}
"""


def test_an_assessment_is_read_against_another_instrument(rules, report):
    vocabulary = RULES[: RULES.index("ruleset world_code")]
    other = brecha.compile(vocabulary + OTHER)
    reading = report.read_against(other)
    assert [(row.requirement, row.state, tuple(row.through)) for row in reading] == [
        ("O-1", "open", ("W-1",)),  # W-1 asks for more than it, and is not met
        ("O-7", "in_part", ("I-1",)),
        ("O-8", "not_mapped", ()),
        ("O-9", "not_covered", ("W-2",)),  # the waiver is not the other code's
    ]
    assert reading[1].why == "I-1 asks for a part of it: met."
    assert reading.counts["in_part"] == 1
    assert json.loads(reading.to_json())["requirements"][2]["state"] == "not_mapped"
    enough = rules.assess(PLAN | {"officers": 2}, as_of="2026-04-01").read_against(other)
    assert enough[0].state == "covered"
    by_name = report.read_against("other_code")
    assert [(row.requirement, row.title, row.state) for row in by_name] == [("O-7", None, "in_part")]
    for language, word in (("es", "en parte"), ("pt", "em parte"), ("fr", "en partie")):
        assert word in report.in_language(language).read_against(other).to_text()


def test_what_both_have_of_one_base_answers_for_itself():
    text = """
    vocabulary v 1 { entity Plan root { a yes_no b yes_no c integer } }
    ruleset base 1 { uses v 1 source S { title en "S" standing law }
      parameter least = 2 { source S "0" title en "least" }
      requirement A { title en "a" shall source S "1" require plan.a }
      requirement B { title en "b" shall source S "2" require plan.b }
      requirement C { title en "c" shall source S "3" require plan.c >= least } }
    ruleset north 1 { uses v 1 extends base 1 make B should because en "few boats" }
    ruleset south 1 { uses v 1 extends base 1 set least = 3 because en "more" }
    """
    base, north, south = (brecha.compile(text, ruleset=name) for name in ("base", "north", "south"))
    report = north.assess({"a": True, "b": True, "c": 2}, "2026-04-01")
    states = {row.requirement: row.state for row in report.read_against(south)}
    assert states == {"A": "covered", "B": "not_mapped", "C": "not_mapped"}
    assert report.read_against(south)[0].why == "A asks for the same: met."
    assert {row.requirement: row.state for row in report.read_against(base)} == {"A": "covered", "B": "not_mapped", "C": "covered"}
    of_base = base.assess({"a": False}, "2026-04-01", parameters={"least": 1}).read_against(north)
    assert {row.requirement: row.state for row in of_base} == {"A": "not_covered", "B": "not_mapped", "C": "not_mapped"}


def test_the_command_reads_a_plan_against_another_instrument(brecha_command, tmp_path):
    vocabulary = RULES[: RULES.index("ruleset world_code")]
    for name, text in (("ours", RULES), ("theirs", vocabulary + OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rules.brecha").write_text(text, encoding="utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    ours = ("against", tmp_path / "ours", tmp_path / "plan.json")
    said = ("--ruleset", "island", "--as-of", "2026-04-01")
    status, out, err = brecha_command(*ours, tmp_path / "theirs", *said, "--format", "json")
    assert (status, err) == (0, "") and {one["requirement"]: one["state"] for one in json.loads(out)["requirements"]}[
        "O-9"
    ] == "not_covered"
    status, out, _ = brecha_command(*ours, "other_code", *said, "--language", "es")  # not at hand: by its name
    assert status == 0 and "O-7" in out and "en parte" in out and "O-8" not in out
    assert brecha_command(*ours, tmp_path / "theirs", *said, "--output", tmp_path / "other.csv")[0] == 0
    assert (tmp_path / "other.csv").read_text(encoding="utf-8").count("\n") == 5
    status, out, err = brecha_command(*ours, "other_cod", *said)
    assert (status, out) == (2, "") and "other_cod" in err


def test_a_name_that_nothing_is_mapped_to_is_told(report):
    with pytest.raises(brecha.UnknownNameError, match=r"did you mean .other_code"):
        report.read_against("other_cod")


@pytest.mark.parametrize(
    ("links", "state"),
    [
        ([], "not_mapped"),
        ([("equal", "met")], "covered"),
        ([("superset", "met")], "covered"),
        ([("subset", "met")], "in_part"),
        ([("intersects", "met")], "in_part"),
        ([("equal", "partly_met")], "in_part"),
        ([("equal", "not_met")], "not_covered"),
        ([("subset", "not_met")], "not_covered"),
        ([("superset", "not_met")], "open"),
        ([("intersects", "not_met")], "open"),
        ([("superset", "met"), ("subset", "not_met")], "in_part"),
        ([("equal", "unknown")], "open"),
        ([("equal", "not_applicable")], "not_asked"),
    ],
)
def test_what_mapped_verdicts_come_to(links, state):
    from brecha.read_against import _Link, state_of

    assert state_of([_Link("R", relation, verdict) for relation, verdict in links]) == state


def test_what_no_case_has_reached_is_told_of_what_is_changed(tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    assert main(["test", str(tmp_path), "--ruleset", "island"]) == 0
    told = capsys.readouterr().out
    assert "W-2 " in told
    assert "I-1 " in told
    assert "W-1 " not in told, "the base's cases are for what stays as it is"


def test_a_step_of_a_protocol_is_replaced_with_a_reason():
    rules = """
ruleset code 1.0 {
  title en "Code"
  uses core 1
  source S { title en "A made-up source" standing law }
  protocol BT-1 {
    title en "A threat by telephone"
    shall
    source S "1"
    answered by p in plan.procedures
    role call_taker, commander
    step receive by call_taker
    step decide by commander after receive within 5 minutes
  }
}
ruleset over 1.0 {
  title en "Over"
  extends code 1
  replace BT-1 { step decide by commander after receive within 10 minutes } WHY
}
"""
    with pytest.raises(brecha.RulesetError, match="nothing says why"):
        brecha.compile(rules.replace("WHY", ""), ruleset="over")
    changed = brecha.compile(rules.replace("WHY", 'because en "Far away"'), ruleset="over").diff("code")
    assert [(row.old, row.new, row.weakens) for row in changed] == [
        ("step decide by commander after receive within 5 minutes", "step decide by commander after receive within 10 minutes", "possibly")
    ]


def test_a_length_of_a_protocol_that_is_set_may_ask_for_less():
    rules = """
ruleset code 1.0 {
  title en "Code"
  uses core 1
  source S { title en "A made-up source" standing law }
  parameter soon = 5 minutes
  protocol BT-1 { title en "A threat by telephone" shall source S "1" answered by p in plan.procedures
    step receive
    step decide after receive within soon }
  protocol BT-2 { title en "A threat by letter" shall source S "2" answered by p in plan.procedures
    step receive
    step decide after receive within 5 minutes }
}
ruleset over 1.0 {
  title en "Over"
  extends code 1
  set soon = 10 minutes because en "Far away"
}
"""
    assert [one.id for one in brecha.compile(rules, ruleset="over").requirements() if one.weakened] == ["BT-1"]


def test_what_the_union_makes_binding_of_the_code():
    """Of the shipped ruleset: what article 3(5) lists is shall there, and nothing of the Code is asked less firmly than the Code asks it."""
    code, union = brecha.load("port_facility"), brecha.load("port_facility_eu")
    before = {info.id: info.modality for info in code.requirements()}
    after = {info.id: info.modality for info in union.requirements() if info.origin == "port_facility"}
    made = {requirement for requirement, modality in after.items() if modality != before[requirement]}
    assert after.keys() == before.keys()
    assert {after[requirement] for requirement in made} == {"shall"}
    assert {
        "PFB-4.1",
        "PFB-15.3",
        "PFB-15.4",
        "PFB-16.3",
        "PFB-16.8",
        "PFB-16.56-outside",
        "PFB-18.5",
        "PFB-18.6-year",
        "PFB-18.6-interval",
    } <= made
    assert list(union.diff("port_facility").where(weakens=("possibly", "yes"))) == []


@pytest.mark.parametrize(
    ("law", "less"),
    [
        ("port_facility_us", {"records_horizon", "PF-15.2", "PF-16.2-procedure", "PFB-18.5"}),
        ("port_facility_ca", {"records_horizon", "PFB-18.5"}),
    ],
)
def test_what_national_laws_make_of_the_code(law, less):
    """Of the shipped rulesets: no requirement of the Code is less binding there, and what else may ask for less is what the law has otherwise."""
    code, national = brecha.load("port_facility"), brecha.load(law)
    rank = ("may", "should", "shall")
    before = {info.id: info.modality for info in code.requirements()}
    after = {info.id: info.modality for info in national.requirements() if info.origin == "port_facility"}
    assert after.keys() == before.keys()
    assert all(rank.index(after[requirement]) >= rank.index(before[requirement]) for requirement in before)
    assert {"PFB-16.11", "PFB-16.49", "PFB-18.5", "PFB-18.6-year"} <= {one for one in before if after[one] != before[one]}
    changes = national.diff("port_facility").where(weakens=("possibly", "yes"))
    assert {change.requirement or change.parameter for change in changes} == less
    assert all(change.because and change.source for change in changes)
