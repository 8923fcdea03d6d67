"""The command `brecha`: what it prints, what it writes, and what it ends with."""

import csv
import json
import os
import pty
import re
import subprocess
import sys

import pytest

import brecha
from brecha import _core

COMMANDS = ("assess", "why", "check", "fmt", "texts", "test", "rules", "plan", "ask", "form", "schema", "new", "explain")


# --- help and wrong usage -------------------------------------------------------------------------------


def test_help_has_examples_for_every_command(brecha_command):
    status, out, _ = brecha_command("--help")
    assert status == 0
    assert "examples:" in out and "exit status:" in out
    for command in COMMANDS:
        status, out, _ = brecha_command(command, "--help")
        assert status == 0
        assert "examples:" in out and f"brecha {command}" in out


ENGLISH = re.compile(
    r"\b(?:the|and|of|or|with|where|which|for|from|its|their|this|what|how|show|find|write|print|list|read|file|folder|name|value|given|"
    r"usage|arguments?|options|commands|examples|help|exit|status|message|requirement|shipped|wrong|see|there|gaps? in|too|choose|invalid|expected)\b",
    re.IGNORECASE,
)


def own_words(text):
    """The text without what is typed as it is: the lines that begin with brecha, options, choices, endings, names and ids."""
    lines = [line for line in text.split("\n") if not line.startswith("  brecha ")]
    return re.sub(
        r"\{[^}]*\}|--?[\w-]+|\b(?:test|check|plan|rules|explain|new|why|fmt|assess)\b|\.brecha|\(?(?:unknown|gaps|part|whole|text)\)?",
        "",
        "\n".join(lines),
    )


@pytest.mark.parametrize(
    ("command", "plans"),
    [
        ("assess", 1),
        ("compare", 2),
        ("roadmap", 1),
        ("repairs", 1),
        ("against", 2),
        ("portfolio", 1),
        ("applicability", 1),
        ("passages", 1),
    ],
)
def test_the_help_of_output_names_the_endings_that_are_taken(brecha_command, command, plans):
    out = re.sub(r"\s+", " ", brecha_command(command, "--help")[1])
    told = set(re.findall(r"\.[a-z]+\b", re.search(r"--output FILE (.*?) (?=--|examples:)", out)[1]))
    status, _, err = brecha_command(command, "port_facility", *["made-up-survey"] * plans, "--output", "x.pdf")
    assert status == 2
    assert told == set(re.findall(r"\.[a-z]+\b", err.split("\n", 1)[1])) - {".htm"}


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_the_readers_language(brecha_command, command, language):
    status, out, err = brecha_command(*([command] if command else []), "--help", "--language", language)
    assert (status, err) == (0, "")
    french = ("usage", "options", "arguments", "message") if language == "fr" else ()
    assert [word for word in ENGLISH.findall(own_words(out)) if word.lower() not in french] == []
    assert out == brecha_command("--language", f"{language}-XX", *([command] if command else []), "--help")[1]


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_remarks_on_examples_are_in_one_column(brecha_command, monkeypatch, language):
    monkeypatch.setenv("COLUMNS", "110")
    for command in ("", *COMMANDS):
        out = brecha_command(*([command] if command else []), "--help", "--language", language)[1]
        remarked = [line for line in out.split("\n") if line.startswith("  brecha ") and "  " in line.strip()]
        assert len({line.rindex("  ") for line in remarked}) <= 1, out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["asses"], ('no command "asses"; did you mean "assess"', 'no existe la orden "asses"; ¿quiso decir "assess"')),
        (["asses", "check"], ('no command "asses"', 'no existe la orden "asses"')),
        (["assess"], ("not given: RULESET, PLAN", "faltan: REGLAMENTO, PLAN")),
        (["assess", "x"], ("not given: PLAN", "falta: PLAN")),
        (
            ["assess", "x", "y", "--languag", "es"],
            ('no option "--languag"; did you mean "--language"', 'no existe la opción "--languag"; ¿quiso decir "--language"'),
        ),
        (
            ["check", "x", "--stric=1"],
            ('no option "--stric"; did you mean "--strict"', 'no existe la opción "--stric"; ¿quiso decir "--strict"'),
        ),
        (["check", "x", "--strict=1"], ("--strict takes no value", "--strict no lleva ningún valor")),
        (["assess", "x", "y", "--output"], ("--output wants a value", "--output necesita un valor")),
        (["why", "a", "b", "c", "d", "e", "f"], ("too many: e f", "sobran: e f")),
        (
            ["assess", "a", "b", "--format", "jsn"],
            (
                '--format has no value "jsn"; did you mean "json"?\nvalues: text, json',
                '--format no tiene el valor "jsn"; ¿quiso decir "json"?\nvalores: text, json',
            ),
        ),
        (["assess", "a", "b", "--fail-on", "it's"], ('--fail-on has no value "it\'s"', '--fail-on no tiene el valor "it\'s"')),
    ],
)
def test_wrong_usage_is_told_in_the_readers_language(brecha_command, arguments, said):
    command = f"brecha {arguments[0]}" if arguments[0] in COMMANDS else "brecha"
    for before, expected, see in (
        ([], said[0], f"see  {command} --help\n"),
        (["--language", "es"], said[1], f"vea  {command} --help --language es\n"),
    ):
        status, out, err = brecha_command(*before, *arguments)
        assert (status, out) == (2, "")
        assert expected in err and err.endswith(see) and "the following" not in err and "choose" not in err


