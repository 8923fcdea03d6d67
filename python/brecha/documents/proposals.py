"""The passages found for questions, as a table, and what a person can do with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from brecha import arguments
from brecha.documents.offers import offered
from brecha.documents.passages import WEAK
from brecha.documents.queries import Queries
from brecha.files import written
from brecha.made_tables import Column, MadeTable
from brecha.plan_edits import PlanEdits, slice_of, steps_of, value_at
from brecha.sentences import Sentence, said
from brecha.tables import Table
from brecha.typed_values import TypedValues

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterator

    from brecha._core import FieldInfo
    from brecha.assessment import Assessment
    from brecha.documents.document import Document
    from brecha.documents.queries import Query
    from brecha.plan import Plan
    from brecha.ruleset import Ruleset

_COLUMNS = (
    Column("place"), Column("question"), Column("rank", "int32"), Column("page", "int32"), Column("score", "float64"),
    Column("weak", "boolean"), Column("text"), Column("heading"), Column("offers", "texts"), Column("document"), Column("unit", "category"),
)  # fmt: skip


class Proposal(NamedTuple):
    """A passage that may answer a question about a place of the plan. Nothing of it is in a plan until somebody accepts it.

    score: from 0 to 1, how much of what is sought stands together in the passage; weak: too little of it to call it an answer.
    offers: values that the passage names and the field could take, as a plan writes them. unit: what page counts.
    """

    place: str
    question: str
    rank: int
    page: int
    score: float
    weak: bool
    text: str
    heading: str
    offers: tuple[str, ...]
    document: str
    unit: str

    @property
    def where(self) -> str:
        """The page as evidence names it: "12", or "§ 12"."""
        return str(self.page) if self.unit == "page" else f"§ {self.page}"

    def page_in(self, language: str) -> str:
        """The page for a reader: "p. 12", or "section 12"."""
        return said(Sentence("page_number" if self.unit == "page" else "section_number", number=self.page), language)

    def accept(
        self,
        plan: Plan,
        *,
        value: Any = None,
        who: str = "",
        on: str | datetime.date | None = None,
        as_of: str | datetime.date | None = None,
        quote: str = "",
        place: str = "",
        complete: bool = False,
    ) -> Plan:
        """A new plan with what this passage says: the value, and as evidence document, page, the quoted words, who, on and as_of.

        value: what a plan writes, or what a person types in one of the four languages ("12 March 2026", "yes"); at a slice nothing need
        be given (an element that lies in it), or a dict with what else is known of the element. on: the day it was read, today where
        not given. quote: the words that say so; else the passage. place: another one that the passage answers, or that of a passage found
        with free words. complete: the list or slice has no further elements, the passage says; then `value=[]` adds none. Raises BrechaError, saying what is asked for, where the value is
        missing or not one of the field, or the place is not in the vocabulary.
        """
        from brecha.documents.accepting import accepted

        place = arguments.text(place, "place") or self.place
        return accepted(self._replace(place=place), plan, value, who=who, on=on, as_of=as_of, quote=quote, complete=bool(complete))


class Proposals(Table[Proposal]):
    """The table `passages`: place, question, rank, page, score, weak, text, heading, offers, document, unit."""

    __slots__ = ()

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The rows as JSON text. Written to `path` where one is given."""
        import json

        return written(json.dumps({"passages": self.to_dicts()}, ensure_ascii=False, indent=2) + "\n", path)

    def best(self) -> list[Proposal]:
        """The first of each place that is not weak."""
        return [row for row in self if row.rank == 1 and not row.weak]

    def not_found(self) -> list[str]:
        """Places for which the document has nothing that fits: all proposals are weak, or there are none."""
        found: dict[str, bool] = {}
        for row in self:
            found[row.place] = found.get(row.place, False) or not row.weak
        return [place for place, strong in found.items() if not strong]


class Search:
    """What turns the places of a ruleset's vocabulary into searches, in one language."""

    def __init__(self, rules: Ruleset, language: str) -> None:
        entities = rules.vocabulary(language).entities
        self.queries = Queries(entities, language)
        self.edits = PlanEdits(entities)
        self.typed = TypedValues(rules)


class _Asked(NamedTuple):
    place: str
    question: str
    query: Query
    field: FieldInfo | None


def proposals(document: Document, asked: Ruleset | Assessment | str, place: str, language: str, most: int) -> Proposals:
    """The table for one place, a free question, or every open question."""
    index = document.index(language)
    if isinstance(asked, str):
        search, questions = None, [_Asked("", asked, Queries((), language).of_text(asked), None)]
    else:
        search = document.search(_ruleset(asked), language)
        questions = list(_asked(search, asked, place, language))
    rows = []
    for one in questions:
        for rank, (passage, score) in enumerate(index.ranked(one.query, most), 1):
            named: tuple[str, ...] = ()
            if one.field is not None and search is not None:
                named = tuple(map(_written, offered(one.field, passage.text, document.language, search.typed)))
            rows.append(
                (
                    one.place,
                    one.question,
                    rank,
                    passage.page,
                    score,
                    score < WEAK,
                    passage.text,
                    passage.heading,
                    named,
                    document.name,
                    document.unit,
                )
            )
    return Proposals(MadeTable("passages", _COLUMNS, rows), Proposal)


def _written(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _ruleset(asked: Ruleset | Assessment) -> Ruleset:
    from brecha.ruleset import Ruleset

    return asked if isinstance(asked, Ruleset) else asked.ruleset


def _asked(search: Search, asked: Ruleset | Assessment, place: str, language: str) -> Iterator[_Asked]:
    from brecha.assessment import Assessment

    def report() -> Assessment:
        return asked if isinstance(asked, Assessment) else asked.assess({}, language=language)

    plan = asked.plan.content() if isinstance(asked, Assessment) else {}
    if place:
        judged = next((row.question or "" for row in report().missing if row.place == place), "") if place.startswith("judgements/") else ""
        yield _asked_at(search, plan, place, judged)
        return
    done: set[str] = set()
    for question in report().questions():
        for one in question.places:
            if one not in done and (question.fields or one.startswith("judgements/")):  # else a parameter, or a table of the rules
                done.add(one)
                yield _asked_at(search, plan, one, question.question)


def _asked_at(search: Search, plan: dict[str, Any], place: str, question: str) -> _Asked:
    if place.startswith("judgements/"):
        return _Asked(place, question, search.queries.of_text(question), None)
    query = search.queries.of_place(place, _names(plan, place))
    field = search.edits.field_at(place)
    wants_value = not slice_of(place)[1] and field.type != "entity"
    return _Asked(place, question or field.question or field.label, query, field if wants_value else None)


def _names(plan: dict[str, Any], place: str) -> list[str]:
    """What the plan calls the items on the way to a place."""
    steps = steps_of(slice_of(place)[0])
    names = []
    for end in range(2, len(steps)):
        item = value_at(plan, "/".join(steps[:end]))
        if isinstance(item, dict):
            names += [str(item[word]) for word in ("name", "title") if item.get(word)]
    return names
