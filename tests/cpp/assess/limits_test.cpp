// What a host allows a call: reached, it ends with a diagnostic that names the limit and the rule, and nothing is lost.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace brecha;

namespace {

const char* const limits_rules_text = R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { towns list of Town }
  entity Town key id { id text  name text  beds integer }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  requirement T-1 { title "Each town has beds" shall source MADE_UP "1" each t in plan.towns require t.beds >= 2 }
  requirement T-2 {
    title "No town has more beds than all others"
    shall
    source MADE_UP "2"
    require no t in plan.towns : every u in plan.towns : t.beds > u.beds + 1
  }
  requirement T-3 { title "Some town is large" shall source MADE_UP "3" require some t in plan.towns : t.beds >= 100 }
}
)";

Ruleset limits_rules() {
    const auto made = compile({{"towns.brecha", limits_rules_text}});
    INFO(render(made.diagnostics()));
    REQUIRE(made);
    return *made;
}

Plan towns_plan(const Ruleset& rules, int towns, bool with_beds = true) {
    std::string text = "{\"towns\": [";
    for (int i = 0; i < towns; ++i)
        text += (i ? ", " : "") + std::string("{\"id\": \"t") + std::to_string(i) + "\"" +
                (with_beds ? ", \"beds\": " + std::to_string(i % 5) : std::string()) + "}";
    const auto plan = rules.read_plan(text + "]}");
    REQUIRE(plan);
    return *plan;
}

const Date day{2026, 1, 15};

template <typename Value>
void check_limit(const Outcome<Value>& outcome, const std::string& code, const std::string& named) {
    REQUIRE(!outcome);
    REQUIRE(outcome.diagnostics().size() == 1);
    const Diagnostic& diagnostic = outcome.diagnostics()[0];
    CHECK(diagnostic.code == code);
    INFO(diagnostic.shown("en"));
    CHECK(diagnostic.message("en").find(named) != std::string::npos);
    CHECK(!diagnostic.help("fr").empty());
}

}  // namespace

TEST_CASE("a frame that would take more memory than allowed is refused before it is made, with its rule") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 3'000);  // 9,000,000 pairs
    for (const std::size_t rows : {std::size_t(50'000'000), std::size_t(-1)}) {
        const auto refused = made.assess(plan, {.as_of = day, .limits = {.rows = rows, .memory = 64u << 20}});
        check_limit(refused, "B953", "64 MiB");
        CHECK(refused.diagnostics()[0].file == "towns.brecha");
        CHECK(refused.diagnostics()[0].line == 16);
    }
    check_limit(made.verdicts({plan}, {.as_of = day, .limits = {.memory = 64u << 20}}), "B953", "64 MiB");
    CHECK(made.assess(towns_plan(made, 100), {.as_of = day, .limits = {.memory = 64u << 20}}));
}

TEST_CASE("as many findings as allowed, and not one more") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 20);  // T-2 and T-3 have one each
    CHECK(made.assess(plan, {.as_of = day, .limits = {.findings = 22}}));
    const auto refused = made.assess(plan, {.as_of = day, .limits = {.findings = 21}});
    check_limit(refused, "B956", "21 findings");
    CHECK(refused.diagnostics()[0].line == 18);
    CHECK(made.verdicts({plan}, {.as_of = day, .limits = {.findings = 1}}));
}

TEST_CASE("a call that takes too long ends, and says how long it was allowed") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 2'000);
    check_limit(made.assess(plan, {.as_of = day, .limits = {.seconds = 0.001}}), "B954", "0.001 s");
    CHECK(made.assess(plan, {.as_of = day, .limits = {.seconds = 1e300}}));
}

TEST_CASE("a stop ends every kind of call, and a later call is as if there had been none") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 200);
    const Stop stop;
    CHECK(!stop.requested());
    stop.request();
    const Limits limits{.stop = stop};
    check_limit(made.assess(plan, {.as_of = day, .limits = limits}), "B955", "stopped");
    check_limit(made.verdicts({plan}, {.as_of = day, .limits = limits}), "B955", "stopped");

    const auto whole = made.assess(plan, {.as_of = day});
    const auto report = made.assess(plan, {.as_of = day});
    REQUIRE(report);
    // Asked for the second time only: what was begun is given up in the middle.
    for (const int patience : {0, 1, 2, 3}) {
        int asked = 0;
        const Limits impatient{.stop = Stop([&] { return asked++ >= patience; })};
        const auto json = within(impatient, [&] { return report->to_json(); });
        if (json) CHECK(*json == whole->to_json());
    }
    check_limit(within(limits, [&] { return report->gaps("es"); }), "B955", "stopped");
    check_limit(within(limits, [&] { return report->summary(); }), "B955", "stopped");
    check_limit(within(limits, [&] { return report->why("T-2"); }), "B955", "stopped");
    CHECK(report->to_json() == whole->to_json());
    CHECK(report->gaps("es").size() == whole->gaps("es").size());
    // Limits of what has an outcome of its own are the same.
    check_limit(within(limits, [&] { return made.assess(plan, {.as_of = day}); }), "B955", "stopped");
}

