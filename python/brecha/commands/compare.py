"""`brecha compare`: what became of the gaps between two plans, dates, readings or rulesets. A plan may be given by its JSON report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.commands.assess import form_of, parameter_of, refuse_to_write_over_input, refuse_wrong_order
from brecha.commands.work import ENDINGS, one_plan, put_out_found, refused, ruleset_of
from brecha.comparison import OF_NEW_GAPS
from brecha.comparison import compare as comparison_of
from brecha.dates import date_of, facts_since_of
from brecha.errors import PlanError
from brecha.ruleset import load
from brecha.verification import assessment_of, plan_for, recorded_report

if TYPE_CHECKING:
    import argparse

    from brecha.assessment import Assessment
    from brecha.ruleset import Ruleset


def compare(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS)
    refuse_wrong_order(options.ruleset, [options.before, options.after])
    refuse_to_write_over_input(options.output, options.ruleset, [options.before, options.after])
    rules = ruleset_of(options)
    earlier = load(options.rules_before, ruleset=options.ruleset_name, search=options.path) if options.rules_before else rules
    try:
        before = _assessed(
            options, earlier, options.before, options.as_of_before, options.read_before or options.read,
            options.parameters_before or options.parameters,
        )  # fmt: skip
        after = _assessed(options, rules, options.after, options.as_of, options.read, options.parameters)
    except PlanError as error:
        return refused(error, options)
    comparison = comparison_of(before, after)
    put_out_found(options, form, comparison)
    counts = comparison.counts
    came = sum(counts[word] for word in ("worse", *OF_NEW_GAPS))
    failing = {"new": came, "gaps": after.summary.gaps, "none": 0}[options.fail_on]
    return int(failing > 0)


def _assessed(
    options: argparse.Namespace, rules: Ruleset, given: str, as_of: str | None, read: str | None, parameters: list[str]
) -> Assessment:
    """A plan as the options say; of a report, with its own date and parameters where they say nothing."""
    language = options.language or "en"
    path = one_plan(given, rules.name)
    values: dict[str, Any] = dict(parameter_of(text) for text in parameters)
    facts_since = facts_since_of(options.facts_since, "--facts-since")
    found = recorded_report(path) if path.lower().endswith(".json") else None
    if found is not None:
        recorded, folder = found
        of_report = assessment_of(recorded, rules, plan_for(recorded, rules, None, folder, read))
        date = date_of(as_of, "--as-of") if as_of else of_report.as_of
        since = facts_since or of_report.facts_since
        return rules.assess(of_report.plan, date, language=language, parameters=of_report.parameters_set | values, facts_since=since)
    return rules.assess(
        path, date_of(as_of or options.as_of, "--as-of"), language=language, parameters=values, read=read, facts_since=facts_since
    )
