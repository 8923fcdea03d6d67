#include "kernels/network.hpp"

#include <algorithm>

namespace brecha::kernels {

namespace {

/// Longer than all that is stated, and short enough that as many as there are steps can be added up.
constexpr Time unbounded = Time(1) << 90;
constexpr Time never = -(Time(1) << 120);
constexpr std::size_t greatest_path_count = 20'000;

bool exact(const StatedBound& bound) { return bound.stated && bound.low == bound.high; }

}  // namespace

/// What a node adds: where it lies on the path that is taken at its longest, and elsewhere.
struct Network::Weights {
    std::vector<Time> on, off;

    /// `worst`: what is not stated exactly is such that the distance is greatest.
    Weights(const std::vector<NetworkStep>& steps, bool worst) : on(steps.size() * 2), off(on.size()) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const NetworkStep& step = steps[i];
            const Time least = step.least.stated ? step.least.low : 0;
            on[2 * i] = !step.wait.stated ? (worst ? unbounded : 0) : worst ? step.wait.high : step.wait.low;
            off[2 * i] = 0;
            if (worst) {
                on[2 * i + 1] = std::max(least, step.most.stated ? step.most.high : unbounded);
                off[2 * i + 1] = least;
            } else {
                // What is not stated can be stated so that it takes one length alone; before the earlier event a long
                // one.
                on[2 * i + 1] = std::max(least, step.most.stated ? step.most.low : 0);
                off[2 * i + 1] = step.least.stated ? step.least.high : step.most.stated ? step.most.high : unbounded;
            }
        }
    }
};

Network::Network(std::vector<NetworkStep> steps) : steps_(std::move(steps)) { sort(); }

void Network::sort() {
    const auto count = static_cast<std::uint32_t>(steps_.size());
    enum class State : std::uint8_t { fresh, open, done };
    std::vector<State> states(count, State::fresh);
    struct Level {
        std::uint32_t step;
        std::size_t next;
    };
    for (std::uint32_t start = 0; start < count && circle_.empty(); ++start) {
        if (states[start] != State::fresh) continue;
        std::vector<Level> path = {{start, 0}};
        states[start] = State::open;
        while (!path.empty() && circle_.empty()) {
            Level& level = path.back();
            const std::vector<std::uint32_t>& after = steps_[level.step].after;
            if (level.next == after.size()) {
                states[level.step] = State::done;
                order_.push_back(level.step);
                path.pop_back();
                continue;
            }
            const std::uint32_t other = after[level.next++];
            if (states[other] == State::fresh) {
                states[other] = State::open;
                path.push_back({other, 0});
            } else if (states[other] == State::open) {
                // Each step of the path comes after the next one.
                circle_.push_back(other);
                for (auto at = path.rbegin(); at != path.rend() && at->step != other; ++at) circle_.push_back(at->step);
                circle_.push_back(other);
            }
        }
    }
    before_.assign(count, std::vector<bool>(count, false));
    direct_.resize(count);
    if (!circle_.empty()) return;
    for (const std::uint32_t step : order_)
        for (const std::uint32_t other : steps_[step].after) {
            before_[step][other] = true;
            for (std::uint32_t i = 0; i < count; ++i)
                if (before_[other][i]) before_[step][i] = true;
        }
    // Who waits for the last of several waits for those before it anyway.
    for (std::uint32_t step = 0; step < count; ++step)
        for (const std::uint32_t other : steps_[step].after) {
            const auto& after = steps_[step].after;
            const bool implied =
                std::any_of(after.begin(), after.end(), [&](std::uint32_t further) { return before_[further][other]; });
            if (!implied && std::find(direct_[step].begin(), direct_[step].end(), other) == direct_[step].end())
                direct_[step].push_back(other);
        }
}

/// Goes through the paths into a later event. What the earlier events do not depend on adds up by itself; only how far
/// a path runs through what they depend on must be tried out.
class Network::Paths {
public:
    Paths(const Network& network, StepEvent later, std::span<const StepEvent> earlier)
        : network_(network), nodes_(network.steps_.size() * 2), later_(node(later)), leads_to_earlier_(nodes_, false) {
        for (const std::uint32_t step : network.order_) {
            sorted_.push_back(step * 2);
            sorted_.push_back(step * 2 + 1);
        }
        for (const StepEvent& one : earlier) {
            earlier_.push_back(node(one));
            leads_to_earlier_[node(one)] = true;
        }
        for (auto at = sorted_.rbegin(); at != sorted_.rend(); ++at)
            if (leads_to_earlier_[*at])
                for (const Node before : before(*at)) leads_to_earlier_[before] = true;
    }

