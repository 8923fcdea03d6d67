#include "kernels/compare.hpp"

#include "text/glob.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace brecha::kernels {

using plans::Column;
using plans::Words;

namespace {

/// Of a comparison of which one side has no value: what is known not to be there is not so, whatever it is compared
/// with.
template <typename Value>
Truth compare_missing(const Ranged<Value>& left, const Ranged<Value>& right) {
    return left.state == State::none || right.state == State::none ? Truth::fails : Truth::unknown;
}

template <typename Value>
Truth compare_plain(Comparison comparison, const Ranged<Value>& left, const Ranged<Value>& right) {
    if (!left.known() || !right.known()) return compare_missing(left, right);
    switch (comparison) {
        case Comparison::equal:
            if (left.exact() && right.exact()) return left.low == right.low ? Truth::holds : Truth::fails;
            return left.high < right.low || right.high < left.low ? Truth::fails : Truth::unknown;
        case Comparison::less:
            if (left.high < right.low) return Truth::holds;
            return left.low >= right.high ? Truth::fails : Truth::unknown;
        case Comparison::at_most:
            if (left.high <= right.low) return Truth::holds;
            return left.low > right.high ? Truth::fails : Truth::unknown;
    }
    return Truth::unknown;
}

/// What a row can be, from its domain or, where it has none, from its value.
class Possible {
public:
    explicit Possible(const Column& column) : column_(column) {}

    const plans::Domain& operator[](std::size_t row) {
        if (column_.rows == 1) row = 0;
        if (const plans::Domain* known = column_.domain(row)) return *known;
        own_ = {{&value_, 1}, false};
        const auto see = [&](const auto& value) {
            using Value = std::remove_cvref_t<decltype(value.low)>;
            value_ = {};
            if (value.known()) value_ = {wide<Value>(value.low), wide<Value>(value.high)};
            else own_ = {value.state == State::none ? std::span<const plans::Interval>() : own_.values, true};
        };
        switch (column_.storage) {
            case plans::Storage::integer: see(Input<std::int64_t>(column_)[row]); break;
            case plans::Storage::decimal: see(Input<model::Decimal>(column_)[row]); break;
            case plans::Storage::truth: {
                const TruthInput truths(column_);
                const Truth truth = truths[row];
                const model::Decimal number = truth == Truth::holds ? 1 : 0;
                see(Ranged<model::Decimal>{truth == Truth::unknown ? State::silent : truths.state(row), number,
                                           number});
                break;
            }
        }
        return own_;
    }

private:
    const Column& column_;
    plans::Interval value_;
    plans::Domain own_;

