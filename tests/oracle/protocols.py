"""A protocol held against a procedure of a plan: what each of its parts comes to, run by run, and where the plan would have to speak.

Written from the description of the language. A procedure that carries dates is a record: what happened is looked at. Of any other all
runs are: each set of cases has one, and its times are counted out (`networks.py`).
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .networks import (
    KINDS,
    NONE,
    NOTHING,
    OPEN,
    Moment,
    Network,
    Question,
    Step,
    at_least,
    behind,
    circle,
    decide,
    forced,
    how_many_runs,
    impossible_lengths,
    of_those_that_count,
    parted,
    turns_on,
    unit_of,
    waited_for,
    within,
)
from .plan_reader import join
from .values import (
    ALL_KNOWN,
    INFINITE,
    MISSING,
    NO,
    UNKNOWN,
    Item,
    List,
    Value,
    at_most,
    conjunction,
    exact,
    moment_day,
    seconds_of_months,
)  # fmt: skip

if TYPE_CHECKING:
    from .evaluate import Evaluator

MOST_CASES = 8
MOST_WHOLE_RUNS = 1000
DAY = 86400
DATES = ("began_on", "ended_on", "began_at", "ended_at")
TIMED = ("after", "within", "at_least", "before", "lasts", "limit", "never")  # not owed where a procedure allows no run


@dataclass(frozen=True)
class Part:
    """What a part comes to: True, False, None (unknown), or "not_owed"."""

    truth: bool | None | str
    places: frozenset = frozenset()
    why: str = ""


NONE_THERE = Value(flag="none")
HOLDS, FAILS, NOT_OWED = Part(True), Part(False), Part("not_owed")
NOT_YET_DUE = Part("not_owed", why="not_yet_due")


def unknown(*places) -> Part:
    return Part(None, frozenset().union(*places) or ALL_KNOWN)


def all_of(parts: list[Part]) -> Part:
    """What all of several come to: one that fails decides, then what is unknown."""
    if any(one.truth is False for one in parts):
        return FAILS
    if any(one.truth is None for one in parts):
        return unknown(*(one.places for one in parts if one.truth is None))
    if any(one.truth is True for one in parts):
        return HOLDS
    return next((one for one in parts if one.why), NOT_OWED)


def of_truth(value: Value) -> Part:
    return unknown(value.places) if value.lo is None else Part(bool(value.lo))


@dataclass(eq=False)
class Taken:
    """A step of the plan's procedure."""

    item: Item
    fields: dict[str, Value | List] = field(default_factory=dict)

    @property
    def place(self) -> str:
        return self.item.place

    def at(self, name: str) -> frozenset:
        return frozenset({join(self.place, name)})

    def texts(self, name: str) -> list[str]:
        given = self.fields.get(name)
        return [one.value.lo for one in given.elements if one.value.exact] if isinstance(given, List) else []

    def is_open(self, name: str) -> bool:
        """May the list have something that it does not say?"""
        given = self.fields.get(name)
        return not isinstance(given, List) or given.absent or given.more_hi > 0 or any(not one.value.exact for one in given.elements)

    def open_places(self, name: str) -> frozenset:
        given = self.fields.get(name)
        if not isinstance(given, List):
            return self.at(name)
        inside = frozenset().union(*(one.value.places for one in given.elements if not one.value.exact))
        return inside | (given.places if given.more_hi > 0 or given.absent else frozenset()) or self.at(name)


