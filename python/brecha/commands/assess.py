"""`brecha assess`: several plans are assessed one batch after the other; a broken one does not stop the others."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from brecha.assessments import Assessments
from brecha.commands.terminal import has_color, print_diagnostics, tell, width
from brecha.dates import date_of
from brecha.errors import AssessmentError, RulesetError
from brecha.ruleset import load

if TYPE_CHECKING:
    import argparse

_FORMATS = {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".txt": "text"}


def assess(options: argparse.Namespace) -> int:
    try:
        as_of = date_of(options.as_of)
        parameters = dict(_parameter(text) for text in options.parameters)
        plans = _plan_paths(options.plans, options.ruleset)
        rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
        several = len(plans) > 1
        reports = rules.assess_all(
            plans, as_of, language=options.language, parameters=parameters, read=options.read, progress=several and sys.stderr.isatty()
        )
    except (RulesetError, AssessmentError) as error:
        print_diagnostics(str(error))
        return 2
    except ValueError as error:
        tell(f"brecha: {error}")
        return 2
    for failed in reports.failed:
        print_diagnostics(str(failed.error))
    chosen = options.format or _FORMATS.get(os.path.splitext(options.output or "")[1].lower(), "text")
    text = _report(reports, chosen, several, options.language, to_file=options.output is not None)
    if options.output is not None:
        with open(options.output, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        tell(f"written: {options.output}")
    elif text:
        sys.stdout.write(text)
        sys.stdout.flush()
    return _status(reports, options.fail_on)


def _report(reports: Assessments, chosen: str, several: bool, language: str, to_file: bool) -> str:
    if chosen == "json":
        if several:
            return reports.to_json()
        return reports[0].to_json() if len(reports) else reports.failed[0].to_json(language)
    if chosen == "csv":
        return reports.findings.to_csv() if len(reports) else ""
    if chosen == "html":
        from brecha.rich_view.page import page

        return page(reports, language, reports.failed)
    color = has_color() and not to_file
    texts = [report.to_text(width(), color) for report in reports]
    if several:
        from brecha.rich_view.overview import overview_text

        texts.append(overview_text(reports, language))
    return ("\n\n" + "─" * 60 + "\n\n").join(texts) + "\n" if texts else ""


def _status(reports: Assessments, fail_on: str) -> int:
    if reports.failed:
        return 3
    verdicts = {"gaps": ("gaps",), "unknown": ("gaps", "unknown"), "none": ()}[fail_on]
    return int(any(getattr(report.summary, count) for report in reports for count in verdicts))


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ValueError(f'--set wants NAME=VALUE, not "{text}", as in  --set minimum_representatives=3')
    return name.strip(), value.strip()


def _plan_paths(given: list[str], ruleset: str) -> list[str]:
    """Files as given; the plans of a folder; the file of a sample."""
    paths: list[str] = []
    for path in given:
        if os.path.isdir(path):
            inside = sorted(name for name in os.listdir(path) if name.lower().endswith((".json", ".yaml", ".yml")))
            if not inside:
                raise ValueError(f"there is no plan (.json, .yaml) in the folder {path}")
            paths += [os.path.join(path, name) for name in inside]
            continue
        if not os.path.exists(path) and os.sep not in path:
            from brecha.sample_plans import samples

            of_that_name = [sample for sample in samples() if sample.name == path]
            of_that_name.sort(key=lambda sample: sample.ruleset != ruleset)  # the ruleset's own first
            path = of_that_name[0].path if of_that_name else path
        paths.append(path)
    return paths
