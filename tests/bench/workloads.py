"""What is measured: rules, plans from a seeded generator, and the verdicts that follow, worked out here without any engine.

W1 (flat): requirement i of 100: if `sector` is one of three values (a third of the requirements have no condition), the integer field
`f_i`, 0 to 100, is at least `m_i`. Sector always given, each field absent with probability 0.15.
W2 (nested): a plan has 0 to 10 agencies, participates yes or no and representatives 0 to 19, each absent with probability 0.1, and ten
offsets; requirement j of 50: every agency that participates has at least k_j + offset representatives, k from 1 to 5, all different.
W3 (shipped): the ruleset `tourism_security` on plans of which each says a part of what its complete sample says.
"""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple

import brecha
import numpy

VERDICTS = ("met", "partly_met", "not_met", "unknown", "not_applicable")
MET, PARTLY_MET, NOT_MET, UNKNOWN, NOT_APPLICABLE = range(5)
NO_GAP, NO_ERROR = 5, 6  # of a peer that does not tell apart: met or not applicable; these or unknown
SECTORS = ("public", "private", "community")
AS_OF = "2026-01-15"
_HEAD = 'source BENCH { title "Made up for measuring" standing practice }'

Codes = Any  # an array of codes, a row a plan, a column a requirement


class FlatPlans(NamedTuple):
    """Columns: `sector` an index of SECTORS; `values` and `missing` a row a field."""

    sector: Any
    values: Any
    missing: Any

    def __len__(self) -> int:
        return len(self.sector)

    def plan(self, row: int) -> dict[str, Any]:
        fields = {f"f{at}": int(value) for at, value in enumerate(self.values[:, row]) if not self.missing[at, row]}
        return {"sector": SECTORS[self.sector[row]], **fields}

    def table(self) -> Any:
        """As Arrow: a dictionary column and numbers with validity."""
        import pyarrow

        sector = pyarrow.DictionaryArray.from_arrays(pyarrow.array(self.sector, type=pyarrow.int8()), list(SECTORS))
        fields = {f"f{at}": pyarrow.array(column, mask=self.missing[at]) for at, column in enumerate(self.values)}
        return pyarrow.table({"sector": sector, **fields})


class Flat:
    """W1. `rules`: the sector that each requirement asks about, or none, and the least value."""

    def __init__(self, requirements: int = 100, seed: int = 7) -> None:
        draw = random.Random(seed)
        self.rules = [(SECTORS[draw.randrange(3)] if at % 3 else None, draw.randrange(100)) for at in range(requirements)]

    def text(self) -> str:
        fields = " ".join(f"f{at} integer" for at in range(len(self.rules)))
        asked = "\n".join(
            f'requirement W-{at} {{ title "Field {at} is high enough" shall source BENCH "made up"\n'
            + (f"when plan.sector = {sector}\n" if sector else "")
            + f'require plan.f{at} >= {least}\ngap "Field {at} is {{plan.f{at}}}" }}'
            for at, (sector, least) in enumerate(self.rules)
        )
        return (
            f'vocabulary flat 1 {{ title "Flat plans" entity Plan root {{ sector one of {", ".join(SECTORS)} {fields} }} }}\n'
            f'ruleset flat_rules 1 {{ title "Flat rules" uses flat 1 {_HEAD}\n{asked} }}'
        )

    def plans(self, count: int, numbers: str = "int32", seed: int = 11) -> FlatPlans:
        """`numbers`: the type of the values, whole whatever it is."""
        draw = numpy.random.default_rng(seed)
        shape = (len(self.rules), count)
        values = draw.integers(0, 101, shape, dtype=numpy.int32).astype(numbers, copy=False)
        return FlatPlans(draw.integers(0, 3, count, dtype=numpy.int8), values, draw.random(shape) < 0.15)

    def verdicts(self, plans: FlatPlans) -> Codes:
        codes = numpy.empty((len(plans), len(self.rules)), numpy.int8)
        for at, (sector, least) in enumerate(self.rules):
            codes[:, at] = numpy.where(plans.values[at] >= least, MET, NOT_MET)
            codes[plans.missing[at], at] = UNKNOWN
            if sector:
                codes[plans.sector != SECTORS.index(sector), at] = NOT_APPLICABLE
        return codes


