"""The time line of a protocol and a plan's procedure: what it draws is what the findings say, worked out by hand."""

import json
import re
from xml.etree import ElementTree

import brecha
import pytest
from brecha.pictures.procedures import seconds_of, timelines
from brecha.pictures.words import picture_words
from faces import LANGUAGES

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

RULES = """
vocabulary drills_plan 1 {
  entity Plan root { agencies list of Agency procedures list of Procedure }
  entity Agency key id { id text }
  entity Procedure key id { id text kind text steps list of Step }
  entity Step key id {
    id text does list of text role text agency ref Agency hands_to ref Agency after list of ref Step during ref Step only_in list of text
    waits_at_most duration takes_at_least duration takes_at_most duration repeats_every duration
    began_on date ended_on date began_at moment ended_at moment
  }
}
ruleset drills 1 {
  title en "Drills" es "Simulacros"
  uses drills_plan 1
  source S { title en "S" }
  parameter hearing = 4 minutes
  protocol CALL {
    title en "A call" es "Una llamada"
    shall source S "1"
    answered by p in plan.procedures where p.kind = "call"
    role taker, chief
    step receive by taker
    step decide  by chief after receive within hearing
    step leave   by chief after decide within 10 minutes
    step open    by chief after leave at least 5 minutes after decide
    step tell    by chief after open within 1 hour
    never open before decide
    limit receive to leave within 12 minutes
    separate taker from chief
  }
}"""


def step(name, *after, wait="0 minutes", least="1 minute", most="2 minutes", role="chief", agency="police", **more):
    return {"id": name, "does": [name], "after": list(after), "waits_at_most": wait, "takes_at_least": least, "takes_at_most": most, "role": role,
            "agency": agency, **more}  # fmt: skip


STEPS = [
    step("receive", role="taker", agency="clinic"),
    step("decide", "receive", wait="1 minute"),
    step("sweep", "decide", least="2 minutes", most="9 minutes", does=[]),
    step("leave", "decide", "sweep"),
    step("open", "leave"),
    {key: value for key, value in step("tell", "open").items() if key != "takes_at_most"},
]


def report_of(*procedures, language="en", as_of="2026-01-15"):
    plan = {"agencies": [{"id": "police"}, {"id": "clinic"}], "procedures": list(procedures)}
    return brecha.compile(RULES).assess(plan, as_of=as_of, language=language)


def call(steps, name="x"):
    return {"id": name, "kind": "call", "steps": steps}


@pytest.fixture(scope="module")
def planned():
    return report_of(call(STEPS))


def test_when_each_step_may_run(planned):
    (one,) = timelines(planned)
    assert not one.is_record and (one.requirement, one.subject) == ("CALL", "procedures/x")
    minutes = [(each.name, *(None if at is None else at / 60 for at in each[2:])) for each in one.stretches]
    # receive 1 to 2; decide waits 1; the sweep of 2 to 9 lies between, and is no step of the protocol.
    assert minutes == [("receive", 0, 1, 2), ("decide", 1, 2, 5), ("leave", 4, 5, 16), ("open", 5, 6, 18), ("tell", 6, 7, None)]


def test_each_limit_at_its_worst_and_what_it_leaves(planned):
    (one,) = timelines(planned)
    limits = {span.part: (span.truth, span.allowed / 60, None if span.reached is None else span.reached / 60) for span in one.spans}
    assert limits == {
        "decide/within": ("holds", 4, 3),
        "leave/within": ("fails", 10, 11),
        "open/at_least/decide": ("fails", 5, 3),
        "tell/within": ("unknown", 60, None),
        "limit/receive/leave": ("fails", 12, 16),
    }
    parts = {row.part: row.verdict for row in planned["CALL"].parts}
    words = {"met": "holds", "not_met": "fails", "unknown": "unknown"}
    assert all(words[parts[part]] == truth for part, (truth, *_) in limits.items())


