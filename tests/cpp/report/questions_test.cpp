#include "catch.hpp"

#include "report/questions.hpp"

#include "sample_view.hpp"

using namespace sample;
using brecha::report::questions_of;

TEST_CASE("the question that settles most comes first") {
    const auto title = missing("title", "Plan", "title");
    const auto stage = missing("stage", "Plan", "stage", "At which stage is the plan?");
    const View sample_view = view({requirement("A-1", {finding({}, {cell(Truth::unknown, {title})})}),
                                   requirement("A-2", {finding({}, {cell(Truth::unknown, {stage})})}),
                                   requirement("A-3", {finding({}, {cell(Truth::unknown, {stage})})}),
                                   requirement("A-4", {finding({}, {cell(Truth::unknown, {title, stage})})})});
    const auto questions = questions_of(sample_view);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].question == "At which stage is the plan?");
    CHECK(questions[0].rank == 1);
    CHECK(questions[0].settles == 2);
    CHECK(questions[0].settles_with_above == 2);
    CHECK(questions[0].may_show_gaps == 3);
    CHECK(questions[0].fields == std::vector<std::string>{"Plan.stage"});
    CHECK(questions[0].themes == std::vector<std::string>{"governance"});
    CHECK(questions[1].question == "What is the title?");
    CHECK(questions[1].settles == 1);
    CHECK(questions[1].settles_with_above == 4);  // A-4 needs both
}

TEST_CASE("one question asks the same of several items") {
    const View sample_view = view({requirement(
        "A-1", {finding("agencies/ict",
                        {cell(Truth::unknown, {missing("agencies/ict/sector", "Agency", "sector", "", "ict")})}),
                finding("agencies/msp",
                        {cell(Truth::unknown, {missing("agencies/msp/sector", "Agency", "sector", "", "msp")})})})});
    const auto questions = questions_of(sample_view);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].question == "What is the sector of ict and msp?");
    CHECK(questions[0].places == std::vector<std::string>{"agencies/ict/sector", "agencies/msp/sector"});
    CHECK(questions[0].subjects == std::vector<std::string>{"ict", "msp"});
    CHECK(questions[0].requirements == std::vector<std::string>{"A-1"});
    CHECK(questions[0].settles == 2);
}

TEST_CASE("where no single answer settles anything, the one that brings most nearer comes first") {
    const auto a = missing("a", "Plan", "a"), b = missing("b", "Plan", "b"), c = missing("c", "Plan", "c");
    const View sample_view = view({requirement("A-1", {finding({}, {cell(Truth::unknown, {a, b})})}),
                                   requirement("A-2", {finding({}, {cell(Truth::unknown, {b, c})})})});
    const auto questions = questions_of(sample_view);
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].places.front() == "b");
    CHECK(questions[0].settles_with_above == 0);
    CHECK(questions[2].settles_with_above == 2);
}

TEST_CASE("an unknown whose `after` is itself open waits") {
    auto follow_up = requirement("A-2", {finding({}, {cell(Truth::unknown, {missing("b", "Plan", "b")})}),
                                         finding("x", {cell(Truth::unknown, {missing("b", "Plan", "b")})})});
    const auto first = requirement("A-1", {finding({}, {cell(Truth::unknown, {missing("a", "Plan", "a")})})});
    put_after(follow_up, 0, first);
    const View sample_view = view({first, follow_up});
    const auto questions = questions_of(sample_view);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].places.front() == "a");  // though "b" would settle two
    CHECK(questions[0].settles == 1);
    CHECK(questions[1].places.front() == "b");
    CHECK(questions[1].settles == 2);  // by itself; it only comes later
    CHECK(questions[1].settles_with_above == 3);
}

TEST_CASE("gaps and met findings ask nothing, and as many questions come as are wanted") {
    const View sample_view =
        view({requirement("A-1",
                          {finding({}, {cell(Truth::fails), cell(Truth::unknown, {missing("a", "Plan", "a")}, ".2")})}),
              requirement("A-2", {finding({}, {cell(Truth::unknown, {missing("b", "Plan", "b")})})}),
              requirement("A-3", {finding({}, {cell(Truth::unknown, {missing("c", "Plan", "c")})})}),
              requirement("A-4", {finding({}, {cell(Truth::holds)})})});
    CHECK(questions_of(sample_view).size() == 2);
    CHECK(questions_of(sample_view, 1).size() == 1);
    CHECK(questions_of(view({})).empty());
}

TEST_CASE("what the first question settles alone is what is settled once it is answered") {
    // Both findings wait for "a" alone, the second behind the first: one answer settles both.
    auto follow_up = requirement("A-2", {finding({}, {cell(Truth::unknown, {missing("a", "Plan", "a")})})});
    const auto first = requirement("A-1", {finding({}, {cell(Truth::unknown, {missing("a", "Plan", "a")})})});
    put_after(follow_up, 0, first);
    const auto questions = questions_of(view({first, follow_up}));
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].settles == 2);
    CHECK(questions[0].settles_with_above == 2);
}
