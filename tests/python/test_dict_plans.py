"""What Python's own values become in a plan: exact, or told at their place."""

import datetime
import enum
import fractions
import json
import pathlib
import uuid
from decimal import Decimal

import pytest

import brecha
from brecha.plan_spellings.dict_plan import tree_of_dict

RULES = """
vocabulary values 1 {
  entity Plan root { title text  code text  band one of low, mid  n number  staff integer  at moment  until moment  on date  lasts duration  field text }
}
ruleset of_values 1 {
  title en "Values"
  uses values 1
  source S { title en "S" }
  requirement V-title { title en "t" shall source S "1" require plan.title is given }
  requirement V-code { title en "c" shall source S "1" require plan.code = "007" }
  requirement V-band { title en "b" shall source S "1" require plan.band = mid }
  requirement V-day { title en "d" shall source S "1" require plan.on = 2026-01-15 }
  requirement V-order { title en "o" shall source S "1" require plan.at < plan.until }
}
"""


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def text_of(rules, plan):
    return json.loads(tree_of_dict(plan).json(rules._core), parse_float=str, parse_int=str)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (True, True),
        (3, "3"),
        (10**40, "1" + 40 * "0"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (float("nan"), None),
        (Decimal("2.50"), "2.50"),
        (datetime.date(2026, 1, 15), "2026-01-15"),
        (datetime.datetime(2026, 1, 15, 8, 30), "2026-01-15T08:30"),
        (datetime.datetime(2026, 1, 15, 8, 30, 15, 250000), "2026-01-15T08:30:15.25"),
        (datetime.datetime(2026, 1, 15, 8, 30, tzinfo=datetime.timezone.utc), "2026-01-15T08:30+00:00"),
        (datetime.datetime(2026, 1, 15), "2026-01-15T00:00"),
        (datetime.datetime(2026, 1, 15, tzinfo=datetime.timezone.utc), "2026-01-15T00:00+00:00"),
        (datetime.timedelta(days=14), "14 days"),
        (datetime.timedelta(minutes=90), "90 minutes"),
        (("a", "b"), ["a", "b"]),
        ({"b", "a"}, ["a", "b"]),
        ('niño "x"', 'niño "x"'),
    ],
)
def test_a_value_is_written_as_a_plan_writes_it(rules, value, text):
    assert text_of(rules, {"field": value}) == {"field": text}


def test_texts_that_are_members_of_an_enum_are_their_text(rules):
    class Code(str, enum.Enum):
        seven = "007"
        mid = "mid"

    class Band(enum.Enum):
        mid = "mid"

    for band in (Code.mid, Band.mid):
        plan = rules.read_plan({"code": Code.seven, "band": band})
        report = rules.assess(plan, "2026-01-15")
        assert (report["V-code"].verdict, report["V-band"].verdict, len(plan.notes)) == ("met", "met", 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("n", float("inf")),
        ("n", float("-inf")),
        ("n", Decimal("Infinity")),
        ("n", fractions.Fraction(3, 10)),
        ("n", 3 + 4j),
        ("lasts", datetime.timedelta(minutes=-5)),
        ("lasts", datetime.timedelta(seconds=59, microseconds=500000)),
        ("code", b"007"),
        ("code", bytearray(b"007")),
        ("code", memoryview(b"007")),
        ("code", uuid.UUID(int=7)),
        ("code", pathlib.PurePath("a/b")),
        ("at", datetime.time(8, 30)),
        ("at", datetime.datetime(2026, 1, 15, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=90)))),
        ("staff", range(3)),
        ("n", Decimal("-Infinity")),
        pytest.param("code", "\ud800", id="half a character"),
        ("code", object()),
        pytest.param("staff", 10**5000, id="an integer of 5,001 digits"),
        ("staff", 2**200),
    ],
)
def test_one_odd_value_makes_its_place_missing_and_not_the_plan(rules, name, value):
    plan = rules.read_plan({"title": "x", name: value})
    assert [(note.code, note.place) for note in plan.notes] == [("P201", name)]
    assert rules.assess(plan, "2026-01-15")["V-title"].verdict == "met"


