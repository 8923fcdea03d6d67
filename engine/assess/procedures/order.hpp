// What comes after what in a procedure as it is planned.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// Parts of a protocol, in a run. `own`: the steps that do what the part is about.
Decision after(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision before(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision during(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases);
Decision never(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases);

/// Fails where a run has steps that wait for each other, or a step's least length is above its greatest.
Decision can_be_carried_out(const Procedure& procedure);

}  // namespace brecha::assess::procedures
