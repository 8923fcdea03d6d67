#include "model/sha256.hpp"
#include "plans/sample_schema.hpp"

#include "catch.hpp"

using namespace brecha;
using namespace brecha::plans;
using namespace brecha::plans::test;
using Places = std::vector<std::string>;

namespace {

grammar::Diagnostic refusal(std::string_view text) {
    reading::PlanSource plan;
    plan.name = "plan.json";
    plan.text = text;
    const reading::ReadPlans result = reading::read_plans(sample_schema(), {plan});
    INFO(text);
    CHECK_FALSE(result.plans);
    CHECK(result.accepted.empty());
    REQUIRE(result.refused[0].size() == 1);
    CHECK(result.refused[0][0].code == "P601");
    CHECK(result.refused[0][0].file == "plan.json");
    CHECK_FALSE(result.refused[0][0].message.in("es").empty());
    return result.refused[0][0];
}
std::string refused(std::string_view text) { return refusal(text).message.in("en"); }

}  // namespace

TEST_CASE("an unknown field is told with the nearest name, and nothing under it is read") {
    const auto plans = read(
        "{\"agencies\": [{\"id\": \"a\",\n  \"particpates\": {\"id\": [1, {\"x\": 2}]}, \"pat\": []}], \"évidence\": 1}");
    const auto& notes = plans->records[0].notes;
    REQUIRE(note_places(*plans) == Places{"P101 agencies/a/particpates", "P101 agencies/a/pat", "P101 évidence"});
    CHECK(notes[0].message.in("en") == "unknown field \"particpates\", ignored");
    CHECK(notes[0].message.in("es") == "campo desconocido \"particpates\", se ignora");
    CHECK(notes[0].help.in("en") == "did you mean \"part\"?");
    CHECK(notes[0].pointer == "/agencies/0/particpates");
    CHECK(notes[0].severity == grammar::Severity::warning);
    CHECK(notes[0].line == 2);
    CHECK(notes[0].column == 3);
    CHECK(notes[1].help.in("en") == "did you mean \"part\"?");
    CHECK(note(*read(R"({"zzzzzzzzzz": 1})"), "P101").help.in("en") ==
          "Plan has: title, country, stage, approved_on, agencies, venues, lead, tags, …");
}

TEST_CASE("an unknown field of many items is told once") {
    const auto plans = read(R"({"agencies": [{"colour": 1}, {"colour": 2}, {"colour": 3}, {"id": "x"}], "colour": 1})");
    CHECK(note_places(*plans) == Places{"P101 agencies/[0]/colour", "P101 colour"});
    CHECK(plans->records[0].notes[0].message.in("en") == "unknown field \"colour\", ignored; and 2 more places");
    CHECK(plans->records[0].notes[1].message.in("en") == "unknown field \"colour\", ignored");
}

TEST_CASE("places use keys that come after what they name") {
    CHECK(note_places(*read(R"({"agencies": [{"sector": "zz", "id": "late"}]})")) ==
          Places{"P201 agencies/late/sector"});
}

TEST_CASE("notes come in order of place in the text, columns in letters") {
    const auto plans = read(
        "{\"evidence\": {\"titel\": {}},\n\"title\": \"ñandú\", \"stage\": 3, \"lead\": \"x\",\n  \"urgent\" : \"?\"}");
    const auto& notes = plans->records[0].notes;
    CHECK(note_places(*plans) == Places{"P502 titel", "P201 stage", "P301 lead", "P201 urgent"});
    CHECK(notes[0].line == 1);
    CHECK(notes[0].column == 15);
    CHECK(notes[1].line == 2);
    CHECK(notes[1].column == 28);
    CHECK(notes[3].line == 3);
    CHECK(notes[3].column == 14);
}

