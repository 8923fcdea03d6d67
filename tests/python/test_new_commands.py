"""Commands that start something: why, plan, rules --fields, test --only, new; the order of arguments; widths; four languages."""

import json
import os
import re

import brecha
import pytest
from brecha.commands.terminal import fitted, width
from brecha.languages import LANGUAGES
from brecha.sentences import Sentence, said

AS_OF = ("--as-of", "2026-01-15")


# --- sentences ------------------------------------------------------------------------------------------


def test_a_number_takes_its_word():
    assert said(Sentence("checked", checked=1, errors=0, warnings=2), "en") == "1 checked: 0 errors, 2 warnings"
    assert said(Sentence("checked", checked=2, errors=1, warnings=0), "fr") == "2 vérifiés : 1 erreur, 0 avertissement"


# --- why ------------------------------------------------------------------------------------------------


def test_why_shows_what_decided(brecha_command, small_folder, small_rules, plan_file):
    status, out, err = brecha_command("why", small_folder, plan_file, "R-02", *AS_OF)
    assert (status, err) == (0, "")
    assert out.startswith("R-02  Each agency names enough representatives\n")
    assert "National Police has named 1 of 2 representatives." in out
    assert str(small_rules.assess(plan_file, "2026-01-15").why("R-02")) in out
    status, out, _ = brecha_command("why", small_folder, plan_file, "R-02", "agencies/police", "--language", "es", *AS_OF)
    assert status == 0 and "\nbrecha · " in out and "agencies/tourism" not in out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["R-2"], 2, 'has no requirement "R-2"; did you mean'), (["R-02", "agencies/polic"], 2, 'did you mean "agencies/police"'),
        (["R-02", "--language", "xx"], 2, '"xx" is none of the languages'), (["R-02", "--set", "x=1"], 2, "no parameter"),
    ],
)  # fmt: skip
def test_why_says_what_is_not_there(brecha_command, small_folder, plan_file, arguments, status, message):
    ended, out, err = brecha_command("why", small_folder, plan_file, *arguments)
    assert (ended, out) == (status, "") and message in err
    assert brecha_command("why", small_folder, "none.json", "R-02")[0] == 3


# --- the order of arguments -----------------------------------------------------------------------------


def test_a_plan_in_the_place_of_the_ruleset_is_told(brecha_command, small_folder, plan_file, tmp_path):
    for arguments in (
        (plan_file, small_folder),
        (plan_file, small_folder / "rules.brecha"),
        ("belize", "tourism_security"),
        ("nowhere.yaml", small_folder),
    ):
        status, out, err = brecha_command("assess", *arguments)
        assert (status, out) == (2, "") and f"brecha assess {arguments[1]} {arguments[0]}" in err
        assert "primero el reglamento" in brecha_command("assess", *arguments, "--language", "es")[2]
    assert "a plan, not a ruleset" in brecha_command("assess", plan_file, plan_file)[2]
    assert "is a ruleset, not a plan" in brecha_command("assess", small_folder, "tourism_security")[2]
    assert brecha_command("why", plan_file, small_folder, "R-01")[0] == 2


def test_what_is_set_wrongly_is_told_of_the_parameter(brecha_command, small_folder, plan_file):
    for value in ('"x" {', "}", "two", "2 months", "#", "x" * 5000):
        status, out, err = brecha_command("assess", small_folder, plan_file, "--set", f"minimum_representatives={value}")
        assert (status, out) == (2, "") and "minimum_representatives" in err and "B511" in err and "ruleset set" not in err
        assert len(err) < 3000


# --- a blank plan ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ruleset", ["tourism_security", "port_facility"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_plan_says_nothing_and_has_no_mistake(brecha_command, tmp_path, ruleset, language):
    pytest.importorskip("yaml")
    path = tmp_path / "plan.yaml"
    status, out, err = brecha_command("plan", ruleset, "--language", language, "--output", path)
    assert (status, out) == (0, "") and "plan.yaml" in err
    rules = brecha.load(ruleset)
    plan = rules.read_plan(path)
    assert list(plan.notes) == []
    blank, empty = rules.assess(plan, "2026-01-15"), rules.assess({}, "2026-01-15")
    assert [row[3:] for row in blank.findings] == [(row[3:]) for row in empty.findings]
    assert brecha_command("plan", ruleset, "--language", language)[1] == path.read_text(encoding="utf-8")


def test_a_blank_plan_has_questions_types_and_choices(brecha_command, small_folder):
    _, out, _ = brecha_command("plan", small_folder)
    assert "# When was it approved? (date, 2026-01-15)\napproved_on:\n" in out
    assert "reviewed_on" not in out  # no rule reads it
    assert "#    ## To which sector does it belong? (choice)\n#    ## public | private | community\n#    sector:\n" in out
    _, spanish, _ = brecha_command("plan", small_folder, "--language", "es")
    assert "# ¿Cuándo se aprobó? (fecha, 2026-01-15)" in spanish and "public (público)" in spanish


