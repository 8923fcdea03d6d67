// A part of a protocol, over all runs of a procedure.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

Decision decide(const Procedure& procedure, const ProtocolPart& part);

}  // namespace brecha::assess::procedures
