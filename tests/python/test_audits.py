"""What published auditors said of real plans, held against the shipped rules: docs/rulesets/audits.md says which agree, which are open and why."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs" / "site"))

import audits_page

STATEMENTS = [(audit, one) for audit in audits_page.audits() for one in audit["statements"]]


def name_of(value):
    return value["says"][:40] if "says" in value else value["of"][:30]


@pytest.mark.parametrize(("audit", "statement"), STATEMENTS, ids=name_of)
def test_a_statement_alone_comes_out_as_the_auditor_said_or_it_is_known_why_not(audit, statement):
    assert all(address.startswith("http") for address in audit["sources"])
    result = audits_page.outcome(audit, statement)
    if "no_rule" in statement:
        assert result.says == "no_rule" and "requirement" not in statement
        return
    assert result.says == ("open" if "open" in statement else "agrees"), result
    # no gap arises that the statement does not bear out
    assert result.gaps == ([statement["requirement"]] if result.says == "agrees" and statement["verdict"] != "met" else [])


@pytest.mark.parametrize(("audit", "statement"), [(a, s) for a, s in STATEMENTS if "answer" in s], ids=name_of)
def test_the_opposite_judgement_is_no_gap(audit, statement):
    result = audits_page.outcome(audit, {**statement, "answer": True})
    assert statement["requirement"] not in result.gaps


# What auditors speak of, with the requirement that judges whether it is fit for its purpose, in each ruleset.
JUDGED = {
    "risk assessment": {"tourism_security": "TSP-16-fit", "port_facility": "PF-15.5-fit"},
    "plan": {"tourism_security": "TSP-02-fit", "port_facility": "PF-16.1-fit"},
    "command": {"tourism_security": "CSS-10-fit", "port_facility": "PFB-16.8-organisation"},
    "training": {"tourism_security": "TSP-24-fit", "port_facility": "PF-17.2.7"},
    "crowd": {"tourism_security": "CSS-02-fit", "port_facility": "Crowds"},
    "medical cover": {"tourism_security": "CSS-02-fit", "port_facility": "medical cover"},
    "communication": {"tourism_security": "CSS-04-fit", "port_facility": "PF-14.2.7"},
    "perimeter": {"tourism_security": "TSP-14-fit", "port_facility": "PF-14.2.2"},
    "staffing": {"tourism_security": "ICP-15-fit", "port_facility": "PF-14.2.1"},
    "budget": {"tourism_security": "ICP-15-fit", "port_facility": "a budget"},
    "roles": {"tourism_security": "CSS-10-fit", "port_facility": "PFB-16.8-organisation"},
    "timeline": {"tourism_security": "OWN-timeline-fit", "port_facility": "PF-18.3"},
    "revision": {"tourism_security": "OWN-review-fit", "port_facility": "PF-17.2.5"},
}


@pytest.mark.parametrize(("matter", "ruleset"), [(matter, ruleset) for matter in JUDGED for ruleset in JUDGED[matter]])
def test_what_audits_speak_of_is_judged_or_said_not_to_be_covered(matter, ruleset):
    rules, where = audits_page.rules(ruleset), JUDGED[matter][ruleset]
    if where not in {info.id for info in rules.requirements()}:  # words of the page on what is not covered
        assert where in (ROOT / "rulesets" / ruleset / "not_covered.md").read_text(encoding="utf-8")
        return
    facility = {"id": "t", "serves_international": True, "military": False, "officer": "o", "assessment": {}, "plan": {}}
    plan = {"port_facility": {"people": [{"id": "o"}], "facilities": [facility]}}.get(
        ruleset, {"chapters": [{"topic": "risk", "fit": False}]}
    )
    report = rules.assess(plan, as_of="2026-01-15")
    asked = {row.place for row in report.missing if row.requirement == where}
    assert any(place.startswith(f"judgements/{where}") for place in asked) or where == "TSP-02-fit"
