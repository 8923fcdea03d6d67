// What is taken, given back and left, of watches inside each other.
#include "catch.hpp"

#include "limits/watch.hpp"

#include <optional>

using namespace brecha::limits;

TEST_CASE("what ends within a call is given back, what outlives it is not") {
    CHECK(memory_left() == without_limit);
    take(1'000);  // nobody has said how much
    std::optional<Taken> before, kept;
    before.emplace();
    before->add(70);
    {
        Watch watch({.memory = 100});
        for (int block = 0; block < 10; ++block) {
            Taken taken;
            taken.add(60);
            CHECK(memory_left() == 40);
        }
        CHECK(memory_left() == 100);
        before.reset();  // was not taken here
        CHECK(memory_left() == 100);
        kept.emplace();
        kept->add(30);
        CHECK_THROWS_AS(take(71), Reached);
        take(70);
        CHECK(memory_left() == 0);
    }
    Watch later({.memory = 100});
    kept.reset();
    CHECK(memory_left() == 100);
}

TEST_CASE("of watches inside each other each counts, and the narrowest decides") {
    Watch outer({.memory = 100});
    {
        Watch inner({.memory = 1'000});
        CHECK(memory_left() == 100);
        Taken taken;
        taken.add(80);
        try {
            take(30);
            FAIL("that was too much");
        } catch (const Reached& reached) {
            CHECK(reached.limit == Limit::memory);
            CHECK(reached.allowed == 100);
        }
    }
    CHECK(memory_left() == 100);
}

TEST_CASE("a loop over rows looks now and then, and a stop ends it") {
    StopState stop;
    Watch watch({.stop = &stop});
    std::size_t seen = 0;
    for (const std::size_t row : Rows(3 * Pace::often)) {
        CHECK(row == seen);
        ++seen;
    }
    CHECK(seen == 3 * Pace::often);
    stop.requested = true;
    seen = 0;
    const auto loop = [&] {
        for (const std::size_t row : Rows(3 * Pace::often)) seen = row + 1;
    };
    CHECK_THROWS_AS(loop(), Reached);
    CHECK(seen == Pace::often);
}
