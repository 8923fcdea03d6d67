"""`brecha questionnaire`: what is asked of a plan, as a workbook to send out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.commands.assess import plan_paths
from brecha.commands.terminal import tell
from brecha.errors import BrechaError
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def questionnaire(options: argparse.Namespace) -> int:
    language = options.language or "en"
    output = options.output or "form.xlsx"
    if os.path.splitext(output)[1].lower() != ".xlsx":
        raise BrechaError(Sentence("no_such_ending", file=output, endings=".xlsx"))
    if os.path.exists(output):  # it may be answered already
        raise BrechaError(Sentence("is_there_already", file=output))
    top = options.top
    if top is not None and not top.isdecimal():
        raise BrechaError(Sentence("form_top_of_open"))
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    plan = None
    if options.plan is not None:
        plans = plan_paths(options.plan, options.ruleset)
        if len(plans) > 1:
            raise BrechaError(Sentence("why_wants_one_plan", folder=options.plan))
        plan = rules.read_plan(plans[0], read=options.read)
    searched = None
    if options.document:
        from brecha.documents.document import document

        searched = document(options.document)
    rules.questionnaire(
        output, plan, only=options.only, top=int(top) if top else None, language=language, as_of=options.as_of, document=searched
    )
    tell(said(Sentence("written", file=output), language))
    return 0
