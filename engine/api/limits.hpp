// The limits of a call, as a host sets them -> as the engine watches them.
#pragma once

#include <brecha/brecha.hpp>

#include "limits/watch.hpp"

#include <vector>

namespace brecha {

struct Stop::State : limits::StopState {};

/// Throws std::invalid_argument for one that is greater than it can be.
limits::Allowed allowed_by(const Limits& limits);

/// What a host is told of a limit that was reached.
std::vector<Diagnostic> said_of(const limits::Reached& reached);

}  // namespace brecha
