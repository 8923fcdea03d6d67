"""The flat workload of bench.cpp in Python: Brecha beside what a user would take instead, in one run on the same plans.

    python tests/bench/peers.py [path of brecha_bench]

Needs polars and jsonschema-rs (pip install polars jsonschema-rs); what is missing is left out and said. Before a time counts, the
verdicts must be the same. Times are medians; each row says what was measured.
"""

from __future__ import annotations

import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import brecha

SECTORS = ["public", "private", "community"]
REQUIREMENTS = 100
AS_OF = "2026-01-15"


def workload(seed: int = 7):
    draw = random.Random(seed)
    rules = [(SECTORS[draw.randrange(3)] if i % 3 else None, draw.randrange(100)) for i in range(REQUIREMENTS)]
    fields = "\n".join(f"    f{i} integer" for i in range(REQUIREMENTS))
    text = (
        f'vocabulary flat 1.0 {{\n  title "Flat"\n  entity Plan root {{\n    sector one of public, private, community\n{fields}\n  }}\n}}\n'
    )
    text += 'ruleset flat_rules 1.0 {\n  title "Flat rules"\n  uses flat 1\n  source BENCH { title "Made up for measuring" standing practice }\n'
    for i, (sector, least) in enumerate(rules):
        when = f"when plan.sector = {sector}" if sector else ""
        text += f'  requirement W-{i} {{ title "Field {i}" shall source BENCH "made up" {when} require plan.f{i} >= {least} }}\n'
    return rules, text + "}\n"


def plan(draw: random.Random) -> dict:
    values = {f"f{i}": draw.randrange(101) for i in range(REQUIREMENTS) if draw.random() >= 0.15}
    return {"sector": SECTORS[draw.randrange(3)], **values}


def median(call, repetitions: int = 9) -> float:
    call()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def expected(rules, values: dict) -> list[str]:
    verdicts = []
    for i, (sector, least) in enumerate(rules):
        value = values.get(f"f{i}")
        if sector and values["sector"] != sector:
            verdicts.append("not_applicable")
        else:
            verdicts.append("unknown" if value is None else "met" if value >= least else "not_met")
    return verdicts


def main() -> None:
    rules, text = workload()
    draw = random.Random(11)
    one = plan(draw)
    one_text = json.dumps(one)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "flat.brecha")
        path.write_text(text, encoding="utf-8")
        ruleset = brecha.load(str(path))
    loaded = ruleset.read_plan(one_text)
    report = ruleset.assess(loaded, as_of=AS_OF)
    assert [report[f"W-{i}"].verdict for i in range(REQUIREMENTS)] == expected(rules, one)

    def loop(call, times):
        for _ in range(times):
            call()

    rows = [
        (
            "one loaded plan x 100 requirements: verdicts",
            "Brecha from Python",
            median(lambda: loop(lambda: ruleset.assess(loaded, as_of=AS_OF)["W-0"].verdict, 200)) / 200 * 1e6,
        ),
        (
            "one plan from its JSON x 100 requirements",
            "Brecha from Python",
            median(lambda: loop(lambda: ruleset.assess(ruleset.read_plan(one_text), as_of=AS_OF)["W-0"].verdict, 200)) / 200 * 1e6,
        ),
    ]
    try:
        import jsonschema_rs

        # A JSON Schema knows valid and invalid only, so silence passes: the nearest a user can write.
        schema = {
            "allOf": [
                {"if": {"properties": {"sector": {"const": sector}}}, "then": {"properties": {f"f{i}": {"minimum": least}}}}
                if sector
                else {"properties": {f"f{i}": {"minimum": least}}}
                for i, (sector, least) in enumerate(rules)
            ]
        }
        validator = jsonschema_rs.validator_for(schema)
        assert len(list(validator.iter_errors(one))) == expected(rules, one).count("not_met")
        rows.append(
            (
                "one loaded plan x 100 requirements: verdicts",
                "jsonschema-rs, all errors",
                median(lambda: loop(lambda: list(validator.iter_errors(one)), 200)) / 200 * 1e6,
            )
        )
        rows.append(
            (
                "one plan from its JSON x 100 requirements",
                "json + jsonschema-rs",
                median(lambda: loop(lambda: list(validator.iter_errors(json.loads(one_text))), 200)) / 200 * 1e6,
            )
        )
    except ImportError:
        print("jsonschema-rs is not installed: left out")

    try:
        import polars

        plans = [plan(draw) for _ in range(10_000)]
        columns = {"sector": [p["sector"] for p in plans], **{f"f{i}": [p.get(f"f{i}") for p in plans] for i in range(REQUIREMENTS)}}
        frame = polars.DataFrame(columns, schema={"sector": polars.Utf8, **{f"f{i}": polars.Int32 for i in range(REQUIREMENTS)}})
        frame = frame.with_columns(polars.col("sector").cast(polars.Categorical))

        def verdict(i, sector, least):
            held = polars.when(polars.col(f"f{i}").is_null()).then(3).when(polars.col(f"f{i}") >= least).then(0).otherwise(2)
            value = polars.when(polars.col("sector") == sector).then(held).otherwise(4) if sector else held
            return value.cast(polars.Int8).alias(f"W-{i}")

        expressions = [verdict(i, sector, least) for i, (sector, least) in enumerate(rules)]
        words = {0: "met", 2: "not_met", 3: "unknown", 4: "not_applicable"}
        result = frame.select(expressions)
        for row, values in zip(result.head(50).iter_rows(), plans[:50]):
            assert [words[code] for code in row] == expected(rules, values)
        rows.append(
            (
                "10,000 plans in memory x 100: verdicts",
                f"Polars {polars.__version__}, {polars.thread_pool_size()} threads",
                median(lambda: frame.select(expressions)) * 1e6,
            )
        )
    except ImportError:
        print("polars is not installed: left out")

    for what, who, microseconds in rows:
        print(f"{what:<48} {who:<32} {microseconds:12.2f} us")
    if len(sys.argv) > 1:
        print("\nbrecha_bench, in the same run:")
        print(subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
