"""`brecha verify`: replays a JSON report, and says what differs. Status 0 nothing, 1 something, 2 it could not be replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.terminal import show
from brecha.verification import verify as verification_of

if TYPE_CHECKING:
    import argparse


def verify(options: argparse.Namespace) -> int:
    found = verification_of(
        options.report, options.ruleset, options.plan, ruleset=options.ruleset_name, search=options.path, read=options.read
    )
    show(found.to_text(options.language or None))
    return 0 if found.same else 1
