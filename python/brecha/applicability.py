"""The statement of applicability: every requirement, whether it applies and why, its verdict, what was decided and why.

in:  an assessment, and decisions by requirement: a dict, rows, a data frame, or a CSV file
out: a row for each requirement, in the order of the ruleset
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from brecha import arguments
from brecha.errors import BrechaError
from brecha.files import reason_of, replacing, written
from brecha.made_tables import OF_ASSESSMENT, OF_REQUIREMENT, VERDICTS, Column, MadeTable
from brecha.rich_view.work_words import work_words
from brecha.rows import Application
from brecha.sentences import Sentence
from brecha.tables import ShownTable, plain_rows

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rich_view.page import View
    from brecha.rows import Evidence, Finding
    from brecha.wording import Words

Decisions = Union[Mapping[str, Any], Iterable[Any], str, "os.PathLike[str]", None]

APPLIES = ("yes", "in_part", "no", "unknown")
_COLUMNS = (
    *OF_ASSESSMENT, *OF_REQUIREMENT, Column("source"), Column("clause"), Column("applies", "category", APPLIES),
    Column("why"), Column("verdict", "category", VERDICTS), Column("decision"), Column("decision_reason"),
)  # fmt: skip
_MOST_STATEMENTS = 3


class Decision(NamedTuple):
    """What an analyst decided of a requirement, and why."""

    decision: str | None
    reason: str | None


class Applicability(ShownTable[Application]):
    """The table `applicability`; prints, shows in a notebook, and writes XLSX, CSV and HTML."""

    __slots__ = ("decisions", "report")

    def __init__(self, core: MadeTable, report: Assessment, decisions: dict[str, Decision]) -> None:
        super().__init__(core, Application)
        self.report = report
        self.decisions = decisions

    @property
    def language(self) -> str:
        return self.report.language

    def in_language(self, language: str) -> Applicability:
        """The same statement with texts in another language; decisions stay as they were written."""
        return _statement(self.report.in_language(language), self.decisions)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The rows as JSON text. Written to `path` where one is given."""
        return written(json.dumps(plain_rows(self), ensure_ascii=False, indent=2) + "\n", path)

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """A sheet in the reader's language, what is not decided in yellow. Raises ImportError, saying what to install, without XlsxWriter."""
        from brecha.rich_view.applicability import write_statement

        with replacing(path) as beside:
            write_statement(self, beside)

    def _view(self) -> View:
        from brecha.rich_view.applicability import VIEW

        return VIEW


def applicability_of(report: Assessment, decisions: Decisions = None) -> Applicability:
    """`report.applicability(decisions)`: see there.

    Raises UnknownNameError for a requirement that the ruleset does not have, BrechaError for one that is decided twice, for a file
    that cannot be read or lacks the columns requirement and decision, TypeError for anything else.
    """
    found: dict[str, Decision] = {}
    for name, decision in _decisions(decisions):
        identifier = report.ruleset.requirement(name).id
        if identifier in found and found[identifier] != decision:
            raise BrechaError(Sentence("decided_twice", requirement=identifier))
        found[identifier] = decision
    return _statement(report, found)


def _statement(report: Assessment, decisions: dict[str, Decision]) -> Applicability:
    say = work_words(report.language)
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.requirement, []).append(finding)
    resting: dict[str, list[Evidence]] = {}
    for used in report.evidence:
        resting.setdefault(used.requirement, []).append(used)
    rows = []
    for info in report.ruleset.requirements(report.language):
        found = findings[info.id]
        applies = _applies(found)
        decided = decisions.get(info.id, Decision(None, None))
        rows.append(
            (
                report.hash, report.plan.name, report.as_of, info.id, info.title, info.theme or None, info.modality, found[0].source,
                found[0].clause, applies, _why(applies, found, resting.get(info.id, []), say), report._core.verdict(info.id),
                decided.decision, decided.reason,
            )
        )  # fmt: skip
    return Applicability(MadeTable("applicability", _COLUMNS, rows), report, decisions)


