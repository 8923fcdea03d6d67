"""What `compare`, `roadmap`, `progress`, `repairs`, `portfolio`, `applicability` and `against` have in common: one plan assessed as the options say, one output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import parameter_of, plan_paths, refuse_to_write_over_input, refuse_wrong_order
from brecha.commands.terminal import has_color, print_diagnostics, show_document, show_report, tell, width
from brecha.dates import date_of, facts_since_of
from brecha.errors import BrechaError, PlanError
from brecha.files import write_file
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from brecha.applicability import Applicability
    from brecha.assessment import Assessment
    from brecha.comparison import Comparison
    from brecha.portfolios import Portfolio
    from brecha.progress import Progress
    from brecha.repairs import Repairs
    from brecha.roadmap import Roadmap
    from brecha.ruleset import Ruleset

ENDINGS = {".txt": "text", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}


def one_plan(given: str, ruleset: str) -> str:
    """The path of a plan or sample. Raises BrechaError for a folder of several."""
    plans = plan_paths(given, ruleset)
    if len(plans) > 1:
        raise BrechaError(Sentence("wants_one_plan", folder=given))
    return plans[0]


def assessed(options: argparse.Namespace) -> Assessment:
    """The plan of the options, assessed."""
    refuse_wrong_order(options.ruleset, [options.plan])
    path = one_plan(options.plan, options.ruleset)
    refuse_to_write_over_input(options.output, options.ruleset, [path])
    as_of, facts_since = date_of(options.as_of, "--as-of"), facts_since_of(options.facts_since, "--facts-since")
    parameters = dict(parameter_of(text) for text in options.parameters)
    rules = ruleset_of(options)
    language = options.language or "en"
    return rules.assess(path, as_of, language=language, parameters=parameters, read=options.read, facts_since=facts_since)


def ruleset_of(options: argparse.Namespace) -> Ruleset:
    return load(options.ruleset, ruleset=options.ruleset_name, search=options.path)


def refused(error: PlanError, options: argparse.Namespace) -> int:
    """Tells what is wrong with a plan; the status for it."""
    print_diagnostics(error.in_language(options.language or "en"))
    return 3


def put_out_found(
    options: argparse.Namespace, form: str, found: Comparison | Roadmap | Progress | Portfolio | Applicability | Repairs
) -> None:
    """What was found, in one of its forms."""
    put_out(options, form, lambda color: found.to_text(width(), color) if form == "text" else getattr(found, f"to_{form}")())


def put_out(options: argparse.Namespace, form: str, made: Callable[[bool], str]) -> None:
    """Shows what is made, or writes it to --output. made: gets whether colour is wanted."""
    content = made(form == "text" and options.output is None and has_color())
    if options.output is not None:
        write_file(options.output, content if content.endswith("\n") else content + "\n")
        tell_written(options)
    elif form == "text":
        show_report(content.rstrip("\n"))
    else:
        show_document(content, form)


def tell_written(options: argparse.Namespace) -> None:
    tell(said(Sentence("written", file=options.output), options.language or "en"))
