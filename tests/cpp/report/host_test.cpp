// The public header from end to end: rules and plans as a host gives them, reports as it gets them.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <atomic>
#include <functional>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <thread>

using brecha::Verdict;

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

brecha::Plan read(const brecha::Ruleset& rules, std::string_view text = plan_text,
                  brecha::PlanOptions options = {.name = "harbour.json"}) {
    auto plan = rules.read_plan(text, options);
    INFO(brecha::render(plan.diagnostics(), "en"));
    REQUIRE(plan);
    return *plan;
}

brecha::Assessment assessed(const brecha::Ruleset& rules, const brecha::Plan& plan,
                            brecha::AssessOptions options = {.as_of = brecha::Date{2026, 1, 15}}) {
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
    CHECK(gaps[0].standing == brecha::Standing::guidance);
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
    CHECK(sources[0].standing == brecha::Standing::guidance);
    CHECK(sources[0].date == "2024-01-15");
}

TEST_CASE("findings stand in the ruleset's order, subjects by key") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    std::string shown;
    for (const auto& row : report.findings())
        shown += row.requirement + " " + row.subject.value_or("-") + " " + std::string(to_text(row.verdict)) + " " +
                 std::string(to_text(row.reason)) + "\n";
    CHECK(shown ==
          "HB-1 officers/east unknown silent\nHB-1 officers/north not_met contradicted\nHB-1 officers/south met holds\n"
          "HB-2 - unknown silent\nHB-3 - unknown silent\n");
    CHECK(report.verdict("HB-1") == Verdict::partly_met);
    CHECK(report.verdict("HB-OLD") == Verdict::partly_met);
    CHECK(report.verdict("HB-9") == std::nullopt);
    const auto summary = report.summary();
    CHECK(summary.requirements == 3);
    CHECK(summary.judged == 1);
    CHECK(summary.gaps == 1);
    CHECK(summary.lowest == 0.0);
    CHECK(summary.highest == 0.6667);
}

TEST_CASE("a host that tries out plans gets findings in short, and the rows of some requirements alone") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    std::string shown;
    for (const auto& one : report.outlines()) {
        shown += one.requirement + " " + one.subject.value_or("-") + " " + std::string(to_text(one.verdict));
        for (const auto& [part, truth] : one.parts) shown += " " + part + std::string(to_text(truth));
        shown += "\n";
    }
    CHECK(shown ==
          "HB-1 officers/east unknown unknown\nHB-1 officers/north not_met fails\nHB-1 officers/south met holds\n"
          "HB-2 - unknown unknown\nHB-3 - unknown unknown\n");
    CHECK(report.outlines({"HB-2"}).size() == 1);
    CHECK(report.outlines({"HB-9"}).empty());
    const auto some = report.table("evidence", "en", {"HB-1"});
    REQUIRE(some);
    CHECK(some->rows > 0);
    const auto& of = some->columns[3];
    REQUIRE(of.name == "requirement");
    CHECK(std::all_of(of.text.begin(), of.text.end(), [](const std::string& id) { return id == "HB-1"; }));
    CHECK(report.table("gaps", "en", {"HB-1", "HB-2"})->rows == report.table("gaps", "en")->rows);
    CHECK_FALSE(report.table("verdict", "en", {"HB-1"}));
}

TEST_CASE("the constants of a requirement are those of its rule and of what that calls") {
    const auto rules = compiled();
    const auto constants = rules.constants("HB-3");
    REQUIRE(constants.size() == 2);
    CHECK(constants[0].type == brecha::FieldType::enumeration);
    CHECK(constants[0].text == "drafted");
    CHECK_FALSE(constants[1].type);  // a parameter
    CHECK(constants[1].text == "minimum_drills");
    CHECK(rules.constants("HB-1").empty());
    CHECK(rules.constants("HB-9").empty());
}

