"""Why a requirement came out as it did: the rule's clauses with their truth, and the plan's values and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from brecha._core import Proof


class Why(Sequence["Proof"]):
    """A tree of reasons, the nearest failed branch first. Prints as text; a picture in a notebook.

    Each reason has text, truth (holds, fails, unknown, not_owed; empty for a value), value, place, why, read, because, and at the
    root of a finding a sentence that says what was counted.
    """

    __slots__ = ("_reasons", "language", "requirement", "subject")

    def __init__(self, reasons: list[Proof], requirement: str, subject: str | None, language: str) -> None:
        self._reasons = reasons
        self.requirement = requirement
        self.subject = subject
        self.language = language

    @overload
    def __getitem__(self, index: int) -> Proof: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Proof]: ...
    def __getitem__(self, index: int | slice) -> Proof | Sequence[Proof]:
        return self._reasons[index]

    def __len__(self) -> int:
        return len(self._reasons)

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("reasons do not pickle: send the assessment and ask it why, or str(why)")

    def __repr__(self) -> str:
        from brecha.rich_view.reasons import reasons_text

        return reasons_text(self)

    def _repr_html_(self) -> str:
        from brecha.rich_view.reasons import reasons_html

        return reasons_html(self)
