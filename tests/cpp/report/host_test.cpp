// The public header from end to end: rules and plans as a host gives them, reports as it gets them.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <atomic>
#include <functional>
#include <sstream>
#include <thread>

namespace {

constexpr const char* rules_text = R"(
vocabulary harbour_plan 1 {
  entity Plan root {
    stage    one of preparing < drafted < approved   ask en "At which stage is the plan?" es "¿En qué etapa está el plan?"
    officers list of Officer                         ask en "Who are the officers?" es "¿Quiénes son los oficiales?"
    drills   list of Drill
  }
  entity Officer en "Officer" es "Oficial" key id { id text  name text  trained yes_no  rank one of first, second  duties list of text }
  entity Drill key id { id text  held date  officer ref Officer }
}
ruleset harbour 1.2.0 {
  title en "Harbour" es "Puerto"
  uses harbour_plan 1
  source HANDBOOK { title "Harbour handbook" publisher "Harbour office" date 2024-01-15 standing guidance }
  parameter minimum_drills = 2 { source HANDBOOK "section 3" }
  group people {
    theme people en "people" es "personas"
    requirement HB-1 was HB-OLD {
      title en "Every officer is trained" es "Cada oficial está capacitado"
      shall
      source HANDBOOK "section 1"
      each one in plan.officers
      require one.trained
      gap en "{one.name} is not trained" es "{one.name} no está capacitado"
      remedy en "Train {one.name}" es "Capacite a {one.name}"
      effort 2 weeks
      training PPP-1 en "Partnership" es "Asociación", PPP-2
    }
    requirement HB-2 {
      title en "There is a first officer" es "Hay un primer oficial"
      should
      source HANDBOOK "section 2" reading heading
      require some one in plan.officers : one.rank = first
      after HB-1
    }
  }
  requirement HB-3 {
    title en "Enough drills are held" es "Se hacen bastantes simulacros"
    shall
    source HANDBOOK "section 3"
    when plan.stage >= drafted
    require count(plan.drills) >= minimum_drills
  }
}
tests for harbour {
  case en "an untrained officer is a gap" es "un oficial sin capacitar es una brecha" {
    plan { "officers": [ { "id": "north", "name": "North", "trained": false } ] }
    expect HB-1 not_met for "officers/north"
    expect HB-3 unknown missing "stage"
  }
  case en "this one is wrong" es "este está mal" {
    plan { "officers": [] }
    expect HB-1 met
  }
}
)";

constexpr const char* plan_text = R"({
  "stage": "drafted",
  "officers": [
    {"id": "south", "name": "South", "trained": true},
    {"id": "north", "name": "North", "trained": false, "rnk": "first"},
    {"id": "east", "name": "East"}
  ],
  "evidence": {
    "": {"document": "survey", "kind": "survey", "on": "2025-11-03"},
    "officers/north/trained": {"guessed": true, "page": "3"}
  }
})";

brecha::Ruleset compiled() {
    auto rules = brecha::compile({{"harbour.brecha", rules_text}}, {.shipped = "no folder"});
    INFO(brecha::render(rules.diagnostics(), "en"));
    REQUIRE(rules);
    return *rules;
}

brecha::Plan read(const brecha::Ruleset& rules, std::string_view text = plan_text, brecha::PlanOptions options = {.name = "harbour.json"}) {
    auto plan = rules.read_plan(text, options);
    INFO(brecha::render(plan.diagnostics(), "en"));
    REQUIRE(plan);
    return *plan;
}

brecha::Assessment assessed(const brecha::Ruleset& rules, const brecha::Plan& plan, brecha::AssessOptions options = {.as_of = {2026, 1, 15}}) {
    auto report = rules.assess(plan, options);
    INFO(brecha::render(report.diagnostics(), "en"));
    REQUIRE(report);
    return *report;
}

}  // namespace

