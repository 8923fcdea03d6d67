// libFuzzer target: any bytes as a plan of a shipped ruleset are assessed and shown in every way, or refused with a
// reason.
#include <brecha/brecha.hpp>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

const brecha::Ruleset& rules() {
    static const brecha::Ruleset loaded = [] {
        const auto ruleset = brecha::load("tourism_security", {.shipped = BRECHA_SOURCE_DIR "/rulesets"});
        if (!ruleset) {
            std::cerr << brecha::render(ruleset.diagnostics());
            std::abort();
        }
        return *ruleset;
    }();
    return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto plan = rules().read_plan({reinterpret_cast<const char*>(data), size}, {.name = "fuzz"});
    if (!plan) {
        if (plan.diagnostics().empty()) std::abort();
        return 0;
    }
    const auto report = rules().assess(*plan, {.as_of = brecha::Date{2026, 1, 15}, .limits = {.rows = 100'000}});
    if (!report) {
        if (report.diagnostics().empty()) std::abort();
        return 0;
    }
    const auto summary = report->summary();
    if (summary.met + summary.partly_met + summary.not_met + summary.unknown + summary.not_applicable !=
        summary.requirements)
        std::abort();
    (void)report->findings("es", true);
    for (const auto& gap : report->gaps("pt"))
        if (report->why(gap.requirement).empty()) std::abort();
    (void)report->missing();
    (void)report->evidence();
    (void)report->questions("fr", 3);
    (void)report->to_json();
    return 0;
}
