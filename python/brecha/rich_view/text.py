"""The view in a terminal: plain text, with colour only where it is asked for."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from brecha.rich_view.content import VERDICTS, Content, content_of
from brecha.rich_view.words import Words, more_places, percent, spoken, words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rich_view.cuts import GapLine
    from brecha.rows import Gap, Question

_BAR = 40
_FEW = 8


class Pen:
    """Draws in colour, or not."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def _drawn(self, codes: str, text: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color and text else text

    def bold(self, text: str) -> str:
        return self._drawn("1", text)

    def faint(self, text: str) -> str:
        return self._drawn("2", text)

    def good(self, text: str) -> str:
        return self._drawn("32", text)

    def bad(self, text: str) -> str:
        return self._drawn("31", text)

    def remedy(self, text: str) -> str:
        return self._drawn("36", text)


def report_text(report: Assessment, width: int = 100, color: bool = False) -> str:
    """The whole view, without a last line break."""
    content, say, pen = content_of(report), words(report.language), Pen(color)
    blocks = [
        _headline(content, say, pen, width),
        _judged(content, say, pen),
        _reading(content, say, pen, width),
        _themes(content, say, pen),
        _gaps(content, say, pen, width),
        _questions(content, say, pen, width),
        _remarks(content, say, pen, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def printable(text: str) -> str:
    """Plans come from strangers: nothing in them moves the cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(printable(text), max(width, 40), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [
        first.rstrip()
    ]


def _headline(content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    name = "" if content.plan_name == content.plan_title else content.plan_name
    about = " · ".join(printable(part) for part in (name, content.plan_kind) if part)
    ruleset = f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} ({content.ruleset_sha256[:8]})"
    lines = [pen.bold(line) for line in wrapped(content.plan_title, width, "", "")]
    if about:
        lines += wrapped(about, width, "", "")
    lines += wrapped(ruleset, width, "", "")
    if content.parameters_set:
        values = ", ".join(f"{name} = {value}" for name, value in content.parameters_set.items())
        lines += wrapped(f"{say['with']} {values}", width, "", "  ")
    return [*lines, f"{say['as_of']} {content.as_of} · {say['assessment']} {content.hash}"]


def judged_sentence(content: Content, say: Words) -> str:
    summary = content.summary
    judged = say["judged"].format(judged=summary.judged, requirements=summary.requirements)
    if summary.gaps == 0:
        return f"{judged}; {say['no_gap']}."
    gaps = say["one_gap"] if summary.gaps == 1 else say["gap_count"].format(count=summary.gaps)
    return f"{judged}; {gaps}."


def interval_sentence(content: Content, say: Words) -> str:
    summary = content.summary
    if summary.lowest is None or summary.highest is None:
        return say["none_applies"]
    lowest, highest = percent(summary.lowest, content.language), percent(summary.highest, content.language)
    return say["interval"].format(lowest=lowest, highest=highest)


def _judged(content: Content, say: Words, pen: Pen) -> list[str]:
    summary = content.summary
    lines = [pen.bold(judged_sentence(content, say))]
    if summary.lowest is None or summary.highest is None:
        return [*lines, interval_sentence(content, say)]
    surely = round(summary.lowest * _BAR)
    possibly = round(summary.highest * _BAR) - surely
    bar = pen.good("█" * surely) + pen.faint("░" * possibly) + pen.bad("╳" * (_BAR - surely - possibly))
    key = f"█ {say['met']}  ░ {say['unknown']}  ╳ {say['of_the_whole']}"
    lines.append(f"{bar}  {interval_sentence(content, say)}")
    lines.append(pen.faint(key))
    if summary.weakened:
        lines.append(say["weakened"].format(count=summary.weakened))
    return lines


def _reading(content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    lines = [pen.bold(say["how_read"])]
    if not content.sources:
        lines += wrapped(say["no_evidence"], width, "  ", "  ")
    for source in content.sources[:_FEW]:
        how = reading_words(source.read, say)
        places = ", ".join(place or say["whole_plan"] for place in source.places[:4])
        if len(source.places) > 4:
            places += f", {say['more_rows'].format(count=len(source.places) - 4)}"
        lines += wrapped(f"{source.document or '–'}: {how} ({places})", width, "  ", "    ")
    if len(content.sources) > _FEW:
        lines.append(f"  {say['more_rows'].format(count=len(content.sources) - _FEW)}")
    lines += wrapped(complete_sentence(content, say), width, "  ", "    ")
    return lines


def reading_words(read: str, say: Words) -> str:
    if read in ("part", "whole"):
        return f"{say['read_' + read]}: {say[f'read_{read}_means']}"
    return say["read_unsaid"]


def complete_sentence(content: Content, say: Words) -> str:
    if not content.complete_lists:
        return say["no_complete_list"]
    shown = ", ".join(f"{place} ({count})" for place, count in content.complete_lists[:_FEW])
    if len(content.complete_lists) > _FEW:
        shown += f", {say['more_rows'].format(count=len(content.complete_lists) - _FEW)}"
    return f"{say['complete_lists']}: {shown}"


def shown_verdicts(content: Content) -> list[str]:
    """The verdicts that the theme table has a column for: all five, and "not used" where a `may` is not used."""
    used = any(row.counts.get("not_used") for row in content.themes)
    return [*VERDICTS, "not_used"] if used else list(VERDICTS)


def has_themes(content: Content) -> bool:
    """Whether any requirement has a theme; without, nothing is shown by theme."""
    return any(row.theme for row in content.themes)


def _themes(content: Content, say: Words, pen: Pen) -> list[str]:
    verdicts = shown_verdicts(content)
    if not has_themes(content):
        return []
    names = [spoken(row.theme) or say["no_theme"] for row in content.themes]
    first = max(len(say["by_theme"]), *(len(name) + 2 for name in names))
    heads = [say[verdict] for verdict in verdicts]
    lines = [pen.bold(say["by_theme"].ljust(first)) + "".join(pen.faint("  " + head) for head in heads)]
    for name, row in zip(names, content.themes, strict=True):
        cells = []
        for verdict, head in zip(verdicts, heads, strict=True):
            count = row.counts[verdict]
            cell = "  " + (str(count) if count else "·").rjust(len(head))
            cells.append(
                pen.bad(cell) if count and verdict in ("not_met", "partly_met") else pen.good(cell) if count and verdict == "met" else cell
            )
        lines.append(("  " + name).ljust(first) + "".join(cells))
    return lines


def _gaps(content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    if not content.sections:
        return [no_gaps_sentence(content, say)]
    lines = [pen.bold(say["gaps"])]
    number = 0
    for section in content.sections:
        if has_themes(content):
            lines.append("  " + pen.faint(spoken(section.theme) or say["no_theme"]))
        for line in section.lines:
            number += 1
            lines += _gap_line(line, number, content, say, pen, width)
    return lines


def no_gaps_sentence(content: Content, say: Words) -> str:
    if content.summary.unknown == 1:
        return say["no_gaps_one_open"]
    if content.summary.unknown:
        return say["no_gaps_open"].format(count=content.summary.unknown)
    return say["no_gaps"]


def gap_sentence(gap: Gap) -> str:
    return gap.message or gap.title


def gap_standing(gap: Gap, content: Content, say: Words) -> str:
    """Which requirement, how binding, and the clause it comes from."""
    clause = ", ".join(part for part in (gap.source, gap.clause) if part)
    parts = [gap.requirement, say.get(gap.modality, gap.modality), say.get(gap.standing or "", gap.standing or ""), clause]
    if gap.requirement in content.readings:
        parts.append(say.get(f"reading_{content.readings[gap.requirement]}", content.readings[gap.requirement]))
    if gap.verdict == "partly_met":
        parts.append(say["in_part"])
    if gap.guessed:
        parts.append(say["guessed"].lower())
    if gap.defaulted:
        parts.append(say["defaulted"].lower())
    if gap.stale:
        parts.append(say["stale"])
    if gap.waived_until:
        parts.append(say["waived"].format(date=gap.waived_until))
    return " · ".join(part for part in parts if part)


def gap_remedy(gap: Gap, say: Words) -> str:
    if not gap.remedy and not gap.effort and not gap.training:
        return ""
    about = ", ".join(part for part in (gap.effort, f"{say['training']} {gap.training}" if gap.training else "") if part)
    return f"{gap.remedy or ''} ({about})".strip() if about else gap.remedy or ""


def others_of(line: GapLine) -> list[Gap]:
    return line.gaps[1:]


def waiting_of(line: GapLine) -> dict[str, list[Gap]]:
    """The folded gaps by requirement."""
    by_requirement: dict[str, list[Gap]] = {}
    for gap in line.waiting:
        by_requirement.setdefault(gap.requirement, []).append(gap)
    return by_requirement


def _gap_line(line: GapLine, number: int, content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    gap, others = line.gravest, others_of(line)
    indent = " " * 6
    lines = wrapped(gap_sentence(gap), width, f"  {number:>2}. ", indent)
    lines = [pen.bold(text) for text in lines]
    lines += [pen.faint(text) for text in wrapped(gap_standing(gap, content, say), width, indent, indent)]
    remedy = gap_remedy(gap, say)
    if remedy:
        lines += [pen.remedy(text) for text in wrapped(remedy, width, indent + "→ ", indent + "  ")]
    for other in others[:_FEW]:
        name = f"{other.requirement}: " if other.requirement != gap.requirement else ""
        lines += wrapped(f"{name}{gap_sentence(other)}", width, indent + "+ ", indent + "  ")
    if len(others) > _FEW:
        lines.append(f"{indent}+ {say['more_subjects'].format(count=len(others) - _FEW)}")
    waiting = waiting_of(line)
    for requirement, folded in list(waiting.items())[:_FEW]:
        more = f" ({say['more_subjects'].format(count=len(folded) - 1)})" if len(folded) > 1 else ""
        lines += wrapped(f"{requirement} {say['waits']}: {gap_sentence(folded[0])}{more}", width, indent + "⤷ ", indent + "  ")
    if len(waiting) > _FEW:
        lines.append(f"{indent}⤷ {say['wait_for_this'].format(count=len(waiting) - _FEW)}")
    return lines


def question_effect(question: Question, say: Words) -> str:
    settles, together, gaps = question.settles, question.settles_with_above, question.may_show_gaps
    parts = [say["question_settles"].format(count=settles)] if settles else []
    if together > settles and question.rank > 1:
        parts.append(say["question_settles_with"].format(count=together))
    if not parts:
        parts.append(say["question_helps"])
    if gaps:
        parts.append(say["may_show_gap"] if gaps == 1 else say["may_show_gaps"].format(count=gaps))
    return ", ".join(parts)


def questions_sentence(content: Content, say: Words) -> str:
    settled = content.questions[-1].settles_with_above
    words = say["question_settles_alone" if len(content.questions) == 1 else "questions_settle"]
    return words.format(count=len(content.questions), settled=settled, open=content.open_findings)


def _questions(content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    if not content.questions:
        return []
    lines = [pen.bold(say["questions"]) + "  " + pen.faint(questions_sentence(content, say))]
    for question in content.questions:
        lines += wrapped(question.question, width, f"  {question.rank:>2}. ", " " * 6)
        places = ", ".join(place or say["plan"] for place in question.places[:3])
        if len(question.places) > 3:
            places += f", {say['more_rows'].format(count=len(question.places) - 3)}"
        effect = " · ".join(part for part in (question_effect(question, say), places) if part)
        lines += [pen.faint(text) for text in wrapped(effect, width, " " * 6, " " * 6)]
    if content.more_questions:
        lines.append("      " + say["more_rows"].format(count=len(content.more_questions)))
    return lines


def _remarks(content: Content, say: Words, pen: Pen, width: int) -> list[str]:
    lines: list[str] = []
    for group in content.remarks:
        lines.append("  " + pen.faint(say[group.word]))
        for remark in group.remarks[:_FEW]:
            where = remark.places[0] or say["plan"]
            if remark.line:
                where += f" ({say['line'].format(line=remark.line)})"
            if len(remark.places) > 1:
                where += f", {more_places(len(remark.places) - 1, say)}"
            lines += wrapped(f"{remark.code}  {where}: {remark.message}", width, "    ", "      ")
            if remark.help:
                lines += wrapped(remark.help, width, "      → ", "        ")
        if len(group.remarks) > _FEW:
            lines.append(f"    {say['more_rows'].format(count=len(group.remarks) - _FEW)}")
    for word, requirements in content.resting.items():
        if requirements:
            lines += wrapped(f"{say[word]}: {', '.join(requirements)}", width, "  ", "    ")
    return [pen.bold(say["remarks"]), *lines] if lines else []
