"""What work with the gaps takes: `python tests/bench/gaps.py`. The least processor time of five runs each, one thread."""

import time
from collections.abc import Callable
from typing import Any

import brecha

DAY = "2026-01-15"


def least(work: Callable[[], Any], runs: int = 5) -> float:
    """Milliseconds."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times) * 1000


def hundred_gaps() -> brecha.Assessment:
    """100 requirements of one field each, none of them met."""
    fields = " ".join(f"f{at} integer" for at in range(100))
    requirements = " ".join(
        f'requirement R-{at} {{ title "Requirement {at}" shall source S "{at}" require plan.f{at} >= {at + 1} }}' for at in range(100)
    )
    rules = brecha.compile(
        f'vocabulary v 1 {{ entity Plan root {{ {fields} }} }} ruleset r 1 {{ uses v 1 source S {{ title "S" }} {requirements} }}'
    )
    return rules.assess({f"f{at}": 0 for at in range(100)}, DAY)


def emptied() -> brecha.Assessment:
    """The shipped plan of a destination that answers everything well, with no list inside anything, read whole: most gaps of all."""
    rules = brecha.load("tourism_security")
    plan = rules.assess(brecha.sample("tourism_security/made-up-complete"), DAY).plan.content()
    plan.pop("judgements", None)

    def without_lists(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: without_lists(one) for name, one in value.items() if not isinstance(one, list)}
        return value

    plan = {name: [without_lists(one) for one in value] if isinstance(value, list) else value for name, value in plan.items()}
    return rules.assess({**plan, "evidence": {"": {"read": "whole"}}}, DAY)


def three_hundred() -> brecha.Ruleset:
    """300 requirements in three themes, each of two fields."""
    fields = " ".join(f"f{at} integer g{at} yes_no" for at in range(300))
    requirements = " ".join(
        f'requirement R-{at} {{ title "Requirement {at}" theme t{at % 3} shall source S "{at}" require plan.f{at} >= {at % 7} and plan.g{at} }}'
        for at in range(300)
    )
    return brecha.compile(
        f'vocabulary v 1 {{ entity Plan root {{ {fields} }} }} ruleset r 1 {{ uses v 1 source S {{ title "S" }} {requirements} }}'
    )


def additions() -> int:
    total = 0
    for number in range(10_000_000):
        total += number
    return total


def main() -> None:
    drafts = {"100 requirements of one field": hundred_gaps(), "tourism_security, lists emptied": emptied()}
    for name in ("tourism_security/made-up-first-draft", "port_facility/made-up-survey"):
        drafts[name] = brecha.load(name.partition("/")[0]).assess(brecha.sample(name), DAY)
    for name, report in drafts.items():
        found = report.repairs()
        stopped = sum(one.why == "stopped" for one in found.without)
        print(
            f"repairs of {len(report.gaps)} gaps, {name}: {least(report.repairs, 3):.0f} ms; {len(found.without)} without, {stopped} stopped"
        )
    rules = three_hundred()
    plan = {f"f{at}": at % 5 for at in range(300)} | {f"g{at}": at % 4 > 0 for at in range(0, 300, 2)}
    report = rules.assess(plan, DAY)
    after = rules.assess({**plan, "f6": 9, "g1": True}, DAY)
    print(f"why, 300 requirements: {least(lambda: report.why('R-6')):.2f} ms")
    print(f"questions, 300 requirements: {least(lambda: list(rules.assess(plan, DAY).questions())):.0f} ms with the assessment")
    print(f"HTML, 300 findings: {least(lambda: rules.assess(plan, DAY).to_html()):.0f} ms with the assessment")
    print(f"compare, 300 requirements: {least(lambda: brecha.compare(report, after).to_text()):.0f} ms with its text")
    print(f"ten million additions, one by one: {least(additions, 3):.0f} ms")


if __name__ == "__main__":
    main()
