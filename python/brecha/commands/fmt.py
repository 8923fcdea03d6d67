"""`brecha fmt`: canonical layout, keywords in the language asked for, the meaning untouched. Files are changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.ruleset_paths import NothingThere, brecha_files
from brecha.commands.terminal import print_diagnostics, tell

if TYPE_CHECKING:
    import argparse

_LANGUAGES = ("", "en", "es", "pt", "fr")


def fmt(options: argparse.Namespace) -> int:
    if options.language not in _LANGUAGES:
        tell(f'brecha: keywords exist in {", ".join(_LANGUAGES[1:])}, not in "{options.language}"')
        return 2
    try:
        files = list(dict.fromkeys(file for path in options.paths for file in brecha_files(path)))
    except NothingThere as nothing:
        tell(f"brecha: {nothing}")
        return 2
    changed, broken = [], 0
    for name in files:
        with open(name, "rb") as file:
            before = file.read()
        after, diagnostics = _core.format(name, before, options.language)
        if after is None:
            print_diagnostics(_core.render(diagnostics))
            broken += 1
            continue
        encoded = after.encode("utf-8")
        if encoded == before:
            continue
        changed.append(name)
        if not options.check:
            _replace(name, encoded)
    for name in changed:
        print(f"would change: {name}" if options.check else f"changed: {name}")
    unchanged = len(files) - len(changed) - broken
    print(
        f"{len(files)} files: {len(changed)} {'would change' if options.check else 'changed'}, {unchanged} as they should be, {broken} not readable"
    )
    if broken:
        return 2
    return int(bool(options.check and changed))


def _replace(name: str, content: bytes) -> None:
    """Never leaves half a file behind."""
    import os
    import shutil

    beside = f"{name}.new"
    with open(beside, "wb") as file:
        file.write(content)
    shutil.copymode(name, beside)
    os.replace(beside, os.path.realpath(name))
