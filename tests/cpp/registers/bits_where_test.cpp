#include "registers/bits_where.hpp"
#include "catch.hpp"

#include <limits>
#include <random>
#include <vector>

using namespace brecha;

namespace {

/// The bits of 64 rows, asked one by one.
template <typename Asked>
std::uint64_t one_by_one(std::size_t first, const Asked& asked) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 64; ++i) bits |= std::uint64_t(asked(first + i)) << i;
    return bits;
}

/// Every way of this build against that.
template <typename Value, typename Asked>
void check_ways(std::size_t first, const Asked& asked) {
    const std::uint64_t bits = one_by_one(first, asked);
    CHECK(registers::bits_where(first, 64, asked) == bits);
    for (const std::size_t count : {0, 1, 37, 63})
        CHECK(registers::bits_where(first, count, asked) == (bits & ((std::uint64_t(1) << count) - 1)));
    if constexpr (sizeof(Value) == 4 && !std::is_void_v<registers::Registers>)
        CHECK(registers::bits_where_by<registers::Registers>(first, asked) == bits);
}

template <typename Value, typename Left, typename Right>
void check_questions(std::size_t first, const Left& left, const Right& right) {
    check_ways<Value>(first, registers::Less{left, right});
    check_ways<Value>(first, registers::Less{right, left});
    check_ways<Value>(first, registers::Equal{left, right});
}

}  // namespace

TEMPLATE_TEST_CASE("bytes and registers find the same rows", "", std::int32_t, std::int64_t) {
    using Ends = std::numeric_limits<TestType>;
    std::mt19937 draw(20'261'130);  // the same on every machine
    const std::vector<TestType> some{Ends::min(), Ends::min() + 1, -65'536,         -1,         0, 1,
                                     255,         65'536,          Ends::max() - 1, Ends::max()};
    for (int round = 0; round < 100; ++round) {
        // Few numbers, so that rows are equal now and then; from any row on: registers are loaded from any address.
        const std::size_t first = draw() % 9;
        std::vector<TestType> lefts, rights;
        for (std::size_t row = 0; row < first + 64; ++row) {
            lefts.push_back(some[draw() % some.size()]);
            rights.push_back(some[draw() % some.size()]);
        }
        const registers::Numbers<TestType> left{lefts.data()}, right{rights.data()};
        const registers::OneNumber<TestType> one{some[draw() % some.size()]}, other{some[draw() % some.size()]};
        INFO("round " << round);
        check_questions<TestType>(first, left, right);
        check_questions<TestType>(first, left, one);
        check_questions<TestType>(first, one, other);
    }
}
