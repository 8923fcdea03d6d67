"""Reads what KoBoToolbox and ODK export of a survey: each submission is what one respondent said.

JSON as KoBoToolbox gives it: a list of submissions, or {"results": […]}; keys are "group/question", repeats are lists of objects,
`_submitted_by` and `_submission_time` say who and when. JSON of ODK Central (OData): nested objects, {"value": […]}. CSV: a row a
submission, columns "group/question" or "group-question"; the rows of repeats stand in files of their own, which are not read.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from brecha.errors import PlanError
from brecha.plan_edits import PlanEdits, key_text, place_of
from brecha.questionnaire.statements import COMPLETE as IS_COMPLETE
from brecha.questionnaire.statements import ELEMENT, VALUE, Statement
from brecha.questionnaire.statements import THERE as IS_THERE
from brecha.questionnaire.statements import WHY as IS_WHY
from brecha.questionnaire.words import why_of
from brecha.remarks import Remark
from brecha.sentences import Sentence
from brecha.typed_values import TypedValues, day_of
from brecha.xlsform.survey import COMPLETE, DOCUMENT, ON, THERE, WHO, WHY, Question, Survey

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.plan_edits import Data
    from brecha.ruleset import Ruleset
    from brecha.typed_values import Typed

_OWN = re.compile(
    r"_.*|meta(/.*)?|__.*|start|end|today|username|deviceid|phonenumber|subscriberid|formhub/.*|instanceID|instanceName|KEY|SubmissionDate|.*@odata.*"
)

_DEEPEST = 50


def is_export(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in (".json", ".csv")


def submissions_of(path: str) -> list[dict[str, Any]]:
    """The submissions of an export. Raises PlanError for what is none."""
    from brecha.plan_spellings.spelled_plan import text_of_file
    from brecha.tables_in.rows import rows_of

    name = os.path.basename(path)
    try:
        if path.lower().endswith(".csv"):
            table = rows_of(path)
            found: Any = [
                {column: cell for column, cell in zip(table.columns, cells, strict=False) if cell is not None} for _, cells in table.rows
            ]
        else:
            found = json.loads(text_of_file(path), parse_float=Decimal)
    except PlanError:
        raise
    except ValueError:
        raise PlanError(Sentence("export_not_read", name=name)) from None
    except RecursionError:
        raise PlanError(Sentence("export_too_deep", name=name, most=_DEEPEST)) from None
    if isinstance(found, dict):
        found = found.get("results", found.get("value", [found]))
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        raise PlanError(Sentence("export_not_read", name=name))
    level: list[Any] = found
    for _ in range(_DEEPEST):
        level = [inside for one in level for inside in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())]
    if level:
        raise PlanError(Sentence("export_too_deep", name=name, most=_DEEPEST))
    return found


def ruleset_named(path: str) -> str:
    """The form_id of an export, which is the ruleset's name; empty where it does not say."""
    first = submissions_of(path)[0]
    return str(first.get("_xform_id_string") or "")


def read_export(path: str, rules: Ruleset, into: Data) -> tuple[list[Statement], list[Remark]]:
    """What the respondents say, and remarks on what could not be used. into: the plan that the answers go into. Raises PlanError for what is no export of this ruleset."""
    name = os.path.basename(path)
    reader = _Reader(name, rules, into)
    for number, submission in enumerate(submissions_of(path), 1):
        reader.submission(number, submission)
    if not reader.recognised:
        raise PlanError(Sentence("export_of_nothing", name=name, ruleset=rules.name))
    return reader.statements, reader.remarks


