"""A disagreement made small: whatever can be left out without losing it is left out."""

from __future__ import annotations

import copy
import re

from . import engine
from .compare import run_case
from .generate import Case, RawNumber


def disagrees(case: Case) -> bool:
    try:
        return bool(run_case(case).differences)
    except engine.Refused:
        return False
    except RecursionError:
        return False


def shrunk(case: Case, still=disagrees) -> Case:
    """The smallest case found for which `still` is true; it is true of the one given."""
    smaller = True
    while smaller:
        smaller = False
        for candidate in candidates(case):
            if still(candidate):
                case, smaller = candidate, True
                break
    return case


def candidates(case: Case):
    """What is left of the case without one piece, larger pieces first."""

    def changed(change) -> Case:
        one = copy.deepcopy(case)
        change(one)
        return one

    for position in reversed(range(len(case.requirements))):
        if len(case.requirements) > 1:
            yield changed(lambda one, at=position: one.requirements.pop(at))
    for position in reversed(range(len(case.preamble))):
        yield changed(lambda one, at=position: one.preamble.pop(at))
    if case.groups:
        yield changed(lambda one: (one.groups.clear(), [setattr(each, "group", -1) for each in one.requirements]))
        for index, lines in enumerate(case.groups):
            for position in range(len(lines)):
                yield changed(lambda one, index=index, at=position: one.groups[index].pop(at))
    for number, requirement in enumerate(case.requirements):
        for position in reversed(range(len(requirement.clauses))):
            if len(requirement.clauses) > 1:
                yield changed(lambda one, number=number, at=position: one.requirements[number].clauses.pop(at))
        for position in reversed(range(3, len(requirement.head))):
            yield changed(lambda one, number=number, at=position: one.requirements[number].head.pop(at))
    if case.parameters:
        yield changed(lambda one: one.parameters.clear())
    if case.facts_since:
        yield changed(lambda one: setattr(one, "facts_since", ""))
    if case.read:
        yield changed(lambda one: setattr(one, "read", ""))
    for path in list(paths(case.plan)):
        yield changed(lambda one, path=path: remove(one.plan, path))
    for number, requirement in enumerate(case.requirements):
        for part in ("clauses", "head"):
            for position, line in enumerate(getattr(requirement, part)):
                if part == "head" and position < 3:
                    continue
                for text in simpler(line):
                    yield changed(
                        lambda one, number=number, part=part, at=position, text=text: getattr(one.requirements[number], part).__setitem__(
                            at, text
                        )
                    )
    for position, line in enumerate(case.preamble):
        for text in simpler(line):
            yield changed(lambda one, at=position, text=text: one.preamble.__setitem__(at, text))


def paths(value, path=()):
    """Places inside the plan's JSON, outer ones first."""
    if isinstance(value, dict):
        for key in value:
            yield (*path, key)
        for key, one in value.items():
            yield from paths(one, (*path, key))
    elif isinstance(value, list):
        for position in range(len(value)):
            yield (*path, position)
        for position, one in enumerate(value):
            yield from paths(one, (*path, position))


def remove(value, path) -> None:
    for key in path[:-1]:
        value = value[key]
    del value[path[-1]]


def simpler(line: str):
    """The line with a bracket replaced by something in it, or by a constant."""
    for match in brackets(line):
        start, end = match
        inside = line[start + 1 : end - 1]
        before, after = line[:start], line[end:]
        if before and (before[-1].isalnum() or before[-1] == "_"):
            continue  # a call's
        for part in re.split(r" (?:and|or|otherwise|then|else) |^if |^not ", inside):
            part = part.strip()
            if part and part != inside and part.count("(") == part.count(")"):
                yield f"{before}{part}{after}"
        for constant in ("yes", "no", "1", "2024-01-15"):
            if inside not in (constant,):
                yield f"{before}{constant}{after}"
    words = re.split(r" (?=(?:unless|where) )", line)
    if len(words) > 1:
        for skip in range(1, len(words)):
            yield " ".join(words[:skip] + words[skip + 1 :])
    if re.search(r"(?:require|forbid) (?:\.\d+ en \"[^\"]*\" )?if .* then ", line):
        yield re.sub(r"((?:require|forbid) (?:\.\d+ en \"[^\"]*\" )?)if .*? then ", r"\1", line)


def brackets(line: str):
    stack, found = [], []
    quoted = False
    for position, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        if quoted:
            continue
        if letter == "(":
            stack.append(position)
        elif letter == ")" and stack:
            found.append((stack.pop(), position + 1))
    return sorted(found, key=lambda one: one[0] - one[1])


def story(case: Case, differences: list[str]) -> str:
    """The case as a file to look at."""
    lines = [
        f"# seed {case.seed}, as of {case.as_of}"
        + (f", read {case.read}" if case.read else "")
        + (f", facts since {case.facts_since}" if case.facts_since else "")
    ]
    if case.parameters:
        lines.append(f"# parameters {case.parameters}")
    lines += [f"# {one}" for one in differences]
    return "\n".join(lines) + "\n" + case.ruleset_text() + "\n# plan\n" + "".join(f"# {line}\n" for line in case.plan_text().split("\n"))


__all__ = ["RawNumber", "candidates", "disagrees", "shrunk", "story"]
