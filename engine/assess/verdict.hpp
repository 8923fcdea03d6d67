// From cells to a verdict, and what is a gap: the only place where it stands, for one plan's counts and for 64 plans'
// bits.
#pragma once

#include <brecha/codes.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace brecha::assess {

/// Cells counted together.
struct Count {
    std::int32_t holds = 0, fails = 0, unknown = 0, not_owed = 0;

    constexpr void add(Truth truth) {
        switch (truth) {
            case Truth::holds: ++holds; break;
            case Truth::fails: ++fails; break;
            case Truth::unknown: ++unknown; break;
            case Truth::not_owed: ++not_owed; break;
        }
    }
};

/// Not owed drops out; then some fail: partly_met if some hold, else not_met; else unknown if some are; else met.
constexpr Verdict verdict_of(const Count& count) {
    if (count.fails > 0) return count.holds > 0 ? Verdict::partly_met : Verdict::not_met;
    if (count.unknown > 0) return Verdict::unknown;
    return count.holds > 0 ? Verdict::met : Verdict::not_applicable;
}

/// The same for one cell alone.
constexpr Verdict verdict_of(Truth truth) {
    Count count;
    count.add(truth);
    return verdict_of(count);
}

/// The same for 64 plans at once, a plan a bit: does some cell of it hold, fail, is some unknown? No bit set:
/// not_applicable.
struct CellBits {
    std::uint64_t holds = 0, fails = 0, unknown = 0;
};
struct VerdictBits {
    std::uint64_t met = 0, partly_met = 0, not_met = 0, unknown = 0;
};
constexpr VerdictBits verdicts_of(CellBits cells) {
    VerdictBits verdicts;
    verdicts.partly_met = cells.fails & cells.holds;
    verdicts.not_met = cells.fails & ~cells.holds;
    verdicts.unknown = cells.unknown & ~cells.fails;
    verdicts.met = cells.holds & ~cells.fails & ~cells.unknown;
    return verdicts;
}

/// Of the first of them alone.
constexpr Verdict verdict_of_first(CellBits cells) {
    constexpr auto verdicts = [] {
        std::array<Verdict, 8> found{};
        for (std::size_t bits = 0; bits < found.size(); ++bits)
            found[bits] = verdict_of({.holds = static_cast<std::int32_t>(bits & 1),
                                      .fails = static_cast<std::int32_t>(bits >> 1 & 1),
                                      .unknown = static_cast<std::int32_t>(bits >> 2)});
        return found;
    }();
    return verdicts[(cells.holds & 1) | (cells.fails & 1) << 1 | (cells.unknown & 1) << 2];
}

/// What a verdict says as if it were one cell's.
constexpr Truth truth_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return Truth::holds;
        case Verdict::partly_met:
        case Verdict::not_met: return Truth::fails;
        case Verdict::unknown: return Truth::unknown;
        case Verdict::not_applicable: return Truth::not_owed;
    }
    return Truth::unknown;
}

constexpr bool is_gap(Modality modality, Verdict verdict) {
    return modality != Modality::may && (verdict == Verdict::partly_met || verdict == Verdict::not_met);
}

/// Counts, verdict and gap of cells; the reason is left to whoever knows it. `may_fail`: some cell fails, or some
/// answer makes one fail. `waived`: a waiver lies over the requirement.
constexpr Result result_of(const Count& count, Modality modality, bool may_fail, bool waived) {
    Result result;
    result.verdict = verdict_of(count);
    result.waived = waived;
    result.is_gap = is_gap(modality, result.verdict) && !waived;
    result.may_be_gap = modality != Modality::may && !waived && (result.is_gap || may_fail);
    result.holds = count.holds;
    result.fails = count.fails;
    result.unknown = count.unknown;
    return result;
}

}  // namespace brecha::assess
