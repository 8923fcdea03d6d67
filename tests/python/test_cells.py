"""`%%brecha`: rules in a notebook's cell are coloured, checked at their place, tested, and assess a plan."""

import html
import re
import types

import brecha
import pytest
from faces import Visible

pytest.importorskip("IPython")

from brecha.cells.highlight import pieces, rules_html
from brecha.cells.magic import register
from IPython.core.error import UsageError

RULES = """vocabulary cove 1 { entity Plan root { title text approved_on date ask en "When was it approved?" } }
ruleset cove 1 {
  title en "Cove" uses cove 1 source S { title en "A guide" }
  requirement C-1 { title en "It is <approved>" shall source S "1" require plan.approved_on is given gap en "Not approved." }  # a remark
}
tests for cove { case en "without" { plan {} expect C-1 unknown } }
"""


@pytest.fixture
def cell(monkeypatch):
    """Runs a cell: the variables of the notebook, and what it showed."""
    known, shown = {}, []
    monkeypatch.setattr("IPython.display.display", lambda thing: shown.append(thing._repr_html_()))
    notebook = types.SimpleNamespace(user_ns={})
    notebook.register_magic_function = lambda function, kind, name: known.update({(kind, name): function})
    brecha.load_ipython_extension(notebook)
    register(notebook)

    def run(line, text):
        shown.clear()
        known["cell", "brecha"](line, text)
        return notebook.user_ns, "".join(shown)

    return run


def test_rules_are_checked_tested_and_bound(cell):
    variables, shown = cell("cove", RULES)
    assert variables["cove"].name == "cove" and "report" not in variables
    assert "cove 1: 1 of 1 case passed" in Visible(shown).text
    variables, shown = cell("--plan plan", RULES)
    assert variables["rules"].name == "cove" and "plan" in Visible(shown).text


def test_a_plan_is_assessed_and_its_report_shown(cell):
    cell("", RULES)
    variables, _ = cell("", RULES)
    variables["draft"] = {"title": "A <b>draft</b>"}
    variables, shown = cell("--plan draft --report first --as-of 2026-01-15 --language es", RULES)
    assert variables["first"].summary.unknown == 1 and str(variables["first"].as_of) == "2026-01-15"
    assert "Se pudieron juzgar 0 de 1 requisito" in Visible(shown).text and "<b>draft</b>" not in shown


def test_a_mistake_is_marked_at_its_place_with_carets(cell):
    variables, shown = cell("--language es", RULES.replace("plan.approved_on", "plan.aproved_on"))
    assert "rules" not in variables
    assert re.search(r'<span class="[^"]*wrong">aproved_on</span>', shown)
    text = html.unescape(re.sub("<[^>]+>", "", shown.replace("<pre", "\n<pre")))
    assert "B101 Plan no tiene el campo" in text and '¿quiso decir "approved_on"?' in text
    line, carets = re.search(r"\n(.*plan\.aproved_on.*)\n( *\^+)", text[text.index("B101") :]).groups()
    assert line[len(carets) - carets.count("^") : len(carets)] == "aproved_on"


def test_a_case_that_fails_says_why(cell):
    _, shown = cell("", RULES.replace("expect C-1 unknown", "expect C-1 met"))
    text = Visible(shown).text
    assert "cove 1: 0 of 1 case passed" in text and "without" in text and "unknown" in text


@pytest.mark.parametrize(("line", "said"), [("3", "no name of a variable"), ("--as-of tomorrow", "tomorrow"), ("--language xx", "xx")])
def test_a_wrong_option_is_told(cell, line, said):
    with pytest.raises(UsageError, match=said):
        cell(line, RULES)


def test_a_plan_that_cannot_be_read_is_told(cell):
    variables, shown = cell("--plan nowhere.json", RULES)
    assert "report" not in variables and "nowhere.json" in Visible(shown).text


@pytest.mark.parametrize("name", brecha.shipped_rulesets())
def test_nothing_is_lost_where_rules_are_coloured(name):
    from pathlib import Path

    from brecha.shipped import shipped_path

    folder = Path(shipped_path(name))
    text = next(path for path in sorted(folder.glob("*.brecha")) if "rules" in path.name).read_text(encoding="utf-8")[:60_000].rstrip()
    shown = html.unescape(re.sub("<[^>]+>", "", rules_html(text)))
    assert [re.sub(r"^ *\d+  ", "", line) for line in shown.split("\n")] == text.rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("requirement C-1 { shall }", {"requirement": "k", "C-1": "i", "shall": "k"}),
        ("requisito C-1 { deberá }", {"requisito": "k", "deberá": "k"}),
        ("plan.requirement = 2026-01-15", {"2026-01-15": "n"}),
        ('gap en "a # b" # c', {"gap": "k", '"a # b"': "s", "# c": "c"}),
        ("at least 3 of count(x)", {"at least": "k", "count": "f", "3": "n"}),
    ],
)
def test_words_have_their_colours(text, classes):
    found = {text[start:end]: name for start, end, name in pieces(text)}
    assert {word: found.get(word) for word in classes} == classes
    assert ".requirement" not in text or "requirement" not in found
