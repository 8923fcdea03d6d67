"""Puts the figures of tests/bench/figures.json, which `make bench` writes, into docs/performance.md, and draws docs/performance.svg.

`python docs/site/performance_page.py` writes both; a test compares them with what they should be.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from brecha.pictures.drawing import data, height, key, row_names, rows_of
from brecha.pictures.picture import Picture, altair_module

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "tests" / "bench" / "figures.json"
PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "performance.svg"
PEERS = ("NumPy", "Polars", "DuckDB", "jsonschema-rs", "Zen", "cel")
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
BUSY = 0.8  # a load above it before the run: others were at work
_WIDE = 480
# What brecha_bench measures of a job, all of its rows together. A table of Arrow it does not read: there Python's figure stands.
LIBRARY = {
    "flat_many_1000": ["1000 plans x 100: verdicts"],
    "flat_many_10000": ["10000 plans x 100: verdicts"],
    "nested_many_1000": ["1000 plans with lists x 50: verdicts"],
    "nested_many_10000": ["10000 plans with lists x 50: verdicts"],
    "flat_one_1": ["one loaded plan x 100: verdicts"],
    "flat_findings_1": ["... with findings as rows, none of them read"],
    "flat_json_1": ["read one plan from JSON", "one loaded plan x 100: verdicts"],
    "nested_one_1": ["1 plans with lists x 50: verdicts"],
    "compile_100": ["compile 100 requirements, checked"],
    "compile_10000": ["compile 10,000 requirements, checked"],
}

Job = dict[str, Any]
Figure = dict[str, Any]


def figures() -> dict[str, Any]:
    return json.loads(FIGURES.read_text(encoding="utf-8"))


def ours(job: Job) -> float:
    return min(one["least"] for one in job["figures"] if one["who"] == "Brecha")


def of_library(found: dict[str, Any], job: Job) -> float | None:
    """The same work by the C++ library, in the job's unit; None where its program did not do it."""
    rows = {row["what"]: row for row in found["engine"]}
    names = LIBRARY.get(job["job"], [])
    if not names or not all(name in rows for name in names):
        return None
    if job["unit"] == "ns":
        return sum(rows[name]["per"] for name in names)
    return sum(rows[name]["us"] for name in names) / {"µs": 1, "ms": 1_000}[job["unit"]]


def best(job: Job, who: str, by_hand: bool) -> Figure | None:
    """A peer's quickest way, of those that leave the rules as they are written or of those that do not."""
    ways = [one for one in job["figures"] if one["who"] == who and one["by_hand"] == by_hand]
    return min(ways, key=lambda one: one["least"], default=None)


def number(value: float) -> str:
    """Three digits: 0.962, 12.5, 1,830."""
    digits = max(0, 2 - (len(str(int(value))) - 1)) if value >= 1 else 3
    return f"{value:,.{digits}f}" if value < 1_000 else f"{float(f'{value:.3g}'):,.0f}"


def ratio(times: float) -> str:
    return f"{float(f'{times:.2g}'):,g}"


def title(job: Job) -> str:
    return f"{job['title']}, {'ns a check' if job['unit'] == 'ns' else job['unit']}"


def table(found: dict[str, Any]) -> list[str]:
    """A row a job, and one beneath it for the rules rewritten by hand."""
    lines = [f"| | goal | its C++ library | Brecha | {' | '.join(PEERS)} |", "|---|" + "--:|" * (3 + len(PEERS))]
    for job in found["jobs"]:
        for by_hand in (False, True):
            ways = [best(job, who, by_hand) for who in PEERS]
            if by_hand and not any(ways):
                continue
            cells = ["" if way is None else number(way["least"]) for way in ways]
            goal = "" if job["goal"] is None else f"{job['goal']:g}"
            library = of_library(found, job)
            own = ["" if library is None else number(library), f"**{number(ours(job))}**"]
            head = ["… written for the peer by hand", "", "", ""] if by_hand else [title(job), goal, *own]
            lines.append(f"| {' | '.join([*head, *cells])} |")
    return lines


def compared(found: dict[str, Any], by_hand: bool) -> list[tuple[Job, Figure]]:
    """Of each job the quickest peer."""
    rows = []
    for job in found["jobs"]:
        ways = [way for who in PEERS if (way := best(job, who, by_hand)) is not None]
        if ways:
            rows.append((job, min(ways, key=lambda one: one["least"])))
    return rows


def told(job: Job, way: Figure) -> str:
    times = way["least"] / ours(job)
    who = f"{way['who']} ({way['how']})"
    if 0.95 < times < 1.05:
        return f"{job['title']}: as fast as {who}"
    return f"{job['title']}: {f'{ratio(times)} times faster' if times >= 1 else f'{ratio(1 / times)} times slower'} than {who}"


