"""The view as HTML: a fragment for notebooks, which the page is made of too. Everything shown is escaped.

What is folded (`details`) is there whole: it opens on paper, and a count stands under each list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brecha.rich_view.content import Asked, Content, content_of
from brecha.rich_view.marks import Mark, joined, tag
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
from brecha.rich_view.steps import counted_up, procedures, steps_table
from brecha.rich_view.tailoring import waiver_about, waiver_head
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha.assessment import Assessment
    from brecha.rich_view.content import Remark
    from brecha.rich_view.cuts import GapLine

_FEW = 8


@cache
def style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def in_notebook(*content: object) -> str:
    """Content with the style it needs, for `_repr_html_`."""
    return tag("div", tag("style", Mark(style())), *content, class_="brecha")


def fragment(report: Assessment) -> str:
    """The view for a notebook's cell."""
    return in_notebook(body(content_of(report), words(report.language)))


def body(content: Content, say: Words) -> Mark:
    """The view without its style."""
    return joined((headline(content, say), judged(content, say), analysis(content, say)))


def analysis(content: Content, say: Words, links: str | None = None) -> Mark:
    """From how the plan was read to the notes. links: what ids on the page begin with, where it has the reasons too."""
    return joined(
        (
            _reading(content, say),
            _themes(content, say),
            _gaps(content, say, links),
            _waivers(content, say),
            _progress(content, say),
            _questions(content, say),
            _remarks(content, say),
        )
    )


def folded(summary: object, *content: object) -> Mark:
    return tag("details", tag("summary", summary), *content)


def counted(text: str) -> Mark:
    """What stands under a list: how many of how many are in it."""
    return tag("p", text, class_="faint counted")


def _places(places: Sequence[str], few: int, say: Words) -> Mark:
    """The first few places, the others folded."""
    first = tag("span", ", ".join(places[:few]), class_="places")
    if len(places) <= few:
        return first
    return joined((first, folded(say("more_rows", count=len(places) - few), tag("span", ", ".join(places[few:]), class_="places"))))


def headline(content: Content, say: Words) -> Mark:
    about = about_plan(content)
    return tag(
        "header",
        tag("h1", content.plan_title),
        tag("p", about, class_="faint") if about else "",
        tag(
            "p",
            f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} (",
            tag("span", content.ruleset_sha256[:8], class_="code", title=f"SHA-256 {content.ruleset_sha256}"),
            ") · ",
            tag("strong", as_of_words(content, say)),
            f" · {say['assessment']} ",
            tag("span", content.hash, class_="code"),
            class_="faint",
        ),
        tag("p", f"{say['with']} ", tag("strong", ", ".join(f"{name} = {value}" for name, value in content.parameters_set.items())))
        if content.parameters_set
        else "",
        *(tag("p", sentence) for sentence in content.in_force),
        class_="headline",
    )


def swatch(verdict: str, text: str) -> Mark:
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


def judged(content: Content, say: Words) -> Mark:
    summary = content.summary
    interval = interval_sentence(content, say)
    pieces = [tag("p", judged_sentence(content, say))]
    if summary.lowest is not None and summary.highest is not None:
        pieces.append(interval_bar(summary.lowest, summary.highest, interval))
    keys = (swatch(verdict, say[verdict]) for verdict in ("met", "unknown", "not_met"))
    pieces.append(tag("div", tag("span", interval), *keys, class_="legend faint"))
    if summary.weakened:
        pieces.append(tag("p", say("weakened", count=summary.weakened), class_="faint"))
    if one_answer := one_answer_sentence(content, say):
        pieces.append(tag("p", one_answer, class_="sentence one-answer"))
    return tag("section", *pieces, class_="judged")


