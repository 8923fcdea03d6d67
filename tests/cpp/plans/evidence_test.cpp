#include "plans/sample_schema.hpp"

#include "catch.hpp"

using namespace brecha::plans;
using namespace brecha::plans::test;
using Places = std::vector<std::string>;

TEST_CASE("an unmarked plan: given lists are complete, absent ones unknown, defaults are on") {
    const auto plans = read(R"({"agencies": [{"id": "a", "part": ["leads"]}]})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 1)");
    CHECK(list(*plans, "Plan", "venues") == "absent");
    CHECK(cell(*plans, "Plan", "public") == "no (default)");
    CHECK(cell(*plans, "Agency", "active") == "yes (default)");
    CHECK(cell(*plans, "Plan", "title") == "missing");
}

TEST_CASE("a plan read in part: lists may be longer, also empty ones, and defaults are off") {
    for (const auto& [text, how] : std::vector<std::pair<std::string, std::string>>{
             {R"({"agencies": [{"id": "a", "part": []}], "tags": [], "evidence": {"": {"read": "part"}}})", ""},
             {R"({"agencies": [{"id": "a", "part": []}], "tags": []})", "part"}}) {
        const auto plans = read(text, how);
        CHECK(list(*plans, "Plan", "agencies") == "[0, 1) open");
        CHECK(list(*plans, "Agency", "part") == "[0, 0) open");
        CHECK(list(*plans, "Plan", "tags") == "[0, 0) open");
        CHECK(list(*plans, "Plan", "venues") == "absent");
        CHECK(cell(*plans, "Plan", "public") == "missing");
        CHECK(cell(*plans, "Agency", "active") == "missing");
        CHECK(cell(*plans, "Plan", "office") == "missing");
    }
}

TEST_CASE("a plan read whole: what is not there is not there, after the defaults") {
    for (const auto& [text, how] : std::vector<std::pair<std::string, std::string>>{
             {R"({"agencies": [{"id": "a"}], "stage": "zzz", "title": null, "evidence": {"": {"read": "whole"}}})", ""},
             {R"({"agencies": [{"id": "a"}], "stage": "zzz", "title": null})", "whole"}}) {
        const auto plans = read(text, how);
        CHECK(list(*plans, "Plan", "agencies") == "[0, 1)");
        CHECK(list(*plans, "Plan", "venues") == "[0, 0)");
        CHECK(list(*plans, "Agency", "part") == "[0, 0)");
        CHECK(cell(*plans, "Plan", "public") == "no (default)");
        CHECK(cell(*plans, "Plan", "title") == "none");
        CHECK(cell(*plans, "Plan", "lead") == "none");
        CHECK(cell(*plans, "Plan", "office") == "none");
        CHECK(cell(*plans, "Plan", "cost") == "none");
        CHECK(cell(*plans, "Plan", "stage") == "missing (invalid)");
        CHECK(cell(*plans, "Agency", "letter_signed_on") == "none");
    }
}

TEST_CASE("the nearest place above says how a place was read") {
    const auto plans = read(
        R"({"agencies": [{"id": "a", "part": []}, {"id": "b", "part": [], "representatives": []}, {"id": "c"}], "tags": [], "venues": [],
        "evidence": {"": {"read": "part"}, "agencies": {"read": "whole"}, "agencies/b": {"read": "part"}, "agencies/b/representatives": {"read": "whole"}, "venues": {"document": "x"}, "title": {"read": "whole"}}})");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 3)");
    CHECK(list(*plans, "Plan", "tags") == "[0, 0) open");
    CHECK(list(*plans, "Plan", "venues") == "[0, 0) open");
    CHECK(list(*plans, "Agency", "part", 0) == "[0, 0)");
    CHECK(list(*plans, "Agency", "part", 1) == "[0, 0) open");
    CHECK(list(*plans, "Agency", "representatives", 1) == "[0, 0)");
    CHECK(list(*plans, "Agency", "branches", 0) == "[0, 0)");
    CHECK(list(*plans, "Agency", "branches", 1) == "absent");
    CHECK(cell(*plans, "Agency", "name", 0) == "none");
    CHECK(cell(*plans, "Agency", "name", 1) == "missing");
    CHECK(cell(*plans, "Agency", "active", 1) == "missing");
    CHECK(cell(*plans, "Agency", "active", 2) == "yes (default)");
    CHECK(cell(*plans, "Plan", "title") == "none");
    CHECK(cell(*plans, "Plan", "cost") == "missing");
}

