#include "verdict_table.hpp"

namespace brecha::bindings {

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<PlanOrName>& plans,
                                       const AssessOptions& options) {
    std::vector<Plan> read;
    std::vector<bool> is_read;
    std::vector<std::string> names;
    read.reserve(plans.size());
    is_read.reserve(plans.size());
    names.reserve(plans.size());
    for (const PlanOrName& one : plans) {
        const Plan* const plan = std::get_if<Plan>(&one);
        if (plan != nullptr) read.push_back(*plan);
        is_read.push_back(plan != nullptr);
        names.push_back(plan != nullptr ? plan->name() : std::get<std::string>(one));
    }
    Outcome<Verdicts> verdicts = rules.verdicts(read, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics()};
    return {TableHandle(table_of(*std::move(verdicts), std::move(names), is_read)), verdicts.diagnostics()};
}

VerdictsOfTable verdict_table(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options) {
    Outcome<TableVerdicts> verdicts = rules.verdicts(plans, options);
    if (!verdicts) return {std::nullopt, verdicts.diagnostics(), {}};
    const auto refused = verdicts->refused;
    return {TableHandle(table_of(*std::move(verdicts), plans)), verdicts.diagnostics(), refused};
}

}  // namespace brecha::bindings