TEST_CASE("a tree without positions: notes carry pointers only, and the hash is over canonical JSON") {
    reading::SpelledPlan spelled;
    reading::Tree& tree = spelled.tree;
    std::uint32_t spot = 0;
    tree.begin_object(++spot);
    tree.key("title", ++spot);
    tree.scalar(Node::Kind::text, "x", ++spot);
    tree.key("agencies", ++spot);
    tree.begin_list(++spot);
    for (int i = 0; i < 2; ++i) {
        tree.begin_object(++spot);
        tree.key("id", ++spot);
        tree.scalar(Node::Kind::text, "a", ++spot);
        tree.end();
    }
    tree.end();
    tree.key("title", ++spot);
    tree.scalar(Node::Kind::text, "y", ++spot);
    tree.end();
    reading::PlanSource source;
    source.name = "plan";
    source.tree = &spelled;
    const auto plans = reading::read_plans(sample_schema(), {source}).plans;
    REQUIRE(plans);
    CHECK(plans->records[0].sha256.digits() == model::sha256(R"({"agencies":[{"id":"a"},{"id":"a"}],"title":null})"));
    CHECK(note_places(*plans) == Places{"P302 agencies/[0]/id", "P302 agencies/[1]/id", "P602 title"});
    for (const Note& one : plans->records[0].notes) {
        CHECK(one.line == 0);
        CHECK(one.column == 0);
        CHECK(!one.pointer.empty());
    }
}

TEST_CASE("a key twice in one object: the same value is no matter, different ones count as missing") {
    const auto plans = read(
        "{\"stage\": \"drafted\",\n\"title\": \"x\", \"title\": \"x\", \"cost\": 1, \"cost\": 1.0,\n\"stage\": \"approved\",\n\"agencies\": [{\"id\": \"a\", "
        "\"id\": \"a\", \"name\": \"n\"}], \"agencies\": [{\"name\": \"n\", \"id\": \"a\"}],\n"
        "\"tags\": [\"a\"], \"tags\": [], \"office\": {}, \"office\": {\"city\": \"x\"}, \"office\": 3, \"zz\": 1, \"zz\": 2}");
    CHECK(cell(*plans, "Plan", "stage") == "missing (invalid)");
    CHECK(cell(*plans, "Plan", "title") == "x");
    CHECK(cell(*plans, "Plan", "cost") == "1");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 1)");
    CHECK(list(*plans, "Plan", "tags") == "absent (invalid)");
    CHECK(cell(*plans, "Plan", "office") == "missing (invalid)");
    CHECK(plans->table(entity(*plans, "Agency")).rows == 1);
    CHECK(plans->table(entity(*plans, "Office")).rows == 0);
    const auto& notes = plans->records[0].notes;
    REQUIRE(note_places(*plans) == Places{"P602 stage", "P602 tags", "P602 office", "P101 zz"});
    CHECK(notes[0].message.in("en") == "\"stage\" is given twice (lines 1 and 3); they differ, counts as missing");
    CHECK(notes[0].message.in("es") == "\"stage\" se da dos veces (líneas 1 y 3); difieren, cuenta como ausente");
    CHECK(notes[0].help.in("en") == "keep one");
    CHECK(notes[2].message.in("en") == "\"office\" is given several times (line 5); they differ, counts as missing");
}

TEST_CASE("a huge number and a key twice in one plan") {
    const auto plans = read(R"({"cost": 1e999, "title": "a", "title": "b", "officers": 2})");
    CHECK(cell(*plans, "Plan", "cost") == "missing (invalid)");
    CHECK(cell(*plans, "Plan", "title") == "missing (invalid)");
    CHECK(cell(*plans, "Plan", "officers") == "2");
    CHECK(note_places(*plans) == Places{"P201 cost", "P602 title"});
}