@pytest.mark.parametrize("key", [1, None, (1, 2), pytest.param("\ud800", id="half a character")])
def test_keys_that_are_no_texts_are_unknown_fields(rules, key):
    plan = rules.read_plan({"title": "x", key: "x"})
    assert [note.code for note in plan.notes] == ["P101"]
    assert rules.assess(plan, "2026-01-15")["V-title"].verdict == "met"


def test_parts_of_a_second_are_not_dropped(rules):
    start = datetime.datetime(2024, 5, 17, 8, 30)
    within = rules.read_plan({"at": start.replace(microsecond=1), "until": start.replace(microsecond=900000)})
    assert rules.assess(within, "2026-01-15")["V-order"].verdict == "unknown"
    assert within.notes["code"] == ["P402", "P402"]
    apart = rules.read_plan({"at": start.replace(microsecond=1), "until": start.replace(second=2, microsecond=1)})
    assert rules.assess(apart, "2026-01-15")["V-order"].verdict == "met"


@pytest.mark.parametrize("of", ["datetime", "pandas", "numpy"])
def test_midnight_is_a_moment_and_a_date_where_the_field_is_one(rules, of):
    """Data frames and workbooks have no other dates than moments at midnight."""
    midnight = datetime.datetime(2026, 1, 15)
    if of != "datetime":
        midnight = pytest.importorskip(of)
        midnight = midnight.Timestamp("2026-01-15") if of == "pandas" else midnight.datetime64("2026-01-15T00:00:00", "ns")
    plan = rules.read_plan({"on": midnight, "at": midnight, "until": datetime.datetime(2026, 1, 15, 0, 1)})
    assert [note.message for note in plan.notes] == []
    report = rules.assess(plan, "2026-01-15")
    assert (report["V-order"].verdict, report["V-day"].verdict) == ("met", "met")
    later = rules.read_plan({"on": datetime.datetime(2026, 1, 15, 8, 30)})
    assert later.notes["code"] == ["P202"], "a time of day is not dropped"


def test_values_of_data_frames_are_taken(rules):
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    plan = {"a": numpy.int64(3), "b": numpy.float64("nan"), "c": pandas.NaT, "d": pandas.Timestamp("2026-01-15"), "e": pandas.NA,
            "f": numpy.array([1, 2]), "g": numpy.str_("x"), "h": numpy.bool_(True)}  # fmt: skip
    assert text_of(rules, plan) == {
        "a": "3",
        "b": None,
        "c": None,
        "d": "2026-01-15T00:00",
        "e": None,
        "f": ["1", "2"],
        "g": "x",
        "h": True,
    }


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (("datetime64", "2024", "Y"), "2024"),
        (("datetime64", "2024-05", "M"), "2024-05"),
        (("datetime64", "2024-05-17", "D"), "2024-05-17"),
        (("datetime64", "2024-05-17T08", "h"), "2024-05-17T08:00"),
        (("datetime64", "2024-05-17T08:30", "m"), "2024-05-17T08:30"),
        (("datetime64", "2024-05-17T08:30:15", "s"), "2024-05-17T08:30:15"),
        (("datetime64", "2024-05-17T08:30:15.250", "ms"), "2024-05-17T08:30:15.25"),
        (("datetime64", "2024-05-17T08:30:15.000000001", "ns"), "2024-05-17T08:30:15.000000001"),
        (("datetime64", "2024-05-17T00:00:00", "ns"), "2024-05-17T00:00:00"),
        (("datetime64", "2024-05-17T00", "h"), "2024-05-17T00:00"),
        (("datetime64", "NaT", "s"), None),
        (("timedelta64", 90, "m"), "90 minutes"),
        (("timedelta64", 2, "W"), "14 days"),
        (("timedelta64", 18, "M"), "18 months"),
        (("timedelta64", 60_000, "ms"), "1 minutes"),
    ],
)
def test_times_of_numpy_in_every_unit(rules, written, text):
    numpy = pytest.importorskip("numpy")
    kind, value, unit = written
    assert text_of(rules, {"field": getattr(numpy, kind)(value, unit)}) == {"field": text}


def test_a_dict_that_holds_itself_is_refused(rules):
    plan = {}
    plan["again"] = plan
    with pytest.raises(brecha.PlanError, match="nested deeper"):
        rules.read_plan(plan)
