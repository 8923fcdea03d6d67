"""Questions about some of a list: how they are worded, grouped and counted, and what to write for each answer."""

import re
from pathlib import Path

import brecha
import pytest
from brecha.answers import Answers

RULES = """
vocabulary drills_plan 1 {
  title en "Drills" es "Simulacros" pt "Simulados" fr "Exercices"
  enum Kind = fire en "fire drill" es "simulacro de incendio" pt "simulado de incêndio" fr "exercice d'incendie",
      water en "water rescue" es "rescate en el agua" pt "resgate na água" fr "sauvetage dans l'eau"
  enum Step = watch en "watch" es "vigilancia" pt "vigilância" fr "veille", warning en "warning" es "aviso" pt "aviso" fr "alerte"
  enum Theme = safety, health, money
  entity Plan root {
    themes list of Theme ask en "Which themes does it treat?" fr "Quels thèmes traite-t-il ?"
    drills list of Drill ask en "Which drills were held?" es "¿Qué simulacros se hicieron?" pt "Que simulados foram feitos?"
        fr "Quels exercices ont eu lieu ?"
    sites en "sites" es "sitios" pt "locais" fr "sites" list of Site
    staff list of Person ask en "Who works there?" es "¿Quiénes trabajan allí?" pt "Quem trabalha lá?" fr "Qui y travaille ?"
  }
  entity Drill key id {
    id text
    kind Kind ask en "What kind of drill was it?" es "¿Qué tipo de simulacro fue?" pt "Que tipo de simulado foi?" fr "De quel type d'exercice s'agit-il ?"
    night yes_no ask en "Was it at night?" es "¿Fue de noche?" pt "Foi à noite?" fr "A-t-il eu lieu la nuit ?"
    held_on date ask en "When was it held?" es "¿Cuándo se hizo?" pt "Quando foi feito?" fr "Quand a-t-il eu lieu ?"
    led_by ref Person ask en "Who led it?" es "¿Quién lo dirigió?" pt "Quem o dirigiu?" fr "Qui l'a dirigé ?"
    people integer
  }
  entity Person key id { id text name text }
  entity Site key id { id text drills list of Drill levels list of Level }
  entity Level key kind, step { kind Kind step Step guards integer ask en "How many guards?" es "¿Cuántos guardias?" pt "Quantos guardas?" fr "Combien de gardes ?" }
}
ruleset drills 1 {
  title en "Drills" es "Simulacros" pt "Simulados" fr "Exercices"
  uses drills_plan 1  source S { title "s" standing law }
  requirement FIRE { title "f" shall source S "1" require some d in plan.drills where d.kind = fire }
  requirement FIRE-LARGE { title "l" shall source S "2" require some d in plan.drills where d.kind = fire : d.people >= 5 and d.night }
  requirement NIGHT { title "n" shall source S "3" require some d in plan.drills where d.kind = water and d.night }
  requirement YEAR { title "y" shall source S "4" require some d in plan.drills where year(d.held_on) = 2024 }
  requirement TWO { title "t" shall source S "5" require count(d in plan.drills where d.kind = fire) >= 2 }
  requirement SITE { title "s" shall source S "6" each s in plan.sites allow empty require some d in s.drills where d.kind = fire }
  requirement LEVEL { title "v" shall source S "7" each s in plan.sites allow empty require s.levels[fire, warning].guards >= 2 }
  requirement EITHER { title "i" shall source S "9" require some d in plan.drills where d.kind is one of {fire, water} }
  requirement THEMES { title "m" shall source S "10" require plan.themes covers {safety, money} }
  requirement LED { title "e" shall source S "8" each p in plan.staff allow empty require some d in plan.drills where d.led_by = p }
}
"""


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def asked(rules, plan, language="en"):
    return {place: question for question in rules.assess(plan, "2026-01-15", language=language).questions() for place in question.places}


