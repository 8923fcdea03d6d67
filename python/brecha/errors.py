"""What can go wrong, in words a reader can act on.

Every error is a ValueError whose text is the message as a terminal shows it, and carries the diagnostics it was made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brecha._core import Diagnostic


class BrechaError(ValueError):
    """Base of all errors about rulesets, plans and assessments. `.diagnostics` is a tuple, empty where there are none."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, message: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class RulesetError(BrechaError):
    """A ruleset that does not check: `.diagnostics` has code, file, line, column, message and help of each mistake."""


class PlanError(BrechaError):
    """A plan that could not be read at all. What could not be used in a plan that was read is in `plan.notes`."""


class AssessmentError(BrechaError):
    """An assessment that could not be made: an unknown or wrong parameter, or a limit that was reached."""


def rendered(diagnostics: Sequence[Diagnostic], language: str = "") -> str:
    """The diagnostics as a terminal shows them, without the last line break."""
    from brecha import _core

    return _core.render(list(diagnostics), language).rstrip("\n")
