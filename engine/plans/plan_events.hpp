// One plan's text -> cells in the tables of a Reading.
#pragma once

#include "plans/reading.hpp"

#include <optional>
#include <string_view>

namespace brecha::plans {

/// Appends the plan's rows. Gives the reason where the text cannot be read (P601); its rows are then taken back.
std::optional<grammar::Diagnostic> read_cells(Reading& reading, const PlanText& source);

}  // namespace brecha::plans
