"""YAML: the vocabulary says what a scalar is, YAML never guesses, and notes name the line of the YAML file."""

import json
from pathlib import Path

import pytest

import brecha
from brecha.plan_spellings import yaml_plan
from brecha.plan_spellings.yaml_plan import tree_of_yaml

pytest.importorskip("yaml")

VOCABULARY = """
vocabulary typed 1.0 {
  title en "Typed"
  entity Plan root {
    name text
    land country
    approved_on date
    public yes_no
    staff integer
    area number
    share percent
    every duration
    stage one of drafted, in_force
    lead ref Agency
    agencies list of Agency
    words list of text
  }
  entity Agency key id { id text  name text  staff integer  number_of text }
}
"""
RULES = """
ruleset typed_rules 1 {
  title en "Typed"
  uses typed 1
  source S { title en "S" standing practice }
  requirement T-1 { title en "It has staff" shall source S "1" require plan.staff >= 1 }
}
"""


@pytest.fixture(scope="module")
def typed():
    return brecha.compile({"typed.brecha": VOCABULARY, "typed_rules.brecha": RULES})


def spelled(typed, text):
    return json.loads(tree_of_yaml(text.encode("utf-8")).json(typed._core))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("land: NO", {"land": "NO"}),
        ("name: 12", {"name": "12"}),
        ("name: yes", {"name": "yes"}),
        ("name: 1_000", {"name": "1_000"}),
        ("approved_on: 2017-08", {"approved_on": "2017-08"}),
        ("approved_on: 2017-08-20", {"approved_on": "2017-08-20"}),
        ("approved_on: {from: 2017-08, to: 2018}", {"approved_on": {"from": "2017-08", "to": "2018"}}),
        ("public: yes", {"public": "yes"}),
        ("public: true", {"public": True}),
        ("staff: 12", {"staff": 12}),
        ("staff: {from: 81}", {"staff": {"from": 81}}),
        ("staff: 0x1F", {"staff": "0x1F"}),
        ("staff: 010", {"staff": "010"}),
        ("area: 12.50", {"area": 12.5}),
        ("share: 30%", {"share": "30%"}),
        ("share: 30", {"share": 30}),
        ("approved_on: 2017-08-20T00:00", {"approved_on": "2017-08-20"}),
        ("approved_on: '2017-08-20T00:00'", {"approved_on": "2017-08-20T00:00"}),
        ("name: 2017-08-20T00:00", {"name": "2017-08-20T00:00"}),
        ("every: 2 weeks", {"every": "2 weeks"}),
        ("stage: in_force", {"stage": "in_force"}),
        ("lead: 7", {"lead": "7"}),
        ("words: [on, 1.0, ~]", {"words": ["on", "1.0", None]}),
        ("name: ~", {"name": None}),
        ("name: '~'", {"name": "~"}),
        ("name:", {"name": None}),
        ("name: |\n  two\n  lines\n", {"name": "two\nlines\n"}),
        ("agencies:\n- id: 1\n  staff: 3\n", {"agencies": [{"id": "1", "staff": 3}]}),
        ("other: 12", {"other": 12}),
        (
            "evidence:\n  agencies: {size: 124, guessed: true, page: 3}",
            {"evidence": {"agencies": {"size": 124, "guessed": True, "page": "3"}}},
        ),
        (
            "evidence:\n  staff:\n    says:\n    - {value: 10, document: 5}",
            {"evidence": {"staff": {"says": [{"value": 10, "document": "5"}]}}},
        ),
        ("evidence:\n  agencies/a/number_of: {value: 3}", {"evidence": {"agencies/a/number_of": {"value": "3"}}}),
        ("judgements:\n- {requirement: 1, answer: true}", {"judgements": [{"requirement": "1", "answer": True}]}),
    ],
)
def test_a_scalar_is_what_the_vocabulary_says(typed, text, value):
    assert spelled(typed, text) == value


def test_numbers_keep_their_digits(typed):
    assert "12345678901234567890.123456789" in tree_of_yaml(b"area: 12345678901234567890.123456789").json(typed._core)


def test_yaml_and_json_make_the_same_plan(typed, tmp_path):
    (tmp_path / "plan.yaml").write_text("staff: 3\nland: NO\nagencies:\n  - {id: a, name: 5}\n", encoding="utf-8")
    from_yaml = typed.read_plan(tmp_path / "plan.yaml")
    from_dict = typed.read_plan({"agencies": [{"name": "5", "id": "a"}], "land": "NO", "staff": 3})
    assert from_yaml.sha256 == from_dict.sha256
    assert not len(from_yaml.notes)


def test_notes_name_the_line_of_the_yaml_file(typed, tmp_path):
    path = tmp_path / "plan.yml"
    path.write_text("# a comment\n\nname: x\n\nagencies:\n\n  - id: a\n    # who?\n    nmae: y\n", encoding="utf-8")
    (note,) = [note for note in typed.read_plan(path).notes if note.code == "P101"]
    assert (note.place, note.line) == ("agencies/a/nmae", 9)
    assert note.column == 5


