"""The assessment as an analyst meets it."""

import datetime
import json
from decimal import Decimal

import pytest

import brecha
from brecha.assessment import Source


def test_verdicts_and_findings_of_a_requirement(small_report):
    result = small_report["R-02"]
    assert result.verdict == "partly_met"
    assert {finding.subject: finding.verdict for finding in result.findings} == {
        "agencies/police": "not_met",
        "agencies/port": "not_met",
        "agencies/tourism": "met",
    }
    assert result.sources == (Source("GUIDE", "section 2", "guidance", "full"),)
    assert "R-02 partly_met" in repr(result)
    assert "partly" in result._repr_html_()


def test_an_unknown_requirement_is_met_with_the_nearest(small_report):
    with pytest.raises(KeyError, match=r'no requirement "R-2".*did you mean "R-02"'):
        small_report["R-2"]


def test_why_shows_the_clause_the_value_and_the_place(small_report):
    why = small_report.why("R-02", "agencies/police")
    shown = str(why)
    assert "agencies/police/representatives" in shown
    assert "minimum_representatives" in shown
    assert why[0].truth == "fails"
    assert "agencies/police/representatives" in why._repr_html_()


def test_why_of_a_subject_that_is_not_there_names_the_nearest(small_report):
    with pytest.raises(KeyError, match='did you mean "agencies/police"'):
        small_report.why("R-02", "agencies/polic")


def test_every_gap_has_message_remedy_and_clause(small_report):
    gaps = {(gap.requirement, gap.subject): gap for gap in small_report.gaps}
    police = gaps["R-02", "agencies/police"]
    assert police.message == "National Police has named 1 of 2 representatives."
    assert police.remedy == "Ask National Police to name them."
    assert (police.source, police.clause) == ("GUIDE", "section 2")
    assert police.effort_days == 14.0
    assert police.after == ("R-01",)


def test_what_is_open_names_the_silent_place_and_its_question(small_report):
    (missing,) = small_report["R-03"].missing
    assert missing.place == "exercises[ended_on>=2024-01-15]"
    asked = "Which exercises took place? In particular, is there one of which this holds: the answer to “When did it end?” is “from 2024-01-15”?"
    assert missing.question == asked


def test_questions_are_ranked(small_report):
    questions = small_report.questions()
    assert [question.rank for question in questions] == list(range(1, len(questions) + 1))
    settled = [question.settles_with_above for question in questions]
    assert settled == sorted(settled)
    assert len(small_report.questions(most=1)) == 1


def test_another_language_changes_texts_and_nothing_else(small_report):
    spanish = small_report.in_language("es")
    assert spanish.language == "es"
    assert spanish.findings["verdict"] == small_report.findings["verdict"]
    messages = spanish.gaps["message"]
    assert "National Police ha nombrado 1 de 2 representantes." in messages
    assert spanish.hash == small_report.hash


def test_a_language_nobody_wrote_falls_back(small_report):
    assert small_report.in_language("pt").gaps["message"] == small_report.gaps["message"]


def test_the_same_inputs_give_the_same_bytes(small_rules, plan_dict, small_report):
    again = small_rules.assess(plan_dict, as_of=datetime.date(2026, 1, 15))
    assert again.to_json() == small_report.to_json()
    assert again.to_html() == small_report.to_html()
    assert again.hash == small_report.hash


def test_the_json_report_has_its_fixed_keys(small_report, tmp_path):
    report = json.loads(small_report.to_json(tmp_path / "report.json"))
    assert list(report) == [
        "brecha",
        "format",
        "ruleset",
        "plan",
        "as_of",
        "facts_since",
        "language",
        "parameters",
        "summary",
        "requirements",
        "notes",
    ]
    assert report["as_of"] == "2026-01-15"
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == small_report.to_json()
    assert small_report.to_dict() == report
    assert [requirement["id"] for requirement in report["requirements"]] == ["R-01", "R-02", "R-03"]


def test_the_summary_is_an_interval(small_report):
    summary = small_report.summary
    assert summary.requirements == 3
    assert 0 <= summary.lowest <= summary.highest <= 1
    assert summary.judged == summary.requirements - summary.unknown


