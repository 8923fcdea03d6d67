// The four things a cell can be.
#pragma once

#include <cstdint>

namespace brecha::kernels {

/// `not_owed` only where a clause says that nothing is owed; everywhere else three values, strong Kleene.
enum class Truth : std::uint8_t { unknown, holds, fails, not_owed };

}  // namespace brecha::kernels
