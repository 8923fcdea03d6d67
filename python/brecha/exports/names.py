"""Names that other formats ask for, made of hashes and ids alone: the same for the same assessment, on every machine."""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING, Any

from brecha.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brecha._core import RequirementInfo
    from brecha.assessment import Assessment
    from brecha.rows import Finding, Gap

_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "brecha")


def uuid_of(*parts: object) -> str:
    """A UUID (version 5) of these parts."""
    return str(uuid.uuid5(_SPACE, json.dumps([str(part) for part in parts])))


def hash_of(reports: Sequence[Assessment]) -> str:
    """What names several assessments together."""
    return " ".join(report.hash for report in reports)


def tokens(names: Iterable[str]) -> dict[str, str]:
    """Each name as a word of letters, digits, points, hyphens and underscores that begins with a letter or underscore."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        token = re.sub(r"[^\w.\-]", "_", name)
        token = token if token[:1].isalpha() or token.startswith("_") else f"_{token}"
        number = 2
        while token in taken:
            token, number = f"{token.rstrip('0123456789') if number > 2 else token + '-'}{number}", number + 1
        taken.add(token)
        found[name] = token
    return found


def json_text(content: Any) -> str:
    """Two blanks for each depth, as the JSON report has it."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def titles_of(requirements: Iterable[RequirementInfo]) -> dict[str, str]:
    """Of each requirement by its id, on one line; the id where it has none."""
    return {info.id: one_line(info.title).strip() or info.id for info in requirements}


def said(finding: Finding | Gap, titles: dict[str, str], verdicts: Any) -> str:
    """One line that says what a finding comes to: its message, else the requirement and its verdict."""
    return one_line(finding.message or f"{titles[finding.requirement]}: {verdicts[finding.verdict]}").strip()