@pytest.mark.parametrize("value", [3, "3", Decimal("3")])
def test_a_parameter_is_set_from_outside(small_rules, plan_dict, value):
    report = small_rules.assess(plan_dict, "2026-01-15", parameters={"minimum_representatives": value})
    assert report["R-02"].verdict == "not_met"
    assert report.to_dict()["parameters"] == {"minimum_representatives": "3"}
    assert report.hash != small_rules.assess(plan_dict, "2026-01-15").hash


def test_a_parameter_that_is_not_there_is_met_with_the_nearest(small_rules, plan_dict):
    with pytest.raises(brecha.AssessmentError, match="minimum_representatives"):
        small_rules.assess(plan_dict, "2026-01-15", parameters={"minimum_representative": 3})


def test_a_parameter_of_the_wrong_type_is_refused(small_rules, plan_dict):
    with pytest.raises(brecha.AssessmentError):
        small_rules.assess(plan_dict, "2026-01-15", parameters={"minimum_representatives": "2 weeks"})


@pytest.mark.parametrize("date", ["2026-01-15", datetime.date(2026, 1, 15), datetime.datetime(2026, 1, 15, 12, 0)])
def test_the_date_is_a_text_or_a_date(small_rules, plan_dict, date):
    assert small_rules.assess(plan_dict, date).as_of == datetime.date(2026, 1, 15)


def test_without_a_date_it_is_today(small_rules, plan_dict):
    before = datetime.date.today()
    assert before <= small_rules.assess(plan_dict).as_of <= datetime.date.today()


@pytest.mark.parametrize("date", ["15/01/2026", "2026-02-30", "2026-1-5", "2026-W01-1", "soon"])
def test_what_is_no_date_is_told_in_words(small_rules, plan_dict, date):
    with pytest.raises(ValueError, match="write year-month-day, as in 2026-01-15"):
        small_rules.assess(plan_dict, date)


def test_the_date_decides_what_is_recent(small_rules):
    plan = {"approved_on": "2025-01-01", "exercises": [{"id": "drill", "ended_on": "2025-05-01"}]}
    assert small_rules.assess(plan, "2026-01-15")["R-03"].verdict == "met"
    assert small_rules.assess(plan, "2028-01-15")["R-03"].verdict == "not_met"


def test_a_ruleset_that_is_not_there_is_met_with_the_nearest():
    with pytest.raises(brecha.RulesetError, match='did you mean "tourism_security"'):
        brecha.load("tourism_securty")


def test_a_ruleset_with_mistakes_shows_all_of_them_with_their_places(small_folder):
    texts = {name: (small_folder / name).read_text(encoding="utf-8") for name in ("vocabulary.brecha", "rules.brecha")}
    texts["rules.brecha"] = (
        texts["rules.brecha"].replace("plan.exercises", "plan.exercisez").replace("a.sector = private", "a.sector = privat")
    )
    with pytest.raises(brecha.RulesetError) as caught:
        brecha.compile(texts)
    codes = [diagnostic.code for diagnostic in caught.value.diagnostics if diagnostic.severity == "error"]
    assert codes == ["B102", "B101"]
    assert '"exercisez"' in str(caught.value) and "exercises" in str(caught.value)
    assert caught.value.diagnostics[0].file == "rules.brecha"
    assert "^" in str(caught.value)


def test_a_ruleset_describes_itself(small_rules):
    assert (small_rules.name, small_rules.version) == ("small", "1.0.0")
    assert small_rules.languages == ["en", "es"]
    assert small_rules.title("es") == "Plan de seguridad"
    assert [info.id for info in small_rules.requirements()] == ["R-01", "R-02", "R-03"]
    assert small_rules.requirements("es")[1].title == "Cada entidad nombra suficientes representantes"
    assert "R-02" in small_rules._repr_html_()
    root = next(entity for entity in small_rules.vocabulary().entities if entity.root)
    assert [field.name for field in root.fields] == ["title", "approved_on", "reviewed_on", "agencies", "exercises"]
    assert {field.name for field in root.fields if field.read_by_rules} >= {"approved_on", "agencies", "exercises"}
    json.loads(small_rules.printed())


