// libFuzzer target: any bytes as a ruleset compile or are refused with a reason; what compiles is asked everything.
#include <brecha/brecha.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto rules = brecha::compile({{"fuzz.brecha", std::string(reinterpret_cast<const char*>(data), size)}});
    (void)brecha::render(rules.diagnostics(), "es");
    if (!rules) {
        if (rules.diagnostics().empty()) std::abort();
        return 0;
    }
    if (rules->printed().empty()) std::abort();
    (void)rules->vocabulary("pt");
    (void)rules->run_tests();
    const auto plan = rules->read_plan("{}");
    if (!plan) std::abort();
    const auto report = rules->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}, .limits = {.rows = 100'000}});
    if (!report && report.diagnostics().empty()) std::abort();
    if (report) (void)report->to_json("fr");
    return 0;
}
