"""`brecha explain CODE`: the page of a message's code, with a wrong and a right example, in one of the four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha import message_pages
from brecha.commands.terminal import show
from brecha.errors import BrechaError
from brecha.near_names import did_you_mean
from brecha.sentences import Sentence

if TYPE_CHECKING:
    import argparse


def explain(options: argparse.Namespace) -> int:
    language = options.language or "en"
    codes = message_pages.codes()
    if options.code is None:
        for code in codes:
            show(message_pages.title(code, language))
        return 0
    code = options.code.upper()
    if code not in codes:
        raise BrechaError(Sentence("no_code", code=options.code, near=did_you_mean(code, codes)))
    show(message_pages.page(code, language))
    return 0
