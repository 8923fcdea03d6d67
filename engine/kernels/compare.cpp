#include "kernels/compare.hpp"

#include "registers/many_rows.hpp"
#include "text/glob.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace brecha::kernels {

using plans::Column;
using plans::Words;
using registers::Equal;
using registers::Less;
using registers::Numbers;
using registers::OneNumber;

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

/// Of what is told apart by `less` and `at_most`, which are so for certain of two ends.
template <typename Less, typename AtMost>
Truth compare_ends(Comparison comparison, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right,
                   const Less& less, const AtMost& at_most) {
    if (!left.known() || !right.known()) return compare_missing(left, right);
    switch (comparison) {
        case Comparison::equal:
            if (left.exact() && right.exact() && at_most(left.low, right.low) && at_most(right.low, left.low))
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

/// Moments as seconds that can be compared: both with an offset: UTC; both without: local; else the one without is as
/// wide as offsets are.
Truth compare_moments(Comparison comparison, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right) {
    const auto infinite = [](std::int64_t moment) {
        return moment == plans::integer_least || moment == plans::integer_greatest;
    };
    const auto has_offset = [&](std::int64_t moment) {
        return !infinite(moment) && model::offset_of(moment).has_value();
    };
    const auto seconds = [&](std::int64_t moment, bool local, bool upper) {
        if (infinite(moment)) return moment;
        const std::int64_t written = model::local_seconds_of(moment);
        if (local) return written;
        if (const auto offset = model::offset_of(moment)) return written - std::int64_t(*offset) * 60;
        return written - (upper ? model::earliest_offset_seconds : model::latest_offset_seconds);
    };
    // The latest that one can be, against the earliest that the other can.
    const auto apart = [&](std::int64_t one, std::int64_t other, const auto& compared) {
        const bool local = !has_offset(one) && !has_offset(other);
        return compared(seconds(one, local, true), seconds(other, local, false));
    };
    return compare_ends(
        comparison, left, right, [&](std::int64_t one, std::int64_t other) { return apart(one, other, std::less<>()); },
        [&](std::int64_t one, std::int64_t other) { return apart(one, other, std::less_equal<>()); });
}

/// For certain: months, whichever they are, against days.
Truth compare_durations(Comparison comparison, const Ranged<std::int64_t>& left, const Ranged<std::int64_t>& right) {
    const auto apart = [](std::int64_t one, std::int64_t other, const auto& compared) {
        if (one == plans::integer_greatest || other == plans::integer_least) return false;
        return one == plans::integer_least || other == plans::integer_greatest || compared(one, other) == true;
    };
    return compare_ends(
        comparison, left, right,
        [&](std::int64_t one, std::int64_t other) { return apart(one, other, model::duration_less); },
        [&](std::int64_t one, std::int64_t other) { return apart(one, other, model::duration_at_most); });
}

/// Both ends; the same where it is exact.
template <typename End, bool is_exact>
struct Side {
    static constexpr bool exact = is_exact;
    End low, high;
};
template <typename End>
Side<End, true> exactly(End end) {
    return {end, end};
}

/// Where bits of a comparison go: those of words [first, first + holds.size()) of so many rows.
struct Part {
    std::size_t rows, first;
    Words holds, fails;
};

/// What compare_plain says, 64 rows at a time: where `holds` is so, or where it is not; and so with `fails`, which is
/// not asked of exact sides.
template <typename Value, bool is_exact, typename Holds, typename Fails>
void compare_words(const Part& part, const Column& left, const Column& right, const Holds& holds, bool holds_where_not,
                   const Fails& fails, bool fails_where_not) {
    const std::uint64_t turn_holds = holds_where_not ? ~std::uint64_t(0) : 0,
                        turn_fails = fails_where_not ? ~std::uint64_t(0) : 0;
    registers::find_rows<Value>(part.holds, part.first, part.rows, holds);
    if constexpr (!is_exact) registers::find_rows<Value>(part.fails, part.first, part.rows, fails);
    const Bits left_valid(left, left.valid), right_valid(right, right.valid);
    const bool some_none = !left.none.empty() || !right.none.empty();
    const auto decide = [&](std::size_t i, std::uint64_t in_use) {
        const std::size_t word = part.first + i;
        const std::uint64_t known = left_valid[word] & right_valid[word] & in_use, holding = part.holds[i] ^ turn_holds,
                            failing = is_exact ? ~holding : part.fails[i] ^ turn_fails;
        part.holds[i] = holding & known;
        part.fails[i] = failing & known;
        if (!some_none) return;
        // What is known not to be there is not so.
        const std::uint64_t none = (word_of(left, left.none, word) & ~word_of(left, left.unusable, word)) |
                                   (word_of(right, right.none, word) & ~word_of(right, right.unusable, word));
        part.fails[i] |= none & in_use & ~known;
    };
    const std::size_t whole = std::min(part.holds.size(), part.rows / 64 - part.first);
    for (std::size_t i = 0; i < whole; ++i) decide(i, ~std::uint64_t(0));
    if (whole < part.holds.size()) decide(whole, plans::rows_of_word(part.first + whole, part.rows));
}

template <typename Value, typename Left, typename Right>
bool compare_sides(const Part& part, Comparison comparison, const Column& left, const Column& right, const Left& lefts,
                   const Right& rights) {
    constexpr bool exact = Left::exact && Right::exact;
    const auto compared = [&](const auto& holds, bool holds_where_not, const auto& fails, bool fails_where_not) {
        compare_words<Value, exact>(part, left, right, holds, holds_where_not, fails, fails_where_not);
        return true;
    };
    switch (comparison) {
        case Comparison::equal: {
            if constexpr (!exact) return false;
            const Equal equal{lefts.low, rights.low};
            return compared(equal, false, equal, true);
        }
        case Comparison::less: return compared(Less{lefts.high, rights.low}, false, Less{lefts.low, rights.high}, true);
        case Comparison::at_most:
            return compared(Less{rights.low, lefts.high}, true, Less{rights.high, lefts.low}, false);
    }
    return false;
}

/// The whole number that does for an exact one in a comparison with whole numbers: as the lesser side it is rounded up,
/// as the greater one down, the other way round where equal does not do.
std::optional<std::int32_t> whole_bound(const Column& column, Comparison comparison, bool is_left) {
    if (column.rows != 1 || !plans::bit(column.valid, 0) || column.storage != plans::Storage::decimal)
        return std::nullopt;
    const model::Decimal one = model::decimal_one, value = column.decimal(0);
    if (value != column.decimal_high(0)) return std::nullopt;
    model::Decimal whole = value / one;
    if (whole <= Column::narrow_least + 1 || whole >= Column::narrow_greatest - 1) return std::nullopt;
    if (const model::Decimal rest = value % one; rest != 0) {
        if (comparison == Comparison::equal) return std::nullopt;
        if (rest < 0) --whole;
        if (is_left == (comparison == Comparison::at_most)) ++whole;
    }
    return static_cast<std::int32_t>(whole);
}

/// Columns of small whole numbers, or of words and days, against one number or another such column: the common case of
/// a batch. False, and nothing is written, where it is another case.
bool compare_many(const Part& part, Comparison comparison, const Column& left, const Column& right) {
    const std::size_t rows = part.rows;
    if (!left.domains.empty() || !right.domains.empty()) return false;
    if (left.storage == plans::Storage::integer) {
        if (!left.integers_high.empty() || !right.integers_high.empty()) return false;
        using Value = std::int64_t;
        const auto compared = [&](const auto& lefts, const auto& rights) {
            return compare_sides<Value>(part, comparison, left, right, exactly(lefts), exactly(rights));
        };
        const OneNumber<Value> one_left{left.integers[0]}, one_right{right.integers[0]};
        const Numbers<Value> lefts{left.integers.data()}, rights{right.integers.data()};
        if (left.rows == rows && right.rows == rows) return compared(lefts, rights);
        if (left.rows == rows) return compared(lefts, one_right);
        if (right.rows == rows) return compared(one_left, rights);
        return compared(one_left, one_right);
    }
    using Value = std::int32_t;
    // Calls `next` with the side's form, where it has one.
    const auto with_side = [&](const Column& side, bool is_left, const auto& next) {
        if (!side.narrow.empty() && side.rows == rows) {
            const Numbers<Value> lows{side.narrow.data()};
            if (side.narrow_high.empty()) return next(exactly(lows));
            return next(Side<Numbers<Value>, false>{lows, {side.narrow_high.data()}});
        }
        if (const auto bound = whole_bound(side, comparison, is_left)) return next(exactly(OneNumber<Value>{*bound}));
        return false;
    };
    if (left.narrow.empty() && right.narrow.empty()) return false;
    return with_side(left, true, [&](const auto& lefts) {
        return with_side(right, false, [&](const auto& rights) {
            return compare_sides<Value>(part, comparison, left, right, lefts, rights);
        });
    });
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

Truth compare_rows(Comparison comparison, Order order, const Column& left, std::size_t left_row, const Column& right,
                   std::size_t right_row) {
    const bool exact = left.domain(left.rows == 1 ? 0 : left_row) == nullptr &&
                       right.domain(right.rows == 1 ? 0 : right_row) == nullptr;
    if (!exact) {
        Possible lefts(left), rights(right);
        return compare_possible(comparison, lefts[left_row], rights[right_row]);
    }
    switch (left.storage) {
        case plans::Storage::truth: {  // yes_no = yes_no
            const TruthInput lefts(left), rights(right);
            const Truth one = lefts[left_row], other = rights[right_row];
            if (lefts.state(left_row) == State::none || rights.state(right_row) == State::none) return Truth::fails;
            if (one == Truth::unknown || other == Truth::unknown) return Truth::unknown;
            return one == other ? Truth::holds : Truth::fails;
        }
        case plans::Storage::decimal:
            return compare_plain(comparison, Input<model::Decimal>(left)[left_row],
                                 Input<model::Decimal>(right)[right_row]);
        default:
            return compare(comparison, order, Input<std::int64_t>(left)[left_row],
                           Input<std::int64_t>(right)[right_row]);
    }
}

void compare_words(Comparison comparison, Order order, const Column& left, const Column& right, std::size_t rows,
                   std::size_t first, Words holds, Words fails) {
    if (rows == 0) return;
    if (rows == 1) {
        const auto is_number = [](const Column& column) {
            return column.storage == plans::Storage::decimal && column.domains.empty() && plans::bit(column.valid, 0);
        };
        const auto number = [](const Column& column) {
            return Ranged<model::Decimal>{State::value, column.decimal(0), column.decimal_high(0)};
        };
        const Truth truth = is_number(left) && is_number(right) ? compare_plain(comparison, number(left), number(right))
                                                                : compare_rows(comparison, order, left, 0, right, 0);
        holds[0] = truth == Truth::holds ? 1 : 0;
        fails[0] = truth == Truth::fails ? 1 : 0;
        return;
    }
    if (order == Order::plain && left.storage != plans::Storage::truth &&
        compare_many({rows, first, holds, fails}, comparison, left, right))
        return;
    for (std::size_t i = 0; i < holds.size(); ++i) {
        const std::size_t begin = (first + i) * 64, count = std::min<std::size_t>(64, rows - begin);
        holds[i] = fails[i] = 0;
        if (count == 64) limits::look();
        for (std::size_t bit = 0; bit < count; ++bit) {
            const Truth truth = compare_rows(comparison, order, left, begin + bit, right, begin + bit);
            holds[i] |= std::uint64_t(truth == Truth::holds) << bit;
            fails[i] |= std::uint64_t(truth == Truth::fails) << bit;
        }
    }
}

Column compare(Arena& arena, Comparison comparison, Order order, const Column& left, const Column& right,
               std::size_t rows) {
    Column result;
    result.storage = plans::Storage::truth;
    result.rows = rows;
    const plans::Words holds = arena.allocate<std::uint64_t>(plans::word_count(rows)),
                       fails = arena.allocate<std::uint64_t>(plans::word_count(rows));
    compare_words(comparison, order, left, right, rows, 0, holds, fails);
    result.valid = holds;
    result.fails = fails;
    return result;
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
    for (const std::size_t row : limits::Rows(values.rows)) {
        auto value = inputs[row];
        if (value.known()) value.low = value.high = numbers[static_cast<std::size_t>(value.low)];
        result.put(row, value);
    }
    Column recoded = result.done();
    if (values.domains.empty()) return recoded;
    const auto domains = arena.allocate_zero<const plans::Domain*>(values.rows);
    for (const std::size_t row : limits::Rows(values.rows)) {
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
    for (const std::size_t row : limits::Rows(rows)) {
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
    for (const std::size_t row : limits::Rows(rows)) {
        const auto text = inputs[row];
        if (text.state == State::none) result.set(row, Truth::fails);
        else if (text.exact())
            result.set(row, text::matches_glob(texts.words(text.low), pattern) ? Truth::holds : Truth::fails);
    }
    return result.done();
}

}  // namespace brecha::kernels
