"""`brecha fill`: the answers of filled forms, and of a form tool's exports, into a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.asking.plan_file import PlanFile, as_json, content_of
from brecha.commands.assess import plan_paths
from brecha.commands.terminal import show_document, tell
from brecha.errors import BrechaError, PlanError
from brecha.questionnaire import ruleset_of
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def fill(options: argparse.Namespace) -> int:
    language = options.language or "en"
    rules = load(options.rules or ruleset_of(options.forms[0]), ruleset=options.ruleset_name, search=options.path)
    plans = plan_paths(options.plan, options.rules or rules.name)
    if len(plans) > 1:
        raise BrechaError(Sentence("why_wants_one_plan", folder=options.plan))
    try:
        plan = rules.read_plan(plans[0]).filled(*options.forms)
    except PlanError as error:
        tell(error.in_language(language))
        return 3
    for remark in plan.remarks:
        tell(remark.shown(language))
    data = content_of(plan)
    if options.output is None:
        show_document(as_json(data), "json")
    else:
        PlanFile(options.output, rules).write(data)
        tell(said(Sentence("written", file=options.output), language))
    return 0
