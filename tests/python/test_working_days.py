"""Working days in reports: what lies outside a calendar is asked of whoever keeps the rules; tailoring and parameters."""

import brecha
import pytest

RULES = """
vocabulary offices 1.0 { entity Plan root { asked_on date  answered_on date } }
ruleset treaty 1.0 {
  title en "A made-up treaty"
  uses offices 1
  source TREATY { title en "A made-up treaty" standing treaty }
  calendar office_days
  calendar courts { weekend saturday, sunday holidays { 2026-01-01 } until 2026-12-31 }
  parameter term = 3 working days in courts
  requirement W-1 { title en "Answered" shall source TREATY "1" require plan.answered_on within 2 working days in office_days after plan.asked_on }
  requirement W-2 { title en "Heard" shall source TREATY "2" require plan.answered_on within 2 working days in courts after plan.asked_on }
  requirement W-3 { title en "In the term" shall source TREATY "3" require plan.answered_on <= plan.asked_on + term }
}
ruleset country 1.0 {
  title en "A made-up country"
  extends treaty 1
  source ACT { title en "A made-up act" standing law }
  replace calendar office_days { weekend sunday holidays { } until 2026-12-31 } because en "Saturdays count" source ACT "1"
  replace calendar courts { weekend saturday, sunday holidays { 2026-04-02, 2026-04-03 } until 2027-12-31 } because en "Easter" source ACT "2"
}
"""
PLAN = {"asked_on": "2026-12-31", "answered_on": "2027-01-02"}


@pytest.fixture(scope="module")
def treaty():
    return brecha.compile(RULES, ruleset="treaty")


def test_what_lies_outside_a_calendar_asks_for_the_calendar(treaty):
    report = treaty.assess(PLAN, as_of="2027-02-01")
    missing = {row.requirement: row for row in report.missing}
    assert {id_: (row.place, row.why) for id_, row in missing.items()} == {
        "W-1": ("calendar office_days", "outside_calendar"),
        "W-2": ("calendar courts", "outside_calendar"),
        "W-3": ("calendar courts", "outside_calendar"),
    }
    assert missing["W-1"].question == "Which days are working days in office_days?"
    assert {row.asks for row in report.questions()} == {"calendar"}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Which days are working days in courts before 2026-01-01 and after 2026-12-31?"),
        ("es", "¿Qué días son hábiles en courts antes del 2026-01-01 y después del 2026-12-31?"),
        ("pt", "Que dias são úteis em courts antes de 2026-01-01 e depois de 2026-12-31?"),
        ("fr", "Quels jours sont ouvrables dans courts avant le 2026-01-01 et après le 2026-12-31 ?"),
    ],
)
def test_the_question_says_which_days_the_calendar_has(treaty, language, question):
    report = treaty.assess(PLAN, as_of="2027-02-01", language=language)
    assert [row.question for row in report.missing if row.requirement == "W-2"] == [question]


def test_a_calendar_is_stated_anew_with_a_reason():
    with pytest.raises(brecha.RulesetError, match="nothing says why|because"):
        brecha.compile(RULES.replace('because en "Easter" source ACT "2"', ""), ruleset="country")
    country = brecha.compile(RULES, ruleset="country")
    assert [(row.parameter, row.change, row.weakens, row.source) for row in country.diff("treaty")] == [
        ("office_days", "replace", "no", "ACT 1"),
        ("courts", "replace", "possibly", "ACT 2"),
    ]
    assert [one.id for one in country.requirements() if one.weakened] == ["W-2", "W-3"]
    verdicts = {one.requirement: one.verdict for one in country.assess(PLAN, as_of="2027-02-01").findings}
    assert verdicts["W-2"] == "met"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("replace calendar cuorts { weekend sunday holidays { } until 2027-12-31 }", "did you mean courts"),
        ("replace calendar courts", "states no days"),
        ("calendar courts { weekend sunday holidays { } until 2027-12-31 }", "declared twice"),
    ],
)
def test_what_is_not_there_is_not_replaced(line, told):
    written = line if line.startswith("calendar") else line + ' because en "So"'
    overlay = 'ruleset over 1.0 { title en "Over" extends treaty 1 ' + written + " }"
    with pytest.raises(brecha.RulesetError, match=told):
        brecha.compile(RULES + overlay, ruleset="over")


def test_a_parameter_is_set_in_a_calendar(treaty):
    plan = {"asked_on": "2026-03-02", "answered_on": "2026-03-06"}

    def verdict(**parameters):
        report = treaty.assess(plan, as_of="2026-04-01", parameters=parameters)
        return next(one.verdict for one in report.findings if one.requirement == "W-3")

    assert verdict() == "not_met"
    assert verdict(term="4 working days in courts") == "met"
    assert verdict(term="4 working days in office_days") == "unknown"
    assert treaty.assess(plan, as_of="2026-04-01").parameters["term"] == "3 working days in courts"
    with pytest.raises(brecha.BrechaError):
        verdict(term="4 working days in nowhere")


def test_what_begins_like_the_name_of_a_calendar_is_read_as_what_it_is():
    """Spanish "en" begins three keywords that may follow a duration."""
    text = """language es
vocabulario oficinas 1.0 { entidad Plan raíz { pedido_el fecha  dado_el fecha  plazo duración } }
reglamento tratado 1.0 {
  título es "Un tratado inventado"
  usa oficinas 1
  fin_de_mes último_día
  fuente TREATY { título es "Un tratado inventado" rango tratado }
  calendario juzgados { fin_de_semana sábado, domingo feriados { 2026-01-01 } hasta el 2026-12-31 }
  requisito W-1 {
    título es "En plazo"
    deberá
    fuente TREATY "1"
    cuando plan.plazo >= 2 días
    en vigor desde el 2020-01-01
    exigir plan.dado_el <= plan.pedido_el + (plan.plazo en su defecto 3 días hábiles en juzgados)
    exigir (2 días en su defecto 3 días) >= 2 días
    exigir plan.dado_el dentro de 9 días hábiles después de plan.pedido_el
  }
}
"""
    printed = brecha.compile(text).printed()
    assert '"in_force"' in printed
