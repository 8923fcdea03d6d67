"""The shipped plans: found by name, with their sources, and readable."""

import json
import re

import brecha
import pytest
from brecha.answers import Answers, written


def test_samples_are_found_by_name():
    sample = brecha.sample("dominican-republic")
    assert sample.ruleset == "tourism_security"
    assert json.loads(sample.text)["country"] == "DO"


def test_a_sample_says_where_its_facts_come_from():
    assert "http" in brecha.sample("dominican-republic").source
    assert "tourism_security" in repr(brecha.sample("dominican-republic"))


def test_a_sample_that_is_not_there_is_met_with_the_nearest():
    with pytest.raises(LookupError, match='did you mean "dominican-republic"'):
        brecha.sample("dominicanrepublic")


@pytest.mark.parametrize("sample", brecha.samples(), ids=lambda sample: f"{sample.ruleset}/{sample.name}")
def test_every_sample_is_read_by_its_ruleset_without_a_mistake(sample):
    rules = brecha.load(sample.ruleset)
    plan = rules.read_plan(sample)
    mistakes = [note for note in plan.notes if note.code not in ("P402", "P401") and note.severity != "note"]
    assert mistakes == []
    report = rules.assess(plan, as_of="2026-01-15")
    assert len(report.findings) >= len(rules.requirements())
    for language in ("en", "es"):
        assert report.in_language(language).to_text()
    # What the first question settles alone is what is settled once it, and nothing else, is answered.
    for question in report.questions(1):
        assert question.settles == question.settles_with_above
    summary = report.summary
    assert (summary.findings, summary.gap_findings) == (len(report.findings), len(report.gaps))


@pytest.mark.parametrize("sample", brecha.samples(), ids=lambda sample: f"{sample.ruleset}/{sample.name}")
def test_every_sample_says_where_it_comes_from(sample):
    assert sample.source


REAL = [sample for sample in brecha.samples() if not sample.name.startswith("made-up")]


@pytest.mark.parametrize("sample", REAL, ids=lambda sample: sample.name)
def test_what_the_faces_say_to_write_is_read_and_ends_the_question(sample):
    rules = brecha.load(sample.ruleset)
    plan = json.loads(sample.text)
    answers = Answers(rules.vocabulary().entities, plan)
    own = [(note.code, note.place) for note in rules.read_plan(plan).notes]  # its sources may disagree
    for question in list(rules.assess(plan, as_of="2026-01-15").questions())[:5]:
        place = question.places[0]
        offered = answers.of(question, place)
        assert len(offered) >= 2, question.question
        for answer in offered:
            told = rules.read_plan(written(plan, answer))
            assert [note for note in told.notes if note.severity != "note" and (note.code, note.place) not in own] == [], answer.line
            if not answer.is_whole:
                continue
            still_asked = [one.question for one in rules.assess(told, as_of="2026-01-15").questions() if place in one.places]
            assert still_asked == [], answer.line


def test_a_name_that_several_rulesets_have_is_told_with_its_long_form():
    with pytest.raises(brecha.UnknownNameError, match=r'as in "citizen_security_data/made-up-complete"') as told:
        brecha.sample("made-up-complete")
    assert str(told.value).endswith("violence_prevention"), "not cut"
    with pytest.raises(brecha.RulesetError) as told:
        brecha.load("no-such-ruleset")
    assert re.findall(r"\w+", str(told.value).partition("shipped rulesets: ")[2]) == brecha.shipped_rulesets()
    with pytest.raises(brecha.UnknownNameError) as told:
        brecha.sample("long " * 1000)
    assert len(str(told.value)) < 500, "what a stranger wrote is"
    with pytest.raises(brecha.UnknownNameError, match="helsingborg") as told:
        brecha.sample("port_facility/made-up")
    assert "made-up-survey" in str(told.value)
