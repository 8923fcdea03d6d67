"""The times of a procedure, counted out run by run.

A step starts when the last of the steps that it comes after has ended, plus a wait; it lasts between its two lengths. A bound that the
plan does not state may be anything, one that it states within limits anything between them. Nothing here looks for a path: a run gives
each step a length and a wait, its moments follow, and what is asked of them is looked at in every run.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Bound = tuple[float, float]  # the least and the greatest that a bound may be; (5, 5) is stated, (0, inf) is not
OPEN: Bound = (0, math.inf)
NONE: Bound = (math.inf, math.inf)  # the plan says that there is none
NOTHING: Bound = (0, 0)
MOST_TRIES = 1000
MOST_RUNS = 1_000_000  # of a procedure whose bounds are tried one by one
KINDS = ("waits_at_most", "takes_at_least", "takes_at_most")


class TooMany(Exception):
    """More settings of what is open than can be tried."""


class TooManyRuns(Exception):
    """More than somebody wanted to wait for."""


@dataclass(frozen=True)
class Step:
    name: str
    after: tuple[str, ...] = ()
    waits_at_most: Bound = OPEN
    takes_at_least: Bound = OPEN
    takes_at_most: Bound = OPEN


@dataclass(frozen=True)
class Moment:
    """The first start, or the last end, of some steps of a plan: those that do one step of a protocol."""

    steps: tuple[str, ...]
    end: bool

    def at(self, times: dict[str, tuple[int, int]]) -> int:
        return max(times[one][1] for one in self.steps) if self.end else min(times[one][0] for one in self.steps)


@dataclass(frozen=True)
class Question:
    """Does `later` lie at most `most` after `earlier` in every run? That it lies at least D after it is asked with the two exchanged and -D."""

    earlier: Moment
    later: Moment
    most: int

    def kept(self, times: dict[str, tuple[int, int]]) -> bool:
        return self.later.at(times) - self.earlier.at(times) <= self.most


def within(earlier: Moment, later: Moment, most: int) -> Question:
    return Question(earlier, later, most)


def at_least(earlier: Moment, later: Moment, least: int) -> Question:
    return Question(later, earlier, -least)


Network = tuple[Step, ...]


# --- one run


def times_of(network: Network, lengths: dict[str, int], waits: dict[str, int]) -> dict[str, tuple[int, int]] | None:
    """Start and end of each step; None where some wait for each other for ever."""
    times: dict[str, tuple[int, int]] = {}
    while len(times) < len(network):
        ready = [one for one in network if one.name not in times and all(name in times for name in one.after)]
        if not ready:
            return None
        for one in ready:
            start = max((times[name][1] for name in one.after), default=0) + waits[one.name]
            times[one.name] = (start, start + lengths[one.name])
    return times


def in_order(network: Network) -> Network:
    """Each behind those that it comes after; only where none wait for each other for ever."""
    found: dict[str, Step] = {}
    while len(found) < len(network):
        ready = {one.name: one for one in network if one.name not in found and all(name in found for name in one.after)}
        assert ready
        found |= ready
    return tuple(found.values())


def without(network: Network, left_out: Iterable[str]) -> Network:
    """A run that leaves these out: what refers to them refers to nothing instead."""
    gone = set(left_out)
    return tuple(replace(one, after=tuple(name for name in one.after if name not in gone)) for one in network if one.name not in gone)


def circle(network: Network) -> list[str]:
    """Steps that wait for each other for ever, each followed by one that it comes after; none where every run comes to an end."""
    steps = {one.name: one for one in network}
    left = dict(steps)
    while ready := [name for name, one in left.items() if not any(other in left for other in one.after)]:
        for name in ready:
            del left[name]
    if not left:
        return []
    walk = [next(iter(left))]
    while True:
        following = next(name for name in steps[walk[-1]].after if name in left)
        if following in walk:
            return walk[walk.index(following) :]
        walk.append(following)


def impossible_lengths(network: Network) -> list[str]:
    """Steps of which the least length is above the greatest, whatever the plan leaves open."""
    return [one.name for one in network if one.takes_at_least[0] > one.takes_at_most[1]]


# --- order, which durations do not decide


def forced(network: Network, first: Iterable[str], then: Iterable[str]) -> bool:
    """Do all of `then` start when all of `first` have ended, whatever anything lasts? Each of `first` in turn lasts longer than all else
    together: what is not made to wait for it has started by then."""
    long = 2 * len(network) + 2
    waits = dict.fromkeys((one.name for one in network), 0)
    for name in first:
        times = times_of(network, {one.name: long if one.name == name else 1 for one in network}, waits)
        if times is None or any(times[other][0] < times[name][1] for other in then):
            return False
    return True


# --- every run of one setting: of bounds that all are stated


@dataclass(frozen=True)
class Setting:
    """What the open bounds turn out to be: of each step its greatest wait, least and greatest length."""

    bounds: dict[str, tuple[int, int, int]]


def runs(network: Network, setting: Setting, question: Question, whole: int) -> Iterator[dict[str, tuple[int, int]]]:
    """Start and end of each step in each run, to be looked at before the next is asked for. `whole`: every so many units from least to most. Else of each step the least of both or the most of both, and of those that the
    question names each of the four.

    Those are enough for a span of which the later moment is a last end, or a single step's start: it is the greatest of some sums less the
    greatest of others. The wait and the length of a step lie in the same sums, but where a moment is its start. On the sum that the later
    moment comes to, more of them is never less; elsewhere less of them never is.
    """

    def choices(name: str) -> tuple[Sequence[int], Sequence[int]] | list[tuple[int, int]]:
        """Its waits and its lengths, each with each; or those that go together."""
        wait, least, most = setting.bounds[name]
        if whole:
            return range(0, wait + 1, whole), range(least, most + 1, whole)
        if name in question.earlier.steps or name in question.later.steps:
            return sorted({0, wait}), sorted({least, most})
        return sorted({(0, least), (wait, most)})

    chosen = [(one, choices(one.name)) for one in in_order(network)]
    # Counted before they are written out: a length of years has millions of minutes.
    if math.prod(math.prod(map(len, each)) if isinstance(each, tuple) else len(each) for _, each in chosen) > MOST_RUNS:
        raise TooManyRuns
    steps = [(one, list(itertools.product(*each)) if isinstance(each, tuple) else each) for one, each in chosen]
    times: dict[str, tuple[int, int]] = {}

    def from_step(at: int) -> Iterator[dict[str, tuple[int, int]]]:
        if at == len(steps):
            yield times
            return
        one, each = steps[at]
        earliest = max((times[name][1] for name in one.after), default=0)
        for wait, length in each:
            times[one.name] = (earliest + wait, earliest + wait + length)
            yield from from_step(at + 1)

    return from_step(0)


def kept_in_every_run(network: Network, setting: Setting, question: Question, whole: int = 0) -> bool:
    if not question.later.end and len(question.later.steps) > 1:
        whole = whole or unit_of(network, question)
    return all(question.kept(times) for times in runs(behind(network, question), setting, question, whole))


def behind(network: Network, question: Question) -> Network:
    """The steps that have a part in how far apart the two moments are. Where all of them wait for one step, it and what it waits for
    delay both alike: they are left out."""
    asked = {*question.earlier.steps, *question.later.steps}
    wanted = waited_for(network, asked)
    for gate in in_order(tuple(one for one in network if one.name in wanted))[::-1]:
        rest = wanted - waited_for(network, {gate.name})
        if asked <= rest and all(one.name not in rest or any(name == gate.name or name in rest for name in one.after) for one in network):
            return without(network, {one.name for one in network} - rest)
    return tuple(one for one in network if one.name in wanted)


def waited_for(network: Network, names: set[str]) -> set[str]:
    """These steps, and all that they wait for."""
    steps = {one.name: one for one in network}
    found = set(names)
    while more := {name for one in found for name in steps[one].after} - found:
        found |= more
    return found


def of_those_that_count(network: Network, question: Question) -> Question:
    """The last to end is none that another waits for, the first to start none that waits for another."""

    def counting(moment: Moment) -> Moment:
        def is_ruled_out(one: str, other: str) -> bool:
            return one != other and (one in waited_for(network, {other}) if moment.end else other in waited_for(network, {one}))

        return replace(moment, steps=tuple(one for one in moment.steps if not any(is_ruled_out(one, other) for other in moment.steps)))

    return replace(question, earlier=counting(question.earlier), later=counting(question.later))


def parted(question: Question) -> list[Question]:
    """Questions all of which are kept where this one is, and only then: a last end is late where one of them is, a first start early."""

    def each(moment: Moment, apart: bool) -> list[Moment]:
        return [Moment((one,), moment.end) for one in moment.steps] if apart else [moment]

    earlier, later = each(question.earlier, not question.earlier.end), each(question.later, question.later.end)
    return [replace(question, earlier=one, later=other) for one in earlier for other in later]


# --- what is not stated


def decide(network: Network, question: Question, whole: int = 0) -> str:
    """holds: kept in every run, whatever the open bounds are. fails: broken in some run, whatever they are. Else unknown."""
    network = with_ends(behind(network, question), question)
    if all(kept_in_every_run(network, setting, question, whole) for setting in widest(network, question)):
        return "holds"
    try:
        may_be_kept = any(kept_in_every_run(network, setting, question, whole) for setting in narrowest(network, question))
    except TooMany:
        return "unknown"  # nobody has tried
    return "unknown" if may_be_kept else "fails"


def far(network: Network, question: Question) -> int:
    """Longer than all that is stated together: what lasts so long is longer than every other way, and more of it changes nothing."""
    stated = [end for one in network for kind in KINDS for end in getattr(one, kind) if end != math.inf]
    return int(sum(stated)) + abs(question.most) + 1


def with_ends(network: Network, question: Question) -> Network:
    """What has no bound may last longer than all that is stated."""
    longest = (far(network, question) * len(network),) * 2
    return tuple(
        replace(one, **{kind: longest for kind in ("waits_at_most", "takes_at_most") if getattr(one, kind) == NONE}) for one in network
    )


def widest(network: Network, question: Question) -> Iterator[Setting]:
    """The setting in which every run is allowed that any setting allows."""
    most = far(network, question)

    def end(bound: Bound) -> int:
        return most if bound[1] == math.inf else int(bound[1])

    yield Setting(
        {one.name: (end(one.waits_at_most), one.takes_at_least[0], max(one.takes_at_least[0], end(one.takes_at_most))) for one in network}
    )


def narrowest(network: Network, question: Question) -> Iterator[Setting]:
    """The settings of which none allows fewer runs. A greatest wait or length is as small, a least length as great as it may be; where
    they meet the length is one number, of which each has to be tried: of those that only one of the two moments waits for it is known
    whether more or less of them is better (`direction`), and the others go over a grid.

    Why the grid is wide and fine enough: what is asked compares sums of lengths. With k lengths on the grid, a gap between two that is
    greater than all that is stated together can be narrowed to just that without changing which sum is greater, so k times that is as
    far as one has to go; and what is stated are whole numbers of a unit, so what turns, turns at whole or half units.
    """
    reach = far(network, question)
    fixed: dict[str, tuple[int, int]] = {}
    open_ones: dict[str, tuple[int, float]] = {}
    for one in network:
        greatest_least = min(one.takes_at_least[1], one.takes_at_most[1])
        least_most = max(one.takes_at_least[0], one.takes_at_most[0])
        if greatest_least <= least_most:
            fixed[one.name] = (int(greatest_least), least_most)
            continue
        way = direction(network, question, one.name)
        if way < 0:
            fixed[one.name] = (least_most, least_most)
        elif way > 0:
            length = len(network) * reach if greatest_least == math.inf else int(greatest_least)
            fixed[one.name] = (length, length)
        else:
            open_ones[one.name] = (least_most, greatest_least)
    grids = [points(network, question, *ends, reach * max(1, len(open_ones))) for ends in open_ones.values()]
    if math.prod(map(len, grids)) > MOST_TRIES:
        raise TooMany
    for chosen in itertools.product(*grids):
        lengths = {**fixed, **{name: (length, length) for name, length in zip(open_ones, chosen)}}
        yield Setting({one.name: (one.waits_at_most[0], *lengths[one.name]) for one in network})


def points(network: Network, question: Question, least: int, greatest: float, reach: int) -> list[int]:
    unit = unit_of(network, question)
    step = unit // 2 if unit % 2 == 0 else 1
    last = int(min(greatest, least + reach))
    return sorted({*range(least, last + 1, step), last})


def unit_of(network: Network, question: Question) -> int:
    """What all that is stated is a whole number of."""
    return math.gcd(*(int(end) for one in network for kind in KINDS for end in getattr(one, kind) if end != math.inf), question.most) or 1


def how_many_runs(network: Network, question: Question, unit: int) -> float:
    """Of the steps that have a part in it, in whole units; without end where a bound is not stated."""
    found = 1.0
    for one in behind(network, question):
        found *= (one.waits_at_most[1] / unit + 1) * (max(0, one.takes_at_most[1] - one.takes_at_least[0]) / unit + 1)
    return found


def direction(network: Network, question: Question, name: str) -> int:
    """-1: the longer this step lasts, the rather the question is broken; 1: the rather it is kept; 0: it may be either."""
    if not waits_for(network, question.earlier, name, ()):
        return -1
    between = question.earlier.steps if len(question.earlier.steps) == 1 else ()
    if between and (name in between or not waits_for(network, question.later, name, between)):
        return 1
    return 0


def waits_for(network: Network, moment: Moment, name: str, avoiding: Iterable[str]) -> bool:
    """Does the moment come later the longer the step lasts, by a way that avoids these?"""
    steps = {one.name: one for one in network}
    reached = {one for one in moment.steps if one not in avoiding}
    if moment.end and name in reached:
        return True
    while more := {other for one in reached for other in steps[one].after if other not in avoiding} - reached:
        reached |= more
    return any(name in steps[one].after for one in reached) and name not in avoiding


def turns_on(network: Network, question: Question) -> set[tuple[str, str]]:
    """The bounds (step, kind) that are not stated and of which one alone can decide: with all others left as they are somewhere, the
    question is kept for one value of it and broken for another."""
    network = with_ends(behind(network, question), question)
    reach = far(network, question)
    names = [(one.name, kind) for one in network for kind in KINDS if getattr(one, kind)[0] != getattr(one, kind)[1]]
    if not names:
        return set()
    values = {}
    for one in network:
        for kind in KINDS:
            least, greatest = getattr(one, kind)
            last = int(min(greatest, least + reach * len(network)))
            ends = {end for other in KINDS[1:] for end in getattr(one, other) if least <= end <= last}  # where its two lengths meet
            values[one.name, kind] = sorted({least, last, *ends, *(range(least, min(last, least + 3) + 1) if len(names) <= 3 else ())})
    if math.prod(map(len, values.values())) * 2 ** len(network) > MOST_RUNS:
        raise TooManyRuns
    answers: dict[tuple[int, ...], bool] = {}
    every = list(values)
    for chosen in itertools.product(*values.values()):
        bound = dict(zip(every, chosen))
        bounds = {one.name: tuple(bound[one.name, kind] for kind in KINDS) for one in network}
        if all(least <= most for _, least, most in bounds.values()):
            answers[chosen] = kept_in_every_run(network, Setting(bounds), question)
    found = set()
    for at, key in enumerate(every):
        groups: dict[tuple, set[bool]] = {}
        for chosen, answer in answers.items():
            groups.setdefault((*chosen[:at], *chosen[at + 1 :]), set()).add(answer)
        if any(len(one) > 1 for one in groups.values()):
            found.add(key)
    return found