TEST_CASE("the constants of a protocol are the lengths that its steps are held against") {
    const auto rules = brecha::compile({{"calls.brecha", R"(
ruleset calls 1 {
  title "Calls"
  uses core 1
  source S { title "S" }
  parameter longest = 2 hours
  protocol C-1 {
    title "A call"
    shall
    source S "1"
    answered by p in plan.procedures
    step answer
    step report after answer within 15 minutes lasts 10 minutes to longest
  }
}
)"}});
    REQUIRE(rules);
    std::string shown;
    for (const auto& one : rules->constants("C-1")) shown += (one.type ? "" : "parameter ") + one.text + "\n";
    CHECK(shown == "15 minutes\n10 minutes\nparameter longest\n");
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
    for (const auto& question : unread.questions("es"))
        asked = asked || question.question == "¿En qué etapa está el plan?";
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
        CHECK(row.used_as == brecha::UsedAs::fails);
        CHECK(row.document == "survey");
        CHECK(row.page == "3");
        CHECK(row.kind == brecha::EvidenceKind::survey);
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
    CHECK(one[0].truth == brecha::Truth::fails);
    const std::function<bool(const brecha::Proof&)> reaches = [&](const brecha::Proof& proof) {
        return proof.place == "officers/north/trained" ||
               std::any_of(proof.because.begin(), proof.because.end(), reaches);
    };
    CHECK(std::any_of(one[0].because.begin(), one[0].because.end(), reaches));
    const std::function<bool(const brecha::Proof&)> said_twice = [&](const brecha::Proof& proof) {
        return (proof.because.size() == 1 && proof.because[0].text == proof.text &&
                proof.because[0].truth == proof.truth) ||
               std::any_of(proof.because.begin(), proof.because.end(), said_twice);
    };
    for (const char* id : {"HB-1", "HB-2", "HB-3"})
        for (const auto& proof : report.why(id)) CHECK_FALSE(said_twice(proof));
    CHECK(report.why("HB-1").size() == 3);
    CHECK(report.why("HB-9").empty());
    CHECK(report.why("HB-1", "officers/west").empty());
}

TEST_CASE("why has the rule's words with the reader's keywords") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    const std::function<bool(const brecha::Proof&, std::string_view)> says = [&](const brecha::Proof& proof,
                                                                                 std::string_view words) {
        return proof.text.find(words) != std::string::npos ||
               std::any_of(proof.because.begin(), proof.because.end(),
                           [&](const brecha::Proof& inner) { return says(inner, words); });
    };
    const auto said = [&](const char* language, std::string_view words) {
        return says(report.why("HB-2", std::nullopt, language).front(), words);
    };
    CHECK(said("en", "some one in plan.officers : one.rank = first"));
    CHECK(said("es", "algún one en plan.officers : one.rank = first"));
    CHECK(said("pt", "algum one em plano.officers : one.rank = first"));
    CHECK(said("fr", "quelque one dans plan.officers : one.rank = first"));
    // The same rules written in Spanish are read in English.
    const auto spanish = brecha::compile({{"harbour.brecha", *brecha::format("harbour.brecha", rules_text, "es")}},
                                         {.shipped = "no folder"});
    REQUIRE(spanish);
    const auto again = assessed(*spanish, read(*spanish));
    CHECK(says(again.why("HB-2", std::nullopt, "en").front(), "some one in plan.officers : one.rank = first"));
    CHECK(says(again.why("HB-2", std::nullopt, "es").front(), "algún one en plan.officers"));
}

TEST_CASE("a gap without a text of its own does not read like what should be") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules, R"({"stage": "drafted", "drills": []})"));
    const auto message = [&](const char* language) {
        for (const auto& gap : report.gaps(language))
            if (gap.requirement == "HB-3") return gap.message;
        return std::string();
    };
    CHECK(message("en") == "Not met: Enough drills are held");
    CHECK(message("es") == "No se cumple: Se hacen bastantes simulacros");
    CHECK(message("pt") == "Não se cumpre: Enough drills are held");
    CHECK(message("fr") == "Non satisfait : Enough drills are held");
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
    CHECK(report.hash() != assessed(rules, plan, {.as_of = brecha::Date{2026, 1, 16}}).hash());
    CHECK(report.hash() !=
          assessed(rules, plan, {.as_of = brecha::Date{2026, 1, 15}, .parameters = {{"minimum_drills", "3"}}}).hash());
    CHECK(report.hash() != assessed(rules, read(rules, plan_text, {.name = "harbour.json", .read = "part"})).hash());
    CHECK(report.hash() ==
          assessed(rules, plan, {.as_of = brecha::Date{2026, 1, 15}, .parameters = {{"minimum_drills", "2"}}}).hash());
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
    CHECK(assessed(rules, plan).verdict("HB-3") == Verdict::met);
    const auto three =
        assessed(rules, plan, {.as_of = brecha::Date{2026, 1, 15}, .parameters = {{"minimum_drills", "3"}}});
    CHECK(three.verdict("HB-3") == Verdict::not_met);
    CHECK(three.parameters() == std::vector<std::pair<std::string, std::string>>{{"minimum_drills", "3"}});
    const auto wrong = rules.assess(
        plan, {.as_of = brecha::Date{2026, 1, 15}, .parameters = {{"minimum_drill", "3"}, {"minimum_drills", "many"}}});
    CHECK_FALSE(wrong);
    REQUIRE(wrong.diagnostics().size() == 2);
    CHECK(wrong.diagnostics()[0].code == "B510");
    CHECK(wrong.diagnostics()[1].code == "B511");
}

