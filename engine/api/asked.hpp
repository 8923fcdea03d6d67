// The options of an assessment, checked.
#pragma once

#include <brecha/brecha.hpp>

#include "api/state.hpp"
#include "assess/run.hpp"

#include <memory>
#include <vector>

namespace brecha {

/// What a run takes, and what reports show of it.
struct Asked {
    assess::RunOptions run;
    std::shared_ptr<const Assessment::State::Parameters> parameters;  // all that have a value
    std::vector<Diagnostic> wrong;
};
Asked asked_of(const model::Ruleset& ruleset, const AssessOptions& options);

}  // namespace brecha