def lists(found: dict[str, Any]) -> list[str]:
    """What is better than the quickest peer, what is not, and which goals are reached."""
    as_written = compared(found, by_hand=False)
    by_hand = [(job, way) for job, way in compared(found, by_hand=True) if way["least"] < ours(job)]
    slower = [told(job, way) for job, way in as_written if way["least"] < ours(job)] + [told(job, way) for job, way in by_hand]
    faster = [told(job, way) for job, way in as_written if way["least"] >= ours(job)]
    goals = [(job, of_library(found, job) or ours(job)) for job in found["jobs"] if job["goal"] is not None]
    reached = [title(job) for job, least in goals if least <= job["goal"]]
    missed = [f"{title(job)}: {number(least)}, goal {job['goal']:g}" for job, least in goals if least > job["goal"]]
    lines = []
    for head, rows in (
        ("Brecha beside the quickest peer, where it is ahead:", faster),
        ("What is not better, rules written by hand for the peer included:", slower),
        ("Goals that are reached, by the C++ library where its program does the work:", reached),
        ("Goals that are missed:", missed),
    ):
        if rows:
            lines += ["", head, "", *(f"- {row}" for row in rows)]
    return lines


def machine(found: dict[str, Any]) -> list[str]:
    there, before, after = found["machine"], *found["machine"]["load"]
    versions = ", ".join(f"{who} {one}" for who, one in sorted(found["versions"].items(), key=lambda pair: pair[0].lower()))
    where = f"{there['processor']}, {there['processors']} processors, {there['system']}, Python {there['python']}"
    lines = [f"Taken on {found['taken']} at commit {found['commit']}: {where}. {versions}."]
    if found["not_installed"]:
        lines.append(f"Not installed then: {', '.join(found['not_installed'])}.")
    if before > BUSY:
        lines.append(
            f"**Provisional**: the machine was busy with other work (load {before:g} before, {after:g} after), which empties caches:"
            " times are too long, and ratios below 2 mean nothing."
        )
    return lines


def engine(found: dict[str, Any]) -> list[str]:
    """What the program in C++ measured in the same run."""
    if not found["engine"]:
        return []
    lines = ["", "The C++ library in the same run, without Python (`brecha_bench`):", "", "| | µs | |", "|---|--:|---|"]
    for row in found["engine"]:
        per = f"{number(row['per'])} {row['unit']}" if "per" in row else ""
        lines.append(f"| {row['what']} | {number(row['us'])} | {per} |")
    return lines


def performance_page() -> str:
    """The page with its generated part anew."""
    found = figures()
    part = "\n".join([*machine(found), "", *table(found), *lists(found), *engine(found)])
    return re.sub(
        r"(<!-- figures: [^\n]*-->\n).*?(<!-- end of figures -->)",
        lambda marks: f"{marks[1]}{part}\n{marks[2]}",
        PAGE.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )


def performance_picture() -> Picture:
    """How many times as long as Brecha each peer takes, a row a job. Raises NotInstalledError without altair."""
    found = figures()
    names, marks, words = [], [], []
    for job in found["jobs"]:
        ways = [way for who in PEERS for hand in (False, True) if (way := best(job, who, hand)) is not None]
        if not ways:
            continue
        names.append(job["title"])
        for way in sorted(ways, key=lambda one: one["least"]):
            marks.append({"row": job["title"], "times": way["least"] / ours(job), "who": way["who"], "hand": way["by_hand"]})
        words.append(f"{job['title']}: " + ", ".join(_mark(mark) for mark in marks if mark["row"] == job["title"]))

    def draw(palette: Any) -> Any:
        alt = altair_module()
        low, high = min(1, *(mark["times"] for mark in marks)), max(1, *(mark["times"] for mark in marks))
        decades = [10.0**power for power in range(-6, 7)]
        across = alt.X(
            "times:Q",
            scale=alt.Scale(type="log", domain=[low / 1.5, high * 1.5], nice=False),
            axis=alt.Axis(
                title="times as long as Brecha: left of the line quicker, right of it slower", domain=False, values=decades, format="~g"
            ),
        )
        shape = alt.Shape("who:N", scale=alt.Scale(domain=list(PEERS), range=list(SHAPES)), legend=None)
        base = alt.Chart(data(marks)).encode(y=rows_of(names), x=across, shape=shape)
        points = base.mark_point(size=90, filled=True, opacity=1, stroke=palette.ink, strokeWidth=1.3).encode(
            fill=alt.condition("datum.hand", alt.value(palette.paper), alt.value(palette.ink))
        )
        line = alt.Chart(data([{"times": 1}])).mark_rule(stroke=palette.accent, strokeWidth=2).encode(x=across)
        drawn = alt.layer(row_names(names, palette), line, points).properties(width=_WIDE, height=height(names))
        peers = [(who, palette.ink, shape) for who, shape in zip(PEERS, SHAPES, strict=True)]
        hand = [("written for the peer by hand", palette.paper, "circle"), ("Brecha", palette.accent, "stroke")]
        return alt.vconcat(drawn, key(peers, palette, gap=20), key(hand, palette, gap=20), spacing=10)

    about = [f"{found['machine']['processor']}, one thread, {found['taken']}, commit {found['commit']}"]
    return Picture("performance", "Brecha and its peers on the same work", about, ". ".join(words) + ".", draw)


def _mark(mark: dict[str, Any]) -> str:
    return f"{mark['who']} {ratio(mark['times'])} times as long{' by hand' if mark['hand'] else ''}"


if __name__ == "__main__":
    PAGE.write_text(performance_page(), encoding="utf-8")
    performance_picture().save(PICTURE)
    print(f"written: {PAGE.relative_to(ROOT)}, {PICTURE.relative_to(ROOT)}")
