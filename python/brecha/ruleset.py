"""Rulesets: load one, read plans for it, and assess them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from brecha import _core, arguments
from brecha.arguments import language_of
from brecha.dates import date_of, facts_since_of
from brecha.errors import AssessmentError, BrechaError, PlanError, RulesetError, UnknownNameError, limit_reached, rendered
from brecha.parameters import spelled_parameters
from brecha.sentences import Sentence
from brecha.shipped import shipped_folder, shipped_path

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from typing_extensions import Unpack

    from brecha.arrow_batches import Options
    from brecha.assessment import Assessment
    from brecha.costs import Cost
    from brecha.assessments import Assessments
    from brecha.documents.document import Document
    from brecha.plan import Plan
    from brecha.plan_spellings.spelled_plan import PlanLike, SpelledPlan
    from brecha.tables import Table
    from brecha.tables_in.many_plans import PlanTable
    from brecha.tailoring import Difference
    from brecha.verdicts import Verdicts

_core.raise_limits_with(limit_reached)

Search = Union[str, "os.PathLike[str]", Sequence[Union[str, "os.PathLike[str]"]]]


class _Origin(NamedTuple):
    """Where a ruleset came from, so that it can be had again elsewhere: a name or path, or texts."""

    name_or_path: str
    texts: tuple[tuple[str, str], ...]
    ruleset: str
    folders: tuple[str, ...]

    def made(self) -> Ruleset:
        folders = [os.fsencode(folder) for folder in self.folders]
        if self.texts:
            core, diagnostics = _core.compile(self.texts, folders, self.ruleset, shipped_folder())
        else:
            core, diagnostics = _core.load(os.fsencode(self.name_or_path), folders, self.ruleset, shipped_folder())
        if core is None:
            raise RulesetError(rendered(diagnostics), diagnostics)
        return Ruleset(core, tuple(diagnostics), self)


def load(name_or_path: str | os.PathLike[str], *, ruleset: str = "", search: Search = ()) -> Ruleset:
    """A shipped ruleset by name ("tourism_security"), a .brecha file, or a folder whose .brecha files belong together.

    ruleset: which one, where a folder holds several. search: a further folder, or several, in which `uses` and `extends` are
    looked for. Raises RulesetError: its text is the messages as a terminal shows them, its `.diagnostics` the same as data.
    """
    name = arguments.path(name_or_path, "name_or_path")
    origin = _Origin(name, (), arguments.text(ruleset, "ruleset"), tuple(arguments.paths(search, "search")))
    _refuse_what_is_not_there(name)
    return origin.made()


def compile(texts: str | Mapping[str, str], *, ruleset: str = "", search: Search = ()) -> Ruleset:
    """A ruleset from memory: its text, or a dict of file names to texts. Shipped vocabularies can be used.

    Raises RulesetError as `load` does.
    """
    if isinstance(texts, str):
        named = [("ruleset.brecha", arguments.text(texts, "texts"))]
    elif isinstance(texts, Mapping):
        named = [(arguments.text(name, "a name in texts"), arguments.text(text, f"texts[{name!r}]")) for name, text in texts.items()]
    else:
        raise arguments.wrong_type("texts", "a text, or a dict of file names to texts", texts)
    if not named:
        raise RulesetError(Sentence("no_texts"))
    folders = tuple(arguments.paths(search, "search"))
    return _Origin("", tuple(named), arguments.text(ruleset, "ruleset"), folders).made()


def check(name_or_path: str | os.PathLike[str], *, ruleset: str = "", search: Search = (), strict: bool = False) -> list[_core.Diagnostic]:
    """All mistakes and warnings of files that need not hold a ruleset: vocabularies, cases.

    `strict` warns also of what is right and tells readers less than it could: a requirement without a gap text (B212).
    """
    name, folders = os.fsencode(arguments.path(name_or_path, "name_or_path")), arguments.paths(search, "search")
    return _core.check(name, [os.fsencode(folder) for folder in folders], arguments.text(ruleset, "ruleset"), shipped_folder(), strict)


def shipped_rulesets() -> list[str]:
    """Names of the rulesets that come with the package."""
    return _core.shipped_rulesets(shipped_folder())


def _refuse_what_is_not_there(name: str) -> None:
    """A name that is neither a path nor shipped gets the nearest names of both kinds."""
    if os.path.exists(name) or shipped_path(name):
        return
    shipped = shipped_rulesets()
    if name in shipped or not shipped:
        return
    from brecha.near_names import near_names
    from brecha.sentences import did_you_mean

    near = near_names(name, shipped)
    folder, last = os.path.split(name)
    try:
        with os.scandir(folder or ".") as entries:
            beside = [entry.name for entry in entries if entry.is_dir() or entry.name.endswith(".brecha")]
        near += [os.path.join(folder, other) for other in near_names(last, beside)]
    except OSError:
        pass
    raise RulesetError(Sentence("no_ruleset", name=name, near=did_you_mean(dict.fromkeys(near)), shipped=tuple(shipped)))


class Ruleset:
    """A checked ruleset; made by `load` or `compile`. Never changes, and may be used from many threads.

    Pickled, it is where it came from: its texts, or its name or path, which is loaded again and must mean the same.
    """

    __slots__ = ("_by_id", "_core", "_origin", "diagnostics")

    diagnostics: tuple[_core.Diagnostic, ...]
    """Warnings that came with it."""

    def __init__(self, core: _core.Ruleset, diagnostics: tuple[_core.Diagnostic, ...], origin: _Origin) -> None:
        self._core = core
        self._origin = origin
        self._by_id: dict[str, dict[str, _core.RequirementInfo]] = {}
        self.diagnostics = diagnostics

    @property
    def name(self) -> str:
        return self._core.name

    @property
    def version(self) -> str:
        return self._core.version

    @property
    def sha256(self) -> str:
        """Hash of its meaning: neither layout nor keyword language changes it."""
        return self._core.sha256

    @property
    def languages(self) -> list[str]:
        """Languages its title is given in, the first being the fallback."""
        return self._core.languages()

    @property
    def layers(self) -> list[tuple[str, str]]:
        """Names and versions of the rulesets that it extends, bases first, and its own."""
        return self._core.layers

    @property
    def in_force(self) -> list[tuple[datetime.date | None, datetime.date | None]]:
        """For each of `layers`, from when until when it is in force: first and last day, None where it does not say."""
        return list(self._core.in_force)

    def diff(self, base: Ruleset | str, language: str = "en") -> Difference:
        """What it, and the rulesets between, change of `base`, add to it and map: a table with to_text and to_json.

        base: one of the rulesets that it extends, or its name. Raises UnknownNameError for any other.
        """
        from brecha.tailoring import difference

        return difference(self, base, language_of(language))

    def title(self, language: str = "en") -> str:
        """Its title in `language`, else in the first language it is given in."""
        return self._core.title(language_of(language))

    def requirements(self, language: str = "en") -> list[_core.RequirementInfo]:
        """Its requirements in order: id, title, theme, modality, sources with how they were read, parts, after …"""
        return self._core.requirements(language_of(language))

    def requirement(self, requirement: str, language: str = "en") -> _core.RequirementInfo:
        """One of them by its id, or by an id it had before. Raises UnknownNameError, naming the nearest, where there is none."""
        arguments.text(requirement, "requirement")
        language = language_of(language)
        known = self._by_id.get(language)
        if known is None:
            infos = self.requirements(language)
            known = {old: info for info in infos for old in info.was} | {info.id: info for info in infos}
            self._by_id[language] = known
        if requirement not in known:
            from brecha.near_names import did_you_mean

            near = did_you_mean(requirement, known)
            raise UnknownNameError(Sentence("no_requirement", ruleset=self.name, requirement=requirement, near=near))
        return known[requirement]

    def sources(self, language: str = "en") -> list[_core.SourceInfo]:
        """The instruments and documents it takes its requirements from: id, title, publisher, date, url, standing."""
        return self._core.sources(language)

    def vocabulary(self, language: str = "en") -> _core.VocabularyInfo:
        """What a plan can say: entities, fields, types, choices and questions, so that a form can be drawn."""
        return self._core.vocabulary(language_of(language))

    def blank_plan(self, language: str = "en") -> dict[str, Any]:
        """A plan with every field that the rules read, empty, to be filled in."""
        import json

        blank = json.loads(self._core.blank_plan(language_of(language)))
        return dict(blank)

    def json_schema(self, language: str = "en") -> dict[str, Any]:
        """The JSON Schema (2020-12) of its plans, evidence and judgements included: titles, questions and labels in `language`."""
        from brecha.asking.schema import plan_schema

        return plan_schema(self, language_of(language))

    def read_plan(self, plan: PlanLike | Plan, *, name: str | None = None, read: str | None = None) -> Plan:
        """Reads a plan: a path (.json, .yaml; .xlsx of a filled questionnaire), JSON text, a dict, or a sample.

        read: "part" (a summary, press: what is not there may still be so) or "whole" (searched: what is not there is not so),
        where the plan's own evidence does not say.
        Raises PlanError where nothing could be read; everything else that could not be used is in `plan.notes`.
        """
        from brecha.plan import Plan as PlanHandle

        name, reading = arguments.optional_text(name, "name"), reading_of(read)
        if isinstance(plan, PlanHandle):
            if plan.ruleset._core is self._core:
                return plan
            spelled = plan._spelled
        else:
            spelled = self._spelled(plan, name)
        return self._read_spelled(spelled, reading)

    def _read_spelled(self, spelled: SpelledPlan, read: str) -> Plan:
        from brecha.plan import Plan as PlanHandle

        core, diagnostics = spelled.read(self._core, read)
        if core is None:
            raise PlanError(rendered(diagnostics), diagnostics)
        return PlanHandle(core, spelled, self, read)

    def assess(
        self,
        plan: PlanLike | Plan,
        as_of: str | datetime.date | None = None,
        *,
        language: str = "en",
        parameters: Mapping[str, Any] | None = None,
        read: str | None = None,
        facts_since: str | datetime.date | None = None,
    ) -> Assessment:
        """Assesses a plan, or a path or dict that is read first, as of a date (today where none is given).

        parameters: values for the ruleset's parameters, {"minimum_representatives": 3}.
        facts_since: statements that were so before this day (`as_of` in the plan's evidence) count as missing, outdated.
        Raises PlanError where the plan cannot be read, AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.assessment import Assessment as AssessmentHandle

        date, language, values = date_of(as_of), language_of(language), spelled_parameters(parameters)
        read_plan = self.read_plan(plan, read=read)
        core, diagnostics = self._core.assess(read_plan._core, date, values, facts_since_of(facts_since))
        if core is None:
            raise AssessmentError(rendered(diagnostics), diagnostics)
        return AssessmentHandle(core, read_plan, language, values)

    def assess_all(
        self,
        plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
        as_of: str | datetime.date | None = None,
        *,
        language: str = "en",
        parameters: Mapping[str, Any] | None = None,
        read: str | None = None,
        facts_since: str | datetime.date | None = None,
        progress: bool | Callable[[int, int, str], object] = False,
    ) -> Assessments:
        """Assesses many plans: paths, dicts, or the plans in a folder. One that cannot be read does not stop the others.

        progress: True counts on stderr; a function is called with how many are done, of how many, and the last one's name.
        Raises AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.assessments import assess_all

        values = spelled_parameters(parameters)
        return assess_all(
            self, plans, date_of(as_of), language_of(language), values, reading_of(read), facts_since_of(facts_since), progress
        )

    def verdicts(
        self,
        plans: Iterable[PlanLike | Plan] | str | os.PathLike[str],
        as_of: str | datetime.date | None = None,
        *,
        parameters: Mapping[str, Any] | None = None,
        read: str | None = None,
        facts_since: str | datetime.date | None = None,
        progress: bool | Callable[[int, int, str], object] = False,
    ) -> Verdicts:
        """The verdicts alone of many plans: a row a plan, a column a requirement. Much faster than assess_all, and takes less memory.

        `rules.verdicts("surveys").to_pandas()["R-01"].value_counts()`. A plan that cannot be read has a row without verdicts, and
        stands in `.failed`. Raises AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.verdicts import verdicts_of

        return verdicts_of(
            self, plans, date_of(as_of), spelled_parameters(parameters), reading_of(read), facts_since_of(facts_since), progress
        )

    def assess_table(
        self,
        table: Any,
        as_of: str | datetime.date | None = None,
        *,
        parameters: Mapping[str, Any] | None = None,
        read: str | None = None,
        facts_since: str | datetime.date | None = None,
        name: str | None = None,
    ) -> PlanTable:
        """The verdicts of many plans that stand in one table, a plan a row: an Arrow table, or a data frame of pandas or polars.

        Columns are called as the plan's fields are; a list is an Arrow list, an element a struct. name: the column that names the
        plans, `plan` where there is one, else their rows from 0 do. Columns go into the engine as they stand; `.report(row)` gives the assessment of one.
        Raises NotInstalledError without pyarrow (polars needs none), PlanError for a table that cannot be read, AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.tables_in.many_plans import assess_table

        date, values, since = date_of(as_of), spelled_parameters(parameters), facts_since_of(facts_since)
        return assess_table(self, table, date, values, reading_of(read), since, arguments.optional_text(name, "name"))

    def assess_batches(self, plans: Any, as_of: str | datetime.date | None = None, **options: Unpack[Options]) -> Any:
        """The verdicts of more plans than fit into memory: a pyarrow.RecordBatchReader of them, a batch for each batch of plans.

        plans: a stream of Arrow batches, a plan a row as in `assess_table`: a RecordBatchReader, a relation of DuckDB, a data frame.
        keep: columns that are carried along; `plan` where there is one and it is no field. rows: "plans" (a row a plan, a column a
        requirement), "requirements" (a row for each of them and plan) or "gaps" (of these the gaps). json: the column that has each plan
        as JSON text. language: of the column `not_read`, which says why a plan could not be read, and of remarks. parameters, read,
        facts_since: as in `assess`. A column that no field has is told once, as a RemarkWarning.
        Raises NotInstalledError without pyarrow, BrechaError for a column that is not there, AssessmentError for a parameter that is
        unknown or wrong.
        """
        from brecha.arrow_batches import assess_batches

        return assess_batches(self, plans, as_of, options)

    def questionnaire(
        self,
        path: str | os.PathLike[str],
        plan: PlanLike | Plan | None = None,
        *,
        only: str | None = None,
        top: int | None = None,
        language: str = "en",
        as_of: str | datetime.date | None = None,
        document: Document | None = None,
    ) -> None:
        """Writes a form to send out, as a workbook: a sheet for the plan, one for each list, with what the plan says filled in.

        only: "open" asks just what is open, `top` the questions that settle most; such a form holds of the plan what it shows and no
        more. Without, everything is asked that rules read, and the plan goes along in a hidden sheet. document: a column beside the questions
        on the plan's sheet shows the passages of it that may answer. It comes back by `read_plan` and
        `Plan.filled`. Raises NotInstalledError without XlsxWriter, BrechaError for a file that cannot be written.
        """
        from brecha.questionnaire import write_questionnaire

        read = None if plan is None else self.read_plan(plan)
        only, top = arguments.optional_text(only, "only"), arguments.optional_whole_number(top, "top")
        write_questionnaire(self, arguments.path(path, "path"), read, only, top, language_of(language), date_of(as_of), document)

    def xlsform(self, path: str | os.PathLike[str]) -> None:
        """Writes the questions as an XLSForm for KoBoToolbox and ODK, in each language that the ruleset speaks.

        Their exports (JSON, CSV) come back by `Plan.filled`. Raises NotInstalledError without XlsxWriter, BrechaError for a file that
        cannot be written.
        """
        from brecha.xlsform.writing import write_xlsform

        write_xlsform(self, arguments.path(path, "path"))

    def run_tests(self, language: str = "en") -> _core.TestReport:
        """Runs the cases that came with the ruleset's files: `.cases`, and `.not_reached` for pairs of requirement and verdict."""
        return self._core.run_tests(language_of(language))

    def costs(self, plan: PlanLike | Plan | None = None, *, elements: int = 100) -> Table[Cost]:
        """What each requirement costs, told without running it, largest first: which lists it looks at together, how many combinations
        of their elements, findings, steps and bytes that comes to.

        For a plan in which every list has so many `elements`, or for `plan`, whose lists are as long as they are on average there. What
        several requirements read is counted for each of them.
        """
        from brecha.costs import costs_of

        elements = arguments.whole_number(elements, "elements")
        if elements < 0:
            raise arguments.wrong_type("elements", "a whole number from 0", elements)
        return costs_of(self, None if plan is None else self.read_plan(plan), elements)

    def printed(self) -> str:
        """The checked ruleset as JSON, expression by expression."""
        return self._core.printed()

    def _spelled(self, plan: PlanLike, name: str | None) -> SpelledPlan:
        from brecha.files import visible_name
        from brecha.plan_spellings.spelled_plan import spell_plan

        if not isinstance(plan, (str, bytes, bytearray, os.PathLike, Mapping)):
            raise arguments.wrong_type("plan", "a path, JSON text or a dict", plan)
        if isinstance(plan, os.PathLike) or (isinstance(plan, str) and not arguments.is_json(plan)):
            plan = arguments.path(plan, "plan")
            if plan.lower().endswith(".xlsx"):
                from brecha.questionnaire import plan_of_form

                spelled = plan_of_form(self, plan, name)
                return spelled._replace(name=visible_name(spelled.name))
        spelled = spell_plan(plan, name)
        return spelled._replace(name=visible_name(spelled.name))

    def __reduce__(self) -> tuple[object, ...]:
        origin = self._origin
        if os.path.exists(origin.name_or_path):
            origin = origin._replace(name_or_path=os.path.abspath(origin.name_or_path))
        return _had_again, (origin, self.sha256)

    def __repr__(self) -> str:
        return f"<Ruleset {self.name} {self.version}: {len(self._core.requirements('en'))} requirements>"

    def _repr_html_(self) -> str:
        from brecha.rich_view.ruleset import ruleset_html

        return ruleset_html(self)


def _had_again(origin: _Origin, sha256: str) -> Ruleset:
    """A pickled ruleset. Raises RulesetError where its files are not there any more, or mean something else."""
    if origin.name_or_path:
        _refuse_what_is_not_there(origin.name_or_path)
    rules = origin.made()
    if rules.sha256 != sha256:
        raise RulesetError(Sentence("other_ruleset", name=rules.name))
    return rules


def reading_of(read: str | None) -> str:
    """As the engine takes it. Raises BrechaError for another word than part and whole."""
    word = arguments.optional_text(read, "read") or ""
    if word not in ("", "part", "whole"):
        raise BrechaError(Sentence("no_reading", read=word))
    return word
