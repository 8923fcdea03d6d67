#include "plans/sample_schema.hpp"

#include "catch.hpp"

using namespace brecha::plans;
using namespace brecha::plans::test;
using Places = std::vector<std::string>;

TEST_CASE("a list that is given empty says that there are none, one that is not given says nothing") {
    const auto plans = read(R"({"agencies": [], "tags": [], "venues": null})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 0)");
    CHECK(list(*plans, "Plan", "tags") == "[0, 0)");
    CHECK(list(*plans, "Plan", "venues") == "absent");
    CHECK(list(*plans, "Plan", "topics") == "absent");
    CHECK(note_places(*plans).empty());
}

TEST_CASE("the items of a list are neighbours in the table of their entity") {
    const auto plans = read(
        R"({"agencies": [{"id": "a", "representatives": [{"id": "r1"}, {"id": "r2"}]}, {"id": "b"}, {"id": "c", "representatives": [{"id": "r3"}]}]})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 3)");
    CHECK(list(*plans, "Agency", "representatives", 0) == "[0, 2)");
    CHECK(list(*plans, "Agency", "representatives", 1) == "absent");
    CHECK(list(*plans, "Agency", "representatives", 2) == "[2, 3)");
    CHECK(cell(*plans, "Representative", "id", 2) == "r3");
    const Origin& origin = plans->table(entity(*plans, "Representative")).origins[1];
    CHECK(origin.entity == static_cast<int>(entity(*plans, "Agency")));
    CHECK(origin.row == 0);
    CHECK(origin.position == 1);
    CHECK(place_of_item(*plans, entity(*plans, "Representative"), 2) == "agencies/c/representatives/r3");
    CHECK(place_of_field(*plans, entity(*plans, "Representative"), 2, 1) == "agencies/c/representatives/r3/named_on");
}

TEST_CASE("items of an entity inside items of the same entity do not come between them") {
    const auto plans = read(
        R"({"agencies": [{"id": "a", "branches": [{"id": "a1", "branches": [{"id": "a11"}]}, {"id": "a2"}], "twin": {"id": "t", "branches": []}}, {"id": "b", "branches": [{"id": "b1"}]}, {"id": "c"}]})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 3)");
    const auto id = [&](std::uint32_t row) { return cell(*plans, "Agency", "id", row); };
    CHECK(id(0) + id(1) + id(2) == "abc");
    CHECK(list(*plans, "Agency", "branches", 0) == "[3, 5)");
    CHECK(id(3) + ' ' + id(4) == "a1 a2");
    CHECK(list(*plans, "Agency", "branches", 1) == "[6, 7)");
    CHECK(id(6) == "b1");
    CHECK(cell(*plans, "Agency", "twin", 0) == "t");
    CHECK(id(5) == "t");
    CHECK(list(*plans, "Agency", "branches", 3) == "[7, 8)");
    CHECK(id(7) == "a11");
    CHECK(list(*plans, "Agency", "branches", 2) == "absent");
    CHECK(place_of_item(*plans, entity(*plans, "Agency"), 7) == "agencies/a/branches/a1/branches/a11");
    CHECK(place_of_item(*plans, entity(*plans, "Agency"), 5) == "agencies/a/twin");
}

TEST_CASE("entities that hold each other keep their lists together") {
    const auto plans = read(
        R"({"groups": [{"id": "g", "subgroups": [{"id": "g1", "members": [{"id": "m1"}, {"id": "m2"}], "subgroups": [{"id": "g11"}]}], "members": [{"id": "m"}]}, {"id": "h"}]})");
    CHECK(list(*plans, "Plan", "groups") == "[0, 2)");
    CHECK(cell(*plans, "Group", "id", 1) == "h");
    CHECK(list(*plans, "Group", "subgroups", 0) == "[2, 3)");
    CHECK(list(*plans, "Group", "members", 2) == "[1, 3)");
    CHECK(place_of_item(*plans, entity(*plans, "Agency"), 2) == "groups/g/subgroups/g1/members/m2");
    CHECK(place_of_item(*plans, entity(*plans, "Group"), 3) == "groups/g/subgroups/g1/subgroups/g11");
}

TEST_CASE("notes below items that had to wait have their line") {
    const auto plans =
        read("{\"agencies\": [\n{\"id\": \"a\", \"branches\": [\n{\"id\": \"a1\", \"sector\": \"zzz\"}]}]}");
    const Note& told = note(*plans, "P201");
    CHECK(told.place == "agencies/a/branches/a1/sector");
    CHECK(told.pointer == "/agencies/0/branches/0/sector");
    CHECK(told.line == 3);
    CHECK(told.column == 24);
}

