"""Writes what the manual takes from the project's own files: docs/words.md, docs/diagnostics.md, the functions in
docs/language.md, the figures in docs/performance.md, the hosts in docs/embedding.md, docs/samples.md and docs/rulesets/ (which need brecha installed; docs/rulesets/audits.md from tests/audits/statements.json),
docs/outside_vectors.md.
`python docs/site/generate.py` writes them; a test compares them with what they should be.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

SAMPLES_AS_OF = "2026-01-15"
SAMPLES_OF_THEN = {
    "port-of-spain": "2018-07-02",
    "trinidad-and-tobago": "2022-12-31",
    "lima-2019": "2019-07-25",
    "panama-2019": "2019-01-21",
}
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))
DOCS = ROOT / "docs"
TABLE = ROOT / "grammar" / "words" / "keyword_table.hpp"
FUNCTION_TABLE = ROOT / "grammar" / "words" / "function_table.hpp"
DIAGNOSTICS = ROOT / "python" / "brecha" / "diagnostics"


def rows(name: str) -> list[list[str]]:
    """The quoted words of each row of a table in keyword_table.hpp, with the line's comment before a row as a row of one."""
    text = TABLE.read_text(encoding="utf-8")
    start = text.index(f"{name}[] = {{")
    body = text[start : text.index("\n};", start)]
    found = []
    for line in body.splitlines()[1:]:
        if line.strip().startswith("//"):
            found.append([line.strip().lstrip("/ ")])
        elif line.strip().startswith("{"):
            found.append(re.findall(r"BuiltIn::(\w+)", line) + re.findall(r'"([^"]*)"', line))
    return found


class Function(NamedTuple):
    """A row of function_table.hpp; the last three in each language."""

    shape: str
    names: list[str]
    brackets: list[str]
    meaning: list[str]


def functions() -> list[Function]:
    """The built-in functions, with keywords in brackets and meanings as each language writes them."""
    text = FUNCTION_TABLE.read_text(encoding="utf-8")
    body = text[text.index("function_table[] = {") :]
    keywords = {row[0]: row[1:] for row in rows("keyword_table") if len(row) > 1}
    found = []
    for row in re.findall(r"^    \{Function::.*?(?=^    \{Function::|^\};)", body, re.DOTALL | re.MULTILINE):
        shape = re.search(r"Shape::(\w+)", row)[1]
        alike = re.sub(r'BRECHA_ALIKE\(("[^"]*")\)', r"\1, \1, \1, \1", row)
        words = re.findall(r'"([^"]*)"', alike)[1:]
        assert len(words) == 12, f"function_table.hpp: names, brackets and meaning in four languages each: {row}"
        found.append(Function(shape, words[:4], words[4:8], words[8:]))
    names = {function.names[0]: function.names for function in found}

    def spelled_out(cell: str, language: int) -> str:
        cell = re.sub(r"\{word:(\w+)\}", lambda word: names[word[1]][language], cell)
        return re.sub(r"\{keyword:(\w+)\}", lambda word: keywords[word[1]][language].split("|")[0], cell)

    return [
        function._replace(
            brackets=[spelled_out(cell, language) for language, cell in enumerate(function.brackets)],
            meaning=[spelled_out(cell, language) for language, cell in enumerate(function.meaning)],
        )
        for function in found
    ]


def spelled(cell: str) -> str:
    """The spelling that is written, and in brackets those that are read as well."""
    first, *others = cell.split("|")
    return f"`{first}`" + (f" (also {', '.join(f'`{other}`' for other in others)})" if others else "")


def words_page() -> str:
    lines = [
        "# All words in four languages",
        "",
        "*This page is made from the project's own tables (`grammar/words/keyword_table.hpp`, `function_table.hpp`).*",
        "",
        "The first line of a file, `language es`, `language pt` or `language fr`, chooses the language of its keywords; without it they are",
        "English. `brecha fmt --language es FOLDER` translates a whole folder. Fields, ids and texts are yours and stay as they are.",
        "",
        "A word with a number in English, such as *no (2)*, is one word in English and two in another language.",
        "",
        "## Keywords",
    ]
    seen: set[str] = set()
    for row in rows("keyword_table"):
        if len(row) == 1:
            lines += ["", f"### {row[0][0].upper()}{row[0][1:]}", "", "| English | español | português | français |", "|---|---|---|---|"]
            continue
        english = spelled(row[1])
        if row[1] in seen:
            english += " (2)"
        seen.add(row[1])
        lines.append(f"| {english} | {' | '.join(spelled(cell) for cell in row[2:5])} |")
    titles = {
        "name": "Names in conditions",
        "hole": "Alone in the braces of a text",
        "standing": "Standing of a source",
        "reading": "How far a clause was read",
        "relation": "Relations of `map`",
        "weekday": "Days of the week",
    }
    lines += ["", "## Built-in words", "", "### Functions", "", "| English | español | português | français |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(f'`{name}`' for name in names)} |" for names in unique_names()]
    lines += ["", "What they mean:", "", "| English | español | português | français |", "|---|---|---|---|"]
    for function in functions():
        cells = zip(function.names, function.brackets, function.meaning, strict=True)
        lines.append(f"| {' | '.join(f'`{name}{brackets}`: {meaning}' for name, brackets, meaning in cells)} |")
    kind = ""
    for row in rows("other_built_in_words"):
        if row[0] != kind:
            kind = row[0]
            lines += ["", f"### {titles[kind]}", "", "| English | español | português | français |", "|---|---|---|---|"]
        lines.append(f"| {' | '.join(f'`{cell}`' for cell in row[1:5])} |")
    return "\n".join(lines) + "\n"