class Procedure:
    whole = False  # whether every whole unit is tried where they are not too many, and not only the ends
    turning = True  # whether the bounds on which an open part turns are looked for

    def __init__(self, evaluator: Evaluator, protocol: dict, item: Item):
        self.evaluator, self.protocol, self.item = evaluator, protocol, item
        self.members = protocol["members"]
        self.fields_of = evaluator.ruleset["vocabulary"]["entities"][protocol["step_entity"]]["fields"]
        self.list = self.field_of(item, protocol["entity"], protocol["steps"])
        self.steps: list[Taken] = []
        self.unreadable = False
        for element in self.list.elements:
            if isinstance(element.value.lo, Item):
                taken = Taken(element.value.lo)
                for name, index in protocol["fields"].items():
                    if index is not None:
                        taken.fields[name] = self.field_of(taken.item, protocol["step_entity"], index)
                self.steps.append(taken)
        self.has_moments = any(not taken.fields[name].missing for taken in self.steps for name in DATES[2:] if name in taken.fields)
        self.is_record = any(not taken.fields[name].missing for taken in self.steps for name in DATES if name in taken.fields)

    def field_of(self, item: Item, entity: int, index: int):
        one = self.evaluator.ruleset["vocabulary"]["entities"][entity]["fields"][index]
        place = join(item.place, one["name"])
        return self.evaluator.at_place(self.evaluator.current(item, index, place, one), place, one)

    @property
    def more_steps(self) -> frozenset:
        """The place of the list, where it may have further steps."""
        return self.list.places or frozenset({join(self.item.place, "steps")}) if self.list.open else frozenset()

    # --- which runs there are

    def runs(self) -> list[list[Taken]] | None:
        """The steps of each run, and its cases; None where there are too many."""
        if self.is_record:
            return [([*self.steps], None)]
        named = [*self.protocol["cases"]]
        for taken in self.steps:
            named += [word for word in taken.texts("only_in") if word not in named]
        if len(named) > MOST_CASES:
            return None
        found = []
        for size in range(len(named) + 1):
            for chosen in itertools.combinations(named, size):
                cases = set(chosen)
                there = [one for one in self.steps if not one.texts("only_in") or cases.intersection(one.texts("only_in"))]
                found.append((there, cases))
        return found

    def part(self, part: dict) -> Part:
        runs = self.runs()
        if runs is None:
            return unknown(ALL_KNOWN)
        if part["kind"] == "runs":
            return FAILS if self.no_run(runs) else NOT_OWED
        if part["kind"] in TIMED and self.no_run(runs):
            return NOT_OWED
        if part["kind"] == "after" and part["any"]:
            return self.after_any(part, runs)
        return all_of([self.in_run(part, there, cases) for there, cases in runs if self.is_owed(part, cases)])

    def is_owed(self, part: dict, cases: set | None) -> bool:
        wanted = {part["case"]}
        if part["kind"] != "separate":
            wanted.add(self.members[part["of"]]["case"])
        return cases is None or all(one < 0 or self.protocol["cases"][one] in cases for one in wanted)

    def no_run(self, runs) -> list[str]:
        for there, _ in [] if self.is_record else runs:
            network = self.network(there, "exact")
            stuck = circle(network) or impossible_lengths(network)
            if stuck:
                return stuck
        return []

    # --- what is there

    def doing(self, there: list[Taken], member: int) -> list[Taken]:
        return [one for one in there if self.members[member]["name"] in one.texts("does")]

    def state(self, there: list[Taken], member: int) -> Part:
        """Is a step of the protocol there in this run?"""
        if self.doing(there, member):
            return HOLDS
        if self.members[member]["event"] and not self.doing(self.steps, member):
            return unknown(self.more_steps or frozenset({join(self.item.place, "steps")}))
        may_do = [one.open_places("does") for one in there if one.is_open("does")]
        if may_do or self.more_steps:
            return unknown(*may_do, self.more_steps)
        return FAILS

    def in_run(self, part: dict, there: list[Taken], cases: set | None) -> Part:
        kind, of, others = part["kind"], part["of"], part["others"]
        if kind == "there":
            return self.is_there(of, there)
        if kind == "separate":
            return self.with_more_steps(self.separate(part, there))
        if kind == "never":
            return self.never(of, others[0], there)
        states = [self.state(there, of)]
        if kind == "within" and len(others) > 1:
            falls_away = [one for one in others if self.state(there, one).truth is False]
            others = [one for one in others if one not in falls_away]
            states += [self.state(there, one) for one in others] or [FAILS]
        else:
            states += [self.state(there, one) for one in others]
        owed_in_record = self.is_record and self.is_deadline(part) and not self.is_free(part, of)
        late = others[0] if kind == "limit" else of  # the step that has to be done in time
        if owed_in_record and self.state(there, late).truth is False and all(self.doing(there, one) for one in {of, *others} - {late}):
            return getattr(self, kind)(part, there, of, others)
        if any(one.truth is False for one in states):
            return NOT_OWED
        if any(one.truth is None for one in states):
            return unknown(*(one.places for one in states if one.truth is None))
        return getattr(self, kind)(part, there, of, others)

    def is_deadline(self, part: dict) -> bool:
        return part["kind"] in ("within", "limit") and part["to"] is not None

    def is_free(self, part: dict, of: int) -> bool:
        """May the step that has to be done in time be left out?"""
        late = self.members[part["others"][0] if part["kind"] == "limit" else of]
        return late["optional"] or late["case"] >= 0 or late["event"]

    def is_there(self, of: int, there: list[Taken]) -> Part:
        member, found = self.members[of], self.state(there, of)
        may_be_left_out = self.is_record and (member["optional"] or member["case"] >= 0)
        return NOT_OWED if found.truth is False and may_be_left_out else found

    def with_more_steps(self, part: Part) -> Part:
        """What holds of all steps that are named may not hold of those that are not."""
        return unknown(self.more_steps) if part.truth is True and self.more_steps else part

    def mended_by_more_steps(self, part: Part) -> Part:
        if part.truth is False and self.more_steps:
            return unknown(self.more_steps)
        return self.with_more_steps(part)

    # --- who takes it

    def by(self, part: dict, there: list[Taken], of: int, others) -> Part:
        member = self.members[of]
        roles = [self.protocol["roles"][one] for one in member["by"]]
        doing = self.doing(there, of)
        found = []
        for one in doing:
            role, agency = one.fields.get("role", MISSING), one.fields.get("agency", MISSING)
            found.append(Part(role.lo in roles) if role.exact else FAILS if role.missing and role.none else unknown(one.at("role")))
            found.append(HOLDS if agency.exact else FAILS if agency.none else unknown(one.at("agency")))
        if len(roles) > 1 and not member["by_any"]:
            open_roles = [one.at("role") for one in doing if not one.fields.get("role", MISSING).exact and not one.fields["role"].none]
            for role in roles:
                if not any(one.fields.get("role", MISSING).exact and one.fields["role"].lo == role for one in doing):
                    found.append(unknown(*open_roles, self.more_steps) if open_roles or self.more_steps else FAILS)
        return self.with_more_steps(all_of(found))

    def fillers(self, role: int, there: list[Taken]) -> tuple[list[Value], list[tuple[Value, frozenset, Taken | None]]]:
        """The agencies in a role; and those that may be in it, known or not, each with the places that would say so and the step that
        is taken in the one role or another."""
        name = self.protocol["roles"][role]
        if not any(role in one["by"] for one in self.members):
            handing = [one for number, each in enumerate(self.members) if each["to"] == role for one in self.doing(there, number)]
            agencies = [one.fields.get("hands_to", MISSING) for one in handing]
            perhaps = [(one, each.at("hands_to"), None) for one, each in zip(agencies, handing) if not one.exact and not one.none]
            return [one for one in agencies if one.exact], perhaps
        found, perhaps = [], []
        for one in there:
            taken, agency = one.fields.get("role", MISSING), one.fields.get("agency", MISSING)
            if taken.exact and taken.lo != name or taken.none:
                continue
            if not taken.exact:
                perhaps.append((agency, one.at("role"), one))
            elif agency.exact:
                found.append(agency)
            elif not agency.none:
                perhaps.append((agency, one.at("agency"), one))
        return found, [one for one in perhaps if not one[0].none]

    def to(self, part: dict, there: list[Taken], of: int, others) -> Part:
        role = self.members[of]["to"]
        nobody_by = not any(role in one["by"] for one in self.members)
        fillers, perhaps = self.fillers(role, there)
        found = []
        for one in self.doing(there, of):
            named = one.fields.get("hands_to", MISSING)
            if named.none:
                found.append(FAILS)
            elif not named.exact:
                found.append(unknown(one.at("hands_to")))
            elif nobody_by or any(each.lo is named.lo for each in fillers):
                found.append(HOLDS)
            else:
                places = [where for agency, where, _ in perhaps if not agency.exact or agency.lo is named.lo]
                found.append(unknown(*places, self.more_steps) if places or self.more_steps else FAILS)
        return self.with_more_steps(all_of(found))

    def separate(self, part: dict, there: list[Taken]) -> Part:
        (ones, perhaps_ones), (others, perhaps_others) = (self.fillers(role, there) for role in part["roles"])
        if any(one.lo is other.lo for one in ones for other in others):
            return FAILS

        def may_meet(perhaps, known, other_perhaps) -> list[frozenset]:
            """A step is taken in one role: by itself it does not meet itself."""
            against = [*((agency, None) for agency in known), *((agency, taken) for agency, _, taken in other_perhaps)]
            return [
                where
                for agency, where, taken in perhaps
                if any(
                    (taken is None or taken is not other) and (not agency.exact or not one.exact or one.lo is agency.lo)
                    for one, other in against
                )
            ]

        places = may_meet(perhaps_ones, others, perhaps_others) + may_meet(perhaps_others, ones, perhaps_ones)
        if places:
            return unknown(*places)
        if not (ones or perhaps_ones or self.more_steps) or not (others or perhaps_others or self.more_steps):
            return NOT_OWED
        if ones and others:
            return HOLDS
        # A role that nobody is known to fill.
        filling = [where for known, perhaps in ((ones, perhaps_ones), (others, perhaps_others)) if not known for _, where, _ in perhaps]
        return unknown(*filling, self.more_steps)

    def every(self, part: dict, there: list[Taken], of: int, others) -> Part:
        most = self.evaluator.evaluate(part["to"], {})
        found = []
        for one in self.doing(there, of):
            repeated = one.fields.get("repeats_every", MISSING)
            if repeated.none:
                found.append(FAILS)
                continue
            kept = at_most(repeated, most)
            found.append(Part(bool(kept.lo)) if kept.lo is not None else unknown(one.at("repeats_every"), most.places))
        return self.with_more_steps(all_of(found))

    # --- order

    def after(self, part: dict, there: list[Taken], of: int, others) -> Part:
        return self.with_more_steps(self.comes_after(self.doing(there, of), self.doing(there, others[0]), there))

    def before(self, part: dict, there: list[Taken], of: int, others) -> Part:
        return self.with_more_steps(self.comes_after(self.doing(there, others[0]), self.doing(there, of), there))

    def never(self, of: int, other: int, there: list[Taken]) -> Part:
        first, then = self.state(there, of), self.state(there, other)
        if first.truth is False:
            return HOLDS
        if first.truth is None:
            return first
        if then.truth is not True:
            return then
        return self.with_more_steps(self.comes_after(self.doing(there, of), self.doing(there, other), there))

    def after_any(self, part: dict, runs) -> Part:
        """After one of them: the same in every run that has it."""
        owed = [there for there, cases in runs if self.is_owed(part, cases)]
        states = [self.state(there, part["of"]) for there in owed]
        owed = [there for there, state in zip(owed, states) if state.truth is True]
        open_ones = [state for state in states if state.truth is None]
        there_are = [there for there in owed if any(self.state(there, one).truth is not False for one in part["others"])]
        if not there_are:
            return unknown(*(one.places for one in open_ones)) if open_ones else NOT_OWED
        candidates = []
        for one in part["others"]:
            in_runs = []
            for there in there_are:
                state = self.state(there, one)
                if state.truth is True:
                    state = self.comes_after(self.doing(there, part["of"]), self.doing(there, one), there)
                in_runs.append(state)
            candidates.append(all_of(in_runs))
        if any(one.truth is True for one in candidates):
            found = HOLDS
        elif any(one.truth is None for one in candidates):
            found = unknown(*(one.places for one in candidates if one.truth is None))
        else:
            found = FAILS if any(one.truth is False for one in candidates) else NOT_OWED
        return self.with_more_steps(all_of([found, *open_ones]))

    def comes_after(self, then: list[Taken], first: list[Taken], there: list[Taken]) -> Part:
        if self.is_record:
            return self.came_after(then, first)
        network = self.network(there, "exact")
        found = []
        for one, other in itertools.product(then, first):
            if forced(network, [other.place], [one.place]):
                found.append(HOLDS)
                continue
            # What does not say what it comes after may come after that one, if nothing then waits for itself.
            may_say = []
            for each in there:
                if each.is_open("after") and each is not other:
                    told = tuple(replace(step, after=(*step.after, other.place)) if step.name == each.place else step for step in network)
                    if not circle(told) and forced(told, [other.place], [one.place]):
                        may_say.append(each.open_places("after"))
            found.append(unknown(*may_say) if may_say else FAILS)
        return all_of(found)

    # --- times

    def network(self, there: list[Taken], kind: str) -> Network:
        names = {one.item: one.place for one in there}
        found = []
        for one in there:
            given = one.fields.get("after")
            after = [each.value.lo for each in given.elements if each.value.exact] if isinstance(given, List) else []
            bounds = [bound_of(one.fields.get(each, MISSING), kind) for each in KINDS]
            bounds[1] = NOTHING if bounds[1] == NONE else bounds[1]
            bounds[1:] = [NOTHING, NOTHING] if self.only_events(one) else bounds[1:]
            found.append(Step(one.place, tuple(dict.fromkeys(names[each] for each in after if each in names)), *bounds))
        return tuple(found)

    def only_events(self, taken: Taken) -> bool:
        return bool(taken.texts("does")) and not taken.is_open("does") and all(self.is_event(name) for name in taken.texts("does"))

    def is_event(self, name: str) -> bool:
        return any(one["event"] and one["name"] == name for one in self.members)

    def moment(self, there: list[Taken], members: list[int], end: bool) -> Moment:
        return Moment(tuple(dict.fromkeys(one.place for member in members for one in self.doing(there, member))), end)

    def within(self, part: dict, there: list[Taken], of: int, others: list[int]) -> Part:
        most = self.evaluator.evaluate(part["to"], {})
        if self.is_record:
            return self.due(there, of, most, [(other, "ended") for other in others])
        earlier, later = self.moment(there, others, True), self.moment(there, [of], True)
        return self.mended_by_more_steps(self.asked(there, most, lambda end: within(earlier, later, end)))

    def at_least(self, part: dict, there: list[Taken], of: int, others: list[int]) -> Part:
        least = self.evaluator.evaluate(part["from"], {})
        if part["before"]:
            return self.apart(there, of, others[0], least)
        return self.apart(there, others[0], of, least)

    def apart(self, there: list[Taken], first: int, then: int, least: Value) -> Part:
        if self.is_record:
            return self.lay_apart(self.doing(there, first), self.doing(there, then), least)
        earlier, later = self.moment(there, [first], True), self.moment(there, [then], False)
        return self.with_more_steps(self.asked(there, least, lambda end: at_least(earlier, later, end)))

    def lasts(self, part: dict, there: list[Taken], of: int, others) -> Part:
        least, most = (self.evaluator.evaluate(part[end], {}) if part[end] is not None else None for end in ("from", "to"))
        if self.is_record:
            return self.lasted(self.doing(there, of), least, most)
        start, end_ = self.moment(there, [of], False), self.moment(there, [of], True)
        found = []
        if least is not None:
            found.append(self.asked(there, least, lambda end: at_least(start, end_, end)))
        if most is not None:
            found.append(self.asked(there, most, lambda end: within(start, end_, end)))
        return self.with_more_steps(all_of(found))

    def limit(self, part: dict, there: list[Taken], of: int, others: list[int]) -> Part:
        start, end_ = self.moment(there, [of], False), self.moment(there, others, True)
        if part["to"] is not None:
            most = self.evaluator.evaluate(part["to"], {})
            if self.is_record:
                return self.due(there, others[0], most, [(of, "began")])
            return self.with_more_steps(self.asked(there, most, lambda end: within(start, end_, end)))
        least = self.evaluator.evaluate(part["from"], {})
        if self.is_record:
            return self.spanned(self.doing(there, of), self.doing(there, others[0]), least)
        return self.mended_by_more_steps(self.asked(there, least, lambda end: at_least(start, end_, end)))

    def asked(self, there: list[Taken], span: Value, question) -> Part:
        """A question about every run, for a span that may itself be open."""
        if span.missing:
            return unknown(span.places)
        kinds = {end[0] for end in (span.lo, span.hi) if end[1]}
        kind = "working" if "working" in kinds else "exact"
        if kinds == {"calendar"}:
            lengths = [one.fields.get(each, MISSING) for one in there for each in KINDS]
            ends = [end for one in lengths if not one.missing for end in (one.lo, one.hi) if not isinstance(end, float) and end[1]]
            kind = "calendar" if all(end[0] == "calendar" for end in ends) else kind
        least, most = bound_of(span, kind)
        if math.isnan(least) or math.isinf(most):
            return unknown(span.places)
        network = self.network(there, kind)

        def decided(*questions: Question) -> tuple[set[str], list[Taken]]:
            return {self.decided(network, one) for one in questions}, self.open_order(network, questions[0], there)

        whole = [question(int(end)) for end in (least, most)]
        questions = [of_those_that_count(network, one) for one in whole]
        truths, open_after = decided(*questions)
        if truths == {"holds"} and not open_after:
            return HOLDS
        if truths == {"fails"} and not open_after:
            return FAILS
        if any(decided(*each) == ({"fails"}, []) for each in zip(*map(parted, whole))):
            return FAILS
        if not self.turning:
            return unknown(ALL_KNOWN)
        missing = {place for one in questions for place in self.turns(network, one)}
        if len(truths) == 2 and least != most and "unknown" not in truths:  # a month, against what the plan states in days
            missing |= {place for place in self.stated(network, questions[1])}
            missing |= span.places
        places = {join(step, kind_) for step, kind_ in missing}
        return unknown(places, *(one.open_places("after") for one in open_after))

    def open_order(self, network: Network, question: Question, there: list[Taken]) -> list[Taken]:
        """The steps that do not say what they come after, where that has a part in it."""
        part_in_it = {one.name for one in behind(network, question)}
        return [
            one for one in there if one.place in part_in_it and one.is_open("after") and self.order_matters(network, question, one, there)
        ]

    def order_matters(self, network: Network, question: Question, step: Taken, there: list[Taken]) -> bool:
        """Of a step that does not say what it comes after: does that have a part in the time between the two moments? Not where it lies
        before the earlier one, of one step, and all that the later one waits for lies before that too or waits for it."""
        if len(question.earlier.steps) != 1:
            return True
        (first,) = question.earlier.steps
        before = waited_for(network, {first})
        reached = waited_for(network, set(question.later.steps)) - before
        if step.place in reached or any(one in before and one != first for one in question.later.steps):
            return True
        open_ones = {one.place for one in there if one.is_open("after")}
        return any(first not in waited_for(network, {one}) or one in open_ones for one in reached)

    def decided(self, network: Network, question: Question) -> str:
        unit = unit_of(network, question)
        whole = unit if self.whole and how_many_runs(network, question, unit) <= MOST_WHOLE_RUNS else 0
        return decide(network, question, whole)

    def turns(self, network: Network, question: Question) -> set[tuple[str, str]]:
        return turns_on(network, question)

    def stated(self, network: Network, question: Question) -> set[tuple[str, str]]:
        """The stated bounds that have a part in the answer: each of those that, if it were open, it would turn on."""
        found = set()
        for one in behind(network, question):
            for kind in KINDS:
                if getattr(one, kind)[1] != math.inf:
                    opened = tuple(replace(step, **{kind: OPEN}) if step.name == one.name else step for step in network)
                    if (one.name, kind) in turns_on(opened, question):
                        found.add((one.name, kind))
        return found

    # --- what happened

    def when(self, taken: Taken, end: str) -> Value:
        """An event begins and ends at once."""
        found = self.stated_when(taken, end)
        if found.missing and self.only_events(taken):
            other = self.stated_when(taken, "began" if end == "ended" else "ended")
            return found if other.missing else other
        return found

    def stated_when(self, taken: Taken, end: str) -> Value:
        """With the place where it stands, or would."""
        moment, date = taken.fields.get(f"{end}_at", MISSING), taken.fields.get(f"{end}_on", MISSING)
        if moment.missing and date.missing:
            return date
        return moment.at(taken.at(f"{end}_at")) if not moment.missing else date.at(taken.at(f"{end}_on"))

    def place_of(self, taken: Taken, end: str) -> frozenset:
        return taken.at(f"{end}_at" if self.has_moments else f"{end}_on")

    def happened(self, taken: Taken) -> bool:
        return any(not taken.fields[name].missing for name in DATES if name in taken.fields)

    def bounded(self, taken: Taken, end: str) -> Value:
        """Of what has a date, between which days it was: what has ended had begun by then; what has begun ends no earlier, and where it is
        known not to have ended, on the day of the assessment or later."""
        found = self.when(taken, end)
        if not found.missing:
            return found
        place = self.place_of(taken, end)
        other = of_day(self.when(taken, "began" if end == "ended" else "ended"))
        if end == "began":
            return Value(-INFINITE, other.hi, places=place)
        if not found.none:
            return Value(other.lo, INFINITE, places=place)
        return Value(max(other.lo, self.evaluator.today), INFINITE, flag="ahead", places=place)

    def not_stated(self, doing: list[Taken], end: str) -> list[frozenset]:
        """Of those that do it, where it is not said when they began or ended; without those that are known not to have."""
        found = [(one, self.when(one, end)) for one in doing if end == "ended" or not self.happened(one)]
        return [self.place_of(one, end) for one, when in found if when.missing and not when.none]

    def came_after(self, then: list[Taken], first: list[Taken]) -> Part:
        found = []
        for one, other in itertools.product(then, first):
            if not self.happened(one) or not self.happened(other):
                found.append(NOT_OWED)
                continue
            start, ended = self.bounded(one, "began"), self.bounded(other, "ended")
            found.append(compared(in_order(ended, start), start, ended))
        return self.with_more_steps(all_of(found))

    def due(self, there: list[Taken], of: int, most: Value, after: list[tuple[int, str]]) -> Part:
        starts, places = [], frozenset()
        for member, end in after:
            known = []
            for one in self.doing(there, member):
                when = self.bounded(one, end) if end == "began" and self.happened(one) else self.when(one, end)
                if when.none:
                    return NOT_OWED  # what has not happened sets off no term
                if when.missing:
                    places |= self.place_of(one, end)
                else:
                    known.append(when)
            starts.append(extreme(known, -1 if end == "began" else 1))
        starts = [one for one in starts if one is not None]
        if places or not starts:
            return unknown(places, *self.not_stated(self.doing(there, of), "ended"))
        start = extreme(starts, 1)
        if not self.doing(there, of):
            return self.in_time(start, most, NONE_THERE, frozenset())
        ends = [(one, self.when(one, "ended")) for one in self.doing(there, of)]
        found = []
        for one, done in ends:
            if done.missing and done.places == frozenset():
                done = done.at(self.place_of(one, "ended"))
            found.append(self.in_time(start, most, done, self.place_of(one, "ended")))
        return self.mended_by_more_steps(all_of(found))

    def in_time(self, start: Value, most: Value, done: Value, place: frozenset) -> Part:
        evaluator = self.evaluator
        behind_it = frozenset() if start.exact else start.places
        if done.missing:
            if not isinstance(start.lo, tuple) and not is_whole_days(most):
                first, last = whole_of(start.lo)[0], whole_of(start.hi)[1]
                return self.not_done((first + seconds_of(most.lo)[0], None), (last + seconds_of(most.hi)[1], None), done, place, behind_it)
            deadline = evaluator.later(start, most, 1)
            return unknown(start.places) if deadline.missing else self.not_done(deadline.lo, deadline.hi, done, place, behind_it)
        if self.by_the_hour(start, done, most):
            return self.apart_by_the_hour(start, done, None, most)
        deadline = evaluator.later(start, most, 1)
        if deadline.missing:
            return unknown(start.places, most.places)
        kept = in_order(done, deadline)
        return Part(kept.lo) if kept.lo is not None else unknown(*(one.places for one in (done, start) if not one.exact))

    def not_done(self, earliest, latest, done: Value, place: frozenset, behind_it: frozenset) -> Part:
        evaluator = self.evaluator
        if done.flag in ("withheld", "unusable"):
            return unknown(place)
        if evaluator.not_before(earliest, evaluator.today):
            return NOT_YET_DUE
        if not evaluator.past(latest):
            return unknown(place, behind_it)
        return FAILS if done.flag else unknown(place)

    def by_the_hour(self, start: Value, end: Value, span: Value) -> bool:
        """Is it a span of hours of which an end is known by its day, or a day and a moment?"""
        moments = [isinstance(one.lo, tuple) for one in (start, end)]
        return any(moments) != all(moments) or (not any(moments) and not is_whole_days(span))

    def apart_by_the_hour(self, start: Value, end: Value, least: Value | None, most: Value | None = None) -> Part:
        """Hours between two days, or a day and a moment: each day is a whole one."""
        first, last = whole_of(start.lo)[0], whole_of(start.hi)[1]
        shortest, longest = whole_of(end.lo)[0] - last, whole_of(end.hi)[1] - first
        open_ones = compared(UNKNOWN, start, end)
        if any(end_[0] == "working" for span in (least, most) if span is not None for end_ in (span.lo, span.hi)):
            return open_ones
        found = []
        if least is not None:
            wanted = seconds_of(least.hi)[1]
            found.append(HOLDS if shortest >= wanted else FAILS if longest < wanted else open_ones)
        if most is not None:
            wanted = seconds_of(most.lo)[0]
            found.append(HOLDS if longest <= wanted else FAILS if shortest > wanted else open_ones)
        return all_of(found)

    def lay_apart(self, first: list[Taken], then: list[Taken], least: Value) -> Part:
        found = []
        for one, other in itertools.product(first, then):
            if not self.happened(one) or not self.happened(other):
                found.append(NOT_OWED)
                continue
            ended, start = self.bounded(one, "ended"), self.bounded(other, "began")
            found.append(self.lay_behind(ended, start, least))
        return self.with_more_steps(all_of(found))

    def lay_behind(self, first: Value, then: Value, least: Value) -> Part:
        if self.by_the_hour(first, then, least):
            return self.apart_by_the_hour(first, then, least)
        earliest = self.evaluator.later(first, least, 1)
        return compared(in_order(earliest, then) if not earliest.missing else UNKNOWN, first, then)

    def spanned(self, first: list[Taken], last: list[Taken], least: Value) -> Part:
        begun, ended = [one for one in first if self.happened(one)], [one for one in last if self.happened(one)]
        if not begun or not ended:
            return NOT_OWED
        places = self.not_stated(first, "began") + self.not_stated(last, "ended")
        if places:
            return unknown(*places)
        start = extreme([self.bounded(one, "began") for one in begun], -1)
        end = extreme([self.bounded(one, "ended") for one in ended], 1)
        return self.mended_by_more_steps(self.lay_behind(start, end, least))

    def lasted(self, doing: list[Taken], least: Value, most: Value) -> Part:
        begun = [one for one in doing if self.happened(one)]
        if not begun:
            return NOT_OWED
        places = self.not_stated(doing, "began")
        if places:
            return unknown(*places, *self.not_stated(doing, "ended"))
        start = extreme([self.bounded(one, "began") for one in begun], -1)
        found = [self.ended_in_time(one, start, most) for one in doing if self.happened(one) or not self.when(one, "ended").none]
        kept = all_of(found)
        if kept.why or self.not_stated(doing, "ended"):
            return self.with_more_steps(kept)
        end = extreme([self.bounded(one, "ended") for one in begun], 1)
        if is_working(least) and not isinstance(start.lo, tuple):
            return self.with_more_steps(all_of([kept, self.lay_behind(day_before(start), end, least)]))
        return self.with_more_steps(all_of([kept, self.lay_behind(start, self.counted(end, start, least), least)]))

    def counted(self, end: Value, start: Value, span: Value) -> Value:
        """Of days the first and the last count."""
        if isinstance(start.lo, tuple) or isinstance(end.lo, tuple) or self.by_the_hour(start, end, span):
            return end
        return replace(end, lo=end.lo + 1, hi=end.hi + 1)

    def ended_in_time(self, one: Taken, start: Value, most: Value) -> Part:
        done, place = self.when(one, "ended"), self.place_of(one, "ended")
        if is_working(most) and not isinstance(start.lo, tuple):
            first = day_before(start)  # from it on the first day is one of those that are counted
            if done.missing:
                return self.in_time(first, most, done, place)
            latest = self.evaluator.later(first, most, 1)
            return compared(in_order(done, latest) if not latest.missing else UNKNOWN, start, done)
        if not done.missing:
            if self.by_the_hour(start, done, most):
                return self.apart_by_the_hour(start, done, None, most)
            done = self.counted(done, start, most)
            latest = self.evaluator.later(start, most, 1)
            return compared(in_order(done, latest) if not latest.missing else UNKNOWN, start, done)
        latest = self.evaluator.later(start, most, 1)
        if latest.missing or isinstance(start.lo, tuple) or not is_whole_days(most):
            return self.in_time(start, most, done, place)
        return self.not_done(latest.lo - 1, latest.hi - 1, done, place, frozenset() if start.exact else start.places)

    def during(self, part: dict, there: list[Taken], of: int, others: list[int]) -> Part:
        doing, around = self.doing(there, of), self.doing(there, others[0])
        if not self.is_record:
            if "during" not in doing[0].fields:
                return NOT_OWED
            found = []
            for one in doing:
                named = one.fields["during"]
                if named.exact:
                    found.append(Part(any(named.lo is each.item for each in around)))
                else:
                    found.append(FAILS if named.none else unknown(one.at("during")))
            return self.with_more_steps(all_of(found))
        begun, outer = ([one for one in each if self.happened(one)] for each in (doing, around))
        if not begun or not outer:
            return NOT_OWED
        places = [one for each in (doing, around) for end in ("began", "ended") for one in self.not_stated(each, end)]
        if places:
            return unknown(*places)
        times = {
            (which, end): [self.bounded(one, end) for one in each]
            for which, each in enumerate((begun, outer))
            for end in ("began", "ended")
        }
        start, end, outer_start, outer_end = (
            extreme(times[which, end], -1 if end == "began" else 1)
            for which, end in ((0, "began"), (0, "ended"), (1, "began"), (1, "ended"))
        )
        kept = conjunction([in_order(outer_start, start), in_order(end, outer_end)])
        moments = [one for each in times.values() for one in each]
        if kept.lo is not False and part["percent_from"] is not None:
            kept = self.in_share(part, start, end, outer_start, outer_end)
        return self.with_more_steps(compared(kept, *moments))

    def in_share(self, part: dict, start: Value, end: Value, outer_start: Value, outer_end: Value) -> Value:
        """Between two shares of the time from its beginning to its end; of a single day no share can be told by days."""
        times = [start, end, outer_start, outer_end]
        by_days = not all(isinstance(one.lo, tuple) for one in times)
        bounds = [(of_day(one).lo, of_day(one).hi) if by_days else (one.lo[0], one.hi[0]) for one in times]
        lowest, highest = float(part["percent_from"]) / 100, float(part["percent_to"]) / 100
        (begin_lo, begin_hi), (end_lo, end_hi), (first_lo, first_hi), (last_lo, last_hi) = bounds
        shortest, longest = last_lo - first_hi, last_hi - first_lo
        if begin_hi - first_lo < lowest * shortest or end_lo - first_hi > highest * longest:
            return NO
        if by_days and shortest <= 0:
            return UNKNOWN
        kept = begin_lo - first_hi >= lowest * longest and end_hi - first_lo <= highest * shortest
        return exact(True) if kept else UNKNOWN


