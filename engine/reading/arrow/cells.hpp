// The fast way from a table of Arrow: column by column into the columns of a batch, without a plan in between.
//
// It knows what most tables are made of: values that can be used as they stand. Rows that want more (a note, evidence,
// a reference, a value within bounds, an item that is nothing) are told; they are read from their trees instead
// (row_tree.hpp).
#pragma once

#include "plans/plans.hpp"
#include "reading/arrow/columns.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace brecha::reading::arrow {

struct Straight {
    /// A plan a row, without records: there is nothing to say of them. The columns may point into `table`.
    std::shared_ptr<const plans::Plans> plans;
    std::vector<std::uint64_t> odd;  // a bit a row: it wants to be read from its tree, and its cells mean nothing
};

/// Rows [first, first + count) of a table's struct. Linear in cells.
Straight read_straight(const std::shared_ptr<const plans::Schema>& schema, const Columns& columns, const Array& table,
                       std::int64_t first, std::size_t count, HowRead read);

}  // namespace brecha::reading::arrow
