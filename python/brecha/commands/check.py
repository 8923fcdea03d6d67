"""`brecha check`: every mistake of every ruleset, all at once, in the author's language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.ruleset_paths import NothingThere, ruleset_names, units
from brecha.commands.terminal import print_diagnostics, tell
from brecha.errors import RulesetError
from brecha.ruleset import load
from brecha.shipped import shipped_folder

if TYPE_CHECKING:
    import argparse


def check(options: argparse.Namespace) -> int:
    try:
        found = [unit for path in options.paths for unit in units(path)]
    except NothingThere as nothing:
        tell(f"brecha: {nothing}")
        return 2
    errors = warnings = 0
    for unit in found:
        names = [options.ruleset_name] if options.ruleset_name else ruleset_names(unit) or [""]
        diagnostics = _diagnostics(unit, names, options)
        if diagnostics:
            print_diagnostics(_core.render(diagnostics, options.language), sys.stdout)
        errors += sum(diagnostic.severity == "error" for diagnostic in diagnostics)
        warnings += sum(diagnostic.severity == "warning" for diagnostic in diagnostics)
        if options.sources and not any(diagnostic.severity == "error" for diagnostic in diagnostics):
            for name in names:
                _print_sources(unit, name, options)
    counted = f"{len(found)} checked: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    print(counted)
    return 2 if errors or (options.strict and warnings) else 0


def _diagnostics(unit: str, names: list[str], options: argparse.Namespace) -> list[_core.Diagnostic]:
    """Of every ruleset in the unit; what is wrong for several is told once."""
    if len(names) == 1:
        return _core.check(unit, options.path, options.ruleset_name, shipped_folder())
    told: dict[tuple[object, ...], _core.Diagnostic] = {}
    for name in names:
        for one in _core.check(unit, options.path, name, shipped_folder()):
            told.setdefault((one.file, one.line, one.column, one.code, one.message("en")), one)
    return list(told.values())


def _print_sources(unit: str, name: str, options: argparse.Namespace) -> None:
    try:
        rules = load(unit, ruleset=name, search=options.path)
    except RulesetError:
        return  # a vocabulary or cases alone
    print(f"{rules.name} {rules.version}")
    language = options.language or "en"
    for info in rules.requirements(language):
        for place, source in enumerate(info.sources or ["–"]):
            reading = info.readings[place] if place < len(info.readings) else ""
            print(f"  {info.id if place == 0 else '':<14} {source}  ({reading or '–'})")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
