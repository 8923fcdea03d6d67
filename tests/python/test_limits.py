"""Limits that a block sets, and Ctrl-C: reached, a call of the engine ends, and the next one is as if nothing had been."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import brecha
from brecha.command_line import main

RULES = """
vocabulary towns 1 {
  title en "Towns"
  entity Plan root { towns list of Town }
  entity Town key id { id text  name text  beds integer }
}
ruleset town_rules 1 {
  title en "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title en "Made up for tests" standing practice }
  requirement T-1 { title en "Each town has beds" shall source MADE_UP "1" each t in plan.towns require t.beds >= 2 }
  requirement T-2 {
    title en "No town has more beds than all others"
    shall
    source MADE_UP "2"
    require no t in plan.towns : every u in plan.towns : t.beds > u.beds + 1
  }
}
"""


def towns(count):
    return {"towns": [{"id": f"t{place}", "beds": place % 5} for place in range(count)]}


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.mark.parametrize(
    ("limit", "code", "line"),
    [
        ({"memory": "32 MiB"}, "B953", 16),
        ({"rows": 1_000_000}, "B951", 16),
        ({"findings": 1_000}, "B956", 11),
        ({"seconds": 0.001}, "B954", None),
    ],
)
def test_a_limit_that_is_reached_names_itself_and_the_rule(rules, limit, code, line):
    plan = rules.read_plan(towns(2_000))
    with brecha.limits(**limit), pytest.raises(brecha.AssessmentError) as caught:
        rules.assess(plan, "2026-01-15")
    diagnostic = caught.value.diagnostics[0]
    assert diagnostic.code == code
    assert line is None or (diagnostic.file, diagnostic.line) == ("ruleset.brecha", line)
    assert all(caught.value.in_language(language) for language in ("es", "pt", "fr"))
    if code != "B956":
        with brecha.limits(**limit), pytest.raises(brecha.AssessmentError) as caught:
            rules.verdicts([plan], "2026-01-15")
        assert caught.value.diagnostics[0].code == code


def test_tables_and_reports_hold_to_the_block_they_are_asked_in(rules):
    report = rules.assess(towns(300), "2026-01-15")
    with brecha.limits(memory=10_000):
        for call in (lambda: report.findings, report.to_json, lambda: report.why("T-2")):
            with pytest.raises(brecha.AssessmentError, match="B953"):
                call()
        with brecha.limits(seconds=60), pytest.raises(brecha.AssessmentError, match="B953"):  # inside, memory stays
            report.gaps  # noqa: B018
    assert len(report.findings) == 301


def test_seconds_are_of_the_block_as_a_whole(rules):
    plan = rules.read_plan(towns(10))
    with brecha.limits(seconds=0.2):
        rules.assess(plan, "2026-01-15")
        time.sleep(0.25)
        with pytest.raises(brecha.AssessmentError, match=r"0\.2 s") as caught:
            rules.assess(plan, "2026-01-15")
    assert caught.value.diagnostics[0].code == "B954"
    rules.assess(plan, "2026-01-15")


@pytest.mark.parametrize(
    "limit", [{"rows": 0}, {"memory": "much"}, {"memory": "-1"}, {"seconds": 0}, {"seconds": float("nan")}, {"findings": -3}]
)
def test_a_limit_is_above_zero(limit):
    with pytest.raises(brecha.BrechaError, match=next(iter(limit))), brecha.limits(**limit):
        pass


@pytest.mark.parametrize("limit", [{"rows": 1.5}, {"seconds": "5"}, {"findings": True}])
def test_a_limit_of_another_type_is_named(limit):
    with pytest.raises(TypeError, match=next(iter(limit))), brecha.limits(**limit):
        pass


def test_the_command_line_sets_limits(tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    plan = tmp_path / "plan.json"
    plan.write_text(str(towns(500)).replace("'", '"'), encoding="utf-8")
    asked = ["assess", str(tmp_path), str(plan), "--as-of", "2026-01-15"]
    assert main([*asked, "--limit", "rows=1000"]) == 2
    assert "B951" in capsys.readouterr().err
    assert main([*asked, "--limit", "memory=2GiB", "--limit", "seconds=60"]) == 1
    assert main([*asked, "--limit", "memry=2GiB"]) == 2
    assert 'memory"' in capsys.readouterr().err
    assert main([*asked, "--limit", "rows=many", "--language", "es"]) == 2
    assert "mayor que 0" in capsys.readouterr().err


LONG_RULES = """
vocabulary towns 1 {
  title en "Towns"
  entity Plan root { towns list of Town }
  entity Town key id { id text  beds integer }
}
ruleset town_rules 1 {
  title en "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title en "Made up for tests" standing practice }
  table guards by beds: integer at least -> integer { ROWS } source MADE_UP "2"
  requirement T-1 { title en "Beds" shall source MADE_UP "1" RULE }
}
"""
LOOKING_UP = "each t in plan.towns require t.beds >= guards[t.beds]"  # goes through the table for each town
PAIRS = "each t in plan.towns each u in plan.towns require t.beds >= u.beds"

MANY_RULES = """
one = 'requirement T-{n} { title en "Beds {n}" shall source MADE_UP "1" each t in plan.towns require t.beds >= {n} and t.beds < {n} + 9 }'
many = rules_text.split("  requirement")[0] + "".join(one.replace("{n}", str(n)) for n in range(10_000)) + "}"
"""
LONG_PLAN = """
tree = {"towns": [{"id": f"t{n}", "beds": n} for n in range(60_000)], "evidence": {f"towns/t{n}/beds": {"page": n} for n in range(60_000)}}
text = __import__("json").dumps(tree)
"""

INTERRUPTED = """
import os, signal, sys, threading, time
import brecha
rules_text = sys.stdin.read()
rules = brecha.compile(rules_text)
plan = rules.read_plan({{"towns": [{{"id": f"t{{n}}", "beds": n % 5}} for n in range({count})]}})
report = lambda: rules.assess(plan, "2026-01-15")
{prepare}
made = [{made}, {made}]
def call(report):
    {call}
