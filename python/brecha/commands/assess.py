"""`brecha assess`: several plans are assessed one batch after the other; a broken one does not stop the others."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from brecha.assessments import PLAN_ENDINGS, Assessments, plans_in_folder
from brecha.commands.terminal import has_color, print_diagnostics, show_document, show_report, tell, width
from brecha.dates import date_of, facts_since_of
from brecha.errors import BrechaError
from brecha.files import write_file
from brecha.ruleset import load
from brecha.sentences import Sentence, said
from brecha.shipped import shipped_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

_OF_ENDING = {
    ".txt": "text", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".xlsx": "xlsx", ".md": "markdown", ".docx": "docx",
    ".sarif": "sarif", ".xml": "junit", ".parquet": "parquet",
}  # fmt: skip
_ARE_JSON = ("oscal", "oscal-poam", "sarif")  # and may be called so
_NEED_FILE = ("xlsx", "docx", "parquet")


def assess(options: argparse.Namespace) -> int:
    language = options.language or "en"
    form = form_of(options.format, options.output)
    as_of, facts_since = date_of(options.as_of, "--as-of"), facts_since_of(options.facts_since, "--facts-since")
    parameters = dict(parameter_of(text) for text in options.parameters)
    refuse_wrong_order(options.ruleset, options.plans)
    plans = [path for given in options.plans for path in plan_paths(given, options.ruleset)]
    refuse_to_write_over_input(options.output, options.ruleset, plans)
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    several = len(plans) > 1
    reports = rules.assess_all(
        plans,
        as_of,
        language=language,
        parameters=parameters,
        read=options.read,
        facts_since=facts_since,
        progress=several and sys.stderr.isatty(),
    )
    for failed in reports.failed:
        print_diagnostics(failed.error.in_language(language))
    for report in reports:
        for remark in report.plan.remarks:
            tell(remark.shown(language))
    if form == "oscal-poam" and len(reports) and not any(report.summary.gap_findings for report in reports):
        tell(said(Sentence("no_gap_to_plan"), language))
    elif options.output is None:
        _show(reports, form, several, language, options.exact_cells)
    elif not len(reports):
        tell(said(Sentence("nothing_assessed", file=options.output), language))
    else:
        _write(reports, form, several, language, options.exact_cells, options.output)
        tell(said(Sentence("written", file=options.output), language))
    return _status(reports, options.fail_on)


def form_of(chosen: str | None, output: str | None, endings: Mapping[str, str] = _OF_ENDING) -> str:
    """The format asked for, or that of the file's ending. Raises BrechaError where there is none, or the two disagree."""
    if output is None:
        if chosen in _NEED_FILE:
            raise BrechaError(Sentence("form_needs_output", form=chosen))
        return chosen or "text"
    ending = os.path.splitext(output)[1].lower()
    of_ending = endings.get(ending)
    if chosen is None and of_ending is None and os.path.exists(output) and not os.path.isfile(output) and not os.path.isdir(output):
        return "text"  # a device or a pipe has no ending
    if chosen is None and of_ending is None:
        raise BrechaError(Sentence("no_such_ending", file=output, endings=tuple(endings)))
    if chosen is not None and of_ending is not None and chosen != of_ending and not (of_ending == "json" and chosen in _ARE_JSON):
        raise BrechaError(Sentence("ending_contradicts", file=output, ending=ending, of_ending=of_ending, form=chosen))
    return chosen or of_ending or "text"


def _write(reports: Assessments, form: str, several: bool, language: str, exact: bool, output: str) -> None:
    if form == "xlsx":
        reports.to_excel(output)
    elif form == "docx":
        reports.to_word(output)
    elif form == "parquet":
        reports.findings.to_parquet(output)
    else:
        write_file(output, _text(reports, form, several, language, exact, color=False))


def _show(reports: Assessments, form: str, several: bool, language: str, exact: bool) -> None:
    text = _text(reports, form, several, language, exact, color=has_color())
    if form != "text":
        show_document(text, form)
    elif text:
        show_report(text.rstrip("\n"))


