"""What turns one plan's data into another's, as JSON Patch (RFC 6902): add, remove and replace."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brecha.plan_edits import Data

Patch = list[dict[str, Any]]


def patch_between(before: Data, after: Data) -> Patch:
    """What turns one plan into the other: add, remove and replace, in an order that can be applied as it stands."""
    patch: Patch = []

    def compare(old: Any, new: Any, pointer: str) -> None:
        if isinstance(old, dict) and isinstance(new, dict):
            for name in old:
                if name not in new:
                    patch.append({"op": "remove", "path": f"{pointer}/{_escaped(name)}"})
            for name, value in new.items():
                if name in old:
                    compare(old[name], value, f"{pointer}/{_escaped(name)}")
                else:
                    patch.append({"op": "add", "path": f"{pointer}/{_escaped(name)}", "value": value})
        elif isinstance(old, list) and isinstance(new, list):
            same = min(len(old), len(new))
            begin = next((at for at in range(same) if not _same(old[at], new[at])), same)
            end = next((at for at in range(same - begin) if not _same(old[-1 - at], new[-1 - at])), same - begin)
            middle = min(len(old), len(new)) - begin - end
            for at in range(begin, begin + middle):
                compare(old[at], new[at], f"{pointer}/{at}")
            for at in range(len(old) - end - 1, begin + middle - 1, -1):
                patch.append({"op": "remove", "path": f"{pointer}/{at}"})
            for at in range(begin + middle, len(new) - end):
                patch.append({"op": "add", "path": f"{pointer}/{at}", "value": new[at]})
        elif not _same(old, new):
            patch.append({"op": "replace", "path": pointer, "value": new})

    compare(before, after, "")
    return patch


def apply_patch(data: Any, patch: Patch) -> None:
    """Changes data as a patch of patch_between says, in place: also what a library for YAML has read, with its comments."""
    for operation in patch:
        *above, last = [step.replace("~1", "/").replace("~0", "~") for step in operation["path"].split("/")[1:]]
        inside = data
        for step in above:
            inside = inside[int(step)] if isinstance(inside, list) else inside[step]
        if operation["op"] == "remove":
            del inside[int(last) if isinstance(inside, list) else last]
        elif isinstance(inside, list) and operation["op"] == "add":
            inside.insert(int(last), operation["value"])
        else:
            inside[int(last) if isinstance(inside, list) else last] = operation["value"]


def patched(plan: Data, patch: Patch) -> Data:
    """The plan that a patch makes of this one, which stays as it is."""
    changed = copy.deepcopy(plan)
    apply_patch(changed, copy.deepcopy(patch))
    return changed


def _same(old: Any, new: Any) -> bool:
    """Equal, and a truth is no number."""
    if old is new:
        return True
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(_same(value, new[name]) for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_same, old, new))
    return isinstance(old, bool) == isinstance(new, bool) and bool(old == new)


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
