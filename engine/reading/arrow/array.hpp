// A column of Arrow as its schema describes it, a value at a time: numbers, texts, lists, members of structs. Knows
// nothing of plans.
//
// Whoever made an array vouches for its buffers, whose sizes the C data interface does not tell; all that it does tell
// is checked once (broken()), before anything is read.
#pragma once

#include <brecha/arrow.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace brecha::reading::arrow {

enum class Kind : std::uint8_t {
    nothing,
    truth,
    integer,
    floating,
    decimal,
    text,
    text_view,
    date,
    moment,
    duration,
    list,        // offsets
    list_view,   // offsets and sizes
    fixed_list,  // as many each time
    object,      // struct
    map,
    other  // no plan has such values: bytes, times of a day, unions …
};

__extension__ typedef __int128 Digits;

struct Type {
    Kind kind = Kind::other;
    int bytes = 0;               // integer, floating, decimal: of a value; text, list: of an offset; date: 4 days, 8
    bool is_unsigned = false;    // integer
    int scale = 0;               // decimal: digits behind the point; moment, duration, date of 8: of a part of a second
    std::string_view zone = {};  // moment; empty: local
    std::int64_t count = 0;      // fixed_list
};
Type type_of(const ArrowSchema& schema);

inline constexpr std::int64_t seconds_a_day = 86'400;
/// What moments, durations and dates of 8 bytes count: 1'000 are milliseconds.
inline std::int64_t parts_a_second(const Type& type) {
    std::int64_t parts = 1;
    for (int digit = 0; digit < type.scale; ++digit) parts *= 10;
    return parts;
}

/// Whole seconds since 1970-01-01T00:00, and the parts (parts_a_second()) that are over, not below zero.
struct SinceEpoch {
    std::int64_t seconds = 0, parts = 0;
};

/// An array and its schema; of a dictionary, what its numbers stand for. Rows count from its own offset.
class Array {
public:
    Array(const ArrowSchema* schema, const ArrowArray* array)
        : schema_(schema), array_(array), type_(type_of(*schema)) {}

    const Type& type() const { return type_; }
    std::string_view name() const { return schema_->name == nullptr ? std::string_view() : schema_->name; }
    std::string_view format() const { return schema_->format; }
    std::int64_t rows() const { return array_->length; }

    bool is_dictionary() const { return schema_->dictionary != nullptr; }
    Array dictionary() const { return {schema_->dictionary, array_->dictionary}; }
    /// The row of the dictionary; nothing where it has no such row.
    std::optional<std::int64_t> dictionary_row(std::int64_t row) const;

    bool valid(std::int64_t row) const {
        if (type_.kind == Kind::nothing) return false;
        const std::uint8_t* bits = validity();
        const std::int64_t at = array_->offset + row;
        return bits == nullptr || (bits[at >> 3] >> (at & 7) & 1) != 0;
    }
    /// A bit a row from offset() on; null: all rows are valid.
    const std::uint8_t* validity() const {
        return array_->null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array_->buffers[0]);
    }
    /// Of yes and no: a bit a row, from offset() on.
    const std::uint8_t* bits() const { return static_cast<const std::uint8_t*>(array_->buffers[1]); }
    std::int64_t offset() const { return array_->offset; }
    /// The values of a kind of fixed width, the first row's first.
    template <typename T>
    const T* values() const {
        return static_cast<const T*>(array_->buffers[1]) + array_->offset;
    }
    /// Where a row's value stands, of numbers.
    const char* value_bytes(std::int64_t row) const {
        return static_cast<const char*>(array_->buffers[1]) + (array_->offset + row) * type_.bytes;
    }

    bool truth(std::int64_t row) const {
        const std::int64_t at = array_->offset + row;
        return (bits()[at >> 3] >> (at & 7) & 1) != 0;
    }
    /// Also of dates, moments, durations. Nothing: beyond 64 bits with a sign.
    std::optional<std::int64_t> integer(std::int64_t row) const;
    double floating(std::int64_t row) const;
    /// The same where it is whole, and so small that it says which whole number it is: up to 2^53.
    std::optional<std::int64_t> floating_whole(std::int64_t row) const;
    /// The fewest digits that a finite one is told from all others of its type by; without exponent as far as above.
    std::string floating_text(std::int64_t row) const;
    /// Of a date or a moment. Nothing: beyond 64 bits.
    std::optional<SinceEpoch> since_epoch(std::int64_t row) const;
    /// The digits of a decimal, without its point. Nothing: it has more than 128 bits.
    std::optional<Digits> decimal(std::int64_t row) const;
    std::string_view text(std::int64_t row) const;

    /// The elements of a list or map: rows of child 0.
    std::pair<std::int64_t, std::int64_t> elements(std::int64_t row) const;
    std::size_t child_count() const { return static_cast<std::size_t>(schema_->n_children); }
    Array child(std::size_t index) const { return {schema_->children[index], array_->children[index]}; }
    /// The row of a struct's child that belongs to a row of the struct.
    std::int64_t member_row(std::int64_t row) const { return array_->offset + row; }

private:
    const ArrowSchema* schema_;
    const ArrowArray* array_;
    Type type_;
};

/// What is wrong with the form of a schema or an array, in a few English words for whoever made it; empty: nothing.
/// Linear in rows.
std::string broken(const ArrowSchema& schema);
std::string broken(const ArrowSchema& schema, const ArrowArray& array);

}  // namespace brecha::reading::arrow
