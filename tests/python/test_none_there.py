"""An `each` that asks for at least one and finds nobody: its texts, reason, evidence and place in tables and pages."""

import json

import pytest

import brecha

RULES = """
vocabulary method_plan 1 {
  title en "Plan" es "Plan"
  entity Plan root { name text  activities list of Activity  sites list of Site }
  entity Activity key id { id text  kind one of drill, course  held yes_no }
  entity Site key id { id text  name text  guards list of Guard }
  entity Guard key id { id text  trained yes_no }
}
ruleset method 1 {
  title en "Method" es "Método"  uses method_plan 1  source S { title en "s" es "s" standing law }
  requirement DRILLS {
    title en "The drills are held" es "Se hacen los ejercicios"
    shall
    source S "1"
    each a in plan.activities where a.kind = drill, at least one
    none en "{plan.name} leaves the drills out." es "{plan.name} omite los ejercicios."
    require a.held
    gap en "{a.id} is not held." es "{a.id} no se hace."
    remedy en "Hold the drills." es "Haga los ejercicios."
    remedy .2 en "never" es "nunca"
    require .2 en "twice" es "dos veces" a.held
  }
  requirement GUARDS {
    title en "Each site has trained guards" es "Cada sitio tiene guardias formados"
    shall
    source S "2"
    each s in plan.sites, if any
    each g in s.guards, at least one
    none en "{s.name} has no guard." es "{s.name} no tiene guardias."
    require g.trained
    remedy en "Train {g.id}." es "Forme a {g.id}."
  }
  requirement TITLED {
    title en "There are drills" es "Hay ejercicios"
    shall
    source S "3"
    each a in plan.activities where a.kind = drill, at least one
    require a.held
  }
}
"""
PLAN = {"name": "Coast", "activities": [{"id": "a", "kind": "course"}], "sites": [{"id": "north", "name": "North", "guards": []}]}


@pytest.fixture(scope="module")
def report():
    return brecha.compile(RULES).assess(PLAN, "2026-01-15")


def test_texts_speak_of_the_subject_around_it(report):
    messages = {gap.requirement: (gap.subject, gap.message, gap.remedy) for gap in report.gaps}
    assert messages == {
        "DRILLS": (None, "Coast leaves the drills out.", "Hold the drills."),
        "GUARDS": ("sites/north", "North has no guard.", None),
        "TITLED": (None, "Not met: There are drills", None),
    }
    in_spanish = {gap.requirement: gap.message for gap in report.in_language("es").gaps}
    assert in_spanish["GUARDS"] == "North no tiene guardias."
    assert in_spanish["TITLED"] == "No se cumple: Hay ejercicios"


def test_reason_and_parts(report):
    assert {row.reason for row in report.findings} == {"none_there"}
    assert "none_there" in report.findings.to_pandas()["reason"].cat.categories
    told = {one["id"]: one for one in json.loads(report.to_json())["requirements"]}
    assert told["DRILLS"]["reason"] == "none_there"
    assert [part["truth"] for part in told["DRILLS"]["findings"][0]["parts"]] == ["fails"]


def test_it_rests_on_the_list_and_on_what_its_elements_are(report):
    used = {(row.place, row.used_as) for row in report.evidence if row.requirement == "DRILLS"}
    assert used == {("activities", "fails"), ("activities/a/kind", "fails")}
    why = report.why("DRILLS")
    assert why[0].truth == "fails"
    assert "activities/a/kind" in str(why)
    assert 'class="truth-fails"' in why._repr_html_()


def test_pages_and_tables_say_it(report):
    assert "Coast leaves the drills out." in str(report)
    assert "Coast leaves the drills out." in report.to_html()


def test_a_batch_comes_to_the_same_verdicts():
    rules = brecha.compile(RULES)
    plans = [PLAN, {"activities": []}, {}, {"activities": [{"id": "a", "kind": "drill", "held": True}]}]
    table = rules.verdicts(plans, "2026-01-15").to_pandas()
    one_by_one = [rules.assess(plan, "2026-01-15")["DRILLS"].verdict for plan in plans]
    assert one_by_one == ["not_met", "not_met", "unknown", "met"]
    assert list(table["DRILLS"]) == one_by_one