def compared(kept: Value, *moments: Value) -> Part:
    """What a comparison of moments comes to: where it is open for one of them lies ahead, it is not owed yet."""
    if kept.lo is not None:
        return Part(bool(kept.lo))
    if any(one.flag == "ahead" for one in moments):
        return NOT_YET_DUE
    return unknown(*(one.places for one in moments if not one.exact))


def in_order(first: Value, then: Value) -> Value:
    """The one not before the other; where one is a day and the other a moment, by their days."""
    if isinstance(first.lo, tuple) != isinstance(then.lo, tuple):
        first, then = (of_day(one) for one in (first, then))
    return at_most(first, then)


def is_working(length: Value) -> bool:
    return any(isinstance(end, tuple) and end[0] == "working" for end in (length.lo, length.hi))


def day_before(day: Value) -> Value:
    return replace(day, lo=day.lo - 1, hi=day.hi - 1)


def of_day(value: Value) -> Value:
    return replace(value, lo=moment_day(value.lo), hi=moment_day(value.hi)) if isinstance(value.lo, tuple) else value


def extreme(values: list[Value], sign: int) -> Value | None:
    """The first or the last of several days or moments."""
    if not values:
        return None
    if len({isinstance(one.lo, tuple) for one in values}) > 1:
        values = [of_day(one) for one in values]

    def key(end):
        return end[0] if isinstance(end, tuple) else end

    choose = max if sign > 0 else min
    lo, hi = choose((one.lo for one in values), key=key), choose((one.hi for one in values), key=key)
    flag = "ahead" if hi == INFINITE and any(one.flag == "ahead" for one in values) else ""
    open_ones = [one for one in values if not one.exact]
    return Value(lo, hi, flag, frozenset().union(*(one.places for one in open_ones or values)))


