"""What Python's own values become in a plan."""

import datetime
from decimal import Decimal

import pytest

import brecha
from brecha.plan_spellings.dict_plan import json_of_dict


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (float("nan"), "null"),
        (Decimal("2.50"), "2.50"),
        (datetime.date(2026, 1, 15), '"2026-01-15"'),
        (datetime.datetime(2026, 1, 15, 8, 30), '"2026-01-15T08:30"'),
        (datetime.datetime(2026, 1, 15), '"2026-01-15"'),
        (datetime.timedelta(days=14), '"14 days"'),
        (datetime.timedelta(minutes=90), '"90 minutes"'),
        (("a", "b"), '["a", "b"]'),
        ({"b", "a"}, '["a", "b"]'),
        ('niño "x"', '"niño \\"x\\""'),
    ],
)
def test_a_value_is_written_as_a_plan_writes_it(value, text):
    assert json_of_dict({"field": value}) == '{"field": ' + text + "}"


def test_values_of_data_frames_are_taken():
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    plan = {"a": numpy.int64(3), "b": numpy.float64("nan"), "c": pandas.NaT, "d": pandas.Timestamp("2026-01-15"), "e": pandas.NA,
            "f": numpy.array([1, 2])}  # fmt: skip
    assert json_of_dict(plan) == '{"a": 3, "b": null, "c": null, "d": "2026-01-15", "e": null, "f": [1, 2]}'


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ({"a": {"b": object()}}, "/a/b: a plan cannot hold a object"),
        ({"a": float("inf")}, "infinite"),
        ({1: "x"}, "named by a text"),
    ],
)
def test_what_a_plan_cannot_hold_is_named_with_its_place(plan, message):
    with pytest.raises(brecha.PlanError, match=message):
        json_of_dict(plan)


def test_a_dict_that_holds_itself_is_refused():
    plan = {}
    plan["again"] = plan
    with pytest.raises(brecha.PlanError, match="nested deeper"):
        json_of_dict(plan)
