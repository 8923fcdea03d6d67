"""Many variants of one plan, assessed together: each as the engine sees it.

A variant is assessed once, however many searches ask for it, and what costs time is read off it when it is needed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brecha.errors import AssessmentError, rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha import _core
    from brecha.assessment import Assessment
    from brecha.plan_edits import Data

Key = tuple[str, "str | None"]
"""A finding: requirement and subject."""

_LATE = ("evidence", "judgements")
GAPS = ("not_met", "partly_met")


class Seen:
    """A variant as it was assessed."""

    __slots__ = ("_places", "_short", "_whole", "core")

    def __init__(self, core: _core.Assessment) -> None:
        self.core = core
        self._short: dict[str, dict[Key, tuple[str, dict[str, str]]]] = {}
        self._whole: dict[Key, str] | None = None
        self._places: dict[str, dict[tuple[str | None, str], list[str]]] = {}

    def finding(self, key: Key) -> tuple[str, dict[str, str]]:
        """Its verdict, and the truth of its parts; an empty verdict where it is not there."""
        requirement = key[0]
        if requirement not in self._short:
            self._short[requirement] = {
                (one, subject): (verdict, dict(parts)) for one, subject, verdict, parts in self.core.outlines([requirement])
            }
        return self._short[requirement].get(key, ("", {}))

    @property
    def verdicts(self) -> dict[Key, str]:
        """Of every finding."""
        if self._whole is None:
            self._whole = {(requirement, subject): verdict for requirement, subject, verdict, _ in self.core.outlines()}
        return self._whole

    def rests_on(self, key: Key, part: str) -> list[str]:
        """The places of which one must change for a part to come out otherwise."""
        requirement, subject = key
        if requirement not in self._places:
            places: dict[tuple[str | None, str], list[str]] = {}
            for name in ("missing", "evidence"):
                table = self.core.table(name, "en", [requirement])
                for of, at, place in zip(table.column("subject"), table.column("part"), table.column("place"), strict=True):
                    if place:
                        places.setdefault((of, at or ""), []).append(place)
            self._places[requirement] = places
        return list(dict.fromkeys(self._places[requirement].get((subject, part), ())))

    def worse_than(self, before: Seen) -> list[Key]:
        """Findings that became a gap, or were met and are open."""
        old = before.verdicts
        return [
            key
            for key, verdict in self.verdicts.items()
            if (verdict in GAPS and old.get(key) not in GAPS)
            or (verdict == "not_met" and old.get(key) == "partly_met")
            or (verdict == "unknown" and old.get(key) == "met")
        ]

    def no_longer_applies(self, before: Seen) -> bool:
        """Does a rule that was judged not apply any more? That is no way to mend anything."""
        judged = ("met", *GAPS)
        return any(verdict == "not_applicable" and before.verdicts.get(key) in judged for key, verdict in self.verdicts.items())


class Trials:
    """Assesses variants of a report's plan as the report was assessed."""

    def __init__(self, report: Assessment) -> None:
        self._report = report
        self._seen: dict[str, Seen | None] = {}
        self._written: dict[tuple[str, int], tuple[Any, str]] = {}
        self.before = Seen(report._core)

    @property
    def number(self) -> int:
        """How many variants were assessed."""
        return len(self._seen)

    def seen(self, variants: Sequence[Data]) -> list[Seen | None]:
        """Each as it was assessed, in their order; None for one that cannot be read. Raises AssessmentError as assess does."""
        texts = [self._text(data) for data in variants]
        new = list(dict.fromkeys(text for text in texts if text not in self._seen))
        report = self._report
        rules = report.ruleset._core
        plans = [plan for plan, _ in rules.read_plans([(report.plan.name, text) for text in new], report.plan._read)] if new else []
        read = [plan for plan in plans if plan is not None]
        parameters = list(report.parameters_set.items())
        outcomes = iter(rules.assess_many(read, report.as_of, parameters, report.facts_since) if read else ())
        for text, plan in zip(new, plans, strict=True):
            if plan is None:
                self._seen[text] = None
                continue
            core, diagnostics = next(outcomes)
            if core is None:
                raise AssessmentError(rendered(diagnostics), diagnostics)
            self._seen[text] = Seen(core)
        return [self._seen[text] for text in texts]

    def _text(self, data: Data) -> str:
        """A plan as JSON. Variants share most of what they say, and that is written once.

        Evidence and judgements first: a plan with either is read as a whole tree, and what stands before them is read for nothing.
        """
        names = sorted(data, key=_LATE.__contains__, reverse=True)
        return "{" + ",".join([self._member(name, data[name]) for name in names]) + "}"

    def _member(self, name: str, value: Any) -> str:
        known = self._written.get((name, id(value)))
        if known is None:  # the value is kept, so that no other gets its number
            self._written[name, id(value)] = known = (value, f"{_json(name)}:{_json(value)}")
        return known[1]


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), check_circular=False)
    except TypeError:  # a number that only a decimal holds
        from brecha.asking.plan_file import as_json

        return as_json(value)
