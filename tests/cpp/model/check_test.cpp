// What checked rules look like: names resolved, sugar gone, parts and depths counted.
#include "catch.hpp"

#include "grammar/case_file.hpp"
#include "model/load.hpp"
#include "model/print.hpp"
#include "model/sha256.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace brecha;
using model::Checked;
using model::Expression;
using model::Operation;
using model::Ruleset;

namespace {

const std::string folder = std::string(BRECHA_SOURCE_DIR) + "/tests/cases/check/";

model::LoadOptions alone() {
    model::LoadOptions options;
    options.shipped = "";
    return options;
}

/// A ruleset with these lines, in the vocabulary of the cases.
Checked ruleset_with(const std::string& lines, const std::string& month_end = "month_end last_day") {
    return model::load_texts({{"rules.brecha", "ruleset shown 1 {\n title en \"Shown\"\n uses things 1\n " + month_end +
                                                   "\n source S { title en \"s\" }\n" + lines + "\n}\n"},
                              {"vocabulary.brecha", test::file_text(folder + "vocabulary.brecha")}},
                             alone());
}

Checked requirement_with(const std::string& lines) {
    return ruleset_with("requirement R-1 { title en \"One\" shall source S \"1\"\n" + lines + "\n}");
}

const Ruleset& rules(const Checked& checked) {
    for (const auto& diagnostic : checked.diagnostics)
        if (diagnostic.severity == grammar::Severity::error)
            FAIL(diagnostic.code << " " << diagnostic.message.in("en"));
    REQUIRE(checked.ruleset != nullptr);
    return *checked.ruleset;
}

/// The expression in prefix form: operation(operands), names for variables, fields and values.
std::string shown(const Expression& expression, const Ruleset& ruleset) {
    const auto inner = [&] {
        std::string text;
        for (const Expression& operand : expression.operands)
            text += (text.empty() ? "" : ", ") + shown(operand, ruleset);
        return text;
    };
    switch (expression.operation) {
        case Operation::plan: return "plan";
        case Operation::variable: {
            const std::string& name = ruleset.variables[static_cast<std::size_t>(expression.index)].name;
            return name.empty() ? "_" : name;
        }
        case Operation::field:
            return shown(expression.operands.front(), ruleset) + "." +
                   ruleset.vocabulary.entities[static_cast<std::size_t>(expression.operands.front().type.of)]
                       .fields[static_cast<std::size_t>(expression.index)]
                       .name;
        case Operation::number: return model::decimal_to_text(expression.number);
        case Operation::truth: return expression.number != 0 ? "yes" : "no";
        case Operation::text: return "\"" + expression.text + "\"";
        case Operation::date: return model::day_to_text(static_cast<model::Day>(expression.number));
        case Operation::duration: return model::duration_to_text(static_cast<model::Duration>(expression.number));
        case Operation::enumeration_value:
            return ruleset.vocabulary.enumerations[static_cast<std::size_t>(expression.type.of)]
                .values[static_cast<std::size_t>(expression.index)]
                .word;
        case Operation::parameter: return ruleset.parameters[static_cast<std::size_t>(expression.index)].name;
        case Operation::call:
            return ruleset.definitions[static_cast<std::size_t>(expression.index)].name + "(" + inner() + ")";
        default: break;
    }
    std::string text(model::operation_name(expression));
    if (expression.variable >= 0) {
        const std::string& name = ruleset.variables[static_cast<std::size_t>(expression.variable)].name;
        text += "[" + (name.empty() ? "_" : name) + (expression.has_condition ? " where" : "") +
                (expression.has_body ? " body" : "") + "]";
    }
    return text + "(" + inner() + ")";
}

std::string clause(const std::string& text) {
    const Checked checked = requirement_with("each a in plan.agencies allow empty\nrequire " + text);
    const Ruleset& ruleset = rules(checked);
    return shown(ruleset.requirements.front().clauses.front().condition, ruleset);
}

std::string codes(const Checked& checked) {
    std::string text;
    for (const auto& diagnostic : checked.diagnostics) text += (text.empty() ? "" : " ") + diagnostic.code;
    return text;
}

}  // namespace

