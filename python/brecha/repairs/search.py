"""The least changes of a plan that close what is to be closed, found by trying them.

A verdict rests on places: while none of them changes, it stays. So a search changes one of the places that an open part rests on, in
every way that can make a difference, assesses, and goes on from there, the cheapest sets of changes first. The first set that closes
the part and makes nothing worse is the least there is. What lies behind it is a shortest way, and no set that costs less was left out.

Parts of a gap, and gaps that are closed together, are searched for one by one, all at the same time, so that the variants of a round
are assessed as one batch. Then one repair of each is put together, the cheapest together, what they share counted once; where they
cannot share anything, that is the least for all. Else a search for all together looks for something cheaper.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.efforts import days_of
from brecha.repairs.changes import SET
from brecha.repairs.trying import Key, Seen, Trials
from brecha.repairs.values import ORDERED, Constants, constants_of, order_of, values_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brecha.assessment import Assessment
    from brecha.plan_edits import Data
    from brecha.repairs.changes import Change, Changes

_ROUND = 48  # variants of one search in one round
_VALUES = 4  # numbers and dates at one place in one round, the likeliest first: often one of them will do
_WIDE = 24  # ways of putting parts together that are followed
_SIDE = 8  # repairs of a part that are kept


class Goal(NamedTuple):
    """A part of a finding that is to hold."""

    key: Key
    part: str


class Node(NamedTuple):
    """A set of changes, in an order in which they can be made."""

    cost: float
    changes: tuple[Change, ...]
    data: Data

    @property
    def sort(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(change.sort for change in self.changes)


class Found(NamedTuple):
    """Changes that close the goals and make nothing worse."""

    node: Node
    seen: Seen
    among: tuple[Node, ...]
    """Others of the same sort that do as well, itself included."""


class Later(NamedTuple):
    """Stands for the sets with one change more than a set: made when it is their turn, the dear ones after the others."""

    cost: float
    seen: Seen
    goal: Goal
    dear: bool


class Lane:
    """The search for one set of goals, a round at a time."""

    def __init__(self, search: Search, goals: Sequence[Goal], start: Node, tries: int, below: float = math.inf) -> None:
        self._search = search
        self.goals = tuple(goals)
        self._tries = tries
        self._below = below
        self._number = itertools.count()
        self._heap: list[tuple[float, int, tuple[Change, ...], Data, Change | Later | None]] = []
        self._queued: set[frozenset[tuple[str, str, str]]] = set()
        self.found: list[Found] = []
        self.stopped = False
        self.region: set[str] = set()
        """Every place that a repair as cheap as the least could touch."""
        self.refused: set[str] = set()
        self._push(start.cost, start.changes, start.data, None)

    @property
    def _limit(self) -> float:
        """What a set may cost to be looked at."""
        return self.found[0].node.cost + self._search.dearer if self.found else math.inf

    def _push(self, cost: float, changes: tuple[Change, ...], data: Data, change: Change | Later | None) -> None:
        if cost >= self._below or cost > self._limit:
            return
        if not isinstance(change, Later):
            names = frozenset(one.name for one in ((*changes, change) if change else changes))
            if names in self._queued:
                return
            self._queued.add(names)
        heapq.heappush(self._heap, (cost, next(self._number), changes, data, change))

    def round(self) -> list[Node]:
        """The next sets to be tried: the cheapest, all of one cost. Nothing when the search is over."""
        nodes: list[Node] = []
        known = [one.node.sort for one in self.found]
        values: Counter[frozenset[tuple[str, str, str]]] = Counter()
        put_off = []
        size = max(min(_ROUND, self._tries), 1)
        while self._heap and len(nodes) < size:
            cost, _, changes, data, change = self._heap[0]
            if nodes and cost > nodes[0].cost:
                break
            if cost > self._limit:
                self._heap.clear()
                break
            entry = heapq.heappop(self._heap)
            if isinstance(change, Later):
                self._branch(Node(change.cost, changes, data), change.seen, change.goal, change.dear)
                continue
            every = (*changes, change) if change else changes
            sort = frozenset(one.sort for one in every)
            is_ordered = any(one.type in ORDERED for one in every)
            # More than is needed; and of numbers and dates one of a sort will do.
            if any(one < sort for one in known) or (sort in known and is_ordered):
                continue
            values[sort] += is_ordered
            if values[sort] > _VALUES:
                put_off.append(entry)
                continue
            made = self._search.changes.made(data, change) if change else data
            if change is None or made is not data:
                nodes.append(Node(cost, every, made))
        for entry in put_off:
            heapq.heappush(self._heap, entry)
        if nodes and self._tries <= 0:
            self.stopped = True
            self._heap.clear()
            return []
        self._tries -= len(nodes)
        return nodes

    def take(self, nodes: Sequence[Node], seen: Sequence[Seen | None]) -> None:
        """What the round has shown."""
        sorts = {one.node.sort: at for at, one in enumerate(self.found)}
        for node, one in zip(nodes, seen, strict=True):
            if one is None:
                continue
            open_goal = self._search.open_goal(one, self.goals)
            if open_goal is None:
                sort = node.sort
                if sort in sorts:
                    known = self.found[sorts[sort]]
                    self.found[sorts[sort]] = known._replace(among=(*known.among, node))
                elif len(self.found) < _SIDE or node.cost <= self.found[0].node.cost:
                    sorts[sort] = len(self.found)
                    self.found.append(Found(node, one, (node,)))
            elif isinstance(open_goal, Goal):
                self._later(node, one, open_goal, dear=False)

    def blurs(self) -> list[tuple[Found, Node]]:
        """Repairs with an empty element that is new, each with the set that lacks it."""
        found = []
        for one in self.found:
            for change in one.node.changes:
                if change.added and not any(_below(other.place, change.added) for other in one.node.changes) and len(one.node.changes) > 1:
                    rest = tuple(other for other in one.node.changes if other is not change)
                    found.append((one, Node(one.node.cost - change.cost, rest, self._search.changes.all_made(self._search.data, rest))))
        return found

    def forget(self, found: Found) -> None:
        self.found = [one for one in self.found if one is not found]

    def _later(self, node: Node, seen: Seen, goal: Goal, dear: bool) -> None:
        self._push(node.cost + self._search.changes.least[dear], node.changes, node.data, Later(node.cost, seen, goal, dear))

    def _branch(self, node: Node, seen: Seen, goal: Goal, dear: bool) -> None:
        set_already = {change.place for change in node.changes if change.kind in SET}
        if not self.found or node.cost < self.found[0].node.cost:
            self.region.update(seen.rests_on(goal.key, goal.part))
        changes, refused = self._search.possible(node.data, seen, goal, dear)
        self.refused |= refused
        for change in changes:
            if change.kind not in SET or change.place not in set_already:
                self._push(node.cost + change.cost, node.changes, node.data, change)
            elif goal not in self.goals:  # what got worse by a value may be well with another one
                (own,) = (one for one in node.changes if one.kind in SET and one.place == change.place)
                if change.value != own.before:
                    rest = tuple(one for one in node.changes if one is not own)
                    self._push(node.cost, rest, self._search.changes.all_made(self._search.data, rest), own._replace(value=change.value))
        if not dear:
            self._later(node, seen, goal, dear=True)


class Search:
    """Looks for repairs of one report's gaps.

    dearer: so much more than the least may another repair cost. `tries`: variants that the search for one part may assess.
    """

    def __init__(self, report: Assessment, data: Data, changes: Changes, may_get_worse: bool, dearer: float) -> None:
        self.changes = changes
        self.dearer = dearer
        self.trials = Trials(report)
        self.data = data
        self.before = self.trials.before
        self._report = report
        self._may_get_worse = may_get_worse
        self.tries = 100
        self.gaps = {(gap.requirement, gap.subject): gap for gap in report.gaps}
        self._constants: dict[str, Constants] = {}

    def goals_of(self, key: Key) -> list[Goal]:
        """The parts of a gap that do not hold."""
        return [Goal(key, part) for part, truth in self.before.finding(key)[1].items() if truth in ("fails", "unknown")]

    def lanes(self, goals: Iterable[Goal]) -> dict[Goal, Lane]:
        """A finished search for each goal by itself."""
        start = Node(0.0, (), self.data)
        lanes = {goal: Lane(self, [goal], start, self.tries) for goal in goals}
        self.run(list(lanes.values()))
        return lanes

    def run(self, lanes: Sequence[Lane]) -> None:
        going = list(lanes)
        while going:
            rounds = [(lane, lane.round()) for lane in going]
            going = [lane for lane, nodes in rounds if nodes]
            variants = [node.data for _, nodes in rounds for node in nodes]
            seen = iter(self.trials.seen(variants))
            for lane, nodes in rounds:
                lane.take(nodes, [next(seen) for _ in nodes])
            self._without_blurs([lane for lane, nodes in rounds if nodes])

    def _without_blurs(self, lanes: Sequence[Lane]) -> None:
        """Something empty is not added only to leave a question open that would be a gap: the goals hold without it too."""
        blurs = [(lane, found, node) for lane in lanes for found, node in lane.blurs()]
        for (lane, found, _), seen in zip(blurs, self.trials.seen([node.data for _, _, node in blurs]), strict=True):
            if seen is not None and self._open(seen, lane.goals) is None:
                lane.forget(found)

    def together(self, goals: Sequence[Goal], lanes: dict[Goal, Lane], most: int) -> tuple[list[tuple[Found, bool]], bool]:
        """Repairs that close all goals, the least first, each with whether it is known to be the least; and whether tries ran out."""
        stopped = any(lanes[goal].stopped for goal in goals)
        if any(not lanes[goal].found for goal in goals):
            return [], stopped
        if len(goals) == 1:
            return [(one, True) for one in self._different(lanes[goals[0]].found, most)], stopped
        made = self._united([lanes[goal] for goal in goals])
        found: list[Found] = []
        for node, seen in zip(made, self.trials.seen([one.data for one in made]), strict=True):
            if seen is not None and self.open_goal(seen, goals) is None and all(one.node.sort != node.sort for one in found):
                found.append(Found(node, seen, (node,)))
        if not found and made:  # what fits by itself gets in each other's way: on from there
            lane = Lane(self, goals, made[0], self.tries)
            self.run([lane])
            found, stopped = lane.found, stopped or lane.stopped
        least = not stopped and bool(found) and _apart([lanes[goal].region for goal in goals]) and found[0].node.cost <= _sum(goals, lanes)
        if not least:
            below = found[0].node.cost if found else math.inf
            lane = Lane(self, goals, Node(0.0, (), self.data), self.tries, below)
            self.run([lane])
            found = [*lane.found, *found]
            least = not lane.stopped
            stopped = stopped or lane.stopped
        limit = found[0].node.cost + self.dearer if found else 0
        return [(one, least) for one in self._different([one for one in found if one.node.cost <= limit], most)], stopped

    def _different(self, found: Sequence[Found], most: int) -> list[Found]:
        """The first of them, the cheapest first, then those with less work, that leave less open, that speak of fewer items.

        None that mixes others.
        """
        opens = {
            id(one): sum(verdict == "unknown" and self.before.verdicts.get(key) != "unknown" for key, verdict in one.seen.verdicts.items())
            for one in found
        }
        kept: list[Found] = []
        names: set[tuple[str, str, str]] = set()
        for one in sorted(found, key=lambda one: (one.node.cost, self.effort_days(one) or 0.0, opens[id(one)], _rank(one.node.changes)[1])):
            own = {change.name for change in one.node.changes}
            if not own <= names and len(kept) < most:
                kept.append(one)
                names |= own
        return kept

    def closes(self, found: Found) -> tuple[Key, ...]:
        """Every gap that a repair closes."""
        return tuple(key for key in self.gaps if found.seen.verdicts.get(key) == "met")

    def effort_days(self, found: Found) -> float | None:
        """How long the remedies of what it closes take, by the rules."""
        return days_of(self._report, [self.gaps[key] for key in self.closes(found)])

    def open_goal(self, seen: Seen, goals: Sequence[Goal]) -> Goal | None | bool:
        """A goal that is still open, or what got worse; None where all is well, False where a goal is not reached from there."""
        still_open = self._open(seen, goals)
        if still_open is not None or self._may_get_worse:
            return still_open
        if seen.no_longer_applies(self.before):
            return False
        for key in seen.worse_than(self.before):
            for part, truth in seen.finding(key)[1].items():
                if truth in ("fails", "unknown") and self.before.finding(key)[1].get(part) != truth:
                    return Goal(key, part)
        return None

    def _open(self, seen: Seen, goals: Sequence[Goal]) -> Goal | None | bool:
        """The same, whatever got worse. Where all open parts of a finding are goals, the whole finding is to be met."""
        for key, part in goals:
            verdict, parts = seen.finding(key)
            truth = parts.get(part)
            if truth is None or truth == "not_owed" or verdict == "not_applicable":
                return False
            if truth != "holds":
                return Goal(key, part)
        for key in dict.fromkeys(goal.key for goal in goals):
            verdict, parts = seen.finding(key)
            if verdict != "met" and set(self.goals_of(key)) <= set(goals):
                return next((Goal(key, part) for part, truth in parts.items() if truth in ("fails", "unknown")), False)
        return None

    def possible(self, data: Data, seen: Seen, goal: Goal, dear: bool) -> tuple[list[Change], set[str]]:
        """The changes at the places that a part rests on, dear ones or the others; and the kinds that are not proposed."""
        places = seen.rests_on(goal.key, goal.part)
        constants = self._constants_of(goal.key[0])
        beside = self._beside(data, places)
        found: dict[tuple[str, str, str], Change] = {}
        refused: set[str] = set()
        for place in places:
            for change in self.changes.at(data, place, constants, beside, dear, refused):
                found.setdefault(change.name, change)
        return list(found.values()), refused

    def values_at(self, found: Found, change: Change, goals: Sequence[Goal]) -> list[Any]:
        """The values that make a difference in place of a change's own, for any of the goals."""
        field = self.changes.edits.field_at(change.place)
        values: dict[str, Any] = {}
        for key in dict.fromkeys(goal.key for goal in goals):
            places = [place for goal in goals if goal.key == key for place in found.seen.rests_on(goal.key, goal.part)]
            for value in values_for(
                field, change.value, self._constants_of(key[0]), self._beside(found.node.data, places), self._report.as_of
            ):
                values.setdefault(repr(value), value)
        return [value for value in values.values() if order_of(value) is not None]

    def with_another(self, node: Node, change: Change, value: Any) -> Data:
        """The plan of a set of changes, one of them with another value."""
        changes = [one._replace(value=value) if one is change else one for one in node.changes]
        return self.changes.all_made(self.data, changes)

    # --- how ---

    def _beside(self, data: Data, places: Iterable[str]) -> list[Any]:
        """What stands at places, each value once."""
        values = (self.changes.value_at(data, place) for place in places)
        return list({repr(value): value for value in values if not isinstance(value, (type(None), dict, list))}.values())

    def _constants_of(self, requirement: str) -> Constants:
        if requirement not in self._constants:
            self._constants[requirement] = constants_of(self._report, requirement)
        return self._constants[requirement]

    def _united(self, lanes: Sequence[Lane]) -> list[Node]:
        """One repair of each lane put together, the cheapest first, few items before many."""
        wide: list[tuple[Change, ...]] = [()]
        for lane in lanes:
            more: dict[frozenset[tuple[str, str, str]], tuple[Change, ...]] = {}
            for made in wide:
                for found in lane.found:
                    for node in found.among[:4]:
                        united = _union(made, node.changes)
                        if united is not None:
                            more.setdefault(frozenset(change.name for change in united), united)
            wide = sorted(more.values(), key=_rank)[:_WIDE]
        return [Node(sum(one.cost for one in changes), changes, self.changes.all_made(self.data, changes)) for changes in wide]


