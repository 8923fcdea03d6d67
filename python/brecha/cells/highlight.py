"""Rules as HTML with their words coloured, and what is wrong marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from brecha.rich_view.marks import Mark, joined, tag

if TYPE_CHECKING:
    from brecha.errors import Diagnostic

STYLE = """
.brecha .rules { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.82em; line-height: 1.45; white-space: pre; overflow-x: auto; margin: 0.25rem 0 0.5rem; padding: 0.6rem 0.75rem; background: var(--panel); color: var(--ink); border-radius: 0.5rem; }
.brecha .rules .line { color: var(--faint); user-select: none; }
.brecha .rules .k { color: var(--accent); font-weight: 600; }
.brecha .rules .f, .brecha .rules .i { color: var(--accent); }
.brecha .rules .i { font-weight: 600; color: var(--ink); }
.brecha .rules .s { color: var(--met); }
.brecha .rules .n { color: var(--partly); }
.brecha .rules .c { color: var(--faint); font-style: italic; }
.brecha .rules .wrong { text-decoration: underline wavy var(--gap); text-underline-offset: 0.2em; background: color-mix(in srgb, var(--gap) 14%, transparent); }
.brecha .rules .wrong.warning { text-decoration-color: var(--partly); background: color-mix(in srgb, var(--partly) 16%, transparent); }
.brecha .carets { color: var(--gap); font-weight: 700; }
.brecha .message { margin: 0.5rem 0; }
.brecha .message .sign { font-weight: 650; color: var(--gap); }
.brecha .message .sign.warning { color: var(--partly); }
"""


@cache
def _token() -> re.Pattern[str]:
    from brecha.cells.rule_words import FUNCTIONS, KEYWORDS

    def any_of(words: Sequence[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    return re.compile(
        rf"""
        (?P<c>\#[^\n]*)
      | (?P<s>\"\"\".*?(?:\"\"\"|\Z) | "(?:\\.|[^"\\\n])*"?)
      | (?P<n>\b\d{{4}}-\d{{2}}(?:-\d{{2}}(?:T[\d:+-]+)?)?\b | \b\d[\d_]*(?:\.\d+)?%?)
      | (?P<i>\b[A-Z][A-Z0-9]*-[\w./-]*\w)
      | (?<=\.)\w+
      | (?P<f>\b(?:{any_of(FUNCTIONS)})(?=\())
      | (?P<k>(?<![\w.])(?:{any_of(KEYWORDS)})(?![\w.(]))
      | \w+
        """,
        re.VERBOSE | re.DOTALL,
    )


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each coloured piece begins and ends, and its class: k keyword, f function, i id, s text, n number, c remark."""
    for found in _token().finditer(text):
        if found.lastgroup:
            yield found.start(), found.end(), found.lastgroup


def rules_html(text: str, wrong: Sequence[Diagnostic] = ()) -> Mark:
    """The text with numbered lines, its words coloured and the places of diagnostics marked."""
    classes = [""] * len(text)
    for start, end, name in pieces(text):
        classes[start:end] = [name] * (end - start)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for one in wrong:
        begin, end = _span(text, starts, one)
        mark = " wrong" if one.severity == "error" else f" wrong {one.severity}"
        for place in range(begin, end):
            classes[place] = classes[place].split(" wrong")[0] + mark
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    width = len(str(len(lines)))
    shown = []
    for number, (line, start) in enumerate(zip(lines, starts, strict=False), 1):
        shown.append(joined((tag("span", f"{number:>{width}}  ", class_="line"), _line(line, classes[start : start + len(line)]))))
    return tag("pre", joined(shown, "\n"), class_="rules")


def message_html(text: str, one: Diagnostic, language: str) -> Mark:
    """A diagnostic: what is wrong, the line with carets under it, and the way out."""
    lines = text.split("\n")
    pieces = [tag("span", f"{one.code} ", class_=f"sign {one.severity}"), one.message(language)]
    place = f" ({one.line}:{one.column})" if one.line else ""
    parts = [tag("p", *pieces, tag("span", place, class_="faint"))]
    if 0 < one.line <= len(lines):
        line = lines[one.line - 1]
        last = one.end_column if one.end_line == one.line else len(line) + 1
        carets = re.sub(r"[^\t]", " ", line[: one.column - 1]) + "^" * max(last - one.column, 1)
        parts.append(tag("pre", _plain(line), "\n", tag("span", carets, class_="carets"), class_="rules"))
    if help_ := one.help(language):
        parts.append(tag("p", help_, class_="help faint"))
    return tag("div", *parts, class_="message")


def _plain(line: str) -> Mark:
    classes = [""] * len(line)
    for start, end, name in pieces(line):
        classes[start:end] = [name] * (end - start)
    return _line(line, classes)


def _line(line: str, classes: Sequence[str]) -> Mark:
    """The line, a span for each run of one class."""
    shown = []
    begin = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or classes[end] != classes[begin]:
            shown.append(tag("span", line[begin:end], class_=classes[begin].strip()) if classes[begin] else line[begin:end])
            begin = end
    return joined(shown)


def _span(text: str, starts: Sequence[int], one: Diagnostic) -> tuple[int, int]:
    """From where to where in the text a diagnostic is said of; nothing where it has no place there."""
    if not 0 < one.line <= len(starts):
        return 0, 0
    begin = starts[one.line - 1] + max(one.column - 1, 0)
    end = starts[one.end_line - 1] + one.end_column - 1 if one.line <= one.end_line <= len(starts) else begin + 1
    return min(begin, len(text)), min(max(end, begin + 1), len(text))
