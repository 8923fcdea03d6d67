// brecha.h as a program in C calls it: what it gives is what brecha.hpp gives; what cannot be used is told, never
// thrown.
#include "catch.hpp"

#include <brecha/brecha.h>
#include <algorithm>
#include <brecha/brecha.hpp>

#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

// A sanitizer brings its own operators new and delete: what happens where memory runs out is tried without one.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define BRECHA_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BRECHA_SANITIZED
#endif

#ifndef BRECHA_SANITIZED
namespace {

/// How many more times memory is given before it is not, once; below zero: always.
std::atomic<long> allocations_left = -1;

}  // namespace

// Whatever the tests and the library allocate comes from here.
void* operator new(std::size_t size) {
    if (allocations_left.load(std::memory_order_relaxed) >= 0 && allocations_left.fetch_sub(1) == 0)
        throw std::bad_alloc();
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return operator new(size);
    } catch (const std::bad_alloc&) { return nullptr; }
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace {

constexpr const char* pier_rules = R"(
vocabulary pier_plan 1 {
  entity Plan root { stage one of drafted < approved  guards list of Guard  drills list of Drill }
  entity Guard key id { id text  trained yes_no  badges list of text }
  entity Drill key id { id text  kind one of fire, flood }
}
ruleset pier 1.2.0 {
  title en "Pier" es "Muelle"
  uses pier_plan 1
  source HANDBOOK { title "Pier handbook" publisher "Port office" date 2024-01-15 standing guidance }
  parameter fewest = 2 { source HANDBOOK "section 2" }
  requirement P-1 was P-OLD {
    title en "Every guard is trained" es "Cada guardia está capacitado"
    shall
    source HANDBOOK "section 1"
    each one in plan.guards
    require one.trained
    gap en "{one.id} is not trained" es "{one.id} no está capacitado"
    effort 2 weeks
  }
  requirement P-2 {
    title en "There are enough guards" es "Hay bastantes guardias"
    shall
    source HANDBOOK "section 2"
    require count(plan.guards) >= fewest
  }
  requirement P-3 {
    title en "Fire and flood are drilled" es "Se hacen simulacros de incendio y de inundación"
    shall
    source HANDBOOK "section 3"
    require some one in plan.drills : one.kind = fire
    require some one in plan.drills : one.kind = flood
  }
}
)";
constexpr const char* pier_plan =
    R"({"stage": "drafted", "guards": [{"id": "north", "trained": false}, {"id": "south", "trained": true, "hat": 1}]})";

/// A handle that destroys itself. out() is where a function puts one.
template <typename Handle, void (*destroy)(Handle*)>
class Owned {
public:
    Owned() = default;
    Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    ~Owned() { destroy(handle_); }
    Handle** out() {
        destroy(std::exchange(handle_, nullptr));
        return &handle_;
    }
    operator Handle*() const { return handle_; }

private:
    Handle* handle_ = nullptr;
};
using Text = Owned<brecha_text, brecha_text_destroy>;
using Diagnostics = Owned<brecha_diagnostics, brecha_diagnostics_destroy>;
using RowsOf = Owned<brecha_table, brecha_table_destroy>;
using Rules = Owned<brecha_ruleset, brecha_ruleset_destroy>;
using OnePlan = Owned<brecha_plan, brecha_plan_destroy>;
using ManyPlans = Owned<brecha_plans, brecha_plans_destroy>;
using Report = Owned<brecha_assessment, brecha_assessment_destroy>;
using VerdictBytes = Owned<brecha_verdicts, brecha_verdicts_destroy>;

brecha_named_text named(const char* name, const char* text) { return {name, text, std::strlen(text)}; }

brecha_assess_options on_that_day() {
    brecha_assess_options options = BRECHA_ASSESS_OPTIONS;
    options.as_of = {2026, 1, 15};
    return options;
}

Rules pier() {
    Rules rules;
    const brecha_named_text text = named("pier.brecha", pier_rules);
    REQUIRE(brecha_compile(&text, 1, nullptr, rules.out(), nullptr) == BRECHA_OK);
    return rules;
}

OnePlan plan_for(const Rules& rules, const std::string& json = pier_plan) {
    OnePlan plan;
    REQUIRE(brecha_ruleset_read_plan(rules, json.data(), json.size(), nullptr, plan.out(), nullptr) == BRECHA_OK);
    return plan;
}

std::string text_in(const Text& text) { return {brecha_text_data(text), brecha_text_size(text)}; }

std::string cell(const RowsOf& table, std::size_t row, const char* column) {
    const std::size_t found = brecha_table_column(table, column);
    REQUIRE(found != BRECHA_NO_COLUMN);
    std::size_t size = 0;
    const char* text = brecha_table_cell(table, row, found, &size);
    REQUIRE(std::strlen(text) == size);
    return text;
}

}  // namespace

