// Verdicts alone, of many plans at once, against what each plan's own assessment says.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

const brecha::AssessOptions on_a_day{.as_of = brecha::Date{2026, 1, 15}};

constexpr const char* rules_text = R"(
vocabulary halls 1 {
  title "Halls"
  entity Plan root {
    kind one of small, large, open
    name text
    doors integer
    area number
    opened date
    guarded yes_no
    rooms list of Room
  }
  entity Room key id { id text  seats integer }
}
ruleset hall_rules 1 {
  title "Made-up rules on halls"
  uses halls 1
  source MADE_UP { title "Made up for tests" standing practice }
  parameter least_doors: integer = 3
  requirement H-1 { title "a" shall source MADE_UP "1" when plan.kind = large require plan.doors >= 4 }
  requirement H-2 { title "b" shall source MADE_UP "2" require plan.doors >= least_doors require plan.area < 120.5 }
  requirement H-3 { title "c" shall source MADE_UP "3" require plan.opened <= 2020-05-01 or plan.name = "Old hall" }
  requirement H-4 { title "d" shall source MADE_UP "4" require not (plan.area < 50) and plan.guarded = yes }
  requirement H-5 { title "e" shall source MADE_UP "5" require if plan.guarded then plan.doors < plan.area }
  requirement H-6 { title "f" shall source MADE_UP "6" when requirement H-4 is met require plan.doors != 2 }
  requirement H-7 { title "g" shall source MADE_UP "7" each r in plan.rooms require r.seats >= plan.doors }
  requirement H-8 { title "h" shall source MADE_UP "8" when plan.area >= 80 or plan.doors > 5 require count(plan.rooms) >= 2 }
}
)";

std::string drawn_plan(std::mt19937& random) {
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::string text = "{\"kind\": \"" + std::string(below(2) == 0 ? "large" : "small") + "\"";
    const auto add = [&](const std::string& field, const std::string& value) {
        if (below(6) == 0) return;
        text += ", \"" + field + "\": " + value;
    };
    const std::string number = std::to_string(below(8)), more = std::to_string(8 + below(3));
    add("doors", below(8) == 0 ? "{\"from\": " + number + ", \"to\": " + more + "}" : number);
    add("area", std::to_string(below(200)) + (below(3) == 0 ? ".5" : ""));
    add("opened", std::string("\"20") + (below(2) == 0 ? "18" : "21") + (below(4) == 0 ? "\"" : "-03-01\""));
    add("name", below(2) == 0 ? "\"Old hall\"" : "\"New hall\"");
    add("guarded", below(2) == 0 ? "true" : "false");
    if (below(2) == 0) text += ", \"rooms\": [{\"id\": \"a\", \"seats\": " + number + "}, {\"id\": \"b\"}]";
    return text + "}";
}

std::vector<brecha::Plan> read_together(const brecha::Ruleset& rules, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::pair<std::string, std::string>> texts;
    for (std::size_t i = 0; i < count; ++i) texts.emplace_back("plan " + std::to_string(i), drawn_plan(random));
    std::vector<brecha::Plan> plans;
    for (const auto& plan : rules.read_plans(texts)) {
        REQUIRE(plan);
        plans.push_back(*plan);
    }
    return plans;
}

/// How often each verdict came, once all are those of the plans' own assessments.
std::map<brecha::Verdict, std::size_t> compared(const brecha::Ruleset& rules, const std::vector<brecha::Plan>& plans) {
    const auto verdicts = rules.verdicts(plans, on_a_day);
    REQUIRE(verdicts);
    const auto reports = rules.assess(plans, on_a_day);
    std::map<brecha::Verdict, std::size_t> times;
    std::size_t differing = 0;
    for (std::size_t plan = 0; plan < plans.size(); ++plan)
        for (std::size_t requirement = 0; requirement < verdicts->requirements.size(); ++requirement) {
            const brecha::Verdict verdict = verdicts->at(plan, requirement);
            if (verdict != reports[plan]->verdict(verdicts->requirements[requirement])) {
                ++differing;
                UNSCOPED_INFO("plan " << plan << ", " << verdicts->requirements[requirement]);
            }
            ++times[verdict];
        }
    CHECK(differing == 0);
    // The same as bits.
    const auto planes = rules.verdict_planes(plans, on_a_day);
    REQUIRE(planes);
    CHECK(planes->requirements == verdicts->requirements.texts());
    std::map<brecha::Verdict, std::size_t> counted;
    for (std::size_t requirement = 0; requirement < planes->requirements.size(); ++requirement) {
        for (std::size_t plan = 0; plan < plans.size(); ++plan)
            differing += planes->at(plan, requirement) != verdicts->at(plan, requirement);
        for (const auto& [verdict, count] : times) counted[verdict] += planes->count(requirement, verdict);
    }
    CHECK(differing == 0);
    CHECK(counted == times);
    return times;
}

}  // namespace

