"""A plan that was read: the lists it takes as complete, and what it could not use. In the ruleset's first language, as a ruleset is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import tag
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.plan import Plan

_FEW = 10


def _words_for(plan: Plan) -> Words:
    languages = plan.ruleset.languages
    return words(languages[0] if languages else "en")


def _complete(plan: Plan, say: Words) -> str:
    lists = plan.complete_lists
    if not lists:
        return say["no_complete_list"]
    shown = [f"{place} ({count})" for place, count in list(lists.items())[:_FEW]]
    if len(lists) > _FEW:
        shown.append(say("more_rows", count=len(lists) - _FEW))
    return f"{say['complete_lists']}{say['colon']}{', '.join(shown)}"


def _unused(plan: Plan, say: Words) -> list[str]:
    notes = plan.notes_in(say.language)
    shown = [remark.shown(say.language) for remark in plan.remarks[:_FEW]]
    if len(plan.remarks) > _FEW:
        shown.append(f"{say('more_rows', count=len(plan.remarks) - _FEW)}{say['colon']}plan.remarks")
    for note in notes[:_FEW]:
        line = f" ({say('line', line=note.line)})" if note.line else ""
        way_out = f"; {note.help}" if note.help else ""
        shown.append(f"{note.code} {note.place or note.pointer or say['plan']}{line}{say['colon']}{note.message}{way_out}")
    if len(notes) > _FEW:
        shown.append(f"{say('more_rows', count=len(notes) - _FEW)}{say['colon']}plan.notes")
    return shown


def plan_text(plan: Plan) -> str:
    say = _words_for(plan)
    unused = _unused(plan, say)
    lines = [f"<Plan {plan.name} for {plan.ruleset.name}>", f"  {_complete(plan, say)}"]
    lines += (
        [f"  {say['remarks']} ({len(plan.notes) + len(plan.remarks)}){say['colon']}", *(f"    {line}" for line in unused)]
        if unused
        else [f"  {say['all_used']}"]
    )
    return "\n".join(one_line(line).rstrip() for line in lines)


def plan_html(plan: Plan) -> str:
    say = _words_for(plan)
    unused = _unused(plan, say)
    notes = tag("ul", *(tag("li", line) for line in unused)) if unused else tag("p", say["all_used"], class_="faint")
    return in_notebook(tag("p", tag("strong", plan.name), f" · {plan.ruleset.name}"), tag("p", _complete(plan, say)), notes)
