"""Writes what the manual takes from the project's own files: docs/words.md, docs/diagnostics.md, the functions in
docs/language.md, the host in docs/embedding.md, docs/samples.md and docs/rulesets/ (which need brecha installed).
`python docs/site/generate.py` writes them; a test compares them with what they should be.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

SAMPLES_AS_OF = "2026-01-15"
SAMPLES_OF_THEN = {"port-of-spain": "2018-07-02"}
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))
DOCS = ROOT / "docs"
TABLE = ROOT / "grammar" / "words" / "keyword_table.hpp"
DIAGNOSTICS = ROOT / "python" / "brecha" / "diagnostics"

# How a function is called, and what it gives. The names come from the table.
FUNCTIONS = {
    "count": ("(L)", "how many; with `where`, how many of those"),
    "sum": ("(L)", "the sum of numbers of one unit, percents or durations"),
    "min": ("(L)`, `(a, b)", "the least, the earliest"),
    "max": ("(L)", "the greatest, the latest; also of two values"),
    "average": ("(L)", "the mean; every item must be known"),
    "share": ("(x in L where C : P)", "in percent: of those with C, how many have P; also `share(part, whole)`"),
    "distinct": ("(L)", "the list with each value once"),
    "list": ("(x in L where C : a)", "the values as a list; lists are joined"),
    "longest_gap": ("(L)", "the longest distance between neighbouring dates; for texts, see [spacing](#spacing)"),
    "missing": ("(L, {a, b})", "those of the second list that the first lacks; for texts"),
    "year": ("(d)", "the year of a date, as a number"),
    "month": ("(d)", "the month of a date, 1 to 12"),
    "days": ("(b - a)", "an exact duration as a number of days"),
    "hours": ("(b - a)", "an exact duration as a number of hours"),
    "date": ("(m)", "the day of a moment, as written"),
    "years_between": ("(a, b)", "whole years from a to b"),
    "months_between": ("(a, b)", "whole months from a to b"),
    "years": ("(a, b)", "the calendar years from that of a to that of b"),
    "full_years": ("(a, b)", "the calendar years that lie wholly between a and b"),
    "dates": ("(start, step, end)", "start, start + step, start + 2 steps … up to end"),
    "numbers": ("(a, b)", "the whole numbers from a to b"),
    "abs": ("(x)", "without its sign"),
    "round": ("(x)", "to the nearest whole number; a half to the even one"),
    "round_up": ("(x)", "to the next whole number up"),
    "round_down": ("(x)", "to the next whole number down"),
    "amount": ("(x, unit)", "a number without its unit, counted in that unit"),
}


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


def spelled(cell: str) -> str:
    """The spelling that is written, and in brackets those that are read as well."""
    first, *others = cell.split("|")
    return f"`{first}`" + (f" (also {', '.join(f'`{other}`' for other in others)})" if others else "")


def words_page() -> str:
    lines = [
        "# All words in four languages",
        "",
        "*This page is made from the project's own table (`grammar/words/keyword_table.hpp`).*",
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
        "function": "Functions",
        "name": "Names in conditions",
        "hole": "Alone in the braces of a text",
        "standing": "Standing of a source",
        "reading": "How far a clause was read",
        "relation": "Relations of `map`",
        "weekday": "Days of the week",
    }
    lines += ["", "## Built-in words"]
    kind = ""
    for row in rows("built_in_table"):
        if row[0] != kind:
            kind = row[0]
            lines += ["", f"### {titles[kind]}", "", "| English | español | português | français |", "|---|---|---|---|"]
        lines.append(f"| {' | '.join(f'`{cell}`' for cell in row[1:5])} |")
    return "\n".join(lines) + "\n"


def functions_table() -> str:
    lines = ["| function | gives | es · pt · fr |", "|---|---|---|"]
    for row in rows("built_in_table"):
        if row[0] == "function":
            call, gives = FUNCTIONS[row[1]]
            call = call.replace("`, `", f"`, `{row[1]}")
            lines.append(f"| `{row[1]}{call}` | {gives} | {' · '.join(f'`{cell}`' for cell in row[2:5])} |")
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
    host = "```cpp\n" + (ROOT / "examples" / "host" / "main.cpp").read_text(encoding="utf-8").rstrip() + "\n```\n"
    return re.sub(r"(<!-- host: [^\n]*-->\n).*?(<!-- end of host -->)", lambda found: found[1] + host + found[2], page, flags=re.DOTALL)


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
    """A page for each folder of rules that the project ships."""
    from ruleset_page import ruleset_page

    folders = sorted(rules.parent for rules in (ROOT / "rulesets").glob("*/rules.brecha"))
    return {DOCS / "rulesets" / f"{folder.name}.md": ruleset_page(folder) for folder in folders}


def generated() -> dict[Path, str]:
    """Each generated page with the content that it should have."""
    return {
        DOCS / "words.md": words_page(),
        DOCS / "diagnostics.md": diagnostics_page(),
        DOCS / "language.md": language_page(),
        DOCS / "embedding.md": embedding_page(),
        DOCS / "samples.md": samples_page(),
        **ruleset_pages(),
    }


if __name__ == "__main__":
    for page, content in generated().items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(content, encoding="utf-8")
        print(page.relative_to(ROOT))
