"""The made-up plans that searching is measured on, and the questions with the right page and passage, written down beforehand.

A source is a text: pages between lines of =====, headings behind # and ##, tables with |. `<<place>>` before a sentence says that
this sentence answers the question about that place; the first line lists places that the document does not answer.
`python tests/documents/made_up.py` makes the PDFs of examples/documents anew (it needs reportlab).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PDFS = HERE.parents[1] / "examples" / "documents"
LANGUAGES = {"windward_parishes": "en", "costa_de_nacar": "es"}
_MARK = re.compile(r"<<([^<>]*(?:[<>]=?[^<>]*)?)>>")


class Question(NamedTuple):
    """A place, the half it belongs to, and where the document answers it: pages and beginnings of sentences; nowhere: empty."""

    place: str
    half: str
    pages: tuple[int, ...]
    sentences: tuple[str, ...]


def pages_of(name: str) -> list[str]:
    """The pages of a source, marks and all."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return [page.strip("\n") for page in text.split("\n=====\n")[1:]]


def questions_of(name: str) -> list[Question]:
    """All questions of a source, every second one, by name, in the half that nothing is tuned on."""
    answered: dict[str, list[tuple[int, str]]] = {}
    for number, page in enumerate(pages_of(name), 1):
        for mark in _MARK.finditer(page):
            after = re.sub(r"^(?:<<.*?>>)+", "", page[mark.end() :])
            sentence = re.split(r"\n|<<", after, maxsplit=1)[0][:60]
            answered.setdefault(mark[1], []).append((number, sentence))
    first = (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n", 1)[0]
    absent = [place.strip() for place in first.removeprefix("absent:").split(";")]
    assert not set(absent) & set(answered), set(absent) & set(answered)
    questions = []
    for places in (sorted(answered), sorted(absent)):
        for order, place in enumerate(places):
            found = answered.get(place, [])
            half = "held out" if order % 2 else "tuned"
            questions.append(Question(place, half, tuple(page for page, _ in found), tuple(sentence for _, sentence in found)))
    return questions


def make_pdf(name: str) -> Path:
    """The PDF of a source: running head, page numbers, headings in a larger type, tables; the same bytes each time."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], fontSize=8.6, leading=10.6, alignment=4)
    pages = pages_of(name)
    title = " · ".join(line.lstrip("# ") for line in pages[0].split("\n")[:2])
    story: list[object] = []
    for page in pages:
        rows: list[list[object]] = []
        for line in [*page.split("\n"), ""]:
            line = _MARK.sub("", line)
            if line.startswith("|"):
                rows.append([Paragraph(cell.strip(), body) for cell in line.strip("| ").split("|")])
                continue
            if rows:
                story += [Table(rows, hAlign="LEFT"), Spacer(1, 6)]
                rows = []
            if line.startswith("#"):
                story.append(Paragraph(line.lstrip("# "), styles["Heading3" if line.startswith("##") else "Heading2"]))
            elif line:
                story.append(Paragraph(line, body))
        story.append(PageBreak())

    def frame(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 7)  # type: ignore[attr-defined]
        canvas.drawString(50, A5[1] - 28, title)  # type: ignore[attr-defined]
        canvas.drawCentredString(A5[0] / 2, 24, str(document.page))  # type: ignore[attr-defined]

    PDFS.mkdir(exist_ok=True)
    path = PDFS / f"{name.replace('_', '-')}.pdf"
    template = SimpleDocTemplate(
        str(path), pagesize=A5, leftMargin=50, rightMargin=50, topMargin=44, bottomMargin=40, title=title, invariant=True
    )
    template.build(story[:-1], onFirstPage=frame, onLaterPages=frame)
    assert template.page == len(pages), f"{template.page} pages for {len(pages)}"
    return path


if __name__ == "__main__":
    for made in map(make_pdf, LANGUAGES):
        print(made, file=sys.stderr)
