#include "verdict_table.hpp"

#include <algorithm>
#include <memory>
#include <span>

namespace brecha::bindings {

namespace {

/// `is_read`: by row; the verdicts are those of the rows that are, in their order.
Table table_of(Verdicts verdicts, std::vector<std::string> names, const std::vector<bool>& is_read) {
    Table table;
    table.name = "verdicts";
    table.rows = names.size();
    auto& plan = table.columns.emplace_back();
    plan.name = "plan";
    plan.valid.assign(names.size(), true);
    plan.text = std::move(names);
    const auto kept = std::make_shared<const Verdicts>(std::move(verdicts));
    static_assert(sizeof(Verdict) == 1);
    const std::span all(reinterpret_cast<const std::uint8_t*>(kept->values.data()), kept->values.size());
    for (std::size_t requirement = 0; requirement < kept->requirements.size(); ++requirement) {
        auto& column = table.columns.emplace_back();
        column.name = kept->requirements[requirement];
        column.type = Table::Type::category;
        column.categories.assign(words_of<Verdict>.begin(), words_of<Verdict>.end());
        const auto of_plans = all.subspan(requirement * kept->plans, kept->plans);
        if (kept->plans == table.rows) {
            column.codes = {of_plans, kept};
            continue;
        }
        std::vector<std::uint8_t> codes(table.rows, Table::Codes::none);
        for (std::size_t row = 0, next = 0; row < table.rows; ++row)
            if (is_read[row]) codes[row] = of_plans[next++];
        column.codes = Table::Codes::of(std::move(codes));
    }
    return table;
}

}  // namespace

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<NamedPlan>& plans,
                                       const AssessOptions& options) {
    std::vector<Plan> read;
    for (const auto& [name, plan] : plans)
        if (plan) read.push_back(*plan);
    Outcome<Verdicts> verdicts = rules.verdicts(read, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics()};

    std::vector<bool> is_read;
    std::vector<std::string> names;
    for (const auto& [name, plan] : plans) {
        names.push_back(name);
        is_read.push_back(plan.has_value());
    }
    return {TableHandle(table_of(*std::move(verdicts), std::move(names), is_read)), verdicts.diagnostics()};
}

VerdictsOfTable verdict_table(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options) {
    Outcome<TableVerdicts> verdicts = rules.verdicts(plans, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics(), {}};
    std::vector<std::string> names;
    names.reserve(plans.size());
    for (std::size_t row = 0; row < plans.size(); ++row) names.push_back(plans.name(row));
    TableVerdicts found = *std::move(verdicts);
    const auto refused = std::move(found.refused);
    for (std::size_t requirement = 0; requirement < found.requirements.size(); ++requirement)
        for (const auto& [row, why] : refused)
            found.values[requirement * found.plans + row] = static_cast<Verdict>(Table::Codes::none);
    Table table = table_of(std::move(found), std::move(names), std::vector<bool>(plans.size(), true));
    return {TableHandle(std::move(table)), verdicts.diagnostics(), refused};
}

}  // namespace brecha::bindings
