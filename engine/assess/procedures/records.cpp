#include "assess/procedures/records.hpp"

#include "assess/procedures/moments.hpp"
#include "assess/procedures/presence.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

using kernels::Time;
using model::PartKind;

namespace {

/// What a comparison of moments turns on: where it is open, those that are not known exactly; where all are, it cannot
/// be said.
Decision compared(Truth truth, const std::vector<const Moment*>& moments) {
    Decision one{truth};
    if (truth == Truth::unknown)
        for (const Moment* moment : moments)
            if (!moment->day.exact()) one.nodes.push_back(moment->place);
    if (!one.nodes.empty()) return one;
    for (const Moment* moment : moments) one.nodes.push_back(moment->place);
    if (truth == Truth::unknown) one.known_but = plans::Why::imprecise;
    return one;
}

/// Of decisions of which one that holds is enough.
Decision one_of(const std::vector<Decision>& all) {
    Decision open = decided(Truth::not_owed), fails = open;
    for (const Decision& one : all) {
        if (one.truth == Truth::holds) return one;
        add(one.truth == Truth::unknown ? open : fails, one);
    }
    return open.truth == Truth::unknown ? open : fails;
}

/// Where several do the same: the beginnings, or ends, that are not stated. Without them no first and no last is known.
std::vector<Moment> unstated(const Procedure& procedure, const Happened& of, bool end) {
    std::vector<Moment> found;
    for (const Moment& one : end ? of.ends : of.begins)
        if (!one.day.known()) found.push_back(one);
    for (const std::uint32_t i : of.undated) found.push_back(moment(procedure, i, end));
    return found;
}

/// Each of what is to come later began when all of the earlier had ended.
Decision ordered(const Happened& later, const Happened& earlier) {
    Decision all = decided(Truth::not_owed);
    for (const Moment& begin : later.begins)
        for (const Moment& end : earlier.ends) add(all, compared(not_before(begin, end), {&begin, &end}));
    return all;
}

/// How each of `later` lies behind each of `earlier`: at least the span.
std::vector<Decision> behind(const Procedure& procedure, const std::vector<Moment>& later,
                             const std::vector<Moment>& earlier, std::int32_t id) {
    const auto least = procedure.span(id);
    std::vector<Decision> all;
    for (const Moment& one : later)
        for (const Moment& other : earlier) {
            if (!least.known()) return {{Truth::unknown, {procedure.span_node(id)}}};
            const auto term = shifted(procedure, other, least.low);
            all.push_back(compared(term ? not_before(one, *term) : Truth::unknown, {&other, &one}));
        }
    return all;
}

/// The first beginning of `later` lies so long behind the last end of `earlier`.
Decision apart(const Procedure& procedure, const Happened& later, const Happened& earlier, std::int32_t id) {
    Decision all = decided(Truth::not_owed);
    for (Decision& one : behind(procedure, later.begins, earlier.ends, id)) add(all, std::move(one));
    return all;
}

/// From the first beginning of `from` to the last end of `until` it is so long.
Decision spanned(const Procedure& procedure, const Happened& from, const Happened& until, std::int32_t id) {
    if (from.begins.empty() || until.ends.empty()) return decided(Truth::not_owed);
    Decision open{Truth::unknown, {}};
    for (const Moment& one : unstated(procedure, from, false)) open.nodes.push_back(one.place);
    for (const Moment& one : unstated(procedure, until, true)) open.nodes.push_back(one.place);
    return open.nodes.empty() ? one_of(behind(procedure, until.ends, from.begins, id)) : open;
}

/// What is not done yet, so long after its start: by whether that is past.
Decision not_yet(const Procedure& procedure, const Moment& start, const Term& term, const Node& place, bool none) {
    Decision one;
    if (term.day.exact()) one.due = model::day_to_text(term.day.low);
    if (procedure.run.options.as_of <= term.day.low) {
        one.truth = Truth::not_owed;
        one.nodes = {start.place};
    } else if (procedure.run.options.as_of > term.day.high && none) {
        one.truth = Truth::fails;
        one.nodes = {start.place, place};
    } else {
        one.nodes = {place};
        if (!term.day.exact() && !start.day.exact()) one.nodes.push_back(start.place);
    }
    return one;
}

/// The last end of what is done lies within the span after each of `from`; where it has not, by whether that is past.
Decision deadline(const Procedure& procedure, std::int32_t member, const std::vector<Moment>& from, std::int32_t id) {
    const auto limit = procedure.span(id);
    if (!limit.known()) return {Truth::unknown, {procedure.span_node(id)}};
    const Happened done = happened(procedure, member);
    Decision all = decided(Truth::not_owed);
    for (const Moment& start : from) {
        const auto term = shifted(procedure, start, limit.low);
        const auto undone = [&](const Node& place, bool none) {
            if (!term) add(all, {Truth::unknown, {start.place, place}, plans::Why::imprecise});
            else add(all, not_yet(procedure, start, *term, place, none));
        };
        for (const Moment& end : done.ends)
            if (term && end.day.known()) add(all, compared(not_behind(end, *term), {&start, &end}));
            else undone(end.place, end.day.state == State::none);
        for (const std::uint32_t i : done.undated) {
            const Moment end = moment(procedure, i, true);
            undone(end.place, end.day.state == State::none);
        }
        if (done.ends.empty() && done.undated.empty()) undone(procedure.steps_node(), !procedure.may_have_more);
    }
    return all;
}

/// From when on terms run, or what keeps that from being known; nothing where something has not happened for certain.
struct Starts {
    std::vector<Moment> known;
    std::vector<Node> open;
};
std::optional<Starts> starts_of(const Procedure& procedure, std::int32_t member, bool end) {
    const Happened before = happened(procedure, member);
    Starts starts;
    for (const Moment& one : end ? before.ends : before.begins)
        if (one.day.known()) starts.known.push_back(one);
    for (const Moment& one : unstated(procedure, before, end)) {
        if (one.day.state == State::none) return std::nullopt;
        starts.open.push_back(one.place);
    }
    return starts;
}

/// After the latest of several ends.
Decision came_within(const Procedure& procedure, const ProtocolPart& part) {
    Starts all;
    for (const std::int32_t other : part.others) {
        Decision one = there(procedure, other, 0);
        if (one.truth == Truth::unknown) return one;
        if (one.truth == Truth::fails) continue;
        const std::optional<Starts> starts = starts_of(procedure, other, true);
        if (!starts) return decided(Truth::not_owed);
        all.known.insert(all.known.end(), starts->known.begin(), starts->known.end());
        all.open.insert(all.open.end(), starts->open.begin(), starts->open.end());
    }
    if (!all.open.empty()) return {Truth::unknown, std::move(all.open)};
    std::vector<Moment> latest;
    for (const Moment& one : all.known)
        if (std::none_of(all.known.begin(), all.known.end(),
                         [&](const Moment& other) { return not_before(one, other) == Truth::fails; }))
            latest.push_back(one);
    // A further step could be the latest of those before.
    return mendable(procedure, deadline(procedure, part.of, latest, procedure.to(part)));
}

/// From the first of several beginnings.
Decision limit_kept(const Procedure& procedure, const ProtocolPart& part) {
    const std::optional<Starts> starts = starts_of(procedure, part.of, false);
    if (!starts) return decided(Truth::not_owed);
    if (!starts->open.empty()) return {Truth::unknown, starts->open};
    Decision until = there(procedure, part.others[0], 0);
    if (until.truth == Truth::unknown) return until;
    const ProtocolMember& member = procedure.member(part.others[0]);
    if (until.truth == Truth::fails && (member.optional || member.in_case >= 0)) return decided(Truth::not_owed);
    return deadline(procedure, part.others[0], starts->known, procedure.to(part));
}

Decision came_after(const Procedure& procedure, const ProtocolPart& part) {
    Decision all = decided(Truth::not_owed), open = all;
    for (const std::int32_t other : part.others) {
        Decision one = there(procedure, other, 0);
        if (one.truth == Truth::fails) continue;
        if (one.truth == Truth::holds) one = ordered(happened(procedure, part.of), happened(procedure, other));
        if (part.any && one.truth == Truth::holds) return one;
        if (part.any && one.truth == Truth::unknown) add(open, one);
        add(all, std::move(one));
    }
    return open.truth == Truth::unknown ? open : all;
}

/// An end as `lasts` counts it from a beginning: the first and the last day count.
Moment counted(Moment end, const Moment& begin) {
    if (!end.second || !begin.second)
        for (std::int64_t* day : {&end.day.low, &end.day.high})
            if (*day != plans::integer_least && *day != plans::integer_greatest) ++*day;
    return end;
}

/// From the first beginning to the last end.
Decision lasted(const Procedure& procedure, const ProtocolPart& part) {
    const Happened one = happened(procedure, part.of);
    if (one.begins.empty()) return decided(Truth::not_owed);
    Decision open{Truth::unknown, {}};
    for (const bool end : {false, true})
        for (const Moment& at : unstated(procedure, one, end)) open.nodes.push_back(at.place);
    if (!open.nodes.empty()) return open;
    std::vector<Decision> long_enough;
    Decision all = decided(Truth::not_owed);
    const auto most = procedure.span(procedure.to(part));
    for (const Moment& begin : one.begins)
        for (const Moment& end : one.ends) {
            const Moment last = counted(end, begin);
            for (Decision& least : behind(procedure, {last}, {begin}, procedure.from(part)))
                long_enough.push_back(std::move(least));
            const auto term = most.known() ? shifted(procedure, begin, most.low) : std::nullopt;
            if (most.known()) add(all, compared(term ? not_behind(last, *term) : Truth::unknown, {&begin, &end}));
            else add(all, {Truth::unknown, {procedure.span_node(procedure.to(part))}});
        }
    add(all, one_of(long_enough));
    return all;
}

/// Between two shares of the other's length; each from the first beginning to the last end.
Decision inside(const Procedure& procedure, const ProtocolPart& part, const Happened& one, const Happened& other) {
    if (one.begins.empty() || other.begins.empty()) return decided(Truth::not_owed);
    std::vector<const Moment*> moments;
    Decision open{Truth::unknown, {}};
    for (const Happened* of : {&one, &other})
        for (const bool end : {false, true}) {
            for (const Moment& at : end ? of->ends : of->begins) moments.push_back(&at);
            for (const Moment& at : unstated(procedure, *of, end)) open.nodes.push_back(at.place);
        }
    if (!open.nodes.empty()) return open;
    if (!std::all_of(moments.begin(), moments.end(), [](const Moment* at) { return at->day.exact(); }))
        return compared(Truth::unknown, moments);
    const bool seconds = std::all_of(moments.begin(), moments.end(), [](const Moment* at) { return !!at->second; });
    const auto at = [&](const Moment& moment) { return seconds ? Time(*moment.second) : Time(moment.day.low); };
    const auto earlier = [&](const Moment& first, const Moment& then) { return at(first) < at(then); };
    const auto begin_of = [&](const Happened& of) {
        return at(*std::min_element(of.begins.begin(), of.begins.end(), earlier));
    };
    const auto end_of = [&](const Happened& of) {
        return at(*std::max_element(of.ends.begin(), of.ends.end(), earlier));
    };
    const Time from = begin_of(other), length = end_of(other) - from, hundred = 100 * model::decimal_one;
    const Time low = part.percent_from.value_or(0), high = part.percent_to.value_or(hundred);
    return compared((begin_of(one) - from) * hundred >= low * length && (end_of(one) - from) * hundred <= high * length
                        ? Truth::holds
                        : Truth::fails,
                    moments);
}

/// What asks for the times of two, both of which are there or may be.
Decision of_both(const Procedure& procedure, const ProtocolPart& part) {
    Decision second = there(procedure, part.others[0], 0);
    const Happened one = happened(procedure, part.of);
    if (second.truth == Truth::unknown) return second;
    if (second.truth == Truth::fails)
        return part.kind == PartKind::never && !one.begins.empty() ? Decision{Truth::fails, second.nodes}
                                                                   : decided(Truth::not_owed);
    const Happened other = happened(procedure, part.others[0]);
    const std::int32_t from = procedure.from(part);
    switch (part.kind) {
        case PartKind::before: return ordered(other, one);
        case PartKind::never: return ordered(one, other);
        case PartKind::at_least:
            return part.before ? apart(procedure, other, one, from) : apart(procedure, one, other, from);
        case PartKind::limit: return mendable(procedure, spanned(procedure, one, other, from));
        case PartKind::during: return inside(procedure, part, one, other);
        default: return decided(Truth::not_owed);
    }
}

}  // namespace

Decision recorded(const Procedure& procedure, const ProtocolPart& part) {
    Decision own = there(procedure, part.of, 0);
    if (own.truth == Truth::unknown) return own;
    if (own.truth == Truth::fails) {
        if (part.kind == PartKind::never) return {Truth::holds, std::move(own.nodes)};
        // What was to be done by now, and was not.
        const ProtocolMember& member = procedure.member(part.of);
        if (part.kind != PartKind::within || member.optional || member.in_case >= 0) return decided(Truth::not_owed);
    }
    switch (part.kind) {
        case PartKind::after: return for_all(procedure, came_after(procedure, part));
        case PartKind::within: return for_all(procedure, came_within(procedure, part));
        case PartKind::lasts: return for_all(procedure, lasted(procedure, part));
        case PartKind::limit:
            if (procedure.to(part) >= 0) return for_all(procedure, limit_kept(procedure, part));
            [[fallthrough]];
        default: return for_all(procedure, of_both(procedure, part));
    }
}

}  // namespace brecha::assess::procedures
