#include "verdict_table.hpp"

namespace brecha::bindings {

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<NamedPlan>& plans,
                                       const AssessOptions& options) {
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
    std::vector<bool> is_read;
    for (const auto& [name, plan] : plans) is_read.push_back(plan.has_value());
    for (std::size_t requirement = 0; requirement < verdicts->requirements.size(); ++requirement) {
        auto& column = table.columns.emplace_back();
        column.name = verdicts->requirements[requirement];
        column.type = Table::Type::category;
        column.categories.assign(words_of<Verdict>.begin(), words_of<Verdict>.end());
        column.valid = is_read;
        const Verdict* const first = verdicts->values.data() + requirement * verdicts->plans;
        column.codes.resize(plans.size());
        std::size_t next = 0;
        for (std::size_t row = 0; row < plans.size(); ++row)
            if (is_read[row]) column.codes[row] = static_cast<std::uint8_t>(first[next++]);
    }
    return {TableHandle(std::move(table)), verdicts.diagnostics()};
}

}  // namespace brecha::bindings
