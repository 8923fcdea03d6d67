// How long the steps of a procedure take as it is planned, and how far apart they can lie.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// Parts of a protocol, in a run. `own`: the steps that do what the part is about.
Decision every(const Procedure& procedure, const ProtocolPart& part, const Steps& own);
Decision within(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision at_least(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision lasts(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision limit(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);

}  // namespace brecha::assess::procedures
