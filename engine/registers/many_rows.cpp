#include "registers/many_rows.hpp"

#include "registers/bits_where.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

#if !defined(BRECHA_NO_REGISTERS) && defined(__x86_64__) && defined(__GNUC__)
#define BRECHA_WIDE_REGISTERS
#include <immintrin.h>
#endif

namespace brecha::registers {

namespace {

// --- by what every processor of the kind has

template <typename Asked>
void compare_words(const Asked& asked, std::uint64_t* bits, std::size_t words) {
    for (std::size_t word = 0; word < words; ++word) {
        if constexpr (std::is_void_v<Registers>) bits[word] = bits_where(word * 64, 64, asked);
        else bits[word] = bits_where_by<Registers>(word * 64, asked);
    }
}
template <typename Left, typename Right>
void compare_ends(Question question, const Left& left, const Right& right, std::uint64_t* bits, std::size_t words) {
    if (question == Question::less) compare_words(Less{left, right}, bits, words);
    else compare_words(Equal{left, right}, bits, words);
}
void compare(Question question, SideOfRows left, SideOfRows right, std::uint64_t* bits, std::size_t words) {
    using One = OneNumber<std::int32_t>;
    using Each = Numbers<std::int32_t>;
    if (left.is_one && right.is_one) compare_ends(question, One{*left.numbers}, One{*right.numbers}, bits, words);
    else if (left.is_one) compare_ends(question, One{*left.numbers}, Each{right.numbers}, bits, words);
    else if (right.is_one) compare_ends(question, Each{left.numbers}, One{*right.numbers}, bits, words);
    else compare_ends(question, Each{left.numbers}, Each{right.numbers}, bits, words);
}

void write_codes(const CodePlanes& codes, std::uint8_t* bytes, std::size_t words) {
    // Eight bits become eight bytes of 0 or 1.
    static constexpr auto spread = [] {
        std::array<std::uint64_t, 256> table{};
        for (std::size_t byte = 0; byte < 256; ++byte)
            for (std::size_t i = 0; i < 8; ++i)
                if (byte >> i & 1) table[byte] |= std::uint64_t(1) << (8 * i);
        return table;
    }();
    for (std::size_t word = 0; word < words; ++word)
        for (std::size_t first = 0; first < 64; first += 8) {
            const auto eight = [first](std::uint64_t plane) { return spread[plane >> first & 0xff]; };
            const std::uint64_t made =
                eight(codes.ones[word]) | eight(codes.twos[word]) << 1 | eight(codes.fours[word]) << 2;
            std::memcpy(bytes + word * 64 + first, &made, 8);
        }
}

// --- numbers that are narrow, or are made so

// What follows becomes part of a function for each kind of register (always_inline), and the compiler makes of it what
// goes with that. 64 rows at a time: then enough numbers are on their way from memory at once.

/// Numbers are looked at first here, and come from memory: what comes so many bytes later is asked for already.
[[gnu::always_inline]] inline void ask_ahead(const void* numbers, std::size_t bytes) {
    for (std::size_t line = 0; line < bytes; line += 64)
        __builtin_prefetch(static_cast<const char*>(numbers) + 4096 + line);
}

/// The bits of a number and of the one behind it: no more than 31 where it is narrow.
template <typename Bits>
[[gnu::always_inline]] inline Bits bits_of_both(Bits number) {
    return number | (number + 1);
}

[[gnu::always_inline]] inline bool look_whether_narrow(const std::int32_t* numbers, std::size_t count) {
    std::uint32_t seen = 0;
    std::size_t row = 0;
    for (; row + 64 <= count; row += 64) {
        ask_ahead(numbers + row, 64 * sizeof(std::int32_t));
        for (std::size_t i = 0; i < 64; ++i) seen |= bits_of_both(static_cast<std::uint32_t>(numbers[row + i]));
    }
    for (; row < count; ++row) seen |= bits_of_both(static_cast<std::uint32_t>(numbers[row]));
    return seen >> 31 == 0;
}

/// Writes some numbers as narrow ones, and gives their bits_of_both() together.
template <typename Number>
    requires std::is_integral_v<Number>
[[gnu::always_inline]] inline auto write_narrow(const Number* numbers, std::size_t count, std::int32_t* narrow) {
    using Bits = std::conditional_t<sizeof(Number) == sizeof(std::int64_t), std::uint64_t, std::uint32_t>;
    Bits seen = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = static_cast<Bits>(numbers[i]);
        seen |= bits_of_both(number);
        narrow[i] = static_cast<std::int32_t>(number);
    }
    return seen;
}
/// From 2^52 on a double has no digits for parts of one: added to it, a number from 0 on stands in the last bits of the
/// sum, rounded where it was not whole. All others make the sum another power of two. NaN becomes -1.
template <typename Number>
    requires std::is_floating_point_v<Number>
[[gnu::always_inline]] inline std::uint64_t write_narrow(const Number* numbers, std::size_t count,
                                                         std::int32_t* narrow) {
    constexpr double partless = 4'503'599'627'370'496;
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = numbers[i], sum = value + partless;
        const std::uint64_t is_number = -static_cast<std::uint64_t>(value == value),
                            is_whole = -static_cast<std::uint64_t>(sum - partless == value),
                            number = (std::bit_cast<std::uint64_t>(sum) - std::bit_cast<std::uint64_t>(partless)) |
                                     ~is_whole;
        seen |= bits_of_both(number) & is_number;
        narrow[i] = static_cast<std::int32_t>(number);
    }
    return seen;
}

