"""What goes to another process, and what many plans come to: pickles, other interpreters, verdicts in batches."""

import concurrent.futures
import copy
import multiprocessing
import pickle
import subprocess
import sys

import pytest

import brecha

RULES = """vocabulary v 1 { entity Plan root { a text  n number } }
ruleset r 1 { title en "R" uses v 1 source G { title en "G" } parameter least = 1 { source G "1" }
  requirement R-1 { title en "t" shall source G "1" require plan.a is given }
  requirement R-2 { title en "t" shall source G "1" require plan.n >= least } }"""


def broken(_):
    brecha.compile("ruleset r 1 {")


def assessed(rules, plan):
    return rules.assess(plan, as_of="2026-01-15", parameters={"least": 3})


def test_an_error_comes_back_from_a_worker():
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        with pytest.raises(brecha.RulesetError) as caught:
            pool.submit(broken, 0).result(timeout=120)
        rules = brecha.compile(RULES)
        report = pool.submit(assessed, rules, rules.read_plan({"n": 2})).result(timeout=120)
    first = caught.value.diagnostics[0]
    with pytest.raises(brecha.RulesetError) as here:
        broken(0)
    same = here.value.diagnostics[0]
    assert str(caught.value) == str(here.value)
    for language in ("", "en", "es", "pt", "fr"):
        assert (first.code, first.line, first.message(language), first.shown(language)) == (
            same.code,
            same.line,
            same.message(language),
            same.shown(language),
        )
    assert caught.value.in_language("es") == here.value.in_language("es") != str(here.value)
    assert report["R-2"].verdict == "not_met" and report.parameters_set == {"least": "3"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: brecha.load("nowhere"), lambda: brecha.compile("x"), lambda: brecha.compile(RULES).read_plan("{ nothing"),
        lambda: brecha.compile(RULES).read_plan("nowhere.json"), lambda: brecha.compile(RULES).assess({}, parameters={"x": 1}),
        lambda: brecha.compile(RULES).assess({}, language="xx"), lambda: brecha.compile(RULES).requirement("X"), lambda: brecha.sample("x"),
        lambda: brecha.compile(RULES).assess({}).findings["x"], lambda: brecha.compile(RULES).assess({}, as_of="x"),
    ],
)  # fmt: skip
def test_every_error_pickles_and_speaks_four_languages(make):
    with pytest.raises(brecha.BrechaError) as caught:
        make()
    error = caught.value
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error)
    for language in ("en", "es", "pt", "fr"):
        assert again.in_language(language) == error.in_language(language) != ""
    assert pickle.loads(pickle.dumps(again)).in_language("es") == error.in_language("es")


def test_an_unknown_name_is_a_key_error_too():
    with pytest.raises(KeyError) as caught:
        brecha.compile(RULES).requirement("R-3")
    assert str(caught.value).startswith('r has no requirement "R-3"; did you mean "R-')


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_rulesets_plans_and_reports_pickle(protocol, small_folder, plan_dict, monkeypatch, tmp_path):
    for rules, plan in ((brecha.compile(RULES), {"n": 2}), (brecha.load(small_folder), plan_dict)):
        read = rules.read_plan(plan, name="mine", read="part")
        report = rules.assess(read, as_of="2026-01-15", language="es")
        monkeypatch.chdir(tmp_path)
        again = pickle.loads(pickle.dumps(report, protocol))
        assert again.to_json() == report.to_json() and again.language == "es" and again.plan.name == "mine"
        assert again.ruleset.sha256 == rules.sha256 and again.plan.sha256 == read.sha256
        assert copy.deepcopy(report).hash == report.hash
        together = pickle.loads(pickle.dumps(rules.assess_all([plan, "{ nothing"], as_of="2026-01-15"), protocol))
        assert len(together) == 1 and together.failed[0].position == 1
        assert "notes" in together.to_json()


def test_a_ruleset_that_changed_on_its_way_is_refused(tmp_path):
    path = tmp_path / "r.brecha"
    path.write_text(RULES, encoding="utf-8")
    sent = pickle.dumps(brecha.load(path))
    assert pickle.loads(sent).name == "r"
    path.write_text(RULES.replace("least = 1", "least = 2"), encoding="utf-8")
    with pytest.raises(brecha.RulesetError, match="the files of r changed since it was pickled"):
        pickle.loads(sent)
    path.unlink()
    with pytest.raises(brecha.RulesetError, match="there is no ruleset, file or folder"):
        pickle.loads(sent)