TEST_CASE("what is no list counts as an absent one") {
    const auto plans = read(R"({"agencies": {"id": "a"}, "tags": "one", "venues": "", "topics": 3})");
    CHECK(list(*plans, "Plan", "agencies") == "absent (invalid)");
    CHECK(list(*plans, "Plan", "tags") == "absent (invalid)");
    CHECK(list(*plans, "Plan", "venues") == "absent");
    CHECK(list(*plans, "Plan", "topics") == "absent (invalid)");
    CHECK(note_places(*plans) == Places{"P201 agencies", "P201 tags", "P201 topics"});
    CHECK(plans->records[0].notes[1].message.in("en") == "\"one\" is not a list, counts as absent");
}

TEST_CASE("a wrong element of a list of values is there, and has no value") {
    const auto plans = read(
        R"({"tags": ["a", 1, null, {"x": 1}, ["b"], "c"], "topics": ["leads", "Leads"], "answers": [true, "no", "?"], "dates": ["2024-01-01", "2024-02"]})");
    CHECK(list(*plans, "Plan", "tags") == "[0, 6)");
    CHECK(element(*plans, "Plan", "tags", 0) == "a");
    CHECK(element(*plans, "Plan", "tags", 1) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "tags", 2) == "missing");
    CHECK(element(*plans, "Plan", "tags", 3) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "tags", 4) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "tags", 5) == "c");
    CHECK(element(*plans, "Plan", "topics", 0) == "leads");
    CHECK(element(*plans, "Plan", "topics", 1) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "answers", 0) == "yes");
    CHECK(element(*plans, "Plan", "answers", 1) == "no");
    CHECK(element(*plans, "Plan", "answers", 2) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "dates", 1) == "2024-02-01 to 2024-02-29");
    CHECK(note_places(*plans) == Places{"P201 tags/[1]", "P201 tags/[3]", "P201 tags/[4]", "P201 topics/[1]",
                                        "P201 answers/[2]", "P402 dates/[1]"});
}

TEST_CASE("a wrong element of a list of items is counted, and nothing is known of it") {
    const auto plans = read(R"({"agencies": [{"id": "a"}, "b", [1, [2]], null]})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 4)");
    for (const std::uint32_t row : {1u, 2u, 3u}) {
        CHECK(cell(*plans, "Agency", "id", row) == "missing (invalid)");
        CHECK(cell(*plans, "Agency", "active", row) == "missing (invalid)");  // no default: something stands there
        CHECK(list(*plans, "Agency", "part", row) == "absent (invalid)");
        CHECK(bit(plans->table(entity(*plans, "Agency")).key_unusable, row));
    }
    CHECK(note_places(*plans) == Places{"P201 agencies/[1]", "P201 agencies/[2]", "P201 agencies/[3]"});
}

TEST_CASE("an embedded item is a row, and is absent where it is not given") {
    const auto plans = read(R"({"office": {"city": "San José", "desks": [{"id": "d"}]}})");
    CHECK(column(*plans, "Plan", "office").values.integers[0] == 0);
    CHECK(cell(*plans, "Plan", "office") == "[0]");
    CHECK(cell(*plans, "Office", "city") == "San José");
    CHECK(cell(*plans, "Office", "open") == "no (default)");
    CHECK(place_of_item(*plans, entity(*plans, "Office"), 0) == "office");
    CHECK(place_of_item(*plans, entity(*plans, "Representative"), 0) == "office/desks/d");
    CHECK(cell(*read("{}"), "Plan", "office") == "missing");
    CHECK(cell(*read(R"({"office": null})"), "Plan", "office") == "missing");
    CHECK(cell(*read(R"({"office": "San José"})"), "Plan", "office") == "missing (invalid)");
    CHECK(cell(*read(R"({"office": []})"), "Plan", "office") == "missing (invalid)");
    CHECK(note(*read(R"({"office": 3})"), "P201").message.in("en") == "3 is not an object (Office), counts as missing");
}

TEST_CASE("references find the one item of their entity, wherever it stands") {
    const auto plans = read(
        R"({"lead": "b", "partners": ["m", "a", "x", "", null, 3], "agencies": [{"id": "a"}, {"id": "b"}], "groups": [{"id": "g", "members": [{"id": "m"}, {"id": "3"}]}], "office": {"contact": "m"}})");
    CHECK(cell(*plans, "Plan", "lead") == "b");
    CHECK(element(*plans, "Plan", "partners", 0) == "m");
    CHECK(element(*plans, "Plan", "partners", 1) == "a");
    CHECK(element(*plans, "Plan", "partners", 2) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "partners", 3) == "missing");
    CHECK(element(*plans, "Plan", "partners", 4) == "missing");
    CHECK(element(*plans, "Plan", "partners", 5) == "3");
    CHECK(cell(*plans, "Office", "contact") == "m");
    CHECK(column(*plans, "Plan", "lead").values.integers[0] == 1);
    CHECK(note_places(*plans) == Places{"P301 partners/[2]"});
}

