"""`brecha repairs`: the least changes that would close the gaps of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.asking.plan_file import as_json
from brecha.commands.assess import form_of
from brecha.commands.terminal import tell
from brecha.commands.work import ENDINGS, assessed, put_out_found, refused
from brecha.errors import BrechaError, PlanError
from brecha.files import write_file
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def repairs(options: argparse.Namespace) -> int:
    form = form_of(options.format, options.output, ENDINGS)
    costs = dict(cost_of(text) for text in options.costs)
    most, dearer = int(number_of(options.most, "--most")), number_of(options.dearer, "--dearer")
    try:
        report = assessed(options)
    except PlanError as error:
        return refused(error, options)
    found = report.repairs(
        options.requirements or None,
        options.subject,
        together=options.together or options.plan_output is not None,
        most=most,
        dearer=dearer,
        costs=costs,
    )
    put_out_found(options, form, found)
    if options.plan_output is not None and found.proposals:
        write_file(options.plan_output, as_json(report.plan.patched(found.proposals[0].patch).content()))
        tell(said(Sentence("written", file=options.plan_output), options.language or "en"))
    return 0


def number_of(text: str, option: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise BrechaError(Sentence("no_number_from_zero", option=option, text=text))
    return number


def cost_of(text: str) -> tuple[str, float | None]:
    """ "restate=2", "drop=none". Raises BrechaError for anything else."""
    action, equals, cost = text.partition("=")
    if not equals:
        raise BrechaError(Sentence("no_cost", text=text))
    return action.strip(), None if cost.strip() == "none" else number_of(cost, f"--cost {action}=")
