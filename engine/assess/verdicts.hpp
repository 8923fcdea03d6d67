// The verdicts of a whole batch at once, without findings: for who has many plans and asks for counts first.
//
// The same cells and the same rule as in leaves.hpp, folded column by column: for each requirement a bit a plan says
// whether some cell holds, fails or is unknown, and these three give the verdict.
#pragma once

#include "assess/run.hpp"
#include "assess/verdict.hpp"

#include <cstddef>

namespace brecha::assess {

/// Writes the verdicts of a program for verdicts alone: of requirement r from verdicts + r * stride on, one a plan of
/// the run's batch, in the batch's order. Linear in the rows of its frames; a requirement that looks at no list costs a
/// few operations a word of 64 plans.
void write_verdicts(const Run& run, Verdict* verdicts, std::size_t stride);

}  // namespace brecha::assess