TEST_CASE("a reference to nobody offers the nearest key") {
    const auto plans = read("{\n \"lead\": \"mispas\", \"agencies\": [{\"id\": \"msp\"}, {\"id\": \"ict\"}]}");
    CHECK(cell(*plans, "Plan", "lead") == "missing (invalid)");
    const Note& told = note(*plans, "P301");
    CHECK(told.message.in("en") == "no Agency with id \"mispas\"; its fields are unknown");
    CHECK(told.message.in("es") == "no hay Entidad con id \"mispas\"; sus campos se desconocen");
    CHECK(told.help.in("en") == "did you mean \"msp\"?");
    CHECK(told.line == 2);
    CHECK(told.column == 10);
}

TEST_CASE("a key that two items of a list have is told at each, and makes references to it ambiguous") {
    const auto plans = read(
        "{\"agencies\": [\n{\"id\": \"pn\"},\n{\"id\": \" pn \"},\n{\"id\": \"ict\"},\n{\"name\": \"x\"}],\n\"lead\": \"pn\"}");
    const auto& notes = plans->records[0].notes;
    CHECK(note_places(*plans) == Places{"P302 agencies/[0]/id", "P302 agencies/[1]/id", "P302 lead"});
    CHECK(notes[0].message.in("en") ==
          "2 items of Agency have the id \"pn\" (lines 2 and 3); all are kept, references to \"pn\" are ambiguous");
    CHECK(
        notes[0].message.in("es") ==
        "2 elementos de Entidad tienen id \"pn\" (líneas 2 y 3); se conservan todos, las referencias a \"pn\" son ambiguas");
    CHECK(notes[0].line == 2);
    CHECK(notes[1].line == 3);
    CHECK(notes[1].pointer == "/agencies/1/id");
    CHECK(cell(*plans, "Plan", "lead") == "missing (ambiguous)");
    CHECK(cell(*plans, "Agency", "id", 1) == "pn");
    const EntityTable& agencies = plans->table(entity(*plans, "Agency"));
    CHECK(bit(agencies.key_unusable, 0));
    CHECK(bit(agencies.key_unusable, 1));
    CHECK_FALSE(bit(agencies.key_unusable, 2));
    CHECK(bit(agencies.key_unusable, 3));
    CHECK(key_text(*plans, entity(*plans, "Agency"), 2) == "ict");
    CHECK(key_text(*plans, entity(*plans, "Agency"), 3) == "[3]");
}

TEST_CASE("one key in two lists is ambiguous only for references") {
    const auto plans =
        read(R"({"agencies": [{"id": "a"}], "groups": [{"id": "g", "members": [{"id": "a"}]}], "lead": "a"})");
    CHECK(note_places(*plans) == Places{"P302 lead"});
    CHECK(cell(*plans, "Plan", "lead") == "missing (ambiguous)");
    CHECK(plans->table(entity(*plans, "Agency")).key_unusable.empty());
}

TEST_CASE("keys may have several parts, and are written with escapes in places") {
    const auto plans = read(
        R"({"searches": [{"object": "a/b~c", "level": 2}, {"object": "x", "level": 2}, {"object": "x", "level": 2}, {"object": "x"}], "agencies": [{"id": "[0]"}]})");
    const std::uint32_t search = entity(*plans, "Search");
    CHECK(key_text(*plans, search, 0) == "a/b~c,2");
    CHECK(place_of_item(*plans, search, 0) == "searches/a~1b~0c,2");
    CHECK(place_of_item(*plans, search, 1) == "searches/[1]");
    CHECK(place_of_item(*plans, search, 3) == "searches/[3]");
    CHECK(note_places(*plans) == Places{"P302 searches/[1]/object", "P302 searches/[2]/object"});
    CHECK(place_of_element(*read(R"({"tags": ["a", "b"]})"), 0, 0, 7, 1) == "tags/[1]");
}

TEST_CASE("the rows of a ruleset's tables come with the schema") {
    const auto plans = read("{}");
    const std::uint32_t rates = entity(*plans, "rates");
    CHECK(plans->table(rates).rows == 2);
    CHECK(cell(*plans, "rates", "country", 0) == "Costa Rica");
    CHECK(cell(*plans, "rates", "victims", 0) == "578");
    CHECK(cell(*plans, "rates", "victims", 1) == "missing");
    CHECK(cell(*plans, "rates", "seen_on", 0) == "2017-01-01 to 2017-01-31");
    CHECK(cell(*plans, "rates", "remark", 0) == "first");
    CHECK(cell(*plans, "rates", "remark", 1) == "second");
    CHECK(place_of_item(*plans, rates, 0) == "homicides/CR,2016");
    CHECK(place_of_field(*plans, rates, 1, 2) == "homicides/PA,2016/victims");
    CHECK(plans->tables[rates].rows == 0);
}
