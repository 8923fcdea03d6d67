"""`%%brecha`: the rules of a cell are checked, shown with what is wrong at its place, tested by their cases, and a plan assessed by them.

    %%brecha my_rules --plan plan --as-of 2026-01-15 --language es

The ruleset is then the notebook's variable `my_rules` (`rules` without a name), the assessment `report`.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from brecha import _core, arguments, ruleset
from brecha.cells.highlight import STYLE, message_html, rules_html
from brecha.dates import date_of
from brecha.errors import BrechaError
from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import Mark, tag
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.ruleset import Ruleset

FILE = "cell.brecha"

# By their names, so that a check of types need not go through all of IPython.
_options: Any = import_module("IPython.core.magic_arguments")
_display: Any = import_module("IPython.display")
UsageError: Any = import_module("IPython.core.error").UsageError


def register(ipython: Any) -> None:
    """Makes `%%brecha` known."""

    def brecha(line: str, cell: str) -> None:
        """Checks the rules of the cell, runs their cases, and assesses a plan by them."""
        run(ipython, _options.parse_argstring(magic, line), cell)

    magic: Any = brecha
    for given in (  # the last stands first in the help
        _options.argument("--language", default="", help="en, es, pt or fr, of messages and report; else that of the rules, and English"),
        _options.argument("--as-of", help="the day to assess for, 2026-01-15; else today"),
        _options.argument("--report", default="report", help="the variable that the assessment becomes"),
        _options.argument("--plan", help="a variable, a file, or the name of a sample: the plan to assess, and show the report of"),
        _options.argument("name", nargs="?", default="rules", help="the variable that the ruleset becomes"),
        _options.magic_arguments(),
    ):
        magic = given(magic)
    ipython.register_magic_function(magic, "cell", "brecha")


def run(ipython: Any, options: Any, cell: str) -> None:
    """What the cell does. Shows mistakes instead of raising them; a wrong option is a UsageError."""
    if not options.name.isidentifier() or not options.report.isidentifier():
        raise UsageError(f"{options.name if not options.name.isidentifier() else options.report} is no name of a variable")
    try:
        language = arguments.language_of(options.language) if options.language else ""
        as_of = date_of(options.as_of, "--as-of")
    except BrechaError as error:
        raise UsageError(str(error)) from None
    _, diagnostics = _core.compile([(FILE, cell)])
    here = [one for one in diagnostics if os.path.basename(one.file) == FILE]
    shown: list[Mark] = [rules_html(cell, here), *(message_html(cell if one in here else "", one, language) for one in diagnostics)]
    if any(one.severity == "error" for one in diagnostics):
        _show(shown)
        return
    try:
        rules = ruleset.compile({FILE: cell})
    except BrechaError as error:  # a vocabulary alone, or several rulesets: said in a sentence
        _show([*shown, tag("p", error.in_language(language or "en"), class_="sentence")])
        return
    ipython.user_ns[options.name] = rules
    _show([*shown, _cases(rules, language)])
    if options.plan is None:
        return
    plan = ipython.user_ns.get(options.plan, options.plan)
    try:
        report = rules.assess(_sample_or(plan), as_of, language=language or "en")
    except BrechaError as error:
        _show([tag("p", error.in_language(language or "en"), class_="sentence")])
        return
    ipython.user_ns[options.report] = report
    _display.display(report)


def _sample_or(plan: Any) -> Any:
    if isinstance(plan, str) and not os.path.exists(plan):
        from brecha.sample_plans import sample, sample_names

        if plan in sample_names():
            return sample(plan)
    return plan


def _cases(rules: Ruleset, language: str) -> Mark:
    """How many of the cell's cases pass, and what is wrong with the others; nothing where it has none."""
    cases = rules.run_tests(language or "en").cases
    if not cases:
        return Mark("")
    failed = [case for case in cases if not case.passed]
    summary = Sentence("cases_passed", name=rules.name, version=rules.version, passed=len(cases) - len(failed), cases=len(cases))
    items = [
        tag(
            "div",
            tag("p", tag("span", f"{case.line} ", class_="sign"), case.title),
            tag("pre", case.message.rstrip("\n"), class_="rules"),
            class_="message",
        )
        for case in failed
    ]
    return tag("div", *items, tag("p", said(summary, language or "en"), class_="sentence"))


def _show(content: Sequence[object]) -> None:
    html = in_notebook(tag("style", Mark(STYLE)), *content)
    _display.display(_display.HTML(html))
