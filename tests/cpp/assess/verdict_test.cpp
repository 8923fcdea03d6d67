#include "catch.hpp"

#include "assess/verdict.hpp"

using namespace brecha;
using namespace brecha::assess;

TEST_CASE("a verdict is the same on one plan's counts and on 64 plans' bits") {
    // Every combination of "some hold, some fail, some are unknown" in a bit of its own.
    CellBits cells;
    for (unsigned combination = 0; combination < 8; ++combination) {
        const std::uint64_t bit = std::uint64_t(1) << combination;
        if (combination & 1) cells.holds |= bit;
        if (combination & 2) cells.fails |= bit;
        if (combination & 4) cells.unknown |= bit;
    }
    const VerdictBits verdicts = verdicts_of(cells);
    for (unsigned combination = 0; combination < 8; ++combination) {
        Count count;
        if (combination & 1) count.holds = 2;
        if (combination & 2) count.fails = 1;
        if (combination & 4) count.unknown = 3;
        count.not_owed = 4;
        const Verdict verdict = verdict_of(count);
        const auto has = [&](std::uint64_t plane) { return (plane >> combination & 1) != 0; };
        INFO(combination);
        CHECK(has(verdicts.met) == (verdict == Verdict::met));
        CHECK(has(verdicts.partly_met) == (verdict == Verdict::partly_met));
        CHECK(has(verdicts.not_met) == (verdict == Verdict::not_met));
        CHECK(has(verdicts.unknown) == (verdict == Verdict::unknown));
    }
}

TEST_CASE("a gap is what shall or should be and is not, in part or whole") {
    for (const Modality modality : {Modality::shall, Modality::should, Modality::may})
        for (const Verdict verdict :
             {Verdict::met, Verdict::partly_met, Verdict::not_met, Verdict::unknown, Verdict::not_applicable})
            CHECK(is_gap(modality, verdict) ==
                  (modality != Modality::may && (verdict == Verdict::partly_met || verdict == Verdict::not_met)));
    CHECK(truth_of(verdict_of(Truth::not_owed)) == Truth::not_owed);
    CHECK(truth_of(verdict_of(Truth::holds)) == Truth::holds);
}
