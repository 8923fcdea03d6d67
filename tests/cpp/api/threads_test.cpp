// What threads share: a ruleset that nobody has used yet, an assessment that nobody has looked at yet, the shipped
// files.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <fstream>
#include <functional>
#include <latch>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

const std::string rulesets = BRECHA_SOURCE_DIR "/rulesets";
constexpr const char* languages[] = {"en", "es", "pt", "fr"};
constexpr std::size_t thread_count = 4;

brecha::Ruleset loaded(const std::string& name) {
    auto rules = brecha::load(name, {.shipped = rulesets});
    if (!rules) throw std::runtime_error(brecha::render(rules.diagnostics(), "en"));
    return *rules;
}

std::string sample(const std::string& path) {
    std::ifstream file(rulesets + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What each thread made, all of them having begun at once.
std::vector<std::string> at_once(const std::function<std::string(std::size_t)>& make) {
    std::vector<std::string> made(thread_count);
    std::latch begin(thread_count);
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < thread_count; ++number)
        threads.emplace_back([&, number] {
            begin.arrive_and_wait();
            try {
                made[number] = make(number);
            } catch (const std::exception& error) { made[number] = error.what(); }
        });
    for (auto& thread : threads) thread.join();
    return made;
}

/// All that an assessment is asked for, as text.
std::string told(const brecha::Assessment& report, const std::string& language) {
    std::ostringstream out;
    for (const auto& gap : report.gaps(language))
        for (const auto& proof : report.why(gap.requirement, gap.subject, language)) out << proof.text << '\n';
    for (const auto& question : report.questions(language, 5)) out << question.question << '\n';
    for (const auto& step : report.progress(language))
        out << step.requirement << ' ' << step.step << ' ' << static_cast<int>(step.state) << '\n';
    out << report.findings(language, true).size() << ' ' << report.missing(language).size() << ' ' << report.hash()
        << '\n'
        << report.to_json(language);
    return out.str();
}

/// Plan read, assessed, and asked for all; the verdicts of two such plans.
std::string all_of(const brecha::Ruleset& rules, const std::string& plan_text, const std::string& language) {
    const brecha::AssessOptions options{.as_of = brecha::Date{2026, 1, 15}};
    const auto plan = rules.read_plan(plan_text, {.name = "plan.json"});
    if (!plan) return brecha::render(plan.diagnostics(), "en");
    const auto report = rules.assess(*plan, options);
    if (!report) return brecha::render(report.diagnostics(), "en");
    const auto verdicts = rules.verdicts({*plan, *plan}, options);
    if (!verdicts) return brecha::render(verdicts.diagnostics(), "en");
    std::ostringstream out;
    for (std::size_t column = 0; column < rules.requirements(language).size(); ++column)
        out << static_cast<int>(verdicts->at(1, column));
    return out.str() + told(*report, language);
}

}  // namespace

TEST_CASE("threads that are the first to use a ruleset, all at once, get what one alone gets") {
    const std::string plan = sample("crowded_spaces/plans/made-up-two-venues.json");
    const brecha::Ruleset before = loaded("crowded_spaces"), fresh = loaded("crowded_spaces");
    const auto made = at_once([&](std::size_t number) { return all_of(fresh, plan, languages[number]); });
    for (std::size_t number = 0; number < thread_count; ++number) {
        INFO(languages[number]);
        CHECK(made[number].size() > 1'000);
        CHECK((made[number] == all_of(before, plan, languages[number])));
    }
}

TEST_CASE("threads that are the first to look at an assessment, all at once, see what one alone sees") {
    const brecha::Ruleset rules = loaded("crowded_spaces");
    const auto plan = rules.read_plan(sample("crowded_spaces/plans/made-up-two-venues.json"));
    REQUIRE(plan);
    const brecha::AssessOptions options{.as_of = brecha::Date{2026, 1, 15}};
    const auto alone = rules.assess(*plan, options), shared = rules.assess(*plan, options);
    REQUIRE(alone);
    REQUIRE(shared);
    // Two threads ask in the same language.
    const auto made = at_once([&](std::size_t number) { return told(*shared, languages[number / 2]); });
    for (std::size_t number = 0; number < thread_count; ++number)
        CHECK((made[number] == told(*alone, languages[number / 2])));
}

TEST_CASE("threads load, check and lay out rules at once") {
    const std::string text = "vocabulary v 1 { entity Plan root { stage text } }";
    const auto made = at_once([&](std::size_t number) {
        std::ostringstream out;
        out << loaded("port_state").sha256() << ' ' << brecha::check("core", {.shipped = rulesets}).size() << ' '
            << brecha::shipped_rulesets(rulesets).size() << ' ' << *brecha::format("v.brecha", text, "en")
            << brecha::render(brecha::compile({{"broken.brecha", "ruleset {"}}).diagnostics(), languages[number])
                   .empty();
        return out.str();
    });
    for (const auto& one : made) CHECK(one == made.front());
    CHECK(made.front().starts_with(loaded("port_state").sha256()));
}
