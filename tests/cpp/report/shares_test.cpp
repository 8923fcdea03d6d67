#include "catch.hpp"

#include "report/shares.hpp"
#include "report/summary.hpp"

#include "sample_view.hpp"

using brecha::Modality;
using brecha::Verdict;
using brecha::report::share;

namespace {

void add(brecha::report::SummaryCount& count, Modality modality, Verdict verdict, bool is_gap) {
    brecha::Result result;
    result.verdict = verdict;
    result.is_gap = is_gap;
    count.requirement(modality, result);
}

}  // namespace

TEST_CASE("shares are rounded at four places") {
    CHECK(share(2, 17) == 0.1176);
    CHECK(share(16, 17) == 0.9412);
    CHECK(share(0, 5) == 0.0);
    CHECK(share(5, 5) == 1.0);
    CHECK(share(1, 3) == 0.3333);
    CHECK(share(2, 3) == 0.6667);
}

TEST_CASE("shares round half to even") {
    CHECK(share(1, 20'000) == 0.0);     // 0.00005
    CHECK(share(3, 20'000) == 0.0002);  // 0.00015
    CHECK(share(5, 20'000) == 0.0002);  // 0.00025
}

TEST_CASE("a share of nothing is none") { CHECK_FALSE(share(0, 0).has_value()); }

TEST_CASE("a summary counts how much could be judged and where the share met can lie") {
    // 18 requirements: 2 met, 1 not met, 14 unknown, 1 not applicable.
    brecha::report::SummaryCount count;
    for (int index = 0; index < 2; ++index) add(count, Modality::shall, Verdict::met, false);
    add(count, Modality::shall, Verdict::not_met, true);
    for (int index = 0; index < 14; ++index) add(count, Modality::should, Verdict::unknown, false);
    add(count, Modality::shall, Verdict::not_applicable, false);
    const brecha::Summary summary = count.summary();
    CHECK(summary.requirements == 18);
    CHECK(summary.met == 2);
    CHECK(summary.not_met == 1);
    CHECK(summary.unknown == 14);
    CHECK(summary.not_applicable == 1);
    CHECK(summary.gaps == 1);
    CHECK(summary.judged == 4);
    CHECK(summary.lowest == 0.1176);
    CHECK(summary.highest == 0.9412);
}

TEST_CASE("options count among the requirements, not in the shares") {
    brecha::report::SummaryCount count;
    add(count, Modality::shall, Verdict::met, false);
    add(count, Modality::may, Verdict::not_met, false);
    add(count, Modality::may, Verdict::unknown, false);
    const brecha::Summary summary = count.summary();
    CHECK(summary.requirements == 3);
    CHECK(summary.judged == 2);
    CHECK(summary.lowest == 1.0);
    CHECK(summary.highest == 1.0);
}

TEST_CASE("where nothing applies there is no share") {
    brecha::report::SummaryCount count;
    add(count, Modality::shall, Verdict::not_applicable, false);
    CHECK_FALSE(count.summary().lowest.has_value());
    CHECK_FALSE(count.summary().highest.has_value());
}