TEST_CASE("a host gets a plan's gaps in its language") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    const auto gaps = report.gaps("es");
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].requirement == "HB-1");
    CHECK(gaps[0].subject == "officers/north");
    CHECK(gaps[0].message == "North no está capacitado");
    CHECK(gaps[0].remedy == "Capacite a North");
    CHECK(gaps[0].title == "Cada oficial está capacitado");
    CHECK(gaps[0].effort == "2 semanas");
    CHECK(gaps[0].effort_days == 14.0);
    CHECK(gaps[0].guessed);
    CHECK(gaps[0].theme == "people");
    CHECK(gaps[0].standing == "guidance");
    CHECK(gaps[0].blocks == 0);  // HB-2 is open, no gap
    std::ostringstream shown;
    for (const auto& gap : gaps) shown << gap.requirement << ' ' << gap.subject << ": " << gap.message << '\n';
    CHECK(shown.str() == "HB-1 officers/north: North no está capacitado\n");
}

TEST_CASE("themes and training modules are called by their labels, else by their words") {
    const auto rules = compiled();
    const auto infos = rules.requirements("es");
    CHECK(infos[0].theme_label == "personas");
    CHECK(infos[0].training == std::vector<std::string>{"PPP-1", "PPP-2"});
    CHECK(infos[0].training_labels == std::vector<std::string>{"Asociación", "PPP-2"});
    CHECK(rules.requirements("en")[0].theme_label == "people");
}

TEST_CASE("a ruleset tells its sources") {
    const auto sources = compiled().sources("es");
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].id == "HANDBOOK");
    CHECK(sources[0].title == "Harbour handbook");
    CHECK(sources[0].publisher == "Harbour office");
    CHECK(sources[0].standing == "guidance");
    REQUIRE(sources[0].date);
    CHECK(brecha::to_text(*sources[0].date) == "2024-01-15");
}

TEST_CASE("findings stand in the ruleset's order, subjects by key") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    std::string shown;
    for (const auto& row : report.findings()) shown += row.requirement + " " + row.subject.value_or("-") + " " + row.verdict + " " + row.reason + "\n";
    CHECK(shown ==
          "HB-1 officers/east unknown silent\nHB-1 officers/north not_met contradicted\nHB-1 officers/south met holds\n"
          "HB-2 - unknown silent\nHB-3 - unknown silent\n");
    CHECK(report.verdict("HB-1") == "partly_met");
    CHECK(report.verdict("HB-OLD") == "partly_met");
    CHECK(report.verdict("HB-9") == "");
    const auto summary = report.summary();
    CHECK(summary.requirements == 3);
    CHECK(summary.judged == 1);
    CHECK(summary.gaps == 1);
    CHECK(summary.lowest == 0.0);
    CHECK(summary.highest == 0.6667);
}

TEST_CASE("questions come from the vocabulary, or are made from it") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    const auto missing = report.missing();
    REQUIRE_FALSE(missing.empty());
    CHECK(missing[0].place == "officers/east/trained");
    CHECK(missing[0].question == "Does this hold for East: trained?");
    CHECK(missing[0].settles_alone);
    CHECK(missing[0].entity == "Officer");
    const auto questions = report.questions("es", 2);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].settles_with_above <= questions[1].settles_with_above);
    const auto unread = assessed(rules, read(rules, "{}"));
    bool asked = false;
    for (const auto& question : unread.questions("es")) asked = asked || question.question == "¿En qué etapa está el plan?";
    CHECK(asked);
}

TEST_CASE("evidence tells what a finding rests on, where it stands and who says so") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    bool found = false;
    for (const auto& row : report.evidence()) {
        if (row.place != "officers/north/trained" || row.requirement != "HB-1") continue;
        found = true;
        CHECK(row.subject == "officers/north");
        CHECK(row.value == "no");
        CHECK(row.used_as == "fails");
        CHECK(row.document == "survey");
        CHECK(row.page == "3");
        CHECK(row.kind == "survey");
        CHECK(row.dated == brecha::Date{2025, 11, 3});
        CHECK(row.guessed);
    }
    CHECK(found);
}