@pytest.mark.parametrize(
    ("language", "word", "several", "year"),
    [
        (
            "en",
            "Which drills were held? In particular, is “fire drill” among them?",
            "Which drills were held? In particular, is there one of which this holds: the answer to “What kind of drill was it?” is “water rescue”; the answer to “Was it at night?” is “yes”?",
            "Which drills were held? In particular, is there one of which this holds: the answer to “When was it held?” is “2024”?",
        ),
        (
            "es",
            "¿Qué simulacros se hicieron? En particular, ¿figura «simulacro de incendio»?",
            "¿Qué simulacros se hicieron? En particular, ¿hay alguno del que se cumpla lo siguiente: la respuesta a «¿Qué tipo de simulacro fue?» es «rescate en el agua»; la respuesta a «¿Fue de noche?» es «sí»?",
            "¿Qué simulacros se hicieron? En particular, ¿hay alguno del que se cumpla lo siguiente: la respuesta a «¿Cuándo se hizo?» es «2024»?",
        ),
        (
            "pt",
            "Que simulados foram feitos? Em particular, consta «simulado de incêndio»?",
            "Que simulados foram feitos? Em particular, há algum do qual se verifique o seguinte: a resposta a «Que tipo de simulado foi?» é «resgate na água»; a resposta a «Foi à noite?» é «sim»?",
            "Que simulados foram feitos? Em particular, há algum do qual se verifique o seguinte: a resposta a «Quando foi feito?» é «2024»?",
        ),
        (
            "fr",
            "Quels exercices ont eu lieu ? En particulier, y trouve-t-on « exercice d'incendie » ?",
            "Quels exercices ont eu lieu ? En particulier, y en a-t-il auxquels ceci s'applique : la réponse à « De quel type d'exercice s'agit-il ? » est « sauvetage dans l'eau » ; la réponse à « A-t-il eu lieu la nuit ? » est « oui » ?",
            "Quels exercices ont eu lieu ? En particulier, y en a-t-il auxquels ceci s'applique : la réponse à « Quand a-t-il eu lieu ? » est « 2024 » ?",
        ),
    ],
)
def test_a_question_speaks_of_the_slice_in_the_reader_s_words(rules, language, word, several, year):
    questions = asked(rules, {}, language)
    assert questions["drills[kind=fire]"].question == word
    assert questions["drills[kind=water, night=yes]"].question == several
    assert questions["drills[held_on=2024-01-01..2024-12-31]"].question == year


def test_slices_are_questions_of_their_own_and_the_one_that_settles_most_comes_first(rules):
    questions = asked(rules, {"sites": [], "staff": [], "themes": []})
    fire = questions["drills[kind=fire]"]
    assert (fire.rank, fire.settles, fire.asks, fire.fields) == (1, 2, "slice", ("Plan.drills",))
    assert fire.choices == ("yes", "no")
    assert fire.requirements == ("FIRE", "TWO", "EITHER")
    assert questions["drills[kind=fire, night=yes, people>=5]"].requirements == ("FIRE-LARGE",)


def test_where_one_is_given_it_is_asked_whether_there_are_others(rules):
    plan = {"drills": [{"id": "a", "kind": "fire"}], "evidence": {"": {"read": "part"}}}
    question = asked(rules, plan)["drills[kind=fire]"]
    assert question.asks == "complete"
    assert question.question == "Which drills were held? Is this list complete as far as “fire drill” is concerned?"
    assert asked(rules, plan)["drills[kind=water, night=yes]"].asks == "slice"


@pytest.mark.parametrize("size", [3, {"from": 2}])
@pytest.mark.parametrize("of", ["drills", "drills[kind=fire]"])
def test_of_a_list_whose_number_is_known_the_rest_is_asked_for(size, of):
    """That the list is complete as it stands would contradict the number."""
    counted = "plan.drills" if of == "drills" else "plan.drills where d.kind = fire"
    asks = f'requirement ALL {{ title "a" shall source S "11" require sum(d in {counted} : d.people) >= 100 }}'
    rules = brecha.compile(re.sub("requirement FIRE .*\n }\n", asks + "\n}\n", RULES.replace("\n}", "\n }"), flags=re.DOTALL))
    plan = {"drills": [{"id": "a", "kind": "fire", "people": 4}], "evidence": {of: {"size": size}}}
    for language, said in (("en", "What is missing from this list? Which drills were held?"),
                           ("es", "¿Qué falta en esta lista? ¿Qué simulacros se hicieron?")):  # fmt: skip
        (question,) = rules.assess(plan, "2026-01-15", language=language).questions()
        assert (question.places, question.asks, question.choices, question.question) == (("drills",), "list", (), said)
    plan["drills"] += [{"id": "b", "kind": "fire"}, {"id": "c", "kind": "fire"}]
    assert [one.asks for one in rules.assess(plan, "2026-01-15").questions() if "drills" in one.places] == (
        [] if size == 3 else ["complete"] if of == "drills" else []
    )


def test_one_question_for_the_same_slice_of_several_lists(rules):
    plan = {"drills": [], "sites": [{"id": "north"}, {"id": "south"}]}
    question = asked(rules, plan)["sites/north/drills[kind=fire]"]
    assert question.places == ("sites/north/drills[kind=fire]", "sites/south/drills[kind=fire]")
    assert question.question.startswith("Which are the drills of north and south? In particular, is “fire drill”")


def test_items_stand_by_name_and_keys_by_their_labels(rules):
    plan = {"sites": [{"id": "s", "drills": [], "levels": []}], "staff": [{"id": "p1", "name": "Ana Mora"}]}
    questions = asked(rules, plan, "es")
    assert questions["sites/s/levels/fire,warning/guards"].question == "simulacro de incendio, aviso: ¿Cuántos guardias?"
    led = questions["drills[led_by=p1]"].question
    assert (
        led
        == "¿Qué simulacros se hicieron? En particular, ¿hay alguno del que se cumpla lo siguiente: la respuesta a «¿Quién lo dirigió?» es «Ana Mora»?"
    )


