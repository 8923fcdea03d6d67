#include "kernels/arithmetic.hpp"

#include <algorithm>

namespace brecha::kernels {

using model::Decimal;
using plans::Column;

namespace {

constexpr std::int64_t day_seconds = 86'400;

bool infinite(Decimal value) { return value >= model::decimal_greatest || value <= model::decimal_least; }
bool infinite(std::int64_t value) { return value == plans::integer_least || value == plans::integer_greatest; }

Ranged<Decimal> range_of(std::optional<Decimal> low, std::optional<Decimal> high) {
    if (!low || !high) return {};
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

std::optional<std::int64_t> shift_one(std::int64_t when, std::int64_t duration, bool moment, bool back, model::MonthEnd month_end) {
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
            if (seconds < model::day_least * day_seconds || seconds >= (model::day_greatest + 1) * day_seconds) return std::nullopt;
            return model::moment_of(seconds, model::offset_of(when));
        }
        case model::DurationKind::calendar: {
            if (moment) return std::nullopt;  // moments take exact durations
            return model::add_months(when, amount, month_end);
        }
        default: return std::nullopt;
    }
}

/// Sum of durations of one kind.
Ranged<std::int64_t> add_durations(const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right, bool back) {
    if (!left.known() || !right.known()) return {};
    const auto end = [&](std::int64_t one, std::int64_t other) -> std::optional<std::int64_t> {
        if (infinite(one)) return one;
        if (infinite(other)) return (other > 0) == !back ? plans::integer_greatest : plans::integer_least;
        if (model::duration_kind(one) != model::duration_kind(other)) return std::nullopt;
        const std::int64_t sum = model::duration_amount(one) + (back ? -1 : 1) * model::duration_amount(other);
        return model::duration_of(model::duration_kind(one), sum);
    };
    const auto low = end(left.low, back ? right.high : right.low), high = end(left.high, back ? right.low : right.high);
    if (!low || !high) return {};
    return {State::value, *low, *high};
}

Ranged<std::int64_t> difference(const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right, bool moments) {
    if (!left.known() || !right.known()) return {};
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
    const auto low = end(left.low, right.high, false), high = end(left.high, right.low, true);
    if (!low || !high) return {};
    return {State::value, *low, *high};
}

/// A number that is whole, as an integer.
std::optional<std::int64_t> whole(Decimal value) {
    if (infinite(value) || value % model::decimal_one != 0) return std::nullopt;
    const Decimal result = value / model::decimal_one;
    if (result > Decimal(1) << 52 || result < -(Decimal(1) << 52)) return std::nullopt;
    return static_cast<std::int64_t>(result);
}

template <typename Compute>
Column decimals(Arena& arena, const Column& left, const Column& right, std::size_t rows, Compute compute) {
    Output<Decimal> result(arena, rows);
    const Input<Decimal> lefts(left), rights(right);
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<Decimal> a = lefts[row], b = rights[row];
        if (a.known() && b.known()) result.put(row, compute(a, b));
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
        return infinite(left.low) || infinite(right.low) ? Ranged<Decimal>{} : range_of(product(left.low, right.low), product(left.low, right.low));
    if (left.exact() && left.low > 0 && !infinite(left.low)) return range_of(product(right.low, left.low), product(right.high, left.low));
    if (right.exact() && right.low > 0 && !infinite(right.low)) return range_of(product(left.low, right.low), product(left.high, right.low));
    return {};
}

Decimal round_to_whole(Decimal value, Function function) {
    const Decimal one = model::decimal_one;
    Decimal down = value / one;
    if (value % one < 0) --down;
    const Decimal rest = value - down * one;
    switch (function) {
        case Function::round_down: return down * one;
        case Function::round_up: return rest == 0 ? down * one : (down + 1) * one;
        default: break;
    }
    if (rest * 2 > one || (rest * 2 == one && down % 2 != 0)) ++down;
    return down * one;
}

}  // namespace

Ranged<std::int64_t> shift(const Ranged<std::int64_t>& when, const Ranged<std::int64_t>& duration, bool moment, bool back, model::MonthEnd month_end) {
    if (!when.known() || !duration.known()) return {};
    const auto low = shift_one(when.low, back ? duration.high : duration.low, moment, back, month_end);
    const auto high = shift_one(when.high, back ? duration.low : duration.high, moment, back, month_end);
    if (!low || !high) return {};
    return {State::value, *low, *high};
}

