"""Between which bounds a number or date of a repair may lie, found by trying: the plan with another value there.

The values tried are those where the rule's answer can begin to differ; between two of them that do, it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.repairs.values import ORDERED, order_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.repairs.changes import Change
    from brecha.repairs.search import Found, Goal, Search


class Bounds(NamedTuple):
    """The least and the greatest value that will do; None where there is no such end."""

    lowest: Any = None
    highest: Any = None


class _Side:
    """The search for one end: the last of values, going outwards, that will do."""

    def __init__(self, found: Found, change: Change, goals: Sequence[Goal], outwards: list[Any]) -> None:
        self.found, self.change, self.goals, self.values = found, change, goals, outwards
        self._does, self._fails = -1, len(outwards)

    @property
    def at(self) -> int | None:
        """Which value is to be tried; None when the end is known."""
        if not self.values or self._fails - self._does == 1:
            return None
        # The far end first: often there is no bound.
        return len(self.values) - 1 if (self._does, self._fails) == (-1, len(self.values)) else (self._does + self._fails) // 2

    def take(self, at: int, does: bool) -> None:
        if does:
            self._does = at
        else:
            self._fails = at

    @property
    def end(self) -> Any:
        """The last value that will do; None where all will."""
        if self._fails == len(self.values):
            return None
        return self.values[self._does] if self._does >= 0 else self.change.value


def bounds_of(search: Search, found: Sequence[tuple[Found, Sequence[Goal]]]) -> dict[tuple[int, str], Bounds]:
    """Bounds by the number of a repair and the place of a change. All are searched for at the same time."""
    sides: dict[tuple[int, str], tuple[_Side, _Side]] = {}
    for number, (one, goals) in enumerate(found):
        for change in one.node.changes:
            if change.type in ORDERED and change.kind not in ("withdraw", "drop"):
                own = order_of(change.value)
                values = sorted(search.values_at(one, change, goals), key=order_of)
                below = [value for value in reversed(values) if order_of(value) < own]
                above = [value for value in values if order_of(value) > own]
                sides[number, change.place] = (_Side(one, change, goals, below), _Side(one, change, goals, above))
    going = [side for pair in sides.values() for side in pair]
    while going := [side for side in going if side.at is not None]:
        tried = [search.with_another(side.found.node, side.change, side.values[side.at or 0]) for side in going]
        for side, seen in zip(going, search.trials.seen(tried), strict=True):
            side.take(side.at or 0, seen is not None and search.open_goal(seen, side.goals) is None)
    return {key: Bounds(below.end, above.end) for key, (below, above) in sides.items()}
