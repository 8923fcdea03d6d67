"""Hundreds of gaps become a few lines by four cuts, in this order: fold under what they wait for, one line for one cause,
by theme, the gravest first.

    in:  the rows of `report.gaps`
    out: sections (theme, lines); each line has its gaps and those folded under it
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from brecha.rows import Gap

_STANDINGS = ("law", "treaty", "standard", "guidance", "programme", "practice")
_MODALITIES = ("shall", "should", "may")


class GapLine(NamedTuple):
    """Gaps that are shown as one: the gravest first, then the others of the same cause or requirement."""

    gaps: list[Gap]
    waiting: list[Gap]  # folded: their remedies wait for this one's

    @property
    def gravest(self) -> Gap:
        return self.gaps[0]


class ThemeSection(NamedTuple):
    theme: str | None
    lines: list[GapLine]


def cut(gaps: Sequence[Gap]) -> list[ThemeSection]:
    """No gap is lost: each stands in one line, as its own or as waiting."""
    order = {gap: place for place, gap in enumerate(dict.fromkeys(gaps))}
    roots, waiting = fold_under_after(gaps)
    lines = []
    for group in group_by_cause(roots):
        group.sort(key=lambda gap: (gravity(gap), order[gap]))
        folded = [gap for requirement in dict.fromkeys(gap.requirement for gap in group) for gap in waiting.pop(requirement, [])]
        lines.append(GapLine(group, folded))
    lines.sort(key=lambda line: (gravity(line.gravest), order[line.gravest]))
    sections: dict[str | None, list[GapLine]] = {}
    for line in lines:
        sections.setdefault(line.gravest.theme, []).append(line)
    return [ThemeSection(theme, members) for theme, members in sections.items()]


def gravity(gap: Gap) -> tuple[int, int, int, int]:
    """Sorts the gravest first: modality, standing of its source, how many remedies wait for it; nothing met before partly met."""
    standing = _STANDINGS.index(gap.standing) if gap.standing in _STANDINGS else len(_STANDINGS)
    modality = _MODALITIES.index(gap.modality) if gap.modality in _MODALITIES else len(_MODALITIES)
    return modality, standing, -gap.blocks, int(gap.verdict == "partly_met")


def fold_under_after(gaps: Sequence[Gap]) -> tuple[list[Gap], dict[str, list[Gap]]]:
    """Gaps that wait for no other gap, and those that do, by the requirement at the root of what they wait for."""
    open_requirements = {gap.requirement: gap.after for gap in gaps}

    root: dict[str, str] = {}
    for requirement in open_requirements:
        way = {requirement: None}
        last = requirement
        while last not in root:
            earlier = next((other for other in open_requirements[last] if other in open_requirements and other not in way), None)
            if earlier is None:
                break
            last = earlier
            way[last] = None
        root.update(dict.fromkeys(way, root.get(last, last)))
    roots: list[Gap] = []
    waiting: dict[str, list[Gap]] = {}
    for gap in gaps:
        first = root[gap.requirement]
        if root[first] != first:  # they wait for each other: each stands by itself
            first = gap.requirement
        if first == gap.requirement:
            roots.append(gap)
        else:
            waiting.setdefault(first, []).append(gap)
    return roots, waiting


def group_by_cause(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """One group for one cause; causes that touch a single requirement are one group for that requirement."""
    by_cause: dict[str, list[Gap]] = {}
    for number, gap in enumerate(gaps):
        by_cause.setdefault(gap.cause or f"#{number}", []).append(gap)
    groups: list[list[Gap]] = []
    by_requirement: dict[str, list[Gap]] = {}
    for members in by_cause.values():
        requirements = {gap.requirement for gap in members}
        if len(requirements) > 1:
            groups.append(members)
            continue
        requirement = members[0].requirement
        if requirement in by_requirement:
            by_requirement[requirement].extend(members)
        else:
            by_requirement[requirement] = members
            groups.append(members)
    return groups
