"""What stands in one form: its rows and sheets, and what a plan says there.

A whole form asks everything that rules read. A form of what is open asks the questions that settle most, and holds nothing of the plan
but what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.plan_edits import Judged, PlanEdits, slice_of, steps_of
from brecha.questionnaire.layout import ALL, THERE, VALUE, Layout, Row, Sheet, step_of

if TYPE_CHECKING:
    from brecha._core import EntityInfo
    from brecha.assessment import Assessment
    from brecha.plan_edits import Data

KNOWN = ("document", "page", "note", "who", "on")
"""What a form asks of an answer: the words of evidence."""

_SILENCE = ("none", "why", "complete", "size")
_ASKED = {
    "value": VALUE,
    "yes_no": VALUE,
    "list": "list",
    "slice": "slice",
    "complete": ALL,
    "kept": "kept",
    "still_so": "still_so",
    "judged": "judged",
}


class Part(NamedTuple):
    """A sheet as it stands in a form: which of its rows, None for all."""

    sheet: Sheet
    only: tuple[str, ...] | None

    def has(self, place: str) -> bool:
        return self.only is None or any(place == one or place.startswith(f"{one}/") for one in self.only)


class Content(NamedTuple):
    """What a form asks, and the plan it begins with."""

    rows: list[Row]
    parts: list[Part]
    plan: Data  # all that is known, to be shown
    kept: Data  # what goes along with the form


def whole_content(layout: Layout, report: Assessment, plan: Data | None) -> Content:
    """Every field that rules read; below each list what rules look for in it; then what only people can judge."""
    given = plan if plan is not None else {"evidence": {"": {"read": "part"}}}
    slices: dict[str, list[Row]] = {}
    judged: list[Row] = []
    for row in _asked(layout, report):
        if row.asks == "judged":
            judged.append(row)
        elif row.asks in ("slice", "kept", "still_so"):
            slices.setdefault(steps_of(slice_of(row.place)[0])[0], []).append(row)
    rows: list[Row] = []
    own = list(layout.rows())
    last = {steps_of(row.place)[0]: at for at, row in enumerate(own)}
    for at, row in enumerate(own):
        rows.append(row)
        name = steps_of(row.place)[0]
        if last[name] == at:
            rows += sorted(slices.get(name, []), key=lambda one: one.place.split("["))
    rows += [one for name, found in slices.items() if name not in last for one in found]
    rows += judged
    return Content(_once(rows), [Part(sheet, None) for sheet in layout.sheets.values()], given, given)


def open_content(layout: Layout, report: Assessment, plan: Data, top: int | None) -> Content:
    """The questions that settle most, and the lists in which their answers are written."""
    rows = _once(list(_asked(layout, report, top)))
    parts: dict[str, Part] = {}
    for row in rows:
        sheet = layout.sheet_of(row.place) if row.field is not None and row.field.type == "entity" else None
        if sheet is None:
            continue
        inside = slice_of(row.place)[0]
        only: tuple[str, ...] | None = None if not sheet.above and sheet.is_list else (inside,)
        before = parts.get(sheet.pattern)
        if before is not None:
            only = None if before.only is None or only is None else (*before.only, *only)
        parts[sheet.pattern] = Part(sheet, only)
    order = list(layout.sheets)
    chosen = sorted(parts.values(), key=lambda part: order.index(part.sheet.pattern))
    content = Content(rows, chosen, plan, {})
    return content._replace(kept=_excerpt(layout, content))


def _asked(layout: Layout, report: Assessment, top: int | None = None) -> list[Row]:
    """The questions of a report as rows, a row for each place."""
    edits = PlanEdits(list(layout.entities.values()))
    single = {missing.place: missing.question for missing in report.missing if missing.question}
    rows = []
    questions = [question for question in report.questions() if question.asks in _ASKED]
    for question in questions[:top]:
        for place in question.places:
            asked = single.get(place) if len(question.places) > 1 else question.question
            field = None if question.asks == "judged" else edits.field_at(place)
            asks = _ASKED[question.asks]
            if asks == VALUE and field is not None and field.type == "entity":
                asks = THERE
            rows.append(Row(place, asks, asked or question.question, field))
    return rows


def _once(rows: Sequence[Row]) -> list[Row]:
    """A row for each place: what is asked of it first."""
    return list({row.code: row for row in reversed(rows)}.values())[::-1]


def _excerpt(layout: Layout, content: Content) -> Data:
    """Of a plan, what a form shows; read in part, since most of it is left out."""
    plan, places, whole = content.plan, {slice_of(row.place)[0] for row in content.rows}, set()
    fields: dict[str, set[str]] = {}
    for part in content.parts:
        fields[part.sheet.pattern] = {column.field.name for column in part.sheet.columns} | {field.name for field in part.sheet.keys}
        for steps, _ in layout.elements(plan, part.sheet):
            place = part.sheet.place(steps)
            if part.has(place):
                whole.add(place)

    def pruned(item: Data, entity: EntityInfo, place: str, pattern: str) -> Data:
        kept: Data = {}
        for field in entity.fields:
            value = item.get(field.name)
            at, its = (f"{place}/{field.name}", f"{pattern}/{field.name}") if place else (field.name, field.name)
            if value is None:
                continue
            if field.type != "entity":
                if at in places or field.name in entity.key or (place in whole and field.name in fields.get(pattern, ())):
                    kept[field.name] = value
                continue
            of = layout.entities[field.entity]
            if not field.list:
                inside = pruned(value, of, at, its) if isinstance(value, dict) else {}
                if inside or at in places or at in whole:
                    kept[field.name] = inside
                continue
            elements = []
            for position, element in enumerate(value if isinstance(value, list) else ()):
                if isinstance(element, dict):
                    step = f"{at}/{step_of(of, element, position).replace('~', '~0').replace('/', '~1')}"
                    if step in whole or any(one.startswith(f"{step}/") for one in (*places, *whole)):
                        elements.append(pruned(element, of, step, f"{its}/*"))
            if elements:
                kept[field.name] = elements
        return kept

    kept = pruned(plan, layout.root, "", "")
    known = plan.get("evidence")
    evidence: dict[str, Any] = {"": {"read": "part"}}
    asked = {row.place for row in content.rows}
    for place, entry in known.items() if isinstance(known, dict) else ():
        above = str(place).rpartition("/")[0]
        shown = place in asked or place in places or place in whole  # with where it stands
        if place and isinstance(entry, dict) and (shown or above in whole or _is_list_of(content, str(place))):
            evidence[place] = {word: value for word, value in entry.items() if word in _SILENCE or (shown and word in KNOWN)}
    judgements = [one for one in plan.get("judgements") or [] if (about := Judged.of(one)) is not None and about.place in asked]
    return kept | ({"judgements": judgements} if judgements else {}) | {"evidence": evidence}


def _is_list_of(content: Content, place: str) -> bool:
    return any(part.sheet.is_list and not part.sheet.above and place == part.sheet.pattern[:-2] for part in content.parts)


def judgement_at(plan: Data, place: str) -> dict[str, Any]:
    """The judgement that a plan has for a place such as judgements/S-36/.1/sites/s1; empty where it has none."""
    about = Judged.at(place)
    return next((one for one in plan.get("judgements") or [] if Judged.of(one) == about), {})


def evidence_at(plan: Data, place: str) -> dict[str, Any]:
    """What a plan's evidence says of exactly this place."""
    evidence = plan.get("evidence")
    entry = evidence.get(place) if isinstance(evidence, dict) else None
    return entry if isinstance(entry, dict) else {}
