// Rows of a frame, and lists whose elements are rows of a frame.
#pragma once

#include "plans/column.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace brecha::kernels {

struct FrameRows {
    std::size_t rows = 0;
    std::span<std::uint32_t> parent;  // row of the parent frame
};

/// A list a row. Elements are rows [begin, end) of the frame that holds them; how many more there may be stands beside
/// them.
struct List {
    std::size_t rows = 0;
    std::span<std::uint32_t> begin, end;
    plans::Words absent;                 // optional: the list is not there (then more is 0 to any number, or none)
    plans::Words none;                   // optional: absent, as what would have it is not there; then it is empty
    plans::Words withheld;               // optional: absent, but there is one
    std::span<std::int64_t> more_least;  // optional, both or none: elements that are not given, at least …
    std::span<std::int64_t> more_most;   // … at most; plans::integer_greatest: any number
    // Lists made of another's elements: for each row of the new frame, the row it came from; of lists made of two,
    // whether that is a row of the second.
    std::span<std::uint32_t> source;
    plans::Words of_second;

    std::int64_t least_more(std::size_t row) const { return more_least.empty() ? 0 : more_least[row]; }
    std::int64_t most_more(std::size_t row) const { return more_most.empty() ? 0 : more_most[row]; }
    bool closed(std::size_t row) const { return most_more(row) == 0; }
};

/// Sum of two counts, either of which may be "any number".
inline std::int64_t add_counts(std::int64_t left, std::int64_t right) {
    if (left == plans::integer_greatest || right == plans::integer_greatest) return plans::integer_greatest;
    return left + right;
}

}  // namespace brecha::kernels
