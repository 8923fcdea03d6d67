"""What a protocol asks of a plan's procedure and what the procedure allows, read off the printed ruleset, the plan and the findings."""

from __future__ import annotations

import datetime
import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.harmless import one_line
from brecha.plan_edits import value_at

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rows import StepProgress

_MOST_WAYS = 2000


class Stretch(NamedTuple):
    """A step of the protocol as the procedure has it: seconds since its start, or, of what happened, since 1970."""

    name: str
    truths: dict[str, str]
    """Of each part that speaks of the step: holds, fails, unknown."""
    start: float | None
    """The earliest; None where no step of the plan does it."""
    end: float | None
    """The earliest, and of what happened when it did; None where that is open."""
    latest: float | None
    """The latest end; None where the plan does not bound it."""


_DAY = 86400.0


class Length(NamedTuple):
    """A length of time as it is written. How long a month is, and a working day, hangs on the calendar."""

    amount: int
    unit: str
    """seconds, months or working_days."""

    @property
    def seconds(self) -> float:
        """About how long that is, to be drawn."""
        if self.unit == "working_days":
            return round(self.amount * 7 / 5) * _DAY
        return self.amount * (365.25 / 12 * _DAY if self.unit == "months" else 1.0)


class Span(NamedTuple):
    """A limit of the protocol on the time between two steps."""

    part: str
    truth: str
    words: tuple[str, str, str]
    """What is limited: a kind (within, limit, at_least), and the two steps as readers see them."""
    length: Length
    is_least: bool
    reached: float | None
    """The worst that the procedure allows, or what it came to; None where that is open."""

    @property
    def allowed(self) -> float:
        return self.length.seconds


class Timeline(NamedTuple):
    requirement: str
    modality: str
    subject: str
    is_record: bool
    labels: dict[str, str]
    """What readers see of each step of the protocol, by its name."""
    stretches: list[Stretch]
    spans: list[Span]
    further: dict[str, str]
    """Of parts that speak of the whole procedure: that it has a run, and that two roles are apart."""
    progress: dict[str, StepProgress]
    """Of what happened, where each step stands."""


def timelines(report: Assessment, requirement: str | None = None) -> list[Timeline]:
    """Every procedure that is held against a protocol, those with gaps first; of one requirement where it is named."""
    printed = json.loads(report.ruleset._core.printed())
    content = report.plan.content()
    found = []
    for protocol in printed.get("protocols", ()):
        named = printed["requirements"][protocol["requirement"]]
        if requirement is not None and named["id"] != requirement:
            continue
        labels = _labels(protocol, report.language)
        progress: dict[str | None, dict[str, StepProgress]] = {}
        for step in report.progress(named["id"]):
            progress.setdefault(step.subject, {})[step.step] = step
        truths: dict[str, dict[str, str]] = {}
        for row in report[named["id"]].parts:
            if row.subject is not None and row.part:
                truths.setdefault(row.subject, {})[row.part] = _TRUTHS.get(row.verdict, row.verdict)
        for subject, parts in truths.items():
            procedure = value_at(content, subject.rpartition(" + ")[2])
            if isinstance(procedure, dict):
                one = _Held(report, printed, protocol, procedure, parts)
                spans, further = one.spans(list(labels.values())), one.further()
                found.append(
                    Timeline(
                        named["id"],
                        named["modality"],
                        subject,
                        one.is_record,
                        labels,
                        one.stretches(),
                        spans,
                        further,
                        progress.get(subject, {}),
                    )  # fmt: skip
                )
    order = {one.id: number for number, one in enumerate(report.ruleset.requirements(report.language))}
    found.sort(key=lambda one: (not _has_gap(one), order[one.requirement], one.subject))
    return found


def _labels(protocol: Mapping[str, Any], language: str) -> dict[str, str]:
    """Of each step and event its label; else its name in words."""
    found = {}
    for member in protocol["members"]:
        name = member["name"]
        texts = {one["language"]: one["text"] for one in member["labels"]}
        label = one_line(texts.get(language) or next(iter(texts.values()), ""))
        found[name] = name.replace("_", " ") if label in ("", name) else label
    return found


