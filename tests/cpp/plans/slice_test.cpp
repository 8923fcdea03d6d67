#include "plans/slice.hpp"

#include "catch.hpp"

#include <string>

using namespace brecha::plans;

namespace {

/// activities: a list of { kind text  held_on date  score number  done yes_no }; topics: a list of texts.
brecha::model::Vocabulary vocabulary() {
    using brecha::model::TypeKind;
    brecha::model::Vocabulary made;
    const auto field = [](std::string name, TypeKind kind, bool list = false, std::int32_t of = -1) {
        brecha::model::Field result;
        result.name = std::move(name);
        result.type.kind = kind;
        result.type.list = list;
        result.type.of = of;
        return result;
    };
    made.entities.resize(2);
    made.entities[0].add_field(field("activities", TypeKind::item, true, 1));
    made.entities[0].add_field(field("topics", TypeKind::text, true));
    made.entities[1].add_field(field("kind", TypeKind::text));
    made.entities[1].add_field(field("held_on", TypeKind::date));
    made.entities[1].add_field(field("score", TypeKind::number));
    made.entities[1].add_field(field("done", TypeKind::yes_no));
    return made;
}

/// The place in its one form; "no slice" where it names none.
std::string one_form(const std::string& place) {
    const auto parts = split_slice(place);
    if (!parts) return "no slice";
    const brecha::model::Vocabulary made = vocabulary();
    const auto& list = made.entities[0].fields[parts->list == "topics" ? 1 : 0];
    return place_of_slice(parts->list, canonical(*slice_from_text(parts->slice), made, list));
}

}  // namespace

TEST_CASE("a slice has one form, however it is written") {
    const std::vector<std::pair<std::string, std::string>> forms = {
        {"activities[kind=fire]", "activities[kind=fire]"},
        {"activities[ kind = fire ]", "activities[kind=fire]"},
        {"activities[kind=fire, held_on=2024]", "activities[held_on=2024-01-01..2024-12-31, kind=fire]"},
        {"activities[held_on=2024-02]", "activities[held_on=2024-02-01..2024-02-29]"},
        {"activities[held_on<=2024-12-31,held_on>=2024-01-01]", "activities[held_on=2024-01-01..2024-12-31]"},
        {"activities[held_on=2024-05-01..2024-05-01]", "activities[held_on=2024-05-01]"},
        {"activities[held_on>=2024]", "activities[held_on>=2024-01-01]"},
        {"activities[held_on>2024]", "activities[held_on>2024-12-31]"},
        {"activities[held_on<2024]", "activities[held_on<2024-01-01]"},
        {"activities[held_on<=2024-05]", "activities[held_on<=2024-05-31]"},
        {"activities[held_on=2023..2024]", "activities[held_on=2023-01-01..2024-12-31]"},
        {"activities[score=5.0..10.50]", "activities[score=5..10.5]"},
        {"activities[done=true]", "activities[done=yes]"},
        {"activities[kind=fire, kind=fire]", "activities[kind=fire]"},
        {"sites/s1/activities[kind=fire]", "sites/s1/activities[kind=fire]"},
        {"topics[fire]", "topics[fire]"},
        {"topics[=fire]", "topics[fire]"},
        {R"(topics["fire, smoke"])", R"(topics["fire, smoke"])"},
        {R"(topics["fire"])", "topics[fire]"},
        {"topics[fire brigade]", R"(topics["fire brigade"])"},
        {R"(topics["a ""b"" [c]"])", R"(topics["a ""b"" [c]"])"},
        {R"(topics["..", "a=b"])", R"(topics["..", "a=b"])"},
        {R"(topics[""])", R"(topics[""])"},
        {"topics[a~1b~0c]", "topics[a~1b~0c]"},
        {"topics[a/b]", "topics[a~1b]"},
    };
    for (const auto& [written, expected] : forms) {
        INFO(written);
        CHECK(one_form(written) == expected);
        CHECK(one_form(expected) == expected);
    }
}

TEST_CASE("what is no slice") {
    for (const std::string place :
         {"activities", "activities/[3]", "[3]", "activities[]", "activities[kind=]", "activities[kind=fire",
          "activities[kind=fire,]", "activities[kind==fire]", "activities[kind=a..]", R"(topics["fire])",
          "activities[kind>=a..b]", "activities[kind=a b=c]"}) {
        INFO(place);
        CHECK(one_form(place) == "no slice");
    }
}