TEST_CASE("sugar is gone from checked rules") {
    CHECK(clause("a.name is missing") == "not(given(a.name))");
    CHECK(clause("a.joined_on between 2020-01-01 and plan.approved_on") ==
          "and(at_most(2020-01-01, a.joined_on), at_most(a.joined_on, plan.approved_on))");
    CHECK(clause("a.joined_on within 6 months after plan.approved_on") ==
          "and(at_most(plan.approved_on, a.joined_on), at_most(a.joined_on, add(plan.approved_on, 6 months)))");
    CHECK(clause("a.joined_on within 6 months before plan.approved_on") ==
          "and(at_most(subtract(plan.approved_on, 6 months), a.joined_on), at_most(a.joined_on, plan.approved_on))");
    CHECK(
        clause("a.joined_on within 1 week of plan.approved_on") ==
        "and(at_most(subtract(plan.approved_on, 1 week), a.joined_on), at_most(a.joined_on, add(plan.approved_on, 1 week)))");
    CHECK(clause("a.joined_on at least 60 days before plan.approved_on") ==
          "at_most(a.joined_on, subtract(plan.approved_on, 60 days))");
    CHECK(clause("a.joined_on at least 60 days after plan.approved_on") ==
          "at_most(add(plan.approved_on, 60 days), a.joined_on)");
    CHECK(clause("a.sector is one of {public, private}") == "contains(list_literal(public, private), a.sector)");
    CHECK(clause("a.sector is not one of {public}") == "not(contains(list_literal(public), a.sector))");
    CHECK(clause("a.topics contains risk") == "contains(a.topics, risk)");
    CHECK(clause("no r in plan.risks : r.owner = a") == "not(some[r body](plan.risks, equal(r.owner, a)))");
    CHECK(clause("some r in plan.risks where r.owner = a") == "some[r where](plan.risks, equal(r.owner, a))");
    CHECK(clause("at least 2 r in plan.risks where r.owner = a : r.likelihood > 3") ==
          "at_most(2, count[r where](plan.risks, and(equal(r.owner, a), less(3, r.likelihood))))");
    CHECK(clause("at most 2 r in plan.risks : r.owner = a") ==
          "at_most(count[r where](plan.risks, equal(r.owner, a)), 2)");
    CHECK(clause("exactly 2 r in plan.risks where r.owner = a") ==
          "equal(count[r where](plan.risks, equal(r.owner, a)), 2)");
    CHECK(clause("plan.risks.hazard contains fire") == "contains(list[_ body](plan.risks, _.hazard), fire)");
    CHECK(clause("plan.agencies.topics contains risk") == "contains(list[_ body](plan.agencies, _.topics), risk)");
    CHECK(clause("max(plan.agreements.signed_on) >= a.joined_on") ==
          "at_most(a.joined_on, largest[_ body](list[_ body](plan.agreements, _.signed_on), _))");
    CHECK(clause("count(plan.agencies) != 3") == "not(equal(count[_](plan.agencies), 3))");
    CHECK(clause("max(1, count(a.topics)) > 2") == "less(2, larger(1, count[_](a.topics)))");
    CHECK(clause("plan.stage >= reviewed") == "at_most(reviewed, plan.stage)");
    CHECK(clause("not a.licensed or a.licensed = no") == "or(not(a.licensed), equal(a.licensed, no))");
    CHECK(clause("a.name starts with \"x\" and a.name matches \"x-*\"") ==
          "and(starts_with(a.name, \"x\"), matches(a.name))");
    CHECK(clause("-1 < plan.budget - 3") == "less(-1, subtract(plan.budget, 3))");
    CHECK(clause("plan.searches[bag, 2].rate >= 10%") == "at_most(10, element(plan.searches, bag, 2).rate)");
    CHECK(clause("every t in values of Topic : a.topics contains t") ==
          "every[t body](enumeration_values(), contains(a.topics, t))");
    CHECK(clause("some t in {risk, medical} : a.topics contains t") ==
          "some[t body](list_literal(risk, medical), contains(a.topics, t))");
    CHECK(clause("(a.joined_on otherwise plan.approved_on) < 2024-01-01") ==
          "less(otherwise(a.joined_on, plan.approved_on), 2024-01-01)");
    CHECK(clause("plan.agreements.signed_on at most 18 months apart since plan.approved_on until assessment_date") ==
          "apart(list[_ body](plan.agreements, _.signed_on), 18 months, plan.approved_on, assessment_date())");
}

