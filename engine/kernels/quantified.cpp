#include "kernels/quantified.hpp"

#include "kernels/logic.hpp"

#include <algorithm>

namespace brecha::kernels {

using model::Decimal;
using plans::Column;

namespace {

/// Elements' values as their column stores them: 32 bits, 64 bits or decimals.
struct NarrowValues {
    using Value = std::int32_t;
    static constexpr Value least = Column::narrow_least, greatest = Column::narrow_greatest;
    explicit NarrowValues(const Column& column)
        : low_(column.narrow.data()), high_(column.narrow_high.empty() ? low_ : column.narrow_high.data()),
          single_(column.rows == 1) {}
    Value low(std::size_t row) const { return low_[single_ ? 0 : row]; }
    Value high(std::size_t row) const { return high_[single_ ? 0 : row]; }

private:
    const Value *low_, *high_;
    bool single_;
};

template <typename Stored>
struct WideValues {
    using Value = Stored;
    static constexpr Value least = Ends<Value>::least, greatest = Ends<Value>::greatest;
    explicit WideValues(const Column& column) : values_(column) {}
    Value low(std::size_t row) const { return values_[row].low; }
    Value high(std::size_t row) const { return values_[row].high; }

private:
    Input<Value> values_;
};

/// Ranges, a row a list, in the form of the elements' values.
template <typename Values>
struct Ranges {
    using Value = typename Values::Value;
    Column column;
    std::span<Value> low, high;

    Ranges(Arena& arena, std::size_t rows) : low(arena.allocate<Value>(rows)), high(arena.allocate<Value>(rows)) {
        column.rows = rows;
        column.valid = arena.all_bits(rows);
        if constexpr (sizeof(Value) == 8) {
            column.storage = plans::Storage::integer;
            column.integers = low;
            column.integers_high = high;
        } else {
            column.storage = plans::Storage::decimal;
            if constexpr (sizeof(Value) == 4) {
                column.narrow = low;
                column.narrow_high = high;
            } else {
                column.decimals = low;
                column.decimals_high = high;
            }
        }
    }
};

/// One end of what the elements reach, as they are looked at one after the other. `greatest`: the greatest of their
/// values, else the least; of no values, the end that says so.
template <typename Value>
struct End {
    bool greatest;
    Value value;
    void take(Value other) { value = greatest ? std::max(value, other) : std::min(value, other); }
};

template <typename Values>
Column reach_of(Arena& arena, const Group& group, Quantified quantified) {
    using Value = typename Values::Value;
    const List& list = group.list;
    Ranges<Values> result(arena, list.rows);
    const TruthInput in(group.in);
    const Values values(*group.body);
    // "Every" is decided by the element that holds latest, "some" by the one that holds soonest.
    const bool greatest = quantified.every == quantified.element_first;
    const Value nobody = greatest ? Values::least : Values::greatest,
                worst = greatest ? Values::greatest : Values::least;
    for (const std::size_t row : limits::Rows(list.rows)) {
        bool one_by_one = list.has_rest(row);
        // Of those that are there for certain, and of all that may be.
        End<Value> certain{greatest, nobody}, possible{greatest, nobody};
        if (!list.closed(row)) possible.take(worst);
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            const Truth there = in[i];
            if (there == Truth::fails) continue;
            one_by_one = one_by_one || group.body->domain(group.body->rows == 1 ? 0 : i) != nullptr;
            if (plans::bit(group.body->valid, group.body->rows == 1 ? 0 : i)) {
                possible.take(greatest ? values.high(i) : values.low(i));
                if (there == Truth::holds) certain.take(greatest ? values.low(i) : values.high(i));
            } else if (known_not_there(*group.body, i)) {
                // What is not there is not so: no comparison with it holds.
                if (!quantified.every) continue;
                possible.take(worst);
                if (there == Truth::holds) certain.take(worst);
            } else {
                possible.take(worst);
            }
        }
        if (one_by_one) plans::clear_bit(result.column.valid, row);
        result.low[row] = greatest ? certain.value : possible.value;
        result.high[row] = greatest ? possible.value : certain.value;
    }
    return result.column;
}

}  // namespace

Column reach(Arena& arena, const Group& group, Quantified quantified) {
    if (group.body->storage == plans::Storage::integer)
        return reach_of<WideValues<std::int64_t>>(arena, group, quantified);
    if (group.body->narrow.empty()) return reach_of<WideValues<Decimal>>(arena, group, quantified);
    return reach_of<NarrowValues>(arena, group, quantified);
}

void compare_each_words(const Group& group, Quantified quantified, Comparison comparison, const Column& reached,
                        const Column& other, std::size_t first, plans::Words holds, plans::Words fails) {
    const std::size_t rows = group.list.rows;
    if (quantified.element_first) compare_words(comparison, Order::plain, reached, other, rows, first, holds, fails);
    else compare_words(comparison, Order::plain, other, reached, rows, first, holds, fails);
    // With what is not one number it is another question.
    const bool exact = other.domains.empty() && other.integers_high.empty() && other.decimals_high.empty() &&
                       other.narrow_high.empty();
    for (std::size_t i = 0; i < holds.size(); ++i) {
        const std::size_t word = first + i;
        const std::uint64_t decided = exact ? word_of(other, other.valid, word) & reached.valid[word] : 0;
        std::uint64_t again = plans::rows_of_word(word, rows) & ~decided;
        holds[i] &= ~again;
        fails[i] &= ~again;
        for (std::size_t bit = 0; again != 0; ++bit, again >>= 1) {
            if ((again & 1) == 0) continue;
            const std::size_t row = word * 64 + bit;
            const auto body = [&](std::size_t element) {
                return quantified.element_first
                           ? compare_rows(comparison, Order::plain, *group.body, element, other, row)
                           : compare_rows(comparison, Order::plain, other, row, *group.body, element);
            };
            const Truth truth = quantified.every ? all_in(group, row, body) : any_in(group, row, body);
            holds[i] |= std::uint64_t(truth == Truth::holds) << bit;
            fails[i] |= std::uint64_t(truth == Truth::fails) << bit;
        }
    }
}

Column compare_each(Arena& arena, const Group& group, Quantified quantified, Comparison comparison,
                    const Column& reached, const Column& other) {
    Column result;
    result.storage = plans::Storage::truth;
    result.rows = group.list.rows;
    const plans::Words holds = arena.allocate<std::uint64_t>(plans::word_count(result.rows)),
                       fails = arena.allocate<std::uint64_t>(plans::word_count(result.rows));
    compare_each_words(group, quantified, comparison, reached, other, 0, holds, fails);
    result.valid = holds;
    result.fails = fails;
    return result;
}

}  // namespace brecha::kernels
