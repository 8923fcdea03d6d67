#include "verdict_table.hpp"

#include <array>

namespace brecha::bindings {

namespace {
// In the order of the numbers in Verdicts.
const std::array<const char*, 5> verdict_words{"met", "partly_met", "not_met", "unknown", "not_applicable"};
}  // namespace

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<NamedPlan>& plans, const AssessOptions& options) {
    std::vector<Plan> read;
    for (const auto& [name, plan] : plans)
        if (plan) read.push_back(*plan);
    const auto verdicts = rules.verdicts(read, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics()};

    Table table;
    table.name = "verdicts";
    table.rows = plans.size();
    auto& names = table.columns.emplace_back();
    names.name = "plan";
    for (const auto& [name, plan] : plans) {
        names.valid.push_back(true);
        names.text.push_back(name);
    }
    for (std::size_t requirement = 0; requirement < verdicts->requirements.size(); ++requirement) {
        auto& column = table.columns.emplace_back();
        column.name = verdicts->requirements[requirement];
        column.type = Table::Type::category;
        column.categories.assign(verdict_words.begin(), verdict_words.end());
        std::size_t next = 0;
        for (const auto& [name, plan] : plans) {
            column.valid.push_back(plan.has_value());
            column.text.emplace_back(plan ? verdict_words.at(static_cast<std::size_t>(verdicts->at(next++, requirement))) : "");
        }
    }
    return {TableHandle(std::move(table)), verdicts.diagnostics()};
}

}  // namespace brecha::bindings
