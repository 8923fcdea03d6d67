"""What would close the gaps: the least changes of a plan, each set made and assessed before it is shown.

    in:  an assessment, which of its gaps, what changes cost
    out: repairs: changes, a JSON Patch, what they close and what else they move

A repair says what a plan has to say, not that it is so: what is new in it is for a person to make true, and a text, a number or a date
is a blank with its bounds. What was waived or does not apply is left alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from brecha import arguments
from brecha.errors import BrechaError
from brecha.json_patch import Patch, patch_between
from brecha.made_tables import OF_ASSESSMENT, Column, MadeTable
from brecha.plan_edits import PlanEdits, key_text
from brecha.repairs.bounds import Bounds, bounds_of
from brecha.repairs.changes import COSTS, Change, Changes
from brecha.repairs.search import Found, Goal, Search
from brecha.repairs.trying import Key
from brecha.repairs.values import BLANK
from brecha.rows import RepairChange
from brecha.sentences import Sentence
from brecha.tables import ShownTable, json_about

if TYPE_CHECKING:
    import os

    from brecha.assessment import Assessment
    from brecha.repairs.search import Lane
    from brecha.rich_view.page import View
    from brecha.rows import Gap

Asked = Union[None, str, "Gap", Sequence[Union[str, "Gap"]]]
Costs = Mapping[str, float | None]

TRIES = 3000
"""Plans that are assessed for all parts of the gaps asked about, at most; for one part at least FEWEST, at most MOST."""
FEWEST, MOST = 60, 300

WHYS = ("judged", "facts", "stopped", "none")
_TYPES = ("text", "yes_no", "integer", "number", "percent", "date", "moment", "duration", "country", "enumeration", "entity", "reference")
_COLUMNS = (
    *OF_ASSESSMENT, Column("requirement"), Column("subject"), Column("repair", "int32"), Column("alternative", "int32"),
    Column("change", "int32"), Column("action", "category", tuple(COSTS)), Column("place"), Column("field"),
    Column("type", "category", _TYPES), Column("before"), Column("value"), Column("blank", "boolean"), Column("lowest"), Column("highest"),
    Column("among", "texts"), Column("cost", "float64"), Column("least", "boolean"), Column("closes", "texts"), Column("opens", "texts"),
    Column("worsens", "texts"), Column("effort_days", "float64"),
)  # fmt: skip


class Edit(NamedTuple):
    """One change of a repair."""

    action: str
    """state, add, improve, close, judge, restate, withdraw; deny, rewrite, drop, rejudge where they were given a cost."""
    place: str
    """Of the value; of the list where something is added or taken away."""
    value: Any
    """What stands there then: in a blank one that will do, "…" for a text."""
    before: Any
    field: str
    """Entity and field, "Agency.representatives"; empty for a judgement."""
    type: str
    blank: bool
    """Has a person to say what stands there, or to confirm it?"""
    lowest: Any
    """The least value that will do; None where there is no such bound."""
    highest: Any
    among: tuple[Any, ...]
    """Choices that do as well, its own included; empty where there is no other."""
    added: str
    """The place of a new element; empty for all else."""


class Repair(NamedTuple):
    """Changes that close gaps together. They were made in the plan, and it was assessed again."""

    requirement: str
    """Of the gap that it is for; of the first, where several are closed together."""
    subject: str | None
    alternative: int
    """1 is the least for that gap."""
    changes: tuple[Edit, ...]
    cost: float
    least: bool
    """Is it known that nothing cheaper does?"""
    patch: Patch
    """The same as JSON Patch (RFC 6902), to be applied to the plan."""
    closes: tuple[Key, ...]
    """Every gap that it closes: requirement and subject."""
    opens: tuple[Key, ...]
    """Findings that are unknown then and were not, mostly of what is new."""
    worsens: tuple[Key, ...]
    """Findings that get worse: none, unless that was allowed."""
    effort_days: float | None
    """How long the remedies of the gaps that it closes take by the rules, together; None where no rule says it."""


class Unrepaired(NamedTuple):
    """A gap that no repair was found for."""

    requirement: str
    subject: str | None
    why: str
    """judged: a person's judgement stands against it. facts: only by changes that are not proposed. stopped: tries were used up. none."""
    actions: tuple[str, ...]
    """The actions that were possible and are not proposed: give them a cost to see."""


