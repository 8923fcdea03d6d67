// The verdicts of a whole batch at once, without findings: for who has many plans and asks for counts first.
//
// The same cells and the same rule as in leaves.hpp, folded column by column: for each requirement a bit a plan says
// whether some cell holds, fails or is unknown, and these three give the verdict.
#pragma once

#include "assess/run.hpp"
#include "assess/verdict.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace brecha::assess {

/// Bits of one requirement, 64 plans an entry; where none is set the requirement does not apply. Beyond the last plan
/// bits are 0.
using VerdictPlanes = std::vector<VerdictBits>;

/// The same, a verdict a plan; writes as many as there is room for.
void write_verdicts(const VerdictPlanes& planes, std::span<Verdict> verdicts);

/// By requirement. Linear in the rows of the frames; flat requirements cost a few operations a word of 64 plans.
std::vector<VerdictPlanes> verdict_planes(const Run& run);

}  // namespace brecha::assess
