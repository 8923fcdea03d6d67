"""Tailoring in words: what a ruleset changes of its base, and the waivers that lie over an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha import _core
from brecha.harmless import one_line
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.read_against import OtherReading
    from brecha.rows import RuleChange, WaivedRequirement
    from brecha.tailoring import Difference
    from brecha.wording import Words


def difference_text(difference: Difference, language: str) -> str:
    say = words(language)
    head = say("difference", base=difference.base, tailored=difference.tailored, count=len(difference))
    lines = [head]
    if difference.weakened:
        lines.append(say("difference_weakened", count=difference.weakened))
    origin = None
    for change in difference:
        if change.origin != origin:
            origin = change.origin
            lines += ["", origin]
        lines += _change_lines(change, say)
    return "\n".join(lines)


def _change_lines(change: RuleChange, say: Words) -> list[str]:
    name = change.requirement or change.parameter or ""
    title = f" {change.title}" if change.title else ""
    weakens = f" · {say[f'weakens_{change.weakens}']}" if change.weakens != "no" else ""
    lines = [f"  {say[f'change_{change.change}']} {name}{one_line(title)}{weakens}"]
    lines += [f"      {_value(value, say)}" for value in _before_and_after(change, say)]
    why = " · ".join(one_line(part) for part in (change.because, change.source) if part)
    return [*lines, f"      {why}"] if why else lines


def _before_and_after(change: RuleChange, say: Words) -> list[str]:
    if change.change == "waive":
        return [say("waived", date=change.until) if change.until else say["waived_for_ever"]]
    if change.change == "map":
        relation, ruleset, other = (change.new or "").split(" ", 2)
        return [f"{say[f'relation_{relation}']} {ruleset} {other}"]
    if change.change == "add":
        return [say[change.new or ""]]
    before = [f"− {line}" for line in (change.old or "").split("\n") if line]
    return before + [f"+ {line}" for line in (change.new or "").split("\n") if line]


def _value(line: str, say: Words) -> str:
    """The modality of a `make` in the reader's words."""
    sign, _, value = line.partition(" ")
    return f"{sign} {say[value]}" if sign in ("−", "+") and value in ("shall", "should", "may") else one_line(line)


def waiver_head(waived: WaivedRequirement, say: Words) -> str:
    """ "W-3 The quay is fenced: partly met" """
    return f"{waived.requirement} {waived.title}{say['colon']}{verdict_words(waived.verdict, say.language)}"


def waiver_about(waived: WaivedRequirement, say: Words) -> str:
    """Until when, why, by whom."""
    until = say("waived", date=waived.until) if waived.until else say["waived_for_ever"]
    soon = say["ends_soon"] if waived.ends_soon else ""
    return " · ".join(part for part in (until, soon, waived.because, waived.origin, waived.source) if part)


def link_sentence(requirement: str, relation: str, verdict: str, language: str) -> str:
    """ "D-1 asks for a part of it: met." """
    say = words(language)
    return say("link", requirement=requirement, relation=say[f"link_{relation}"], verdict=verdict_words(verdict, language))


def verdict_words(verdict: str, language: str) -> str:
    """ "not met", as the cases of a ruleset write it."""
    return _core.keyword(verdict, language).replace("_", " ")


def other_reading_text(reading: OtherReading, width: int) -> str:
    from brecha.rich_view.text import wrapped

    say = words(reading.language)
    counts = ", ".join(f"{say[f'state_{state}']} {count}" for state, count in reading.counts.items() if count)
    lines = wrapped(f"{reading.other}{say['colon']}{counts or '–'}", width, "", "  ")
    for row in reading:
        title = f" {row.title}" if row.title else ""
        lines += wrapped(f"{row.requirement}{title}{say['colon']}{say[f'state_{row.state}']}", width, "  ", "    ")
        lines += wrapped(row.why, width, "      ", "      ") if row.why else []
    return "\n".join(lines)
