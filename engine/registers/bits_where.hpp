// Of which of 64 rows is it so that one number is less than another, or equal to it? A word of bits, by bytes for any
// numbers, and by the registers of 128 bits that every processor of its kind has (SSE2, NEON) for 32-bit numbers. Both
// give the same bits; a build with BRECHA_NO_REGISTERS does without the second.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#if defined(BRECHA_NO_REGISTERS)
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace brecha::registers {

/// Four 32-bit numbers in a register; what is asked of them sets all bits of a number where it is so. `bits`: one for
/// each of sixteen answers. void where the processor is another.
#if defined(BRECHA_NO_REGISTERS)
using Registers = void;
#elif defined(__SSE2__)
struct Registers {
    using Four = __m128i;
    static Four all(std::int32_t number) { return _mm_set1_epi32(number); }
    static Four load(const std::int32_t* numbers) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(numbers)); }
    static Four less(Four left, Four right) { return _mm_cmplt_epi32(left, right); }
    static Four equal(Four left, Four right) { return _mm_cmpeq_epi32(left, right); }
    static std::uint32_t bits(Four first, Four second, Four third, Four fourth) {
        const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(first, second), _mm_packs_epi32(third, fourth));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
    }
};
#elif defined(__ARM_NEON) && defined(__aarch64__)
struct Registers {
    using Four = uint32x4_t;
    static Four all(std::int32_t number) { return vreinterpretq_u32_s32(vdupq_n_s32(number)); }
    static Four load(const std::int32_t* numbers) { return vreinterpretq_u32_s32(vld1q_s32(numbers)); }
    static Four less(Four left, Four right) {
        return vcltq_s32(vreinterpretq_s32_u32(left), vreinterpretq_s32_u32(right));
    }
    static Four equal(Four left, Four right) { return vceqq_u32(left, right); }
    static std::uint32_t bits(Four first, Four second, Four third, Four fourth) {
        return byte(first, second) | byte(third, fourth) << 8;
    }

private:
    static std::uint32_t byte(Four first, Four second) {
        const uint8x8_t flags = vmovn_u16(vcombine_u16(vmovn_u32(first), vmovn_u32(second)));
        return vaddv_u8(vand_u8(flags, vcreate_u8(0x8040'2010'0804'0201u)));  // bit i of the flag of row i
    }
};
#else
using Registers = void;
#endif

/// One end of one side of a comparison: a number for all rows, or one a row.
template <typename Value>
struct OneNumber {
    Value number;
    Value operator()(std::size_t) const { return number; }
    template <typename Register>
    auto four(std::size_t) const {
        return Register::all(number);
    }
};
template <typename Value>
struct Numbers {
    const Value* numbers;
    Value operator()(std::size_t row) const { return numbers[row]; }
    template <typename Register>
    auto four(std::size_t row) const {
        return Register::load(numbers + row);
    }
};

/// What is asked of two ends, of a row and of four 32-bit rows at once.
template <typename Left, typename Right>
struct Less {
    Left left;
    Right right;
    bool operator()(std::size_t row) const { return left(row) < right(row); }
    template <typename Register>
    auto four(std::size_t row) const {
        return Register::less(left.template four<Register>(row), right.template four<Register>(row));
    }
};
template <typename Left, typename Right>
Less(Left, Right) -> Less<Left, Right>;
template <typename Left, typename Right>
struct Equal {
    Left left;
    Right right;
    bool operator()(std::size_t row) const { return left(row) == right(row); }
    template <typename Register>
    auto four(std::size_t row) const {
        return Register::equal(left.template four<Register>(row), right.template four<Register>(row));
    }
};
template <typename Left, typename Right>
Equal(Left, Right) -> Equal<Left, Right>;

/// The bits of up to 64 rows. Written so that the compiler compares many at once: bytes, then eight of them to a byte
/// of bits by one multiplication.
template <typename Asked>
std::uint64_t bits_where(std::size_t first, std::size_t count, const Asked& asked) {
    std::uint8_t flags[64] = {};
    if (count == 64) {
        for (std::size_t i = 0; i < 64; ++i) flags[i] = asked(first + i);
    } else {
        for (std::size_t i = 0; i < count; ++i) flags[i] = asked(first + i);
    }
    std::uint64_t bits = 0;
    for (std::size_t eight = 0; eight < 8; ++eight) {
        static_assert(std::endian::native == std::endian::little, "the byte of flag i must be byte i of the word");
        std::uint64_t bytes;
        std::memcpy(&bytes, flags + eight * 8, 8);
        bits |= (bytes * 0x0102'0408'1020'4080u >> 56) << (eight * 8);
    }
    return bits;
}

/// The bits of 64 rows of 32-bit numbers.
template <typename Register, typename Asked>
std::uint64_t bits_where_by(std::size_t first, const Asked& asked) {
    const auto four = [&](std::size_t i) { return asked.template four<Register>(first + i); };
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 64; i += 16)
        bits |= std::uint64_t(Register::bits(four(i), four(i + 4), four(i + 8), four(i + 12))) << i;
    return bits;
}

}  // namespace brecha::registers
