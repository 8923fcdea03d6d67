"""The plans of `tests for` blocks: found in the text of a file, with the date and parameters of their case."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class WrittenCase:
    title: str
    plan: str
    as_of: str
    parameters: dict[str, str] = field(default_factory=dict)
    where: str = ""
    ruleset: str = ""
    text: str = ""  # all of the case, as written


PIECE = re.compile(
    r'(?P<skip>\#[^\n]*|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")'
    r"|(?P<case>\bcase\b)|(?P<file>\bplan\s+from\s+\"(?P<name>[^\"]*)\")|(?P<plan>\bplan\s*(?=\{))"
    r"|(?P<date>\bas of\s+(?P<day>\d{4}-\d{2}-\d{2}))|(?P<set>\bset\s+(?P<parameter>\w+)\s*=\s*(?P<value>\{[^}]*\}|[^\n]*?)(?=\s+(?:expect|as of|plan|set)\b|\n|\}))"
)


def end_of_object(text: str, begin: int) -> int:
    depth = 0
    for piece in re.finditer(r'"(?:[^"\\\n]|\\.)*"|[{}]', text[begin:]):
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        if depth == 0:
            return begin + piece.end()
    return len(text)


def as_json(written: str) -> str:
    """A plan may leave out quotes round keys, and end an object or a list with a comma."""
    pieces = re.split(r'("(?:[^"\\\n]|\\.)*")', written)
    for at in range(0, len(pieces), 2):
        pieces[at] = re.sub(r"([{,]\s*)([^\W\d]\w*)(?=\s*:)", r'\1"\2"', re.sub(r",(\s*[}\]])", r"\1", pieces[at]))
    return "".join(pieces)


def written_cases(path: Path) -> list[WrittenCase]:
    """All cases of the file, if it has any; keywords in English."""
    text = path.read_text(encoding="utf-8")
    cases: list[WrittenCase] = []
    begins: list[int] = []
    for start in re.finditer(r"\btests for\s+(\w+)\s*\{", text):
        position, depth = start.end(), 1
        while position < len(text) and depth > 0:
            match = PIECE.match(text, position)
            if match is None:
                depth += {"{": 1, "}": -1}.get(text[position], 0)
                position += 1
                continue
            position = match.end()
            if match["case"]:
                title = re.compile(r'\s*(?:[a-z]{2}\s+)?"((?:[^"\\\n]|\\.)*)"').match(text, position)
                line = text.count("\n", 0, match.start()) + 1
                begins.append(match.start())
                cases.append(WrittenCase(title[1] if title else "", "{}", "2026-01-15", {}, f"{path.name}:{line}", start[1]))
            elif match["file"]:
                cases[-1].plan = (path.parent / match["name"]).read_text(encoding="utf-8")
            elif match["plan"] and cases:
                position = end_of_object(text, match.end())
                cases[-1].plan = as_json(text[match.end() : position])
            elif match["date"] and cases:
                cases[-1].as_of = match["day"]
            elif match["set"] and cases:
                cases[-1].parameters[match["parameter"]] = match["value"].strip()
    for case, begin, end in zip(cases, begins, [*begins[1:], len(text)]):
        case.text = text[begin:end]
    return cases
