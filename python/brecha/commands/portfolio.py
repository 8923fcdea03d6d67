"""`brecha portfolio`: many plans side by side. Ctrl-C shows what is done so far."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from brecha.commands.assess import form_of, parameter_of, plan_paths, refuse_to_write_over_input, refuse_wrong_order
from brecha.commands.terminal import print_diagnostics, tell
from brecha.commands.work import ENDINGS, put_out_found, ruleset_of
from brecha.dates import date_of, facts_since_of
from brecha.portfolios import portfolio as portfolio_of
from brecha.rich_view.work_words import work_words

if TYPE_CHECKING:
    import argparse


def portfolio(options: argparse.Namespace) -> int:
    language = options.language or "en"
    form = form_of(options.format, options.output, ENDINGS)
    as_of, facts_since = date_of(options.as_of, "--as-of"), facts_since_of(options.facts_since, "--facts-since")
    refuse_wrong_order(options.ruleset, options.plans)
    plans = [path for given in options.plans for path in plan_paths(given, options.ruleset)]
    refuse_to_write_over_input(options.output, options.ruleset, plans)
    found = portfolio_of(
        plans,
        ruleset_of(options),
        as_of,
        language=language,
        parameters=dict(parameter_of(text) for text in options.parameters),
        read=options.read,
        facts_since=facts_since,
        progress=sys.stderr is not None and sys.stderr.isatty(),
    )
    for failed in found.failed:
        print_diagnostics(failed.error.in_language(language))
    put_out_found(options, form, found)
    if found.interrupted:
        tell(work_words(language)("portfolio_interrupted", count=found.interrupted))
        return 130
    return 3 if found.failed else 0
