"""An assessment as a document: headings, paragraphs, lists and tables, which Markdown and Word are written from.

Order: at a glance; by theme; gaps; questions; how the plan was read; notes; all requirements; instruments; what to repeat it by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Union

from brecha.rich_view.content import content_of, verdict_shown
from brecha.rich_view.glance import FEW_QUESTIONS, gravest
from brecha.rich_view.sentences import (
    about_plan,
    answer_lines,
    as_of_words,
    gap_remedy,
    gap_sentence,
    gap_standing,
    gaps_counted,
    gaps_order,
    has_themes,
    identity,
    interval_sentence,
    judged_sentence,
    no_gaps_sentence,
    one_answer_sentence,
    others_of,
    question_effect,
    questions_sentence,
    reading_words,
    remark_place,
    shown_verdicts,
    shows_choices,
    waiting_of,
)
from brecha.rich_view.tailoring import waiver_about, waiver_head
from brecha.rich_view.words import words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rich_view.content import Content
    from brecha.wording import Words


class Heading(NamedTuple):
    level: int
    text: str


class Paragraph(NamedTuple):
    """manner: plain, strong, faint."""

    text: str
    manner: str = "plain"


class Item(NamedTuple):
    """Of a list: what stands first, and lines below it. number: None for one without."""

    text: str
    number: int | None = None
    below: tuple[Paragraph, ...] = ()
    strong: bool = False


class Grid(NamedTuple):
    """A table; widths are shares of the page. numbers: columns that hold numbers."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()


class Link(NamedTuple):
    """An instrument: its title, what is said of it, and its address."""

    text: str
    about: str
    address: str


Block = Union[Heading, Paragraph, Item, Grid, Link]


class Document(NamedTuple):
    title: str
    language: str
    as_of: str
    blocks: list[Block]


def document_of(reports: Sequence[Assessment]) -> Document:
    """One document of one assessment or of several, one behind the other."""
    language = reports[0].language
    say = words(language)
    contents = [content_of(report) for report in reports]
    first = contents[0]
    title = (
        " · ".join(part for part in (first.country, first.plan_title, as_of_words(first, say)) if part) if len(reports) == 1 else "Brecha"
    )
    blocks = [block for report, content in zip(reports, contents, strict=True) for block in _blocks(report, content, say)]
    return Document(title, language, first.as_of, blocks)


def _blocks(report: Assessment, content: Content, say: Words) -> Iterator[Block]:
    yield Heading(1, content.plan_title)
    if about := about_plan(content):
        yield Paragraph(about, "faint")
    ruleset = f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} ({content.ruleset_sha256[:8]})"
    yield Paragraph(f"{ruleset} · {as_of_words(content, say)} · {say['assessment']} {content.hash}", "faint")
    if content.parameters_set:
        yield Paragraph(f"{say['with']} {', '.join(f'{name} = {value}' for name, value in content.parameters_set.items())}")
    for sentence in content.in_force:
        yield Paragraph(sentence)
    yield from _glance(content, say)
    yield from _themes(content, say)
    yield from _gaps(content, say)
    yield from _waivers(content, say)
    yield from _questions(content, say)
    yield from _reading(content, say)
    yield from _remarks(content, say)
    yield from _requirements(report, content, say)
    yield from _instruments(content, say)
    yield Heading(2, say["for_engineer"])
    yield Grid(("", ""), list(identity(report, content, say)), (0.25, 0.75))


def _glance(content: Content, say: Words) -> Iterator[Block]:
    yield Heading(2, say["at_a_glance"])
    yield Paragraph(judged_sentence(content, say), "strong")
    yield Paragraph(interval_sentence(content, say))
    if content.summary.weakened:
        yield Paragraph(say("weakened", count=content.summary.weakened))
    if one_answer := one_answer_sentence(content, say):
        yield Paragraph(one_answer)
    few = gravest(content)
    if few:
        yield Heading(3, say("gravest_gaps", count=len(few)))
        for place, (_, line) in enumerate(few, 1):
            yield Item(gap_sentence(line.gravest), place)
    if content.questions:
        yield Heading(3, say["ask_first"])
        for asked in content.questions[:FEW_QUESTIONS]:
            yield Item(f"{asked.question.question} ({question_effect(asked, say)})", asked.question.rank)


def _themes(content: Content, say: Words) -> Iterator[Block]:
    if not has_themes(content):
        return
    verdicts = shown_verdicts(content)
    rows = [
        (content.theme(row.theme) or say["no_theme"], *(str(row.counts[verdict] or "·") for verdict in verdicts)) for row in content.themes
    ]
    wide = 0.34
    yield Heading(2, say["by_theme"])
    yield Grid(
        (say["theme"], *(say[verdict] for verdict in verdicts)),
        rows,
        (wide, *([(1 - wide) / len(verdicts)] * len(verdicts))),
        frozenset(range(1, len(verdicts) + 1)),
    )