TEST_CASE("a program in C goes from rules to gaps, and gets what brecha.hpp gives") {
    const Rules rules = pier();
    CHECK(std::string(brecha_ruleset_name(rules)) == "pier");
    CHECK(std::string(brecha_ruleset_version(rules)) == "1.2.0");
    REQUIRE(brecha_ruleset_requirement_count(rules) == 3);
    CHECK(std::string(brecha_ruleset_requirement_id(rules, 1)) == "P-2");
    CHECK(std::string(brecha_ruleset_requirement_id(rules, 3)).empty());

    const auto same = brecha::compile({{"pier.brecha", pier_rules}});
    REQUIRE(same);
    CHECK(brecha_ruleset_sha256(rules) == same->sha256());
    Text text;
    CHECK(brecha_ruleset_title(rules, "es-CR", text.out()) == BRECHA_OK);
    CHECK(text_in(text) == "Muelle");
    CHECK(brecha_ruleset_blank_plan(rules, "pt", text.out()) == BRECHA_OK);
    CHECK(text_in(text) == same->blank_plan("pt"));

    brecha_plan_options named_so = BRECHA_PLAN_OPTIONS;
    named_so.name = "pier.json";
    OnePlan plan;
    REQUIRE(brecha_ruleset_read_plan(rules, pier_plan, std::strlen(pier_plan), &named_so, plan.out(), nullptr) ==
            BRECHA_OK);
    CHECK(std::string(brecha_plan_name(plan)) == "pier.json");
    const auto same_plan = same->read_plan(pier_plan, {.name = "pier.json"});
    CHECK(brecha_plan_sha256(plan) == same_plan->sha256());
    RowsOf notes;
    REQUIRE(brecha_plan_notes(plan, "es", notes.out()) == BRECHA_OK);
    REQUIRE(brecha_table_row_count(notes) == same_plan->notes().size());
    REQUIRE(brecha_table_row_count(notes) == 1);
    CHECK(cell(notes, 0, "message") == same_plan->notes("es").front().message);

    const brecha_assess_options how = on_that_day();
    Report report;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
    const auto same_report = same->assess(*same_plan, {.as_of = brecha::Date{2026, 1, 15}});
    CHECK(brecha_assessment_to_json(report, "fr", text.out()) == BRECHA_OK);
    CHECK(text_in(text) == same_report->to_json("fr"));

    brecha_summary summary = {};
    summary.size = sizeof summary;
    REQUIRE(brecha_assessment_summary(report, &summary) == BRECHA_OK);
    const brecha::Summary same_summary = same_report->summary();
    CHECK(summary.requirements == 3);
    CHECK(summary.gaps == 1);
    CHECK(summary.met == same_summary.met);
    CHECK(summary.partly_met == same_summary.partly_met);
    CHECK(summary.not_met == same_summary.not_met);
    CHECK(summary.unknown == same_summary.unknown);
    CHECK(summary.not_applicable == same_summary.not_applicable);
    CHECK(summary.judged == same_summary.judged);
    CHECK(summary.weakened == same_summary.weakened);
    CHECK(summary.findings == same_summary.findings);
    CHECK(summary.gap_findings == same_summary.gap_findings);
    CHECK(summary.unknown_findings == same_summary.unknown_findings);
    CHECK(summary.lowest == same_summary.lowest);
    CHECK(summary.highest == same_summary.highest);

    brecha_verdict verdict = BRECHA_UNKNOWN;
    CHECK(brecha_assessment_verdict(report, "P-OLD", &verdict) == BRECHA_OK);
    CHECK(verdict == BRECHA_PARTLY_MET);
    CHECK(std::string(brecha_verdict_text(verdict)) == "partly_met");
    CHECK(brecha_assessment_verdict(report, "P-9", &verdict) == BRECHA_NOT_THERE);

    RowsOf gaps;
    REQUIRE(brecha_assessment_table(report, "gaps", "es", gaps.out()) == BRECHA_OK);
    REQUIRE(brecha_table_row_count(gaps) == 1);
    CHECK(cell(gaps, 0, "requirement") == "P-1");  // a text
    CHECK(cell(gaps, 0, "verdict") == "not_met");  // a category
    CHECK(cell(gaps, 0, "message") == "north no está capacitado");
    CHECK(cell(gaps, 0, "is_gap") == "true");                 // a yes or no
    CHECK(cell(gaps, 0, "fails") == "1");                     // a whole number
    CHECK(cell(gaps, 0, "effort_days") == "14");              // a number
    CHECK(cell(gaps, 0, "as_of") == "2026-01-15");            // a date
    CHECK(cell(gaps, 0, "sources") == "HANDBOOK section 1");  // a list
    CHECK(cell(gaps, 0, "waived_until").empty());             // nothing
    CHECK(std::string(brecha_table_column_name(gaps, 0)) == "assessment");
    CHECK(brecha_assessment_table(report, "no such table", nullptr, gaps.out()) == BRECHA_NOT_THERE);
    CHECK(gaps == nullptr);
}

TEST_CASE("an assessment made through the C interface outlives its ruleset and its plan") {
    Report report;
    {
        const Rules rules = pier();
        const OnePlan plan = plan_for(rules);
        const brecha_assess_options how = on_that_day();
        REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
    }
    Text json;
    CHECK(brecha_assessment_to_json(report, nullptr, json.out()) == BRECHA_OK);
    CHECK_THAT(text_in(json), Catch::Matchers::ContainsSubstring("\"partly_met\""));
}

