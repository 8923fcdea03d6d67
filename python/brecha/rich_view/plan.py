"""A plan that was read: the lists it takes as complete, and what it could not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag
from brecha.rich_view.text import printable

if TYPE_CHECKING:
    from brecha.plan import Plan

_FEW = 10


def _complete(plan: Plan) -> str:
    lists = plan.complete_lists
    if not lists:
        return "no list is taken as complete"
    shown = [f"{place} ({count})" for place, count in list(lists.items())[:_FEW]]
    more = f", {len(lists) - _FEW} more" if len(lists) > _FEW else ""
    return f"taken as complete: {', '.join(shown)}{more}"


def _unused(plan: Plan) -> list[str]:
    shown = [
        f"{note.code} {note.place or note.pointer or 'plan'}{f' (line {note.line})' if note.line else ''}: {note.message}"
        + (f"; {note.help}" if note.help else "")
        for note in plan.notes[:_FEW]
    ]
    return [*shown, f"{len(plan.notes) - _FEW} more: plan.notes"] if len(plan.notes) > _FEW else shown


def plan_text(plan: Plan) -> str:
    unused = _unused(plan)
    notes = [f"notes ({len(plan.notes)}):", *("  " + line for line in unused)] if unused else ["nothing in it was left unused"]
    return printable_lines([f"<Plan {plan.name} for {plan.ruleset.name}>", f"  {_complete(plan)}", *("  " + line for line in notes)])


def printable_lines(lines: list[str]) -> str:
    return "\n".join(printable(line) for line in lines)


def plan_html(plan: Plan) -> str:
    unused = _unused(plan)
    notes = tag("ul", *(tag("li", line) for line in unused)) if unused else tag("p", "nothing in it was left unused", class_="faint")
    return in_notebook(tag("p", tag("strong", plan.name), f" for {plan.ruleset.name}"), tag("p", _complete(plan)), notes)