TEST_CASE("text that is no JSON is refused with line, column and what was expected") {
    CHECK(refused("") == "not JSON at line 1, column 1: expected {, a plan is one object");
    CHECK(refused("  \n ") == "not JSON at line 2, column 2: expected {, a plan is one object");
    CHECK(refused("{\n  \"title\": \"x\"\n  \"stage\": 1}") == "not JSON at line 3, column 3: expected , or }");
    CHECK(refused("{\"tags\": [\"a\" \"b\"]}") == "not JSON at line 1, column 15: expected , or ]");
    CHECK(refused("{\"tags\": [1 2]}") == "not JSON at line 1, column 13: expected , or ]");
    CHECK(refused("{\"title\" \"x\"}") == "not JSON at line 1, column 10: expected :");
    CHECK(refused("{\"title\": }") == "not JSON at line 1, column 11: expected a value");
    CHECK(refused("{\"title\": \"x\",}") == "not JSON at line 1, column 15: expected a name in quotes");
    CHECK(refused("{\"tags\": [1,]}") == "not JSON at line 1, column 13: expected a value");
    CHECK(refused("{\"tags\": [,]}") == "not JSON at line 1, column 11: expected a value or ]");
    CHECK(refused("{title: 1}") == "not JSON at line 1, column 2: expected a name in quotes, or }");
    CHECK(refused("{\"title\": \"x\"") == "not JSON at line 1, column 14: expected , or }");
    CHECK(refused("{\"title\": \"x\"} {}") == "not JSON at line 1, column 16: expected the end of the text");
    CHECK(refused("{\"title\": \"x}") == "not JSON at line 1, column 11: this text is not closed");
    CHECK(refused("{\"title\": \"a\nb\"}").starts_with("not JSON at line 1, column 13: a text holds a line break"));
    CHECK(refused("{\"title\": \"a\\x\"}").ends_with("a text holds an escape that JSON does not know"));
    CHECK(refused("{\"cost\": 1.}").ends_with("a number that JSON does not know"));
    CHECK(refused("{\"urgent\": True}") == "not JSON at line 1, column 12: expected a value");
    CHECK(refusal("{\"urgent\": True}").help.in("en") == "write true or false");
    CHECK(refusal("{\"title\": 'x'}").help.in("en") == "write texts in double quotes");
    CHECK(refusal("{\"title\": None}").help.in("es") == "escriba null, o quite el nombre");
    CHECK(refusal("{\n  \"title\": \"x\"\n  \"stage\": 1}").message.in("es") ==
          "no es JSON en la línea 3, columna 3: se esperaba , o }");
    CHECK(refusal("{\n  \"title\": \"x\"\n  \"stage\": 1}").span.begin == 19);
    CHECK(refused("[]") == "a plan is one JSON object, and this is something else");
    CHECK(refused("3") == "a plan is one JSON object, and this is something else");
    CHECK(refused("null") == "a plan is one JSON object, and this is something else");
    CHECK(refused("{\"title\": \"a\", \"title\": \"b\", }") ==
          "not JSON at line 1, column 30: expected a name in quotes");
}

TEST_CASE("text that is no UTF-8 is refused") {
    CHECK(refused("{\"title\": \"a\xFF\"}") == "not UTF-8 at line 1, column 13");
    CHECK(refused("{\"title\":\n \"\xC3\x28\"}") == "not UTF-8 at line 2, column 3");
    CHECK(refused("{\"title\": \"\xED\xA0\x80\"}") == "not UTF-8 at line 1, column 12");
    CHECK(refused("\xFF\xFE{") == "not UTF-8 at line 1, column 1");
}

TEST_CASE("a byte order mark does no harm") {
    const auto plans = read("\xEF\xBB\xBF{\"titel\": 1}");
    CHECK(note(*plans, "P101").place == "titel");
}