def test_a_parameter_that_was_set_stands_in_the_headline(small_rules, plan_dict):
    report = small_rules.assess(plan_dict, "2026-01-15", parameters={"minimum_representatives": 3})
    assert report.parameters_set == {"minimum_representatives": "3"}
    assert "with minimum_representatives = 3" in str(report)
    assert "minimum_representatives = 3" in report._repr_html_()
    assert report.in_language("es").parameters_set == report.parameters_set
    assert "minimum_representatives" not in str(small_rules.assess(plan_dict, "2026-01-15")).partition("\n\n")[0]


def test_why_speaks_as_the_rule_does():
    rules = brecha.compile(
        """
        vocabulary towns 1 { title "Towns" entity Plan root { size integer  kind one of port, inland  treats list of one of fire, flood, theft } }
        ruleset town_rules 1 {
          title "Town rules"  uses towns 1  source MADE_UP { title "Made up" standing law }
          requirement A-1 { title "Not huge" shall source MADE_UP "1" forbid plan.size > 400 }
          requirement A-2 { title "Large" shall source MADE_UP "2" require plan.size > 10 unless plan.kind = port }
          requirement A-3 { title "Dangers" shall source MADE_UP "3" require (plan.treats covers {fire, theft}) or plan.size > 900 }
          requirement A-4 { title "No theft" shall source MADE_UP "4" require no t in plan.treats : t = theft }
        }
        """
    )
    report = rules.assess({"size": 500, "kind": "inland", "treats": ["fire", "flood"]}, "2026-01-15")
    shown = [str(report.why(requirement)).split("\n")[2:] for requirement in ("A-1", "A-2", "A-3", "A-4")]
    assert [[line.strip() for line in lines] for lines in shown] == [
        ["✗ forbid plan.size > 400", "✓ plan.size > 400", "· plan.size   = 500  size"],
        [
            "✓ plan.size > 10 unless plan.kind = port",
            "✓ unless plan.kind = port",
            "✗ plan.kind = port",
            "· plan.kind   = inland  kind",
            "✓ plan.size > 10",
            "· plan.size   = 500  size",
        ],
        [
            "✗ (plan.treats covers {fire, theft}) or plan.size > 900",
            "✗ plan.treats covers {fire, theft}",
            "✗ theft",
            "· plan.treats   = fire, flood  treats",
            "✗ plan.size > 900",
            "· plan.size   = 500  size",
        ],
        [
            "Of 2 items (treats), none: t = theft.",
            "✓ no t in plan.treats : t = theft",
            "✗ t = theft",
            "· t   = fire  treats/[0]",
            "✗ t = theft",
            "· t   = flood  treats/[1]",
            "· plan.treats   = fire, flood  treats",
        ],
    ]


def test_why_names_the_day_until_which_something_is_due_and_an_empty_list_is_vacuous():
    rules = brecha.compile(
        """
        vocabulary boats_plan 1 {
          title "Boats" entity Plan root { approved_on date  reviewed_on date  large yes_no  boats list of Boat } entity Boat key id { id text  licensed yes_no }
        }
        ruleset boats 1 {
          title "Boats"  uses boats_plan 1  source MADE_UP { title "Made up" standing law }
          requirement A-1 { title "Reviewed" shall source MADE_UP "1" require plan.reviewed_on due within 30 days after plan.approved_on }
          requirement A-2 { title "Licensed" shall source MADE_UP "2" require (every b in plan.boats : b.licensed) or plan.large }
        }
        """
    )
    report = rules.assess({"approved_on": "2026-01-01", "boats": []}, "2026-01-15")
    assert report["A-1"].findings[0].reason == "not_yet_due"
    assert "(≤ 2026-01-31)" in str(report.why("A-1"))
    assert report["A-2"].findings[0].reason == "vacuous"
    assert rules.assess({"boats": [], "large": True}, "2026-01-15")["A-2"].findings[0].reason == "holds"


@pytest.mark.parametrize("written", ["es", "ES", "es-CR", "es_CR.UTF-8"])
def test_a_language_is_known_however_it_is_written(small_report, written):
    assert small_report.in_language(written).language == "es"


def test_the_engine_refuses_an_unknown_language_too(small_rules):
    for refused in (small_rules._core.title, small_rules._core.vocabulary, small_rules._core.run_tests):
        with pytest.raises(ValueError, match="did you mean es"):
            refused("espanol")


