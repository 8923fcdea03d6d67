// An assessment as rows: findings, gaps, missing places, evidence.
//
// Requirements in the ruleset's order, subjects by key, as the View has them. Words and texts as it has them too. Rows
// that stand in the View are handed out as they are there; those by part and those of gaps are made from them.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <vector>

namespace brecha::report {

/// A row a requirement and subject.
std::vector<const Finding*> findings_of(const View& view);
/// A row a requirement, subject and part.
std::vector<Finding> parts_of(const View& view);
/// Those of one finding.
std::vector<Finding> parts_of(const RequirementInfo& requirement, const FindingView& finding, Language language);
std::vector<Gap> gaps_of(const View& view);
/// That of one finding; `blocks`: of its requirement, see blocked_by.
Gap gap_of(const RequirementView& requirement, const FindingView& finding, std::int32_t blocks);
/// A row a missing place and part. Parts of a gap that are still open are there too.
std::vector<const Missing*> missing_rows_of(const View& view);
std::vector<const Evidence*> evidence_of(const View& view);

/// Requirements that are gaps, and how many other gaps' remedies wait for each, directly or through gaps.
std::vector<std::int32_t> blocked_by(const View& view);

/// Copies of rows, for a host.
template <typename Row>
std::vector<Row> copies_of(const std::vector<const Row*>& rows) {
    std::vector<Row> copies;
    copies.reserve(rows.size());
    for (const Row* row : rows) copies.push_back(*row);
    return copies;
}

}  // namespace brecha::report
