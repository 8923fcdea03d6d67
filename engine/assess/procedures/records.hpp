// A part of a protocol that asks for times, in the record of a procedure: by what happened.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// Has it not taken longer than it may? `lasts` asks that, and that it took long enough.
Decision lasted_at_most(const Procedure& procedure, const ProtocolPart& part);
Decision recorded(const Procedure& procedure, const ProtocolPart& part);

}  // namespace brecha::assess::procedures