TEST_CASE("an assessment needs a date, and one that there is") {
    const auto rules = compiled();
    const auto plan = read(rules);
    for (const brecha::AssessOptions& options :
         {brecha::AssessOptions{}, brecha::AssessOptions{.as_of = brecha::Date{}},
          brecha::AssessOptions{.as_of = brecha::Date{2026, 2, 30}}}) {
        const auto report = rules.assess(plan, options);
        CHECK_FALSE(report);
        REQUIRE(report.diagnostics().size() == 1);
        CHECK(report.diagnostics()[0].code == "B513");
        CHECK_FALSE(rules.verdicts({plan}, options));
    }
}

TEST_CASE("a NUL in a host's text is a control character, as it is in JSON, and what follows it stays") {
    const auto rules = compiled();
    brecha::PlanBuilder builder(rules);
    builder.set("officers/north/name", std::string("No\0rth", 6)).set("officers/north/trained", false);
    const auto built = builder.read();
    const auto read_text =
        rules.read_plan(R"({"officers": [{"id": "north", "name": "No\u0000rth", "trained": false}]})");
    REQUIRE(built);
    REQUIRE(read_text);
    for (const auto* plan : {&*built, &*read_text}) {
        REQUIRE(plan->notes().size() == 1);
        CHECK(plan->notes()[0].code == "P204");
        CHECK(plan->notes()[0].place == "officers/north/name");
    }
}

TEST_CASE("statements from before the day since when facts count are missing, outdated") {
    const auto rules = compiled();
    brecha::PlanBuilder builder(rules);
    builder.set("stage", "preparing").evidence("stage", "as_of", brecha::Date{2019, 5, 17});
    const auto plan = builder.read();
    REQUIRE(plan);
    const auto since = [&](brecha::Date day) {
        return assessed(rules, *plan, {.as_of = brecha::Date{2026, 1, 15}, .facts_since = day});
    };
    CHECK(since({2019, 5, 17}).verdict("HB-3") == Verdict::not_applicable);
    CHECK(assessed(rules, *plan).verdict("HB-3") == Verdict::not_applicable);
    const auto report = since({2019, 5, 18});
    CHECK(report.verdict("HB-3") == Verdict::unknown);
    CHECK(report.facts_since() == brecha::Date{2019, 5, 18});
    CHECK(report.hash() != assessed(rules, *plan).hash());
    const auto missing = report.missing("es");
    const auto stage =
        std::find_if(missing.begin(), missing.end(), [](const brecha::Missing& row) { return row.place == "stage"; });
    REQUIRE(stage != missing.end());
    CHECK(stage->why == brecha::Why::outdated);
    CHECK(stage->value == "preparing");
    CHECK(stage->question == "¿Sigue siendo así? ¿En qué etapa está el plan? (2019-05-17: preparing)");
    CHECK(assessed(rules, *plan).findings().back().oldest == brecha::Date{2019, 5, 17});
    CHECK_FALSE(assessed(rules, read(rules)).findings().front().oldest);
    const auto wrong =
        rules.assess(*plan, {.as_of = brecha::Date{2026, 1, 15}, .facts_since = brecha::Date{2019, 2, 30}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.diagnostics().front().code == "B513");
}

TEST_CASE("a language is one of four, however its tag is written") {
    CHECK(brecha::languages().size() == 4);
    CHECK(brecha::Language("ES") == brecha::Language("es-CR"));
    CHECK(brecha::Language(std::string("pt_BR")).tag() == "pt");
    CHECK_THROWS_AS(brecha::Language("xx"), std::invalid_argument);
    CHECK_THROWS_AS(compiled().title(""), std::invalid_argument);
    REQUIRE(brecha::language_named("fr"));
    CHECK(brecha::language_named("fr")->tag() == "fr");
    const auto wrong = brecha::language_named("spanihs");
    CHECK_FALSE(wrong);
    REQUIRE(wrong.diagnostics().size() == 1);
    CHECK(wrong.diagnostics()[0].code == "B110");
    CHECK(brecha::render(wrong.diagnostics(), "en") ==
          "B110  \"spanihs\" is none of the languages\n  help: did you mean es?\n");
}

TEST_CASE("a code is its word and back") {
    STATIC_REQUIRE(to_text(Verdict::partly_met) == "partly_met");
    STATIC_REQUIRE(brecha::code_named<Verdict>("not_applicable") == Verdict::not_applicable);
    STATIC_REQUIRE_FALSE(brecha::code_named<Verdict>("gap").has_value());
    STATIC_REQUIRE(to_text(brecha::Standing::unstated).empty());
    std::ostringstream shown;
    shown << Verdict::not_met << ' ' << brecha::Why::may_be_more;
    CHECK(shown.str() == "not_met may_be_more");
}

TEST_CASE("the instruments are there by title, and a requirement's clauses name them") {
    const auto rules = compiled();
    const auto sources = rules.sources("es");
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].id == "HANDBOOK");
    CHECK(sources[0].title == "Harbour handbook");
    CHECK(sources[0].publisher == "Harbour office");
    CHECK(sources[0].date == "2024-01-15");
    CHECK(sources[0].standing == brecha::Standing::guidance);
    const auto requirement = rules.requirements()[1];
    REQUIRE(requirement.citations.size() == 1);
    CHECK(to_text(requirement.citations[0]) == "HANDBOOK section 2");
    CHECK(requirement.citations[0].source_title == "Harbour handbook");
    CHECK(requirement.citations[0].reading == brecha::Reading::heading);
}

