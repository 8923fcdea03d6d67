"""A tree of reasons: a sentence first where there is one, then each clause with its truth, the values and places that decided it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.html import in_notebook
from brecha.rich_view.marks import Mark, tag
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha._core import Proof
    from brecha.why import Why

_SIGNS = {"holds": "✓", "fails": "✗", "unknown": "?", "not_owed": "–"}


def why_word(why: str, say: Words) -> str:
    """Why a place is missing, in words."""
    return say.get(f"why_{why}", say.get(why, why))


def _details(reason: Proof, say: Words) -> list[str]:
    """The value, the place it was read at, and why it is missing."""
    parts = []
    if reason.value:
        parts.append(f"= {reason.value}")
    if reason.place and reason.place != reason.text:
        parts.append(reason.place)
    if reason.why:
        parts.append(why_word(reason.why, say))
    if reason.read:
        parts.append(say.get(f"read_{reason.read}", reason.read))
    return parts


def reasons_text(why: Why) -> str:
    say = words(why.language)
    title = why.requirement + (f" {why.subject}" if why.subject else "")
    return "\n".join([one_line(title), *_lines(why, say, "  ")])


def _lines(reasons: Iterable[Proof], say: Words, indent: str) -> list[str]:
    lines = []
    for reason in reasons:
        sign = _SIGNS.get(reason.truth, "·")
        details = "  ".join(_details(reason, say))
        lines.append(one_line(f"{indent}{sign} {reason.text}{'   ' + details if details else ''}"))
        if reason.sentence:
            lines.append(one_line(f"{indent}  {reason.sentence}"))
        lines += _lines(reason.because, say, indent + "    ")
    return lines


def reason_tree(reasons: Iterable[Proof], say: Words) -> Mark:
    items = []
    for reason in reasons:
        truth = [tag("span", say[reason.truth], class_=f"truth-{reason.truth}"), " "] if reason.truth else []
        details = " · ".join(_details(reason, say))
        below = list(reason.because)
        items.append(
            tag(
                "li",
                *truth,
                tag("span", reason.text, class_="code"),
                tag("span", f"  {details}", class_="faint places") if details else "",
                tag("p", reason.sentence) if reason.sentence else "",
                reason_tree(below, say) if below else "",
            )
        )
    return tag("ul", *items, class_="tree")


def reasons_html(why: Why) -> str:
    title = why.requirement + (f" · {why.subject}" if why.subject else "")
    return in_notebook(tag("p", tag("strong", title)), reason_tree(why, words(why.language)))
