#include "catch.hpp"

#include "model/parameter.hpp"

using namespace brecha::model;

namespace {

/// A ruleset with parameters of each type; nothing else of it is read.
Ruleset rules() {
    Ruleset ruleset;
    ruleset.name = "sample";
    ruleset.vocabulary.enumerations.push_back(countries());
    Enumeration body;
    body.name = "Body";
    for (const char* word : {"police", "army", "customs"}) body.values.push_back({word, {}});
    ruleset.vocabulary.enumerations.push_back(body);
    ruleset.vocabulary.units.push_back({"m", decimal_one, {{"m", 1}}, {}});
    ruleset.vocabulary.units.push_back({"km", 1000 * decimal_one, {{"m", 1}}, {}});
    ruleset.vocabulary.units.push_back({"persons", decimal_one, {{"persons", 1}}, {}});
    const auto add = [&](const char* name, TypeKind kind, auto change) {
        Parameter parameter;
        parameter.name = name;
        parameter.type.kind = kind;
        change(parameter.type);
        ruleset.parameters.push_back(std::move(parameter));
    };
    add("number", TypeKind::number, [](Type&) {});
    add("whole", TypeKind::number, [](Type& type) { type.integer = true; });
    add("distance", TypeKind::number, [](Type& type) { type.unit = 1; });
    add("share", TypeKind::percent, [](Type&) {});
    add("window", TypeKind::duration, [](Type&) {});
    add("start", TypeKind::date, [](Type&) {});
    add("alarm", TypeKind::moment, [](Type&) {});
    add("name", TypeKind::text, [](Type&) {});
    add("names", TypeKind::text, [](Type& type) { type.list = true; });
    add("strict", TypeKind::yes_no, [](Type&) {});
    add("body", TypeKind::enumeration, [](Type& type) { type.of = 1; });
    add("bodies", TypeKind::enumeration, [](Type& type) { type.of = 1, type.list = true; });
    add("country", TypeKind::enumeration, [](Type& type) { type.of = country_enumeration; });
    return ruleset;
}

/// The value as it is shown again; a diagnostic's code where it is wrong.
std::string round(const std::string& name, const std::string& value) {
    const Ruleset ruleset = rules();
    const ParameterValue read = read_parameter(ruleset, name, value);
    if (!read.value) return read.diagnostics.empty() ? "nothing said" : read.diagnostics.front().code;
    return constant_text(ruleset, *read.value, ruleset.parameters[read.parameter].type);
}

}  // namespace

TEST_CASE("a parameter's value is read as a rule would write it") {
    CHECK(round("number", "3") == "3");
    CHECK(round("number", " 200_000.5 ") == "200000.5");
    CHECK(round("number", "-3") == "-3");
    CHECK(round("whole", "12") == "12");
    CHECK(round("share", "30%") == "30%");
    CHECK(round("window", "6 months") == "6 months");
    CHECK(round("window", "P2W") == "2 weeks");
    CHECK(round("start", "2026-01-15") == "2026-01-15");
    CHECK(round("alarm", "2026-01-15T08:30-06:00") == "2026-01-15T08:30-06:00");
    CHECK(round("strict", "yes") == "yes");
    CHECK(round("body", "army") == "army");
    CHECK(round("bodies", "{police, customs}") == "{police, customs}");
    CHECK(round("bodies", "values of Body") == "{police, army, customs}");
    CHECK(round("bodies", "{\"police\", \"customs\"}") == "{police, customs}");
    CHECK(round("bodies", "{\"\\\"police\\\"\"}") == "B511");
    CHECK(round("start", "\"2026-01-15\"") == "2026-01-15");
    CHECK(round("names", "{\"risk\", \"two words\"}") == "{\"risk\", \"two words\"}");
    CHECK(round("country", "CR") == "CR");
}

