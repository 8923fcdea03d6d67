// Reading and writing columns row by row.
//
// An input with one row is read for all rows: that is how what no plan decides (a constant, a parameter) meets a batch.
#pragma once

#include "kernels/arena.hpp"
#include "kernels/truth.hpp"
#include "limits/watch.hpp"
#include "plans/column.hpp"

#include <cstdint>

namespace brecha::kernels {

/// Why there is no value, as far as meaning goes. `no_items`: of what no item has there is no least, greatest or mean.
/// Nobody can state it, so it is not given, and yet no answer: a comparison with it stays open, on the list.
enum class State : std::uint8_t { value, silent, none, withheld, unusable, no_items };

/// A value known within bounds, both included; exact where they are equal. Where state is not `value` the bounds mean
/// nothing.
template <typename Value>
struct Ranged {
    State state = State::silent;
    Value low{}, high{};
    bool known() const { return state == State::value; }
    bool exact() const { return known() && low == high; }
};

/// Of what is made from values of which one at least is missing: there is none where one of them is known not to be
/// there; what stands in the plan and cannot be used, or is withheld, is no silence.
inline State state_of_result(State left, State right) {
    for (const State state : {State::none, State::no_items})
        if (left == state || right == state) return state;
    const auto silent = [](State state) { return state == State::value || state == State::silent; };
    return silent(left) && silent(right) ? State::silent : State::unusable;
}
/// Is it known that there is none?
inline bool known_not_there(const plans::Column& column, std::size_t row) {
    if (column.rows == 1) row = 0;
    return plans::bit(column.none, row) && !plans::bit(column.unusable, row);
}
template <typename Value>
Ranged<Value> lacking(State state) {
    return {state, {}, {}};
}

template <typename Value>
struct Ends;
template <>
struct Ends<std::int64_t> {
    static constexpr std::int64_t least = plans::integer_least, greatest = plans::integer_greatest;
};
template <>
struct Ends<model::Decimal> {
    static constexpr model::Decimal least = model::decimal_least, greatest = model::decimal_greatest;
};

template <typename Value>
class Input {
public:
    explicit Input(const plans::Column& column) : column_(column), single_(column.rows == 1) {
        if constexpr (sizeof(Value) == 8) {
            low_ = column.integers.data();
            high_ = column.integers_high.empty() ? low_ : column.integers_high.data();
        } else {
            low_ = column.decimals.data();
            high_ = column.decimals_high.empty() ? low_ : column.decimals_high.data();
        }
    }
    Ranged<Value> operator[](std::size_t row) const {
        if (single_) row = 0;
        if (!plans::bit(column_.valid, row)) return {state_of(row), {}, {}};
        if constexpr (sizeof(Value) > 8)
            if (low_ == nullptr) return {State::value, column_.decimal(row), column_.decimal_high(row)};
        return {State::value, low_[row], high_[row]};
    }

private:
    const plans::Column& column_;
    bool single_;
    const Value* low_;
    const Value* high_;

