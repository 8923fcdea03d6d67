"""A plan's file that is changed and written again: JSON or YAML as it is, whole or not at all.

What was not changed stays as it was written: the numbers of JSON to the last digit; in YAML the comments and the order, where
ruamel.yaml is installed. Without it, `loses_comments` says so before anything is written.
"""

from __future__ import annotations

import io
import json
import os
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from brecha.errors import BrechaError, PlanError
from brecha.files import write_file
from brecha.json_patch import apply_patch, patch_between
from brecha.plan_edits import steps_of
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from brecha.plan import Plan
    from brecha.plan_edits import Data
    from brecha.ruleset import Ruleset

ENDINGS = (".json", ".yaml", ".yml")


class PlanFile:
    """A plan's file, there or to be. Raises BrechaError for another ending, PlanError for a file that no plan can be read from."""

    def __init__(self, path: str, rules: Ruleset) -> None:
        self.path = path
        ending = os.path.splitext(path)[1].lower()
        if ending not in ENDINGS:
            raise BrechaError(Sentence("no_such_ending", file=path, endings=ENDINGS))
        self.is_yaml = ending != ".json"
        self._text = ""
        self._in_lines = False  # every element of a list on a line of its own
        self.data: Data = {}
        if not os.path.exists(path):
            folder = os.path.dirname(path) or "."
            if not os.path.isdir(folder):
                raise BrechaError(Sentence("not_written", file=path, reason=Sentence("no_such_folder")))
            return
        plan = rules.read_plan(path)
        with open(path, encoding="utf-8-sig", newline="") as file:
            self._text = file.read()
        self.data = content_of(plan)
        self._in_lines = as_json(self.data, _indent_of(self._text), in_lines=True).split("\n") == [*self._text.rstrip().splitlines(), ""]

    @property
    def loses_comments(self) -> bool:
        """Whether the file has comments that writing it would lose."""
        return self.is_yaml and bool(re.search(r"(^|\s)#", self._text)) and not _has_ruamel()

    def write(self, data: Data) -> None:
        """Writes the plan. Raises BrechaError where that cannot be done; what was there stays then."""
        text = self._as_yaml(data) if self.is_yaml else as_json(data, _indent_of(self._text), in_lines=self._in_lines)
        write_file(self.path, text)
        self._text, self.data = text, data

    def _as_yaml(self, data: Data) -> str:
        if not _has_ruamel():
            return _plain_yaml(data)
        from ruamel.yaml import YAML

        yaml = YAML()
        yaml.preserve_quotes = True
        yaml.width = 120
        sequence, mapping = _yaml_indent(self._text)
        yaml.indent(mapping=2, sequence=sequence, offset=mapping)
        written = io.StringIO()
        tree = yaml.load(self._text) if self._text.strip() else None
        if tree is None:
            yaml.dump(_with_room_for_comments(data), written)
            return self._text + written.getvalue()
        for operation in patch_between(self.data, data):
            _apply_with_comments(tree, operation)
        yaml.dump(tree, written)
        return written.getvalue()


def content_of(plan: Plan) -> Data:
    """A plan's data, its numbers exact. Raises PlanError where a name stands twice in one object: one of the two would be lost."""
    text = plan._spelled.json(plan.ruleset._core)

    def members(pairs: list[tuple[str, Any]]) -> Data:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            raise PlanError(Sentence("name_twice", file=plan.name, name=next(name for name in names if names.count(name) > 1)))
        return found

    content = json.loads(text, parse_float=_number, object_pairs_hook=members)
    return content if isinstance(content, dict) else {}


def as_json(data: Data, indent: int = 2, in_lines: bool = False) -> str:
    """JSON as people lay it out, short lists and objects on one line; with `in_lines` as programs do. Decimals to the last digit."""
    return _laid_out(data, indent, 0, 0 if in_lines else _LONGEST_LINE) + "\n"


_LONGEST_LINE = 100


def _laid_out(value: Any, indent: int, depth: int, longest: int) -> str:
    if not isinstance(value, (dict, list)) or not value:
        return _scalar(value)
    inner, outer = " " * indent * (depth + 1), " " * indent * depth
    if isinstance(value, dict):
        parts = [f"{json.dumps(name, ensure_ascii=False)}: {_laid_out(one, indent, depth + 1, longest)}" for name, one in value.items()]
    else:
        parts = [_laid_out(one, indent, depth + 1, longest) for one in value]
    first, last = "{}" if isinstance(value, dict) else "[]"
    blank = " " if isinstance(value, dict) else ""
    line = f"{first}{blank}{', '.join(parts)}{blank}{last}"
    if depth and "\n" not in line and len(line) + len(outer) <= longest:
        return line
    return f"{first}\n{inner}" + f",\n{inner}".join(parts) + f"\n{outer}{last}"


