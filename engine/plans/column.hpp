// Columns: what a plan's tables are made of, and what every operation of a program reads and writes.
//
// A column is one value a row, laid out as Arrow does: values, and a bit a row that says whether there is one. What
// only some data need (upper bounds, "the plan says there is none", lists that may be longer, cells that are not owed)
// stands in buffers of its own, which are empty in the common case. Columns are views: whoever made the buffers (a
// Plans, a Run's arena) owns them. Bits: bit r % 64 of word r / 64; bits beyond `rows` are 0.
#pragma once

#include "model/values.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

namespace brecha::plans {

using Words = std::span<std::uint64_t>;

/// A buffer of a column: where it begins; optional ones may be none. How long it is, the column's rows say.
template <class Value>
class Buffer {
public:
    Buffer() = default;
    Buffer(Value* begin) : begin_(begin) {}
    /// A span, a vector; an empty one is none.
    template <class Whole>
        requires std::is_convertible_v<Whole, std::span<Value>>
    Buffer(Whole&& whole) {
        const std::span<Value> all = whole;
        if (!all.empty()) begin_ = all.data();
    }

    bool empty() const { return begin_ == nullptr; }
    Value* data() const { return begin_; }
    Value& operator[](std::size_t index) const { return begin_[index]; }
    std::span<Value> first(std::size_t count) const { return {begin_, begin_ == nullptr ? 0 : count}; }
    operator Buffer<const Value>() const
        requires(!std::is_const_v<Value>)
    {
        return begin_;
    }

private:
    Value* begin_ = nullptr;
};
/// A bit a row.
using RowBits = Buffer<std::uint64_t>;

inline std::size_t word_count(std::size_t rows) { return (rows + 63) / 64; }
/// The bits of word `word` that are rows.
inline std::uint64_t rows_of_word(std::size_t word, std::size_t rows) {
    const std::size_t left = rows - word * 64;
    return left >= 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << left) - 1;
}
inline bool bit(Buffer<const std::uint64_t> words, std::size_t row) {
    return !words.empty() && (words[row >> 6] >> (row & 63) & 1) != 0;
}
inline void set_bit(RowBits words, std::size_t row) { words[row >> 6] |= std::uint64_t(1) << (row & 63); }
inline void clear_bit(RowBits words, std::size_t row) { words[row >> 6] &= ~(std::uint64_t(1) << (row & 63)); }

enum class Storage : std::uint8_t {
    truth,    // yes_no and conditions: `valid` is "holds", `fails` is "fails", neither: unknown
    integer,  // int64: texts (id in the pool), dates, moments, durations (packed), enumeration values, items (row of
              // their table)
    decimal   // numbers in base units, percents in points
};

/// Values from one to another, both included, as the column stores them; of yes and no: 1 and 0.
struct Interval {
    model::Decimal low = model::decimal_least, high = model::decimal_greatest;
    bool operator==(const Interval&) const = default;
};

/// What is known of a value that nobody states: it is one of these, in order, or (`may_be_none`) there is none.
struct Domain {
    std::span<const Interval> values;
    bool may_be_none = true;
};

struct Column {
    Storage storage = Storage::integer;
    bool numbers_rows = false;  // integers: row r holds r, so what is loaded by it is the table itself
    std::size_t rows = 0;
    RowBits valid;                       // there is a value (truth: it holds)
    RowBits fails;                       // truth only
    RowBits not_owed;                    // truth only, optional: the cell is not owed; neither holds nor fails there
    Buffer<std::int64_t> integers;       // the value, or the lower bound
    Buffer<std::int64_t> integers_high;  // optional: the upper bound, both included
    Buffer<model::Decimal> decimals;
    Buffer<model::Decimal> decimals_high;
    // Numbers that are all whole and fit: beside the exact decimals, or (where `decimals` is empty) in their place.
    // Then the upper bounds may stand beside them, and `narrow_least`, `narrow_greatest` are ends without bound.
    Buffer<const std::int32_t> narrow;
    Buffer<const std::int32_t> narrow_high;
    RowBits none;      // optional: no value, and that is known ("there is none")
    RowBits withheld;  // optional: no value here, but there is one
    RowBits unusable;  // optional: no value, and not for silence: invalid, disputed, ambiguous, not known, said not to
                       // apply; together with `none`: no item has one, so nobody can state it
    Buffer<const Domain*> domains;  // optional, null in most rows: what is known all the same, or beyond the bounds.
                                    // Comparisons, year() and "is given" read it; to all else it is silence

    const Domain* domain(std::size_t row) const { return domains.empty() ? nullptr : domains[row]; }
    /// A number, or its lower bound, whichever way it is stored; the row must be valid.
    model::Decimal decimal(std::size_t row) const { return decimals.empty() ? widened(narrow[row]) : decimals[row]; }
    model::Decimal decimal_high(std::size_t row) const {
        if (decimals.empty()) return widened(narrow_high.empty() ? narrow[row] : narrow_high[row]);
        return decimals_high.empty() ? decimals[row] : decimals_high[row];
    }

    static constexpr std::int32_t narrow_least = std::numeric_limits<std::int32_t>::min(),
                                  narrow_greatest = std::numeric_limits<std::int32_t>::max();
    static constexpr model::Decimal widened(std::int32_t number) {
        if (number == narrow_least) return model::decimal_least;
        return number == narrow_greatest ? model::decimal_greatest : model::Decimal(number) * model::decimal_one;
    }
};

/// Unbounded ends of integer columns (decimal ones: model::decimal_least, decimal_greatest).
inline constexpr std::int64_t integer_least = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t integer_greatest = std::numeric_limits<std::int64_t>::max();

struct Rest;

/// A list a row. Its elements are rows [begin, end) of the element table.
struct ListColumn {
    std::size_t rows = 0;
    Buffer<std::uint32_t> begin;
    Buffer<std::uint32_t> end;
    RowBits given;                    // 0: absent, so nothing is known of it
    RowBits open;                     // optional: there may be any number more
    RowBits searched;                 // optional: read whole, so an element that is not given is known not to be there
    Buffer<std::int64_t> more_least;  // optional: at least that many more …
    Buffer<std::int64_t> more_most;   // … and at most that many (integer_greatest: no bound)
    RowBits none;                     // optional, only where absent: what would have the list is known not to be there
    RowBits withheld;                 // optional, only where absent: there is one
    Buffer<const Rest*> rest;         // optional, null in most rows: what is known of the elements that are not given
};

}  // namespace brecha::plans
