// The deepest rules and plans there may be, in a thread with the smallest stack that a host has (musl: 128 KiB); and
// what is deeper is told.
#include "catch.hpp"

#include <brecha/brecha.hpp>
#include <brecha/grammar/parse.hpp>

#include "model/check.hpp"

#include <cstdint>
#include <exception>
#include <functional>
#include <string>

#if !defined(_WIN32)
#include <pthread.h>
#endif

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t small_stack = 1u << 20;  // sanitizers put much beside each local
#else
constexpr std::size_t small_stack = 128u << 10;
#endif

/// Runs `work` in a thread with a small stack. Catch's macros are not used in it.
void on_small_stack(const std::function<void()>& work) {
#if defined(_WIN32)
    work();
#else
    struct Call {
        const std::function<void()>& work;
        std::exception_ptr thrown = nullptr;
    } call{work};
    pthread_attr_t attributes;
    pthread_t thread;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, small_stack) == 0);
    const auto run = [](void* context) -> void* {
        Call& made = *static_cast<Call*>(context);
        try {
            made.work();
        } catch (...) { made.thrown = std::current_exception(); }
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, run, &call) == 0);
    pthread_attr_destroy(&attributes);
    pthread_join(thread, nullptr);
    if (call.thrown) std::rethrow_exception(call.thrown);
#endif
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string rules(const std::string& declarations, const std::string& requirements,
                  const std::string& vocabulary = "entity Plan root { n number  yes yes_no }") {
    return "vocabulary v 1 { " + vocabulary +
           " }\nruleset r 1 {\n title en \"R\"\n uses v 1\n source S { title en \"S\" }\n" + declarations + "\n" +
           requirements + "\n}\n";
}

std::string requirement(const std::string& id, const std::string& lines) {
    return "requirement " + id + " { title en \"T\" shall source S \"1\"\n" + lines + "\n}\n";
}

std::string one_rule(const std::string& condition) { return rules("", requirement("A-1", "require " + condition)); }

/// Everything that a host can ask of a ruleset and a report. What went wrong; empty where nothing did.
std::string all_of(const std::string& text, const std::string& plan) {
    const auto ruleset = brecha::compile({{"deep.brecha", text}});
    if (!ruleset) return brecha::render(ruleset.diagnostics(), "en");
    (void)ruleset->printed();
    (void)ruleset->vocabulary();
    (void)ruleset->blank_plan();
    (void)ruleset->run_tests();
    if (!brecha::format("deep.brecha", text)) return "not formatted";
    const auto read = ruleset->read_plan(plan);
    if (!read) return brecha::render(read.diagnostics(), "en");
    const auto report = ruleset->assess(*read, {.as_of = brecha::Date{2026, 1, 15}});
    if (!report) return brecha::render(report.diagnostics(), "en");
    (void)report->findings();
    (void)report->findings("es", true);
    (void)report->gaps();
    (void)report->missing();
    (void)report->evidence();
    (void)report->questions();
    for (const auto& one : ruleset->requirements()) (void)report->why(one.id);
    (void)report->to_json("fr");
    return {};
}

std::string first_code(const std::string& text) {
    const auto ruleset = brecha::compile({{"deep.brecha", text}});
    return ruleset.diagnostics().empty() ? std::string() : ruleset.diagnostics().front().code;
}

void fits(const std::string& text, const std::string& plan = "{}") {
    std::string wrong = "not run";
    on_small_stack([&] { wrong = all_of(text, plan); });
    CHECK(wrong == "");
}

void is_told(const std::string& text, const std::string& code = "B108") {
    std::string told;
    on_small_stack([&] { told = first_code(text); });
    CHECK(told == code);
}

constexpr std::size_t nesting = brecha::grammar::greatest_nesting;
constexpr std::size_t depth = brecha::model::greatest_depth;

/// d0 is a number of the plan; each further one adds to the one before it.
std::string definitions(std::size_t count, bool backwards) {
    std::string all;
    const auto line = [](std::size_t i) {
        return "define d" + std::to_string(i) + " = " +
               (i == 0 ? std::string("plan.n") : "d" + std::to_string(i - 1) + " + 1") + "\n";
    };
    for (std::size_t i = 0; i < count; ++i) all += line(backwards ? count - 1 - i : i);
    return all;
}

std::string lets(std::size_t count) {
    std::string all = "let d0 = plan.n\n";
    for (std::size_t i = 1; i < count; ++i)
        all += "let d" + std::to_string(i) + " = d" + std::to_string(i - 1) + " + 1\n";
    return all;
}

std::string entities(std::size_t count) {
    std::string all = "entity Plan root { inner list of E1 }\n";
    for (std::size_t i = 1; i < count; ++i)
        all += "entity E" + std::to_string(i) + " { n number  " +
               (i + 1 < count ? "inner list of E" + std::to_string(i + 1) : std::string()) + " }\n";
    return all;
}

std::string verdicts(std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += requirement("A-" + std::to_string(i), i + 1 < count
                                                         ? "require requirement A-" + std::to_string(i + 1) + " is met"
                                                         : std::string("require plan.yes"));
    return all;
}

}  // namespace

TEST_CASE("the deepest expressions there may be fit a small stack", "[depth]") {
    fits(one_rule(repeated("(", nesting - 1) + "plan.yes" + repeated(")", nesting - 1)));
    fits(one_rule(repeated("not ", nesting - 1) + "plan.yes"));
    fits(one_rule(repeated("if plan.n > 1 then plan.yes else ", nesting - 1) + "plan.yes"));
    fits(one_rule(repeated("abs(", nesting - 2) + "plan.n" + repeated(")", nesting - 2) + " > 1"));
    fits(one_rule("plan.n > " + repeated("-(", nesting / 2 - 2) + "plan.n" + repeated(")", nesting / 2 - 2)));
    std::string some, all_of_them = "0";
    for (std::size_t i = 0; i < 40; ++i) {
        some += "some x" + std::to_string(i) + " in {1} : ";
        all_of_them += " + x" + std::to_string(i);
    }
    fits(one_rule(some + all_of_them + " > plan.n"));
}

