"""An assessment read against another instrument, through what `map` says: what of it is covered, in part, or not, and why.

in:  an assessment, and the other ruleset or its name
out: a table of OtherRequirement, a row for each requirement of the other instrument
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from brecha.made_tables import OF_ASSESSMENT, Column, MadeTable
from brecha.rows import OtherRequirement
from brecha.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.assessment import Assessment
    from brecha.ruleset import Ruleset

STATES = ("covered", "in_part", "not_covered", "open", "not_asked", "not_mapped")
_COLUMNS = (
    *OF_ASSESSMENT, Column("other"), Column("requirement"), Column("title"), Column("state", "category", STATES), Column("through", "texts"),
    Column("why"),
)  # fmt: skip
_TURNED = {"equal": "equal", "subset": "superset", "superset": "subset", "intersects": "intersects"}


class _Link(NamedTuple):
    """A requirement of the assessment, and how it stands to one of the other instrument."""

    requirement: str
    relation: str
    verdict: str


class OtherReading(Table[OtherRequirement]):
    """What an assessment says of another instrument."""

    __slots__ = ("language", "other")

    def __init__(self, core: MadeTable, other: str, language: str) -> None:
        super().__init__(core, OtherRequirement)
        self.other = other
        self.language = language

    @property
    def counts(self) -> dict[str, int]:
        """How many requirements of the other instrument are in each state."""
        states = self["state"]
        return {state: states.count(state) for state in STATES}

    def to_json(self) -> str:
        """`{"other", "counts", "requirements": [{"requirement", "title", "state", "through", "why"}]}`."""
        names = ("requirement", "title", "state", "through", "why")
        rows = [{name: getattr(row, name) for name in names} for row in self]
        return json.dumps({"other": self.other, "counts": self.counts, "requirements": rows}, ensure_ascii=False, indent=2) + "\n"

    def to_text(self, width: int = 100) -> str:
        """A line for each requirement, under a line that counts them; in the report's language."""
        from brecha.rich_view.tailoring import other_reading_text

        return other_reading_text(self, width)

    def __str__(self) -> str:
        return self.to_text()


def mapped_names(rules: Ruleset) -> list[str]:
    """The instruments that a ruleset's `map` lines speak of."""
    return sorted({mapping.ruleset for mapping in rules._core.mappings()})


def reading_of(report: Assessment, other: Ruleset | str) -> OtherReading:
    """`other`: the ruleset, or the name that `map` lines give it. By its name alone, only what is mapped is known of it.

    Raises UnknownNameError for a name that no line gives.
    """
    if isinstance(other, str) and other not in (names := mapped_names(report.ruleset)):
        from brecha.errors import UnknownNameError
        from brecha.near_names import did_you_mean
        from brecha.sentences import Sentence

        near = did_you_mean(other, names)
        raise UnknownNameError(Sentence("nothing_mapped", ruleset=report.ruleset.name, other=other, near=near, names=tuple(names) or "–"))
    from brecha.rich_view.tailoring import link_sentence

    name = other if isinstance(other, str) else other.name
    links = _links(report, name, None if isinstance(other, str) else other)
    titles = dict.fromkeys(links, "") if isinstance(other, str) else {info.id: info.title for info in other.requirements(report.language)}
    rows = []
    for requirement, title in titles.items():
        through = links.get(requirement, [])
        rows.append((
            report.hash, report.plan.name, report.as_of, name, requirement, title or None, state_of(through),
            [link.requirement for link in through], " ".join(link_sentence(*link, report.language) for link in through) or None,
        ))  # fmt: skip
    return OtherReading(MadeTable("other_reading", _COLUMNS, rows), name, report.language)


def _links(report: Assessment, name: str, other: Ruleset | None) -> dict[str, list[_Link]]:
    """By the other instrument's ids, from both sides' `map` lines; what both have of one base answers for itself."""
    found: dict[str, list[_Link]] = {}
    for mapping in report.ruleset._core.mappings():
        if mapping.ruleset == name:
            link = _Link(mapping.requirement, mapping.relation, report[mapping.requirement].verdict)
            found.setdefault(mapping.other, []).append(link)
    if other is not None:
        layers = {layer for layer, _ in report.ruleset.layers}
        known = {info.id for info in report.ruleset.requirements()}
        for mapping in other._core.mappings():
            if mapping.ruleset in layers and mapping.other in known:
                link = _Link(mapping.other, _TURNED[mapping.relation], report[mapping.other].verdict)
                if link not in found.setdefault(mapping.requirement, []):
                    found[mapping.requirement].append(link)
        for requirement in _shared(report, other):
            found.setdefault(requirement, []).append(_Link(requirement, "equal", report[requirement].verdict))
    return found


def _shared(report: Assessment, other: Ruleset) -> list[str]:
    """What both rulesets have of the last base that they share, and neither changes."""
    rules = report.ruleset
    common = [layer for layer in rules.layers if layer in other.layers]
    if not common:
        return []
    base, _ = common[-1]
    changes = [change for one in (rules, other) if one.name != base for change in one.diff(base) if change.change not in ("map", "waive")]
    changed = {change.requirement for change in changes}
    parameters = {change.parameter for change in changes if change.parameter} | report.parameters_set.keys()
    of_other = {info.id for info in other.requirements()}
    return [
        info.id
        for info in rules.requirements()
        if info.id in of_other - changed
        and not any(kind == "parameter" and text in parameters for kind, text, _ in rules._core.constants(info.id))
    ]


def state_of(links: Iterable[_Link]) -> str:
    """One of STATES. A waiver changes nothing here: the other instrument knows nothing of it."""
    links = list(links)
    if not links:
        return "not_mapped"
    whole = any(link.verdict == "met" and link.relation in ("equal", "superset") for link in links)
    some = whole or any(link.verdict in ("met", "partly_met") for link in links)
    against = any(link.verdict in ("not_met", "partly_met") and link.relation in ("equal", "subset") for link in links)
    if whole and not against:
        return "covered"
    if some:
        return "in_part"
    if against:
        return "not_covered"
    return "not_asked" if all(link.verdict == "not_applicable" for link in links) else "open"
