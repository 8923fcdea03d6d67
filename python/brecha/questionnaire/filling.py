"""What respondents say, put into a plan: nothing that it has is lost, and where sources disagree it says so.

A value that the plan has already and that is said differently stands beside the new one (`says`), which is chosen; of several respondents
who differ none is chosen, and the place is disputed. What would take something away is a remark.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from brecha.errors import BrechaError
from brecha.plan_edits import PlanEdits, how_read, slice_of
from brecha.questionnaire.content import evidence_at, judgement_at
from brecha.questionnaire.statements import ABOUT, COMPLETE, ELEMENT, JUDGED, SLICE, STILL_SO, THERE, VALUE, WHY, Statement
from brecha.remarks import Remark
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from brecha.plan_edits import Data

_ORDER = (ELEMENT, THERE, VALUE, SLICE, JUDGED, COMPLETE, STILL_SO, WHY, ABOUT)


def filled(plan: Data, edits: PlanEdits, statements: Sequence[Statement], today: datetime.date | None = None) -> tuple[Data, list[Remark]]:
    """The plan with the statements in it, and remarks on what was not taken. today: the day of what is still so, where nobody says."""
    filling = _Filling(plan, edits, today or datetime.date.today())
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        groups.setdefault((statement.place, statement.says), []).append(statement)
    works: dict[str, Callable[[str, list[Statement]], None]] = {
        ELEMENT: filling.element, THERE: filling.there, VALUE: filling.value, SLICE: filling.slice, JUDGED: filling.judged,
        COMPLETE: filling.complete, STILL_SO: filling.still_so, WHY: filling.why, ABOUT: filling.about,
    }  # fmt: skip
    for says in _ORDER:
        for (place, kind), group in groups.items():
            if kind == says:
                try:
                    works[says](place, group)
                except BrechaError as failure:
                    filling.remark(group[0], Sentence("form_not_taken", about=failure._message))
    return filling.plan, filling.remarks


class _Filling:
    def __init__(self, plan: Data, edits: PlanEdits, today: datetime.date) -> None:
        self.plan, self.edits, self.today = plan, edits, today
        self.remarks: list[Remark] = []
        self.elements: dict[str, str] = {}  # of a new element without a key: where it is now

    def remark(self, statement: Statement, sentence: Sentence) -> None:
        self.remarks.append(Remark(statement.file, statement.cell, statement.place, sentence))

    # --- elements and parts ---

    def element(self, place: str, group: list[Statement]) -> None:
        inside, _, step = place.rpartition("/")
        if step.startswith("[+"):  # the elements have no keys
            field = self.edits.field_at(inside)
            before = self.edits.value_at(self.plan, inside) or []
            self.plan = self.edits.with_element(self.plan, inside, {} if field.type == "entity" else None)
            place = self.elements[place] = f"{inside}/[{len(before)}]"
        elif self.edits.value_at(self.plan, place) is None:
            self.plan = self.edits.with_item(self.plan, place)
        else:
            return
        for statement in group:
            self.know(place, statement)

    def there(self, place: str, group: list[Statement]) -> None:
        place = self.where(place)
        if not isinstance(self.edits.value_at(self.plan, place), dict):
            self.plan = self.edits.with_value(self.plan, place, {})
            self.know(place, group[0])

    def where(self, place: str) -> str:
        """A place as it is now: new elements without a key have got a number."""
        for given, now in self.elements.items():
            if place == given or place.startswith(f"{given}/"):
                return now + place[len(given) :]
        return place

    # --- values ---

    def value(self, place: str, group: list[Statement]) -> None:
        place = self.where(place)
        field = self.edits.field_at(place)
        if field.list:
            self.list_of_values(place, group)
            return
        now = self.edits.value_at(self.plan, place)
        said = _distinct(group)
        if len(said) == 1 and (now is None or _equal(now, said[0].value)):
            if now is None:
                disputed = evidence_at(self.plan, place).get("says")
                self.plan = self.edits.with_value(self.plan, place, said[0].value)
                if disputed:
                    self.sources(place, [*disputed, *map(_source, said)], said[0].value)
                else:
                    self.know(place, said[0], new=True)
            return
        entry = evidence_at(self.plan, place)
        sources = list(entry.get("says") or [])
        if not sources and now is not None:
            sources = [{"value": now, **{word: entry[word] for word in ("document", "page", "who", "on", "kind", "note") if word in entry}}]
            sources[0] |= {} if "document" in sources[0] or "who" in sources[0] else self.inherited(place)
        for statement in group:
            if not any(_equal(one.get("value"), statement.value) and one.get("who") == statement.about.get("who") for one in sources):
                sources.append(_source(statement))
        if len(said) == 1 and said[0].was is not None and _equal(said[0].was, now):  # who answers has seen what the plan says
            self.plan = self.edits.with_value(self.plan, place, said[0].value)
            self.sources(place, sources, said[0].value)
            self.remark(said[0], Sentence("form_corrects", was=_shown(now), now=_shown(said[0].value)))
            return
        self.sources(place, sources, None)
        if len(said) == 1:
            self.remark(said[0], Sentence("form_differs", was=_shown(now), now=_shown(said[0].value)))
            return
        self.remark(said[1], Sentence("form_disagrees", values=", ".join(f"{_shown(one.value)} ({_who(one)})" for one in said)))

    def sources(self, place: str, sources: list[dict[str, Any]], chosen: Any) -> None:
        self.plan = self.edits.with_evidence(
            self.plan,
            place,
            says=sources,
            value=chosen,
            why=None,
            none=None,
            document=None,
            page=None,
            who=None,
            on=None,
            note=None,
            kind=None,
        )

    def inherited(self, place: str) -> dict[str, Any]:
        """Where a statement stands, by the nearest place above that says so."""
        while place:
            place = place.rpartition("/")[0]
            entry = evidence_at(self.plan, place)
            if entry.get("document") or entry.get("who"):
                return {word: entry[word] for word in ("document", "page", "who", "on", "kind") if word in entry}
        return {}

    def list_of_values(self, place: str, group: list[Statement]) -> None:
        """What respondents name is there; what one of them took out stays, and is told."""
        now = self.edits.value_at(self.plan, place)
        items = list(now) if isinstance(now, list) else []
        before = list(items)
        for statement in group:
            was = statement.was if isinstance(statement.was, list) else []
            items += [one for one in statement.value if not any(_equal(one, other) for other in items)]
            gone = [
                one
                for one in was
                if not any(_equal(one, other) for other in statement.value) and any(_equal(one, other) for other in items)
            ]
            if gone:
                self.remark(statement, Sentence("form_taken_out", values=", ".join(map(_shown, gone))))
        if items != before or now is None:
            read_in_part = (
                now is None and how_read(self.plan, place) != "part" and evidence_at(self.plan, place).get("complete") is not True
            )
            self.plan = self.edits.with_value(self.plan, place, items)
            if read_in_part:  # nobody said that there is no other
                self.plan = self.edits.with_evidence(self.plan, place, read="part")
            self.know(place, group[0], new=not before)

    def know(self, place: str, statement: Statement, new: bool = False) -> None:
        """Where it stands and who said it, at the place itself; of a new value what was known of its silence goes."""
        about = _about(statement)
        if new:
            about = {"page": None, "note": None, "who": None, "on": None, **about}
        self.plan = self.edits.with_evidence(self.plan, place, **about)

    def about(self, place: str, group: list[Statement]) -> None:
        for statement in group:
            self.plan = self.edits.with_evidence(self.plan, self.where(place), **statement.about)

    # --- silence ---

    def why(self, place: str, group: list[Statement]) -> None:
        place = self.where(place)
        conditions = slice_of(place)[1]
        now = self.edits.value_at(self.plan, place)
        entry = evidence_at(self.plan, place)
        for statement in group:
            if now not in (None, []) or (now == [] and statement.value != "none"):
                self.remark(statement, Sentence("form_none_but_given", says=statement.value, value=_shown(now)))
                if statement.value == "none" and not conditions and not isinstance(now, (list, dict)):  # disputed: both stay
                    said = self.edits.with_evidence(self.plan, place, none=True, **_about(statement))
                    self.plan = {**self.plan, "evidence": said["evidence"]}
                return
        known = {statement.value for statement in group}
        if "none" in known and known != {"none"} or entry.get("none") is True and "none" not in known:
            self.remark(group[0], Sentence("form_whys_differ", whys=", ".join(sorted(known | ({"none"} if entry.get("none") else set())))))
            if entry.get("none") is True:
                return
            known -= {"none"}
        statement = next(one for one in group if one.value in known)
        said = {"none": True} if statement.value == "none" else {"why": statement.value}
        self.plan = self.edits.with_evidence(self.plan, place, **said, **_about(statement))

    def complete(self, place: str, group: list[Statement]) -> None:
        place = self.where(place)
        entry = evidence_at(self.plan, place)
        said = _distinct(group)
        if len(said) > 1:
            self.remark(said[1], Sentence("form_disagrees", values=", ".join(f"{_shown(one.value)} ({_who(one)})" for one in said)))
            return
        (statement,) = said
        value, about = statement.value, _about(statement)
        count = len(self.edits.value_at(self.plan, place) or [])
        if value is True or (value == count and value is not False):
            known: dict[str, Any] = {"complete": True} if count else {"none": True}
            self.plan = self.edits.with_evidence(self.plan, place, **known, size=None, **about)
        elif value is False:
            if entry.get("complete") is True:
                self.remark(statement, Sentence("form_not_complete"))
            self.plan = self.edits.with_evidence(self.plan, place, complete=None, read="part", **about)
        elif isinstance(value, str):
            field = self.edits.field_at(place)
            self.plan = self.edits.with_evidence(self.plan, f"{place}[{field.dated}>={value}]", complete=True, **about)
        elif value < count:
            self.remark(statement, Sentence("form_fewer_than_given", said=value, count=count))
        else:
            self.plan = self.edits.with_evidence(self.plan, place, size=value, complete=None, **about)

    def slice(self, place: str, group: list[Statement]) -> None:
        place = self.where(place)
        said = _distinct(group)
        if len(said) > 1:
            self.remark(said[1], Sentence("form_disagrees", values=", ".join(f"{_shown(one.value)} ({_who(one)})" for one in said)))
            return
        (statement,) = said
        elements = self.edits.value_at(self.plan, place) or []
        if statement.value is True and not elements:
            self.plan = self.edits.with_element(self.plan, place)
            self.know(self.edits.place_of_last(self.plan, slice_of(place)[0]), statement)
        elif statement.value is False and elements:
            self.remark(statement, Sentence("form_none_but_given", says="none", value=_shown(elements)))
        elif statement.value is False:
            self.plan = self.edits.with_evidence(self.plan, place, none=True, **_about(statement))

    # --- judgements, and what is still so ---

    def judged(self, place: str, group: list[Statement]) -> None:
        said = _distinct(group)
        if len(said) > 1:
            self.remark(said[1], Sentence("form_disagrees", values=", ".join(f"{_shown(one.value)} ({_who(one)})" for one in said)))
            return
        (statement,) = said
        before = judgement_at(self.plan, place)
        if before and _equal(before.get("answer"), statement.value):
            return
        if before:
            self.remark(statement, Sentence("form_corrects", was=_shown(before.get("answer")), now=_shown(statement.value)))
        who, on = statement.about.get("who", ""), statement.about.get("on", "")
        self.plan = self.edits.with_judgement(self.plan, place, statement.value, who=who, on=on)

    def still_so(self, place: str, group: list[Statement]) -> None:
        days = [statement.about.get("on") for statement in group if statement.about.get("on")]
        day = max(str(one) for one in days) if days else self.today.isoformat()
        self.plan = self.edits.with_evidence(self.plan, self.where(place), as_of=day, **_about(group[0]))


def _about(statement: Statement) -> dict[str, Any]:
    """What evidence says of an answer: the document that the respondent names, or else the form."""
    about: dict[str, Any] = dict(statement.about)
    about["kind"] = "document" if about.get("document") else "survey"
    return {"document": statement.file, **about}


def _source(statement: Statement) -> dict[str, Any]:
    return {"value": statement.value, **_about(statement)}


def _who(statement: Statement) -> str:
    return statement.about.get("who") or statement.file


def _distinct(group: list[Statement]) -> list[Statement]:
    """The first of those who say the same."""
    found: list[Statement] = []
    for statement in group:
        if not any(_equal(one.value, statement.value) for one in found):
            found.append(statement)
    return found


def _equal(one: Any, other: Any) -> bool:
    """The same statement, however it is written: true and "yes", 2 and 2.0, "30%" and 30."""
    return bool(_meant(one) == _meant(other))


def _meant(value: Any) -> Any:
    if isinstance(value, bool) or value in ("yes", "no"):
        return "yes" if value in (True, "yes") else "no"
    if isinstance(value, (int, float, Decimal)):
        return Decimal(str(value))
    if isinstance(value, str):
        share = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value)
        return Decimal(share[1]) if share else value
    if isinstance(value, dict):
        return {name: _meant(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_meant(one) for one in value]
    return value


def _shown(value: Any) -> str:
    from brecha.arguments import shortened

    return value if isinstance(value, str) else "yes" if value is True else "no" if value is False else shortened(value)
