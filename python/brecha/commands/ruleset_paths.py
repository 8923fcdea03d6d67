"""What a PATH of check, fmt and test stands for.

A folder that holds .brecha files is one ruleset; one that holds only folders stands for the rulesets in them.
"""

from __future__ import annotations

import os
import re

from brecha.errors import BrechaError
from brecha.languages import LANGUAGES
from brecha.sentences import Sentence
from brecha.shipped import shipped_path

_HEADS = re.compile(r"^[^\S\n]*(?:ruleset|reglamento|regulamento|recueil)\s+(\w+)", re.MULTILINE)


_LANGUAGE = re.compile(rf"^[^\S\n]*language\s+({'|'.join(LANGUAGES)})\b", re.MULTILINE)


def units(path: str) -> list[str]:
    """Files, and folders whose .brecha files belong together. Raises BrechaError for a path that is not there or holds none."""
    path = _existing(path)
    if os.path.isfile(path):
        return [path]
    found = _units_below(path)
    if not found:
        raise BrechaError(Sentence("no_brecha_file", folder=path))
    return found


def brecha_files(path: str) -> list[str]:
    """All .brecha files of a path, in order of name; what a link takes out of the folder is not of it."""
    path = _existing(path)
    if os.path.isfile(path):
        return [path]
    files = (os.path.join(folder, name) for folder, _, names in sorted(os.walk(path)) for name in sorted(names))
    found = [file for file in files if file.endswith(".brecha") and os.path.isfile(file) and _is_inside(file, path)]
    if not found:
        raise BrechaError(Sentence("no_brecha_file", folder=path))
    return found


def ruleset_names(unit: str) -> list[str]:
    """The rulesets that the files of a unit hold: each is checked, and tested by its own cases."""
    return list(dict.fromkeys(name for path in brecha_files(unit) for name in _HEADS.findall(_text_of(path))))


def author_language(paths: list[str]) -> str:
    """The language that the files are written in, where all say the same; English else."""
    said = {found[1] if (found := _LANGUAGE.search(_text_of(file))) else "en" for path in paths for file in brecha_files(path)}
    return said.pop() if len(said) == 1 else "en"


def _text_of(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def _is_inside(file: str, folder: str) -> bool:
    inside = os.path.realpath(folder)
    return os.path.commonpath([inside, os.path.realpath(file)]) == inside


def _units_below(folder: str) -> list[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    if any(entry.name.endswith(".brecha") for entry in entries if entry.is_file()):
        return [folder]
    return [
        unit
        for entry in entries
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
        for unit in _units_below(entry.path)
    ]


def _existing(path: str) -> str:
    if os.path.isfile(path) or os.path.isdir(path):
        return path
    if os.path.exists(path):
        raise BrechaError(Sentence("not_a_file", path=path))
    shipped = shipped_path(path)
    if shipped:
        return shipped
    from brecha.near_names import did_you_mean

    folder, name = os.path.split(path)
    try:
        beside = [entry.name for entry in os.scandir(folder or ".")]
    except OSError:
        beside = []
    raise BrechaError(Sentence("no_file_or_folder", path=path, near=did_you_mean(name, beside)))
