"""JUnit XML: for build servers. A suite is a plan, a case a finding; a gap fails, what is open or does not apply is skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from brecha.exports.names import said, titles_of
from brecha.harmless import one_line
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.assessment import Assessment
    from brecha.rows import Finding
    from brecha.wording import Words


def junit(reports: Sequence[Assessment]) -> str:
    """The file as text."""
    suites = [line for report in reports for line in _suite(report, words(report.language))]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="brecha">', *suites, "</testsuites>", ""])


def _suite(report: Assessment, say: Words) -> list[str]:
    findings = list(report.findings)
    titles = titles_of(report.ruleset.requirements(report.language))
    remedies = {(gap.requirement, gap.subject): gap.remedy or "" for gap in report.gaps}
    outcomes = [_outcome(finding) for finding in findings]
    counts = {
        "name": report.plan.name, "tests": len(findings), "failures": outcomes.count("failure"), "errors": 0,
        "skipped": outcomes.count("skipped"), "time": 0, "timestamp": f"{report.as_of}T00:00:00", "hostname": "localhost",
    }  # fmt: skip
    properties = {
        "assessment": report.hash, "ruleset": f"{report.ruleset.name} {report.ruleset.version}", "ruleset_sha256": report.ruleset.sha256,
        "plan_sha256": report.plan.sha256, "as_of": report.as_of, "facts_since": report.facts_since, "language": say.language,
    }  # fmt: skip
    lines = [f"  <testsuite{_attributes(**counts)}>", "    <properties>"]
    lines += [f"      <property{_attributes(name=name, value=value)}/>" for name, value in properties.items() if value]
    lines.append("    </properties>")
    for finding, outcome in zip(findings, outcomes, strict=True):
        name = f"{finding.requirement} {titles[finding.requirement]}" + (f" [{finding.subject}]" if finding.subject else "")
        case = f"    <testcase{_attributes(classname=_class(report, finding), name=name, time=0)}"
        text = said(finding, titles, say)
        if outcome == "passed":
            lines.append(case + "/>")
        elif outcome == "skipped":
            waived = f" · {say('waived', date=finding.waived_until)}" if finding.waived_until else ""
            waived = f"{waived or ' · ' + say['waived_for_ever']}: {finding.waiver_reason}" if finding.waiver_reason else ""
            lines += [case + ">", f"      <skipped{_attributes(message=f'{finding.verdict}: {text}{waived}')}/>", "    </testcase>"]
        else:
            remedy = escape(one_line(remedies.get((finding.requirement, finding.subject), "")))
            lines += [case + ">", f"      <failure{_attributes(message=text, type=finding.verdict)}>{remedy}</failure>", "    </testcase>"]
    return [*lines, "  </testsuite>"]


def _class(report: Assessment, finding: Finding) -> str:
    return ".".join(part for part in (report.ruleset.name, finding.theme) if part)


def _outcome(finding: Finding) -> str:
    """A `may` that is not used is no failure."""
    if finding.verdict == "met":
        return "passed"
    return "failure" if finding.is_gap else "skipped"


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(one_line(str(value)).strip())}" for name, value in values.items())