def test_what_does_not_pickle_says_so_in_a_sentence(small_report):
    for thing, words in (
        (small_report.findings, "a table does not pickle: send"),
        (small_report.why("R-02"), "reasons do not pickle: send"),
    ):
        with pytest.raises(TypeError, match=words):
            pickle.dumps(thing)


# --- a second interpreter -------------------------------------------------------------------------------

SECOND = """
import sys
try:
    import _xxsubinterpreters as interpreters
except ImportError:
    try:
        import _interpreters as interpreters
    except ImportError:
        print("ImportError: no interpreters here"); sys.exit()
import brecha
brecha.compile('vocabulary v 1 { entity Plan root { a text } } ruleset r 1 { title "R" uses v 1 source G { title "G" } requirement R-1 { title "t" shall source G "1" require plan.a is given } }')
second = interpreters.create()
code = f'''
import sys; sys.path[:] = {sys.path!r}
try:
    import brecha
    brecha.shipped_rulesets()
    print("loaded", flush=True)
except ImportError as error:
    print("ImportError:", error, flush=True)
'''
interpreters.run_string(second, code)
print(len(brecha.shipped_rulesets()))
"""


def test_a_second_interpreter_gets_an_import_error():
    ran = subprocess.run([sys.executable, "-c", SECOND], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("ImportError"), ran.stdout


# --- verdicts of many plans -----------------------------------------------------------------------------


@pytest.fixture
def many():
    return [{"a": "x", "n": 5}, {"n": 0}, "{ nothing", {}]


def test_verdicts_are_a_table(many):
    rules = brecha.compile(RULES)
    verdicts = rules.verdicts(many, as_of="2026-01-15")
    assert verdicts.columns == ["plan", "R-1", "R-2"]
    assert list(verdicts) == [
        ("plan 1", "met", "met"),
        ("plan 2", "unknown", "not_met"),
        ("plan 3", None, None),
        ("plan 4", "unknown", "unknown"),
    ]
    assert [(one.position, one.name) for one in verdicts.failed] == [(2, "plan 3")]
    assert verdicts["R-2"] == ["met", "not_met", None, "unknown"]
    assert verdicts.where(**{"R-2": "not_met"})["plan"] == ["plan 2"]
    assert verdicts.to_csv().splitlines()[0] == "plan,R-1,R-2"
    assert "plan 2" in repr(verdicts)


def test_verdicts_are_those_of_assess_all(small_rules, plan_dict):
    plans = [plan_dict, {}, {"agencies": []}]
    verdicts = small_rules.verdicts(plans, "2026-01-15", parameters={"minimum_representatives": 1})
    reports = small_rules.assess_all(plans, "2026-01-15", parameters={"minimum_representatives": 1})
    for requirement in small_rules.requirements():
        assert verdicts[requirement.id] == [report[requirement.id].verdict for report in reports]
    assert len(small_rules.verdicts([], "2026-01-15")) == 0


def test_more_plans_than_one_batch(many):
    rules = brecha.compile(RULES)
    told = []
    verdicts = rules.verdicts([many[index % 4] for index in range(1000)], "2026-01-15", progress=lambda *where: told.append(where))
    assert len(verdicts) == 1000 and len(verdicts.failed) == 250 and verdicts.failed[-1].position == 998
    assert verdicts["R-2"][:4] * 250 == verdicts["R-2"]
    assert told[-1][:2] == (1000, 1000)


def test_a_data_frame_takes_verdicts(many):
    pandas = pytest.importorskip("pandas")
    verdicts = brecha.compile(RULES).verdicts(many, "2026-01-15")
    frame = verdicts.to_pandas()
    assert list(frame["R-2"].cat.categories) == ["met", "partly_met", "not_met", "unknown", "not_applicable"]
    assert frame["R-2"].value_counts()["met"] == 1 and pandas.isna(frame["R-2"][2])
    polars = pytest.importorskip("polars")
    assert polars.DataFrame(verdicts).shape == (4, 3)


def test_a_wrong_parameter_is_told_for_the_batch(many):
    with pytest.raises(brecha.AssessmentError, match="least"):
        brecha.compile(RULES).verdicts(many, "2026-01-15", parameters={"leest": 3})