TEST_CASE("a moment at midnight without an offset is a date, as data frames have them") {
    CHECK(round("start", "2026-01-15T00:00") == "2026-01-15");
    CHECK(round("start", "2026-01-15T00:00:00") == "2026-01-15");
    CHECK(round("start", "2026-01-15T00:01") == "B511");
    CHECK(round("start", "2026-01-15T00:00Z") == "B511");
}

TEST_CASE("a number that may be a thousand or one is refused, and both are named") {
    for (const char* value : {"1.000", "12.500", "1.000 km"}) CHECK(round("distance", value) == "B511");
    CHECK(round("number", "1.000") == "B511");
    CHECK(round("window", "1.000 days") == "B511");
    CHECK(round("number", "1.5") == "1.5");
    CHECK(round("number", "0.500") == "0.5");
    CHECK(round("number", "12.345") == "12.345");
    const Ruleset ruleset = rules();
    const auto told = read_parameter(ruleset, "number", "1.000").diagnostics.front();
    CHECK(told.message.in("en") == "\"1.000\" for the parameter number may be 1 or 1000");
    CHECK(told.help.in("es") == "escriba 1 o 1000, según lo que quiera decir");
}

TEST_CASE("what is no value at all is told of the parameter, not of a file") {
    for (const char* value : {"\"x\" {", "}", "", "3 }", "1 parameter other = 2", "#"}) {
        CHECK(round("number", value) == "B511");
        CHECK(round("bodies", value) == "B511");
    }
}

TEST_CASE("a number without its unit counts in the parameter's own, another unit is converted") {
    CHECK(round("distance", "3") == "3 km");
    CHECK(round("distance", "3 km") == "3 km");
    CHECK(round("distance", "1500 m") == "1.5 km");
    CHECK(round("distance", "3 persons") == "B511");
}

TEST_CASE("a text may go with or without quotes, and what is shown can be given again") {
    CHECK(round("name", "Plan \"A\"") == "\"Plan \\\"A\\\"\"");
    CHECK(round("name", "\"Plan A\"") == "\"Plan A\"");
    CHECK(round("name", round("name", "Plan \"A\"")) == round("name", "Plan \"A\""));
}

TEST_CASE("a wrong value says what would be right") {
    CHECK(round("whole", "2.5") == "B511");
    CHECK(round("share", "30") == "B511");
    CHECK(round("body", "navy") == "B511");
    CHECK(round("bodies", "police") == "B511");
    CHECK(round("start", "2026") == "B511");
    CHECK(round("number", "plan.stage") == "B511");
    CHECK(round("number", "count({1, 2})") == "B511");
    CHECK(round("number", "3 parameter other = 4") != "3");
    const Ruleset ruleset = rules();
    const auto body = read_parameter(ruleset, "body", "navy").diagnostics.front();
    CHECK(body.message.in("en") == "\"navy\" is no value for the parameter body");
    CHECK(body.help.in("en") == "write one of police, army, customs");
    CHECK(body.help.in("es") == "escriba uno de police, army, customs");
}

TEST_CASE("text that cannot be read is answered where it is wrong") {
    const Ruleset ruleset = rules();
    for (const char* text : {"", "{", "}", "(((", "\"open", "3 +", "} ruleset other 1 {", "# comment", "{police"}) {
        const ParameterValue read = read_parameter(ruleset, "bodies", text);
        CHECK_FALSE(read.value.has_value());
        REQUIRE_FALSE(read.diagnostics.empty());
        for (const auto& diagnostic : read.diagnostics) CHECK(diagnostic.span.end <= read.shown.size());
    }
}

TEST_CASE("a parameter that is not there is answered with the nearest name") {
    const Ruleset ruleset = rules();
    const auto diagnostic = read_parameter(ruleset, "windo", "6 months").diagnostics.front();
    CHECK(diagnostic.code == "B510");
    CHECK(diagnostic.message.in("en") == "sample has no parameter \"windo\"");
    CHECK(diagnostic.help.in("en") == "did you mean window?");
}
