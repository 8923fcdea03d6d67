// The verdicts of a whole batch at once, without findings: for who has many plans and asks for counts first.
//
// The same cells and the same rule as in leaves.hpp, folded column by column: for each requirement a bit a plan says
// whether some cell holds, fails or is unknown, and these three give the verdict.
#pragma once

#include "assess/run.hpp"
#include "assess/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace brecha::assess {

/// Where verdicts go, a byte each: of requirement r from first + r * stride on, one a plan.
struct VerdictBytes {
    Verdict* first;
    std::size_t stride;
};
/// Or three bits each, as VerdictPlanes has them: plan p of the batch is bit first + p. All of it must be 0 before.
struct VerdictWords {
    std::uint64_t* bits;
    std::size_t words;
    std::size_t first;
};

/// Carries out a program for verdicts alone over a batch of plans, and writes, in the batch's order. Throws
/// limits::Reached. Linear in the rows of its frames; a requirement that looks at no list costs a few operations a word
/// of 64 plans, and where all of them are such, what plans state is read where it stands.
void write_verdicts(const std::shared_ptr<const program::Program>& program,
                    const std::shared_ptr<const plans::Plans>& plans, const RunOptions& options,
                    const VerdictBytes& to);
void write_verdicts(const std::shared_ptr<const program::Program>& program,
                    const std::shared_ptr<const plans::Plans>& plans, const RunOptions& options,
                    const VerdictWords& to);

}  // namespace brecha::assess
