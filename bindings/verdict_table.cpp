#include "verdict_table.hpp"

#include <algorithm>

namespace brecha::bindings {

namespace {

/// `is_read`: by row; the verdicts are those of the rows that are, in their order.
Table table_of(const Verdicts& verdicts, std::vector<std::string> names, const std::vector<bool>& is_read) {
    Table table;
    table.name = "verdicts";
    table.rows = names.size();
    auto& plan = table.columns.emplace_back();
    plan.name = "plan";
    plan.valid.assign(names.size(), true);
    plan.text = std::move(names);
    for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement) {
        auto& column = table.columns.emplace_back();
        column.name = verdicts.requirements[requirement];
        column.type = Table::Type::category;
        column.categories.assign(words_of<Verdict>.begin(), words_of<Verdict>.end());
        column.valid = is_read;
        const auto* first =
            reinterpret_cast<const std::uint8_t*>(verdicts.values.data() + requirement * verdicts.plans);
        if (verdicts.plans == table.rows) {
            column.codes.assign(first, first + table.rows);
            continue;
        }
        column.codes.resize(table.rows);
        for (std::size_t row = 0, next = 0; row < table.rows; ++row)
            if (is_read[row]) column.codes[row] = first[next++];
    }
    return table;
}

}  // namespace

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<NamedPlan>& plans,
                                       const AssessOptions& options) {
    std::vector<Plan> read;
    for (const auto& [name, plan] : plans)
        if (plan) read.push_back(*plan);
    const auto verdicts = rules.verdicts(read, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics()};

    std::vector<bool> is_read;
    std::vector<std::string> names;
    for (const auto& [name, plan] : plans) {
        names.push_back(name);
        is_read.push_back(plan.has_value());
    }
    return {TableHandle(table_of(*verdicts, std::move(names), is_read)), verdicts.diagnostics()};
}

VerdictsOfTable verdict_table(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options) {
    const auto verdicts = rules.verdicts(plans, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics(), {}};
    std::vector<std::string> names;
    names.reserve(plans.size());
    for (std::size_t row = 0; row < plans.size(); ++row) names.push_back(plans.name(row));
    Table table = table_of(*verdicts, std::move(names), std::vector<bool>(plans.size(), true));
    for (std::size_t column = 1; column < table.columns.size(); ++column)
        for (const auto& [row, why] : verdicts->refused) table.columns[column].valid[row] = false;
    return {TableHandle(std::move(table)), verdicts.diagnostics(), verdicts->refused};
}

}  // namespace brecha::bindings
