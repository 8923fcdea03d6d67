"""A roadmap as iCalendar (RFC 5545): each step an event of whole days. The same bytes from the same roadmap."""

from __future__ import annotations

import datetime
import hashlib
import re
from typing import TYPE_CHECKING

from brecha.errors import BrechaError
from brecha.harmless import harmless
from brecha.rich_view.roadmap import about_step
from brecha.rich_view.work_words import work_words
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from brecha.roadmap import Roadmap
    from brecha.rows import Step

_LONGEST_LINE = 75  # octets, of which a folded line's blank is one
_SPECIAL = re.compile(r"[\\;,]")


def calendar_text(roadmap: Roadmap) -> str:
    """Raises BrechaError where the roadmap has no start, and so no days."""
    if roadmap.start is None:
        raise BrechaError(Sentence("calendar_without_start"))
    from brecha import _core

    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Brecha//Brecha {_core.version()}//{roadmap.language.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    for step in roadmap:
        lines += _event(step, roadmap)
    lines.append("END:VCALENDAR")
    return "".join(folded + "\r\n" for line in lines for folded in _folded(line))


def _event(step: Step, roadmap: Roadmap) -> list[str]:
    say = work_words(roadmap.language)
    assert step.starts is not None and step.ends is not None
    after_it = min(step.ends.toordinal() + 1, datetime.date.max.toordinal())
    made = hashlib.sha256("\n".join((step.assessment, step.action, step.text, *step.closes)).encode()).hexdigest()[:32]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{made}@brecha",
        f"DTSTAMP:{roadmap.report.as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{step.starts:%Y%m%d}",
        f"DTEND;VALUE=DATE:{datetime.date.fromordinal(after_it):%Y%m%d}",
        f"SUMMARY:{_text(f'{step.step}. {step.text}')}",
        f"DESCRIPTION:{_text(about_step(step, roadmap, say))}",
        f"CATEGORIES:{_text(say['action_' + step.action])}",
        "TRANSP:TRANSPARENT",
    ]
    if step.critical:
        lines.append("PRIORITY:1")
    return [*lines, "END:VEVENT"]


def _text(text: str) -> str:
    """A value of type TEXT."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", harmless(text)).replace("\t", " ").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Lines of at most 75 octets, cut between characters; those that go on begin with a blank."""
    lines, room, current = [], _LONGEST_LINE, ""
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if size > room:
            lines.append(current)
            current, room = " ", _LONGEST_LINE - 1
        current += character
        room -= size
    return [*lines, current]
