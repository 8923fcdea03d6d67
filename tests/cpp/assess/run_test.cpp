// What cases cannot say of a run: limits, batches, order.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace brecha;

namespace {

const char* const rules_text = R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { towns list of Town  people list of Person  size integer }
  entity Town key id { id text  name text  beds integer }
  entity Person key id { id text  town ref Town  age integer }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  requirement T-1 {
    title "Every town has a bed for each of its people"
    shall
    source MADE_UP "1"
    each t in plan.towns
    require t.beds >= count(p in plan.people where p.town = t)
    gap "{t.name} has {t.beds} beds"
  }
  requirement T-2 {
    title "Some town is large"
    should
    source MADE_UP "2"
    require some t in plan.towns : t.beds >= 100
  }
  requirement T-3 { title "The place is large enough" shall source MADE_UP "3" require plan.size >= 300.5 }
  requirement T-4 { title "Small places have two towns" shall source MADE_UP "4" when plan.size < 100 require count(plan.towns) >= 2 }
  requirement T-5 { title "The place is not that one" shall source MADE_UP "5" forbid plan.size = 500 }
}
)";

Ruleset rules() {
    const auto made = compile({{"towns.brecha", rules_text}});
    INFO(render(made.diagnostics()));
    REQUIRE(made);
    return *made;
}

std::string plan_text(int towns, int people) {
    std::string text = "{\"towns\": [";
    for (int i = 0; i < towns; ++i)
        text += (i ? ", " : "") + std::string("{\"id\": \"t") + std::to_string(i) + "\", \"name\": \"Town " +
                std::to_string(i) + "\", \"beds\": " + std::to_string(i * 7 % 5) + "}";
    text += "], \"people\": [";
    for (int i = 0; i < people; ++i)
        text += (i ? ", " : "") + std::string("{\"id\": \"p") + std::to_string(i) + "\", \"town\": \"t" +
                std::to_string(i % std::max(towns, 1)) + "\"}";
    return text + "]}";
}

}  // namespace

TEST_CASE("a frame that multiplies beyond the limit is a diagnostic that names the rule") {
    const Ruleset made = rules();
    const auto plan = made.read_plan(plan_text(20, 20));
    REQUIRE(plan);
    CHECK(made.assess(*plan, {.as_of = brecha::Date{2026, 1, 15}, .limits = {.rows = 400}}));
    const auto refused = made.assess(*plan, {.as_of = brecha::Date{2026, 1, 15}, .limits = {.rows = 399}});
    REQUIRE(!refused);
    REQUIRE(refused.diagnostics().size() == 1);
    CHECK(refused.diagnostics()[0].code == "B951");
    CHECK(refused.diagnostics()[0].file == "towns.brecha");
    CHECK(refused.diagnostics()[0].line > 0);
}