class Repairs(ShownTable[RepairChange]):
    """The table `repairs`, a row for each change; prints, and shows in a notebook.

    `.proposals` are the repairs with their patches, `.without` the gaps that none was found for.
    """

    __slots__ = ("proposals", "report", "stopped_early", "without")

    def __init__(self, report: Assessment, proposals: Sequence[Repair], without: Sequence[Unrepaired], stopped_early: bool) -> None:
        super().__init__(MadeTable("repairs", _COLUMNS, _rows(report, proposals)), RepairChange)
        self.report = report
        self.proposals = tuple(proposals)
        self.without = tuple(without)
        self.stopped_early = stopped_early
        """Were tries used up before it was known that a repair is the least, or that there is none?"""

    @property
    def language(self) -> str:
        return self.report.language

    def in_language(self, language: str) -> Repairs:
        """The same with texts in another language."""
        return Repairs(self.report.in_language(language), self.proposals, self.without, self.stopped_early)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """Each repair with its changes and its patch, as JSON text. Written to `path` where one is given."""
        content = {
            "stopped_early": self.stopped_early,
            "repairs": [_as_json(one) for one in self.proposals],
            "without": [
                {"requirement": one.requirement, "subject": one.subject, "why": one.why, "actions": list(one.actions)}
                for one in self.without
            ],
        }
        return json_about(self.report, content, path)

    def _view(self) -> View:
        from brecha.rich_view.repairs import VIEW

        return VIEW