_TRUTHS = {"met": "holds", "not_met": "fails", "unknown": "unknown", "not_applicable": "not_owed"}


def _has_gap(one: Timeline) -> bool:
    return one.modality != "may" and (
        "fails" in one.further.values()
        or any("fails" in stretch.truths.values() for stretch in one.stretches)
        or any(span.truth == "fails" for span in one.spans)
    )


class _Step(NamedTuple):
    does: list[str]
    after: list[str]
    wait: float | None
    least: float
    most: float | None
    began: float | None
    ended: float | None


Times = dict[str, tuple[float, float]]


class _Held:
    """One procedure, held against one protocol."""

    def __init__(
        self,
        report: Assessment,
        printed: Mapping[str, Any],
        protocol: Mapping[str, Any],
        procedure: Mapping[str, Any],
        parts: dict[str, str],
    ) -> None:
        self.report, self.printed, self.protocol, self.parts = report, printed, protocol, parts
        entities = printed["vocabulary"]["entities"]
        fields = entities[protocol["step_entity"]]["fields"]
        self.names = {role: fields[index]["name"] for role, index in protocol["fields"].items() if index is not None}
        key = [fields[index]["name"] for index in entities[protocol["step_entity"]]["key"]]
        given = procedure.get(entities[protocol["entity"]]["fields"][protocol["steps"]]["name"])
        self.steps: dict[str, _Step] = {}
        for number, raw in enumerate(given if isinstance(given, list) else ()):
            if isinstance(raw, dict):
                name = ",".join(str(raw.get(one)) for one in key) if key else ""
                self.steps[name if name and name not in self.steps else f"[{number}]"] = self._step(raw)
        events = {one["name"] for one in protocol["members"] if one["event"]}
        for name, step in self.steps.items():
            if step.does and events.issuperset(step.does):
                self.steps[name] = step._replace(least=0.0, most=0.0)
        self.is_record = any(step.began is not None or step.ended is not None for step in self.steps.values())

    def _step(self, raw: Mapping[str, Any]) -> _Step:
        def text_list(role: str) -> list[str]:
            value = raw.get(self.names.get(role, ""))
            return [str(one) for one in value] if isinstance(value, list) else []

        def length(role: str) -> float | None:
            value = raw.get(self.names.get(role, ""))
            return seconds_of(value) if isinstance(value, str) else None

        def day(end: str) -> float | None:
            moment, date = (raw.get(self.names.get(f"{end}_{kind}", "")) for kind in ("at", "on"))
            return _day(moment, end) if isinstance(moment, str) else _day(date, end) if isinstance(date, str) else None

        return _Step(
            text_list("does"), text_list("after"), length("waits_at_most"), length("takes_at_least") or 0.0, length("takes_at_most"),
            day("began"), day("ended"),
        )  # fmt: skip

    # --- steps

    def doing(self, member: int) -> list[str]:
        name = self.protocol["members"][member]["name"]
        return [one for one, step in self.steps.items() if name in step.does]

    def stretches(self) -> list[Stretch]:
        shortest, longest = self.times(()), self.latest()
        found = []
        for number, member in enumerate(self.protocol["members"]):
            doing = self.doing(number)
            speaking = {
                part: truth
                for part, truth in self.parts.items()
                if part == member["name"] or part.startswith((f"{member['name']}/", f"never/{member['name']}/"))
            }
            start: float | None = None
            end: float | None = None
            latest: float | None = None
            if doing and self.is_record:
                start = min((began for one in doing if (began := self.steps[one].began) is not None), default=None)
                ends = [self.steps[one].ended for one in doing]
                end = latest = max((one for one in ends if one is not None), default=None)
                if start is None and member["event"]:
                    start = end
            elif doing and all(one in shortest for one in doing):
                start = min(shortest[one][0] for one in doing)
                end = max(shortest[one][1] for one in doing)
                ends = [longest.get(one) for one in doing]
                latest = None if any(one is None for one in ends) else max(one for one in ends if one is not None)
            found.append(Stretch(member["name"], speaking, start, end, latest))
        return found

    def latest(self) -> dict[str, float]:
        """The latest end of each step of which the plan bounds it."""
        found: dict[str, float] = {}
        for name in self.order():
            step = self.steps[name]
            before = [found.get(one) for one in step.after if one in self.steps]
            if step.wait is not None and step.most is not None and all(one is not None for one in before):
                found[name] = max((one for one in before if one is not None), default=0.0) + step.wait + step.most
        return found

    def order(self) -> Iterator[str]:
        """Each step after those that it comes after; none of a circle."""
        seen: set[str] = set()
        while ready := [
            name for name, step in self.steps.items() if name not in seen and all(one in seen for one in step.after if one in self.steps)
        ]:
            yield from ready
            seen.update(ready)

    def times(self, longest: tuple[str, ...]) -> Times:
        """When each step starts and ends where these wait and last as long as they may, all others as short."""
        found: Times = {}
        for name in self.order():
            step = self.steps[name]
            start = max((found[one][1] for one in step.after if one in self.steps), default=0.0)
            if name in longest:
                start += step.wait or 0.0
                found[name] = (start, start + (step.most if step.most is not None else step.least))
            else:
                found[name] = (start, start + step.least)
        return found

    def further(self) -> dict[str, str]:
        return {part: truth for part, truth in self.parts.items() if part == "runs" or part.startswith("separate/")}

    # --- limits

    def spans(self, labels: Sequence[str]) -> list[Span]:
        """labels: of the members, in their order."""
        found = []
        for part in self.protocol["parts"]:
            truth = self.parts.get(part["part"])
            if part["kind"] not in ("within", "at_least", "limit") or truth is None or truth == "not_owed":
                continue
            is_least = part["kind"] == "at_least" or part["to"] is None
            length = self.length(part["from"] if is_least else part["to"])
            if length is None:
                continue
            of, others = part["of"], part["others"]
            if part["kind"] == "limit":
                ends, first, then = ("start", "end"), [of], others
            elif part["kind"] == "within":
                ends, first, then = ("end", "end"), others, [of]
            else:
                ends, first, then = ("end", "start"), others, [of]
                if part["before"]:
                    first, then = then, first
            words = (part["kind"], ", ".join(labels[one] for one in first), ", ".join(labels[one] for one in then))
            found.append(Span(part["part"], truth, words, length, is_least, self.reached(ends, first, then, is_least)))
        return found

    def reached(self, ends: tuple[str, str], first: list[int], then: list[int], is_least: bool) -> float | None:
        """The longest, or where it must not be too short the shortest, time between the two."""
        one = [name for member in first for name in self.doing(member)]
        other = [name for member in then for name in self.doing(member)]
        if not one or not other:
            return None
        if self.is_record:
            return self.passed(ends, one, other)
        # What is broken is broken where one way into the later moment takes its longest and all else its shortest: of a time that must not
        # be too short, that is the moment that it counts from.
        way_into, way_end, apart, apart_end = (one, ends[0], other, ends[1]) if is_least else (other, ends[1], one, ends[0])
        waits = self.reaching(apart, apart_end)
        worst: float | None = None
        for way in itertools.islice(self.ways(way_into), _MOST_WAYS):
            timed = way if way_end == "end" else way[:-1]
            is_open = [name for name in timed if self.steps[name].wait is None or self.steps[name].most is None]
            if any(name not in waits for name in is_open) or (way_end == "start" and self.steps[way[-1]].wait is None):
                return None
            times = self.times(way)
            if any(name not in times for name in (*one, *other)):
                return None
            between = _between(times, one, ends[0], other, ends[1])
            worst = between if worst is None else min(worst, between) if is_least else max(worst, between)
        return worst

    def reaching(self, names: list[str], end: str) -> set[str]:
        """The steps that a moment waits for, with the step itself at its end."""
        found = set(names) if end == "end" else set()
        look = list(names)
        while look:
            for one in self.steps[look.pop()].after:
                if one in self.steps and one not in found:
                    found.add(one)
                    look.append(one)
        return found

    def ways(self, names: list[str]) -> Iterator[tuple[str, ...]]:
        """Each way by `after` into one of these steps, from a step that comes after nothing."""
        order = set(self.order())
        stack: list[tuple[str, ...]] = [(name,) for name in names if name in order]
        while stack:
            way = stack.pop()
            before = [one for one in self.steps[way[0]].after if one in self.steps]
            if not before:
                yield way
            stack += [(one, *way) for one in before]

    def passed(self, ends: tuple[str, str], one: list[str], other: list[str]) -> float | None:
        def at(name: str, end: str) -> float | None:
            return self.steps[name].began if end == "start" else self.steps[name].ended

        first, then = ([at(name, ends[number]) for name in names] for number, names in enumerate((one, other)))
        if any(moment is None for moment in (*first, *then)):
            return None
        begins = [moment for moment in first if moment is not None]
        finishes = [moment for moment in then if moment is not None]
        start = min(begins) if ends[0] == "start" else max(begins)
        return (max(finishes) if ends[1] == "end" else min(finishes)) - start

    def length(self, expression: Mapping[str, Any] | None) -> Length | None:
        if expression is None:
            return None
        if expression["operation"] == "duration":
            return _unpacked(int(expression["number"]))
        if expression["operation"] == "parameter":
            return _length_of(self.report.parameters.get(self.printed["parameters"][expression["index"]]["name"], ""))
        return None


