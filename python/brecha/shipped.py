"""Where the rulesets that come with the package are, and their sample plans."""

from __future__ import annotations

import os

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rulesets")


def shipped_folder() -> str:
    """The package's own folder of rulesets; empty where it has none, and the engine's compiled-in one is used."""
    return _FOLDER if os.path.isdir(_FOLDER) else ""


def shipped_path(name: str) -> str:
    """The folder of a ruleset or vocabulary that comes with the package; empty where none has that name. Reads none of them."""
    root = shipped_folder()
    if not root or name not in os.listdir(root):
        return ""
    folder = os.path.join(root, name)
    return folder if os.path.isdir(folder) else ""
