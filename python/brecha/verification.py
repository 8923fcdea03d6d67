"""Replays a report from what it says it was made of, and says exactly what differs.

in:  a JSON report (a path, its text, or what it parses to), a ruleset and a plan, or where to find them
out: for each assessment in it: are hashes, engine and content the same, and if not, which are not
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from brecha import arguments
from brecha.errors import BrechaError, PlanError
from brecha.files import reason_of
from brecha.ruleset import Ruleset, load
from brecha.sentences import Sentence
from brecha.shipped import shipped_path

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.plan import Plan
    from brecha.plan_spellings.spelled_plan import PlanLike
    from brecha.ruleset import Search

    Report = Union[str, "os.PathLike[str]", Mapping[str, Any]]

_INPUTS = ("as_of", "facts_since", "language", "parameters")


class Difference(NamedTuple):
    """What is not as the report has it. what: engine, format, ruleset, plan, as_of, facts_since, language, parameters, summary,
    requirement, finding, notes; requirement and subject where it is about one.
    """

    what: str
    requirement: str | None
    subject: str | None
    recorded: str | None
    replayed: str | None


class Replay(NamedTuple):
    """One assessment of a report, made again. same: the content; identical: every byte, where a file or text was given.

    report is None where the plan could not be read. read: how the plan had to be read for that, where nothing said so.
    """

    plan: str
    report: Assessment | None
    differences: tuple[Difference, ...]
    identical: bool | None
    read: str | None

    @property
    def same(self) -> bool:
        return not self.differences


class Verification(Sequence[Replay]):
    """The replays, one for each assessment in the report, in its order. Prints what differs."""

    __slots__ = ("_replays", "language")

    def __init__(self, replays: Sequence[Replay], language: str) -> None:
        self._replays = list(replays)
        self.language = language

    @property
    def same(self) -> bool:
        """Nothing differs."""
        return all(replay.same for replay in self._replays)

    def __getitem__(self, index: Any) -> Any:
        return self._replays[index]

    def __len__(self) -> int:
        return len(self._replays)

    def to_text(self, language: str | None = None) -> str:
        """What came of it in words, in the report's language where none is given."""
        from brecha.rich_view.verification import verification_text

        return verification_text(self, language or self.language)

    def __repr__(self) -> str:
        return self.to_text()


def verify(
    report: Report,
    rules: Ruleset | str | os.PathLike[str] | None = None,
    plan: PlanLike | Plan | None = None,
    *,
    ruleset: str = "",
    search: Search = (),
    read: str | None = None,
) -> Verification:
    """Replays a JSON report from ruleset, plan, parameters, date, language and engine, and compares all of it.

    rules: a ruleset, its name or path; where none is given, the one that the report names, looked for beside the report, in the
    working folder and among those shipped. plan: as read_plan takes it, or a folder; where none is given, the file that the report
    names, beside it, in the working folder or among the samples.
    Raises BrechaError where the report cannot be read, and where ruleset or plan are not found.
    """
    recorded, text, folder = recorded_reports(report)
    language = str(recorded[0].get("language") or "en") if recorded else "en"
    known: dict[str, Ruleset] = {}
    replays = []
    abouts = [one["ruleset"] if isinstance(one.get("ruleset"), dict) else {} for one in recorded]
    named: dict[str, Any] = next((about for about in abouts if about), {})
    for one, own in zip(recorded, abouts, strict=True):
        about = own or named
        name = str(about.get("name") or "")
        if name not in known:
            known[name] = _rules_for(name, str(about.get("sha256") or ""), rules, folder, ruleset, search)
        replays.append(_replay(one, known[name], plan, folder, read, text if len(recorded) == 1 else None))
    return Verification(replays, language)