class _Reader:
    def __init__(self, name: str, rules: Ruleset, into: Data) -> None:
        vocabulary = rules.vocabulary()
        self.name, self.into = name, into
        self.survey = Survey(vocabulary)
        self.by_name = self.survey.by_name()
        self.edits = PlanEdits(vocabulary.entities)
        self.typed = TypedValues(rules, numbered=False)
        self.statements: list[Statement] = []
        self.remarks: list[Remark] = []
        self.recognised = False
        self.known: dict[str, str] = {}
        self.unknown: set[str] = set()
        self.keys: dict[str, list[tuple[str, str]]] = {}

    def submission(self, number: int, submission: dict[str, Any]) -> None:
        self.at = str(submission.get("_id") or submission.get("_uuid") or submission.get("KEY") or number)
        flat = dict(_flat(submission))
        who = flat.get(WHO) or submission.get("_submitted_by") or submission.get("username") or _deep(submission, "submitterName")
        day = flat.get(ON) or submission.get("_submission_time") or submission.get("SubmissionDate") or _deep(submission, "submissionDate")
        found = day_of(str(day)[:10]) if day else None
        self.known = {
            word: str(value)
            for word, value in (("who", who), ("on", found.value if found else None), ("document", flat.get(DOCUMENT)))
            if value
        }
        self.keys = {}
        self.collect(submission)
        self.item(submission, ())

    def collect(self, item: Any) -> None:
        """The short names that the submission gives, for the answers that refer to them."""
        for path, value in _pairs(item):
            if isinstance(value, list):
                question = self.by_name.get(_last(path))
                for one in value:
                    if isinstance(one, dict):
                        if question is not None:
                            key = self.key_of(question, one)
                            self.keys.setdefault(question.field.entity, []).append((key, self.called(question, one) or key))
                        self.collect(one)

    def called(self, question: Question, element: dict[str, Any]) -> str:
        flat = dict(_flat(element))
        names = (self.survey.name_of(f"{question.place}/*/{word}") for word in ("name", "title"))
        return next((str(flat[name]) for name in names if name and flat.get(name)), "")

    def key_of(self, question: Question, element: dict[str, Any]) -> str:
        flat = dict(_flat(element))
        entity = self.survey.entities[question.field.entity]
        parts = [key_text(flat.get(self.survey.name_of(f"{question.place}/*/{name}"))) for name in entity.key]
        return ",".join(parts) if parts and all(parts) else ""

    def item(self, item: dict[str, Any], steps: tuple[str, ...]) -> None:
        for path, value in _pairs(item):
            name = _last(path)
            question = self.by_name.get(name)
            if value is None or value == "" or name in (WHO, ON, DOCUMENT):
                continue
            if question is None:
                if not _OWN.fullmatch(path) and not _OWN.fullmatch(name) and name not in self.unknown:
                    self.unknown.add(name)
                    self.remark(path, "", Sentence("export_unknown", name=name))
                continue
            self.recognised = True
            if question.kind == "begin":
                self.elements(question, value, steps, path)
            elif not question.is_key:
                self.answer(question, value, steps, path)

    def elements(self, question: Question, value: Any, steps: tuple[str, ...], path: str) -> None:
        if not isinstance(value, list):
            return
        keyed = bool(self.survey.entities[question.field.entity].key)
        seen: set[str] = set()
        for number, element in enumerate(value, 1):
            if not isinstance(element, dict):
                continue
            step = self.key_of(question, element) if keyed else f"[+{self.at}.{number}]"
            where = f"{path}[{number}]"
            if not step:
                self.remark(where, "", Sentence("form_row_without_key", key=question.field.label))
            elif step in seen:
                self.remark(where, "", Sentence("form_key_twice", key=step, other=path))
            else:
                seen.add(step)
                place = self.place(f"{question.place}/*", (*steps, step))
                self.say(place, ELEMENT, None, where)
                self.item(element, (*steps, step))

    def answer(self, question: Question, value: Any, steps: tuple[str, ...], path: str) -> None:
        place, name = self.place(question.place, steps), question.name
        if name.endswith(WHY) and question.kind == "why":
            why = why_of(str(value))
            if why:
                self.say(place, IS_WHY, why, path)
            else:
                self.remark(path, place, Sentence("form_wants_why", typed=str(value)))
            return
        if question.kind in ("complete", "there"):
            truth = {"yes": True, "no": False}.get(str(value))
            if truth is None:
                self.remark(path, place, Sentence("form_wants_yes_or_no", typed=str(value)))
            elif name.endswith(COMPLETE):
                self.say(place, IS_COMPLETE, truth, path)
            elif name.endswith(THERE):
                self.say(place, IS_THERE if truth else IS_WHY, True if truth else "none", path)
            return
        field = question.field
        if field.list and field.type in ("enumeration", "country") and isinstance(value, str):
            value = value.split()
        elif field.list and isinstance(value, str):
            value = [part.strip() for part in re.split(r"[;\n]", value) if part.strip()]
        if field.type == "percent" and not field.list:
            value = f"{value}%"
        read = self.reference(field, value) if field.type == "reference" else self.typed.value_of(field, value)
        if read.problem is not None:
            self.remark(path, place, read.problem)
        elif read.value is not None:
            self.say(place, VALUE, read.value, path)

    def reference(self, field: FieldInfo, value: Any) -> Typed:
        """To what the submission itself names, or else to what the plan has."""
        own = self.keys.get(field.entity, [])
        read = self.typed.value_of(field, value, items=own)
        return read if read.problem is None else self.typed.value_of(field, value, items=[*own, *self.edits.items(self.into, field.entity)])

    def place(self, pattern: str, steps: tuple[str, ...]) -> str:
        given = iter(steps)
        return place_of([next(given) if step == "*" else step for step in pattern.split("/")])

    def say(self, place: str, says: str, value: Any, path: str) -> None:
        self.statements.append(Statement(place, says, value, dict(self.known), self.name, f"{self.at}: {path}"))

    def remark(self, path: str, place: str, sentence: Sentence) -> None:
        self.remarks.append(Remark(self.name, f"{self.at}: {path}", place, sentence))


def _pairs(item: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The answers of a submission or of an element; groups that are objects are gone into."""
    for path, value in item.items():
        if isinstance(value, dict):
            for below, one in _pairs(value):
                yield f"{path}/{below}", one
        else:
            yield str(path), value


def _flat(item: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for path, value in _pairs(item):
        if not isinstance(value, list):
            yield _last(path), value


def _last(path: str) -> str:
    return re.split(r"[/\-]", path)[-1]


def _deep(item: dict[str, Any], word: str) -> Any:
    system = item.get("__system")
    return system.get(word) if isinstance(system, dict) else None
