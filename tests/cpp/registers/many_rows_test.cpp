#include "registers/many_rows.hpp"
#include "catch.hpp"

#include <algorithm>
#include <limits>
#include <random>
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
