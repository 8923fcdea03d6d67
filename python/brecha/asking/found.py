"""What a document may say of a question that is asked: passages with numbers, and where an answer stands that takes one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.plan_edits import shortened
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from brecha.asking.dialogue import Asked
    from brecha.assessment import Assessment
    from brecha.documents.document import Document
    from brecha.documents.proposals import Proposal

MOST = 3
"""Passages for one question."""


class Source(NamedTuple):
    """Where an answer stands: document, page, and the words quoted."""

    document: str = ""
    page: str = ""
    note: str = ""


class Found:
    """The passages of a document for the question at hand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages: list[Proposal] = []
        self._labels: dict[str, str] = {}

    def look(self, report: Assessment, asked: Asked) -> None:
        """Searches for what is asked; of several slices the best passage of each, where one fits."""
        several = len(asked.places) > 1
        found = [row for place in asked.places for row in self.document.passages(report, place=place, most=1 if several else MOST)]
        self.passages = [row for row in found if not (several and row.weak)]
        self._labels = dict(asked.choices) if several else {}

    @property
    def fits(self) -> bool:
        return any(not row.weak for row in self.passages)

    def lines(self, language: str) -> list[str]:
        """ "p. 17 · 0.80: the words [2030-12-31]", a line for each passage."""
        lines = []
        for row in self.passages:
            weak = f" · {said(Sentence('passage_weak'), language)}" if row.weak else ""
            about = f" · {self._labels[row.place]}" if row.place in self._labels else ""
            named = f" [{', '.join(row.offers)}]" if row.offers else ""
            lines.append(f"{row.page_in(language)} · {row.score:.2f}{weak}{about}: {shortened(row.text)}{named}")
        return lines

    def source(self, number: int) -> Source:
        """Of a passage by its number, from 1; 0 is the whole document, searched in vain."""
        document = self.document
        if not number:
            note = Sentence("searched_not_found", document=document.name, pages=document.pages)
            return Source(document.name, "", note.in_language(document.language))
        if number > len(self.passages):
            return Source(document.name)
        passage = self.passages[number - 1]
        return Source(document.name, passage.where, shortened(passage.text))