def _reading(content: Content, say: Words) -> Mark:
    pieces = [tag("h2", say["how_read"])]
    if not content.sources:
        pieces.append(tag("p", say["no_evidence"]))
    rows = []
    for source in content.sources:
        places = [place or say["whole_plan"] for place in source.places]
        how = tag("strong", reading_words(source.read, say))
        rows.append(tag("li", source.document or "–", say["colon"], how, " ", tag("span", _places(places, 6, say), class_="faint")))
    if rows:
        pieces.append(tag("ul", *rows[:_FEW], class_="plain"))
    if len(rows) > _FEW:
        pieces.append(folded(say("more_rows", count=len(rows) - _FEW), tag("ul", *rows[_FEW:], class_="plain")))
    lists = [f"{place} ({count})" for place, count in content.complete_lists]
    complete = (f"{say['complete_lists']}{say['colon']}", _places(lists, _FEW, say)) if lists else (say["no_complete_list"],)
    pieces.append(tag("div", *complete, class_="faint"))
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
        bar = tag("td", tag("div", *pieces, class_="bar", aria_hidden="true"), class_="share")
        rows.append(tag("tr", tag("th", content.theme(row.theme) or say["no_theme"], scope="row"), *cells, bar))
    heads = [tag("th", swatch(verdict, say[verdict]), class_="number", scope="col") for verdict in verdicts]
    head = tag("tr", tag("th", say["theme"], scope="col"), *heads, tag("th", class_="share"))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="themes")
    total = len(content.requirements)
    under = counted(say("requirements_counted", shown=total, all=content.summary.requirements))
    return tag("section", tag("h2", say["by_theme"]), tag("div", table, class_="scroll"), under)


def _gaps(content: Content, say: Words, links: str | None) -> Mark:
    if not content.sections:
        return tag("section", tag("h2", say["gaps_head"].capitalize()), tag("p", no_gaps_sentence(content, say)))
    numbers = (
        tag("span", tag("b", "1", class_="nr"), f" {say['number_gap']}"),
        tag("span", tag("b", "1", class_="nr partly"), f" {say['number_partly']}"),
    )
    pieces = [tag("h2", say["gaps"]), tag("p", gaps_order(content, say), class_="faint"), tag("div", *numbers, class_="legend faint")]
    number = shown = 0
    for section in content.sections:
        items = []
        for line in section.lines:
            number += 1
            shown += len(line.gaps) + len(line.waiting)
            items.append(_gap_line(line, number, content, say, links))
        if has_themes(content):
            pieces.append(tag("h3", content.theme(section.theme) or say["no_theme"]))
        pieces.append(tag("ol", *items, class_="gaps"))
    return tag("section", *pieces, counted(gaps_counted(content, say, shown)))


def _waivers(content: Content, say: Words) -> Mark:
    if not content.waivers:
        return Mark("")
    items = [
        tag("li", tag("p", waiver_head(waived, say), class_="sentence"), tag("p", waiver_about(waived, say), class_="faint"))
        for waived in content.waivers
    ]
    return tag("section", tag("h2", say["waivers"]), tag("p", say["waivers_are"], class_="faint"), tag("ul", *items))


def _progress(content: Content, say: Words) -> Mark:
    """How far what protocols ask has got, where the plan has records of it."""
    if not content.progress:
        return Mark("")
    pieces = [
        tag("div", tag("h3", _procedure(requirement, subject, content, say)), tag("p", counted_up(rows, say)), steps_table(rows, say))
        for (requirement, subject), rows in procedures(content.progress).items()
    ]
    return tag("section", tag("h2", say["progress"]), *pieces)


def _procedure(requirement: str, subject: str, content: Content, say: Words) -> str:
    title = f"{requirement}{say['colon']}{content.requirements[requirement].title}"
    return f"{title} · {subject}" if subject else title


def _gap_line(line: GapLine, number: int, content: Content, say: Words, links: str | None) -> Mark:
    gap, others = line.gravest, others_of(line)
    pieces = [
        tag("span", number, class_="nr partly" if gap.verdict == "partly_met" else "nr"),
        tag("p", gap_sentence(gap), class_="sentence"),
        tag("p", gap_standing(gap, content, say), class_="faint", title=gap.title),
    ]
    if remedy := gap_remedy(gap, content, say):
        pieces.append(tag("p", remedy, class_="remedy"))
    if others:
        named = [
            tag("li", f"{other.requirement}{say['colon']}" if other.requirement != gap.requirement else "", gap_sentence(other))
            for other in others
        ]
        pieces.append(folded(say("more_subjects", count=len(others)), tag("ul", *named)))
    waiting = waiting_of(line)
    if waiting:
        named = [
            tag("li", f"{requirement}{say['colon']}{gap_sentence(other)}") for requirement, later in waiting.items() for other in later
        ]
        pieces.append(folded(say("wait_for_this", count=len(waiting)), tag("ul", *named)))
    if links is not None:
        pieces.append(tag("p", tag("a", say["why"], href=f"#{links}why-{number}"), class_="why"))
    return tag("li", *pieces, id=f"{links}gap-{number}" if links is not None else None)