def _scalar(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _number(text: str) -> float | Decimal:
    """A number as Python has it where that is exact and written the same, else to the last digit."""
    return float(text) if repr(float(text)) == text else Decimal(text)


def _indent_of(text: str) -> int:
    found = re.search(r"^\{\r?\n( +)\S", text.lstrip("\ufeff"))
    return len(found[1]) if found else 2


def _has_ruamel() -> bool:
    import importlib.util

    return importlib.util.find_spec("ruamel") is not None and importlib.util.find_spec("ruamel.yaml") is not None


def _apply_with_comments(tree: Any, operation: dict[str, Any]) -> None:
    """What is added goes before the comments that follow there: they speak of what comes next. Evidence and judgements stay last."""
    inside = tree
    *above, last = steps_of(operation["path"])
    for step in above:
        inside = inside[int(step[1:-1])] if isinstance(inside, list) else inside[step]
    if "value" in operation:
        operation = {**operation, "value": _with_room_for_comments(operation["value"])}
    if operation["op"] != "add":
        apply_patch(tree, [operation])
        return
    names = list(inside)
    position = (
        min((names.index(name) for name in ("evidence", "judgements") if name in names), default=len(names))
        if inside is tree
        else len(names)
    )
    before = names[position - 1] if position and isinstance(inside, dict) else position - 1
    tail = _taken_tail(inside, before) if position else ""
    if inside is tree:
        inside.insert(position, last, operation["value"])
    else:
        apply_patch(tree, [operation])
    if tail:
        _give_tail(inside, last if isinstance(inside, dict) else len(inside) - 1, tail)


def _with_room_for_comments(value: Any) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        return CommentedMap({name: _with_room_for_comments(one) for name, one in value.items()})
    if isinstance(value, list):
        return CommentedSeq(map(_with_room_for_comments, value))
    return value


def _end_of(node: Any, key: Any) -> tuple[Any, Any, int]:
    """The container of the last value at or below a key, its key there, and where ruamel keeps the comment behind it."""
    value: Any = node[key]
    if isinstance(value, (dict, list)) and value and not getattr(value, "fa").flow_style():  # noqa: B009 (ruamel's own)
        return _end_of(value, len(value) - 1 if isinstance(value, list) else next(reversed(value)))
    return node, key, 0 if isinstance(node, list) else 2


def _taken_tail(node: Any, at: Any) -> str:
    """The lines of comment behind a value, which go away there; a comment on its own line stays."""
    container, key, behind = _end_of(node, at)
    tokens = container.ca.items.get(key)
    if not tokens or tokens[behind] is None:
        return ""
    own, line_break, tail = tokens[behind].value.partition("\n")
    if not tail.strip():
        return ""
    if own.strip():
        tokens[behind].value = own + line_break
    else:
        tokens[behind] = None
    return str(tail)


def _give_tail(node: Any, at: Any, tail: str) -> None:
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    container, key, behind = _end_of(node, at)
    tokens = container.ca.items.setdefault(key, [None, None, None, None])
    tokens[behind] = CommentToken(f"\n{tail}", CommentMark(0), None)


def _plain_yaml(data: Data) -> str:
    import yaml

    dumper: Any = type("Dumper", (yaml.SafeDumper,), {"ignore_aliases": lambda self, data: True})
    dumper.add_representer(Decimal, lambda own, value: own.represent_scalar("tag:yaml.org,2002:float", format(value, "f")))
    return str(yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=120)) if data else ""


def _yaml_indent(text: str) -> tuple[int, int]:
    """How far the items of lists stand in: (4, 2) for a dash two blanks in, (2, 0) for one under the name."""
    found = re.search(r"^( *)[^\s#-][^\n]*:[^\S\n]*(?:#[^\n]*)?\n(?:\s*(?:#[^\n]*)?\n)*( *)- ", text, re.MULTILINE)
    inside = len(found[2]) - len(found[1]) if found else 2
    return (inside + 2, inside)
