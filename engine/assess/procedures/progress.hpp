// Where each step of a protocol stands on the day of the assessment, in a procedure that is a record: what has been,
// what comes next, and by when.
//
// Days are bounds over all that can still happen: no step before what it waits for and before the day of the
// assessment, each as short as the protocol lets it be for the earliest, as late as its limits leave for the latest.
#pragma once

#include "assess/procedures/decision.hpp"
#include "assess/procedures/procedure.hpp"

#include <brecha/codes.hpp>

#include <optional>
#include <vector>

namespace brecha::assess::procedures {

struct MemberProgress {
    std::int32_t member = -1;  // Protocol::members
    StepState state = StepState::waiting;
    std::vector<std::uint32_t> items, agencies;        // rows of their entities: the steps that do it, who takes them
    std::optional<model::Day> began, ended;            // where they are known to the day
    std::optional<model::Day> begins_from, begins_by;  // of what has not begun
    std::optional<model::Day> ends_from, ends_by;
    std::vector<std::int32_t> waits_for;  // members that are not done
    std::vector<std::size_t> broken;      // parts that fail
};

/// Of the members in their order; without what nobody has to do and nobody does. `decisions`: of the parts, see
/// decide().
std::vector<MemberProgress> progress(const Procedure& procedure, const std::vector<Decision>& decisions);

}  // namespace brecha::assess::procedures
