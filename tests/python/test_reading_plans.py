"""Plans in every spelling, and what is said about those that cannot be read."""

import hashlib
import json

import pytest

import brecha


def test_a_path_a_text_bytes_and_a_dict_are_the_same_plan(small_rules, plan_file, plan_dict):
    text = plan_file.read_text(encoding="utf-8")
    plans = [plan_file, str(plan_file), text, text.encode("utf-8"), plan_dict]
    verdicts = [small_rules.assess(plan, as_of="2026-01-15").findings["verdict"] for plan in plans]
    assert verdicts == [verdicts[0]] * len(plans)
    assert "not_met" in verdicts[0]


def test_a_plan_is_named_by_its_file_and_hashed_over_its_bytes(small_rules, plan_file):
    plan = small_rules.read_plan(plan_file)
    assert plan.name == "puerto.json"
    assert plan.sha256 == hashlib.sha256(plan_file.read_bytes()).hexdigest()


def test_the_order_of_keys_in_a_dict_does_not_change_its_hash(small_rules, plan_dict):
    turned = dict(reversed(list(plan_dict.items())))
    assert small_rules.read_plan(plan_dict).sha256 == small_rules.read_plan(turned).sha256
    strange = {"colour": 1, "aaa": 2, **plan_dict}
    reports = [small_rules.assess(plan, "2026-01-15").to_json() for plan in (strange, dict(reversed(list(strange.items()))))]
    assert reports[0] == reports[1]
    plan_dict["title"] = "another"
    assert small_rules.read_plan(plan_dict).sha256 != small_rules.read_plan(turned).sha256


def test_a_plan_says_which_lists_it_takes_as_complete_and_what_it_could_not_use(small_rules, plan_dict):
    plan = small_rules.read_plan(plan_dict)
    assert plan.complete_lists == {"agencies": 3}
    shown = repr(plan)
    assert "agencies (3)" in shown
    assert "P101" in shown and "particpates" in shown
    notes = {note.code: note for note in plan.notes}
    assert notes["P101"].place == "agencies/port/particpates"
    assert "P101" in plan._repr_html_()


def test_a_file_that_is_not_there_is_met_with_the_nearest_names(small_rules, plan_file):
    with pytest.raises(brecha.PlanError, match=r'did you mean ".*puerto\.json"'):
        small_rules.read_plan(plan_file.with_name("puert.json"))
    with pytest.raises(brecha.PlanError, match=r'did you mean ".*puerto\.json"'):
        small_rules.read_plan(plan_file.with_name("puerto.jsn"))


def test_a_folder_that_is_not_there_is_named(small_rules, tmp_path):
    with pytest.raises(brecha.PlanError, match="the folder .* is not there"):
        small_rules.read_plan(tmp_path / "nowhere" / "plan.json")


def test_a_sample_named_like_a_file_is_offered(small_rules):
    with pytest.raises(brecha.PlanError, match=r'brecha\.sample\("dominican-republic"\)'):
        small_rules.read_plan("dominican-republic.json")


@pytest.mark.parametrize(
    ("name", "message"),
    [("plan.ods", "a plan as JSON or YAML"), ("rules.brecha", "is a ruleset, not a plan")],
)
def test_files_of_another_kind_get_a_way_out(small_rules, tmp_path, name, message):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(brecha.PlanError, match=message):
        small_rules.read_plan(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("puerto.jsn", ("there is no file", "did you mean", "no existe el archivo", "¿quiso decir")),
        ("nowhere/plan.json", ("the folder", "is not there", "no existe la carpeta", "no existe el archivo")),
        ("dominican-republic.json", ("the sample of that name", "brecha.sample", "la muestra de ese nombre", "brecha.sample")),
        ("zzz.json", ("there is no file", "looked in", "no existe el archivo", "se buscó en")),
        ("plan.ods", ("of this kind are not read", "JSON or YAML", "no se leen hojas de cálculo", "JSON o YAML")),
        ("rules.brecha", ("is a ruleset, not a plan", "first the ruleset", "es un reglamento, no un plan", "primero el reglamento")),
        ("", ("is a folder, not a plan", "assess_all", "es una carpeta, no un plan", "assess_all")),
    ],
)
def test_why_a_plan_is_not_read_is_told_in_the_readers_language(small_rules, plan_file, name, said):
    for file in ("plan.ods", "rules.brecha"):
        (plan_file.parent / file).write_bytes(b"x")
    with pytest.raises(brecha.PlanError) as caught:
        small_rules.read_plan(plan_file.parent / name)
    assert all(words in str(caught.value) for words in said[:2]), str(caught.value)
    assert all(words in caught.value.in_language("es") for words in said[2:]), caught.value.in_language("es")
    assert len({caught.value.in_language(language) for language in ("en", "es", "pt", "fr")}) == 4


def test_a_folder_is_no_plan(small_rules, tmp_path):
    with pytest.raises(brecha.PlanError, match="is a folder, not a plan"):
        small_rules.read_plan(tmp_path)


@pytest.mark.parametrize("broken", ['{"title": ', '{"title": "a" "b"}', '{"title": "\\x"}'])
def test_broken_json_is_refused_with_its_place(small_rules, broken):
    with pytest.raises(brecha.PlanError) as caught:
        small_rules.read_plan(broken, name="broken.json")
    assert caught.value.diagnostics[0].code == "P601"
    assert caught.value.diagnostics[0].line == 1
    assert "broken.json" in str(caught.value)


