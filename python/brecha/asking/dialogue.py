"""What is asked next, what an answer makes of the plan, and what it settled; no face of its own.

    dialogue = Dialogue(report)                      # or Dialogue(rules.assess({}))
    dialogue.asked                                   # the best open question, at one place of the plan
    dialogue.answer(Reply("value", "drafted"))       # the plan with it, assessed again: Settled
    dialogue.skip(); dialogue.back()

Nothing is filled in that nobody said: what is not answered stays open.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.asking.plan_file import content_of
from brecha.plan_edits import PlanEdits, slice_of
from brecha.typed_values import TypedValues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha._core import EntityInfo, FieldInfo
    from brecha.assessment import Assessment
    from brecha.plan_edits import Data
    from brecha.rows import Question


class Asked(NamedTuple):
    """A question at one place of the plan, or, with kind `which`, at several slices of one list."""

    question: Question
    place: str
    places: tuple[str, ...]
    kind: str
    """value, values (a list of them), items (a list of entities), yes_no, object, slice, which, complete, kept, still_so, judged."""
    field: FieldInfo | None
    subject: str
    text: str
    choices: tuple[tuple[str, str], ...]
    """What can be chosen: word (for `which` the place, for a reference the key) and label."""


class Reply(NamedTuple):
    """What a person says.

    says: value (one, or a list of them), yes, no, none (there is none), not_known; of a list `value` with its elements, `complete` where
    these are all; since (a day, of a list that grows); of `which` `value` with the places that there are.
    """

    says: str
    value: Any = None
    complete: bool | None = None
    document: str = ""
    page: str = ""
    note: str = ""


class Settled(NamedTuple):
    """What an answer did: findings (requirement and subject) that are no longer open, with their verdict; the gaps among them, each with
    its message; findings that are open only since."""

    verdicts: dict[tuple[str, str], str]
    gaps: tuple[tuple[str, str], ...]
    opened: tuple[tuple[str, str], ...]

    def count(self, *verdicts: str) -> int:
        return sum(verdict in verdicts for verdict in self.verdicts.values())


class _Before(NamedTuple):
    data: Data
    report: Assessment
    skipped: frozenset[str]
    answered: int


class Dialogue:
    """Puts the questions of an assessment one by one. Every answer makes a new plan, and assesses it as the first was."""

    def __init__(self, report: Assessment, *, who: str = "", today: datetime.date | None = None) -> None:
        self.report = report
        self.rules = report.ruleset
        self.language = report.language
        self.data = content_of(report.plan)
        self.who = who
        self.today = today or datetime.date.today()
        self.answered = 0
        self._read = report.plan._read
        self._skipped: frozenset[str] = frozenset()
        self._before: list[_Before] = []
        self._entities: dict[str, EntityInfo] = {one.name: one for one in self.rules.vocabulary(self.language).entities}
        self.edits = PlanEdits(list(self._entities.values()))
        self.values = TypedValues(self.rules)
        self._asked: Asked | None = None
        self._find()

    # --- what is asked ---

    @property
    def asked(self) -> Asked | None:
        """The best question that was not skipped; None where nothing is left."""
        return self._asked

    @property
    def skipped(self) -> int:
        """How many places were skipped."""
        return len(self._skipped)

    @property
    def has_before(self) -> bool:
        """Whether there is an answer, or a skip, to take back."""
        return bool(self._before)

    def why(self, asked: Asked, most: int = 8) -> list[tuple[str, str, str]]:
        """The requirements that wait for the answer: id, title and first clause."""
        found = []
        for name in asked.question.requirements[:most]:
            about = self.rules.requirement(name, self.language)
            cited = about.citations[0] if about.citations else None
            found.append((about.id, about.title, f"{cited.source_title or cited.source}, {cited.clause}".strip(", ") if cited else ""))
        return found

    def _find(self) -> None:
        self._asked = next((asked for question in self.report.questions() for asked in self._at_places(question)), None)

    def _at_places(self, question: Question) -> list[Asked]:
        """The question at each place that can be answered in a plan and was not skipped; slices of one list together."""
        open_places = [place for place in question.places if place not in self._skipped]
        if question.asks != "judged" and not question.fields:
            return []  # a parameter, or a table of the rules
        if question.asks == "slice" and len(question.places) > 1 and len({slice_of(place)[0] for place in open_places}) == 1:
            return [self._one(question, open_places[0], tuple(open_places))]
        return [self._one(question, place, (place,)) for place in open_places]

    def _one(self, question: Question, place: str, places: tuple[str, ...]) -> Asked:
        at = question.places.index(place)
        subject = question.subjects[at] if at < len(question.subjects) else ""
        field = None if question.asks == "judged" else self.edits.field_at(place)
        kind = self._kind(question.asks, field, places)
        choices: Sequence[tuple[str, str]] = ()
        if kind == "which":
            labels = question.choices if len(question.choices) == len(question.places) else question.places
            choices = [(one, labels[question.places.index(one)]) for one in places]
        elif field is not None and kind in ("value", "values", "still_so"):
            choices = self.edits.items(self.data, field.entity) if field.type == "reference" else field.choices
        elif field is not None and kind in ("items", "complete", "slice"):
            choices = self.key_choices(field)
        return Asked(question, place, places, kind, field, subject, question.question, tuple(choices))

    @staticmethod
    def _kind(asks: str, field: FieldInfo | None, places: tuple[str, ...]) -> str:
        if field is None or asks not in ("value", "list", "yes_no", "slice"):
            return asks
        if asks == "slice":
            return "which" if len(places) > 1 else "slice"
        if field.type == "entity":
            return "items" if field.list else "object"
        return "values" if field.list else "yes_no" if field.type == "yes_no" else "value"

    def key_choices(self, field: FieldInfo) -> Sequence[tuple[str, str]]:
        """What names an element of a list where its key is a choice, as a chapter's topic."""
        key = self.naming_field(field)
        return key.choices if key is not None and key.type == "enumeration" else ()

    def naming_field(self, field: FieldInfo) -> FieldInfo | None:
        """The field of an element that people know it by: its name or title, else its key. None for elements without."""
        if field.type != "entity":
            return field
        entity = self._entities[field.entity]
        named = [one for word in ("name", "title") for one in entity.fields if one.name == word and one.type == "text" and not one.list]
        keys = [one for one in entity.fields if one.name in entity.key]
        if len(keys) == 1 and keys[0].type != "text":
            return keys[0]
        return named[0] if named else keys[0] if len(keys) == 1 else None

    # --- answers ---

    def answer(self, reply: Reply) -> Settled:
        """The plan with the answer to what is asked, assessed again. Raises BrechaError for a place that cannot be written."""
        asked = self._asked
        if asked is None:
            return Settled({}, (), ())
        data = self._with(asked, reply)
        if data is self.data:
            self.skip()
            return Settled({}, (), ())
        self._remember()
        before, self.data = self.report, data
        self.answered += 1
        self.report = self._assessed(data)
        settled = _settled(before, self.report)
        if reply.complete is False and asked.kind in ("items", "values"):  # it was just said that there are more
            self._skipped |= {asked.place}
        self._find()
        if self._asked is not None and self._asked.place == asked.place and self._asked.kind == asked.kind:
            self._skipped |= {asked.place}  # asked again although answered: not a second time in a row
            self._find()
        return settled

    def skip(self) -> None:
        """Leaves what is asked for later."""
        if self._asked is not None:
            self._remember()
            self._skipped |= frozenset(self._asked.places)
            self._find()

    def back(self) -> bool:
        """Takes the last answer, or skip, back. False where there was none."""
        if not self._before:
            return False
        self.data, self.report, self._skipped, self.answered = self._before.pop()
        self._find()
        return True

    def ask_skipped(self) -> bool:
        """Asks again what was skipped. False where there was nothing, or nothing of it is open any more."""
        had, self._skipped = bool(self._skipped), frozenset()
        self._find()
        return had and self._asked is not None

    def _remember(self) -> None:
        self._before.append(_Before(self.data, self.report, self._skipped, self.answered))

    def _assessed(self, data: Data) -> Assessment:
        first = self.report
        plan = self.rules.read_plan(data, name=first.plan.name, read=self._read or None)
        return self.rules.assess(plan, first.as_of, language=self.language, parameters=first.parameters_set, facts_since=first.facts_since)

    def _with(self, asked: Asked, reply: Reply) -> Data:
        edits, data, places = self.edits, self.data, list(asked.places)
        if reply.says == "not_known":
            if asked.kind == "judged":
                return data
            for place in places:
                data = edits.with_evidence(data, place, why="not_known")
        elif asked.kind == "judged":
            question = asked.question.question if not asked.subject else ""
            return edits.with_judgement(data, asked.place, reply.says == "yes", who=self.who, on=self.today, question=question)
        elif reply.says == "none" or (reply.says == "no" and asked.kind == "slice"):
            for place in places:
                data = edits.with_evidence(data, place, none=True)
        elif asked.kind in ("items", "values", "complete", "slice", "which"):
            data, places = self._with_elements(asked, reply)
        elif asked.kind == "kept":
            since = f"{asked.place}[{asked.field.dated}>={reply.value}]" if reply.says == "since" and asked.field else asked.place
            data, places = edits.with_evidence(data, since, complete=True), [since]
        elif asked.kind == "still_so":
            data = edits.with_value(data, asked.place, reply.value) if reply.says == "value" else data
            data = edits.with_evidence(data, asked.place, as_of=self.report.as_of)
        else:
            value = {} if asked.kind == "object" else reply.says == "yes" if reply.says in ("yes", "no") else reply.value
            data = edits.with_value(data, asked.place, value)
        return self._with_source(data, places, reply)

    def _with_elements(self, asked: Asked, reply: Reply) -> tuple[Data, list[str]]:
        """A list with elements more; whether it is complete is written where the person says so."""
        edits, data, places = self.edits, self.data, []
        inside = slice_of(asked.place)[0]
        if asked.kind == "which":
            chosen = list(reply.value or [])
            for place in asked.places:
                if place in chosen:
                    data = edits.with_element(data, place)
                elif reply.complete:
                    data = edits.with_evidence(data, place, none=True)
                places.append(place)
            return data, places
        if reply.complete or (reply.says == "yes" and asked.kind == "complete"):
            data = edits.with_evidence(data, asked.place, complete=True)
            places.append(asked.place)
        elements = reply.value if isinstance(reply.value, list) else [] if reply.value is None else [reply.value]
        if asked.kind == "slice" and reply.says == "yes" and not elements:
            elements = [None]
        if asked.kind == "values" and edits.value_at(data, inside) is None:
            data, places = edits.with_value(data, inside, elements), [inside]
            if not reply.complete:
                data = edits.with_evidence(data, inside, read="part")
        else:
            for element in elements:
                data = edits.with_element(data, asked.place if asked.kind == "slice" else inside, element)
                places.append(edits.place_of_last(data, inside))
        if reply.says == "no" and asked.kind == "complete" and not elements:
            data = edits.with_evidence(data, asked.place, why="not_known")
        return data, places

    def _with_source(self, data: Data, places: list[str], reply: Reply) -> Data:
        """Where the answer stands, who gave it and when, at each of its places."""
        known = {"document": reply.document or None, "page": reply.page or None, "note": reply.note or None, "who": self.who or None}
        known = {word: value for word, value in known.items() if value}
        if not known:
            return data
        for place in places:
            data = self.edits.with_evidence(data, place, **known, on=self.today)
        return data


