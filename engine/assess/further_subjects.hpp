// Does a subject of a requirement contain an item, or may what is open still bring one that does?
#pragma once

#include "assess/leaves.hpp"
#include "assess/run_state.hpp"

#include <cstdint>
#include <vector>

namespace brecha::assess {

/// An item that a verdict is asked for.
struct AskedItem {
    std::int32_t entity = -1;
    std::int64_t row = -1;  // of the entity's table
};

enum class Concerns : std::uint8_t {
    no,
    yes,     // one of the leaf's items is the item, or lies in it
    perhaps  // none is, but what is open at the leaf may bring a subject of which one is
};

/// New items are never the item that is asked for, and the list in which it stands brings no second one; references may
/// be to any.
Concerns concerns(const Run& run, std::uint32_t requirement, const Leaf& leaf, const AskedItem& item);

/// The levels whose item is not known and may be the one asked for.
std::vector<std::size_t> levels_in_doubt(const Run& run, std::uint32_t requirement, const Leaf& leaf,
                                         const AskedItem& item);

}  // namespace brecha::assess
