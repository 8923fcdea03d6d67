"""Questionnaires: what is asked of a plan as a workbook, and the answers back in plans.

`write_questionnaire` writes one; `plan_of_form` reads one as a plan of its own, `plan_filled` puts several into a plan.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brecha.asking.plan_file import content_of
from brecha.errors import BrechaError, NotInstalledError
from brecha.files import replacing
from brecha.plan_edits import PlanEdits, shortened
from brecha.questionnaire.content import open_content, whole_content
from brecha.questionnaire.filling import filled
from brecha.questionnaire.layout import Layout
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import datetime

    from brecha.assessment import Assessment
    from brecha.documents.document import Document
    from brecha.plan import Plan
    from brecha.plan_edits import Data
    from brecha.plan_spellings.spelled_plan import SpelledPlan
    from brecha.questionnaire.statements import Statement
    from brecha.remarks import Remark
    from brecha.ruleset import Ruleset


_PASSAGES = 2


def write_questionnaire(
    rules: Ruleset,
    path: str | os.PathLike[str],
    plan: Plan | None,
    only: str | None,
    top: int | None,
    language: str,
    as_of: datetime.date,
    document: Document | None = None,
) -> None:
    """See Ruleset.questionnaire."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError:
        raise NotInstalledError("XlsxWriter", "excel") from None
    from brecha.questionnaire.writing import about, write_form

    if only not in (None, "open"):
        raise BrechaError(Sentence("form_only_open", only=only))
    if top is not None and (only is None or top < 1):
        raise BrechaError(Sentence("form_top_of_open"))
    vocabulary = rules.vocabulary(language)
    layout, edits = Layout(vocabulary.entities), PlanEdits(vocabulary.entities)
    given = content_of(plan) if plan is not None else None
    report = rules.assess(plan if plan is not None else {"evidence": {"": {"read": "part"}}}, as_of, language=language)
    content = open_content(layout, report, given or {}, top) if only else whole_content(layout, report, given)
    title = " · ".join(
        dict.fromkeys(str(part) for part in (rules.title(language), (given or {}).get("title") or (plan.name if plan else "")) if part)
    )
    with replacing(path) as beside:
        found = None if document is None else _found(document, report, [row.place for row in content.rows])
        write_form(beside, layout, edits, content, about(rules, language, plan.name if plan else "", content), title, found)


def _found(document: Document, report: Assessment, places: Sequence[str]) -> dict[str, str]:
    """What a document may say about places, best first: the passages that fit, with their pages; or that none does."""
    shown = {}
    for place in dict.fromkeys(places):
        rows = [row for row in document.passages(report, place=place, most=_PASSAGES) if not row.weak]
        lines = [f"{document.name}, {row.page_in(report.language)}: {shortened(row.text)}" for row in rows]
        nothing = f"{document.name}: {said(Sentence('not_found_here'), report.language)}"
        shown[place] = "\n".join(lines) or nothing
    return shown


def plan_of_form(rules: Ruleset, path: str | os.PathLike[str], name: str | None) -> SpelledPlan:
    """A filled form as a plan: what it was written from, with the answers in it. Raises PlanError for what is no form of this vocabulary."""
    from brecha.plan_spellings.dict_plan import tree_of_dict
    from brecha.plan_spellings.spelled_plan import SpelledPlan
    from brecha.questionnaire.reading import read_form

    form = read_form(path, rules)
    data, remarks = filled(form.plan, PlanEdits(rules.vocabulary().entities), form.statements)
    return SpelledPlan(name or form.name, tree_of_dict(data), (*form.remarks, *remarks))


def filled_data(rules: Ruleset, plan: Data, paths: Sequence[str | os.PathLike[str]]) -> tuple[Data, list[Remark]]:
    """The data of a plan with the answers of forms and exports in it, and remarks on what was not taken."""
    from brecha.questionnaire.reading import read_form
    from brecha.xlsform.export import is_export, read_export

    statements: list[Statement] = []
    remarks: list[Remark] = []
    for path in paths:
        if is_export(os.fspath(path)):
            said, told = read_export(os.fspath(path), rules, plan)
        else:
            form = read_form(path, rules, plan)
            said, told = form.statements, form.remarks
        statements += said
        remarks += told
    data, more = filled(plan, PlanEdits(rules.vocabulary().entities), statements)
    return data, [*remarks, *more]


def ruleset_of(path: str | os.PathLike[str]) -> str:
    """The ruleset that a form or an export was made with. Raises BrechaError where it does not say."""
    from brecha.questionnaire.reading import is_form, ruleset_named
    from brecha.xlsform import export

    file = os.fspath(path)
    name = ruleset_named(file) if is_form(file) else export.ruleset_named(file) if export.is_export(file) else ""
    if not name:
        raise BrechaError(Sentence("form_of_which_ruleset", name=os.path.basename(os.fspath(path))))
    return name
