// Whether what a protocol names is there in a run of a procedure.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// Does a step of the run do it?
Decision there(const Procedure& procedure, std::int32_t member, std::uint32_t cases);

/// What keeps a part from being looked at: that something of what it names is not there, or not known to be. Where one
/// of several is enough, all of them.
std::optional<Decision> lacks(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases);

/// Of what holds for all steps that are given, where there may be more.
Decision for_all(const Procedure& procedure, Decision one);

/// Of what fails, where a further step could mend it.
Decision mendable(const Procedure& procedure, Decision one);

}  // namespace brecha::assess::procedures
