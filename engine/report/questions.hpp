// The questions that settle most: what to ask next of who answers for the plan.
//
// In comes a View, out go questions in the order to ask them. Each is the one that, together with those above, settles
// most findings; among equals the one that brings most findings nearest to being settled, then the one that may show
// more gaps, then the one that the ruleset reads first. A finding is settled once all places that keep it open are
// answered. One whose `after` is itself open waits: its places count only when what comes before is settled.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <cstddef>
#include <vector>

namespace brecha::report {

/// `most` 0: all. O(questions × places missing).
std::vector<Question> questions_of(const View& view, std::size_t most = 0);

}  // namespace brecha::report
