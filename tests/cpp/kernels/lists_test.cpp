#include "catch.hpp"
#include "kernels/columns.hpp"
#include "kernels/compare.hpp"
#include "text/glob.hpp"

using namespace brecha;
using test::exactly;
using test::letters;
using test::numbers;
using test::one_list;
using test::range;
using test::truths;

TEST_CASE("distinct keeps a value that is certain once, and what may equal it as perhaps there") {
    kernels::Arena arena;
    const auto elements = numbers(arena, {exactly(1), exactly(1), std::nullopt, exactly(2)}),
               presence = truths(arena, "TTTU");
    const auto list = one_list(arena, 4);
    const auto once = kernels::distinct(arena, {list, elements, presence}, 1, 100);
    REQUIRE(once);
    CHECK(letters(once->presence) == "TUU");
    CHECK(range(kernels::count(arena, {once->list, once->presence}), 0) == "1..3");
}

TEST_CASE("where no value is known one of the certain elements is still there") {
    kernels::Arena arena;
    const auto elements = numbers(arena, {std::nullopt, std::nullopt}), presence = truths(arena, "TT");
    const auto once = kernels::distinct(arena, {one_list(arena, 2), elements, presence}, 1, 100);
    REQUIRE(once);
    CHECK(range(kernels::count(arena, {once->list, once->presence}), 0) == "1..2");
}

TEST_CASE("joining with an absent list leaves any number more") {
    kernels::Arena arena;
    const auto elements = numbers(arena, {exactly(1)}), presence = truths(arena, "T");
    const auto list = one_list(arena, 1);
    kernels::List absent = one_list(arena, 0, 0, -1);
    absent.absent = arena.bits(1);
    plans::set_bit(absent.absent, 0);
    const auto nothing = numbers(arena, {});
    const auto joined = kernels::join(arena, {list, elements, presence}, {absent, nothing, truths(arena, "")}, 1, 100);
    REQUIRE(joined);
    CHECK(!plans::bit(joined->list.absent, 0));
    CHECK(range(kernels::count(arena, {joined->list, joined->presence}), 0) == "1..any");
}

TEST_CASE("a frame that would have more rows than the limit is not made") {
    kernels::Arena arena;
    const auto elements = numbers(arena, {exactly(1), exactly(2)}), presence = truths(arena, "TT");
    const auto list = one_list(arena, 2);
    const std::vector<std::uint32_t> outer(50, 0);
    CHECK(kernels::spread(arena, {list, elements, presence}, outer, 100).has_value());
    CHECK(!kernels::spread(arena, {list, elements, presence}, outer, 99).has_value());
}

TEST_CASE("a glob's star matches any run and ? one character, of several bytes too") {
    CHECK(text::matches_glob("PF-16.3", "PF-*"));
    CHECK(text::matches_glob("señal", "se?al"));
    CHECK(!text::matches_glob("PF", "PF-*"));
    CHECK(text::matches_glob("", "*"));
    CHECK(!text::matches_glob(std::string(100'000, 'a'), std::string(50, '*') + "b"));  // no exponential walk
}

TEST_CASE("a moment without offset compares with one that has an offset only where every offset agrees") {
    using kernels::Comparison;
    const auto moment = [](std::string_view text) {
        const auto value = model::moment_from_text(text);
        REQUIRE(value);
        return kernels::Ranged<std::int64_t>{kernels::State::value, *value, *value};
    };
    const auto compare = [&](std::string_view left, std::string_view right) {
        return kernels::compare(Comparison::less, kernels::Order::moment, moment(left), moment(right));
    };
    CHECK(compare("2024-05-17T08:00", "2024-05-17T09:00") == kernels::Truth::holds);
    CHECK(compare("2024-05-17T08:00+02:00", "2024-05-17T06:30Z") == kernels::Truth::holds);
    CHECK(compare("2024-05-17T08:00", "2024-05-17T09:00Z") == kernels::Truth::unknown);
    CHECK(compare("2024-05-16T08:00", "2024-05-17T21:00Z") == kernels::Truth::holds);
}

TEST_CASE("calendar and exact durations compare only where every month agrees") {
    using kernels::Comparison;
    const auto duration = [](std::string_view text) {
        const auto value = model::duration_from_text(text);
        REQUIRE(value);
        return kernels::Ranged<std::int64_t>{kernels::State::value, *value, *value};
    };
    const auto at_most = [&](std::string_view left, std::string_view right) {
        return kernels::compare(Comparison::at_most, kernels::Order::duration, duration(left), duration(right));
    };
    CHECK(at_most("3 months", "93 days") == kernels::Truth::holds);
    CHECK(at_most("3 months", "91 days") == kernels::Truth::unknown);
    CHECK(at_most("3 months", "80 days") == kernels::Truth::fails);
    CHECK(at_most("1 year", "12 months") == kernels::Truth::holds);
}
