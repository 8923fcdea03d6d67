#include "plans/rest.hpp"

#include "catch.hpp"

using namespace brecha::plans;

namespace {

using Values = std::vector<Interval>;

/// A box of two fields, each one of 0 to 9 or not there.
Box anything() { return {{{{{0, 9}}, true}, {{{0, 9}}, true}}, 0}; }

/// Does an element lie in the box? -1: the field is not there.
bool holds(const Box& box, int first, int second) {
    const auto fits = [](const Known& known, int value) {
        if (value < 0) return known.may_be_none;
        return !intersection(known.values, {{value, value}}).empty();
    };
    return fits(box.fields[0], first) && fits(box.fields[1], second);
}

std::size_t boxes_with(const std::vector<Box>& boxes, int first, int second) {
    std::size_t count = 0;
    for (const Box& box : boxes) count += holds(box, first, second) ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("stretches of values, without and with others") {
    CHECK(difference({{0, 9}}, {{3, 5}}) == Values{{0, 2}, {6, 9}});
    CHECK(difference({{0, 9}}, {{0, 9}}).empty());
    CHECK(difference({{0, 2}, {6, 9}}, {{2, 7}}) == Values{{0, 1}, {8, 9}});
    CHECK(difference({{0, 2}}, {{4, 5}}) == Values{{0, 2}});
    CHECK(intersection({{0, 4}, {6, 9}}, {{3, 7}}) == Values{{3, 4}, {6, 7}});
    CHECK(intersection({{0, 4}}, {{5, 9}}).empty());
}

TEST_CASE("what slices leave of a list: boxes that do not overlap and miss nothing") {
    const std::vector<std::vector<FieldValues>> slices = {
        {{0, {{3, 3}}}}, {{0, {{5, 6}}}, {1, {{2, 4}}}}, {{1, {{8, 9}}}}, {{0, {{0, 9}}}, {1, {{0, 0}}}}};
    std::vector<Box> boxes{anything()}, taken;
    for (const auto& slice : slices) {
        std::vector<Box> outside;
        for (const Box& box : boxes) split(box, slice, taken, outside);
        boxes = outside;
    }
    const auto in = [](const std::vector<FieldValues>& slice, int first, int second) {
        for (const FieldValues& condition : slice) {
            const int value = condition.field == 0 ? first : second;
            if (value < 0 || intersection(condition.values, {{value, value}}).empty()) return false;
        }
        return true;
    };
    for (int first = -1; first <= 9; ++first)
        for (int second = -1; second <= 9; ++second) {
            bool sliced = false;
            for (const auto& slice : slices) sliced = sliced || in(slice, first, second);
            INFO(first << " " << second);
            CHECK(boxes_with(boxes, first, second) == (sliced ? 0u : 1u));
            CHECK(boxes_with(taken, first, second) == (sliced ? 1u : 0u));
        }
}

TEST_CASE("how many elements lie in some boxes follows from how many lie in others") {
    // Three boxes: 0 and 1 hold two together, all hold five.
    std::vector<BoxCount> counts = {{0b011, 2, 2}, {0b111, 5, 5}};
    REQUIRE(settle_counts(counts, 3));
    CHECK(elements_in(counts, 0b100, 0b100) == Bounds{3, 3});
    CHECK(elements_in(counts, 0b001, 0b001) == Bounds{0, 2});
    CHECK(elements_in(counts, 0b011, 0b011) == Bounds{2, 2});
    CHECK(elements_in(counts, 0b101, 0b101) == Bounds{3, 5});
    CHECK(elements_in(counts, 0, 0b010) == Bounds{0, 2});
    CHECK(elements_in(counts, 0b111, 0b111) == Bounds{5, 5});
    CHECK(elements_in({}, 0b1, 0b1) == Bounds{0, integer_greatest});
    CHECK(elements_in({}, 0, 0) == Bounds{0, 0});
}

TEST_CASE("counts that contradict each other are seen") {
    std::vector<BoxCount> parts_above_whole = {{0b01, 2, 2}, {0b10, 2, 2}, {0b11, 3, 3}};
    CHECK_FALSE(settle_counts(parts_above_whole, 2));
    std::vector<BoxCount> of_nothing = {{0, 1, 1}};
    CHECK_FALSE(settle_counts(of_nothing, 1));
    std::vector<BoxCount> fitting = {{0b01, 0, 2}, {0b10, 2, integer_greatest}, {0b11, 3, 3}};
    CHECK(settle_counts(fitting, 2));
    CHECK(elements_in(fitting, 0b01, 0b01) == Bounds{0, 1});
}
