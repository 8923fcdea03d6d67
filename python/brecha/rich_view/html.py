"""The view as HTML: a fragment for notebooks, which the page is made of too. Everything shown is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brecha.rich_view.content import Content, content_of
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.text import (
    complete_sentence,
    gap_remedy,
    gap_sentence,
    gap_standing,
    has_themes,
    interval_sentence,
    judged_sentence,
    no_gaps_sentence,
    others_of,
    question_effect,
    questions_sentence,
    reading_words,
    shown_verdicts,
    waiting_of,
)
from brecha.rich_view.words import Words, more_places, spoken, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.assessment import Assessment
    from brecha.rich_view.content import Remark
    from brecha.rich_view.cuts import GapLine
    from brecha.rows import Question

_FEW = 8


@cache
def style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def in_notebook(*content: object) -> str:
    """Content with the style it needs, for `_repr_html_`."""
    return tag("div", tag("style", Mark(style())), *content, class_="brecha")


def fragment(report: Assessment) -> str:
    """The view for a notebook's cell."""
    return in_notebook(body(report))


def body(report: Assessment, reasons: bool = False) -> Mark:
    """The view without its style. reasons: with the proof behind each gap, to be unfolded."""
    content, say = content_of(report), words(report.language)
    return joined(
        (
            _headline(content, say),
            _judged(content, say),
            _reading(content, say),
            _themes(content, say),
            _gaps(content, say, report if reasons else None),
            _questions(content, say),
            _remarks(content, say),
        )
    )


def _headline(content: Content, say: Words) -> Mark:
    name = "" if content.plan_name == content.plan_title else content.plan_name
    about = " · ".join(part for part in (name, content.plan_kind) if part)
    return tag(
        "header",
        tag("h1", content.plan_title),
        tag("p", about, class_="faint") if about else "",
        tag(
            "p",
            f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} (",
            tag("span", content.ruleset_sha256[:8], class_="code", title=f"SHA-256 {content.ruleset_sha256}"),
            ") · ",
            tag("strong", f"{say['as_of']} {content.as_of}"),
            f" · {say['assessment']} ",
            tag("span", content.hash, class_="code"),
            class_="faint",
        ),
        tag("p", f"{say['with']} ", tag("strong", ", ".join(f"{name} = {value}" for name, value in content.parameters_set.items())))
        if content.parameters_set
        else "",
        class_="headline",
    )


def _swatch(verdict: str, text: str) -> Mark:
    return tag("span", tag("span", class_=f"swatch is-{verdict}"), text)


def interval_bar(lowest: float, highest: float, label: str) -> Mark:
    return tag(
        "div",
        tag("i", class_="is-met", style=f"width:{lowest:.2%}"),
        tag("i", class_="is-unknown", style=f"width:{highest - lowest:.2%}"),
        tag("i", class_="is-not_met", style=f"width:{1 - highest:.2%}"),
        class_="bar",
        role="img",
        aria_label=label,
    )


def _judged(content: Content, say: Words) -> Mark:
    summary = content.summary
    interval = interval_sentence(content, say)
    pieces = [tag("p", judged_sentence(content, say))]
    if summary.lowest is not None and summary.highest is not None:
        pieces.append(interval_bar(summary.lowest, summary.highest, interval))
    pieces.append(
        tag(
            "div",
            tag("span", interval),
            _swatch("met", say["met"]),
            _swatch("unknown", say["unknown"]),
            _swatch("not_met", say["of_the_whole"]),
            class_="legend faint",
        )
    )
    if summary.weakened:
        pieces.append(tag("p", say["weakened"].format(count=summary.weakened), class_="faint"))
    return tag("section", *pieces, class_="judged")


def _reading(content: Content, say: Words) -> Mark:
    pieces = [tag("h2", say["how_read"])]
    if not content.sources:
        pieces.append(tag("p", say["no_evidence"]))
    else:
        rows = []
        for source in content.sources[:_FEW]:
            places = ", ".join(place or say["whole_plan"] for place in source.places[:6])
            if len(source.places) > 6:
                places += f", {say['more_rows'].format(count=len(source.places) - 6)}"
            rows.append(
                tag(
                    "li",
                    source.document or "–",
                    ": ",
                    tag("strong", reading_words(source.read, say)),
                    " ",
                    tag("span", f"({places})", class_="faint"),
                )
            )
        if len(content.sources) > _FEW:
            rows.append(tag("li", say["more_rows"].format(count=len(content.sources) - _FEW), class_="faint"))
        pieces.append(tag("ul", *rows, class_="plain"))
    pieces.append(tag("p", complete_sentence(content, say), class_="faint"))
    return tag("section", *pieces)


def _themes(content: Content, say: Words) -> Mark:
    if not has_themes(content):
        return Mark("")
    verdicts = shown_verdicts(content)
    widest = max(sum(row.counts.values()) for row in content.themes)
    rows = []
    for row in content.themes:
        cells = [tag("td", row.counts[verdict] or "·", class_="number" + ("" if row.counts[verdict] else " zero")) for verdict in verdicts]
        pieces = [
            tag("i", class_=f"is-{verdict}", style=f"width:{row.counts[verdict] / widest:.2%}")
            for verdict in verdicts
            if row.counts[verdict]
        ]
        rows.append(
            tag(
                "tr",
                tag("th", spoken(row.theme) or say["no_theme"], scope="row"),
                *cells,
                tag("td", tag("div", *pieces, class_="bar", aria_hidden="true"), class_="share"),
            )
        )
    heads = [tag("th", say[verdict], class_="number", scope="col") for verdict in verdicts]
    head = tag("tr", tag("th", say["theme"], scope="col"), *heads, tag("th", class_="share"))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="themes")
    return tag("section", tag("h2", say["by_theme"]), tag("div", table, class_="scroll"))


