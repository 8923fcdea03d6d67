// How a plan's procedure answers a protocol: each part of it, for every run that the procedure allows, or, of one that
// is a record, for what happened.
#pragma once

#include "assess/procedures/progress.hpp"
#include "assess/run_state.hpp"
#include "assess/trace.hpp"

#include <cstdint>

namespace brecha::assess {

/// Writes the columns of a procedure's parts: a truth a row of its frame, for each part of its protocol.
void write_parts(Run& run, std::int32_t procedure);

/// What decided a part at its row.
Step step_back_from_part(const Run& run, const Node& part);

/// Where the steps of a protocol stand in the procedure that the part at its row is of. Nothing where that is no
/// record.
std::vector<procedures::MemberProgress> progress_of(const Run& run, const Node& part);

/// Is a part not owed because it lies ahead?
bool is_ahead(const Run& run, const Node& part);

}  // namespace brecha::assess