TEST_CASE("why is a tree that ends at the plan's places") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    const auto one = report.why("HB-1", "officers/north");
    REQUIRE(one.size() == 1);
    CHECK(one[0].text == "officers/north");
    CHECK(one[0].truth == "fails");
    const std::function<bool(const brecha::Reason&)> reaches = [&](const brecha::Reason& reason) {
        return reason.place == "officers/north/trained" || std::any_of(reason.because.begin(), reason.because.end(), reaches);
    };
    CHECK(std::any_of(one[0].because.begin(), one[0].because.end(), reaches));
    const std::function<bool(const brecha::Reason&)> said_twice = [&](const brecha::Reason& reason) {
        return (reason.because.size() == 1 && reason.because[0].text == reason.text && reason.because[0].truth == reason.truth) ||
               std::any_of(reason.because.begin(), reason.because.end(), said_twice);
    };
    for (const char* id : {"HB-1", "HB-2", "HB-3"})
        for (const auto& reason : report.why(id)) CHECK_FALSE(said_twice(reason));
    CHECK(report.why("HB-1").size() == 3);
    CHECK(report.why("HB-9").empty());
    CHECK(report.why("HB-1", "officers/west").empty());
}

TEST_CASE("the same inputs give the same bytes and the same name, another input another") {
    const auto rules = compiled();
    const auto plan = read(rules);
    const auto report = assessed(rules, plan);
    const auto same_rules = compiled();
    const auto same = assessed(same_rules, read(same_rules));
    CHECK(report.to_json("es") == same.to_json("es"));
    CHECK(report.hash().size() == 12);
    CHECK(report.hash() == same.hash());
    CHECK(report.hash() != assessed(rules, plan, {.as_of = {2026, 1, 16}}).hash());
    CHECK(report.hash() != assessed(rules, plan, {.as_of = {2026, 1, 15}, .parameters = {{"minimum_drills", "3"}}}).hash());
    CHECK(report.hash() != assessed(rules, read(rules, plan_text, {.name = "harbour.json", .read = "part"})).hash());
    CHECK(report.hash() == assessed(rules, plan, {.as_of = {2026, 1, 15}, .parameters = {{"minimum_drills", "2"}}}).hash());
    const std::string json = report.to_json("es-CR");
    CHECK(json.find("\"language\": \"es\"") != std::string::npos);
    CHECK(json.find("\"minimum_drills\": \"2\"") != std::string::npos);
    CHECK(json.find("\"sha256\": \"" + rules.sha256() + "\"") != std::string::npos);
    CHECK(json.back() == '\n');
    CHECK(json.find(" \n") == std::string::npos);
}

TEST_CASE("parameters are set for one assessment, and wrong ones are refused") {
    const auto rules = compiled();
    const auto plan = read(rules, R"({"stage": "approved", "drills": [{"id": "a"}, {"id": "b"}]})");
    CHECK(assessed(rules, plan).verdict("HB-3") == "met");
    const auto three = assessed(rules, plan, {.as_of = {2026, 1, 15}, .parameters = {{"minimum_drills", "3"}}});
    CHECK(three.verdict("HB-3") == "not_met");
    CHECK(three.parameters() == std::vector<std::pair<std::string, std::string>>{{"minimum_drills", "3"}});
    const auto wrong = rules.assess(plan, {.as_of = {2026, 1, 15}, .parameters = {{"minimum_drill", "3"}, {"minimum_drills", "many"}}});
    CHECK_FALSE(wrong);
    REQUIRE(wrong.diagnostics().size() == 2);
    CHECK(wrong.diagnostics()[0].code == "B510");
    CHECK(wrong.diagnostics()[1].code == "B511");
    CHECK_FALSE(rules.assess(plan, {.as_of = {2026, 2, 30}}));
}

