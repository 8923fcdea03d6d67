"""What tailoring does, as tables: the changes from a base to a ruleset that extends it, and the waivers that lie over an assessment.

in:  a ruleset and one of its bases; an assessment
out: a table each, of RuleChange and of WaivedRequirement
"""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from brecha import arguments
from brecha.errors import UnknownNameError
from brecha.made_tables import MODALITIES, OF_ASSESSMENT, VERDICTS, Column, MadeTable
from brecha.near_names import did_you_mean
from brecha.rows import RuleChange, WaivedRequirement
from brecha.sentences import Sentence
from brecha.tables import Table, plain_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brecha.assessment import Assessment
    from brecha.ruleset import Ruleset

DAYS_BEFORE_END = 90
"""A waiver that ends within so many days is told of."""

_DIFFERENCE = (
    Column("requirement"), Column("parameter"), Column("title"), Column("change", "category", ("set", "make", "waive", "replace", "add", "map")),
    Column("origin", "category"), Column("old"), Column("new"), Column("because"), Column("source"), Column("until", "date"),
    Column("weakens", "category", ("no", "possibly", "yes")),
)  # fmt: skip
_WAIVED = (
    *OF_ASSESSMENT, Column("requirement"), Column("title"), Column("modality", "category", MODALITIES),
    Column("verdict", "category", VERDICTS), Column("until", "date"), Column("ends_soon", "boolean"), Column("because"),
    Column("origin", "category"), Column("source"),
)  # fmt: skip


class Difference(Table[RuleChange]):
    """What a ruleset and those between it and `base` change, add and map, layer by layer in the order written."""

    __slots__ = ("_heads",)

    def __init__(self, core: MadeTable, heads: tuple[str, str]) -> None:
        super().__init__(core, RuleChange)
        self._heads = heads

    @property
    def base(self) -> str:
        """Its name and version."""
        return self._heads[0]

    @property
    def tailored(self) -> str:
        """Its name and version."""
        return self._heads[1]

    @property
    def weakened(self) -> int:
        """How many changes ask for less, or may."""
        return sum(change.weakens != "no" for change in self)

    def to_json(self) -> str:
        """`{"base", "tailored", "weakened", "changes": [a row each]}`; dates as texts, what is not stated null."""
        made = {"base": self.base, "tailored": self.tailored, "weakened": self.weakened, "changes": plain_rows(self)}
        return json.dumps(made, ensure_ascii=False, indent=2) + "\n"

    def to_text(self, language: str = "en") -> str:
        """A line or two for each change, in `language`."""
        from brecha.rich_view.tailoring import difference_text

        return difference_text(self, language)

    def __str__(self) -> str:
        return self.to_text()


def difference(rules: Ruleset, base: Ruleset | str, language: str) -> Difference:
    """Raises UnknownNameError where `base` is not among what `rules` extends."""
    name = arguments.text(base, "base") if isinstance(base, str) else base.name
    layers = rules.layers
    names = [layer for layer, _ in layers]
    if name not in names[:-1]:
        near = did_you_mean(name, names[:-1])
        raise UnknownNameError(Sentence("not_a_base", ruleset=rules.name, base=name, near=near))
    place = names.index(name)
    heads = " ".join(layers[place]), " ".join(layers[-1])
    return Difference(MadeTable("difference", _DIFFERENCE, _changes(rules, set(names[place + 1 :]), language)), heads)


def _changes(rules: Ruleset, layers: set[str], language: str) -> Iterator[tuple[Any, ...]]:
    infos = rules.requirements(language)
    titles = {info.id: info.title for info in infos}
    for change in rules._core.changes(language):
        if change.origin in layers:
            yield (
                change.requirement or None, change.parameter or None, titles.get(change.requirement), change.kind, change.origin,
                change.before or None, change.after or None, change.because or None, _cited(change), change.until, change.weakens,
            )  # fmt: skip
    for info in infos:
        if info.origin in layers:
            yield info.id, None, info.title, "add", info.origin, None, info.modality, None, "; ".join(info.sources) or None, None, "no"
    for mapping in rules._core.mappings():
        if mapping.origin in layers:
            new = f"{mapping.relation} {mapping.ruleset} {mapping.other}"
            yield mapping.requirement, None, titles[mapping.requirement], "map", mapping.origin, None, new, None, None, None, "no"


def waivers_of(report: Assessment) -> Table[WaivedRequirement]:
    """The requirements over which a waiver lies on the day of the assessment, in the ruleset's order."""
    rows = []
    for info in report.ruleset.requirements(report.language):
        waiver = info.waiver
        if waiver is None or (waiver.until is not None and waiver.until < report.as_of):
            continue
        soon = waiver.until is not None and waiver.until - report.as_of <= datetime.timedelta(days=DAYS_BEFORE_END)
        rows.append((
            report.hash, report.plan.name, report.as_of, info.id, info.title, info.modality, report[info.id].verdict, waiver.until, soon,
            waiver.because, waiver.origin, _cited(waiver),
        ))  # fmt: skip
    return Table(MadeTable("waivers", _WAIVED, rows), WaivedRequirement)


def _cited(why: Any) -> str | None:
    return " ".join(part for part in (why.source, why.clause) if part) or None