TEST_CASE("a call asks its host now and then whether to end") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 2'500);
    int asked = 0;
    const Limits limits{.stop = Stop([&] { return ++asked == 2; })};
    check_limit(made.assess(plan, {.as_of = day, .limits = limits}), "B955", "stopped");
    CHECK(asked == 2);
}

TEST_CASE(
    "rows of an assessment that need more memory than it was allowed are bad_alloc, or a diagnostic within limits") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 500);
    const auto report = made.assess(plan, {.as_of = day, .limits = {.memory = 24u << 20}});
    REQUIRE(report);
    const std::size_t gaps = report->gaps().size();
    CHECK(gaps == 201);
    check_limit(within({.memory = 100'000}, [&] { return report->findings("pt"); }), "B953", "100000 B");

    const std::string_view text = limits_rules_text;  // T-1 alone: a town takes little in a run, and much in a report
    const auto first = compile({{"towns.brecha", std::string(text.substr(0, text.find("  requirement T-2"))) + "}"}});
    REQUIRE(first);
    const auto narrow = first->assess(towns_plan(*first, 1'000), {.as_of = day, .limits = {.memory = 400'000}});
    REQUIRE(narrow);
    CHECK_THROWS_AS(narrow->findings(), std::bad_alloc);
    CHECK(within({}, [&] { return narrow->findings(); }));
}

TEST_CASE("of a list with thousands of elements the first thousand are told, the others counted") {
    const Ruleset made = limits_rules();
    const auto cell_of = [&](int towns, bool with_beds) {
        const auto report = made.assess(towns_plan(made, towns, with_beds), {.as_of = day});
        REQUIRE(report);
        const std::string json = report->to_json();
        return json.substr(json.find("\"T-3\""));
    };
    CHECK(cell_of(1'000, true).find("_more") == std::string::npos);
    CHECK(cell_of(1'500, true).find("\"places_more\": 500") != std::string::npos);
    const std::string open = cell_of(1'500, false);
    CHECK(open.find("\"missing_more\": 500") != std::string::npos);
    INFO(open.substr(open.find("\"message\""), 300));
    CHECK(open.find("and 1498 more") != std::string::npos);
}

TEST_CASE("what a requirement costs follows from the lists that it looks at together") {
    const Ruleset made = limits_rules();
    const std::vector<Cost> costs = made.costs(100);
    REQUIRE(costs.size() == 3);
    CHECK(costs[0].requirement == "T-2");
    CHECK(costs[0].lists == std::vector<std::string>{"towns", "towns"});
    CHECK(costs[0].combinations == 10'000);
    CHECK(costs[0].findings == 1);
    CHECK(costs[0].file == "towns.brecha");
    CHECK(costs[0].line == 12);
    for (const Cost& cost : {costs[1], costs[2]}) {
        CHECK(cost.lists == std::vector<std::string>{"towns"});
        CHECK(cost.combinations == 100);
        CHECK(cost.findings == (cost.requirement == "T-1" ? 100 : 1));
    }
    // Twice as long lists: a pair costs four times as much, about.
    const std::vector<Cost> longer = made.costs(200);
    CHECK(longer[0].steps > 3.5 * costs[0].steps);
    CHECK(longer[0].memory > 3.5 * costs[0].memory);
    CHECK(made.costs(towns_plan(made, 100))[0].combinations == 10'000);
    CHECK(made.costs(towns_plan(made, 0))[0].combinations == 1);
}

TEST_CASE("memory that is told beforehand is what a run takes, at least") {
    const Ruleset made = limits_rules();
    const Plan plan = towns_plan(made, 1'000);
    const auto told = static_cast<std::size_t>(made.costs(plan)[0].memory);
    CHECK(!made.assess(plan, {.as_of = day, .limits = {.memory = told * 9 / 10}}));
    CHECK(made.assess(plan, {.as_of = day, .limits = {.memory = told * 2 + (1u << 20)}}));
}