def _between(times: Times, one: list[str], first: str, other: list[str], then: str) -> float:
    start = min(times[name][0] for name in one) if first == "start" else max(times[name][1] for name in one)
    end = max(times[name][1] for name in other) if then == "end" else min(times[name][0] for name in other)
    return end - start


_UNITS = {
    "second": Length(1, "seconds"), "minute": Length(60, "seconds"), "hour": Length(3600, "seconds"), "day": Length(86400, "seconds"),
    "week": Length(604800, "seconds"), "month": Length(1, "months"), "year": Length(12, "months"), "working day": Length(1, "working_days"),
}  # fmt: skip
_WORDS = re.compile(r"(\d+)\s+(working\s+day|[a-z]+?)s?(?:\s+in\s+\S+)?")
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")


def _length_of(text: str) -> Length | None:
    """Of a number and a unit, as rules write it: "5 working days in courts"; None for anything else."""
    words = _WORDS.fullmatch(text.strip())
    one = _UNITS.get(" ".join(words[2].split())) if words else None
    return one._replace(amount=int(words[1]) * one.amount) if words and one else None


def seconds_of(text: str) -> float | None:
    """About how long that is, as plans write it, to be drawn; None where it is no length."""
    length = _length_of(text)
    if length is not None:
        return length.seconds
    match = _ISO.match(text.strip())
    if not match or not any(match.groups()):
        return None
    units = ("year", "month", "week", "day", "hour", "minute", "second")
    return sum(int(amount) * _UNITS[unit].seconds for amount, unit in zip(match.groups(), units, strict=True) if amount)


def _unpacked(packed: int) -> Length:
    """Of a duration as the printed rules have it: its kind in the last two bits; of working days, the calendar in the eight before."""
    if packed & 3 == 2:
        return Length(packed >> 10, "working_days")
    return Length(packed >> 2, "months" if packed & 3 == 1 else "seconds")


def _day(text: str, end: str) -> float | None:
    """Seconds since 1970: of a day its beginning, and its end where something ended on it."""
    try:
        moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))  # Python 3.10 knows no Z
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return moment.timestamp() + (_DAY if end == "ended" and len(text) == 10 else 0.0)
