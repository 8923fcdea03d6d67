// Comparisons of values known within bounds: decided when every value between the bounds agrees, else unknown. A value
// that is known not to be there is equal to nothing, and neither less nor more.
#pragma once

#include "kernels/access.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace brecha::kernels {

enum class Comparison : std::uint8_t { equal, less, at_most };
/// How two 64-bit values are ordered. Decimals are always plain.
enum class Order : std::uint8_t { plain, moment, duration };

plans::Column compare(Arena& arena, Comparison comparison, Order order, const plans::Column& left,
                      const plans::Column& right, std::size_t rows);
/// Its bits for rows 64 at a time: of words [first, first + holds.size()), written to `holds` and `fails`.
void compare_words(Comparison comparison, Order order, const plans::Column& left, const plans::Column& right,
                   std::size_t rows, std::size_t first, plans::Words holds, plans::Words fails);

/// Values of one enumeration as the same words of another: `numbers` has the word's number there, -1 where it has none.
plans::Column recoded(Arena& arena, const plans::Column& values, std::span<const std::int64_t> numbers);

/// A column of texts, and what its numbers say.
struct Texts {
    const plans::Column& column;
    std::function<std::string_view(std::int64_t)> words;
};
plans::Column starts_with(Arena& arena, const Texts& texts, const Texts& beginnings, std::size_t rows);
plans::Column matches(Arena& arena, const Texts& texts, std::string_view pattern, std::size_t rows);

/// Is the value of a column of one row in `range`, or, where it is kept as a whole number, in `whole`? False, and
/// nothing is written, where it is another case: bounds, what is known not to be there.
inline bool is_within(const plans::Column& column, const plans::Interval& range, const plans::Interval& whole,
                      std::uint64_t& holds, std::uint64_t& fails) {
    if (!column.none.empty() || !column.domains.empty()) return false;
    const bool is_integer = column.storage == plans::Storage::integer,
               is_whole = !is_integer && column.decimals.empty();
    if (is_integer ? !column.integers_high.empty()
        : is_whole ? !column.narrow_high.empty()
                   : !column.decimals_high.empty())
        return false;
    const model::Decimal value = is_integer ? column.integers[0] : is_whole ? column.narrow[0] : column.decimals[0];
    const plans::Interval& asked = is_whole ? whole : range;
    const std::uint64_t known = column.valid[0] & 1, is = value >= asked.low && value <= asked.high ? 1 : 0;
    holds = known & is;
    fails = known & ~is;
    return true;
}

/// A comparison of one row with another.
Truth compare_rows(Comparison comparison, Order order, const plans::Column& left, std::size_t left_row,
                   const plans::Column& right, std::size_t right_row);

/// A comparison of one pair.
Truth compare(Comparison comparison, Order order, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right);

/// Is one before the other: -1, 0, 1, or nothing where that depends on what is not said (a month's length, an offset).
/// Ends of ranges may be infinite.
std::optional<int> order_of(Order order, std::int64_t left, std::int64_t right);

/// A moment as the seconds in UTC it can be: as wide as offsets are where it has none.
Ranged<std::int64_t> seconds_in_utc(const Ranged<std::int64_t>& moment);

}  // namespace brecha::kernels
