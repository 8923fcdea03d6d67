// Rows of a frame, and lists whose elements are rows of a frame.
#pragma once

#include "kernels/truth.hpp"
#include "plans/rest.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace brecha::kernels {

struct FrameRows {
    std::size_t rows = 0;
    std::span<std::uint32_t> parent;  // row of the parent frame
    plans::Words not_given;  // optional: rows that stand for elements which are not given, or lie in such. What
                             // is not known there nobody is silent of: it may be stated once they are given
};

/// A list a row. Elements are rows [begin, end) of the frame that holds them; how many more there may be stands beside
/// them.
struct List {
    std::size_t rows = 0;
    std::span<std::uint32_t> begin, end;
    plans::Words absent;                 // optional: the list is not there (then more is 0 to any number, or none)
    plans::Words none;                   // optional: absent, as what would have it is not there; then it is empty
    plans::Words withheld;               // optional: absent, but there is one
    plans::Words searched;               // optional: an element that is not given is known not to be there
    std::span<std::int64_t> more_least;  // optional, both or none: elements that are not given, at least …
    std::span<std::int64_t> more_most;   // … at most; plans::integer_greatest: any number
    // Lists made of another's elements: for each row of the new frame, the row it came from; of lists made of two,
    // whether that is a row of the second.
    std::span<std::uint32_t> source;
    plans::Words of_second;
    // Optional, both or none: rows of the same frame that stand for what is not given. Every element that is not given
    // lies in one of them; where a row has none, nothing is known of those elements.
    std::span<std::uint32_t> rest_begin, rest_end;
    std::span<const plans::Rest*> rest;  // optional: how many lie in which

    bool has_rest(std::size_t row) const { return !rest_begin.empty() && rest_begin[row] < rest_end[row]; }
    std::int64_t least_more(std::size_t row) const { return more_least.empty() ? 0 : more_least[row]; }
    std::int64_t most_more(std::size_t row) const { return more_most.empty() ? 0 : more_most[row]; }
    bool closed(std::size_t row) const { return most_more(row) == 0; }
};

/// Sum of two counts, either of which may be "any number".
inline std::int64_t add_counts(std::int64_t left, std::int64_t right) {
    if (left == plans::integer_greatest || right == plans::integer_greatest) return plans::integer_greatest;
    return left + right;
}

/// How many of the elements that are not given something is true of. `truth_of`: of the elements that a row of the
/// frame stands for. Where nothing is known of them: of all of them (`of_all`), or of any number up to all.
template <typename TruthOf>
plans::Bounds further(const List& list, std::size_t row, bool of_all, TruthOf truth_of) {
    if (!list.has_rest(row)) return {of_all ? list.least_more(row) : 0, list.most_more(row)};
    std::uint64_t certain = 0, possible = 0;
    bool any = false;
    for (std::uint32_t box = list.rest_begin[row]; box < list.rest_end[row]; ++box) {
        const Truth truth = truth_of(box);
        any = any || truth == Truth::holds || truth == Truth::unknown;
        if (box - list.rest_begin[row] >= plans::greatest_box_count) continue;
        const std::uint64_t bit = std::uint64_t(1) << (box - list.rest_begin[row]);
        if (truth == Truth::holds) certain |= bit;
        if (truth == Truth::holds || truth == Truth::unknown) possible |= bit;
    }
    if (!list.rest.empty() && list.rest[row] != nullptr)
        return plans::elements_in(list.rest[row]->counts, certain, possible);
    return {0, any ? list.most_more(row) : 0};
}

}  // namespace brecha::kernels
