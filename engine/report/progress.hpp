// Where the steps of protocols stand, as rows.
#pragma once

#include <brecha/brecha.hpp>

#include "assess/assessment.hpp"

#include <functional>
#include <vector>

namespace brecha::report {

/// Of the requirements that are `wanted`, in the ruleset's order: each procedure that is a record, step by step.
std::vector<StepProgress> progress_of(const assess::Assessment& assessment, Language language,
                                      const std::function<bool(const model::Requirement&)>& wanted);

}  // namespace brecha::report
