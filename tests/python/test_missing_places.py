"""Why something is missing, what stands there, and whether there is anything to ask."""

import pytest

import brecha

RULES = """
vocabulary sums_plan 1 {
  title "Sums"
  enum Topic = risk, training, medical, access
  entity Plan root {
    n number ask en "How many n?"  m number ask en "How many m?"  d date ask en "When?"  span duration  other duration
    topics list of Topic  checks list of Check  sites list of Site
  }
  entity Check key level { level integer  rate percent }
  entity Site key id { id text  topics list of Topic }
}
ruleset sums 1 {
  title "Sums"  uses sums_plan 1  month_end last_day  source S { title "s" standing law }
  requirement DIVIDED { title "d" shall source S "1" require plan.n / plan.m >= 1 gap en "{plan.n / plan.m} of {plan.n}" }
  requirement LARGE { title "l" shall source S "2" require plan.n * plan.n * plan.n * plan.n >= 1 }
  requirement LATE { title "t" shall source S "3" require plan.d + 8000 years >= 2024-01-01 }
  requirement LONGER { title "o" shall source S "4" require plan.span > plan.other }
  requirement CHECKED { title "c" shall source S "5" require plan.checks[2].rate >= 10% }
  requirement TREATS { title "r" shall source S "6" each s in plan.sites allow empty require s.topics covers {training, risk, access} }
  requirement TREATS-ALL { title "a" shall source S "7" require plan.topics covers plan.sites.topics }
}
"""


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def missing(report, requirement):
    return [(row.place, row.why, row.value, row.question) for row in report.missing if row.requirement == requirement]


def test_what_cannot_be_computed_names_its_values_and_asks_nothing(rules):
    report = rules.assess({"n": 1_000_000_000, "m": 0, "d": "2024-01-01"}, "2026-01-15")
    assert missing(report, "DIVIDED") == [("m", "not_computable", "0", None), ("n", "not_computable", "1000000000", None)]
    assert missing(report, "LARGE") == [("n", "not_computable", "1000000000", None)]
    assert missing(report, "LATE") == [("d", "not_computable", "2024-01-01", None)]
    asked = {place for question in report.questions() for place in question.places}
    assert asked.isdisjoint({"n", "m", "d"})
    assert not any(row.settles_alone for row in report.missing if row.why == "not_computable")


def test_what_is_stated_and_not_precise_enough_shows_its_value_and_is_asked_for(rules):
    report = rules.assess({"span": "1 month", "other": "30 days", "d": {"from": "2024-01-01", "to": "2024-02-01"}}, "2026-01-15")
    assert [row[:3] for row in missing(report, "LONGER")] == [("other", "imprecise", "30 days"), ("span", "imprecise", "1 month")]
    assert all(row[3] for row in missing(report, "LONGER"))


def test_a_row_given_twice_is_ambiguous(rules):
    twice = [{"level": 2, "rate": "5%"}, {"level": 2, "rate": "20%"}]
    assert missing(rules.assess({"checks": twice}, "2026-01-15"), "CHECKED")[0][:2] == ("checks/2/rate", "ambiguous")
    assert missing(rules.assess({"checks": []}, "2026-01-15"), "CHECKED")[0][:2] == ("checks/2/rate", "not_stated")


def test_parts_of_covers_stand_in_the_order_of_the_rule(rules):
    plan = {"sites": [{"id": "s", "topics": ["training", "risk", "access"]}], "topics": []}
    report = rules.assess(plan, "2026-01-15")
    assert [part.part for part in report["TREATS"].parts] == ["training", "risk", "access"]
    # What a plan lists has no order of its own.
    assert [part.part for part in report["TREATS-ALL"].parts] == ["access", "risk", "training"]


def test_a_single_object_is_asked_for_by_its_field():
    rules = brecha.compile(
        """
        vocabulary v 1 { title "V" entity Plan root { main_office Office } entity Office { opened date  floor integer } }
        ruleset r 1 { title "R"  uses v 1  source S { title "s" standing law }
          requirement A-1 { title "a" shall source S "1" require plan.main_office.opened >= 2024-01-01 } }
        """
    )
    report = rules.assess({"main_office": {"floor": 1}}, "2026-01-15")
    assert [question.question for question in report.questions()] == ["What is the opened of main office?"]


TASKS = """
vocabulary tasks_plan 1 {
  title "Tasks"
  enum Hue = red, grey
  entity Plan root { day date  tags list of text  hues list of Hue  tasks list of Task dated due }
  entity Task key id { id text  hue Hue  done date  due date  words list of text }
}
ruleset tasks 1 {
  title "Tasks"  uses tasks_plan 1  month_end last_day  source S { title "s" standing law }
  requirement A { title "t" shall source S "1" CLAUSE }
}
"""


def asked(clause, plan, **options):
    report = brecha.compile(TASKS.replace("CLAUSE", clause)).assess(plan, **{"as_of": "2026-01-15", **options})
    return [(row.place, row.why) for row in report.missing]


def test_a_condition_that_is_decided_is_not_asked_for_beside_the_list_it_chose():
    clause = 'each x in plan.tasks, if any require (if x.done = assessment_date then plan.tags else x.words) covers {"a"}'
    plan = {"tasks": [{"id": "t", "done": "2025-01"}], "evidence": {"tasks": {"complete": True}}}
    assert asked(clause, plan) == [("tasks/t/words[a]", "not_stated")]


def test_the_slice_is_named_where_the_end_of_a_stretch_is_missing_too():
    clause = "require list(t in plan.tasks where t.hue = red : t.done) at most 90 days apart since max(h in plan.hues : plan.day)"
    assert asked(clause, {"hues": []}) == [("hues", "none"), ("tasks[hue=red]", "not_stated")]


def test_what_an_outdated_list_says_of_its_slices_is_outdated_with_it():
    plan = {"tasks": [{"id": "t", "due": "2025-04-15"}], "evidence": {"": {"as_of": "2024-12-31"}}}
    clause = "require every t in plan.tasks : t.due != 2025-07-27"
    assert asked(clause, plan, facts_since="2025-01-01") == [("tasks[due=2025-07-27]", "outdated")]


def test_a_size_that_the_given_elements_reach_has_room_for_none_of_which_it_is_open():
    plan = {"tasks": [{"id": "a", "hue": "red"}, {"id": "b"}], "evidence": {"tasks": {"complete": True}, "tasks[hue=red]": {"size": 1}}}
    assert asked("require count(t in plan.tasks where t.hue = red) <= 1", plan) == []
    del plan["evidence"]["tasks[hue=red]"]
    assert asked("require count(t in plan.tasks where t.hue = red) <= 1", plan) == [("tasks/b/hue", "not_stated")]