def test_an_unknown_language_is_told_before_anything_else(brecha_command):
    for arguments in (["--help", "--language", "xx"], ["--language=xx"], ["assess", "--language", "xx"]):
        status, out, err = brecha_command(*arguments)
        assert (status, out) == (2, "") and '"xx" is none of the languages' in err


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "x"], ["check"], ["assess", "a", "b", "--format", "pdf"], []])
def test_wrong_usage_ends_with_two(brecha_command, arguments):
    assert brecha_command(*arguments)[0] == 2


def test_the_version_is_printed(brecha_command):
    status, out, _ = brecha_command("--version")
    assert status == 0 and re.fullmatch(r"brecha \d+\.\d+\.\d+\n", out)


# --- assess ---------------------------------------------------------------------------------------------


def test_gaps_end_with_one_and_are_shown(brecha_command, small_folder, plan_file):
    status, out, err = brecha_command("assess", small_folder, plan_file, "--as-of", "2026-01-15")
    assert status == 1
    assert "National Police has named 1 of 2 representatives." in out
    assert "as of 2026-01-15" in out
    assert err == ""


def test_the_date_is_always_printed(brecha_command, small_folder, plan_file):
    import datetime

    _, out, _ = brecha_command("assess", small_folder, plan_file)
    assert str(datetime.date.today().year) in out.split("could be judged")[0]


@pytest.mark.parametrize(("fail_on", "plan", "status"), [
    ("gaps", {}, 0), ("unknown", {}, 1), ("none", {}, 0),
    ("none", {"agencies": []}, 0), ("gaps", {"agencies": []}, 1), ("unknown", {"agencies": []}, 1),
])  # fmt: skip
def test_what_ends_with_one_can_be_chosen(brecha_command, small_folder, tmp_path, fail_on, plan, status):
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    assert brecha_command("assess", small_folder, tmp_path / "plan.json", "--as-of", "2026-01-15", "--fail-on", fail_on)[0] == status


def test_json_is_the_engines_own_bytes(brecha_command, small_folder, small_rules, plan_file):
    _, out, _ = brecha_command("assess", small_folder, plan_file, "--as-of", "2026-01-15", "--format", "json", "--language", "es")
    assert out == small_rules.assess(plan_file, "2026-01-15", language="es").to_json()


def test_csv_is_the_findings_table(brecha_command, small_folder, small_rules, plan_file):
    _, out, _ = brecha_command("assess", small_folder, plan_file, "--as-of", "2026-01-15", "--format", "csv")
    rows = list(csv.DictReader(out.splitlines(keepends=True)))
    assert len(rows) == len(small_rules.assess(plan_file, "2026-01-15").findings)


