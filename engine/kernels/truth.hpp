// The four things a cell can be.
#pragma once

#include <brecha/codes.hpp>

namespace brecha::kernels {

/// `not_owed` only where a clause says that nothing is owed; everywhere else three values, strong Kleene.
using brecha::Truth;

}  // namespace brecha::kernels