TEST_CASE("verdicts of many plans at once are those of each plan's assessment") {
    const auto rules = brecha::compile({{"halls.brecha", rules_text}});
    if (!rules) FAIL(brecha::render(rules.diagnostics(), "en"));
    // More plans than one block of them; fewer than a word has bits; one.
    for (const std::size_t count : {4'200u, 130u, 5u, 1u}) {
        const auto times = compared(*rules, read_together(*rules, count, 7));
        if (count > 1'000) CHECK(times.size() == 5);
    }
}

TEST_CASE(
    "verdicts of plans for themselves, of rules that only compare fields with constants, are those of the batch") {
    std::string text = R"(
vocabulary stalls 1 {
  title "Stalls"
  entity Plan root { kind one of small, large, open  area number  share percent  opened date  name text }
}
ruleset stall_rules 1 {
  title "Made-up rules on stalls"
  uses stalls 1
  source MADE_UP { title "Made up for tests" standing practice }
)";
    const std::vector<std::pair<std::string, std::vector<std::string>>> constants = {
        {"area", {"-2.5", "-2", "0", "2", "2.5", "1000000000000"}},
        {"share", {"0%", "12.5%", "50%"}},
        {"opened", {"2020-03-01", "2021-01-01"}}};
    std::size_t number = 0;
    const auto require = [&](const std::string& condition) {
        const std::string id = std::to_string(++number);
        text += "  requirement S-" + id + " { title \"Number " + id + "\" shall source MADE_UP \"1\" require " +
                condition + " }\n";
    };
    for (const auto& [field, values] : constants)
        for (const std::string& value : values)
            for (const char* const operation : {"=", "!=", "<", "<=", ">", ">="}) {
                require("plan." + field + " " + operation + " " + value);
                require(value + " " + operation + " plan." + field);
            }
    for (const char* const kind : {"small", "large"}) require("plan.kind = " + std::string(kind));
    require("plan.name = \"Old stall\" or not (plan.area < 2)");
    const auto rules = brecha::compile({{"stalls.brecha", text + "}"}});
    if (!rules) FAIL(brecha::render(rules.diagnostics(), "en"));

    const std::vector<std::pair<std::string, std::vector<std::string>>> written = {
        {"area",
         {"-3", "-2.5", "-2.25", "-2", "0", "2", "2.25", "2.5", "3", "1e12", "1000000000001", R"({"from": 1, "to": 3})",
          R"({"from": 3})", R"({"from": 2.5, "to": 2.5})", "null", R"("two")"}},
        {"share", {R"("0%")", R"("12%")", R"("12.5%")", R"("13%")", R"("100%")"}},
        {"opened", {R"("2020-02-29")", R"("2020-03-01")", R"("2020-03")", R"("2021")", R"("2022-01-01")"}},
        {"kind", {R"("small")", R"("open")", R"("wide")"}},
        {"name", {R"("Old stall")", R"("New stall")"}}};
    std::vector<std::pair<std::string, std::string>> texts = {{"silent", "{}"}};
    const auto add = [&](const std::string& members) {
        texts.emplace_back("plan " + std::to_string(texts.size()), "{" + members + "}");
    };
    for (const auto& [field, values] : written) {
        for (const std::string& value : values) add("\"" + field + "\": " + value);
        for (const char* const said : {R"({"none": true})", R"({"withheld": true})", R"({"as_of": "2020"})"})
            add("\"" + field + "\": " + values[1] + ", \"evidence\": {\"/" + field + "\": " + said + "}");
        add("\"evidence\": {\"/" + field + "\": {\"none\": true}}");
    }
    std::vector<brecha::Plan> together, apart;
    for (const auto& plan : rules->read_plans(texts)) together.push_back(*plan);
    for (const auto& [name, json] : texts) apart.push_back(*rules->read_plan(json, {.name = name}));
    const auto of_batch = compared(*rules, together), one_by_one = compared(*rules, apart);
    CHECK(of_batch == one_by_one);
    CHECK(one_by_one.size() == 3);  // met, not met, unknown
    for (const auto& plan : apart) compared(*rules, {plan});
}

TEST_CASE("verdicts come in the order in which plans are asked for, whichever of them were read together") {
    const auto rules = brecha::compile({{"halls.brecha", rules_text}});
    REQUIRE(rules);
    const auto some = read_together(*rules, 70, 1), others = read_together(*rules, 3, 2);
    std::vector<brecha::Plan> asked = {some[69], others[2], some[3], some[4], some[5]};
    asked.insert(asked.end(), others.begin(), others.end());
    asked.push_back(some[4]);
    asked.push_back(read_together(*rules, 1, 3)[0]);
    compared(*rules, asked);
    CHECK(rules->verdicts({}, on_a_day)->values.empty());
}
