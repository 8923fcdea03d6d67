// Opening frames: a list a row becomes a row an element. And seeing lists in other ways: joined, spread over a deeper
// frame, each value once.
//
// An opened list brings its frame, the elements and whether each is there for certain. Every function that makes rows
// first counts them and makes nothing where there would be more than `limit`.
#pragma once

#include "kernels/access.hpp"
#include "kernels/frame.hpp"

#include <optional>
#include <vector>

namespace brecha::kernels {

struct Opened {
    List list;
    FrameRows frame;
    plans::Column elements;
    plans::Column presence;  // truth: the element is there (holds), may be (unknown), is not (fails)
};

/// A list with the columns of its elements.
struct ListInput {
    const List& list;
    const plans::Column& elements;
    const plans::Column& presence;
};

/// The rows `at` of a column, in that order; a column of one row is read for all.
plans::Column gather(Arena& arena, const plans::Column& column, std::span<const std::uint32_t> at);

/// A yes or no that is known not to be there fails, as `= yes` does; other columns are as they are.
plans::Column nothing_fails(Arena& arena, const plans::Column& values);

/// Items: these rows of their table.
plans::Column numbered(Arena& arena, std::span<const std::uint32_t> rows);

/// The lists of `items` (rows of a plan's table). Elements: rows of the element table themselves (`values` null), or
/// what stands in `values` there.
std::optional<Opened> load_list(Arena& arena, const plans::Column& items, const plans::ListColumn& lists,
                                const plans::Column* values, std::size_t rows, std::size_t limit);

/// `{a, b, c}`: every row has as many elements as there are operands.
std::optional<Opened> list_literal(Arena& arena, const std::vector<const plans::Column*>& operands, std::size_t rows,
                                   std::size_t limit);

/// A list that the rule makes: its elements known exactly or within bounds, certainly there or perhaps; `open`: there
/// may be more.
template <typename Value>
struct Made {
    struct Element {
        Value low{}, high{};
        bool certain = true;
    };
    std::vector<Element> elements;
    bool open = false;

    void add(Value value) { elements.push_back({value, value, true}); }
};
/// A list a row; a row without one is an absent list.
std::optional<Opened> made_list(Arena& arena, const std::vector<std::optional<Made<std::int64_t>>>& lists,
                                std::size_t limit);
std::optional<Opened> made_list(Arena& arena, const std::vector<std::optional<Made<model::Decimal>>>& lists,
                                std::size_t limit);

/// For each row r the list of row outer[r].
std::optional<Opened> spread(Arena& arena, const ListInput& input, std::span<const std::uint32_t> outer,
                             std::size_t limit);

/// Elements of the first list, then of the second. An absent one adds any number more.
std::optional<Opened> join(Arena& arena, const ListInput& left, const ListInput& right, std::size_t rows,
                           std::size_t limit);

/// `list`, or `fallback` where it is absent; in rows that are `not_given` only where there is none for certain.
std::optional<Opened> otherwise_list(Arena& arena, const ListInput& list, const ListInput& fallback,
                                     plans::Words not_given, std::size_t rows, std::size_t limit);

/// Of a frame that the list opens, the rows that stand for what is not given; `outer`: those of the frame around it.
plans::Words rows_not_given(Arena& arena, const List& list, const FrameRows& frame, plans::Words outer);

/// "if C then L else M" of lists: C unknown: an absent one.
std::optional<Opened> choose_list(Arena& arena, const plans::Column& condition, const ListInput& yes,
                                  const ListInput& no, std::size_t rows, std::size_t limit);

/// Each value once; what is known not to be there is left out. A value that is missing, known within bounds or not
/// there for certain is there perhaps, unless it is there for certain already.
std::optional<Opened> distinct(Arena& arena, const ListInput& input, std::size_t rows, std::size_t limit,
                               bool plain_order = true);

/// The elements that are there for certain and for which `truth` fails.
std::optional<Opened> failing(Arena& arena, const ListInput& input, const plans::Column& truth, std::size_t rows,
                              std::size_t limit);

/// list(x in L where C : …): the same rows, with `more` as a condition leaves it.
List view(Arena& arena, const List& list, bool has_condition);

/// A list of lists as one flat list: `outer` with its elements' presence, `inner` in the outer's frame.
List flatten(Arena& arena, const List& outer, const plans::Column& outer_presence, const List& inner);

}  // namespace brecha::kernels