began = time.monotonic()
call(made[0])
whole = time.monotonic() - began
sent = []
def interrupt():
    time.sleep(whole / 5)
    sent.append(time.monotonic())
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt).start()
try:
    call(made[1])
    time.sleep(60)
except KeyboardInterrupt:
    print(time.monotonic() - sent[0], whole)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize(
    ("call", "made", "rule", "count", "prepare"),
    [
        ('rules.assess(plan, "2026-01-15")', "None", LOOKING_UP, 12_000, ""),
        ('rules.verdicts([plan], "2026-01-15")', "None", LOOKING_UP, 12_000, ""),
        ("len(report.findings)", "report()", PAIRS, 400, ""),
        ("report.to_json()", "report()", PAIRS, 300, ""),
        ("brecha.compile(many)", "None", LOOKING_UP, 1, MANY_RULES),
        ('brecha._core.format("many.brecha", many)', "None", LOOKING_UP, 1, MANY_RULES),
        ("rules.read_plan(text)", "None", LOOKING_UP, 1, LONG_PLAN),
        ("rules.read_plan(tree)", "None", LOOKING_UP, 1, LONG_PLAN),
    ],
)
def test_ctrl_c_is_heard_in_the_middle_of_a_call(call, made, rule, count, prepare):
    program = INTERRUPTED.format(call=call, made=made, count=count, prepare=prepare)
    rules_text = LONG_RULES.replace("RULE", rule).replace("ROWS", " ".join(f"[{beds}] {beds}" for beds in range(4_000)))
    ended = subprocess.run([sys.executable, "-c", program], input=rules_text, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    heard_after, whole = map(float, ended.stdout.split())
    assert heard_after < whole / 2  # four fifths of the call were still to come


def test_a_handler_of_the_host_decides_what_a_signal_is(rules):
    """What a signal's handler raises comes out of the call; one that raises nothing lets it go on."""
    if os.name == "nt":
        pytest.skip("Windows has no signals to send")

    class Enough(Exception):
        pass

    heard = []

    def handler(*_):
        heard.append(1)
        if len(heard) == 2:  # the next ones come while the test is being left
            raise Enough

    plan = rules.read_plan(towns(3_000))
    before = signal.signal(signal.SIGUSR1, handler)
    done = threading.Event()

    def send():
        while not done.wait(0.05):
            os.kill(os.getpid(), signal.SIGUSR1)

    sender = threading.Thread(target=send)
    sender.start()
    try:
        with pytest.raises(Enough):
            for _ in range(10_000):
                rules.assess(plan, "2026-01-15")
    finally:
        done.set()
        sender.join()
        signal.signal(signal.SIGUSR1, before)
    assert len(heard) >= 2
    assert rules.assess(plan, "2026-01-15")["T-2"].verdict == "met"


def test_loading_and_reading_hold_to_the_time_of_their_block(rules, tmp_path, capsys):
    many = RULES.rpartition("}")[0] + "".join(
        f'requirement S-{number} {{ title en "Beds" shall source MADE_UP "1" require some t in plan.towns : t.beds = {number} }}\n'
        for number in range(3_000)
    )
    (tmp_path / "rules.brecha").write_text(many + "}", encoding="utf-8")
    plan = towns(20_000)
    (tmp_path / "plan.yaml").write_text("towns:\n" + "".join(f"- {{id: t{n}, beds: 3}}\n" for n in range(5_000)), encoding="utf-8")
    for call, error in [
        (lambda: brecha.load(tmp_path), brecha.RulesetError),
        (lambda: brecha.compile(many + "}"), brecha.RulesetError),
        (lambda: rules.read_plan(plan), brecha.PlanError),
        (lambda: rules.read_plan(json.dumps(plan)), brecha.PlanError),
        (lambda: rules.read_plan(tmp_path / "plan.yaml"), brecha.PlanError),
    ]:
        with brecha.limits(seconds=0.001), pytest.raises(error, match=r"B954") as caught:
            call()
        assert caught.value.diagnostics[0].code == "B954"
    for command in (["check"], ["fmt", "--check"]):
        assert main([*command, str(tmp_path / "rules.brecha"), "--limit", "seconds=0.001"]) == 2, command
        assert "B954" in "".join(capsys.readouterr())
    assert len(brecha.load(tmp_path).requirements()) == 3_002


@pytest.mark.parametrize(
    ("limit", "call", "error", "said"),
    [
        ({"rules_size": 100}, "compile", "B108", "100 B"),
        ({"rules_nesting": 2}, "compile", "B108", "2"),
        ({"plan_size": "1 KiB"}, "read", "P601", "1 KiB"),
        ({"plan_nesting": 2}, "read", "P601", "2"),
        ({"plan_nesting": 2}, "read_dict", "P601", "2"),
    ],
)
def test_how_large_and_deep_what_comes_in_may_be_is_set_in_a_block(rules, limit, call, error, said):
    plan = towns(100)
    calls = {
        "compile": lambda: brecha.compile(RULES.replace("t.beds >= 2", "(((t.beds))) >= 2")),
        "read": lambda: rules.read_plan(json.dumps(plan)),
        "read_dict": lambda: rules.read_plan(plan),
    }
    calls[call]()
    with brecha.limits(**limit), pytest.raises(brecha.BrechaError, match=error) as caught:
        calls[call]()
    assert said in str(caught.value) and next(iter(limit)) in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "most"),
    [
        ("plan_size", "4 GiB", "4,294,967,295"),
        ("plan_nesting", 65, "64"),
        ("rules_size", "2 GiB", "1,073,741,824"),
        ("rules_nesting", 101, "100"),
    ],
)
def test_a_limit_above_the_greatest_is_refused_with_that(name, value, most, tmp_path, capsys):
    with pytest.raises(brecha.BrechaError, match=f"{name} is {most} at most"), brecha.limits(**{name: value}):
        pass
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    assert main(["check", str(tmp_path), "--limit", f"{name}={value}", "--language", "es"]) == 2
    assert f"el límite {name} es {most} como máximo" in "".join(capsys.readouterr())


