"""In words: what of the rules is in force on the day of an assessment."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.assessment import Assessment


def period_words(first: datetime.date | None, last: datetime.date | None, language: str) -> str:
    """ "in force from 2024-07-01 until 2026-12-31"; empty where neither day is stated."""
    if first is None and last is None:
        return ""
    key = "in_force_from_until" if first and last else "in_force_from" if first else "in_force_until"
    return words(language)(key, first=first, last=last)


def in_force_sentences(report: Assessment, language: str) -> list[str]:
    """The rulesets that are not in force on its day, then the parameters whose value the rules date."""
    say = words(language)
    sentences = [
        say("ruleset_not_in_force", ruleset=f"{name} {version}", date=report.as_of, period=period_words(first, last, language))
        for (name, version), (first, last) in zip(report.ruleset.layers, report.ruleset.in_force)
        if (first and report.as_of < first) or (last and report.as_of > last)
    ]
    values = report.parameters
    return sentences + [
        f"{name} = {values[name]}, {period_words(first, last, language)}" for name, (first, last) in report.parameters_in_force.items()
    ]