def _gaps(content: Content, say: Words) -> Iterator[Block]:
    yield Heading(2, say["gaps"])
    if not content.sections:
        yield Paragraph(no_gaps_sentence(content, say))
        return
    yield Paragraph(gaps_order(content, say), "faint")
    number = shown = 0
    for section in content.sections:
        if has_themes(content):
            yield Heading(3, content.theme(section.theme) or say["no_theme"])
        for line in section.lines:
            number += 1
            shown += len(line.gaps) + len(line.waiting)
            below = [Paragraph(gap_standing(line.gravest, content, say), "faint")]
            if remedy := gap_remedy(line.gravest, content, say):
                below.append(Paragraph(f"→ {remedy}"))
            below += [Paragraph(f"+ {other.requirement}{say['colon']}{gap_sentence(other)}") for other in others_of(line)]
            waiting = waiting_of(line)
            if waiting:
                below.append(Paragraph(say("wait_for_this", count=len(waiting)), "faint"))
            below += [
                Paragraph(f"… {requirement}{say['colon']}{gap_sentence(other)}")
                for requirement, later in waiting.items()
                for other in later
            ]
            yield Item(gap_sentence(line.gravest), number, tuple(below), strong=True)
    yield Paragraph(gaps_counted(content, say, shown), "faint")


def _waivers(content: Content, say: Words) -> Iterator[Block]:
    if not content.waivers:
        return
    yield Heading(2, say["waivers"])
    yield Paragraph(say["waivers_are"], "faint")
    for waived in content.waivers:
        yield Item(waiver_head(waived, say), below=(Paragraph(waiver_about(waived, say), "faint"),))


def _questions(content: Content, say: Words) -> Iterator[Block]:
    if not content.questions:
        return
    yield Heading(2, say["questions"])
    yield Paragraph(questions_sentence(content, say), "faint")
    for asked in (*content.questions, *content.more_questions):
        question = asked.question
        below = []
        if shows_choices(question):
            below.append(Paragraph(f"{say['choices']}{say['colon']}{', '.join(question.choices)}"))
        below.append(Paragraph(question_effect(asked, say), "faint"))
        below.append(Paragraph(f"{say('requirements_wait', count=len(asked.waiting))}{say['colon']}{', '.join(asked.waiting)}", "faint"))
        below.append(Paragraph(", ".join(place or say["plan"] for place in question.places), "faint"))
        below += [
            Paragraph(f"{said}{say['colon']}{line}", "code") for said, line in answer_lines(asked.answers[0] if asked.answers else [], say)
        ]
        yield Item(question.question, question.rank, tuple(below), strong=True)


def _reading(content: Content, say: Words) -> Iterator[Block]:
    yield Heading(2, say["how_read"])
    if not content.sources:
        yield Paragraph(say["no_evidence"])
    for source in content.sources:
        places = ", ".join(place or say["whole_plan"] for place in source.places)
        yield Item(f"{source.document or '–'}{say['colon']}{reading_words(source.read, say)} ({places})")
    lists = ", ".join(f"{place} ({count})" for place, count in content.complete_lists)
    yield Paragraph(f"{say['complete_lists']}{say['colon']}{lists}" if lists else say["no_complete_list"])


def _remarks(content: Content, say: Words) -> Iterator[Block]:
    resting = [f"{say[word]}{say['colon']}{', '.join(found)}" for word, found in content.resting.items() if found]
    if not content.remarks and not resting:
        return
    yield Heading(2, say["remarks"])
    for group in content.remarks:
        yield Heading(3, say[group.word])
        for remark in group.remarks:
            below = (Paragraph(f"→ {remark.help}"),) if remark.help else ()
            more = f" ({', '.join(remark.places[1:])})" if len(remark.places) > 1 else ""
            yield Item(f"{remark.code} {remark_place(remark, say)}{say['colon']}{remark.message}{more}", None, below)
    for line in resting:
        yield Item(line)


def _requirements(report: Assessment, content: Content, say: Words) -> Iterator[Block]:
    messages: dict[str, list[str]] = {}
    reasons: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.message:
            messages.setdefault(finding.requirement, []).append(finding.message)
        reasons.setdefault(finding.requirement, []).append(say[f"reason_{finding.reason}"])
    rows = []
    for info in content.requirements.values():
        verdict = report._core.verdict(info.id)
        texts = messages.get(info.id, []) if verdict in ("not_met", "partly_met") else reasons.get(info.id, [])
        said = "; ".join(text for text in dict.fromkeys(texts) if text != info.title)
        sources = "; ".join(content.citation(source) for source in dict.fromkeys(info.sources))
        rows.append((info.id, say[verdict_shown(verdict, info.modality)], f"{info.title}\n{said}" if said else info.title, sources))
    yield Heading(2, say("all_requirements", count=len(rows)))
    yield Grid(("", say["verdict"], say["requirement"], say["source"]), rows, (0.13, 0.14, 0.45, 0.28))


def _instruments(content: Content, say: Words) -> Iterator[Block]:
    if not content.instruments:
        return
    yield Heading(2, say["instruments"])
    for source in content.instruments:
        about = ", ".join(part for part in (source.publisher, source.date, say.get(source.standing, "")) if part)
        yield Link(source.title or source.id, about, source.url)
