"""What Python hands over wrongly is a TypeError that names the argument, or a BrechaError that says what is wrong with the value."""

import datetime
import decimal
import enum
import fractions
import pathlib
import pickle

import pytest

import brecha
from brecha import _core
from brecha.languages import LANGUAGES


class Odd(enum.Enum):
    one = 1


class Loud:
    def __repr__(self):
        return "loud " * 10_000


class Failing:
    def __repr__(self):
        raise ValueError("no repr")


WRONG = [
    None, 5, -1, 10**5000, 2.5, float("nan"), float("inf"), True, b"\xff", "", "nonsense", "x" * 100_000, "\ud800", "a\0b", [], [5], [None], {}, {5: 5},
    {"a": object()}, (), {1}, object(), object, Odd.one, Loud(), Failing(), datetime.date(2026, 1, 15), datetime.timedelta(1), decimal.Decimal("NaN"),
    fractions.Fraction(1, 3), lambda: None, pathlib.Path("/nothing/there"), range(3), iter([]), 1j,
]  # fmt: skip


def calls(rules, report, folder, rules_folder):
    """Name -> a function, and arguments that are right."""
    date = "2026-01-15"
    return {
        "load": (brecha.load, {"name_or_path": rules_folder, "ruleset": "", "search": ()}),
        "compile": (brecha.compile, {"texts": "vocabulary v 1 { entity Plan root { a text } }", "ruleset": "", "search": ()}),
        "sample": (brecha.sample, {"name": "belize"}),
        "title": (rules.title, {"language": "en"}),
        "requirements": (rules.requirements, {"language": "en"}),
        "requirement": (rules.requirement, {"requirement": "R-01", "language": "en"}),
        "vocabulary": (rules.vocabulary, {"language": "en"}),
        "blank_plan": (rules.blank_plan, {"language": "en"}),
        "read_plan": (rules.read_plan, {"plan": {}, "name": "x", "read": "part"}),
        "assess": (rules.assess, {"plan": {}, "as_of": date, "language": "en", "parameters": {}, "read": "part"}),
        "assess_all": (
            rules.assess_all,
            {"plans": [{}], "as_of": date, "language": "en", "parameters": {}, "read": "part", "progress": False},
        ),
        "verdicts": (rules.verdicts, {"plans": [{}], "as_of": date, "parameters": {}, "read": "part", "progress": False}),
        "run_tests": (rules.run_tests, {"language": "en"}),
        "[]": (report.__getitem__, {"requirement": "R-01"}),
        "why": (report.why, {"requirement": "R-01", "subject": None}),
        "result.why": (report["R-02"].why, {"subject": None}),
        "in_language": (report.in_language, {"language": "en"}),
        "questions": (report.questions, {"most": 3}),
        "to_json": (report.to_json, {"path": folder / "x.json"}),
        "to_text": (report.to_text, {"width": 80, "color": False}),
        "findings[]": (report.findings.__getitem__, {"key": 0}),
        "findings.where": (report.findings.where, {"verdict": "met"}),
        "findings.to_csv": (report.findings.to_csv, {"path": folder / "x.csv"}),
        "notes_in": (report.plan.notes_in, {"language": "en"}),
    }


NAMES = [
    "load", "compile", "sample", "title", "requirements", "requirement", "vocabulary", "blank_plan", "read_plan", "assess", "assess_all", "verdicts",
    "run_tests", "[]", "why", "result.why", "in_language", "questions", "to_json", "to_text", "findings[]", "findings.where", "findings.to_csv", "notes_in",
]  # fmt: skip