def test_it_is_drawn_and_told_in_words(planned, tmp_path):
    picture = planned.plot("timeline", requirement="CALL")
    picture.save(tmp_path / "x.svg")
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert svg == planned.plot("timeline").to_svg()
    root = ElementTree.fromstring(svg)
    names = "{http://www.w3.org/2000/svg}"
    assert [root.find(f"{names}{name}").text for name in ("title", "desc")] == [picture.title, picture.description]
    drawn = " ".join(" ".join(element.itertext()) for element in root.iter(f"{names}text"))
    for sentence in ("11 minutes, 1 minute too long", "3 minutes, 1 minute to spare", "3 minutes, 2 minutes too short"):
        assert sentence in picture.description and sentence in drawn
    assert "tell: 6 minutes – 7 minutes, latest end not stated" in picture.description
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) == {pattern.get("id") for pattern in root.iter(f"{names}pattern")}
    assert '"fill": "#b23c27"' not in json.dumps(picture.chart().to_dict()), "what is too long is crossed, not red alone"


def test_what_happened_is_drawn_on_its_days():
    def held(name, began, ended, role="chief", agency="police"):
        return {
            "id": name,
            "does": [name],
            "role": role,
            "agency": agency,
            "began_at": f"2026-01-10T{began}Z",
            "ended_at": f"2026-01-10T{ended}Z",
        }

    steps = [
        held("receive", "10:00", "10:02", "taker", "clinic"), held("decide", "10:01", "10:05"), held("leave", "10:05", "10:15"),
        {"id": "open", "does": ["open"], "role": "chief", "agency": "police"},
    ]  # fmt: skip
    report = report_of(call(steps))
    (one,) = timelines(report)
    assert one.is_record
    assert [(span.part, span.truth, span.reached / 60) for span in one.spans if span.reached is not None] == [
        ("decide/within", "holds", 3), ("leave/within", "holds", 10), ("limit/receive/leave", "fails", 15)]  # fmt: skip
    told = report.plot("timeline").description
    assert "decide: 2026-01-10 10:01 – 2026-01-10 10:05 [after receive: gap]" in told
    assert picture_words("en")["length_open"] not in told
    assert "open: no date" in told and "tell: no date; waiting [there: gap]" in told


def test_a_procedure_without_a_run_and_one_agency_in_two_roles_are_told():
    steps = [{**STEPS[0], "after": ["decide"], "agency": "police"}, *STEPS[1:]]
    told = report_of(call(steps)).plot("timeline").description
    assert "the procedure can be carried out: gap" in told and "kept apart (taker, chief): gap" in told


def test_what_a_protocol_only_allows_is_not_used_where_it_fails_and_no_gap():
    rules = brecha.compile(RULES.replace('shall source S "1"', 'may source S "1"'))
    happened = {**call(STEPS, "b"), "steps": [{**STEPS[0], "began_at": "2026-01-10T10:00Z", "ended_at": "2026-01-10T10:02Z"}]}
    plan = {"agencies": [{"id": "police"}, {"id": "clinic"}], "procedures": [call(STEPS, "a"), happened, {**call(STEPS[:1], "c")}]}
    picture = rules.assess(plan, as_of="2026-01-15").plot("timeline")
    assert "10 minutes after decide: 11 minutes, 1 minute too long (not used)" in picture.description
    assert "[there: not used]" in picture.description and "gap" not in picture.description
    assert "not used · 11 minutes, 1 minute too long" in " ".join(drawn_texts(picture))


def test_those_with_gaps_come_first_and_what_is_left_out_is_counted():
    kept = [*STEPS[:2], step("leave", "decide", least="5 minutes", most="6 minutes"), step("open", "leave"), step("tell", "open")]
    report = report_of(call(kept, "a"), call(STEPS, "b"), call(STEPS, "c"))
    assert report["CALL"].findings[0].verdict == "met"
    assert [one.subject for one in timelines(report)] == ["procedures/b", "procedures/c", "procedures/a"]
    assert "2 more are not drawn." in report.plot("timeline", most=1).description