TEST_CASE("an if decides whether a part is owed at the top of a clause, and is an implication inside") {
    CHECK(clause("if a.licensed then a.name is given") == "owed_if(a.licensed, given(a.name))");
    CHECK(clause("a.name is given unless a.licensed") == "owed_if(not(a.licensed), given(a.name))");
    CHECK(clause("(if a.licensed then if a.name is given then a.topics is given)") ==
          "owed_if(a.licensed, owed_if(given(a.name), given(a.topics)))");
    CHECK(clause("not (if a.licensed then a.name is given)") == "not(implies(a.licensed, given(a.name)))");
    CHECK(clause("if a.licensed then a.name is given else a.topics is given") ==
          "choose(a.licensed, given(a.name), given(a.topics))");
    CHECK(clause("if a.licensed then a.joined_on due within 30 days after plan.approved_on") ==
          "owed_if(a.licensed, due_within(a.joined_on, 30 days, plan.approved_on))");
    CHECK(clause("if a.licensed then a.topics covers {risk}") ==
          "owed_if(a.licensed, covers(a.topics, list_literal(risk)))");
    const Checked forbidden =
        requirement_with("each a in plan.agencies allow empty\nforbid a.licensed unless a.name is given");
    CHECK(shown(rules(forbidden).requirements.front().clauses.front().condition, *forbidden.ruleset) ==
          "owed_if(not(given(a.name)), not(a.licensed))");
}

TEST_CASE("bare words are values of the other side's type") {
    CHECK(clause("plan.country = NO") == "equal(plan.country, NO)");
    CHECK(clause("risk = Topic.risk") == "equal(risk, risk)");
    CHECK(clause("(if a.licensed then risk else training) = medical") ==
          "equal(choose(a.licensed, risk, training), medical)");
    CHECK(clause("some x in plan.activities : x.kind = drill") ==
          "some[x body](plan.activities, equal(x.kind, drill))");
    CHECK(clause("some x in plan.activities : x.kind = Activity.kind.drill") ==
          "some[x body](plan.activities, equal(x.kind, drill))");
}

TEST_CASE("units are turned into base units") {
    CHECK(clause("some s in plan.sites : s.distance > 2.5 km") == "some[s body](plan.sites, less(2500, s.distance))");
    CHECK(clause("some s in plan.sites : s.standing / s.area <= 2 persons/m2") ==
          "some[s body](plan.sites, at_most(divide(s.standing, s.area), 2))");
    CHECK(clause("some s in plan.sites : s.distance / 500 m >= 3") ==
          "some[s body](plan.sites, at_most(3, divide(s.distance, 500)))");
    CHECK(clause("some s in plan.sites : amount(s.distance, km) = 3") ==
          "some[s body](plan.sites, equal(amount(s.distance), 3))");
    CHECK(codes(requirement_with("require some s in plan.sites : s.distance * s.distance > s.area")) == "");
    CHECK(codes(requirement_with("require some s in plan.sites : s.distance > s.area")) == "B301");
}

TEST_CASE("a condition knows how many subjects must be bound to decide it") {
    const Checked checked = requirement_with(
        "when plan.stage >= drafted\neach a in plan.agencies allow empty\nlet first = a.topics\nwhen first is given\neach r in "
        "plan.risks where r.owner = a\nlet both = r.likelihood\nwhen both > 2\nrequire a.licensed");
    const model::Requirement& requirement = rules(checked).requirements.front();
    REQUIRE(requirement.conditions.size() == 3);
    CHECK(requirement.conditions[0].depth == 0);
    CHECK(requirement.conditions[1].depth == 1);
    CHECK(requirement.conditions[2].depth == 2);
    CHECK(requirement.subjects.size() == 2);
    CHECK(requirement.lets.size() == 2);
}

TEST_CASE("what a subject says of a let is written out") {
    const Checked checked = requirement_with(
        "let early = plan.agencies\nlet mine = early\neach a in mine where count(early) > 1 allow empty\nrequire a.licensed");
    const model::Subject& subject = rules(checked).requirements.front().subjects.front();
    CHECK(shown(subject.list, *checked.ruleset) == "plan.agencies");
    CHECK(shown(*subject.condition, *checked.ruleset) == "less(1, count[_](plan.agencies))");
}