TEST_CASE("plans that cannot be read come back with why, the others are read") {
    const auto rules = compiled();
    const auto plans = rules.read_plans({{"a.json", "{}"}, {"b.json", "{\"stage\" \"drafted\"}"}, {"c.json", "{\"stage\": \"drafted\"}"}});
    REQUIRE(plans.size() == 3);
    CHECK(plans[0]);
    CHECK_FALSE(plans[1]);
    CHECK(plans[2]);
    CHECK(plans[2]->name() == "c.json");
    REQUIRE(plans[1].diagnostics().size() == 1);
    CHECK(plans[1].diagnostics()[0].code == "P601");
    CHECK(plans[1].diagnostics()[0].line == 1);
    CHECK_FALSE(rules.read_plan("{}", {.name = "d.json", .read = "wholly"}));
    const auto batch = rules.assess(std::vector{*plans[0], *plans[2]}, {.as_of = {2026, 1, 15}});
    REQUIRE(batch.size() == 2);
    CHECK(batch[1]->to_json() == assessed(rules, read(rules, "{\"stage\": \"drafted\"}", {.name = "c.json"})).to_json());
    const auto other = compiled();
    const auto foreign = other.assess(*plans[0], {.as_of = {2026, 1, 15}});
    CHECK_FALSE(foreign);
    CHECK(foreign.diagnostics()[0].code == "B952");
    CHECK(brecha::render(foreign.diagnostics(), "en") ==
          "B952  the plan a.json was read for another load of harbour\n  help: read it again with the ruleset it is assessed by\n");
}

TEST_CASE("a plan says what it could not use and which lists it takes as complete") {
    const auto rules = compiled();
    const auto plan = read(rules);
    const auto notes = plan.notes("en");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == "P101");
    CHECK(notes[0].place == "officers/north/rnk");
    CHECK(notes[0].line == 5);
    CHECK(plan.complete_lists() == std::vector<std::pair<std::string, std::int64_t>>{{"officers", 3}});
    CHECK(read(rules, plan_text, {.name = "p", .read = "part"}).complete_lists().empty());
}

TEST_CASE("a ruleset's cases are run, and say what no case has reached") {
    const auto report = compiled().run_tests("en");
    REQUIRE(report.cases.size() == 2);
    CHECK(report.cases[0].passed);
    CHECK(report.cases[0].title == "an untrained officer is a gap");
    CHECK(report.cases[0].file == "harbour.brecha");
    CHECK(report.cases[0].line > 1);
    CHECK_FALSE(report.cases[1].passed);
    CHECK(report.cases[1].message == "expected HB-1 met; it is not_applicable");
    const std::pair<std::string, std::string> met{"HB-1", "met"};
    CHECK(std::find(report.not_reached.begin(), report.not_reached.end(), met) != report.not_reached.end());
}

TEST_CASE("a host can draw a form from the vocabulary") {
    const auto info = compiled().vocabulary("es");
    REQUIRE(info.entities.size() == 3);
    const auto& plan = info.entities[0];
    CHECK(plan.root);
    CHECK(plan.fields[0].name == "stage");
    CHECK(plan.fields[0].type == "enumeration");
    CHECK(plan.fields[0].question == "¿En qué etapa está el plan?");
    CHECK(plan.fields[0].choices.size() == 3);
    CHECK(plan.fields[0].read_by_rules);
    const auto& officer = info.entities[1];
    CHECK(officer.label == "Oficial");
    CHECK(officer.key == std::vector<std::string>{"id"});
    for (const auto& field : officer.fields) {
        INFO(field.name);
        CHECK(field.read_by_rules == (field.name == "id" || field.name == "trained" || field.name == "rank"));
    }
    CHECK(info.entities[2].fields[2].type == "reference");
    CHECK(info.entities[2].fields[2].entity == "Officer");
}