def recorded_reports(report: Report) -> tuple[list[dict[str, Any]], str | None, str | None]:
    """The assessments of a JSON report, its text and the folder it stands in. Raises BrechaError for what is none."""
    text: str | None = None
    folder: str | None = None
    name = "report"
    if isinstance(report, Mapping):
        content: Any = json.loads(json.dumps(report, default=str), parse_float=Decimal)
    else:
        if isinstance(report, str) and report.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            text = report
        else:
            path = arguments.path(report, "report")
            name, folder = os.path.basename(path), os.path.dirname(os.path.abspath(path))
            try:
                with open(path, encoding="utf-8") as file:
                    text = file.read()
            except FileNotFoundError:
                raise BrechaError(Sentence("no_file", path=path, about="")) from None
            except UnicodeDecodeError:
                raise BrechaError(Sentence("no_report", name=name)) from None
            except OSError as failure:
                raise BrechaError(Sentence("not_read", file=path, reason=reason_of(failure))) from None
        try:
            content = json.loads(text, parse_float=Decimal)
        except (ValueError, RecursionError):
            raise BrechaError(Sentence("no_report", name=name)) from None
    reports = content if isinstance(content, list) else [content]
    if not reports or not all(isinstance(one, dict) and isinstance(one.get("plan"), (dict, str)) and "notes" in one for one in reports):
        raise BrechaError(Sentence("no_report", name=name))
    return reports, text, folder


def recorded_report(path: str) -> tuple[dict[str, Any], str | None] | None:
    """The assessment of a JSON report, and the folder it stands in; None for a file that is none, as a plan is.

    Raises BrechaError for a report of several.
    """
    try:
        recorded, _, folder = recorded_reports(path)
    except BrechaError:
        return None
    if not any("requirements" in one for one in recorded):
        return None
    if len(recorded) != 1:
        raise BrechaError(Sentence("report_of_several", name=os.path.basename(path), count=len(recorded)))
    return recorded[0], folder


def assessment_of(recorded: Mapping[str, Any], rules: Ruleset, plan: Plan) -> Assessment:
    """The assessment of a plan with the date, parameters and language of a report; parameters that the rules do not know are left out."""
    parameters = dict(recorded.get("parameters") or {})
    date, since, language = recorded.get("as_of"), recorded.get("facts_since"), str(recorded.get("language") or "en")
    plain = rules.assess(plan, date, language=language, facts_since=since)
    given = {name: value for name, value in parameters.items() if plain.parameters.get(name, value) != value}
    return rules.assess(plan, date, language=language, parameters=given, facts_since=since) if given else plain


def plan_for(recorded: Mapping[str, Any], rules: Ruleset, plan: PlanLike | Plan | None, folder: str | None, read: str | None) -> Plan:
    """The plan that a report is of, under the name that it has there. Raises PlanError where it is not found or cannot be read."""
    name = _plan_name(recorded)
    if plan is None or (isinstance(plan, (str, os.PathLike)) and os.path.isdir(plan)):
        folders = [os.fspath(plan)] if plan is not None else [folder or os.curdir, os.curdir]
        plan = next((path for path in (os.path.join(one, name) for one in folders) if os.path.isfile(path)), None)
        if plan is None:
            from brecha.sample_plans import samples

            of_that_name = [one for one in samples() if os.path.basename(one.path) == name]
            of_that_name.sort(key=lambda one: one.ruleset != rules.name)
            if not of_that_name:
                raise PlanError(Sentence("plan_of_report_not_found", name=name, folder=os.path.abspath(folders[0])))
            plan = of_that_name[0].path
    return rules.read_plan(plan, name=name, read=read)


def _plan_name(recorded: Mapping[str, Any]) -> str:
    plan = recorded["plan"]
    return str(plan.get("name") if isinstance(plan, Mapping) else plan)


