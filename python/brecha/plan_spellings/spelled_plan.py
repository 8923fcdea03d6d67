"""A plan in any spelling becomes what the engine reads, with a name.

In: a path, JSON text, bytes, a dict, or anything with `__fspath__`. Out: a SpelledPlan. A file that is not there is a PlanError in
words; what is wrong with a plan is left to the engine, which says so at its place.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Union

from brecha.errors import PlanError
from brecha.sentences import Sentence, did_you_mean

if TYPE_CHECKING:
    from typing import Any

    from brecha import _core
    from brecha._core import PlanTree
    from brecha.remarks import Remark

    Packed = tuple[str, bytes, bool, tuple[Remark, ...]]


PlanLike = Union[str, bytes, "os.PathLike[str]", Mapping[str, "Any"]]


class SpelledPlan(NamedTuple):
    """A plan as the engine takes it: JSON text, or a tree of the values that another spelling has."""

    name: str
    source: bytes | PlanTree
    remarks: tuple[Remark, ...] = ()  # of the forms and tables that it comes from

    def read(self, core: _core.Ruleset, read: str) -> tuple[_core.Plan | None, list[_core.Diagnostic]]:
        from brecha._core import PlanTree

        if isinstance(self.source, PlanTree):
            return core.read_tree(self.source, self.name, read)
        return core.read_plan(self.source, self.name, read)

    def json(self, core: _core.Ruleset) -> bytes:
        """As JSON text, in the fields of a ruleset."""
        from brecha._core import PlanTree

        return self.source.json(core).encode("utf-8") if isinstance(self.source, PlanTree) else self.source

    def packed(self, core: _core.Ruleset) -> Packed:
        """For another process: its JSON text, and whether it is to be a tree there."""
        return self.name, self.json(core), not isinstance(self.source, bytes), self.remarks


def unpacked(packed: Packed) -> SpelledPlan:
    name, text, is_tree, remarks = packed
    if not is_tree:
        return SpelledPlan(name, text, remarks)
    import json
    from decimal import Decimal

    from brecha.plan_spellings.dict_plan import tree_of_dict

    return SpelledPlan(name, tree_of_dict(json.loads(text, parse_float=Decimal)), remarks)


def spell_plan(plan: PlanLike, name: str | None) -> SpelledPlan:
    """Raises PlanError for a file that is not there or cannot be read, and for what is no plan by its ending."""
    if isinstance(plan, Mapping):
        from brecha.plan_spellings.dict_plan import tree_of_dict

        return SpelledPlan(name or "plan", tree_of_dict(plan))
    if isinstance(plan, (bytes, bytearray)):
        return SpelledPlan(name or "plan", bytes(plan))
    if isinstance(plan, str) and plan.lstrip("\ufeff \t\r\n").startswith("{"):
        return SpelledPlan(name or "plan", plan.encode("utf-8", "surrogatepass"))  # half characters are told with their place
    path = os.fspath(plan)
    data = plan_bytes(path)
    name = name or os.path.basename(path)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".yaml", ".yml") and len(data) <= most_bytes():
        from brecha.plan_spellings.yaml_plan import tree_of_yaml

        return SpelledPlan(name, tree_of_yaml(data))
    if suffix in (".xls", ".ods"):
        raise PlanError(Sentence("spreadsheet_as_plan", name=name))
    if suffix == ".brecha":
        raise PlanError(Sentence("rules_as_plan", name=name, path=path))
    return SpelledPlan(name, data)


def most_bytes() -> int:
    """Of a plan, as the limits in force have it."""
    from brecha import _core

    return _core.limits().plan_size


def plan_bytes(path: str) -> bytes:
    """The file's bytes; of a larger file than plans may be one byte more than that, which the engine refuses. Raises PlanError."""
    from brecha.files import reason_of

    try:
        with open(path, "rb") as file:
            return file.read(most_bytes() + 1)
    except FileNotFoundError:
        raise PlanError(Sentence("no_file", path=path, about=_about_missing(path))) from None
    except IsADirectoryError:
        raise PlanError(Sentence("folder_as_plan", path=path)) from None
    except OSError as failure:
        raise PlanError(Sentence("not_read", file=path, reason=reason_of(failure))) from None


def text_of_file(path: str) -> str:
    """Of a table or an export. Raises PlanError for a file that is not there or is larger than plans may be, UnicodeDecodeError for what is no UTF-8."""
    data = plan_bytes(path)
    if len(data) > (most := most_bytes()):
        raise PlanError(Sentence("file_too_large", name=os.path.basename(path), most=most >> 20))
    return data.decode("utf-8-sig")


def _about_missing(path: str) -> Sentence | str:
    """What a file that is not there may be instead, or where it was looked for."""
    from brecha.near_names import near_names
    from brecha.sample_plans import sample_names

    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        return Sentence("folder_is_missing", folder=folder)
    try:
        beside = sorted(entry.name for entry in os.scandir(folder or ".") if entry.is_file())
    except OSError:
        beside = []
    stems = {os.path.splitext(other)[0]: other for other in beside if other.endswith((".json", ".yaml", ".yml"))}
    stem = os.path.splitext(name)[0]
    near = near_names(name, beside) or [stems[other] for other in near_names(stem, stems)]
    if near:
        return did_you_mean(os.path.join(folder, other) for other in near)
    if stem in sample_names():
        return Sentence("sample_of_that_name", name=stem)
    close = near_names(stem, sample_names())
    if close and not folder:
        return Sentence("sample_called", name=close[0])
    return Sentence("looked_in", folder=os.path.abspath(folder or "."))