TEST_CASE("parts have the ids that are written, or their number") {
    const auto parts = [](const std::string& lines) {
        const Checked checked = requirement_with(lines);
        std::string text;
        for (const model::Clause& one : rules(checked).requirements.front().clauses) text += "[" + one.part + "]";
        return text;
    };
    CHECK(parts("require plan.name is given") == "[]");
    CHECK(parts("require .a plan.name is given") == "[.a]");
    CHECK(parts("require plan.name is given require plan.stage is given") == "[#1][#2]");
    CHECK(parts("require .1 plan.name is given require plan.stage is given require .2.b plan.country is given") ==
          "[.1][#1][.2.b]");
}

TEST_CASE("a group's lines come before a requirement's own, which replace some of them") {
    const Checked checked = ruleset_with(
        R"(group g { theme safety should source S "all" when plan.stage >= drafted each a in plan.agencies allow empty gap en "group {a.name}"
        requirement A-1 { title en "a" each r in plan.risks require a.licensed or r.owner = a }
        requirement A-2 { title en "b" shall theme other source S "2" when plan.name is given require a.licensed gap en "own" } })");
    const Ruleset& ruleset = rules(checked);
    const model::Requirement &first = ruleset.requirements[0], &second = ruleset.requirements[1];
    CHECK(first.theme == "safety");
    CHECK(first.group == "g");
    CHECK(first.modality == model::Modality::should);
    CHECK(first.subjects.size() == 2);
    CHECK(first.citations.size() == 1);
    CHECK(first.citations.front().clause == "all");
    REQUIRE(first.gaps.size() == 1);
    CHECK(first.gaps.front().templates.front().pieces.size() == 2);
    CHECK(second.theme == "other");
    CHECK(second.modality == model::Modality::shall);
    CHECK(second.citations.size() == 1);
    CHECK(second.citations.front().clause == "2");
    CHECK(second.conditions.size() == 2);
    REQUIRE(second.gaps.size() == 1);
    CHECK(second.gaps.front().templates.front().pieces.front().text == "own");
    CHECK(ruleset.variables[static_cast<std::size_t>(first.subjects[0].variable)].name == "a");
    CHECK(first.subjects[0].variable != second.subjects[0].variable);
}

TEST_CASE("texts hold words, values, and what fails or is open") {
    const Checked checked = requirement_with(
        "require plan.topics covers {risk}\ngap en \"{plan.name} lacks {missing}, not known {open} {{x}}\" es \"{plan.name}: "
        "{faltantes}\"");
    const model::Message& gap = rules(checked).requirements.front().gaps.front();
    REQUIRE(gap.templates.size() == 2);
    const auto& pieces = gap.templates[0].pieces;
    REQUIRE(pieces.size() == 6);
    CHECK(pieces[0].value);
    CHECK(pieces[1].text == " lacks ");
    CHECK(pieces[2].failing);
    CHECK(pieces[4].open);
    CHECK(pieces[5].text == " {x}");
    CHECK(gap.templates[1].language == "es");
    CHECK(gap.templates[1].pieces.back().failing);
}

TEST_CASE("a table's rows are items of an entity of their own") {
    const Checked checked =
        ruleset_with(R"(table bands by crowd: number in persons at least -> integer { [0] 0 [5000] 1 }
        table people by country, year -> { victims integer population integer } { [CR, 2016] 578, 4_900_000 [PA, 2016] 440 }
        requirement A-1 { title en "a" shall source S "1" each s in plan.sites allow empty require bands[s.standing] <= people[plan.country, 2016].victims }
        requirement A-2 { title en "b" shall source S "1" each p in people where p.year = 2016 require p.victims > 0 })");
    const Ruleset& ruleset = rules(checked);
    REQUIRE(ruleset.tables.size() == 2);
    const model::Table& bands = ruleset.tables[0];
    CHECK(bands.single_value);
    CHECK(bands.banded == std::vector<bool>{true});
    const model::Entity& row = ruleset.vocabulary.entities[ruleset.tables[1].entity];
    CHECK(row.table_row);
    CHECK(row.key == std::vector<std::uint32_t>{0, 1});
    CHECK(row.fields.size() == 4);
    CHECK(ruleset.tables[1].rows ==
          std::vector<std::vector<std::string>>{{"\"CR\"", "2016", "578", "4900000"}, {"\"PA\"", "2016", "440", ""}});
    CHECK(shown(ruleset.requirements[0].clauses[0].condition, ruleset) ==
          "at_most(table_row(s.standing).value, table_row(plan.country, 2016).victims)");
    CHECK(ruleset.requirements[1].subjects[0].list.operation == Operation::table_rows);
}

