// A program run over a batch of plans: every column of every frame, kept for whoever asks why.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "model/ruleset.hpp"
#include "plans/plans.hpp"
#include "program/program.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace brecha::assess {

struct RunOptions {
    model::Day as_of = 0;
    std::optional<model::Day> facts_since = {};  // statements from before count as missing
    /// Values set from outside, by parameter index: constants as model::Parameter::value has them.
    std::map<std::uint32_t, model::Expression> parameters;
    std::size_t greatest_row_count = 50'000'000;  // of one frame
};

struct Run;  // see run_state.hpp; opaque to whoever only asks an Assessment

struct RunResult {
    std::shared_ptr<const Run> run;                // null where a limit was reached
    std::vector<grammar::Diagnostic> diagnostics;  // B951: a frame would have more rows than the limit
};

/// Linear in rows × operations. Deterministic: nothing depends on threads, addresses or hashes.
RunResult run(std::shared_ptr<const program::Program> program, std::shared_ptr<const plans::Plans> plans,
              const RunOptions& options);

}  // namespace brecha::assess
