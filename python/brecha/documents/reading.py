"""Files as blocks of text: PDF, Word (DOCX), HTML and plain text. Each block knows its page and whether it is a heading.

A PDF has pages. A DOCX has them where Word left its page breaks in it; otherwise, and in HTML, the count is of sections, a
heading each. A plain text has pages where it has form feeds, else sections.
"""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from brecha.errors import BrechaError, NotInstalledError
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

EXTRA = "documents"
LARGEST_FILE = 256 * 2**20
_LARGEST_UNPACKED = 512 * 2**20
_MOST_CHARACTERS = 20_000_000
_MOST_PAGES = 10_000
_MOST_COLUMNS = 1_000
_LONGEST_HEADING = 120


class Block(NamedTuple):
    """A paragraph, a row of a table or a heading, on one line."""

    page: int
    text: str
    heading: bool


class Content(NamedTuple):
    """What a file says. `unit` is page or section: what `Block.page` counts, up to `pages`."""

    blocks: list[Block]
    unit: str
    pages: int


def read(name: str, data: bytes) -> Content:
    """The text of a file, told by its first bytes. Raises BrechaError where it cannot be read, is too large or has no text."""
    content = _reader(name, data)(name, data)
    blocks = [block for block in content.blocks if block.text]
    if sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        raise BrechaError(Sentence("document_too_long", file=name))
    if not blocks:
        raise BrechaError(Sentence("document_without_text", file=name))
    return content._replace(blocks=blocks)


def _reader(name: str, data: bytes) -> Callable[[str, bytes], Content]:
    start = data[:1024].lstrip()
    if b"%PDF-" in start:
        return _pdf
    if data.startswith(b"PK"):
        return _docx
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BrechaError(Sentence("document_old_word", file=name))
    if re.match(rb"(?i)(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml|head|body|!--)", start) or name.lower().endswith(
        (".html", ".htm", ".xhtml")
    ):
        return _html
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BrechaError(Sentence("document_of_no_kind", file=name))
    return _text


