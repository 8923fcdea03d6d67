#include "assess/procedures/lengths.hpp"

#include "assess/procedures/presence.hpp"

#include <algorithm>
#include <tuple>

namespace brecha::assess::procedures {

using kernels::LengthBound;
using kernels::Network;
using kernels::StepEvent;

namespace {

std::vector<Node> nodes_of(const Procedure& procedure, const std::vector<kernels::BoundOfStep>& bounds) {
    std::vector<Node> nodes;
    for (const kernels::BoundOfStep& one : bounds)
        nodes.push_back(procedure.node(one.bound == LengthBound::wait    ? StepField::waits_at_most
                                       : one.bound == LengthBound::least ? StepField::takes_at_least
                                                                         : StepField::takes_at_most,
                                       one.step));
    return nodes;
}

/// What a limit is counted in: its own unit, months only where the steps state months alone.
DurationKind unit_of(const Procedure& procedure, std::int64_t limit, const Steps& concerned) {
    const DurationKind unit = model::duration_kind(limit);
    if (unit != DurationKind::calendar) return unit;
    for (const std::uint32_t i : concerned)
        for (const auto* length : {&procedure.steps[i].wait, &procedure.steps[i].least, &procedure.steps[i].most})
            if (length->known())
                for (const std::int64_t end : {length->low, length->high})
                    if (end != plans::integer_greatest && end != plans::integer_least &&
                        model::duration_amount(end) != 0 && model::duration_kind(end) != DurationKind::calendar)
                        return DurationKind::exact;
    return unit;
}

/// `later` lies at most the limit after the latest of `earlier`; `before`: at least so long before it.
Decision at_most(const Procedure& procedure, StepEvent later, std::vector<StepEvent> earlier, std::int32_t id,
                 bool before, std::uint32_t cases) {
    const auto limit = procedure.span(id);
    if (!limit.known()) return {Truth::unknown, {procedure.span_node(id)}};
    const Network& order = procedure.order(cases);
    // What another of them comes after is not the latest.
    const std::vector<StepEvent> all_earlier = earlier;
    std::erase_if(earlier, [&](const StepEvent& one) {
        return std::any_of(all_earlier.begin(), all_earlier.end(), [&](const StepEvent& other) {
            return one.end && other.end && order.comes_after(other.step, one.step);
        });
    });
    const auto leads_to = [&](std::uint32_t step, std::uint32_t event) {
        return step == event || order.comes_after(event, step);
    };
    Steps concerned;
    for (const std::uint32_t step : procedure.in_run(cases))
        if (leads_to(step, later.step) ||
            std::any_of(earlier.begin(), earlier.end(), [&](const StepEvent& one) { return leads_to(step, one.step); }))
            concerned.push_back(step);
    // Where all that leads to the later event goes through the earlier one, what lies before that delays both
    // alike.
    Steps ordered = concerned;
    if (earlier.size() == 1) {
        const std::uint32_t from = earlier.front().step;
        const auto behind = [&](std::uint32_t step) { return step == from || order.comes_after(step, from); };
        const bool through = std::all_of(concerned.begin(), concerned.end(), [&](std::uint32_t step) {
            return !order.comes_after(step, from) ||
                   std::all_of(procedure.steps[step].after.begin(), procedure.steps[step].after.end(),
                               [&](std::uint32_t other) {
                                   return !procedure.is_in(procedure.steps[other], cases) || behind(other) ||
                                          order.comes_after(from, other);
                               });
        });
        if (behind(later.step) && through)
            std::erase_if(ordered, [&](std::uint32_t step) { return !order.comes_after(step, from); });
    }
    std::vector<Node> open;
    for (const std::uint32_t step : ordered)
        open.insert(open.end(), procedure.steps[step].open_after.begin(), procedure.steps[step].open_after.end());
    if (!open.empty()) return {Truth::unknown, std::move(open)};

    const DurationKind unit = unit_of(procedure, limit.low, concerned);
    auto [low, high] = in_unit(limit.low, unit);
    if (before) std::tie(low, high) = std::pair(-high, -low);
    const Network& network = procedure.network(cases, unit);
    const auto distance = network.greatest_distance(later, earlier);
    Decision one;
    if (!distance) {
        one.known_but = plans::Why::not_computable;
        one.nodes = procedure.nodes_of(concerned, StepField::after);
        return one;
    }
    if (distance->longest <= low) one.truth = Truth::holds;
    else if (distance->shortest > high) one.truth = Truth::fails;
    if (one.truth == Truth::unknown) one.nodes = nodes_of(procedure, network.turning_bounds(later, earlier, low));
    // A bound that is stated, and does not compare with the limit.
    if (std::any_of(one.nodes.begin(), one.nodes.end(),
                    [&](const Node& node) { return !is_open(procedure.run, node); }))
        one.known_but = plans::Why::imprecise;
    if (one.nodes.empty()) {
        one.nodes = nodes_of(procedure, network.bounds_on_the_way(
                                            later, earlier, one.truth == Truth::holds ? distance->longest - 1 : low));
        if (one.truth == Truth::unknown) one.known_but = plans::Why::imprecise;
        if (one.nodes.empty()) one.nodes = procedure.nodes_of({later.step}, StepField::does);
    }
    return one;
}

/// From the first beginning of `from` to the last end of `until`.
Decision longest(const Procedure& procedure, const Steps& from, const Steps& until, std::int32_t limit,
                 std::uint32_t cases) {
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t first : from)
        for (const std::uint32_t last : until) {
            const std::vector<StepEvent> earlier = {{first, false}};
            add(all, at_most(procedure, {last, true}, earlier, limit, false, cases));
        }
    return all;
}

/// In the run without waits, of least lengths, whatever they are: is it less than the limit from each of `from` to each
/// of `until`?
bool is_quicker(const Procedure& procedure, const Steps& from, const Steps& until, std::int32_t limit,
                std::uint32_t cases) {
    const std::int64_t span = procedure.span(limit).low;
    const DurationKind unit = unit_of(procedure, span, procedure.in_run(cases));
    const Network network = procedure.network(cases, unit).quickest();
    return std::all_of(from.begin(), from.end(), [&](std::uint32_t first) {
        const std::vector<StepEvent> start = {{first, false}};
        return std::all_of(until.begin(), until.end(), [&](std::uint32_t last) {
            const auto distance = network.greatest_distance({last, true}, start);
            return distance && distance->longest < in_unit(span, unit).first;
        });
    });
}

Decision shortest(const Procedure& procedure, const Steps& from, const Steps& until, std::int32_t limit,
                  std::uint32_t cases) {
    std::vector<StepEvent> ends;
    for (const std::uint32_t one : until) ends.push_back({one, true});
    // One that comes before all others begins first in every run.
    Steps first = from;
    for (const std::uint32_t one : from)
        if (std::all_of(from.begin(), from.end(), [&](std::uint32_t other) {
                return other == one || procedure.order(cases).comes_after(other, one);
            }))
            first = {one};
    Decision open = decided(Truth::not_owed), late = decided(Truth::fails);
    bool all_late = true;
    for (const std::uint32_t one : first) {
        Decision found = at_most(procedure, {one, false}, ends, limit, true, cases);
        if (found.truth == Truth::holds || first.size() == 1) return found;
        all_late = all_late && found.truth == Truth::fails;
        if (all_late) add(late, found);
        found.truth = Truth::unknown;  // each can be late, but all together?
        found.known_but = plans::Why::not_computable;
        add(open, std::move(found));
    }
    return all_late && is_quicker(procedure, first, until, limit, cases) ? late : open;
}

}  // namespace

