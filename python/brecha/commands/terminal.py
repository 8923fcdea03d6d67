"""What goes out to a terminal, all of it: the one place that knows its width, its colours and what it must not be sent.

Texts of rulesets and plans come from strangers: a character that would move the cursor, recolour or turn the text is written
out, as \\u001B. No line is wider than the terminal.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, TextIO

from brecha.harmless import harmless

if TYPE_CHECKING:
    from brecha.sentences import Sentence

_WIDEST = 110  # what is still easy to read
_WITHOUT_TERMINAL = 100  # so that files look the same everywhere
_CODES = {"bold": "1", "bad": "31", "good": "32"}

_OWN_COLOR = re.compile("(\x1b\\[[0-9;]*m)")
_CARETS = re.compile(r"\s*\^+\s*")


def prepare_streams() -> None:
    """What a stream's encoding lacks goes out as an escape, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def has_color(stream: TextIO | None = None) -> bool:
    """Whether it is a terminal that shows colour, and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width() -> int:
    """COLUMNS where it is set, else that of the terminal, at most 110; 100 where there is none."""
    return max(20, min(shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns, _WIDEST))


def _room(stream: TextIO | None) -> int | None:
    """How wide a line may be; None where it does not go to a terminal."""
    stream = stream or sys.stdout
    return width() if os.environ.get("COLUMNS") or (stream is not None and stream.isatty()) else None


def show(text: str = "", style: str = "", lead: str = "", stream: TextIO | None = None) -> None:
    """Prints lines, in a style ("bold", "bad", "good"); where there is a `lead`, only that is in the style."""
    lead = harmless(lead)
    lines = [piece for line in (lead + harmless(text)).split("\n") for piece in fitted(line, _room(stream))]
    if style and has_color(stream):
        if lead:
            lines[0] = _styled(lead, style) + lines[0][len(lead) :]
        else:
            lines = [_styled(line, style) for line in lines]
    _print("\n".join(lines), stream)


def tell(message: str | Sentence) -> None:
    """To the person at the terminal, apart from the report."""
    show(str(message), stream=sys.stderr)


def show_report(text: str) -> None:
    """A report that may have colours of its own."""
    if not has_color():
        show(text)
        return
    pieces = _OWN_COLOR.split(text)
    _print("".join(piece if place % 2 else harmless(piece) for place, piece in enumerate(pieces)), None)


def show_document(text: str, form: str) -> None:
    """JSON, CSV or HTML: UTF-8 whatever the terminal speaks, byte for byte unless it goes to a terminal."""
    if sys.stdout is None:
        return
    if sys.stdout.isatty():
        text = harmless(text)
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        buffer.write(text.encode("utf-8", "surrogatepass" if form == "json" else "replace"))
    sys.stdout.flush()


def print_diagnostics(text: str, stream: TextIO | None = None) -> None:
    """Rendered diagnostics, their first lines in bold where there is colour."""
    stream = stream or sys.stderr
    lines: list[str] = []
    room = _room(stream)
    pending = harmless(text.rstrip("\n")).split("\n")
    for place, line in enumerate(pending):
        below = pending[place + 1] if place + 1 < len(pending) else ""
        if _CARETS.fullmatch(below) and below.strip():
            lines += _window(line, below, room)
        elif not (_CARETS.fullmatch(line) and line.strip() and place):
            lines += fitted(line, room)
    if has_color(stream):
        lines = [
            _styled(line, "bold") if line[:1].strip() else _styled(line, "bad") if line.strip() and not line.strip(" ^") else line
            for line in lines
        ]
    _print("\n".join(lines), stream)


def fitted(line: str, wide: int | None) -> list[str]:
    """A line as lines that fit; those that follow stand a little further in."""
    if wide is None or len(line) <= wide:
        return [line]
    inside = line.lstrip(" ")
    blanks = " " * min(len(line) - len(inside), wide // 2)
    return textwrap.wrap(inside, wide, initial_indent=blanks, subsequent_indent=f"{blanks}  ", break_on_hyphens=False) or [""]


def _window(line: str, carets: str, wide: int | None) -> list[str]:
    """The part of a line of rules that its carets point to."""
    if wide is None or (len(line) <= wide and len(carets) <= wide):
        return [line, carets]
    indent = len(line) - len(line.lstrip(" "))
    start = len(carets) - len(carets.lstrip())
    room = wide - indent - 2
    left = max(indent, min(start - room // 3, len(line) - room))
    cut, marks = line[left : left + room], carets[left : left + room]
    before = "…" if left > indent else ""
    after = "…" if left + room < len(line) else ""
    return [f"{' ' * indent}{before}{cut}{after}", f"{' ' * (indent + len(before))}{marks}".rstrip()]


def _styled(text: str, style: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def _print(text: str, stream: TextIO | None) -> None:
    stream = stream or sys.stdout
    if stream is not None:
        print(text, file=stream, flush=True)
