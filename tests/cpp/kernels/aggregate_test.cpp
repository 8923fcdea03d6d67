#include "catch.hpp"
#include "kernels/columns.hpp"

using namespace brecha;
using test::Bounds;
using test::exactly;
using test::letters;
using test::numbers;
using test::one_list;
using test::range;
using test::truths;

TEST_CASE("a list that may be longer never makes some fail or every hold") {
    kernels::Arena arena;
    const auto in = truths(arena, "TT"), fails = truths(arena, "FF"), holds = truths(arena, "TT"),
               mixed = truths(arena, "TF");
    const auto open = one_list(arena, 2, 0, -1), closed = one_list(arena, 2);
    CHECK(letters(kernels::any(arena, {closed, in, &fails})) == "F");
    CHECK(letters(kernels::any(arena, {open, in, &fails})) == "U");
    CHECK(letters(kernels::any(arena, {open, in, &mixed})) == "T");
    CHECK(letters(kernels::all(arena, {closed, in, &holds})) == "T");
    CHECK(letters(kernels::all(arena, {open, in, &holds})) == "U");
    CHECK(letters(kernels::all(arena, {open, in, &mixed})) == "F");
}

TEST_CASE("what is not due drops out of every") {
    kernels::Arena arena;
    const auto in = truths(arena, "TT"), body = truths(arena, "TN");
    CHECK(letters(kernels::all(arena, {one_list(arena, 2), in, &body})) == "T");
}

TEST_CASE("a count is a range from the certain to the possible") {
    kernels::Arena arena;
    const auto in = truths(arena, "TTUF");
    CHECK(range(kernels::count(arena, {one_list(arena, 4), in}), 0) == "2..3");
    CHECK(range(kernels::count(arena, {one_list(arena, 4, 0, -1), in}), 0) == "2..any");
    CHECK(range(kernels::count(arena, {one_list(arena, 4, 5, 5), in}), 0) == "7..8");
    CHECK(range(kernels::count(arena, {one_list(arena, 4, 5, 5), in, nullptr, true}), 0) ==
          "2..8");  // those not given need not satisfy the condition
}

TEST_CASE("a sum with a missing term has no upper bound, and is missing where no term is known or terms subtract") {
    kernels::Arena arena;
    const auto in = truths(arena, "TT"), body = numbers(arena, {exactly(350), std::nullopt}),
               none = numbers(arena, {std::nullopt, std::nullopt});
    const auto list = one_list(arena, 2);
    CHECK(range(kernels::sum(arena, {list, in, &body}, false, false), 0) == "350..any");
    CHECK(range(kernels::sum(arena, {list, in, &body}, true, false), 0) == "missing");
    CHECK(range(kernels::sum(arena, {list, in, &none}, false, false), 0) == "missing");
    CHECK(range(kernels::sum(arena, {one_list(arena, 0), truths(arena, ""), &none}, false, false), 0) == "0");
}

TEST_CASE("of no items there is no greatest, and nobody can state it") {
    kernels::Arena arena;
    const auto empty = numbers(arena, {});
    CHECK(range(kernels::extreme(arena, {one_list(arena, 0), truths(arena, ""), &empty}, kernels::Order::plain, true),
                0) == "no items");
    const auto body = numbers(arena, {exactly(3), Bounds{4, 9}, std::nullopt});
    const auto in = truths(arena, "TUT");
    CHECK(range(kernels::extreme(arena, {one_list(arena, 3), in, &body}, kernels::Order::plain, true), 0) == "3..any");
    CHECK(range(kernels::extreme(arena, {one_list(arena, 3), in, &body}, kernels::Order::plain, false), 0) ==
          "-any..3");
}

TEST_CASE("an average needs every item, and rounds half to even at nine places") {
    kernels::Arena arena;
    const auto in = truths(arena, "TTT"), body = numbers(arena, {exactly(1), exactly(0), exactly(0)});
    CHECK(range(kernels::average(arena, {one_list(arena, 3), in, &body}), 0) == "0.333333333");
    CHECK(range(kernels::average(arena, {one_list(arena, 3, 0, -1), in, &body}), 0) == "missing");
}

TEST_CASE("a share runs from the worst completion to the best") {
    kernels::Arena arena;
    const auto in = truths(arena, "TTTU"), body = truths(arena, "TFUU");
    // worst: 1 of the 3 certain and 1 doubtful that is not; best: 3 of 4
    CHECK(range(kernels::share(arena, {one_list(arena, 4), in, &body}), 0) == "25..75");
}

namespace {
std::string spaced(const std::string& presence, const std::vector<std::optional<std::pair<long, long>>>& days,
                   long apart, std::optional<long> since, std::optional<long> until, long more = 0) {
    kernels::Arena arena;
    kernels::Output<std::int64_t> dates(arena, days.size());
    for (std::size_t i = 0; i < days.size(); ++i)
        if (days[i]) dates.set(i, days[i]->first, days[i]->second);
    const auto single = [&](std::int64_t value) {
        kernels::Output<std::int64_t> column(arena, 1);
        column.set(0, value);
        return column.done();
    };
    const auto duration = single(model::duration_of(model::DurationKind::exact, apart * 86'400));
    const auto in = truths(arena, presence);
    const plans::Column body = dates.done(), from = single(since.value_or(0)), to = single(until.value_or(0));
    const kernels::List list = one_list(arena, days.size(), 0, more);
    return letters(kernels::apart(arena, {list, in, &body}, false, duration, since ? &from : nullptr,
                                  until ? &to : nullptr, model::DateRules()));
}
std::optional<std::pair<long, long>> on(long day) { return std::pair(day, day); }
}  // namespace

TEST_CASE("dates at most some days apart: neighbours, anchors, and dates nobody gave") {
    CHECK(spaced("TT", {on(0), on(10)}, 10, {}, {}) == "T");
    CHECK(spaced("TT", {on(0), on(11)}, 10, {}, {}) == "F");
    CHECK(spaced("T", {on(5)}, 10, 0, 16) == "F");  // 11 days to the end
    CHECK(spaced("T", {on(5)}, 10, 0, 15) == "T");
    CHECK(spaced("TT", {on(5), std::nullopt}, 10, 0, 15) == "T");   // a missing date can only shorten
    CHECK(spaced("TT", {on(5), std::nullopt}, 10, 0, 30) == "U");   // it may lie in the stretch
    CHECK(spaced("TT", {on(0), std::nullopt}, 10, {}, {}) == "U");  // without anchors it may lie anywhere
    CHECK(spaced("T", {on(5)}, 10, 0, 30, -1) == "U");              // there may be more dates
}

TEST_CASE("dates known within bounds count with their whole interval") {
    CHECK(spaced("TT", {on(0), std::pair(5L, 10L)}, 10, {}, {}) == "T");
    CHECK(spaced("TT", {on(0), std::pair(5L, 11L)}, 10, {}, {}) == "U");
    CHECK(spaced("TT", {on(0), std::pair(11L, 20L)}, 10, {}, {}) == "F");
    CHECK(spaced("TTT", {std::pair(0L, 45L), on(5), on(10)}, 18, {}, {}) == "U");  // the first may be the last
}
