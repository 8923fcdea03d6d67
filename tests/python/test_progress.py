"""Where the steps of a protocol stand on a day, worked out by hand: done, late, next, and by when."""

import datetime
import json

import brecha
import pytest
from brecha.rich_view.words import words
from faces import LANGUAGES

RULES = """
vocabulary making_plan 1 {
  entity Plan root { title text agencies list of Agency procedures list of Procedure }
  entity Agency key id { id text name text }
  entity Procedure key id { id text kind text steps list of Step }
  entity Step key id {
    id text does list of text role text agency ref Agency hands_to ref Agency after list of ref Step during ref Step only_in list of text
    waits_at_most duration takes_at_least duration takes_at_most duration repeats_every duration
    began_on date ended_on date began_at moment ended_at moment
  }
}
ruleset making 1 {
  title en "Making" es "Elaboración"
  uses making_plan 1
  month_end last_day
  source S { title en "S" }
  protocol MAKE {
    title en "How it is made" es "Cómo se elabora"
    shall source S "1"
    answered by p in plan.procedures where p.kind = "making"
    role experts, ministry
    step study by experts                                                en "The study" es "El estudio"
    step draft by ministry after study within 30 days lasts 1 week to 3 weeks
    step talks by ministry after study at least 10 days after study
    step middle by experts during draft from 40% to 60%
    step sign  by ministry after draft and talks
    step send  by ministry after sign optional
    event press en "A notice in the press"
    limit study to sign within 3 months
    never send before press
  }
  requirement OTHER { title en "Another" shall source S "2" require count(plan.agencies) >= 1 }
}"""
DAY = datetime.date.fromisoformat


def step(name, began=None, ended=None, agency="m", **more):
    days = {key: value for key, value in (("began_on", began), ("ended_on", ended)) if value}
    role = "experts" if name in ("study", "middle") else "ministry"
    return {"id": name, "does": [name], "role": role, "agency": agency, **days, **more}


def report_of(*steps, as_of, read="", language="en"):
    plan = {
        "title": "Made up",
        "agencies": [{"id": "m", "name": "The ministry"}, {"id": "e"}],
        "procedures": [{"id": "x", "kind": "making", "steps": list(steps)}],
    }
    return brecha.compile(RULES).assess(plan, as_of=as_of, read=read, language=language)


def states(report):
    return {row.step: row.state for row in report.progress()}


def row(report, name):
    return next(one for one in report.progress() if one.step == name)


STUDY = step("study", "2026-01-05", "2026-01-16", agency="e")


def test_states_and_days_on_a_day_in_the_middle():
    report = report_of(STUDY, step("draft", "2026-01-19"), as_of="2026-01-25")
    assert states(report) == {"study": "done", "draft": "under_way", "talks": "not_yet", "middle": "next", "sign": "waiting"}
    study, draft, talks, middle, sign = report.progress()
    assert (study.began, study.ended, study.ends_by) == (DAY("2026-01-05"), DAY("2026-01-16"), None)
    # From one week to three, the first and the last day counted; within 30 days of the study is later.
    assert (draft.ends_from, draft.ends_by) == (DAY("2026-01-25"), DAY("2026-02-08"))
    # At least ten days after the study; so early that what signs can end three months after the study began.
    assert (talks.begins_from, talks.begins_by, talks.ends_by) == (DAY("2026-01-26"), DAY("2026-04-05"), DAY("2026-04-05"))
    # From two fifths of the shortest draft to three fifths of the longest; 2026-01-25 is the day of the assessment.
    assert (middle.begins_from, middle.ends_by) == (DAY("2026-01-25"), DAY("2026-01-31"))
    assert (sign.begins_from, sign.ends_by, sign.waits_for) == (DAY("2026-01-26"), DAY("2026-04-05"), ("draft", "talks"))
    assert sign.by == ("ministry",) and sign.agencies == () and draft.agencies == ("The ministry",)
    assert study.label == "The study" and draft.label == "draft"
    assert study.places == ("procedures/x/steps/study",) and sign.places == ()