def test_costs_tell_how_work_grows(rules, tmp_path):
    costs = rules.costs(elements=1_000)
    assert [cost.requirement for cost in costs] == ["T-2", "T-1"]
    assert costs[0].together == "towns × towns"
    assert costs[0].combinations == 1_000_000
    assert costs[1].findings == 1_000
    assert rules.costs(towns(10))[0].combinations == 100
    assert list(costs.to_pandas()["line"]) == [12, 11]


@pytest.mark.parametrize(
    ("language", "head"), [("en", "combinations"), ("es", "combinaciones"), ("pt", "combinações"), ("fr", "combinaisons")]
)
def test_check_cost_is_a_table_largest_first(language, head, tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    assert main(["check", str(tmp_path), "--cost", "--elements", "50", "--language", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(place for place, line in enumerate(lines) if head in line)
    assert lines[at + 1].split()[:5] == ["T-2", "towns", "×", "towns", "2,500"]
    assert lines[at + 2].startswith("T-1")


def test_check_cost_of_a_plan(tmp_path, capsys):
    (tmp_path / "rules.brecha").write_text(RULES, encoding="utf-8")
    plan = tmp_path / "plan.json"
    plan.write_text(str(towns(30)).replace("'", '"'), encoding="utf-8")
    assert main(["check", str(tmp_path), "--cost", "--plan", str(plan)]) == 0
    assert "900" in capsys.readouterr().out
    assert main(["check", str(tmp_path), "--cost", "--elements", "-1"]) == 2
    assert main(["check", "tourism_security", "--cost"]) == 0
