"""The steps of a protocol as far as they have got, row by row: the state, the days, who, and what is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.headings import sentence
from brecha.rich_view.marks import Mark, tag
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.rows import StepProgress

_DONE = ("done", "done_late", "out_of_order")
SIGNS = {
    "done": "✓", "done_late": "✓", "out_of_order": "✓", "late": "!", "perhaps_late": "?", "under_way": "▸", "next": "▸", "not_yet": "·", "waiting": "·",
}  # fmt: skip


def procedures(rows: Sequence[StepProgress]) -> dict[tuple[str, str], list[StepProgress]]:
    """The steps of each procedure, by protocol and place."""
    found: dict[tuple[str, str], list[StepProgress]] = {}
    for row in rows:
        found.setdefault((row.requirement, row.subject or ""), []).append(row)
    return found


def counted_up(rows: Sequence[StepProgress], say: Words) -> str:
    """How many are done, how many late, and what is next."""
    parts = [say("progress_counts", done=sum(row.state in _DONE for row in rows), count=len(rows))]
    late = sum(row.state == "late" for row in rows)
    if late:
        parts.append(say("progress_late", count=late))
    ready = [row.label for row in rows if row.state == "next"]
    if ready:
        parts.append(f"{say['progress_next']}{say['colon']}{', '.join(ready)}")
    return one_line(sentence(parts))


def when(row: StepProgress, say: Words) -> str:
    """When it was; of what is not done, from when on and until when it can be in time."""
    if row.state in _DONE:
        if row.began is not None and row.began == row.ended:
            return str(row.began)
        return f"{row.began or '?'} – {row.ended or '?'}"
    parts = [say("since_day", date=row.began)] if row.began is not None and row.began <= row.as_of else []
    if row.state in ("late", "perhaps_late"):
        if row.ends_by is not None and row.ends_by < row.as_of:
            parts.append(say("was_due_by", date=row.ends_by))
        elif row.begins_by is not None:
            parts.append(say("was_to_begin_by", date=row.begins_by))
        return "; ".join(parts)
    if row.begins_from is not None and row.begins_from > row.as_of:
        parts.append(say("begins_from_day", date=row.begins_from))
    if row.begins_by is not None and row.begins_by != row.ends_by:
        parts.append(say("begins_by_day", date=row.begins_by))
    if row.ends_by is not None:
        parts.append(say("ends_by_day", date=row.ends_by))
    return "; ".join(parts)


def who(row: StepProgress) -> str:
    """Those who take it, as the plan has them; else in which roles the protocol has it taken."""
    return ", ".join(row.agencies or [role.replace("_", " ") for role in row.by])


def waits_for(row: StepProgress, rows: Sequence[StepProgress], say: Words) -> str:
    labels = {one.step: one.label for one in rows}
    return f"{say['waits_for']}{say['colon']}{', '.join(labels.get(step, step) for step in row.waits_for)}" if row.waits_for else ""


def steps_table(rows: Sequence[StepProgress], say: Words) -> Mark:
    """The steps of one procedure as a table."""
    heads = ("step_head", "state_head", "when_head", "who_head", "waits_for")
    labels = {one.step: one.label for one in rows}
    made = [
        tag(
            "tr",
            tag("td", row.label),
            tag("td", f"{SIGNS[row.state]} {say[f'step_{row.state}']}", class_="late" if row.state == "late" else None),
            tag("td", when(row, say)),
            tag("td", who(row)),
            tag("td", ", ".join(labels.get(step, step) for step in row.waits_for)),
        )
        for row in rows
    ]
    head = tag("thead", tag("tr", *(tag("th", say[word], scope="col") for word in heads)))
    return tag("div", tag("table", head, tag("tbody", *made), style="width:100%"), class_="scroll")