TEST_CASE("a table can be read from a CSV file") {
    const std::string rules_text =
        "ruleset shown 1 {\n uses things 1\n source S { title \"s\" }\n table people by country, year -> { victims integer note "
        "text } from \"data/people.csv\"\n"
        " requirement A-1 { title \"a\" shall source S \"1\" require people[plan.country, 2016].victims > 3 }\n}\n";
    const auto with = [&](const std::string& csv) {
        return model::load_texts({{"rules.brecha", rules_text},
                                  {"vocabulary.brecha", test::file_text(folder + "vocabulary.brecha")},
                                  {"data/people.csv", csv}},
                                 alone());
    };
    const Checked right = with("year,country,note,victims\r\n2016,CR,\"a \"\"quoted\"\", note\",578\n2017,CRI,,\n");
    CHECK(rules(right).tables[0].rows ==
          std::vector<std::vector<std::string>>{{"\"CR\"", "2016", "578", "\"a \\\"quoted\\\", note\""},
                                                {"\"CR\"", "2017", "", ""}});
    CHECK(codes(with("year,country,note\n2016,CR,x\n")) == "B333");
    CHECK(codes(with("year,country,note,victims\n2016,XX,,1\n2016,CR,,many\n")) == "B333 B333");
    CHECK(codes(with("year,country,note,victims\n2016,CR,,1\n2016,CR,,2\n")) == "B333");
    CHECK(codes(with("")) == "B333");
    CHECK(codes(with("year;country;note;victims\n2016;CR;;1\n")) == "B333");
    CHECK(codes(with("year,country,note,victims\n2016,CR,1\n")) == "B333");
    CHECK(codes(with("year,country,note,victims\n2016,CR,Jos\xE9,1\n")) == "B333");
    CHECK(codes(with("year,country,note,victims\n2016,CR,a\x1B,1\n")) == "B333");
    CHECK(codes(with("year,country,note,victims,note\n2016,CR,a,1,b\n")) == "B333");
    CHECK(codes(with("year,country,note,victims\n2016,CR,a,1.000\n")) == "B336");
    CHECK(right.ruleset->sha256 != with("year,country,note,victims\n2016,CR,,577\n").ruleset->sha256);
}

TEST_CASE("a file outside the ruleset's folder is not read") {
    const std::string rules_text =
        "ruleset shown 1 {\n uses things 1\n source S { title \"s\" }\n table people by name: text -> text from "
        "\"../secret.csv\"\n requirement A-1 { title \"a\" shall source S \"1\" require plan.name is given }\n}\n";
    CHECK(codes(model::load_texts({{"a/rules.brecha", rules_text},
                                   {"a/vocabulary.brecha", test::file_text(folder + "vocabulary.brecha")},
                                   {"secret.csv", "name,value\na,b\n"}},
                                  alone())) == "B333");
}

TEST_CASE("a ruleset that reads the date says so") {
    CHECK_FALSE(rules(requirement_with("require plan.name is given")).reads_assessment_date);
    CHECK(rules(requirement_with("require plan.approved_on <= assessment_date")).reads_assessment_date);
    CHECK(rules(requirement_with("require plan.approved_on due within 1 month after plan.adopted_on"))
              .reads_assessment_date);
}

TEST_CASE("parameters have a value, or wait for one") {
    const Checked checked = ruleset_with(
        "parameter least = 2 { title en \"least\" source S \"2\" }\nparameter window: duration\nparameter kinds = {risk, "
        "medical}\nrequirement A-1 { title en \"a\" shall source S \"1\" require count(plan.topics) >= least and "
        "plan.review_every <= window and plan.topics covers kinds }");
    const Ruleset& ruleset = rules(checked);
    REQUIRE(ruleset.parameters.size() == 3);
    CHECK(ruleset.parameters[0].values.front().value.number == 2 * model::decimal_one);
    CHECK(ruleset.parameters[0].citations.size() == 1);
    CHECK(ruleset.parameters[1].values.empty());
    CHECK(ruleset.parameters[2].type.list);
}

