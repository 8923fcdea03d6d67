"""Random rulesets and plans as text, from a seed.

Everything is typed while it is made, so nearly all rulesets check. A case keeps its pieces apart, so that a disagreement can be reduced
by leaving pieces out.
"""

from __future__ import annotations

import copy
import json
import random
import re
from dataclasses import dataclass, field
from functools import cache

VOCABULARY = """vocabulary world 1.0 {
  title en "World"
  unit persons
  unit m
  unit km = 1000 m
  unit m2 = m * m
  enum Colour = red, green, blue, grey
  enum Warm extends Colour = amber, coral
  enum Grade = low < middle < high
ENTITIES}
"""

# Fields by entity: name and type as a vocabulary writes it.
ENTITIES = {
    "Plan": [
        ("title", "text"), ("open", "yes_no"), ("tidy", "yes_no = no"), ("stage", "Grade"), ("hue", "Colour"), ("land", "country"),
        ("head", "integer"), ("score", "number"), ("bound", "number = 3"), ("way", "number in km"), ("reach", "number in m"),
        ("area", "number in m2"), ("crowd", "number in persons"), ("quota", "percent"), ("starts", "date"), ("ends", "date"),
        ("alarm", "moment"), ("answer", "moment"), ("term", "duration"), ("pause", "duration"), ("hues", "list of Colour"),
        ("days", "list of date"), ("sums", "list of number"), ("tags", "list of text"), ("lands", "list of country"),
        ("grades", "list of Grade"), ("chief", "ref Team"), ("office", "Office"), ("teams", "list of Team"),
        ("sites", "list of Site"), ("tasks", "list of Task"), ("rooms", "list of Room"),
    ],
    "Team": [
        ("id", "text"), ("label", "text"), ("size", "integer"), ("active", "yes_no"), ("spare", "yes_no = no"), ("grade", "Grade"),
        ("hue", "Colour"), ("formed", "date"), ("ended", "date"), ("called", "moment"), ("shift", "duration"), ("budget", "number"),
        ("portion", "percent"), ("people", "number in persons"), ("hues", "list of Colour"), ("days", "list of date"),
        ("members", "list of Member"), ("peers", "list of ref Team"), ("base", "Office"), ("site", "ref Site"),
    ],
    "Member": [
        ("id", "text"), ("joined", "date"), ("gone", "date"), ("senior", "yes_no"), ("grade", "Grade = low"), ("effort_hours", "number"),
        ("hue", "Colour"), ("tags", "list of text"), ("boss", "ref Team"), ("badges", "list of Room"),
    ],
    "Site": [
        ("hue", "Colour"), ("grade", "Grade"), ("area", "number in m2"), ("crowd", "number in persons"), ("opened", "date"),
        ("rooms", "list of Room"), ("safe", "yes_no"), ("keeper", "ref Team"),
    ],
    "Room": [("label", "text"), ("size", "number"), ("hue", "Colour"), ("checked", "date"), ("locked", "yes_no")],
    "Office": [("city", "text"), ("floor", "integer"), ("opened", "date"), ("lead", "ref Team"), ("hues", "list of Colour")],
    "Task": [
        ("no_of", "integer"), ("done", "date"), ("due", "date"), ("sent", "moment"), ("seen", "moment"), ("took", "duration"),
        ("hue", "Colour"), ("follows", "list of ref Task"), ("warm", "Warm"), ("warms", "list of Warm"), ("owner", "ref Team"),
    ],
}  # fmt: skip
# Lists that grow with time, with the date of their items.
DATED = {("Site", "rooms"): "checked", ("Plan", "tasks"): "due"}
KEYS = {"Team": ["id"], "Member": ["id"], "Site": ["hue", "grade"], "Task": ["no_of"]}
WORDS = {"Colour": ["red", "green", "blue", "grey"], "Warm": ["red", "green", "blue", "grey", "amber", "coral"], "Grade": ["low", "middle", "high"],
         "country": ["CR", "PA", "MX", "NO", "GT"]}  # fmt: skip
ALPHA3 = {"CR": "CRI", "PA": "PAN", "MX": "MEX", "NO": "NOR", "GT": "GTM"}
SLICED = ["Colour", "Warm", "Grade", "yes_no", "integer", "number", "date", "text", "ref Team"]  # fields that slices speak of
COMPARED = re.compile(r"\bv\d+\.(\w+) (=|<=|<|>=|>) ([\w.\"-]+)(?=\))")
BARE = re.compile(r"\bv\d+\.(active|spare|senior|safe|locked)\b(?! [=!])")
FACTS_LAST = ["3 years", "18 months", "400 days", "2 weeks"]
TEXTS = ["alpha", "beta", "gamma one", "alphabet", "árbol", "b-2", "x/y~z"]
TEAM_KEYS = ["t1", "t2", "t3", "x/y~z"]
MEMBER_KEYS = ["m1", "m2", "m3"]


@cache
def kind_of(type_text: str) -> str:
    """The kind that expressions know a field by: "number:m", "item:Team", "list:date" …"""
    type_text = type_text.split(" = ")[0]
    if type_text.startswith("list of "):
        return "list:" + kind_of(type_text.removeprefix("list of "))
    if type_text.startswith("ref ") or type_text in ENTITIES:
        return "item:" + type_text.removeprefix("ref ")
    if type_text.startswith("number in "):
        unit = type_text.removeprefix("number in ")
        return "number:" + ("m" if unit == "km" else unit)
    if type_text in ("integer", "number"):
        return "number:"
    if type_text == "yes_no":
        return "truth"
    return type_text


def holders_of(entities) -> set[str]:
    """These entities, and those in whose items theirs can stand."""
    found = set(entities)
    while True:
        outer = {one for one, fields in ENTITIES.items() if any(type_.removeprefix("list of ") in found for _, type_ in fields)} - {"Plan"}
        if outer <= found:
            return found
        found |= outer


def dated(entity: str, name: str) -> str:
    return f" dated {DATED[entity, name]}" if (entity, name) in DATED else ""


def vocabulary_text() -> str:
    lines = []
    for entity, fields in ENTITIES.items():
        key = f" key {', '.join(KEYS[entity])}" if entity in KEYS else ""
        root = " root" if entity == "Plan" else ""
        lines.append(
            f"  entity {entity}{root}{key} {{\n" + "".join(f"    {name} {type_}{dated(entity, name)}\n" for name, type_ in fields) + "  }\n"
        )
    return VOCABULARY.replace("ENTITIES", "".join(lines))


@dataclass
class Requirement:
    id: str
    head: list[str]  # title, modality, source, when, each, let
    clauses: list[str]
    group: int = -1

    def text(self) -> str:
        return f"  requirement {self.id} {{\n" + "".join(f"    {line}\n" for line in self.head + self.clauses) + "  }\n"


@dataclass
class Case:
    """One ruleset and one plan."""

    seed: str
    preamble: list[str]
    requirements: list[Requirement]
    groups: list[list[str]]  # lines of each group
    plan: dict
    as_of: str
    parameters: dict[str, str] = field(default_factory=dict)
    read: str = ""
    facts_since: str = ""

    def ruleset_text(self) -> str:
        parts = [one.text() for one in self.requirements if one.group < 0]
        for index, lines in enumerate(self.groups):
            inside = [one.text() for one in self.requirements if one.group == index]
            if inside:
                parts.append(f"  group g{index} {{\n" + "".join(f"    {line}\n" for line in lines) + "".join(inside) + "  }\n")
        return (
            'ruleset trial 1.0 {\n  title en "Trial"\n  uses world 1\n'
            + "".join(f"  {line}\n" for line in self.preamble)
            + "".join(parts)
            + "}\n"
        )

    def files(self) -> list[tuple[str, str]]:
        return [("world.brecha", vocabulary_text()), ("trial.brecha", self.ruleset_text())]

    def plan_text(self) -> str:
        return json_text(self.plan)


