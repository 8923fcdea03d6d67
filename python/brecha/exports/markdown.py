"""The document as Markdown (CommonMark, with the tables that GitHub has). Nothing that a plan says becomes markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brecha.exports.document import Block, Document, Grid, Heading, Item, Link, Paragraph
from brecha.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

# Everywhere: what opens emphasis, code, links, tables, HTML. At the beginning: what opens lists, headings, rules.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$@]|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def markdown(document: Document) -> str:
    pieces: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if before is not None and not (isinstance(before, (Item, Link)) and type(block) is type(before)):
            pieces.append("")
        pieces += _lines(block)
        before = block
    return "\n".join(pieces) + "\n"


def plain(text: str) -> str:
    """The text as text."""
    text = _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(text).strip())
    return _BEGINNING.sub(lambda found: f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}", text)


def _lines(block: Block) -> Sequence[str]:
    if isinstance(block, Heading):
        return [f"{'#' * block.level} {plain(block.text)}"]
    if isinstance(block, Paragraph):
        return [_paragraph(block)]
    if isinstance(block, Item):
        lead = f"{block.number}. " if block.number is not None else "- "
        text = f"**{plain(block.text)}**" if block.strong else plain(block.text)
        indent = " " * len(lead)
        lines = [text, *(_paragraph(one) for one in block.below)]
        return [lead + "  \n".join(line if not place else indent + line for place, line in enumerate(lines))]
    if isinstance(block, Link):
        about = f" · {plain(block.about)}" if block.about else ""
        return [f"- {_link(block.text, block.address)}{about}"]
    return _grid(block)


def _paragraph(block: Paragraph) -> str:
    if block.manner == "code":
        return _code(block.text)
    text = plain(block.text)
    return f"**{text}**" if block.manner == "strong" else text


def _code(text: str) -> str:
    """As code, fenced by more backticks than stand in it."""
    text = one_line(text).strip()
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}"


def _link(text: str, address: str) -> str:
    """A link where it leads to the web; else the address as text."""
    if not address.startswith(("http://", "https://")):
        return f"{plain(text)}, {plain(address)}" if address else plain(text)
    target = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", address)
    return f"[{plain(text)}](<{target}>)"


def _grid(grid: Grid) -> Sequence[str]:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join("<br>".join(plain(part) for part in cell.split("\n")) for cell in cells) + " |"

    rule = "|" + "|".join(" ---: " if place in grid.numbers else " --- " for place in range(len(grid.heads))) + "|"
    return [line(grid.heads), rule, *(line(row) for row in grid.rows)]