TEST_CASE("requirements, findings and rows are counted apart") {
    const auto rules = compiled();
    const auto report = assessed(rules, read(rules));
    const auto summary = report.summary();
    CHECK(summary.gaps == 1);
    CHECK(summary.findings == static_cast<std::int32_t>(report.findings().size()));
    CHECK(summary.gap_findings == static_cast<std::int32_t>(report.gaps().size()));
    CHECK(summary.unknown_findings == 3);
    const auto verdicts = rules.verdicts({report.plan()}, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(verdicts);
    for (std::size_t index = 0; index < verdicts->requirements.size(); ++index)
        CHECK(verdicts->at(0, index) == report.verdict(verdicts->requirements[index]));
}

TEST_CASE("plans that cannot be read come back with why, the others are read") {
    const auto rules = compiled();
    const auto plans = rules.read_plans(
        {{"a.json", "{}"}, {"b.json", "{\"stage\" \"drafted\"}"}, {"c.json", "{\"stage\": \"drafted\"}"}});
    REQUIRE(plans.size() == 3);
    CHECK(plans[0]);
    CHECK_FALSE(plans[1]);
    CHECK(plans[2]);
    CHECK(plans[2]->name() == "c.json");
    REQUIRE(plans[1].diagnostics().size() == 1);
    CHECK(plans[1].diagnostics()[0].code == "P601");
    CHECK(plans[1].diagnostics()[0].line == 1);
    CHECK_FALSE(rules.read_plan("{}", {.name = "d.json", .read = "wholly"}));
    const auto batch = rules.assess(std::vector{*plans[0], *plans[2]}, {.as_of = brecha::Date{2026, 1, 15}});
    REQUIRE(batch.size() == 2);
    CHECK(batch[1]->to_json() ==
          assessed(rules, read(rules, "{\"stage\": \"drafted\"}", {.name = "c.json"})).to_json());
    const auto other = compiled();
    const auto foreign = other.assess(*plans[0], {.as_of = brecha::Date{2026, 1, 15}});
    CHECK_FALSE(foreign);
    CHECK(foreign.diagnostics()[0].code == "B952");
    CHECK(
        brecha::render(foreign.diagnostics(), "en") ==
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
    const std::pair<std::string, Verdict> met{"HB-1", Verdict::met};
    CHECK(std::find(report.not_reached.begin(), report.not_reached.end(), met) != report.not_reached.end());
}

TEST_CASE("a host can draw a form from the vocabulary") {
    const auto info = compiled().vocabulary("es");
    REQUIRE(info.entities.size() == 3);
    const auto& plan = info.entities[0];
    CHECK(plan.root);
    CHECK(plan.fields[0].name == "stage");
    CHECK(plan.fields[0].type == brecha::FieldType::enumeration);
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
    CHECK(info.entities[2].fields[2].type == brecha::FieldType::reference);
    CHECK(info.entities[2].fields[2].entity == "Officer");
}

TEST_CASE("a blank plan is silent about everything and has nothing that cannot be used") {
    const auto rules = compiled();
    const auto plan = read(rules, rules.blank_plan("en"));
    CHECK(plan.notes().empty());
    const auto report = assessed(rules, plan);
    for (const auto& row : report.findings()) CHECK(row.verdict == Verdict::unknown);
    CHECK(rules.blank_plan("en").find("At which stage is the plan? preparing | drafted | approved") !=
          std::string::npos);
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
    for (const auto& row : report.findings())
        shown += row.requirement + " " + row.subject.value_or("-") + " " + std::string(to_text(row.verdict)) + "\n";
    CHECK(shown == "HB-1 officers/a~1b not_met\nHB-1 officers/north not_met\nHB-2 - not_met\nHB-3 - met\n");
    brecha::PlanBuilder none(rules);
    none.set_list("officers", {}).add("drills");
    CHECK(none.json() == "{\n  \"officers\": [],\n  \"drills\": []\n}\n");
}

TEST_CASE("values of a host are exact, or told at their place") {
    const auto rules = brecha::compile(
        {{"v.brecha",
          "vocabulary v 1 { entity Plan root { title text  n number  tags list of text } }\n"
          "ruleset r 1 { uses v 1 source S { title \"s\" }\n"
          "  requirement A-1 { title \"t\" shall source S \"1\" require plan.title is given }\n"
          "  requirement A-2 { title \"n\" shall source S \"1\" require plan.n = 18446744073709551615 } }\n"}});
    REQUIRE(rules);
    const auto told = [&](const auto& fill) {
        brecha::PlanBuilder builder(*rules);
        builder.set("title", "x");
        fill(builder);
        const auto plan = builder.read();
        REQUIRE(plan);
        std::string shown;
        for (const auto& note : plan->notes()) shown += note.code + ' ' + note.place + ' ';
        const auto report = rules->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
        REQUIRE(report);
        return shown + std::string(to_text(report->findings()[0].verdict)) + ' ' +
               std::string(to_text(report->findings()[1].verdict));
    };
    CHECK(told([](auto& b) {
              b.set_list("tags", {"polic\xED"
                                  "a",
                                  "b"});
          }) == "P201 tags/[0] met unknown");
    CHECK(told([](auto& b) { b.set("n", std::numeric_limits<double>::infinity()); }) == "P201 n met unknown");
    CHECK(told([](auto& b) { b.set("n", std::numeric_limits<double>::quiet_NaN()); }) == "P201 n met unknown");
    CHECK(told([](auto& b) { b.set("n", std::numeric_limits<std::uint64_t>::max()); }) == "met met");
    CHECK(told([](auto& b) { b.set("n", brecha::PlanValue::exactly("0.30")); }) == "met not_met");
    CHECK(told([](auto& b) { b.set("n", brecha::PlanValue::exactly("3 apples")); }) == "P201 n met unknown");
    CHECK(told([](auto& b) { b.set("", "y"); }) == "P101  met unknown");
    CHECK(told([](auto& b) { b.set("title", "y"); }) == "P602 title unknown unknown");
    CHECK(told([](auto& b) { b.set("title", "x"); }) == "met unknown");
    CHECK(told([](auto& b) { b.set("title/part", "y"); }) == "P602 title unknown unknown");
}

TEST_CASE("a plan as a tree is what its values say") {
    const auto rules = compiled();
    brecha::PlanTree tree;
    tree.begin_object({1, 1})
        .key("stage", {1, 1})
        .plain("drafted", {1, 8})
        .key("titel", {2, 1})
        .value("x", {2, 8})
        .end();
    const auto plan = rules.read_plan(tree, {.name = "plan.yaml"});
    REQUIRE(plan);
    REQUIRE(plan->notes().size() == 1);
    CHECK(plan->notes()[0].code == "P101");
    CHECK(plan->notes()[0].line == 2);
    brecha::PlanTree refused;
    refused.refuse("YAML", {{"en", "no colon"}, {"es", "faltan dos puntos"}}, {3, 5});
    const auto none = rules.read_plan(refused, {.name = "plan.yaml"});
    REQUIRE_FALSE(none);
    CHECK(none.diagnostics()[0].code == "P601");
    CHECK(none.diagnostics()[0].line == 3);
    CHECK(none.diagnostics()[0].message("en") == "not YAML at line 3, column 5: no colon");
    CHECK(none.diagnostics()[0].message("es") == "no es YAML en la línea 3, columna 5: faltan dos puntos");
    CHECK(none.diagnostics()[0].message("fr").ends_with("no colon"));  // no words of its own: the first that there are
    refused.refuse("YAML", {}, {3, 5});
    CHECK(rules.read_plan(refused).diagnostics()[0].message("en") == "not YAML at line 3, column 5");
    CHECK(rules.read_plan(brecha::PlanTree()).diagnostics()[0].code == "P601");
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
                const auto again = rules.assess(*rules.read_plan(plan_text, {.name = "harbour.json"}),
                                                {.as_of = brecha::Date{2026, 1, 15}});
                if (!again || again->to_json("es") != expected) ++wrong;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("findings that are read one by one are those of the list") {
    const auto rules = compiled();
    for (const std::string& text :
         {std::string(plan_text),
          std::string(R"({"officers": [{"id": "north", "trained": false}, {"id": "east"}]})")}) {
        const auto report = assessed(rules, read(rules, text));
        const auto rows = report.finding_rows("es");
        const auto all = assessed(rules, read(rules, text)).findings("es");
        REQUIRE(rows.size() == all.size());
        REQUIRE(rows.size() > 3);
        std::size_t row = 0;
        for (const brecha::Finding& made : rows) {
            const brecha::Finding& listed = all[row];
            INFO(listed.requirement);
            CHECK(rows.requirement(row) == listed.requirement);
            CHECK(rows.result(row).verdict == listed.verdict);
            CHECK(rows.result(row).is_gap == listed.is_gap);
            CHECK(made.requirement == listed.requirement);
            CHECK(made.subject.value_or("none") == listed.subject.value_or("none"));
            CHECK(made.reason == listed.reason);
            CHECK(made.message == listed.message);
            CHECK(made.title == listed.title);
            CHECK(made.guessed == listed.guessed);
            CHECK(made.newest == listed.newest);
            ++row;
        }
        CHECK(row == all.size());
        CHECK_THROWS_AS(rows[row], std::out_of_range);
        CHECK_THROWS_AS(rows.result(row), std::out_of_range);
    }
    // They keep the assessment.
    auto kept = assessed(rules, read(rules)).finding_rows();
    CHECK(kept[0].requirement == kept.requirement(0));
}

TEST_CASE("findings are the same whether the whole picture is there or is made for them alone") {
    const auto rules = compiled();
    // The second has neither evidence nor defaults: no place is looked for that its rows would not show.
    for (const std::string& text :
         {std::string(plan_text),
          std::string(R"({"officers": [{"id": "north", "trained": false}, {"id": "east"}]})")}) {
        for (const brecha::Language language : {"en", "es"}) {
            const auto alone = assessed(rules, read(rules, text)), whole = assessed(rules, read(rules, text));
            (void)whole.to_json(language);
            for (const bool parts : {false, true}) {
                const auto rows = alone.findings(language, parts), others = whole.findings(language, parts);
                const auto table = alone.table(parts ? "parts" : "findings", language),
                           other = whole.table(parts ? "parts" : "findings", language);
                REQUIRE(rows.size() == others.size());
                CHECK(table->rows == rows.size());
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    INFO(rows[row].requirement << " " << rows[row].part);
                    CHECK(rows[row].reason == others[row].reason);
                    CHECK(rows[row].message == others[row].message);
                    CHECK(rows[row].guessed == others[row].guessed);
                    CHECK(rows[row].newest == others[row].newest);
                }
                for (std::size_t column = 0; column < table->columns.size(); ++column) {
                    INFO(table->columns[column].name);
                    CHECK(table->columns[column].valid == other->columns[column].valid);
                    CHECK(table->columns[column].text == other->columns[column].text);
                    CHECK(table->columns[column].int32 == other->columns[column].int32);
                    CHECK(table->columns[column].boolean == other->columns[column].boolean);
                    CHECK(table->columns[column].texts == other->columns[column].texts);
                }
            }
        }
    }
}