def _applies(findings: list[Finding]) -> str:
    """Over all subjects: no where it applies to none, in part where to some, unknown where that is open."""
    without = sum(finding.verdict == "not_applicable" for finding in findings)
    if without == len(findings):
        return "no"
    if without:
        return "in_part"
    return "unknown" if all(finding.reason == "when_unknown" for finding in findings) else "yes"


def _why(applies: str, findings: list[Finding], used: list[Evidence], say: Words) -> str:
    """In words, with what the plan says that decided it."""
    subjects = sum(finding.subject is not None and finding.verdict != "not_applicable" for finding in findings)
    parts = []
    if applies in ("yes", "in_part"):
        parts.append(say("applies_to_items", count=subjects) if subjects else say["applies_to_plan"])
    if applies in ("no", "in_part"):
        reasons = [say[f"reason_{finding.reason}"] for finding in findings if finding.verdict == "not_applicable"]
        parts.append(", ".join(dict.fromkeys(reasons)))
        without = {finding.subject for finding in findings if finding.verdict == "not_applicable"}
        parts.append(_statements([one for one in used if one.subject in without], say))
    if applies == "unknown":
        parts.append(say["reason_when_unknown"])
        parts.append(" ".join(dict.fromkeys(finding.message for finding in findings if finding.message)))
    return "; ".join(part for part in parts if part)


def _statements(used: list[Evidence], say: Words) -> str:
    """The first statements of the plan that decided it."""
    said = list(dict.fromkeys(f"{one.place} = {one.value}" for one in used if one.place and one.value and not one.value.startswith("[")))
    more = f"; {say('more_rows', count=len(said) - _MOST_STATEMENTS)}" if len(said) > _MOST_STATEMENTS else ""
    return f"{say['rests_on']}{say['colon']}{', '.join(said[:_MOST_STATEMENTS])}{more}" if said else ""


# --- decisions, in any of their forms ---


def _decisions(given: Decisions) -> Iterable[tuple[str, Decision]]:
    if given is None:
        return []
    if isinstance(given, (str, os.PathLike)):
        return [_of_row(row) for row in _csv_rows(arguments.path(given, "decisions"))]
    if isinstance(given, Mapping):
        return [(arguments.text(name, "a requirement in decisions"), _of_value(value)) for name, value in given.items()]
    for method, options in (("to_dicts", ()), ("to_dict", ("records",)), ("to_pylist", ())):
        if hasattr(given, method):
            return [_of_row(row) for row in getattr(given, method)(*options)]
    if isinstance(given, Iterable):
        return [_of_row(row) for row in given]
    raise arguments.wrong_type("decisions", "a dict of requirements, rows, a data frame or the path of a CSV file", given)


def _of_value(value: Any) -> Decision:
    if isinstance(value, Mapping):
        return Decision(_told(value.get("decision")), _told(value.get("reason", value.get("decision_reason"))))
    if isinstance(value, (tuple, list)):
        if len(value) > 2:
            raise arguments.wrong_type("a decision", "a decision and its reason", value)
        return Decision(*(_told(one) for one in (*value, None, None)[:2]))
    return Decision(_told(value), None)


def _of_row(row: Any) -> tuple[str, Decision]:
    if not isinstance(row, Mapping):
        raise arguments.wrong_type("a row of decisions", "a dict with requirement, decision and reason", row)
    if "requirement" not in row or "decision" not in row:
        raise BrechaError(Sentence("decisions_want_columns", columns=", ".join(str(name) for name in row)))
    return str(row["requirement"]).strip(), _of_value(row)


def _told(value: Any) -> str | None:
    """A text; None for blanks and for what data frames have where nothing stands."""
    if value is None or value != value:
        return None
    return str(value).strip() or None


def _csv_rows(path: str) -> list[dict[str, str]]:
    import csv

    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        raise BrechaError(Sentence("no_file", path=path, about="")) from None
    except (OSError, UnicodeDecodeError, csv.Error) as failure:
        reason = reason_of(failure) if isinstance(failure, OSError) else str(failure)
        raise BrechaError(Sentence("not_read", file=path, reason=reason)) from None
    return [row for row in rows if (row.get("requirement") or "").strip() or "requirement" not in row]