def _rules_for(
    name: str, sha256: str, given: Ruleset | str | os.PathLike[str] | None, folder: str | None, ruleset: str, search: Search
) -> Ruleset:
    if isinstance(given, Ruleset):
        return given
    if given is not None:
        return load(given, ruleset=ruleset, search=search)
    paths = [os.path.join(one, name + ending) for one in dict.fromkeys((folder or os.curdir, os.curdir)) for ending in ("", ".brecha")]
    candidates = [path for path in paths if name and os.path.exists(path)] + ([name] if name and shipped_path(name) else [])
    if not candidates:
        raise BrechaError(Sentence("rules_of_report_not_found", name=name, folder=os.path.abspath(folder or os.curdir)))
    loaded = []
    for candidate in candidates:
        rules = load(candidate, ruleset=ruleset, search=search)
        if rules.sha256 == sha256:
            return rules
        loaded.append(rules)
    return loaded[0]


def _replay(
    recorded: dict[str, Any], rules: Ruleset, plan: PlanLike | Plan | None, folder: str | None, read: str | None, text: str | None
) -> Replay:
    name = _plan_name(recorded)
    try:
        found = plan_for(recorded, rules, plan, folder, read)
    except PlanError as error:
        if "requirements" not in recorded and error.diagnostics:  # it could not be read then either
            return Replay(name, None, (), None, None)
        raise
    if "requirements" not in recorded:
        return Replay(name, None, (Difference("plan", None, None, "refused", "read"),), None, None)
    first = None
    readings = [None] if read else [None, "part", "whole"]
    for reading in readings:
        again = found if reading is None else plan_for(recorded, rules, plan, folder, reading)
        report = assessment_of(recorded, rules, again)
        made = report.to_json()
        differences = tuple(_differences(recorded, json.loads(made, parse_float=Decimal)))
        replay = Replay(name, report, differences, None if text is None else made.rstrip("\n") == text.rstrip("\n"), reading)
        first = first or replay
        if not differences:
            return replay
        if any(one.what in ("engine", "ruleset", "plan") for one in differences):
            break
    assert first is not None
    return first


def _differences(recorded: dict[str, Any], made: dict[str, Any]) -> list[Difference]:
    found = []

    def told(what: str, one: object, other: object, requirement: str | None = None, subject: str | None = None) -> None:
        if one != other:
            found.append(Difference(what, requirement, subject, _shown(one), _shown(other)))

    told("engine", recorded.get("brecha"), made["brecha"])
    told("format", recorded.get("format"), made["format"])
    told("ruleset", recorded.get("ruleset"), made["ruleset"])
    told("plan", recorded["plan"], made["plan"])
    for name in _INPUTS:
        told(name, recorded.get(name), made[name])
    told("summary", recorded.get("summary"), made["summary"])
    before, after = ({one.get("id"): one for one in content["requirements"]} for content in (recorded, made))
    for identifier in dict.fromkeys((*before, *after)):
        one, other = before.get(identifier), after.get(identifier)
        if one is None or other is None:
            told("requirement", one and one.get("verdict"), other and other["verdict"], identifier)
            continue
        texts = [{key: value for key, value in content.items() if key != "findings"} for content in (one, other)]
        earlier, later = ({finding.get("subject"): finding for finding in content.get("findings", ())} for content in (one, other))
        for subject in dict.fromkeys((*earlier, *later)):
            _about_finding(earlier.get(subject), later.get(subject), identifier, subject, told)
        if earlier == later:
            told("requirement", *_first_difference(*texts), identifier)
    told("notes", recorded.get("notes"), made["notes"])
    return found


def _about_finding(one: dict[str, Any] | None, other: dict[str, Any] | None, requirement: str, subject: str | None, told: Any) -> None:
    if one == other:
        return
    if one is None or other is None:
        told("finding", one and one.get("verdict"), other and other.get("verdict"), requirement, subject)
    else:
        told("finding", *_first_difference(one, other), requirement, subject)


def _first_difference(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[Any, Any]:
    """The first member that is not the same, as {name: value} on each side; nothing where all are."""
    for name in dict.fromkeys((*one, *other)):
        if one.get(name) != other.get(name):
            return {name: one.get(name)}, {name: other.get(name)}
    return None, None


def _shown(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
