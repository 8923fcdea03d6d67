"""Many plans side by side, never as a ranking: how much of each could be judged, where the gaps are, and who has solved them.

in:  plans and a ruleset, or assessments
out: a row for each requirement and plan
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, overload

from brecha import arguments
from brecha.arguments import language_of
from brecha.assessment import Assessment
from brecha.assessments import FailedPlan, assessed_together, batches_of, listed
from brecha.dates import date_of, facts_since_of
from brecha.errors import BrechaError
from brecha.files import written
from brecha.made_tables import OF_ASSESSMENT, OF_REQUIREMENT, VERDICTS, Column, MadeTable
from brecha.parameters import spelled_parameters
from brecha.rows import Solution, Standing
from brecha.ruleset import Ruleset, load, reading_of
from brecha.sentences import Sentence
from brecha.tables import ShownTable, Table, plain_rows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from brecha._core import RequirementInfo
    from brecha.assessments import Progress
    from brecha.portfolio_table import PortfolioTable
    from brecha.rich_view.page import View

COLUMNS = (
    *OF_ASSESSMENT, Column("requirement"), Column("country"), Column("verdict", "category", VERDICTS), Column("holds", "int32"),
    Column("fails", "int32"), Column("unknown", "int32"), Column("lowest", "float64"), Column("highest", "float64"),
)  # fmt: skip
_SOLUTIONS = (*OF_REQUIREMENT, Column("gap_in", "texts"), Column("solved_by", "texts"), Column("open_in", "texts"))
_TOGETHER = 16  # plans assessed in one batch: Ctrl-C is heard between batches, and keeps what is done


_Parts = dict[str, tuple[int, int, int]]
_Counted = tuple[Assessment, _Parts]


class Judged(NamedTuple):
    """How far a plan could be judged, over the requirements of the portfolio; `may` counts for none of the shares met."""

    report: Assessment
    name: str
    judged: float
    lowest: float | None
    highest: float | None
    gaps: int


class Portfolio(ShownTable[Standing]):
    """The table `portfolio`, its assessments, and what could not be read. Prints, and shows in a notebook.

    Its picture: interval bars, tiles by theme and plan that open to requirement and reason, and who has solved what.

    `interrupted` is how many plans were left when Ctrl-C stopped it; 0 where none were.
    """

    __slots__ = ("_parts", "failed", "interrupted", "language", "reports", "requirements")

    failed: list[FailedPlan]
    """Plans that could not be read."""

    def __init__(
        self,
        core: MadeTable,
        counted: Sequence[_Counted],
        requirements: Sequence[RequirementInfo],
        failed: Sequence[FailedPlan],
        interrupted: int,
        language: str,
    ) -> None:
        super().__init__(core, Standing)
        self.reports = [report for report, _ in counted]
        self._parts = [parts for _, parts in counted]
        self.requirements = list(requirements)
        self.failed = list(failed)
        self.interrupted = interrupted
        self.language = language

    @property
    def names(self) -> list[str]:
        """What the plans are called in the views: by country where each has another, else by country and file."""
        countries: list[str | None] = self["country"][: len(self.reports)]
        labels = _country_labels(self.reports, countries, self.language)
        alone = len(set(countries)) == len(countries) and all(countries)
        return [
            labels[place] if alone else " · ".join(part for part in (labels[place], report.plan.name) if part)
            for place, report in enumerate(self.reports)
        ]

    def judged(self) -> list[Judged]:
        """The plans by the share of requirements that could be judged, the largest first. That says how much is known, not how good it is."""
        rows = []
        by_plan = zip(*self._by_requirement(), strict=True)
        for report, name, verdicts in zip(self.reports, self.names, by_plan, strict=True):
            forces = zip(verdicts, (info.modality for info in self.requirements), strict=True)
            owed = [verdict for verdict, force in forces if force != "may" and verdict != "not_applicable"]
            met, open_ = owed.count("met"), owed.count("unknown")
            judged = (len(verdicts) - verdicts.count("unknown")) / len(verdicts)
            gaps = owed.count("not_met") + owed.count("partly_met")
            rows.append(Judged(report, name, judged, _share(met, len(owed)), _share(met + open_, len(owed)), gaps))
        return sorted(rows, key=lambda one: (-one.judged, one.name))

    @property
    def solved(self) -> Table[Solution]:
        """Who has solved what others have a gap in: a row for each requirement with a gap somewhere, most gaps first."""
        names = self.names
        rows = []
        for verdicts, info in zip(self._by_requirement(), self.requirements, strict=True):

            def where(*wanted: str, verdicts: list[str] = verdicts) -> tuple[str, ...]:
                return tuple(name for name, verdict in zip(names, verdicts, strict=True) if verdict in wanted)

            gap_in = where("not_met", "partly_met")
            if gap_in and info.modality != "may":
                rows.append((info.id, info.title, info.theme or None, info.modality, gap_in, where("met"), where("unknown")))
        rows.sort(key=lambda row: -len(row[4]))
        return Table(MadeTable("solved", _SOLUTIONS, rows), Solution)

    def _by_requirement(self) -> list[list[str]]:
        """The verdicts of each requirement, in the order of the plans."""
        verdicts, plans = self["verdict"], len(self.reports)
        return [verdicts[first : first + plans] for first in range(0, len(verdicts), plans)]

    def in_language(self, language: str) -> Portfolio:
        """The same portfolio with texts in another language."""
        language = language_of(language)
        counted = [(report.in_language(language), parts) for report, parts in zip(self.reports, self._parts, strict=True)]
        return _portfolio(counted, self.failed, self.interrupted, language, common=True)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The rows, the plans that failed, and how many were left, as JSON text. Written to `path` where one is given."""
        content = {
            "plans": [{"plan": one.report.plan.name, "assessment": one.report.hash, "judged": round(one.judged, 4), "lowest": one.lowest,
                       "highest": one.highest, "gaps": one.gaps} for one in self.judged()],
            "failed": [one.name for one in self.failed],
            "interrupted": self.interrupted,
            "portfolio": plain_rows(self),
        }  # fmt: skip
        return written(json.dumps(content, ensure_ascii=False, indent=2) + "\n", path)

    def _view(self) -> View:
        from brecha.rich_view.portfolio import VIEW

        return VIEW


