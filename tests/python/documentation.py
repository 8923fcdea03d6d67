"""The code blocks of docs/, with what the comment above each says about it, and the frame that fragments stand in.

A block is fenced with ``` and a language. One line above it a comment may say what it is:

    <!-- example: requirement -->       lines of a requirement, in the frame that docs/language.md shows once
    <!-- example: ruleset -->           lines of a ruleset
    <!-- example: rulesets -->          whole rulesets that use the frame's vocabulary
    <!-- example: vocabulary -->        lines of a vocabulary, together with the frame's
    <!-- example: translation -->       the whole example before it in other keywords, with the same hash
    <!-- example: cases -->             cases for the requirement or ruleset example before it; all must pass
    <!-- example: same requirement -->  two spellings, parted by a line "# is short for" or "# is", with one meaning
    <!-- example: wrong B301 requirement -->   must get this code (also: ruleset, vocabulary, file)
    <!-- example: plan -->              a plan for the frame's vocabulary, read without a note
    <!-- example: frame … -->           the frame itself
    <!-- example: file my/rules.brecha --> is written there, for the commands that follow on the page
    <!-- example: put my/rules.brecha -->  a requirement or case: replaces the one of its name in that file, or is added to it
    <!-- example: output -->            what the Python block before it printed
    <!-- example: engine spark -->      runs inside that engine, by `make engines`; with `output`, what the one before it printed there

Without one, a ```brecha block is whole, a ```json block is JSON, a ```python block runs, a ```console block is run and its
output compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>[\w+-]*)[^\n]*\n(?P<text>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--\s*example:\s*(.*?)\s*-->\s*\Z")


@dataclass(frozen=True)
class Block:
    page: Path
    line: int
    language: str
    text: str
    role: tuple[str, ...]

    @property
    def kind(self) -> str:
        return self.role[0] if self.role else ""

    def __str__(self) -> str:
        return f"{self.page.relative_to(DOCS)}:{self.line}"


def pages() -> list[Path]:
    return sorted(page for page in DOCS.rglob("*.md"))


def blocks(page: Path) -> list[Block]:
    content = page.read_text(encoding="utf-8")
    found = []
    for fence in _FENCE.finditer(content):
        comment = _COMMENT.search(content[: fence.start()])
        indent = len(fence["indent"])
        text = "".join(line[indent:] if line[:indent].isspace() else line for line in fence["text"].splitlines(keepends=True))
        line = content.count("\n", 0, fence.start()) + 1
        found.append(Block(page, line, fence["language"], text, tuple(comment[1].split()) if comment else ()))
    return found


def nth_block(content: str, index: int) -> int:
    """Where the block of that number begins in a page."""
    return list(_FENCE.finditer(content))[index].start()


def all_blocks() -> list[Block]:
    return [block for page in pages() for block in blocks(page)]


# --- the frame of docs/language.md --------------------------------------------------------------------------

HERE = "    # the example stands here\n"


def frame(part: str) -> str:
    (found,) = [block.text for block in blocks(DOCS / "language.md") if block.role == ("frame", part)]
    return found


def _indented(text: str, by: int) -> str:
    return "".join(" " * by + line if line.strip() else line for line in text.splitlines(keepends=True))


def framed(text: str, kind: str) -> dict[str, str]:
    """A fragment as files that can be compiled: where it stands is what `kind` says."""
    vocabulary, ruleset = frame("vocabulary"), frame("ruleset")
    requirement = ruleset[ruleset.index("  requirement ") :]
    if kind == "requirement":
        return {"vocabulary.brecha": vocabulary, "rules.brecha": ruleset.replace(HERE, _indented(text, 4))}
    if kind == "ruleset":
        return {"vocabulary.brecha": vocabulary, "rules.brecha": ruleset.replace(requirement, _indented(text, 2) + "}\n")}
    if kind == "vocabulary":
        placeholder = ruleset.replace(HERE, "    require plan.title is given\n")
        return {"vocabulary.brecha": vocabulary.rstrip().removesuffix("}") + _indented(text, 2) + "}\n", "rules.brecha": placeholder}
    if kind == "rulesets":
        return {"vocabulary.brecha": vocabulary, "rules.brecha": text}
    if kind == "file":
        return {"rules.brecha": text}
    raise ValueError(f"there is no kind of example called {kind}")


# --- what a command printed, against what a page shows ------------------------------------------------------


ELIDED = "[…]"
_HASH = re.compile(r"\b(?=[0-9a-f]*[0-9])[0-9a-f]{8}(?:[0-9a-f]{4})?\b")


def matches(shown: str, printed: str) -> bool:
    """Is this what was printed? A line of nothing but "[…]" stands for any lines, "[…]" in a line for any text; a hash for any hash."""
    pattern = ""
    for line in _HASH.sub("#", shown.rstrip("\n")).split("\n"):
        if line.strip() == ELIDED:
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*?".join(re.escape(part) for part in line.rstrip().split(ELIDED)) + r"[ ]*\n"
    return re.fullmatch(pattern, _HASH.sub("#", printed.rstrip("\n") + "\n")) is not None


def commands(console: str) -> list[tuple[str, str]]:
    """Pairs of command and shown output of a ```console block."""
    found: list[tuple[str, str]] = []
    for line in console.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line + "\n")
    return found


def put(content: str, text: str) -> str:
    """`text`, a requirement or a case, in place of the one of its name in `content`, else before its last bracket."""
    head = re.match(r"\s*(requirement \S+|case [^{]*?)\s*\{", text)
    if head is None:
        raise ValueError("only a requirement or a case can be put into a file")
    start = content.find(head[1] + " {")
    if start < 0:
        return content.rstrip().removesuffix("}").rstrip() + "\n\n" + _indented(text, 2) + "}\n"
    depth, end, quoted = 0, start, False
    for end in range(start, len(content)):
        character = content[end]
        quoted ^= character == '"'
        depth += 0 if quoted else (character == "{") - (character == "}")
        if character == "}" and not quoted and depth == 0:
            break
    return content[:start] + _indented(text, 2).strip() + content[end + 1 :]
