"""`brecha roadmap`: in which order the gaps of a plan are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.terminal import width
from brecha.commands.work import ENDINGS, assessed, put_out
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
        from brecha.commands.terminal import print_diagnostics

        print_diagnostics(error.in_language(options.language or "en"))
        return 3
    faces = {"json": steps.to_json, "csv": steps.to_csv, "html": steps.to_html, "ics": steps.to_ics, "svg": steps.to_svg}
    put_out(options, form, lambda color: steps.to_text(width(), color) if form == "text" else faces[form]())
    return 0
