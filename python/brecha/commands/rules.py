"""`brecha rules`: the shipped rulesets, or what one asks of a plan, each requirement with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.terminal import print_diagnostics, width
from brecha.errors import RulesetError
from brecha.ruleset import load, shipped_rulesets
from brecha.sample_plans import samples

if TYPE_CHECKING:
    import argparse


def rules(options: argparse.Namespace) -> int:
    if options.name is not None:
        return _requirements(options)
    for name in shipped_rulesets():
        try:
            loaded = load(name, search=options.path)
        except RulesetError as error:
            print_diagnostics(str(error))
            return 2
        count = len(loaded.requirements(options.language))
        print(f"{name} {loaded.version}  {loaded.title(options.language)} ({count} requirements)")
        for sample in samples():
            if sample.ruleset == name:
                print(f"    sample plan: {sample.name}")
    return 0


def _requirements(options: argparse.Namespace) -> int:
    import textwrap

    try:
        loaded = load(options.name, ruleset=options.ruleset_name, search=options.path)
    except RulesetError as error:
        print_diagnostics(str(error))
        return 2
    print(f"{loaded.title(options.language)}\n{loaded.name} {loaded.version} ({loaded.sha256[:8]})")
    theme = None
    for info in loaded.requirements(options.language):
        if info.theme != theme:
            theme = info.theme
            print(f"\n{theme.replace('_', ' ') or '–'}")
        print("\n".join(textwrap.wrap(f"{info.id}  {info.title}", width(), initial_indent="  ", subsequent_indent="      ")))
        for place, source in enumerate(info.sources):
            reading = info.readings[place] if place < len(info.readings) else ""
            doubt = f" ({reading})" if reading not in ("", "full") else ""
            print(f"      {info.modality + ' · ' if place == 0 else ''}{source}{doubt}")
    return 0