    /// For each path: how far the later event lies behind, and what it runs through: `through` (nodes that lead to the
    /// earlier events, in order backwards), then `further` (a node of the rest, for each the greatest distance of a
    /// path through it). False where there are too many.
    template <typename See>
    bool each(const Weights& weights, See see) {
        // the rest of a path from a node to the later event, without what leads to the earlier ones
        std::vector<Time> rest(nodes_, never);
        rest[later_] = 0;
        for (auto at = sorted_.rbegin(); at != sorted_.rend(); ++at) {
            if (rest[*at] == never || leads_to_earlier_[*at]) continue;
            for (const Node before : before(*at)) rest[before] = std::max(rest[before], rest[*at] + weights.on[*at]);
        }
        rest_ = std::move(rest);
        count_ = 0;
        // A path that meets nothing that leads to the earlier events.
        for (const Node first : sorted_)
            if (rest_[first] != never && !leads_to_earlier_[first] && before(first).empty()) {
                std::vector<Node> nothing;
                if (!count()) return false;
                see(rest_[first] + weights.on[first] - earliest(weights, nothing), nothing, first);
            }
        for (const Node last : sorted_) {
            if (rest_[last] == never || !leads_to_earlier_[last]) continue;
            // The one earlier event itself: the path before it delays both alike.
            if (earlier_.size() == 1 && last == earlier_.front()) {
                std::vector<Node> itself = {last};
                see(rest_[last], itself, last);
                continue;
            }
            if (!walk_back(weights, last, see)) return false;
        }
        return true;
    }

    bool leads_to_earlier(Node one) const { return leads_to_earlier_[one]; }
    const std::vector<Node>& sorted() const { return sorted_; }
    /// How long the path is from behind a node to the later event; of the last weights that were gone through.
    Time rest(Node from) const { return rest_[from]; }

    /// The nodes behind `from` on some longest or other path to the later event whose length is more than `than`.
    std::vector<Node> longer_than(const Weights& weights, Node from, Time than) const {
        std::vector<Time> reached(nodes_, never);
        reached[from] = 0;
        std::vector<Node> found;
        for (const Node one : sorted_) {
            if (one == from || leads_to_earlier_[one] || rest_[one] == never) continue;
            for (const Node before : before(one))
                if (reached[before] != never) reached[one] = std::max(reached[one], reached[before] + weights.on[one]);
            if (reached[one] != never && reached[one] + rest_[one] > than) found.push_back(one);
        }
        return found;
    }

private:
    const Network& network_;
    std::size_t nodes_;
    Node later_;
    std::vector<Node> earlier_, sorted_;
    std::vector<bool> leads_to_earlier_;
    std::vector<Time> rest_;
    std::size_t count_ = 0;

    bool count() { return ++count_ <= greatest_path_count; }

    std::vector<Node> before(Node one) const {
        if (one % 2 != 0) return {one - 1};
        std::vector<Node> nodes;
        for (const std::uint32_t step : network_.direct_[one / 2]) nodes.push_back(step * 2 + 1);
        return nodes;
    }

    /// When the latest of the earlier events is, with the path at its longest and all else at its shortest.
    Time earliest(const Weights& weights, const std::vector<Node>& path) const {
        std::vector<Time> times(nodes_, 0);
        std::vector<bool> on(nodes_, false);
        for (const Node one : path) on[one] = true;
        Time latest = 0;
        for (const Node one : sorted_) {
            if (!leads_to_earlier_[one]) continue;
            Time start = 0;
            for (const Node before : before(one)) start = std::max(start, times[before]);
            times[one] = start + (on[one] ? weights.on[one] : weights.off[one]);
        }
        for (std::size_t i = 0; i < earlier_.size(); ++i)
            latest = i == 0 ? times[earlier_[i]] : std::max(latest, times[earlier_[i]]);
        return latest;
    }

