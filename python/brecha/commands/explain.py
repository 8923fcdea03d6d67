"""`brecha explain CODE`: the page of a message's code, with a wrong and a right example."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from brecha.commands.terminal import tell

if TYPE_CHECKING:
    import argparse

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "diagnostics")


def codes() -> list[str]:
    """All codes that have a page, in order."""
    if not os.path.isdir(_FOLDER):
        return []
    return sorted(name[:-3] for name in os.listdir(_FOLDER) if name.endswith(".md") and name[:1] in "BP" and name[1:-3].isdigit())


def page_of(code: str) -> str:
    with open(os.path.join(_FOLDER, f"{code}.md"), encoding="utf-8") as file:
        return file.read()


def explain(options: argparse.Namespace) -> int:
    if options.code is None:
        for code in codes():
            print(page_of(code).split("\n", 1)[0].lstrip("# "))
        return 0
    code = options.code.upper()
    if code not in codes():
        from brecha.near_names import did_you_mean

        tell(f'brecha: there is no code "{options.code}"{did_you_mean(code, codes())}\nall codes:  brecha explain')
        return 2
    print(page_of(code).rstrip("\n"))
    return 0
