// libFuzzer target: any bytes as the CSV file of a table, with columns of each type, are taken or refused with a
// reason.
#include <brecha/brecha.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

constexpr const char* rules = R"(
vocabulary v 1 { enum Level = low, high  unit m  entity Plan root { n number  level Level } }
ruleset r 1 {
  title en "R"  uses v 1  source S { title en "S" }
  table need by level: Level, size: integer at least -> { amount number m  share percent  since date  every duration  name text  used yes_no } from "need.csv"
  requirement A-1 { title en "T" shall source S "1" require need[high, 3].amount >= 1 m }
}
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto ruleset = brecha::compile(
        {{"rules.brecha", rules}, {"need.csv", std::string(reinterpret_cast<const char*>(data), size)}});
    (void)brecha::render(ruleset.diagnostics(), "pt");
    if (!ruleset) {
        if (ruleset.diagnostics().empty()) std::abort();
        return 0;
    }
    const auto plan = ruleset->read_plan("{}");
    const auto report = ruleset->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    if (!report) std::abort();
    return 0;
}
