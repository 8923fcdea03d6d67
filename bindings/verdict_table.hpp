// Verdicts of many plans as a table: column "plan", then a column for each requirement. A row that has no plan has no
// verdicts.
#pragma once

#include "outcomes.hpp"
#include "table_handle.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::bindings {

/// A plan, or the name of one that could not be read.
using PlanOrName = std::variant<std::string, Plan>;

OutcomePair<TableHandle> verdict_table(const Ruleset& rules, const std::vector<PlanOrName>& plans,
                                       const AssessOptions& options);

/// Of a table of plans; with the rows that could not be read, and why.
struct VerdictsOfTable {
    std::optional<TableHandle> table;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::pair<std::size_t, std::vector<Diagnostic>>> refused;
};
VerdictsOfTable verdict_table(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options);

}  // namespace brecha::bindings
