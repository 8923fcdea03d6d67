// One row of a table of plans as the tree of a plan: the same door as every other spelling. What stands in a row as
// nothing (null, not a number) is left out.
#pragma once

#include "reading/arrow/columns.hpp"
#include "reading/read_plans.hpp"

#include <cstdint>

namespace brecha::reading::arrow {

/// O(size of the row). `index` as for columns_of().
SpelledPlan row_tree(const Columns& columns, const Array& table, std::int64_t row, const plans::SchemaIndex& index,
                     std::uint32_t root);

/// A single value as a person reads it; nothing where there is none.
std::optional<std::string> shown_cell(const Array& array, std::int64_t row);

}  // namespace brecha::reading::arrow