TEST_CASE("expressions that are deeper are told", "[depth]") {
    for (const std::size_t count : {nesting + 1, std::size_t(100'000)}) {
        is_told(one_rule(repeated("(", count) + "plan.yes" + repeated(")", count)));
        is_told(one_rule(repeated("not ", count) + "plan.yes"));
        is_told(one_rule(repeated("if plan.yes then plan.yes else ", count) + "plan.yes"));
        is_told(one_rule(repeated("abs(", count) + "plan.n" + repeated(")", count) + " > 1"));
        is_told(one_rule("plan.n > " + repeated("-", count) + "plan.n"));
        is_told(one_rule("plan" + repeated(".n", count)));
        is_told(one_rule("plan" + repeated("[1", count) + repeated("]", count)));
    }
}

TEST_CASE("chains of definitions, variables and verdicts fit a small stack, and longer ones are told", "[depth]") {
    for (const bool backwards : {false, true}) {
        fits(rules(definitions(depth / 2 - 5, backwards),
                   requirement("A-1", "require d" + std::to_string(depth / 2 - 6) + " > 1")));
        is_told(rules(definitions(2'000, backwards), requirement("A-1", "require d1999 > 1")));
        is_told(rules(definitions(20'000, backwards), requirement("A-1", "require d1 > 1")));
    }
    fits(rules("", requirement("A-1", lets(depth / 2 - 5) + "require d" + std::to_string(depth / 2 - 6) + " > 1")));
    is_told(rules("", requirement("A-1", lets(7'000) + "require d6999 > 1")));
    fits(rules("", verdicts(depth - 10)));
    is_told(rules("", verdicts(5'000)));
}

TEST_CASE("entities in each other: as deep as a plan can be, not deeper", "[depth]") {
    constexpr std::size_t most = brecha::model::greatest_entity_depth;
    const std::string plan = repeated("{\"inner\": [", most - 1) + "{\"n\": 1}" + repeated("]}", most - 1);
    fits(rules("", requirement("A-1", "each a in plan.inner each b in a.inner require some c in b.inner : c.n > 1"),
               entities(most)),
         plan);
    is_told(rules("", requirement("A-1", "require plan.inner is given"), entities(most + 1)));
    is_told(rules("", requirement("A-1", "require plan.inner is given"), entities(30'000)));
}

TEST_CASE("a unit to a high power is told", "[depth]") {
    std::string units = "unit m\nunit u1 = m * m\n";
    for (int i = 2; i < 40; ++i)
        units += "unit u" + std::to_string(i) + " = u" + std::to_string(i - 1) + " * u" + std::to_string(i - 1) + "\n";
    is_told(rules("", requirement("A-1", "require plan.yes"), units + "entity Plan root { yes yes_no }"));
    const std::string metres = "unit m entity Plan root { n number in m }";
    is_told(rules("", requirement("A-1", "require " + repeated("plan.n * ", 30) + "plan.n > 1"), metres));
}

TEST_CASE("what goes round in a circle is told", "[depth]") {
    const std::string plan = " entity Plan root { yes yes_no }";
    is_told(rules("", requirement("A-1", "require plan.yes"), "enum A extends B = a  enum B extends A = b" + plan),
            "B143");
    is_told(rules("", requirement("A-1", "require plan.yes"), "enum A extends A = a" + plan), "B143");
    is_told("vocabulary v 1 {" + plan +
                " } ruleset r 1 { title en \"R\" uses v 1 uses s 1 } ruleset s 1 { title en \"S\" uses v 1 uses r 1 }",
            "B143");
}

TEST_CASE("an enumeration may extend one that is declared further down", "[depth]") {
    const std::string vocabulary = "enum A extends B = a  enum B extends C = b  enum C = c  entity Plan root { one A }";
    fits(rules("", requirement("A-1", "require plan.one is one of {a, b, c}"), vocabulary), R"({"one": "c"})");
}

TEST_CASE("a name of many letters is cut where a message shows it", "[depth]") {
    const std::string name(100'000, 'x');
    for (const std::string& text :
         {one_rule(name), one_rule(name + ".y = 1"), "ruleset r 1 { uses " + name + " 1 }", name}) {
        const auto ruleset = brecha::compile({{"long.brecha", text}});
        REQUIRE_FALSE(ruleset);
        const std::string told = brecha::render(ruleset.diagnostics(), "en");
        CHECK(told.size() < 3'000);
        CHECK_THAT(told, Catch::Matchers::ContainsSubstring("…"));
    }
}

TEST_CASE("what a case sets of a parameter whose value is wrong is not looked at", "[depth]") {
    const std::string vocabulary = "enum Level = low, high  entity Plan root { n number }";
    const std::string text = rules("parameter wanted = lov", requirement("A-1", "require plan.n >= 1"), vocabulary) +
                             "tests for r { case en \"c\" { plan { } set wanted = low expect A-1 unknown } }";
    const auto ruleset = brecha::compile({{"typo.brecha", text}});
    REQUIRE(ruleset.diagnostics().size() == 1);
    CHECK(ruleset.diagnostics().front().code == "B131");
    CHECK_THAT(brecha::render(ruleset.diagnostics(), "en"), Catch::Matchers::ContainsSubstring("low?"));
}
