"""What a terminal can show: its width, and colour where it is one and NO_COLOR is not set."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def has_color(stream: TextIO | None = None) -> bool:
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width() -> int:
    """Of the terminal, at most 110; 100 where there is none, so that files look the same everywhere."""
    if not sys.stdout.isatty():
        return 100
    return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 110))


def tell(message: str) -> None:
    """To the person at the terminal, apart from the report."""
    print(message, file=sys.stderr, flush=True)


def print_diagnostics(text: str, stream: TextIO | None = None) -> None:
    """Rendered diagnostics, their first lines in bold where there is colour."""
    import re

    stream = stream or sys.stderr
    if has_color(stream):
        text = re.sub(r"^(\S[^\n]*)$", "\x1b[1m\\1\x1b[0m", text, flags=re.MULTILINE)
        text = re.sub(r"^(\s*)(\^+)", "\\1\x1b[31m\\2\x1b[0m", text, flags=re.MULTILINE)
    print(text.rstrip("\n"), file=stream, flush=True)
