"""OSCAL assessment results, and a plan of action and milestones: for tools that follow the controls of a system.

A requirement is a control, a row of `findings` an observation and (where something is owed) a finding, a gap a risk with its remedy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from brecha.errors import BrechaError
from brecha.exports.names import hash_of, json_text, said, titles_of, tokens, uuid_of
from brecha.harmless import one_line
from brecha.rich_view.words import words
from brecha.rows import Gap
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brecha.assessment import Assessment
    from brecha.rows import Evidence, Finding
    from brecha.wording import Words

OSCAL_VERSION = "1.2.0"
_OURS = "urn:brecha"  # whose the properties are
_STATES = {
    "met": ("satisfied", "pass"),
    "partly_met": ("not-satisfied", "fail"),
    "not_met": ("not-satisfied", "fail"),
    "unknown": ("not-satisfied", "other"),
}


def assessment_results(reports: Sequence[Assessment]) -> str:
    """The document as JSON text."""
    say = words(reports[0].language)
    parts = [_Part(report, say) for report in reports]
    return json_text(
        {
            "assessment-results": {
                "uuid": uuid_of("assessment-results", hash_of(reports), say.language),
                "metadata": _metadata(parts),
                "import-ap": {"href": f"#{parts[0].ruleset}"},
                "results": [part.result() for part in parts],
                "back-matter": {"resources": _resources(parts)},
            }
        }
    )


def plan_of_action(reports: Sequence[Assessment]) -> str:
    """The document as JSON text. Raises BrechaError where no plan has a gap."""
    say = words(reports[0].language)
    parts = [_Part(report, say) for report in reports]
    items = [item for part in parts for item in part.items()]
    if not items:
        raise BrechaError(Sentence("no_gap_to_plan"))
    return json_text(
        {
            "plan-of-action-and-milestones": {
                "uuid": uuid_of("plan-of-action", hash_of(reports), say.language),
                "metadata": _metadata(parts),
                "system-id": {"identifier-type": "urn:brecha:plan", "id": " ".join(part.report.plan.sha256 for part in parts)},
                "observations": [part.observation(gap) for part in parts for gap in part.gaps.values()],
                "risks": [part.risk(gap) for part in parts for gap in part.gaps.values()],
                "poam-items": items,
                "back-matter": {"resources": _resources(parts)},
            }
        }
    )


def _metadata(parts: Sequence[_Part]) -> dict[str, Any]:
    first = parts[0]
    title = " · ".join(part.title for part in parts) if len(parts) <= 3 else f"{len(parts)} × {first.say['plan']}"
    return {
        "title": f"{title} ({first.report.as_of})",
        "last-modified": first.moment,
        "version": first.report.hash,
        "oscal-version": OSCAL_VERSION,
        "props": _props(engine=_engine(), language=first.say.language),
    }


def _engine() -> str:
    from brecha import _core

    return f"brecha {_core.version()}"


def _resources(parts: Sequence[_Part]) -> list[dict[str, Any]]:
    """Rulesets and plans, with their hashes; each once."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        rules, plan = part.report.ruleset, part.report.plan
        title = rules.title(part.say.language) or rules.name
        address = f"urn:brecha:ruleset:{quote(rules.name)}:{quote(rules.version)}"
        found[part.ruleset] = _resource(part.ruleset, title, f"{rules.name} {rules.version}", address, rules.sha256)
        found[part.plan] = _resource(part.plan, part.title, plan.name, quote(plan.name), plan.sha256)
    return list(found.values())


def _resource(identifier: str, title: str, name: str, address: str, sha256: str) -> dict[str, Any]:
    link = {"href": address, "hashes": [{"algorithm": "SHA-256", "value": sha256}]}
    return {"uuid": identifier, "title": one_line(title), "props": _props(name=name), "rlinks": [link]}


def _props(**values: object) -> list[dict[str, str]]:
    """What has a value, as properties of our own."""
    found = ((name.replace("_", "-"), one_line(str(value)).strip()) for name, value in values.items() if value is not None)
    return [{"name": name, "ns": _OURS, "value": value} for name, value in found if value]