TEST_CASE("a blank plan is silent about everything and has nothing that cannot be used") {
    const auto rules = compiled();
    const auto plan = read(rules, rules.blank_plan("en"));
    CHECK(plan.notes().empty());
    const auto report = assessed(rules, plan);
    for (const auto& row : report.findings()) CHECK(row.verdict == "unknown");
    CHECK(rules.blank_plan("en").find("At which stage is the plan? preparing | drafted | approved") != std::string::npos);
}

TEST_CASE("a plan built value by value is the plan that its JSON text would be") {
    const auto rules = compiled();
    brecha::PlanBuilder builder(rules);
    builder.set("stage", "drafted")
        .set("officers/north/name", "North")
        .set("officers/north/trained", false)
        .add("officers/a~1b")
        .set_list("officers/north/duties", {"watch", "log"})
        .set("drills/d1/held", brecha::Date{2025, 3, 1})
        .set("drills/d1/officer", "north")
        .set_between("drills/d2/held", brecha::PlanValue("2025-01-01"), std::nullopt)
        .evidence("officers", "read", "whole");
    const auto outcome = builder.read({.name = "form"});
    REQUIRE(outcome);
    INFO(builder.json());
    CHECK(outcome->notes().empty());
    const auto report = assessed(rules, *outcome);
    std::string shown;
    for (const auto& row : report.findings()) shown += row.requirement + " " + row.subject.value_or("-") + " " + row.verdict + "\n";
    CHECK(shown == "HB-1 officers/a~1b unknown\nHB-1 officers/north not_met\nHB-2 - unknown\nHB-3 - met\n");
    brecha::PlanBuilder none(rules);
    none.set_list("officers", {}).add("drills");
    CHECK(none.json() == "{\n  \"officers\": [],\n  \"drills\": []\n}\n");
}

TEST_CASE("wrong rulesets come back as diagnostics that name the place") {
    const auto broken = brecha::compile({{"broken.brecha", "ruleset {"}});
    CHECK_FALSE(broken);
    REQUIRE_FALSE(broken.diagnostics().empty());
    CHECK(broken.diagnostics()[0].file == "broken.brecha");
    CHECK(broken.diagnostics()[0].line == 1);
    CHECK(brecha::render(broken.diagnostics(), "es").find("broken.brecha:1:") != std::string::npos);
    CHECK_FALSE(brecha::load("there is no such ruleset"));
    const auto vocabulary_only = brecha::compile({{"v.brecha", "vocabulary v 1 { entity Plan root { stage text } }"}});
    CHECK_FALSE(vocabulary_only);
    CHECK_FALSE(vocabulary_only.diagnostics().empty());
    CHECK_FALSE(brecha::compile({}));
}

TEST_CASE("format lays a text out and turns its keywords into another language") {
    const auto spanish = brecha::format("harbour.brecha", rules_text, "es");
    REQUIRE(spanish);
    CHECK(spanish->find("requisito HB-1") != std::string::npos);
    const auto back = brecha::format("harbour.brecha", *spanish, "en");
    REQUIRE(back);
    CHECK(*back == *brecha::format("harbour.brecha", rules_text));
    CHECK_FALSE(brecha::format("harbour.brecha", "ruleset {"));
    CHECK_FALSE(brecha::format("harbour.brecha", rules_text, "xx"));
}

TEST_CASE("one ruleset and one assessment serve many threads") {
    const auto rules = compiled();
    const auto plan = read(rules);
    const auto report = assessed(rules, plan);
    const std::string expected = assessed(rules, plan).to_json("es");
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number)
        threads.emplace_back([&] {
            for (int round = 0; round < 5; ++round) {
                if (report.to_json("es") != expected) ++wrong;
                const auto again = rules.assess(*rules.read_plan(plan_text, {.name = "harbour.json"}), {.as_of = {2026, 1, 15}});
                if (!again || again->to_json("es") != expected) ++wrong;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}
