"""Writes docs/rulesets/<name>.md: what a shipped ruleset asks, made from its rules. What it does not ask, and why, stands in not_covered.md beside them.
Of one that extends another: what it changes of that and what it adds; the rest stands on the page of the base."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import brecha
from brecha import _core

READINGS = {
    "heading": "only the heading was read",
    "inferred": "the duty is inferred from what a programme did, or from a heading",
    "unverified": "read second-hand or in part",
    "proposal": "a proposal, not a figure of the instrument",
}
# The statements that say what is asked. The others (texts, remedies, training) are for reports.
ASKING = (
    "in force",
    "when",
    "each",
    "let",
    "require",
    "forbid",
    "#",
    "answered",
    "role",
    "case",
    "step",
    "event",
    "limit",
    "never",
    "separate",
)


class Block(NamedTuple):
    """`requirement X { … }` or `protocol X { … }` as written: its statements, continuation lines joined to them by line breaks."""

    name: str
    statements: list[str]
    blocks: list[Block]


def ruleset_page(folder: Path) -> str:
    """The page of the ruleset in this folder. Raises brecha.RulesetError where it does not check."""
    rules = brecha.load(folder)
    head, ruleset = written(folder / "rules.brecha")
    groups = {group.name: group for group in ruleset.blocks}
    asked = {one.name: one for group in [ruleset, *ruleset.blocks] for one in group.blocks}
    infos = [info for info in rules.requirements() if info.origin == rules.name]
    changes = changed(rules)
    printed = json.loads(rules.printed())
    values = {one["name"]: [labelled(value) for value in one["values"]] for one in printed["vocabulary"]["enumerations"]}
    questions: dict[str, list[str]] = {}
    for judgement in printed["judgements"]:
        questions.setdefault(printed["requirements"][judgement["requirement"]]["id"], []).append(english(judgement["question"]))
    themes = list(dict.fromkeys(info.theme for info in infos))
    labels = {info.theme: info.theme_label for info in infos}
    titles = {theme: labels[theme][0].upper() + labels[theme][1:] for theme in themes}
    count = {modality: sum(info.modality == modality for info in infos) for modality in ("shall", "should", "may")}
    lines = [
        f"# {rules.title()}",
        "",
        f"*This page is made from the ruleset `{rules.name}` {rules.version}.*",
        "",
        *head,
        "",
        *extends(rules),
        *(days for statement in ruleset.statements if statement.startswith("in force") for days in (f"It is {statement}.", "")),
        f"Of {len(infos)} requirements{' of its own' if changes else ''}, {count['shall']} *shall* and {count['should']} *should* be met: their failing is a gap.",
        f"The other {count['may']} *may* be used and are never one.",
        "A line is written as in the rules; the [language page](../language.md) says what each word means.",
        "",
        "| theme | requirements |",
        "|---|---|",
        *(f"| [{titles[theme]}](#{slug(titles[theme])}) | {sum(info.theme == theme for info in infos)} |" for theme in themes),
        "",
        f"Then: {'[what it changes](#what-it-changes), ' if changes else ''}[what is not covered, and why](#what-is-not-covered-and-why).",
        "",
        "## Instruments",
        "",
        "| | instrument | publisher | standing | requirements |",
        "|---|---|---|---|---|",
    ]
    for source in (one for one in rules.sources() if one.id in declared(ruleset, "source")):
        title = f"[{source.title}]({source.url})" if source.url else source.title
        uses = sum(any(citation.source == source.id for citation in info.citations) for info in infos)
        cells = [f"`{source.id}`", title, ", ".join(filter(None, (source.publisher, source.date))), source.standing, str(uses or "")]
        lines.append("| " + " | ".join(cells) + " |")
    lines += [
        "",
        "## Figures",
        "",
        "A country or a programme sets its own; where no figure stands, what rests on it is open until one is set.",
        "",
    ]
    lines += ["| figure | | from |", "|---|---|---|"]
    set_to = dict(re.findall(r"^parameter (\w+) = ([^{]*?)\s+(?:\{|source\b)", "\n".join(ruleset.statements), re.MULTILINE))
    for figure in (one for one in printed["parameters"] if one["name"] in declared(ruleset, "parameter")):
        title = english(figure["title"])
        what = f"`{figure['name']}`" + (f": {title}" if title else "")
        cited = [f"`{printed['sources'][one['source']]['id']}` {one['clause']}{doubt(one['reading'])}" for one in figure["citations"]]
        lines.append(f"| {what} | {set_to.get(figure['name'], '–')} | {'; '.join(cited)} |")
    own = declared(ruleset, "table")
    lines += tables(ruleset.statements, {**printed, "tables": [one for one in printed["tables"] if one["name"] in own]})
    lines += ["", "## Terms", "", *code(with_comments_of(ruleset.statements, "define"))]
    for theme in themes:
        lines += ["", f"## {titles[theme]}"]
        group = ""
        for info in (info for info in infos if info.theme == theme):
            if info.group != group:
                group = info.group
                statements = groups[group].statements if group in groups else []
                within = [one for one in statements if one.startswith(("in force", "when", "each"))]
                lines += [line for one in statements if one.startswith("# ") for line in ("", one.lstrip("# "))]
                if within:
                    lines += ["", "All that follow stand within:", "", *code(within)]
            lines += ["", *requirement(info, asked[info.id], questions.get(info.id, []), values)]
    lines += changes
    lines += ["", "## What is not covered, and why", "", (folder / "not_covered.md").read_text(encoding="utf-8").rstrip()]
    return "\n".join(lines) + "\n"


def extends(rules: brecha.Ruleset) -> list[str]:
    """A paragraph with the ruleset that it extends; nothing where there is none."""
    if len(rules.layers) == 1:
        return []
    base = rules.layers[-2][0]
    return [
        f"It extends [{base}]({base}.md): all that is asked there is asked here, but for [what it changes](#what-it-changes).",
        f"`brecha rules diff {base} {rules.name}` lists the changes with the old and the new line.",
        "",
    ]


def changed(rules: brecha.Ruleset) -> list[str]:
    """What it changes of the ruleset that it extends, and why; nothing where there is none."""
    if len(rules.layers) == 1:
        return []
    base = rules.layers[-2][0]
    said = {"make": "is {old} there, {new} here", "set": "{old} there, {new} here", "waive": "is waived", "replace": "is stated anew"}
    titles = {info.id: info.title for info in brecha.load(base).requirements()}  # those of its page, which the links name
    lines = ["", "## What it changes", "", "| of the base | change | why | from |", "|---|---|---|---|"]
    for change in rules.diff(base).where(change=tuple(said)):
        what = (
            f"[{change.requirement}]({base}.md#{slug(f'{change.requirement} {titles[change.requirement]}')}) {titles[change.requirement]}"
            if change.requirement
            else change.parameter
        )
        how = said[change.change].format(old=change.old or "open", new=change.new) + (f" until {change.until}" if change.until else "")
        lines.append(f"| {what} | {how} | {change.because or ''} | {change.source or ''} |")
    return list(dict.fromkeys(lines))


def declared(ruleset: Block, word: str) -> set[str]:
    """The names of the sources, parameters or tables that the ruleset itself declares."""
    return set(re.findall(rf"^{word} (\w+)", "\n".join(ruleset.statements), re.MULTILINE))


def tables(statements: list[str], printed: dict) -> list[str]:
    """Each table with its source, and its rows where they stand in a file; nothing where there is none."""
    if not printed["tables"]:
        return []
    lines = ["", "## Tables"]
    for table in printed["tables"]:
        statement = next(one for one in statements if re.match(rf"table {table['name']}\b", one))
        comments = [one for one in with_comments_of(statements, f"table {table['name']} ") if one.startswith("#")]
        lines += ["", *[one.lstrip("# ") for one in comments], "", *code([statement])]
        if ' from "' not in statement.replace("\n", " "):
            continue
        names = [field["name"] for field in printed["vocabulary"]["entities"][table["entity"]]["fields"]]
        lines += ["", "| " + " | ".join(names) + " |", "|---" * len(names) + "|"]
        lines += ["| " + " | ".join(cell.strip('"') for cell in row) + " |" for row in table["rows"]]
    return lines


def requirement(info: _core.RequirementInfo, block: Block, questions: list[str], values: dict[str, list[str]]) -> list[str]:
    """Its clause, what it asks, what a person judges for it, and how it was read."""
    cited = []
    for citation in info.citations:
        part = f"`{citation.part}` " if citation.part else ""
        cited.append(f"{part}{citation.source_title}, {citation.clause}{doubt(citation.reading)}")
    lines = [f"### {info.id} {info.title}", "", f"*{info.modality}* · {'; '.join(cited)}", ""]
    statements = [re.sub(r'(judged)\s+en\s+"[^"]*"', r"\1", one) for one in block.statements if one.startswith(ASKING)]
    lines += code(statements)
    for name in dict.fromkeys(re.findall(r"values of (\w+)", "\n".join(statements))):
        lines += ["", f"`{name}`: {'; '.join(values[name])}."]
    for question in questions:
        lines += ["", f"A person judges: {question}"]
    for note in (one for one in block.statements if one.startswith("note")):
        lines += ["", "Reading: " + " ".join(re.search(r'en\s+"([^"]*)"', note)[1].split())]
    return lines


def doubt(reading: str) -> str:
    """In brackets how a clause was read, where it was not read in full."""
    return f" ({READINGS[reading]})" if reading in READINGS else ""


def english(texts: list[dict]) -> str:
    """The English one of a text's languages, "" where there is none."""
    return next((one["text"] for one in texts if one["language"] == "en"), "")


