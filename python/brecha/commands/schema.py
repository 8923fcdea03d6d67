"""`brecha schema`: the JSON Schema of a ruleset's plans, for editors and other tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brecha.commands.terminal import show_document, tell
from brecha.files import write_file
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def schema(options: argparse.Namespace) -> int:
    language = options.language or "en"
    rules = load(options.ruleset, ruleset=options.ruleset_name, search=options.path)
    text = json.dumps(rules.json_schema(language), ensure_ascii=False, indent=2) + "\n"
    if options.output is None:
        show_document(text, "json")
    else:
        write_file(options.output, text)
        tell(said(Sentence("written", file=options.output), language))
    return 0