def _gaps(content: Content, say: Words, report: Assessment | None) -> Mark:
    if not content.sections:
        return tag("section", tag("h2", say["gaps"]), tag("p", no_gaps_sentence(content, say)))
    pieces = [tag("h2", say["gaps"])]
    number = 0
    for section in content.sections:
        items = []
        for line in section.lines:
            number += 1
            items.append(_gap_line(line, number, content, say, report))
        if has_themes(content):
            pieces.append(tag("h3", spoken(section.theme) or say["no_theme"]))
        pieces.append(tag("ol", *items, class_="gaps"))
    return tag("section", *pieces)


def _gap_line(line: GapLine, number: int, content: Content, say: Words, report: Assessment | None) -> Mark:
    gap, others = line.gravest, others_of(line)
    pieces = [
        tag("span", number, class_="nr"),
        tag("p", gap_sentence(gap), class_="sentence"),
        tag("p", gap_standing(gap, content, say), class_="faint", title=gap.title),
    ]
    remedy = gap_remedy(gap, say)
    if remedy:
        pieces.append(tag("p", remedy, class_="remedy"))
    if others:
        named = [
            tag("li", f"{other.requirement}: " if other.requirement != gap.requirement else "", gap_sentence(other)) for other in others
        ]
        pieces.append(tag("details", tag("summary", say["more_subjects"].format(count=len(others))), tag("ul", *named)))
    waiting = waiting_of(line)
    if waiting:
        named = [tag("li", f"{requirement}: {gap_sentence(other)}") for requirement, folded in waiting.items() for other in folded]
        count = say["wait_for_this"].format(count=len(waiting)) if len(waiting) > 1 else f"{next(iter(waiting))} {say['waits']}"
        pieces.append(tag("details", tag("summary", count), tag("ul", *named)))
    if report is not None:
        from brecha.rich_view.reasons import reason_tree

        reasons = report._core.why(gap.requirement, gap.subject, content.language)
        if reasons:
            pieces.append(tag("details", tag("summary", say["why"]), reason_tree(reasons, say)))
    return tag("li", *pieces, class_="partly" if gap.verdict == "partly_met" else None)


def _questions(content: Content, say: Words) -> Mark:
    if not content.questions:
        return Mark("")
    head = tag("h2", say["questions"], " ", tag("span", questions_sentence(content, say), class_="faint"))
    pieces = [head, _question_list(content.questions, 0, content, say)]
    if content.more_questions:
        summary = tag("summary", say["more_rows"].format(count=len(content.more_questions)))
        before = content.questions[-1].settles_with_above
        pieces.append(tag("details", summary, _question_list(content.more_questions, before, content, say)))
    return tag("section", *pieces)


def _question_list(questions: Sequence[Question], before: int, content: Content, say: Words) -> Mark:
    """Each with a bar over all open findings: settled by those above, and by this one."""
    open_findings = max(content.open_findings, 1)
    items = []
    for question in questions:
        places = ", ".join(place or say["plan"] for place in question.places[:4])
        if len(question.places) > 4:
            places += f", {say['more_rows'].format(count=len(question.places) - 4)}"
        now = question.settles_with_above
        bar = tag(
            "div",
            tag("i", class_="before", style=f"width:{before / open_findings:.2%}"),
            tag("i", class_="settled", style=f"width:{max(now - before, 0) / open_findings:.2%}"),
            class_="bar is-unknown",
            aria_hidden="true",
        )
        items.append(
            tag(
                "li",
                tag("span", question.rank, class_="nr"),
                tag("p", question.question, class_="sentence"),
                bar,
                tag("p", " · ".join(part for part in (question_effect(question, say), places) if part), class_="faint places"),
            )
        )
        before = now
    return tag("ol", *items, class_="questions")


def _remarks(content: Content, say: Words) -> Mark:
    pieces = []
    for group in content.remarks:
        pieces.append(tag("h3", say[group.word]))
        shown = [_remark(remark, say) for remark in group.remarks]
        pieces += shown[:_FEW]
        if len(shown) > _FEW:
            pieces.append(tag("details", tag("summary", say["more_rows"].format(count=len(shown) - _FEW)), *shown[_FEW:]))
    resting = [
        tag("li", tag("strong", say[word] + ": "), ", ".join(requirements))
        for word, requirements in content.resting.items()
        if requirements
    ]
    if resting:
        pieces.append(tag("ul", *resting, class_="plain"))
    return tag("section", tag("h2", say["remarks"]), *pieces) if pieces else Mark("")


def _remark(remark: Remark, say: Words) -> Mark:
    where = (remark.places[0] or say["plan"]) + (f" ({say['line'].format(line=remark.line)})" if remark.line else "")
    more = f", {more_places(len(remark.places) - 1, say)}" if len(remark.places) > 1 else ""
    return tag(
        "div",
        tag("span", remark.code, class_="code faint"),
        " ",
        tag("span", where, class_="code", title="\n".join(remark.places)),
        f"{more}: {remark.message}",
        tag("div", remark.help, class_="help faint") if remark.help else "",
        class_="remark",
    )
