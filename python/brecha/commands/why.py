"""`brecha why`: what decided a requirement, for one subject or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import parameter_of, plan_paths, refuse_wrong_order
from brecha.commands.terminal import show
from brecha.dates import date_of, facts_since_of
from brecha.errors import BrechaError, PlanError
from brecha.rich_view.content import verdict_shown
from brecha.rich_view.words import words
from brecha.ruleset import load
from brecha.sentences import Sentence

if TYPE_CHECKING:
    import argparse


def why(options: argparse.Namespace) -> int:
    language = options.language or "en"
    as_of, facts_since = date_of(options.as_of, "--as-of"), facts_since_of(options.facts_since, "--facts-since")
    parameters = dict(parameter_of(text) for text in options.parameters)
    refuse_wrong_order(options.ruleset, [options.plan])
    plans = plan_paths(options.plan, options.ruleset)
    if len(plans) > 1:
        raise BrechaError(Sentence("why_wants_one_plan", folder=options.plan))
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    information = rules.requirement(options.requirement, language)  # before the plan is read: a wrong id is told first
    try:
        report = rules.assess(plans[0], as_of, language=language, parameters=parameters, read=options.read, facts_since=facts_since)
    except PlanError as error:
        from brecha.commands.terminal import print_diagnostics

        print_diagnostics(error.in_language(language))
        return 3
    result = report[information.id]
    reasons = result.why(options.subject)
    findings = [finding for finding in result.findings if options.subject in (None, finding.subject)]
    verdict = findings[0].verdict if options.subject else result.verdict
    show(f"{information.id}  {information.title}", "bold")
    show(words(language)[verdict_shown(verdict, information.modality)] + f" · {report.plan.name} · {report.as_of}")
    for finding in findings:
        if finding.message:
            show(f"  {finding.message}")
    show()
    show(str(reasons))
    return 0
