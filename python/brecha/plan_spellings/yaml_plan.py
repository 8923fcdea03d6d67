"""A plan in YAML becomes a tree of values, each with its line and column in the file.

YAML's own guesses are never made: a scalar without quotes is given as it is written, and the engine reads it as its field says (the
country NO is not "no", 2017-08 is no number, 12 in a text field is "12"). Keys given twice are kept, and noted by the engine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brecha._core import PlanTree
from brecha.errors import NotInstalledError
from brecha.languages import LANGUAGES
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from typing import Any

    Node = Any

_MOST_NODES = 1_000_000  # aliases can blow a short file up
_DEEPEST = 100  # further than any plan goes: the engine says so

# What PyYAML finds wrong, and what is said of it; of anything else the place alone.
_PROBLEMS = (
    (re.compile(r"found character '\\t' .*"), "yaml_tab"),
    (re.compile(r"found character (?P<character>'.+') that cannot start any token"), "yaml_first_character"),
    (re.compile(r"could not find expected ':'"), "yaml_colon"),
    (re.compile(r"mapping values are not allowed here"), "yaml_second_colon"),
    (re.compile(r"sequence entries are not allowed here"), "yaml_dash"),
    (re.compile(r"expected <block end>, but found (?P<character>'[\]}]')"), "yaml_not_begun"),
    (re.compile(r"expected <block end>, but found .*"), "yaml_indentation"),
    (re.compile(r"expected ',' or '\]', but got .*"), "yaml_list_goes_on"),
    (re.compile(r"expected ',' or '\}', but got .*"), "yaml_object_goes_on"),
    (re.compile(r"expected the node content, but found .*"), "yaml_value"),
    (re.compile(r"found unexpected (end of stream|document separator)"), "yaml_text_not_closed"),
    (re.compile(r"found unknown escape character .*|expected escape sequence .*"), "yaml_escape"),
    (re.compile(r"found undefined alias (?P<character>'.+')"), "yaml_alias"),
    (re.compile(r"but found another document"), "yaml_another_document"),
)


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
        tree.refuse("UTF-8", {}, *_place_behind(data[: failure.start].decode("utf-8")))
        return tree
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        if root is not None:
            _Producer(tree).node(root, 0)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        _refuse(tree, _about(failure.problem or ""), *((mark.line + 1, mark.column + 1) if mark else (1, 1)))
    except yaml.reader.ReaderError as failure:
        character = failure.character if isinstance(failure.character, int) else ord(failure.character)
        _refuse(tree, Sentence("yaml_character", character=f"U+{character:04X}"), *_place_behind(text[: failure.position]))
    except RecursionError:
        _refuse(tree, Sentence("yaml_too_deep"), 1, 1)
    except _Refused as refused:
        _refuse(tree, refused.why, refused.line, refused.column)
    return tree


def _refuse(tree: PlanTree, why: Sentence | None, line: int, column: int) -> None:
    tree.refuse("YAML", {language: why.in_language(language) for language in LANGUAGES} if why else {}, line, column)


def _about(problem: str) -> Sentence | None:
    for pattern, word in _PROBLEMS:
        found = pattern.fullmatch(problem)
        if found:
            return Sentence(word, **found.groupdict())
    return None


def _place_behind(text: str) -> tuple[int, int]:
    """Line and column of what follows a text, from 1."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


class _Refused(Exception):
    def __init__(self, why: Sentence, node: Node) -> None:
        super().__init__(str(why))
        self.why, self.line, self.column = why, node.start_mark.line + 1, node.start_mark.column + 1


class _Producer:
    def __init__(self, tree: PlanTree) -> None:
        self.tree = tree
        self.nodes = 0

    def node(self, node: Node, depth: int) -> None:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise _Refused(Sentence("yaml_aliases", most=_MOST_NODES), node)
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if node.id == "mapping":
            self.tree.begin_object(line, column)
            for key, value in node.value if depth < _DEEPEST else ():
                if key.id != "scalar":
                    raise _Refused(Sentence("yaml_name"), key)
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
        raise _Refused(Sentence("yaml_half_a_character", character=f"\\u{ord(text[failure.start]):04x}"), node) from None
    return text
