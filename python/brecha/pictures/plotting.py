"""`report.plot(…)` and `reports.plot(…)`: the picture of that name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from brecha import arguments
from brecha.errors import BrechaError, UnknownNameError
from brecha.pictures.picture import Picture, altair_module
from brecha.pictures.words import picture_words
from brecha.rich_view.content import content_of
from brecha.rich_view.sentences import about_plan, as_of_words
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rich_view.content import Content
    from brecha.wording import Words

PICTURES = ("themes", "intervals", "questions", "remedies", "calendar", "timeline")
_MOST = {"questions": 10, "remedies": 15, "calendar": 12, "timeline": 2}


def plot(report: Assessment, kind: str = "themes", most: int | None = None, requirement: str | None = None) -> Picture:
    """Raises UnknownNameError for a picture that there is not, BrechaError where there is nothing to draw."""
    altair_module()
    kind = arguments.text(kind, "kind")
    if kind not in PICTURES:
        raise no_such_picture(kind, PICTURES)
    most = arguments.optional_whole_number(most, "most")
    rows = max(1, most if most is not None else _MOST.get(kind, 1))
    say, content = picture_words(report.language), content_of(report)
    about = _about(content, say)
    if kind == "themes":
        from brecha.pictures.themes import themes_picture

        return themes_picture(content, say, about)
    if kind == "intervals":
        from brecha.pictures.intervals import intervals_picture, of_themes

        return intervals_picture(of_themes(report, content, say), say, about)
    if kind == "questions":
        from brecha.pictures.questions import questions_picture

        return questions_picture(content, say, about, rows)
    if kind == "remedies":
        from brecha.pictures.remedies import remedies_picture

        return remedies_picture(content, say, about, rows)
    if kind == "timeline":
        from brecha.pictures.timeline import timeline_picture

        if requirement is not None:
            requirement = report[requirement].id  # or it is said that there is none
        picture = timeline_picture(report, content, say, about, rows, requirement)
        if picture is None:
            raise BrechaError(Sentence("no_procedure_to_draw", ruleset=content.ruleset_name))
        return picture
    from brecha.pictures.calendar import calendar_picture

    picture = calendar_picture(report, content, say, about, rows)
    if picture is None:
        raise BrechaError(Sentence("nothing_to_draw", ruleset=content.ruleset_name))
    return picture


def plot_several(reports: Iterable[Assessment], kind: str, language: str) -> Picture:
    """Interval bars, one for each plan, by how much could be judged. Raises UnknownNameError for another picture."""
    altair_module()
    kind = arguments.text(kind, "kind")
    if kind != "intervals":
        raise no_such_picture(kind, ("intervals",))
    from brecha.pictures.intervals import intervals_picture, several_plans

    say = picture_words(language)
    contents = [(content_of(report), report) for report in reports]
    bars = several_plans([(" · ".join(part for part in (one.country, one.plan_title) if part), report) for one, report in contents])
    return intervals_picture(bars, say, _about(contents[0][0], say)[1:])


def no_such_picture(kind: str, known: tuple[str, ...]) -> UnknownNameError:
    from brecha.near_names import did_you_mean

    return UnknownNameError(Sentence("no_picture", kind=kind, near=did_you_mean(kind, list(known)), pictures=known))


def _about(content: Content, say: Words) -> list[str]:
    """The lines under the title: the plan, then ruleset and date."""
    return [
        " · ".join(part for part in (content.plan_title, about_plan(content)) if part),
        f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} · {as_of_words(content, say)}",
    ]