TEST_CASE("the plan's own evidence prevails over how the caller says it was read") {
    CHECK(list(*read(R"({"tags": [], "evidence": {"": {"read": "whole"}}})", "part"), "Plan", "tags") == "[0, 0)");
    CHECK(list(*read(R"({"tags": [], "evidence": {"tags": {"read": "whole"}}})", "part"), "Plan", "tags") == "[0, 0)");
    CHECK(statement_at(read("{}", "part")->records[0], "tags").read == "part");
}

TEST_CASE("the size of a list is known where not all elements are given") {
    const auto size = [](std::string_view list_text, std::string_view size_text, std::string_view name = "tags") {
        return read("{" + std::string(list_text) + "\"evidence\": {\"\": {\"read\": \"part\"}, \"" + std::string(name) +
                    "\": {\"size\": " + std::string(size_text) + "}}}");
    };
    CHECK(list(*size(R"("tags": ["a", "b"], )", "124"), "Plan", "tags") == "[0, 2) + 122 to 122");
    CHECK(list(*size("", "124"), "Plan", "tags") == "[0, 0) + 124 to 124");
    CHECK(list(*size("", "124", "agencies"), "Plan", "agencies") == "[0, 0) + 124 to 124");
    CHECK(list(*size("", "0"), "Plan", "tags") == "[0, 0)");
    CHECK(list(*size(R"("tags": ["a", "b"], )", "2"), "Plan", "tags") == "[0, 2)");
    CHECK(list(*size(R"("tags": ["a", "b"], )", R"({"from": 3})"), "Plan", "tags") == "[0, 2) + 1 to any");
    CHECK(list(*size(R"("tags": ["a", "b"], )", R"({"from": 1, "to": 5})"), "Plan", "tags") == "[0, 2) + 0 to 3");
    CHECK(list(*size("", R"({"to": 5})"), "Plan", "tags") == "[0, 0) + 0 to 5");
    for (const char* wrong : {"1", "-1", "1.5", "\"3\"", "[]"}) {
        const auto plans = size(R"("tags": ["a", "b"], )", wrong);
        CHECK(list(*plans, "Plan", "tags") == "[0, 2) open");
        CHECK(note_places(*plans) == Places{"P201 tags"});
    }
    CHECK(note_places(*size(R"("title": "x", )", "3", "title")) == Places{"P201 title"});
}

TEST_CASE("none says that there is no value") {
    const auto plans = read(R"({"title": "x", "stage": "zzz", "agencies": [{"id": "a"}],
        "evidence": {"": {"read": "part"}, "approved_on": {"none": true}, "tags": {"none": true}, "public": {"none": true}, "cost": {"none": false}, "title": {"none": true}, "agencies": {"none": true}, "stage": {"none": true}, "agencies/a": {"none": true}}})");
    CHECK(cell(*plans, "Plan", "approved_on") == "none");
    CHECK(list(*plans, "Plan", "tags") == "[0, 0)");
    CHECK(cell(*plans, "Plan", "public") == "none");
    CHECK(cell(*plans, "Plan", "cost") == "missing");
    CHECK(cell(*plans, "Plan", "title") == "missing (disputed)");
    CHECK(list(*plans, "Plan", "agencies") == "[0, 1) open");
    CHECK(cell(*plans, "Plan", "stage") == "missing (invalid)");
    CHECK(note_places(*plans) == Places{"P201 stage", "P401 title", "P201 agencies", "P201 agencies/a"});
    CHECK(cell(*read(R"({"evidence": {"public": {"none": true}}})"), "Plan", "public") == "none");
    CHECK(list(*read(R"({"tags": [], "evidence": {"": {"read": "part"}, "tags": {"none": true}}})"), "Plan", "tags") ==
          "[0, 0)");
}