def whole_of(end) -> tuple[int, int]:
    """From when to when a day lasts, or a moment, in seconds."""
    return (end[0], end[0]) if isinstance(end, tuple) else (end * DAY, (end + 1) * DAY)


def seconds_of(length) -> tuple[int, int]:
    kind, amount = length
    return seconds_of_months(amount) if kind == "calendar" else (amount, amount)


def is_whole_days(length: Value) -> bool:
    return all(end[0] != "exact" or end[1] % DAY == 0 for end in (length.lo, length.hi))


def bound_of(value: Value, kind: str) -> tuple[int, float]:
    """The least and the greatest that a length may be, in seconds or in working days; one of the other kind says nothing."""
    if value.missing and value.none:
        return NONE
    if value.missing or is_of_other_kind(value, kind):
        return OPEN

    def end(one, which: int) -> float:
        if isinstance(one, float):
            return 0 if one < 0 else math.inf
        return seconds_of_months(one[1])[which] if one[0] == "calendar" and kind != "calendar" else one[1]

    return int(end(value.lo, 0)), end(value.hi, 1)


def is_of_other_kind(value: Value, kind: str) -> bool:
    return not value.missing and any(
        not isinstance(end, float) and end[1] != 0 and (end[0] == "working") != (kind == "working") for end in (value.lo, value.hi)
    )