def drawn_texts(picture):
    root = ElementTree.fromstring(picture.to_svg())
    return [" ".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_key_speaks_of_what_may_happen_or_of_what_happened(planned):
    say = picture_words("en")
    of_plan, of_record = [say["runs_shortest"], say["may_run_until"], say["end_open"]], [say["took_place"], say["end_not_dated"]]
    assert set(of_plan) <= set(drawn_texts(planned.plot("timeline"))).difference(of_record)
    happened = {**call(STEPS, "z"), "steps": [{**STEPS[0], "began_at": "2026-01-10T10:00Z", "ended_at": "2026-01-10T10:02Z"}]}
    texts = set(drawn_texts(report_of(happened).plot("timeline")))
    assert set(of_record) <= texts.difference(of_plan)


def test_steps_are_told_by_their_labels():
    labelled = RULES.replace("decide  by chief after receive within hearing", 'decide by chief after receive within hearing en "The decision" es "La decisión"')  # fmt: skip
    plan = {"agencies": [{"id": "police"}, {"id": "clinic"}], "procedures": [call(STEPS[:-1])]}
    picture = brecha.compile(labelled).assess(plan, as_of="2026-01-15", language="es").plot("timeline")
    say, minutes = picture_words("es"), {"length": picture_words("es")("minutes", count=4)}
    for text in ("La decisión", say("asked_within", first="receive", then="La decisión", **minutes)):
        assert text in picture.description
        assert text in " ".join(drawn_texts(picture))
    assert "decide" not in picture.description


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_four_languages(language):
    picture = report_of(call(STEPS), language=language).plot("timeline")
    say = picture_words(language)
    assert picture.title == say["picture_timeline"]
    assert say("too_long_by", reached=say("minutes", count=11), length=say("minutes", count=1)) in picture.description


def test_without_a_procedure_there_is_nothing_to_draw():
    report = report_of()
    with pytest.raises(brecha.BrechaError, match="no protocol of drills meets a procedure"):
        report.plot("timeline")
    with pytest.raises(brecha.UnknownNameError):
        report.plot("timeline", requirement="NONE")


CALENDARS = RULES.replace(
    "  uses drills_plan 1\n",
    "  uses drills_plan 1\n  calendar office { weekend saturday, sunday holidays { } from 2025-01-01 until 2027-12-31 }\n",
)


def held_on(name, began, ended, **more):
    return {"id": name, "does": [name], "role": "chief", "agency": "police", "began_on": began, "ended_on": ended, **more}


RECORD = [
    held_on("receive", "2025-09-01", "2025-09-01", role="taker", agency="clinic"), held_on("decide", "2025-11-30", "2025-11-30"),
    held_on("leave", "2025-12-09", "2025-12-09"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("3 months", "decide within 3 months after receive: 90 days (met)"),
        ("1 month", "decide within 1 month after receive: 90 days (gap)"),
        ("2 years", "decide within 24 months after receive: 90 days (met)"),
        ("1000 hours", "decide within 1000 hours after receive: 90 days, 48 days too long (gap)"),
        ("100 working days in office", "decide within 100 working days after receive: 90 days (met)"),
        ("10 working days in office", "decide within 10 working days after receive: 90 days (gap)"),
    ],
)
@pytest.mark.parametrize("is_parameter", [True, False])
def test_limits_that_hang_on_the_calendar_are_told_as_they_are_written(written, told, is_parameter):
    rules = CALENDARS.replace("4 minutes", written) if is_parameter else CALENDARS.replace("within hearing", f"within {written}")
    plan = {"agencies": [{"id": "police"}, {"id": "clinic"}], "procedures": [call(RECORD)]}
    picture = brecha.compile(rules).assess(plan, as_of="2026-01-15").plot("timeline")
    assert told in picture.description


def test_a_plan_that_speaks_of_months_is_told_in_months_and_days():
    steps = [
        *STEPS[:1],
        step("decide", "receive", least="3 months", most="3 months"),
        step("leave", "decide", least="1 month", most="40 days"),
    ]
    rules = RULES.replace("leave within 12 minutes", "leave within 130 days")
    plan = {"agencies": [{"id": "police"}, {"id": "clinic"}], "procedures": [call(steps)]}
    told = brecha.compile(rules).assess(plan, as_of="2026-01-15").plot("timeline").description
    assert "leave within 10 minutes after decide: 40 days, 40 days too long (gap)" in told
    assert "decide: 1 minute – 13 weeks, until 13 weeks at most; leave: 13 weeks – 122 days, until 131 days at most" in told
    assert "receive to leave within 130 days: 131 days (open)" in told


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90 minutes", 5400),
        ("1 day", 86400),
        ("PT1H30M", 5400),
        ("P2W", 1209600),
        ("3 working days", 345600),
        ("3 months", 7889400),
        ("1 year", 31557600),
        ("soon", None),
    ],
)
def test_lengths_are_read_as_plans_write_them(text, seconds):
    assert seconds_of(text) == seconds
