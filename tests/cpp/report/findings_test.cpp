#include "catch.hpp"

#include "report/findings.hpp"
#include "report/tables.hpp"

#include "sample_view.hpp"

#include <algorithm>

using namespace sample;
using namespace brecha::report;

namespace {

Evidence used(const std::string& place, UsedAs as) {
    Evidence row;
    row.place = place;
    row.used_as = as;
    row.value = "no";
    row.dated = Date{2025, 11, 3};
    row.read = HowRead::part;
    return row;
}

View two_gaps() {
    auto first = finding("agencies/ict", {cell(Truth::fails, {}, ".1"), cell(Truth::holds, {}, ".2"),
                                          cell(Truth::unknown, {missing("title", "Plan", "title")}, ".3")});
    first.cells[0].used = {used("agencies/ict/part", UsedAs::fails), used("agencies/ict/name", UsedAs::context)};
    first.cells[0].message = "ict takes no part";
    first.cells[1].used = {used("agencies/ict/sector", UsedAs::holds)};
    first.cells[1].used.front().guessed = true;
    first.row.message = "ict takes no part";
    first.remedy = "Ask ict";
    auto one = requirement("A-1", {first}, Modality::shall,
                           {{"CR2017", "Report", "Results", ".1", Standing::programme, Reading::heading}});
    one.information.effort = "2 weeks";
    one.information.effort_days = 14;
    one.information.training = {"PPP-1", "PPP-2"};
    auto second = finding({}, {cell(Truth::fails)});
    second.cells[0].used = {used("agencies/ict/part", UsedAs::fails)};
    auto two = requirement("A-2", {second});
    put_after(two, 0, one);
    auto three = requirement("A-3", {finding({}, {cell(Truth::fails)})});
    put_after(three, 1, two);
    return view(
        {one, two, three,
         requirement(
             "A-4", {finding({}, {cell(Truth::unknown, {missing("title", "Plan", "title", "What is it called?")})})})});
}

}  // namespace

TEST_CASE("a finding shows its gap's sentence, its questions, or nothing") {
    const View view = two_gaps();
    const auto rows = copies_of(findings_of(view));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].verdict == Verdict::partly_met);
    CHECK(rows[0].is_gap);
    CHECK(rows[0].message == "ict takes no part");
    CHECK(rows[0].guessed);
    CHECK(rows[0].subject == "agencies/ict");
    CHECK(rows[0].source == "ISPS");
    CHECK(rows[0].standing == Standing::treaty);
    CHECK(rows[0].sources == std::vector<std::string>{"ISPS A/16.3", "CR2017 Results"});
    CHECK_FALSE(rows[1].subject.has_value());
    CHECK_FALSE(rows[1].guessed);
    CHECK(rows[3].message == "What is it called?");
}

TEST_CASE("by part, each part has its own verdict, message and clause") {
    const auto rows = parts_of(two_gaps());
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].part == ".1");
    CHECK(rows[0].verdict == Verdict::not_met);
    CHECK(rows[0].source == "CR2017");
    CHECK(rows[0].reading == Reading::heading);
    CHECK(rows[1].part == ".2");
    CHECK(rows[1].verdict == Verdict::met);
    CHECK(rows[1].message == "");
    CHECK_FALSE(rows[1].is_gap);
    CHECK(rows[2].verdict == Verdict::unknown);
    CHECK(rows[2].message == "What is the title?");
    CHECK(rows[2].source == "ISPS");
    CHECK(rows[3].part == "");
}

TEST_CASE("gaps that fail at the same places have the same cause") {
    const auto gaps = gaps_of(two_gaps());
    REQUIRE(gaps.size() == 3);
    CHECK(gaps[0].cause == "agencies/ict/part");
    CHECK(gaps[1].cause == gaps[0].cause);
    CHECK(gaps[2].cause == "A-3");
    CHECK(gaps[0].remedy == "Ask ict");
    CHECK(gaps[0].training == "PPP-1, PPP-2");
    CHECK(gaps[0].effort_days == 14.0);
    CHECK_FALSE(gaps[1].effort_days.has_value());
    CHECK(gaps[1].after == std::vector<std::string>{"A-1"});
}

TEST_CASE("a gap blocks what waits for it, also through other gaps, but not through what is met") {
    View sample_view = two_gaps();
    CHECK(blocked_by(sample_view) == std::vector<std::int32_t>{2, 1, 0, 0});
    sample_view.requirements[1].is_gap = false;
    CHECK(blocked_by(sample_view) == std::vector<std::int32_t>{0, 0, 0, 0});
}

TEST_CASE("a list that fails stands for its elements") {
    auto one = finding({}, {cell(Truth::fails)});
    for (const char* place : {"agencies", "agencies-of-old/x", "agencies/ict", "agencies/ict/part", "bodies/cnst"})
        one.cells[0].used.push_back(used(place, UsedAs::fails));
    CHECK(gaps_of(view({requirement("A-1", {one})})).front().cause == "agencies, agencies-of-old/x, bodies/cnst");
}

TEST_CASE("causes with many places are short, and differ where one place differs") {
    auto many = [](int last) {
        auto one = finding({}, {cell(Truth::fails)});
        for (int index = 0; index < 5; ++index)
            one.cells[0].used.push_back(used("place" + std::to_string(index == 4 ? last : index), UsedAs::fails));
        return gaps_of(view({requirement("A-1", {one})})).front().cause;
    };
    CHECK(many(7).substr(0, 29) == "place0, place1, place2 +2 #" + many(7).substr(27, 2));
    CHECK(many(7) != many(8));
    CHECK(many(7) == many(7));
}