def test_output_goes_to_a_file_in_the_form_its_name_says(brecha_command, small_folder, plan_file, tmp_path):
    for name, start in (("a.html", "<!DOCTYPE html>"), ("a.json", "{"), ("a.csv", "assessment,"), ("a.txt", "Plan of")):
        status, out, err = brecha_command("assess", small_folder, plan_file, "--output", tmp_path / name, "--as-of", "2026-01-15")
        assert (status, out) == (1, "")
        assert name in err
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_broken_plan_does_not_stop_the_others(brecha_command, small_folder, plan_file, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{ nothing", encoding="utf-8")
    status, out, err = brecha_command("assess", small_folder, broken, plan_file, tmp_path / "none.json", "--as-of", "2026-01-15")
    assert status == 3
    assert "National Police" in out
    assert "broken.json" in err and "P601" in err and "none.json" in err
    status, out, _ = brecha_command("assess", small_folder, broken, plan_file, "--as-of", "2026-01-15", "--format", "json")
    assert status == 3
    assert [list(entry)[:2] for entry in json.loads(out)] == [["plan", "notes"], ["brecha", "format"]]


def test_one_broken_plan_alone(brecha_command, small_folder, tmp_path):
    (tmp_path / "broken.json").write_text("[]", encoding="utf-8")
    status, out, _ = brecha_command("assess", small_folder, tmp_path / "broken.json", "--format", "json")
    assert status == 3
    assert list(json.loads(out)) == ["plan", "notes"]


def test_a_parameter_is_set(brecha_command, small_folder, plan_file):
    _, out, _ = brecha_command("assess", small_folder, plan_file, "--set", "minimum_representatives=5", "--as-of", "2026-01-15")
    assert "1 of 5 representatives" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--set", "minimum_representatives"], "--set wants NAME=VALUE"),
        (["--set", "minimum_representative=3"], "minimum_representatives"),
        (["--as-of", "15/01/2026"], "write year-month-day"),
    ],
)
def test_wrong_options_end_with_two_and_say_why(brecha_command, small_folder, plan_file, arguments, message):
    status, out, err = brecha_command("assess", small_folder, plan_file, *arguments)
    assert (status, out) == (2, "")
    assert message in err


def test_a_wrong_ruleset_ends_with_two(brecha_command, plan_file, tmp_path):
    status, _, err = brecha_command("assess", "tourism_securty", plan_file)
    assert status == 2 and 'did you mean "tourism_security"' in err
    (tmp_path / "wrong.brecha").write_text(
        'ruleset wrong 1 { title en "x" uses core 1 requirement W-1 { title en "x" shall require plan.agencys } }'
    )
    status, _, err = brecha_command("assess", tmp_path / "wrong.brecha", plan_file)
    assert status == 2 and "B101" in err and '"agencys"' in err


def test_a_sample_is_a_plan(brecha_command):
    status, out, _ = brecha_command("assess", "tourism_security", "dominican-republic", "--as-of", "2026-01-15", "--fail-on", "none")
    assert status == 0
    assert "dominican-republic.json" in out


def test_a_folder_of_plans(brecha_command, small_folder, plan_file):
    (plan_file.parent / "second.yaml").write_text("title: Second\n", encoding="utf-8")
    status, out, _ = brecha_command("assess", small_folder, plan_file.parent, "--as-of", "2026-01-15")
    assert status == 1
    overview = out.rsplit("─", 1)[1]
    assert "puerto.json" in overview and "second.yaml" in overview


def test_how_a_plan_was_read_can_be_said(brecha_command, small_folder, tmp_path):
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    assert brecha_command("assess", small_folder, tmp_path / "plan.json", "--read", "part", "--as-of", "2026-01-15")[0] == 0
    assert brecha_command("assess", small_folder, tmp_path / "plan.json", "--read", "whole", "--as-of", "2026-01-15")[0] == 1


# --- the terminal ---------------------------------------------------------------------------------------


def in_terminal(arguments, **environment):
    """Output of the command with a terminal as its stdout and stderr."""
    leader, follower = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-m", "brecha", *map(str, arguments)],
        stdout=follower,
        stderr=follower,
        env={**kept, "TERM": "xterm", **environment},
    )
    os.close(follower)
    chunks = []
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(leader)
    process.wait()
    return b"".join(chunks).decode("utf-8")


def test_colour_only_on_a_terminal_and_not_where_it_is_unwanted(small_folder, plan_file, brecha_command):
    arguments = ["assess", small_folder, plan_file, "--as-of", "2026-01-15"]
    assert "\x1b[" in in_terminal(arguments)
    assert "\x1b[" not in in_terminal(arguments, NO_COLOR="1")
    assert "\x1b[" not in in_terminal(arguments, TERM="dumb")
    assert "\x1b[" not in brecha_command(*arguments)[1]


def test_progress_is_shown_on_a_terminal(small_folder, plan_file):
    assert "2 of 2 plans assessed" in in_terminal(["assess", small_folder, plan_file, plan_file])


