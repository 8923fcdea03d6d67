"""A form as one page: every field that the rules read, in four languages, without a network. Its script and style are in `page/`.

The page runs nothing but its own script (a policy in its head names it by its hash), and sends nothing anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brecha.asking.dialogue import Dialogue
from brecha.asking.found import MOST, Found
from brecha.asking.page_words import PAGE_WORDS
from brecha.languages import LANGUAGES
from brecha.plan_edits import Judged, conditions_of, shortened, slice_of, stated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha._core import EntityInfo, FieldInfo
    from brecha.assessment import Assessment
    from brecha.documents.document import Document

_FEW_QUESTIONS = 8
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{script_hash}'; style-src '{style_hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>{no_script}</noscript>
<script type="application/json" id="form-data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def form_page(report: Assessment, document: Document | None = None) -> str:
    """The form for the plan of an assessment, filled with it; first in the assessment's language. For an empty one, that of {}.

    document: the passages of it that may answer stand beside each open question, to be taken, corrected or passed over.
    """
    folder = Path(__file__).parent / "page"
    script, style = ((folder / name).read_text(encoding="utf-8") for name in ("form.js", "form.css"))
    data = json.dumps(_Data(report).whole(document), ensure_ascii=False, separators=(",", ":"))
    return _PAGE.format(
        language=report.language,
        title=_escaped(report.ruleset.title(report.language)),
        script_hash=_hash(script),
        style_hash=_hash(style),
        script=script,
        style=style,
        no_script=_escaped(" · ".join(PAGE_WORDS["no_script"])),
        data=data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Data:
    """What the script draws the form from: each text in the order of LANGUAGES, each set of choices once."""

    def __init__(self, report: Assessment) -> None:
        self.report = report
        self.rules = report.ruleset
        self.reports = (self.rules.assess({}, report.as_of), report)  # what is asked of an empty plan, and of this one
        self.entities: dict[str, Sequence[EntityInfo]] = {one: self.rules.vocabulary(one).entities for one in LANGUAGES}
        self.by_name: dict[str, EntityInfo] = {entity.name: entity for entity in self.entities["en"]}
        self.choices: dict[str, list[Any]] = {}
        self.names_of_choices: dict[tuple[str, ...], str] = {}

    def whole(self, document: Document | None) -> dict[str, Any]:
        dialogue = Dialogue(self.report)
        root = next(entity.name for entity in self.entities["en"] if entity.root)
        made = hashlib.sha256(json.dumps(dialogue.data, sort_keys=True, default=str).encode()).hexdigest()[:16] if dialogue.data else ""
        return {
            "language": self.report.language,
            "ruleset": {
                "name": self.rules.name,
                "version": self.rules.version,
                "sha256": self.rules.sha256,
                "title": [self.rules.title(one) for one in LANGUAGES],
            },
            "plan": _as_page_has_it(dialogue.data),
            "made": made,
            "root": root,
            "entities": self._entities(root),
            "choices": self.choices,
            "slices": self._slices(),
            "judged": self._judged(),
            "first": self._first(dialogue),
            "document": None if document is None else self._document(document),
            "words": PAGE_WORDS,
        }

    def _entities(self, root: str) -> dict[str, Any]:
        """The entities that can be reached, with the fields that rules read, or that an item is known by."""
        found: dict[str, Any] = {}
        open_names = [root]
        while open_names:
            name = open_names.pop()
            if name in found:
                continue
            same = [next(entity for entity in self.entities[one] if entity.name == name) for one in LANGUAGES]
            fields = []
            for at, field in enumerate(same[0].fields):
                if field.read_by_rules or field.name in same[0].key or self._names(field):
                    fields.append(self._field(field, [entity.fields[at] for entity in same]))
                    open_names += [field.entity] if field.type == "entity" else []
            fields.sort(key=lambda field: field["name"] not in ("name", "title"))  # by what it is known first
            found[name] = {"label": [entity.label for entity in same], "key": list(same[0].key), "fields": fields}
        return found

    @staticmethod
    def _names(field: FieldInfo) -> bool:
        return field.name in ("name", "title") and field.type == "text" and not field.list

    def _field(self, field: FieldInfo, same: Sequence[FieldInfo]) -> dict[str, Any]:
        """A field, without what is empty."""
        about = {
            "name": field.name,
            "type": field.type,
            "list": field.list,
            "entity": field.entity if field.type in ("entity", "reference") else "",
            "unit": field.unit,
            "label": [one.label for one in same],
            "question": [one.question for one in same] if any(one.question for one in same) else [],
            "choices": self._choice_name(same) if field.choices else "",
        }
        return {word: value for word, value in about.items() if value not in ("", False)}

    def _choice_name(self, same: Sequence[FieldInfo]) -> str:
        words = tuple(word for word, _ in same[0].choices)
        name = self.names_of_choices.setdefault(words, f"c{len(self.names_of_choices)}")
        self.choices[name] = [[word, [dict(one.choices).get(word, word) for one in same]] for word in words]
        return name

    def _slices(self) -> list[dict[str, Any]]:
        """What the rules ask of lists of the plan itself: is there one of this kind?"""
        found: dict[str, dict[str, Any]] = {}
        root = next(entity for entity in self.entities["en"] if entity.root)
        for report in self.reports:
            for question in report.questions():
                for place in question.places if question.asks == "slice" else ():
                    inside, conditions = slice_of(place)
                    field = next((one for one in root.fields if one.name == inside), None)
                    if field is None or field.type != "entity" or not field.list:
                        continue
                    labels = [self._slice_label(field.entity, conditions, language) for language in LANGUAGES]
                    element: dict[str, Any] = {}
                    for one in conditions_of(conditions):
                        of = next(member for member in self.by_name[field.entity].fields if member.name == one.field)
                        if one.relation not in ("<", ">"):
                            element[one.field] = [stated(of, one.value)] if of.list else stated(of, one.value)
                    found.setdefault(place, {"list": inside, "place": place, "labels": labels, "element": element})
        return sorted(found.values(), key=lambda one: (one["list"], one["labels"]))

    def _slice_label(self, entity: str, conditions: str, language: str) -> str:
        """ "assistance to victims", "public, security", "from 2024-01-01"."""
        about = next(one for one in self.entities[language] if one.name == entity)
        parts = []
        for condition in conditions_of(conditions):
            field = next(one for one in about.fields if one.name == condition.field)
            label = dict(field.choices).get(condition.value, condition.value)
            value = f"{label} – {condition.last}" if condition.last else label
            sign = {"=": "", ">=": "≥ ", "<=": "≤ "}.get(condition.relation, f"{condition.relation} ")
            is_plain = field.type == "enumeration" and not sign and not condition.last
            if field.type == "yes_no":
                value = PAGE_WORDS["yes" if condition.value == "yes" else "no"][LANGUAGES.index(language)]
            parts.append(value if is_plain else f"{field.question.rstrip('?¿ ').lstrip('¿') or field.label}: {sign}{value}")
        return ", ".join(parts)

    def _document(self, document: Document) -> dict[str, Any]:
        """What a document may say of each open place: passages, each once, with whether they are weak and the values that they name."""
        passages: dict[tuple[str, str], int] = {}
        found: dict[str, list[Any]] = {place: [] for question in self.report.questions() for place in question.places}
        for row in document.passages(self.report, most=MOST):
            number = passages.setdefault((row.where, shortened(row.text)), len(passages))
            found.setdefault(row.place, []).append([number, row.weak, list(row.offers)])
        return {
            "name": document.name,
            "language": document.language,
            "unit": document.unit,
            "not_found": Found(document).source(0).note,
            "passages": list(passages),
            "found": found,
        }

    def _judged(self) -> list[dict[str, Any]]:
        """The questions that people judge, in every language."""
        found: dict[str, dict[str, Any]] = {}
        for report in self.reports:
            for at, language in enumerate(LANGUAGES):
                for question in report.in_language(language).questions():
                    for place in question.places if question.asks == "judged" else ():
                        about = found.setdefault(place, {"place": place, **Judged.at(place)._asdict(), "question": [""] * len(LANGUAGES)})
                        about["question"][at] = question.question
        return list(found.values())

    def _first(self, dialogue: Dialogue) -> list[dict[str, Any]]:
        """The questions whose answers settle most, with the section that each stands in."""
        texts = [[one.question for one in self.report.in_language(language).questions(_FEW_QUESTIONS)] for language in LANGUAGES]
        first = []
        for at, question in enumerate(self.report.questions(_FEW_QUESTIONS)):
            step = slice_of(question.places[0])[0].split("/")[0]
            root = next(entity for entity in self.entities["en"] if entity.root)
            field = next((one for one in root.fields if one.name == step), None)
            section = step if step == "judgements" or (field is not None and field.type == "entity") else "plan"
            first.append({"question": [one[at] for one in texts], "section": section})
        return first


def _as_page_has_it(value: Any) -> Any:
    """JSON of a browser: what is a decimal here is a number there."""
    from decimal import Decimal

    if isinstance(value, dict):
        return {name: _as_page_has_it(one) for name, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_as_page_has_it(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value
