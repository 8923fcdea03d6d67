"""Files of texts in another language, apart from the rules: `translation es of port_facility { … }`.

Behind each text stands `# 5f2c1a`: a short hash of the original that it was translated from. What is missing, and what was translated
from an original that has changed since, is marked by a comment above the place; nothing else in a file is touched.

    # missing: title "The plan has a name"
    # changed: "The plan has a name"
    title "El plan tiene nombre"  # 5f2c1a

A mark of a change is taken away by whoever has looked at the text. What the rules no longer have becomes a comment.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brecha import _core
from brecha.errors import BrechaError, rendered
from brecha.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A text: of which unit, of which owner in it ("requirement PF-1", or "" for the unit), and the line that gives it ("gap .2").
Key = tuple[str, str, str]

_MISSING = {"en": "missing", "es": "falta", "pt": "falta", "fr": "manque"}
_CHANGED = {"en": "changed", "es": "cambió", "pt": "mudou", "fr": "changé"}
_GONE = {"en": "no longer there", "es": "ya no está", "pt": "já não existe", "fr": "n'existe plus"}
_HASH = re.compile(rb"[ \t]*#[ \t]*([0-9a-f]{6})(?![^\s])[ \t]*")
_LANGUAGE_BEFORE = re.compile(rb"\b(%s)\s*\Z" % b"|".join(language.encode() for language in LANGUAGES))
_REMARK = re.compile(rb"[ \t]*#[^\n]*")
_WHY = ("set ", "make ", "waive ")  # lines of an overlay, whose text is behind `because`
_LABELS = ("entity ", "enum ", "table ")  # owners of fields and values, which may be called like a keyword


@dataclass(frozen=True)
class Translated:
    """What a translator has before them: an original, and what it is in the other language."""

    key: Key
    language: str  # of the original
    original: str
    text: str  # "" where it is missing
    changed: bool  # the original is another than the one that was translated, or nobody has looked at it since


@dataclass
class Written:
    """The new text of one file, and what is left to do in it."""

    path: str
    content: str
    before: bytes | None  # None: there is no such file yet
    texts: int = 0
    missing: int = 0
    changed: int = 0
    gone: int = 0


@dataclass
class _Block:
    begin: int
    end: int


@dataclass
class _File:
    path: str
    before: bytes | None
    text: bytes
    language: str  # of its keywords
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    lines: dict[int, list[str]] = field(default_factory=dict)  # by place: what is put there, each on a line of its own

    def replace(self, begin: int, end: int, new: str) -> None:
        self.edits.append((begin, end, new))

    def put_line(self, at: int, *lines: str) -> None:
        """Lines behind what stands before `at`; with none, what follows begins a new line."""
        self.lines.setdefault(at, []).extend(lines)

    def put_above(self, at: int, line: str) -> None:
        self.edits.append((at, at, f"{line}\n" if self.begins_line(at) else f"\n{line}\n"))

    def begins_line(self, at: int) -> bool:
        return not self.text[self.text.rfind(b"\n", 0, at) + 1 : at].strip()

    def behind(self, at: int) -> int:
        """Behind the comment that follows `at` on its line."""
        remark = _REMARK.match(self.text, at)
        return remark.end() if remark else at

    def edited(self) -> str:
        edits = list(self.edits)
        for at, lines in self.lines.items():
            ends_line = re.match(rb"[ \t\r]*(\n|$)", self.text[at:])
            edits.append((at, at, "".join(f"\n{line}" for line in lines) + ("" if ends_line else "\n")))
        text, offset = bytearray(), 0
        for begin, end, new in sorted(edits, key=lambda edit: edit[:2]):
            text += self.text[offset:begin] + new.encode()
            offset = max(offset, end)
        return bytes(text + self.text[offset:]).decode()


def hash_of(original: str) -> str:
    """Six digits that say from which original a text was translated."""
    return hashlib.sha256(original.encode("utf-8", "surrogatepass")).hexdigest()[:6]


class Texts:
    """The texts of the vocabularies and rulesets that lie at `path`: a ruleset's folder, one of its files, a shipped name.

    Raises BrechaError where the files cannot be read.
    """

    def __init__(self, path: str, search: Iterable[str] = (), shipped: str = "") -> None:
        listed, diagnostics = _core.rule_texts(os.fsencode(path), [os.fsencode(folder) for folder in search], shipped)
        if listed is None:
            raise BrechaError(rendered(diagnostics), diagnostics)
        self._listed = listed
        self._files = {name: (text, language) for name, text, language in listed.files}
        words = "|".join(_core.keyword("requirement", language) for language in LANGUAGES)
        self._family_ids = [  # requirement "PF-{row.clause}" { …
            re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(id)))
            for text, _ in self._files.values()
            for id in re.findall(rf'\b(?:{words})\s+"([^"\n]*)"', text.decode())
        ]
        self.folder = path if os.path.isdir(path) else os.path.dirname(next(iter(self._files), path))
        self.originals: dict[Key, _core.RuleText] = {}
        self._inline: dict[Key, set[str]] = {}
        for text in listed.texts:
            if not text.translated:
                key = (text.unit, text.owner, text.line)
                self.originals.setdefault(key, text)
                self._inline.setdefault(key, set()).add(text.language)

    def units(self) -> list[str]:
        """Names of the vocabularies and rulesets, in order."""
        return list(dict.fromkeys(unit for unit, _, _ in self.originals))

    def to_translate(self, language: str) -> list[Translated]:
        """Every text that stands apart, or is missing, in `language`, in the order of the rules."""
        given = self._given(language)
        marked = {key for key, text in given.items() if self._is_marked(text)}
        result = []
        for key, original in self._apart(language):
            text = given.get(key)
            state = text is not None and (key in marked or self._hash_behind(text) not in ("", hash_of(original.text)))
            result.append(Translated(key, original.language, original.text, text.text if text else "", state))
        return result

    def written(self, language: str, new: Mapping[Key, tuple[str, str]] | None = None) -> list[Written]:
        """The files of `language` as they should be. `new`: texts to put in, each with the original that it was translated from."""
        files = {path: self._file(path) for path in dict.fromkeys(self._path_of(unit, language) for unit in self.units())}
        result = {path: Written(path, "", file.before) for path, file in files.items()}
        for unit in self.units():
            path = self._path_of(unit, language)
            self._update(unit, language, files[path], result[path], new or {})
        for path, file in files.items():
            content, diagnostics = _core.format(os.fsencode(path), file.edited())
            if content is None:
                raise BrechaError(rendered(diagnostics), diagnostics)
            result[path].content = content
        return [one for one in result.values() if one.texts or one.missing or one.before is not None]

    # --- what is there

    def _given(self, language: str) -> dict[Key, _core.RuleText]:
        return {(t.unit, t.owner, t.line): t for t in self._listed.texts if t.translated and t.known and t.language == language}

    def _apart(self, language: str) -> list[tuple[Key, _core.RuleText]]:
        return [(key, original) for key, original in self.originals.items() if language not in self._inline[key]]

    def _path_of(self, unit: str, language: str) -> str:
        own = [block for block in self._listed.blocks if not block.owner and block.language == language]
        for block in own:
            if block.unit == unit:
                return block.file
        return own[0].file if own else os.path.join(self.folder, f"texts.{language}.brecha")

    def _file(self, path: str) -> _File:
        if path in self._files:
            text, keywords = self._files[path]
            with open(path, "rb") as file:
                return _File(path, file.read(), text, keywords)
        if os.path.exists(path):  # it translates something else
            with open(path, "rb") as file:
                before = file.read()
            stated = re.match(rb"\s*language\s+(en|es|pt|fr)\b", before)
            return _File(path, before, before, stated[1].decode() if stated else "en")
        language = path.split(".")[-2]
        head = f"language {language}\n\n" if language in LANGUAGES and language != "en" else ""
        return _File(path, None, head.encode(), language if language in LANGUAGES else "en")

    def _hash_behind(self, text: _core.RuleText) -> str:
        found = _HASH.match(self._files[text.file][0], text.end)
        return found[1].decode() if found else ""

    def _mark_above(self, text: _core.RuleText) -> tuple[int, int] | None:
        """The line of the mark of a change, above a text."""
        content = self._files[text.file][0]
        line = content.rfind(b"\n", 0, text.begin) + 1
        above = content.rfind(b"\n", 0, max(line - 1, 0)) + 1
        return (above, line) if line and _is_mark(content[above:line], _CHANGED) else None

    def _is_marked(self, text: _core.RuleText) -> bool:
        return self._mark_above(text) is not None

    # --- what is to be

    def _update(self, unit: str, language: str, file: _File, result: Written, new: Mapping[Key, tuple[str, str]]) -> None:
        blocks = {
            block.owner: _Block(block.begin, block.end)
            for block in self._listed.blocks
            if block.unit == unit and block.language == language and block.file == file.path
        }
        given = {key: text for key, text in self._given(language).items() if key[0] == unit}
        apart = [(key, original) for key, original in self._apart(language) if key[0] == unit]
        self._drop_missing_marks(blocks.get(""), file)
        self._retire(unit, language, blocks, file, result)
        by_owner: dict[str, list[tuple[Key, _core.RuleText]]] = {"": []}
        for key, original in apart:
            if key in given or key in new or not self._is_name(key, original):
                by_owner.setdefault(key[1], []).append((key, original))
        owners = []
        place = self._behind_brace(file, blocks[""]) if "" in blocks else 0
        for owner, texts in by_owner.items():
            at = place if not owner else self._behind_brace(file, blocks[owner]) if owner in blocks else None
            lines = []
            for key, original in texts:
                line = self._line(key, original, given.get(key), new.get(key), file, result)
                text = given.get(key)
                if text is not None:
                    at = file.behind(text.end)
                elif at is not None and "" in blocks:
                    file.put_line(at, line)
                else:
                    lines.append(line)
            if owner and owner in blocks:
                place = file.behind(blocks[owner].end)
            elif not owner and "" in blocks:
                place = at or place
            elif lines and owner:
                block = "\n".join([f"{_in_keywords(owner, file.language)} {{", *lines, "}"])
                if "" in blocks:
                    file.put_line(place, block)
                else:
                    owners.append(block)
            else:
                owners += lines
        if "" not in blocks and owners:
            head = f"{_core.keyword('translation', file.language)} {language} {_core.keyword('of', file.language)} {unit} {{"
            file.put_line(len(file.text), head, *owners, "}")

    def _is_name(self, key: Key, original: _core.RuleText) -> bool:
        """A publisher that is given without a language: its name may be translated, and nothing asks for it."""
        if not key[2].startswith("publisher "):
            return False
        return not _LANGUAGE_BEFORE.search(self._files[original.file][0], 0, original.begin)

    def _behind_brace(self, file: _File, block: _Block) -> int:
        return file.behind(file.text.index(b"{", block.begin) + 1)

    def _line(
        self, key: Key, original: _core.RuleText, text: _core.RuleText | None, new: tuple[str, str] | None, file: _File, result: Written
    ) -> str:
        """Notes what is to change of a text that is there; the line to insert for one that is not."""
        line = _line_in_keywords(key, file.language)
        mark = f"# {_CHANGED[file.language]}: {quoted(original.text)}"
        current = f"# {hash_of(original.text)}"
        if new is not None and (text is None or new[0] != text.text):
            stale = new[1] != original.text
            result.texts += 1
            result.changed += stale
            fresh = f"{line} {quoted(new[0])}".lstrip() + f"  {current}"
            if text is None:
                return f"{mark}\n" * stale + fresh
            self._take_mark(text, file)
            if stale:
                file.put_above(text.begin, mark)
            behind = _HASH.match(file.text, text.end)
            file.replace(text.begin, behind.end() if behind else text.end, fresh)
            if not behind:
                file.put_line(text.end)
            return ""
        if text is None:
            result.missing += 1
            return f"# {_MISSING[file.language]}: " + f"{line} {quoted(original.text)}".lstrip()
        result.texts += 1
        behind = _HASH.match(file.text, text.end)
        outdated = behind is not None and f"# {behind[1].decode()}" != current
        confirmed = new is not None and new[1] == original.text  # a translator's tool says that this is the text
        if outdated and not confirmed:
            self._take_mark(text, file)
            file.put_above(text.begin, mark)
            result.changed += 1
        elif confirmed:
            self._take_mark(text, file)
        elif self._is_marked(text):
            result.changed += 1
        if behind:
            file.replace(behind.start(1), behind.end(1), current.removeprefix("# "))
        else:
            file.replace(text.end, text.end, f"  {current}")
            if file.behind(text.end) == text.end:
                file.put_line(text.end)
        return ""

    def _take_mark(self, text: _core.RuleText, file: _File) -> None:
        above = self._mark_above(text)
        if above:
            file.replace(*above, "")

    def _drop_missing_marks(self, whole: _Block | None, file: _File) -> None:
        """They are written anew."""
        at = whole.begin if whole else len(file.text)
        end = whole.end if whole else 0
        inside = [(t.begin, t.end) for t in self._listed.texts if t.translated and t.file == file.path]
        while at < end:
            line_end = file.text.find(b"\n", at) + 1 or len(file.text)
            if _is_mark(file.text[at:line_end], _MISSING) and not any(begin < at < stop for begin, stop in inside):
                file.replace(at, line_end, "")
            at = line_end

    def _retire(self, unit: str, language: str, blocks: dict[str, _Block], file: _File, result: Written) -> None:
        """What the rules no longer have becomes a comment."""
        owners = {owner for known, owner, _ in self.originals if known == unit}
        owners |= {owner for owner in blocks if self._is_of_family(owner)}
        gone = [
            t for t in self._listed.texts
            if t.translated and not t.known and t.unit == unit and t.language == language and t.file == file.path
            and not self._is_of_family(t.owner)
        ]  # fmt: skip
        result.gone += len(gone)
        for owner, block in list(blocks.items()):
            if owner and owner not in owners:
                self._comment(file, block.begin, block.end)
                del blocks[owner]
        for text in gone:
            if text.owner in blocks and not self._is_of_family(text.owner):
                self._comment(file, text.begin, text.end)

    def _is_of_family(self, owner: str) -> bool:
        """A requirement that a family writes: where the family has mistakes its texts are not listed, and what is translated stays."""
        return any(id.fullmatch(owner.removeprefix("requirement ")) for id in self._family_ids)

    def _comment(self, file: _File, begin: int, end: int) -> None:
        lines = file.text[begin:end].decode().split("\n")
        comment = f"# {_GONE[file.language]}: " + "\n# ".join(line.strip() for line in lines)
        file.replace(begin, end, comment if file.begins_line(begin) else f"\n{comment}")
        if file.behind(end) == end:
            file.put_line(end)


def quoted(text: str) -> str:
    """A text as rules write it, on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _is_mark(line: bytes, words: Mapping[str, str]) -> bool:
    text = line.decode("utf-8", "replace").strip()
    return text.startswith("#") and any(text[1:].strip().startswith(f"{word}:") for word in words.values())


def _in_keywords(written: str, language: str) -> str:
    """Its first word, a keyword in English, as `language` spells it."""
    word, blank, rest = written.partition(" ")
    return _core.keyword(word, language) + blank + rest


def _line_in_keywords(key: Key, language: str) -> str:
    _, owner, line = key
    if owner.startswith(_LABELS) and not re.match(r"(ask|listed) \S", line):
        return line
    written = _in_keywords(line, language) if line else line
    if line.startswith(_WHY):
        head, _, number = written.partition(" because")
        return head + " " + _core.keyword("because", language) + number
    return written
