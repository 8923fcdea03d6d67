"""The oracle's own reading of plans, against the description of the format; needs no engine."""

from __future__ import annotations

import json

import pytest

from .plan_reader import Refused, read_plan
from .values import INFINITE, ONE, List, Value


def type_of(kind, list_=False, of=-1, unit=-1, integer=False):
    return {"kind": kind, "list": list_, "of": of, "unit": unit, "integer": integer, "duration": "any"}


def field(name, type_, reference=False, initial=None):
    return {"name": name, "type": type_, "reference": reference, "initial": initial}


VOCABULARY = {
    "units": [{"name": "m", "factor": "1"}, {"name": "km", "factor": "1000"}],
    "enumerations": [
        {"name": "country", "ordered": False, "values": [{"word": "CR"}, {"word": "NO"}]},
        {"name": "Sector", "ordered": False, "values": [{"word": "public"}, {"word": "private"}]},
    ],
    "entities": [
        {"name": "Plan", "key": [], "table_row": False, "fields": [
            field("title", type_of("text")), field("open", type_of("yes_no"), initial="false"), field("head", type_of("number", integer=True)),
            field("way", type_of("number", unit=1)), field("part", type_of("percent")), field("starts", type_of("date")),
            field("alarm", type_of("moment")), field("term", type_of("duration")), field("land", type_of("enumeration", of=0)),
            field("sector", type_of("enumeration", of=1)), field("lead", type_of("item", of=1), reference=True),
            field("agencies", type_of("item", True, 1)), field("tags", type_of("text", True)),
        ]},
        {"name": "Agency", "key": [0], "table_row": False, "fields": [field("id", type_of("text")), field("named", type_of("date"))]},
    ],
    "root": 0,
}  # fmt: skip
NAMES = [one["name"] for one in VOCABULARY["entities"][0]["fields"]]


def read(plan, name, read_="") -> Value | List:
    text = plan if isinstance(plan, str) else json.dumps(plan)
    return read_plan(VOCABULARY, text, read_).root.fields[NAMES.index(name)]


