// Sums, products and functions of values known within bounds.
//
// A result is missing where an operand is, where it cannot be computed (division by zero, overflow, a date out of
// range), and where the bounds do not carry over (a product of two ranges).
#pragma once

#include "kernels/access.hpp"
#include "kernels/compare.hpp"
#include "model/calendar.hpp"

namespace brecha::kernels {

/// What the numbers in a column stand for.
enum class Form : std::uint8_t { number, percent, date, moment, duration, other };

struct Operand {
    const plans::Column& column;
    Form form = Form::number;
};

inline Order order_of(Form form) {
    return form == Form::moment ? Order::moment : form == Form::duration ? Order::duration : Order::plain;
}

plans::Column add(Arena& arena, Operand left, Operand right, bool subtract, const model::DateRules& rules,
                  std::size_t rows);
plans::Column multiply(Arena& arena, Operand left, Operand right, std::size_t rows);
plans::Column divide(Arena& arena, Operand left, Operand right, std::size_t rows);
plans::Column negate(Arena& arena, Operand operand, std::size_t rows);

plans::Column year(Arena& arena, const plans::Column& date, std::size_t rows);
/// Missing where the bounds lie in different months.
plans::Column month(Arena& arena, const plans::Column& date, std::size_t rows);
/// Exact durations as numbers; others are missing.
plans::Column days(Arena& arena, const plans::Column& duration, std::size_t rows);
plans::Column hours(Arena& arena, const plans::Column& duration, std::size_t rows);
/// The day of a moment, as written.
plans::Column date_of(Arena& arena, const plans::Column& moment, std::size_t rows);
/// Missing where the bounds lie on both sides of zero.
plans::Column absolute(Arena& arena, const plans::Column& number, std::size_t rows);
/// To a whole number; nearest: a half to the even one.
enum class Rounding : std::uint8_t { nearest, up, down };
plans::Column round(Arena& arena, const plans::Column& number, Rounding rounding, std::size_t rows);
/// The most months (or years) n with from + n months <= to, rounded days as `month_end` says; falls in the first, rises
/// in the second.
plans::Column months_between(Arena& arena, const plans::Column& from, const plans::Column& to, bool years,
                             model::MonthEnd month_end, std::size_t rows);
/// min(a, b), max(a, b) of two values.
plans::Column extreme(Arena& arena, const plans::Column& left, const plans::Column& right, Order order, bool larger,
                      std::size_t rows);
/// 100 × part ÷ whole, in points.
plans::Column share_of(Arena& arena, const plans::Column& part, const plans::Column& whole, std::size_t rows);
plans::Column otherwise(Arena& arena, const plans::Column& value, const plans::Column& fallback, plans::Words not_given,
                        std::size_t rows);
/// `if C then a else b` of values. C unknown: what both have in common; with an `order`, the bounds of both.
plans::Column choose(Arena& arena, const plans::Column& condition, const plans::Column& yes, const plans::Column& no,
                     std::optional<Order> order, std::size_t rows);

/// A date or moment plus (minus) a duration; either may be a range.
Ranged<std::int64_t> shift(const Ranged<std::int64_t>& when, const Ranged<std::int64_t>& duration, bool moment,
                           bool back, const model::DateRules& rules);

}  // namespace brecha::kernels
