"""What a person takes from a document into a plan: the value, and as evidence where it stands, in which words, who read it and when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from brecha import arguments
from brecha.asking.plan_file import content_of
from brecha.dates import date_of
from brecha.errors import BrechaError
from brecha.plan_edits import Data, PlanEdits, shortened, slice_of
from brecha.sentences import Sentence
from brecha.typed_values import Typed, TypedValues, truth_of

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
    complete: bool,
) -> Plan:
    """The plan with a proposal in it."""
    known = _known(proposal.document, who, on, as_of)
    known |= {"page": proposal.where, "note": shortened(arguments.text(quote, "quote") or proposal.text)}
    rules, place, data = plan.ruleset, proposal.place, content_of(plan)
    if not place:
        raise BrechaError(Sentence("passage_without_place"))
    edits = PlanEdits(rules.vocabulary().entities)
    if place.startswith("judgements/"):
        return _read_again(plan, edits.with_judgement(data, place, _yes_or_no(value), who=who, on=known["on"]))
    field, (inside, conditions) = edits.field_at(place), slice_of(place)
    if conditions or (field.list and field.type == "entity"):
        if not (value in (None, True) or isinstance(value, dict) or (complete and value == [])):
            raise BrechaError(Sentence("element_wanted", place=place))
        if value != []:
            data = edits.with_element(data, place, value)
            data = edits.with_evidence(data, edits.place_of_last(data, inside), **known)
    else:
        data = _with_value(edits, data, proposal, value, TypedValues(rules, numbered=False))
        data = edits.with_evidence(data, place, **known)
    if complete:
        data = edits.with_evidence(data, place, complete=True, **known)
    return _read_again(plan, data)


def _with_value(edits: PlanEdits, data: Data, proposal: Proposal, value: Any, values: TypedValues) -> Data:
    place, field = proposal.place, edits.field_at(proposal.place)
    items = edits.items(data, field.entity) if field.type == "reference" else ()
    typed = values.value_of(field, value, items=items) if value is not None else Typed()
    if typed.problem is not None or typed.value is None:
        raise BrechaError(typed.problem or Sentence("value_wanted", place=place, offers=_offered(proposal)))
    return edits.with_value(data, place, typed.value)


def searched_in_vain(
    document: Document, plan: Plan, place: str, *, who: str, on: str | datetime.date | None, as_of: str | datetime.date | None
) -> Plan:
    """The plan with `none` at a place."""
    if place.startswith("judgements/"):
        raise BrechaError(Sentence("judgement_has_no_none", place=place))
    edits = PlanEdits(plan.ruleset.vocabulary().entities)
    edits.field_at(place)
    note = Sentence("searched_not_found", document=document.name, pages=document.pages).in_language(document.language)
    data = edits.with_evidence(content_of(plan), place, none=True, note=note, **_known(document.name, who, on, as_of))
    return _read_again(plan, data)


def _known(document: str, who: str, on: str | datetime.date | None, as_of: str | datetime.date | None) -> dict[str, Any]:
    known: dict[str, Any] = {"document": document, "kind": "document", "on": date_of(on, "on").isoformat()}
    who = arguments.text(who, "who").strip()
    if who:
        known["who"] = who
    if as_of is not None:  # the day may be left out
        known["as_of"] = as_of.isoformat() if isinstance(as_of, datetime.date) else arguments.text(as_of, "as_of")
    return known


def _yes_or_no(value: Any) -> bool:
    truth = truth_of(value)
    if truth is None:
        raise BrechaError(Sentence("yes_or_no_wanted"))
    return truth


def _offered(proposal: Proposal) -> Sentence | str:
    return Sentence("passage_names", values=", ".join(proposal.offers)) if proposal.offers else ""


def _read_again(plan: Plan, data: Data) -> Plan:
    return plan.ruleset.read_plan(data, name=plan.name, read=plan._read)