def test_the_instruments_are_there_by_title(small_rules):
    (source,) = [source for source in small_rules.sources("en") if source.id == "GUIDE"]
    assert source.title
    assert source.standing == "guidance"


DIVISION = """vocabulary v 1.0 { entity Plan root { n number ask en "How many n?"  m number ask en "How many m?" } }
ruleset r 1.0 { title en "R" uses v 1 source S { title en "s" }
  requirement A-1 { title en "by nought" shall source S "1" require .a plan.n / plan.m >= 1 require .b plan.n >= 1 }
  requirement A-2 { title en "one more" shall source S "1" require plan.n / plan.m + 1 >= 1 } }"""


def test_what_cannot_be_computed_is_a_reason_of_its_own():
    rules = brecha.compile(DIVISION)
    report = rules.assess({"n": 2, "m": 0}, as_of="2026-01-15")
    assert [(finding.verdict, finding.reason) for finding in report.findings] == [("unknown", "not_computable")] * 2
    assert [finding.reason for finding in report.parts] == ["not_computable", "holds", "not_computable"]
    assert {requirement["reason"] for requirement in json.loads(report.to_json())["requirements"]} == {"not_computable"}
    assert [finding.reason for finding in rules.assess({"n": 2}, as_of="2026-01-15").findings] == ["silent", "silent"]
    for language, words in (
        ("en", "(cannot be computed)"), ("es", "(no se puede calcular)"), ("pt", "(não se pode calcular)"), ("fr", "(incalculable)"),
    ):  # fmt: skip
        why = str(report.in_language(language).why("A-2"))
        assert why.count(words) == 2  # the sum, and what it is made from
    assert "(not stated)" not in str(report.why("A-2"))
    assert "(not stated)" in str(rules.assess({"n": 2}, as_of="2026-01-15").why("A-2"))


def test_an_item_without_a_name_is_called_otherwise_in_a_gap():
    rules = brecha.compile("""vocabulary v 1.0 {
  entity Plan root { boats list of Boat  trips list of Trip  lead en "leading boat" es "barco que guía" Boat }
  entity Boat key id { id text  name text  seats integer }
  entity Trip en "Trip" es "Viaje" pt "Viagem" fr "Trajet" { title text  seats integer } }
ruleset r 1.0 { title en "R" es "R" pt "R" fr "R" uses v 1 source S { title en "s" }
  requirement A-1 { title en "boats" shall source S "1" each b in plan.boats allow empty require b.seats >= 2 gap en "{b.name}: {b.seats}." }
  requirement A-2 { title en "trips" shall source S "1" each t in plan.trips allow empty require t.seats >= 2 gap en "{t.title}: {t.seats}." }
  requirement A-3 { title en "lead" shall source S "1" require plan.lead.seats >= 2 gap en "{plan.lead.name}: {plan.lead.seats}." } }""")
    plan = {
        "boats": [{"id": "b1", "seats": 1}, {"id": "b2", "name": "Alba", "seats": 1}],
        "trips": [{"title": "First", "seats": 1}, {"seats": 1}],
        "lead": {"id": "x", "seats": 1},
    }
    report = rules.assess(plan, as_of="2026-01-15")
    assert [gap.message for gap in report.gaps] == ["b1: 1.", "Alba: 1.", "First: 1.", "Trip [1]: 1.", "leading boat: 1."]
    for language, trip in (("es", "Viaje"), ("pt", "Viagem"), ("fr", "Trajet")):
        assert f"{trip} [1]: 1." in [gap.message for gap in report.in_language(language).gaps]
    assert "barco que guía: 1." in [gap.message for gap in report.in_language("es").gaps]


def test_a_value_refused_for_a_parameter_is_shown_under_its_name_in_every_language():
    rules = brecha.compile("""vocabulary v 1.0 { entity Plan root { n integer } }
ruleset r 1.0 { title en "R" uses v 1 source S { title en "s" } parameter least = 2 { source S "1" }
  requirement A-1 { title en "t" shall source S "1" require plan.n >= least } }""")
    with pytest.raises(brecha.AssessmentError) as refused:
        rules.assess({"n": 1}, parameters={"least": "many"})
    for language in ("en", "es", "pt", "fr"):
        assert refused.value.in_language(language).startswith("least:1:1  B511  ")