def test_what_the_plan_has_said_of_a_slice_is_not_asked_again(rules):
    report = rules.assess({"sites": [], "staff": [], "evidence": {"drills[kind=fire]": {"none": True}}}, "2026-01-15")
    assert [report[one].verdict for one in ("FIRE", "FIRE-LARGE", "TWO", "NIGHT")] == ["not_met", "not_met", "not_met", "unknown"]
    assert [row.place for row in report.missing if row.requirement == "EITHER"] == ["drills[kind=water]"]
    unknown = rules.assess({"sites": [], "staff": [], "evidence": {"drills[kind=fire]": {"why": "not_known"}}}, "2026-01-15")
    assert {(row.place, row.why) for row in unknown.missing if row.requirement == "FIRE"} == {("drills[kind=fire]", "not_known")}
    places = {place for question in unknown.questions() for place in question.places}
    given = rules.assess({"drills": [{"id": "a"}], "evidence": {"": {"read": "part"}, "drills": {"why": "not_known"}}}, "2026-01-15")
    assert {(row.place, row.why) for row in given.missing if row.requirement == "NIGHT"} >= {
        ("drills[kind=water, night=yes]", "may_be_more")
    }
    assert "drills[kind=fire]" not in places and "drills[kind=water, night=yes]" in places


def test_the_values_of_one_list_are_asked_for_together(rules):
    question = asked(rules, {"sites": [], "staff": []})["themes[safety]"]
    assert question.places == ("themes[safety]", "themes[money]")
    assert question.question == "Which themes does it treat? In particular, are these among them: safety and money?"
    assert question.choices == ("safety", "money")
    assert asked(rules, {"themes": ["safety"], "evidence": {"": {"read": "part"}}}, "fr")["themes[money]"].question == (
        "Quels thèmes traite-t-il ? En particulier, y trouve-t-on « money » ?"
    )


def test_what_nobody_knows_is_missing_and_not_asked_again(rules):
    told = {"sites": [], "staff": [], "evidence": {"drills": {"why": "not_known"}}}
    report = rules.assess(told, "2026-01-15")
    assert ("drills[kind=fire]", "not_known") in {(row.place, row.why) for row in report.missing}
    assert not any(row.place.startswith("drills") for row in report.missing if row.why != "not_known")
    assert [question.fields for question in report.questions()] == [("Plan.themes",)]


@pytest.mark.parametrize(
    ("plan", "place", "lines"),
    [
        (
            {},
            "drills[kind=fire]",
            [
                ("yes", '"drills": [{"id": "1", "kind": "fire", …}]; evidence: "drills": {"read": "part"}'),
                ("no", 'evidence: "drills[kind=fire]": {"none": true}'),
                ("not_known", 'evidence: "drills[kind=fire]": {"why": "not_known"}'),
            ],
        ),
        (
            {"drills": [{"id": "a", "kind": "fire"}], "evidence": {"": {"read": "part"}}},
            "drills[kind=fire]",
            [
                ("yes", 'evidence: "drills[kind=fire]": {"complete": true}'),
                ("more", '"drills": […, {"id": "1", "kind": "fire", …}]'),
                ("not_known", 'evidence: "drills[kind=fire]": {"why": "not_known"}'),
            ],
        ),
        (
            {"sites": [{"id": "s"}], "evidence": {"": {"read": "part"}}},
            "sites/s/drills[kind=fire]",
            [
                ("yes", 'sites/s: "drills": [{"id": "1", "kind": "fire", …}]'),
                ("no", 'evidence: "sites/s/drills[kind=fire]": {"none": true}'),
                ("not_known", 'evidence: "sites/s/drills[kind=fire]": {"why": "not_known"}'),
            ],
        ),
    ],
)
def test_the_line_to_write_for_each_answer(rules, plan, place, lines):
    found = Answers(rules.vocabulary().entities, plan).of(asked(rules, plan)[place], place)
    assert [(answer.says, answer.line) for answer in found] == lines


def test_no_other_places_are_missing_than_the_cases_name():
    path = Path(__file__).resolve().parents[1] / "cases" / "meaning" / "places_of_slices.brecha"
    first = path.read_text(encoding="utf-8").split("  case en ")[1]
    report = brecha.load(path).assess({"leader": "ann", "staff": [{"id": "ann"}], "wanted": ["meeting", "water"]}, "2026-01-15")
    expected = re.findall(r"expect ([\w-]+)(\.\w+)? unknown missing (.*)", first)
    assert len(expected) > 40
    for requirement, part, places in expected:
        missing = {row.place for row in report.missing if row.requirement == requirement and (row.part or "").endswith(part)}
        assert missing == {place.replace('\\"', '"') for place in re.findall(r'"((?:[^"\\]|\\.)*)"', places)}, (requirement, part)
