#include "catch.hpp"

#include "report/test_cases.hpp"

#include "sample_view.hpp"

using namespace sample;
using namespace brecha::report;
namespace model = brecha::model;

namespace {

View checked_plan() {
    auto parts =
        requirement("PF-16.3", {finding("sites/a", {cell(Truth::holds, {}, ".1"), cell(Truth::fails, {}, ".2/sex"),
                                                    cell(Truth::holds, {}, ".2/age")}),
                                finding("sites/b", {cell(Truth::holds, {}, ".1"), cell(Truth::holds, {}, ".2/sex"),
                                                    cell(Truth::holds, {}, ".2/age")})});
    parts.information.was = {"PF-9"};
    return view(
        {parts,
         requirement("UNS-08", {finding({}, {cell(Truth::holds, {}, "screening"),
                                             cell(Truth::unknown, {missing("title", "Plan", "title")}, "training")})}),
         requirement("TS-01", {finding({}, {cell(Truth::unknown, {missing("title", "Plan", "title")})})}),
         requirement("TS-02", {finding({}, {cell(Truth::fails)})}, Modality::may)});
}

model::Expectation verdict(const std::string& id, const std::string& word, std::vector<std::string> subjects = {},
                           std::vector<std::string> places = {}) {
    model::Expectation expectation;
    expectation.ids = {id};
    expectation.verdict = word;
    expectation.subjects = std::move(subjects);
    expectation.missing = std::move(places);
    return expectation;
}

model::Expectation gaps(std::vector<std::string> ids, bool only) {
    model::Expectation expectation;
    expectation.kind = model::Expectation::Kind::gaps;
    expectation.ids = std::move(ids);
    expectation.only = only;
    return expectation;
}

std::vector<std::string> unmet(const model::Expectation& expectation, Language language = "en") {
    model::Case test;
    test.expectations = {expectation};
    View checked = checked_plan();
    checked.language = language;
    return unmet_expectations(checked, test);
}

}  // namespace

TEST_CASE("a verdict is the requirement's, one subject's, or one part's") {
    CHECK(unmet(verdict("PF-16.3", "partly_met")).empty());
    CHECK(unmet(verdict("PF-9", "partly_met")).empty());
    CHECK(unmet(verdict("PF-16.3", "met", {"sites/b"})).empty());
    CHECK(unmet(verdict("PF-16.3", "partly_met", {"sites/a"})).empty());
    CHECK(unmet(verdict("PF-16.3.1", "met")).empty());
    CHECK(unmet(verdict("PF-16.3.2", "partly_met")).empty());
    CHECK(unmet(verdict("PF-16.3.2/sex", "not_met", {"sites/a"})).empty());
    CHECK(unmet(verdict("UNS-08/screening", "met")).empty());
    CHECK(unmet(verdict("TS-01", "unknown", {}, {"title"})).empty());
    CHECK(unmet(verdict("TS-01", "unknown", {""}, {"title"})).empty());
}

TEST_CASE("an expectation that is not met says what came and why") {
    CHECK(unmet(verdict("TS-01", "met")) ==
          std::vector<std::string>{"expected TS-01 met; it is unknown: title (not stated)"});
    CHECK(unmet(verdict("TS-01", "met"), "es") ==
          std::vector<std::string>{"se esperaba TS-01 cumplido; está desconocido: title (no consta)"});
    CHECK(unmet(verdict("TS-01", "met"), "pt") ==
          std::vector<std::string>{"esperava-se TS-01 cumprido; está desconhecido: title (não consta)"});
    CHECK(unmet(verdict("TS-01", "met"), "fr") ==
          std::vector<std::string>{"TS-01 satisfaite était attendue ; elle est inconnue: title (non indiqué)"});
    CHECK(unmet(verdict("PF-16.3", "met", {"sites/a"})) ==
          std::vector<std::string>{"expected PF-16.3 met for sites/a; it is partly_met"});
    CHECK(unmet(verdict("PF-16.3", "met", {"sites/c"})) ==
          std::vector<std::string>{"PF-16.3 has no finding for \"sites/c\"; it has for sites/a, sites/b"});
    CHECK(unmet(verdict("TS-01", "unknown", {}, {"stage"})) ==
          std::vector<std::string>{"expected TS-01 to miss stage; it misses title"});
    CHECK(unmet(verdict("TS-99", "met")) == std::vector<std::string>{"there is no requirement TS-99"});
    CHECK(unmet(verdict("PF-16.3.7", "met")) == std::vector<std::string>{"there is no requirement PF-16.3.7"});
}