@pytest.mark.parametrize(
    ("plan", "name", "lo", "hi"),
    [
        ({"title": "  a\u0301rbol "}, "title", "árbol", "árbol"),
        ({"open": "yes"}, "open", True, True),
        ({}, "open", False, False),
        ('{"head": 1e1}', "head", 10 * ONE, 10 * ONE),
        ({"way": 2.5}, "way", 2500 * ONE, 2500 * ONE),
        ({"part": "30%"}, "part", 30 * ONE, 30 * ONE),
        ({"part": 0.3}, "part", 3 * ONE // 10, 3 * ONE // 10),
        ({"starts": "2024-02"}, "starts", 19754, 19782),
        ({"starts": "1970"}, "starts", 0, 364),
        ({"starts": {"from": "1970-01-02", "to": "1970-02"}}, "starts", 1, 58),
        ({"head": {"from": 81}}, "head", 81 * ONE, INFINITE),
        ({"head": {"to": 9}}, "head", 0, 9 * ONE),
        ({"head": {"from": 3, "to": 3}}, "head", 3 * ONE, 3 * ONE),
        ({"alarm": "1970-01-01T08:30-06:00"}, "alarm", (30600, -360), (30600, -360)),
        ({"term": "P18M"}, "term", ("calendar", 18), ("calendar", 18)),
        ({"term": "2 weeks"}, "term", ("exact", 1209600), ("exact", 1209600)),
        ({"land": "CRI"}, "land", 0, 0),
        ({"head": 1, "evidence": {"head": {"says": [{"value": 1}]}}}, "head", ONE, ONE),
        ({"head": 1, "evidence": {"head": {"says": [{"value": 2}], "value": 2}}}, "head", 2 * ONE, 2 * ONE),
        ({"evidence": {"/head": {"says": [{"value": 2}]}}}, "head", 2 * ONE, 2 * ONE),
    ],
)
def test_values_are_read(plan, name, lo, hi):
    value = read(plan, name)
    assert (value.lo, value.hi) == (lo, hi)


@pytest.mark.parametrize(
    ("plan", "name", "flag"),
    [
        ({"title": 5}, "title", "unusable"),
        ({"title": " "}, "title", ""),
        ({"open": None, "evidence": {"": {"read": "part"}}}, "open", ""),
        ({"head": -1}, "head", "unusable"),
        ({"head": 1.5}, "head", "unusable"),
        ('{"way": 1e400}', "way", "unusable"),
        ('{"way": 0.0000000001}', "way", "unusable"),
        ({"head": "1"}, "head", "unusable"),
        ({"head": {"from": 3, "to": 2}}, "head", "unusable"),
        ({"head": {"about": 3}}, "head", "unusable"),
        ({"starts": "2018-02-31"}, "starts", "unusable"),
        ({"starts": "03/04/2018"}, "starts", "unusable"),
        ({"term": "P1Y2D"}, "term", "unusable"),
        ({"land": "cr"}, "land", "unusable"),
        ({"sector": "public "}, "sector", "unusable"),
        ({"lead": "nobody"}, "lead", "unusable"),
        ({"lead": "a", "agencies": [{"id": "a"}, {"id": "a"}]}, "lead", "unusable"),
        ('{"head": 1, "head": 2}', "head", "unusable"),
        ({"head": 1, "evidence": {"head": {"says": [{"value": 2}]}}}, "head", "unusable"),
        ({"head": 1, "evidence": {"head": {"none": True}}}, "head", "unusable"),
        ({"evidence": {"head": {"none": True}}}, "head", "none"),
        ({"evidence": {"head": {"why": "withheld"}}}, "head", "withheld"),
        ({"evidence": {"head": {"why": "not_known"}}}, "head", "unusable"),
        ({"evidence": {"": {"read": "whole"}}}, "head", "none"),
    ],
)
def test_what_counts_as_missing(plan, name, flag):
    value = read(plan, name)
    assert value.missing
    assert value.flag == flag


@pytest.mark.parametrize(
    ("plan", "given", "more"),
    [
        ({"tags": []}, 0, (0, 0)),
        ({"tags": ["a", 5, "b"]}, 3, (0, 0)),
        ({"tags": ["a"], "evidence": {"tags": {"read": "part"}}}, 1, (0, INFINITE)),
        ({"tags": ["a"], "evidence": {"": {"read": "part"}, "tags": {"read": "whole"}}}, 1, (0, 0)),
        ({"tags": ["a"], "evidence": {"tags": {"size": 4}}}, 1, (3, 3)),
        ({"tags": ["a"], "evidence": {"tags": {"size": {"from": 2}}}}, 1, (1, INFINITE)),
        ({"tags": ["a", "b"], "evidence": {"tags": {"size": 1}}}, 2, (0, 0)),
        ({"evidence": {"tags": {"size": 2}}}, 0, (2, 2)),
        ({"evidence": {"tags": {"none": True}}}, 0, (0, 0)),
        ({"evidence": {"": {"read": "whole"}}}, 0, (0, 0)),
    ],
)
def test_lists_and_how_many_more_there_may_be(plan, given, more):
    found = read(plan, "tags")
    assert not found.absent
    assert len(found.elements) == given
    assert (found.more_lo, found.more_hi) == more


@pytest.mark.parametrize("plan", [{}, {"tags": None}, {"tags": "a"}, {"tags": 5, "evidence": {"": {"read": "whole"}}}])
def test_a_list_that_is_not_there_or_no_list_is_absent(plan):
    assert read(plan, "tags").absent


def test_keys_make_places_and_those_given_twice_do_not():
    agencies = read({"agencies": [{"id": "a/b"}, {"id": "c"}, {"id": "c"}, 5]}, "agencies")
    assert [one.value.lo.place for one in agencies.elements] == ["agencies/a~1b", "agencies/[1]", "agencies/[2]", "agencies/[3]"]
    assert [one.value.lo.key_usable for one in agencies.elements] == [True, False, False, False]


def test_of_an_element_that_is_no_object_nothing_can_be_used():
    (agency,) = read({"agencies": [5]}, "agencies").elements
    assert [one.flag for one in agency.value.lo.fields] == ["unusable", "unusable"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"head": NaN}', '{"title": "\\ud800"}', "{" + '"a":[' * 70 + "]" * 70 + "}"])
def test_texts_that_are_no_plans(text):
    with pytest.raises(Refused):
        read_plan(VOCABULARY, text)
