// How requirements refer to each other: remedies that wait (`after`) and verdicts that depend on verdicts. Neither goes
// in a ring.
#pragma once

#include "model/checking/requirements.hpp"

#include <cstdint>
#include <vector>

namespace brecha::model {

/// Fills Requirement::after.
void resolve_after(const Requirements& requirements, Environment& environment);
void check_verdicts(const Requirements& requirements, Environment& environment);

/// Adds the requirements whose verdicts `expression` reads, by itself or through definitions; `definitions` says which
/// have been looked at.
void verdicts_in(const Expression& expression, const Ruleset& ruleset, std::vector<std::uint32_t>& found,
                 std::vector<std::uint8_t>& definitions);

}  // namespace brecha::model
