// Networks of maxima, against every run that is counted out.
#include "kernels/network.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>

using namespace brecha::kernels;

namespace {

StatedBound stated(int amount) { return {true, amount, amount}; }

/// Waits at most, takes at least and at most; -1: not stated.
NetworkStep step(std::vector<std::uint32_t> after, int wait, int least, int most) {
    NetworkStep made;
    made.after = std::move(after);
    if (wait >= 0) made.wait = stated(wait);
    if (least >= 0) made.least = stated(least);
    if (most >= 0) made.most = stated(most);
    return made;
}

/// The greatest distance over all whole-number runs, every bound stated.
int counted_out(const std::vector<NetworkStep>& steps, StepEvent later, const std::vector<StepEvent>& earlier) {
    const std::size_t count = steps.size();
    std::vector<int> waits(count, 0), lengths(count);
    int greatest = -1'000;
    const auto run = [&] {
        std::vector<int> begins(count), ends(count);
        for (std::size_t i = 0; i < count; ++i) {  // each comes after lower numbers
            int last = 0;
            for (const std::uint32_t other : steps[i].after) last = std::max(last, ends[other]);
            begins[i] = last + waits[i];
            ends[i] = begins[i] + lengths[i];
        }
        const auto time = [&](StepEvent one) { return one.end ? ends[one.step] : begins[one.step]; };
        int latest = time(earlier.front());
        for (const StepEvent& one : earlier) latest = std::max(latest, time(one));
        greatest = std::max(greatest, time(later) - latest);
    };
    const auto vary = [&](const auto& self, std::size_t at) -> void {
        if (at == count) return run();
        for (int wait = 0; wait <= static_cast<int>(steps[at].wait.high); ++wait)
            for (int length = static_cast<int>(steps[at].least.low); length <= static_cast<int>(steps[at].most.high);
                 ++length) {
                waits[at] = wait;
                lengths[at] = length;
                self(self, at + 1);
            }
    };
    vary(vary, 0);
    return greatest;
}

}  // namespace

TEST_CASE("a bound on waiting is no deadline for the steps that are waited for", "[network]") {
    // b after a within 10: x after a at most 4, y after a at most 9, b after x and y at most 2, without waiting
    const Network network({step({}, 0, 0, 0), step({0}, 0, 0, 4), step({0}, 0, 0, 9), step({1, 2}, 0, 0, 2)});
    const std::vector<StepEvent> a = {{0, true}};
    const auto distance = network.greatest_distance({3, true}, a);
    REQUIRE(distance);
    CHECK(distance->longest == 11);
    CHECK(distance->shortest == 11);
}

TEST_CASE("every run of small networks is within what the network says, and one reaches it", "[network]") {
    std::mt19937 random(20'260'101);
    const auto number = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    int apart = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<NetworkStep> steps;
        const int count = 2 + number(3);
        for (int i = 0; i < count; ++i) {
            std::vector<std::uint32_t> after;
            for (int k = 0; k < i; ++k)
                if (number(1) == 0) after.push_back(static_cast<std::uint32_t>(k));
            const int least = number(2);
            steps.push_back(step(std::move(after), number(1), least, least + number(1)));
        }
        const auto one = [&] { return StepEvent{static_cast<std::uint32_t>(number(count - 1)), number(1) == 0}; };
        const StepEvent later = one();
        std::vector<StepEvent> earlier = {one()};
        if (number(2) == 0) earlier.push_back(one());
        const Network network(steps);
        const auto distance = network.greatest_distance(later, earlier);
        REQUIRE(distance);
        const int counted = counted_out(steps, later, earlier);
        CHECK(distance->longest == counted);
        CHECK(distance->shortest == counted);
        apart += counted != 0;
    }
    CHECK(apart > 100);
}

TEST_CASE("what is not stated leaves room between the longest and the shortest", "[network]") {
    const std::vector<StepEvent> a = {{0, true}};
    SECTION("a length without an upper bound can break a limit, a least length alone breaks it") {
        const Network open({step({}, 0, 0, 0), step({0}, 0, 3, -1)});
        const auto distance = open.greatest_distance({1, true}, a);
        REQUIRE(distance);
        CHECK(distance->longest > 1'000'000);
        CHECK(distance->shortest == 3);
        const auto turning = open.turning_bounds({1, true}, a, 5);
        CHECK(turning == std::vector<BoundOfStep>{{1, LengthBound::most}});
    }
    SECTION("what comes before both does not matter") {
        const Network before({step({}, -1, -1, -1), step({0}, 0, 1, 2)});
        const auto distance = before.greatest_distance({1, true}, a);
        REQUIRE(distance);
        CHECK(distance->longest == 2);
        CHECK(distance->shortest == 2);
    }
    SECTION("a step beside may end as late as it wants, or before") {
        const Network beside({step({}, 0, 1, 1), step({}, 0, -1, 4)});
        const auto distance = beside.greatest_distance({1, true}, a);
        REQUIRE(distance);
        CHECK(distance->longest == 3);
        CHECK(distance->shortest == 3);
    }
}

TEST_CASE("a circle is found, in the order of its steps", "[network]") {
    const Network network({step({}, 0, 0, 0), step({3}, 0, 0, 0), step({1}, 0, 0, 0), step({2}, 0, 0, 0)});
    REQUIRE(network.circle().size() == 4);
    CHECK(network.circle().front() == network.circle().back());
}

TEST_CASE("order is forced through other steps too", "[network]") {
    const Network network({step({}, 0, 0, 0), step({0}, 0, 0, 0), step({1}, 0, 0, 0), step({}, 0, 0, 0)});
    CHECK(network.comes_after(2, 0));
    CHECK_FALSE(network.comes_after(0, 2));
    CHECK_FALSE(network.comes_after(3, 0));
    CHECK_FALSE(network.comes_after(1, 1));
}

TEST_CASE("a network with very many paths is not gone through for ever", "[network]") {
    std::vector<NetworkStep> steps = {step({}, 0, 0, 1)};
    for (std::uint32_t layer = 0; layer < 15; ++layer)
        for (std::uint32_t i = 0; i < 4; ++i) {
            std::vector<std::uint32_t> after;
            for (std::uint32_t k = 0; k < (layer == 0 ? 1u : 4u); ++k)
                after.push_back(layer == 0 ? 0 : 1 + (layer - 1) * 4 + k);
            steps.push_back(step(std::move(after), 0, 0, 1));
        }
    const auto last = static_cast<std::uint32_t>(steps.size()) - 1;
    const Network network(steps);
    // From one step to another behind it, all that lies before counts once for both.
    const std::vector<StepEvent> first = {{0, true}};
    const auto distance = network.greatest_distance({last, true}, first);
    REQUIRE(distance);
    CHECK(distance->longest == 15);
    const std::vector<StepEvent> beside = {{last - 1, true}};
    CHECK_FALSE(network.greatest_distance({last, true}, beside));
}
