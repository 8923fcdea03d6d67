#include "kernels/logic.hpp"
#include "catch.hpp"
#include "kernels/columns.hpp"

using namespace brecha;
using test::letters;
using test::truths;

TEST_CASE("and, or and not are strong Kleene") {
    kernels::Arena arena;
    const auto a = truths(arena, "TTTFFFUUU"), b = truths(arena, "TFUTFUTFU");
    CHECK(letters(kernels::conjunction(arena, {&a, &b}, 9)) == "TFUFFFUFU");
    CHECK(letters(kernels::disjunction(arena, {&a, &b}, 9)) == "TTTTFUTUU");
    CHECK(letters(kernels::negation(arena, a, 9)) == "FFFTTTUUU");
}

TEST_CASE("one row is read for all rows, also beyond a word") {
    kernels::Arena arena;
    const auto one = truths(arena, "T"), many = truths(arena, std::string(130, 'U'));
    const auto result = kernels::disjunction(arena, {&one, &many}, 130);
    CHECK(letters(result) == std::string(130, 'T'));
    CHECK((result.valid[2] >> 2) == 0);  // bits beyond the rows stay 0
}

TEST_CASE("a condition that is no leaves the cell not owed, an open one lets only a holding part through") {
    kernels::Arena arena;
    const auto condition = truths(arena, "TTTFFFUUUU"), part = truths(arena, "TFUTFUTFUN");
    CHECK(letters(kernels::owed_if(arena, condition, part, 10)) == "TFUNNNTUUN");
}

TEST_CASE("if then else of truths takes what both branches agree on where the condition is open") {
    kernels::Arena arena;
    const auto condition = truths(arena, "TFUUU"), yes = truths(arena, "TTTFT"), no = truths(arena, "FFTFF");
    CHECK(letters(kernels::choose_truth(arena, condition, yes, no, 5)) == "TFTFU");
}

TEST_CASE("is given looks at values, at what is withheld, and at what is known not to be there") {
    kernels::Arena arena;
    kernels::Output<std::int64_t> column(arena, 5);
    column.set(0, 7);
    column.miss(1, kernels::State::none);
    column.miss(2, kernels::State::withheld);
    column.miss(3, kernels::State::unusable);
    CHECK(letters(kernels::given(arena, column.done(), 5)) == "TFTUU");
}
