// The parts of a protocol, over all runs of a procedure.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// In the order of Protocol::parts.
std::vector<Decision> decide(const Procedure& procedure);

}  // namespace brecha::assess::procedures
