"""What a PATH of check, fmt and test stands for.

A folder that holds .brecha files is one ruleset; one that holds only folders stands for the rulesets in them.
"""

from __future__ import annotations

import os
import re

from brecha.shipped import shipped_folder


_HEADS = re.compile(r"^\s*(?:ruleset|reglamento|regulamento|recueil)\s+(\w+)", re.MULTILINE)


class NothingThere(ValueError):
    """A path that is not there, or holds nothing for Brecha; its text says so."""


def units(path: str) -> list[str]:
    """Files, and folders whose .brecha files belong together."""
    path = _existing(path)
    if os.path.isfile(path):
        return [path]
    found = _units_below(path)
    if not found:
        raise NothingThere(f"there is no .brecha file in {path}")
    return found


def brecha_files(path: str) -> list[str]:
    """All .brecha files of a path, in order of name."""
    path = _existing(path)
    if os.path.isfile(path):
        return [path]
    found = [os.path.join(folder, name) for folder, _, names in sorted(os.walk(path)) for name in sorted(names) if name.endswith(".brecha")]
    if not found:
        raise NothingThere(f"there is no .brecha file in {path}")
    return found


def ruleset_names(unit: str) -> list[str]:
    """The rulesets that the files of a unit hold: each is checked, and tested by its own cases."""
    names = []
    for path in brecha_files(unit):
        with open(path, encoding="utf-8", errors="replace") as file:
            names += _HEADS.findall(file.read())
    return list(dict.fromkeys(names))


def _units_below(folder: str) -> list[str]:
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    if any(entry.name.endswith(".brecha") for entry in entries if entry.is_file()):
        return [folder]
    return [unit for entry in entries if entry.is_dir() and not entry.name.startswith(".") for unit in _units_below(entry.path)]


def _existing(path: str) -> str:
    if os.path.exists(path):
        return path
    shipped = os.path.join(shipped_folder(), path)
    if shipped_folder() and os.sep not in path and os.path.isdir(shipped):
        return shipped
    from brecha.near_names import did_you_mean

    folder, name = os.path.split(path)
    try:
        beside = [entry.name for entry in os.scandir(folder or ".")]
    except OSError:
        beside = []
    raise NothingThere(f'there is no file or folder "{path}"{did_you_mean(name, beside)}')