class _Part:
    """One assessment: what stands of it in a document."""

    def __init__(self, report: Assessment, say: Words) -> None:
        self.report, self.say = report, say
        self.moment = f"{report.as_of.isoformat()}T00:00:00Z"
        requirements = report.ruleset.requirements(report.language)
        self.titles = titles_of(requirements)
        self.control = tokens(info.id for info in requirements)
        self.title = one_line(_title(report)).strip() or "plan"
        self.ruleset = uuid_of("ruleset", report.ruleset.name, report.ruleset.sha256)
        self.plan = uuid_of("plan", report.plan.name, report.plan.sha256)
        self.gaps = {(gap.requirement, gap.subject): gap for gap in report.gaps}
        self.waived = {
            (one.requirement, one.subject): one
            for one in report.findings
            if one.waiver_reason and one.modality != "may" and one.verdict in ("not_met", "partly_met")
        }
        self.evidence: dict[tuple[str, str | None], list[Evidence]] = {}
        for used in report.evidence:
            self.evidence.setdefault((used.requirement, used.subject), []).append(used)

    def name(self, kind: str, finding: Finding | Gap) -> str:
        return uuid_of(kind, self.report.hash, finding.requirement, finding.subject or "")

    def result(self) -> dict[str, Any]:
        findings = list(self.report.findings)
        summary = self.report.summary
        made: dict[str, Any] = {
            "uuid": uuid_of("result", self.report.hash, self.say.language),
            "title": self.title,
            "description": self.say("judged", judged=summary.judged, requirements=summary.requirements),
            "start": self.moment,
            "end": self.moment,
            "props": _props(
                assessment=self.report.hash, plan=self.report.plan.name, plan_sha256=self.report.plan.sha256,
                ruleset=self.report.ruleset.name, ruleset_sha256=self.report.ruleset.sha256, as_of=self.report.as_of,
                facts_since=self.report.facts_since, lowest=summary.lowest, highest=summary.highest,
            ),
            "reviewed-controls": {
                "control-selections": [{"include-controls": [{"control-id": token} for token in self.control.values()]}]
            },
            "observations": [self.observation(finding) for finding in findings],
        }  # fmt: skip
        risks: list[Gap | Finding] = [*self.gaps.values(), *self.waived.values()]
        if risks:
            made["risks"] = [self.risk(one) for one in risks]
        if owed := [self.finding(finding) for finding in findings if finding.verdict != "not_applicable"]:
            made["findings"] = owed
        return {name: value for name, value in made.items() if value}

    def observation(self, finding: Finding | Gap) -> dict[str, Any]:
        """What the plan showed: the verdict, and each place that it rests on."""
        made: dict[str, Any] = {
            "uuid": self.name("observation", finding),
            "title": self.titles[finding.requirement],
            "description": said(finding, self.titles, self.say),
            "props": _props(
                requirement=finding.requirement, subject=finding.subject, verdict=finding.verdict, reason=finding.reason,
                modality=finding.modality, theme=finding.theme, guessed=finding.guessed or None, defaulted=finding.defaulted or None,
            ),
            "methods": ["EXAMINE"],
            "types": ["finding"],
            "collected": self.moment,
        }  # fmt: skip
        if used := self.evidence.get((finding.requirement, finding.subject)):
            made["relevant-evidence"] = [self._evidence(one) for one in used]
        return made

    def _evidence(self, used: Evidence) -> dict[str, Any]:
        return {
            "href": f"#{self.plan}",
            "description": one_line(f"{used.place or self.say['plan']} = {used.value}" if used.value else used.place or self.say["plan"]),
            "props": _props(
                place=used.place, value=used.value, used_as=used.used_as, part=used.part, document=used.document, page=used.page,
                who=used.who, dated=used.dated,
            ),
        }  # fmt: skip

    def finding(self, finding: Finding) -> dict[str, Any]:
        state, reason = _STATES[finding.verdict]
        made: dict[str, Any] = {
            "uuid": self.name("finding", finding),
            "title": self.titles[finding.requirement],
            "description": said(finding, self.titles, self.say),
            "props": _props(requirement=finding.requirement, subject=finding.subject, verdict=finding.verdict),
            "target": {
                "type": "objective-id",
                "target-id": self.control[finding.requirement],
                "status": {"state": state, "reason": reason},
            },
            "related-observations": [{"observation-uuid": self.name("observation", finding)}],
        }
        if (finding.requirement, finding.subject) in self.gaps.keys() | self.waived.keys():
            made["related-risks"] = [{"risk-uuid": self.name("risk", finding)}]
        return made

    def risk(self, gap: Gap | Finding) -> dict[str, Any]:
        """Of a gap, or of a finding that would be one without its waiver."""
        made: dict[str, Any] = {
            "uuid": self.name("risk", gap),
            "title": self.titles[gap.requirement],
            "description": said(gap, self.titles, self.say),
            "statement": self.titles[gap.requirement],
            "props": _props(
                requirement=gap.requirement, subject=gap.subject, verdict=gap.verdict, modality=gap.modality, standing=gap.standing,
                cause=getattr(gap, "cause", None), blocks=getattr(gap, "blocks", None) or None, waived_until=gap.waived_until,
                waiver_reason=gap.waiver_reason,
            ),
            "status": "deviation-approved" if gap.waiver_reason else "open",
        }  # fmt: skip
        if isinstance(gap, Gap) and gap.remedy:
            made["remediations"] = [
                {
                    "uuid": self.name("remedy", gap),
                    "lifecycle": "recommendation",
                    "title": self.say["remedy"],
                    "description": one_line(gap.remedy).strip(),
                    "props": _props(effort=gap.effort, effort_days=gap.effort_days, training=gap.training) or None,
                }
            ]
            made["remediations"] = [{name: value for name, value in made["remediations"][0].items() if value}]
        return made

    def items(self) -> Iterator[dict[str, Any]]:
        for gap in self.gaps.values():
            yield {
                "uuid": self.name("item", gap),
                "title": self.titles[gap.requirement],
                "description": one_line(gap.remedy or gap.message or gap.title).strip(),
                "props": _props(
                    requirement=gap.requirement, subject=gap.subject, verdict=gap.verdict, after=", ".join(gap.after or ()) or None
                ),
                "related-observations": [{"observation-uuid": self.name("observation", gap)}],
                "related-risks": [{"risk-uuid": self.name("risk", gap)}],
            }


def _title(report: Assessment) -> str:
    """What the plan calls itself, else its name."""
    try:
        title = report.plan.content().get("title")
    except ValueError:  # what Python's reader is stricter about than the engine's
        title = None
    return title if isinstance(title, str) and title.strip() else report.plan.name
