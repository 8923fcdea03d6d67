"""What one assessment and several have in common: the formats that they can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.files import write_file, written

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from brecha.assessment import Assessment


class Exports:
    """Methods that write reports for people and programs. docs/exports.md says what becomes what."""

    __slots__ = ()

    def _reports(self) -> Sequence[Assessment]:
        """The assessments to write, at least one."""
        raise NotImplementedError

    def to_markdown(self, path: str | os.PathLike[str] | None = None) -> str:
        """The report as Markdown: headings, lists, tables. Written to `path` where one is given."""
        from brecha.exports.document import document_of
        from brecha.exports.markdown import markdown

        return written(markdown(document_of(self._reports())), path)

    def to_word(self, path: str | os.PathLike[str]) -> None:
        """The report as a Word file (.docx) to edit. Raises ImportError, saying what to install, without the extra `word`."""
        from brecha.exports.document import document_of
        from brecha.exports.word import word

        write_file(path, word(document_of(self._reports())))

    def to_oscal(self, path: str | os.PathLike[str] | None = None) -> str:
        """OSCAL assessment results as JSON text: a result for each plan. Written to `path` where one is given."""
        from brecha.exports.oscal import assessment_results

        return written(assessment_results(self._reports()), path)

    def to_oscal_poam(self, path: str | os.PathLike[str] | None = None) -> str:
        """The gaps as an OSCAL plan of action and milestones, JSON text. Written to `path` where one is given.

        Raises BrechaError where there is no gap: OSCAL has no empty plan of action.
        """
        from brecha.exports.oscal import plan_of_action

        return written(plan_of_action(self._reports()), path)

    def to_sarif(self, path: str | os.PathLike[str] | None = None) -> str:
        """SARIF 2.1.0 as JSON text: a run for each plan. Written to `path` where one is given."""
        from brecha.exports.sarif import sarif

        return written(sarif(self._reports()), path)

    def to_junit(self, path: str | os.PathLike[str] | None = None) -> str:
        """JUnit XML: a test suite for each plan, a test case for each finding. Written to `path` where one is given."""
        from brecha.exports.junit import junit

        return written(junit(self._reports()), path)