TEST_CASE("the C interface hands out diagnostics as text and as JSON, in a language or the author's") {
    const std::string broken = R"(conjunto_de_reglas muelle 1 { usa nada 1 })";
    const brecha_named_text text = named("muelle.brecha", broken.c_str());
    Rules rules;
    Diagnostics why;
    REQUIRE(brecha_compile(&text, 1, nullptr, rules.out(), why.out()) == BRECHA_REFUSED);
    CHECK(rules == nullptr);
    const auto same = brecha::compile({{"muelle.brecha", broken}}).diagnostics();
    REQUIRE(brecha_diagnostics_count(why) == same.size());
    REQUIRE(!same.empty());
    CHECK(brecha_diagnostics_code(why, 0) == same.front().code);
    CHECK(std::string(brecha_diagnostics_code(why, same.size())).empty());
    Text shown;
    CHECK(brecha_diagnostics_to_text(why, "fr", shown.out()) == BRECHA_OK);
    CHECK(text_in(shown) == brecha::render(same, "fr"));
    CHECK(brecha_diagnostics_to_text(why, nullptr, shown.out()) == BRECHA_OK);
    CHECK(text_in(shown) == brecha::render(same));
    CHECK(brecha_diagnostics_to_json(why, "en", shown.out()) == BRECHA_OK);
    CHECK(text_in(shown) == brecha::diagnostics_to_json(same, "en"));
    CHECK_THAT(text_in(shown), Catch::Matchers::ContainsSubstring("\"file\": \"muelle.brecha\",\n    \"line\": 1"));
    // Nobody has to take them; an answer that is no refusal has none.
    CHECK(brecha_compile(&text, 1, nullptr, rules.out(), nullptr) == BRECHA_REFUSED);

    // Of nothing there is nothing to say.
    CHECK(brecha_diagnostics_to_text(nullptr, "en", shown.out()) == BRECHA_OK);
    CHECK(text_in(shown).empty());
    CHECK(brecha_diagnostics_to_json(nullptr, "en", shown.out()) == BRECHA_OK);
    CHECK(text_in(shown) == "[]\n");

    brecha_diagnostics* before = why;
    const brecha_named_text warned = named("warned.brecha", R"(
        vocabulary v 1 { entity Plan root { x yes_no } }
        ruleset r 1 { title en "Rules" es "Reglas"  uses v 1
          source S { title "s" publisher "p" date 2024-01-01 standing guidance }
          requirement R-1 { title en "t" shall source S "1" require plan.x } })");
    REQUIRE(brecha_compile(&warned, 1, nullptr, rules.out(), &before) == BRECHA_OK);
    CHECK(before == nullptr);
    Diagnostics warnings;
    REQUIRE(brecha_ruleset_warnings(rules, warnings.out()) == BRECHA_OK);
    CHECK(brecha_diagnostics_count(warnings) == 1);
    CHECK(brecha_diagnostics_to_text(warnings, "en", shown.out()) == BRECHA_OK);
    CHECK_THAT(text_in(shown), Catch::Matchers::ContainsSubstring("B202"));
}

