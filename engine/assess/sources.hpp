// Columns that no kernel makes: what the rules themselves say, what was set from outside, and what people and other
// requirements answer.
#pragma once

#include "assess/run_state.hpp"
#include "kernels/lists.hpp"

#include <optional>
#include <string_view>

namespace brecha::assess {
/// A text that stands in a rule; other constants are the program's.
plans::Column constant_text(Run& run, const program::Instruction& made);
/// Of one row: nothing is known.
plans::Column missing(Run& run, const model::Type& type);
plans::Column integer(Run& run, std::int64_t value);
/// Is a requirement in force on the day of the assessment?
plans::Column in_force(Run& run, const program::Instruction& made);

/// A parameter's value in this run: set from outside, else as the ruleset has it.
plans::Column parameter(Run& run, const program::Instruction& made);
std::optional<kernels::Opened> parameter_list(Run& run, const program::Instruction& made);
/// All values of an enumeration.
std::optional<kernels::Opened> enumeration_list(Run& run, std::int32_t enumeration);
/// All rows of a table of the ruleset.
std::optional<kernels::Opened> table_list(Run& run, std::int32_t table);

/// What the numbers in a column of texts say. A constant that no plan has is in no pool: its words stand in the rule.
std::string_view words_of_text(const Run& run, std::int32_t instruction, std::int64_t text);

/// People's answers to a `judged`.
plans::Column judged(Run& run, const program::Instruction& made);
/// "requirement ID is met [for x]", "applies".
plans::Column verdict(Run& run, const program::Instruction& made);

}  // namespace brecha::assess
