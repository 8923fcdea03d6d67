"""`brecha ask`: puts the questions that a plan leaves open, the best first, and saves after each answer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.asking.dialogue import Dialogue
from brecha.asking.plan_file import PlanFile
from brecha.asking.terminal import TerminalDialogue
from brecha.asking.words import words
from brecha.commands.assess import parameter_of, refuse_wrong_order
from brecha.commands.terminal import print_diagnostics, show
from brecha.dates import date_of, facts_since_of
from brecha.errors import PlanError
from brecha.ruleset import load

if TYPE_CHECKING:
    import argparse


def ask(options: argparse.Namespace) -> int:
    language = options.language or "en"
    say = words(language)
    as_of, facts_since = date_of(options.as_of, "--as-of"), facts_since_of(options.facts_since, "--facts-since")
    parameters = dict(parameter_of(text) for text in options.parameters)
    refuse_wrong_order(options.ruleset, [options.plan])
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    try:
        file = PlanFile(options.plan, rules)
        plan = rules.read_plan(file.data, name=os.path.basename(file.path), read=options.read)
    except PlanError as error:
        print_diagnostics(error.in_language(language))
        return 3
    report = rules.assess(plan, as_of, language=language, parameters=parameters, facts_since=facts_since)
    searched = None
    if options.document:
        from brecha.documents.document import document

        searched = document(options.document)
    dialogue = TerminalDialogue(Dialogue(report, who=options.who), file, _line, searched)
    show(say("welcome", ruleset=rules.title(language), plan=file.path), "bold")
    if not file.data:
        show(say("new_plan", file=file.path))
    if file.loses_comments and not dialogue.confirmed(say("comments_lost", file=file.path)):
        return 0
    try:
        dialogue.run()
    finally:
        dialogue.closing()
    return 0


def _line(prompt: str) -> str:
    """A line from whoever answers; with the keys of a terminal where there is one, else shown as if it had been typed."""
    import sys

    if sys.stdin is not None and sys.stdin.isatty():
        from contextlib import suppress

        with suppress(ImportError):
            import readline  # noqa: F401
        return input(prompt)
    line = input(prompt)
    show(line)
    return line