def unique_names() -> list[list[str]]:
    """The names of functions in each language; of those with two forms once."""
    return [list(names) for names in dict.fromkeys(tuple(function.names) for function in functions())]


def functions_table() -> str:
    lines = ["| function | gives | es · pt · fr |", "|---|---|---|"]
    for function in functions():
        names = " · ".join(f"`{name}`" for name in function.names[1:])
        lines.append(f"| `{function.names[0]}{function.brackets[0]}` | {function.meaning[0]} | {names} |")
    return "\n".join(lines) + "\n"


def language_page() -> str:
    page = (DOCS / "language.md").read_text(encoding="utf-8")
    return re.sub(
        r"(<!-- functions: [^\n]*-->\n).*?(<!-- end of functions -->)",
        lambda found: found[1] + functions_table() + found[2],
        page,
        flags=re.DOTALL,
    )


def embedding_page() -> str:
    page = (DOCS / "embedding.md").read_text(encoding="utf-8")
    for name, language, source in (("host", "cpp", "host/main.cpp"), ("host in C", "c", "c/main.c")):
        host = f"```{language}\n" + (ROOT / "examples" / source).read_text(encoding="utf-8").rstrip() + "\n```\n"
        page = re.sub(
            rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)",
            lambda found, host=host: found[1] + host + found[2],
            page,
            flags=re.DOTALL,
        )
    return page


_PARTS = (("B1", "Words, names and types"), ("B2", "Sources, languages, parts"), ("B3", "Meaning"), ("B4", "Protocols"), ("B5", "Tailoring and loading"),
          ("B6", "Cases and parameters"), ("B9", "Limits, and what this version does not run"), ("P", "Plans"))  # fmt: skip


def diagnostics_page() -> str:
    lines = [
        "# Messages",
        "",
        "*This page is made from the messages' own pages, which `brecha explain CODE` shows.*",
        "",
        "Codes never change their meaning. Those that begin with **B** are about rulesets and what runs them, those that begin with **P** about plans.",
        "Each page has a wrong and a right example; the tests run both. `brecha explain B301 --language es` shows a page in Spanish, `pt` in",
        "Portuguese, `fr` in French, the keywords of its examples too.",
    ]
    pages = sorted(DIAGNOSTICS.glob("[BP]*.md"))
    for prefix, title in _PARTS:
        of_part = [page for page in pages if page.stem.startswith(prefix)]
        if not of_part:
            continue
        lines += ["", f"## {title}", "", "| code | what |", "|---|---|"]
        for page in of_part:
            head = page.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ")
            what = re.sub(rf"^{page.stem}[\s:–—-]*", "", head).replace("|", "\\|")
            lines.append(f"| [{page.stem}](../python/brecha/diagnostics/{page.name}) | {what} |")
    return "\n".join(lines) + "\n"