TEST_CASE("why something is missing is kept, and is not read as silence") {
    const auto plans = read(R"({"cost": 3, "tags": ["a"],
        "evidence": {"": {"read": "whole"}, "approved_on": {"why": "not_known"}, "title": {"why": "withheld"}, "public": {"why": "claimed_not_applicable"}, "country": {"why": "not_stated"}, "venues": {"why": "withheld"}, "cost": {"why": "not_known"}, "starts": {"why": "invalid"}, "notice": {"why": "secret"}}})");
    CHECK(cell(*plans, "Plan", "approved_on") == "missing (not_known)");
    CHECK(cell(*plans, "Plan", "title") == "missing (withheld)");
    CHECK(cell(*plans, "Plan", "public") == "missing (claimed_not_applicable)");
    CHECK(cell(*plans, "Plan", "country") == "none");
    CHECK(list(*plans, "Plan", "venues") == "absent (withheld)");
    CHECK(cell(*plans, "Plan", "cost") == "3");
    CHECK(cell(*plans, "Plan", "starts") == "none");
    CHECK(note_places(*plans) == Places{"P201 cost", "P201 starts", "P201 notice"});
    CHECK(statement_at(plans->records[0], "approved_on").why == Why::not_known);
    CHECK_FALSE(statement_at(plans->records[0], "cost").why);
    for (const Why why : {Why::not_stated, Why::may_be_more, Why::not_known, Why::withheld, Why::claimed_not_applicable,
                          Why::disputed, Why::imprecise, Why::invalid, Why::ambiguous})
        CHECK_FALSE(to_text(why).empty());
}

TEST_CASE("sources that disagree leave the value missing until one is chosen") {
    const auto officers = [](std::string_view value, std::string_view evidence) {
        return read("{" + std::string(value) + "\"evidence\": {\"officers\": {" + std::string(evidence) + "}}}");
    };
    const std::string three =
        R"("says": [{"value": {"from": 23001}, "document": "A"}, {"value": 10500, "document": "B"}, {"value": 10000}])";
    const auto disputed = officers("", three);
    CHECK(cell(*disputed, "Plan", "officers") == "missing (disputed)");
    const Note& told = note(*disputed, "P401");
    CHECK(told.place == "officers");
    CHECK(told.message.in("en") == "3 sources disagree: at least 23001, 10500, 10000; counts as missing");
    CHECK(told.message.in("es") == "3 fuentes discrepan: al menos 23001, 10500, 10000; cuenta como ausente");
    CHECK(told.help.in("en") == "choose one with \"value\"");

    const auto chosen = officers("", three + R"(, "value": 10500)");
    CHECK(cell(*chosen, "Plan", "officers") == "10500");
    CHECK(note_places(*chosen).empty());
    CHECK(cell(*officers("", R"("says": [{"value": 5}, {"value": 5.0}])"), "Plan", "officers") == "5");
    CHECK(cell(*officers(R"("officers": 5, )", R"("says": [{"value": 5}])"), "Plan", "officers") == "5");
    CHECK(note(*officers(R"("officers": 5, )", R"("says": [{"value": 6}])"), "P401").message.in("en") ==
          "2 sources disagree: 5, 6; counts as missing");
    CHECK(note(*officers(R"("officers": 5, )", R"("says": [{"value": 5}, {"value": 6}, {"value": 6}])"), "P401")
              .message.in("en") == "3 sources disagree: 5, 6; counts as missing");
    CHECK(cell(*officers(R"("officers": 5, )", R"("says": [{"value": 6}], "value": {"from": 5, "to": 6})"), "Plan",
               "officers") == "5 to 6");
    CHECK(cell(*officers(R"("officers": {"from": 5}, )", R"("says": [{"value": {"from": 5}}])"), "Plan", "officers") ==
          "at least 5");
    CHECK(cell(*officers(R"("officers": {"from": 5}, )", R"("says": [{"value": 5}])"), "Plan", "officers") ==
          "missing (disputed)");
    CHECK(cell(*officers(R"("officers": {"from": 5}, )", R"("value": 5)"), "Plan", "officers") == "5");
    CHECK(cell(*officers(R"("officers": "many", )", R"("says": [{"value": 7}])"), "Plan", "officers") == "7");
    CHECK(cell(*officers("", R"("says": [{"value": 7}, {"value": "x"}])"), "Plan", "officers") == "7");
    CHECK(note_places(*officers("", R"("says": [{"value": 7}, {"value": "x"}, 3, {"valu": 4}])")) ==
          Places{"P201 officers", "P201 officers", "P101 officers"});
}

