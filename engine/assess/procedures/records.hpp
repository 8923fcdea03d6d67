// A part of a protocol that asks for times, in the record of a procedure: by what happened.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

Decision recorded(const Procedure& procedure, const ProtocolPart& part);

}  // namespace brecha::assess::procedures