using Compare = decltype(ManyRows::compare);
/// `narrow` has -1 where there is no number, and 0 afterwards.
[[gnu::always_inline]] inline void find_numbers(Compare compare_by, std::int32_t* narrow, std::size_t count,
                                                std::uint64_t* numbers_at) {
    const OneNumber<std::int32_t> below_all{-1};
    const std::size_t words = count / 64, whole = words * 64;
    compare_by(Question::less, {&below_all.number, true}, {narrow, false}, numbers_at, words);
    if (whole < count)
        numbers_at[words] = bits_where(whole, count - whole, Less{below_all, Numbers<std::int32_t>{narrow}});
    for (std::size_t row = 0; row < count; ++row) narrow[row] = std::max(narrow[row], 0);
}

template <typename Number>
[[gnu::always_inline]] inline bool make_these_narrow(Compare compare_by, const Number* numbers, std::size_t count,
                                                     std::int32_t* narrow, std::uint64_t* numbers_at) {
    std::size_t row = 0;
    auto seen = write_narrow(numbers, 0, narrow);
    for (; row + 64 <= count; row += 64) {
        ask_ahead(numbers + row, 64 * sizeof(Number));
        seen |= write_narrow(numbers + row, 64, narrow + row);
    }
    seen |= write_narrow(numbers + row, count - row, narrow + row);
    if (seen >> 31 != 0) return false;
    if constexpr (std::is_floating_point_v<Number>) find_numbers(compare_by, narrow, count, numbers_at);
    return true;
}
[[gnu::always_inline]] inline bool make_any_narrow(Compare compare_by, NumberType type, const void* numbers,
                                                   std::size_t count, std::int32_t* narrow, std::uint64_t* numbers_at) {
    switch (type) {
        case NumberType::int8:
            return make_these_narrow(compare_by, static_cast<const std::int8_t*>(numbers), count, narrow, numbers_at);
        case NumberType::uint8:
            return make_these_narrow(compare_by, static_cast<const std::uint8_t*>(numbers), count, narrow, numbers_at);
        case NumberType::int16:
            return make_these_narrow(compare_by, static_cast<const std::int16_t*>(numbers), count, narrow, numbers_at);
        case NumberType::uint16:
            return make_these_narrow(compare_by, static_cast<const std::uint16_t*>(numbers), count, narrow, numbers_at);
        case NumberType::int32:
        case NumberType::uint32:
            return make_these_narrow(compare_by, static_cast<const std::int32_t*>(numbers), count, narrow, numbers_at);
        case NumberType::int64:
        case NumberType::uint64:
            return make_these_narrow(compare_by, static_cast<const std::int64_t*>(numbers), count, narrow, numbers_at);
        case NumberType::float32:
            return make_these_narrow(compare_by, static_cast<const float*>(numbers), count, narrow, numbers_at);
        case NumberType::float64:
            return make_these_narrow(compare_by, static_cast<const double*>(numbers), count, narrow, numbers_at);
    }
    return false;
}

bool all_narrow(const std::int32_t* numbers, std::size_t count) { return look_whether_narrow(numbers, count); }
bool make_narrow(NumberType type, const void* numbers, std::size_t count, std::int32_t* narrow,
                 std::uint64_t* numbers_at) {
    return make_any_narrow(&compare, type, numbers, count, narrow, numbers_at);
}

constexpr ManyRows common{"common", &compare, &write_codes, &all_narrow, &make_narrow};

