"""How long remedies take, by the `effort` of their requirements.

in:  an assessment and gaps of it
out: days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.assessment import Assessment
    from brecha.rows import Gap


def days_of(report: Assessment, gaps: Iterable[Gap]) -> float | None:
    """Of each requirement once for all its subjects, for each of them where it says `each`; None where no requirement says it."""
    efforts: dict[str, list[float]] = {}
    for gap in gaps:
        if gap.effort_days is not None:
            efforts.setdefault(gap.requirement, []).append(gap.effort_days)
    if not efforts:
        return None
    return sum(sum(days) if is_for_each(report, requirement) else max(days) for requirement, days in efforts.items())


def is_for_each(report: Assessment, requirement: str) -> bool:
    """Does the effort count for every subject?"""
    return report.ruleset.requirement(requirement, "en").effort.endswith(" each")
