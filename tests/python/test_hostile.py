"""What comes from strangers reaches a terminal, a spreadsheet or a file only as text."""

import csv
import json
import os
import subprocess
import sys

import pytest

from brecha import _core
from brecha.harmless import csv_cell, harmless

VOCABULARY = "vocabulary v 1.0 { entity Plan root { items list of Item } entity Item key id { id text  name text  n number } }\n"
RULES = (
    'ruleset r 1.0.0 { title en "R" uses v 1 source S { title en "s" }\n'
    '  requirement A-1 { title en "T" shall source S "1" each i in plan.items allow empty require i.n >= 1 gap en "{i.name} has none." } }\n'
)
MOVING = ["\x00", "\x07", "\x1b[2J", "\x1b]0;title\x07", "\r", "\x7f", "\x9b31m", "\u202e", "\u2066", "\u200f"]


@pytest.fixture
def rules_file(tmp_path):
    path = tmp_path / "rules.brecha"
    path.write_text(VOCABULARY + RULES, encoding="utf-8")
    return path


def plan_of(folder, name):
    path = folder / "plan.json"
    path.write_text(json.dumps({"items": [{"id": "a", "name": name, "n": 0}]}), encoding="utf-8")
    return path


# --- the terminal ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", MOVING)
def test_what_moves_the_cursor_is_written_out(text):
    shown = harmless(f"a{text}b")
    assert shown.startswith("a\\u") and shown.endswith("b")
    assert not any(letter in shown for letter in text if not letter.isprintable())


def test_lines_tabs_and_words_stay():
    assert harmless("ñandú\n\tüber – “x” 中") == "ñandú\n\tüber – “x” 中"


def test_the_engine_and_the_terminal_write_out_the_same_characters():
    """One list in C++, one in Python, which shows help before the engine is loaded; tab and line break are the terminal's to lay out."""
    for letter in map(chr, range(0x3000)):
        told = _core.diagnostic("", f"a{letter}b").message("en")
        assert told == (f"a\\u{ord(letter):04X}b" if letter in "\t\n" else harmless(f"a{letter}b")), hex(ord(letter))


def escape_ruleset(folder):
    folder.mkdir()
    (folder / "escape.brecha").write_text(
        "vocabulary v 1.0 { entity Plan root { n number } }\n"
        'ruleset r 1.0 { title en "R\x1b[31m" uses v 1 source S { title en "s\x9b31m" }\n'
        ' requirement A-1 { title en "\x1b]0;title of the window\x07\x1b[31mred" shall source S "1\x1b[1m" require plan.n >= 1 } }\n'
        'tests for r { case en "\x1b[31mred" { plan { "n": 0 } expect A-1 met } }\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    "arguments",
    [("test",), ("rules",), ("rules", "--fields"), ("check",), ("check", "--sources"), ("check", "--language", "es"), ("plan",)],
)
def test_no_command_lets_an_escape_through(brecha_command, tmp_path, arguments):
    folder = escape_ruleset(tmp_path / "escape")
    command, *options = arguments
    _, out, err = brecha_command(command, folder, *options)
    assert out + err
    assert not [letter for letter in out + err if not letter.isprintable() and letter not in "\n\t"]


def test_names_of_files_and_near_names_are_harmless_too(brecha_command, rules_file, tmp_path):
    os.mkdir(tmp_path / "plan\x1b[31m")
    for arguments in (
        ("check", tmp_path / "plan\x1b[30m"),
        ("assess", rules_file, tmp_path / "\x1b[31mnothing.json"),
        ("assess", rules_file, plan_of(tmp_path, "x"), "--output", tmp_path / "out\x1b[31m.csv"),
        ("assess", "\x1b[31m", tmp_path / "x.json"),
        ("explain", "\x1b[31m"),
        ("new", "\x1b[31m"),
        ("\x1b[31m",),
    ):
        _, out, err = brecha_command(*arguments)
        assert err and "\x1b" not in out + err, arguments


def test_a_snippet_of_a_broken_file_is_harmless(brecha_command, tmp_path):
    (tmp_path / "x.brecha").write_text('ruleset r 1 { title en "\x1b[31m" requirement \x9b }', encoding="utf-8")
    _, out, err = brecha_command("check", tmp_path / "x.brecha")
    assert out and "\x1b" not in out + err and "\x9b" not in out + err


# --- CSV ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        '"=1',
        "'=1",
        '=HYPERLINK("http://x.example";"open")',
        "＝1",
        "\t",
        "\x00=1",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_quoted(text):
    assert csv_cell(text).startswith("'")
    assert csv_cell(text, exact=True) == text