TEST_CASE("sources are compared for all single values") {
    const auto plans = read(
        R"({"lead": "a", "agencies": [{"id": "a"}, {"id": "b"}], "title": " x ", "approved_on": "2024-05", "urgent": true, "tags": ["t"],
        "evidence": {"lead": {"says": [{"value": "b"}]}, "title": {"says": [{"value": "x"}]}, "approved_on": {"says": [{"value": "2024-05"}]}, "urgent": {"says": [{"value": false}], "value": "no"},
                     "agencies/b/sector": {"says": [{"value": "public"}]}, "office": {"says": []}, "agencies": {"value": []}, "tags/[0]": {"says": [{"value": "u"}]}}})");
    CHECK(cell(*plans, "Plan", "lead") == "missing (disputed)");
    CHECK(cell(*plans, "Plan", "title") == "x");
    CHECK(cell(*plans, "Plan", "approved_on") == "2024-05-01 to 2024-05-31");
    CHECK(cell(*plans, "Plan", "urgent") == "no");
    CHECK(cell(*plans, "Agency", "sector", 1) == "public");
    CHECK(element(*plans, "Plan", "tags", 0) == "missing (disputed)");
    CHECK(
        cell(
            *read(
                R"({"lead": "a", "agencies": [{"id": "a"}, {"id": "b"}], "evidence": {"lead": {"says": [{"value": "b"}], "value": "b"}}})"),
            "Plan", "lead") == "b");
    CHECK(cell(*read(R"({"agencies": [{"id": "a"}], "evidence": {"lead": {"says": [{"value": "a"}]}}})"), "Plan",
               "lead") == "a");
}

TEST_CASE("statements are inherited from the nearest place above, but for what is of one place alone") {
    const auto plans = read(R"({"agencies": [{"id": "a/b", "part": []}],
        "evidence": {"": {"document": "sheet", "page": 3, "who": "analyst 2", "on": "2025-02", "kind": "press", "guessed": true, "note": "all"},
                     "agencies": {"document": "decree", "read": "whole"}, "/agencies/0": {"guessed": false, "kind": "visit", "note": "here"}}})");
    const PlanRecord& record = plans->records[0];
    CHECK(note_places(*plans).empty());
    const Statement own = statement_at(record, "agencies/a~1b");
    CHECK(own.document == "decree");
    CHECK(own.page == "3");
    CHECK(own.who == "analyst 2");
    CHECK(own.on == "2025-02");
    CHECK(own.kind == "visit");
    CHECK(own.read == "whole");
    CHECK_FALSE(own.guessed);
    CHECK(own.note == "here");
    const Statement below = statement_at(record, "agencies/a~1b/part");
    CHECK(below.kind == "visit");
    CHECK(below.note.empty());
    CHECK_FALSE(below.guessed);
    CHECK(statement_at(record, "agencies").guessed);
    CHECK(statement_at(record, "venues").document == "sheet");
    CHECK(statement_at(record, "venues").read.empty());
}

TEST_CASE("evidence for a place that the plan does not have is told with the nearest that it has") {
    const auto plans = read(R"({"agencies": [{"id": "ICT"}],
        "evidence": {"agencies/ict": {}, "agencies/ICT/nam": {"why": "withheld"}, "agencis": {}, "/agencies/1": {}, "agencies/[0]/id": {}, "agencies/[1]": {}, "office/city": {}, "title/x": {}, "lead/id": {}, "tags/[0]": {}, "/": {}}})");
    const auto& notes = plans->records[0].notes;
    CHECK(note_places(*plans) == Places{"P502 agencies/ict", "P502 agencies/ICT/nam", "P502 agencis",
                                        "P502 /agencies/1", "P502 agencies/[1]", "P502 office/city", "P502 title/x",
                                        "P502 lead/id", "P502 tags/[0]", "P502 /"});
    CHECK(notes[0].help.in("en") == "did you mean \"ICT\"?");
    CHECK(notes[0].pointer == "/evidence/agencies~1ict");
    CHECK(notes[1].help.in("en") == "did you mean \"name\"?");
    CHECK(notes[2].help.in("en") == "did you mean \"agencies\"?");
    CHECK(notes[3].help.in("en") == "the plan has nothing at \"1\"");
}

