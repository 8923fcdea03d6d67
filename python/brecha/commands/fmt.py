"""`brecha fmt`: canonical layout, keywords in the language asked for, the meaning untouched. Files are changed in place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.ruleset_paths import author_language, brecha_files
from brecha.commands.terminal import print_diagnostics, show
from brecha.errors import rendered
from brecha.files import write_file
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def fmt(options: argparse.Namespace) -> int:
    files = list(dict.fromkeys(file for path in options.paths for file in brecha_files(path)))
    language = author_language(files)
    changed, broken = [], 0
    for name in files:
        with open(name, "rb") as file:
            before = file.read()
        after, diagnostics = _core.format(os.fsencode(name), before, options.language)
        if after is None:
            print_diagnostics(rendered(diagnostics))
            broken += 1
            continue
        encoded = after.encode("utf-8")
        if encoded == before:
            continue
        changed.append(name)
        if not options.check:
            write_file(name, encoded)
    for name in changed:
        show(said(Sentence("would_change_file" if options.check else "changed_file", file=name), language))
    unchanged = len(files) - len(changed) - broken
    summary = "would_change" if options.check else "laid_out"
    show(said(Sentence(summary, files=len(files), changed=len(changed), unchanged=unchanged, broken=broken), language))
    if broken:
        return 2
    return int(bool(options.check and changed))