# Where the argument's own name is not what a reader would look for.
SPOKEN = {"key": "row", "texts": "texts", "plans": "plan", "parameters": "parameter"}


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_argument_is_named(name, small_rules, small_report, small_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    function, right = calls(small_rules, small_report, tmp_path, small_folder)[name]
    for argument in right:
        for wrong in (one for one in WRONG if argument != "progress" or not callable(one)):
            try:
                function(**{**right, argument: wrong})
            except TypeError as error:
                assert SPOKEN.get(argument, argument) in str(error), (
                    argument,
                    repr(wrong)[:50] if not isinstance(wrong, Failing) else "",
                    str(error),
                )
                assert len(str(error)) < 300
            except (brecha.BrechaError, IndexError) as error:
                assert 0 < len(str(error)) < 2000, (argument, str(error)[:300])


def test_the_names_are_all_there(small_rules, small_report, small_folder, tmp_path):
    assert list(calls(small_rules, small_report, tmp_path, small_folder)) == NAMES


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda rules: rules.assess({}, as_of=5), r"as_of is a text such as 2026-01-15 or a datetime.date, not 5 \(int\)"),
        (lambda rules: rules.assess({}, parameters=["a"]), r"parameters is a dict such as .*, not \['a'\] \(list\)"),
        (lambda rules: rules.assess({}, parameters={"a": object()}), r"parameter 'a' is a value that a rule can write, not <object"),
        (lambda rules: rules.assess({}, parameters={5: 5}), r"a parameter's name is a text, not 5"),
        (lambda rules: rules.assess({}, language=3), r"language is a text such as 'es', not 3 \(int\)"),
        (lambda rules: rules.assess(5), r"plan is a path, JSON text or a dict, not 5 \(int\)"),
        (lambda rules: rules.assess_all(5), r"plans is a list of plans, a folder or a path, not 5"),
        (lambda rules: brecha.load(5), r"name_or_path is a path, not 5"),
        (lambda rules: brecha.load("x", search=5), r"search is a folder or a list of folders, not 5"),
        (lambda rules: brecha.load("x", search=["a", 5]), r"search\[1\] is a path, not 5"),
        (lambda rules: brecha.compile({"a.brecha": 5}), r"texts\['a.brecha'\] is a text, not 5"),
        (lambda rules: rules.assess({}).to_json(object()), r"path is a path, not <object"),
        (lambda rules: rules.assess({}).questions("3"), r"most is a whole number, not '3'"),
        (lambda rules: rules.assess({}).findings.where(verdict=3), r"verdict is a text or a list of texts, not 3"),
        (lambda rules: rules.assess_all([{}], progress="yes"), r"progress is True, False or a function, not 'yes'"),
    ],
)
def test_what_it_says(small_rules, call, message):
    with pytest.raises(TypeError, match=message):
        call(small_rules)


def test_a_long_value_is_cut():
    with pytest.raises(TypeError) as caught:
        brecha.load([Loud()])
    assert len(str(caught.value)) < 150


# --- languages ------------------------------------------------------------------------------------------


def test_the_package_has_the_engines_languages():
    assert list(LANGUAGES) == _core.languages()


@pytest.mark.parametrize("tag", ["es", "ES", "es-CR", "es_CR", "es_CR.UTF-8", " es "])
def test_a_tag_means_its_language(small_rules, small_report, tag):
    assert small_rules.title(tag) == "Plan de seguridad"
    assert small_report.in_language(tag).language == "es"
    assert small_rules.assess({}, language=tag).language == "es"


@pytest.mark.parametrize(
    ("tag", "near"),
    [("spanich", "did you mean es?"), ("Frances", "did you mean fr?"), ("de", "write en, es, pt or fr"), ("", "write en, es, pt or fr")],
)
def test_an_unknown_language_is_refused_everywhere(small_rules, small_report, brecha_command, small_folder, tag, near):
    for call in (
        small_rules.title, small_rules.requirements, small_rules.vocabulary, small_rules.blank_plan, small_rules.run_tests, small_report.in_language,
        small_report.plan.notes_in, lambda language: small_rules.assess({}, language=language),
        lambda language: small_rules.assess_all([{}], language=language),
        lambda language: small_rules.requirement("R-01", language),
    ):  # fmt: skip
        with pytest.raises(brecha.BrechaError) as caught:
            call(tag)
        assert near in str(caught.value)
    if tag:
        for command in (["assess", small_folder, "x.json"], ["check", small_folder], ["test", small_folder], ["rules"], ["fmt", small_folder],
                        ["why", small_folder, "x.json", "R-01"], ["plan", small_folder], ["new", "other"]):  # fmt: skip
            status, out, err = brecha_command(*command, "--language", tag)
            assert (status, out) == (2, "") and near in err, command


# --- folders, parameters --------------------------------------------------------------------------------


