"""Random protocols and procedures as text, from a seed: tidy ones, ones with holes, damaged ones, and records of what happened."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .generate import Case, Requirement

STEP_FIELDS = [
    ("id", "text"), ("does", "list of text"), ("role", "text"), ("agency", "ref Agency"), ("hands_to", "ref Agency"),
    ("after", "list of ref Step"), ("during", "ref Step"), ("only_in", "list of text"), ("waits_at_most", "duration"),
    ("takes_at_least", "duration"), ("takes_at_most", "duration"), ("repeats_every", "duration"), ("began_on", "date"),
    ("ended_on", "date"), ("began_at", "moment"), ("ended_at", "moment"),
]  # fmt: skip
VOCABULARY = (
    "vocabulary deeds 1.0 {\n  entity Plan root {\n    agencies list of Agency\n    procedures list of Procedure\n  }\n"
    "  entity Agency key id {\n    id text\n  }\n"
    "  entity Procedure key id {\n    id text\n    kind text\n    steps list of Step\n  }\n"
    "  entity Step key id {\n" + "".join(f"    {name} {type_}\n" for name, type_ in STEP_FIELDS) + "  }\n}\n"
)
AGENCIES = ["police", "clinic", "ministry"]
ROLES = ["caller", "guard", "nurse"]
CASES = ["night", "crowd"]


@dataclass
class Protocol(Requirement):
    """A protocol: its steps, limits and the like are its clauses."""

    def text(self) -> str:
        return super().text().replace("requirement", "protocol", 1)


@dataclass
class ProtocolCase(Case):
    def files(self) -> list[tuple[str, str]]:
        return [("deeds.brecha", VOCABULARY), ("trial.brecha", self.ruleset_text())]

    def ruleset_text(self) -> str:
        return super().ruleset_text().replace("uses world 1", "uses deeds 1", 1)


class Writer:
    def __init__(self, rng: random.Random, networks: bool = False):
        self.rng = rng
        self.networks = networks  # steps, order and times alone, stated or not, of small whole minutes
        self.names = [f"s{number}" for number in range(rng.randint(2, 4 if networks else 5))]
        self.cases = [] if networks else CASES[: rng.choice([0, 0, 1, 2])]
        self.events = [] if networks or self.chance(0.7) else ["arrival"]
        self.half_open = False
        self.parts_of: dict[str, list[str]] = {}  # of each step, those after which the protocol wants it

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def minutes(self, most: int = 9, least: int = 0) -> str:
        return f"{self.rng.randint(least, most)} minutes"

    def span(self) -> str:
        if not self.networks and self.chance(0.12):
            return self.rng.choice(["1 month", "30 days", "2 working days", "1 day", "2 hours"])
        return self.minutes(9, 1)

    # --- the protocol

    def protocol(self, number: int) -> Protocol:
        head = ['title en "T"', self.rng.choice(["shall", "should", "may"]), f'source S "{number}"',
                'answered by p in plan.procedures' + ("" if self.networks else ' where p.kind = "it"')]  # fmt: skip
        if not self.networks:
            head.append(f"role {', '.join(ROLES)}")
        clauses = [f"case {one}" for one in self.cases] + [f"event {one}" for one in self.events]
        clauses += [self.step(at) for at in range(len(self.names))]
        clauses += self.lines()
        return Protocol(f"P{number}", head, clauses)

    def step(self, at: int) -> str:
        name, words = self.names[at], []
        if not self.networks and self.chance(0.5):
            roles = self.rng.sample(ROLES, self.rng.choice([1, 1, 2]))
            words.append(f"by {self.rng.choice([' and ', ' or ']).join(roles)}")
            if self.chance(0.3):
                words.append(f"to {self.rng.choice(ROLES)}")
        earlier = self.names[:at] + self.events
        if earlier and self.chance(0.8):
            chosen = self.rng.sample(earlier, min(len(earlier), self.rng.choice([1, 1, 2])))
            self.parts_of[name] = chosen
            words.append(f"after {self.rng.choice([' and ', ' and ', ' or ']).join(chosen)}")
            if self.chance(0.5):
                words.append(f"within {self.span()}")
        if earlier and self.chance(0.15):
            words.append(f"at least {self.span()} after {self.rng.choice(earlier)}")
        others = [one for one in self.names[at + 1 :]] + self.events
        if others and self.chance(0.1):
            words.append(f"before {self.rng.choice(others)}")
        if self.chance(0.15):
            least = self.rng.randint(0, 4)
            words.append(f"lasts {least} minutes to {least + self.rng.randint(0, 4)} minutes")
        if not self.networks:
            if earlier and self.chance(0.1):
                words.append(f"during {self.rng.choice(earlier)}" + (" from 20% to 80%" if self.chance(0.3) else ""))
            if self.chance(0.1):
                words.append(f"every {self.rng.choice(['1 year', '90 days', '3 months'])}")
            if self.cases and self.chance(0.25):
                words.append(f"in case {self.rng.choice(self.cases)}")
            elif self.chance(0.15):
                words.append("optional")
        return " ".join([f"step {name}", *words])

    def lines(self) -> list[str]:
        known = self.names + self.events
        found = []
        for _ in range(self.rng.choice([0, 1, 1, 2])):
            first, other = sorted(self.rng.sample(known, 2))
            found.append(f"limit {first} to {other} {self.rng.choice(['within', 'within', 'at least'])} {self.span()}")
        for _ in range(self.rng.choice([0, 0, 1])):
            other, first = sorted(self.rng.sample(known, 2))
            found.append(f"never {first} before {other}")
        if self.cases and found and self.chance(0.4):
            found[-1] += f" in case {self.rng.choice(self.cases)}"
        if not self.networks and self.chance(0.4):
            found.append("separate {} from {}".format(*self.rng.sample(ROLES, 2)))
        return found

    # --- the procedures

    def procedure(self, name: str) -> dict:
        is_record = not self.networks and self.chance(0.3)
        procedure: dict = {"id": name, "kind": "it"}
        if self.networks or self.chance(0.97):
            procedure["steps"] = self.steps(is_record)
        if not self.networks and self.chance(0.05):
            procedure["kind"] = "other"
        return procedure

    def steps(self, is_record: bool) -> list[dict]:
        steps: list[dict] = []
        for name in self.names + self.events:
            if self.networks or self.chance(0.92):
                steps.append(self.taken(str(len(steps) + 1), [name]))
            if not self.networks and self.chance(0.12):
                steps.append(self.taken(str(len(steps) + 1), [name]))
        if self.chance(0.25):
            steps.append(self.taken(str(len(steps) + 1), []))
        for step in steps:
            self.order(step, steps)
            (self.dates if is_record else self.times)(step)
        if not self.networks:
            for step in steps:
                self.holes(step, steps)
        return steps

    def taken(self, key: str, does: list[str]) -> dict:
        step: dict = {"id": key, "does": does}
        if not self.networks:
            step.update(role=self.rng.choice(ROLES), agency=self.rng.choice(AGENCIES))
            if self.chance(0.3):
                step["hands_to"] = self.rng.choice(AGENCIES)
            if self.chance(0.2):
                step["repeats_every"] = self.rng.choice(["1 year", "90 days", "2 months", "4 weeks"])
            if self.chance(0.15):
                step["does"] = [*does, self.rng.choice(self.names)] if self.chance(0.5) else [*does, "something else"]
            if self.chance(0.2):
                step["only_in"] = self.rng.sample([*CASES, "storm"], self.rng.choice([0, 1, 2]))
        return step

    def order(self, step: dict, steps: list[dict]) -> None:
        wanted = [after for name in step["does"] for after in self.parts_of.get(name, [])]
        found = [one["id"] for one in steps if set(one["does"]) & set(wanted) and one is not step and self.chance(0.85)]
        at = steps.index(step)
        found += [one["id"] for one in steps[:at] if one["id"] not in found and self.chance(0.2)]
        if self.chance(0.01):
            found.append(steps[-1]["id"])
        step["after"] = list(dict.fromkeys(found))

    def times(self, step: dict) -> None:
        least = self.rng.randint(0, 2)
        lengths = {"waits_at_most": self.rng.randint(0, 2), "takes_at_least": least, "takes_at_most": least + self.rng.randint(0, 2)}
        whole = self.networks and self.half_open  # more lengths of which nothing is stated take too many tries
        for name, minutes in lengths.items():
            if self.chance(0.88) or (whole and name == "takes_at_most"):
                step[name] = f"{minutes} minutes"
        self.half_open = self.half_open or "takes_at_most" not in step
        if not self.networks and self.chance(0.12):
            step["waits_at_most"] = self.rng.choice(
                ["1 month", "29 days", "2 working days", "1 day", {"from": "1 minute", "to": "4 minutes"}]
            )
        if self.chance(0.01):
            step["takes_at_least"] = "9 minutes"

    def dates(self, step: dict) -> None:
        day = self.rng.randint(1, 20)
        if self.chance(0.7):
            if self.chance(0.2):
                hour = self.rng.randint(6, 12)
                step["began_at"] = f"2026-01-{day:02d}T{hour:02d}:00Z"
                step["ended_at"] = f"2026-01-{day:02d}T{hour + self.rng.randint(0, 8):02d}:{self.rng.choice(['00', '30'])}Z"
            else:
                step["began_on"] = f"2026-01-{day:02d}"
                step["ended_on"] = self.rng.choice([f"2026-01-{day:02d}", f"2026-01-{day + self.rng.randint(0, 8):02d}", "2026-01"])
            for name in ("began_on", "ended_on", "began_at", "ended_at"):
                if self.chance(0.08):
                    step.pop(name, None)
        if self.chance(0.3):
            self.times(step)

    def holes(self, step: dict, steps: list[dict]) -> None:
        if self.chance(0.15):
            step["during"] = self.rng.choice(steps)["id"]
        for name in ("does", "role", "agency", "after"):
            if self.chance(0.04):
                step.pop(name, None)
        if self.chance(0.05):
            name = self.rng.choice(["does", "after", "role", "agency", "takes_at_most", "only_in", "hands_to", "began_on"])
            step[name] = self.rng.choice(["nobody", 7, ["zz"], [7], None, {}, "", True])

    def plan(self) -> dict:
        plan: dict = {}
        if not self.networks:
            plan["agencies"] = [{"id": one} for one in AGENCIES]
        plan["procedures"] = [self.procedure(name) for name in ["x", "y"][: 1 if self.networks else self.rng.choice([1, 1, 2])]]
        if not self.networks and self.chance(0.03):
            plan["procedures"] = [] if self.chance(0.5) else None
        evidence = {} if self.networks else self.evidence(plan)
        return {**plan, **({"evidence": evidence} if evidence else {})}

    def evidence(self, plan: dict) -> dict:
        found: dict = {}
        places = ["", "procedures", "procedures/x", "procedures/x/steps", "procedures/x/steps/1", "procedures/x/steps/2/does",
                  "procedures/x/steps/2/after", "procedures/x/steps/1/takes_at_most", "procedures/x/steps/2/ended_on"]  # fmt: skip
        for _ in range(self.rng.choice([0, 0, 0, 1, 2])):
            place = self.rng.choice(places)
            says = [{"read": "part"}, {"read": "whole"}, {"why": "not_known"}, {"none": True}, {"complete": True}]
            says += [{"size": self.rng.randint(0, 6)}] * (place.endswith(("steps", "procedures", "does")) * 2)
            found[place] = self.rng.choice(says)
        return found


def make_case(seed, networks: bool = False) -> ProtocolCase:
    """`networks`: small ones of whole minutes, of which every run can be counted out."""
    rng = random.Random(f"{'network' if networks else 'protocol'} {seed}")
    writer = Writer(rng, networks)
    protocols: list[Requirement] = [writer.protocol(1)]
    if not networks and rng.random() < 0.25:
        protocols.append(
            Requirement(
                "R1", ['title en "T"', "shall", 'source S "9"', "each p in plan.procedures"], ["require requirement P1 is met for p"]
            )
        )
    plan = writer.plan()
    case = ProtocolCase(
        f"{'network' if networks else 'protocol'}_{seed}",
        ['source S { title en "S" standing law }', "month_end last_day"], protocols, [], plan, rng.choice(["2026-01-15", "2026-01-25", "2026-03-01"]),
    )  # fmt: skip
    if not networks and rng.random() < 0.08:
        case.read = rng.choice(["part", "whole"])
    return case
