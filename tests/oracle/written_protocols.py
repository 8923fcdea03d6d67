"""Protocols written in English keywords -> as a checked ruleset prints them: so that what they mean can be tried without the engine."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r'\s*(#[^\n]*\n|"(?:[^"\\\n]|\\.)*"|answered by|in case|at least|working days?|\d+(?:\.\d+)?%?|[\w.-]+(?=\b|\s)|[{},=()])\s*'
)
UNITS = {"second": (0, 1), "minute": (0, 60), "hour": (0, 3600), "day": (0, 86400), "week": (0, 604800), "month": (1, 1), "year": (1, 12),
         "working day": (2, 256)}  # fmt: skip
LEADS = {"title", "shall", "should", "may", "source", "answered by", "role", "event", "case", "step", "limit", "never", "separate", "each"}
ATTRIBUTES = {"by", "to", "after", "within", "at least", "before", "in case", "optional", "lasts", "during", "every", "performs"}


def duration(amount: str, unit: str) -> dict:
    kind, size = UNITS[unit.removesuffix("s")]
    return {"operation": "duration", "number": str((int(amount) * size) << 2 | kind), "operands": []}


class Reader:
    def __init__(self, text: str):
        self.tokens = [one.strip() for one in TOKEN.findall(text) if not one.startswith("#")]
        self.at = 0
        self.roles: list[str] = []
        self.cases: list[str] = []
        self.members: list[dict] = []
        self.attributes: list[tuple[int, list[dict]]] = []  # of each member, in the order written
        self.further: dict[str, list[dict]] = {"limit": [], "never": [], "separate": []}

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def taken(self, word: str) -> bool:
        if self.peek() == word:
            self.at += 1
            return True
        return False

    def words(self, joint: str = "and") -> tuple[list[str], bool]:
        found, is_any = [self.take()], False
        while self.peek() in ("and", "or", ","):
            is_any = self.take() == "or" or is_any
            found.append(self.take())
        return found, is_any

    def span(self) -> dict:
        return duration(self.take(), self.take())

    def read(self) -> dict:
        while self.at < len(self.tokens):
            lead = self.take()
            if lead in self.further:
                self.further[lead].append(getattr(self, lead)())
            elif lead in LEADS:
                getattr(self, lead.replace(" ", "_"), self.skip)()
            else:
                raise ValueError(f"{lead!r} opens no line")
        return self.protocol()

    def skip(self) -> None:
        while self.peek() and self.peek() not in LEADS:
            self.at += 1

    def texts(self) -> None:
        while re.fullmatch("[a-z]{2}", self.peek()) and self.tokens[self.at + 1 : self.at + 2] and self.tokens[self.at + 1][0] == '"':
            self.at += 2

    def role(self) -> None:
        self.roles += self.words()[0]

    def case(self) -> None:
        self.cases.append(self.take())
        self.texts()

    def event(self) -> None:
        self.members.append({"name": self.take(), "event": True, "optional": False, "case": "", "by": [], "by_any": False, "to": ""})
        self.attributes.append((len(self.members) - 1, []))
        self.texts()

    def step(self) -> None:
        member = {"name": self.take(), "event": False, "optional": False, "case": "", "by": [], "by_any": False, "to": ""}
        self.members.append(member)
        found: list[dict] = []
        self.attributes.append((len(self.members) - 1, found))
        self.texts()
        while self.peek() in ATTRIBUTES:
            word = self.take()
            if word == "by":
                member["by"], member["by_any"] = self.words()
            elif word in ("to", "in case"):
                member["to" if word == "to" else "case"] = self.take()
            elif word == "optional":
                member["optional"] = True
            elif word == "after":
                names, is_any = self.words()
                found += (
                    [{"kind": "after", "others": names, "any": True}] if is_any else [{"kind": "after", "others": [one]} for one in names]
                )
            elif word in ("within", "every"):
                found.append({"kind": word, "to": self.span()})
            elif word == "at least":
                span = self.span()
                found.append({"kind": "at_least", "from": span, "before": self.take() == "before", "others": [self.take()]})
            elif word == "before":
                found.append({"kind": "before", "others": [self.take()]})
            elif word == "lasts":
                least = self.span()
                found.append({"kind": "lasts", "from": least, "to": self.span() if self.taken("to") else least})
            elif word == "during":
                one = {"kind": "during", "others": [self.take()]}
                if self.taken("from"):
                    one["percent_from"] = self.take().rstrip("%")
                    self.at += 1
                    one["percent_to"] = self.take().rstrip("%")
                found.append(one)
            else:
                self.take()
            self.texts()

    def limit(self) -> dict:
        first = self.take()
        self.at += 1
        other = self.take()
        end = "to" if self.take() == "within" else "from"
        return {"kind": "limit", "of": first, "others": [other], end: self.span(), "case": self.take() if self.taken("in case") else ""}

    def never(self) -> dict:
        first = self.take()
        self.at += 1
        return {"kind": "never", "of": first, "others": [self.take()], "case": self.take() if self.taken("in case") else ""}

    def separate(self) -> dict:
        first = self.take()
        self.at += 1
        return {"kind": "separate", "roles": [first, self.take()]}

    def protocol(self) -> dict:
        for one in self.further["never"]:  # a step that the plan may have
            for name in (one["of"], *one["others"]):
                if not any(each["name"] == name for each in self.members):
                    self.members.append({"name": name, "event": False, "optional": True, "case": "", "by": [], "by_any": False, "to": ""})
        number = {one["name"]: at for at, one in enumerate(self.members)}
        order = ["every", "after", "within", "at_least", "before", "lasts", "during"]
        parts = []
        for of, attributes in self.attributes:
            member = self.members[of]
            if not member["event"] and not member["optional"]:
                parts.append({"kind": "there", "of": of})
            parts += [{"kind": kind, "of": of} for kind in ("by", "to") if member[kind]]
            counted_from = [name for one in attributes if one["kind"] == "after" for name in one["others"]]
            for one in sorted(attributes, key=lambda each: order.index(each["kind"])):
                if one["kind"] == "within":
                    one = {**one, "others": counted_from}
                parts.append({**one, "of": of})
        for kind in ("limit", "never", "separate"):
            parts += self.further[kind]
        parts.append({"kind": "runs"})
        for one in self.members:
            one["by"] = [self.roles.index(role) for role in one["by"]]
            one["to"] = self.roles.index(one["to"]) if one["to"] else -1
            one["case"] = self.cases.index(one["case"]) if one["case"] else -1
        empty = {"of": -1, "others": [], "any": False, "before": False, "from": None, "to": None, "percent_from": None, "percent_to": None,
                 "case": -1, "roles": []}  # fmt: skip
        finished = []
        for one in parts:
            one = {**empty, **one}
            one["of"] = number.get(one["of"], one["of"])
            one["others"] = [number[name] for name in one["others"]]
            one["case"] = self.cases.index(one["case"]) if isinstance(one["case"], str) and one["case"] else -1
            one["part"] = self.name_of(one)
            one["roles"] = [self.roles.index(role) for role in one["roles"]]
            finished.append(one)
        return {"roles": self.roles, "cases": self.cases, "members": self.members, "parts": finished}

    def name_of(self, part: dict) -> str:
        kind = part["kind"]
        if kind == "runs":
            return "runs"
        if kind == "separate":
            return "/".join(("separate", *part["roles"]))
        of, others = self.members[part["of"]]["name"], [self.members[one]["name"] for one in part["others"]]
        if kind in ("limit", "never"):
            return "/".join((kind, of, *others))
        return "/".join((of, *([kind] if kind != "there" else []), *(others if kind != "within" else [])))


def written_protocol(text: str) -> dict:
    """What stands between the braces of a protocol."""
    return Reader(text).read()
