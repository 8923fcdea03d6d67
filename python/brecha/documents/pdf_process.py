"""The lines of a PDF, read in a process of its own whose memory and time have a limit.

A PDF of a kilobyte can make any reader of PDFs draw without end; what it takes then is the other process's, which is ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from typing import IO, Any

from brecha.errors import BrechaError
from brecha.sentences import Sentence

Line = tuple[str, str, float, bool, float, float]
"""Text as written, a soft hyphen where it ends with one, size of its type, whether that is bold, top and bottom."""

MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 300


def pages_of(name: str, data: bytes, most_pages: int, most_characters: int) -> list[list[Line]]:
    """Raises BrechaError for a PDF that is locked, damaged, too large, or takes more memory or time than a document may."""
    limits = map(str, (most_pages, most_characters, MOST_MEMORY, MOST_SECONDS))
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "brecha.documents.pdf_process", *limits],
            input=data, capture_output=True, timeout=2 * MOST_SECONDS, check=False, env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BrechaError(Sentence("document_without_end", file=name)) from None
    try:
        read: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise BrechaError(Sentence("document_without_end", file=name)) from None
    if "wrong" in read:
        raise BrechaError(Sentence(read["wrong"], file=name))
    return [[(*line,) for line in lines] for lines in read["pages"]]


def _read(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as failure:
        locked = "password" in str(failure).lower() or "security" in str(failure).lower()
        return {"wrong": "document_locked" if locked else "document_damaged"}
    with contextlib.closing(document):
        if len(document) > most_pages:
            return {"wrong": "document_too_long"}
        if not len(document):
            return {"wrong": "document_damaged"}
        pages: list[list[Line]] = []
        total = 0
        for place in range(len(document)):
            try:
                lines = _lines(document[place])
            except pypdfium2.PdfiumError:
                lines = []  # a page that is damaged: the others are read
            total += sum(len(line[0]) for line in lines)
            if total > most_characters:
                return {"wrong": "document_too_long"}
            pages.append(lines)
    return {"pages": pages}


def _lines(page: Any) -> list[Line]:
    import ctypes

    from pypdfium2 import raw

    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        box = [ctypes.c_double() for _ in range(4)]
        lines: list[Line] = []
        start = 0
        for written in text.split("\n"):
            if written.strip():
                first = start + len(written) - len(written.lstrip())
                raw.FPDFText_GetCharBox(text_page.raw, first, *map(ctypes.byref, box))  # left, right, bottom, top
                size, weight = raw.FPDFText_GetFontSize(text_page.raw, first), raw.FPDFText_GetFontWeight(text_page.raw, first)
                hyphen = "\u00ad" if written.rstrip("\r").endswith(("\ufffe", "\x02", "\u00ad")) else ""
                lines.append((written, hyphen, size, weight >= 600, box[3].value, box[2].value))
            start += len(written) + 1
        return lines
    finally:
        text_page.close()
        page.close()


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # a system that knows no such limits: the time of the whole process is left
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(words: list[str], to: IO[str]) -> None:
    most_pages, most_characters, memory, seconds = map(int, words)
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    json.dump(_read(data, most_pages, most_characters), to)


if __name__ == "__main__":
    _main(sys.argv[1:], sys.stdout)