@pytest.mark.parametrize("ruleset", ["tourism_security", "port_facility"])
def test_the_items_of_a_blank_plan_are_fields_too(brecha_command, tmp_path, ruleset):
    yaml = pytest.importorskip("yaml")
    _, out, _ = brecha_command("plan", ruleset)
    body = out[: out.rindex("# evidence:")]
    opened = [line[1:] if re.match(r"#  ", line) and not re.match(r"#\s+##? ", line) else line for line in body.split("\n")]
    opened = [line for line in opened if not line.lstrip().startswith("#")]
    plan = yaml.safe_load("\n".join(opened))
    lists = [name for name, value in plan.items() if isinstance(value, list)]
    assert lists
    path = tmp_path / "opened.yaml"
    path.write_text("\n".join(opened), encoding="utf-8")
    assert not [note for note in brecha.load(ruleset).read_plan(path).notes if note.code == "P101"]


def test_a_blank_plan_as_json_is_that_of_python(brecha_command, small_folder, small_rules, tmp_path):
    _, out, _ = brecha_command("plan", small_folder, "--format", "json")
    assert json.loads(out) == small_rules.blank_plan()
    assert brecha_command("plan", small_folder, "--output", tmp_path / "p.json")[0] == 0
    assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8")) == small_rules.blank_plan()


def test_a_plan_that_is_there_is_not_written_over(brecha_command, small_folder, tmp_path):
    (tmp_path / "p.yaml").write_text("title: mine\n", encoding="utf-8")
    status, _, err = brecha_command("plan", small_folder, "--output", tmp_path / "p.yaml")
    assert status == 2 and "is there already" in err
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == "title: mine\n"
    assert brecha_command("plan", small_folder, "--output", tmp_path / "p.txt")[0] == 2
    assert brecha_command("plan", small_folder, "--output", tmp_path / "q.yaml", "--format", "json")[0] == 2


# --- fields ---------------------------------------------------------------------------------------------


def test_all_fields_are_listed_with_type_question_and_choices(brecha_command, small_folder):
    status, out, _ = brecha_command("rules", small_folder, "--fields")
    assert status == 0
    assert "\nPlan\n" in out and "\n  * agencies  (list of Agency)\n      Who takes part?\n" in out
    assert "\n    reviewed_on  (date, 2026-01-15)\n      When was it last reviewed?\n" in out
    assert "\n  * sector  (choice)\n      To which sector does it belong?\n      public | private | community\n" in out
    every = [field.name for entity in brecha.load(small_folder).vocabulary().entities for field in entity.fields]
    assert re.findall(r"^  [ *] (\w+)  \(", out, re.MULTILINE) == every
    assert "lista de Agency" in brecha_command("rules", small_folder, "--fields", "--language", "es")[1]


# --- new ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_ruleset_speaks_the_authors_language(brecha_command, tmp_path, monkeypatch, language):
    monkeypatch.chdir(tmp_path)
    status, out, err = brecha_command("new", "mine", "--language", language)
    assert (status, err) == (0, "") and out.startswith("mine/\n")
    for command in (["check", "mine", "--strict"], ["test", "mine"], ["fmt", "mine", "--check"]):
        status, out, err = brecha_command(*command)
        assert status == 0, out + err
    assert brecha_command("assess", "mine", "mine/plans/example.json", "--language", language, *AS_OF)[0] == 1
    rules = brecha.load("mine")
    assert rules.languages[0] == language
    assert [info.id for info in rules.requirements()] == ["R-01", "R-02", "R-03"]
    if language != "en":
        for file in ("rules", "vocabulary", "cases"):
            text = (tmp_path / "mine" / f"{file}.brecha").read_text(encoding="utf-8")
            assert text.startswith(f"language {language}\n") and not re.search(r"\b(agencies|approved|the|which|what)\b", text)