Column add(Arena& arena, Operand left, Operand right, bool subtract, model::MonthEnd month_end, std::size_t rows) {
    if (left.column.storage == plans::Storage::decimal) {
        return decimals(arena, left.column, right.column, rows, [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) {
            return subtract ? range_of(add_ends(a.low, opposite(b.high)), add_ends(a.high, opposite(b.low)))
                            : range_of(add_ends(a.low, b.low), add_ends(a.high, b.high));
        });
    }
    Output<std::int64_t> result(arena, rows);
    const Input<std::int64_t> lefts(left.column), rights(right.column);
    const bool right_is_time = right.form == Form::date || right.form == Form::moment;
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<std::int64_t> a = lefts[row], b = rights[row];
        if (!a.known() || !b.known()) continue;
        if (left.form == Form::duration && right.form == Form::duration) result.put(row, add_durations(a, b, subtract));
        else if (left.form == Form::duration && right_is_time) result.put(row, shift(b, a, right.form == Form::moment, false, month_end));
        else if (right_is_time) result.put(row, difference(a, b, left.form == Form::moment));
        else result.put(row, shift(a, b, left.form == Form::moment, subtract, month_end));
    }
    return result.done();
}

Column multiply(Arena& arena, Operand left, Operand right, std::size_t rows) {
    if (left.form == Form::duration || right.form == Form::duration) {
        const bool swapped = right.form == Form::duration;
        const Input<std::int64_t> durations(swapped ? right.column : left.column);
        const Input<Decimal> numbers(swapped ? left.column : right.column);
        Output<std::int64_t> result(arena, rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<std::int64_t> duration = durations[row];
            const Ranged<Decimal> number = numbers[row];
            if (!duration.known() || !number.known()) continue;
            // Exact times exact; or one of both exact and above zero, the other within bounds.
            const auto end = [](std::int64_t length, Decimal times) -> std::optional<std::int64_t> {
                if (infinite(length)) return length;
                if (infinite(times)) return times > 0 ? plans::integer_greatest : plans::integer_least;
                const auto factor = whole(times);
                return factor ? std::optional(model::duration_of(model::duration_kind(length), model::duration_amount(length) * *factor)) : std::nullopt;
            };
            std::optional<std::int64_t> low, high;
            if (number.exact() && (duration.exact() || number.low > 0)) {
                low = end(duration.low, number.low);
                high = end(duration.high, number.low);
            } else if (duration.exact() && !infinite(duration.low) && model::duration_amount(duration.low) > 0) {
                low = end(duration.low, number.low);
                high = end(duration.low, number.high);
            }
            if (low && high) result.set(row, *low, *high);
        }
        return result.done();
    }
    const bool by_hundred = left.form == Form::percent || right.form == Form::percent;
    return decimals(arena, left.column, right.column, rows,
                    [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) { return multiply_ranges(a, b, by_hundred); });
}

Column divide(Arena& arena, Operand left, Operand right, std::size_t rows) {
    if (left.form == Form::duration && right.form == Form::duration) {
        Output<Decimal> result(arena, rows);
        const Input<std::int64_t> lefts(left.column), rights(right.column);
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<std::int64_t> a = lefts[row], b = rights[row];
            if (!a.known() || !b.exact() || infinite(b.low) || (!a.exact() && model::duration_amount(b.low) <= 0)) continue;
            const auto end = [&](std::int64_t length) -> std::optional<Decimal> {
                if (length == plans::integer_greatest) return model::decimal_greatest;
                if (length == plans::integer_least) return model::decimal_least;
                if (model::duration_kind(length) != model::duration_kind(b.low)) return std::nullopt;
                return model::divide(Decimal(model::duration_amount(length)) * model::decimal_one, Decimal(model::duration_amount(b.low)) * model::decimal_one);
            };
            result.put(row, range_of(end(a.low), end(a.high)));
        }
        return result.done();
    }
    if (left.form == Form::duration) {
        Output<std::int64_t> result(arena, rows);
        const Input<std::int64_t> lefts(left.column);
        const Input<Decimal> rights(right.column);
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<std::int64_t> a = lefts[row];
            const Ranged<Decimal> b = rights[row];
            const auto by = b.exact() ? whole(b.low) : std::nullopt;
            if (!a.known() || !by || *by == 0 || (!a.exact() && *by < 0)) continue;
            const auto end = [&](std::int64_t length) -> std::optional<std::int64_t> {
                if (infinite(length)) return length;
                if (model::duration_amount(length) % *by != 0) return std::nullopt;
                return model::duration_of(model::duration_kind(length), model::duration_amount(length) / *by);
            };
            const auto low = end(a.low), high = end(a.high);
            if (low && high) result.set(row, *low, *high);
        }
        return result.done();
    }
    const bool by_percent = right.form == Form::percent && left.form != Form::percent;
    return decimals(arena, left.column, right.column, rows, [&](const Ranged<Decimal>& a, const Ranged<Decimal>& b) -> Ranged<Decimal> {
        if (!b.exact() || infinite(b.low) || b.low == 0) return {};
        const auto quotient = [&](Decimal value) -> std::optional<Decimal> {
            if (infinite(value)) return value;
            if (!by_percent) return model::divide(value, b.low);
            const auto hundredfold = model::multiply(value, 100 * model::decimal_one);
            return hundredfold ? model::divide(*hundredfold, b.low) : std::nullopt;
        };
        if (!a.exact() && b.low < 0) return {};
        return range_of(quotient(a.low), quotient(a.high));
    });
}

