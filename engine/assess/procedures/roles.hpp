// Who does what in a procedure.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// Each step is taken in the role, by an agency.
Decision by(const Procedure& procedure, const ProtocolPart& part, const Steps& own);

/// It hands over to who fills the role.
Decision to(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);

/// Two roles are filled by different agencies, over all runs.
Decision separate(const Procedure& procedure, const ProtocolPart& part);

}  // namespace brecha::assess::procedures