#ifdef BRECHA_WIDE_REGISTERS

// --- AVX2: 256 bits

// In a section of its own, so that a look at a library shows that nothing else needs such registers
// (tests/shipping/check_wheel.py). Templates are never put into one by GCC: they become part of what calls them.
#ifdef __ELF__
#define BRECHA_ASKED_FOR , section("brecha_wide")
#else
#define BRECHA_ASKED_FOR
#endif
#define BRECHA_AVX2 __attribute__((target("avx2") BRECHA_ASKED_FOR))

template <Question question, bool left_is_one, bool right_is_one>
__attribute__((target("avx2"), always_inline)) inline void ask_by_avx2(const std::int32_t* left,
                                                                       const std::int32_t* right, std::uint64_t* bits,
                                                                       std::size_t words) {
    const __m256i one_left = _mm256_set1_epi32(*left), one_right = _mm256_set1_epi32(*right);
    for (std::size_t word = 0; word < words; ++word) {
        std::uint64_t made = 0;
        for (std::size_t i = 0; i < 64; i += 8) {
            const std::size_t row = word * 64 + i;
            __m256i lefts = one_left, rights = one_right, answer;
            if constexpr (!left_is_one) lefts = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(left + row));
            if constexpr (!right_is_one) rights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(right + row));
            if constexpr (question == Question::less) answer = _mm256_cmpgt_epi32(rights, lefts);
            else answer = _mm256_cmpeq_epi32(lefts, rights);
            made |= std::uint64_t(static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(answer)))) << i;
        }
        bits[word] = made;
    }
}