Column negate(Arena& arena, Operand operand, std::size_t rows) {
    if (operand.column.storage == plans::Storage::decimal) {
        Output<Decimal> result(arena, rows);
        const Input<Decimal> values(operand.column);
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<Decimal> value = values[row];
            if (value.known()) result.set(row, -value.high, -value.low);
        }
        return result.done();
    }
    Output<std::int64_t> result(arena, rows);
    const Input<std::int64_t> values(operand.column);
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<std::int64_t> value = values[row];
        if (!value.known()) continue;
        const auto end = [](std::int64_t one) {
            if (one == plans::integer_greatest) return plans::integer_least;
            if (one == plans::integer_least) return plans::integer_greatest;
            return model::duration_of(model::duration_kind(one), -model::duration_amount(one));
        };
        result.set(row, end(value.high), end(value.low));
    }
    return result.done();
}

Column apply(Arena& arena, Function function, Operand operand, std::size_t rows) {
    if (function == Function::date_of) {
        Output<std::int64_t> result(arena, rows);
        const Input<std::int64_t> values(operand.column);
        const auto day = [](std::int64_t moment) {
            if (infinite(moment)) return moment;
            const std::int64_t seconds = model::local_seconds_of(moment);
            return seconds >= 0 ? seconds / day_seconds : -((-seconds + day_seconds - 1) / day_seconds);
        };
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<std::int64_t> value = values[row];
            if (value.known()) result.set(row, day(value.low), day(value.high));
        }
        return result.done();
    }
    Output<Decimal> result(arena, rows);
    if (operand.column.storage == plans::Storage::integer) {
        const Input<std::int64_t> values(operand.column);
        const auto number = [&](std::int64_t value) -> std::optional<Decimal> {
            if (value == plans::integer_greatest) return model::decimal_greatest;
            if (value == plans::integer_least) return model::decimal_least;
            switch (function) {
                case Function::year: return Decimal(model::civil_of(value).year) * model::decimal_one;
                case Function::month: return Decimal(model::civil_of(value).month) * model::decimal_one;
                case Function::days:
                case Function::hours:
                    if (model::duration_kind(value) != model::DurationKind::exact) return std::nullopt;
                    return model::divide(Decimal(model::duration_amount(value)) * model::decimal_one,
                                         Decimal(function == Function::days ? day_seconds : 3'600) * model::decimal_one);
                default: return std::nullopt;
            }
        };
        for (std::size_t row = 0; row < rows; ++row) {
            const Ranged<std::int64_t> value = values[row];
            if (!value.known()) continue;
            if (function == Function::month && !value.exact()) {
                if (infinite(value.low) || infinite(value.high)) continue;
                const auto low = model::civil_of(value.low), high = model::civil_of(value.high);
                if (low.year != high.year || low.month != high.month) continue;
            }
            result.put(row, range_of(number(value.low), number(value.high)));
        }
        return result.done();
    }
    const Input<Decimal> values(operand.column);
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<Decimal> value = values[row];
        if (!value.known()) continue;
        if (function == Function::absolute) {
            if (value.low >= 0) result.set(row, value.low, value.high);
            else if (value.exact()) result.set(row, -value.low);
            continue;
        }
        const auto rounded = [&](Decimal end) { return infinite(end) ? end : round_to_whole(end, function); };
        result.set(row, rounded(value.low), rounded(value.high));
    }
    return result.done();
}

