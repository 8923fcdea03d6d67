// Verdicts of many plans as a table: column "plan", then a column for each requirement. A row that has no plan has no
// verdicts.
#pragma once

#include "outcomes.hpp"
#include "table_handle.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace brecha::bindings {

/// The name to show, and the plan; none where it could not be read.
using NamedPlan = std::pair<std::string, std::optional<Plan>>;

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<NamedPlan>& plans,
                                       const AssessOptions& options);

/// Of a table of plans; with the rows that could not be read, and why.
struct VerdictsOfTable {
    std::optional<TableHandle> table;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::pair<std::size_t, std::vector<Diagnostic>>> refused;
};
VerdictsOfTable verdict_table(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options);

}  // namespace brecha::bindings
