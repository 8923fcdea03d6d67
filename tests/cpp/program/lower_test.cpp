#include "catch.hpp"

#include "model/load.hpp"
#include "plans/plans.hpp"
#include "program/program.hpp"

#include <string>

using namespace brecha;
using Catch::Matchers::ContainsSubstring;

namespace {

std::shared_ptr<const program::Program> program_of(const std::string& requirements) {
    const std::string text = R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { towns list of Town  size integer }
  entity Town key id { id text  beds integer }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
)" + requirements + "}\n";
    const auto checked = model::load_texts({{"towns.brecha", text}});
    REQUIRE(checked.ruleset);
    return program::lower(plans::make_schema(checked.ruleset));
}

std::string lowered(const std::string& requirements) { return program::to_text(*program_of(requirements)); }
std::string for_verdicts(const std::string& requirements) {
    return program::to_text(*program::for_verdicts(*program_of(requirements)));
}

std::size_t times(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("equal expressions are lowered once, across requirements") {
    const std::string text = lowered(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" each t in plan.towns require t.beds >= 3 }
  requirement T-2 { title "b" shall source MADE_UP "2" each t in plan.towns require t.beds >= 3 and t.beds <= 9 }
)");
    CHECK(times(text, "Town.beds") == 1);
    CHECK(times(text, "load_list") == 1);
}

TEST_CASE("what does not depend on an element is computed outside its frame") {
    const std::string text = lowered(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" each t in plan.towns require t.beds >= plan.size * 2 }
)");
    CHECK_THAT(text, ContainsSubstring("frame 1  multiply"));
    CHECK_THAT(text, ContainsSubstring("frame 2  expand"));
}

TEST_CASE("values that only texts need stand in the text section") {
    const std::string text = lowered(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" require plan.size >= 3 gap "there are {count(plan.towns)} towns" }
)");
    CHECK(text.find("count") > text.find("texts:"));
}

TEST_CASE("what facts last for keeps loads apart, and nothing else") {
    const std::string text = lowered(R"(
  month_end last_day
  define beds = sum(t in plan.towns : t.beds)
  requirement T-1 { title "a" shall source MADE_UP "1" require beds >= 3 }
  requirement T-2 { title "b" shall source MADE_UP "2" facts last 3 years require beds >= 3 }
  requirement T-3 { title "c" shall source MADE_UP "3" facts last 36 months require beds >= 4 }
  requirement T-4 { title "d" shall source MADE_UP "4" facts last 1 year when requirement T-2 is met require plan.size >= 3 }
)");
    CHECK(times(text, "Town.beds") == 2);
    CHECK(times(text, "Town.beds not older than 3 years") == 1);
    CHECK(times(text, "Plan.towns not older than 3 years") == 1);
    CHECK(times(text, "Plan.size not older than 1 year") == 1);
    CHECK(times(text, "sum") == 2);
}

TEST_CASE("for verdicts alone, quantifiers that ask alike share what their list reaches") {
    const std::string rules = R"(
  requirement T-1 { title "a" shall source MADE_UP "1" require every t in plan.towns : t.beds >= plan.size gap "{count(plan.towns)} towns" }
  requirement T-2 { title "b" shall source MADE_UP "2" require every t in plan.towns : t.beds > plan.size + 1 }
  requirement T-3 { title "c" shall source MADE_UP "3" require some t in plan.towns : t.beds < 3 }
)";
    const std::string text = for_verdicts(rules);
    CHECK(times(text, "reach_all") == 1);
    CHECK(times(text, "compare_all") == 2);
    CHECK(times(text, "reach_any") == 1);
    CHECK(times(text, "compare_any") == 1);
    CHECK(times(text, "expand") == 0);
    CHECK(times(text, "at_most") == 0);
    CHECK(text.find("texts:") == std::string::npos);
    // Two values of the element are no such comparison.
    CHECK(times(for_verdicts(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" require every t in plan.towns : t.beds >= t.beds - 1 }
)"),
                "reach") == 0);
}

TEST_CASE("for verdicts alone, truths of whole plans have no columns, unless somebody reads those") {
    const auto without_columns = [](const std::string& rules) {
        return times(for_verdicts(rules), "without a column");
    };
    const std::string flat =
        R"(requirement T-1 { title "a" shall source MADE_UP "1" when plan.size < 9 require plan.size >= 3 or not (plan.size = 2) })";
    CHECK(without_columns(flat) == 5);
    // A requirement that another asks about is looked at part by part.
    CHECK(without_columns(flat + R"(
  requirement T-2 { title "b" shall source MADE_UP "2" when requirement T-1 is met require plan.size >= 4 }
)") == 1);
    // What lists are looked at with is read in their frames.
    CHECK(without_columns(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" require every t in plan.towns : (t.beds >= 3 or plan.size >= 3) }
)") == 0);
    // What is reckoned with is not what stands in the plan.
    CHECK(without_columns(R"(
  requirement T-1 { title "a" shall source MADE_UP "1" require plan.size * 2 >= 3 and plan.size >= 3 }
)") == 2);
}
