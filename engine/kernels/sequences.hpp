// Lists that the rule makes of two ends: years, whole numbers, dates.
//
// Ends may be known within bounds: what every completion has is certain, what some have is perhaps there. An end
// without a bound leaves the list open. A list is empty where an end is known not to be there, absent where one is
// missing, and where it would be longer than `greatest_sequence`.
#pragma once

#include "kernels/lists.hpp"
#include "model/calendar.hpp"

namespace brecha::kernels {

constexpr std::size_t greatest_sequence = 10'000;

/// The calendar years from that of one date to that of another; `full`: those that lie wholly between the two.
std::optional<Opened> years(Arena& arena, const plans::Column& first, const plans::Column& last, bool full,
                            std::size_t rows, std::size_t limit);
/// The whole numbers from one to another.
std::optional<Opened> numbers(Arena& arena, const plans::Column& first, const plans::Column& last, std::size_t rows,
                              std::size_t limit);
/// start, start + step, start + 2 steps … up to end. A step that no date can take (hours) leaves the list
/// absent.
std::optional<Opened> dates(Arena& arena, const plans::Column& start, const plans::Column& step,
                            const plans::Column& end, const model::DateRules& rules, std::size_t rows,
                            std::size_t limit);

}  // namespace brecha::kernels