TEST_CASE("a batch gives each plan the report it gets alone") {
    const Ruleset made = rules();
    std::vector<std::pair<std::string, std::string>> texts;
    for (int i = 0; i < 70; ++i)
        texts.emplace_back("plan " + std::to_string(i), plan_text(i % 6, i % 9));  // beyond one word of bits
    std::vector<Plan> plans;
    for (const auto& outcome : made.read_plans(texts)) {
        REQUIRE(outcome);
        plans.push_back(*outcome);
    }
    const auto together = made.assess(plans, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(together.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto alone = made.assess(*made.read_plan(texts[i].second, {.name = texts[i].first}),
                                       {.as_of = brecha::Date{2026, 1, 15}});
        REQUIRE(together[i]);
        REQUIRE(alone);
        CHECK(together[i]->to_json() == alone->to_json());
    }
}

TEST_CASE("verdicts of a batch are those of its reports, for small and for large numbers, some missing") {
    const Ruleset made = rules();
    std::vector<std::pair<std::string, std::string>> texts;
    for (int i = 0; i < 700; ++i) {  // beyond the size from which numbers get a narrow form
        std::string text = plan_text(i % 4, i % 5);
        if (i % 3 != 0) text.insert(text.size() - 1, ", \"size\": " + std::to_string(i));
        texts.emplace_back("plan " + std::to_string(i), std::move(text));
    }
    std::vector<Plan> plans;
    for (const auto& outcome : made.read_plans(texts)) plans.push_back(*outcome);
    const auto verdicts = made.verdicts(plans, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(verdicts);
    REQUIRE(verdicts->requirements == std::vector<std::string>{"T-1", "T-2", "T-3", "T-4", "T-5"});
    const auto reports = made.assess(plans, {.as_of = brecha::Date{2026, 1, 15}});
    bool all_same = true;
    for (std::size_t plan = 0; plan < plans.size(); ++plan)
        for (std::size_t rule = 0; rule < 5; ++rule)
            all_same = all_same && verdicts->at(plan, rule) == reports[plan]->verdict(verdicts->requirements[rule]);
    CHECK(all_same);
    CHECK(reports[299]->verdict("T-3") == brecha::Verdict::not_met);
    CHECK(reports[301]->verdict("T-3") == brecha::Verdict::met);
    CHECK(reports[300]->verdict("T-3") == brecha::Verdict::unknown);
    CHECK(verdicts->at(499, 4) == brecha::Verdict::met);
    CHECK(verdicts->at(500, 4) == brecha::Verdict::not_met);
}

TEST_CASE("subjects are ordered with digit runs as numbers") {
    const Ruleset made = rules();
    const auto report = made.assess(*made.read_plan(plan_text(12, 0)), {.as_of = brecha::Date{2026, 1, 15}});
    std::vector<std::string> subjects;
    for (const Finding& finding : report->findings())
        if (finding.requirement == "T-1") subjects.push_back(finding.subject.value_or(""));
    REQUIRE(subjects.size() == 12);
    CHECK(subjects[2] == "towns/t2");
    CHECK(subjects[10] == "towns/t10");
}

TEST_CASE("what holds thanks to a list that may be longer rests on that list") {
    const auto made = compile({{"towns.brecha", R"(
vocabulary towns 1 { title "Towns" entity Plan root { towns list of Town  founded date } entity Town key id { id text } }
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  requirement T-1 { title "There is a town" shall source MADE_UP "1" require plan.towns is given }
  requirement T-2 { title "It is old" shall source MADE_UP "2" require plan.founded <= 2000-01-01 }
}
)"}});
    REQUIRE(made);
    const auto plan =
        made->read_plan(R"({"towns": [{"id": "a"}], "founded": "1990", "evidence": {"": {"read": "part"}}})");
    const auto report = made->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(report);
    CHECK(report->verdict("T-1") == brecha::Verdict::met);
    CHECK(report->verdict("T-2") == brecha::Verdict::met);
    std::vector<std::string> places;
    for (const Evidence& one : report->evidence()) places.push_back(one.requirement + " " + one.place);
    CHECK(places == std::vector<std::string>{"T-1 towns", "T-2 founded"});
}

TEST_CASE("what a statement on a slice of a list decided rests on that slice, with its document and its day") {
    const auto made = compile({{"towns.brecha", R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { drills list of Drill }
  entity Drill key id { id text  kind one of fire, flood, riot }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  month_end last_day
  source MADE_UP { title "Made up for tests" standing practice }
  requirement FIRE { title "A fire drill" shall source MADE_UP "1" require some d in plan.drills where d.kind = fire }
  requirement FLOOD { title "A flood drill" shall source MADE_UP "1" require some d in plan.drills where d.kind = flood }
  requirement RIOTS { title "Two riot drills" shall source MADE_UP "1"
    require count(d in plan.drills where d.kind = riot) >= 2 }
}
)"}});
    REQUIRE(made);
    const auto plan = made->read_plan(R"({"evidence": {
      "drills": {"document": "Letter", "as_of": "2024"},
      "drills[kind=fire]": {"none": true, "document": "Audit", "page": "7", "as_of": "2025-03-31"},
      "drills[kind=riot]": {"size": {"from": 2, "to": 3}}}})");
    const auto report = made->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(report);
    CHECK(report->verdict("FIRE") == brecha::Verdict::not_met);
    CHECK(report->verdict("FLOOD") == brecha::Verdict::unknown);
    CHECK(report->verdict("RIOTS") == brecha::Verdict::met);
    std::vector<std::string> rows;
    for (const Evidence& one : report->evidence())
        rows.push_back(one.requirement + " " + one.place + " = " + one.value + ", " + one.document + " " + one.page);
    CHECK(rows ==
          std::vector<std::string>{"FIRE drills[kind=fire] = 0, Audit 7", "RIOTS drills[kind=riot] = 2 to 3, Letter "});
    for (const Finding& finding : report->findings())
        if (finding.requirement == "FIRE") CHECK(finding.oldest == brecha::Date{2025, 3, 31});
}

const char* const drills_of_the_last_year = R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { drills list of Drill  ask "Which drills were held?" }
  entity Drill key id { id text  kind one of fire, flood }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  month_end last_day
  facts last 1 year
  source MADE_UP { title "Made up for tests" standing practice }
  requirement FIRE { title "A fire drill" shall source MADE_UP "1" require some d in plan.drills where d.kind = fire }
}
)";

