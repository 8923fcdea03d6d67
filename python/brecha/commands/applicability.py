"""`brecha applicability`: the statement of applicability of a plan, with what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.work import ENDINGS, assessed, put_out_found, refused, tell_written
from brecha.errors import PlanError

if TYPE_CHECKING:
    import argparse


def applicability(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS | {".xlsx": "xlsx"})
    try:
        statement = assessed(options).applicability(options.decisions)
    except PlanError as error:
        return refused(error, options)
    if form == "xlsx":
        statement.to_excel(options.output)
        tell_written(options)
    else:
        put_out_found(options, form, statement)
    return 0
