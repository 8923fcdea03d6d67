"""The first of the page's three depths: what fits on one screen. How much could be judged, the gravest gaps, what to ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.rich_view.cuts import gravity
from brecha.rich_view.html import judged
from brecha.rich_view.marks import Mark, tag
from brecha.rich_view.sentences import gap_sentence, no_gaps_sentence, question_effect

if TYPE_CHECKING:
    from brecha.rich_view.content import Content
    from brecha.rich_view.cuts import GapLine
    from brecha.wording import Words

FEW_GAPS, FEW_QUESTIONS = 5, 3


class Numbered(NamedTuple):
    """A line of the list of gaps, with its number there."""

    number: int
    line: GapLine


def gravest(content: Content, most: int = FEW_GAPS) -> list[Numbered]:
    """The gravest lines of all themes."""
    lines = [line for section in content.sections for line in section.lines]
    numbered = [Numbered(number, line) for number, line in enumerate(lines, 1)]
    return sorted(numbered, key=lambda one: gravity(one.line.gravest))[:most]


def glance(content: Content, say: Words, links: str) -> Mark:
    return tag(
        "section", judged(content, say), tag("div", _gaps(content, say, links), _questions(content, say), class_="two"), class_="glance"
    )


def _gaps(content: Content, say: Words, links: str) -> Mark:
    few = gravest(content)
    if not few:
        return tag("div", tag("h3", say["gaps_head"]), tag("p", no_gaps_sentence(content, say)))
    items = [
        tag(
            "li",
            tag("a", number, class_="nr partly" if line.gravest.verdict == "partly_met" else "nr", href=f"#{links}gap-{number}"),
            tag("p", gap_sentence(line.gravest)),
        )
        for number, line in few
    ]
    return tag("div", tag("h3", say("gravest_gaps", count=len(few))), tag("ol", *items, class_="few"))


def _questions(content: Content, say: Words) -> Mark:
    asked = content.questions[:FEW_QUESTIONS]
    if not asked:
        return Mark("")
    items = [
        tag(
            "li",
            tag("span", one.question.rank, class_="nr rank"),
            tag("p", one.question.question),
            tag("p", question_effect(one, say), class_="faint"),
        )
        for one in asked
    ]
    return tag("div", tag("h3", say["ask_first"]), tag("ol", *items, class_="few"))
