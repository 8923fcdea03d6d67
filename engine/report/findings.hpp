// An assessment as rows: findings, gaps, missing places, evidence, notes.
//
// Requirements in the ruleset's order, subjects by key, as the View has them. Words and texts as it has them too.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <string_view>
#include <vector>

namespace brecha::report {

/// A row a requirement and subject; with `parts`, a row a part too.
std::vector<Finding> findings_of(const View& view, bool parts);
std::vector<Gap> gaps_of(const View& view);
/// A row a missing place and part. Parts of a gap that are still open are there too.
std::vector<Missing> missing_rows_of(const View& view);
std::vector<Evidence> evidence_of(const View& view);
std::vector<Note> notes_of(const View& view);

/// Requirements that are gaps, and how many other gaps' remedies wait for each, directly or through gaps.
std::vector<std::int32_t> blocked_by(const View& view);

}  // namespace brecha::report
