"""The picture of a comparison: a sentence, a bar of what became of the gaps, and every change with its cause and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.comparison import OF_GAPS_BEFORE, OF_NEW_GAPS, OF_NO_GAPS
from brecha.rich_view.headings import assessed_as, plan_title, sentence
from brecha.rich_view.html import counted, folded, swatch
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.tailoring import waiver_about
from brecha.rich_view.text import Pen, wrapped
from brecha.rich_view.work_words import work_words
from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brecha.comparison import Comparison
    from brecha.rows import Change

_ORDER = (
    "worse", "new_gap", "came_to_light", "new_by_rules", "new_by_parameters", "new_by_date",
    "fixed", "partly_fixed", "persisting", "not_stated", "waived", "gone", *OF_NO_GAPS,
)  # fmt: skip
_LOOKS = {
    "fixed": "met",
    "partly_fixed": "partly_met",
    "persisting": "not_met",
    "worse": "not_met",
    "not_stated": "unknown",
    "waived": "not_applicable",
    "gone": "not_applicable",
}
_FEW = 8


class _Told(NamedTuple):
    """A change, what the gap is or was, and by what cause, on what evidence, under which waiver."""

    change: Change
    sentence: str
    about: str


class _Section(NamedTuple):
    outcome: str
    changes: list[_Told]


def headline(comparison: Comparison) -> str:
    """ "Of 21 gaps as of 2026-04-15: 9 fixed, 3 partly, 7 persist; 4 came to light." """
    say, counts = work_words(comparison.language), comparison.counts
    date = comparison.before.as_of
    first = say("of_gaps", count=counts["gaps"], date=date) + say["colon"] if counts["gaps"] else say("of_no_gaps", date=date)
    became = ", ".join(say(f"count_{word}", count=counts[word]) for word in OF_GAPS_BEFORE if counts[word])
    others = [say(f"count_{word}", count=counts[word]) for word in OF_NEW_GAPS if counts[word]]
    return "; ".join(part for part in (first + became, *others) if part) + "."


def _also(comparison: Comparison, say: Words) -> str:
    """What became of findings that were no gap and are none."""
    counts = comparison.counts
    return sentence(say(f"count_{word}", count=counts[word]) for word in OF_NO_GAPS if counts[word])


def _sections(comparison: Comparison, say: Words) -> list[_Section]:
    found: dict[str, list[_Told]] = {word: [] for word in _ORDER}
    until = {waived.requirement: waiver_about(waived, say) for waived in comparison.after.waivers}
    until_then = {waived.requirement: f"{say['before']}{say['colon']}{waiver_about(waived, say)}" for waived in comparison.before.waivers}
    for change, outcome in zip(comparison, comparison.outcomes, strict=True):
        if outcome:
            waiver = (until if outcome == "waived" else until_then if outcome in OF_NEW_GAPS else {}).get(change.requirement, "")
            about = " · ".join(part for part in (*_about(change, outcome, say), waiver) if part)
            found[outcome].append(_Told(change, _sentence(change, outcome), about))
    return [_Section(word, changes) for word, changes in found.items() if changes]


def _titles(comparison: Comparison, say: Words) -> tuple[str, list[str]]:
    """The plan's title, and what the two assessments are of."""
    before, after = comparison.before, comparison.after
    about = [f"{say[word]}{say['colon']}{assessed_as(report, say)}" for word, report in (("before", before), ("after_that", after))]
    return plan_title(after) or plan_title(before) or after.plan.name, about


def _sentence(change: Change, outcome: str) -> str:
    """What the gap is, or was where it is none any more."""
    was_gap = outcome in ("fixed", "not_stated", "waived", "gone")
    message = change.before_message if was_gap else change.after_message if outcome not in OF_NO_GAPS else None
    return message or change.title


def _about(change: Change, outcome: str, say: Words) -> Iterator[str]:
    if change.cause:
        yield f"{say['cause']}{say['colon']}{say['cause_' + change.cause]}"
    if outcome in ("fixed", "partly_fixed"):
        yield f"{say['rests_on']} {say['kind_' + change.evidence_kind]}" if change.evidence_kind else say["no_kind"]


def _verdict(verdict: str | None, say: Words) -> str:
    return say[verdict] if verdict else say["not_asked"]


# --- as text ---