def _text(reports: Assessments, form: str, several: bool, language: str, exact: bool, color: bool) -> str:
    if form == "json":
        if several:
            return reports.to_json()
        return reports[0].to_json() if len(reports) else reports.failed[0].to_json(language)
    if form == "csv":
        return reports.findings.to_csv(exact=exact) if len(reports) else ""
    exports = {"markdown": "to_markdown", "oscal": "to_oscal", "oscal-poam": "to_oscal_poam", "sarif": "to_sarif", "junit": "to_junit"}
    if form in exports:
        return str(getattr(reports, exports[form])()) if len(reports) else ""
    if form == "html":
        from brecha.rich_view.page import page

        return page(reports, language, reports.failed)
    texts = [report.to_text(width(), color) for report in reports]
    if several:
        from brecha.rich_view.overview import overview_text

        texts.append(overview_text(reports, language))
    return ("\n\n" + "─" * min(60, width()) + "\n\n").join(texts) + "\n" if texts else ""


def _status(reports: Assessments, fail_on: str) -> int:
    if reports.failed:
        return 3
    verdicts = {"gaps": ("gaps",), "unknown": ("gaps", "unknown"), "none": ()}[fail_on]
    return int(any(getattr(report.summary, count) for report in reports for count in verdicts))


def parameter_of(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise BrechaError(Sentence("set_wants_a_value", text=text))
    return name.strip(), value.strip()


def plan_paths(given: str, ruleset: str) -> list[str]:
    """A file as given; the plans of a folder; the file of a sample, the ruleset's own first."""
    if os.path.isdir(given):
        return [os.fspath(path) for path in plans_in_folder(given)]  # type: ignore[arg-type]
    if not os.path.exists(given) and os.sep not in given:
        from brecha.sample_plans import samples

        of_that_name = sorted((one for one in samples() if one.name == given), key=lambda one: one.ruleset != ruleset)
        if of_that_name:
            return [of_that_name[0].path]
    return [given]


def refuse_wrong_order(ruleset: str, plans: list[str]) -> None:
    """Says which comes first where a plan stands in the place of the ruleset."""
    rules_among_plans = next((path for path in plans if _is_ruleset(path)), "")
    if _is_plan(ruleset) and rules_among_plans:
        raise BrechaError(Sentence("wrong_order", ruleset=rules_among_plans, plan=ruleset))
    if _is_plan(ruleset) and os.path.isfile(ruleset):
        raise BrechaError(Sentence("plan_is_no_ruleset", plan=ruleset))
    if rules_among_plans and not _is_plan(rules_among_plans):
        raise BrechaError(Sentence("ruleset_is_no_plan", ruleset=rules_among_plans))


def _is_plan(path: str) -> bool:
    if path.lower().endswith((*PLAN_ENDINGS, ".xlsx")):
        return True
    from brecha.sample_plans import sample_names

    return not os.path.exists(path) and not shipped_path(path) and path in sample_names()


def _is_ruleset(path: str) -> bool:
    if os.path.isdir(path):
        with os.scandir(path) as entries:
            names = [entry.name.lower() for entry in entries]
        return any(name.endswith(".brecha") for name in names) and not any(name.endswith(PLAN_ENDINGS) for name in names)
    return path.endswith(".brecha") or (not os.path.exists(path) and shipped_path(path) != "")


def refuse_to_write_over_input(output: str | None, ruleset: str, plans: list[str]) -> None:
    """Raises BrechaError where the output is a plan, a file of the ruleset, or a table that it reads."""
    if output is None or not os.path.exists(output):
        return
    for path in [*plans, *_files_of(ruleset, os.path.basename(output))]:
        if os.path.exists(path) and os.path.samefile(path, output):
            raise BrechaError(Sentence("output_is_input", file=output))


def _files_of(ruleset: str, mentioned: str) -> list[str]:
    """The .brecha files that a path stands for, and the file of that name beside one that mentions it."""
    found: list[str] = []
    folder = ruleset if os.path.isdir(ruleset) else os.path.dirname(ruleset)
    names = sorted(os.listdir(folder or ".")) if os.path.isdir(ruleset) else [os.path.basename(ruleset)]
    for name in names:
        path = os.path.join(folder, name)
        if not os.path.isfile(path) or (os.path.isdir(ruleset) and not name.endswith(".brecha")):
            continue
        found.append(path)
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            if mentioned in file.read():
                found.append(os.path.join(folder, mentioned))
    return found
