"""`brecha against`: a plan assessed by one ruleset, read against another instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.terminal import width
from brecha.commands.work import assessed, put_out, refused
from brecha.errors import PlanError, RulesetError
from brecha.read_against import mapped_names
from brecha.ruleset import load

if TYPE_CHECKING:
    import argparse

    from brecha.ruleset import Ruleset

_ENDINGS = {".txt": "text", ".json": "json", ".csv": "csv"}


def against(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, _ENDINGS)
    try:
        report = assessed(options)
    except PlanError as error:
        return refused(error, options)
    reading = report.read_against(_other(options, report.ruleset))
    put_out(options, form, lambda _: reading.to_text(width()) if form == "text" else getattr(reading, f"to_{form}")())
    return 0


def _other(options: argparse.Namespace, rules: Ruleset) -> Ruleset | str:
    """The other ruleset; its name alone where it is not at hand and something is mapped to it."""
    try:
        return load(options.other, search=options.path)
    except RulesetError as error:
        if error.diagnostics or options.other not in mapped_names(rules):
            raise
        return str(options.other)
