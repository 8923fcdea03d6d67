"""`brecha progress`: where the steps of a protocol stand in what the plan records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.work import ENDINGS, assessed, put_out_found, refused
from brecha.errors import PlanError

if TYPE_CHECKING:
    import argparse


def progress(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS)
    try:
        report = assessed(options)
    except PlanError as error:
        return refused(error, options)
    put_out_found(options, form, report.progress(options.requirement or None))
    return 0