def _clean(text: str) -> str:
    """One line in Unicode's form NFC, without hyphens that only divide a line and characters that nobody sees."""
    text = re.sub(r"[\u00ad\ufffe\x02]\s*", "", text).replace("\ufb01", "fi").replace("\ufb02", "fl")
    return " ".join(unicodedata.normalize("NFC", re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]", " ", text)).split())


# --- PDF


class _Line(NamedTuple):
    text: str
    size: float
    bold: bool
    top: float
    bottom: float


def _pdf(name: str, data: bytes) -> Content:
    try:
        import pypdfium2  # noqa: F401
    except ImportError:
        raise NotInstalledError("pypdfium2", EXTRA) from None
    from brecha.documents.pdf_process import pages_of

    pages = []
    for lines in pages_of(name, data, _MOST_PAGES, _MOST_CHARACTERS):
        cleaned = [_Line(_clean(text) + hyphen, size, bold, top, bottom) for text, hyphen, size, bold, top, bottom in lines]
        pages.append([line for line in cleaned if line.text])
    return Content(list(_pdf_blocks(_without_running_heads(pages))), "page", len(pages))


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Without the lines that most pages have in common at their ends, and page numbers."""
    seen: dict[str, int] = {}

    def shape(line: _Line) -> str:
        return re.sub(r"\d+", "#", line.text.casefold())

    for lines in pages:
        for form in {shape(line) for line in [*lines[:3], *lines[-3:]]}:
            seen[form] = seen.get(form, 0) + 1
    often = max(3, len(pages) // 2)

    def runs(line: _Line) -> bool:
        return seen.get(shape(line), 0) >= often or (re.fullmatch(r"[-–\s]*(\d+|[ivxlc]+)[-–\s]*", line.text) is not None)

    return [[line for place, line in enumerate(lines) if not (runs(line) and (place < 3 or place >= len(lines) - 3))] for lines in pages]


def _pdf_blocks(pages: list[list[_Line]]) -> Iterator[Block]:
    """Lines become paragraphs where they follow each other closely; a line in a larger or bolder type is a heading."""
    letters: dict[float, int] = {}
    for line in (line for lines in pages for line in lines):
        letters[round(line.size, 1)] = letters.get(round(line.size, 1), 0) + len(line.text)
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    for number, lines in enumerate(pages, 1):
        open_lines: list[_Line] = []
        headed = False

        def close() -> Iterator[Block]:
            if open_lines:
                yield Block(number, _joined(open_lines), headed)
                open_lines.clear()

        for line in lines:
            heading = (
                (line.size > usual * 1.08 or line.bold) and len(line.text) <= _LONGEST_HEADING and not line.text.endswith((".", ";", ","))
            )
            before = open_lines[-1] if open_lines else None
            if before is not None and (heading != headed or _begins_anew(before, line, line.size if heading else usual)):
                yield from close()
            headed = heading
            open_lines.append(line)
        yield from close()


def _begins_anew(before: _Line, line: _Line, usual: float) -> bool:
    gap = before.bottom - line.top
    same_row = abs(before.bottom - line.bottom) < usual * 0.4
    return not same_row and (
        gap > usual * 0.75 or gap < -usual * 2 or re.match(r"[•▪◦●■\-–]\s|\(?[a-z0-9]{1,2}\)\s", line.text) is not None
    )


def _joined(lines: list[_Line]) -> str:
    return _clean(" ".join(line.text for line in lines).replace("\u00ad ", ""))


# --- Word


def _docx(name: str, data: bytes) -> Content:
    import zipfile

    try:
        import docx
        from docx.table import Table
        from docx.text.paragraph import Paragraph
    except ImportError:
        raise NotInstalledError("python-docx", EXTRA) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        raise BrechaError(Sentence("document_damaged", file=name)) from None
    if sum(sizes.values()) > _LARGEST_UNPACKED or len(sizes) > 20_000:
        raise BrechaError(Sentence("document_too_long", file=name))
    if not any(one.startswith("word/") for one in sizes):
        raise BrechaError(Sentence("document_of_no_kind", file=name))
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception:  # whatever a library stumbles over in a file that is not what it says
        raise BrechaError(Sentence("document_damaged", file=name)) from None

    has_pages = bool(document.element.body.xpath(".//w:lastRenderedPageBreak | .//w:br[@w:type='page']"))
    blocks: list[Block] = []
    count = 1

    def add(paragraph: Any) -> None:
        nonlocal count
        style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
        heading = style.startswith(("heading", "title"))
        pieces = _between_page_breaks(paragraph) if has_pages else [paragraph.text]
        if heading and not has_pages and blocks:
            count += 1
        for place, piece in enumerate(pieces):
            count += place > 0
            blocks.append(Block(count, _clean(piece), heading))

    def go(items: Iterable[Any], depth: int = 0) -> None:
        for item in items:
            if isinstance(item, Paragraph):
                add(item)
            elif isinstance(item, Table) and depth < 5:
                for row in item.rows:
                    cells = list(dict.fromkeys(_clean(cell.text) for cell in _cells(row)))
                    blocks.append(Block(count, " | ".join(filter(None, cells)), False))

    go(document.iter_inner_content())
    return Content(blocks, "page" if has_pages else "section", count)


def _cells(row: Any) -> Iterable[Any]:
    """Of a row of a table; those alone that stand in it where it says that they take more columns than tables have, or are merged with none."""
    from docx.table import _Cell

    try:
        if sum(cell.grid_span for cell in row._tr.tc_lst) <= _MOST_COLUMNS:
            return cast("Iterable[Any]", row.cells)
    except Exception:  # whatever a library stumbles over in a file that is not what it says
        pass
    return [_Cell(cell, row.table) for cell in row._tr.tc_lst]


def _between_page_breaks(paragraph: Any) -> list[str]:
    """The text of a paragraph, cut where a page ends in it."""
    pieces = [""]
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for node in paragraph._p.iter():
        if node.tag == f"{space}t":
            pieces[-1] += node.text or ""
        elif node.tag in (f"{space}tab", f"{space}cr"):
            pieces[-1] += " "
        elif node.tag == f"{space}lastRenderedPageBreak" or (node.tag == f"{space}br" and node.get(f"{space}type") == "page"):
            if not (node.tag == f"{space}lastRenderedPageBreak" and len(pieces) > 1 and not pieces[-1].strip()):
                pieces.append("")  # Word notes a break that was typed once more where it was laid out
        elif node.tag == f"{space}br":
            pieces[-1] += " "
    return pieces


# --- HTML

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARAGRAPHS = {
    "p", "li", "dt", "dd", "blockquote", "pre", "td", "th", "tr", "div", "section", "article", "main", "ul", "ol", "table",
    "tbody", "figcaption", "caption", "address", "body", "hr", "br",
}  # fmt: skip
_UNREAD = {"script", "style", "noscript", "template", "head", "nav", "svg", "iframe", "object", "form", "button", "select"}


def _html(name: str, data: bytes) -> Content:
    try:
        from lxml import etree
    except ImportError:
        raise NotInstalledError("lxml", EXTRA) from None
    parser = etree.HTMLParser(no_network=True, recover=True, remove_comments=True, remove_pis=True, encoding=_html_encoding(data))
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise BrechaError(Sentence("document_without_text", file=name))
    blocks: list[Block] = []
    words: list[str] = []
    count, row, unread = 1, 0, 0
    heading = False

    def end() -> None:
        text = _clean("".join(words))
        words.clear()
        if text:
            blocks.append(Block(count, text, heading))

    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            unread += tag in _UNREAD
            if tag in _HEADINGS:
                end()
                count += 1 if blocks else 0
                heading = True
            elif tag == "tr":
                end()
                row += 1
            elif tag in _PARAGRAPHS and not row:
                end()
            elif tag in ("td", "th") and row and "".join(words).strip():
                words.append(" | ")
            if not unread:
                words.append(node.text or "")
        else:
            unread -= tag in _UNREAD
            if tag == "tr":
                end()
                row = max(0, row - 1)
            elif tag in _HEADINGS or (tag in _PARAGRAPHS and not row):
                end()
                heading = False
            if not unread:
                words.append(node.tail or "")
    end()
    return Content(blocks, "section", count)


def _html_encoding(data: bytes) -> str | None:
    """What the page itself does not say, its bytes do."""
    if re.search(rb"(?i)charset\s*=", data[:4096]):
        return None
    return _encoding(data)


# --- plain text


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def _text(name: str, data: bytes) -> Content:
    text = data.decode(_encoding(data), "replace")
    blocks: list[Block] = []
    pages = text.split("\f")
    if len(pages) > _MOST_PAGES:
        raise BrechaError(Sentence("document_too_long", file=name))
    has_pages = len(pages) > 1
    count = 1
    for number, page in enumerate(pages, 1):
        for paragraph in re.split(r"\n[ \t\r]*\n|\n(?=#{1,6} |[-*•] )", page):
            paragraph = paragraph.strip()
            underlined = re.fullmatch(r"(.+)\r?\n(=|-){3,}", paragraph)
            heading = underlined is not None or re.match(r"#{1,6} ", paragraph) is not None
            first, _, rest = paragraph.partition("\n")
            if heading:
                if not has_pages and blocks:
                    count += 1
                blocks.append(Block(number if has_pages else count, _clean(first.lstrip("#")), True))
                paragraph = "" if underlined else rest
            blocks.append(Block(number if has_pages else count, _clean(paragraph), False))
    return Content(blocks, "page" if has_pages else "section", len(pages) if has_pages else count)
