"""SARIF 2.1.0: for code hosts and editors that show results beside a file. A run is a plan, a rule a requirement, a result a finding."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from brecha.exports.names import json_text, said, titles_of, uuid_of
from brecha.harmless import one_line
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.assessment import Assessment
    from brecha.rows import Finding, Note
    from brecha.wording import Words

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS = {"met": "pass", "unknown": "open", "not_applicable": "notApplicable"}
_LEVELS = {"shall": "error", "should": "warning", "may": "note"}
_NOTE_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def sarif(reports: Sequence[Assessment]) -> str:
    """The log as JSON text."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, words(report.language)) for report in reports]})


def _run(report: Assessment, say: Words) -> dict[str, Any]:
    from brecha import _core

    rules, plan = report.ruleset, report.plan
    requirements = rules.requirements(report.language)
    sources = {source.id: source for source in rules.sources(report.language)}
    index = {info.id: place for place, info in enumerate(requirements)}
    titles = titles_of(requirements)
    remedies = {(gap.requirement, gap.subject): gap.remedy for gap in report.gaps if gap.remedy}
    return {
        "tool": {
            "driver": {
                "name": "brecha",
                "semanticVersion": _core.version(),
                "language": say.language,
                "properties": _given(ruleset=rules.name, rulesetVersion=rules.version, rulesetSha256=rules.sha256),
                "rules": [_rule(info, titles[info.id], sources) for info in requirements],
            }
        },
        "language": say.language,
        "automationDetails": {
            "id": f"brecha/{quote(rules.name)}/{quote(plan.name)}/{report.as_of}",
            "guid": uuid_of("run", report.hash, say.language),
        },
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": [_notification(note, plan.name) for note in report.notes]}
        ],
        "artifacts": [{"location": {"uri": quote(plan.name)}, "hashes": {"sha-256": plan.sha256}}],
        "columnKind": "unicodeCodePoints",
        "properties": _given(
            assessment=report.hash, asOf=report.as_of.isoformat(), factsSince=report.facts_since and report.facts_since.isoformat(),
            lowest=report.summary.lowest, highest=report.summary.highest,
        ),
        "results": [_result(finding, index, titles, remedies, plan.name, say) for finding in report.findings],
    }  # fmt: skip


def _rule(info: Any, title: str, sources: dict[str, Any]) -> dict[str, Any]:
    citations = "; ".join(part for part in (one_line(one) for one in info.sources) if part)
    made: dict[str, Any] = {
        "id": info.id,
        "shortDescription": {"text": title},
        "defaultConfiguration": {"level": _LEVELS[info.modality]},
        "properties": _given(tags=[one_line(info.theme)] if info.theme else None, modality=info.modality, sources=citations),
    }
    url = next((sources[one.source].url for one in info.citations if one.source in sources and sources[one.source].url), "")
    if url.startswith(("http://", "https://")):
        made["helpUri"] = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    return made


def _result(
    finding: Finding, index: dict[str, int], titles: dict[str, str], remedies: dict[tuple[str, str | None], str], plan: str, say: Words
) -> dict[str, Any]:
    """A `may` that is not used is told, and not failed."""
    waived = finding.waiver_reason and finding.modality != "may" and finding.verdict in ("not_met", "partly_met")
    kind = "fail" if finding.is_gap or waived else _KINDS.get(finding.verdict, "informational")
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": quote(plan), "index": 0}}}
    if finding.subject:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(finding.subject)}]
    return {
        "ruleId": finding.requirement,
        "ruleIndex": index[finding.requirement],
        "kind": kind,
        "level": _LEVELS[finding.modality] if kind == "fail" else "none",
        "message": {"text": said(finding, titles, say)},
        "locations": [location],
        **({"suppressions": [_suppression(finding)]} if finding.waiver_reason else {}),
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": _given(
            verdict=finding.verdict, subject=finding.subject, reason=finding.reason, holds=finding.holds, fails=finding.fails,
            unknown=finding.unknown, remedy=remedies.get((finding.requirement, finding.subject)),
        ),
    }  # fmt: skip


def _suppression(finding: Finding) -> dict[str, Any]:
    """A waiver, as SARIF has it."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": one_line(finding.waiver_reason or ""),
        "properties": _given(until=finding.waived_until and finding.waived_until.isoformat(), origin=finding.origin),
    }


def _fingerprint(finding: Finding) -> str:
    """The same for the same requirement and subject, whatever the plan says today."""
    return hashlib.sha256(f"{finding.requirement}\n{finding.subject or ''}".encode()).hexdigest()[:32]


def _notification(note: Note, plan: str) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(plan), "index": 0}}
    if note.line:
        location["region"] = {"startLine": note.line, "startColumn": max(note.column or 1, 1)}
    made: dict[str, Any] = {"physicalLocation": location}
    if note.place:
        made["logicalLocations"] = [{"fullyQualifiedName": one_line(note.place)}]
    text = one_line(" ".join(part for part in (note.message, note.help) if part)).strip()
    return {
        "descriptor": {"id": note.code},
        "level": _NOTE_LEVELS[note.severity],
        "message": {"text": text or note.code},
        "locations": [made],
    }


def _given(**values: object) -> dict[str, Any]:
    return {
        name: one_line(value) if isinstance(value, str) else value for name, value in values.items() if value is not None and value != ""
    }
