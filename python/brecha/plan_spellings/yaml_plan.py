"""A plan in YAML becomes a tree of values, each with its line and column in the file.

YAML's own guesses are never made: a scalar without quotes is given as it is written, and the engine reads it as its field says (the
country NO is not "no", 2017-08 is no number, 12 in a text field is "12"). Keys given twice are kept, and noted by the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha._core import PlanTree
from brecha.errors import NotInstalledError

if TYPE_CHECKING:
    from typing import Any

    Node = Any

_MOST_NODES = 1_000_000  # aliases can blow a short file up
_DEEPEST = 100  # further than any plan goes: the engine says so


def tree_of_yaml(data: bytes) -> PlanTree:
    """What cannot be read is refused by the tree, so that it is told as broken JSON is. Raises NotInstalledError without PyYAML."""
    try:
        import yaml
    except ImportError:
        raise NotInstalledError("PyYAML", "yaml") from None
    tree = PlanTree()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        before = data[: failure.start].decode("utf-8")
        tree.refuse("UTF-8", "", before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        return tree
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        if root is not None:
            _Producer(tree).node(root, 0)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        tree.refuse("YAML", failure.problem or failure.context or "", line, column)
    except yaml.reader.ReaderError as failure:
        before = text[: failure.position]
        character = failure.character if isinstance(failure.character, int) else ord(failure.character)
        tree.refuse("YAML", f"U+{character:04X}: {failure.reason}", before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    except RecursionError:
        tree.refuse("YAML", "nested too deep", 1, 1)
    except _Refused as refused:
        tree.refuse("YAML", refused.why, refused.line, refused.column)
    return tree


class _Refused(Exception):
    def __init__(self, why: str, node: Node) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, node.start_mark.line + 1, node.start_mark.column + 1


class _Producer:
    def __init__(self, tree: PlanTree) -> None:
        self.tree = tree
        self.nodes = 0

    def node(self, node: Node, depth: int) -> None:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise _Refused(f"more than {_MOST_NODES} values once its aliases are written out", node)
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if node.id == "mapping":
            self.tree.begin_object(line, column)
            for key, value in node.value if depth < _DEEPEST else ():
                if key.id != "scalar":
                    raise _Refused("a field is named by a text", key)
                self.tree.key(_whole(key), key.start_mark.line + 1, key.start_mark.column + 1)
                self.node(value, depth + 1)
            self.tree.end()
        elif node.id == "sequence":
            self.tree.begin_list(line, column)
            for item in node.value if depth < _DEEPEST else ():
                self.node(item, depth + 1)
            self.tree.end()
        elif node.style is None:
            self.tree.plain(_whole(node), line, column)
        else:
            self.tree.text(_whole(node), line, column)


def _whole(node: Node) -> str:
    """A scalar's text. Half a character ("\\ud800") is no text in YAML either, though PyYAML lets it pass."""
    text: str = node.value
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as failure:
        raise _Refused(f"half a character: \\u{ord(text[failure.start]):04x}", node) from None
    return text
