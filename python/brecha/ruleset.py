"""Rulesets: load one, read plans for it, and assess them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from brecha import _core
from brecha.dates import date_of
from brecha.errors import AssessmentError, PlanError, RulesetError, rendered
from brecha.parameters import spelled_parameters
from brecha.shipped import shipped_folder

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from brecha.assessment import Assessment
    from brecha.assessments import Assessments
    from brecha.plan import Plan
    from brecha.plan_spellings.spelled_plan import PlanLike, SpelledPlan


def load(name_or_path: str | os.PathLike[str], *, ruleset: str = "", search: Sequence[str | os.PathLike[str]] = ()) -> Ruleset:
    """A shipped ruleset by name ("tourism_security"), a .brecha file, or a folder whose .brecha files belong together.

    ruleset: which one, where a folder holds several. search: further folders in which `uses` and `extends` are looked for.
    Raises RulesetError: its text is the messages as a terminal shows them, its `.diagnostics` the same as data.
    """
    name = os.fspath(name_or_path)
    folders = [os.fspath(folder) for folder in search]
    _refuse_what_is_not_there(name)
    core, diagnostics = _core.load(name, folders, ruleset, shipped_folder())
    return _ruleset_or_error(core, diagnostics)


def compile(texts: str | Mapping[str, str], *, ruleset: str = "", search: Sequence[str | os.PathLike[str]] = ()) -> Ruleset:
    """A ruleset from memory: its text, or a dict of file names to texts. Shipped vocabularies can be used.

    Raises RulesetError as `load` does.
    """
    named = {"ruleset.brecha": texts} if isinstance(texts, str) else texts
    folders = [os.fspath(folder) for folder in search]
    core, diagnostics = _core.compile(list(named.items()), folders, ruleset, shipped_folder())
    return _ruleset_or_error(core, diagnostics)


def shipped_rulesets() -> list[str]:
    """Names of the rulesets that come with the package."""
    return _core.shipped_rulesets(shipped_folder())


def _ruleset_or_error(core: _core.Ruleset | None, diagnostics: list[_core.Diagnostic]) -> Ruleset:
    if core is None:
        raise RulesetError(rendered(diagnostics), diagnostics)
    return Ruleset(core, tuple(diagnostics))


def _refuse_what_is_not_there(name: str) -> None:
    """A name that is neither a path nor shipped gets the nearest names of both kinds."""
    if os.path.exists(name):
        return
    shipped = shipped_rulesets()
    if name in shipped or not shipped:
        return
    from brecha.near_names import near_names

    near = near_names(name, shipped)
    folder, last = os.path.split(name)
    try:
        with os.scandir(folder or ".") as entries:
            beside = [entry.name for entry in entries if entry.is_dir() or entry.name.endswith(".brecha")]
        near += [os.path.join(folder, other) for other in near_names(last, beside)]
    except OSError:
        pass
    help_text = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
    raise RulesetError(f'there is no ruleset, file or folder "{name}"{help_text}\nshipped rulesets: {", ".join(shipped)}')


class Ruleset:
    """A checked ruleset; made by `load` or `compile`. Never changes, and may be used from many threads."""

    __slots__ = ("_by_id", "_core", "_vocabulary", "diagnostics")

    diagnostics: tuple[_core.Diagnostic, ...]
    """Warnings that came with it."""

    def __init__(self, core: _core.Ruleset, diagnostics: tuple[_core.Diagnostic, ...] = ()) -> None:
        self._core = core
        self._vocabulary: _core.VocabularyInfo | None = None
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

    def title(self, language: str = "en") -> str:
        """Its title in `language`, else in the first language it is given in."""
        return self._core.title(language)

    def requirements(self, language: str = "en") -> list[_core.RequirementInfo]:
        """Its requirements in order: id, title, theme, modality, sources with how they were read, parts, after …"""
        return self._core.requirements(language)

    def requirement(self, requirement: str, language: str = "en") -> _core.RequirementInfo:
        """One of them by its id, or by an id it had before. Raises KeyError, naming the nearest, where there is none."""
        known = self._by_id.get(language)
        if known is None:
            infos = self.requirements(language)
            known = {old: info for info in infos for old in info.was} | {info.id: info for info in infos}
            self._by_id[language] = known
        if requirement not in known:
            from brecha.near_names import did_you_mean

            raise KeyError(f'{self.name} has no requirement "{requirement}"{did_you_mean(requirement, list(known))}')
        return known[requirement]

    def sources(self, language: str = "en") -> list[_core.SourceInfo]:
        """The instruments and documents it takes its requirements from: id, title, publisher, date, url, standing."""
        return self._core.sources(language)

    def vocabulary(self, language: str = "en") -> _core.VocabularyInfo:
        """What a plan can say: entities, fields, types, choices and questions, so that a form can be drawn."""
        return self._core.vocabulary(language)

    def blank_plan(self, language: str = "en") -> dict[str, Any]:
        """A plan with every field that the rules read, empty, to be filled in."""
        import json

        blank = json.loads(self._core.blank_plan(language))
        return dict(blank)

    def read_plan(self, plan: PlanLike | Plan, *, name: str | None = None, read: str | None = None) -> Plan:
        """Reads a plan: a path (.json, .yaml), JSON text, a dict, or a sample.

        read: "part" (a summary, press: what is not there may still be so) or "whole" (searched: what is not there is not so),
        where the plan's own evidence does not say.
        Raises PlanError where nothing could be read; everything else that could not be used is in `plan.notes`.
        """
        from brecha.plan import Plan as PlanHandle

        if isinstance(plan, PlanHandle):
            if plan.ruleset._core is self._core:
                return plan
            spelled = plan._spelled
        else:
            spelled = self._spelled(plan, name)
        core, diagnostics = self._core.read_plan(spelled.text, spelled.name, reading_of(read), spelled.sha256, spelled.same_lines)
        if core is None:
            raise PlanError(rendered(diagnostics), diagnostics)
        return PlanHandle(core, spelled, self)

    def assess(
        self,
        plan: PlanLike | Plan,
        as_of: str | datetime.date | None = None,
        *,
        language: str = "en",
        parameters: Mapping[str, Any] | None = None,
        read: str | None = None,
    ) -> Assessment:
        """Assesses a plan, or a path or dict that is read first, as of a date (today where none is given).

        parameters: values for the ruleset's parameters, {"minimum_representatives": 3}.
        Raises PlanError where the plan cannot be read, AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.assessment import Assessment as AssessmentHandle

        read_plan = self.read_plan(plan, read=read)
        values = spelled_parameters(parameters) if parameters else []
        core, diagnostics = self._core.assess(read_plan._core, date_of(as_of), values)
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
        progress: bool | Callable[[int, int, str], object] = False,
    ) -> Assessments:
        """Assesses many plans: paths, dicts, or the plans in a folder. One that cannot be read does not stop the others.

        progress: True counts on stderr; a function is called with how many are done, of how many, and the last one's name.
        Ctrl-C stops between plans. Raises AssessmentError for a parameter that is unknown or wrong.
        """
        from brecha.assessments import assess_all

        return assess_all(self, plans, date_of(as_of), language, spelled_parameters(parameters), read, progress)

    def run_tests(self, language: str = "en") -> _core.TestReport:
        """Runs the cases that came with the ruleset's files: `.cases`, and `.not_reached` for pairs of requirement and verdict."""
        return self._core.run_tests(language)

    def printed(self) -> str:
        """The checked ruleset as JSON, expression by expression."""
        return self._core.printed()

    def _spelled(self, plan: PlanLike, name: str | None) -> SpelledPlan:
        from brecha.plan_spellings.spelled_plan import spell_plan

        return spell_plan(plan, name, self._own_vocabulary)

    def _own_vocabulary(self) -> _core.VocabularyInfo:
        if self._vocabulary is None:
            self._vocabulary = self._core.vocabulary("en")
        return self._vocabulary

    def __repr__(self) -> str:
        return f"<Ruleset {self.name} {self.version}: {len(self._core.requirements('en'))} requirements>"

    def _repr_html_(self) -> str:
        from brecha.rich_view.ruleset import ruleset_html

        return ruleset_html(self)


def reading_of(read: str | None) -> str:
    """As the engine takes it. Raises ValueError for another word than part and whole."""
    if read not in (None, "", "part", "whole"):
        raise ValueError(f'read is "part" or "whole", not "{read}"')
    return read or ""
