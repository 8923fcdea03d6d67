// How a plan's procedure answers a protocol: each part of it, for every run that the procedure allows, or, of one that
// is a record, for what happened.
#pragma once

#include "assess/run_state.hpp"
#include "assess/trace.hpp"

#include <cstdint>

namespace brecha::assess {

/// Writes the columns of a procedure's parts: a truth a row of its frame, for each part of its protocol.
void write_parts(Run& run, std::int32_t procedure);

/// What decided a part at its row.
Step step_back_from_part(const Run& run, const Node& part);

}  // namespace brecha::assess
