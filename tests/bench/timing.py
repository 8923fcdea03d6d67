"""Times of several ways to do one job, taken in turn, so that a machine that is busy now and then favours none of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Time(NamedTuple):
    """Seconds of processor time of one call, over all threads of the process: a wait for other work of the machine does not count."""

    least: float
    median: float
    rounds: int


def taken_in_turn(calls: Sequence[Callable[[], Any]], rounds: int, enough: float, most: float) -> list[Time]:
    """`rounds` rounds of all calls. In a round each is repeated until `enough` seconds have gone; those that took `most` in all stop."""
    repeats = [_repeats(call, enough) for call in calls]
    found: list[list[float]] = [[] for _ in calls]
    spent = [0.0] * len(calls)
    if enough:
        gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            for step in range(len(calls)):
                at = (turn + step) % len(calls)
                if found[at] and spent[at] >= most:
                    continue
                begin = time.process_time()
                for _ in range(repeats[at]):
                    calls[at]()
                took = time.process_time() - begin
                spent[at] += took
                found[at].append(took / repeats[at])
    finally:
        gc.enable()
    return [Time(min(times), statistics.median(times), len(times)) for times in found]


def _repeats(call: Callable[[], Any], enough: float) -> int:
    """Also the first call, which counts for nobody."""
    count = 1
    while True:
        begin = time.process_time()
        for _ in range(count):
            call()
        took = time.process_time() - begin
        if took >= enough / 4:
            return max(1, round(count * enough / max(took, 1e-9)))
        count *= 4