@pytest.mark.parametrize("text", ["plan", "agencies/ict", "-5", "+3.5", "-30%", "2026-01-15", "a=b", "ñ", "", "x - y"])
def test_other_cells_stay_as_they_are(text):
    assert csv_cell(text) == text


def test_numbers_and_truth_stay_as_they_are():
    assert [csv_cell(value) for value in (-5, -0.5, True, None, ("a", "b"))] == [-5, -0.5, "true", "", "a; b"]


def test_csv_of_a_report_runs_nothing(brecha_command, rules_file, tmp_path):
    for name, cell in (('=HYPERLINK("http://x.example";"open")', "'=HYPERLINK"), ("\x1b[31mred", "\\u001B[31mred")):
        _, out, _ = brecha_command("assess", rules_file, plan_of(tmp_path, name), "--format", "csv")
        (row,) = csv.DictReader(out.splitlines())
        assert row["message"].startswith(cell)
        _, out, _ = brecha_command("assess", rules_file, plan_of(tmp_path, name), "--format", "csv", "--exact-cells")
        assert name in list(csv.DictReader(out.splitlines()))[0]["message"]


def test_the_switch_is_told_in_the_help(brecha_command):
    _, out, _ = brecha_command("assess", "--help")
    assert "--exact-cells" in out and "spreadsheet" in out


# --- encodings ------------------------------------------------------------------------------------------


def run(*arguments, **environment):
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONIOENCODING", "LC_ALL", "LANG", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "brecha", *map(os.fspath, arguments)], capture_output=True, env={**kept, **environment}, check=False
    )


POOR = [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}]


@pytest.mark.parametrize("environment", POOR)
def test_a_stream_that_lacks_letters_gets_escapes(rules_file, tmp_path, environment):
    ran = run("assess", rules_file, plan_of(tmp_path, "Дом ñandú"), "--as-of", "2026-01-15", **environment)
    assert ran.returncode == 1, ran.stderr
    assert b"\\u0414" in ran.stdout
    assert run("rules", "tourism_security", "--language", "es", **environment).returncode == 0
    assert run("assess", rules_file, "нет.json", **environment).returncode == 3


@pytest.mark.parametrize("environment", POOR)
def test_json_csv_and_html_are_utf8_everywhere(rules_file, tmp_path, environment):
    for form in ("json", "csv", "html"):
        ran = run("assess", rules_file, plan_of(tmp_path, "Дом ñandú"), "--format", form, **environment)
        assert ran.returncode == 1, ran.stderr
        assert "Дом ñandú" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are UTF-8 there")
@pytest.mark.parametrize("environment", [{}, *POOR])
def test_names_of_files_may_be_any_bytes(tmp_path, environment):
    folder = os.fsencode(tmp_path) + b"/\xff\xe9"
    os.mkdir(folder)
    rules, plan, output = folder + b"/r.brecha", folder + b"/\xfe.json", folder + b"/out\xfd.json"
    with open(rules, "w", encoding="utf-8") as file:
        file.write(VOCABULARY + RULES)
    with open(plan, "w", encoding="utf-8") as file:
        file.write('{"items": [{"id": "a", "name": "x", "n": 0}]}')
    assert run("check", folder, **environment).returncode == 0
    assert run("fmt", folder, **environment).returncode == 0
    ran = run("assess", folder, plan, "--output", output, **environment)
    assert ran.returncode == 1, ran.stderr
    with open(output, encoding="utf-8") as file:
        assert json.load(file)["plan"]["name"] == "\\xfe.json"
    ran = run("assess", folder, folder + b"/none\xfc.json", **environment)
    assert ran.returncode == 3 and b"Traceback" not in ran.stderr
    with open(rules, "a", encoding="utf-8") as file:
        file.write("nonsense")
    ran = run("check", folder, **environment)
    assert ran.returncode == 2 and b"Traceback" not in ran.stderr and b"r.brecha" in ran.stdout


def test_an_odd_text_in_yaml_does_not_end_the_others(brecha_command, rules_file, tmp_path):
    pytest.importorskip("yaml")
    (tmp_path / "odd.yaml").write_text('title: "\\ud800"\n', encoding="utf-8")
    good = plan_of(tmp_path, "x")
    status, out, err = brecha_command("assess", rules_file, tmp_path / "odd.yaml", good)
    assert status == 3 and "x has none." in out
    assert "Traceback" not in err
