#include "kernels/arithmetic.hpp"

#include <algorithm>

namespace brecha::kernels {

using model::Decimal;
using plans::Column;

namespace {

constexpr std::int64_t day_seconds = 86'400;

bool infinite(Decimal value) { return value >= model::decimal_greatest || value <= model::decimal_least; }
bool infinite(std::int64_t value) { return value == plans::integer_least || value == plans::integer_greatest; }

/// What cannot be computed is not for want of a statement.
template <typename Value>
Ranged<Value> not_computable() {
    return lacking<Value>(State::unusable);
}
template <typename Value>
Ranged<Value> range_of(std::optional<Value> low, std::optional<Value> high) {
    if (!low || !high) return not_computable<Value>();
    return {State::value, *low, *high};
}

/// An end of a sum: an infinite operand makes it infinite on its side.
std::optional<Decimal> add_ends(Decimal left, Decimal right) {
    if (infinite(left)) return left;
    if (infinite(right)) return right;
    const auto sum = model::add(left, right);
    if (sum && infinite(*sum)) return std::nullopt;
    return sum;
}
Decimal opposite(Decimal value) { return -value; }

std::optional<std::int64_t> shift_one(std::int64_t when, std::int64_t duration, bool moment, bool back,
                                      const model::DateRules& rules) {
    if (infinite(when)) return when;
    if (infinite(duration)) return (duration > 0) == !back ? plans::integer_greatest : plans::integer_least;
    const std::int64_t amount = back ? -model::duration_amount(duration) : model::duration_amount(duration);
    switch (model::duration_kind(duration)) {
        case model::DurationKind::exact: {
            if (!moment) {
                if (amount % day_seconds != 0) return std::nullopt;
                const std::int64_t day = when + amount / day_seconds;
                if (day < model::day_least || day > model::day_greatest) return std::nullopt;
                return day;
            }
            const std::int64_t seconds = model::local_seconds_of(when) + amount;
            if (seconds < model::day_least * day_seconds || seconds >= (model::day_greatest + 1) * day_seconds)
                return std::nullopt;
            return model::moment_of(seconds, model::offset_of(when));
        }
        case model::DurationKind::calendar: {
            if (moment) return std::nullopt;  // moments take exact durations
            return model::add_months(when, amount, rules.month_end);
        }
        case model::DurationKind::working: {
            const model::Calendar* calendar = rules.calendar_of(duration);
            return moment || calendar == nullptr ? std::nullopt : model::add_working_days(when, amount, *calendar);
        }
        default: return std::nullopt;
    }
}

/// Sum of durations of one kind.
Ranged<std::int64_t> add_durations(const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right, bool back) {
    const auto end = [&](std::int64_t one, std::int64_t other) -> std::optional<std::int64_t> {
        if (infinite(one)) return one;
        if (infinite(other)) return (other > 0) == !back ? plans::integer_greatest : plans::integer_least;
        if (model::duration_kind(one) != model::duration_kind(other) || !model::same_calendar(one, other))
            return std::nullopt;
        const Decimal sum = Decimal(model::duration_amount(one)) + (back ? -1 : 1) * model::duration_amount(other);
        return model::with_amount(model::duration_calendar(one) < 0 ? other : one, sum);
    };
    return range_of(end(left.low, back ? right.high : right.low), end(left.high, back ? right.low : right.high));
}

Ranged<std::int64_t> difference(const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right, bool moments) {
    // `longest`: of what the offset leaves open, the longest difference.
    const auto end = [&](std::int64_t one, std::int64_t other, bool longest) -> std::optional<std::int64_t> {
        if (infinite(one)) return one;
        if (infinite(other)) return other == plans::integer_greatest ? plans::integer_least : plans::integer_greatest;
        if (!moments) return model::duration_of(model::DurationKind::exact, (one - other) * day_seconds);
        const auto left_offset = model::offset_of(one), right_offset = model::offset_of(other);
        std::int64_t seconds = model::local_seconds_of(one) - model::local_seconds_of(other);
        if (left_offset || right_offset) {
            const std::int64_t latest = model::latest_offset_seconds, earliest = model::earliest_offset_seconds;
            seconds -= left_offset ? std::int64_t(*left_offset) * 60 : longest ? earliest : latest;
            seconds += right_offset ? std::int64_t(*right_offset) * 60 : longest ? latest : earliest;
        }
        return model::duration_of(model::DurationKind::exact, seconds);
    };
    return range_of(end(left.low, right.high, false), end(left.high, right.low, true));
}

/// A number that is whole, as an integer.
std::optional<std::int64_t> whole(Decimal value) {
    if (infinite(value) || value % model::decimal_one != 0) return std::nullopt;
    const Decimal result = value / model::decimal_one;
    if (result > Decimal(1) << 52 || result < -(Decimal(1) << 52)) return std::nullopt;
    return static_cast<std::int64_t>(result);
}

/// Row by row from both operands; missing where one of them is.
template <typename Result, typename Left, typename Right, typename Compute>
Column of_both(Arena& arena, const Column& left, const Column& right, std::size_t rows, Compute compute) {
    Output<Result> result(arena, rows);
    const Input<Left> lefts(left);
    const Input<Right> rights(right);
    for (const std::size_t row : limits::Rows(rows)) {
        const Ranged<Left> a = lefts[row];
        const Ranged<Right> b = rights[row];
        if (a.known() && b.known()) result.put(row, compute(a, b));
        else result.miss(row, state_of_result(a.state, b.state));
    }
    return result.done();
}
template <typename Compute>
Column decimals(Arena& arena, const Column& left, const Column& right, std::size_t rows, Compute compute) {
    return of_both<Decimal, Decimal, Decimal>(arena, left, right, rows, compute);
}
/// Row by row from one operand; missing where it is.
template <typename Result, typename Value, typename Compute>
Column of_one(Arena& arena, const Column& operand, std::size_t rows, Compute compute) {
    Output<Result> result(arena, rows);
    const Input<Value> values(operand);
    for (const std::size_t row : limits::Rows(rows)) {
        const Ranged<Value> value = values[row];
        if (value.known()) result.put(row, compute(value));
        else result.miss(row, state_of_result(value.state, State::value));
    }
    return result.done();
}

/// percent × number, rounded once: half to even at the ninth place.
std::optional<Decimal> hundredth_of_product(Decimal one, Decimal other) {
    if (one % 100 == 0) return model::multiply(one / 100, other);
    if (other % 100 == 0) return model::multiply(one, other / 100);
    Decimal product;
    if (__builtin_mul_overflow(one, other, &product)) return std::nullopt;
    const Decimal by = 100 * model::decimal_one;
    Decimal quotient = product / by, rest = product % by;
    if (rest < 0) rest = -rest;
    const int away = product < 0 ? -1 : 1;
    if (rest * 2 > by || (rest * 2 == by && quotient % 2 != 0)) quotient += away;
    return quotient;
}

Ranged<Decimal> multiply_ranges(const Ranged<Decimal>& left, const Ranged<Decimal>& right, bool by_hundred) {
    const auto product = [&](Decimal one, Decimal other) -> std::optional<Decimal> {
        if (infinite(one)) return one;
        if (infinite(other)) return other;
        if (!by_hundred) return model::multiply(one, other);
        return hundredth_of_product(one, other);
    };
    if (left.exact() && right.exact())
        return infinite(left.low) || infinite(right.low)
                   ? not_computable<Decimal>()
                   : range_of(product(left.low, right.low), product(left.low, right.low));
    if (left.exact() && left.low > 0 && !infinite(left.low))
        return range_of(product(right.low, left.low), product(right.high, left.low));
    if (right.exact() && right.low > 0 && !infinite(right.low))
        return range_of(product(left.low, right.low), product(left.high, right.low));
    return not_computable<Decimal>();
}

Decimal round_to_whole(Decimal value, Rounding rounding) {
    const Decimal one = model::decimal_one;
    Decimal down = value / one;
    if (value % one < 0) --down;
    const Decimal rest = value - down * one;
    if (rounding == Rounding::down) return down * one;
    if (rounding == Rounding::up) return rest == 0 ? down * one : (down + 1) * one;
    if (rest * 2 > one || (rest * 2 == one && down % 2 != 0)) ++down;
    return down * one;
}

}  // namespace

Ranged<std::int64_t> shift(const Ranged<std::int64_t>& when, const Ranged<std::int64_t>& duration, bool moment,
                           bool back, const model::DateRules& rules) {
    if (!when.known() || !duration.known()) return lacking<std::int64_t>(state_of_result(when.state, duration.state));
    return range_of(shift_one(when.low, back ? duration.high : duration.low, moment, back, rules),
                    shift_one(when.high, back ? duration.low : duration.high, moment, back, rules));
}

namespace {

/// The sums of small whole numbers, or of one and a column of them; nothing where one of them is no such number, or too
/// large.
std::optional<Column> add_narrow(Arena& arena, const Column& left, const Column& right, bool subtract,
                                 std::size_t rows) {
    if (left.narrow.empty() && right.narrow.empty()) return std::nullopt;
    struct Side {
        const std::int32_t* values = nullptr;  // null: `one` for all rows
        std::int32_t one = 0;
    };
    const auto side = [&](const Column& column) -> std::optional<Side> {
        if (!column.none.empty() || !column.withheld.empty() || !column.unusable.empty() || !column.domains.empty())
            return std::nullopt;
        if (!column.narrow.empty() && column.narrow_high.empty() && column.rows == rows)
            return Side{column.narrow.data()};
        if (column.rows != 1 || !plans::bit(column.valid, 0) || column.decimal(0) != column.decimal_high(0))
            return std::nullopt;
        const auto number = whole(column.decimal(0));
        if (!number || *number <= Column::narrow_least || *number >= Column::narrow_greatest) return std::nullopt;
        return Side{nullptr, static_cast<std::int32_t>(*number)};
    };
    const auto one = side(left), other = side(right);
    if (!one || !other) return std::nullopt;
    const std::span<std::int32_t> sums = arena.allocate<std::int32_t>(rows);
    // In unsigned numbers, where too large a sum is defined; its sign then is not that of both.
    const auto sum = [&](const auto& lefts, const auto& rights) {
        std::uint32_t beyond = 0;
        // The compiler vectorizes it, so it looks at no watch: the greatest frame takes hundredths of a second.
        for (std::size_t row = 0; row < rows; ++row) {
            const auto a = static_cast<std::uint32_t>(lefts(row)), b = static_cast<std::uint32_t>(rights(row));
            const std::uint32_t total = subtract ? a - b : a + b;
            sums[row] = static_cast<std::int32_t>(total);
            beyond |= subtract ? (a ^ b) & (a ^ total) : (a ^ total) & (b ^ total);
            beyond |= sums[row] == Column::narrow_least || sums[row] == Column::narrow_greatest ? 0x8000'0000u : 0u;
        }
        return (beyond >> 31) == 0;
    };
    const auto all = [](std::int32_t number) { return [number](std::size_t) { return number; }; };
    const auto each = [](const std::int32_t* values) { return [values](std::size_t row) { return values[row]; }; };
    const bool fit = one->values && other->values ? sum(each(one->values), each(other->values))
                     : one->values                ? sum(each(one->values), all(other->one))
                                                  : sum(all(one->one), each(other->values));
    if (!fit) return std::nullopt;
    Column result;
    result.storage = plans::Storage::decimal;
    result.rows = rows;
    result.narrow = sums;
    if (!one->values || !other->values) {
        result.valid = one->values ? left.valid : right.valid;
        return result;
    }
    result.valid = arena.allocate<std::uint64_t>(plans::word_count(rows));
    for (std::size_t word = 0; word < plans::word_count(rows); ++word)
        result.valid[word] = left.valid[word] & right.valid[word];
    return result;
}

}  // namespace

namespace {

/// The one number of a column of one row, known exactly; nothing where it is another case.
std::optional<Decimal> one_number(const Column& column) {
    if (column.rows != 1 || !plans::bit(column.valid, 0)) return std::nullopt;
    const Decimal number = column.decimal(0);
    if (number != column.decimal_high(0)) return std::nullopt;
    return number;
}

/// The sum for one plan, as they come one by one; nothing where it is not two numbers, or too large.
std::optional<Column> add_one(Arena& arena, const Column& left, const Column& right, bool subtract) {
    const auto one = one_number(left), other = one_number(right);
    if (!one || !other) return std::nullopt;
    const auto sum = model::add(*one, subtract ? -*other : *other);
    if (!sum) return std::nullopt;
    Output<Decimal> result(arena, 1);
    result.set(0, *sum);
    return result.done();
}

}  // namespace

Column add(Arena& arena, Operand left, Operand right, bool subtract, const model::DateRules& rules, std::size_t rows) {
    if (left.column.storage == plans::Storage::decimal) {
        if (rows == 1)
            if (auto sum = add_one(arena, left.column, right.column, subtract)) return *sum;
        if (auto sums = add_narrow(arena, left.column, right.column, subtract, rows)) return *sums;
        return decimals(
            arena, left.column, right.column, rows, [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) {
                return subtract ? range_of(add_ends(a.low, opposite(b.high)), add_ends(a.high, opposite(b.low)))
                                : range_of(add_ends(a.low, b.low), add_ends(a.high, b.high));
            });
    }
    const bool right_is_time = right.form == Form::date || right.form == Form::moment;
    using Times = Ranged<std::int64_t>;
    return of_both<std::int64_t, std::int64_t, std::int64_t>(
        arena, left.column, right.column, rows, [&](const Times& a, const Times& b) {
            if (left.form == Form::duration && right.form == Form::duration) return add_durations(a, b, subtract);
            if (left.form == Form::duration && right_is_time)
                return shift(b, a, right.form == Form::moment, false, rules);
            if (right_is_time) return difference(a, b, left.form == Form::moment);
            return shift(a, b, left.form == Form::moment, subtract, rules);
        });
}

Column multiply(Arena& arena, Operand left, Operand right, std::size_t rows) {
    if (left.form == Form::duration || right.form == Form::duration) {
        const bool swapped = right.form == Form::duration;
        return of_both<std::int64_t, std::int64_t, Decimal>(
            arena, swapped ? right.column : left.column, swapped ? left.column : right.column, rows,
            [](const Ranged<std::int64_t>& duration, const Ranged<Decimal>& number) {
                // Exact times exact; or one of both exact and above zero, the other within bounds.
                const auto end = [](std::int64_t length, Decimal times) -> std::optional<std::int64_t> {
                    if (infinite(length)) return length;
                    if (infinite(times)) return times > 0 ? plans::integer_greatest : plans::integer_least;
                    const auto product =
                        model::multiply_exactly(Decimal(model::duration_amount(length)) * model::decimal_one, times);
                    if (!product || *product % model::decimal_one != 0) return std::nullopt;
                    return model::with_amount(length, *product / model::decimal_one);
                };
                if (number.exact() && (duration.exact() || number.low > 0))
                    return range_of(end(duration.low, number.low), end(duration.high, number.low));
                if (duration.exact() && !infinite(duration.low) && model::duration_amount(duration.low) > 0)
                    return range_of(end(duration.low, number.low), end(duration.low, number.high));
                return not_computable<std::int64_t>();
            });
    }
    const bool by_hundred = left.form == Form::percent || right.form == Form::percent;
    return decimals(arena, left.column, right.column, rows, [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) {
        return multiply_ranges(a, b, by_hundred);
    });
}

Column divide(Arena& arena, Operand left, Operand right, std::size_t rows) {
    if (left.form == Form::duration && right.form == Form::duration) {
        using Lengths = Ranged<std::int64_t>;
        return of_both<Decimal, std::int64_t, std::int64_t>(
            arena, left.column, right.column, rows, [](const Lengths& a, const Lengths& b) {
                if (!b.exact() || infinite(b.low) || (!a.exact() && model::duration_amount(b.low) <= 0))
                    return not_computable<Decimal>();
                const auto end = [&](std::int64_t length) -> std::optional<Decimal> {
                    if (length == plans::integer_greatest) return model::decimal_greatest;
                    if (length == plans::integer_least) return model::decimal_least;
                    if (model::duration_kind(length) != model::duration_kind(b.low) ||
                        !model::same_calendar(length, b.low))
                        return std::nullopt;
                    return model::divide(Decimal(model::duration_amount(length)) * model::decimal_one,
                                         Decimal(model::duration_amount(b.low)) * model::decimal_one);
                };
                return range_of(end(a.low), end(a.high));
            });
    }
    if (left.form == Form::duration) {
        return of_both<std::int64_t, std::int64_t, Decimal>(
            arena, left.column, right.column, rows, [](const Ranged<std::int64_t>& a, const Ranged<Decimal>& b) {
                const auto by = b.exact() ? whole(b.low) : std::nullopt;
                if (!by || *by == 0 || (!a.exact() && *by < 0)) return not_computable<std::int64_t>();
                const auto end = [&](std::int64_t length) -> std::optional<std::int64_t> {
                    if (infinite(length)) return length;
                    if (model::duration_amount(length) % *by != 0) return std::nullopt;
                    return model::with_amount(length, model::duration_amount(length) / *by);
                };
                return range_of(end(a.low), end(a.high));
            });
    }
    const bool by_percent = right.form == Form::percent && left.form != Form::percent;
    return decimals(arena, left.column, right.column, rows, [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) {
        if (!b.exact() || infinite(b.low) || b.low == 0 || (!a.exact() && b.low < 0)) return not_computable<Decimal>();
        const auto quotient = [&](Decimal value) -> std::optional<Decimal> {
            if (infinite(value)) return value;
            if (!by_percent) return model::divide(value, b.low);
            const auto hundredfold = model::multiply(value, 100 * model::decimal_one);
            return hundredfold ? model::divide(*hundredfold, b.low) : std::nullopt;
        };
        return range_of(quotient(a.low), quotient(a.high));
    });
}

Column negate(Arena& arena, Operand operand, std::size_t rows) {
    if (operand.column.storage == plans::Storage::decimal)
        return of_one<Decimal, Decimal>(arena, operand.column, rows, [](const Ranged<Decimal>& value) {
            return Ranged<Decimal>{State::value, -value.high, -value.low};
        });
    return of_one<std::int64_t, std::int64_t>(arena, operand.column, rows, [](const Ranged<std::int64_t>& value) {
        const auto end = [](std::int64_t one) {
            if (one == plans::integer_greatest) return plans::integer_least;
            if (one == plans::integer_least) return plans::integer_greatest;
            return model::with_amount(one, -Decimal(model::duration_amount(one))).value_or(one);  // fits as `one` does
        };
        return Ranged<std::int64_t>{State::value, end(value.high), end(value.low)};
    });
}

namespace {

/// A number from each end of a date or duration; missing where it has none.
template <typename NumberOf>
Column numbers_of(Arena& arena, const Column& operand, std::size_t rows, NumberOf number_of) {
    const auto number = [&](std::int64_t end) -> std::optional<Decimal> {
        if (end == plans::integer_greatest) return model::decimal_greatest;
        if (end == plans::integer_least) return model::decimal_least;
        return number_of(end);
    };
    return of_one<Decimal, std::int64_t>(arena, operand, rows, [&](const Ranged<std::int64_t>& value) {
        return range_of(number(value.low), number(value.high));
    });
}

Column in_units_of(Arena& arena, const Column& duration, std::int64_t seconds, std::size_t rows) {
    return numbers_of(arena, duration, rows, [&](std::int64_t value) -> std::optional<Decimal> {
        if (model::duration_kind(value) != model::DurationKind::exact) return std::nullopt;
        return model::divide(Decimal(model::duration_amount(value)) * model::decimal_one,
                             Decimal(seconds) * model::decimal_one);
    });
}

}  // namespace

Column year(Arena& arena, const Column& date, std::size_t rows) {
    const auto year_of = [](std::int64_t day) { return Decimal(model::civil_of(day).year) * model::decimal_one; };
    Column years =
        numbers_of(arena, date, rows, [&](std::int64_t day) -> std::optional<Decimal> { return year_of(day); });
    if (date.domains.empty()) return years;
    const auto domains = arena.allocate_zero<const plans::Domain*>(rows);
    for (const std::size_t row : limits::Rows(rows)) {
        const plans::Domain* days = date.domain(date.rows == 1 ? 0 : row);
        if (days == nullptr) continue;
        const std::span<plans::Interval> values = arena.allocate<plans::Interval>(days->values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto [low, high] = days->values[i];
            values[i] = {low == model::decimal_least ? low : year_of(static_cast<std::int64_t>(low)),
                         high == model::decimal_greatest ? high : year_of(static_cast<std::int64_t>(high))};
        }
        const std::span<plans::Domain> domain = arena.allocate<plans::Domain>(1);
        domain[0] = {values, days->may_be_none};
        domains[row] = domain.data();
    }
    years.domains = domains;
    return years;
}

Column month(Arena& arena, const Column& date, std::size_t rows) {
    return of_one<Decimal, std::int64_t>(arena, date, rows, [&](const Ranged<std::int64_t>& value) {
        if (infinite(value.low) || infinite(value.high)) return not_computable<Decimal>();
        const auto low = model::civil_of(value.low), high = model::civil_of(value.high);
        if (low.year != high.year || low.month != high.month) return not_computable<Decimal>();
        const Decimal number = Decimal(low.month) * model::decimal_one;
        return Ranged<Decimal>{State::value, number, number};
    });
}

Column days(Arena& arena, const Column& duration, std::size_t rows) {
    return in_units_of(arena, duration, day_seconds, rows);
}

Column hours(Arena& arena, const Column& duration, std::size_t rows) {
    return in_units_of(arena, duration, 3'600, rows);
}

Column date_of(Arena& arena, const Column& moment, std::size_t rows) {
    const auto day = [](std::int64_t end) {
        if (infinite(end)) return end;
        const std::int64_t seconds = model::local_seconds_of(end);
        return seconds >= 0 ? seconds / day_seconds : -((-seconds + day_seconds - 1) / day_seconds);
    };
    return of_one<std::int64_t, std::int64_t>(arena, moment, rows, [&](const Ranged<std::int64_t>& value) {
        return Ranged<std::int64_t>{State::value, day(value.low), day(value.high)};
    });
}

Column absolute(Arena& arena, const Column& number, std::size_t rows) {
    return of_one<Decimal, Decimal>(arena, number, rows, [](const Ranged<Decimal>& value) {
        if (value.low >= 0) return value;
        return value.exact() ? Ranged<Decimal>{State::value, -value.low, -value.low} : not_computable<Decimal>();
    });
}

Column round(Arena& arena, const Column& number, Rounding rounding, std::size_t rows) {
    const auto rounded = [&](Decimal end) { return infinite(end) ? end : round_to_whole(end, rounding); };
    return of_one<Decimal, Decimal>(arena, number, rows, [&](const Ranged<Decimal>& value) {
        return Ranged<Decimal>{State::value, rounded(value.low), rounded(value.high)};
    });
}

Column months_between(Arena& arena, const Column& from, const Column& to, bool years, model::MonthEnd month_end,
                      std::size_t rows) {
    const int step = years ? 12 : 1;
    // The most steps n with first + n steps <= last.
    const auto count = [&](std::int64_t first, std::int64_t last) -> Decimal {
        if (infinite(first)) return first == plans::integer_greatest ? model::decimal_least : model::decimal_greatest;
        if (infinite(last)) return last == plans::integer_greatest ? model::decimal_greatest : model::decimal_least;
        const auto a = model::civil_of(first), b = model::civil_of(last);
        const std::int64_t months = (std::int64_t(b.year) - a.year) * 12 + b.month - a.month;
        std::int64_t steps = months >= 0 ? months / step : -((-months + step - 1) / step);
        ++steps;
        for (int guard = 0; guard < 4; ++guard, --steps) {
            const auto reached = model::add_months(first, steps * step, month_end);
            if (reached && *reached <= last) break;
        }
        return Decimal(steps) * model::decimal_one;
    };
    using Days = Ranged<std::int64_t>;
    return of_both<Decimal, std::int64_t, std::int64_t>(arena, from, to, rows, [&](const Days& a, const Days& b) {
        return Ranged<Decimal>{State::value, count(a.high, b.low), count(a.low, b.high)};
    });
}

namespace {

/// Of two ends of ranges the greater or the less; nothing where they cannot be told apart.
template <typename Value>
std::optional<Value> outer(Order order, const Value& one, const Value& other, bool larger) {
    if constexpr (sizeof(Value) == 8) {
        const auto compared = order_of(order, one, other);
        if (!compared) return std::nullopt;
        return (*compared > 0) == larger ? one : other;
    } else {
        return (one > other) == larger ? one : other;
    }
}

/// The bounds of min or max: of the lower ends, and of the upper ends.
template <typename Value>
Column extreme_of(Arena& arena, const Column& left, const Column& right, Order order, bool larger, std::size_t rows) {
    return of_both<Value, Value, Value>(arena, left, right, rows, [&](const Ranged<Value>& a, const Ranged<Value>& b) {
        return range_of(outer(order, a.low, b.low, larger), outer(order, a.high, b.high, larger));
    });
}
template <typename Value, typename Pick>
Column pick(Arena& arena, std::size_t rows, Pick which) {
    Output<Value> result(arena, rows);
    for (const std::size_t row : limits::Rows(rows)) result.put(row, which(row));
    return result.done();
}

/// What is certain of a value that is one or the other: where both agree, that; of what has an order, the bounds of
/// both.
template <typename Value>
Ranged<Value> either(const Ranged<Value>& one, const Ranged<Value>& other, std::optional<Order> order) {
    if (!one.known() || !other.known()) return lacking<Value>(one.state == other.state ? one.state : State::unusable);
    if (one.low == other.low && one.high == other.high) return one;
    if (!order) return lacking<Value>(State::unusable);
    return range_of(outer(*order, one.low, other.low, false), outer(*order, one.high, other.high, true));
}

template <typename Value>
Column choose_of(Arena& arena, const Column& condition, const Column& yes, const Column& no, std::optional<Order> order,
                 std::size_t rows) {
    const TruthInput conditions(condition);
    const Input<Value> yeses(yes), noes(no);
    return pick<Value>(arena, rows, [&](std::size_t row) {
        const Truth truth = conditions[row];
        return truth == Truth::holds   ? yeses[row]
               : truth == Truth::fails ? noes[row]
                                       : either(yeses[row], noes[row], order);
    });
}

}  // namespace

Column extreme(Arena& arena, const Column& left, const Column& right, Order order, bool larger, std::size_t rows) {
    return left.storage == plans::Storage::decimal ? extreme_of<Decimal>(arena, left, right, order, larger, rows)
                                                   : extreme_of<std::int64_t>(arena, left, right, order, larger, rows);
}

Column share_of(Arena& arena, const Column& part, const Column& whole, std::size_t rows) {
    return decimals(arena, part, whole, rows, [](const Ranged<Decimal>& a, const Ranged<Decimal>& b) {
        if (!b.exact() || infinite(b.low) || b.low == 0 || (!a.exact() && b.low < 0)) return not_computable<Decimal>();
        const auto share = [&](Decimal value) -> std::optional<Decimal> {
            if (infinite(value)) return value;
            const auto hundredfold = model::multiply(value, 100 * model::decimal_one);
            return hundredfold ? model::divide(*hundredfold, b.low) : std::nullopt;
        };
        return range_of(share(a.low), share(a.high));
    });
}

namespace {

/// What a value that nobody states can be, or where it is not there its fallback; null where that is anything.
template <typename Value>
const plans::Domain* either_of(Arena& arena, const plans::Domain* known, const Ranged<Value>& fallback) {
    if (known == nullptr || !known->may_be_none || fallback.state == State::none) return known;
    if (!fallback.known()) return nullptr;
    const auto end = [](Value value) {
        if (value == Ends<Value>::least) return model::decimal_least;
        return value == Ends<Value>::greatest ? model::decimal_greatest : Decimal(value);
    };
    const std::span<plans::Interval> values = arena.allocate<plans::Interval>(known->values.size() + 1);
    std::copy(known->values.begin(), known->values.end(), values.begin());
    values.back() = {end(fallback.low), end(fallback.high)};
    const std::span<plans::Domain> result = arena.allocate<plans::Domain>(1);
    result[0] = {values, false};
    return result.data();
}

template <typename Value>
Column otherwise_of(Arena& arena, const Column& value, const Column& fallback, plans::Words not_given,
                    std::size_t rows) {
    Output<Value> result(arena, rows);
    const Input<Value> values(value), fallbacks(fallback);
    std::span<const plans::Domain*> domains;
    for (const std::size_t row : limits::Rows(rows)) {
        const Ranged<Value> one = values[row];
        if (one.known()) {
            result.put(row, one);
        } else if (!plans::bit(not_given, row) || one.state == State::none || one.state == State::no_items) {
            result.put(row, fallbacks[row]);
        } else if (const auto* known = either_of(arena, value.domain(value.rows == 1 ? 0 : row), fallbacks[row])) {
            if (domains.empty()) domains = arena.allocate_zero<const plans::Domain*>(rows);
            domains[row] = known;
        }
    }
    Column column = result.done();
    column.domains = domains;
    return column;
}

}  // namespace

Column otherwise(Arena& arena, const Column& value, const Column& fallback, plans::Words not_given, std::size_t rows) {
    return value.storage == plans::Storage::decimal
               ? otherwise_of<Decimal>(arena, value, fallback, not_given, rows)
               : otherwise_of<std::int64_t>(arena, value, fallback, not_given, rows);
}

Column choose(Arena& arena, const Column& condition, const Column& yes, const Column& no, std::optional<Order> order,
              std::size_t rows) {
    return yes.storage == plans::Storage::decimal ? choose_of<Decimal>(arena, condition, yes, no, order, rows)
                                                  : choose_of<std::int64_t>(arena, condition, yes, no, order, rows);
}

}  // namespace brecha::kernels