def test_bytes_that_are_not_utf8_are_refused(small_rules):
    with pytest.raises(brecha.PlanError) as caught:
        small_rules.read_plan(b'{"title": "\xff\xfe"}')
    assert caught.value.diagnostics[0].code == "P601"


def test_what_is_no_plan_at_all_is_told_in_words(small_rules):
    with pytest.raises(TypeError, match="plan is a path, JSON text or a dict, not 12"):
        small_rules.read_plan(12)


def test_reading_is_part_or_whole(small_rules):
    with pytest.raises(ValueError, match='"part" or "whole", not "half"'):
        small_rules.read_plan({}, read="half")


def test_how_a_plan_was_read_changes_what_its_silence_means(small_rules):
    plan = {"agencies": [{"id": "a", "name": "A", "sector": "public", "representatives": 2}]}
    part = small_rules.assess(plan, "2026-01-15", read="part")
    whole = small_rules.assess(plan, "2026-01-15", read="whole")
    assert part["R-01"].verdict == "unknown"
    assert whole["R-01"].verdict == "partly_met"


def test_a_plan_read_for_one_ruleset_is_read_again_for_another(small_rules, small_folder, plan_dict):
    other = brecha.load(small_folder)
    plan = small_rules.read_plan(plan_dict)
    report = other.assess(plan, "2026-01-15")
    assert report.to_json() == small_rules.assess(plan, "2026-01-15").to_json()


def test_a_blank_plan_reads_without_a_note_and_is_open(small_rules):
    blank = small_rules.blank_plan()
    assert {"agencies", "exercises", "approved_on"} <= set(blank)
    json.dumps(blank)
    plan = small_rules.read_plan(blank)
    assert not [note for note in plan.notes if note.severity in ("warning", "error")]


@pytest.mark.parametrize("text", ['{"title": "\ud800"}', '{"title": "x"}\x00 , "staff": 5}'], ids=["half a character", "NUL"])
def test_half_characters_and_what_follows_a_nul_are_told(small_rules, text):
    with pytest.raises(brecha.PlanError) as caught:
        small_rules.read_plan(text)
    assert caught.value.diagnostics[0].code == "P601"


@pytest.mark.parametrize("spelling", ["json", "dict", "yaml", "evidence"])
def test_a_field_is_found_in_every_form_of_its_letters(spelling, tmp_path):
    rules = brecha.compile(
        """vocabulary v 1 { entity Plan root { pr\u00e9nom text  n\u00e9 date } }
        ruleset r 1 { title en "R" uses v 1 source S { title en "s" }
          requirement R-1 { title en "t" shall source S "1" require plan.pr\u0065\u0301nom is given } }"""
    )
    if spelling == "yaml":
        pytest.importorskip("yaml")
        (tmp_path / "plan.yaml").write_text("pre\u0301nom: Ana\n", encoding="utf-8")
    plan = {
        "json": '{"pre\u0301nom": "Ana"}',
        "dict": {"pre\u0301nom": "Ana"},
        "yaml": tmp_path / "plan.yaml",
        "evidence": {"pre\u0301nom": "Ana", "evidence": {"pre\u0301nom": {"document": "letter"}}},
    }[spelling]
    read = rules.read_plan(plan)
    assert not list(read.notes)
    assert rules.assess(plan, as_of="2026-01-15")["R-1"].verdict == "met"


def test_a_name_with_blanks_is_no_name():
    rules = brecha.compile(
        """vocabulary v 1 { entity Plan root { pr\u00e9nom text } }
        ruleset r 1 { title en "R" uses v 1 source S { title en "s" }
          requirement R-1 { title en "t" shall source S "1" require plan.pr\u00e9nom is given } }"""
    )
    (note,) = rules.read_plan('{" pr\u00e9nom": "Ana"}').notes
    assert note.code == "P101" and "pr\u00e9nom" in note.help
    assert rules.assess({" pre\u0301nom": "Ana"}, as_of="2026-01-15")["R-1"].verdict == "unknown"


def test_a_field_given_in_two_forms_is_given_twice():
    rules = brecha.compile(
        """vocabulary v 1 { entity Plan root { pr\u00e9nom text } }
        ruleset r 1 { title en "R" uses v 1 source S { title en "s" }
          requirement R-1 { title en "t" shall source S "1" require plan.pr\u00e9nom is given } }"""
    )
    notes = rules.read_plan('{"pr\u00e9nom": "Ana", "pre\u0301nom": "Eva"}').notes
    assert len(notes) == 1 and "twice" in notes[0].message


def test_a_parameter_is_found_in_every_form_of_its_letters():
    rules = brecha.compile(
        """vocabulary v 1 { entity Plan root { n number } }
        ruleset r 1 { title en "R" uses v 1 source S { title en "s" } parameter d\u00e9lai = 3 { source S "1" }
          requirement R-1 { title en "t" shall source S "1" require plan.n >= d\u00e9lai } }"""
    )
    assert rules.assess({"n": 4}, as_of="2026-01-15", parameters={"de\u0301lai": 5})["R-1"].verdict == "not_met"