def labelled(value: dict) -> str:
    """A value of an enumeration by its English label."""
    return english(value["labels"]) or value["word"].replace("_", " ")


def code(statements: list[str]) -> list[str]:
    return ["<!-- example: not-run -->", "```brecha", *"\n".join(statements).splitlines(), "```"]


def with_comments_of(statements: list[str], word: str) -> list[str]:
    """The statements that begin with the word, each with the comments right above it."""
    kept: list[str] = []
    above: list[str] = []
    for statement in statements:
        if statement.startswith("#"):
            above = [] if statement.startswith("# ----") else [*above, statement]
        elif statement.startswith(word):
            kept += [*above, statement]
            above = []
        else:
            above = []
    return kept


def written(path: Path) -> tuple[list[str], Block]:
    """The rules of a file in English alone: the comment it begins with, as paragraphs, and its ruleset."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'(?<=")\s+(?:es|pt|fr)\s+"(?:[^"\\]|\\.)*"', "", text)
    laid_out, diagnostics = _core.format(path.name, text)
    assert laid_out, _core.render(diagnostics)
    lines = laid_out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("ruleset "))
    head = [line.lstrip("# ") for line in lines[:start] if line.startswith("#")]
    return head, block(lines, start, "")[0]


def block(lines: list[str], start: int, indent: str) -> tuple[Block, int]:
    """The block that begins on this line, with the comments above an inner one as its first statements, and the line after it."""
    found = Block(lines[start].split()[1], [], [])
    inside = indent + "  "
    number = start + 1
    while lines[number] != indent + "}":
        line = lines[number]
        if re.match(rf"{inside}(group|requirement|protocol) ", line):
            above = []
            while found.statements and found.statements[-1].startswith("#") and not found.statements[-1].startswith("# ---"):
                above.insert(0, found.statements.pop())
            inner, number = block(lines, number, inside)
            inner.statements[:0] = above
            found.blocks.append(inner)
            continue
        if line.startswith(inside) and line[len(inside)] not in " }":
            found.statements.append(line.strip())
        elif line.strip():
            found.statements[-1] += "\n" + line[len(inside) :]
        number += 1
    return found, number + 1


def slug(heading: str) -> str:
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading.lower())).strip("-")
