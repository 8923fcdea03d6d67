// Numbers that one reader takes for thousands and another for a few with decimals.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brecha::model {

/// "1.000", "12,500", "1.000.000" as groups of three digits: "1000", "12500", "1000000". Nothing where it has no such
/// groups.
std::optional<std::string> thousands_of(std::string_view written);

/// A number with a point that is likely meant as thousands: groups of three digits, the last a zero, which nobody
/// writes at the end of decimals: 1.000, 12.500, but not 12.345 or 0.500.
bool may_be_thousands(std::string_view written);

}  // namespace brecha::model
