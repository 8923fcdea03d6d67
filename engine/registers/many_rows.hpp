// What is done to very many rows at once: comparing 32-bit numbers, looking whether numbers fit 32 bits, making such
// of others, and turning bits into a byte a row. Each in the ways that a build has for its kind of processor
// (bits_where.hpp), and by the wider registers of the processor that it runs on (AVX2, AVX-512); all give the same.
#pragma once

#include "registers/bits_where.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace brecha::registers {

/// One side of a comparison: a number a row, or one for all rows.
struct SideOfRows {
    const std::int32_t* numbers = nullptr;
    bool is_one = false;
};
enum class Question : std::uint8_t { less, equal };

enum class NumberType : std::uint8_t { int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64 };

/// Codes below 8, 64 a word, a plane a bit of the code.
struct CodePlanes {
    const std::uint64_t *ones, *twos, *fours;
};

struct ManyRows {
    const char* name;
    /// Of each of 64 × `words` rows: is left less than right, or equal to it?
    void (*compare)(Question question, SideOfRows left, SideOfRows right, std::uint64_t* bits, std::size_t words);
    /// A byte a code: 64 × `words` bytes.
    void (*write_codes)(const CodePlanes& codes, std::uint8_t* bytes, std::size_t words);
    /// Are all of them narrow: from 0 to below the greatest that 32 bits hold?
    bool (*all_narrow)(const std::int32_t* numbers, std::size_t count);
    /// Writes numbers of any type as 32-bit ones; false where not all are whole and narrow, and then anything is
    /// written. Of floating types NaN is no number: it becomes 0, and all others have their bit in `numbers_at`, a word
    /// for 64 rows, which no other type needs.
    bool (*make_narrow)(NumberType type, const void* numbers, std::size_t count, std::int32_t* narrow,
                        std::uint64_t* numbers_at);
};

/// The quickest way that this processor can go.
const ManyRows& many_rows();
/// All that it can go, the slowest first.
std::vector<const ManyRows*> ways_of_many_rows();

inline SideOfRows side_of(const OneNumber<std::int32_t>& one, std::size_t) { return {&one.number, true}; }
inline SideOfRows side_of(const Numbers<std::int32_t>& each, std::size_t first) {
    return {each.numbers + first, false};
}
template <typename Left, typename Right>
constexpr Question question_of(const Less<Left, Right>&) {
    return Question::less;
}
template <typename Left, typename Right>
constexpr Question question_of(const Equal<Left, Right>&) {
    return Question::equal;
}
/// What is asked of so many rows, of which `bits` are the words from `first_word` on.
template <typename Value, typename Asked>
void find_rows(std::span<std::uint64_t> bits, std::size_t first_word, std::size_t rows, const Asked& asked) {
    std::size_t word = 0;
    const std::size_t whole = std::min(bits.size(), rows / 64 - first_word), first = first_word * 64;
    if constexpr (sizeof(Value) == sizeof(std::int32_t))
        if (whole > 0) {
            many_rows().compare(question_of(asked), side_of(asked.left, first), side_of(asked.right, first),
                                bits.data(), whole);
            word = whole;
        }
    for (; word < bits.size(); ++word) {
        const std::size_t row = first + word * 64;
        bits[word] = bits_where(row, std::min<std::size_t>(64, rows - row), asked);
    }
}

}  // namespace brecha::registers