TEST_CASE("limits: nesting, size, notes") {
    const auto nested = [](std::size_t depth, std::string_view field) {
        std::string text = "{\"" + std::string(field) + "\": ";
        text.append(depth - 1, '[').append(depth - 1, ']').append("}");
        return text;
    };
    CHECK(note_places(*read(nested(reading::greatest_plan_nesting, "x"))) == Places{"P101 x"});
    CHECK(note_places(*read(nested(reading::greatest_plan_nesting, "title"))) == Places{"P201 title"});
    CHECK(refused(nested(reading::greatest_plan_nesting + 1, "x")) == "nested deeper than 64 levels");
    CHECK(refused(nested(100'000, "x")) == "nested deeper than 64 levels");
    CHECK(refused(nested(100'000, "evidence")) == "nested deeper than 64 levels");
    CHECK(refused("{\"title\": 1, \"title\": 2, \"x\": " + nested(100'000, "x") + "}") ==
          "nested deeper than 64 levels");
    std::string recursive = "{\"agencies\": [", end = "]}";
    for (int i = 0; i < 31; ++i) {
        recursive += i == 30 ? "{\"branches\": []" : "{\"branches\": [";
        end = (i == 30 ? "}" : "]}") + end;
    }
    CHECK(read(recursive + end)->table(1).rows == 31);

    std::string many = "{\"tags\": [";
    for (std::size_t i = 0; i < reading::greatest_note_count + 5; ++i) many += i == 0 ? "1" : ",1";
    const auto plans = read(many + "]}");
    const auto& notes = plans->records[0].notes;
    REQUIRE(notes.size() == reading::greatest_note_count + 1);
    CHECK(notes.back().code == "P603");
    CHECK(notes.back().message.in("en") == "5 more notes are not shown");
    CHECK(list(*plans, "Plan", "tags") == "[0, 1005)");

    reading::PlanSource large;
    const std::string blanks(reading::greatest_plan_size + 1, ' ');
    large.text = blanks;
    const reading::ReadPlans result = reading::read_plans(sample_schema(), {large});
    REQUIRE(result.refused[0].size() == 1);
    CHECK(result.refused[0][0].message.in("en") == "the plan is larger than 256 MiB");
}

TEST_CASE("judgements are read for what the rules ask") {
    const auto plans = read(R"({"agencies": [{"id": "a"}], "judgements": [
        {"requirement": "S-36", "part": ".1", "subject": "agencies/a", "answer": true, "who": "analyst 2", "on": "2026-01-10", "question": "¿Es el plan lo bastante corto?"},
        {"requirement": "S-35", "part": ".1", "subject": "/agencies/0", "answer": "yes"},
        {"requirement": "S-40", "answer": "no"}]})");
    CHECK(note_places(*plans).empty());
    const auto& judgements = plans->records[0].judgements;
    REQUIRE(judgements.size() == 2);
    CHECK(judgements[0].requirement == "S-36");
    CHECK(judgements[0].part == ".1");
    CHECK(judgements[0].subject == "agencies/a");
    CHECK(judgements[0].answer == true);
    CHECK(judgements[0].who == "analyst 2");
    CHECK(judgements[0].on == "2026-01-10");
    CHECK(judgements[1].answer == false);
}

TEST_CASE("judgements that cannot be used are told") {
    const auto plans = read(R"({"agencies": [{"id": "a"}], "judgements": [
        {"requirement": "S-37", "answer": true}, {"requirement": "S-36", "answer": true}, {"requirement": "S-40", "part": ".9", "answer": true},
        {"requirement": "S-36", "part": ".1", "subject": "agencies/b", "answer": true},
        {"requirement": "S-36", "part": ".1", "subject": "2024", "answer": "perhaps"},
        {"requirement": "S-36", "part": ".1", "subject": "agencies/a + 2024", "answer": true, "question": "Is it long?"},
        {"requirement": "S-40", "subject": "agencies/a", "answer": true}, 3, {"requirement": "S-40", "anwser": true}, {"requirement": "S-40", "answer": true}, {"requirement": "S-36", "part": ".1", "subject": "homicides/CR,2016", "answer": false, "on": "soon"}]})");
    CHECK(note_places(*plans) == Places{"P502 judgements/S-37", "P502 judgements/S-36", "P502 judgements/S-40/.9",
                                        "P502 judgements/S-36/.1/agencies/b", "P201 judgements/S-36/.1/2024",
                                        "P503 judgements/S-36/.1/agencies/a + 2024", "P502 judgements/S-40/agencies/a",
                                        "P201 judgements/[7]", "P101 judgements/S-40", "P401 judgements/S-40",
                                        "P202 judgements/S-36/.1/homicides/CR,2016"});
    const auto& notes = plans->records[0].notes;
    CHECK(notes[0].help.in("en") == "did you mean \"S-36\"?");
    CHECK(notes[1].help.in("en") == "S-36 asks about part .1");
    CHECK(notes[2].help.in("en") == "leave \"part\" out");
    CHECK(notes[5].pointer == "/judgements/5/question");
    const auto& judgements = plans->records[0].judgements;
    REQUIRE(judgements.size() == 4);
    CHECK_FALSE(judgements[0].answer);
    CHECK_FALSE(judgements[1].answer);
    CHECK_FALSE(judgements[2].answer);
    CHECK(judgements[3].answer == false);
    CHECK(note_places(*read(R"({"judgements": {}})")) == Places{"P201 judgements"});
}

TEST_CASE("what follows a NUL is not dropped") {
    using namespace std::literals;
    CHECK(refused("{ \"title\": \"x\" }\0 , \"staff\": 5 }"sv) ==
          "not JSON at line 1, column 17: expected the end of the text");
    CHECK(refused("{ \"title\": \"x\" }\0\0\0"sv) == "not JSON at line 1, column 17: expected the end of the text");
    CHECK(refused("{ \"title\":\0 \"x\" }"sv) == "not JSON at line 1, column 11: expected a value");
    CHECK(refused("{ \"title\": 1, \"titel\": 1 }\0"sv) ==
          "not JSON at line 1, column 27: expected the end of the text");
}

TEST_CASE("notes are in four languages") {
    const auto plans =
        read(R"({"titel": 1, "stage": 3, "approved_on": "2019-02-30", "lead": "x", "evidence": {"nobody": {}}})");
    for (const Note& one : plans->records[0].notes)
        for (const char* language : {"es", "pt", "fr"}) {
            INFO(one.code << ' ' << language);
            CHECK(!one.message.in(language).empty());
            CHECK(one.message.in(language) != one.message.in("en"));
            CHECK(one.help.in(language).empty() == one.help.in("en").empty());
        }
}

TEST_CASE("the name of the plan around a plan is told") {
    CHECK(note(*read(R"({"plan": {"title": "x"}})"), "P101").help.in("en") ==
          "a plan is written without a name around it: take out \"plan\" and its braces");
}

TEST_CASE("plain scalars are read as their field says, at their line and column") {
    reading::SpelledPlan spelled;
    reading::Tree& tree = spelled.tree;
    const auto at = [&](std::uint32_t line, std::uint32_t column) {
        spelled.positions.push_back({line, column});
        return static_cast<std::uint32_t>(spelled.positions.size() - 1);
    };
    tree.begin_object(at(1, 1));
    const auto plain = [&](std::string_view key, std::string_view written, std::uint32_t line) {
        tree.key(key, at(line, 1));
        tree.scalar(Node::Kind::plain, written, at(line, 10));
    };
    plain("title", "12", 1);
    plain("country", "NO", 2);
    plain("officers", "many", 3);
    plain("urgent", "true", 4);
    plain("lead", "~", 5);
    tree.end();
    reading::PlanSource source;
    source.name = "plan.yaml";
    source.tree = &spelled;
    const auto plans = reading::read_plans(sample_schema(), {source}).plans;
    REQUIRE(plans);
    CHECK(cell(*plans, "Plan", "title") == "12");
    CHECK(cell(*plans, "Plan", "country") == "Norway");
    CHECK(cell(*plans, "Plan", "urgent") == "yes");
    CHECK(cell(*plans, "Plan", "lead") == "missing");
    REQUIRE(note_places(*plans) == Places{"P201 officers"});
    CHECK(plans->records[0].notes[0].line == 3);
    CHECK(plans->records[0].notes[0].column == 10);
    CHECK(
        reading::json_of(spelled, sample_schema()->ruleset->vocabulary) ==
        "{\n  \"title\": \"12\",\n  \"country\": \"NO\",\n  \"officers\": \"many\",\n  \"urgent\": true,\n  \"lead\": null\n}");
}
