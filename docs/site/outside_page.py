"""Writes docs/outside_vectors.md: vectors of others that the tests decide with engine and oracle, counted, and why some come out otherwise."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.oracle.outside import about, vectors


def sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


def of_source(source: dict) -> list:
    return [one for table in source["tables"] for one in vectors(table)]


def example(name: str) -> str:
    """Of a difference the first vector: what is written there and given, and what is decided here."""
    one = next(one for source in about()["sources"] for one in of_source(source) if one.difference == name)
    written = one.written_there if hasattr(one, "condition") else one.value
    here = one.decides if hasattr(one, "condition") else one.reads
    beside = f", here `{one.condition}`" if hasattr(one, "condition") else ""
    short = written if len(written) <= 40 else written[:36] + "…"
    return f"`{short}`: {one.given_there} there{beside}: {here}".replace("|", "\\|")


def cases_there(source: dict) -> list[str]:
    lines = ["| test | results there | vectors here |", "|---|---|---|"]
    here = Counter(one.case.split()[0] for one in of_source(source))
    return [*lines, *(f"| `{test}` | {count} | {here[test[:4]]} |" for test, count in source["there"].items()), ""]


def outside_page() -> str:
    lines = [
        "# Vectors of others",
        "",
        "*This page is made from `tests/oracle/outside`.* How a language counts months, compares what is not known, or reads a date can be consistent and still not be",
        "what others take it to mean. So vectors that other projects publish, what goes in and what comes out, are decided in each test run: by the engine and by",
        "[the oracle](decisions/oracle.md), with the values written in a rule and with the values in a plan. They are typed anew as conditions and values; nothing of",
        "the other projects' code or files is in this one.",
        "",
        "| source | vectors | come out alike | otherwise, by intention |",
        "|---|---|---|---|",
    ]
    totals = [0, 0]
    for source in about()["sources"]:
        found = of_source(source)
        alike = sum(one.difference == "" for one in found)
        totals = [totals[0] + len(found), totals[1] + alike]
        lines.append(f"| {source['name']} | {len(found)} | {alike} | {len(found) - alike} |")
    lines += [f"| all | {totals[0]} | {totals[1]} | {totals[0] - totals[1]} |", ""]
    lines += ["A difference that vanishes fails a test, and so does one that has no reason [below](#where-brecha-differs-and-why).", ""]
    for source in about()["sources"]:
        lines += [f"## {source['name']}", "", source["read"], ""]
        for one in source["from"]:
            lines.append(
                f"- {sentence(one['what'])} <{one['address']}>, folder `{one['folder']}`, commit `{one['commit'][:12]}` of {one['of']}. "
                f"Licence: {one['licence']}. {sentence(one['whose'])}"
            )
        lines += ["", "Not taken:", "", *(f"- {what}: {why}." for what, why in source["not_taken"]), ""]
        if "there" in source:
            lines += ["A vector with a `null` stands here twice.", "", *cases_there(source)]
    lines += ["## Where Brecha differs, and why", "", "| | vectors | why | the first of them |", "|---|---|---|---|"]
    counted = Counter(one.difference for source in about()["sources"] for one in of_source(source))
    lines += [f"| `{name}` | {counted[name]} | {why} | {example(name)} |" for name, why in about()["differences"].items()]
    return "\n".join(lines) + "\n"
