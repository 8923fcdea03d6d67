"""`brecha check`: every mistake of every ruleset, all at once, in the author's language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.ruleset_paths import author_language, ruleset_names, units
from brecha.commands.terminal import print_diagnostics, show
from brecha.errors import RulesetError, rendered
from brecha.ruleset import check as diagnostics_of
from brecha.ruleset import load
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse


def check(options: argparse.Namespace) -> int:
    found = [unit for path in options.paths for unit in units(path)]
    errors = warnings = 0
    for unit in found:
        names = [options.ruleset_name] if options.ruleset_name else ruleset_names(unit) or [""]
        diagnostics = _diagnostics(unit, names, options)
        if diagnostics:
            print_diagnostics(rendered(diagnostics, options.language), sys.stdout)
        errors += sum(diagnostic.severity == "error" for diagnostic in diagnostics)
        warnings += sum(diagnostic.severity == "warning" for diagnostic in diagnostics)
        if options.sources and not any(diagnostic.severity == "error" for diagnostic in diagnostics):
            for name in names:
                _show_sources(unit, name, options)
        if options.cost and not any(diagnostic.severity == "error" for diagnostic in diagnostics):
            for name in names:
                _show_costs(unit, name, options)
    language = options.language or author_language(found)
    show(said(Sentence("checked", checked=len(found), errors=errors, warnings=warnings), language))
    return 2 if errors or (options.strict and warnings) else 0


def _diagnostics(unit: str, names: list[str], options: argparse.Namespace) -> list[_core.Diagnostic]:
    """Of every ruleset in the unit; what is wrong for several is told once."""
    told: dict[tuple[object, ...], _core.Diagnostic] = {}
    for name in names:
        for place, one in enumerate(diagnostics_of(unit, ruleset=name, search=options.path, strict=options.strict)):
            key = (one.file, one.line, one.column, one.code, one.message("en"))
            told.setdefault(key if len(names) > 1 else (place,), one)
    return list(told.values())


def _show_costs(unit: str, name: str, options: argparse.Namespace) -> None:
    try:
        rules = load(unit, ruleset=name, search=options.path)
    except RulesetError:
        return  # a vocabulary or cases alone
    from brecha.commands.repairs import number_of
    from brecha.costs import table_text

    language = options.language or author_language([unit])
    elements = int(number_of(options.elements, "--elements"))
    costs = rules.costs(options.plan, elements=elements)
    head = Sentence("cost_of_plan", plan=options.plan) if options.plan else Sentence("cost_of_lists", elements=elements)
    show(f"{rules.name} {rules.version}: {said(head, language)}")
    show(table_text(costs, tuple(said(Sentence("cost_columns"), language).split("|"))))


def _show_sources(unit: str, name: str, options: argparse.Namespace) -> None:
    try:
        rules = load(unit, ruleset=name, search=options.path)
    except RulesetError:
        return  # a vocabulary or cases alone
    show(f"{rules.name} {rules.version}")
    language = options.language or author_language([unit])
    for info in rules.requirements(language):
        for place, source in enumerate(info.sources or ["–"]):
            reading = info.readings[place] if place < len(info.readings) else ""  # as a rule in that language writes it
            show(f"  {info.id if place == 0 else '':<14} {source}  ({_core.built_in_word(reading, language) if reading else '–'})")