TEST_CASE("evidence that cannot be used is told") {
    const auto plans = read(R"({"title": "x",
        "evidence": {"title": {"red": "part", "read": "all", "document": ["x"], "page": true, "who": {}, "on": "2024-13", "kind": "prss", "guessed": "maybe"}, "cost": 3, "stage": null, "/title": {"document": "y"}, "starts": {"who": "a", "who": "b"}}})");
    CHECK(note_places(*plans) == Places{"P101 title", "P201 title", "P201 title", "P201 title", "P201 title",
                                        "P202 title", "P201 title", "P201 title", "P201 cost", "P602 title",
                                        "P602 starts"});
    CHECK(plans->records[0].notes[0].help.in("en") == "did you mean \"read\"?");
    CHECK(plans->records[0].notes[0].pointer == "/evidence/title/red");
    CHECK(plans->records[0].notes[6].help.in("en") == "did you mean \"press\"?");
    CHECK(note_places(*read(R"({"evidence": []})")) == Places{"P201 "});
    CHECK(note_places(*read(R"({"evidence": null})")).empty());
    CHECK(note_places(*read(R"({"evidence": {"title": {}, "title": {}}})")).empty());
    CHECK(note_places(*read(R"({"evidence": {"title": {}, "title": {"who": "a"}}})")) == Places{"P602 title"});
    CHECK(note_places(*read(R"({"evidence": {}, "title": "a", "evidence": {"title": {}}})")) == Places{"P602 "});
}

TEST_CASE("read whole that may say too much is told") {
    const auto plans = read(
        R"({"agencies": [{"id": "cnst", "representatives": []}], "evidence": {"agencies": {"read": "whole"}, "agencies/cnst/representatives": {"document": "Decree"}}})");
    const Note& told = note(*plans, "P501");
    CHECK(told.place == "agencies");
    CHECK(told.message.in("en") ==
          "you say \"read whole\" here, but the document is cited only for agencies/cnst/representatives");
    CHECK(told.help.in("en") == "is it all of agencies, or only agencies/cnst/representatives?");
    CHECK(told.help.in("es") == "¿es todo lo de agencies o solo agencies/cnst/representatives?");
    CHECK(
        note_places(
            *read(
                R"({"agencies": [], "evidence": {"agencies": {"read": "whole", "document": "Decree"}, "tags": {"document": "x"}}})"))
            .empty());
    CHECK(note_places(*read(R"({"agencies": [], "evidence": {"": {"document": "x"}, "agencies": {"read": "whole"}}})"))
              .empty());
    CHECK(note_places(*read(R"({"agencies": [], "evidence": {"agencies": {"read": "whole"}}})")).empty());
}

TEST_CASE("a default that names an item is there however the plan was read") {
    const auto plans =
        read(R"({"searches": [{"object": "x", "level": 1}], "evidence": {"searches/x,1/rate": {"why": "not_known"}}})");
    CHECK(cell(*plans, "Search", "rate") == "missing (not_known)");
    CHECK(cell(*read(R"({"searches": [{"object": "x", "level": 1}]})"), "Search", "rate") == "10% (default)");
}

TEST_CASE("when it was so holds for what lies below, by the last day that it can be") {
    const auto plans = read(R"({"title": "x", "agencies": [{"id": "a"}, {"id": "b"}], "tags": ["u", "v"],
        "evidence": {"": {"as_of": "2019"}, "agencies": {"as_of": "2024-02"}, "agencies/b": {"as_of": "2023-05-17", "on": "2025-01-10"}, "tags/[1]": {"as_of": "2020"}}})");
    const auto as_of = [&](std::string_view place) {
        const Statement statement = statement_at(plans->records[0], place);
        return statement.as_of + " " +
               (statement.as_of_last ? brecha::model::day_to_text(*statement.as_of_last) : std::string("–"));
    };
    CHECK(as_of("title") == "2019 2019-12-31");
    CHECK(as_of("agencies/a/id") == "2024-02 2024-02-29");
    CHECK(as_of("agencies/b") == "2023-05-17 2023-05-17");
    CHECK(as_of("tags/[1]") == "2020 2020-12-31");
    CHECK(plans->dates.items.size() == 2);
    CHECK(plans->dates.cells.size() == 2);
    CHECK(read(R"({"title": "x"})")->dates.empty());
    CHECK(note_places(*read(R"({"title": "x", "evidence": {"title": {"as_of": "soon"}}})")) == Places{"P202 title"});
}
