"""python -m tests.oracle.run --pairs 10000 --seed 7: engine against oracle on random rulesets and plans.

With --protocols on random protocols and procedures, without their missing places (of procedures that say too little the two name others);
with --networks on small procedures of whole minutes, of which every run is counted out.
Prints what was reached. Each disagreement is made small and written to tests/oracle/found/. Exit status 1 where there was one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from . import engine, generate_protocols
from .compare import but_missing, run_case
from .coverage import Coverage
from .generate import Case, make_case
from .networks import TooManyRuns
from .protocols import Procedure
from .shrink import shrunk, story

FOUND = Path(__file__).parent / "found"


def pairs(first: int, count: int, coverage: Coverage, on_difference, on_refused=None, make=make_case) -> int:
    """Runs `count` cases that check and whose runs can be counted out; the number of seeds it took."""
    seed, done = first, 0
    while done < count:
        case = make(seed)
        seed += 1
        try:
            outcome = run_case(case)
        except engine.Refused as refused:
            for code in set(refused.codes):
                coverage.refused[code] += 1
            if on_refused:
                on_refused(case, refused)
            if seed - first > 50 and done < (seed - first) / 2:
                raise RuntimeError("most generated rulesets do not check") from refused
            continue
        except TooManyRuns:
            continue
        done += 1
        if outcome.ours is not None:
            coverage.add(outcome.printed, outcome.ours)
        if outcome.differences:
            on_difference(case, outcome.differences)
    return seed - first


def a_protocol(seed) -> Case:
    return generate_protocols.make_case(seed)


def a_network(seed) -> Case:
    return generate_protocols.make_case(seed, networks=True)


def keep(case: Case, differences: list[str], reduce: bool = True) -> Path:
    """Writes the case to found/, from where the tests run it again; for people its story stands beside it."""
    if reduce:
        case = shrunk(case)
        differences = run_case(case).differences
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"seed_{case.seed}.txt"
    path.write_text(story(case, differences))
    replay = {
        "vocabulary": case.files()[0][1],
        "ruleset": case.ruleset_text(),
        "plan": case.plan_text(),
        "as_of": case.as_of,
        "parameters": case.parameters,
        "read": case.read,
        "facts_since": case.facts_since,
    }
    (FOUND / f"seed_{case.seed}.json").write_text(json.dumps(replay, ensure_ascii=False, indent=1) + "\n")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stop-after", type=int, default=20, help="disagreements")
    parser.add_argument("--as-is", action="store_true", help="do not make disagreements smaller")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--protocols", dest="make", action="store_const", const=a_protocol, default=make_case, help="protocols and procedures"
    )
    kinds.add_argument("--networks", dest="make", action="store_const", const=a_network, help="small procedures, every run counted out")
    parser.add_argument("--refused", action="store_true", help="show the rulesets that do not check")
    arguments = parser.parse_args()
    if not engine.available():
        print("the engine is not built: brecha._core cannot be imported")
        return 2
    coverage, found, start = Coverage(), [], time.time()
    of_protocols = arguments.make is a_protocol
    Procedure.whole, Procedure.turning = arguments.make is a_network, not of_protocols

    def differs(case, differences):
        if of_protocols and not but_missing(differences):
            return
        path = keep(case, differences, not (arguments.as_is or of_protocols))
        found.append(path)
        print(f"\nseed {case.seed}: {path.name}\n{path.read_text()}", flush=True)
        if len(found) >= arguments.stop_after:
            raise StopIteration

    def refused(case, why):
        if arguments.refused:
            print(f"seed {case.seed}: {why}")

    try:
        pairs(arguments.seed, arguments.pairs, coverage, differs, refused, arguments.make)
    except StopIteration:
        print("stopped")
    print(coverage.text())
    print(f"{len(found)} disagreements in {coverage.cases} pairs, {time.time() - start:.1f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
