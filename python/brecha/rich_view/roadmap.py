"""The picture of a roadmap: how much there is to do and until when, step by step in waves, and by training module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.efforts import is_for_each
from brecha.rich_view.gantt import gantt
from brecha.rich_view.headings import assessed_as, listed, plan_title, sentence
from brecha.rich_view.html import counted, folded
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.text import Pen, wrapped
from brecha.rich_view.work_words import work_words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.roadmap import Roadmap
    from brecha.rows import Step

_FEW = 8  # of what is to be found out


def headline(roadmap: Roadmap) -> list[str]:
    """How many remedies close how many gaps, what is to be found out, until when, and what that rests on."""
    say = work_words(roadmap.language)
    work = [step for step in roadmap if step.action != "find_out"]
    find_out = len(roadmap) - len(work)
    if not len(roadmap):
        return [say["roadmap_nothing"]]
    parts = [say("roadmap_counts", remedies=len(work), gaps=roadmap.report.summary.gap_findings)] if work else []
    if find_out:
        parts.append(say("roadmap_open", count=find_out))
    if roadmap.start and roadmap.ends:
        parts.append(say("roadmap_days", start=roadmap.start, end=roadmap.ends))
    sentences = [sentence(parts)]
    untimed = sum(step.effort_days is None for step in work)
    if roadmap.start and untimed:
        sentences.append(sentence([say("roadmap_no_effort", count=untimed)]))
    return sentences


def about_step(step: Step, roadmap: Roadmap, say: Words) -> str:
    """What it closes, whose gaps, what it waits for and what waits for it, how long it takes, and what training helps."""
    parts = [f"{say['settles' if step.action == 'find_out' else 'closes']}{say['colon']}{listed(step.closes, say)}"]
    if len(step.subjects) == 1:
        parts.append(step.subjects[0])
    elif step.subjects:
        parts.append(say("subjects_counted", count=len(step.subjects)))
    if step.waits_for:
        parts.append(f"{say['waits_for']} {listed(step.waits_for, say)}")
    if step.blocks:
        parts.append(say("waiting_for_it", count=step.blocks))
    if step.action != "find_out":
        parts.append(_effort(step, roadmap, say))
    if step.training:
        labels = roadmap.report.ruleset.requirement(step.requirement, roadmap.language).training_labels
        parts.append(f"{say['training']}{say['colon']}{', '.join(labels)}")
    if step.starts and step.ends:
        parts.append(str(step.starts) if step.starts == step.ends else f"{step.starts} – {step.ends}")
    if step.critical:
        parts.append(say["critical"])
    return " · ".join(parts)


def _effort(step: Step, roadmap: Roadmap, say: Words) -> str:
    """In the rule's words; where it counts for each of several, the days of all too."""
    if step.effort_days is None:
        return say["no_time"]
    rules = roadmap.report.ruleset
    words = rules.requirement(step.requirement, roadmap.language).effort
    each = len(step.subjects) > 1 and is_for_each(roadmap.report, step.requirement)
    return f"{words} ({say('days', count=round(step.effort_days))})" if each else words


def _waves(roadmap: Roadmap) -> dict[int, list[Step]]:
    waves: dict[int, list[Step]] = {}
    for step in roadmap:
        waves.setdefault(step.wave, []).append(step)
    return waves


def _wave_head(wave: int, say: Words) -> str:
    return say[f"wave_{wave}"] if wave < 2 else say("wave", wave=wave)


def _titles(roadmap: Roadmap, say: Words) -> tuple[str, str]:
    report = roadmap.report
    return f"{say['roadmap']}{say['colon']}{plan_title(report) or report.plan.name}", assessed_as(report, say)


# --- as text ---


def _text(roadmap: Roadmap, width: int, color: bool) -> str:
    """The whole picture, without a last line break."""
    say, pen = work_words(roadmap.language), Pen(color)
    title, about = _titles(roadmap, say)
    blocks = [[*(pen.bold(line) for line in wrapped(title, width, "", "")), *wrapped(about, width, "", "  ")]]
    blocks.append([line for text in headline(roadmap) for line in wrapped(text, width, "", "")])
    for wave, steps in _waves(roadmap).items():
        lines = [pen.bold(f"{_wave_head(wave, say)} ({len(steps)})")]
        for step in steps[:_FEW] if wave == 0 else steps:
            lines += [pen.bold(line) if step.critical else line for line in wrapped(step.text, width, f"  {step.step:>2}. ", " " * 6)]
            lines += [pen.faint(line) for line in wrapped(about_step(step, roadmap, say), width, " " * 6, " " * 6)]
        if wave == 0 and len(steps) > _FEW:
            lines.append(f"      {say('more_rows', count=len(steps) - _FEW)}")
        blocks.append(lines)
    if len(roadmap.training):
        lines = [pen.bold(say["training_view"])]
        for row in roadmap.training:
            whom = listed(row.whom, say) or say["whoever_plans"]
            text = f"{row.label}{say['colon']}{listed(row.requirements, say)} → {whom}"
            lines += wrapped(text, width, "  ", "    ")
        blocks.append(lines)
    return "\n\n".join("\n".join(block) for block in blocks)


# --- as HTML ---


def _page_title(roadmap: Roadmap) -> str:
    return _titles(roadmap, work_words(roadmap.language))[0]


def _body(roadmap: Roadmap) -> Mark:
    say = work_words(roadmap.language)
    title, about = _titles(roadmap, say)
    pieces = [
        tag("header", tag("h1", title), tag("p", about, class_="faint"), class_="headline"),
        tag("section", *(tag("p", text) for text in headline(roadmap)), class_="judged"),
    ]
    if any(step.action != "find_out" for step in roadmap):
        pieces.append(tag("section", tag("div", Mark(gantt(roadmap)), class_="scroll")))
    for wave, steps in _waves(roadmap).items():
        head = f"{_wave_head(wave, say)} ({len(steps)})"
        items = [
            tag(
                "li",
                tag("span", step.step, class_="nr", style="color:var(--faint)" if wave == 0 else None),
                tag("p", step.text, class_="sentence"),
                tag("p", about_step(step, roadmap, say), class_="faint"),
                folded(say("subjects_counted", count=len(step.subjects)), tag("span", ", ".join(step.subjects), class_="places"))
                if len(step.subjects) > 1
                else "",
            )
            for step in steps
        ]
        if wave == 0 and len(items) > _FEW:
            more = folded(say("more_rows", count=len(items) - _FEW), tag("ol", *items[_FEW:], class_="gaps"))
            pieces.append(tag("section", tag("h2", head), tag("ol", *items[:_FEW], class_="gaps"), more))
        else:
            pieces.append(tag("section", tag("h2", head), tag("ol", *items, class_="gaps")))
    if len(roadmap.training):
        rows = [
            tag(
                "tr",
                tag("td", row.label),
                tag("td", row.gaps, class_="number"),
                tag("td", ", ".join(row.requirements), class_="places"),
                tag("td", ", ".join(row.whom) or say["whoever_plans"]),
            )
            for row in roadmap.training
        ]
        heads = (("module", ""), ("gaps_head", "number"), ("closes", ""), ("whom", ""))
        head_row = tag("tr", *(tag("th", say[word], scope="col", class_=look or None) for word, look in heads))
        table = tag("table", tag("thead", head_row), tag("tbody", *rows), style="width:100%")
        pieces.append(tag("section", tag("h2", say["training_view"]), tag("div", table, class_="scroll"), counted(str(len(rows)))))
    return joined(pieces)


VIEW = View(_text, _page_title, _body)
