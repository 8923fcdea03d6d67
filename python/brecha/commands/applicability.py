"""`brecha applicability`: the statement of applicability of a plan, with what was decided."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from brecha.commands.assess import form_of
from brecha.commands.terminal import width
from brecha.commands.work import ENDINGS, assessed, put_out
from brecha.errors import PlanError

if TYPE_CHECKING:
    import argparse


def applicability(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS | {".xlsx": "xlsx"})
    try:
        statement = assessed(options).applicability(options.decisions)
    except PlanError as error:
        from brecha.commands.terminal import print_diagnostics

        print_diagnostics(error.in_language(options.language or "en"))
        return 3

    def made(color: bool) -> str | bytes:
        if form == "xlsx":
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "statement.xlsx")
                statement.to_excel(path)
                with open(path, "rb") as file:
                    return file.read()
        faces = {"json": statement.to_json, "csv": statement.to_csv, "html": statement.to_html}
        return statement.to_text(width(), color) if form == "text" else faces[form]()

    put_out(options, form, made)
    return 0
