"""A plan of a ruleset as JSON Schema (2020-12): editors complete and check plans as they are typed, and other tools draw forms of it.

Stricter than the reader in nothing: what the reader takes without a remark is valid. What no schema can say is left to the reader: days
that months do not have, references to nobody, sums.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brecha.asking.schema_words import SCHEMA_WORDS
from brecha.fields import described_type
from brecha.plan_edits import slice_of
from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha._core import EntityInfo, FieldInfo
    from brecha.ruleset import Ruleset

Schema = dict[str, Any]

_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_MOMENT = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?$"
_DURATION = r"^(\s*[0-9]+\s+(second|minute|hour|(working\s+)?day|week|month|year)s?\s*|P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$"
_PERCENT = r"^\s*[0-9]+(\.[0-9]{1,9})?\s*%\s*$"
_TRUTH: Schema = {"enum": [True, False, "yes", "no", None]}
_TEXT: Schema = {"type": ["string", "null"]}
_DAY: Schema = {"type": ["string", "null"], "pattern": _DATE}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def plan_schema(rules: Ruleset, language: str) -> Schema:
    """The schema, with titles, questions and labels in a language."""
    return _Schemas(rules, language).whole()


class _Schemas:
    def __init__(self, rules: Ruleset, language: str) -> None:
        self.rules = rules
        self.language = language
        self.say = Words(SCHEMA_WORDS, language)
        self.entities: Sequence[EntityInfo] = rules.vocabulary(language).entities
        self.root = next(entity for entity in self.entities if entity.root)
        self.choices: dict[tuple[str, ...], str] = {}
        self.definitions: Schema = {}

    def whole(self) -> Schema:
        rules, root = self.rules, self.entity(self.root)
        for entity in self.entities:
            if not entity.root:
                self.definitions[entity.name] = self.entity(entity)
        properties = {**root["properties"], "evidence": self.evidence(), "judgements": self.judgements()}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:brecha:plan:{rules.name}:{rules.version}:{self.language}",
            "title": f"{rules.title(self.language)} ({rules.name} {rules.version})",
            "description": self.say["plan"],
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "$defs": self.definitions,
        }

    # --- fields ---

    def entity(self, entity: EntityInfo) -> Schema:
        return {
            "title": entity.label,
            "type": ["object", "null"],
            "properties": {field.name: self.field(field) for field in entity.fields},
            "additionalProperties": False,
        }

    def field(self, field: FieldInfo) -> Schema:
        about = described_type(field, self.language)
        schema: Schema = {"title": field.label, "description": f"{field.question} ({about})" if field.question else about}
        value = self.value(field)
        return schema | ({"type": ["array", "null"], "items": value} if field.list else value)

    def value(self, field: FieldInfo) -> Schema:
        """One value of a field. Nothing (null) is always allowed: a blank plan has it everywhere."""
        if field.type == "entity":
            return {"$ref": f"#/$defs/{field.entity}"}
        if field.type in ("enumeration", "country"):
            return {"$ref": f"#/$defs/{self.choice(field)}"}
        if field.type == "yes_no":
            return dict(_TRUTH)
        if field.type == "reference":
            return {"type": ["string", "number", "null"]}
        exact: dict[str, list[Schema]] = {
            "integer": [_COUNT],
            "number": [{"type": "number", "minimum": 0}],
            "percent": [{"type": "string", "pattern": _PERCENT}, {"type": "number", "minimum": 0}],
            "date": [{"type": "string", "pattern": _DATE}],
            "moment": [{"type": "string", "pattern": _MOMENT}],
            "duration": [{"type": "string", "pattern": _DURATION}],
        }
        return self.or_within(exact[field.type]) if field.type in exact else dict(_TEXT)

    def or_within(self, exact: list[Schema]) -> Schema:
        """Exactly known, or within bounds."""
        end: Schema = exact[0] if len(exact) == 1 else {"anyOf": exact}
        bounds = {
            "title": self.say["bounds"],
            "type": "object",
            "properties": {"from": {**end, "title": self.say["from"]}, "to": {**end, "title": self.say["to"]}},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [*exact, bounds, {"type": "null"}]}

    def choice(self, field: FieldInfo) -> str:
        """The name of a set of choices, which is defined once: each word with its label."""
        words = tuple(word for word, _ in field.choices)
        name = self.choices.get(words)
        if name is None:
            name = self.choices[words] = "country" if field.type == "country" else f"choices-{len(self.choices) + 1}"
            one_of: list[Schema] = [{"const": word, "title": label} for word, label in field.choices]
            if field.type == "country":
                one_of.append({"type": "string", "pattern": "^[A-Z]{3}$"})
            self.definitions[name] = {"oneOf": [*one_of, {"type": "null"}]}
        return name

    # --- evidence ---

    def evidence(self) -> Schema:
        """Places and what is known there: fields of the plan and the slices that rules ask about are offered, any place is checked by its beginning."""
        self.definitions |= {"statement": self.statement(), "slice": self.slice()}
        statement, of_slice = {"$ref": "#/$defs/statement"}, {"$ref": "#/$defs/slice"}
        names = "|".join(re.escape(field.name) for field in self.root.fields)
        properties: Schema = {"": {**statement, "title": self.say["whole_plan"]}}
        patterns: Schema = {f"^({names})(/.*)?$": statement, "^/": statement, f"^({names})(/.*[^/])?\\[.*\\]$": of_slice}
        for field in self.root.fields:
            properties[field.name] = {"title": field.question or field.label}
            if field.list and field.type == "entity":
                entity = next(one for one in self.entities if one.name == field.entity)
                members = "|".join(re.escape(one.name) for one in entity.fields)
                patterns[f"^{re.escape(field.name)}\\[(?!\\s*({members})\\s*[=<>])"] = {"not": {}}
            elif not field.list:
                patterns[f"^{re.escape(field.name)}\\["] = {"not": {}}
        one_day, another = (self.asked_slices(day) for day in ("2026-01-15", "2027-02-16"))
        properties |= {place: {"title": asked} for place, asked in one_day.items() if place in another and slice_of(place)[0] in properties}
        return {
            "title": self.say["evidence"],
            "description": self.say["evidence_about"],
            "type": ["object", "null"],
            "properties": properties,
            "patternProperties": patterns,
            "additionalProperties": False,
        }

    def asked_slices(self, day: str) -> dict[str, str]:
        """The slices that rules ask about in an empty plan, each with its question; those that hang on the day are others on another."""
        questions = self.rules.assess({}, day, language=self.language).questions()
        return {place: question.question for question in questions if question.asks == "slice" for place in question.places}

    def statement(self) -> Schema:
        members: Schema = {
            "read": {"enum": ["part", "whole", None]},
            "document": _TEXT,
            "page": _TEXT,
            "who": _TEXT,
            "on": _DAY,
            "as_of": _DAY,
            "kind": {"enum": ["document", "survey", "visit", "press", "expert", None]},
            "note": _TEXT,
            "guessed": _TRUTH,
            "none": _TRUTH,
            "complete": _TRUTH,
            "size": self.or_within([_COUNT]),
            "why": {"enum": ["not_stated", "not_known", "withheld", "claimed_not_applicable", None]},
            "says": {"type": ["array", "null"], "items": self.source()},
            "value": {},
        }
        return self.known(members)

    def slice(self) -> Schema:
        statement = self.statement()
        kept = {name: one for name, one in statement["properties"].items() if name not in ("read", "says", "value")}
        return {**statement, "properties": kept}

    def source(self) -> Schema:
        members: Schema = {
            name: {} if name == "value" else _DAY if name == "on" else _TEXT for name in ("value", "document", "page", "who", "on", "note")
        }
        return {
            **self.known({**members, "kind": {"enum": ["document", "survey", "visit", "press", "expert", None]}}),
            "required": ["value"],
        }

    def known(self, members: Schema) -> Schema:
        """An object of members that are each described in words."""
        described = {name: {"description": self.say[f"evidence.{name}"], **schema} for name, schema in members.items()}
        return {"type": ["object", "null"], "properties": described, "additionalProperties": False}

    # --- judgements ---

    def judgements(self) -> Schema:
        known = self.rules.requirements(self.language)
        ids: list[Schema] = [{"const": info.id, "title": info.title} for info in known]
        ids += [{"const": old, "title": info.title} for info in known for old in info.was]
        members: Schema = {
            "requirement": {"oneOf": ids},
            "part": _TEXT,
            "subject": _TEXT,
            "answer": _TRUTH,
            "who": _TEXT,
            "on": _DAY,
            "question": _TEXT,
        }
        return {
            "title": self.say["judgements"],
            "description": self.say["judgements_about"],
            "type": ["array", "null"],
            "items": {"type": "object", "properties": members, "required": ["requirement"], "additionalProperties": False},
        }