/// All bits of a byte for each bit.
BRECHA_AVX2 inline __m256i spread_by_avx2(std::uint64_t plane, int half) {
    const auto bits = static_cast<std::int32_t>(plane >> (32 * half));
    const __m256i byte_of_row =
        _mm256_setr_epi64x(0, 0x0101'0101'0101'0101, 0x0202'0202'0202'0202, 0x0303'0303'0303'0303);
    const __m256i bit_of_row = _mm256_set1_epi64x(static_cast<std::int64_t>(0x8040'2010'0804'0201u));
    const __m256i bytes = _mm256_shuffle_epi8(_mm256_set1_epi32(bits), byte_of_row);
    return _mm256_cmpeq_epi8(_mm256_and_si256(bytes, bit_of_row), bit_of_row);
}
BRECHA_AVX2 void write_codes_by_avx2(const CodePlanes& codes, std::uint8_t* bytes, std::size_t words) {
    const __m256i one = _mm256_set1_epi8(1), two = _mm256_set1_epi8(2), four = _mm256_set1_epi8(4);
    for (std::size_t word = 0; word < words; ++word)
        for (int half = 0; half < 2; ++half) {
            const __m256i ones = _mm256_and_si256(spread_by_avx2(codes.ones[word], half), one),
                          twos = _mm256_and_si256(spread_by_avx2(codes.twos[word], half), two),
                          fours = _mm256_and_si256(spread_by_avx2(codes.fours[word], half), four);
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(bytes + word * 64 + std::size_t(half) * 32),
                                _mm256_or_si256(_mm256_or_si256(ones, twos), fours));
        }
}
BRECHA_AVX2 bool all_narrow_by_avx2(const std::int32_t* numbers, std::size_t count) {
    return look_whether_narrow(numbers, count);
}

// --- AVX-512: 512 bits, and answers that are bits

#define BRECHA_AVX512 __attribute__((target("avx512f,avx512bw") BRECHA_ASKED_FOR))

template <Question question, bool left_is_one, bool right_is_one>
__attribute__((target("avx512f,avx512bw"), always_inline)) inline void ask_by_avx512(const std::int32_t* left,
                                                                                     const std::int32_t* right,
                                                                                     std::uint64_t* bits,
                                                                                     std::size_t words) {
    const __m512i one_left = _mm512_set1_epi32(*left), one_right = _mm512_set1_epi32(*right);
    for (std::size_t word = 0; word < words; ++word) {
        std::uint64_t made = 0;
        for (std::size_t i = 0; i < 64; i += 16) {
            const std::size_t row = word * 64 + i;
            __m512i lefts = one_left, rights = one_right;
            if constexpr (!left_is_one) lefts = _mm512_loadu_si512(left + row);
            if constexpr (!right_is_one) rights = _mm512_loadu_si512(right + row);
            const __mmask16 answer = question == Question::less ? _mm512_cmplt_epi32_mask(lefts, rights)
                                                                : _mm512_cmpeq_epi32_mask(lefts, rights);
            made |= std::uint64_t(answer) << i;
        }
        bits[word] = made;
    }
}

BRECHA_AVX512 void write_codes_by_avx512(const CodePlanes& codes, std::uint8_t* bytes, std::size_t words) {
    const __m512i one = _mm512_set1_epi8(1), two = _mm512_set1_epi8(2), four = _mm512_set1_epi8(4);
    for (std::size_t word = 0; word < words; ++word) {
        __m512i made = _mm512_maskz_mov_epi8(codes.ones[word], one);
        made = _mm512_mask_add_epi8(made, codes.twos[word], made, two);
        made = _mm512_mask_add_epi8(made, codes.fours[word], made, four);
        _mm512_storeu_si512(bytes + word * 64, made);
    }
}
BRECHA_AVX512 bool all_narrow_by_avx512(const std::int32_t* numbers, std::size_t count) {
    return look_whether_narrow(numbers, count);
}

// --- which of these a comparison wants

template <Question question>
__attribute__((target("avx2"), always_inline)) inline void ask_sides_by_avx2(SideOfRows left, SideOfRows right,
                                                                             std::uint64_t* bits, std::size_t words) {
    if (left.is_one) ask_by_avx2<question, true, false>(left.numbers, right.numbers, bits, words);
    else if (right.is_one) ask_by_avx2<question, false, true>(left.numbers, right.numbers, bits, words);
    else ask_by_avx2<question, false, false>(left.numbers, right.numbers, bits, words);
}
BRECHA_AVX2 void compare_by_avx2(Question question, SideOfRows left, SideOfRows right, std::uint64_t* bits,
                                 std::size_t words) {
    if (words == 0) return;
    if (left.is_one && right.is_one) compare(question, left, right, bits, words);
    else if (question == Question::less) ask_sides_by_avx2<Question::less>(left, right, bits, words);
    else ask_sides_by_avx2<Question::equal>(left, right, bits, words);
}
BRECHA_AVX2 bool make_narrow_by_avx2(NumberType type, const void* numbers, std::size_t count, std::int32_t* narrow,
                                     std::uint64_t* numbers_at) {
    return make_any_narrow(&compare_by_avx2, type, numbers, count, narrow, numbers_at);
}
template <Question question>
__attribute__((target("avx512f,avx512bw"), always_inline)) inline void ask_sides_by_avx512(SideOfRows left,
                                                                                           SideOfRows right,
                                                                                           std::uint64_t* bits,
                                                                                           std::size_t words) {
    if (left.is_one) ask_by_avx512<question, true, false>(left.numbers, right.numbers, bits, words);
    else if (right.is_one) ask_by_avx512<question, false, true>(left.numbers, right.numbers, bits, words);
    else ask_by_avx512<question, false, false>(left.numbers, right.numbers, bits, words);
}
BRECHA_AVX512 void compare_by_avx512(Question question, SideOfRows left, SideOfRows right, std::uint64_t* bits,
                                     std::size_t words) {
    if (words == 0) return;
    if (left.is_one && right.is_one) compare(question, left, right, bits, words);
    else if (question == Question::less) ask_sides_by_avx512<Question::less>(left, right, bits, words);
    else ask_sides_by_avx512<Question::equal>(left, right, bits, words);
}
BRECHA_AVX512 bool make_narrow_by_avx512(NumberType type, const void* numbers, std::size_t count, std::int32_t* narrow,
                                         std::uint64_t* numbers_at) {
    return make_any_narrow(&compare_by_avx512, type, numbers, count, narrow, numbers_at);
}

constexpr ManyRows avx2{"avx2", &compare_by_avx2, &write_codes_by_avx2, &all_narrow_by_avx2, &make_narrow_by_avx2};
constexpr ManyRows avx512{"avx512", &compare_by_avx512, &write_codes_by_avx512, &all_narrow_by_avx512,
                          &make_narrow_by_avx512};

#endif

}  // namespace

std::vector<const ManyRows*> ways_of_many_rows() {
    std::vector<const ManyRows*> ways{&common};
#ifdef BRECHA_WIDE_REGISTERS
    if (__builtin_cpu_supports("avx2")) ways.push_back(&avx2);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) ways.push_back(&avx512);
#endif
    return ways;
}

const ManyRows& many_rows() {
    static const ManyRows& quickest = *ways_of_many_rows().back();
    return quickest;
}

}  // namespace brecha::registers
