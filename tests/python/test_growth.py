"""Ten times as much takes some ten times as long, where the square would take a hundred: what Python does with many gaps, long chains, long texts.

What the engine does by itself is held to it in tests/cpp/api/growth_test.cpp.
"""

import contextlib
import io
import time

import brecha
import pytest
from brecha.command_line import main
from brecha.commands.ruleset_paths import author_language, ruleset_names

MOST = 25

VOCABULARY = 'vocabulary v 1 { title "V" entity Plan root { y yes_no  t text } }\n'
REQUIREMENT = (
    ' requirement R-{n} {{ title "T {n}" shall source S "1" require plan.y gap "lacking {n}" remedy "do {n}" effort 2 days {after} }}\n'
)


def ruleset(lines: str) -> str:
    return VOCABULARY + 'ruleset r 1 {\n title "R"\n uses v 1\n source S { title "S" standing law }\n' + lines + "}\n"


def requirements(count: int, chained: bool = False) -> str:
    return "".join(REQUIREMENT.format(n=n, after=f"after R-{n - 1}" if chained and n else "") for n in range(count))


def seconds(run) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def assert_grows(make, size: int) -> None:
    """`make(size)` gives what is measured; what it needs is made before."""
    one, ten = make(size), make(10 * size)
    least_one = least_ten = float("inf")
    for _ in range(4):  # what others do on the machine only adds to a time
        least_one = min(least_one, *(seconds(one) for _ in range(3)))
        least_ten = min(least_ten, seconds(ten))
        if least_ten <= MOST / 2 * least_one:
            return
    assert least_ten <= MOST * least_one


FACES = {
    "text": lambda report: report.to_text(),
    "HTML": lambda report: report.to_html(),
    "JSON": lambda report: report.to_json(),
    "roadmap": lambda report: report.roadmap().to_text(),
    "questions": lambda report: list(report.questions()),
}


@pytest.mark.parametrize("face", FACES)
def test_many_gaps_whose_remedies_wait_for_each_other(face):
    def make(count):
        rules = brecha.compile(ruleset(requirements(count, chained=True)))
        plan = rules.read_plan({"y": None} if face == "questions" else {"y": False})
        return lambda: FACES[face](rules.assess(plan, "2026-01-15"))

    assert_grows(make, 100)


@pytest.mark.parametrize("words", ["many words ", "oneword"])
def test_a_long_text(words):
    def make(count):
        rules = brecha.compile(ruleset(REQUIREMENT.format(n=1, after="").replace("lacking", words * count)))
        return lambda: rules.assess({"y": False}, "2026-01-15").to_text()

    assert_grows(make, 10_000)


def test_blank_lines_before_a_ruleset(tmp_path):
    def make(count):
        path = tmp_path / f"{count}.brecha"
        path.write_text("\n" * count + ruleset(requirements(1)), encoding="utf-8")

        def run():
            assert ruleset_names(str(path)) == ["r"]
            assert author_language([str(path)]) == "en"

        return run

    assert_grows(make, 3_000)


COMMANDS = {
    "check": ["check"],
    "fmt": ["fmt", "--check"],
    "rules": ["rules"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_on_a_large_file(command, tmp_path):
    def make(count):
        path = tmp_path / f"{count}.brecha"
        path.write_text(ruleset(requirements(count)), encoding="utf-8")

        def run():
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                main([*COMMANDS[command], str(path)])

        return run

    assert_grows(make, 200)
