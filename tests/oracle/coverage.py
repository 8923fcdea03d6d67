"""What a run of random cases has reached, counted on the checked rulesets and on the results."""

from __future__ import annotations

from collections import Counter

from .evaluate import Evaluator

# What a condition is made of: all that the oracle can evaluate, and what decides whether a part is owed.
OPERATIONS = sorted({name.removeprefix("do_") for name in vars(Evaluator) if name.startswith("do_")} - {"procedure_part"}) + ["owed_if"]
VERDICTS = ["met", "partly_met", "not_met", "unknown", "not_applicable"]
REASONS = [
    "holds",
    "contradicted",
    "silent",
    "when_unknown",
    "when_no",
    "no_subjects",
    "none_there",
    "not_owed",
    "not_yet_due",
    "not_in_force",
]


class Coverage:
    def __init__(self):
        self.cases = 0
        self.refused = Counter()
        self.operations = Counter()
        self.shapes = Counter()
        self.verdicts = Counter()
        self.reasons = Counter()
        self.truths = Counter()

    def add(self, printed: dict, results) -> None:
        self.cases += 1
        for requirement in printed["requirements"]:
            self.shapes[f"each x{len(requirement['subjects'])}"] += 1
            for one in requirement["conditions"]:
                self.shapes[f"when at depth {one['depth']}"] += 1
                self.walk(one["condition"])
            for one in requirement["subjects"]:
                self.walk(one["list"])
                if one["condition"]:
                    self.shapes["where"] += 1
                    self.walk(one["condition"])
            for one in requirement["lets"]:
                self.shapes["let"] += 1
                self.walk(one["value"])
            for one in requirement["clauses"]:
                top = one["condition"]
                if top["operation"] == "owed_if" and top["operands"][1]["operation"] in ("covers", "due_within"):
                    self.shapes[f"if … then {top['operands'][1]['operation']}"] += 1
                if top["operation"] in ("covers", "due_within", "judged"):
                    self.shapes[f"clause {top['operation']}"] += 1
                self.walk(top)
        for one in printed["definitions"]:
            self.walk(one["body"])
        for result in results:
            self.verdicts[result.verdict] += 1
            for finding in result.findings:
                self.reasons[finding.reason] += 1
                for _, truth in finding.cells:
                    self.truths[truth] += 1

    def walk(self, expression: dict) -> None:
        self.operations[expression["operation"]] += 1
        if expression["operation"] == "apart":
            self.shapes[f"apart{' since' if expression['index'] & 1 else ''}{' until' if expression['index'] & 2 else ''}"] += 1
        if expression["operation"] in ("some", "every", "share", "list", "distinct", "sum"):
            self.shapes[
                f"{expression['operation']}{' where' if expression['has_condition'] else ''}{' :' if expression['has_body'] else ''}"
            ] += 1
        for one in expression["operands"]:
            self.walk(one)

    def not_reached(self) -> list[str]:
        missing = [one for one in OPERATIONS if not self.operations[one]]
        missing += [one for one in VERDICTS if not self.verdicts[one]]
        return missing + [one for one in REASONS if not self.reasons[one]]

    def text(self) -> str:
        def row(title, counter):
            return f"{title}: " + ", ".join(f"{name} {count}" for name, count in sorted(counter.items(), key=lambda one: (-one[1], one[0])))

        return "\n".join(
            [
                f"{self.cases} cases; refused by the checker: {dict(self.refused)}",
                row("operations", self.operations), row("shapes", self.shapes), row("verdicts", self.verdicts),
                row("reasons", self.reasons), row("truths", self.truths),
                "not reached: " + (", ".join(self.not_reached()) or "nothing"),
            ]
        )  # fmt: skip