def _source_lines(ruleset: str, plan: str) -> list[str]:
    """What SOURCES.md says of a plan, its addresses as links."""
    text = (ROOT / "rulesets" / ruleset / "plans" / "SOURCES.md").read_text(encoding="utf-8")
    part = re.search(rf"^## {re.escape(plan)}\.json\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    lines = part.group(1).strip().splitlines() if part else []
    return [re.sub(r"^  - (https?://\S+)", r"    - <\1>", line) for line in lines]


def _bears_out(plan: dict, places: list[str]) -> str:
    """The notes that the plan's evidence has on these places, or on the nearest above."""
    notes = []
    for place in places:
        while place and "note" not in plan["evidence"].get(place, {}):
            place = place.rpartition("/")[0]
        note = plan["evidence"].get(place, {}).get("note") if place else None
        if note and note not in notes:
            notes.append(note)
    return "; ".join(notes)


def samples_page() -> str:
    import json

    import brecha
    from answer_lines import first_questions

    lines = [
        "# Sample plans",
        "",
        "*This page is made by assessing the shipped plans.* Each plan holds what public sources state and nothing else; what they do not say is left out,",
        "so most requirements are open. Listed is what could be judged, with the places it rests on and where those stand. `brecha.sample(name)` gives a plan,",
        "`brecha.samples()` lists them with their sources.",
    ]
    real = [sample for sample in brecha.samples() if not sample.name.startswith("made-up")]
    for sample in sorted(real, key=lambda one: (one.ruleset != "tourism_security", one.ruleset, one.name)):
        plan = json.loads(Path(sample).read_text(encoding="utf-8"))
        as_of = SAMPLES_OF_THEN.get(sample.name, SAMPLES_AS_OF)
        rules = brecha.load(sample.ruleset)
        report = rules.assess(sample, as_of=as_of)
        summary = report.summary
        lines += ["", f"## {sample.name.replace('-', ' ').title().replace(' Of ', ' of ')}", "", f'`brecha.sample("{sample.name}")`', ""]
        lines += _source_lines(sample.ruleset, sample.name)
        judged = f"Assessed by `{sample.ruleset}` as of {as_of}: {summary.judged} of {summary.requirements} requirements could be judged, "
        lines += ["", judged + (f"{summary.gaps} gap{'s' if summary.gaps != 1 else ''}." if summary.gaps else "no gap.")]
        decided = [finding for finding in report.findings if finding.verdict in ("met", "partly_met", "not_met")]
        if decided:
            lines += ["", "| requirement | verdict | rests on |", "|---|---|---|"]
        for finding in decided:
            uses = [use for use in report.evidence if use.requirement == finding.requirement and use.subject == finding.subject]
            places = list(dict.fromkeys(use.place for use in uses))
            documents = list(dict.fromkeys(use.document for use in uses if use.document))
            shown = ", ".join(f"`{place}`" for place in places[:4]) + (f" and {len(places) - 4} more" if len(places) > 4 else "")
            note = _bears_out(plan, places) if finding.is_gap else ""
            says = finding.message or finding.title
            subject = f" (`{finding.subject}`)" if finding.subject else ""
            cells = [
                f"**{finding.requirement}** {says}{subject}",
                finding.verdict,
                shown + (f": {'; '.join(documents)}" if documents else "") + (f". **{note}**" if note else ""),
            ]
            lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
        lines += [
            "",
            "What to ask next, with what to write in the plan for each answer, and how many requirements that decides:",
            "",
            *first_questions(report, rules, plan),
        ]
    return "\n".join(lines) + "\n"


def ruleset_pages() -> dict[Path, str]:
    """A page for each folder of rules that the project ships, the list of them, and one on what auditors said."""
    from audits_page import audits_page
    from ruleset_page import ruleset_page

    folders = sorted(rules.parent for rules in (ROOT / "rulesets").glob("*/rules.brecha"))
    pages = {f"{folder.name}.md": ruleset_page(folder) for folder in folders}
    pages |= {"index.md": rulesets_page(pages), "audits.md": audits_page()}
    return {DOCS / "rulesets" / name: page for name, page in pages.items()}


def rulesets_page(pages: dict[str, str]) -> str:
    """The list of the shipped rulesets, from their own pages; the one place where all of them are named."""
    import brecha

    lines = [
        "# Shipped rulesets",
        "",
        "*This page is made from the shipped rulesets.* Each has a page with what it asks, clause by clause, and what it leaves out.",
        "`brecha rules` lists them with their [sample plans](../samples.md), [auditors' statements](audits.md) are held against them.",
        "",
        "| ruleset | name and version | requirements |",
        "|---|---|---|",
    ]
    for name in pages:
        rules = brecha.load(name.removesuffix(".md"))
        lines.append(f"| [{rules.title()}]({name}) | `{rules.name}` {rules.version} | {len(rules.requirements())} |")
    return "\n".join(lines) + "\n"


def rule_words_module() -> str:
    """The words that a notebook colours, from the tables of keywords and functions; a single letter is a variable far more often."""
    cells = {spelling for row in rows("keyword_table") if len(row) > 1 for cell in row[1:] for spelling in cell.split("|")}
    keywords = sorted(word for word in cells if len(word) > 1)
    names = sorted({name for function in functions() for name in function.names})
    lines = ['"""The words of the rule language in all its languages, generated by docs/site/generate.py."""', ""]
    for name, words in (("KEYWORDS", keywords), ("FUNCTIONS", names)):
        lines += ["# fmt: off", f"{name} = ("]
        line = "   "
        for word in words:
            if len(line) + len(word) > 130:
                lines.append(line)
                line = "   "
            line += f' "{word}",'
        lines += [line, ")", "# fmt: on"]
    return "\n".join(lines) + "\n"


def figures_page() -> str:
    from performance_page import performance_page

    return performance_page()


def vectors_page() -> str:
    from outside_page import outside_page

    return outside_page()


def generated() -> dict[Path, str]:
    """Each generated page with the content that it should have."""
    return {
        ROOT / "python" / "brecha" / "cells" / "rule_words.py": rule_words_module(),
        DOCS / "words.md": words_page(),
        DOCS / "diagnostics.md": diagnostics_page(),
        DOCS / "language.md": language_page(),
        DOCS / "embedding.md": embedding_page(),
        DOCS / "performance.md": figures_page(),
        DOCS / "samples.md": samples_page(),
        DOCS / "outside_vectors.md": vectors_page(),
        **ruleset_pages(),
    }


if __name__ == "__main__":
    for page, content in generated().items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(content, encoding="utf-8")
        print(page.relative_to(ROOT))
