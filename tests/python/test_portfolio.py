"""Many plans side by side: the table, who has solved what, no ranking, interruption, and rules that differ."""

import json
import re
import time
from fractions import Fraction

import pytest
from faces import LANGUAGES

import brecha

RULES = """
vocabulary v 1.0 { title en "V"
  entity P root { title text  country country  good yes_no  fine yes_no  b list of B ask en "Which?" }
  entity B key id { id text  n integer ask en "How many?" } }
ruleset r VERSION { title en "R" uses v 1
  source L { title en "Law" standing law }
  requirement A-1 { title en "good" shall source L "1" theme t en "Topic" require .x en "x" plan.good  require .y en "y" plan.fine  gap en "lacking {missing}" }
  requirement A-2 { title en "many" should source L "2" theme t each x in plan.b, if any require x.n > 2 gap en "few" }
  requirement A-3 { title en "may" may source L "3" require plan.good }
  requirement A-4 { title en "titled" shall source L "4" theme u en "Other" require plan.title is given }
MORE}
"""


def rules_of(version="1.0.0", more=""):
    return brecha.compile(RULES.replace("VERSION", version).replace("MORE", more))


PLANS = [
    {"title": "One", "country": "CR", "good": True, "fine": True, "b": [{"id": "b1", "n": 3}, {"id": "b2", "n": 1}, {"id": "b3"}]},
    {"title": "Two", "country": "PA", "good": True, "fine": False, "b": []},
    {"title": "Three", "country": "BZ", "evidence": {"": {"read": "part"}}},
]


@pytest.fixture(scope="module")
def three():
    return brecha.portfolio(PLANS, rules_of(), "2026-01-15")


def test_a_row_for_each_requirement_and_plan(three):
    assert three.columns == [
        "assessment", "plan", "as_of", "requirement", "country", "verdict", "holds", "fails", "unknown", "lowest", "highest",
    ]  # fmt: skip
    found = {(row.requirement, row.country): row[5:] for row in three}
    assert len(found) == len(three) == 12
    assert found["A-1", "PA"] == ("partly_met", 1, 1, 0, 0.5, 0.5)
    assert found["A-2", "CR"] == ("partly_met", 1, 1, 1, float(round(Fraction(1, 3), 4)), float(round(Fraction(2, 3), 4)))
    assert found["A-2", "PA"] == ("not_applicable", 0, 0, 0, None, None)
    assert found["A-1", "BZ"] == ("unknown", 0, 0, 2, 0.0, 1.0)
    assert found["A-3", "CR"][4:] == (None, None)  # may: left out of the shares
    assert three["requirement"][:4] == ["A-1", "A-1", "A-1", "A-2"] and three["country"][:3] == ["CR", "PA", "BZ"]
    assert three.to_polars().height == len(three.to_pandas()) == 12


def test_plans_are_sorted_by_what_is_known_and_shares_agree_with_the_summaries(three):
    judged = three.judged()
    assert [one.name for one in judged] == ["Costa Rica", "Panama", "Belize"]
    for one in judged:
        summary = one.report.summary
        assert (one.lowest, one.highest, one.gaps) == (summary.lowest, summary.highest, summary.gaps)
        assert one.judged == summary.judged / summary.requirements
    for shown in (three.to_text(200), three.to_html()):
        assert "this is no ranking" in shown


def test_who_has_solved_what_others_lack(three):
    solved = {row.requirement: (row.gap_in, row.solved_by, row.open_in) for row in three.solved}
    assert solved["A-1"] == (("Panama",), ("Costa Rica",), ("Belize",))
    assert "A-3" not in solved and "A-4" not in solved
    assert "met by: Costa Rica" in three.to_text()


def test_tiles_open_to_requirement_and_reason_without_a_script(three):
    page = three.to_html()
    tiles = re.findall(r'<details name="tile">(.*?)</details>', page, re.DOTALL)
    assert len(tiles) == 3 * 3  # two themes and none, three plans
    assert any("<strong>partly</strong> · A-1 good – lacking y" in tile for tile in tiles)
    assert "http" not in re.sub(r"<svg.*?</svg>", "", page).replace("http://www.w3.org", "")


def test_plans_that_are_the_same_stay_apart():
    twins = brecha.portfolio([PLANS[1], PLANS[1]], rules_of(), "2026-01-15")
    assert [one.gaps for one in twins.judged()] == [1, 1] and len(twins.solved[0].gap_in) == 2


def test_rules_that_differ_are_refused_unless_asked_and_then_over_what_they_share():
    later = rules_of("1.1.0", 'requirement A-5 { title en "new" shall source L "5" require plan.good }\n')
    reports = [rules_of().assess(PLANS[0], "2026-01-15"), later.assess(PLANS[1], "2026-01-15")]
    with pytest.raises(brecha.BrechaError, match=r"r 1\.0\.0.*r 1\.1\.0"):
        brecha.portfolio(reports)
    both = brecha.portfolio(reports, common=True)
    assert sorted(set(both["requirement"])) == ["A-1", "A-2", "A-3", "A-4"]
    assert "different rules" in both.to_text()
    assert len(brecha.portfolio(reports[:1])) == 4
    with pytest.raises(TypeError, match="rules"):
        brecha.portfolio(PLANS)


