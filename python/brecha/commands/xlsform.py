"""`brecha xlsform`: the questions of a ruleset as a form for KoBoToolbox and ODK."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.commands.terminal import tell
from brecha.errors import BrechaError
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def xlsform(options: argparse.Namespace) -> int:
    output = options.output or "xlsform.xlsx"
    if os.path.splitext(output)[1].lower() != ".xlsx":
        raise BrechaError(Sentence("no_such_ending", file=output, endings=".xlsx"))
    load(options.ruleset, ruleset=options.ruleset_name, search=options.path).xlsform(output)
    tell(said(Sentence("written", file=output), options.language or "en"))
    return 0