Column months_between(Arena& arena, const Column& from, const Column& to, bool years, model::MonthEnd month_end, std::size_t rows) {
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
    Output<Decimal> result(arena, rows);
    const Input<std::int64_t> froms(from), tos(to);
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<std::int64_t> a = froms[row], b = tos[row];
        if (a.known() && b.known()) result.set(row, count(a.high, b.low), count(a.low, b.high));
    }
    return result.done();
}

namespace {
/// The bounds of min or max: of the lower ends, and of the upper ends. Missing where two cannot be told apart.
template <typename Value>
Column extreme_of(Arena& arena, const Column& left, const Column& right, Order order, bool larger, std::size_t rows) {
    Output<Value> result(arena, rows);
    const Input<Value> lefts(left), rights(right);
    const auto chosen = [&](const Value& one, const Value& other) -> std::optional<Value> {
        if constexpr (sizeof(Value) == 8) {
            const auto compared = order_of(order, one, other);
            if (!compared) return std::nullopt;
            return (*compared > 0) == larger ? one : other;
        } else {
            return (one > other) == larger ? one : other;
        }
    };
    for (std::size_t row = 0; row < rows; ++row) {
        const Ranged<Value> a = lefts[row], b = rights[row];
        if (!a.known() || !b.known()) continue;
        const auto low = chosen(a.low, b.low), high = chosen(a.high, b.high);
        if (low && high) result.set(row, *low, *high);
    }
    return result.done();
}
template <typename Value, typename Pick>
Column pick(Arena& arena, std::size_t rows, Pick which) {
    Output<Value> result(arena, rows);
    for (std::size_t row = 0; row < rows; ++row) result.put(row, which(row));
    return result.done();
}
}  // namespace

Column extreme(Arena& arena, const Column& left, const Column& right, Order order, bool larger, std::size_t rows) {
    return left.storage == plans::Storage::decimal ? extreme_of<Decimal>(arena, left, right, order, larger, rows)
                                                   : extreme_of<std::int64_t>(arena, left, right, order, larger, rows);
}

Column share_of(Arena& arena, const Column& part, const Column& whole, std::size_t rows) {
    return decimals(arena, part, whole, rows, [](const Ranged<Decimal>& a, const Ranged<Decimal>& b) -> Ranged<Decimal> {
        if (!a.exact() || !b.exact() || infinite(a.low) || infinite(b.low)) return {};
        const auto hundredfold = model::multiply(a.low, 100 * model::decimal_one);
        const auto share = hundredfold ? model::divide(*hundredfold, b.low) : std::nullopt;
        return range_of(share, share);
    });
}

Column otherwise(Arena& arena, const Column& value, const Column& fallback, std::size_t rows) {
    if (value.storage == plans::Storage::decimal) {
        const Input<Decimal> values(value), fallbacks(fallback);
        return pick<Decimal>(arena, rows, [&](std::size_t row) {
            const auto one = values[row];
            return one.known() ? one : fallbacks[row];
        });
    }
    const Input<std::int64_t> values(value), fallbacks(fallback);
    return pick<std::int64_t>(arena, rows, [&](std::size_t row) {
        const auto one = values[row];
        return one.known() ? one : fallbacks[row];
    });
}

Column choose(Arena& arena, const Column& condition, const Column& yes, const Column& no, std::size_t rows) {
    const TruthInput conditions(condition);
    if (yes.storage == plans::Storage::decimal) {
        const Input<Decimal> yeses(yes), noes(no);
        return pick<Decimal>(arena, rows, [&](std::size_t row) {
            const Truth truth = conditions[row];
            return truth == Truth::holds ? yeses[row] : truth == Truth::fails ? noes[row] : Ranged<Decimal>{};
        });
    }
    const Input<std::int64_t> yeses(yes), noes(no);
    return pick<std::int64_t>(arena, rows, [&](std::size_t row) {
        const Truth truth = conditions[row];
        return truth == Truth::holds ? yeses[row] : truth == Truth::fails ? noes[row] : Ranged<std::int64_t>{};
    });
}

}  // namespace brecha::kernels
