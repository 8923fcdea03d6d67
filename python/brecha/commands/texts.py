"""`brecha texts`: the texts of a ruleset in another language, in a file of their own; for translators' tools as XLIFF, and back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.commands.terminal import show, show_document
from brecha.errors import BrechaError
from brecha.files import write_file
from brecha.sentences import Sentence, said
from brecha.shipped import shipped_folder
from brecha.translations import Texts
from brecha.xliff import from_xliff, to_xliff

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from brecha.translations import Key


def texts(options: argparse.Namespace) -> int:
    language = options.language
    if not language:
        raise BrechaError(Sentence("texts_want_a_language", ruleset=options.ruleset))
    found = Texts(options.ruleset, options.path, shipped_folder())
    if options.export:
        return _export(found, options)
    new = from_xliff(options.imported, language) if options.imported else {}
    if not os.path.exists(options.ruleset):
        raise BrechaError(Sentence("texts_of_shipped", name=options.ruleset))
    written = found.written(language, new)
    if not written:
        show(said(Sentence("nothing_to_translate", ruleset=options.ruleset, language=language), language))
    for one in written:
        if one.content.encode() != one.before:
            write_file(one.path, one.content)
        counts = Sentence("texts_written", file=one.path, texts=one.texts, missing=one.missing, changed=one.changed, gone=one.gone)
        show(said(counts, language))
    unknown = _unknown(found, new)
    if unknown:
        more = ", …" if len(unknown) > 1 else ""
        show(said(Sentence("texts_not_placed", count=len(unknown), first=unknown[0], more=more), language))
    return 0


def _export(found: Texts, options: argparse.Namespace) -> int:
    document = to_xliff(found.to_translate(options.language), options.language)
    if options.output:
        write_file(options.output, document)
    else:
        show_document(document.decode(), "xliff")
    return 0


def _unknown(found: Texts, new: Mapping[Key, tuple[str, str]]) -> list[str]:
    return [" ".join(part for part in key if part) for key in new if key not in found.originals]
