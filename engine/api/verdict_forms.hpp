// The two forms in which the verdicts of many plans are given: a byte each, or three bits each.
#pragma once

#include "api/large_memory.hpp"
#include "assess/verdicts.hpp"
#include "limits/watch.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace brecha {

/// Makes room in `verdicts`, whose plans and requirements are set.
inline void lay_out(Verdicts& verdicts) {
    const std::size_t size = verdicts.requirements.size() * verdicts.plans;
    limits::take(size);
    verdicts.values.resize(size);
    use_large_pages(verdicts.values.data(), size);
}
inline void lay_out(VerdictPlanes& verdicts) {
    const std::size_t size = verdicts.requirements.size() * 3 * verdicts.words();
    limits::take(size * sizeof(std::uint64_t));
    verdicts.bits.resize(size);
}

/// Where those of a batch go whose first plan is plan `first`.
inline assess::VerdictBytes from(Verdicts& verdicts, std::size_t first) {
    return {verdicts.values.data() + first, verdicts.plans};
}
inline assess::VerdictWords from(VerdictPlanes& verdicts, std::size_t first) {
    return {verdicts.bits.data(), verdicts.words(), first};
}

inline void put(Verdicts& verdicts, std::size_t plan, std::size_t requirement, Verdict verdict) {
    verdicts.values[requirement * verdicts.plans + plan] = verdict;
}
/// `code`: a verdict's, or 7.
inline void put(VerdictPlanes& verdicts, std::size_t plan, std::size_t requirement, unsigned code) {
    const std::uint64_t bit = std::uint64_t(1) << plan % 64;
    for (unsigned plane = 0; plane < 3; ++plane) {
        std::uint64_t& word = verdicts.bits[(requirement * 3 + plane) * verdicts.words() + plan / 64];
        word = (code >> plane & 1) != 0 ? word | bit : word & ~bit;
    }
}
inline void put(VerdictPlanes& verdicts, std::size_t plan, std::size_t requirement, Verdict verdict) {
    put(verdicts, plan, requirement, static_cast<unsigned>(verdict));
}

}  // namespace brecha
