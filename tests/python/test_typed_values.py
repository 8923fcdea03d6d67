"""What people type, in four languages and as workbooks give it, as values of a plan; what may mean two things is sent back."""

import datetime

import brecha
import pytest
from brecha.typed_values import TypedValues

RULES = """
vocabulary typed_plan 1 {
  title "Typed"
  unit persons en "persons" es "personas"
  enum Stage = drafted en "drafted" es "redactado" pt "redigido" fr "rédigé", approved en "approved" es "aprobado", in_force en "in force, today" es "en vigor, hoy"
  entity Plan root {
    name text  yes yes_no  count integer  size number in persons  share percent  day date  at moment  every duration
    country country  stage Stage  stages list of Stage  lead ref Agency  leads list of ref Agency  days list of date
    names list of text  counts list of number  agencies list of Agency
  }
  entity Agency key id { id text  name text }
}
ruleset typed 1 { title "Typed"  uses typed_plan 1  source S { title "s" standing law }
  requirement A { title "a" shall source S "1" require plan.yes } }
"""
ITEMS = [("ict", "Instituto de Turismo"), ("msp", "Ministerio de Seguridad")]


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture(scope="module")
def read(rules):
    fields = {field.name: field for entity in rules.vocabulary().entities if entity.root for field in entity.fields}
    values = TypedValues(rules)
    return lambda name, typed: values.value_of(fields[name], typed, items=ITEMS)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        *(("yes", word, True) for word in ("yes", "Sí", "si", "SIM", "oui", "VERDADERO", "vrai", True)),
        *(("yes", word, False) for word in ("no", "Não", "non", "FAUX", False)),
        ("count", "12", 12), ("count", 12.0, 12), ("count", "1 200", 1200), ("count", "1.234.567", 1234567),
        ("count", "81..", {"from": 81}), ("count", "..9", {"to": 9}), ("count", "3..5", {"from": 3, "to": 5}), ("count", ">= 81", {"from": 81}),
        ("size", "12,5", 12.5), ("size", "0.125", 0.125), ("size", "1.234,5", 1234.5), ("size", "1,234.5", 1234.5), ("size", "12 persons", 12),
        ("share", "30%", "30%"), ("share", "30,5 %", "30.5%"), ("share", 30, "30%"), ("share", "0.3%", "0.3%"),
        ("day", "2024-05-17", "2024-05-17"), ("day", "2024-05", "2024-05"), ("day", "2024", "2024"), ("day", "17/05/2024", "2024-05-17"),
        ("day", "05.05.2024", "2024-05-05"), ("day", "2024/5/7", "2024-05-07"), ("day", datetime.date(2024, 5, 17), "2024-05-17"),
        ("day", datetime.datetime(2024, 5, 17), "2024-05-17"), ("day", "17 de mayo de 2024", "2024-05-17"), ("day", "May 17, 2024", "2024-05-17"),
        ("day", "1er août 2024", "2024-08-01"), ("day", "março de 2024", "2024-03"), ("day", "3 set 2024", "2024-09-03"),
        ("day", "2024-01-01..2024-03", {"from": "2024-01-01", "to": "2024-03"}),
        ("at", "17/05/2024 8:30", "2024-05-17T08:30"), ("at", datetime.datetime(2024, 5, 17, 8, 30), "2024-05-17T08:30"), ("at", "2024-05-17T08:30-06:00", "2024-05-17T08:30-06:00"),
        ("every", "6 meses", "6 months"), ("every", "1 année", None), ("every", "1 an", "1 year"), ("every", "2 weeks", "2 weeks"), ("every", "P2W", "P2W"), ("every", datetime.timedelta(days=3), "3 days"),
        ("country", "cr", "CR"), ("country", "che", None), ("country", "argen", "AR"), ("country", "Costa Rica", "CR"), ("country", "estados unidos de america", None), ("country", "Brasil", "BR"), ("country", "Brésil", "BR"),
        ("stage", "approved", "approved"), ("stage", "APROBADO", "approved"), ("stage", "rédigé", "drafted"), ("stage", "redige", "drafted"), ("stage", "3", "in_force"), ("stage", "in force", "in_force"),
        ("stages", "1, aprobado", ["drafted", "approved"]), ("stages", "en vigor, hoy; redactado", ["in_force", "drafted"]), ("stages", "redactado, en vigor, hoy", ["drafted", "in_force"]),
        ("lead", "msp", "msp"), ("lead", "instituto de turismo", "ict"), ("lead", "2", "msp"), ("leads", "ict, msp", ["ict", "msp"]),
        ("days", "2024-05-17, 2024", ["2024-05-17", "2024"]), ("names", "a, b; c", ["a, b", "c"]), ("counts", "1,5; 2", [1.5, 2]),
        ("name", "  x ", "x"), ("name", 5.0, "5"), ("name", "  ", None), ("count", None, None),
    ],
)  # fmt: skip
def test_a_value_is_read_and_the_plan_takes_it(rules, read, field, typed, value):
    found = read(field, typed)
    if value is None:
        assert found.value is None
        return
    assert (found.value, found.problem) == (value, None)
    plan = {field: found.value, "agencies": [{"id": key, "name": name} for key, name in ITEMS]}
    assert [note.message for note in rules.read_plan(plan).notes if note.code != "P402"] == []


@pytest.mark.parametrize(
    ("field", "typed", "english", "spanish"),
    [
        ("day", "03/04/2018", "may be two days: write 2018-04-03 or 2018-03-04", "puede ser dos días"),
        ("day", "30/02/2024", 'there is no day "30/02/2024"', "no existe el día"),
        ("day", "2024-13", "there is no day", "no existe el día"),
        ("day", "soon", 'wanted: date, 2026-01-15', "se espera: fecha"),
        ("size", "1.000", "may be 1000 or 1: write", "puede ser 1000 o 1"),
        ("size", "-3", "wanted: number in persons", "se espera: número en"),
        ("count", "2,5", "wanted: whole number", "se espera: número entero"),
        ("count", "1.23.4", "wanted: whole number", "se espera"),
        ("share", 0.3, "may be 0.3% or 30%", "puede ser 0.3% o 30%"),
        ("size", "0.12345678901", "wanted: number", "se espera: número"),
        ("yes", "perhaps", "wanted: yes or no", "se espera: sí o no"),
        ("stage", "aproved", 'did you mean "approved"', '¿quiso decir "approved"?'),
        ("stages", "1; 9", '"9" does not fit; wanted: choice', "se espera: opción"),
        ("lead", "mspp", 'did you mean "msp"', "¿quiso decir"),
        ("every", "often", "wanted: duration, 6 months", "se espera: duración"),
        ("at", "17/05/2024", "wanted: date and time", "se espera: fecha y hora"),
        ("country", "Atlantis", "wanted: country, CR", "se espera: país"),
        ("count", True, "wanted: whole number", "se espera"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_sent_back_with_the_way_out(read, field, typed, english, spanish):
    found = read(field, typed)
    assert found.value is None
    assert english in found.problem.in_language("en") and spanish in found.problem.in_language("es")
    for language in ("pt", "fr"):
        assert found.problem.in_language(language)
