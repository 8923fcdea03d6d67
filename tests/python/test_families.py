"""A requirement for each row of a table: to all that comes after, a requirement like any other."""

import brecha

VOCABULARY = """
vocabulary port_plan 1 {
  title en "Plan" es "Plan"
  enum Option = sign_on en "signing on" es "registro", patrol en "patrols" es "rondas"
  entity Plan root { covers list of Option  done_on date  adopted_on date }
}
"""
HEAD = """
ruleset port 1 {
  title en "Port" es "Puerto"  uses port_plan 1  month_end last_day
  source CODE { title en "Code" es "Código" standing law }
"""
TABLE = 'table options by clause: text -> { option Option  term duration } { ["16.3"] sign_on, 6 months ["16.4(a)"] patrol, 12 months }\n'
FAMILY = """
  family row in options {
    requirement "PFB-{row.clause}" {
      title en "The plan covers {row.option}" es "El plan abarca {row.option}"
      shall
      source CODE "B/{row.clause}"
      require .it plan.covers contains row.option
      require .term plan.done_on <= plan.adopted_on + row.term
      gap en "{row.option} is missing." es "Falta: {row.option}."
    }
  }
"""


def by_hand(clause, word, labels, term):
    return f"""
  requirement PFB-{clause} {{
    title en "The plan covers {labels[0]}" es "El plan abarca {labels[1]}"
    shall
    source CODE "B/{clause}"
    require .it plan.covers contains Option.{word}
    require .term plan.done_on <= plan.adopted_on + {term}
    gap en "{{Option.{word}}} is missing." es "Falta: {{Option.{word}}}."
  }}
"""


RULES = VOCABULARY + HEAD + TABLE + FAMILY + "}"
PLAN = {"covers": ["sign_on"], "adopted_on": "2024-01-31", "done_on": "2024-12-01"}


def test_they_are_the_requirements_that_would_be_written_by_hand():
    rules = brecha.compile(RULES)
    written = by_hand("16.3", "sign_on", ("signing on", "registro"), "6 months")
    written += by_hand("16.4(a)", "patrol", ("patrols", "rondas"), "12 months")
    hand = brecha.compile(VOCABULARY + HEAD + TABLE + written + "}")
    assert [one.id for one in rules.requirements()] == ["PFB-16.3", "PFB-16.4(a)"]
    assert rules.sha256 == hand.sha256
    assert rules.assess(PLAN, "2026-01-15").to_json() == hand.assess(PLAN, "2026-01-15").to_json()


def test_texts_have_the_words_of_the_row_in_the_readers_language():
    report = brecha.compile(RULES).assess(PLAN, "2026-01-15", language="es")
    assert {gap.requirement: gap.message for gap in report.gaps} == {"PFB-16.3": "Falta: registro.", "PFB-16.4(a)": "Falta: rondas."}
    assert report["PFB-16.4(a)"].title == "El plan abarca rondas"


def test_why_says_what_the_row_has():
    report = brecha.compile(RULES).assess(PLAN, "2026-01-15")
    why = str(report.why("PFB-16.4(a)"))
    assert "plan.covers contains patrol" in why
    assert "plan.adopted_on + 12 months" in why
    assert "row." not in why
    spanish = str(report.in_language("es").why("PFB-16.3"))
    assert "plan.covers contiene sign_on" in spanish
    assert "6 meses" in spanish


def test_rows_of_a_file(tmp_path):
    folder = tmp_path / "port"
    folder.mkdir()
    table = 'table options by clause: text -> { option Option  term duration } from "options.csv"\n'
    (folder / "rules.brecha").write_text(VOCABULARY + HEAD + table + FAMILY + "}", encoding="utf-8")
    (folder / "options.csv").write_text("clause,option,term\n16.3,sign_on,6 months\n16.4(a),patrol,\n", encoding="utf-8")
    rules = brecha.load(folder)
    assert [one.id for one in rules.requirements()] == ["PFB-16.3", "PFB-16.4(a)"]
    report = rules.assess(PLAN, "2026-01-15")
    assert [part.verdict for part in report["PFB-16.4(a)"].parts] == ["not_met", "unknown"]


def test_the_formatter_keeps_the_family(tmp_path, brecha_command):
    path = tmp_path / "port.brecha"
    path.write_text(RULES, encoding="utf-8")
    for language in ("es", "pt", "fr", "en"):
        assert brecha_command("fmt", "--language", language, str(path))[0] == 0
        assert '"PFB-{row.clause}"' in path.read_text(encoding="utf-8")
        assert brecha.load(path).sha256 == brecha.compile(RULES).sha256
    status, out, _ = brecha_command("rules", str(path))
    assert status == 0
    assert "PFB-16.4(a)" in out and "patrols" in out
