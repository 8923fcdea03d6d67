"""A plan assessed against a ruleset: verdicts, gaps, what is missing, and what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from brecha import _core, arguments
from brecha.arguments import language_of
from brecha.exports.methods import Exports
from brecha.files import replacing, written
from brecha.rows import Evidence, Finding, Gap, Missing, Note, Question, WaivedRequirement
from brecha.tables import Row, Table

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Mapping, Sequence

    from brecha.applicability import Applicability, Decisions
    from brecha.asking.notebook import NotebookForm
    from brecha.documents.document import Document
    from brecha.pictures.picture import Picture
    from brecha.plan import Plan
    from brecha.progress import Progress
    from brecha.read_against import OtherReading
    from brecha.repairs import Asked, Costs, Repairs
    from brecha.roadmap import Roadmap
    from brecha.ruleset import Ruleset
    from brecha.why import Why


class Source(NamedTuple):
    """A clause that a requirement rests on. standing: law, treaty, standard …; reading: full, heading, unverified, proposal, inferred."""

    id: str
    clause: str
    standing: str
    reading: str


class Assessment(Exports):
    """What `rules.assess` gives. Never changes; keeps its ruleset and plan. In a notebook, or printed: the whole picture.

    `report["TS-03"]` looks a requirement up by its id. Tables: findings, parts, gaps, missing, evidence, notes, questions().
    Pickled, it is its plan, date and parameters, and is assessed again.
    """

    __slots__ = ("_core", "language", "parameters_set", "plan")

    parameters_set: dict[str, str]
    """Parameters that were given a value for this assessment, other than the ruleset's own."""

    def __init__(self, core: _core.Assessment, plan: Plan, language: str, parameters_set: Sequence[tuple[str, str]] = ()) -> None:
        self._core = core
        self.parameters_set = dict(parameters_set)
        self.plan = plan
        self.language = language

    # --- in short ---

    @property
    def ruleset(self) -> Ruleset:
        return self.plan.ruleset

    @property
    def as_of(self) -> datetime.date:
        """The date that the plan was assessed for."""
        date: datetime.date = self._core.as_of
        return date

    @property
    def facts_since(self) -> datetime.date | None:
        """Statements that were so before this day count as missing; None where every statement counts."""
        return self._core.facts_since

    @property
    def parameters(self) -> dict[str, str]:
        """Every parameter that has a value here, as a rule would write it."""
        return dict(self._core.parameters())

    @property
    def parameters_in_force(self) -> dict[str, tuple[datetime.date | None, datetime.date | None]]:
        """Those of them whose value the ruleset dates: from when until when that value is in force, None where no day is stated."""
        return dict(self._core.parameters_in_force())

    @property
    def hash(self) -> str:
        """Short name of this assessment: from ruleset, plan, date, parameters and engine version."""
        return self._core.hash()

    @property
    def summary(self) -> _core.Summary:
        """Counts over the requirements; `lowest` and `highest` are the share met at worst and at best (None: none applies)."""
        return self._core.summary()

    # --- tables; each is made when the first of it is read, in a block of limits() when it is asked for ---

    def _table(self, name: str, row_type: type[Row]) -> Table[Row]:
        core, language = self._core, self.language
        table = Table(lambda: core.table(name, language), row_type)
        if _core.limits_in_force.get(None) is not None:
            len(table)
        return table

    @property
    def findings(self) -> Table[Finding]:
        """A row for each requirement and subject."""
        return self._table("findings", Finding)

    @property
    def waivers(self) -> Table[WaivedRequirement]:
        """The requirements over which a waiver lies on the day of the assessment; `ends_soon`: within 90 days."""
        from brecha.tailoring import waivers_of

        return waivers_of(self)

    @property
    def parts(self) -> Table[Finding]:
        """A row for each requirement, subject and part."""
        return self._table("parts", Finding)

    @property
    def gaps(self) -> Table[Gap]:
        """A row for each finding that is a gap, with cause, remedy, effort and what it waits for."""
        return self._table("gaps", Gap)

    @property
    def missing(self) -> Table[Missing]:
        """A row for each place whose silence keeps a finding open, with the question that would fill it."""
        return self._table("missing", Missing)

    @property
    def evidence(self) -> Table[Evidence]:
        """A row for each place of the plan that a finding rests on."""
        return self._table("evidence", Evidence)

    @property
    def notes(self) -> Table[Note]:
        """A row for each remark on the plan as it was read."""
        return self._table("notes", Note)

    def questions(self, most: int | None = None) -> Table[Question]:
        """What to ask next, ranked by how many findings the answers settle together; the first `most` of them."""
        most = arguments.optional_whole_number(most, "most")
        core = self._core.table("questions", self.language)
        if most is not None and most < len(core):
            core = core.head(max(most, 0))
        return Table(core, Question)

    # --- one requirement ---

    def __getitem__(self, requirement: str) -> RequirementResult:
        """The result for a requirement id. Raises UnknownNameError, naming the nearest, where the ruleset has none of that id."""
        return RequirementResult(self, self.ruleset.requirement(requirement, self.language))

    def why(self, requirement: str, subject: str | None = None) -> Why:
        """The clauses and values that decided a requirement, for one subject ("agencies/ict") or all. Raises UnknownNameError as [] does."""
        return self[requirement].why(subject)

    def ask(self, *, who: str = "", document: Document | None = None) -> NotebookForm:
        """In a notebook: the open questions one by one, each answer assessed at once. `.report` and `.save(path)` give what came of it.

        who: noted beside each answer. document: its passages that may answer stand below each question, to be chosen as where the answer
        stands. Raises NotInstalledError without ipywidgets.
        """
        from brecha.asking.notebook import NotebookForm as Form

        return Form(self, arguments.text(who, "who"), document)

    # --- files and other languages ---

    def in_language(self, language: str) -> Assessment:
        """The same assessment with texts in another language; where a text lacks it, in the ruleset's first."""
        return Assessment(self._core, self.plan, language_of(language), list(self.parameters_set.items()))

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The whole report as JSON text: the same bytes from the same inputs. Written to `path` where one is given."""
        return written(self._core.to_json(self.language), path)

    def to_dict(self) -> dict[str, Any]:
        """The JSON report as Python dicts and lists."""
        import json

        content = json.loads(self.to_json())
        return dict(content)

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """The rich view as one page that needs nothing else. Written to `path` where one is given."""
        from brecha.rich_view.page import page

        return written(page([self], self.language), path)

    def to_text(self, width: int = 100, color: bool = False) -> str:
        """The rich view as a terminal shows it."""
        from brecha.rich_view.text import report_text

        return report_text(self, arguments.whole_number(width, "width"), bool(color))

    def _reports(self) -> list[Assessment]:
        return [self]

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """A workbook with a sheet for each table. Raises ImportError, saying what to install, without XlsxWriter."""
        from brecha.excel import write_workbook

        with replacing(path) as beside:
            write_workbook([self], beside)

    def roadmap(self, start: str | datetime.date | None = None) -> Roadmap:
        """In which order the gaps are closed: a line for each remedy, in waves, what is open first as something to find out.

        start: the day on which work starts; then each line has its days, and those on the longest way are critical.
        `.training` is the view by training module; to_text, to_html, to_svg (Gantt), to_ics (calendar), to_csv, to_json.
        """
        from brecha.roadmap import roadmap_of

        return roadmap_of(self, start)

    def progress(self, requirement: str | None = None) -> Progress:
        """Where the steps of the protocols stand in what the plan records: done, late, under way, next, and by when.

        requirement: of this protocol alone. A row for each step of every procedure with dates; none where the plan has no such record.
        Raises UnknownNameError for a requirement that is not there.
        """
        from brecha.progress import progress_of

        return progress_of(self, requirement)

    def read_against(self, other: Ruleset | str) -> OtherReading:
        """The assessment read through `map` lines against another instrument: covered, in part, not, and why.

        other: its ruleset, whose requirements all get a row and whose own `map` lines count too; or its name as `map` lines write it: then
        only what is mapped has a row. Raises UnknownNameError for a name that no line gives.
        """
        from brecha.read_against import reading_of

        return reading_of(self, other)

    def repairs(
        self,
        requirement: Asked = None,
        subject: str | None = None,
        *,
        together: bool = False,
        most: int = 3,
        dearer: float = 0.0,
        costs: Costs | None = None,
        weights: Mapping[str, float] | None = None,
        worse: bool = False,
        tries: int | None = None,
    ) -> Repairs:
        """What would close the gaps: the least changes of the plan, each set made and assessed before it is shown.

        requirement: an id, a row of gaps, or several; all gaps where none is given. subject: for one subject alone.
        together: all of them by one set of changes. most: so many alternatives for each gap, those that cost the same as the least,
        or up to `dearer` more. costs: of each action ("state", "add", "improve", "restate" …), None for what is not to be proposed.
        weights: factors by entity and field ("Agency.representatives"), by entity, or by field. worse: may something get worse?
        tries: plans assessed for one part of a gap, 60 to 300 by how many are asked about; `.stopped_early` says whether that was too few.
        Raises UnknownNameError for a requirement, subject or action that is not there, BrechaError for a requirement without a gap.
        """
        from brecha.repairs import repairs_of

        return repairs_of(
            self, requirement, subject, together=together, most=most, dearer=dearer, costs=costs, weights=weights, worse=worse, tries=tries
        )

    def applicability(self, decisions: Decisions = None) -> Applicability:
        """The statement of applicability: every requirement, whether it applies and why, its verdict, what was decided and why.

        decisions: {"TS-03": ("accept", "too small a port")}, rows or a data frame with requirement, decision and reason, or the path
        of such a CSV file. Raises UnknownNameError for a requirement that is not there.
        """
        from brecha.applicability import applicability_of

        return applicability_of(self, decisions)

    def plot(self, kind: str = "themes", *, most: int | None = None, requirement: str | None = None) -> Picture:
        """A picture: themes, intervals, questions, remedies, calendar, timeline. `most`: of how many questions, remedies, lists of dates,
        procedures. `requirement`: of which protocol the timeline shows the procedures; of all where it is not said.

        `report.plot("themes").save("themes.svg")`. Raises UnknownNameError for another, BrechaError for a calendar where no rule
        says how far apart dates may lie and for a timeline where no protocol meets a procedure, ImportError, saying what to install,
        without the extra `pictures`.
        """
        from brecha.pictures.plotting import plot

        return plot(self, kind, most, requirement)

    def __reduce__(self) -> tuple[object, ...]:
        return _assessed_again, (self.plan, self.as_of, self.language, self.parameters_set, self.facts_since)

    def _repr_html_(self) -> str:
        from brecha.rich_view.html import fragment

        return fragment(self)

    def __repr__(self) -> str:
        return self.to_text()


class RequirementResult:
    """What an assessment says of one requirement."""

    __slots__ = ("_report", "information")

    def __init__(self, report: Assessment, information: _core.RequirementInfo) -> None:
        self._report = report
        self.information = information

    @property
    def id(self) -> str:
        return self.information.id

    @property
    def title(self) -> str:
        return self.information.title

    @property
    def verdict(self) -> str:
        """met, partly_met, not_met, unknown or not_applicable, over all subjects."""
        return self._report._core.verdict(self.id)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The clauses it rests on, the first being the main one."""
        return tuple(Source(one.source, one.clause, one.standing, one.reading) for one in self.information.citations)

    @property
    def findings(self) -> Table[Finding]:
        """Its findings, a row for each subject."""
        return self._report.findings.where(requirement=self.id)

    @property
    def parts(self) -> Table[Finding]:
        """Its findings, a row for each subject and part."""
        return self._report.parts.where(requirement=self.id)

    @property
    def gaps(self) -> Table[Gap]:
        return self._report.gaps.where(requirement=self.id)

    @property
    def missing(self) -> Table[Missing]:
        """What it is open for: the places whose silence keeps it unknown."""
        return self._report.missing.where(requirement=self.id)

    @property
    def evidence(self) -> Table[Evidence]:
        return self._report.evidence.where(requirement=self.id)

    def why(self, subject: str | None = None) -> Why:
        """The clauses and values that decided it, for one subject or all. Raises UnknownNameError for another."""
        from brecha.why import Why as WhyTree

        subject = arguments.optional_text(subject, "subject")
        if subject is not None:
            subjects = [other for other in self.findings["subject"] if other]
            if subject not in subjects:
                from brecha.errors import UnknownNameError
                from brecha.near_names import did_you_mean
                from brecha.sentences import Sentence

                near = did_you_mean(subject, subjects)
                raise UnknownNameError(Sentence("no_subject", requirement=self.id, subject=subject, near=near))
        reasons = self._report._core.why(self.id, subject, self._report.language)
        return WhyTree(reasons, self.id, subject, self._report.language)

    def __repr__(self) -> str:
        return f"<{self.id} {self.verdict}: {self.title}>"

    def _repr_html_(self) -> str:
        from brecha.rich_view.requirement import requirement_html

        return requirement_html(self)


def _assessed_again(
    plan: Plan, as_of: datetime.date, language: str, parameters: dict[str, str], facts_since: datetime.date | None
) -> Assessment:
    return plan.ruleset.assess(plan, as_of, language=language, parameters=parameters, facts_since=facts_since)
