"""Vectors of others, typed anew: what goes in, what comes out there, and what comes out here.

`sources.json` says whose they are, how they were read, what was not taken, and why Brecha differs where it does. A table is a file of
lines with tabs between their cells; the first line is a remark, the second names the columns.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SAYS = {"true": "holds", "false": "fails", "null": "unknown", "error": "unknown", "valid": "given", "invalid": "missing"}


@dataclass(frozen=True)
class Condition:
    case: str
    written_there: str
    given_there: str  # true, false, null, error (with FEEL: null and an error), or the value that the condition compares with
    month_end: str  # of the ruleset: last_day, next_day; none: it states none
    condition: str
    decides: str  # holds, fails, unknown; refused, and the code of the message
    difference: str  # why it decides otherwise than there; a key of sources.json

    @property
    def wanted(self) -> str:
        return SAYS.get(self.given_there, "holds")


@dataclass(frozen=True)
class Reading:
    case: str
    type: str  # of the field: date, moment, duration
    value: str  # as it stands in JSON
    given_there: str  # valid, invalid; error, or the value as it is written in the shortest way
    reads: str  # given, missing
    difference: str

    @property
    def wanted(self) -> str:
        return "missing" if self.given_there in ("invalid", "error") else "given"


@cache
def about() -> dict:
    return json.loads((FOLDER / "sources.json").read_text(encoding="utf-8"))


@cache
def vectors(table: str) -> list[Condition] | list[Reading]:
    _, columns, *lines = (FOLDER / table).read_text(encoding="utf-8").split("\n")[:-1]
    kind = Condition if "condition" in columns.split("\t") else Reading
    return [kind(**dict(zip(columns.split("\t"), line.split("\t"), strict=True))) for line in lines]


def tables(kind: type) -> list[str]:
    return [name for source in about()["sources"] for name in source["tables"] if isinstance(vectors(name)[0], kind)]
