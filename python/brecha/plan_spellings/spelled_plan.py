"""A plan in any spelling becomes JSON text with a name.

In: a path, JSON text, bytes, a dict, or anything with `__fspath__`. Out: a SpelledPlan. What cannot be read at all is a
PlanError in words; what is wrong inside a plan is left to the engine, which notes it at its place.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Union

from brecha.errors import PlanError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from brecha._core import VocabularyInfo

PlanLike = Union[str, bytes, "os.PathLike[str]", Mapping[str, "Any"]]


class SpelledPlan(NamedTuple):
    """`sha256` is empty where the text is what the user gave, and the hash of its bytes is the plan's.

    same_lines: the text has the lines of what the user gave, so that notes can name them.
    """

    name: str
    text: str | bytes
    sha256: str
    same_lines: bool


def spell_plan(plan: PlanLike, name: str | None, vocabulary: Callable[[], VocabularyInfo]) -> SpelledPlan:
    """Raises PlanError for a file that is not there or cannot be read, and for values that no plan can hold."""
    if isinstance(plan, Mapping):
        from brecha.plan_spellings.dict_plan import json_of_dict

        text = json_of_dict(plan)
        return SpelledPlan(name or "plan", text, canonical_sha256(text), False)
    if isinstance(plan, (bytes, bytearray)):
        return SpelledPlan(name or "plan", bytes(plan), "", True)
    if isinstance(plan, str) and plan.lstrip("\ufeff \t\r\n").startswith("{"):
        return SpelledPlan(name or "plan", plan, "", True)
    if not isinstance(plan, (str, os.PathLike)):
        raise PlanError(f"a plan is a path, JSON text or a dict, not {_a(type(plan).__name__)}")
    path = os.fspath(plan)
    data = _file_bytes(path)
    name = name or os.path.basename(path)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".yaml", ".yml"):
        from brecha.plan_spellings.yaml_plan import json_of_yaml

        text = json_of_yaml(data, name, vocabulary())
        return SpelledPlan(name, text, canonical_sha256(text), True)
    if suffix in (".xlsx", ".xls", ".ods"):
        raise PlanError(f"{name}: spreadsheets are not read by this version; save the plan as JSON or YAML")
    if suffix == ".brecha":
        raise PlanError(f"{name} is a ruleset, not a plan: first the ruleset, then the plan, as in  brecha assess {path} plan.json")
    return SpelledPlan(name, data, "", True)


def canonical_sha256(text: str) -> str:
    """The hash of a plan that was not given as JSON: over its JSON with sorted keys and no blanks."""
    import hashlib
    import json

    # Numbers keep their digits: the plan's numbers are exact decimals.
    tree = json.loads(text, parse_float=_ExactNumber, parse_int=_ExactNumber)
    canonical = _canonical(tree)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


class _ExactNumber(str):
    """A number as it was written."""

    __slots__ = ()


def _canonical(tree: object) -> str:
    import json

    if isinstance(tree, _ExactNumber):
        return str(tree)
    if isinstance(tree, dict):
        return "{" + ",".join(json.dumps(key, ensure_ascii=False) + ":" + _canonical(tree[key]) for key in sorted(tree)) + "}"
    if isinstance(tree, list):
        return "[" + ",".join(_canonical(item) for item in tree) + "]"
    return json.dumps(tree, ensure_ascii=False)


def _file_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise PlanError(_not_found(path)) from None
    except IsADirectoryError:
        raise PlanError(f"{path} is a folder, not a plan: name its files, or use assess_all") from None
    except OSError as failure:
        raise PlanError(f"{path} cannot be read: {(failure.strerror or str(failure)).lower()}") from None


def _not_found(path: str) -> str:
    from brecha.near_names import near_names
    from brecha.sample_plans import sample_names

    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        return f'there is no file "{path}": the folder "{folder}" is not there'
    message = f'there is no file "{path}"'
    try:
        beside = sorted(entry.name for entry in os.scandir(folder or ".") if entry.is_file())
    except OSError:
        beside = []
    stems = {os.path.splitext(other)[0]: other for other in beside if other.endswith((".json", ".yaml", ".yml"))}
    near = near_names(name, beside) or [stems[stem] for stem in near_names(os.path.splitext(name)[0], stems)]
    if near:
        return message + "; did you mean " + " or ".join(f'"{os.path.join(folder, other)}"' for other in near) + "?"
    stem = os.path.splitext(name)[0]
    if stem in sample_names():
        return message + f'; the sample of that name is brecha.sample("{stem}")'
    close = near_names(stem, sample_names())
    if close and not folder:
        return message + f'; there is a sample plan called "{close[0]}"'
    return message + f" (looked in {os.path.abspath(folder or '.')})"


def _a(word: str) -> str:
    return ("an " if word[:1].lower() in "aeiou" else "a ") + word
