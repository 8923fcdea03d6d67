"""The document as a Word file to edit: the styles of headings, lists and tables, in the report's language. python-docx writes it."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from importlib import import_module
from typing import Any

from brecha.errors import NotInstalledError
from brecha.exports.document import Document, Grid, Heading, Item, Link, Paragraph
from brecha.harmless import harmless

_LANGUAGES = {"en": "en-GB", "es": "es-419", "pt": "pt-BR", "fr": "fr-FR"}
_FAINT, _ACCENT, _HEAD = "566270", "23599B", "E8EDF2"
_WIDTH = 16.0  # centimetres between the margins of a page of A4


def word(document: Document) -> bytes:
    """The file: the same bytes for the same document. Raises NotInstalledError without python-docx."""
    file = _File(document)
    for block in document.blocks:
        file.add(block)
    return file.bytes()


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise NotInstalledError("python-docx", "word") from None


class _File:
    def __init__(self, document: Document) -> None:
        docx = _library("docx")
        self.shared, self.oxml, self.ns = (_library(f"docx.{name}") for name in ("shared", "oxml", "oxml.ns"))
        self.file = docx.Document()
        self.document = document
        self._set_page()
        self._set_styles()
        properties = self.file.core_properties
        day = datetime.datetime.combine(datetime.date.fromisoformat(document.as_of), datetime.time())
        properties.title, properties.author, properties.last_modified_by, properties.comments = (
            _text(document.title)[:250],
            "Brecha",
            "",
            "",
        )
        properties.created = properties.modified = day
        properties.language, properties.revision = _LANGUAGES[document.language], 1

    def add(self, block: object) -> None:
        if isinstance(block, Heading):
            paragraph = self.file.add_heading(_text(block.text), 0 if block.level == 1 else block.level - 1)
            paragraph.paragraph_format.keep_with_next = True
        elif isinstance(block, Paragraph):
            self._run(self.file.add_paragraph(), block)
        elif isinstance(block, Item):
            self._add_item(block)
        elif isinstance(block, Link):
            paragraph = self.file.add_paragraph(style="List Bullet")
            paragraph.add_run(_text(block.text)).bold = True
            rest = "".join(f" · {part}" for part in (block.about, block.address) if part)
            self._run(paragraph, Paragraph(rest, "faint"))
        elif isinstance(block, Grid):
            self._add_grid(block)

    def _add_item(self, item: Item) -> None:
        """The number is text, so that it stays that of the report whatever is moved."""
        paragraph = self.file.add_paragraph(style="List Bullet" if item.number is None else "Normal")
        inside = paragraph.paragraph_format
        if item.number is not None:
            inside.left_indent, inside.first_line_indent = self.shared.Cm(0.9), self.shared.Cm(-0.9)
            inside.tab_stops.add_tab_stop(self.shared.Cm(0.9))
            paragraph.add_run(f"{item.number}.\t")
        paragraph.add_run(_text(item.text)).bold = item.strong
        inside.keep_with_next = bool(item.below)
        for place, line in enumerate(item.below, 1):
            below = self.file.add_paragraph()
            below.paragraph_format.left_indent = self.shared.Cm(0.9)
            below.paragraph_format.space_after = self.shared.Pt(8 if place == len(item.below) else 1)
            self._run(below, line)
        if item.below:
            inside.space_after = self.shared.Pt(1)

    def _run(self, paragraph: Any, block: Paragraph) -> None:
        run = paragraph.add_run(_text(block.text))
        run.bold = block.manner == "strong"
        if block.manner == "faint":
            run.font.color.rgb, run.font.size = self.shared.RGBColor.from_string(_FAINT), self.shared.Pt(9)
        if block.manner == "code":
            run.font.name, run.font.size = "Consolas", self.shared.Pt(8.5)

    def _add_grid(self, grid: Grid) -> None:
        headed = any(grid.heads)
        table = self.file.add_table(rows=int(headed) + len(grid.rows), cols=len(grid.heads), style="Table Grid")
        table.autofit = False
        for place, width in enumerate(grid.widths):
            table.columns[place].width = self.shared.Cm(_WIDTH * width)
        rows = ([grid.heads] if headed else []) + list(grid.rows)
        lines = list(table.rows)
        for number, (line, cells) in enumerate(zip(lines, rows, strict=True)):
            head = headed and number == 0
            self._flag(line, "w:cantSplit")
            if head:
                self._flag(line, "w:tblHeader")
            for place, (cell, text) in enumerate(zip(line.cells, cells, strict=True)):
                cell.width = self.shared.Cm(_WIDTH * grid.widths[place])
                self._fill(cell, text, head or (not headed and place == 0), place in grid.numbers)
                if head:
                    self._shade(cell)
        self.file.add_paragraph().paragraph_format.space_after = self.shared.Pt(2)

    def _fill(self, cell: Any, text: str, strong: bool, number: bool) -> None:
        for place, part in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = self.shared.Pt(2)
            run = paragraph.add_run(_text(part))
            run.font.size, run.bold = self.shared.Pt(9), strong
            if place:
                run.font.color.rgb = self.shared.RGBColor.from_string(_FAINT)
            if number:
                paragraph.alignment = 2

    def _flag(self, line: Any, name: str) -> None:
        line._tr.get_or_add_trPr().append(self.oxml.OxmlElement(name))

    def _shade(self, cell: Any) -> None:
        shade = self.oxml.OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
            shade.set(self.ns.qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)

    def _set_page(self) -> None:
        section = self.file.sections[0]
        cm = self.shared.Cm
        section.page_width, section.page_height = cm(21), cm(29.7)
        section.left_margin = section.right_margin = cm(2.5)
        section.top_margin = section.bottom_margin = cm(2.2)
        footer = section.footer.paragraphs[0]
        self._run(footer, Paragraph(f"{self.document.title}   ", "faint"))
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = footer.add_run()
            run.font.size = self.shared.Pt(9)
            piece = self.oxml.OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                piece.set(self.ns.qn("w:fldCharType"), kind)
            piece.text = text or None
            run._r.append(piece)

    def _set_styles(self) -> None:
        """One typeface and the report's language, so that a speller knows it."""
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
            style = self.file.styles[name]
            style.font.name = "Calibri"
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in [key for key in fonts.attrib if "Theme" in key]:
                del fonts.attrib[attribute]
            if name.startswith(("Heading", "Title")):
                style.font.color.rgb = self.shared.RGBColor.from_string(_ACCENT)
        self.file.styles["Normal"].font.size = self.shared.Pt(10.5)
        self.file.styles["Normal"].paragraph_format.space_after = self.shared.Pt(4)
        self.file.styles["Title"].font.size = self.shared.Pt(22)
        language = _LANGUAGES[self.document.language]
        for tag in self.file.styles.element.iter(self.ns.qn("w:lang")):
            tag.set(self.ns.qn("w:val"), language)

    def bytes(self) -> bytes:
        """With one date on every part of it."""
        made = io.BytesIO()
        self.file.save(made)
        out = io.BytesIO()
        with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
            for name in parts.namelist():
                part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                part.compress_type = zipfile.ZIP_DEFLATED
                again.writestr(part, parts.read(name))
        return out.getvalue()


def _text(text: str) -> str:
    """Nothing that XML cannot hold."""
    return re.sub(r"\s*\n\s*", " ", harmless(text))
