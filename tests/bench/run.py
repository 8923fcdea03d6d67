"""Brecha beside its peers on the same work, in one run: `make bench`, or

    python tests/bench/run.py [--quick] [--million] [--engine PROGRAM] [--output FILE]

The figures go into tests/bench/figures.json; with --quick, which measures nothing, only where --output says so.
Each job is done by all that can do it. Their verdicts must be those that workloads.py works out by itself before a time counts; where
they are not, the run stops. Times are taken in turn, each on one thread, in processor time: the least of the rounds.
Needs numpy and pyarrow; a peer that is not installed is left out and named.
"""

from __future__ import annotations

import os

for _variable in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ[_variable] = "1"  # before anything that reads them is imported

import argparse
import datetime
import json
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "bench"), str(ROOT / "tests")]

import numpy
from peers import Brecha, Way, installed, versions
from timing import taken_in_turn
from workloads import AS_OF, MET, NO_ERROR, NO_GAP, NOT_APPLICABLE, UNKNOWN, VERDICTS, Codes, Flat, Nested, Shipped

UNITS = {"ns": 1e9, "µs": 1e6, "ms": 1e3}


class Job(NamedTuple):
    """`method`: of the peers that do it, called with `given`. A time is divided by `checks`. `goal`: in `unit`, None where none is set."""

    name: str
    title: str
    method: str
    given: tuple[Any, ...]
    expected: Codes
    unit: str
    checks: int
    goal: float | None


class Size(NamedTuple):
    rounds: int
    enough: float  # seconds of a round
    most: float  # seconds of all rounds of one way


FULL, QUICK = Size(7, 0.02, 2.0), Size(1, 0.0, 0.0)


def jobs(quick: bool, million: bool) -> list[Job]:
    """All but the last workload, which no peer can say."""
    flat, nested = (Flat(12), Nested(12)) if quick else (Flat(), Nested())

    def flat_job(count: int, title: str, method: str, goal: float | None, unit: str = "ns", numbers: str = "int32") -> Job:
        plans = flat.plans(count, numbers)
        expected = flat.verdicts(plans)
        name = f"{method}_{count}" + (f"_{numbers}" if numbers != "int32" else "")
        return Job(name, title, method, (flat, plans), expected, unit, expected.size if unit == "ns" else 1, goal)

    def table_jobs(count: int) -> list[Job]:
        """int64 and float64 are what data frames make of numbers unless they are told otherwise."""
        title = f"W1, {count:,} plans from an Arrow table"
        others = [flat_job(count, f"{title} of {numbers}", "flat_table", None, numbers=numbers) for numbers in ("int64", "float64")]
        return [flat_job(count, title, "flat_table", 0.60), *others]

    def nested_job(count: int, title: str, method: str, goal: float | None, unit: str = "ns") -> Job:
        plans = nested.plans(count)
        expected = nested.verdicts(plans)
        return Job(f"{method}_{count}", title, method, (nested, plans), expected, unit, expected.size if unit == "ns" else 1, goal)

    def compile_job(count: int, goal: float) -> Job:
        return Job(f"compile_{count}", f"compile {count:,} requirements", "compile", (Flat(count),), None, "ms", 1, goal)

    small, large = (20, 30) if quick else (1_000, 10_000)
    found = [
        flat_job(small, f"W1, {small:,} plans in memory", "flat_many", 0.5),
        flat_job(large, f"W1, {large:,} plans in memory", "flat_many", 0.25),
        *table_jobs(large),
        nested_job(small, f"W2, {small:,} plans in memory", "nested_many", 15),
        nested_job(large, f"W2, {large:,} plans in memory", "nested_many", 15),
        flat_job(1, "W1, one loaded plan: verdicts", "flat_one", 1, "µs"),
        flat_job(1, "W1, one loaded plan: findings", "flat_findings", 10, "µs"),
        flat_job(1, "W1, one plan from JSON: verdicts", "flat_json", 8, "µs"),
        nested_job(1, "W2, one loaded plan: verdicts", "nested_one", 3, "µs"),
        compile_job(12 if quick else 100, 0.5),
        compile_job(20 if quick else 10_000, 60),
    ]
    if million:
        found[5:5] = table_jobs(1_000_000)
    return found


# A peer that goes through plans one by one takes for each of 10,000 what it takes for each of 1,000.
ROW_BY_ROW = ("jsonschema-rs", "Zen", "cel")


def left_out(peer: Any, job: Job) -> str:
    """Why a peer is not in a job; empty where it is."""
    if not hasattr(peer, job.method):
        return "cannot"
    if peer.name in ROW_BY_ROW and job.method.endswith("_many") and len(job.expected) > 1_000:
        return "row by row, as with 1,000 plans"
    return ""


def differences(codes: Codes, expected: Codes) -> int:
    """How many verdicts are not what they should be."""
    if codes.shape != expected.shape:
        return expected.size
    no_gap = (expected == MET) | (expected == NOT_APPLICABLE)
    right = (codes == expected) | ((codes == NO_GAP) & no_gap) | ((codes == NO_ERROR) & (no_gap | (expected == UNKNOWN)))
    return int(right.size - numpy.count_nonzero(right))


def check(who: str, job: Job, way: Way) -> None:
    """Raises SystemExit where a verdict is not what it should be."""
    if way.codes is None:
        return
    wrong = differences(way.codes(way.run()), job.expected)
    if wrong:
        raise SystemExit(f"{job.title}: {wrong:,} of {job.expected.size:,} verdicts of {who} ({way.how}) are not as they should be")


