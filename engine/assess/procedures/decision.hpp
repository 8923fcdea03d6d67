// What a part of a protocol comes to.
#pragma once

#include "assess/trace.hpp"

namespace brecha::assess::procedures {

using kernels::Truth;

/// A truth, and what it turns on.
struct Decision {
    Truth truth = Truth::unknown;
    std::vector<Node> nodes = {};
    std::optional<plans::Why> known_but = {};  // what is there, and does not decide
    std::optional<std::string> due = {};
    bool not_yet = false;  // not owed for it lies ahead
};

inline Decision decided(Truth truth) { return {truth}; }

/// One more decision on the same: one that fails decides; else one that is open; else one that holds; else nothing is
/// owed.
void add(Decision& all, Decision one);

}  // namespace brecha::assess::procedures
