#include "registers/many_rows.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <random>
#include <type_traits>
#include <utility>
#include <vector>

using namespace brecha;
using registers::Question;
using registers::SideOfRows;

namespace {

using Ends = std::numeric_limits<std::int32_t>;
const std::vector<std::int32_t> some{Ends::min(), Ends::min() + 1, -65'536,         -1,         0, 1,
                                     255,         65'536,          Ends::max() - 1, Ends::max()};

std::int32_t row_of(SideOfRows side, std::size_t row) { return side.numbers[side.is_one ? 0 : row]; }

void check_comparison(const registers::ManyRows& way, Question question, SideOfRows left, SideOfRows right,
                      std::size_t words) {
    std::vector<std::uint64_t> expected(words, 0), found(words + 1, 0x5555);
    for (std::size_t row = 0; row < 64 * words; ++row) {
        const std::int32_t one = row_of(left, row), other = row_of(right, row);
        const bool is_so = question == Question::less ? one < other : one == other;
        expected[row / 64] |= std::uint64_t(is_so) << (row % 64);
    }
    way.compare(question, left, right, found.data(), words);
    CHECK(found.back() == 0x5555);  // nothing is written beyond
    found.pop_back();
    CHECK(found == expected);
}

}  // namespace

TEST_CASE("every way of this processor gives what rows give one by one") {
    std::mt19937_64 draw(20'261'201);  // the same on every machine
    const auto ways = registers::ways_of_many_rows();
    REQUIRE(&registers::many_rows() == ways.back());
    for (const registers::ManyRows* way : ways) {
        INFO(way->name);
        for (std::size_t round = 0; round < 40; ++round) {
            INFO("round " << round);
            const std::size_t words = draw() % 4, first = draw() % 9;  // from any address on
            std::vector<std::int32_t> lefts, rights;
            for (std::size_t row = 0; row < first + 64 * words + 1; ++row) {
                lefts.push_back(some[draw() % some.size()]);
                rights.push_back(some[draw() % some.size()]);
            }
            const SideOfRows left{lefts.data() + first, false}, right{rights.data() + first, false},
                one_left{lefts.data(), true}, one_right{rights.data(), true};
            for (const Question question : {Question::less, Question::equal}) {
                check_comparison(*way, question, left, right, words);
                check_comparison(*way, question, left, one_right, words);
                check_comparison(*way, question, one_left, right, words);
                check_comparison(*way, question, one_left, one_right, words);
            }

            std::vector<std::uint64_t> ones(words), twos(words), fours(words);
            std::vector<std::uint8_t> expected(64 * words), found(first + 64 * words + 1, 0x77);
            for (std::size_t row = 0; row < expected.size(); ++row) {
                const std::uint64_t code = draw() % 8;
                ones[row / 64] |= (code & 1) << (row % 64);
                twos[row / 64] |= (code >> 1 & 1) << (row % 64);
                fours[row / 64] |= (code >> 2) << (row % 64);
                expected[row] = static_cast<std::uint8_t>(code);
            }
            way->write_codes({ones.data(), twos.data(), fours.data()}, found.data() + first, words);
            CHECK(std::equal(expected.begin(), expected.end(), found.begin() + std::ptrdiff_t(first)));
            CHECK(found.back() == 0x77);
            CHECK(std::all_of(found.begin(), found.begin() + std::ptrdiff_t(first),
                              [](std::uint8_t byte) { return byte == 0x77; }));
        }
    }
}

TEST_CASE("every way of this processor finds the one number that is too great or below zero") {
    for (const registers::ManyRows* way : registers::ways_of_many_rows()) {
        INFO(way->name);
        for (const std::size_t count : {0, 1, 7, 15, 16, 31, 32, 33, 100}) {
            std::vector<std::int32_t> numbers(count + 1, 0);
            for (std::size_t row = 0; row < count; ++row) numbers[row] = row % 2 == 0 ? 100 : Ends::max() - 1;
            numbers[count] = -1;  // beyond, so not looked at
            CHECK(way->all_narrow(numbers.data(), count));
            for (std::size_t row = 0; row < count; ++row) {
                const std::int32_t kept = numbers[row];
                for (const std::int32_t wrong : {Ends::max(), -1, -2, Ends::min()}) {
                    numbers[row] = wrong;
                    CHECK_FALSE(way->all_narrow(numbers.data(), count));
                }
                numbers[row] = kept;
            }
        }
    }
}

namespace {

/// What make_narrow() of one number is; nothing where it is not narrow.
template <typename Number>
std::optional<std::int32_t> narrow_of(Number number) {
    if (number != number) return 0;  // NaN
    const bool is_within = number >= 0 && static_cast<long double>(number) < Ends::max();
    if (!is_within || static_cast<Number>(static_cast<std::int32_t>(number)) != number) return std::nullopt;
    return static_cast<std::int32_t>(number);
}

template <typename Number>
std::vector<Number> hostile() {
    using Of = std::numeric_limits<Number>;
    std::vector<Number> numbers{0, 1, 2, 100, Of::max(), Of::lowest(), Of::min()};
    for (const int digits : {7, 8, 15, 16, 23, 24, 31, 32, 52, 53, 62, 63, 64, 100}) {
        if (digits > Of::digits && std::is_integral_v<Number>) continue;
        const long double power = std::pow(2.0L, digits);
        for (const long double number : {power - 2, power - 1, power, power + 1, -power})
            if (number <= static_cast<long double>(Of::max()) && number >= static_cast<long double>(Of::lowest()))
                numbers.push_back(static_cast<Number>(number));
    }
    if constexpr (std::is_floating_point_v<Number>)
        for (const double number : {Of::infinity() + 0.0, -Of::infinity() - 0.0, Of::quiet_NaN() + 0.0, -0.0, -1.0, 0.5,
                                    1.5, -0.5, 2'147'483'645.5, 2'147'483'646.0, 1e-20, -1e-20, 1e30, -1e30})
            numbers.push_back(static_cast<Number>(number));
    if constexpr (std::is_floating_point_v<Number>) numbers.push_back(Of::denorm_min());
    if constexpr (std::is_signed_v<Number>) numbers.push_back(-1);
    return numbers;
}

template <typename Number>
void check_narrow(registers::NumberType type) {
    std::mt19937_64 draw(20'261'202);  // the same on every machine
    const std::vector<Number> numbers = hostile<Number>();
    std::vector<Number> narrow_ones;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(narrow_ones),
                 [](Number number) { return narrow_of(number).has_value(); });
    REQUIRE(narrow_ones.size() >= 4);
    for (const registers::ManyRows* way : registers::ways_of_many_rows()) {
        INFO(way->name << ", type " << int(type));
        for (const std::size_t count : {0, 1, 7, 8, 63, 64, 65, 127, 128, 200}) {
            const std::size_t first = draw() % 9;  // from any address on
            std::vector<Number> rows(first + count + 1, Number(100));
            for (std::size_t row = 0; row < count; ++row) rows[first + row] = narrow_ones[draw() % narrow_ones.size()];
            std::vector<std::int32_t> narrow(first + count + 1, 0x7777);
            std::vector<std::uint64_t> numbers_at(count / 64 + 2, 0x5555);
            const auto make = [&] {
                return way->make_narrow(type, rows.data() + first, count, narrow.data() + first, numbers_at.data());
            };
            REQUIRE(make());
            CHECK(narrow.back() == 0x7777);  // nothing is written beyond
            CHECK(numbers_at[(count + 63) / 64] == 0x5555);
            for (std::size_t row = 0; row < count; ++row) {
                const Number number = rows[first + row];
                CHECK(narrow[first + row] == *narrow_of(number));
                if (std::is_floating_point_v<Number>)
                    CHECK((numbers_at[row / 64] >> (row % 64) & 1) == (number == number ? 1 : 0));
            }
            if (std::is_floating_point_v<Number> && count % 64 != 0) CHECK(numbers_at[count / 64] >> (count % 64) == 0);
            if (count == 0) continue;
            for (const Number number : numbers) {
                if (narrow_of(number)) continue;
                const std::size_t row = first + draw() % count;
                const Number kept = std::exchange(rows[row], number);
                INFO("row " << row << " of " << count << " is " << +number);
                CHECK_FALSE(make());
                rows[row] = kept;
            }
        }
    }
}

}  // namespace

TEST_CASE("every way of this processor makes numbers of any type narrow, or finds the one that is not") {
    using registers::NumberType;
    check_narrow<std::int8_t>(NumberType::int8);
    check_narrow<std::uint8_t>(NumberType::uint8);
    check_narrow<std::int16_t>(NumberType::int16);
    check_narrow<std::uint16_t>(NumberType::uint16);
    check_narrow<std::int32_t>(NumberType::int32);
    check_narrow<std::uint32_t>(NumberType::uint32);
    check_narrow<std::int64_t>(NumberType::int64);
    check_narrow<std::uint64_t>(NumberType::uint64);
    check_narrow<float>(NumberType::float32);
    check_narrow<double>(NumberType::float64);
}
