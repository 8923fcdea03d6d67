"""A plan in YAML becomes JSON text, line for line.

YAML's own guesses are never made: a scalar is text, and the vocabulary says what it is (the country NO is not "no",
2017-08 is no number, 12 in a text field is "12"). Each value stands on its own line of the file in the JSON text too, so that
the engine's notes name the line that the reader has to mend. Keys given twice are kept, and noted by the engine.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from brecha.errors import PlanError

if TYPE_CHECKING:
    from typing import Any

    from brecha._core import EntityInfo, FieldInfo, VocabularyInfo

    Node = Any

_MOST_NODES = 1_000_000  # aliases can blow a short file up
_DEEPEST = 200

_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE, _FALSE = frozenset(("true", "True", "TRUE")), frozenset(("false", "False", "FALSE"))
_NUMBERS = frozenset(("integer", "number", "percent"))

# What the reserved parts of a plan hold, where it is no text.
_EVIDENCE = {"size": "number", "guessed": "yes_no", "none": "yes_no"}
_JUDGEMENT = {"answer": "yes_no"}


def json_of_yaml(data: bytes, name: str, vocabulary: VocabularyInfo) -> str:
    """Raises PlanError for what is not YAML, or no mapping, or too deep or too large; ImportError without PyYAML."""
    try:
        import yaml
    except ImportError:
        raise ImportError("PyYAML is not installed: pip install 'brecha[yaml]'") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        raise PlanError(f"{name}:{line}: not UTF-8") from None
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise PlanError(f"{name}{place}  not YAML: {failure.problem or failure.context}") from None
    except yaml.YAMLError as failure:
        raise PlanError(f"{name}  not YAML: {failure}") from None
    except RecursionError:
        raise PlanError(f"{name}  nested deeper than {_DEEPEST} levels") from None
    if root is None:
        return "{}"
    if root.id != "mapping":
        raise PlanError(f"{name}  a plan is a mapping of fields, as in  title: Security plan")
    return _Writer(name, vocabulary).written(root)


class _Writer:
    """Writes JSON with each token at the line, and where there is room at the column, it has in the YAML text."""

    def __init__(self, name: str, vocabulary: VocabularyInfo) -> None:
        self.name = name
        self.entities: dict[str, dict[str, FieldInfo]] = {}
        self.keys: dict[str, list[str]] = {}
        self.root = ""
        entity: EntityInfo
        for entity in vocabulary.entities:
            self.entities[entity.name] = {field.name: field for field in entity.fields}
            self.keys[entity.name] = entity.key
            if entity.root:
                self.root = entity.name
        self.pieces: list[str] = []
        self.line = self.column = 0
        self.nodes = 0

    def written(self, root: Node) -> str:
        self.mapping(root, lambda key, value, depth: self.root_member(key, value, depth), 0)
        return "".join(self.pieces)

    # --- tokens ---

    def put(self, token: str, node: Node = None) -> None:
        if node is not None:
            mark = node.start_mark
            if mark.line > self.line:
                self.pieces.append("\n" * (mark.line - self.line))
                self.line, self.column = mark.line, 0
            if mark.line == self.line and mark.column > self.column:
                self.pieces.append(" " * (mark.column - self.column))
                self.column = mark.column
        self.pieces.append(token)
        self.column += len(token)

    def count(self, depth: int) -> None:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise PlanError(f"{self.name}  more than {_MOST_NODES} values once its aliases are written out")
        if depth > _DEEPEST:
            raise PlanError(f"{self.name}  nested deeper than {_DEEPEST} levels")

    # --- structure ---

    def mapping(self, node: Node, member: Any, depth: int) -> None:
        self.count(depth)
        self.put("{", node if node.flow_style else None)
        for index, (key, value) in enumerate(node.value):
            if index:
                self.put(",")
            if key.id != "scalar":
                raise PlanError(f"{self.name}:{key.start_mark.line + 1}:{key.start_mark.column + 1}  a field is named by a text")
            self.put(json.dumps(key.value, ensure_ascii=False) + ":", key)
            member(key.value, value, depth + 1)
        self.put("}")

    def sequence(self, node: Node, element: Any, depth: int) -> None:
        self.count(depth)
        self.put("[", node if node.flow_style else None)
        for index, item in enumerate(node.value):
            if index:
                self.put(",")
            element(item, depth + 1)
        self.put("]")

    def scalar(self, node: Node, kind: str, depth: int) -> None:
        """`kind`: a field's type, or "guess" where no field is known."""
        self.count(depth)
        text = node.value
        plain = node.style is None
        if plain and text in _EMPTY:
            token = "null"
        elif plain and kind in ("yes_no", "guess") and text in _TRUE:
            token = "true"
        elif plain and kind in ("yes_no", "guess") and text in _FALSE:
            token = "false"
        elif plain and (kind in _NUMBERS or kind == "guess") and _JSON_NUMBER.fullmatch(text):
            token = text
        else:
            token = json.dumps(text, ensure_ascii=False)
        self.put(token, node)

    def any(self, node: Node, kind: str, depth: int) -> None:
        """A value whose parts are all of one kind: bounds {from, to}, lists, what is unknown."""
        if node.id == "mapping":
            self.mapping(node, lambda _, value, deeper: self.any(value, kind, deeper), depth)
        elif node.id == "sequence":
            self.sequence(node, lambda item, deeper: self.any(item, kind, deeper), depth)
        else:
            self.scalar(node, kind, depth)

    # --- by the vocabulary ---

    def root_member(self, key: str, node: Node, depth: int) -> None:
        if key == "evidence" and node.id == "mapping":
            self.mapping(node, self.evidence, depth)
        elif key == "judgements" and node.id == "sequence":
            self.sequence(node, lambda item, deeper: self.record(item, _JUDGEMENT, "text", deeper), depth)
        else:
            self.member(self.root, key, node, depth)

    def member(self, entity: str, key: str, node: Node, depth: int) -> None:
        field = self.entities.get(entity, {}).get(key)
        if field is None:
            self.any(node, "guess", depth)
        elif field.list and node.id == "sequence":
            self.sequence(node, lambda item, deeper: self.value(field, item, deeper), depth)
        else:
            self.value(field, node, depth)

    def value(self, field: FieldInfo, node: Node, depth: int) -> None:
        if field.type == "entity" and node.id == "mapping":
            entity = field.entity
            self.mapping(node, lambda key, item, deeper: self.member(entity, key, item, deeper), depth)
        else:
            self.any(node, self.kind_of(field), depth)

    def kind_of(self, field: FieldInfo) -> str:
        if field.type == "reference":  # by the type of the key it repeats
            keys = self.keys.get(field.entity, [])
            key = self.entities.get(field.entity, {}).get(keys[0]) if len(keys) == 1 else None
            return key.type if key is not None else "text"
        return field.type

    def evidence(self, place: str, node: Node, depth: int) -> None:
        self.record(node, _EVIDENCE, self.kind_at(place), depth)

    def record(self, node: Node, kinds: dict[str, str], value_kind: str, depth: int) -> None:
        """One entry of evidence or judgements: `value` and `says` hold values of the field that the entry speaks of."""
        if node.id != "mapping":
            self.any(node, "guess", depth)
            return

        def member(key: str, item: Node, deeper: int) -> None:
            if key == "says" and item.id == "sequence":
                self.sequence(item, lambda said, still: self.record(said, kinds, value_kind, still), deeper)
            else:
                self.any(item, value_kind if key == "value" else kinds.get(key, "text"), deeper)

        self.mapping(node, member, depth)

    def kind_at(self, place: str) -> str:
        """The type of the field that a place such as agencies/ict/staff ends in; "guess" where there is none."""
        entity, field = self.root, None
        for part in place.strip("/").split("/"):
            found = self.entities.get(entity, {}).get(part)
            if found is not None:
                field = found
                if found.type == "entity":
                    entity = found.entity
            elif field is None or not field.list:
                return "guess"
        return self.kind_of(field) if field is not None else "guess"