class ManyPlans(Protocol):
    """A table of plans, one a row, as rules.assess_table takes it: an Arrow table, or a data frame."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


@overload
def portfolio(
    plans: ManyPlans,
    rules: Ruleset | str | os.PathLike[str],
    as_of: str | datetime.date | None = None,
    *,
    language: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    read: str | None = None,
    facts_since: str | datetime.date | None = None,
) -> PortfolioTable: ...
@overload
def portfolio(
    plans: Iterable[Any] | str | os.PathLike[str],
    rules: Ruleset | str | os.PathLike[str] | None = None,
    as_of: str | datetime.date | None = None,
    *,
    language: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    read: str | None = None,
    facts_since: str | datetime.date | None = None,
    common: bool = False,
    progress: Progress = False,
) -> Portfolio: ...
def portfolio(
    plans: Any,
    rules: Ruleset | str | os.PathLike[str] | None = None,
    as_of: str | datetime.date | None = None,
    *,
    language: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    read: str | None = None,
    facts_since: str | datetime.date | None = None,
    common: bool = False,
    progress: Progress = False,
) -> Portfolio | PortfolioTable:
    """Many plans side by side: paths, dicts or a folder of them, assessed by `rules`; or assessments, as they are.

    A table of plans, one a row (Arrow, a data frame), gives the table alone, made as it is read: 100,000 plans and no views.

    common: assessments by different rules are compared over the requirements that all have; without it they are refused.
    progress: as in assess_all. Ctrl-C keeps the plans that are done, and says how many are left.
    Raises BrechaError where no plan could be read, where rules differ, TypeError where plans come without rules.
    """
    if hasattr(plans, "__arrow_c_stream__") and not isinstance(plans, Table):
        from brecha.portfolio_table import portfolio_table

        if rules is None:
            raise arguments.wrong_type("rules", "a ruleset, its name or path", rules)
        many = rules if isinstance(rules, Ruleset) else load(rules)
        return portfolio_table(many, plans, date_of(as_of), language_of(language or "en"), parameters, read, facts_since)
    given: list[Any] = [plans] if isinstance(plans, Assessment) else list(listed(plans))
    reports = [one for one in given if isinstance(one, Assessment)]
    if reports and len(reports) == len(given):
        tag = language_of(language or reports[0].language)
        return _portfolio([_counted(one.in_language(tag)) for one in reports], getattr(plans, "failed", ()), 0, tag, common)
    if rules is None:
        raise arguments.wrong_type("rules", "a ruleset, its name or path", rules)
    if not isinstance(rules, Ruleset):
        rules = load(rules)
    tag, values = language_of(language or "en"), spelled_parameters(parameters)
    date, since, reading = date_of(as_of), facts_since_of(facts_since), reading_of(read)
    made: list[_Counted] = []
    failed: list[FailedPlan] = []
    try:
        for batch in batches_of(rules, given, reading, progress, tag, _TOGETHER):
            made += [_counted(report) for report in assessed_together(batch, rules, date, tag, values, since)]
            failed += batch.failed
    except KeyboardInterrupt:
        if not made:
            raise
    return _portfolio(made, failed, len(given) - len(made) - len(failed), tag, common)


def _portfolio(counted: list[_Counted], failed: Sequence[FailedPlan], interrupted: int, language: str, common: bool) -> Portfolio:
    if not counted:
        raise BrechaError(Sentence("no_plan_was_read"))
    reports = [report for report, _ in counted]
    versions = {report.ruleset.sha256: report.ruleset for report in reports}
    if len(versions) > 1 and not common:
        named = ", ".join(f"{rules.name} {rules.version} ({rules.sha256[:8]})" for rules in versions.values())
        raise BrechaError(Sentence("other_versions", versions=named))
    shared = set.intersection(*({info.id for info in rules.requirements()} for rules in versions.values()))
    if not shared:
        raise BrechaError(Sentence("nothing_in_common"))
    requirements = [info for info in reports[0].ruleset.requirements(language) if info.id in shared]
    countries = [_country(report) or None for report in reports]
    identities = [(report.hash, report.plan.name, report.as_of) for report in reports]
    rows = []
    for info in requirements:
        for (report, parts), identity, country in zip(counted, identities, countries, strict=True):
            verdict = report._core.verdict(info.id)
            holds, fails, unknown = parts[info.id]
            owed = 0 if verdict == "not_applicable" or info.modality == "may" else holds + fails + unknown
            rows.append(
                (
                    *identity, info.id, country, verdict, holds, fails, unknown, _share(holds, owed),
                    _share(holds + unknown, owed),
                )
            )  # fmt: skip
    return Portfolio(MadeTable("portfolio", COLUMNS, rows), counted, requirements, failed, interrupted, language)


def _counted(report: Assessment) -> _Counted:
    """With how many parts of each requirement hold, fail and are open, over all subjects."""
    table = report.findings
    counted: _Parts = {}
    for requirement, holds, fails, unknown in zip(*(table[name] for name in ("requirement", "holds", "fails", "unknown")), strict=True):
        before = counted.get(requirement, (0, 0, 0))
        counted[requirement] = (before[0] + holds, before[1] + fails, before[2] + unknown)
    return report, counted


@cache
def _share(some: int, all_: int) -> float | None:
    """Four places, half to even; None of nothing."""
    return float((Decimal(some) / all_).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)) if all_ else None


def _country(report: Assessment) -> str:
    try:
        country = report.plan.content().get("country")
    except ValueError:
        return ""
    return country if isinstance(country, str) else ""


def _country_labels(reports: Sequence[Assessment], countries: Sequence[str | None], language: str) -> list[str]:
    """The countries by their names in a language."""
    names: dict[str, dict[str, str]] = {}
    labels = []
    for report, country in zip(reports, countries, strict=True):
        rules = report.ruleset
        if rules.sha256 not in names:
            fields = [field for entity in rules.vocabulary(language).entities if entity.root for field in entity.fields]
            names[rules.sha256] = dict(next((field.choices for field in fields if field.name == "country"), ()))
        labels.append(names[rules.sha256].get(country or "", country or ""))
    return labels
