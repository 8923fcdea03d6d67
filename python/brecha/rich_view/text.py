"""The view in a terminal: plain text, with colour only where it is asked for. No line is wider than asked."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.content import Asked, Content, content_of
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
from brecha.rich_view.tailoring import waiver_about, waiver_head
from brecha.rich_view.words import words
from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from brecha.assessment import Assessment
    from brecha.rich_view.cuts import GapLine

_BAR = 40
_FEW = 8
_NARROWEST = 40


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
    return _Drawing(content_of(report), words(report.language), Pen(color), max(width, _NARROWEST)).text()


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(one_line(text), max(width, _NARROWEST), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [
        first.rstrip()
    ]


class _Drawing:
    """Lines of the view, each block a method."""

    def __init__(self, content: Content, say: Words, pen: Pen, width: int) -> None:
        self.content = content
        self.say = say
        self.pen = pen
        self.width = width

    def text(self) -> str:
        blocks = [
            self.headline(),
            self.judged(),
            self.reading(),
            self.themes(),
            self.gaps(),
            self.waivers(),
            self.questions(),
            self.remarks(),
        ]
        return "\n\n".join("\n".join(block) for block in blocks if block)

    def lines(self, text: str, first: str = "", rest: str | None = None, drawn: Callable[[str], str] = str) -> list[str]:
        return [drawn(line) for line in wrapped(text, self.width, first, first if rest is None else rest)]

    def more(self, count: int) -> str:
        return self.say("more_rows", count=count)

    def listed(self, items: list[str], few: int) -> str:
        """The first few of them, and how many more there are."""
        return ", ".join(items[:few]) + (f", {self.more(len(items) - few)}" if len(items) > few else "")

    def headline(self) -> list[str]:
        content, say = self.content, self.say
        ruleset = f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} ({content.ruleset_sha256[:8]})"
        lines = self.lines(content.plan_title, drawn=self.pen.bold)
        if about := about_plan(content):
            lines += self.lines(about)
        lines += self.lines(ruleset)
        if content.parameters_set:
            values = ", ".join(f"{name} = {value}" for name, value in content.parameters_set.items())
            lines += self.lines(f"{say['with']} {values}", "", "  ")
        for sentence in content.in_force:
            lines += self.lines(sentence, "", "  ")
        return lines + self.lines(f"{as_of_words(content, say)} · {say['assessment']} {content.hash}")

    def judged(self) -> list[str]:
        content, say, pen = self.content, self.say, self.pen
        summary = content.summary
        lines = self.lines(judged_sentence(content, say), drawn=pen.bold)
        if summary.lowest is not None and summary.highest is not None:
            surely = round(summary.lowest * _BAR)
            possibly = round(summary.highest * _BAR) - surely
            lines.append(pen.good("█" * surely) + pen.faint("░" * possibly) + pen.bad("╳" * (_BAR - surely - possibly)))
            lines += self.lines(f"█ {say['met']}  ░ {say['unknown']}  ╳ {say['not_met']}", drawn=pen.faint)
        lines += self.lines(interval_sentence(content, say))
        if summary.weakened:
            lines += self.lines(say("weakened", count=summary.weakened))
        if one_answer := one_answer_sentence(content, say):
            lines += self.lines(one_answer, drawn=pen.bold)
        return lines

    def reading(self) -> list[str]:
        content, say = self.content, self.say
        lines = [self.pen.bold(say["how_read"])]
        if not content.sources:
            lines += self.lines(say["no_evidence"], "  ")
        for source in content.sources[:_FEW]:
            places = self.listed([place or say["whole_plan"] for place in source.places], 4)
            lines += self.lines(f"{source.document or '–'}{say['colon']}{reading_words(source.read, say)} ({places})", "  ", "    ")
        if len(content.sources) > _FEW:
            lines.append(f"  {self.more(len(content.sources) - _FEW)}")
        if content.complete_lists:
            lists = self.listed([f"{place} ({count})" for place, count in content.complete_lists], _FEW)
            return lines + self.lines(f"{say['complete_lists']}{say['colon']}{lists}", "  ", "    ")
        return lines + self.lines(say["no_complete_list"], "  ", "    ")

    def themes(self) -> list[str]:
        content, say, pen = self.content, self.say, self.pen
        if not has_themes(content):
            return []
        verdicts = shown_verdicts(content)
        heads = [say[verdict] for verdict in verdicts]
        room = self.width - sum(len(head) + 2 for head in heads)
        names = [content.theme(row.theme) or say["no_theme"] for row in content.themes]
        first = min(max(len(say["by_theme"]), *(len(name) + 2 for name in names)), room)
        if room < _NARROWEST // 3:  # too narrow for columns: a line a theme
            lines = [pen.bold(say["by_theme"])]
            for name, row in zip(names, content.themes, strict=True):
                counts = ", ".join(f"{say[verdict]} {row.counts[verdict]}" for verdict in verdicts if row.counts[verdict])
                lines += self.lines(f"{name}{say['colon']}{counts}", "  ", "    ")
            return lines
        lines = [pen.bold(say["by_theme"].ljust(first)) + "".join(pen.faint("  " + head) for head in heads)]
        for name, row in zip(names, content.themes, strict=True):
            cells = []
            for verdict, head in zip(verdicts, heads, strict=True):
                count = row.counts[verdict]
                cell = "  " + (str(count) if count else "·").rjust(len(head))
                drawn = pen.bad if verdict in ("not_met", "partly_met") else pen.good if verdict == "met" else str
                cells.append(drawn(cell) if count else cell)
            # A long name goes on in the lines before its numbers.
            *above, last = textwrap.wrap(one_line(name), max(first, 8), initial_indent="  ", subsequent_indent="    ")
            lines += [*above, last.ljust(first) + "".join(cells)]
        return lines

    def gaps(self) -> list[str]:
        content, say, pen = self.content, self.say, self.pen
        if not content.sections:
            return self.lines(no_gaps_sentence(content, say))
        lines = [pen.bold(say["gaps"]), *self.lines(gaps_order(content, say), "  ", drawn=pen.faint)]
        number = shown = 0
        for section in content.sections:
            if has_themes(content):
                lines += self.lines(content.theme(section.theme) or say["no_theme"], "  ", drawn=pen.faint)
            for line in section.lines:
                number += 1
                drawn, count = self.gap(line, number)
                lines += drawn
                shown += count
        return lines + self.lines(gaps_counted(content, say, shown), "  ", drawn=pen.faint)

    def gap(self, line: GapLine, number: int) -> tuple[list[str], int]:
        """Its lines, and how many findings stand in them."""
        content, say, pen = self.content, self.say, self.pen
        gap, others = line.gravest, others_of(line)
        indent = " " * 6
        lines = self.lines(gap_sentence(gap), f"  {number:>2}. ", indent, pen.bold)
        lines += self.lines(gap_standing(gap, content, say), indent, indent, pen.faint)
        if remedy := gap_remedy(gap, content, say):
            lines += self.lines(remedy, indent + "→ ", indent + "  ", pen.remedy)
        for other in others[:_FEW]:
            name = f"{other.requirement}{say['colon']}" if other.requirement != gap.requirement else ""
            lines += self.lines(f"{name}{gap_sentence(other)}", indent + "+ ", indent + "  ")
        if len(others) > _FEW:
            lines.append(f"{indent}+ {say('more_subjects', count=len(others) - _FEW)}")
        waiting = waiting_of(line)
        for requirement, folded in list(waiting.items())[:_FEW]:
            more = f" ({say('more_subjects', count=len(folded) - 1)})" if len(folded) > 1 else ""
            text = f"{requirement} {say['waits']}{say['colon']}{gap_sentence(folded[0])}{more}"
            lines += self.lines(text, indent + "⤷ ", indent + "  ")
        if len(waiting) > _FEW:
            lines += self.lines(say("wait_for_this", count=len(waiting) - _FEW), indent + "⤷ ", indent + "  ")
        return lines, 1 + min(len(others), _FEW) + min(len(waiting), _FEW)

    def waivers(self) -> list[str]:
        content, say, pen = self.content, self.say, self.pen
        if not content.waivers:
            return []
        lines = [pen.bold(say["waivers"]), *self.lines(say["waivers_are"], "  ", drawn=pen.faint)]
        for waived in content.waivers:
            lines += self.lines(waiver_head(waived, say), "  · ", "    ")
            lines += self.lines(waiver_about(waived, say), "    ", "    ", pen.faint)
        return lines

    def questions(self) -> list[str]:
        content, say, pen = self.content, self.say, self.pen
        if not content.questions:
            return []
        lines = [pen.bold(say["questions"]), *self.lines(questions_sentence(content, say), "  ", drawn=pen.faint)]
        for asked in content.questions:
            lines += self.question(asked)
        counted = say("questions_counted", shown=len(content.questions), all=len(content.questions) + len(content.more_questions))
        return lines + self.lines(counted, "  ", drawn=pen.faint)

    def question(self, asked: Asked) -> list[str]:
        say, indent = self.say, " " * 6
        question = asked.question
        lines = self.lines(question.question, f"  {question.rank:>2}. ", indent, self.pen.bold)
        if shows_choices(question):
            lines += self.lines(f"{say['choices']}{say['colon']}{self.listed(list(question.choices), 12)}", indent)
        for said, line in answer_lines(asked.answers[0] if asked.answers else [], say):
            lines += self.lines(f"{said} → {line}", indent, indent + "  ")
        waiting = f"{say('requirements_wait', count=len(asked.waiting))}{say['colon']}{self.listed(asked.waiting, _FEW)}"
        places = self.listed([place or say["plan"] for place in question.places], 3)
        for text in (question_effect(asked, say), waiting, places):
            lines += self.lines(text, indent, indent, self.pen.faint)
        return lines

    def remarks(self) -> list[str]:
        content, say = self.content, self.say
        lines: list[str] = []
        for group in content.remarks:
            lines.append("  " + self.pen.faint(say[group.word]))
            for remark in group.remarks[:_FEW]:
                lines += self.lines(f"{remark.code}  {remark_place(remark, say)}{say['colon']}{remark.message}", "    ", "      ")
                if remark.help:
                    lines += self.lines(remark.help, "      → ", "        ")
            if len(group.remarks) > _FEW:
                lines.append(f"    {self.more(len(group.remarks) - _FEW)}")
        for word, requirements in content.resting.items():
            if requirements:
                lines += self.lines(f"{say[word]}{say['colon']}{', '.join(requirements)}", "  ", "    ")
        return [self.pen.bold(say["remarks"]), *lines] if lines else []