def figures(job: Job, peers: Sequence[Any], size: Size, told: Callable[[str], object]) -> dict[str, Any]:
    """The job done by all that can do it, as it stands in the file."""
    why = {peer.name: left_out(peer, job) for peer in peers}
    ways = [(peer.name, way) for peer in peers if not why[peer.name] for way in getattr(peer, job.method)(*job.given)]
    return measured(job, ways, size, told) | {"left_out": {name: reason for name, reason in why.items() if reason}}


def measured(job: Job, ways: Sequence[tuple[str, Way]], size: Size, told: Callable[[str], object]) -> dict[str, Any]:
    for who, way in ways:
        check(who, job, way)
    scale = UNITS[job.unit] / job.checks
    rows = [
        {
            "who": who, "how": way.how, "by_hand": way.by_hand,
            "least": _short(time.least * scale), "median": _short(time.median * scale), "rounds": time.rounds,
        }
        for (who, way), time in zip(ways, taken_in_turn([way.run for _, way in ways], *size), strict=True)
    ]  # fmt: skip
    told(f"\n{job.title}{', ns a check' if job.unit == 'ns' else f', {job.unit}'}{'' if job.goal is None else f' (goal: {job.goal:g})'}")
    ours = min(row["least"] for row in rows if row["who"] == "Brecha")
    for row in rows:
        ratio = "" if row["who"] == "Brecha" else f"   Brecha {_ratio(row['least'] / ours)}"
        told(f"  {row['who']:<14} {row['how']:<58} {row['least']:>10,.4g}{ratio}")
    counts = {} if job.expected is None else dict(zip(VERDICTS, numpy.bincount(job.expected.ravel(), minlength=5).tolist(), strict=True))
    return {"job": job.name, "title": job.title, "unit": job.unit, "goal": job.goal, "verdicts": counts, "figures": rows}


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _ratio(times: float) -> str:
    if 0.95 < times < 1.05:
        return "as fast"
    return f"{times:.2g} times faster" if times >= 1 else f"{1 / times:.2g} times slower"


def shipped(quick: bool, size: Size, told: Callable[[str], object]) -> dict[str, Any]:
    """W3: the oracle says what is right, of a few plans; it is written to be read, not to be fast."""
    work = Shipped()
    plans = work.plans(2 if quick else 1_000)
    rules = work.rules
    asked = [info.id for info in rules.requirements()]
    looked_at = asked[::20] if quick else asked
    some = plans[:1] if quick else plans[:5]
    found = rules.verdicts([rules.read_plan(plan) for plan in some], AS_OF).to_dicts()
    ours = numpy.array([[VERDICTS.index(row[name]) for name in looked_at] for row in found], numpy.int8)
    expected = work.verdicts(some, set(looked_at))
    wrong = differences(ours, expected)
    if wrong:
        raise SystemExit(f"W3: {wrong:,} of {expected.size:,} verdicts are not those of the oracle")
    title = f"W3, {len(plans):,} plans in memory, {len(asked)} requirements of {rules.name}"
    job = Job(f"shipped_{len(plans)}", title, "", (), expected, "ns", len(plans) * len(asked), None)
    ways = [("Brecha", way._replace(codes=None)) for way in Brecha().loaded(rules, plans)]
    return measured(job, ways, size, told) | {"left_out": {}}


def machine() -> dict[str, Any]:
    processor = platform.processor()
    names = Path("/proc/cpuinfo")
    if names.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", names.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        processor = found[1] if found else processor
    return {"processor": processor, "processors": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}


def commit() -> str:
    """The commit that the tree stands at, with a + where it was changed since."""

    def git(*words: str) -> str:
        try:
            return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return ""

    written = ("tests/bench/figures.json", "docs/performance.md", "docs/performance.svg")  # by an earlier run
    changed = [line for line in git("status", "--porcelain", "--untracked-files=no").splitlines() if not line.endswith(written)]
    return git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")


def engine(program: str) -> list[dict[str, Any]]:
    """What the program in C++ prints: a row a line, `what  12.3 us  4.56 unit`."""
    printed = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    rows = []
    for line in printed.splitlines():
        found = re.fullmatch(r"(.+?)\s+([\d.]+) us\s+([\d.]+)\s*(.*)", line.rstrip())
        if found:
            per = {"per": float(found[3]), "unit": found[4]} if found[4] else {}
            rows.append({"what": found[1], "us": float(found[2]), **per})
    return rows


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Brecha beside its peers on the same work.")
    parser.add_argument("--quick", action="store_true", help="few plans, one round: shows that all verdicts agree, not how long they take")
    parser.add_argument("--million", action="store_true", help="also 1,000,000 plans from an Arrow table; takes minutes and 10 GB")
    parser.add_argument("--engine", metavar="PROGRAM", help="brecha_bench, whose figures of the C++ library go into the file")
    parser.add_argument("--output", metavar="FILE", default="")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> None:
    given = arguments(words)
    size = QUICK if given.quick else FULL
    load = [os.getloadavg()[0]]
    there, lacking = installed()
    if lacking:
        print(f"left out, not installed: {', '.join(lacking)}")
    rows = [figures(job, there, size, print) for job in jobs(given.quick, given.million)]
    rows.append(shipped(given.quick, size, print))
    cpp = engine(given.engine) if given.engine else []
    load.append(os.getloadavg()[0])
    written = {
        "taken": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
        "commit": commit(),
        "machine": {**machine(), "python": platform.python_version(), "load": [round(one, 2) for one in load]},
        "versions": versions(there),
        "not_installed": lacking,
        "jobs": rows,
        "engine": cpp,
    }
    file = given.output or ("" if given.quick else str(ROOT / "tests" / "bench" / "figures.json"))
    if file:
        Path(file).write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"\nwritten: {file}")


if __name__ == "__main__":
    main()