def _rank(changes: tuple[Change, ...]) -> tuple[float, int]:
    return sum(change.cost for change in changes), len({change.place.rpartition("/")[0] for change in changes})


def _union(one: tuple[Change, ...], other: tuple[Change, ...]) -> tuple[Change, ...] | None:
    """Both, what they share once. New elements of one list are one where they can be; None where one place is to have two values."""
    values = {change.place: change.value for change in one if change.kind not in ("add", "withdraw", "close", "drop")}
    names = {change.name for change in one}
    clash = [
        change
        for change in other
        if change.place in values and change.name not in names and change.kind not in ("add", "withdraw", "close")
    ]
    added = {change.added: change for change in one if change.added}
    taken = {
        change.added
        for change in other
        if change.added in added and (change.name not in names or any(_below(at.place, change.added) for at in clash))
    }
    if any(not any(_below(change.place, at) for at in taken) for change in clash):
        return None
    for place in sorted(taken):
        other = _moved(other, place, set(added) | {change.added for change in other})
    return (*one, *(change for change in other if change.name not in names))


def _moved(changes: tuple[Change, ...], place: str, taken: set[str]) -> tuple[Change, ...]:
    """With another key for an element that is added, where keys are made up."""
    inside, _, key = place.rpartition("/")
    if not key.isdecimal():
        return changes
    new = next(str(one) for one in itertools.count(int(key) + 1) if f"{inside}/{one}" not in taken)
    moved = []
    for change in changes:
        if change.added == place and isinstance(change.value, dict):
            value = {name: new if one == key else one for name, one in change.value.items()}
            change = change._replace(value=value, added=f"{inside}/{new}")
        elif _below(change.place, place):
            change = change._replace(place=f"{inside}/{new}{change.place[len(place) :]}")
        if change.value == key and change.type == "reference":
            change = change._replace(value=new)
        moved.append(change)
    return tuple(moved)


def _below(place: str, inside: str) -> bool:
    return place == inside or place.startswith(f"{inside}/")


def _apart(regions: Sequence[set[str]]) -> bool:
    """Has no place of one anything to do with a place of another?"""
    owner: dict[str, int] = {}
    for number, region in enumerate(regions):
        for place in region:
            if owner.setdefault(place, number) != number:
                return False
    for place, number in owner.items():
        above = place
        while above:
            above = above.rpartition("/")[0]
            if owner.get(above, number) != number:
                return False
    return True


def _sum(goals: Sequence[Goal], lanes: dict[Goal, Lane]) -> float:
    return sum(lanes[goal].found[0].node.cost for goal in goals)