def test_late_is_told_from_what_nobody_says():
    steps = (STUDY, step("draft", "2026-01-19"))
    silent, whole = (report_of(*steps, as_of="2026-02-09", read=read) for read in ("", "whole"))
    assert states(silent)["draft"] == "perhaps_late"
    assert states(whole)["draft"] == "late"
    assert row(whole, "draft").broken == ("draft/lasts",)
    # Not begun by the day after which it cannot be in time any more.
    assert states(report_of(STUDY, as_of="2026-04-05"))["sign"] == "waiting"
    assert states(report_of(STUDY, as_of="2026-04-06"))["sign"] == "late"


def test_done_late_and_out_of_order():
    report = report_of(STUDY, step("draft", "2026-01-12", "2026-01-25"), step("talks", "2026-02-01", "2026-06-01"),
                       step("sign", "2026-06-02", "2026-06-03"), as_of="2026-07-01")  # fmt: skip
    assert states(report) == {"study": "done", "draft": "out_of_order", "talks": "done", "middle": "late", "sign": "done_late"}
    assert row(report, "draft").broken == ("draft/after/study",)
    assert row(report, "sign").broken == ("limit/study/sign",)


def test_what_is_late_puts_off_what_counts_from_it():
    """The study should have been over before the talks began; the draft is due 30 days after it, so from the day of the assessment on."""
    report = report_of(step("draft"), step("talks", "2026-01-01", "2026-01-02"), as_of="2026-05-01")
    assert states(report)["study"] == "late" and row(report, "study").ends_by == DAY("2025-12-22")
    assert (row(report, "draft").begins_from, row(report, "draft").ends_by) == (DAY("2026-05-01"), DAY("2026-05-31"))


def test_optional_steps_and_events_only_where_they_are():
    report = report_of(STUDY, step("press"), step("send"), as_of="2026-01-25")
    assert states(report) | {"send": "waiting", "press": "next"} == states(report)
    assert row(report, "send").waits_for == ("sign", "press")
    assert row(report, "press").label == "A notice in the press"


def test_only_records_have_progress():
    report = report_of(step("study"), as_of="2026-01-25")
    assert len(report.progress()) == 0
    assert "no step of one has a date" in " ".join(report.progress().to_text().split())


def test_by_requirement():
    report = report_of(STUDY, as_of="2026-01-25")
    assert len(report.progress("MAKE")) == 5 and len(report.progress("OTHER")) == 0
    with pytest.raises(brecha.UnknownNameError):
        report.progress("MADE")


def test_not_yet_due_is_the_reason_of_a_part():
    report = report_of(STUDY, step("draft"), as_of="2026-01-25")
    reasons = {one.part: one.reason for one in report["MAKE"].parts}
    assert reasons["draft/within"] == "not_yet_due" and reasons["limit/study/sign"] == "not_yet_due"
    assert reasons["draft/after/study"] == "not_owed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_faces(language):
    report = report_of(STUDY, step("draft", "2026-01-19"), as_of="2026-02-09", read="whole", language=language)
    progress, say = report.progress(), words(language)
    for shown in (progress.to_text(), progress.to_html(), report.to_html()):
        shown = " ".join(shown.split())
        assert say["step_late"] in shown and say("was_due_by", date="2026-02-08") in shown
        assert say["progress"] in shown
    assert progress.in_language("es").report.language == "es"
    assert json.loads(progress.to_json())["progress"][1]["state"] == "late"
    assert progress.to_csv().splitlines()[0].startswith("assessment,plan,as_of,requirement,subject,step,label,state,began,ended")


def test_labels_stand_in_the_printed_ruleset():
    protocol = json.loads(brecha.compile(RULES)._core.printed())["protocols"][0]
    labels = {one["name"]: {text["language"]: text["text"] for text in one["labels"]} for one in protocol["members"]}
    assert labels["press"] == {"en": "A notice in the press"} and labels["study"]["es"] == "El estudio"
    assert labels["send"]["en"] == "send"