    State state_of(std::size_t row) const {
        if (plans::bit(column_.none, row)) return plans::bit(column_.unusable, row) ? State::no_items : State::none;
        if (plans::bit(column_.withheld, row)) return State::withheld;
        if (plans::bit(column_.unusable, row)) return State::unusable;
        return State::silent;
    }
};

class TruthInput {
public:
    explicit TruthInput(const plans::Column& column) : column_(column), single_(column.rows == 1) {}
    Truth operator[](std::size_t row) const {
        if (single_) row = 0;
        if (plans::bit(column_.valid, row)) return Truth::holds;
        if (plans::bit(column_.fails, row)) return Truth::fails;
        return plans::bit(column_.not_owed, row) ? Truth::not_owed : Truth::unknown;
    }
    State state(std::size_t row) const {
        if (single_) row = 0;
        if (plans::bit(column_.none, row)) return State::none;
        if (plans::bit(column_.valid, row) || plans::bit(column_.fails, row)) return State::value;
        if (plans::bit(column_.withheld, row)) return State::withheld;
        return plans::bit(column_.unusable, row) ? State::unusable : State::silent;
    }

private:
    const plans::Column& column_;
    bool single_;
};

/// Word `index` of a column's bits; a single row stands for all, then in bits beyond the rows as well.
inline std::uint64_t word_of(const plans::Column& column, plans::RowBits words, std::size_t index) {
    if (words.empty()) return 0;
    return column.rows != 1 ? words[index] : (words[0] & 1) != 0 ? ~std::uint64_t(0) : 0;
}

/// Words of a column's bits, one after the other; a single row, or bits that are none, stand for all.
class Bits {
public:
    Bits(const plans::Column& column, plans::RowBits words) {
        if (column.rows != 1 && !words.empty()) words_ = words.data();
        else same_ = word_of(column, words, 0);
    }
    std::uint64_t operator[](std::size_t word) const { return words_ == nullptr ? same_ : words_[word]; }

private:
    const std::uint64_t* words_ = nullptr;
    std::uint64_t same_ = 0;
};

/// Builds a column of values. Rows start out missing; optional buffers are made when first needed.
template <typename Value>
class Output {
public:
    Output(Arena& arena, std::size_t rows) : arena_(arena) {
        column_.rows = rows;
        column_.valid = arena.bits(rows);
        if constexpr (sizeof(Value) == 8) {
            column_.storage = plans::Storage::integer;
            column_.integers = arena.allocate_zero<std::int64_t>(rows);
        } else {
            column_.storage = plans::Storage::decimal;
            column_.decimals = arena.allocate_zero<model::Decimal>(rows);
        }
    }
    void set(std::size_t row, Value low, Value high) {
        plans::set_bit(column_.valid, row);
        lows()[row] = low;
        if (low != high && highs().empty()) {
            highs() = arena_.template allocate<Value>(column_.rows);
            for (std::size_t i = 0; i < column_.rows; ++i) highs()[i] = lows()[i];
        }
        if (!highs().empty()) highs()[row] = high;
    }
    void set(std::size_t row, Value value) { set(row, value, value); }
    void miss(std::size_t row, State state) {
        plans::RowBits* words = nullptr;
        switch (state) {
            case State::none: words = &column_.none; break;
            case State::withheld: words = &column_.withheld; break;
            case State::unusable: words = &column_.unusable; break;
            case State::no_items: miss(row, State::none); return miss(row, State::unusable);
            default: return;
        }
        if (words->empty()) *words = arena_.bits(column_.rows);
        plans::set_bit(*words, row);
    }
    void put(std::size_t row, const Ranged<Value>& value) {
        if (value.known()) set(row, value.low, value.high);
        else miss(row, value.state);
    }
    const plans::Column& done() const { return column_; }

private:
    Arena& arena_;
    plans::Column column_;
    plans::Buffer<Value>& lows() {
        if constexpr (sizeof(Value) == 8) return column_.integers;
        else return column_.decimals;
    }
    plans::Buffer<Value>& highs() {
        if constexpr (sizeof(Value) == 8) return column_.integers_high;
        else return column_.decimals_high;
    }
};

/// Builds a column of truths. Rows start out unknown. A yes or no that is known not to be there fails, as `= yes` does,
/// and is marked none.
class TruthOutput {
public:
    TruthOutput(Arena& arena, std::size_t rows) : arena_(arena) {
        column_.storage = plans::Storage::truth;
        column_.rows = rows;
        column_.valid = arena.bits(rows);
        column_.fails = arena.bits(rows);
    }
    void set(std::size_t row, Truth truth) {
        if (truth == Truth::holds) plans::set_bit(column_.valid, row);
        else if (truth == Truth::fails) plans::set_bit(column_.fails, row);
        else if (truth == Truth::not_owed) {
            if (column_.not_owed.empty()) column_.not_owed = arena_.bits(column_.rows);
            plans::set_bit(column_.not_owed, row);
        }
    }
    void miss(std::size_t row, State state) {
        plans::RowBits* words = nullptr;
        switch (state) {
            case State::none:
                words = &column_.none;
                plans::set_bit(column_.fails, row);
                break;
            case State::withheld: words = &column_.withheld; break;
            case State::unusable: words = &column_.unusable; break;
            default: return;
        }
        if (words->empty()) *words = arena_.bits(column_.rows);
        plans::set_bit(*words, row);
    }
    const plans::Column& done() const { return column_; }

private:
    Arena& arena_;
    plans::Column column_;
};

}  // namespace brecha::kernels
