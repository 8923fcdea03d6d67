"""`brecha new`: a folder with a vocabulary, a ruleset, cases and a sample plan, which check and test without a mistake."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from brecha.commands.terminal import tell

if TYPE_CHECKING:
    import argparse

_STARTER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")
_FILES = {
    "vocabulary.brecha": "vocabulary.brecha",
    "rules.brecha": "rules.brecha",
    "cases.brecha": "cases.brecha",
    "example.json": os.path.join("plans", "example.json"),
}


def new(options: argparse.Namespace) -> int:
    folder = os.path.normpath(options.name)
    name = os.path.basename(folder)
    if not re.fullmatch(r"[^\W\d_]\w*", name):
        better = re.sub(r"\W+", "_", name).strip("_").lower()
        better = better if re.fullmatch(r"[^\W\d_]\w*", better) else f"rules_{better}".rstrip("_")
        tell(f'brecha: "{name}" is not a name for a ruleset: letters, digits and _, a letter first; for instance "{better}"')
        return 2
    if os.path.exists(folder):
        tell(f'brecha: "{folder}" is there already; nothing was written')
        return 2
    os.makedirs(os.path.join(folder, "plans"))
    for template, target in _FILES.items():
        with open(os.path.join(_STARTER, template), encoding="utf-8") as file:
            text = file.read().replace("@NAME@", name)
        with open(os.path.join(folder, target), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    print(f"""{folder}/
  vocabulary.brecha     what a plan can say
  rules.brecha          what it must contain
  cases.brecha          small plans and the verdicts they must get
  plans/example.json    a plan to try the rules on

next:
  brecha check {folder}
  brecha test {folder}
  brecha assess {folder} {os.path.join(folder, "plans", "example.json")}""")
    return 0