TEST_CASE("layout, comments and the language of keywords do not change the hash, a word does") {
    const auto hash = [](const std::string& text) {
        const Checked checked = model::load_texts(
            {{"rules.brecha", text}, {"vocabulary.brecha", test::file_text(folder + "vocabulary.brecha")}}, alone());
        return rules(checked).sha256;
    };
    const std::string plain = hash(
        "ruleset shown 1 { uses things 1 source S { title \"s\" } requirement A-1 { title \"a\" shall source S \"1\" require "
        "plan.name is given } }");
    CHECK(plain.size() == 64);
    CHECK(plain ==
          hash("# a comment\nruleset shown 1 {\n  uses things 1\n  source S { title \"s\" }\n\n  requirement A-1 { "
               "title \"a\" shall source S \"1\"\n    require plan.name is given }\n}\n"));
    CHECK(plain ==
          hash("language es\nreglamento shown 1 { usa things 1 fuente S { título \"s\" } requisito A-1 { título \"a\" "
               "deberá fuente S \"1\" exigir plan.name está dado } }"));
    CHECK(plain !=
          hash("ruleset shown 1 { uses things 1 source S { title \"s\" } requirement A-1 { title \"a\" shall source S "
               "\"1\" require plan.stage is given } }"));
    CHECK(model::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(model::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(model::sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the checked ruleset prints as JSON") {
    const Checked checked = requirement_with(
        "each a in plan.agencies where a.licensed allow empty\nrequire .1 count(a.topics) >= 2\ngap en \"{a.name}\"");
    const auto json = nlohmann::json::parse(model::to_json(rules(checked)));
    CHECK(json["name"] == "shown");
    CHECK(json["vocabulary"]["enumerations"][0]["values"].size() == 249);
    const auto& requirement = json["requirements"][0];
    CHECK(requirement["clauses"][0]["part"] == ".1");
    CHECK(requirement["clauses"][0]["condition"]["operation"] == "at_most");
    CHECK(requirement["clauses"][0]["condition"]["operands"][0]["number"] == "2");
    CHECK(requirement["subjects"][0]["ending"] == "if_any");
    CHECK(requirement["subjects"][0]["condition"]["operation"] == "field");
    CHECK(requirement["gaps"][0]["templates"][0]["pieces"][0]["value"]["operation"] == "field");
}

TEST_CASE("long sums of numbers are added as a flat tree, other long chains are refused") {
    std::string sum = "plan.budget", product = "plan.budget", dates = "plan.approved_on";
    for (int i = 0; i < 3000; ++i) sum += i % 3 == 2 ? " - 1" : " + 1";
    for (int i = 0; i < 300; ++i) {
        product += " * 1";
        dates += " + 1 days";
    }
    const Checked checked = requirement_with("require " + sum + " > 0");
    std::size_t deepest = 0;
    const std::function<void(const Expression&, std::size_t)> look = [&](const Expression& expression,
                                                                         std::size_t depth) {
        deepest = std::max(deepest, depth);
        for (const Expression& operand : expression.operands) look(operand, depth + 1);
    };
    look(rules(checked).requirements.front().clauses.front().condition, 0);
    CHECK(deepest < 20);
    CHECK(codes(requirement_with("require " + product + " > 0")) == "B329");
    CHECK(codes(requirement_with("require " + dates + " > plan.adopted_on")) == "B329");
}

TEST_CASE("sugar that doubles what it is given does not grow without bound") {
    std::string date = "plan.approved_on";
    for (int i = 0; i < 40; ++i)
        date = "(if " + date + " within 1 day of plan.adopted_on then plan.approved_on else plan.adopted_on)";
    const std::string found = codes(requirement_with("require " + date + " > 2020-01-01"));
    CHECK(found.starts_with("B329"));
    CHECK(found.find_first_not_of("B329 ") == std::string::npos);
    std::string lets = "let a0 = count(plan.agencies)\n";
    for (int i = 1; i < 60; ++i)
        lets += "let a" + std::to_string(i) + " = a" + std::to_string(i - 1) + " + a" + std::to_string(i - 1) + "\n";
    CHECK(codes(requirement_with(lets + "each a in plan.agencies where a59 > 1 allow empty\nrequire a.licensed")) ==
          "B329");
}

TEST_CASE("files that belong together are found in a folder, in other folders, and among the shipped ones") {
    namespace fs = std::filesystem;
    std::string pattern = (fs::temp_directory_path() / "brecha-load-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    const fs::path base = pattern;
    const auto write = [&](const std::string& name, const std::string& text) {
        fs::create_directories((base / name).parent_path());
        std::ofstream(base / name, std::ios::binary) << text;
    };
    const std::string vocabulary = "vocabulary small 1.2 { entity Plan root { name text } }\n";
    const std::string rules_text =
        "ruleset shown 1 { uses small 1 source S { title \"s\" } requirement A-1 { title \"a\" shall source S \"1\" require "
        "plan.name is given } }\n";
    write("shipped/small/vocabulary.brecha", vocabulary);
    write("shipped/shown/rules.brecha", rules_text);
    write("shipped/shown/cases.brecha", "tests for shown { case \"x\" { plan { } expect A-1 unknown } }\n");
    write("shipped/shown/plans/ignored.brecha", "this is no ruleset");
    write("own/rules/rules.brecha", rules_text);
    write("other/words.brecha", vocabulary);
    model::LoadOptions options;
    options.shipped = (base / "shipped").string();

    const Checked by_name = model::load("shown", options);
    CHECK(rules(by_name).name == "shown");
    CHECK(by_name.tests.size() == 1);
    CHECK(rules(model::load((base / "own").string(), options)).vocabulary.version == "1.2");
    CHECK(rules(model::load((base / "own/rules/rules.brecha").string(), options)).requirements.size() == 1);
    CHECK(model::shipped_names(options) == std::vector<std::string>{"shown", "small"});
    write("shipped/propio/reglas.brecha", "# uses small\nlanguage es\n  reglamento propio 1 { }\n");
    CHECK(model::shipped_rulesets(options) == std::vector<std::string>{"propio", "shown"});
    fs::remove_all(base / "shipped/propio");

    // Of the shipped ones, the folder of a name goes before all others.
    write("shipped/another/words.brecha", "vocabulary small 1.3 { entity Plan root { name text } }\n");
    CHECK(rules(model::load((base / "own").string(), options)).vocabulary.version == "1.2");
    fs::remove_all(base / "shipped/small");
    CHECK(codes(model::load((base / "own").string(), options)) == "");
    CHECK(rules(model::load((base / "own").string(), options)).vocabulary.version == "1.3");
    write("shipped/third/words.brecha", vocabulary);
    CHECK(codes(model::load((base / "own").string(), options)) == "B134");  // found twice
    fs::remove_all(base / "shipped/another");

    options.shipped = "";
    CHECK(codes(model::load((base / "own").string(), options)) == "B134");
    options.search = {(base / "other").string()};
    CHECK(rules(model::load((base / "own").string(), options)).name == "shown");
    options.search.push_back((base / "shipped").string());
    const Checked twice = model::load((base / "own").string(), options);
    CHECK(codes(twice) == "B134");
    CHECK(twice.diagnostics.front().message.in("en").find("found twice") != std::string::npos);
    CHECK(codes(model::load("shwon", options)) == "B134");
    CHECK(codes(model::load((base / "nowhere").string(), options)) == "B134");

    write(
        "two/a.brecha",
        "ruleset a 1 { uses small 1 source S { title \"s\" } requirement A-1 { title \"a\" shall source S \"1\" require "
        "plan.name is given } }\n");
    write(
        "two/b.brecha",
        "ruleset b 1 { uses small 1 source S { title \"s\" } requirement A-1 { title \"a\" shall source S \"1\" require "
        "plan.name is given } }\n");
    options.search = {(base / "other").string()};
    CHECK(codes(model::load((base / "two").string(), options)) == "B144");
    options.ruleset = "b";
    CHECK(rules(model::load((base / "two").string(), options)).name == "b");
    options.ruleset = "c";
    CHECK(codes(model::load((base / "two").string(), options)) == "B134");
    fs::remove_all(base);
}

TEST_CASE("the shipped rulesets check without a message") {
    model::LoadOptions options;
    options.shipped = std::string(BRECHA_SOURCE_DIR) + "/rulesets";
    const std::vector<std::string> names = model::shipped_names(options);
    REQUIRE(names.size() >= 3);
    for (const std::string& name : names) {
        INFO(name);
        const Checked checked = model::load(name, options);
        CHECK(codes(checked) == "");
        if (name != "core") CHECK(checked.ruleset != nullptr);
    }
}
