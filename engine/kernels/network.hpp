// How a procedure can go: a network of maxima.
//
// A step starts when the last of those it comes after has ended, plus a wait from nothing to a longest one, and takes
// between a least and a most. A run chooses each wait and each length within its bounds. This is no simple temporal
// network: a bound on waiting is no deadline for the steps that are waited for.
//
// Times are whole numbers of one unit; who has several brings them into one first, as bounds on bounds.
#pragma once

#include "model/values.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace brecha::kernels {

using Time = model::Decimal;

/// A bound of a length as the procedure states it. Not stated: any. `low` < `high`: known within these only.
struct StatedBound {
    bool stated = false;
    Time low = 0, high = 0;
};

struct NetworkStep {
    std::vector<std::uint32_t> after;
    StatedBound wait;         // at most; the least is nothing
    StatedBound least, most;  // how long it takes
};

/// Which bound of a step.
enum class LengthBound : std::uint8_t { wait, least, most };
struct BoundOfStep {
    std::uint32_t step = 0;
    LengthBound bound = LengthBound::wait;
    bool operator==(const BoundOfStep&) const = default;
};

/// The beginning or the end of a step.
struct StepEvent {
    std::uint32_t step = 0;
    bool end = false;
};

class Network {
public:
    explicit Network(std::vector<NetworkStep> steps);

    /// The steps of a circle in `after`, each before the next, the first again at the end; empty: there is none. All
    /// below is asked only where there is none.
    const std::vector<std::uint32_t>& circle() const { return circle_; }
    /// Does the step come after the other in every run, through others too? No step comes after itself.
    bool comes_after(std::uint32_t step, std::uint32_t other) const { return before_[step][other]; }

    /// How far `later` can lie after the latest of `earlier` (less than nothing: before it), over all runs.
    /// `longest` takes what is not stated, or not exactly, at its worst, `shortest` at its best: a limit at or above
    /// the first is kept whatever is stated, one below the second broken whatever is stated. Nothing where the network
    /// has too many paths to be gone through.
    struct Distance {
        Time longest = 0, shortest = 0;
    };
    std::optional<Distance> greatest_distance(StepEvent later, std::span<const StepEvent> earlier) const;

    /// The bounds on which it turns whether that distance exceeds `limit`: of each path into the later event that
    /// exceeds it, what is not stated exactly. First what the earlier events do not depend on; where that is nothing,
    /// how long at least what leads to them takes; else what is left on the path.
    std::vector<BoundOfStep> turning_bounds(StepEvent later, std::span<const StepEvent> earlier, Time limit) const;
    /// … where all of them are stated exactly: those of such a path.
    std::vector<BoundOfStep> bounds_on_the_way(StepEvent later, std::span<const StepEvent> earlier, Time limit) const;

    /// Its run without waits in which each step takes its least length; what that is may be open.
    Network quickest() const;

private:
    using Node = std::uint32_t;  // 2 × step: its beginning; 2 × step + 1: its end
    struct Weights;
    class Paths;

    std::vector<NetworkStep> steps_;
    std::vector<std::vector<bool>> before_;           // by step: those that it comes after
    std::vector<std::vector<std::uint32_t>> direct_;  // those among its `after` that none of the others comes after
    std::vector<std::uint32_t> order_;                // each behind those that it comes after
    std::vector<std::uint32_t> circle_;

    static Node node(StepEvent event) { return event.step * 2 + (event.end ? 1 : 0); }
    void sort();
    std::vector<BoundOfStep> bounds(StepEvent later, std::span<const StepEvent> earlier, Time limit, bool all) const;
};

}  // namespace brecha::kernels
