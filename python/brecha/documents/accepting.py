"""What a person takes from a document into a plan: the value, and as evidence where it stands, in which words, who read it and when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from brecha import arguments
from brecha.dates import date_of
from brecha.errors import BrechaError
from brecha.plan_edits import Data, PlanEdits, shortened, slice_of
from brecha.sentences import Sentence
from brecha.typed_values import TypedValues

if TYPE_CHECKING:
    from brecha.documents.document import Document
    from brecha.documents.proposals import Proposal
    from brecha.plan import Plan


def accepted(
    proposal: Proposal,
    plan: Plan,
    value: Any,
    *,
    who: str,
    on: str | datetime.date | None,
    as_of: str | datetime.date | None,
    quote: str,
) -> Plan:
    """The plan with a proposal in it."""
    data = with_passage(plan, plan.content(), proposal, value, who=who, on=on, as_of=as_of, quote=quote)
    return _read_again(plan, data)


def with_passage(
    plan: Plan,
    data: Data,
    proposal: Proposal,
    value: Any,
    *,
    who: str = "",
    on: str | datetime.date | None = None,
    as_of: str | datetime.date | None = None,
    quote: str = "",
) -> Data:
    """The plan's data with a proposal in it. `plan` says whose vocabulary it is."""
    known = _known(proposal.document, who, on, as_of)
    known |= {"page": proposal.where, "note": shortened(arguments.text(quote, "quote") or proposal.text)}
    rules, place = plan.ruleset, proposal.place
    if not place:
        raise BrechaError(Sentence("passage_without_place"))
    edits = PlanEdits(rules.vocabulary().entities)
    if place.startswith("judgements/"):
        answer = _yes_or_no(value)
        return edits.with_judgement(data, place, answer, who=who, on=known["on"])
    field, (inside, conditions) = edits.field_at(place), slice_of(place)
    if conditions or (field.list and field.type == "entity"):
        if value is not None and not isinstance(value, dict) and value is not True:
            raise BrechaError(Sentence("element_wanted", place=place))
        data = edits.with_element(data, place, value)
        return edits.with_evidence(data, _place_of_last(edits, data, inside), **known)
    if value is None:
        raise BrechaError(Sentence("value_wanted", place=place, offers=_offered(proposal)))
    items = edits.items(data, field.entity) if field.type == "reference" else ()
    typed = TypedValues(rules).value_of(field, value, items=items)
    if typed.problem is not None or typed.value is None:
        raise BrechaError(typed.problem or Sentence("value_wanted", place=place, offers=_offered(proposal)))
    data = edits.with_value(data, place, typed.value)
    return edits.with_evidence(data, place, **known)


def searched_in_vain(
    document: Document, plan: Plan, place: str, *, who: str, on: str | datetime.date | None, as_of: str | datetime.date | None
) -> Plan:
    """The plan with `none` at a place."""
    if place.startswith("judgements/"):
        raise BrechaError(Sentence("judgement_has_no_none", place=place))
    edits = PlanEdits(plan.ruleset.vocabulary().entities)
    edits.field_at(place)
    note = Sentence("searched_not_found", document=document.name, pages=document.pages).in_language(document.language)
    data = edits.with_evidence(plan.content(), place, none=True, note=note, **_known(document.name, who, on, as_of))
    return _read_again(plan, data)


def _known(document: str, who: str, on: str | datetime.date | None, as_of: str | datetime.date | None) -> dict[str, Any]:
    known: dict[str, Any] = {"document": document, "kind": "document", "on": date_of(on, "on").isoformat()}
    who = arguments.text(who, "who").strip()
    if who:
        known["who"] = who
    if as_of is not None:  # the day may be left out
        known["as_of"] = as_of.isoformat() if isinstance(as_of, datetime.date) else arguments.text(as_of, "as_of")
    return known


def _place_of_last(edits: PlanEdits, data: Data, inside: str) -> str:
    """The place of the element that a list ends with."""
    elements = edits.value_at(data, inside)
    field = edits.field_at(inside)
    key = edits.key_of(field.entity, elements[-1]) if field.type == "entity" else ""
    return f"{inside}/{key.replace('~', '~0').replace('/', '~1') or f'[{len(elements) - 1}]'}"


def _yes_or_no(value: Any) -> bool:
    from brecha.typed_values import NO, YES, folded

    if isinstance(value, bool):
        return value
    word = folded(value) if isinstance(value, str) else ""
    if word in YES or word in NO:
        return word in YES
    raise BrechaError(Sentence("yes_or_no_wanted"))


def _offered(proposal: Proposal) -> Sentence | str:
    return Sentence("passage_names", values=", ".join(proposal.offers)) if proposal.offers else ""


def _read_again(plan: Plan, data: Data) -> Plan:
    return plan.ruleset.read_plan(data, name=plan.name, read=plan._read)
