"""Texts of rules: `{part}`, and words that stand in a list."""

import json

import pytest

import brecha
from brecha import _core
from brecha.shipped import shipped_folder

RULES = """
vocabulary texts_plan 1 {
  title en "Plan" es "Plan"
  enum Time = before en "Is it looked at before?" listed en "the time before" es "el tiempo anterior",
    after en "Is it looked at afterwards?" es "¿Se mira después?" listed en "the time afterwards"
  entity Plan root { lead text  name text  times list of Time }
}
ruleset texts 1 {
  title en "Texts" es "Textos"  uses texts_plan 1  source S { title en "s" es "s" standing law }
  requirement STATED {
    title en "It is stated" es "Consta"
    shall
    source S "1"
    require .lead en "Who leads?" listed en "a lead agency" plan.lead is given
    require .name en "the name" plan.name is given
    require .times plan.times covers {before, after}
    gap en "The plan does not state {part}." es "El plan no dice {parte}."
    remedy en "Not stated: {missing}."
  }
  requirement TREATED {
    title en "All times are looked at"
    shall
    source S "2"
    require plan.times covers {before, after}
    gap en "Is not inspected: {missing}. Of the plan: {plan.times}; lacking: {missing(plan.times, {before, after})}."
  }
  requirement UNTOLD {
    title en "All are there"
    shall
    source S "3"
    require .lead en "Who leads?" listed en "a lead agency" plan.lead is given
    require .name en "the name" plan.name is given
  }
}
"""
NOTHING = {"evidence": {"": {"read": "whole"}}}


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def gap(report, requirement):
    return next(one for one in report.gaps if one.requirement == requirement)


def test_a_text_that_names_its_part_is_said_of_each(rules):
    told = gap(rules.assess(NOTHING, "2026-01-15"), "STATED")
    assert told.message == (
        "The plan does not state Who leads?. The plan does not state the name. "
        "The plan does not state Is it looked at before?. The plan does not state Is it looked at afterwards?."
    )
    spanish = gap(rules.assess(NOTHING, "2026-01-15", language="es"), "STATED")
    assert spanish.message.endswith("El plan no dice ¿Se mira después?.")


def test_each_part_has_its_own_sentence(rules):
    report = rules.assess({**NOTHING, "name": "Coast"}, "2026-01-15")
    parts = {row.part: row.message for row in report.parts if row.requirement == "STATED"}
    assert parts[".lead"] == "The plan does not state Who leads?."
    assert parts[".times/after"] == "The plan does not state Is it looked at afterwards?."


def test_what_is_listed_has_its_words_for_a_list(rules):
    report = rules.assess(NOTHING, "2026-01-15")
    assert gap(report, "STATED").remedy == "Not stated: a lead agency, the name, the time before, the time afterwards."
    assert gap(report, "UNTOLD").message == "Not met: All are there: a lead agency, the name"
    only_before = rules.assess({"times": ["before"]}, "2026-01-15")
    assert gap(only_before, "TREATED").message == (
        "Is not inspected: the time afterwards. Of the plan: the time before; lacking: the time afterwards."
    )


def test_the_checked_form_and_every_language_have_them(rules):
    for language in ("es", "pt", "fr", "en"):
        text, diagnostics = _core.format("texts.brecha", RULES, language)
        assert not diagnostics
        assert brecha.compile(text).sha256 == rules.sha256
    values = json.loads(rules.printed())["vocabulary"]["enumerations"]
    time = next(one for one in values if one["name"] == "Time")["values"]
    assert time[1]["listed"] == [{"language": "en", "text": "the time afterwards"}]


def braces_in_quotes(text):
    """Braces inside the quoted texts of a text's expressions, `{if c then "by {x}" else ""}`: readers would see them as they stand."""
    found, depth, quoted = [], 0, False
    for at, letter in enumerate(text):
        if letter == '"' and depth:
            quoted = not quoted
        elif quoted and letter in "{}":
            found.append(text[max(0, at - 20) : at + 20])
        elif not quoted and letter in "{}":
            depth += 1 if letter == "{" else -1
    return found


def test_no_shipped_text_shows_its_braces():
    assert braces_in_quotes('{a.id}: {if a.b then "by {a.b}" else ""}') and not braces_in_quotes(
        '{a.id} says "{a.b}": {if a.b then "so" else "no"}'
    )
    for name in brecha.shipped_rulesets():
        texts, _ = _core.rule_texts(name.encode(), [], shipped_folder())
        assert [(name, one.line, found) for one in texts.texts for found in braces_in_quotes(one.text)] == []
