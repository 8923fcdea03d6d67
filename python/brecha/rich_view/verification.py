"""What a verification came to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.rich_view.text import wrapped
from brecha.rich_view.work_words import work_words

if TYPE_CHECKING:
    from brecha.verification import Difference, Replay, Verification
    from brecha.wording import Words

_CALLED = {
    "as_of": "date", "facts_since": "facts_since_head", "parameters": "parameters", "plan": "plan", "requirement": "requirement",
    "ruleset": "ruleset",
}  # fmt: skip
_LONGEST = 200
_FEW = 20


def verification_text(verification: Verification, language: str, width: int = 100) -> str:
    """A block for each assessment of the report: that it is the same, or every difference."""
    say = work_words(language)
    return "\n\n".join("\n".join(_lines(replay, say, width)) for replay in verification)


def _lines(replay: Replay, say: Words, width: int) -> list[str]:
    if replay.same:
        said = {True: "verify_same", False: "verify_other_layout", None: "verify_content"}[replay.identical]
        if replay.report is None:
            said = "verify_refused_again"
        lines = wrapped(f"{replay.plan}{say['colon']}{say[said]}", width, "", "  ")
        if replay.report is not None:
            lines += wrapped(_made_of(replay, say), width, "  ", "  ")
        return lines
    lines = wrapped(f"{replay.plan}{say['colon']}{say('verify_differs', count=len(replay.differences))}", width, "", "  ")
    if replay.report is not None:
        lines += wrapped(_made_of(replay, say), width, "  ", "  ")
    for one in replay.differences[:_FEW]:
        lines += wrapped(_told(one, say), width, "  ", "    ")
    if len(replay.differences) > _FEW:
        lines.append(f"  {say('more_rows', count=len(replay.differences) - _FEW)}")
    return lines


def _made_of(replay: Replay, say: Words) -> str:
    report = replay.report
    assert report is not None
    rules, plan = report.ruleset, report.plan
    read = f" · {say['read_' + replay.read]}" if replay.read else ""
    return (
        f"{say['ruleset']} {rules.name} {rules.version} ({rules.sha256[:8]}) · {say['plan']} {plan.sha256[:8]}{read} · "
        f"{say['as_of']} {report.as_of} · {say['assessment']} {report.hash}"
    )


def _told(one: Difference, say: Words) -> str:
    place = " ".join(part for part in (one.requirement, one.subject) if part)
    what = say[_CALLED.get(one.what, f"verify_{one.what}")]
    return (
        f"{what}{' ' + place if place else ''}{say['colon']}{say['verify_recorded']} {_cut(one.recorded, say)}; "
        f"{say['verify_replayed']} {_cut(one.replayed, say)}"
    )


def _cut(text: str | None, say: Words) -> str:
    if text is None:
        return say["verify_nothing"]
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
