// Exact decimals.
#include "model/values/digits.hpp"

#include <array>

namespace brecha::model {

namespace {

__extension__ typedef unsigned __int128 UnsignedDecimal;

constexpr UnsignedDecimal magnitude_limit = static_cast<UnsignedDecimal>(decimal_greatest);  // no value reaches it

UnsignedDecimal magnitude(Decimal value) {
    return value < 0 ? UnsignedDecimal(0) - static_cast<UnsignedDecimal>(value) : static_cast<UnsignedDecimal>(value);
}

std::optional<Decimal> signed_value(UnsignedDecimal value, bool negative) {
    if (value >= magnitude_limit) return std::nullopt;
    return negative ? -static_cast<Decimal>(value) : static_cast<Decimal>(value);
}

}  // namespace

std::optional<Decimal> decimal_from_text(std::string_view text) {
    Reader reader{text};
    const bool negative = reader.take('-');
    UnsignedDecimal value = 0;
    std::int64_t zeros = 0;  // zeros read but not yet multiplied in: they may turn out to be trailing ones
    std::int64_t exponent = 0;
    bool point = false, any = false;
    for (; !reader.done(); ++reader.at) {
        const char letter = text[reader.at];
        if (letter == '.' && !point && any) {
            point = true;
            any = false;  // a digit has to follow
            continue;
        }
        if (!is_digit(letter)) break;
        any = true;
        if (point) --exponent;
        if (letter == '0') {
            ++zeros;
            continue;
        }
        if (value != 0)
            for (; zeros > 0; --zeros) {
                if (value > magnitude_limit / 10) return std::nullopt;
                value *= 10;
            }
        zeros = 0;
        if (value > magnitude_limit / 10) return std::nullopt;
        value = value * 10 + static_cast<unsigned>(letter - '0');
    }
    if (!any) return std::nullopt;
    if (reader.take('e') || reader.take('E')) {
        const bool minus = reader.take('-');
        if (!minus) reader.take('+');
        std::int64_t written = 0;
        bool digits = false;
        for (; !reader.done() && is_digit(text[reader.at]); ++reader.at, digits = true)
            if (written < 1'000'000'000'000) written = written * 10 + (text[reader.at] - '0');
        if (!digits) return std::nullopt;
        exponent += minus ? -written : written;
    }
    if (!reader.done()) return std::nullopt;
    if (value == 0) return 0;
    std::int64_t shift = exponent + zeros + 9;
    if (shift < 0) return std::nullopt;
    for (; shift > 0; --shift) {
        if (value > magnitude_limit / 10) return std::nullopt;
        value *= 10;
    }
    return signed_value(value, negative);
}

std::string decimal_to_text(Decimal value) {
    UnsignedDecimal rest = magnitude(value);
    std::array<char, 48> buffer;
    std::size_t begin = buffer.size();
    int place = 0;
    bool significant = false;  // trailing zeros are left out
    for (; place < 9; ++place, rest /= 10) {
        const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        if (digit != '0') significant = true;
        if (significant) buffer[--begin] = digit;
    }
    if (significant) buffer[--begin] = '.';
    do {
        buffer[--begin] = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (value < 0) buffer[--begin] = '-';
    return std::string(buffer.data() + begin, buffer.size() - begin);
}

std::optional<Decimal> add(Decimal left, Decimal right) {
    Decimal sum = 0;
    if (__builtin_add_overflow(left, right, &sum) || magnitude(sum) >= magnitude_limit) return std::nullopt;
    return sum;
}

namespace {

/// 256 bits, for the product of two decimals before it is scaled back.
struct Wide {
    UnsignedDecimal high = 0, low = 0;
};

Wide wide_product(UnsignedDecimal left, UnsignedDecimal right) {
    const std::uint64_t left_low = static_cast<std::uint64_t>(left), left_high = static_cast<std::uint64_t>(left >> 64);
    const std::uint64_t right_low = static_cast<std::uint64_t>(right),
                        right_high = static_cast<std::uint64_t>(right >> 64);
    const UnsignedDecimal low = UnsignedDecimal(left_low) * right_low;
    const UnsignedDecimal cross = UnsignedDecimal(left_high) * right_low;
    const UnsignedDecimal other = UnsignedDecimal(left_low) * right_high;
    const UnsignedDecimal middle = (low >> 64) + static_cast<std::uint64_t>(cross) + static_cast<std::uint64_t>(other);
    return {UnsignedDecimal(left_high) * right_high + (cross >> 64) + (other >> 64) + (middle >> 64),
            (middle << 64) | static_cast<std::uint64_t>(low)};
}

UnsignedDecimal half_even(UnsignedDecimal quotient, UnsignedDecimal remainder, UnsignedDecimal divisor) {
    const UnsignedDecimal rest = divisor - remainder;
    if (remainder > rest || (remainder == rest && (quotient & 1) != 0)) ++quotient;
    return quotient;
}

/// numerator / divisor, half-even; nothing where the quotient does not fit. The divisor is below 2^127.
std::optional<UnsignedDecimal> divide_wide(Wide numerator, UnsignedDecimal divisor) {
    if (numerator.high == 0) return half_even(numerator.low / divisor, numerator.low % divisor, divisor);
    if (numerator.high >= divisor) return std::nullopt;
    UnsignedDecimal remainder = numerator.high, quotient = 0;
    for (int bit = 127; bit >= 0; --bit) {
        remainder = (remainder << 1) | ((numerator.low >> bit) & 1);
        quotient <<= 1;
        if (remainder >= divisor) {
            remainder -= divisor;
            quotient |= 1;
        }
    }
    if (quotient >= magnitude_limit) return std::nullopt;
    return half_even(quotient, remainder, divisor);
}

}  // namespace

std::optional<Decimal> multiply(Decimal left, Decimal right) {
    const auto quotient =
        divide_wide(wide_product(magnitude(left), magnitude(right)), static_cast<UnsignedDecimal>(decimal_one));
    if (!quotient) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

std::optional<Decimal> divide(Decimal left, Decimal right) {
    if (right == 0) return std::nullopt;
    const auto quotient =
        divide_wide(wide_product(magnitude(left), static_cast<UnsignedDecimal>(decimal_one)), magnitude(right));
    if (!quotient) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

std::optional<Decimal> multiply_exactly(Decimal left, Decimal right) {
    const Wide product = wide_product(magnitude(left), magnitude(right));
    const auto quotient = divide_wide(product, static_cast<UnsignedDecimal>(decimal_one));
    if (!quotient) return std::nullopt;
    const Wide back = wide_product(*quotient, static_cast<UnsignedDecimal>(decimal_one));
    if (back.high != product.high || back.low != product.low) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

}  // namespace brecha::model
