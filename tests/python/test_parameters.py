"""Python's values as parameters: each exact, or refused in a sentence that names the parameter and says the way out."""

import datetime
import decimal
import enum
import fractions

import pytest

import brecha

TYPES = {
    "text": "text", "yes": "yes_no", "whole": "integer", "number": "number", "share": "percent", "on": "date", "at": "moment",
    "lasts": "duration", "band": "Band", "texts": "list of text", "numbers": "list of number",
}  # fmt: skip
RULES = f"""
vocabulary v 1 {{
  enum Band = low, mid
  entity Plan root {{ {"  ".join(f"{name}_there {of}" for name, of in TYPES.items())} }}
}}
ruleset r 1 {{
  title en "R"
  uses v 1
  source S {{ title en "S" }}
  {"  ".join(f"parameter {name}_wanted: {of} {{ source S '1' }}" for name, of in TYPES.items())}
  {
    "  ".join(
        f"requirement R-{name} {{ title en 't' shall source S '1' require plan.{name}_there {'covers' if of.startswith('list') else '='} {name}_wanted }}"
        for name, of in TYPES.items()
    )
}
}}
""".replace("'", '"')


class Word(str, enum.Enum):
    mid = "mid"


class Band(enum.Enum):
    mid = "mid"


class Count(enum.IntEnum):
    three = 3


class Text(str):
    def __str__(self):
        return "another"


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def moment(*given, **more):
    return datetime.datetime(2026, 1, 15, *given, **more)


def of_numpy(name, *given):
    return lambda: getattr(pytest.importorskip("numpy"), name)(*given)


@pytest.mark.parametrize(
    ("name", "value", "plan"),
    [
        ("text", "niño", "niño"),
        ("text", Text("niño"), "niño"),
        ("text", Word.mid, "mid"),
        ("yes", True, True),
        ("yes", False, False),
        ("whole", 3, 3),
        ("whole", Count.three, 3),
        ("whole", 10**29, 10**29),
        ("number", 0.1, "0.1"),
        ("number", 1e-7, "0.0000001"),
        ("number", decimal.Decimal("2.50"), "2.5"),
        ("number", decimal.Decimal("1E+3"), "1000"),
        ("share", "30%", "30%"),
        ("on", datetime.date(2026, 1, 15), "2026-01-15"),
        ("on", moment(), "2026-01-15"),
        ("at", moment(), "2026-01-15T00:00"),
        ("at", moment(8, 30, 59), "2026-01-15T08:30:59"),
        ("at", moment(8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-4))), "2026-01-15T08:30-04:00"),
        ("lasts", datetime.timedelta(0), "0 days"),
        ("lasts", datetime.timedelta(minutes=90), "90 minutes"),
        ("lasts", datetime.timedelta(seconds=59), "59 seconds"),
        ("lasts", "P2W", "2 weeks"),
        ("band", "mid", "mid"),
        ("band", Word.mid, "mid"),
        ("band", Band.mid, "mid"),
        ("texts", ["a", 'b "c"'], ["a", 'b "c"']),
        ("texts", ("a",), ["a"]),
        ("texts", {"b", "a"}, ["a", "b"]),
        ("numbers", [1, 2.5], [1, "2.5"]),
        ("numbers", range(2), [0, 1]),
        ("text", of_numpy("str_", "niño"), "niño"),
        ("yes", of_numpy("bool_", True), True),
        ("whole", of_numpy("int64", 3), 3),
        ("number", of_numpy("float64", 0.1), "0.1"),
        ("on", of_numpy("datetime64", "2026-01-15", "D"), "2026-01-15"),
        ("on", of_numpy("datetime64", "2026-01-15T00:00:00", "ns"), "2026-01-15"),
        ("at", of_numpy("datetime64", "2026-01-15T08:30:59", "ns"), "2026-01-15T08:30:59"),
        ("lasts", of_numpy("timedelta64", 90, "m"), "90 minutes"),
        ("lasts", of_numpy("timedelta64", 90_000_000_000, "ns"), "90 seconds"),
        ("numbers", of_numpy("array", [1, 2]), [1, 2]),
    ],
)
def test_a_value_means_what_it_is(rules, name, value, plan):
    value = value() if callable(value) else value
    if name in ("number", "numbers"):
        plan = [decimal.Decimal(str(one)) for one in plan] if name == "numbers" else decimal.Decimal(plan)
    report = rules.assess({f"{name}_there": plan}, "2026-01-15", parameters={f"{name}_wanted": value})
    assert (report[f"R-{name}"].verdict, list(report.plan.notes)) == ("met", [])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("number", float("inf"), "number_wanted: Infinity is no number that a rule can write: at most 30 digits"),
        ("number", float("nan"), "number_wanted: NaN is no number"),
        ("number", decimal.Decimal("-Infinity"), "number_wanted: -Infinity is no number"),
        pytest.param("whole", 10**5000, "whole_wanted: 1000.* is no number", id="an integer of 5,001 digits"),
        ("whole", 2**200, "whole_wanted: 16069.* is no number"),
        (
            "lasts",
            datetime.timedelta(seconds=59, microseconds=500000),
            "lasts_wanted: .* whole seconds.* 0:00:59.500000: round it up or down",
        ),
        ("lasts", datetime.timedelta(minutes=-5), "lasts_wanted: .* not below zero"),
        ("at", moment(8, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=90))), "at_wanted: .* an offset of whole minutes"),
        ("at", moment(8, 30, 0, 1), '"2026-01-15T08:30:00.000001"|2026-01-15T08:30:00.000001'),
        ("on", moment(8, 30), "2026-01-15T08:30"),
        ("numbers", [1, float("inf")], r"numbers_wanted\[1\]: Infinity is no number"),
        ("at", of_numpy("datetime64", "NaT", "s"), "at_wanted: NaT is no moment"),
        ("lasts", of_numpy("timedelta64", 1, "ns"), "lasts_wanted: .* whole seconds"),
    ],
)
def test_a_value_that_no_rule_can_write_is_refused_in_a_sentence(rules, name, value, message):
    value = value() if callable(value) else value
    with pytest.raises(brecha.AssessmentError, match=message) as caught:
        rules.assess({}, "2026-01-15", parameters={f"{name}_wanted": value})
    assert len(str(caught.value)) < 500
    spoken = caught.value.in_language("es")
    assert spoken != str(caught.value) and name in spoken


@pytest.mark.parametrize(
    "value", [None, b"x", bytearray(b"x"), memoryview(b"x"), 1j, fractions.Fraction(1, 3), {"a": 1}, [[1]], object(), datetime.time(8)]
)
def test_a_type_that_no_rule_has_is_a_type_error(rules, value):
    with pytest.raises(TypeError, match="parameter 'text_wanted(\\[0\\])?' is a value that a rule can write, not "):
        rules.assess({}, "2026-01-15", parameters={"text_wanted": value})


def test_half_a_letter_is_no_text(rules):
    with pytest.raises(TypeError, match="parameter 'text_wanted' is a text"):
        rules.assess({}, "2026-01-15", parameters={"text_wanted": "\ud800"})
