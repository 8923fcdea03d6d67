"""The sentences that every face says the same way, made from a Content and the words of a language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brecha.rich_view.content import VERDICTS, Asked, Content, is_old
from brecha.rich_view.words import percent
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.answers import Answer
    from brecha.assessment import Assessment
    from brecha.rich_view.content import Remark
    from brecha.rich_view.cuts import GapLine
    from brecha.rows import Gap, Question


_NAMED_IN_QUESTION = 6


def about_plan(content: Content) -> str:
    """Country, file and kind of the plan."""
    name = "" if content.plan_name == content.plan_title else content.plan_name
    return " · ".join(part for part in (content.country, name, content.plan_kind) if part)


def as_of_words(content: Content, say: Words) -> str:
    """As of when, and since when facts count."""
    since = f" · {say('facts_since', date=content.facts_since)}" if content.facts_since else ""
    return f"{say['as_of']} {content.as_of}{since}"


def judged_sentence(content: Content, say: Words) -> str:
    summary = content.summary
    judged = say("judged", judged=summary.judged, requirements=summary.requirements)
    return f"{judged}; {say('gap_count', count=summary.gaps) if summary.gaps else say['no_gap']}."


def interval_sentence(content: Content, say: Words) -> str:
    summary = content.summary
    if summary.lowest is None or summary.highest is None:
        return say["none_applies"]
    return say("interval", lowest=percent(summary.lowest, content.language), highest=percent(summary.highest, content.language))


def one_answer_sentence(content: Content, say: Words) -> str:
    """What a single answer can decide, where most is open; else empty."""
    widest = content.widest_question
    if widest is None:
        return ""
    return f"{say('one_answer', count=len(widest.decides))}{say['colon']}{widest.question.question}"


def reading_words(read: str, say: Words) -> str:
    if read in ("part", "whole"):
        return f"{say['read_' + read]}{say['colon']}{say[f'read_{read}_means']}"
    return say["read_unsaid"]


def shown_verdicts(content: Content) -> list[str]:
    """The verdicts that the theme table has a column for: all five, and "not used" where a `may` is not used."""
    used = any(row.counts.get("not_used") for row in content.themes)
    return [*VERDICTS, "not_used"] if used else list(VERDICTS)


def has_themes(content: Content) -> bool:
    """Whether any requirement has a theme; without, nothing is shown by theme."""
    return any(row.theme for row in content.themes)


def no_gaps_sentence(content: Content, say: Words) -> str:
    return say("no_gaps_open", count=content.summary.unknown) if content.summary.unknown else say["no_gaps"]


def gaps_order(content: Content, say: Words) -> str:
    return say["gaps_order"] if has_themes(content) else say["gaps_order_flat"]


def gaps_counted(content: Content, say: Words, shown: int) -> str:
    return say("gaps_counted", shown=shown, all=content.gap_findings, requirements=content.summary.gaps)


def gap_sentence(gap: Gap) -> str:
    return gap.message or gap.title


def gap_source(gap: Gap, content: Content) -> str:
    return ", ".join(part for part in (content.source(gap.source), gap.clause) if part)


def gap_remarks(gap: Gap, content: Content, say: Words) -> list[str]:
    """What weakens a gap, or says how firm it is."""
    remarks = []
    reading = content.readings.get(gap.requirement)
    if reading:
        remarks.append(say.get(f"reading_{reading}", reading))
    if gap.verdict == "partly_met":
        remarks.append(say["in_part"])
    if gap.guessed:
        remarks.append(say["guessed"].lower())
    if gap.defaulted:
        remarks.append(say["defaulted"].lower())
    if is_old(gap.oldest, gap.as_of):
        remarks.append(say("old_fact", date=gap.oldest))
    if gap.stale:
        remarks.append(say["stale"])
    if gap.waived_until:
        remarks.append(say("waived", date=gap.waived_until))
    return remarks


def gap_standing(gap: Gap, content: Content, say: Words) -> str:
    """Which requirement, how binding, and the clause it comes from."""
    parts = [gap.requirement, say[gap.modality], say.get(gap.standing or "", gap.standing or ""), gap_source(gap, content)]
    return " · ".join(part for part in (*parts, *gap_remarks(gap, content, say)) if part)


def gap_remedy(gap: Gap, content: Content, say: Words) -> str:
    training = content.training(gap.requirement)
    about = ", ".join(part for part in (gap.effort, f"{say['training']}{say['colon']}{training}" if training else "") if part)
    return f"{gap.remedy or ''} ({about})".strip() if about else gap.remedy or ""


def others_of(line: GapLine) -> list[Gap]:
    return line.gaps[1:]


def waiting_of(line: GapLine) -> dict[str, list[Gap]]:
    """The folded gaps by requirement."""
    by_requirement: dict[str, list[Gap]] = {}
    for gap in line.waiting:
        by_requirement.setdefault(gap.requirement, []).append(gap)
    return by_requirement


def question_effect(asked: Asked, say: Words) -> str:
    question = asked.question
    parts = [say("question_settles", count=question.settles)] if question.settles else []
    if question.settles_with_above > question.settles and question.rank > 1:
        parts.append(say("question_settles_with", count=question.settles_with_above))
    if not parts:
        parts.append(say["question_helps"])
    if question.may_show_gaps:
        parts.append(say("may_show_gaps", count=question.may_show_gaps))
    return ", ".join(parts)


def shows_choices(question: Question) -> bool:
    """Yes and no are among the answers, and the question itself names the first values of a list."""
    return bool(question.choices) and (question.asks == "value" or len(question.choices) > _NAMED_IN_QUESTION)


def answer_lines(answers: list[Answer], say: Words) -> list[tuple[str, str]]:
    """What can be said, and the line to write in the plan for it."""
    return [(say[f"answer_{answer.says}"], answer.line) for answer in answers]


def questions_sentence(content: Content, say: Words) -> str:
    settled = content.questions[-1].question.settles_with_above
    return say("questions_settle", count=len(content.questions), settled=settled, open=content.open_findings)


def remark_place(remark: Remark, say: Words) -> str:
    """Where in the plan, with the line and how many more places."""
    where = (remark.places[0] or say["plan"]) + (f" ({say('line', line=remark.line)})" if remark.line else "")
    return where + (f", {say('more_places', count=len(remark.places) - 1)}" if len(remark.places) > 1 else "")


def identity(report: Assessment, content: Content, say: Words) -> Iterator[tuple[str, str]]:
    """What to repeat the assessment by, and what shows that it is the same."""
    from brecha import _core

    yield say["assessment"], content.hash
    yield "brecha", _core.version()
    yield say["ruleset"], f"{content.ruleset_name} {content.ruleset_version}"
    yield "", f"SHA-256 {content.ruleset_sha256}"
    yield say["plan"], content.plan_name
    yield "", f"SHA-256 {report.plan.sha256}"
    yield say["as_of"], content.as_of
    yield say["facts_since_head"], content.facts_since or say["all_facts"]
    yield say["parameters"], "; ".join(f"{name} = {value}" for name, value in report.parameters.items()) or "–"
