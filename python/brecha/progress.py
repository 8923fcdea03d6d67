"""Where what a protocol asks stands on the day of an assessment: done, late, next, and by when. The engine reckons it.

in:  an assessment whose plan has a record of what happened: a procedure whose steps have dates
out: a row for each step of the protocol, in its order
"""

from __future__ import annotations


from typing import TYPE_CHECKING

from brecha.rows import StepProgress
from brecha.tables import ShownTable, json_about, plain_rows

if TYPE_CHECKING:
    import os

    from brecha import _core
    from brecha.assessment import Assessment
    from brecha.rich_view.page import View


class Progress(ShownTable[StepProgress]):
    """The table `progress`; prints and shows itself in a notebook, and writes itself as a page."""

    __slots__ = ("report", "requirement")

    def __init__(self, core: _core.Table, report: Assessment, requirement: str | None) -> None:
        super().__init__(core, StepProgress)
        self.report = report
        self.requirement = requirement

    @property
    def language(self) -> str:
        return self.report.language

    def in_language(self, language: str) -> Progress:
        """The same with texts in another language."""
        return progress_of(self.report.in_language(language), self.requirement)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The rows as JSON text. Written to `path` where one is given."""
        return json_about(self.report, {"progress": plain_rows(self)}, path)

    def _view(self) -> View:
        from brecha.rich_view.progress import VIEW

        return VIEW


def progress_of(report: Assessment, requirement: str | None = None) -> Progress:
    """`report.progress(requirement)`: see there."""
    only = None if requirement is None else [report[requirement].id]
    return Progress(report._core.table("progress", report.language, only), report, requirement)
