"""What can go wrong, in words a reader can act on.

Every error is a ValueError whose text is the message as a terminal shows it, and carries the diagnostics it was made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Union

from brecha.languages import LANGUAGES
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha._core import Diagnostic as EngineDiagnostic

    Diagnostic = Union[EngineDiagnostic, "SentDiagnostic"]


class BrechaError(ValueError):
    """Base of all errors about rulesets, plans and assessments. `.diagnostics` is a tuple, empty where there are none.

    Its text is in English, or in the author's language where a ruleset is wrong; `in_language` says it in another.
    """

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, message: str | Sentence, diagnostics: Iterable[Diagnostic] = ()) -> None:
        super().__init__(_cut(str(message)))
        self._message = message
        self.diagnostics = tuple(diagnostics)

    def in_language(self, language: str) -> str:
        """The message in a language; what only has words in one stays as it is."""
        return rendered(self.diagnostics, language) if self.diagnostics else said(self._message, language)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._message, tuple(SentDiagnostic.of(one) for one in self.diagnostics))


class RulesetError(BrechaError):
    """A ruleset that does not check: `.diagnostics` has code, file, line, column, message and help of each mistake."""


class PlanError(BrechaError):
    """A plan that could not be read at all. What could not be used in a plan that was read is in `plan.notes`."""


class AssessmentError(BrechaError):
    """An assessment that could not be made: an unknown or wrong parameter, or a limit that was reached."""


def limit_reached(diagnostics: Iterable[EngineDiagnostic]) -> AssessmentError:
    """What the engine raises where a call reaches a limit, see brecha.limits."""
    told = tuple(diagnostics)
    return AssessmentError(rendered(told), told)


class UnknownNameError(BrechaError, KeyError):
    """A name that is not there: of a requirement, a subject, a column, a sample. A KeyError too."""

    def __str__(self) -> str:  # without the quotes that a KeyError puts around it
        return str(self.args[0])


class NotInstalledError(ImportError):
    """A library that an extra of the package brings: `in_language` says which, and what to type."""

    def __init__(self, library: str, extra: str) -> None:
        self._message = Sentence("not_installed", library=library, extra=extra)
        self._given = (library, extra)
        super().__init__(str(self._message), name=library)

    def in_language(self, language: str) -> str:
        return self._message.in_language(language)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), self._given


class SentDiagnostic(NamedTuple):
    """A diagnostic that came from another process with its error: the same members, in all languages."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    language: str
    texts: dict[str, tuple[str, str, str]]  # by language, "" for the author's: message, help, shown

    @classmethod
    def of(cls, diagnostic: Diagnostic) -> SentDiagnostic:
        if isinstance(diagnostic, SentDiagnostic):
            return diagnostic
        texts = {
            language: (diagnostic.message(language), diagnostic.help(language), diagnostic.shown(language)) for language in ("", *LANGUAGES)
        }
        return cls(
            diagnostic.code, diagnostic.severity, diagnostic.file, diagnostic.line, diagnostic.column,
            diagnostic.end_line, diagnostic.end_column, diagnostic.language, texts,
        )  # fmt: skip

    def message(self, language: str = "") -> str:
        return self.texts[language][0]

    def help(self, language: str = "") -> str:
        return self.texts[language][1]

    def shown(self, language: str = "") -> str:
        return self.texts[language][2]


def rendered(diagnostics: Iterable[Diagnostic], language: str = "") -> str:
    """The diagnostics as a terminal shows them, without the last line break."""
    return _cut("\n".join(one.shown(language).rstrip("\n") for one in diagnostics))


_LONGEST_LINE = 400


def _cut(message: str) -> str:
    """No line longer than anybody reads, whatever was given."""
    lines = message.split("\n")
    return "\n".join(line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…" for line in lines)
