"""A document that a plan may be filled from: its text with pages, and the passages that may answer a question.

document = brecha.document("plan.pdf")
found = document.passages(rules, place="resources[kind=hotline]")
plan = found[0].accept(plan, who="analyst 2")
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from brecha import arguments
from brecha.arguments import language_of, wrong_type
from brecha.documents.language import guessed_language
from brecha.documents.passages import PassageIndex, passages_of
from brecha.documents.reading import LARGEST_FILE, read
from brecha.errors import BrechaError
from brecha.sentences import Sentence

if TYPE_CHECKING:
    import datetime

    from brecha.assessment import Assessment
    from brecha.documents.passages import Passage
    from brecha.documents.proposals import Proposals, Search
    from brecha.documents.reading import Block
    from brecha.plan import Plan
    from brecha.ruleset import Ruleset


def document(path: str | os.PathLike[str], *, language: str = "", name: str = "") -> Document:
    """Reads a PDF, a Word document (DOCX), an HTML page or a plain text.

    language: of the text, where it is not to be guessed. name: what evidence is to call the document; else the file's name.
    Raises BrechaError for a file that is not there, is encrypted, damaged, too large, of another kind, or holds no text (a scan);
    NotInstalledError without the extra `documents`.
    """
    file = arguments.path(path, "path")
    shown = os.path.basename(file) or file
    try:
        if os.path.isdir(file):
            raise IsADirectoryError(21, "is a directory", file)
        with open(file, "rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as failure:
        from brecha.files import reason_of

        reason = Sentence("no_such_file") if isinstance(failure, FileNotFoundError) else reason_of(failure)
        raise BrechaError(Sentence("not_read", file=file, reason=reason)) from failure
    if len(data) > LARGEST_FILE:
        raise BrechaError(Sentence("document_too_long", file=shown))
    content = read(shown, data)
    tag = language_of(language) if language else guessed_language(" ".join(block.text for block in content.blocks))
    return Document(arguments.text(name, "name") or shown, tag, content.unit, content.pages, content.blocks)


class Document:
    """What `brecha.document` gives. Never changes.

    `unit` says what `pages` counts: pages, or sections where the format has no pages (HTML, a DOCX that Word never laid out).
    """

    __slots__ = ("_blocks", "_indexes", "_passages", "_searches", "language", "name", "pages", "unit")

    def __init__(self, name: str, language: str, unit: str, pages: int, blocks: list[Block]) -> None:
        self.name = name
        self.language = language
        self.unit = unit
        self.pages = pages
        self._blocks = blocks
        self._passages: list[Passage] | None = None
        self._indexes: dict[str, PassageIndex] = {}
        self._searches: dict[tuple[str, str], Search] = {}

    def page(self, number: int) -> str:
        """The text of a page (or section), a paragraph a line. Raises UnknownNameError where there is none of that number."""
        number = arguments.whole_number(number, "number")
        if not 1 <= number <= self.pages:
            from brecha.errors import UnknownNameError

            raise UnknownNameError(Sentence("no_page", document=self.name, number=number, pages=self.pages))
        return "\n".join(block.text for block in self._blocks if block.page == number)

    @property
    def text(self) -> str:
        """All of it, pages apart by form feeds."""
        return "\f".join(self.page(number) for number in range(1, self.pages + 1))

    @property
    def pages_without_text(self) -> list[int]:
        """Pages on which nothing could be read: blank, or a picture of a text that needs character recognition."""
        written = {block.page for block in self._blocks}
        return [number for number in range(1, self.pages + 1) if number not in written]

    def passages(self, asked: Ruleset | Assessment | str, *, place: str = "", language: str = "", most: int = 5) -> Proposals:
        """The passages that may answer, best first: a table with a row for each, at most `most` for each question.

        asked: a ruleset with a `place` of the plan ("resources[kind=hotline]", "valid_to"); a ruleset or report alone: every open
        question of the report, or of an empty plan; or a question in free words. language: of the labels to search with, where it is
        not the document's. A ranking always proposes something: `weak` marks what does not fit. Raises BrechaError for a place that
        the vocabulary does not have.
        """
        from brecha.assessment import Assessment
        from brecha.documents.proposals import proposals
        from brecha.ruleset import Ruleset

        if not isinstance(asked, (Ruleset, Assessment, str)):
            raise wrong_type("asked", "a ruleset, an assessment or a question as text", asked)
        place, most = arguments.text(place, "place"), max(0, arguments.whole_number(most, "most"))
        return proposals(self, asked, place, language_of(language) if language else self.language, most)

    def not_found(
        self, plan: Plan, place: str, *, who: str = "", on: str | datetime.date | None = None, as_of: str | datetime.date | None = None
    ) -> Plan:
        """The plan with a person's word that this document was searched for a place, and has nothing: `none`, with document, who and on.

        Closes a slice or list, or a field; nothing else does. Raises BrechaError for a place that the vocabulary does not have.
        """
        from brecha.documents.accepting import searched_in_vain

        return searched_in_vain(self, plan, arguments.text(place, "place"), who=who, on=on, as_of=as_of)

    def index(self, language: str) -> PassageIndex:
        """The passages ready for a search in a language; made once."""
        if self._passages is None:
            self._passages = passages_of(self._blocks)
        if language not in self._indexes:
            self._indexes[language] = PassageIndex(self._passages, language)
        return self._indexes[language]

    def search(self, rules: Ruleset, language: str) -> Search:
        """What turns the places of a ruleset into searches; made once."""
        from brecha.documents.proposals import Search

        key = (rules.sha256, language)
        if key not in self._searches:
            self._searches[key] = Search(rules, language)
        return self._searches[key]

    def __reduce__(self) -> tuple[Any, ...]:
        return Document, (self.name, self.language, self.unit, self.pages, self._blocks)

    def __repr__(self) -> str:
        without = self.pages_without_text
        gap = f", {len(without)} without text" if without else ""
        words = sum(len(block.text.split()) for block in self._blocks)
        return f"<Document {self.name}: {self.pages} {self.unit}{'s' if self.pages != 1 else ''}{gap}, {words} words, {self.language}>"