Decision every(const Procedure& procedure, const ProtocolPart& part, const Steps& own) {
    const std::int32_t id = procedure.to(part);
    const auto limit = procedure.span(id);
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t i : own) {
        const auto& often = procedure.steps[i].every;
        Decision one{Truth::unknown, {procedure.node(StepField::repeats_every, i)}};
        if (often.state == State::none) one.truth = Truth::fails;
        else if (often.known() && limit.known()) {
            const auto low = model::duration_at_most(often.low, limit.low),
                       high = model::duration_at_most(often.high, limit.low);
            if (low && high && *low == *high) one.truth = *low ? Truth::holds : Truth::fails;
            else if (often.exact()) one.known_but = plans::Why::imprecise;
        } else if (often.known()) one.nodes = {procedure.span_node(id)};
        else if (!limit.known()) one.nodes.push_back(procedure.span_node(id));
        add(all, std::move(one));
    }
    return all;
}

Decision within(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    std::vector<StepEvent> earlier;
    for (const std::int32_t other : part.others)
        for (const std::uint32_t step : procedure.doers(other, cases)) earlier.push_back({step, true});
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t step : own)
        add(all, at_most(procedure, {step, true}, earlier, procedure.to(part), false, cases));
    return mendable(procedure, std::move(all));  // a further step could be the latest of those before
}

Decision at_least(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t one : own)
        for (const std::uint32_t other : procedure.doers(part.others[0], cases)) {
            const std::uint32_t first = part.before ? one : other, then = part.before ? other : one;
            const std::vector<StepEvent> earlier = {{then, false}};
            add(all, at_most(procedure, {first, true}, earlier, procedure.from(part), true, cases));
        }
    return all;
}

Decision lasts(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    Decision all = longest(procedure, own, own, procedure.to(part), cases);
    add(all, shortest(procedure, own, own, procedure.from(part), cases));
    return all;
}

Decision limit(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    const Steps others = procedure.doers(part.others[0], cases);
    if (procedure.to(part) >= 0) return longest(procedure, own, others, procedure.to(part), cases);
    return mendable(procedure, shortest(procedure, own, others, procedure.from(part), cases));
}

}  // namespace brecha::assess::procedures