class Nested:
    """W2. `rules`: of each requirement k and the number of the offset."""

    def __init__(self, requirements: int = 50) -> None:
        self.rules = [(1 + at // 10, at % 10) for at in range(requirements)]

    def text(self) -> str:
        offsets = " ".join(f"offset{at} integer" for at in range(10))
        asked = "\n".join(
            f'requirement N-{at} {{ title "Who takes part sends enough people" shall source BENCH "made up"\n'
            f"require every a in plan.agencies where a.participates : a.representatives >= {least} + plan.offset{offset}\n"
            f'gap "Somebody sends fewer than {{{least} + plan.offset{offset}}}" }}'
            for at, (least, offset) in enumerate(self.rules)
        )
        return (
            f'vocabulary nested 1 {{ title "Plans with lists" entity Plan root {{ agencies list of Agency {offsets} }}\n'
            "entity Agency { participates yes_no representatives integer } }\n"
            f'ruleset nested_rules 1 {{ title "Nested rules" uses nested 1 {_HEAD}\n{asked} }}'
        )

    def plans(self, count: int, seed: int = 13) -> list[dict[str, Any]]:
        draw = random.Random(seed)

        def agency() -> dict[str, Any]:
            one = {"participates": draw.random() < 0.5, "representatives": draw.randrange(20)}
            return {name: value for name, value in one.items() if draw.random() >= 0.1}

        return [
            {"agencies": [agency() for _ in range(draw.randrange(11))], **{f"offset{at}": draw.randrange(10) for at in range(10)}}
            for _ in range(count)
        ]

    def verdicts(self, plans: list[dict[str, Any]]) -> Codes:
        codes = numpy.empty((len(plans), len(self.rules)), numpy.int8)
        for row, plan in enumerate(plans):
            for column, (least, offset) in enumerate(self.rules):
                asked, verdict = least + plan[f"offset{offset}"], MET
                for agency in plan["agencies"]:
                    participates, representatives = agency.get("participates"), agency.get("representatives")
                    if participates is False or (representatives is not None and representatives >= asked):
                        continue
                    if participates and representatives is not None:
                        verdict = NOT_MET
                        break
                    verdict = UNKNOWN
                codes[row, column] = verdict
        return codes

    def table(self, plans: list[dict[str, Any]]) -> Any:
        """As Arrow: a list of structs and ten int32."""
        import pyarrow

        agency = pyarrow.struct([("participates", pyarrow.bool_()), ("representatives", pyarrow.int32())])
        columns = {"agencies": pyarrow.array([plan["agencies"] for plan in plans], pyarrow.list_(agency))}
        for at in range(10):
            columns[f"offset{at}"] = pyarrow.array([plan[f"offset{at}"] for plan in plans], pyarrow.int32())
        return pyarrow.table(columns)


class Shipped:
    """W3. The verdicts come from the oracle in tests/oracle, which reads text and printed rules by itself."""

    sample = "tourism_security/made-up-complete"

    def __init__(self) -> None:
        self.rules = brecha.load("tourism_security")

    def plans(self, count: int, seed: int = 17) -> list[str]:
        """JSON texts of the complete sample: an element of a list is left out with probability 0.3, a value with 0.15.

        Procedures stay whole: the oracle goes through the orders in which their steps can run, which loose ends multiply.
        """
        draw = random.Random(seed)
        complete = self.rules.read_plan(brecha.sample(self.sample)).content()
        complete = {name: value for name, value in complete.items() if name not in ("evidence", "judgements")}

        def part(value: Any) -> Any:
            if isinstance(value, dict):
                return {name: part(one) for name, one in value.items() if name in ("id", "name") or draw.random() >= 0.15}
            if isinstance(value, list):
                return [part(one) for one in value if draw.random() >= 0.3]
            return value

        whole = {"procedures": complete.pop("procedures")}
        return [json.dumps({**part(complete), **whole}) for _ in range(count)]

    def verdicts(self, plans: list[str], requirements: set[str] | None = None) -> Codes:
        """Of these requirements; of all without."""
        from oracle.evaluate import assess
        from oracle.plan_reader import read_plan

        printed = json.loads(self.rules.printed(), parse_float=str)
        found = [assess(printed, read_plan(printed["vocabulary"], text), AS_OF, None, "", requirements) for text in plans]
        return numpy.array([[VERDICTS.index(one.verdict) for one in results] for results in found], numpy.int8)
