// Rows of a plan's tables: the fields of items, and rows found by their keys.
#pragma once

#include "kernels/lists.hpp"

#include <span>

namespace brecha::kernels {

/// Are `values`, of all rows of their table, what a load of them gives?
bool stands_as_loaded(const plans::Column& values, std::size_t rows);
/// Would load() give `values` as they are?
bool loads_all(const plans::Column& items, const plans::Column& values, std::size_t rows);

/// A field of items: what stands in their rows of `values`. Of an item that is known not to be there: known not to be
/// there.
plans::Column load(Arena& arena, const plans::Column& items, const plans::Column& values, std::size_t rows);

/// A key field: its cells by row of the table, and what is wanted, a row an answer. `banded`: the greatest cell that is
/// reached.
struct Key {
    const plans::Column& cells;
    const plans::Column& wanted;
    bool banded = false;
};

/// The element with these keys; missing where none is there for certain, unusable where several are, none where a key
/// is none, or a list that was read whole has no such element.
/// `key_unusable`: rows that are one of several with the same key.
plans::Column element(Arena& arena, const ListInput& list, std::span<const Key> keys, plans::RowBits key_unusable,
                      std::size_t rows);

/// The row of a table with these keys; missing where bounds reach different rows, none where a key is none.
plans::Column table_row(Arena& arena, std::size_t table_rows, std::span<const Key> keys, std::size_t rows);

}  // namespace brecha::kernels
