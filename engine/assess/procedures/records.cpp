#include "assess/procedures/records.hpp"

#include "assess/procedures/moments.hpp"
#include "assess/procedures/presence.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

using kernels::Time;
using model::PartKind;

namespace {

/// It has not been, and can still be.
bool lies_ahead(const Moment& moment) { return moment.never() && moment.day.high == plans::integer_greatest; }

/// What a comparison of moments turns on: where it is open, those that are not known exactly; where all are, it cannot
/// be said. Where it is open for one of them has not been yet, it is not owed yet.
Decision compared(Truth truth, const std::vector<const Moment*>& moments) {
    Decision one{truth};
    if (truth == Truth::unknown &&
        std::any_of(moments.begin(), moments.end(), [](const Moment* moment) { return lies_ahead(*moment); })) {
        one.truth = Truth::not_owed;
        one.not_yet = true;
    }
    if (truth == Truth::unknown)
        for (const Moment* moment : moments)
            if (!moment->day.exact()) one.nodes.push_back(moment->place);
    if (!one.nodes.empty()) return one;
    for (const Moment* moment : moments) one.nodes.push_back(moment->place);
    if (truth == Truth::unknown) one.known_but = plans::Why::imprecise;
    return one;
}

/// Of decisions of which one that holds is enough: else one that is open, or that is not owed yet.
Decision one_of(const std::vector<Decision>& all) {
    Decision open = decided(Truth::not_owed), ahead = open, fails = open;
    for (const Decision& one : all) {
        if (one.truth == Truth::holds) return one;
        add(one.truth == Truth::unknown ? open : one.truth == Truth::not_owed ? ahead : fails, one);
    }
    return open.truth == Truth::unknown ? open : ahead.not_yet ? ahead : fails;
}

/// Where several do the same: the beginnings, or ends, of which nothing is stated. Without them no first and no last is
/// known.
std::vector<Moment> unstated(const Procedure& procedure, const Happened& of, bool end) {
    std::vector<Moment> found;
    for (const Moment& one : end ? of.ends : of.begins)
        if (!one.stated() && (end || !one.day.known())) found.push_back(one);
    for (const std::uint32_t i : of.undated) found.push_back(moment(procedure, i, end));
    return found;
}
/// … without those that are known not to have been.
std::vector<Node> open_places(const Procedure& procedure, const Happened& of, bool end) {
    std::vector<Node> found;
    for (const Moment& one : unstated(procedure, of, end))
        if (!one.never()) found.push_back(one.place);
    return found;
}
void append(std::vector<Node>& all, const std::vector<Node>& more) { all.insert(all.end(), more.begin(), more.end()); }

/// Each of what is to come later began when all of the earlier had ended.
Decision ordered(const Happened& later, const Happened& earlier) {
    Decision all = decided(Truth::not_owed);
    for (const Moment& begin : later.begins)
        for (const Moment& end : earlier.ends) add(all, compared(not_before(begin, end), {&begin, &end}));
    return all;
}

void move(Ranged<std::int64_t>& day, std::int64_t by) {
    for (std::int64_t* one : {&day.low, &day.high})
        if (*one != plans::integer_least && *one != plans::integer_greatest) *one += by;
}
/// An end as `lasts` counts it from a beginning up to a term: of days the first and the last count.
Moment counted(Moment end, const Moment& begin, const Term& term) {
    if (!begin.second && !end.second && !term.in_the_day) move(end.day, 1);
    return end;
}

/// How each of `later` lies behind each of `earlier`: at least the span. `counting`: as `lasts` counts it.
std::vector<Decision> behind(const Procedure& procedure, const std::vector<Moment>& later,
                             const std::vector<Moment>& earlier, std::int32_t id, bool counting = false) {
    const auto least = procedure.span(id);
    std::vector<Decision> all;
    for (const Moment& one : later)
        for (const Moment& other : earlier) {
            if (!least.known()) return {{Truth::unknown, {procedure.span_node(id)}}};
            const auto term = shifted(procedure, other, least.low, counting);
            const Moment last = counting && term ? counted(one, other, *term) : one;
            all.push_back(compared(term ? not_before(last, *term) : Truth::unknown, {&other, &one}));
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
    Decision open{Truth::unknown, open_places(procedure, from, false)};
    append(open.nodes, open_places(procedure, until, true));
    return open.nodes.empty() ? one_of(behind(procedure, until.ends, from.begins, id)) : open;
}

/// What is not done yet, so long after its start: by whether that is past.
Decision not_yet(const Procedure& procedure, const Moment& start, const Term& term, const Moment& end) {
    Decision one{Truth::unknown, {end.place}};
    if (end.said == State::withheld || end.said == State::unusable) return one;
    if (term.day.exact()) one.due = model::day_to_text(term.day.low);
    if (procedure.run.options.as_of <= term.day.low) {
        one.truth = Truth::not_owed;
        one.not_yet = true;
        one.nodes = {start.place};
    } else if (procedure.run.options.as_of > term.day.high && end.never()) {
        one.truth = Truth::fails;
        one.nodes = {start.place, end.place};
    } else if (!term.day.exact() && !start.day.exact()) one.nodes.push_back(start.place);
    return one;
}

/// An end lies within the span after a start; where it has not been, by whether that is past.
/// `counting`: as `lasts` counts it.
Decision ended_within(const Procedure& procedure, const Moment& start, const Moment& end, std::int64_t span,
                      bool counting) {
    const auto term = shifted(procedure, start, span, counting);
    if (end.stated())
        return compared(term ? not_behind(counting ? counted(end, start, *term) : end, *term) : Truth::unknown,
                        {&start, &end});
    if (!term) return {Truth::unknown, {start.place, end.place}, plans::Why::imprecise};
    Term last = *term;
    if (counting && !start.second && !term->in_the_day) move(last.day, -1);
    return not_yet(procedure, start, last, end);
}

/// Which of several starts counts.
enum class From : std::uint8_t { each, latest };

/// Each end lies within the span after each start, or after the latest of them.
Decision in_time(const Procedure& procedure, const Happened& done, From which, const std::vector<Moment>& from,
                 std::int32_t id, bool counting) {
    const auto limit = procedure.span(id);
    if (!limit.known()) return {Truth::unknown, {procedure.span_node(id)}};
    std::vector<Moment> ends = done.ends;
    for (const std::uint32_t i : done.undated)
        if (const Moment end = moment(procedure, i, true); !counting || !end.never()) ends.push_back(end);
    Decision all = decided(Truth::not_owed);
    for (const Moment& end : ends) {
        std::vector<Decision> found;
        for (const Moment& start : from) found.push_back(ended_within(procedure, start, end, limit.low, counting));
        if (which == From::latest) found = {one_of(found)};
        for (Decision& one : found) add(all, std::move(one));
    }
    return all;
}

Decision deadline(const Procedure& procedure, std::int32_t member, From which, const std::vector<Moment>& from,
                  std::int32_t id) {
    const Happened done = happened(procedure, member);
    if (!done.ends.empty() || !done.undated.empty()) return in_time(procedure, done, which, from, id, false);
    Happened none;  // an end that the list of steps would have
    Moment& end = none.ends.emplace_back();
    end.place = procedure.steps_node();
    end.said = procedure.may_have_more ? State::silent : State::none;
    return in_time(procedure, none, which, from, id, false);
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
        if (one.stated() || (!end && one.day.known())) starts.known.push_back(one);
    for (const Moment& one : unstated(procedure, before, end)) {
        if (one.never()) return std::nullopt;
        starts.open.push_back(one.place);
    }
    return starts;
}

/// A term of which it is not known from when on it runs: what would say that, and whether it is done.
Decision no_start(const Procedure& procedure, std::vector<Node> open, std::int32_t member) {
    append(open, open_places(procedure, happened(procedure, member), true));
    return {Truth::unknown, std::move(open)};
}

/// After the latest of several ends.
Decision came_within(const Procedure& procedure, const ProtocolPart& part) {
    Starts all;
    for (const std::int32_t other : part.others) {
        Decision one = there(procedure, other, 0);
        if (one.truth == Truth::fails) continue;
        if (one.truth == Truth::unknown) {
            append(all.open, one.nodes);
            continue;
        }
        const std::optional<Starts> starts = starts_of(procedure, other, true);
        if (!starts) return decided(Truth::not_owed);
        all.known.insert(all.known.end(), starts->known.begin(), starts->known.end());
        all.open.insert(all.open.end(), starts->open.begin(), starts->open.end());
    }
    if (!all.open.empty()) return no_start(procedure, std::move(all.open), part.of);
    std::vector<Moment> latest;
    for (const Moment& one : all.known)
        if (std::none_of(all.known.begin(), all.known.end(),
                         [&](const Moment& other) { return not_before(one, other) == Truth::fails; }))
            latest.push_back(one);
    // A further step could be the latest of those before.
    return mendable(procedure, deadline(procedure, part.of, From::latest, latest, procedure.to(part)));
}

/// From the first of several beginnings.
Decision limit_kept(const Procedure& procedure, const ProtocolPart& part) {
    if (Decision own = there(procedure, part.of, 0); own.truth == Truth::unknown) return own;
    const std::optional<Starts> starts = starts_of(procedure, part.of, false);
    if (!starts) return decided(Truth::not_owed);
    if (!starts->open.empty()) return no_start(procedure, starts->open, part.others[0]);
    return deadline(procedure, part.others[0], From::each, starts->known, procedure.to(part));
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

/// From the first beginning to the last end. Where it has not ended yet, how long it lasted at least is asked later.
Decision lasted(const Procedure& procedure, const ProtocolPart& part) {
    const Happened one = happened(procedure, part.of);
    if (one.begins.empty()) return decided(Truth::not_owed);
    if (Decision open{Truth::unknown, open_places(procedure, one, false)}; !open.nodes.empty()) {
        append(open.nodes, open_places(procedure, one, true));
        return open;
    }
    Decision all = lasted_at_most(procedure, part);
    if (all.not_yet || !open_places(procedure, one, true).empty()) return all;
    std::vector<Decision> long_enough;
    for (const Moment& begin : one.begins)
        for (const Moment& end : one.ends)
            for (Decision& least : behind(procedure, {end}, {begin}, procedure.from(part), true))
                long_enough.push_back(std::move(least));
    add(all, one_of(long_enough));
    return all;
}

/// Inside the other, from its first beginning to its last end; between two shares of that where the protocol has some.
Decision inside(const Procedure& procedure, const ProtocolPart& part, const Happened& one, const Happened& other) {
    if (one.begins.empty() || other.begins.empty()) return decided(Truth::not_owed);
    std::vector<const Moment*> moments;
    Decision open{Truth::unknown, {}};
    for (const Happened* of : {&one, &other})
        for (const bool end : {false, true}) {
            for (const Moment& at : end ? of->ends : of->begins) moments.push_back(&at);
            append(open.nodes, open_places(procedure, *of, end));
        }
    if (!open.nodes.empty()) return open;
    const Moment begin = extreme(one.begins, false), end = extreme(one.ends, true), from = extreme(other.begins, false),
                 until = extreme(other.ends, true);
    Truth within = kernels::and_(not_before(begin, from), not_before(until, end));
    if (within != Truth::fails && (part.percent_from || part.percent_to)) {
        const bool seconds = begin.second && end.second && from.second && until.second;
        const auto low = [&](const Moment& at) { return seconds ? Time(*at.second) : Time(at.day.low); };
        const auto high = [&](const Moment& at) { return seconds ? Time(*at.second) : Time(at.day.high); };
        const Time hundred = 100 * model::decimal_one, shortest = low(until) - high(from),
                   longest = high(until) - low(from), least = part.percent_from.value_or(0),
                   most = part.percent_to.value_or(hundred);
        const auto too_early = [&](Time begins, Time length) { return begins * hundred < least * length; };
        const auto too_late = [&](Time ends, Time length) { return ends * hundred > most * length; };
        if (too_early(high(begin) - low(from), shortest) || too_late(low(end) - high(from), longest))
            within = Truth::fails;
        else if (too_early(low(begin) - high(from), longest) || too_late(high(end) - low(from), shortest) ||
                 (!seconds && shortest <= 0))  // days say nothing of the shares of one day
            within = Truth::unknown;
        else within = Truth::holds;
    }
    return compared(within, moments);
}

/// What asks for the times of two that are there.
Decision of_both(const Procedure& procedure, const ProtocolPart& part) {
    const Happened one = happened(procedure, part.of), other = happened(procedure, part.others[0]);
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

/// Wherever the one has happened, the other has, and before it.
Decision before_it(const Procedure& procedure, const ProtocolPart& part) {
    Decision own = there(procedure, part.of, 0), other = there(procedure, part.others[0], 0);
    if (own.truth == Truth::fails) return {Truth::holds, std::move(own.nodes)};
    if (own.truth == Truth::unknown) return own;
    if (other.truth == Truth::unknown) return other;
    if (other.truth == Truth::holds) return of_both(procedure, part);
    return happened(procedure, part.of).begins.empty() ? decided(Truth::not_owed) : other;
}

/// Is it what was to be done by now, and was not?
bool is_left_undone(const Procedure& procedure, const ProtocolPart& part) {
    if (part.kind != PartKind::within && (part.kind != PartKind::limit || procedure.to(part) < 0)) return false;
    const std::int32_t last = part.kind == PartKind::limit ? part.others[0] : part.of;
    const ProtocolMember& member = procedure.member(last);
    return !member.optional && member.in_case < 0 && there(procedure, last, 0).truth == Truth::fails;
}

}  // namespace

Decision lasted_at_most(const Procedure& procedure, const ProtocolPart& part) {
    const Happened one = happened(procedure, part.of);
    return in_time(procedure, one, From::each, one.begins, procedure.to(part), true);
}

Decision recorded(const Procedure& procedure, const ProtocolPart& part) {
    if (part.kind == PartKind::never) return for_all(procedure, before_it(procedure, part));
    if (!is_left_undone(procedure, part))
        if (std::optional<Decision> lacking = lacks(procedure, part, 0)) return *std::move(lacking);
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