def _text(comparison: Comparison, width: int, color: bool) -> str:
    """The whole picture, without a last line break."""
    say, pen = work_words(comparison.language), Pen(color)
    title, about = _titles(comparison, say)
    blocks = [
        [pen.bold(line) for line in wrapped(title, width, "", "")] + [line for one in about for line in wrapped(one, width, "", "  ")]
    ]
    said = [headline(comparison), _also(comparison, say)]
    blocks.append(
        [pen.bold(line) if place == 0 else line for place, text in enumerate(said) if text for line in wrapped(text, width, "", "")]
    )
    if not any(comparison["cause"]):
        blocks.append(wrapped(say["nothing_changed"], width, "", ""))
    for section in _sections(comparison, say):
        few = section.changes[:_FEW] if section.outcome in OF_NO_GAPS else section.changes
        lines = [pen.bold(f"{say['head_' + section.outcome]} ({len(section.changes)})")]
        for change, said_of_it, about_it in few:
            subject = f" {change.subject}" if change.subject else ""
            lines += wrapped(f"{change.requirement}{subject}{say['colon']}{said_of_it}", width, "  ", "    ")
            faint = f"{_verdict(change.before, say)} → {_verdict(change.after, say)}"
            lines += [pen.faint(line) for line in wrapped(" · ".join(part for part in (faint, about_it) if part), width, "    ", "    ")]
        if len(few) < len(section.changes):
            lines.append(f"  {say('more_rows', count=len(section.changes) - len(few))}")
        blocks.append(lines)
    return "\n\n".join("\n".join(block) for block in blocks)


# --- as HTML ---


def _page_title(comparison: Comparison) -> str:
    say = work_words(comparison.language)
    title, _ = _titles(comparison, say)
    dates = say("before_after", before=comparison.before.as_of, after=comparison.after.as_of)
    return f"{say['follow_up']} · {title} · {dates}"


def _body(comparison: Comparison) -> Mark:
    say = work_words(comparison.language)
    title, about = _titles(comparison, say)
    counts = comparison.counts
    also = _also(comparison, say)
    judged = [tag("p", headline(comparison))]
    if counts["gaps"]:
        bar = [
            tag("i", class_=f"is-{_LOOKS[word]}", style=f"width:{counts[word] / counts['gaps']:.2%}")
            for word in OF_GAPS_BEFORE
            if counts[word]
        ]
        judged.append(tag("div", *bar, class_="bar", role="img", aria_label=headline(comparison)))
        keys = [swatch(_LOOKS[word], say(f"count_{word}", count=counts[word])) for word in OF_GAPS_BEFORE if counts[word]]
        judged.append(tag("div", *keys, class_="legend faint"))
    if also:
        judged.append(tag("p", also, class_="faint"))
    if not any(comparison["cause"]):
        judged.append(tag("p", say["nothing_changed"]))
    pieces = [
        tag("header", tag("h1", title), *(tag("p", line, class_="faint") for line in about), class_="headline"),
        tag("section", *judged, class_="judged"),
    ]
    for section in _sections(comparison, say):
        head = f"{say['head_' + section.outcome]} ({len(section.changes)})"
        table = tag("div", _table(section, say), class_="scroll")
        under = counted(say("changes_counted", shown=len(section.changes), all=len(section.changes)))
        if section.outcome in OF_NO_GAPS:
            pieces.append(tag("section", folded(head, table, under)))
        else:
            pieces.append(tag("section", tag("h2", head), table, under))
    return joined(pieces)


def _table(section: _Section, say: Words) -> Mark:
    rows = []
    for change, said_of_it, about in section.changes:
        rows.append(
            tag(
                "tr",
                tag("td", _swatch(change.before, say), class_="verdict"),
                tag("td", _swatch(change.after, say), class_="verdict"),
                tag(
                    "td",
                    tag("p", said_of_it),
                    tag(
                        "p",
                        tag("span", change.requirement, class_="code"),
                        f" · {change.subject}" if change.subject else "",
                        class_="faint places",
                    ),
                    tag("p", about, class_="faint") if about else "",
                    style="width:70%",
                ),
            )
        )
    heads = (say["before"], say["after_that"], say["requirement"])
    return tag("table", tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *rows), style="width:100%")


def _swatch(verdict: str | None, say: Words) -> Mark | str:
    return swatch(verdict, say[verdict]) if verdict else say["not_asked"]


VIEW = View(_text, _page_title, _body)
