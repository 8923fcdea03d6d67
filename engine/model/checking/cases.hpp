// `tests for` blocks: what they expect must exist, and what a case needs must be stated.
#pragma once

#include "model/checking/environment.hpp"

#include <vector>

namespace brecha::model {

/// Those of the ruleset that is meant; of others only that they are there.
std::vector<TestSuite> read_cases(const Assembly& assembly, Environment& environment);

}  // namespace brecha::model