TEST_CASE("gaps are at least those named, with `only` exactly those") {
    CHECK(unmet(gaps({"PF-16.3"}, false)).empty());
    CHECK(unmet(gaps({"PF-16.3"}, true)).empty());
    CHECK(unmet(gaps({"PF-16.3.2"}, true)).empty());
    CHECK(unmet(gaps({"TS-01"}, false)) ==
          std::vector<std::string>{"expected a gap at TS-01; it is unknown: title (not stated)"});
    CHECK(unmet(gaps({"TS-02"}, false)) ==
          std::vector<std::string>{"expected a gap at TS-02; it is not_met"});  // an option is never a gap
    model::Expectation none;
    none.kind = model::Expectation::Kind::no_gaps;
    CHECK(unmet(none) == std::vector<std::string>{"expected no gaps; there are PF-16.3 (sites/a)"});
}

TEST_CASE("what no case reaches is listed, without what cannot be reached") {
    model::Ruleset ruleset;
    model::Requirement single, several;
    single.id = "TS-01";
    single.clauses.resize(1);
    several.id = "PF-16.3";
    several.clauses.resize(2);
    several.clauses[0].part = ".1";
    several.clauses[1].part = ".2";
    several.conditions.resize(1);
    ruleset.requirements = {single, several};
    Coverage coverage(ruleset);
    coverage.add(checked_plan());
    CHECK(coverage.reached().verdicts == 3 + 4 + 2 * 2);
    using Pairs = std::vector<std::pair<std::string, Verdict>>;
    CHECK(coverage.reached().not_reached == Pairs{{"TS-01", Verdict::met},
                                                  {"TS-01", Verdict::not_met},
                                                  {"PF-16.3", Verdict::unknown},
                                                  {"PF-16.3", Verdict::not_applicable},
                                                  {"PF-16.3.1", Verdict::not_met}});
}

TEST_CASE("of a protocol's parts each is reached by itself, and that it can be carried out is never met") {
    model::Ruleset ruleset;
    model::Protocol& protocol = ruleset.protocols.emplace_back();
    model::Requirement& asked = ruleset.requirements.emplace_back();
    asked.id = "BT-1";
    for (const auto& [part, kind] :
         {std::pair("inform", model::PartKind::there), std::pair("inform/by", model::PartKind::by),
          std::pair("runs", model::PartKind::runs)}) {
        model::Clause& clause = asked.clauses.emplace_back();
        clause.part = part;
        clause.condition.operation = model::Operation::procedure_part;
        clause.condition.index = 0;
        clause.condition.number = static_cast<model::Decimal>(protocol.parts.size());
        protocol.parts.emplace_back().kind = kind;
    }
    Coverage coverage(ruleset);
    coverage.add(view({requirement(
        "BT-1", {finding("procedures/a", {cell(Truth::holds, {}, "inform"), cell(Truth::fails, {}, "inform/by")})})}));
    using Pairs = std::vector<std::pair<std::string, Verdict>>;
    CHECK(coverage.reached().not_reached == Pairs{{"BT-1", Verdict::met},
                                                  {"BT-1", Verdict::unknown},
                                                  {"BT-1/inform", Verdict::not_met},
                                                  {"BT-1/inform/by", Verdict::met},
                                                  {"BT-1/runs", Verdict::not_met}});
}
