"""`brecha form`: a form for a plan as one page, which works without a network and saves the plan as JSON."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.asking.form_page import form_page
from brecha.commands.assess import plan_paths, refuse_to_write_over_input, refuse_wrong_order
from brecha.commands.terminal import print_diagnostics, show_document, tell
from brecha.dates import date_of
from brecha.errors import BrechaError, PlanError
from brecha.files import write_file
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def form(options: argparse.Namespace) -> int:
    language = options.language or "en"
    plans = []
    if options.plan is not None:
        refuse_wrong_order(options.ruleset, [options.plan])
        plans = plan_paths(options.plan, options.ruleset)
        if len(plans) > 1:
            raise BrechaError(Sentence("form_wants_one_plan", folder=options.plan))
    if options.output is not None and os.path.splitext(options.output)[1].lower() not in (".html", ".htm"):
        raise BrechaError(Sentence("no_such_ending", file=options.output, endings=".html, .htm"))
    refuse_to_write_over_input(options.output, options.ruleset, plans)
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    searched = None
    if options.document:
        from brecha.documents.document import document

        searched = document(options.document)
    try:
        page = form_page(rules.assess(plans[0] if plans else {}, date_of(options.as_of, "--as-of"), language=language), searched)
    except PlanError as error:
        print_diagnostics(error.in_language(language))
        return 3
    if options.output is None:
        show_document(page, "html")
    else:
        write_file(options.output, page)
        tell(said(Sentence("written", file=options.output), language))
    return 0