def test_a_key_given_twice_is_noted(typed, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("staff: 3\nstaff: 4\n", encoding="utf-8")
    assert "P602" in typed.read_plan(path).notes["code"]


def test_aliases_are_written_out(typed):
    assert spelled(typed, "words: &w [a, b]\nother: *w") == {"words": ["a", "b"], "other": ["a", "b"]}


def refusal(typed, tmp_path, data):
    path = tmp_path / "plan.yaml"
    path.write_bytes(data)
    with pytest.raises(brecha.PlanError) as caught:
        typed.read_plan(path)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.file) == ("P601", "plan.yaml")
    return str(caught.value)


def test_aliases_that_explode_are_refused(typed, tmp_path, monkeypatch):
    monkeypatch.setattr(yaml_plan, "_MOST_NODES", 10_000)
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "once its aliases are written out" in refusal(typed, tmp_path, "\n".join(lines).encode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is nothing in it"),
        (b"# nothing\n", "there is nothing in it"),
        (b"a: [1, 2", "not YAML at line 1"),
        (b"- a\n- b\n", "a mapping of fields"),
        (b"b: 1\na: \xff", "not UTF-8 at line 2, column 4"),
        (b"? [a]\n: b\n", "not YAML at line 1, column 3: a field is named by a text"),
        (b'title: "\\ud800"\n', "not YAML at line 1, column 8"),
        (b"title: \x00x\n", "not YAML at line 1, column 8"),
        (b"[" * 5_000, "nested"),
        (b"a: " + b"[" * 80 + b"]" * 80, "nested deeper than 64 levels"),
        (b"a: 1\n---\nb: 2\n", "not YAML"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(typed, tmp_path, data, message):
    assert message in refusal(typed, tmp_path, data)


@pytest.mark.parametrize(
    ("data", "place", "english", "spanish"),
    [
        ("title x\nb: 1\n", (2, 2), "see whether the line above lacks its own", "vea si a la línea anterior"),
        ("title: x\nstage\nb: 1\n", (3, 1), "behind the name of a field stand a colon and a blank", "dos puntos y un espacio"),
        ("title: a: b\n", (1, 9), "put a text that has one in quotes", "ponga entre comillas"),
        ("agencies:\n  - id: a\n   staff: 3\n", (3, 4), "look at the blanks before it", "mire los espacios"),
        ("title: - a\n", (1, 8), "put the hyphen in a line of its own", "ponga el guion en una línea propia"),
        ("title: @a\n", (1, 8), "no value begins with '@'", "ningún valor empieza con '@'"),
        ("a:\n\tb: 1\n", (2, 1), "there is a tab: write blanks", "hay un tabulador"),
        ("words: [a, b\n", (2, 1), "behind an item stands a comma, and behind the last one ]", "tras el último ]"),
        ("lead: {a: b\n", (2, 1), "behind a value stands a comma, and behind the last one }", "tras el último }"),
        ("words: [a b: ]]\n", (1, 15), "']' closes nothing", "']' no cierra nada"),
        ("title: 'x\n", (2, 1), "a text in quotes is not closed", "no está cerrado"),
        ('title: "\\q"\n', (1, 10), "write \\\\ for a backslash", "barra invertida"),
        ("title: *x\n", (1, 8), "nothing before it has the anchor 'x'", "nada antes de esto tiene el ancla 'x'"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a plan is one document", "un plan es un solo documento"),
        ("title: \x00x\n", (1, 8), "the character U+0000 cannot stand in YAML", "el carácter U+0000"),
        ("? [a]\n: b\n", (1, 3), "a field is named by a text", "se nombra con un texto"),
    ],
)
def test_what_yaml_refuses_is_told_in_the_readers_language(typed, tmp_path, data, place, english, spanish):
    (tmp_path / "plan.yaml").write_bytes(data.encode())
    with pytest.raises(brecha.PlanError) as caught:
        typed.read_plan(tmp_path / "plan.yaml")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.line, diagnostic.column) == place, str(caught.value)
    said = [diagnostic.message(language) for language in ("en", "es", "pt", "fr")]
    assert all("expected" not in one and "found" not in one for one in said), said
    assert len(set(said)) == 4
    assert english in said[0] and spanish in said[1]


def test_a_note_names_line_and_column_of_the_file(typed, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("title: x\n\nagencies:\n  - {id: a, staff: many}\n", encoding="utf-8")
    note = next(note for note in typed.read_plan(path).notes if note.code == "P201")
    assert (note.place, note.line, note.column) == ("agencies/a/staff", 4, 20)


def test_the_plan_of_the_demo_is_read_whole():
    rules = brecha.load("tourism_security")
    plan = rules.read_plan(Path(__file__).resolve().parents[2] / "examples" / "plan.yaml")
    assert [note.code for note in plan.notes] == ["P402"]
    assert rules.assess(plan, as_of="2026-01-15").summary.gaps > 0
