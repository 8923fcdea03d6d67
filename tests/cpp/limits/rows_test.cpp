// What goes over many rows of one thing looks whether it is to end, each by itself: no stage leans on the next.
#include "catch.hpp"

#include "limits/watch.hpp"
#include "model/load.hpp"
#include "plans/plans.hpp"

#include <brecha/brecha.hpp>
#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

#include <string>

using namespace brecha;

namespace {

constexpr int many = 1'000;

std::string rules_with_a_table() {
    std::string text = R"(
vocabulary towns 1 { title "Towns" entity Plan root { towns list of Town } entity Town key id { id text  beds integer } }
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
  table least by beds: number -> integer {)";
    for (int row = 0; row < many; ++row) text += " [" + std::to_string(row) + "] " + std::to_string(row % 7);
    return text + R"( } source MADE_UP "2"
  requirement T-1 { title "Beds" shall source MADE_UP "1" each t in plan.towns require t.beds >= 3 gap "{t.id}" }
}
)";
}

/// Whether `work` ends where somebody has asked for a stop.
template <typename Work>
bool ends(const Work& work) {
    limits::StopState stop;
    stop.requested = true;
    limits::Watch watch({.stop = &stop});
    try {
        work();
        return false;
    } catch (const limits::Reached& reached) { return reached.limit == limits::Limit::stop; }
}

}  // namespace

TEST_CASE("a table of many rows is printed, and made ready for plans, until a stop is asked for") {
    const std::string text = rules_with_a_table();
    const grammar::Parsed parsed = grammar::parse("rules.brecha", text);
    REQUIRE(parsed.diagnostics.empty());
    CHECK(ends([&] { (void)grammar::print(parsed.file); }));
    const auto checked = model::load_texts({{"rules.brecha", text}});
    REQUIRE(checked.ruleset);
    CHECK(ends([&] { (void)plans::make_schema(checked.ruleset); }));
}

TEST_CASE("findings and gaps of many subjects are told until a stop is asked for, whatever was made before") {
    const auto rules = compile({{"rules.brecha", rules_with_a_table()}});
    REQUIRE(rules);
    std::string plan = R"({"towns": [)";
    for (int town = 0; town < many; ++town)
        plan += (town == 0 ? "" : ",") + std::string(R"({"id": "t)") + std::to_string(town) + R"(", "beds": 2})";
    const auto read = rules->read_plan(plan + "]}");
    REQUIRE(read);
    const auto report = rules->assess(*read, {.as_of = Date{2026, 1, 15}});
    REQUIRE(report);
    CHECK(report->findings().size() == many);
    CHECK(ends([&] { (void)report->findings(); }));
    CHECK(report->gaps().size() == many);  // the picture that they are told from is made
    CHECK(ends([&] { (void)report->gaps(); }));
}
