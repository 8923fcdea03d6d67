"""`brecha roadmap`: in which order the gaps of a plan are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.work import ENDINGS, assessed, put_out_found, refused
from brecha.dates import date_of
from brecha.errors import PlanError

if TYPE_CHECKING:
    import argparse


def roadmap(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS | {".ics": "ics", ".svg": "svg"})
    start = date_of(options.start, "--start") if options.start else None
    try:
        steps = assessed(options).roadmap(start)
    except PlanError as error:
        return refused(error, options)
    put_out_found(options, form, steps)
    return 0
