"""What stands above the pictures that follow a report, and how these list: the plan's title, what was assessed, sentences, names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.wording import Words

_NAMED = 12


def plan_title(report: Assessment) -> str:
    """What the plan calls itself; empty where it has no title."""
    try:
        title = report.plan.content().get("title")
    except ValueError:  # what Python's reader is stricter about than the engine's
        return ""
    return title if isinstance(title, str) else ""


def assessed_as(report: Assessment, say: Words) -> str:
    """Plan, rules, date and name of an assessment."""
    rules = report.ruleset
    return f"{report.plan.name} · {rules.name} {rules.version} · {say['as_of']} {report.as_of} · {say['assessment']} {report.hash}"


def sentence(parts: Iterable[str]) -> str:
    """Clauses as one sentence; empty where there are none."""
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "." if text else ""


def listed(names: Sequence[str], say: Words) -> str:
    """The first twelve, and how many more there are."""
    more = f", {say('more_rows', count=len(names) - _NAMED)}" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
