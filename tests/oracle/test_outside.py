"""Dates, durations, comparison and logic of three values as others have them: engine and oracle decide what `outside` says they do."""

from __future__ import annotations

import json
import re

import brecha
import pytest

from . import engine
from .compare import run_plan
from .outside import SAYS, Condition, Reading, about, tables, vectors

pytestmark = pytest.mark.skipif(not engine.available(), reason="brecha._core is not built")

AS_OF = "2026-01-15"
KINDS = ("yes_no", "number", "text", "date", "moment", "duration")
DECIDES = {"met": "holds", "not_met": "fails", "unknown": "unknown"}
DAY = r"\d{4}-\d\d-\d\d"
LITERALS = {
    "moment": rf"{DAY}T[\d:]+(?:Z|[+-]\d\d:\d\d)?",
    "date": DAY,
    "duration": r"\d+ (?:second|minute|hour|day|month|year)s?",
    "number": r"\d+(?:\.\d+)?",
    "text": r'"[^"]*"',
    "yes_no": r"yes|no",
}
LITERAL = re.compile(r"(?<![\w.])(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in LITERALS.items()) + r")(?!\w)")


def plan_and_fields() -> tuple[dict, dict[str, str]]:
    """A plan that says nothing of some fields, and of others that there is no such value."""
    fields = {f"{how}_{kind}": kind for how in ("silent", "none") for kind in KINDS}
    return {"evidence": {name: {"none": True} for name in fields if name.startswith("none_")}}, fields


def rules(conditions: list[str], fields: dict[str, str], month_end: str) -> list[tuple[str, str]]:
    """A requirement for each condition: V-0, V-1, …"""
    vocabulary = "vocabulary outside 1.0 { entity Plan root {\n" + "".join(f"  {name} {kind}\n" for name, kind in fields.items()) + "} }\n"
    head = 'ruleset vectors 1.0 {\n  title en "Vectors"\n  uses outside 1\n  source MADE_UP { title en "Of others" standing standard }\n'
    stated = "" if month_end == "none" else f"  month_end {month_end}\n"
    body = "".join(
        f'  requirement V-{number} {{ title en "{number}" shall source MADE_UP "{number}" require ({condition}) }}\n'
        for number, condition in enumerate(conditions)
    )
    return [("vectors.brecha", vocabulary + head + stated + body + "}\n")]


def out_of_the_rule(condition: str, plan: dict, fields: dict[str, str]) -> str:
    """The condition with a field of the plan in place of each value that it writes."""

    def field(match: re.Match) -> str:
        kind, written = match.lastgroup, match[0]
        name = f"v{len(fields)}"
        fields[name] = kind
        plan[name] = {"number": lambda: float(written), "text": lambda: written[1:-1], "yes_no": lambda: written == "yes"}.get(
            kind, lambda: written
        )()
        return f"plan.{name}"

    return LITERAL.sub(field, condition)


def decided(table: str, month_end: str) -> list[Condition]:
    return [one for one in vectors(table) if one.month_end == month_end and not one.decides.startswith("refused")]


# A duration of the plan may be of months, so that a ruleset which adds it states a month end.
CONDITIONS = [
    (table, month_end, values_in)
    for table in tables(Condition)
    for month_end in ("last_day", "next_day", "none")
    for values_in in (("the rule",) if month_end == "none" else ("the rule", "the plan"))
    if decided(table, month_end)
]


@pytest.mark.parametrize(("table", "month_end", "values_in"), CONDITIONS)
def test_conditions_decide_as_the_table_says(table, month_end, values_in):
    """A difference that is none any more shows here: the table says what was decided before."""
    wanted = decided(table, month_end)
    plan, fields = plan_and_fields()
    conditions = [one.condition if values_in == "the rule" else out_of_the_rule(one.condition, plan, fields) for one in wanted]
    files = rules(conditions, fields, month_end)
    outcome = run_plan(engine.compile_ruleset(files), json.dumps(plan), AS_OF)
    assert outcome.differences == []
    found = [DECIDES[result.verdict] for result in outcome.theirs]
    assert [(one, here) for one, here in zip(wanted, found, strict=True) if one.decides != here] == []
    # As one of many, for verdicts alone.
    many = brecha.compile(files[0][1]).verdicts([plan] * 65, as_of=AS_OF)
    assert all(set(many[f"V-{number}"]) == {result.verdict} for number, result in enumerate(outcome.theirs))


@pytest.mark.parametrize("table", tables(Condition))
def test_what_the_checker_refuses_it_refuses_with_this_message(table):
    _, fields = plan_and_fields()
    for one in vectors(table):
        if not one.decides.startswith("refused"):
            continue
        with pytest.raises(engine.Refused) as refused:
            engine.compile_ruleset(rules([one.condition], fields, one.month_end))
        assert one.decides.split()[1] in refused.value.codes, one


READINGS = """
vocabulary outside 1.0 {
  entity Plan root { items list of Item }
  entity Item key id { id text  date date  moment moment  duration duration  same_date date  same_duration duration }
}
ruleset vectors 1.0 {
  title en "Vectors"
  uses outside 1
  source MADE_UP { title en "Of others" standing standard }
  requirement GIVEN {
    title en "A value is there" shall source MADE_UP "1"
    each i in plan.items, if any
    require i.date is given or i.moment is given or i.duration is given
  }
  requirement SAME {
    title en "It is that value" shall source MADE_UP "2"
    each i in plan.items where i.same_date is given or i.same_duration is given, if any
    require i.date = i.same_date or i.duration = i.same_duration
  }
}
"""


@pytest.mark.parametrize("table", tables(Reading))
def test_values_are_read_as_the_table_says(table):
    wanted = vectors(table)
    items = [{"id": str(number), one.type: json.loads(one.value)} for number, one in enumerate(wanted)]
    compared = [number for number, one in enumerate(wanted) if one.reads == "given" and one.given_there not in SAYS]
    for number in compared:
        items[number][f"same_{wanted[number].type}"] = wanted[number].given_there
    ruleset = engine.compile_ruleset([("readings.brecha", READINGS)])
    text = json.dumps({"items": items})
    outcome = run_plan(ruleset, text, AS_OF)
    assert outcome.differences == []
    given, same = outcome.theirs
    found = {one.subject: "given" if one.verdict == "met" else "missing" for one in given.findings}
    assert [(one, found[f"items/{number}"]) for number, one in enumerate(wanted) if found[f"items/{number}"] != one.reads] == []
    assert {one.subject: one.verdict for one in same.findings if one.verdict != "unknown"} == {
        f"items/{number}": "met" for number in compared
    }
    # What cannot be read is said; nothing (null, an empty text) needs no words.
    noted = {note["place"] for note in ruleset.report(text, AS_OF)["notes"]}
    unread = {
        f"items/{number}/{one.type}" for number, one in enumerate(wanted) if one.reads == "missing" and one.value not in ("null", '""')
    }
    assert unread <= noted


@pytest.mark.parametrize("table", [*tables(Condition), *tables(Reading)])
def test_a_vector_differs_where_the_table_says_why(table):
    for one in vectors(table):
        assert ((one.decides if isinstance(one, Condition) else one.reads) == one.wanted) == (one.difference == ""), one
    assert len({one.case for one in vectors(table)}) == len(vectors(table))


def test_every_difference_is_explained_and_there_is_one_for_every_explanation():
    used = {one.difference for table in [*tables(Condition), *tables(Reading)] for one in vectors(table)} - {""}
    assert used == set(about()["differences"])
