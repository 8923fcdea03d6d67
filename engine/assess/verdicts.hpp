// The verdicts of a whole batch at once, without findings: for who has many plans and asks for counts first.
//
// The same cells and the same rule as in leaves.hpp, folded column by column: for each requirement a bit a plan says
// whether some cell holds, fails or is unknown, and these three give the verdict.
#pragma once

#include "assess/run.hpp"
#include "assess/verdict.hpp"

#include <cstddef>
#include <memory>

namespace brecha::assess {

/// Carries out a program for verdicts alone over a batch of plans, and writes: of requirement r from verdicts +
/// r * stride on, one a plan, in the batch's order. Throws limits::Reached. Linear in the rows of its frames; a
/// requirement that looks at no list costs a few operations a word of 64 plans, and where all of them are such, what
/// plans state is read where it stands.
void write_verdicts(const std::shared_ptr<const program::Program>& program,
                    const std::shared_ptr<const plans::Plans>& plans, const RunOptions& options, Verdict* verdicts,
                    std::size_t stride);

}  // namespace brecha::assess