def test_a_pipe_that_closes_early_is_no_error(small_folder, plan_file):
    process = subprocess.Popen(
        [sys.executable, "-m", "brecha", "assess", str(small_folder), str(plan_file), "--format", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()


# --- check, fmt, test, rules ----------------------------------------------------------------------------


def test_a_new_ruleset_checks_and_tests_without_a_mistake(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, _ = brecha_command("new", "my_rules")
    assert status == 0 and "vocabulary.brecha" in out
    status, out, err = brecha_command("check", "my_rules", "--strict")
    assert status == 0, out + err
    status, out, err = brecha_command("test", "my_rules")
    assert status == 0 and "4 of 4 cases passed" in out, out + err
    status, out, err = brecha_command("fmt", "my_rules", "--check")
    assert status == 0, out + err
    status, out, err = brecha_command("assess", "my_rules", "my_rules/plans/example.json", "--as-of", "2026-01-15")
    assert status == 1 and "1 of 2 representatives" in out, out + err


def test_new_never_writes_over_what_is_there(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    status, _, err = brecha_command("new", "mine")
    assert status == 2 and "is there already" in err
    assert not list((tmp_path / "mine").iterdir())


@pytest.mark.parametrize(("name", "better"), [("my rules", "my_rules"), ("2nd", "rules_2nd"), ("a-b", "a_b")])
def test_new_refuses_what_is_no_name_and_offers_one(brecha_command, tmp_path, monkeypatch, name, better):
    monkeypatch.chdir(tmp_path)
    status, _, err = brecha_command("new", name)
    assert status == 2 and f'"{better}"' in err
    assert not list(tmp_path.iterdir())


def test_sources_and_verdicts_that_no_case_reaches_are_said_as_the_author_writes_them(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert brecha_command("new", "mis_reglas", "--language", "es")[0] == 0
    assert "R-01           GUÍA sección 1  (íntegra)" in brecha_command("check", "mis_reglas", "--sources")[1]
    assert "R-03         no_aplicable" in brecha_command("test", "mis_reglas")[1]


def test_what_a_ruleset_asks_is_said_in_the_readers_words(brecha_command):
    status, out, _ = brecha_command("rules", "tourism_security", "--language", "es")
    assert status == 0 and "alcance" in out and "debería · Programa de Seguridad Turística" in out
    assert not re.search(r"^scope|shall ·|should ·|CICTE_PAGE", out, re.MULTILINE)
    fields = brecha_command("rules", "tourism_security", "--fields", "--language", "pt")[1]
    assert "lista de opções" in fields and "lista de opção" not in fields


def test_a_shipped_ruleset_is_had_without_reading_the_others(brecha_command, monkeypatch):
    def read_all(*_):
        raise AssertionError("every shipped ruleset is read")

    monkeypatch.setattr(_core, "shipped_rulesets", read_all)
    assert brecha_command("assess", "tourism_security", "dominican-republic", "--fail-on", "none")[0] == 0
    with pytest.raises(brecha.RulesetError, match='there is no ruleset in "core"'):
        brecha.load("core")


def copy_of(folder, target):
    target.mkdir()
    for file in folder.glob("*.brecha"):
        (target / file.name).write_bytes(file.read_bytes())
    return target


def test_check_shows_mistakes_and_ends_with_two(brecha_command, small_folder, tmp_path):
    folder = copy_of(small_folder, tmp_path / "wrong")
    rules = folder / "rules.brecha"
    rules.write_text(rules.read_text(encoding="utf-8").replace("plan.exercises", "plan.exercisez"), encoding="utf-8")
    status, out, _ = brecha_command("check", folder)
    assert status == 2
    assert "B101" in out and "exercises" in out and "rules.brecha:" in out and "1 error" in out
    assert "la entidad" not in out
    assert brecha_command("check", folder, "--language", "es")[1] != out


def test_strict_makes_warnings_fail(brecha_command, small_folder, tmp_path):
    folder = copy_of(small_folder, tmp_path / "warned")
    rules = folder / "rules.brecha"
    rules.write_text(rules.read_text(encoding="utf-8").replace(' es "No participa ninguna entidad privada."', ""), encoding="utf-8")
    status, out, _ = brecha_command("check", folder)
    assert status == 0 and "B202" in out and "1 warning" in out
    assert brecha_command("check", folder, "--strict")[0] == 2


def test_check_lists_every_requirement_with_its_clause(brecha_command, small_folder):
    status, out, _ = brecha_command("check", small_folder, "--sources")
    assert status == 0
    assert re.search(r"R-02\s+GUIDE.*section 2.*\(full\)", out)


def test_a_folder_of_rulesets_is_checked_one_by_one(brecha_command, small_folder):
    status, out, _ = brecha_command("check", small_folder.parent)
    assert status == 0 and "1 checked" in out


@pytest.mark.parametrize("command", ["check", "fmt", "test"])
def test_a_path_that_is_not_there_ends_with_two(brecha_command, command, tmp_path):
    status, _, err = brecha_command(command, tmp_path / "nothing")
    assert status == 2 and "there is no file or folder" in err
    (tmp_path / "empty").mkdir()
    status, _, err = brecha_command(command, tmp_path / "empty")
    assert status == 2 and "there is no .brecha file" in err


def test_fmt_turns_keywords_into_another_language_and_back(brecha_command, small_folder, small_rules, tmp_path):
    import brecha

    folder = copy_of(small_folder, tmp_path / "copy")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    status, out, _ = brecha_command("fmt", folder, "--language", "es")
    assert status == 0 and "3 changed" in out
    assert "reglamento small" in (folder / "rules.brecha").read_text(encoding="utf-8")
    spanish = brecha.load(folder)
    assert spanish.sha256 == small_rules.sha256
    assert brecha_command("test", folder)[0] == 0
    assert brecha_command("fmt", folder, "--language", "en")[0] == 0
    assert brecha.load(folder).sha256 == small_rules.sha256
    assert {
        file.name: file.read_bytes().replace(b"language en\n\n", b"").replace(b"language en\n", b"") for file in folder.iterdir()
    } == before


def test_fmt_check_changes_nothing_and_ends_with_one(brecha_command, small_folder, tmp_path):
    folder = copy_of(small_folder, tmp_path / "copy")
    rules = folder / "rules.brecha"
    rules.write_text(rules.read_text(encoding="utf-8").replace("    shall\n", "        shall\n"), encoding="utf-8")
    before = rules.read_bytes()
    status, out, _ = brecha_command("fmt", folder, "--check")
    assert status == 1 and "rules.brecha" in out
    assert rules.read_bytes() == before


def test_fmt_leaves_a_file_it_cannot_read(brecha_command, tmp_path):
    file = tmp_path / "x.brecha"
    file.write_text("ruleset x 1 { requirement }", encoding="utf-8")
    status, _, err = brecha_command("fmt", file)
    assert status == 2 and "x.brecha" in err
    assert file.read_text(encoding="utf-8") == "ruleset x 1 { requirement }"
    assert brecha_command("fmt", file, "--language", "de")[0] == 2


def test_a_failing_case_ends_with_one_and_shows_place_and_reason(brecha_command, small_folder, tmp_path):
    folder = copy_of(small_folder, tmp_path / "failing")
    cases = folder / "cases.brecha"
    cases.write_text(
        cases.read_text(encoding="utf-8").replace('expect R-02 not_met for "agencies/police"', 'expect R-02 met for "agencies/police"'),
        encoding="utf-8",
    )
    status, out, _ = brecha_command("test", folder)
    assert status == 1
    assert "failed" in out and "one representative is a gap of that agency" in " ".join(out.split())
    assert "R-02" in out and "agencies/police" in out
    assert "3 of 4 cases passed" in out


WRONG_REASONS = """
language {language}
{tests} small {{
  {case} {language} "{begin} a gap: nobody is asked" {{ {plan} {{ "agencies": [] }} }}
  {case} {language} "{begin} pass" {{ {plan} {{ }} }}
  {case} {language} "of what {begin} be nobody speaks" {{ {plan} {{ }} }}
}}
"""


@pytest.mark.parametrize(
    ("language", "tests", "case", "plan", "begin", "said"),
    [
        ("en", "tests for", "case", "plan", "must not", "3 requirements, 14 of 15 verdicts reached, 2 cases of wrong reasons"),
        ("es", "pruebas de", "caso", "plan", "no debe", "3 requisitos, 14 de 15 veredictos alcanzados, 2 casos de razones erróneas"),
        ("pt", "testes de", "caso", "plano", "não deve", "3 requisitos, 14 de 15 veredictos alcançados, 2 casos de razões erradas"),
        ("fr", "essais de", "cas", "plan", "ne doit pas", "3 exigences, 14 sur 15 verdicts atteints, 2 cas de mauvaises raisons"),
    ],
)
def test_what_cases_reach_is_counted_and_those_of_wrong_reasons(
    brecha_command, small_folder, tmp_path, language, tests, case, plan, begin, said
):
    folder = copy_of(small_folder, tmp_path / "counted")
    text = WRONG_REASONS.format(language=language, tests=tests, case=case, plan=plan, begin=begin)
    (folder / "wrong_reasons.brecha").write_text(text, encoding="utf-8")
    status, out, err = brecha_command("test", folder, "--language", language)
    assert status == 0, out + err
    assert said in out
    assert said.split(",")[0] not in brecha_command("test", folder, "--language", language, "--only", "R-01")[1]


def test_requirements_without_a_case_of_a_wrong_reason_are_named_to_those_who_ask(brecha_command, small_folder, tmp_path):
    folder = copy_of(small_folder, tmp_path / "wrong_reasons")
    cases = folder / "cases.brecha"
    asked = "of which no case says what must not be a gap, or must not pass:"
    status, out, err = brecha_command("test", folder, "--wrong-reasons")
    assert status == 0, out + err
    assert f"3 requirements {asked}\n    R-01, R-02, R-03" in out
    assert asked not in brecha_command("test", folder)[1]
    cases.write_text(
        cases.read_text(encoding="utf-8") + 'tests for small { case en "must not be a gap" { plan { } expect R-02 unknown } }\n',
        encoding="utf-8",
    )
    assert f"2 requirements {asked}\n    R-01, R-03" in brecha_command("test", folder, "--wrong-reasons")[1]


def test_several_rulesets_are_counted_in_sum(brecha_command, small_folder, tmp_path):
    one, two = (copy_of(small_folder, tmp_path / name) for name in ("one", "two"))
    _, alone, _ = brecha_command("test", one)
    assert "rulesets" not in alone
    _, out, _ = brecha_command("test", one, two)
    assert "2 rulesets: 8 of 8 cases passed" in out
    assert out.rstrip().endswith("6 requirements, 28 of 30 verdicts reached, 0 cases of wrong reasons")


def test_what_no_case_reached_is_named(brecha_command, small_folder):
    _, out, _ = brecha_command("test", small_folder)
    assert "reached by no case" in out
    assert re.search(r"R-03\s+.*", out.split("reached by no case")[1])


def test_rules_lists_what_is_shipped(brecha_command):
    status, out, _ = brecha_command("rules")
    assert status == 0
    assert "tourism_security" in out and "port_facility" in out and "sample plan: dominican-republic" in out


def test_rules_lists_what_one_asks_for(brecha_command, small_folder):
    status, out, _ = brecha_command("rules", small_folder, "--language", "es")
    assert status == 0
    assert "R-02  Cada entidad nombra suficientes representantes" in out
    assert "section 2" in out


# --- explain --------------------------------------------------------------------------------------------


def test_a_code_is_explained(brecha_command):
    status, out, _ = brecha_command("explain", "b101")
    assert status == 0
    assert "B101" in out and len(out.splitlines()) > 5


def test_all_codes_are_listed(brecha_command):
    status, out, _ = brecha_command("explain")
    assert status == 0
    assert {"B101", "B301", "P101", "P201"} <= set(re.findall(r"\b[BP]\d{3}\b", out))


def test_a_code_that_is_not_there_is_met_with_the_nearest(brecha_command):
    status, _, err = brecha_command("explain", "B1O1")
    assert status == 2 and "did you mean" in err


def test_check_lists_the_sources_of_every_ruleset_in_a_file(tmp_path, brecha_command):
    head = 'vocabulary small 1 { title "Small" entity Plan root { name text } }\n'
    rules = "".join(
        f'ruleset {name} 1 {{ title "R" uses small 1 source LAW {{ title "A made-up law" }} '
        f'requirement {name.upper()}-1 {{ title "Named" shall source LAW "art. {name}" require plan.name is given }} }}\n'
        for name in ("one", "two")
    )
    (tmp_path / "both.brecha").write_text(head + rules, encoding="utf-8")
    status, shown, _ = brecha_command("check", "--sources", str(tmp_path / "both.brecha"))
    assert status == 0
    assert "LAW art. one" in shown and "LAW art. two" in shown
