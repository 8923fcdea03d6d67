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
Decision compared(Truth truth, std::initializer_list<const Moment*> moments) {
    Decision one{truth};
    if (truth == Truth::unknown)
        for (const Moment* moment : moments)
            if (!moment->day.exact()) one.nodes.push_back(moment->place);
    if (!one.nodes.empty()) return one;
    for (const Moment* moment : moments) one.nodes.push_back(moment->place);
    if (truth == Truth::unknown) one.known_but = plans::Why::imprecise;
    return one;
}

/// Each of what is to come later began when all of the earlier had ended.
Decision ordered(const Happened& later, const Happened& earlier) {
    Decision all = decided(Truth::not_owed);
    for (const Moment& begin : later.begins)
        for (const Moment& end : earlier.ends) add(all, compared(not_before(begin, end), {&begin, &end}));
    return all;
}

/// Each of `later` lies at least the span behind each of `earlier`.
Decision behind(const Procedure& procedure, const std::vector<Moment>& later, const std::vector<Moment>& earlier,
                std::int32_t id) {
    const auto least = procedure.span(id);
    Decision all = decided(Truth::not_owed);
    for (const Moment& one : later)
        for (const Moment& other : earlier) {
            if (!least.known()) return {Truth::unknown, {procedure.span_node(id)}};
            const auto term = shifted(procedure, other, least.low);
            add(all, compared(term ? not_before(one, *term) : Truth::unknown, {&other, &one}));
        }
    return all;
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

/// The last end of what is done lies within the span after the latest of `from`; where it has not, by whether that
/// is past.
Decision deadline(const Procedure& procedure, std::int32_t member, const std::vector<Moment>& from, std::int32_t id) {
    const auto limit = procedure.span(id);
    if (!limit.known()) return {Truth::unknown, {procedure.span_node(id)}};
    const Happened done = happened(procedure, member);
    Decision all = decided(Truth::not_owed);
    for (const Moment& start : from) {
        if (std::any_of(from.begin(), from.end(),
                        [&](const Moment& other) { return not_before(start, other) == Truth::fails; }))
            continue;  // another is later
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

/// `within` and `limit … within`.
Decision in_time(const Procedure& procedure, const ProtocolPart& part) {
    const bool limit = part.kind == PartKind::limit;
    std::vector<Moment> from;
    std::vector<Node> open;
    for (const std::int32_t other : limit ? std::vector{part.of} : part.others) {
        Decision one = there(procedure, other, 0);
        if (one.truth == Truth::unknown) return one;
        if (one.truth == Truth::fails) continue;
        const Happened before = happened(procedure, other);
        for (const std::uint32_t i : before.undated) open.push_back(moment(procedure, i, !limit).place);
        for (const Moment& start : limit ? before.begins : before.ends)
            if (start.day.known()) from.push_back(start);
            else open.push_back(start.place);
    }
    if (!open.empty()) return {Truth::unknown, std::move(open)};
    if (from.empty()) return decided(Truth::not_owed);
    const std::int32_t until = limit ? part.others[0] : part.of;
    if (limit) {
        Decision other = there(procedure, until, 0);
        if (other.truth == Truth::unknown) return other;
        const ProtocolMember& member = procedure.member(until);
        if (other.truth == Truth::fails && (member.optional || member.in_case >= 0)) return decided(Truth::not_owed);
    }
    return deadline(procedure, until, from, procedure.to(part));
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

/// The first and the last day of each count.
Decision lasted(const Procedure& procedure, const ProtocolPart& part) {
    const Happened one = happened(procedure, part.of);
    const auto most = procedure.span(procedure.to(part));
    Decision all = decided(one.begins.empty() ? Truth::not_owed : Truth::holds);
    for (const Moment& begin : one.begins)
        for (const Moment& end : one.ends) {
            if (!end.day.known()) {
                if (one.begins.size() == 1) return {Truth::unknown, {end.place}};
                continue;
            }
            Moment last = end;
            if (!last.second || !begin.second)
                for (std::int64_t* day : {&last.day.low, &last.day.high})
                    if (*day != plans::integer_least && *day != plans::integer_greatest) ++*day;
            add(all, behind(procedure, {last}, {begin}, procedure.from(part)));
            if (!most.known()) {
                add(all, {Truth::unknown, {procedure.span_node(procedure.to(part))}});
                continue;
            }
            const auto term = shifted(procedure, begin, most.low);
            add(all, compared(term ? not_behind(last, *term) : Truth::unknown, {&begin, &end}));
        }
    return all;
}

/// Between two shares of the other's length.
Decision inside(const ProtocolPart& part, const Happened& one, const Happened& other) {
    const auto truth_of = [&](const Moment& begin, const Moment& end, const Moment& from, const Moment& until) {
        const bool seconds = begin.second && end.second && from.second && until.second;
        const auto at = [&](const Moment& moment) { return seconds ? Time(*moment.second) : Time(moment.day.low); };
        for (const Moment* moment : {&begin, &end, &from, &until})
            if (!moment->day.exact()) return Truth::unknown;
        const Time length = at(until) - at(from), hundred = 100 * model::decimal_one;
        const Time low = part.percent_from.value_or(0), high = part.percent_to.value_or(hundred);
        return (at(begin) - at(from)) * hundred >= low * length && (at(end) - at(from)) * hundred <= high * length
                   ? Truth::holds
                   : Truth::fails;
    };
    Decision all = decided(Truth::not_owed);
    for (std::size_t i = 0; i < one.begins.size(); ++i)
        for (std::size_t k = 0; k < other.begins.size(); ++k) {
            const Moment &begin = one.begins[i], &end = one.ends[i], &from = other.begins[k], &until = other.ends[k];
            add(all, compared(truth_of(begin, end, from, until), {&begin, &end, &from, &until}));
        }
    return all;
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
            return part.before ? behind(procedure, other.begins, one.ends, from)
                               : behind(procedure, one.begins, other.ends, from);
        case PartKind::limit: return behind(procedure, other.ends, one.begins, from);
        case PartKind::during: return inside(part, one, other);
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
    const bool in_time_of = part.kind == PartKind::within || (part.kind == PartKind::limit && procedure.to(part) >= 0);
    return for_all(procedure, in_time_of                     ? in_time(procedure, part)
                              : part.kind == PartKind::lasts ? lasted(procedure, part)
                              : part.kind == PartKind::after ? came_after(procedure, part)
                                                             : of_both(procedure, part));
}

}  // namespace brecha::assess::procedures
