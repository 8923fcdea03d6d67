// What a debug build catches is looked at in every build.
#undef NDEBUG
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace {

struct Nothing {};

}  // namespace

TEST_CASE("an Outcome without a value is not taken for one: a debug build ends the process there") {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(2);
        (void)*brecha::Outcome<Nothing>(std::vector<brecha::Diagnostic>());
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT));
}