def repairs_of(
    report: Assessment,
    requirement: Asked = None,
    subject: str | None = None,
    *,
    together: bool = False,
    most: int = 3,
    dearer: float = 0.0,
    costs: Costs | None = None,
    weights: Mapping[str, float] | None = None,
    worse: bool = False,
    tries: int | None = None,
) -> Repairs:
    """`report.repairs(…)`: see there."""
    from brecha.asking.plan_file import content_of

    edits = PlanEdits(report.ruleset.vocabulary().entities)
    changes = Changes(edits, report.as_of, _costs(costs), _weights(weights, edits))
    search = Search(report, content_of(report.plan), changes, bool(worse), _number(dearer, "dearer"))
    keys = _asked(report, search.gaps, requirement, arguments.optional_text(subject, "subject"))
    most = max(arguments.whole_number(most, "most"), 1)
    goals = {key: search.goals_of(key) for key in keys}
    parts = sum(map(len, goals.values()))
    given = arguments.optional_whole_number(tries, "tries")
    search.tries = max(given, 1) if given is not None else min(max(TRIES // max(parts, 1), FEWEST), MOST)
    lanes = search.lanes(goal for key in keys for goal in goals[key])
    found: list[tuple[Key, int, Found, bool, Sequence[Goal]]] = []
    without: list[Unrepaired] = []
    stopped_early = False
    reachable = [key for key in keys if all(lanes[goal].found for goal in goals[key])]
    if together and reachable:
        every = [goal for key in reachable for goal in goals[key]]
        made, stopped = search.together(every, lanes, most)
        stopped_early = stopped and not (made and made[0][1])
        found += [(reachable[0], number, one, least, every) for number, (one, least) in enumerate(made, 1)]
        if not made:
            reachable = []
    for key in keys:
        if together and key in reachable:
            continue
        made, stopped = search.together(goals[key], lanes, most) if not together else ([], any(lanes[goal].stopped for goal in goals[key]))
        stopped_early = stopped_early or (stopped and not (made and made[0][1]))
        found += [(key, number, one, least, goals[key]) for number, (one, least) in enumerate(made, 1)]
        if not made:
            without.append(_unrepaired(key, [lanes[goal] for goal in goals[key]]))
    bounds = bounds_of(search, [(one, of) for _, _, one, _, of in found])
    proposals = [
        _repair(search, key, number, one, least, {change.place: bounds.get((at, change.place), Bounds()) for change in one.node.changes})
        for at, (key, number, one, least, _) in enumerate(found)
    ]
    return Repairs(report, proposals, without, stopped_early)


# --- what is asked ---


def _asked(report: Assessment, gaps: Mapping[Key, Gap], requirement: Asked, subject: str | None) -> list[Key]:
    """The gaps that are meant, in the report's order; waived ones are not."""
    chosen = [key for key, gap in gaps.items() if gap.waived_until is None]
    if requirement is not None:
        one = isinstance(requirement, str) or hasattr(requirement, "requirement")
        wanted: list[Any] = [requirement] if one else list(requirement)
        ids = {report.ruleset.requirement(text).id for text in wanted if isinstance(text, str)}
        named = {(gap.requirement, gap.subject) for gap in wanted if hasattr(gap, "requirement") and hasattr(gap, "subject")}
        for text in wanted:
            if not isinstance(text, str) and not (hasattr(text, "requirement") and hasattr(text, "subject")):
                raise arguments.wrong_type("requirement", "an id, a row of gaps, or several", text)
        chosen = [key for key in chosen if key[0] in ids or key in named]
        for text in sorted(ids):
            if not any(key[0] == text for key in chosen):
                raise BrechaError(Sentence("no_gap_there", requirement=text, verdict=report[text].verdict))
    if subject is not None:
        requirements = list(dict.fromkeys(key[0] for key in chosen))
        chosen = [key for key in chosen if key[1] == subject]
        if not chosen and len(requirements) == 1:
            report[requirements[0]].why(subject)  # is there such a subject?
            raise BrechaError(Sentence("no_gap_there", requirement=f"{requirements[0]} {subject}", verdict="met"))
    return chosen


def _costs(costs: Costs | None) -> dict[str, float]:
    """Raises UnknownNameError for another action, TypeError for what is no cost."""
    found: dict[str, float] = {}
    for action, cost in (costs or {}).items():
        if action not in COSTS:
            from brecha.errors import UnknownNameError
            from brecha.near_names import did_you_mean

            raise UnknownNameError(Sentence("no_action", action=action, actions=tuple(COSTS), near=did_you_mean(action, COSTS)))
        found[action] = math.inf if cost is None else _number(cost, f"costs[{action!r}]")
    return found


def _weights(weights: Mapping[str, float] | None, edits: PlanEdits) -> dict[str, float]:
    return {name: _number(weight, f"weights[{name!r}]") for name, weight in (weights or {}).items()}


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise arguments.wrong_type(name, "a number from 0", value)
    return float(value)


# --- what came of it ---


def _unrepaired(key: Key, lanes: Sequence[Lane]) -> Unrepaired:
    failed = [lane for lane in lanes if not lane.found] or lanes
    actions = tuple(action for action in COSTS if any(action in lane.refused for lane in failed))
    if any(lane.stopped for lane in failed):
        why = "stopped"
    else:
        why = "judged" if "rejudge" in actions else "facts" if actions else "none"
    return Unrepaired(*key, why, actions)


def _repair(search: Search, key: Key, alternative: int, found: Found, least: bool, bounds: Mapping[str, Bounds]) -> Repair:
    old, new = search.before.verdicts, found.seen.verdicts
    worsens = tuple(found.seen.worse_than(search.before))
    opens = tuple(one for one, verdict in new.items() if verdict == "unknown" and old.get(one) != "unknown" and one not in worsens)
    changes = tuple(
        Edit(
            change.kind, change.place, change.value, change.before, change.field, change.type, change.blank,
            bounds[change.place].lowest, bounds[change.place].highest, _among(search, found, at), change.added,
        )
        for at, change in enumerate(found.node.changes)
    )  # fmt: skip
    patch = patch_between(search.data, found.node.data)
    return Repair(
        *key, alternative, changes, found.node.cost, least, patch, search.closes(found), opens, worsens, search.effort_days(found)
    )


def _among(search: Search, found: Found, at: int) -> tuple[Any, ...]:
    """The values that the repairs of the same sort have there; with the one that stands for others, those too."""
    change = found.node.changes[at]
    if len(found.among) < 2 or not isinstance(change.value, str) or change.type not in ("enumeration", "country", "reference"):
        return ()
    same = [node.changes[at].value for node in found.among if len(node.changes) > at and node.changes[at].place == change.place]
    values = tuple(dict.fromkeys(value for value in same if isinstance(value, str)))
    return values if len(values) > 1 else ()


def shown(value: Any) -> str | None:
    """A value as a table has it."""
    if value is None:
        return None
    if isinstance(value, dict):
        return ", ".join(f"{name}={shown(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(str(shown(one)) for one in value)
    return key_text(value)


def _named(keys: Sequence[Key]) -> tuple[str, ...]:
    return tuple(f"{requirement} {subject}" if subject else requirement for requirement, subject in keys)


def _rows(report: Assessment, proposals: Sequence[Repair]) -> list[tuple[Any, ...]]:
    rows = []
    for number, one in enumerate(proposals, 1):
        for at, change in enumerate(one.changes, 1):
            rows.append(
                (
                    report.hash, report.plan.name, report.as_of, one.requirement, one.subject, number, one.alternative, at, change.action,
                    change.place, change.field or None, change.type, shown(change.before), shown(change.value), change.blank,
                    shown(change.lowest), shown(change.highest), tuple(str(shown(other)) for other in change.among), one.cost, one.least,
                    _named(one.closes), _named(one.opens), _named(one.worsens), one.effort_days,
                )
            )  # fmt: skip
    return rows


def _as_json(repair: Repair) -> dict[str, Any]:
    def keys(found: Sequence[Key]) -> list[dict[str, str | None]]:
        return [{"requirement": requirement, "subject": subject} for requirement, subject in found]

    return {
        "requirement": repair.requirement,
        "subject": repair.subject,
        "alternative": repair.alternative,
        "cost": repair.cost,
        "least": repair.least,
        "effort_days": repair.effort_days,
        "changes": [{**change._asdict(), "among": list(change.among)} for change in repair.changes],
        "patch": repair.patch,
        "closes": keys(repair.closes),
        "opens": keys(repair.opens),
        "worsens": keys(repair.worsens),
    }


__all__ = ["BLANK", "COSTS", "TRIES", "WHYS", "Change", "Edit", "Repair", "Repairs", "Unrepaired", "repairs_of", "shown"]