def verdicts_of(report: Assessment) -> dict[tuple[str, str], str]:
    """The verdict of each finding, by requirement and subject."""
    findings = report.findings
    return dict(
        zip(zip(findings["requirement"], (subject or "" for subject in findings["subject"]), strict=True), findings["verdict"], strict=True)
    )


def _settled(before: Assessment, after: Assessment) -> Settled:
    old, new = verdicts_of(before), verdicts_of(after)
    verdicts = {one: verdict for one, verdict in new.items() if verdict != "unknown" and old.get(one, "unknown") == "unknown"}
    for name, subject in old:  # an open end of a list, which is closed now
        if old[name, subject] == "unknown" and (name, subject) not in new and after._core.verdict(name) != "unknown":
            verdicts[name, subject] = after._core.verdict(name)
    if not any(one in old for one in verdicts):  # nothing was open: what came with the answer alone is no merit of it
        verdicts = {one: verdict for one, verdict in verdicts.items() if verdict in ("not_met", "partly_met")}
    opened = tuple(one for one, verdict in new.items() if verdict == "unknown" and old.get(one) != "unknown")
    gaps: dict[tuple[str, str], tuple[str, str]] = {}
    for gap in after.gaps:
        one = (gap.requirement, gap.subject or "")
        if one in verdicts:
            gaps.setdefault(one, (gap.requirement, gap.message or gap.title))
    return Settled(verdicts, tuple(dict.fromkeys(gaps.values())), opened)
