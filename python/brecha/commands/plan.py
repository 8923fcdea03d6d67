"""`brecha plan`: a blank plan to fill in, as YAML with its questions and choices, or as JSON."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.blank_plan import blank_yaml
from brecha.commands.terminal import show_document, tell
from brecha.errors import BrechaError
from brecha.files import write_file
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse

_OF_ENDING = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def plan(options: argparse.Namespace) -> int:
    language = options.language or "en"
    form = options.format or "yaml"
    if options.output is not None:
        ending = os.path.splitext(options.output)[1].lower()
        of_ending = _OF_ENDING.get(ending)
        if of_ending is None:
            raise BrechaError(Sentence("no_such_ending", file=options.output, endings=tuple(_OF_ENDING)))
        if options.format is not None and of_ending != options.format:
            raise BrechaError(Sentence("ending_contradicts", file=options.output, ending=ending, of_ending=of_ending, form=form))
        form = of_ending
        if os.path.exists(options.output):  # it may be filled in already
            raise BrechaError(Sentence("is_there_already", file=options.output))
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    text = blank_yaml(rules, language) if form == "yaml" else rules._core.blank_plan(language)
    if options.output is None:
        show_document(text, form)
    else:
        write_file(options.output, text)
        tell(said(Sentence("written", file=options.output), language))
    return 0