TEST_CASE("missing places say whether they settle the finding alone") {
    auto both = finding({}, {cell(Truth::unknown, {missing("a", "Plan", "a"), missing("b", "Plan", "b")})});
    const View sample_view =
        view({requirement("A-1", {both}),
              requirement("A-2", {finding({}, {cell(Truth::unknown, {missing("a", "Plan", "a")})})})});
    const auto rows = copies_of(missing_rows_of(sample_view));
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[0].settles_alone);
    CHECK_FALSE(rows[1].settles_alone);
    CHECK(rows[2].settles_alone);
    CHECK(rows[2].entity == "Plan");
}

TEST_CASE("evidence tells a row a place and finding") {
    const View view = two_gaps();
    const auto rows = copies_of(evidence_of(view));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].place == "agencies/ict/part");
    CHECK(rows[0].used_as == UsedAs::fails);
    CHECK(rows[0].dated == brecha::Date{2025, 11, 3});
    CHECK(rows[0].part == ".1");
    CHECK(rows[2].guessed);
}

TEST_CASE("tables have their columns in a fixed order") {
    const auto names = [](std::string_view table) {
        std::vector<std::string> columns;
        const auto made = brecha::report::table_of(two_gaps(), table);
        for (const auto& column : made->columns) columns.push_back(column.name);
        return columns;
    };
    const std::vector<std::string> findings = {
        "assessment", "plan",    "as_of",   "requirement", "part",         "title",         "theme",   "modality",
        "standing",   "origin",  "subject", "verdict",     "is_gap",       "may_be_gap",    "reason",  "holds",
        "fails",      "unknown", "guessed", "defaulted",   "waived_until", "waiver_reason", "message", "source",
        "clause",     "sources", "stale",   "oldest",      "newest",       "reading"};
    CHECK(names("findings") == findings);
    CHECK(names("parts") == findings);
    auto gaps = findings;
    gaps.insert(gaps.end(), {"cause", "remedy", "effort", "effort_days", "training", "after", "blocks"});
    CHECK(names("gaps") == gaps);
    CHECK(names("missing") == std::vector<std::string>{"assessment", "plan", "as_of", "requirement", "place", "entity",
                                                       "field", "why", "question", "settles_alone", "may_be_gap",
                                                       "note", "subject", "part", "value"});
    CHECK(names("questions") == std::vector<std::string>{"assessment", "plan", "as_of", "rank", "question", "places",
                                                         "fields", "themes", "settles", "settles_with_above",
                                                         "may_show_gaps", "subjects", "choices", "requirements",
                                                         "asks"});
    CHECK(names("notes").size() == 12);
    CHECK(names("evidence").size() == 18);
    CHECK_FALSE(brecha::report::table_of(two_gaps(), "roadmap").has_value());
}

TEST_CASE("tables have a value or a null in every row, and verdicts in their order") {
    for (const char* name : {"findings", "parts", "gaps", "missing", "evidence", "notes", "questions"}) {
        const auto table = brecha::report::table_of(two_gaps(), name);
        REQUIRE(table.has_value());
        CHECK(table->name == name);
        for (const auto& column : table->columns) {
            using Type = brecha::Table::Type;
            CHECK(column.valid.size() == table->rows);
            const std::size_t filled = column.type == Type::text || column.type == Type::category ? column.text.size()
                                       : column.type == Type::boolean ? column.boolean.size()
                                       : column.type == Type::float64 ? column.float64.size()
                                       : column.type == Type::texts   ? column.texts.size()
                                                                      : column.int32.size();
            CHECK(filled == table->rows);
            if (column.name == "verdict")
                CHECK(column.categories ==
                      std::vector<std::string>{"met", "partly_met", "not_met", "unknown", "not_applicable"});
            if (column.name == "as_of" && table->rows > 0) CHECK(column.int32.front() == 20'468);  // 2026-01-15
        }
    }
    const auto table = brecha::report::table_of(two_gaps(), "findings");
    const auto& subject = table->columns[10];
    REQUIRE(subject.name == "subject");
    CHECK(subject.valid[0]);
    CHECK_FALSE(subject.valid[1]);
}

TEST_CASE("a column's type and categories follow from what its rows hold") {
    const auto table = brecha::report::table_of(two_gaps(), "evidence");
    const auto column = [&](std::string_view name) {
        return *std::find_if(table->columns.begin(), table->columns.end(),
                             [&](const auto& one) { return one.name == name; });
    };
    CHECK(column("used_as").categories == std::vector<std::string>{"holds", "fails", "context"});
    CHECK(column("read").categories == std::vector<std::string>{"part", "whole"});
    CHECK(column("read").text.front() == "part");
    CHECK(column("kind").type == brecha::Table::Type::category);
    CHECK_FALSE(column("kind").valid.front());
    CHECK(column("dated").type == brecha::Table::Type::date);
    CHECK(column("guessed").type == brecha::Table::Type::boolean);
    const auto missing = brecha::report::table_of(two_gaps(), "missing");
    CHECK(std::find_if(missing->columns.begin(), missing->columns.end(), [](const auto& one) {
              return one.name == "why";
          })->text.front() == "not_stated");
}

TEST_CASE("a plan's notes alone are a table too") {
    const Table table =
        brecha::report::table_of({Note{"P101", Severity::warning, "", "/a", 4, 0, "unknown field", ""}});
    CHECK(table.name == "notes");
    CHECK(table.rows == 1);
    for (const auto& column : table.columns) {
        INFO(column.name);
        CHECK(column.valid.front() == (column.name != "column" && column.name != "help"));
    }
}
