// A program run over a batch of plans: every column of every frame, kept for whoever asks why.
#pragma once

#include "limits/reached.hpp"
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
    std::size_t greatest_row_count = 50'000'000;     // of one frame
    std::size_t greatest_finding_count = 1'000'000;  // of one plan
};

struct Run;  // see run_state.hpp; opaque to whoever only asks an Assessment

struct RunResult {
    std::shared_ptr<const Run> run;  // null where a limit was reached
    std::optional<limits::Reached> reached;
};

/// Says of a limit that was reached which rule was being carried out, unless that is said already.
void tell_rule(limits::Reached& reached, const model::Ruleset& ruleset, std::uint16_t file, grammar::Span span);
/// Does some work for a requirement, and says so of a limit that is reached meanwhile.
template <typename Work>
decltype(auto) in_rule(const model::Ruleset& ruleset, const model::Requirement& requirement, const Work& work) {
    try {
        return work();
    } catch (limits::Reached& reached) {
        tell_rule(reached, ruleset, requirement.file, requirement.span);
        throw;
    }
}
/// What is said of it.
grammar::Diagnostic said_of(const limits::Reached& reached);

/// Looks at the limits in force (limits/watch.hpp); memory that a frame takes is told before it is opened. Linear in
/// rows × operations. Deterministic: nothing depends on threads, addresses or hashes.
RunResult run(std::shared_ptr<const program::Program> program, std::shared_ptr<const plans::Plans> plans,
              const RunOptions& options);

}  // namespace brecha::assess