def _questions(content: Content, say: Words) -> Mark:
    if not content.questions:
        return Mark("")
    bars = (("settled", "settled_here"), ("before", "settled_before"), ("is-unknown", "still_open"))
    key = tag("div", *(tag("span", tag("span", class_=f"swatch {style_}"), say[word]) for style_, word in bars), class_="legend faint")
    pieces = [tag("h2", say["questions"]), tag("p", questions_sentence(content, say), class_="faint"), key]
    pieces.append(_question_list(content.questions, 0, content, say))
    shown = len(content.questions) + len(content.more_questions)
    if content.more_questions:
        before = content.questions[-1].question.settles_with_above
        more = _question_list(content.more_questions, before, content, say)
        pieces.append(folded(say("more_rows", count=len(content.more_questions)), more))
    return tag("section", *pieces, counted(say("questions_counted", shown=shown, all=shown)), class_="questions")


def _question_list(questions: Sequence[Asked], before: int, content: Content, say: Words) -> Mark:
    """Each with a bar over all open findings: settled by those above, and by this one."""
    open_findings = max(content.open_findings, 1)
    items = []
    for asked in questions:
        question, now = asked.question, asked.question.settles_with_above
        bar = tag(
            "div",
            tag("i", class_="before", style=f"width:{before / open_findings:.2%}"),
            tag("i", class_="settled", style=f"width:{max(now - before, 0) / open_findings:.2%}"),
            class_="bar is-unknown",
            aria_hidden="true",
        )
        before = now
        waiting = [tag("li", f"{requirement}{say['colon']}{content.requirements[requirement].title}") for requirement in asked.waiting]
        choices = f"{say['choices']}{say['colon']}{', '.join(question.choices)}"
        items.append(
            tag(
                "li",
                tag("span", question.rank, class_="nr"),
                tag("p", question.question, class_="sentence"),
                bar,
                tag("p", choices, class_="wide choices") if shows_choices(question) else "",
                _answers(asked, say),
                tag("p", question_effect(asked, say), class_="faint wide"),
                tag("div", _places([place or say["plan"] for place in question.places], 4, say), class_="faint wide"),
                tag("div", folded(say("requirements_wait", count=len(waiting)), tag("ul", *waiting)), class_="wide"),
            )
        )
    return tag("ol", *items, class_="questions")


def _answers(asked: Asked, say: Words) -> Mark:
    """What to write for each answer, at the first place."""
    lines = answer_lines(asked.answers[0] if asked.answers else [], say)
    if not lines:
        return Mark("")
    rows = [tag("li", f"{said}{say['colon']}", tag("code", line)) for said, line in lines]
    return tag("div", folded(say["to_write"] if len(asked.answers) == 1 else say["to_write_each"], tag("ul", *rows)), class_="wide")


def _remarks(content: Content, say: Words) -> Mark:
    pieces = []
    shown = 0
    for group in content.remarks:
        remarks = [_remark(remark, say) for remark in group.remarks]
        shown += len(remarks)
        pieces += [tag("h3", say[group.word]), *remarks[:_FEW]]
        if len(remarks) > _FEW:
            pieces.append(folded(say("more_rows", count=len(remarks) - _FEW), *remarks[_FEW:]))
    if shown:
        pieces.append(counted(say("remarks_counted", shown=shown, all=shown)))
    resting = [
        tag("li", tag("strong", say[word] + say["colon"]), ", ".join(requirements))
        for word, requirements in content.resting.items()
        if requirements
    ]
    if resting:
        pieces.append(tag("ul", *resting, class_="plain"))
    return tag("section", tag("h2", say["remarks"]), *pieces) if pieces else Mark("")


def _remark(remark: Remark, say: Words) -> Mark:
    others = folded(say("more_places", count=len(remark.places) - 1), tag("span", ", ".join(remark.places[1:]), class_="places"))
    return tag(
        "div",
        tag("span", remark.code, class_="code faint"),
        " ",
        tag("span", remark_place(remark, say), class_="places"),
        f"{say['colon']}{remark.message}",
        tag("div", remark.help, class_="help faint") if remark.help else "",
        others if len(remark.places) > 1 else "",
        class_="remark",
    )