TEST_CASE("an outdated statement on a slice is asked for again, with what it said") {
    const auto made = compile({{"towns.brecha", drills_of_the_last_year}});
    REQUIRE(made);
    const auto plan = made->read_plan(R"({"evidence": {"drills[kind=fire]": {"none": true, "as_of": "2019"}}})");
    const auto report = made->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(report);
    const auto missing = report->missing();
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].place == "drills[kind=fire]");
    CHECK(missing[0].why == brecha::Why::outdated);
    CHECK(missing[0].value == "0");
    CHECK(report->evidence().empty());
}

TEST_CASE("of many plans in a batch each loses what it says of a slice by its own day") {
    const auto made = compile({{"towns.brecha", drills_of_the_last_year}});
    REQUIRE(made);
    const std::string before = R"({"drills": [{"id": "a"}], "evidence": {"drills[kind=fire]": {"size": 2, "as_of": ")";
    std::vector<std::pair<std::string, std::string>> texts;
    // It would take gigabytes if each of them were given a column of its own.
    for (int i = 0; i < 10'000; ++i) texts.emplace_back("", before + (i % 2 == 0 ? "2019" : "2025-12") + "\"}}}");
    std::vector<brecha::Plan> plans;
    for (const auto& outcome : made->read_plans(texts)) plans.push_back(*outcome);
    const auto verdicts = made->verdicts(plans, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(verdicts);
    std::size_t right = 0;
    for (std::size_t i = 0; i < plans.size(); ++i)
        right += verdicts->at(i, 0) == (i % 2 == 0 ? brecha::Verdict::unknown : brecha::Verdict::met);
    CHECK(right == plans.size());
}

TEST_CASE("a plan may speak of slices of many lists") {
    const auto made = compile({{"towns.brecha", R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { towns list of Town }
  entity Town key id { id text  drills list of Drill }
  entity Drill key id { id text  beds integer }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  requirement BEDS { title "Beds" shall source MADE_UP "1" each t in plan.towns
    require some d in t.drills where d.beds >= 9 }
}
)"}});
    REQUIRE(made);
    // It would take many seconds if what is known within bounds were looked through for each list again.
    const int count = 10'000;
    std::string towns, evidence;
    for (int i = 0; i < count; ++i) {
        const std::string id = std::to_string(i), comma = i == 0 ? "" : ", ";
        towns += comma + R"({"id": "t)" + id + R"(", "drills": [{"id": "a", "beds": {"from": 1, "to": 9}}]})";
        evidence += comma + R"("towns/t)" + id + R"(/drills[beds>=9]": {"none": true})";
    }
    const auto plan = made->read_plan("{\"towns\": [" + towns + "], \"evidence\": {" + evidence + "}}");
    REQUIRE(plan);
    CHECK(plan->notes().empty());
    CHECK(made->verdicts({*plan}, {.as_of = brecha::Date{2026, 1, 15}})->at(0, 0) == brecha::Verdict::not_met);
}

TEST_CASE("a text names the failing parts it speaks of, not those that another text names") {
    const auto made = compile({{"towns.brecha", R"(
vocabulary towns 1 { title "Towns" entity Plan root { treats list of one of fire, flood, theft, riot  lead text } }
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  requirement T-1 {
    title "What a plan treats"
    shall
    source MADE_UP "1"
    require .nature en "nature" plan.treats covers {fire, flood}
    require .crime en "crime" plan.treats covers {theft, riot}
    require .lead en "who leads" plan.lead is given
    gap .nature "Nothing on: {missing}."
    gap "The plan lacks: {missing}."
  }
}
)"}});
    INFO(render(made.diagnostics()));
    REQUIRE(made);
    const auto plan = made->read_plan(R"({"treats": ["fire", "theft"]})");
    const auto report = made->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(report);
    REQUIRE(report->gaps().size() == 1);
    CHECK(report->gaps()[0].message == "Nothing on: flood. The plan lacks: riot.");
}
