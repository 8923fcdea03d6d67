#include "catch.hpp"

#include "limits/once.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

TEST_CASE("what is made once is made by one of many threads, and again where it could not be made") {
    brecha::limits::Once once;
    int made = 0, tried = 0;
    CHECK_THROWS_AS(once([&] {
                        ++tried;
                        throw std::runtime_error("ended by a limit");
                    }),
                    std::runtime_error);
    std::vector<std::thread> threads;
    std::atomic<int> seen = 0;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            once([&] { ++made; });
            seen += made;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(tried == 1);
    CHECK(made == 1);
    CHECK(seen == 4);
}