def test_what_the_command_says_is_in_the_language_of_the_rules(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    brecha_command("new", "mias", "--language", "es")
    assert brecha_command("check", "mias")[1] == "1 revisado: 0 errores, 0 advertencias\n"
    assert "4 de 4 casos aprobados" in brecha_command("test", "mias")[1]
    assert "3 archivos: 0 con cambios, 3 como deben estar, 0 ilegibles" in brecha_command("fmt", "mias")[1]
    assert "4 sur 4 cas réussis" in brecha_command("test", "mias", "--language", "fr-CA")[1]


@pytest.mark.parametrize(
    "name",
    ["../mine", "a/b", "/tmp/mine", ".", "..", "", "my rules", "2nd", "a-b", "а", "中", "a\u0301", "x" * 200, "a.b", "-", "a\nb", "$(x)"],
)
def test_new_keeps_to_its_letters(brecha_command, tmp_path, monkeypatch, name):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    status, out, err = brecha_command("new", "--", name)
    assert (status, out) == (2, "") and err
    assert not list((tmp_path / "here").iterdir()) and os.listdir(tmp_path) == ["here"]


def test_new_does_not_write_through_a_link(brecha_command, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here" / "mine").symlink_to(tmp_path / "elsewhere")
    assert brecha_command("new", "mine")[0] == 2
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("origin", ["tourism_security", "port_facility"])
def test_new_from_a_shipped_ruleset_is_a_copy_to_change(brecha_command, tmp_path, monkeypatch, origin):
    monkeypatch.chdir(tmp_path)
    status, _, err = brecha_command("new", "my_country", "--from", origin)
    assert status == 0, err
    rules, shipped = brecha.load("my_country"), brecha.load(origin)
    assert (rules.name, rules.version) == ("my_country", "0.1.0")
    assert [info.id for info in rules.requirements()] == [info.id for info in shipped.requirements()]
    assert rules.vocabulary().name == shipped.vocabulary().name and not (tmp_path / "my_country" / "vocabulary.brecha").exists()
    status, out, err = brecha_command("check", "my_country", "--strict")
    assert status == 0, out + err
    status, out, err = brecha_command("test", "my_country")
    assert status == 0, out + err
    head = (tmp_path / "my_country" / "rules.brecha").read_text(encoding="utf-8").split("\n", 1)[0]
    assert head == f"# A copy of {origin} {shipped.version} to be changed; it does not follow that ruleset when it changes."


def test_new_from_what_is_not_shipped(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, _, err = brecha_command("new", "mine", "--from", "tourism_securty")
    assert status == 2 and 'did you mean "tourism_security"' in err and not list(tmp_path.iterdir())


# --- widths ---------------------------------------------------------------------------------------------


def test_a_line_that_fits_stays_and_others_are_broken_at_words():
    assert fitted("  short", 20) == ["  short"]
    assert fitted("  a line of several words", 14) == ["  a line of", "    several", "    words"]
    assert max(map(len, fitted("x" * 95, 20))) <= 20
    assert fitted("x" * 95, None) == ["x" * 95]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_columns_is_obeyed_when_piped(brecha_command, small_folder, plan_file, tmp_path, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    (tmp_path / "wrong.brecha").write_text(
        'ruleset wrong 1 { title en "x" uses core 1 source S { title en "S" } requirement W-1 { title en "a title" shall source S "1" require plan.agencys is given } }'
    )
    assert width() == columns
    for command in (
        ["assess", small_folder, plan_file, *AS_OF], ["rules", "tourism_security"], ["rules", "tourism_security", "--fields"], ["rules"],
        ["check", tmp_path / "wrong.brecha"], ["check", tmp_path / "none"], ["test", small_folder], ["why", small_folder, plan_file, "R-02", *AS_OF],
        ["--help"], ["assess", "--help"], ["fmt", "--help"], ["assess", small_folder, plan_file, "--output", "x.pdf"], ["asses"],
    ):  # fmt: skip
        if "--help" in command and columns < 60:  # argparse does not break the names of options
            continue
        _, out, err = brecha_command(*command)
        wide = [line for line in (out + err).split("\n") if len(line) > columns]
        assert not wide, (command, wide)


def test_the_caret_of_a_long_line_stays_under_its_words(brecha_command, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    (tmp_path / "wrong.brecha").write_text(
        'ruleset wrong 1 { title en "x" uses core 1 source S { title en "S" } requirement W-1 { title en "a title" shall source S "1" require plan.agencys is given } }'
    )
    lines = brecha_command("check", tmp_path / "wrong.brecha")[1].split("\n")
    place = next(place for place, line in enumerate(lines) if line.strip() and not line.strip(" ^"))
    caret = lines[place]
    assert lines[place - 1][caret.index("^") : caret.rindex("^") + 1] == "agencys"


# --- test --only ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("only", "count"),
    [("R-02", 4), ("R-01.private", 1), ("*exercise*", 2), ("An old exercise does not count", 1), ("a plan*", 1), ("r-02", 0), ("R-0", 0)],
)
def test_only_some_cases_are_run(brecha_command, small_folder, only, count):
    status, out, err = brecha_command("test", small_folder, "--only", only)
    if count:
        assert status == 0 and f"{count} of {count} case" in out and "reached by no case" not in out
    else:
        assert (status, out) == (2, "") and "did you mean" in err