    template <typename Value>
    static model::Decimal wide(Value value) {
        if (value == Ends<Value>::least) return model::decimal_least;
        return value == Ends<Value>::greatest ? model::decimal_greatest : model::Decimal(value);
    }
};

/// Decided where every pair of what the two can be agrees; what is not there is not so.
Truth compare_possible(Comparison comparison, const plans::Domain& left, const plans::Domain& right) {
    bool can_hold = false, can_fail = left.may_be_none || right.may_be_none;
    for (const plans::Interval& one : left.values) {
        for (const plans::Interval& other : right.values) {
            switch (comparison) {
                case Comparison::equal:
                    can_hold = can_hold || (one.low <= other.high && other.low <= one.high);
                    can_fail = can_fail || one.low != one.high || other.low != other.high || one.low != other.low;
                    break;
                case Comparison::less:
                    can_hold = can_hold || one.low < other.high;
                    can_fail = can_fail || one.high >= other.low;
                    break;
                case Comparison::at_most:
                    can_hold = can_hold || one.low <= other.high;
                    can_fail = can_fail || one.high > other.low;
                    break;
            }
        }
    }
    if (can_hold && can_fail) return Truth::unknown;
    return can_hold ? Truth::holds : Truth::fails;
}

/// Moments as seconds that can be compared: both with an offset: UTC; both without: local; else the one without is as
/// wide as offsets are.
Truth compare_moments(Comparison comparison, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right) {
    if (!left.known() || !right.known()) return compare_missing(left, right);
    const auto has_offset = [](std::int64_t moment) {
        return moment != plans::integer_least && moment != plans::integer_greatest &&
               model::offset_of(moment).has_value();
    };
    const bool any_offset =
        has_offset(left.low) || has_offset(left.high) || has_offset(right.low) || has_offset(right.high);
    const auto seconds = [&](std::int64_t moment, bool upper) {
        if (moment == plans::integer_least || moment == plans::integer_greatest) return moment;
        const std::int64_t local = model::local_seconds_of(moment);
        if (const auto offset = model::offset_of(moment)) return local - std::int64_t(*offset) * 60;
        if (!any_offset) return local;
        return local - (upper ? model::earliest_offset_seconds : model::latest_offset_seconds);
    };
    return compare_plain<std::int64_t>(comparison, {State::value, seconds(left.low, false), seconds(left.high, true)},
                                       {State::value, seconds(right.low, false), seconds(right.high, true)});
}

Truth compare_durations(Comparison comparison, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right) {
    if (!left.known() || !right.known()) return compare_missing(left, right);
    // For certain: months, whichever they are, against days.
    const auto less = [](std::int64_t one, std::int64_t other) {
        if (one == plans::integer_greatest || other == plans::integer_least) return false;
        return one == plans::integer_least || other == plans::integer_greatest ||
               model::duration_less(one, other) == true;
    };
    const auto at_most = [](std::int64_t one, std::int64_t other) {
        if (one == plans::integer_greatest || other == plans::integer_least) return false;
        return one == plans::integer_least || other == plans::integer_greatest ||
               model::duration_at_most(one, other) == true;
    };
    switch (comparison) {
        case Comparison::equal:
            if (left.exact() && right.exact() && model::compare_durations(left.low, right.low) == 0)
                return Truth::holds;
            return less(left.high, right.low) || less(right.high, left.low) ? Truth::fails : Truth::unknown;
        case Comparison::less:
            if (less(left.high, right.low)) return Truth::holds;
            return at_most(right.high, left.low) ? Truth::fails : Truth::unknown;
        case Comparison::at_most:
            if (at_most(left.high, right.low)) return Truth::holds;
            return less(right.high, left.low) ? Truth::fails : Truth::unknown;
    }
    return Truth::unknown;
}

/// Bit r of the words: does `holds` say yes to value r? Written so that the compiler compares many at once: bytes, then
/// eight of them to a byte of bits by one multiplication.
template <typename Holds>
void compare_narrow(std::span<const std::int32_t> values, std::span<const std::uint64_t> valid, Words holding,
                    Words failing, Holds holds) {
    for (std::size_t word = 0; word < holding.size(); ++word) {
        std::uint8_t flags[64] = {};
        const std::size_t first = word * 64, count = std::min<std::size_t>(64, values.size() - first);
        const std::int32_t* const from = values.data() + first;
        if (count == 64) {
            for (std::size_t i = 0; i < 64; ++i) flags[i] = holds(from[i]);
        } else {
            for (std::size_t i = 0; i < count; ++i) flags[i] = holds(from[i]);
        }
        std::uint64_t bits = 0;
        for (std::size_t eight = 0; eight < 8; ++eight) {
            static_assert(std::endian::native == std::endian::little, "the byte of flag i must be byte i of the word");
            std::uint64_t bytes;
            std::memcpy(&bytes, flags + eight * 8, 8);
            bits |= (bytes * 0x0102'0408'1020'4080u >> 56) << (eight * 8);
        }
        holding[word] = bits & valid[word];
        failing[word] = ~bits & valid[word];
    }
}

/// A column of small whole numbers against one exact number: the common case of a batch. Says whether it was one.
bool compare_with_constant(Arena& arena, Comparison comparison, const Column& left, const Column& right,
                           std::size_t rows, Column& result) {
    const bool swapped = left.narrow.empty();
    const Column& column = swapped ? right : left;
    const Column& constant = swapped ? left : right;
    if (column.narrow.size() != rows || constant.rows != 1 || !plans::bit(constant.valid, 0)) return false;
    if (!constant.decimals_high.empty() && constant.decimals_high[0] != constant.decimals[0]) return false;
    const model::Decimal one = model::decimal_one, value = constant.decimals[0];
    model::Decimal down = value / one;
    if (value % one < 0) --down;
    const bool whole = value % one == 0;
    if (down < std::numeric_limits<std::int32_t>::min() || down >= std::numeric_limits<std::int32_t>::max())
        return false;
    const auto below = static_cast<std::int32_t>(down);  // the greatest whole number not above it
    result.storage = plans::Storage::truth;
    result.rows = rows;
    result.valid = arena.allocate<std::uint64_t>(plans::word_count(rows));
    result.fails = arena.allocate<std::uint64_t>(plans::word_count(rows));
    const auto each = [&](auto holds) {
        compare_narrow(column.narrow, column.valid, result.valid, result.fails, holds);
    };
    switch (comparison) {
        case Comparison::equal: each([=](std::int32_t x) { return whole & (x == below); }); break;
        case Comparison::at_most:  // x <= c, or c <= x
            if (!swapped) each([=](std::int32_t x) { return x <= below; });
            else each([=](std::int32_t x) { return x >= below + (whole ? 0 : 1); });
            break;
        case Comparison::less:  // x < c, or c < x
            if (!swapped) each([=](std::int32_t x) { return x < below + (whole ? 0 : 1); });
            else each([=](std::int32_t x) { return x > below; });
            break;
    }
    if (!column.none.empty())
        for (std::size_t word = 0; word < result.fails.size(); ++word) result.fails[word] |= column.none[word];
    return true;
}

}  // namespace

Truth compare(Comparison comparison, Order order, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right) {
    switch (order) {
        case Order::plain: return compare_plain(comparison, left, right);
        case Order::moment: return compare_moments(comparison, left, right);
        case Order::duration: return compare_durations(comparison, left, right);
    }
    return Truth::unknown;
}

Column compare(Arena& arena, Comparison comparison, Order order, const Column& left, const Column& right,
               std::size_t rows) {
    if (Column fast; (!left.narrow.empty() || !right.narrow.empty()) &&
                     compare_with_constant(arena, comparison, left, right, rows, fast))
        return fast;
    TruthOutput result(arena, rows);
    if (!left.domains.empty() || !right.domains.empty()) {
        Possible lefts(left), rights(right);
        for (std::size_t row = 0; row < rows; ++row) {
            const bool exact =
                left.domain(left.rows == 1 ? 0 : row) == nullptr && right.domain(right.rows == 1 ? 0 : row) == nullptr;
            if (exact && order != Order::plain) {
                result.set(row,
                           compare(comparison, order, Input<std::int64_t>(left)[row], Input<std::int64_t>(right)[row]));
            } else {
                result.set(row, compare_possible(comparison, lefts[row], rights[row]));
            }
        }
        return result.done();
    }
    if (left.storage == plans::Storage::truth) {  // yes_no = yes_no
        const TruthInput lefts(left), rights(right);
        for (std::size_t row = 0; row < rows; ++row) {
            const Truth a = lefts[row], b = rights[row];
            if (lefts.state(row) == State::none || rights.state(row) == State::none) result.set(row, Truth::fails);
            else if (a != Truth::unknown && b != Truth::unknown) result.set(row, a == b ? Truth::holds : Truth::fails);
        }
    } else if (left.storage == plans::Storage::decimal) {
        const Input<model::Decimal> lefts(left), rights(right);
        for (std::size_t row = 0; row < rows; ++row)
            result.set(row, compare_plain(comparison, lefts[row], rights[row]));
    } else {
        const Input<std::int64_t> lefts(left), rights(right);
        for (std::size_t row = 0; row < rows; ++row)
            result.set(row, compare(comparison, order, lefts[row], rights[row]));
    }
    return result.done();
}

Ranged<std::int64_t> seconds_in_utc(const Ranged<std::int64_t>& moment) {
    if (!moment.known()) return moment;
    const auto seconds = [](std::int64_t value, bool upper) {
        if (value == plans::integer_least || value == plans::integer_greatest) return value;
        const std::int64_t local = model::local_seconds_of(value);
        if (const auto offset = model::offset_of(value)) return local - std::int64_t(*offset) * 60;
        return local - (upper ? model::earliest_offset_seconds : model::latest_offset_seconds);
    };
    return {State::value, seconds(moment.low, false), seconds(moment.high, true)};
}

std::optional<int> order_of(Order order, std::int64_t left, std::int64_t right) {
    const auto plain = [](std::int64_t one, std::int64_t other) { return one < other ? -1 : one > other ? 1 : 0; };
    const auto infinite = [](std::int64_t value) {
        return value == plans::integer_least || value == plans::integer_greatest;
    };
    if (order == Order::plain || left == right || infinite(left) || infinite(right)) return plain(left, right);
    if (order == Order::duration) return model::compare_durations(left, right);
    const bool left_offset = model::offset_of(left).has_value(), right_offset = model::offset_of(right).has_value();
    if (!left_offset && !right_offset) return plain(model::local_seconds_of(left), model::local_seconds_of(right));
    const auto one = seconds_in_utc({State::value, left, left}), other = seconds_in_utc({State::value, right, right});
    if (one.high < other.low) return -1;
    if (one.low > other.high) return 1;
    if (one.exact() && other.exact()) return 0;
    return std::nullopt;
}

Column recoded(Arena& arena, const Column& values, std::span<const std::int64_t> numbers) {
    Output<std::int64_t> result(arena, values.rows);
    const Input<std::int64_t> inputs(values);
    for (std::size_t row = 0; row < values.rows; ++row) {
        auto value = inputs[row];
        if (value.known()) value.low = value.high = numbers[static_cast<std::size_t>(value.low)];
        result.put(row, value);
    }
    Column recoded = result.done();
    if (values.domains.empty()) return recoded;
    const auto domains = arena.allocate_zero<const plans::Domain*>(values.rows);
    for (std::size_t row = 0; row < values.rows; ++row) {
        const plans::Domain* known = values.domain(row);
        if (known == nullptr) continue;
        const std::span<plans::Interval> words = arena.allocate<plans::Interval>(numbers.size());
        std::size_t count = 0;
        for (std::size_t number = 0; number < numbers.size(); ++number)
            for (const plans::Interval& one : known->values)
                if (one.low <= model::Decimal(number) && model::Decimal(number) <= one.high)
                    words[count++] = {numbers[number], numbers[number]};
        const std::span<plans::Domain> domain = arena.allocate<plans::Domain>(1);
        domain[0] = {words.first(count), known->may_be_none};
        domains[row] = domain.data();
    }
    recoded.domains = domains;
    return recoded;
}

Column starts_with(Arena& arena, const Texts& texts, const Texts& beginnings, std::size_t rows) {
    TruthOutput result(arena, rows);
    const Input<std::int64_t> lefts(texts.column), rights(beginnings.column);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto text = lefts[row], beginning = rights[row];
        if (text.state == State::none || beginning.state == State::none) result.set(row, Truth::fails);
        if (!text.exact() || !beginning.exact()) continue;
        const bool holds = texts.words(text.low).starts_with(beginnings.words(beginning.low));
        result.set(row, holds ? Truth::holds : Truth::fails);
    }
    return result.done();
}

Column matches(Arena& arena, const Texts& texts, std::string_view pattern, std::size_t rows) {
    TruthOutput result(arena, rows);
    const Input<std::int64_t> inputs(texts.column);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto text = inputs[row];
        if (text.state == State::none) result.set(row, Truth::fails);
        else if (text.exact())
            result.set(row, text::matches_glob(texts.words(text.low), pattern) ? Truth::holds : Truth::fails);
    }
    return result.done();
}

}  // namespace brecha::kernels
