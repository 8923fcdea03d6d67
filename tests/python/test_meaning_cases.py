"""The case files of the language: each checks without a warning, but for those that it says it means (`# warns: B219`), stands as the formatter writes it, and all of its cases pass.
What the formatter writes otherwise has the same answers."""

import re
from itertools import product
from pathlib import Path

import pytest

import brecha
from brecha.command_line import main

FILES = sorted((Path(__file__).resolve().parents[1] / "cases" / "meaning").glob("*.brecha"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_cases_pass(path, capsys):
    assert main(["check", str(path)]) == 0  # not --strict: it asks for texts, which cases of the language have no need of
    out = capsys.readouterr().out
    meant = re.search(r"^# warns: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r":\d+:\d+  (B\d+)  ", out)) == set(meant[1].split(", ") if meant else ()), out
    assert main(["fmt", "--check", str(path)]) == 0, capsys.readouterr().out
    assert main(["test", str(path)]) == 0, capsys.readouterr().out


# As an author may write it, and as the formatter does.
SPELLINGS = (
    ("not plan.open is given", "plan.open is missing"),
    ("not (plan.open is missing)", "plan.open is given"),
    ("plan.open = yes", "plan.open"),
    ("not (plan.open = yes)", "not plan.open"),
    ("not (not plan.open)", "plan.open"),
    ("not (plan.kind = plan.other)", "plan.kind != plan.other"),
    ("not (plan.kind != drill)", "plan.kind = drill"),
    ("not (plan.kind is one of {drill})", "plan.kind is not one of {drill}"),
    ("not (plan.kind is not one of {drill})", "plan.kind is one of {drill}"),
    ("some a in plan.activities where a.public = yes", "some a in plan.activities where a.public"),
    ("no a in plan.activities where not (a.kind = drill)", "no a in plan.activities where a.kind != drill"),
    ("every a in plan.activities : not (a.kind is one of {drill})", "every a in plan.activities : a.kind is not one of {drill}"),
)


def spelt(conditions):
    requirements = "\n".join(
        f'  requirement A-{number} {{\n    title en "a"\n    shall\n    source S "1"\n    require {condition}\n  }}\n'
        for number, condition in enumerate(conditions, 1)
    )
    return f"""vocabulary spelt_plan 1 {{
  enum Kind = drill, course

  entity Plan root {{
    open yes_no
    kind Kind
    other Kind
    activities list of Activity
  }}

  entity Activity key id {{
    id text
    kind Kind
    public yes_no
  }}
}}

ruleset spelt 1 {{
  title en "Spelt"
  uses spelt_plan 1
  source S {{ title en "s" standing law }}

{requirements}}}
"""


def plans():
    """Plans in which what the conditions speak of is so, is not, is not said, does not exist, is withheld or disputed."""
    unsaid = ({}, {"none": True}, {"why": "withheld"})
    disputed = {"says": [{"value": one, "document": one} for one in ("drill", "course")]}
    for is_open in (True, False, *unsaid):
        yield root_of(open=is_open)
    for kind, other in product(("drill", "course", *unsaid, disputed), repeat=2):
        yield root_of(kind=kind, other=other)
    for kind, public in product(("drill", "course", *unsaid), (True, False, *unsaid)):
        for read in ("whole", "part"):
            activity, evidence = said("activities/a/", id="a", kind=kind, public=public)
            yield {"activities": [activity], "evidence": {"": {"read": read}, **evidence}}


def root_of(**values):
    plan, evidence = said(**values)
    return {**plan, "evidence": evidence}


def said(place="", **values):
    """A value stands in the item, all else in its evidence."""
    item = {name: value for name, value in values.items() if not isinstance(value, dict)}
    return item, {place + name: value for name, value in values.items() if isinstance(value, dict) and value}


def test_of_two_spellings_the_formatter_writes_one_that_has_the_same_answers(tmp_path):
    path = tmp_path / "spelt.brecha"
    path.write_text(spelt(written for written, _ in SPELLINGS), encoding="utf-8")
    written = brecha.compile(path.read_text(encoding="utf-8"))
    assert main(["fmt", str(path)]) == 0
    formatted = path.read_text(encoding="utf-8")
    assert re.findall("require (.*)", formatted) == [condition for _, condition in SPELLINGS]
    as_formatted = brecha.compile(formatted)
    for plan in plans():
        assert answers(written, plan) == answers(as_formatted, plan), plan


def answers(rules, plan):
    report = rules.assess(plan, "2026-01-15")
    return [(row.requirement, row.verdict) for row in report.findings], [(row.requirement, row.place, row.why) for row in report.missing]
