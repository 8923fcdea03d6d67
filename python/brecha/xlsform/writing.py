"""Writes the survey as an XLSForm: sheets survey, choices and settings, labels and hints in each language that the rules speak."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, Any

from brecha.errors import NotInstalledError
from brecha.files import replacing
from brecha.languages import LANGUAGES
from brecha.questionnaire.words import FORM as FORM_WORDS
from brecha.questionnaire.words import WHYS
from brecha.wording import Words
from brecha.xlsform.relevance import Relevance
from brecha.xlsform.survey import DOCUMENT, ON, WHO, Question, Survey
from brecha.xlsform.words import FORM

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.ruleset import Ruleset

_COLUMNS = ("type", "name", "relevant", "constraint", "required", "appearance", "repeat_count")
_TYPES = {
    "text": "text", "yes_no": "select_one yes_no", "integer": "integer", "number": "decimal", "percent": "decimal", "date": "date",
    "moment": "dateTime", "duration": "text", "reference": "text",
}  # fmt: skip
_DURATION = "regex(., '^[0-9]+ *[^0-9 ]+$')"
_KEY = "regex(., '^[^ /,;~](.*[^ /,;~])?$') and not(contains(., '/')) and not(contains(., ','))"


def write_xlsform(rules: Ruleset, path: str | os.PathLike[str]) -> None:
    """See Ruleset.xlsform."""
    try:
        import xlsxwriter
    except ImportError:
        raise NotInstalledError("XlsxWriter", "excel") from None
    form = _Form(rules)
    with replacing(path) as beside:
        book = xlsxwriter.Workbook(
            beside, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
        )
        book.set_properties({"title": "Brecha", "created": datetime.datetime(2000, 1, 1)})
        for name, rows in (("survey", form.survey()), ("choices", form.choices()), ("settings", form.settings())):
            sheet = book.add_worksheet(name)
            heads = list(dict.fromkeys(head for row in rows for head in row))
            bold = book.add_format({"bold": True, "bg_color": "#DCE6F1"})
            for column, head in enumerate(heads):
                sheet.set_column(column, column, 40 if "::" in head else 22)
                sheet.write_string(0, column, head, bold)
                for number, row in enumerate(rows, 1):
                    if row.get(head):
                        sheet.write_string(number, column, row[head])
            sheet.freeze_panes(1, 2)
        book.close()


class _Form:
    def __init__(self, rules: Ruleset) -> None:
        self.rules = rules
        self.languages = [language for language in LANGUAGES if language in rules.languages] or ["en"]
        self.say = {language: Words(FORM, language) for language in self.languages}
        self.fields = {
            language: {(entity.name, field.name): field for entity in rules.vocabulary(language).entities for field in entity.fields}
            for language in self.languages
        }
        self.first = Survey(rules.vocabulary(self.languages[0]))
        self.relevance = Relevance(rules, self.first.name_of)
        self.lists: dict[tuple[str, ...], str] = {}

    # --- texts in each language ---

    def said(self, kind: str, word: str) -> dict[str, str]:
        return {f"{kind}::{say['language']}": say[word] for say in self.say.values()}

    def asked(self, kind: str, question: Question) -> dict[str, str]:
        """What the rules ask, in each language."""
        texts = {}
        for language, say in self.say.items():
            field = self.fields[language][question.entity.name, question.field.name]
            texts[f"{kind}::{say['language']}"] = field.question or field.label
        return texts

    # --- the sheets ---

    def survey(self) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = [
            {"type": "start", "name": "start"},
            {"type": "end", "name": "end"},
            {"type": "text", "name": WHO, **self.said("label", "answered_by")},
            {"type": "date", "name": ON, **self.said("label", "answered_on"), "default": "today()"},
            {"type": "text", "name": DOCUMENT, **self.said("label", "document"), **self.said("hint", "document_help")},
        ]
        for question in self.first.questions:
            rows.append(self.row(question))
        return rows

    def row(self, question: Question) -> dict[str, str]:
        field, name = question.field, question.name
        kind = "repeat" if field.list and field.type == "entity" else "group"
        if question.kind == "end":
            return {"type": f"end_{kind}", "name": name}
        if question.kind == "begin":
            row = {"type": f"begin_{kind}", "name": name, **self.asked("label", question)}
            return row | (
                {"relevant": f"${{{name}__there}} != 'no'"}
                if kind == "group"
                else {"appearance": "field-list"}
                if self.is_flat(question)
                else {}
            )
        relevant = self.relevance.of(question.place, question.entity.name, field.name)
        if question.kind == "why":
            empty = f"${{{self.first.name_of(question.place)}}} = ''"
            condition = f"{empty} and ({relevant})" if relevant else empty
            return {"type": "select_one why", "name": name, **self.said("label", "why"), "relevant": condition, "appearance": "minimal"}
        if question.kind == "complete":
            row = {"type": "select_one yes_no", "name": name, **self.said("label", "complete"), **self.said("hint", "complete_help")}
            return row | ({"relevant": relevant} if relevant and field.type != "entity" else {}) | {"appearance": "minimal"}
        if question.kind == "there":
            return {
                "type": "select_one yes_no",
                "name": name,
                **self.asked("label", question),
                **({"relevant": relevant} if relevant else {}),
            }
        row = {"type": self.type_of(field), "name": name, **self.asked("label", question)}
        if question.is_key and field.type == "text":
            row |= {
                **self.said("label", "key"),
                **self.said("hint", "key_help"),
                "required": "yes",
                "constraint": _KEY,
                **self.said("constraint_message", "key_form"),
            }
        elif question.is_key:
            row |= {"required": "yes"}
        row |= self.bounds(field)
        if field.type in ("enumeration", "country"):
            row["appearance"] = "minimal autocomplete" if len(field.choices) > 12 else ""
        return row | ({"relevant": relevant} if relevant else {})

    def is_flat(self, question: Question) -> bool:
        """Whether nothing in the elements of a list is a part or list of its own: then they fit on one screen."""
        return not any(one.kind == "begin" and one.place.startswith(f"{question.place}/") for one in self.first.questions)

    def type_of(self, field: FieldInfo) -> str:
        if field.type in ("enumeration", "country"):
            return f"select_{'multiple' if field.list else 'one'} {self.list_of(field)}"
        return "text" if field.list else _TYPES[field.type]

    def bounds(self, field: FieldInfo) -> dict[str, str]:
        """What the type allows, and how it is written."""
        if field.list and field.type not in ("enumeration", "country"):
            return self.said("hint", "several")
        if field.type == "percent":
            return {**self.said("hint", "percent"), "constraint": ". >= 0 and . <= 100", **self.said("constraint_message", "percent")}
        if field.type in ("integer", "number"):
            unit = {f"hint::{say['language']}": field.unit for say in self.say.values()} if field.unit else {}
            return {**unit, "constraint": ". >= 0", **self.said("constraint_message", "from_zero")}
        if field.type == "duration":
            return {**self.said("hint", "duration"), "constraint": _DURATION, **self.said("constraint_message", "duration_form")}
        return self.said("hint", "reference_help") if field.type == "reference" else {}

    def list_of(self, field: FieldInfo) -> str:
        words = tuple(word for word, _ in field.choices)
        return self.lists.setdefault(words, "country" if field.type == "country" else f"choices_{len(self.lists) + 1}")

    def choices(self) -> list[dict[str, str]]:
        rows = [
            {
                "list_name": "yes_no",
                "name": word,
                **{f"label::{say['language']}": FORM_WORDS[word][LANGUAGES.index(language)] for language, say in self.say.items()},
            }
            for word in ("yes", "no")
        ]
        rows += [
            {
                "list_name": "why",
                "name": word,
                **{f"label::{say['language']}": FORM_WORDS[word][LANGUAGES.index(language)] for language, say in self.say.items()},
            }
            for word in WHYS
        ]
        labels: dict[tuple[str, ...], dict[str, dict[str, str]]] = {}
        for language, fields in self.fields.items():
            for field in fields.values():
                if field.choices:
                    labels.setdefault(tuple(word for word, _ in field.choices), {})[language] = dict(field.choices)
        for words, name in self.lists.items():
            for word in words:
                texts: dict[str, Any] = {f"label::{say['language']}": labels[words][language][word] for language, say in self.say.items()}
                rows.append({"list_name": name, "name": word, **texts})
        return rows

    def settings(self) -> list[dict[str, str]]:
        return [
            {
                "form_title": self.rules.title(self.languages[0]),
                "form_id": self.rules.name,
                "version": self.rules.version,
                "default_language": self.say[self.languages[0]]["language"],
            }
        ]
