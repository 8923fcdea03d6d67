"""What could not be used of a form, an export or a table that a plan was filled from, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.sentences import said

if TYPE_CHECKING:
    from brecha.sentences import Sentence


class Remark(NamedTuple):
    """One of them. `cell` is where: "Agencies!D7" of a workbook, row and column of a table; `place` what it is about in the plan."""

    file: str
    cell: str
    place: str
    sentence: Sentence

    @property
    def message(self) -> str:
        """In English; `in_language` says it in another."""
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        return said(self.sentence, language)

    def shown(self, language: str = "en") -> str:
        """ "form.xlsx  Agencies!D7: …", as a terminal shows it."""
        where = f"{self.file}  {self.cell}" if self.cell else self.file
        about = f" [{self.place}]" if self.place else ""
        return f"{where}: {self.in_language(language)}{about}"

    def __repr__(self) -> str:
        return self.shown()


class RemarkWarning(UserWarning):
    """A remark on what is assessed elsewhere, so that nothing is at hand to hang it on. `.remark` says it in other languages."""

    def __init__(self, remark: Remark, language: str = "en") -> None:
        super().__init__(remark.shown(language))
        self.remark = remark