class RawNumber:
    """A number as it is written."""

    def __init__(self, text: str):
        self.text = text

    def __float__(self):
        return float(self.text)


AGAIN = "\0again"


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def json_text(value, indent: str = "") -> str:
    inner = indent + " "
    if isinstance(value, RawNumber):
        return value.text
    if isinstance(value, dict) and value:
        # A key may be given twice: the second one carries a mark here.
        members = [f"{inner}{_encoded(key.removesuffix(AGAIN))}: {json_text(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(members) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[" + ", ".join(json_text(one, inner) for one in value) + "]"
    return _encoded(value)


# --- expressions


class Writer:
    """Writes expressions of a wanted kind. `scope`: variables and their kinds."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.counter = 0
        self.parameters: dict[str, str] = {}
        self.definitions: list[tuple[str, list[str], str]] = []  # name, kinds of parameters, kind of result
        self.tables: list[tuple[str, list[str], dict[str, str]]] = []  # name, kinds of keys, fields; "" where a single value
        self.earlier: list[tuple[str, list[str]]] = []  # requirements written so far, and the entities of their subjects
        self.calendars: list[str] = []
        self.of_days = random.Random(str(rng.getstate()[1][:4]))  # one for working days alone: the rest is drawn as without them
        self.judging = False  # whether a judgement may stand here
        self.without_silence = False  # leaves out what looks at silence: is given, otherwise, due within, defaults

    def pick(self, options):
        return self.rng.choice(list(options))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def fresh(self) -> str:
        self.counter += 1
        return f"v{self.counter}"

    def write(self, kind: str, scope: dict, depth: int) -> str:
        if kind.startswith("list:"):
            return self.list(kind.removeprefix("list:"), scope, depth)
        if kind.startswith("item:"):
            return self.item(kind.removeprefix("item:"), scope, depth)
        options = self.options(kind, scope, depth)
        # Leaves where the budget is used up; fields more often than constants.
        return self.pick(options)()

    # items and their fields

    def items(self, scope: dict) -> list[tuple[str, str]]:
        found = [("plan", "Plan")]
        for name, kind in scope.items():
            if kind.startswith("item:"):
                found += [(name, kind.removeprefix("item:"))] * (8 if scope.get("!") == name else 3)
        return found

    def fields(self, kind: str, scope: dict) -> list[str]:
        found = []
        for path, entity in self.items(scope):
            for name, type_ in self.fields_of(entity):
                if kind_of(type_) == kind and not (self.without_silence and "=" in type_):
                    found.append(f"{path}.{name}")
        return found

    def fields_of(self, entity: str):
        if entity.startswith("row_"):
            return [(name, type_) for name, type_ in self.rows_of[entity]]
        return ENTITIES[entity]

    rows_of: dict = {}

    def item(self, entity: str, scope: dict, depth: int) -> str:
        options = [path for path, one in self.items(scope) if one == entity] * 2 + self.fields(f"item:{entity}", scope)
        if depth > 0:
            for path, one in self.items(scope):
                for name, type_ in self.fields_of(one):
                    if kind_of(type_) == f"list:item:{entity}" and entity in KEYS:
                        options.append(f"{path}.{name}[{self.key(entity, scope, depth - 1)}]")
            if entity == "Member":
                options += [
                    f"plan.teams.members[{self.key(entity, scope, 0)}]",
                    f"plan.teams[{self.key('Team', scope, 0)}].members[{self.key(entity, scope, 0)}]",
                ]
            for path in self.fields("item:Team", scope) + self.fields("item:Office", scope):
                owner = "Team" if path.endswith(("chief", "boss", "keeper", "lead")) else "Office"
                for name, type_ in ENTITIES[owner]:
                    if kind_of(type_) == f"item:{entity}":
                        options.append(f"{path}.{name}")
        fallback = {
            "Team": "plan.chief",
            "Office": "plan.office",
            "Site": "plan.sites[Colour.red, low]",
            "Member": 'plan.chief.members["m1"]',
            "Task": "plan.tasks[1]",
        }
        return self.pick(options) if options else fallback[entity]

    def key(self, entity: str, scope: dict, depth: int) -> str:
        if entity == "Team":
            return f'"{self.pick(TEAM_KEYS)}"'
        if entity == "Member":
            return f'"{self.pick(MEMBER_KEYS)}"'
        if entity == "Task":
            return self.write("number:", scope, 0) if self.chance(0.3) else str(self.rng.randint(1, 3))
        return f"{self.write('Colour', scope, 0)}, {self.write('Grade', scope, 0)}"

    # values

    def options(self, kind: str, scope: dict, depth: int) -> list:
        options = [lambda path=path: path for path in self.fields(kind, scope)]
        options += [lambda name=name: name for name, one in list(scope.items()) + list(self.parameters.items()) if one == kind] * 3
        literal = self.literal(kind)
        options += [lambda: literal] * max(1, len(options) // 3)
        if depth <= 0:
            return options
        weight = max(1, len(options) // 4)
        smaller = depth - 1
        again = lambda: self.write(kind, scope, smaller)
        if kind == "truth":
            return self.truths(scope, depth)
        if not self.without_silence:
            options += [lambda: f"({again()} otherwise {again()})"] * weight
        options += [lambda: f"(if {self.write('truth', scope, smaller)} then {again()} else {again()})"]
        for owner_kind in ("item:Team", "item:Office", "item:Site"):
            owner = owner_kind.removeprefix("item:")
            for name, type_ in ENTITIES[owner]:
                if kind_of(type_) == kind and not (self.without_silence and "=" in type_):
                    options.append(lambda owner=owner, name=name: f"{self.item(owner, scope, smaller)}.{name}")
        for name, kinds, result in self.definitions:
            if result == kind:
                options += [lambda name=name, kinds=kinds: self.call(name, kinds, scope, smaller)] * weight
        for name, kinds, columns in self.tables:
            for column, one in columns.items():
                if kind_of(one) == kind:
                    options += [lambda name=name, kinds=kinds, column=column: self.lookup(name, kinds, column, scope, smaller)] * weight
        if kind.startswith("number:"):
            options += self.numbers(kind, scope, depth) * max(1, weight // 2)
        elif kind == "percent":
            options += [
                lambda: f"share({self.write('number:', scope, smaller)}, {self.write('number:', scope, smaller)})",
                lambda: self.share(scope, smaller),
                lambda: f"({again()} {self.pick('+-')} {again()})",
                lambda: f"{self.pick(['min', 'max'])}({again()}, {again()})",
                lambda: self.aggregate(["min", "max", "average"], kind, scope, smaller),
            ] * weight
        elif kind == "date":
            options += [
                lambda: f"({again()} {self.pick('+-')} {self.duration(scope, smaller)})",
                lambda: f"{self.pick(['min', 'max'])}({again()}, {again()})",
                lambda: f"date({self.write('moment', scope, smaller)})",
                lambda: self.aggregate(["min", "max"], kind, scope, smaller),
                lambda: f"{self.pick(['min', 'max'])}({self.list(kind, scope, smaller)})",
                lambda: "assessment_date",
            ] * weight
        elif kind == "moment":
            options += [lambda: f"({again()} {self.pick('+-')} {self.literal('exact')})", 
                        lambda: self.aggregate(["min", "max"], kind, scope, smaller)] * weight  # fmt: skip
        elif kind == "exact":
            options += [
                lambda: f"({self.write('date', scope, smaller)} - {self.write('date', scope, smaller)})",
                lambda: f"({self.write('moment', scope, smaller)} - {self.write('moment', scope, smaller)})",
                lambda: f"({again()} * {self.rng.randint(1, 3)})",
                lambda: f"({again()} {self.pick('+-')} {again()})",
                lambda: f"{self.pick(['min', 'max'])}({again()}, {again()})",
                lambda: f"longest_gap({self.list('date', scope, smaller)})",
            ] * weight
        elif kind == "duration":
            options += [
                lambda: f"({again()} * {self.rng.randint(1, 3)})",
                lambda: f"({again()} + {self.pick(self.fields('duration', scope))})",
                lambda: f"{self.pick(['min', 'max'])}({again()}, {self.pick(self.fields('duration', scope))})",
                lambda: self.aggregate(["min", "max", "sum"], kind, scope, smaller),
            ] * weight
        return options

    def literal(self, kind: str) -> str:
        rng = self.rng
        if kind == "truth":
            return self.pick(["yes", "no"])
        if kind.startswith("number:"):
            unit = kind.removeprefix("number:")
            if unit == "persons":
                return f"{rng.choice([0, 1, 2, 5, 40, 100])} persons"
            if unit == "m":
                return rng.choice(["200 m", "2 km", "0 m", "1500 m"])
            if unit == "m2":
                return f"{rng.choice([0, 1, 20, 500])} m2"
            return rng.choice(["0", "1", "2", "3", "5", "2.5", "0.1", "12", "1_000", "7"])
        if kind == "percent":
            return rng.choice(["0%", "10%", "50%", "33.3%", "100%", "120%"])
        if kind == "date":
            return self.date_text()
        if kind == "moment":
            return self.moment_text()
        if kind == "exact":
            return rng.choice(["1 day", "10 days", "2 weeks", "36 hours", "24 hours", "90 minutes", "45 days", "90 days", "400 days"])
        if kind == "whole days":
            return rng.choice(["1 day", "10 days", "2 weeks", "48 hours", "45 days", "90 days", "400 days"])
        if kind == "calendar":
            return rng.choice(["1 month", "3 months", "6 months", "1 year", "18 months", "5 years"])
        if kind == "duration":
            return self.in_working_days(self.literal(self.pick(["exact", "exact", "calendar"])))
        if kind == "days":  # what can be added to a date
            return self.in_working_days(self.literal(self.pick(["whole days", "calendar"])))
        if kind == "text":
            return json.dumps(self.pick(TEXTS), ensure_ascii=False)
        if kind in WORDS:
            word = self.pick(WORDS[kind])
            return f"{kind}.{word}" if kind in ("Colour", "Warm") else word
        raise KeyError(kind)

    def in_working_days(self, duration: str) -> str:
        rng = self.of_days
        if not self.calendars or rng.random() < 0.4:
            return duration
        days = rng.choice(["1 working day", "2 working days", "5 working days", "10 working days", "60 working days"])
        named = len(self.calendars) > 1 or rng.random() < 0.3
        return f"{days} in {rng.choice(self.calendars)}" if named else days

    def date_text(self) -> str:
        return f"{self.pick([2023, 2024, 2024, 2025, 2025, 2026])}-{self.rng.randint(1, 12):02d}-{self.pick([1, 10, 15, 27, 28]):02d}"

    def moment_text(self) -> str:
        day = f"202{self.rng.randint(4, 6)}-0{self.rng.randint(1, 3)}-{self.rng.randint(1, 28):02d}"
        seconds = self.pick(["", "", ":30"])
        return f"{day}T{self.rng.randint(0, 23):02d}:{self.rng.randint(0, 59):02d}{seconds}{self.pick(['', '', 'Z', '-06:00', '+05:30'])}"

    def duration(self, scope, depth) -> str:
        """One that can be added to a date."""
        roll = self.rng.random()
        if roll < 0.7 or depth <= 0:
            return self.literal("days")
        return self.pick(self.fields("duration", scope))

    def call(self, name, kinds, scope, depth) -> str:
        return f"{name}({', '.join(self.write(kind, scope, depth) for kind in kinds)})" if kinds else name

    def lookup(self, name, kinds, column, scope, depth) -> str:
        keys = ", ".join(self.write(kind, scope, depth) for kind in kinds)
        return f"{name}[{keys}]" + (f".{column}" if column else "")

    def numbers(self, kind: str, scope: dict, depth: int) -> list:
        unit = kind.removeprefix("number:")
        smaller = depth - 1
        again = lambda: self.write(kind, scope, smaller)
        plain = lambda: self.write("number:", scope, smaller)
        options = [
            lambda: f"({again()} + {again()})",
            lambda: f"({again()} - {again()})",
            lambda: f"({again()} * {plain()})",
            lambda: f"({again()} / {plain()})",
            lambda: f"{self.pick(['min', 'max'])}({again()}, {again()})",
            lambda: f"abs({again()})",
            lambda: self.aggregate(["sum", "sum", "min", "max", "average"], kind, scope, smaller),
            lambda: self.aggregate(["sum", "sum", "min", "max", "average"], kind, scope, smaller),
            lambda: f"{self.pick(['sum', 'min', 'max', 'average'])}({self.list(kind, scope, smaller)})",
        ]
        if unit == "m2":
            options += [lambda: f"({self.write('number:m', scope, smaller)} * {self.write('number:m', scope, smaller)})"]
        if unit == "m":
            options += [lambda: f"({self.write('number:m2', scope, smaller)} / {self.write('number:m', scope, smaller)})"]
        if unit == "":
            options += [
                lambda: f"count({self.binder(scope, smaller)[0]})",
                lambda: f"count({self.binder(scope, smaller)[0]})",
                lambda: f"count({self.list(self.pick(['Colour', 'date', 'text', 'item:Team', 'Grade', 'item:Member']), scope, smaller)})",
                lambda: f"count(distinct({self.list(self.pick(['Colour', 'date', 'text', 'number:']), scope, smaller)}))",
                lambda: f"count(distinct({self.binder(scope, smaller, body='Colour')[0]}))",
                lambda: f"count(missing({self.list('Colour', scope, smaller)}, {self.list('Colour', scope, smaller)}))",
                lambda: f"year({self.write('date', scope, smaller)})",
                lambda: f"month({self.write('date', scope, smaller)})",
                lambda: f"days({self.write('exact', scope, smaller)})",
                lambda: f"hours({self.write('moment', scope, smaller)} - {self.write('moment', scope, smaller)})",
                lambda: (
                    f"{self.pick(['years_between', 'months_between'])}({self.write('date', scope, smaller)}, {self.write('date', scope, smaller)})"
                ),
                lambda: f"{self.pick(['round', 'round_up', 'round_down'])}({plain()})",
                lambda: f"amount({self.write('number:persons', scope, smaller)}, persons)",
                lambda: f"amount({self.write('number:m', scope, smaller)}, km)",
                lambda: f"({self.write('number:m', scope, smaller)} / {self.write('number:m', scope, smaller)})",
                lambda: f"({self.write('percent', scope, smaller)} * {plain()})",
                lambda: f"({self.write('exact', scope, smaller)} / {self.literal('exact')})",
                lambda: f"(-{plain()})",
            ]
        return options

    # lists

    def lists(self, scope: dict) -> list[tuple[str, str]]:
        """Paths of lists of items, values and references, with the kind of their elements."""
        found = []
        for path, entity in self.items(scope):
            for name, type_ in self.fields_of(entity):
                kind = kind_of(type_)
                if kind.startswith("list:"):
                    found.append((f"{path}.{name}", kind.removeprefix("list:")))
        return found

    def one_list_or_other(self, kind: str, scope, depth: int) -> str:
        condition = self.write("truth", scope, depth)
        one, other = self.list(kind, scope, depth), self.list(kind, scope, depth)
        return one if one == other else f"(if {condition} then {one} else {other})"

    def list(self, kind: str, scope: dict, depth: int) -> str:
        options = [lambda path=path: path for path, one in self.lists(scope) if one == kind] * 3
        options += [
            lambda name=name: name for name, one in list(scope.items()) + list(self.parameters.items()) if one == f"list:{kind}"
        ] * 2
        if kind in WORDS or kind in ("date", "text", "number:"):
            literal = "{" + ", ".join(dict.fromkeys(self.literal(kind) for _ in range(self.rng.randint(1, 3)))) + "}"
            options += [lambda: literal]
        if kind in WORDS and kind != "country":
            options += [lambda: f"(values of {kind})"]
        if kind.startswith("item:row_"):
            return kind.removeprefix("item:row_")
        if depth > 0 or not options:
            smaller = max(0, depth - 1)
            if kind not in ("item:Room", "item:Plan"):
                options += [lambda: f"list({self.binder(scope, smaller, body=kind)[0]})"] * 2
                options += [lambda: f"distinct({self.binder(scope, smaller, body=kind)[0]})"]
            for path, one in self.lists(scope):
                if one.startswith("item:") and not one.startswith("item:row_"):
                    for name, type_ in ENTITIES[one.removeprefix("item:")]:
                        if kind_of(type_) in (kind, f"list:{kind}") and not (self.without_silence and "=" in type_):
                            options.append(lambda path=path, name=name: f"{path}.{name}")
            if depth > 0:
                options += [lambda: f"({self.list(kind, scope, smaller)} + {self.list(kind, scope, smaller)})"]
                if not self.without_silence:
                    options += [lambda: f"({self.list(kind, scope, smaller)} otherwise {self.list(kind, scope, smaller)})"]
                options += [lambda: self.one_list_or_other(kind, scope, smaller)]
                if kind == "number:":
                    options += [
                        lambda: (
                            f"numbers({self.rng.randint(0, 2)}, {self.write('number:', scope, 0) if self.chance(0.3) else self.rng.randint(1, 4)})"
                        ),
                        lambda: (
                            f"{self.pick(['years', 'full_years'])}({self.write('date', scope, smaller)}, {self.write('date', scope, smaller)})"
                        ),
                    ]
                if kind == "date":
                    options += [
                        lambda: (
                            f"dates({self.write('date', scope, smaller)}, {self.in_working_days(self.pick(['3 months', '1 year', '45 days', 'plan.term']))}, {self.write('date', scope, smaller)})"
                        )
                    ]
        return self.pick(options)()

    def binder(self, scope: dict, depth: int, body: str = "", over: str = "", condition: bool | None = None) -> tuple[str, str, str]:
        """`v in L where C : B`; the text, the variable and its kind. B speaks of the variable."""
        if over:
            kind = over
            path = self.list(kind, scope, 0)
        else:
            path, kind = self.pick(self.lists_to_bind(scope))
            if depth > 1 and self.chance(0.25):
                path = self.list(kind, scope, depth - 1)
        variable = self.fresh()
        inner = {name: one for name, one in scope.items() if name != "!"} | {variable: kind}
        text = f"{variable} in {path}"
        if condition if condition is not None else self.chance(0.45):
            text += f" where {self.about(variable, inner, depth)}"
        if body:
            text += f" : {self.about_value(body, variable, inner, depth)}"
        return text, variable, kind

    def lists_to_bind(self, scope: dict) -> list[tuple[str, str]]:
        found = self.lists(scope)
        items = [one for one in found if one[1].startswith("item:")]
        made = [(name, f"item:row_{name}") for name, _, columns in self.tables if "" not in columns]
        return (
            found
            + items * 3
            + made
            + [("(values of Colour)", "Colour")]
            + [
                (name, kind.removeprefix("list:"))
                for name, kind in list(scope.items()) + list(self.parameters.items())
                if kind.startswith("list:")
            ]
        )

    def mentions(self, text: str, variable: str) -> bool:
        return re.search(rf"\b{variable}\b", text) is not None

    def about(self, variable: str, scope: dict, depth: int, tail: bool = False) -> str:
        """A condition that speaks of the variable, each operand of `and` and `or` too."""
        if depth > 1 and self.chance(0.35):
            word = self.pick(["and", "or"])
            return f"({self.about(variable, scope, depth - 1)} {word} {self.about(variable, scope, depth - 1)})"
        if depth > 0 and self.chance(0.15):
            return f"(not {self.about(variable, scope, depth - 1)})"
        if depth > 0:
            for _ in range(6):
                text = self.write("truth", {**scope, "!": variable}, depth)
                if self.mentions(text, variable):
                    return text
        return self.simple(variable, scope)

    def simple(self, variable: str, scope: dict) -> str:
        kind = scope[variable]
        if kind == "truth":
            return variable
        if kind.startswith("item:"):
            names = [name for name, type_ in self.fields_of(kind.removeprefix("item:")) if kind_of(type_) in ("Colour", "Grade", "number:", "truth", "date", "text", "Warm")
                     and not (self.without_silence and "=" in type_)]  # fmt: skip
            name = self.pick(names)
            one = kind_of(dict(self.fields_of(kind.removeprefix("item:")))[name])
            return f"{variable}.{name}" if one == "truth" else f"({variable}.{name} {self.pick(['=', '!='])} {self.literal(one)})"
        return f"({variable} {self.pick(['=', '!='])} {self.literal(kind)})"

    def about_value(self, kind: str, variable: str, scope: dict, depth: int) -> str:
        if kind == "truth":
            return self.about(variable, scope, depth)
        for _ in range(6):
            text = self.write(kind, {**scope, "!": variable}, min(depth, 1))
            if self.mentions(text, variable):
                return text
        return self.write(kind, scope, 0)

    def aggregate(self, functions: list[str], kind: str, scope: dict, depth: int) -> str:
        return f"{self.pick(functions)}({self.binder(scope, depth, body=kind)[0]})"

    def share(self, scope: dict, depth: int) -> str:
        if self.chance(0.5):
            return f"share({self.binder(scope, depth, body='truth')[0]})"
        return f"share({self.binder(scope, depth, condition=True)[0]})"

    # conditions

    def truths(self, scope: dict, depth: int) -> list:
        smaller = depth - 1
        write = lambda kind: self.write(kind, scope, smaller)
        compared = [
            "number:",
            "number:",
            "number:",
            "number:persons",
            "number:m",
            "number:m2",
            "percent",
            "date",
            "date",
            "moment",
            "Grade",
        ]
        equated = ["number:", "text", "date", "Colour", "Colour", "Grade", "moment", "duration", "percent", "country", "number:persons"]

        def compare():
            kind = self.pick(compared)
            return f"({write(kind)} {self.pick(['<', '<=', '>', '>='])} {write(kind)})"

        def equate():
            kind = self.pick(equated)
            return f"({write(kind)} {self.pick(['=', '=', '!='])} {write(kind)})"

        def durations():
            if self.chance(0.5):
                return f"({write('exact')} {self.pick(['<', '<=', '>=', '='])} {write('exact')})"
            return f"({self.pick(self.fields('duration', scope))} {self.pick(['<', '<=', '>', '>='])} {self.literal('duration')})"

        def between():
            kind = self.pick(["number:", "date", "percent", "Grade", "moment"])
            return f"({write(kind)} between {write(kind)} and {write(kind)})"

        def one_of():
            kind = self.pick(["Colour", "text", "number:", "country", "date"])
            return f"({write(kind)} {self.pick(['is one of', 'is not one of'])} {self.list(kind, scope, smaller)})"

        def within():
            day, length, relation = write("date"), self.duration(scope, smaller), self.pick(["before", "after", "of"])
            if length[0].isdigit() and self.of_days.random() < 0.3:
                relation = "beginning with"
            return f"({day} within {length} {relation} {write('date')})"

        def far():
            distance = "more than" if self.of_days.random() < 0.3 else "at least"
            return f"({write('date')} {distance} {self.duration(scope, smaller)} {self.pick(['before', 'after'])} {write('date')})"

        def contains():
            kind = self.pick(["Colour", "text", "date", "number:", "Grade", "country"])
            return f"({self.list(kind, scope, smaller)} contains {write(kind)})"

        def covers():
            kind = self.pick(["Colour", "text", "Grade", "date", "country"])
            return f"({self.list(kind, scope, smaller)} covers {self.list(kind, scope, smaller)})"

        def items():
            entity = self.pick(["Team", "Team", "Site"])
            return f"({self.item(entity, scope, smaller)} {self.pick(['=', '!='])} {self.item(entity, scope, smaller)})"

        def texts():
            if self.chance(0.5):
                return f"({write('text')} starts with {json.dumps(self.pick(['al', 'b', 'gamma', 'á']), ensure_ascii=False)})"
            return f"({write('text')} matches {json.dumps(self.pick(['al*', '*a*', 'b-?', '?lpha', '*', 'á*l']), ensure_ascii=False)})"

        def given():
            kind = self.pick(
                [
                    "number:",
                    "date",
                    "text",
                    "Colour",
                    "item:Team",
                    "item:Office",
                    "list:Colour",
                    "list:item:Team",
                    "list:item:Member",
                    "moment",
                    "truth",
                    "duration",
                    "number:m",
                    "list:date",
                ]
            )
            if kind == "truth":
                what = self.pick(self.fields("truth", scope))
            else:
                what = self.write(kind, scope, smaller if self.chance(0.3) else 0)
            return f"({what} {self.pick(['is given', 'is given', 'is missing'])})"

        def quantified():
            text, _, _ = self.binder(scope, smaller, body="truth")
            return f"({self.pick(['every', 'every', 'some', 'no'])} {text})"

        def counted():
            text, _, _ = self.binder(scope, smaller, body=self.pick(["truth", ""]))
            return f"({self.pick(['at least', 'at most', 'exactly'])} {self.rng.randint(0, 3)} {text})"

        def bare_some():
            text, _, _ = self.binder(scope, smaller)
            return f"({self.pick(['some', 'no'])} {text})"

        def apart():
            if self.chance(0.15):
                text = f"{self.list('moment', scope, smaller)} at most {self.literal('exact')} apart"
                if self.chance(0.5):
                    text += f" since {write('moment')}"
                if self.chance(0.5):
                    text += f" until {write('moment')}"
                return f"({text})"
            text = f"{self.list('date', scope, smaller)} at most {self.literal('days')} apart"
            if self.chance(0.5):
                text += f" since {write('date')}"
            if self.chance(0.5):
                text += f" until {write('date')}"
            return f"({text})"

        def verdict():
            if not self.earlier:
                return compare()
            id_, entities = self.pick(self.earlier)
            text = f"requirement {id_} {self.pick(['is met', 'is met', 'applies'])}"
            mine = [name for name, kind in scope.items() if kind.startswith("item:") and kind.removeprefix("item:") in holders_of(entities)]
            if mine and self.chance(0.8):
                text += f" for {self.pick(mine)}"
            return f"({text})"

        def wider():
            roll = self.rng.random()
            if roll < 0.5:
                return f"({write(self.pick(['Warm', 'Colour']))} {self.pick(['=', '!='])} {write(self.pick(['Warm', 'Colour']))})"
            one, other = self.rng.sample(["Warm", "Colour"], 2)
            if roll < 0.8:
                return f"({self.list(one, scope, smaller)} contains {write(other)})"
            return f"({self.list(one, scope, smaller)} covers {self.list(other, scope, smaller)})"

        def judged():
            return '(judged en "Is it so?")' if self.judging else compare()

        options = [lambda: self.pick(self.fields("truth", scope))] * 2
        options += (
            [compare] * 5
            + [equate] * 5
            + [durations, between, one_of, one_of, within, within, far, contains, contains, covers, items, texts]
        )
        options += [quantified] * 4 + [counted] * 2 + [bare_some, apart, wider, verdict]
        if self.earlier and any(kind.startswith("item:") for kind in scope.values()):
            options += [verdict] * 2
        if self.judging:
            options += [judged]
        if not self.without_silence:
            options += [given] * 3 + [lambda: f"({self.pick(self.fields('truth', scope))} otherwise {self.pick(['yes', 'no'])})"]
        for name, kinds, result in self.definitions:
            if result == "truth":
                options += [lambda name=name, kinds=kinds: self.call(name, kinds, scope, smaller)]
        if depth > 1:
            options += [lambda: f"({write('truth')} {self.pick(['and', 'or'])} {write('truth')})"] * 4
            options += [lambda: f"(not {write('truth')})"] * 2 + [lambda: f"(if {write('truth')} then {write('truth')})", lambda: f"(if {write('truth')} then {write('truth')})",
                        lambda: f"(if {write('truth')} then {write('truth')} else {write('truth')})"]  # fmt: skip
        if self.chance(0.02):
            options += [lambda: self.pick(["yes", "no"])]
        return options


# --- rulesets


class RulesetWriter(Writer):
    def preamble(self) -> list[str]:
        rng = self.rng
        lines = [f"month_end {self.pick(['last_day', 'next_day'])}", 'source S { title "Source" standing guidance }']
        if self.chance(0.3):
            lines.append(f"facts last {self.pick(FACTS_LAST)}")
        if self.of_days.random() < 0.4:
            for name in self.of_days.sample(["chile", "peru", "open_days"], self.of_days.choice([1, 1, 2])):
                lines.append(self.calendar(name))
                self.calendars.append(name)
        parameters = [
            ("p_count", "number:", "= 2"), ("p_open", "number:", ": integer"), ("p_term", "duration", "= 3 months"), ("p_gap", "duration", ": duration"),
            ("p_share", "percent", "= 50%"), ("p_day", "date", ": date = 2025-06-01"), ("p_hues", "list:Colour", ": list of Colour = {Colour.red, Colour.blue}"),
            ("p_flag", "truth", ": yes_no"), ("p_crowd", "number:persons", "= 40 persons"), ("p_none", "list:text", ": list of text"),
        ]  # fmt: skip
        for name, kind, rest in rng.sample(parameters, rng.randint(1, 6)):
            lines.append(f"parameter {name}{'' if rest.startswith(':') else ' '}{rest}")
            self.parameters[name] = kind
        if self.chance(0.5):
            lines.append(
                "table steps by grade: Grade, n: number at least -> { top number  hue Colour } { [low, 0] 1, red [low, 5] 4, blue [middle, 0] 2, green [middle, 2] 3, red [high, 10] 9, grey }"
            )
            self.tables.append(("steps", ["Grade", "number:"], {"top": "number", "hue": "Colour"}))
            self.rows_of = {"row_steps": [("grade", "Grade"), ("n", "number"), ("top", "number"), ("hue", "Colour")]}
        if self.chance(0.5):
            lines.append("table plain by hue: Colour -> integer { [red] 1 [green] 3 [blue] 5 }")
            self.tables.append(("plain", ["Colour"], {"": "integer"}))
        for number in range(rng.randint(0, 3)):
            kinds = [self.pick(["number:", "item:Team", "date", "Colour", "list:Colour", "item:Member"]) for _ in range(rng.randint(0, 2))]
            names = [f"q{number}{position}" for position in range(len(kinds))]
            result = self.pick(["truth", "truth", "number:", "date"])
            body = self.write(result, dict(zip(names, kinds)), 2)
            listed = ", ".join(f"{name}: {self.type_name(kind)}" for name, kind in zip(names, kinds))
            lines.append(f"define d{number}{f'({listed})' if kinds else ''} = {body}")
            self.definitions.append((f"d{number}", kinds, result))
        return lines

    def calendar(self, name: str) -> str:
        if name == "open_days":
            return f"calendar {name}"
        rng = self.of_days
        weekend = rng.choice(["saturday, sunday", "friday, saturday", "sunday"])
        holidays = ", ".join(sorted({f"2025-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" for _ in range(rng.randint(0, 9))}))
        first = rng.choice(["", " from 2025-01-01", " from 2023-03-01"])
        last = rng.choice(["2025-12-31", "2026-06-30", "2030-12-31"])
        return f"calendar {name} {{ weekend {weekend} holidays {{ {holidays} }}{first} until {last} }}"

    def type_name(self, kind: str) -> str:
        if kind.startswith("list:"):
            return "list of " + self.type_name(kind.removeprefix("list:"))
        return {"number:": "number", "truth": "yes_no"}.get(kind, kind.removeprefix("item:"))

    def each(self, scope: dict, depth: int) -> tuple[str, str, str]:
        lists = [one for one in self.lists(scope) if one[1].startswith("item:")]
        own = [one for one in lists if not one[0].startswith("plan.")]
        if own and self.chance(0.7):
            path, kind = self.pick(own)
        elif self.chance(0.75):
            path, kind = self.pick(lists)
        else:
            kind = self.pick(["Colour", "number:", "date", "Grade", "text"])
            path = self.list(kind, scope, depth)
        variable = self.fresh()
        text = f"each {variable} in {path}"
        if self.chance(0.4):
            text += f" where {self.about(variable, {**scope, variable: kind}, depth)}"
        return text + self.pick(["", "", "", ", if any", ", at least one"]), variable, kind

    def requirement(self, number: int, group: int, scope: dict, entities: list[str]) -> Requirement:
        rng = self.rng
        head = [f'title en "Number {number}"', self.pick(["shall", "shall", "should", "may"]), 'source S "1"']
        entities = list(entities)
        self.judging = False
        if self.chance(0.1):
            head.append(f"facts last {self.pick(FACTS_LAST)}")
        if self.chance(0.2):
            head.append(f"when {self.write('truth', {}, rng.randint(1, 2))}")
        for _ in range(self.pick([0, 0, 0, 1, 1, 1, 1, 2, 2, 3])):
            text, variable, kind = self.each(scope, rng.randint(0, 1))
            head.append(text)
            scope = {**scope, variable: kind}
            if kind.startswith("item:"):
                entities.append(kind.removeprefix("item:"))
            if self.chance(0.15):
                head.append(f"when {self.about(variable, scope, 1)}")
        for _ in range(self.pick([0, 0, 0, 1, 2])):
            kind = self.pick(["number:", "truth", "date", "list:Colour", "item:Team", "list:item:Team"])
            name = self.fresh()
            head.append(f"let {name} = {self.write(kind, scope, rng.randint(1, 2))}")
            scope = {**scope, name: kind}
        self.judging = True
        count = self.pick([1, 1, 1, 2, 3])
        labelled = self.chance(0.5)
        clauses = []
        for position in range(count):
            label = f'.{position + 1} en "part {position + 1}" ' if labelled else ""
            clauses.append(self.clause(label, scope))
        self.judging = False
        self.earlier.append((f"R{number}", entities))
        return Requirement(f"R{number}", head, clauses, group)

    def family(self) -> list[str]:
        """A requirement for each row of a table, told apart by what stands in the row."""
        scope = {"row.hue": "Colour", "row.most": "number:"}
        written = self.requirement(0, -1, scope, [])
        self.earlier.pop()
        lines = "".join(f"      {line}\n" for line in written.head + written.clauses)
        return [
            'table each_hue by clause: text -> { hue Colour  most integer } { ["1"] red, 2 ["2(a)"] blue, 0 }',
            'family row in each_hue {\n    requirement "F-{row.clause}" {\n' + lines.replace('"Number 0"', '"{row.hue}"') + "    }\n  }",
        ]

    def due(self, scope: dict) -> str:
        if self.chance(0.3):
            return f"{self.pick(self.fields('moment', scope))} due within {self.pick(['24 hours', '10 days', '72 hours'])} after {self.write('moment', scope, 0)}"
        done, start = self.pick(self.fields("date", scope)), self.write("date", scope, self.rng.randint(0, 1))
        if self.chance(0.4):
            done = f"{self.item('Team', scope, self.rng.randint(0, 1))}.{self.pick(['ended', 'ended', 'formed'])}"
        if self.chance(0.2):
            start = f"{self.item('Team', scope, 0)}.formed"
        length, roll = self.literal("days"), self.of_days.random()
        if roll < 0.2:
            return f"{done} due within {length} beginning with {start}"
        if roll < 0.4:
            return f"{done} due {'at least' if roll < 0.3 else 'more than'} {length} before {start}"
        return f"{done} due within {length} after {start}"

    def clause(self, label: str, scope: dict) -> str:
        depth = self.pick([1, 2, 2, 3, 3, 4])
        roll = self.rng.random()
        if self.without_silence and roll < 0.2:
            roll = 0.5
        if roll < 0.08:
            return f"require {label}{self.due(scope)}"
        if roll < 0.12:
            return f"require {label}if {self.write('truth', scope, 1)} then {self.due(scope)}"
        if roll < 0.16:
            path, kind = self.pick([one for one in self.lists(scope) if one[1] in ("item:Task", "item:Team", "item:Member")])
            variable = self.fresh()
            return f"require {label}every {variable} in {path} : {variable}.{ {'item:Task': 'done', 'item:Team': 'ended', 'item:Member': 'gone'}[kind] } due within 3 months after {variable}.{ {'item:Task': 'due', 'item:Team': 'formed', 'item:Member': 'joined'}[kind] }"
        if roll < 0.28:
            kind = self.pick(["Colour", "Colour", "Grade", "text", "country", "date", "number:"])
            return f"require {label}{self.list(kind, scope, depth - 1)} covers {self.list(kind, scope, self.rng.randint(0, 1))}"
        if roll < 0.33:
            kind = self.pick(["Colour", "Grade", "text"])
            return f"require {label}if {self.write('truth', scope, 1)} then {self.list(kind, scope, 1)} covers {self.list(kind, scope, 0)}"
        if roll < 0.43:
            return f"require {label}if {self.write('truth', scope, depth - 1)} then {self.write('truth', scope, depth - 1)}"
        if roll < 0.5:
            return f"require {label}{self.write('truth', scope, depth - 1)} unless {self.write('truth', scope, depth - 1)}"
        if roll < 0.57:
            forbidden = self.write("truth", scope, depth)
            return f"forbid {label}{forbidden}" if not forbidden.startswith("(if ") else f"require {label}{forbidden}"
        if roll < 0.6:
            return f'require {label}judged en "Is it so?"'
        return f"require {label}{self.write('truth', scope, depth)}"


# --- plans


class PlanWriter:
    def __init__(self, rng: random.Random, tidy: bool = False):
        self.rng = rng
        self.tidy = tidy  # nothing invalid
        self.silence = rng.choice([0.03, 0.1, 0.35])
        self.compared: list[tuple[str, str, str]] = []  # by the rules: fields, with what

    def pick(self, options):
        return self.rng.choice(list(options))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def value(self, type_text: str):
        rng = self.rng
        type_text = type_text.split(" = ")[0]
        if not self.tidy and self.chance(0.015):
            return self.pick(
                [
                    "no such word",
                    RawNumber("-1"),
                    True,
                    [],
                    {},
                    "",
                    None,
                    RawNumber("1.23456789012"),
                    {"from": RawNumber("2"), "to": RawNumber("1")},
                    "2024-13-01",
                    "03/04/2018",
                    RawNumber("7"),
                ]
            )
        if type_text == "text":
            return self.pick(TEXTS + [" alpha ", "a\u0301rbol"])
        if type_text == "yes_no":
            return self.pick([True, False, True, False, "yes", "no"])
        if type_text == "integer":
            if self.chance(0.1):
                return self.bounds(lambda: RawNumber(str(rng.randint(0, 9))))
            return RawNumber(self.pick(["0", "1", "2", "3", "5", "7", "12", "1e1", "2.0"]))
        if type_text.startswith("number"):
            if self.chance(0.12):
                return self.bounds(lambda: RawNumber(str(rng.randint(0, 60))))
            return RawNumber(
                self.pick(
                    [
                        "0",
                        "1",
                        "2",
                        "2.5",
                        "0.1",
                        "3",
                        "20",
                        "100",
                        "1500",
                        "0.000000001",
                        "40",
                        "1e2",
                        self.pick(["170141183460469231731687303715", "1e400", "99999999999999999999.5", "2.50"]),
                    ]
                )
            )
        if type_text == "percent":
            if self.chance(0.1):
                return self.bounds(lambda: RawNumber(str(rng.randint(0, 100))))
            return self.pick(["30%", RawNumber("50"), "33.3%", RawNumber("0.3"), "100%", "10%", RawNumber("0")])
        if type_text == "date":
            roll = rng.random()
            day = f"{self.pick([2023, 2024, 2024, 2025, 2025, 2026])}-{rng.randint(1, 12):02d}-{self.pick([1, 10, 15, 28]):02d}"
            if roll < 0.1:
                return day[:7]
            if roll < 0.15:
                return day[:4]
            if roll < 0.22:
                return self.bounds(lambda: f"{rng.randint(2022, 2027)}-{rng.randint(1, 12):02d}-15")
            if roll < 0.3:
                return self.pick(["2024-02-29", "2024-01-31", "2025-08-31", "2026-01-15"])
            return day
        if type_text == "moment":
            make = lambda: (
                f"202{rng.randint(4, 6)}-0{rng.randint(1, 3)}-{rng.randint(1, 28):02d}T{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
            )
            if self.chance(0.08):
                return self.bounds(lambda: make() + "Z")
            return make() + self.pick(["", ":30", "Z", "-06:00", "+05:30", ":15Z"])
        if type_text == "duration":
            if self.chance(0.08):
                return self.bounds(lambda: f"{rng.randint(1, 90)} days")
            return self.pick(
                [
                    "2 weeks",
                    "1 day",
                    "3 months",
                    "P2W",
                    "P18M",
                    "PT12H",
                    "36 hours",
                    "1 year",
                    "10 working days",
                    "90 days",
                    "P1DT12H",
                    "45 minutes",
                ]
            )
        if type_text == "country":
            word = self.pick(WORDS["country"])
            return ALPHA3[word] if self.chance(0.2) else word
        if type_text in WORDS:
            return self.pick(WORDS[type_text])
        if type_text == "ref Team":
            return self.pick(TEAM_KEYS + ["nobody"])
        if type_text == "ref Site":
            return f"{self.pick(WORDS['Colour'])},{self.pick(WORDS['Grade'])}"
        if type_text == "ref Task":
            return str(rng.randint(1, 3))
        if type_text.startswith("list of "):
            inner = type_text.removeprefix("list of ")
            length = self.pick([0, 1, 1, 2, 2, 3])
            values = [self.value(inner) for _ in range(length)]
            return values
        return self.item(type_text)

    def bounds(self, make):
        roll = self.rng.random()
        if roll < 0.3:
            return {"from": make()}
        if roll < 0.5:
            return {"to": make()}
        ends = sorted(
            (make(), make()),
            key=lambda one: float(one) if isinstance(one, RawNumber) else (float(one.split()[0]) if " " in one else 0, one),
        )
        return {"from": ends[0], "to": ends[1]}

    def item(self, entity: str) -> dict:
        result = {}
        for name, type_ in ENTITIES[entity]:
            is_key = name in KEYS.get(entity, [])
            late = name in ("done", "ended", "gone", "answer", "seen", "ends")
            if self.chance(0.03 if is_key else 0.5 if late else self.silence):
                if self.chance(0.1):
                    result[name] = None
                continue
            if is_key and entity in ("Team", "Member"):
                result[name] = self.pick(TEAM_KEYS if entity == "Team" else MEMBER_KEYS)
            elif is_key and entity == "Task":
                result[name] = RawNumber(str(self.rng.randint(1, 3)))
            else:
                result[name] = self.value(type_)
            if not self.tidy and self.chance(0.004):
                result[name + AGAIN] = self.pick(
                    [result[name], None, self.value(type_) if type_.removeprefix("list of ") not in ENTITIES else []]
                )
        if not self.tidy and self.chance(0.03):
            result["nothing_of_the_kind"] = {"id": 1}
        return result

    def plan(self) -> dict:
        plan = self.item("Plan")
        if self.chance(0.6):
            plan["evidence"] = self.evidence(plan)
        return plan

    def evidence(self, plan: dict) -> dict:
        places = list(places_of("Plan", plan, ""))
        evidence = {}
        if self.chance(0.5):
            evidence[""] = {"document": "sheet", "read": self.pick(["part", "whole", "part"])}
        for place, type_text, present in self.rng.sample(places, min(len(places), self.rng.randint(1, 9))):
            entry = evidence.setdefault(place, {})
            roll = self.rng.random()
            if type_text.startswith("list of "):
                if roll < 0.45:
                    entry["read"] = self.pick(["part", "whole"])
                elif roll < 0.75:
                    entry["size"] = self.pick(
                        [RawNumber(str(self.rng.randint(0, 5))), {"from": RawNumber("2")}, {"from": RawNumber("1"), "to": RawNumber("4")}]
                    )
                elif not present:
                    entry["why"] = self.pick(["not_known", "withheld", "not_stated"])
            elif type_text == "":
                entry["read"] = self.pick(["part", "whole"])
            elif not present:
                if roll < 0.35:
                    entry["none"] = True
                elif roll < 0.8:
                    entry["why"] = self.pick(["not_known", "withheld", "claimed_not_applicable", "not_stated"])
                else:
                    entry["read"] = self.pick(["part", "whole"])
            elif type_text.split(" = ")[0] not in ENTITIES and roll < 0.5:
                says = [self.value(type_text) for _ in range(self.rng.randint(1, 2))]
                entry["says"] = [{"value": one, "document": "A"} for one in says]
                if self.chance(0.4):
                    entry["value"] = self.pick(says)
        if self.chance(0.3):
            for place in ["", *(place for place, _, _ in self.rng.sample(places, min(len(places), 4)))]:
                if self.chance(0.6):
                    evidence.setdefault(place, {})["as_of"] = self.pick(
                        ["2019", "2023-06", "2024-02-29", "2024-12-31", "2025-08-31", "2026-01-01"]
                    )
        lists = [one for one in places if one[1].startswith("list of ")]
        for place, type_text, _ in self.rng.sample(lists, min(len(lists), self.pick([0, 0, 2, 4]))):
            for _ in range(self.pick([1, 1, 2])):
                said = [
                    {"none": True},
                    {"none": True},
                    {"complete": True},
                    {"complete": True},
                    {"size": RawNumber(str(self.rng.randint(0, 2)))},
                ]
                evidence[f"{place}[{self.slice(type_text.removeprefix('list of '))}]"] = self.pick(said)
        return {self.spelled(place, plan): entry for place, entry in evidence.items() if entry}

    def slice(self, element: str) -> str:
        """A condition on the elements of a list."""
        if element not in ENTITIES:
            return self.condition("", element)
        fields = [(name, type_.split(" = ")[0]) for name, type_ in ENTITIES[element] if type_.split(" = ")[0] in SLICED]
        asked = [(name, type_) for name, type_ in fields if any(one[0] == name for one in self.compared)]
        if asked and self.chance(0.8):
            return self.condition(*self.pick(asked))
        return ", ".join(self.condition(*one) for one in sorted(self.rng.sample(fields, min(len(fields), self.pick([1, 1, 1, 2])))))

    def condition(self, name: str, type_text: str) -> str:
        signs = ["="] if not name or type_text not in ("integer", "number", "date", "Grade") else ["=", ">=", "<=", "<", ">"]
        sign = self.pick(signs)
        asked = [one for one in self.compared if one[0] == name]
        if name and asked and self.chance(0.8):
            _, sign, value = self.pick(asked)
            value = value.rpartition(".")[2] if type_text in WORDS else value.strip('"') if value != '"gamma one"' else value
            return f"{name}{sign if sign in signs else '='}{value}"
        if type_text == "date":
            value = self.pick(["2024-01-01", "2025-01-01", "2024-06-15"])
            value = self.pick([value, "2024-01-01..2024-12-31", "2023-06-01..2025-06-30"]) if sign == "=" else value
        elif type_text in ("integer", "number"):
            value = self.pick(["1", "2", "3", "1..3"] if sign == "=" else ["1", "2", "5"])
        elif type_text == "yes_no":
            value = self.pick(["yes", "no"])
        elif type_text == "text":
            value = self.pick(["alpha", '"gamma one"', "b-2"])
        elif type_text.startswith("ref "):
            value = self.pick(["t1", "t2"])
        else:
            value = self.pick(WORDS[type_text])
        return f"{name}{sign if name else ''}{value}"

    def spelled(self, place: str, plan: dict) -> str:
        """Sometimes as a JSON Pointer."""
        if not place or self.chance(0.8) or "]" in place.rpartition("/")[2]:
            return place
        steps, here, entity = [], plan, "Plan"
        segments = place.split("/")
        while segments:
            name = segments.pop(0)
            steps.append(name)
            inside = here.get(name) if isinstance(here, dict) else None
            entity = dict(ENTITIES[entity])[name].removeprefix("list of ")
            if isinstance(inside, list) and segments:
                wanted = segments.pop(0)
                keys = [key_text(entity, one) for one in inside]
                names = [
                    key.replace("~", "~0").replace("/", "~1") if key is not None and keys.count(key) == 1 else f"[{at}]"
                    for at, key in enumerate(keys)
                ]
                if wanted not in names:
                    return place
                steps.append(str(names.index(wanted)))
                inside = inside[names.index(wanted)]
            here = inside
        return "".join(f"/{step}" for step in steps)


def places_of(entity: str, item: dict, place: str):
    """Each place of a plan with keys that can be trusted: the place, its type, whether something stands there."""
    for name, type_ in ENTITIES[entity]:
        here = f"{place}/{name}" if place else name
        inside = item.get(name)
        if name not in KEYS.get(entity, []):
            yield here, type_, inside is not None and inside != ""
        bare = type_.removeprefix("list of ")
        if bare not in ENTITIES:
            continue
        if isinstance(inside, dict) and not type_.startswith("list of "):
            yield from places_of(bare, inside, here)
        if isinstance(inside, list):
            keys = [key_text(bare, one) for one in inside]
            for position, (one, key) in enumerate(zip(inside, keys)):
                if isinstance(one, dict):
                    segment = key.replace("~", "~0").replace("/", "~1") if key is not None and keys.count(key) == 1 else f"[{position}]"
                    yield f"{here}/{segment}", "", True
                    yield from places_of(bare, one, f"{here}/{segment}")


def key_text(entity: str, item) -> str | None:
    if entity not in KEYS or not isinstance(item, dict):
        return None
    parts = []
    for name in KEYS[entity]:
        value = item.get(name)
        if isinstance(value, RawNumber):
            value = value.text
        if not isinstance(value, str) or not value:
            return None
        parts.append(value)
    return ",".join(parts)


def judgements_for(ruleset_text: str, rng: random.Random, subjects: list[str]) -> list:
    found = []
    for match in re.finditer(r"requirement (R\d+) \{(.*?)\n  \}", ruleset_text, re.DOTALL):
        clauses = [line.strip() for line in match[2].split("\n") if line.strip().startswith(("require", "forbid"))]
        for position, line in enumerate(clauses):
            for question in re.findall(r'judged en "([^"]*)"', line):
                label = re.match(r"(?:require|forbid) (\.\d+)", line)
                part = label[1] if label else f"#{position + 1}" if len(clauses) > 1 else None
                for subject in [None, *subjects]:
                    if rng.random() < 0.6:
                        one = {"requirement": match[1], "answer": rng.choice([True, False, "yes", "no"])}
                        if part:
                            one["part"] = part
                        if subject:
                            one["subject"] = subject
                        if rng.random() < 0.3:
                            one["question"] = question if rng.random() < 0.8 else "Something else?"
                        found.append(one)
    return found


def compared_in(rules: str) -> list[tuple[str, str, str]]:
    """Fields that rules compare, how, and with what."""
    return COMPARED.findall(rules) + [(name, "=", "yes") for name in BARE.findall(rules)]


# All of them hold together on some day.
IN_FORCE = ["from 2025-03-01", "until 2025-12-31", "from 2025-01-01 until 2026-06-30", "from 2025-07-01", "until 2026-01-15"]
DATED_VALUES = {
    "parameter p_count = 2": ["2 from 2025-01-01, 3 from 2025-07-01", "1, 2 from 2026-01-15", "2 until 2025-06-30, 4 from 2026-01-01"],
    "parameter p_term = 3 months": ["3 months, 1 year from 2025-06-30", "6 months from 2025-01-01"],
    "parameter p_share = 50%": ["50% until 2025-12-31", "50%, 25% from 2025-06-30, 75% from 2026-01-16"],
    "parameter p_day: date = 2025-06-01": ["2024-06-01, 2025-06-01 from 2025-06-30"],
}


def put_in_force(rng: random.Random, preamble: list[str], groups: list[list[str]], requirements: list[Requirement]) -> None:
    """Lets the ruleset, its groups and requirements be in force on some days only, and dates values of parameters."""
    if rng.random() < 0.05:
        preamble.append(f"in force {rng.choice(IN_FORCE)}")
    for lines in [*groups, *(one.head for one in requirements)]:
        if rng.random() < 0.07:
            lines.append(f"in force {rng.choice(IN_FORCE)}")
    for at, line in enumerate(preamble):
        if line in DATED_VALUES and rng.random() < 0.3:
            preamble[at] = line[: line.index("=") + 2] + rng.choice(DATED_VALUES[line])


def make_case(seed, without_silence: bool = False) -> Case:
    rng = random.Random(f"brecha {seed}")
    writer = RulesetWriter(rng)
    writer.without_silence = without_silence
    preamble = writer.preamble()
    groups, requirements = [], []
    number = 0
    for index in range(rng.choice([0, 0, 1])):
        lines, scope, entities = [], {}, []
        if rng.random() < 0.2:
            lines.append(f"facts last {rng.choice(FACTS_LAST)}")
        if rng.random() < 0.35:
            lines.append(f"when {writer.write('truth', {}, 1)}")
        if rng.random() < 0.6:
            text, variable, kind = writer.each({}, 0)
            lines.append(text)
            scope[variable] = kind
            if kind.startswith("item:"):
                entities.append(kind.removeprefix("item:"))
        groups.append(lines)
        for _ in range(rng.randint(1, 2)):
            number += 1
            requirements.append(writer.requirement(number, index, scope, entities))
    for _ in range(rng.randint(2, 5)):
        number += 1
        requirements.append(writer.requirement(number, -1, {}, []))
    if (family_rng := random.Random(f"family {seed}")).random() < 0.2:
        writer.rng = family_rng
        preamble += writer.family()
    put_in_force(random.Random(f"in force {seed}"), preamble, groups, requirements)
    plan_writer = PlanWriter(rng)
    written = "".join(one.text() for one in requirements) + "".join(line for lines in groups for line in lines)
    plan_writer.compared = compared_in(written)
    case = Case(str(seed), preamble, requirements, groups, plan_writer.plan(), rng.choice(["2026-01-15", "2025-06-30", "2024-12-31"]))
    places = [place for place, type_, _ in places_of("Plan", case.plan, "") if type_ == ""]
    judgements = judgements_for(case.ruleset_text(), rng, rng.sample(places, min(4, len(places))))
    if judgements:
        case.plan["judgements"] = judgements
    if rng.random() < 0.15:
        settings = {"p_open": "3", "p_gap": "2 weeks", "p_flag": "yes", "p_count": "1"}
        case.parameters = {name: value for name, value in settings.items() if name in writer.parameters and rng.random() < 0.7}
    if rng.random() < 0.1:
        case.read = rng.choice(["part", "whole"])
    if rng.random() < 0.1:
        case.facts_since = rng.choice(["2024-01-01", "2025-01-01"])
    return case


def copy_of(case: Case) -> Case:
    return copy.deepcopy(case)