def test_one_folder_to_search_is_one_folder(tmp_path, small_folder):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "v.brecha").write_text("vocabulary far 1 { entity Plan root { a text } }", encoding="utf-8")
    rules = 'ruleset r 1 { title "R" uses far 1 source S { title "s" } requirement R-1 { title "t" shall source S "1" require plan.a is given } }'
    for search in (str(tmp_path / "words"), tmp_path / "words", [tmp_path / "words"]):
        assert brecha.compile(rules, search=search).name == "r"


LISTS = """vocabulary v 1.0 { enum Topic = risk, access  entity Plan root { topics list of text  numbers list of integer  kinds list of Topic  on list of date } }
ruleset r 1.0.0 { title en "R" uses v 1 source G { title en "G" }
  parameter wanted: list of text { source G "1" }
  parameter figures: list of integer { source G "1" }
  parameter kinds: list of Topic { source G "1" }
  requirement R-1 { title en "t" shall source G "1" require plan.topics covers wanted }
  requirement R-2 { title en "t" shall source G "1" require plan.numbers covers figures }
  requirement R-3 { title en "t" shall source G "1" require plan.kinds covers kinds } }"""


class Text(str, enum.Enum):
    risk = "risk"


@pytest.mark.parametrize(
    ("parameters", "requirement"),
    [
        ({"wanted": ["risk"]}, "R-1"), ({"wanted": ("risk",)}, "R-1"), ({"wanted": {"risk"}}, "R-1"), ({"wanted": '{"risk"}'}, "R-1"),
        ({"wanted": [Text.risk]}, "R-1"), ({"wanted": ['a "quoted" \\ text']}, "R-1"), ({"figures": [1]}, "R-2"), ({"figures": ["1"]}, "R-2"),
        ({"kinds": ["risk"]}, "R-3"), ({"kinds": "{risk}"}, "R-3"), ({"kinds": [Text.risk]}, "R-3"),
    ],
)  # fmt: skip
def test_a_list_is_a_parameter(parameters, requirement):
    rules = brecha.compile(LISTS)
    plan = {"topics": ["risk", 'a "quoted" \\ text'], "numbers": [1], "kinds": ["risk"]}
    report = rules.assess(plan, as_of="2026-01-15", parameters=parameters)
    assert report[requirement].verdict == "met"


def test_seconds_of_a_moment_count():
    rules = brecha.compile(
        """vocabulary v 1.0 { entity Plan root { at moment } }
        ruleset r 1.0.0 { title en "R" uses v 1 source G { title en "G" } parameter limit: moment { source G "1" }
        requirement R-1 { title en "t" shall source G "1" require plan.at <= limit } }"""
    )
    for limit in ("2024-05-17T08:30:59", datetime.datetime(2024, 5, 17, 8, 30, 59)):
        assert rules.assess({"at": "2024-05-17T08:30:30"}, as_of="2026-01-15", parameters={"limit": limit})["R-1"].verdict == "met"


# --- the engine's own objects ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in dir(_core)
        if isinstance(getattr(_core, name), type) and getattr(_core, name).__module__ == "brecha._core" and name != "PlanTree"
    ],
)
def test_objects_of_the_engine_are_not_made_by_hand(name):
    kind = getattr(_core, name)
    for make in (kind, lambda: kind(1, 2), lambda: kind.__new__(kind), lambda: object.__new__(kind), lambda: type("Sub", (kind,), {})()):
        with pytest.raises(TypeError):
            make()


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_objects_of_the_engine_do_not_pickle(small_rules, protocol):
    with pytest.raises(brecha.RulesetError) as refused:
        brecha.compile("ruleset {")
    for handle in (refused.value.diagnostics[0], small_rules._core, _core.PlanTree()):
        with pytest.raises(TypeError, match="does not pickle"):
            pickle.dumps(handle, protocol)
        with pytest.raises(TypeError, match="does not pickle"):
            handle.__reduce__()


def test_a_tree_is_whole_or_not_there():
    for tree in (_core.PlanTree(), type("Sub", (_core.PlanTree,), {})(), _core.PlanTree.__new__(_core.PlanTree)):
        tree.begin_object()
        tree.end()
    for above in _core.PlanTree.__mro__[1:]:
        with pytest.raises(TypeError, match="not safe"):
            above.__new__(_core.PlanTree)