TEST_CASE("the C interface says why a ruleset, a plan or an option is refused") {
    Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    Diagnostics why;
    Report report;
    const auto refused = [&](const brecha_assess_options* how) {
        CHECK(brecha_ruleset_assess(rules, plan, how, report.out(), why.out()) == BRECHA_REFUSED);
        CHECK(report == nullptr);
        return std::string(brecha_diagnostics_code(why, 0));
    };
    CHECK(refused(nullptr) == "B513");  // no date
    brecha_assess_options how = on_that_day();
    how.as_of.day = 32;
    CHECK(refused(&how) == "B513");
    how = on_that_day();
    const brecha_parameter unknown = {"most", "3"};
    how.parameters = &unknown;
    how.parameter_count = 1;
    CHECK_FALSE(refused(&how).empty());
    how = on_that_day();
    how.greatest_row_count = 1;
    CHECK(refused(&how) == "B951");
    how = on_that_day();
    how.greatest_memory = 1;
    CHECK(refused(&how) == "B953");
    how = on_that_day();
    how.seconds = -1;
    CHECK(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_WRONG_ARGUMENT);

    OnePlan none;
    CHECK(brecha_ruleset_read_plan(rules, "{", 1, nullptr, none.out(), why.out()) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "P601");
    CHECK(brecha_ruleset_read_plan(rules, nullptr, 0, nullptr, none.out(), why.out()) == BRECHA_REFUSED);
    brecha_plan_options half = BRECHA_PLAN_OPTIONS;
    half.read = "half";
    CHECK(brecha_ruleset_read_plan(rules, pier_plan, std::strlen(pier_plan), &half, none.out(), why.out()) ==
          BRECHA_REFUSED);
    CHECK(brecha_load("no such ruleset", nullptr, rules.out(), why.out()) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B134");

    // A plan that another ruleset has read, though it is the same text.
    const Rules another = pier();
    how = on_that_day();
    CHECK(brecha_ruleset_assess(another, plan, &how, report.out(), why.out()) == BRECHA_REFUSED);
    CHECK(brecha_diagnostics_count(why) == 1);

    const char* tag = nullptr;
    CHECK(brecha_language("es-CR", &tag, why.out()) == BRECHA_OK);
    CHECK(std::string(tag) == "es");
    CHECK(why == nullptr);
    CHECK(brecha_language("spanisch", &tag, why.out()) == BRECHA_REFUSED);
    CHECK(tag == nullptr);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B110");
}

TEST_CASE("a parameter's value reaches an assessment through the C interface") {
    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    const brecha_parameter fewest = {"fewest", "3"};
    brecha_assess_options how = on_that_day();
    how.parameters = &fewest;
    how.parameter_count = 1;
    Report report;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
    brecha_verdict verdict = BRECHA_UNKNOWN;
    CHECK(brecha_assessment_verdict(report, "P-2", &verdict) == BRECHA_OK);
    CHECK(verdict == BRECHA_NOT_MET);
}

TEST_CASE("of plans read together through the C interface, one that cannot be read keeps its number") {
    const Rules rules = pier();
    const std::vector<brecha_named_text> texts = {named("first", pier_plan), named("broken", "{"),
                                                  named("last", R"({"guards": []})")};
    ManyPlans plans;
    REQUIRE(brecha_ruleset_read_plans(rules, texts.data(), texts.size(), nullptr, plans.out()) == BRECHA_OK);
    REQUIRE(brecha_plans_count(plans) == 3);
    OnePlan plan;
    Diagnostics why;
    CHECK(brecha_plans_plan(plans, 2, plan.out(), why.out()) == BRECHA_OK);
    CHECK(std::string(brecha_plan_name(plan)) == "last");
    CHECK(brecha_plans_plan(plans, 1, plan.out(), why.out()) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "P601");
    CHECK(brecha_plans_plan(plans, 3, plan.out(), why.out()) == BRECHA_WRONG_ARGUMENT);

    const brecha_assess_options how = on_that_day();
    VerdictBytes verdicts;
    REQUIRE(brecha_ruleset_verdicts(rules, plans, &how, verdicts.out(), why.out()) == BRECHA_OK);
    REQUIRE(brecha_verdicts_plan_count(verdicts) == 3);
    REQUIRE(brecha_verdicts_requirement_count(verdicts) == 3);
    const brecha_verdict* bytes = brecha_verdicts_data(verdicts);
    CHECK(std::vector<brecha_verdict>(bytes, bytes + 9) ==
          std::vector<brecha_verdict>{BRECHA_PARTLY_MET, BRECHA_PLAN_NOT_READ, BRECHA_NOT_APPLICABLE,  //
                                      BRECHA_MET, BRECHA_PLAN_NOT_READ, BRECHA_NOT_MET,                //
                                      BRECHA_UNKNOWN, BRECHA_PLAN_NOT_READ, BRECHA_UNKNOWN});

    brecha_assessment* reports[3] = {nullptr, reinterpret_cast<brecha_assessment*>(&why), nullptr};
    REQUIRE(brecha_ruleset_assess_plans(rules, plans, &how, reports, why.out()) == BRECHA_OK);
    CHECK(reports[1] == nullptr);
    brecha_verdict verdict = BRECHA_UNKNOWN;
    CHECK(brecha_assessment_verdict(reports[2], "P-2", &verdict) == BRECHA_OK);
    CHECK(verdict == BRECHA_NOT_MET);
    for (brecha_assessment* report : reports) brecha_assessment_destroy(report);

    CHECK(brecha_ruleset_assess_plans(rules, plans, nullptr, reports, why.out()) == BRECHA_REFUSED);  // no date
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B513");
    CHECK(brecha_diagnostics_count(why) == 1);
    for (brecha_assessment* report : reports) CHECK(report == nullptr);
    CHECK(brecha_ruleset_verdicts(rules, plans, nullptr, verdicts.out(), why.out()) == BRECHA_REFUSED);
    CHECK(verdicts == nullptr);

    // All of them can be read, or there are none.
    REQUIRE(brecha_ruleset_read_plans(rules, texts.data(), 1, nullptr, plans.out()) == BRECHA_OK);
    REQUIRE(brecha_ruleset_verdicts(rules, plans, &how, verdicts.out(), nullptr) == BRECHA_OK);
    CHECK(brecha_verdicts_data(verdicts)[1] == BRECHA_MET);
    REQUIRE(brecha_ruleset_read_plans(rules, nullptr, 0, nullptr, plans.out()) == BRECHA_OK);
    CHECK(brecha_ruleset_verdicts(rules, plans, &how, verdicts.out(), nullptr) == BRECHA_OK);
    CHECK(brecha_verdicts_plan_count(verdicts) == 0);
    CHECK(brecha_ruleset_assess_plans(rules, plans, &how, nullptr, nullptr) == BRECHA_OK);
}

TEST_CASE("a call from C ends at its limit of time") {
    const Rules rules = pier();
    const std::vector<brecha_named_text> texts(20'000, named("plan", pier_plan));
    ManyPlans plans;
    REQUIRE(brecha_ruleset_read_plans(rules, texts.data(), texts.size(), nullptr, plans.out()) == BRECHA_OK);
    std::vector<brecha_assessment*> reports(texts.size());
    Diagnostics why;
    brecha_assess_options how = on_that_day();
    how.seconds = 1e-9;
    CHECK(brecha_ruleset_assess_plans(rules, plans, &how, reports.data(), why.out()) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B954");
    CHECK(
        std::all_of(reports.begin(), reports.end(), [](const brecha_assessment* report) { return report == nullptr; }));
}

namespace {

/// What a host in C hands to its question: asked on the thread of the call, answered from another.
struct Answers {
    const std::thread::id caller = std::this_thread::get_id();
    std::atomic<int> asked = 0;
    std::atomic<bool> stopped = false, elsewhere = false;
};

int32_t asks(void* context) {
    auto& answers = *static_cast<Answers*>(context);
    ++answers.asked;
    if (std::this_thread::get_id() != answers.caller) answers.elsewhere = true;
    return answers.stopped ? 1 : 0;
}

/// Calls until the host says stop, which another thread does once it was asked; not for ever, where no call takes so
/// long that it asks.
brecha_status stopped_in(Answers& answers, const std::function<brecha_status()>& call) {
    std::atomic<bool> over = false;
    std::thread other([&] {
        while (answers.asked == 0 && !over) std::this_thread::yield();
        answers.stopped = true;
    });
    brecha_status status = BRECHA_OK;
    for (int calls = 0; status == BRECHA_OK && calls < 100; ++calls) status = call();
    over = true;
    other.join();
    CHECK(!answers.elsewhere);
    return status;
}

std::string many_rules() {
    std::string text = pier_rules;
    text.resize(text.rfind('}'));
    for (int i = 0; i < 5'000; ++i)
        text += "requirement Q-" + std::to_string(i) +
                " { title \"t\" shall source HANDBOOK \"s\" require count(plan.guards) >= " + std::to_string(i) +
                " }\n";
    return text + "}\n";
}

}  // namespace

TEST_CASE("a host in C stops a call from another thread") {
    const std::string many = many_rules();
    const brecha_named_text text = named("many.brecha", many.c_str());
    Diagnostics why;
    Answers of_rules;
    brecha_limits limits = BRECHA_LIMITS;
    limits.stop = asks;
    limits.stop_context = &of_rules;
    brecha_load_options where = BRECHA_LOAD_OPTIONS;
    where.limits = &limits;
    Rules compiled;
    CHECK(stopped_in(of_rules, [&] { return brecha_compile(&text, 1, &where, compiled.out(), why.out()); }) ==
          BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B955");
    CHECK(compiled == nullptr);

    // While the rules are lowered, or after, whatever takes long on the machine.
    REQUIRE(brecha_compile(&text, 1, nullptr, compiled.out(), why.out()) == BRECHA_OK);
    const std::vector<brecha_named_text> texts(5'000, named("plan", pier_plan));
    ManyPlans plans;
    REQUIRE(brecha_ruleset_read_plans(compiled, texts.data(), texts.size(), nullptr, plans.out()) == BRECHA_OK);
    std::vector<brecha_assessment*> reports(texts.size());
    Answers of_reports;
    brecha_assess_options how = on_that_day();
    how.stop = asks;
    how.stop_context = &of_reports;
    CHECK(stopped_in(of_reports, [&] {
              for (brecha_assessment*& report : reports) {
                  brecha_assessment_destroy(report);
                  report = nullptr;
              }
              return brecha_ruleset_assess_plans(compiled, plans, &how, reports.data(), why.out());
          }) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B955");
}

TEST_CASE("what a host in C reads is held to its time and its sizes") {
    const Rules rules = pier();
    brecha_limits limits = BRECHA_LIMITS;
    brecha_load_options where = BRECHA_LOAD_OPTIONS;
    brecha_plan_options how = BRECHA_PLAN_OPTIONS;
    where.limits = how.limits = &limits;
    Rules compiled;
    OnePlan plan;
    ManyPlans plans;
    Diagnostics why;
    const brecha_named_text of_rules = named("pier.brecha", pier_rules), of_plan = named("plan", pier_plan);
    const auto compile = [&] { return brecha_compile(&of_rules, 1, &where, compiled.out(), why.out()); };
    const auto read = [&] {
        return brecha_ruleset_read_plan(rules, of_plan.text, of_plan.size, &how, plan.out(), why.out());
    };
    const auto code = [&] { return std::string(brecha_diagnostics_code(why, 0)); };
    CHECK(compile() == BRECHA_OK);
    CHECK(read() == BRECHA_OK);

    limits.greatest_rules_size = 100;
    CHECK(compile() == BRECHA_REFUSED);
    CHECK(code() == "B108");
    limits.greatest_rules_size = 0;
    limits.greatest_plan_size = 100;
    CHECK(read() == BRECHA_REFUSED);
    CHECK(code() == "P601");
    CHECK(compile() == BRECHA_OK);
    REQUIRE(brecha_ruleset_read_plans(rules, &of_plan, 1, &how, plans.out()) == BRECHA_OK);
    CHECK(brecha_plans_plan(plans, 0, plan.out(), why.out()) == BRECHA_REFUSED);
    limits.greatest_plan_size = 0;
    limits.greatest_plan_nesting = 2;
    CHECK(read() == BRECHA_REFUSED);
    limits.greatest_plan_nesting = 3;
    CHECK(read() == BRECHA_OK);
    limits.greatest_plan_nesting = 65;  // more than the library can take
    CHECK(read() == BRECHA_WRONG_ARGUMENT);
    limits.greatest_plan_nesting = 64;
    limits.greatest_rules_nesting = 101;
    CHECK(compile() == BRECHA_WRONG_ARGUMENT);
    limits.greatest_rules_nesting = 100;
    limits.greatest_plan_size = std::uint64_t(1) << 32;
    CHECK(read() == BRECHA_WRONG_ARGUMENT);
    limits.greatest_plan_size = 0;
    limits.greatest_rules_size = (std::uint64_t(1) << 30) + 1;
    CHECK(compile() == BRECHA_WRONG_ARGUMENT);
    limits.greatest_rules_size = 0;
    CHECK(compile() == BRECHA_OK);
    CHECK(read() == BRECHA_OK);
    limits.seconds = 1e-9;
    CHECK(compile() == BRECHA_REFUSED);
    CHECK(code() == "B954");
    CHECK(read() == BRECHA_REFUSED);
    REQUIRE(brecha_ruleset_read_plans(rules, &of_plan, 1, &how, plans.out()) == BRECHA_OK);
    CHECK(brecha_plans_plan(plans, 0, plan.out(), why.out()) == BRECHA_REFUSED);
    CHECK(code() == "B954");
    limits.seconds = -1;
    CHECK(compile() == BRECHA_WRONG_ARGUMENT);

    // A program that was compiled when options had no limits.
    where.size = offsetof(brecha_load_options, limits);
    how.size = offsetof(brecha_plan_options, limits);
    CHECK(compile() == BRECHA_OK);
    CHECK(read() == BRECHA_OK);
}

TEST_CASE("a mistake of a program in C is a status, and what it gets is nothing") {
    Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    ManyPlans plans;
    const brecha_named_text text = named("plan", pier_plan);
    REQUIRE(brecha_ruleset_read_plans(rules, &text, 1, nullptr, plans.out()) == BRECHA_OK);
    const brecha_assess_options how = on_that_day();
    Report report;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);

    Rules no_rules;
    OnePlan no_plan;
    ManyPlans no_plans;
    Report no_report;
    VerdictBytes no_verdicts;
    RowsOf no_table;
    Text no_text;
    Diagnostics why;
    brecha_verdict verdict = BRECHA_MET;
    brecha_summary summary = {};
    summary.size = sizeof summary;
    const char* tag = nullptr;
    const brecha_named_text without_name = {nullptr, pier_plan, 3};
    const brecha_named_text without_text = {"plan", nullptr, 3};
    brecha_load_options search = BRECHA_LOAD_OPTIONS;
    search.search_count = 1;
    brecha_load_options search_of_nothing = search;
    const char* const nothing[] = {nullptr};
    search_of_nothing.search = nothing;
    brecha_assess_options parameters = how;
    parameters.parameter_count = 1;
    brecha_assess_options parameter_of_nothing = parameters;
    const brecha_parameter no_parameter = {nullptr, "3"};
    parameter_of_nothing.parameters = &no_parameter;

    const std::vector<std::function<brecha_status()>> mistakes = {
        [&] { return brecha_load(nullptr, nullptr, no_rules.out(), why.out()); },
        [&] { return brecha_load("core", nullptr, nullptr, why.out()); },
        [&] { return brecha_load("core", &search, no_rules.out(), why.out()); },
        [&] { return brecha_load("core", &search_of_nothing, no_rules.out(), why.out()); },
        [&] { return brecha_compile(nullptr, 1, nullptr, no_rules.out(), why.out()); },
        [&] { return brecha_compile(&without_name, 1, nullptr, no_rules.out(), why.out()); },
        [&] { return brecha_compile(&without_text, 1, nullptr, no_rules.out(), why.out()); },
        [&] { return brecha_ruleset_warnings(nullptr, why.out()); },
        [&] { return brecha_ruleset_title(nullptr, "en", no_text.out()); },
        [&] { return brecha_ruleset_title(rules, "klingon", no_text.out()); },
        [&] { return brecha_ruleset_title(rules, "\xff\xfe", no_text.out()); },
        [&] { return brecha_ruleset_title(rules, "", no_text.out()); },
        [&] { return brecha_ruleset_title(rules, "en", nullptr); },
        [&] { return brecha_ruleset_blank_plan(nullptr, "en", no_text.out()); },
        [&] { return brecha_ruleset_blank_plan(rules, "klingon", no_text.out()); },
        [&] { return brecha_ruleset_read_plan(nullptr, "{}", 2, nullptr, no_plan.out(), why.out()); },
        [&] { return brecha_ruleset_read_plan(rules, nullptr, 2, nullptr, no_plan.out(), why.out()); },
        [&] { return brecha_ruleset_read_plan(rules, "{}", 2, nullptr, nullptr, why.out()); },
        [&] { return brecha_plan_notes(nullptr, "en", no_table.out()); },
        [&] { return brecha_plan_notes(plan, "klingon", no_table.out()); },
        [&] { return brecha_ruleset_read_plans(rules, nullptr, 1, nullptr, no_plans.out()); },
        [&] { return brecha_ruleset_read_plans(rules, &without_text, 1, nullptr, no_plans.out()); },
        [&] { return brecha_ruleset_read_plans(nullptr, nullptr, 0, nullptr, no_plans.out()); },
        [&] { return brecha_plans_plan(nullptr, 0, no_plan.out(), why.out()); },
        [&] { return brecha_ruleset_assess(nullptr, plan, &how, no_report.out(), why.out()); },
        [&] { return brecha_ruleset_assess(rules, nullptr, &how, no_report.out(), why.out()); },
        [&] { return brecha_ruleset_assess(rules, plan, &how, nullptr, why.out()); },
        [&] { return brecha_ruleset_assess(rules, plan, &parameters, no_report.out(), why.out()); },
        [&] { return brecha_ruleset_assess(rules, plan, &parameter_of_nothing, no_report.out(), why.out()); },
        [&] { return brecha_ruleset_assess_plans(rules, plans, &how, nullptr, why.out()); },
        [&] { return brecha_ruleset_assess_plans(rules, nullptr, &how, no_report.out(), why.out()); },
        [&] { return brecha_ruleset_verdicts(rules, nullptr, &how, no_verdicts.out(), why.out()); },
        [&] { return brecha_ruleset_verdicts(nullptr, plans, &how, no_verdicts.out(), why.out()); },
        [&] { return brecha_assessment_summary(nullptr, &summary); },
        [&] { return brecha_assessment_summary(report, nullptr); },
        [&] { return brecha_assessment_verdict(nullptr, "P-1", &verdict); },
        [&] { return brecha_assessment_verdict(report, nullptr, &verdict); },
        [&] { return brecha_assessment_verdict(report, "P-1", nullptr); },
        [&] { return brecha_assessment_table(nullptr, "gaps", "en", no_table.out()); },
        [&] { return brecha_assessment_table(report, nullptr, "en", no_table.out()); },
        [&] { return brecha_assessment_table(report, "gaps", "klingon", no_table.out()); },
        [&] { return brecha_assessment_table(report, "gaps", "en", nullptr); },
        [&] { return brecha_assessment_to_json(nullptr, "en", no_text.out()); },
        [&] { return brecha_assessment_to_json(report, "klingon", no_text.out()); },
        [&] { return brecha_diagnostics_to_text(nullptr, "klingon", no_text.out()); },
        [&] { return brecha_diagnostics_to_json(nullptr, nullptr, nullptr); },
        [&] { return brecha_language(nullptr, &tag, why.out()); },
        [&] { return brecha_language("en", nullptr, why.out()); },
    };
    for (std::size_t index = 0; index < mistakes.size(); ++index) {
        INFO("mistake " << index);
        CHECK(mistakes[index]() == BRECHA_WRONG_ARGUMENT);
        CHECK(why == nullptr);
        CHECK((no_rules == nullptr && no_plan == nullptr && no_plans == nullptr && no_report == nullptr &&
               no_verdicts == nullptr && no_table == nullptr && no_text == nullptr && tag == nullptr));
    }
}

TEST_CASE("in the C interface nothing is a handle with nothing in it") {
    brecha_text_destroy(nullptr);
    brecha_diagnostics_destroy(nullptr);
    brecha_table_destroy(nullptr);
    brecha_ruleset_destroy(nullptr);
    brecha_plan_destroy(nullptr);
    brecha_plans_destroy(nullptr);
    brecha_assessment_destroy(nullptr);
    brecha_verdicts_destroy(nullptr);
    CHECK(brecha_text_size(nullptr) == 0);
    CHECK(brecha_diagnostics_count(nullptr) == 0);
    CHECK(brecha_table_row_count(nullptr) == 0);
    CHECK(brecha_table_column_count(nullptr) == 0);
    CHECK(brecha_table_column(nullptr, "plan") == BRECHA_NO_COLUMN);
    CHECK(brecha_ruleset_requirement_count(nullptr) == 0);
    CHECK(brecha_plans_count(nullptr) == 0);
    CHECK(brecha_verdicts_plan_count(nullptr) == 0);
    CHECK(brecha_verdicts_requirement_count(nullptr) == 0);
    CHECK(brecha_verdicts_data(nullptr) == nullptr);
    std::size_t size = 1;
    for (const char* text :
         {brecha_text_data(nullptr), brecha_diagnostics_code(nullptr, 0), brecha_table_column_name(nullptr, 0),
          brecha_table_cell(nullptr, 0, BRECHA_NO_COLUMN, &size), brecha_ruleset_name(nullptr),
          brecha_ruleset_version(nullptr), brecha_ruleset_sha256(nullptr), brecha_ruleset_requirement_id(nullptr, 0),
          brecha_plan_name(nullptr), brecha_plan_sha256(nullptr), brecha_verdict_text(5)})
        CHECK(std::string(text).empty());
    CHECK(size == 0);

    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    RowsOf notes;
    REQUIRE(brecha_plan_notes(plan, "en", notes.out()) == BRECHA_OK);
    CHECK(std::string(brecha_table_cell(notes, 0, brecha_table_column(notes, "no such column"), nullptr)).empty());
    CHECK(std::string(brecha_table_cell(notes, 1, 0, nullptr)).empty());
    CHECK(brecha_table_column(notes, nullptr) == BRECHA_NO_COLUMN);
}

TEST_CASE("options from another version of the C header are read as far as their size says") {
    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    Report report;
    struct {
        brecha_assess_options known;
        std::uint64_t later;
    } newer = {on_that_day(), 0};
    newer.known.size = sizeof newer;
    CHECK(brecha_ruleset_assess(rules, plan, &newer.known, report.out(), nullptr) == BRECHA_OK);
    newer.later = 1;  // asks for what this library cannot do
    CHECK(brecha_ruleset_assess(rules, plan, &newer.known, report.out(), nullptr) == BRECHA_WRONG_ARGUMENT);
    for (const std::size_t size : {std::size_t{0}, sizeof(brecha_assess_options) - 1, SIZE_MAX}) {
        brecha_assess_options how = on_that_day();
        how.size = size;
        CHECK(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_WRONG_ARGUMENT);
    }

    // The same for what is filled: a newer caller's further members become zero, whatever stood there.
    struct {
        brecha_summary known;
        std::uint64_t later;
    } wider = {{}, 7};
    wider.known.size = sizeof wider;
    const brecha_assess_options how = on_that_day();
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
    CHECK(brecha_assessment_summary(report, &wider.known) == BRECHA_OK);
    CHECK(wider.known.size == sizeof wider);
    CHECK(wider.known.gaps == 1);
    CHECK(wider.later == 0);
    wider.known.size = sizeof(std::size_t);
    CHECK(brecha_assessment_summary(report, &wider.known) == BRECHA_WRONG_ARGUMENT);

    // Where nothing applies there is no share.
    const Rules other = [] {
        Rules made;
        const brecha_named_text text = named("empty.brecha", R"(
            vocabulary v 1 { entity Plan root { x yes_no } }
            ruleset r 1 { uses v 1  source S { title "s" publisher "p" date 2024-01-01 standing guidance }
              requirement R-1 { title en "t" shall source S "1" when plan.x require plan.x } })");
        REQUIRE(brecha_compile(&text, 1, nullptr, made.out(), nullptr) == BRECHA_OK);
        return made;
    }();
    const OnePlan empty = plan_for(other, R"({"x": false})");
    REQUIRE(brecha_ruleset_assess(other, empty, &how, report.out(), nullptr) == BRECHA_OK);
    wider.known.size = sizeof(brecha_summary);
    REQUIRE(brecha_assessment_summary(report, &wider.known) == BRECHA_OK);
    CHECK(wider.known.not_applicable == 1);
    CHECK(std::isnan(wider.known.lowest));
    CHECK(std::isnan(wider.known.highest));
}

TEST_CASE("bytes that are not UTF-8 go through the C interface without harm") {
    const Rules rules = pier();
    const std::string bytes = "\xff\xfe\x80";
    Rules none;
    Diagnostics why;
    Text text;
    const brecha_named_text broken = {bytes.c_str(), bytes.data(), bytes.size()};
    CHECK(brecha_compile(&broken, 1, nullptr, none.out(), why.out()) == BRECHA_REFUSED);
    CHECK(brecha_diagnostics_to_text(why, "es", text.out()) == BRECHA_OK);
    CHECK(brecha_diagnostics_to_json(why, "es", text.out()) == BRECHA_OK);
    CHECK(brecha_load(bytes.c_str(), nullptr, none.out(), why.out()) == BRECHA_REFUSED);
    CHECK(brecha_diagnostics_to_json(why, "es", text.out()) == BRECHA_OK);

    brecha_plan_options named_so = BRECHA_PLAN_OPTIONS;
    named_so.name = bytes.c_str();
    OnePlan plan;
    CHECK(brecha_ruleset_read_plan(rules, bytes.data(), bytes.size(), &named_so, plan.out(), why.out()) ==
          BRECHA_REFUSED);
    REQUIRE(brecha_ruleset_read_plan(rules, pier_plan, std::strlen(pier_plan), &named_so, plan.out(), nullptr) ==
            BRECHA_OK);
    const brecha_parameter parameter = {bytes.c_str(), bytes.c_str()};
    brecha_assess_options how = on_that_day();
    Report report;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
    CHECK(brecha_assessment_to_json(report, "es", text.out()) == BRECHA_OK);
    RowsOf gaps;
    CHECK(brecha_assessment_table(report, "gaps", "es", gaps.out()) == BRECHA_OK);
    how.parameters = &parameter;
    how.parameter_count = 1;
    CHECK(brecha_ruleset_assess(rules, plan, &how, report.out(), why.out()) == BRECHA_REFUSED);
    // A plan may hold a zero byte; nothing ends there.
    const std::string zero("{\"stage\": \"dra\0fted\"}", 21);
    CHECK(brecha_ruleset_read_plan(rules, zero.data(), zero.size(), nullptr, plan.out(), why.out()) == BRECHA_REFUSED);
}

TEST_CASE("handles of the C interface are used by several threads at once") {
    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    const brecha_assess_options how = on_that_day();
    Report shared;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, shared.out(), nullptr) == BRECHA_OK);
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            Report own;
            Text of_own, of_shared;
            if (brecha_ruleset_assess(rules, plan, &how, own.out(), nullptr) == BRECHA_OK &&
                brecha_assessment_to_json(own, "es", of_own.out()) == BRECHA_OK &&
                brecha_assessment_to_json(shared, "es", of_shared.out()) == BRECHA_OK &&
                text_in(of_own) == text_in(of_shared))
                ++right;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(right == 4);
}

#ifndef BRECHA_SANITIZED
TEST_CASE("where memory runs out, the C interface says so, hands out nothing, and works again afterwards") {
    const brecha_named_text pier_text = named("pier.brecha", pier_rules);
    const brecha_named_text broken_text = named("pier.brecha", "ruleset {");
    const brecha_named_text of_plan = named("plan", pier_plan);
    const brecha_assess_options how = on_that_day();
    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    Report report;
    REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);

    Rules made;
    ManyPlans plans;
    Report assessed;
    VerdictBytes verdicts;
    RowsOf table;
    Text text;
    Diagnostics why;
    struct Call {
        std::function<brecha_status()> call;
        brecha_status in_the_end = BRECHA_OK;
    };
    const std::vector<Call> calls = {
        {[&] { return brecha_compile(&broken_text, 1, nullptr, made.out(), why.out()); }, BRECHA_REFUSED},
        {[&] { return brecha_compile(&pier_text, 1, nullptr, made.out(), why.out()); }},
        {[&] { return brecha_ruleset_read_plans(made, &of_plan, 1, nullptr, plans.out()); }},
        // `made` has never been asked before: what it makes when it first is runs out of memory too.
        {[&] { return brecha_ruleset_assess_plans(made, plans, &how, assessed.out(), why.out()); }},
        {[&] { return brecha_ruleset_verdicts(made, plans, &how, verdicts.out(), why.out()); }},
        {[&] { return brecha_ruleset_assess(rules, plan, &how, assessed.out(), why.out()); }},
        {[&] { return brecha_ruleset_assess(rules, plan, nullptr, assessed.out(), why.out()); }, BRECHA_REFUSED},
        {[&] { return brecha_assessment_table(report, "gaps", "es", table.out()); }},
        {[&] { return brecha_plan_notes(plan, "pt", table.out()); }},
        {[&] { return brecha_ruleset_title(rules, "es", text.out()); }},
        // What writes JSON is left out: nlohmann/json needs memory to free what it holds, and ends the process.
    };
    for (std::size_t index = 0; index < calls.size(); ++index) {
        INFO("call " << index);
        long times_told = 0;
        for (long allocations = 0;; allocations += 1 + allocations / 16) {
            why.out();
            allocations_left = allocations;
            const brecha_status status = calls[index].call();
            if (allocations_left.exchange(-1) >= 0) {  // there was enough
                CHECK(status == calls[index].in_the_end);
                break;
            }
            if (status == calls[index].in_the_end) continue;  // it made do with less
            ++times_told;
            if (status != BRECHA_OUT_OF_MEMORY) FAIL("status " << status << " at allocation " << allocations);
            if (why != nullptr) FAIL("diagnostics at allocation " << allocations);
        }
        CHECK(times_told > 0);
    }
}

TEST_CASE(
    "an assessment that memory ran out for gives the whole report through the C interface when it is asked again") {
    const Rules rules = pier();
    const OnePlan plan = plan_for(rules);
    const brecha_assess_options how = on_that_day();
    const auto json_of = [](const Report& report) {
        Text json;
        REQUIRE(brecha_assessment_to_json(report, "es", json.out()) == BRECHA_OK);
        return text_in(json);
    };
    const auto assessed = [&] {
        Report report;
        REQUIRE(brecha_ruleset_assess(rules, plan, &how, report.out(), nullptr) == BRECHA_OK);
        return report;
    };
    const std::string whole = json_of(assessed());
    for (long allocations = 0, enough = 0; enough == 0; ++allocations) {  // each of them, once
        const Report report = assessed();
        RowsOf questions;
        allocations_left = allocations;
        const brecha_status status = brecha_assessment_table(report, "questions", "es", questions.out());
        enough = allocations_left.exchange(-1) >= 0;
        if (status != BRECHA_OK && status != BRECHA_OUT_OF_MEMORY) FAIL("status " << status);
        if (enough != 0) CHECK(allocations > 100);
        if (json_of(report) != whole) FAIL("another report after allocation " << allocations);
    }
}
#endif
