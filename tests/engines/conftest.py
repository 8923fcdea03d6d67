"""What the tests of all engines are given. Run by `make engines`."""

import datetime
from decimal import Decimal

import pyarrow
import pytest
from works import AS_OF, DEEP, RULES, Work

import brecha


@pytest.fixture(scope="session")
def works():
    from plan_tables import arrow_of, plans_of
    from workloads import Flat, Nested

    flat, nested = Flat(20), Nested(10)
    many = nested.table(nested.plans(300))
    evidence = [DEEP if row % 50 == 7 else None for row in range(300)]
    return {
        "flat": Work(brecha.compile(flat.text()), flat.plans(500).table()),
        "nested": Work(brecha.compile(nested.text()), many),
        "broken": Work(brecha.compile(nested.text()), many.append_column("evidence", pyarrow.array(evidence))),
        "shipped": Work(brecha.load("tourism_security"), arrow_of(plans_of("tourism_security"))),
    }


@pytest.fixture(scope="session")
def texts():
    """A ruleset, samples of it as JSON texts, one that cannot be read among them, and the verdicts by name."""
    samples = {sample.name: sample.text for sample in brecha.samples() if sample.ruleset == "port_facility"}
    rules = brecha.load("port_facility")
    alone = rules.verdicts(list(samples.values()), AS_OF)
    expected = {name: tuple(row[1:]) for name, row in zip(samples, alone, strict=True)}
    expected["broken"] = (None,) * len(alone.columns[1:])
    return rules, pyarrow.table({"name": [*samples, "broken"], "text": [*samples.values(), "{ broken"]}), expected


@pytest.fixture
def kept():
    """Columns of types that engines have their own ideas of."""
    moment = datetime.datetime(2026, 1, 15, 13, 30, tzinfo=datetime.timezone.utc)
    return pyarrow.table(
        {
            "offset0": pyarrow.array([1, 2, 3], pyarrow.int32()),
            "offset1": pyarrow.array([1, 2, 3], pyarrow.int32()),
            "agencies": pyarrow.array(
                [[{"participates": True, "representatives": 1}], [], None],
                pyarrow.list_(pyarrow.struct([("participates", pyarrow.bool_()), ("representatives", pyarrow.int32())])),
            ),
            "id": pyarrow.array([0, 1, 2]),
            "seen": pyarrow.array([moment, None, moment], pyarrow.timestamp("us", "UTC")),
            "day": pyarrow.array([datetime.date(2026, 1, 15), None, datetime.date(1969, 7, 20)]),
            "cost": pyarrow.array([Decimal("12.50"), None, Decimal("0.01")], pyarrow.decimal128(10, 2)),
            "tags": pyarrow.array([["a", "b"], [], None], pyarrow.list_(pyarrow.string())),
        }
    )


@pytest.fixture
def changing(tmp_path):
    """A ruleset from a file, and what makes the file another one."""
    path = tmp_path / "rules.brecha"
    path.write_text(RULES, encoding="utf-8")
    return brecha.load(path), lambda: path.write_text(RULES.replace(">= 1", ">= 2"), encoding="utf-8")