def test_an_interruption_keeps_what_is_done_and_says_so():
    plans = [{"title": str(number)} for number in range(40)]

    def stop(done, total, name):
        if done >= 32:
            raise KeyboardInterrupt

    found = brecha.portfolio(plans, rules_of(), "2026-01-15", progress=stop)
    assert len(found.reports) == 32 and found.interrupted == 8
    assert "Interrupted: 8 plans are not in it" in found.to_text() and found.in_language("es").interrupted == 8
    assert json.loads(found.to_json())["interrupted"] == 8

    def at_once(done, total, name):
        raise KeyboardInterrupt

    assert len(brecha.portfolio(plans, rules_of(), "2026-01-15", progress=at_once).reports) == 16


def test_a_plan_that_cannot_be_read_is_told_and_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(PLANS[0]), encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    found = brecha.portfolio(tmp_path, rules_of(), "2026-01-15")
    assert [one.name for one in found.failed] == ["b.json"] and found.interrupted == 0
    assert "b.json" in found.to_text() and "b.json" in found.to_html()
    with pytest.raises(brecha.BrechaError):
        brecha.portfolio([tmp_path / "b.json"], rules_of())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_portfolio_speaks_four_languages(three, language):
    other = three.in_language(language)
    shown = other.to_text(200) + re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", other.to_html(), flags=re.DOTALL)
    assert f'<html lang="{language}">' in other.to_html()
    if language != "en":
        assert not re.search(r"\b(judged|solved|ranking|met by|gap in|worst|tile)\b", shown)


def test_forty_plans_at_once():
    rules = brecha.load("tourism_security")
    samples = [json.loads(one.text) for one in brecha.samples() if one.ruleset == "tourism_security"]
    plans = [{**samples[number % len(samples)], "title": f"plan {number}"} for number in range(40)]
    start = time.process_time()
    found = brecha.portfolio(plans, rules, "2026-01-15")
    page = found.to_html()
    assert time.process_time() - start < 4
    assert len(found) == 40 * len(rules.requirements()) and len(page) < 3_000_000


def test_portfolio_as_a_command(plan_file, small_folder, brecha_command, tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.json").write_text(plan_file.read_text(encoding="utf-8"), encoding="utf-8")
    status, shown, _ = brecha_command("portfolio", small_folder, folder, "--as-of", "2026-01-15")
    assert status == 0 and "2 plans, 3 requirements" in shown
    assert brecha_command("portfolio", small_folder, folder, "--output", tmp_path / "p.html")[0] == 0
    assert (tmp_path / "p.html").read_text(encoding="utf-8").startswith("<!DOCTYPE")
    (folder / "c.json").write_text("{", encoding="utf-8")
    status, _, errors = brecha_command("portfolio", small_folder, folder, "--format", "csv")
    assert status == 3 and "c.json" in errors


def test_a_table_of_plans_gives_the_table_alone():
    pyarrow = pytest.importorskip("pyarrow")
    rules = brecha.load("tourism_security")
    table = pyarrow.table(
        {"plan": ["a", "b", "c"], "country": ["CR", None, "BZ"], "title": ["A", "B", None], "approved_on": ["2020-01-01"] * 3}
    )
    many = brecha.portfolio(table, rules, "2026-01-15", language="es")
    few = brecha.portfolio([{"title": "A", "country": "CR", "approved_on": "2020-01-01"}], rules, "2026-01-15")
    assert many.columns == few.columns and len(many) == 3 * len(few)
    assert [row.verdict for row in many if row.plan == "a"] == few["verdict"]
    assert all(many[name] == [getattr(row, name) for row in many] for name in many.columns)
    assert many[4:2:-1] == [many[4], many[3]] and many[-1:] == [many[len(many) - 1]]
    assert many["country"][:3] == ["CR", None, "BZ"] and many[4].requirement == few[1].requirement
    arrow = pyarrow.table(many)
    assert arrow.num_rows == len(many) and arrow.column("verdict").to_pylist() == many["verdict"]
    assert arrow.schema.field("as_of").type == pyarrow.date32() and arrow.column("lowest").null_count == len(many)
    assert list(many.to_pandas().columns) == many.columns and many.to_polars().height == len(many)
    assert len(many.where(plan="b")) == len(few)
    assert many.report(0).plan.name == "a" and many.report(0).language == "es" and many.report(0).summary.requirements == len(few)
    with pytest.raises(IndexError):
        many.report(len(many))
    with pytest.raises(TypeError, match="rules"):
        brecha.portfolio(table)
