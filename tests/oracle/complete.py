"""Ways in which what a plan leaves open may be filled in."""

from __future__ import annotations

import copy
import random

from .generate import ENTITIES, KEYS, PlanWriter, RawNumber


class Completer:
    """Fills a generated plan in place: absent fields, values within bounds, lists that may be longer. Keys stay as they are."""

    def __init__(self, rng: random.Random, share: float = 1.0):
        self.rng = rng
        self.share = share  # of what is open
        self.writer = TidyWriter(rng)
        self.counter = 0

    def complete(self, plan: dict) -> dict:
        plan = copy.deepcopy(plan)
        self.evidence = plan.get("evidence", {})
        self.item("Plan", plan, "")
        return plan

    def chosen(self) -> bool:
        return self.rng.random() < self.share

    def item(self, entity: str, item: dict, place: str) -> None:
        for name, type_ in ENTITIES[entity]:
            here = f"{place}/{name}" if place else name
            if name in KEYS.get(entity, []):
                continue
            inside = item.get(name)
            if type_.startswith("list of "):
                self.list(type_.removeprefix("list of "), item, name, here)
            elif inside is None or inside == "":
                if self.chosen():
                    item[name] = self.value(type_)
                    self.evidence.pop(here, None)
            elif isinstance(inside, dict) and type_ in ENTITIES:
                self.item(type_, inside, here)
            elif self.chosen():
                item[name] = self.narrowed(type_, inside)

    def list(self, inner: str, item: dict, name: str, here: str) -> None:
        entry = self.evidence.get(here, {})
        given = item.get(name)
        keys = [self.writer.key(inner, one) for one in given or []]
        for one, key in zip(given or [], keys):
            if isinstance(one, dict) and inner in ENTITIES and key is not None and keys.count(key) == 1:
                self.item(inner, one, f"{here}/{key}")
        is_open = given is None or "size" in entry or (self.reading(here) == "part")
        if not is_open or not self.chosen():
            return
        count = self.rng.randint(0, 2)
        if "size" in entry:
            size = entry["size"]
            lo = (
                int(float(size["from"])) if isinstance(size, dict) and "from" in size else 0 if isinstance(size, dict) else int(float(size))
            )
            hi = int(float(size["to"])) if isinstance(size, dict) and "to" in size else lo + 2 if isinstance(size, dict) else lo
            count = max(0, self.rng.randint(lo, hi) - len(given or []))
            entry.pop("size")
        item[name] = (given or []) + [self.value(inner) for _ in range(count)]
        self.evidence.setdefault(here, entry)["read"] = "whole"

    def reading(self, place: str) -> str:
        while True:
            read = self.evidence.get(place, {}).get("read")
            if read:
                return read
            if not place:
                return ""
            place = place.rpartition("/")[0]

    def value(self, type_: str):
        bare = type_.split(" = ")[0]
        if bare in ENTITIES:
            self.counter += 1
            made = self.writer.item(bare)
            if bare in ("Team", "Member"):
                made["id"] = f"new{self.counter}"
            if bare == "Task":
                made["no_of"] = RawNumber(str(100 + self.counter))
            if bare == "Site":
                made["hue"], made["grade"] = "amber", "none"  # no key that can be used: nothing else may point to it
            for name, inner in ENTITIES[bare]:
                if inner.removeprefix("list of ") in ("Team", "Member", "Site", "Task"):
                    made[name] = []
            return made
        return self.writer.value(bare)

    def narrowed(self, type_: str, inside):
        """One value of a range."""
        if isinstance(inside, str) and type_ == "date" and len(inside) in (4, 7):
            return inside + "-01-10"[-3 if len(inside) == 7 else 0 :] if len(inside) == 7 else f"{inside}-06-10"
        if isinstance(inside, dict) and ("from" in inside or "to" in inside):
            return inside.get("from", inside.get("to"))
        return inside


class TidyWriter(PlanWriter):
    def __init__(self, rng: random.Random):
        super().__init__(rng, tidy=True)
        self.silence = 0.3

    def bounds(self, make):
        return make()

    def key(self, entity: str, item) -> str | None:
        from .generate import key_text

        return key_text(entity, item)


def tidy_plan(rng: random.Random) -> dict:
    """A plan with nothing invalid, keys that can be used, and only such evidence as leaves things open."""
    writer = PlanWriter(rng, tidy=True)
    plan = writer.item("Plan")
    counter = [0]

    def settle(entity: str, item: dict) -> None:
        for name, type_ in ENTITIES[entity]:
            inner = type_.removeprefix("list of ")
            if inner not in ENTITIES:
                continue
            inside = item.get(name)
            if isinstance(inside, dict):
                settle(inner, inside)
            if isinstance(inside, list):
                seen = set()
                for one in list(inside):
                    counter[0] += 1
                    if inner == "Team" and entity == "Plan":
                        one["id"] = f"t{len(seen) + 1}"
                    if inner == "Member":
                        one["id"] = f"m{counter[0]}"
                    if inner == "Task":
                        one["no_of"] = RawNumber(str(len(seen) + 1))
                    if inner == "Site":
                        for key, words in (("hue", ["red", "green", "blue", "grey"]), ("grade", ["low", "middle", "high"])):
                            if not isinstance(one.get(key), str):
                                one[key] = words[0]
                        if (one["hue"], one["grade"]) in seen:
                            inside.remove(one)
                            continue
                        seen.add((one["hue"], one["grade"]))
                    else:
                        seen.add(counter[0])
                    settle(inner, one)

    settle("Plan", plan)
    evidence = {}
    if rng.random() < 0.5:
        evidence[""] = {"read": "part"}
    from .generate import places_of

    lists = [place for place, type_, _ in places_of("Plan", plan, "") if type_.startswith("list of ")]
    for place in rng.sample(lists, min(len(lists), rng.randint(0, 4))):
        evidence[place] = {"read": "part"} if rng.random() < 0.6 else {"size": {"from": RawNumber("2")}}
    if evidence:
        plan["evidence"] = evidence
    return plan
