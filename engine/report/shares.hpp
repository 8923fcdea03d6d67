// Shares of requirements or parts, as an interval from the worst to the best completion of the plan.
#pragma once

#include <cstdint>
#include <optional>

namespace brecha::report {

/// part ÷ whole, at four places, half to even; nothing where `whole` is 0. Both at least 0.
std::optional<double> share(std::int64_t part, std::int64_t whole);

}  // namespace brecha::report