    /// All paths that reach `last` through what leads to the earlier events.
    template <typename See>
    bool walk_back(const Weights& weights, Node last, See& see) {
        struct Level {
            std::vector<Node> nodes;
            std::size_t next = 0;
        };
        std::vector<Node> path = {last};
        std::vector<Level> levels = {{before(last)}};
        Time length = weights.on[last];
        const auto leave = [&] {
            length -= weights.on[path.back()];
            path.pop_back();
            levels.pop_back();
        };
        while (!levels.empty()) {
            Level& level = levels.back();
            if (level.nodes.empty() && level.next == 0) {
                if (!count()) return false;
                see(length + rest_[last] - earliest(weights, path), path, last);
                leave();
                continue;
            }
            if (level.next == level.nodes.size()) {
                leave();
                continue;
            }
            const Node one = level.nodes[level.next++];
            path.push_back(one);
            length += weights.on[one];
            levels.push_back({before(one)});
        }
        return true;
    }
};

Network Network::quickest() const {
    std::vector<NetworkStep> steps = steps_;
    for (NetworkStep& one : steps) {
        one.wait = {true, 0, 0};
        if (one.least.stated) one.most = one.least;
    }
    return Network(std::move(steps));
}

std::optional<Network::Distance> Network::greatest_distance(StepEvent later, std::span<const StepEvent> earlier) const {
    Distance distance{never, never};
    Paths paths(*this, later, earlier);
    for (const bool worst : {true, false}) {
        Time& greatest = worst ? distance.longest : distance.shortest;
        const auto see = [&](Time length, const std::vector<Node>&, Node) { greatest = std::max(greatest, length); };
        if (!paths.each(Weights(steps_, worst), see)) return std::nullopt;
    }
    return distance;
}

std::vector<BoundOfStep> Network::turning_bounds(StepEvent later, std::span<const StepEvent> earlier,
                                                 Time limit) const {
    return bounds(later, earlier, limit, false);
}

std::vector<BoundOfStep> Network::bounds_on_the_way(StepEvent later, std::span<const StepEvent> earlier,
                                                    Time limit) const {
    return bounds(later, earlier, limit, true);
}

std::vector<BoundOfStep> Network::bounds(StepEvent later, std::span<const StepEvent> earlier, Time limit,
                                         bool all) const {
    std::vector<BoundOfStep> found;
    const auto add = [&](std::uint32_t step, LengthBound bound) {
        const StatedBound& stated = bound == LengthBound::wait    ? steps_[step].wait
                                    : bound == LengthBound::least ? steps_[step].least
                                                                  : steps_[step].most;
        if (all ? !stated.stated : exact(stated)) return false;
        const BoundOfStep one{step, bound};
        if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
        return true;
    };
    const auto at_most = [&](Node one) { return add(one / 2, one % 2 == 0 ? LengthBound::wait : LengthBound::most); };
    Paths paths(*this, later, earlier);
    const Weights weights(steps_, true);
    paths.each(weights, [&](Time distance, const std::vector<Node>& path, Node last) {
        if (distance <= limit) return;
        bool any = false;
        // What lies behind the last node that leads to the earlier events; of a path without one, its first too.
        const bool free = path.empty();
        if (free) any = at_most(last);
        // The path is longer than the limit by `distance - limit`; behind `last` it may be as much shorter.
        for (const Node one : paths.longer_than(weights, last, paths.rest(last) - (distance - limit)))
            any = at_most(one) || any;
        if (any && !all) return;
        const bool through_itself = path.size() == 1 && earlier.size() == 1 && path.front() == node(earlier.front());
        if (through_itself) return;
        for (const Node one : paths.sorted())
            if (one % 2 != 0 && paths.leads_to_earlier(one) && std::find(path.begin(), path.end(), one) == path.end())
                any = add(one / 2, LengthBound::least) || any;
        if (any && !all) return;
        for (const Node one : path) at_most(one);
    });
    std::sort(found.begin(), found.end(), [](const BoundOfStep& one, const BoundOfStep& other) {
        return one.step != other.step ? one.step < other.step : one.bound < other.bound;
    });
    return found;
}

}  // namespace brecha::kernels
