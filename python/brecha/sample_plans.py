"""The sample plans that come with the shipped rulesets: real plans, as far as public sources tell them.

    brecha.samples()                       # all of them
    brecha.sample("dominican-republic")    # one

A sample is as good as a path for read_plan and assess.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from brecha.shipped import shipped_folder


class Sample(os.PathLike[str]):
    """A shipped plan. `path` is its file, `ruleset` the name of the ruleset it comes with, `source` what it was made from."""

    __slots__ = ("name", "path", "ruleset")

    def __init__(self, name: str, ruleset: str, path: str) -> None:
        self.name = name
        self.ruleset = ruleset
        self.path = path

    def __fspath__(self) -> str:
        return self.path

    @property
    def text(self) -> str:
        """The plan as JSON text."""
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    @property
    def source(self) -> str:
        """Where its facts come from: its part of SOURCES.md beside it, else the document that its own evidence names."""
        about = _part_of(os.path.join(os.path.dirname(self.path), "SOURCES.md"), os.path.basename(self.path))
        if about:
            return about
        import json

        whole = json.loads(self.text).get("evidence", {}).get("", {})
        return str(whole.get("document") or "")

    def __repr__(self) -> str:
        lines = [f"<Sample {self.name} for {self.ruleset}>", *self.source.split("\n")]
        return "\n".join(lines).rstrip()


def samples() -> list[Sample]:
    """All shipped sample plans, by name."""
    return sorted(_found(), key=lambda sample: sample.name)


def sample_names() -> list[str]:
    """Their names, sorted."""
    return [sample.name for sample in samples()]


def sample(name: str) -> Sample:
    """The shipped plan of that name; "port_facility/helsingborg" where two rulesets have one of the same name.

    Raises UnknownNameError, naming the nearest, where there is none, and naming the rulesets where there are several.
    """
    from brecha import arguments
    from brecha.errors import UnknownNameError
    from brecha.sentences import Sentence

    name = arguments.text(name, "name")
    found = [one for one in _found() if name in (one.name, f"{one.ruleset}/{one.name}")]
    if len(found) == 1:
        return found[0]
    if found:
        rulesets = tuple(one.ruleset for one in found)
        raise UnknownNameError(Sentence("several_samples", name=name, count=len(found), first=rulesets[0], rulesets=rulesets))
    from brecha.near_names import did_you_mean

    ruleset, _, short = name.rpartition("/")
    own = [one.name for one in samples() if one.ruleset == ruleset]
    if own:
        near = did_you_mean(short, own)
        raise UnknownNameError(Sentence("no_sample_of", ruleset=ruleset, name=short, near=near, samples=tuple(own)))
    raise UnknownNameError(Sentence("no_sample", name=name, near=did_you_mean(short, sample_names())))


def _found() -> Iterator[Sample]:
    root = shipped_folder()
    if not root:
        return
    for ruleset in sorted(os.listdir(root)):
        folder = os.path.join(root, ruleset, "plans")
        if not os.path.isdir(folder):
            continue
        for file in sorted(os.listdir(folder)):
            stem, suffix = os.path.splitext(file)
            if suffix == ".json":
                yield Sample(stem, ruleset, os.path.join(folder, file))


def _part_of(document: str, heading: str) -> str:
    """The text under `## heading` of a Markdown file; empty where there is none."""
    try:
        with open(document, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return ""
    part: list[str] = []
    inside = False
    for line in lines:
        if line.startswith("## "):
            inside = line[3:].strip() == heading
        elif inside:
            part.append(line)
    return "\n".join(part).strip()
