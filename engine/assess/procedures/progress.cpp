#include "assess/procedures/progress.hpp"

#include "assess/procedures/moments.hpp"
#include "assess/procedures/records.hpp"

#include <algorithm>
#include <array>

namespace brecha::assess::procedures {

using model::Day;
using model::PartKind;

namespace {

constexpr Day no_day = plans::integer_greatest;

/// A time that is known, or within which days it can still come.
struct Bounds {
    Day earliest = plans::integer_least, latest = no_day;
    bool is_past = false;  // it has been: nothing moves it
};

class Reckoning {
public:
    Reckoning(const Procedure& procedure, const std::vector<Decision>& decisions)
        : procedure_(procedure), decisions_(decisions), today_(procedure.run.options.as_of),
          members_(procedure.protocol.members.size()) {
        for (std::int32_t i = 0; i < static_cast<std::int32_t>(members_.size()); ++i) look_at(i);
        // The latest days build on the earliest.
        for (const bool forward : {true, false}) narrow_all(forward);
    }

    std::vector<MemberProgress> progress() const {
        std::vector<MemberProgress> all;
        for (std::int32_t i = 0; i < static_cast<std::int32_t>(members_.size()); ++i)
            if (member(i).counts) all.push_back(progress_of(i));
        return all;
    }

private:
    struct Member {
        bool counts = false;  // it is there, or should be
        bool done = false, begun = false;
        bool silent = false;  // it may be done: the plan does not say
        std::optional<Day> began, ended;
        Bounds begin, end;
        Steps doers;
    };

    const Procedure& procedure_;
    const std::vector<Decision>& decisions_;
    const Day today_;
    std::vector<Member> members_;
    bool forward_ = true, changed_ = false;

    Member& member(std::int32_t index) { return members_[static_cast<std::size_t>(index)]; }
    const Member& member(std::int32_t index) const { return members_[static_cast<std::size_t>(index)]; }

    /// What has been of it.
    void look_at(std::int32_t index) {
        Member& one = member(index);
        const ProtocolMember& asked = procedure_.member(index);
        one.doers = procedure_.doers(index, 0);
        one.counts = !one.doers.empty() || (!asked.event && !asked.optional && asked.in_case < 0);
        const Happened happened_so_far = happened(procedure_, index);
        std::vector<Moment> ends = happened_so_far.ends;
        for (const std::uint32_t step : happened_so_far.undated) ends.push_back(moment(procedure_, step, true));
        const auto is_over = [&](const Moment& end) { return end.stated() && end.day.high <= today_; };
        one.done = !ends.empty() && std::all_of(ends.begin(), ends.end(), is_over);
        one.silent = ends.empty() ? procedure_.may_have_more ||
                                        std::any_of(procedure_.steps.begin(), procedure_.steps.end(),
                                                    [](const PlannedStep& step) { return step.may_do_others; })
                                  : std::none_of(ends.begin(), ends.end(), [&](const Moment& end) {
                                        return !is_over(end) && (end.never() || end.stated());
                                    });
        one.begin.earliest = one.end.earliest = today_;
        if (!happened_so_far.begins.empty()) {
            const Moment first = extreme(happened_so_far.begins, false);
            one.begun = one.done || first.day.high <= today_;
            if (first.day.exact() || one.begun) one.begin = {first.day.low, first.day.high, true};
            if (first.day.exact()) one.began = first.day.low;
        }
        if (!ends.empty() && std::all_of(ends.begin(), ends.end(), [](const Moment& end) { return end.stated(); })) {
            const Moment last = extreme(ends, true);
            one.end = {last.day.low, last.day.high, true};
            if (last.day.exact()) one.ended = last.day.low;
        }
    }

    // --- bounds

    void narrow_all(bool forward) {
        forward_ = forward;
        changed_ = true;
        // A bound follows from another through at most all others: a protocol does not contradict itself.
        for (std::size_t round = 0; changed_ && round <= 2 * members_.size(); ++round) {
            changed_ = false;
            for (const ProtocolPart& part : procedure_.protocol.parts) narrow(part);
            for (Member& one : members_) {
                not_before(one.end, one.begin.earliest);
                not_after(one.begin, one.end.latest);
            }
        }
    }
    void not_before(Bounds& at, Day day) {
        if (!forward_ || at.is_past || day <= at.earliest) return;
        at.earliest = day;
        changed_ = true;
    }
    void not_after(Bounds& at, Day day) {
        if (forward_ || at.is_past || day >= at.latest) return;
        at.latest = day;
        changed_ = true;
    }
    /// The latest that it can be as things stand: what should have been and has not comes today at the earliest.
    static Day latest(const Bounds& at) { return at.is_past ? at.latest : std::max(at.latest, at.earliest); }

    std::optional<Day> behind(Day day, std::int64_t length) const {
        if (day == no_day || day == plans::integer_least) return day;
        Moment from;
        from.day = {State::value, day, day};
        const std::optional<Term> term = shifted(procedure_, from, length);
        return term ? std::optional(term->day.low) : std::nullopt;
    }
    /// The last day so long after which is no later than `day`.
    std::optional<Day> last_before(Day day, std::int64_t length) const {
        const std::optional<Day> after = behind(day, length);
        if (!after || day == no_day || day == plans::integer_least) return after;
        constexpr Day month_and_more = 40;
        Day found = day - (*after - day) - month_and_more;
        while (behind(found + 1, length).value_or(no_day) <= day) ++found;
        return found;
    }

    /// No day, and long before any, stay what they are.
    static Day days_before(Day day, Day count) {
        return day == no_day || day == plans::integer_least ? day : day - count;
    }

    /// `first`, and `length` of it, come before `then`.
    void in_order(Bounds& first, Bounds& then, std::int64_t length, Day counted = 0) {
        if (const auto day = behind(first.earliest, length); day && *day != no_day)
            not_before(then, days_before(*day, counted));
        if (then.latest == no_day) return;
        if (const auto day = last_before(then.latest + counted, length)) not_after(first, *day);
    }

    void narrow(const ProtocolPart& part) {
        if (part.of < 0 || !member(part.of).counts) return;
        std::vector<Member*> others;
        for (const std::int32_t other : part.others)
            if (member(other).counts) others.push_back(&member(other));
        if (others.empty() && !part.others.empty()) return;
        Member& one = member(part.of);
        const auto from = procedure_.span(procedure_.from(part)), to = procedure_.span(procedure_.to(part));
        switch (part.kind) {
            case PartKind::after:
            case PartKind::never: {
                if (others.size() == 1) return in_order(others.front()->end, one.begin, 0);
                Day first = no_day;
                for (const Member* other : others) first = std::min(first, other->end.earliest);
                return not_before(one.begin, first);
            }
            case PartKind::before: return in_order(one.end, others.front()->begin, 0);
            case PartKind::within: {
                Day last = plans::integer_least;
                for (const Member* other : others) last = std::max(last, latest(other->end));
                if (const auto day = to.known() ? behind(last, to.low) : std::nullopt) not_after(one.end, *day);
                return;
            }
            case PartKind::at_least:
                if (!from.known()) return;
                return part.before ? in_order(one.end, others.front()->begin, from.low)
                                   : in_order(others.front()->end, one.begin, from.low);
            case PartKind::lasts:  // the first and the last day count
                if (from.known()) in_order(one.begin, one.end, from.low, 1);
                if (const auto day = to.known() ? behind(latest(one.begin), to.low) : std::nullopt)
                    not_after(one.end, days_before(*day, 1));
                return;
            case PartKind::limit:
                if (from.known()) in_order(one.begin, others.front()->end, from.low);
                if (const auto day = to.known() ? behind(latest(one.begin), to.low) : std::nullopt)
                    not_after(others.front()->end, *day);
                return;
            case PartKind::during: return inside(one, *others.front(), part);
            default: return;
        }
    }

    void inside(Member& one, Member& other, const ProtocolPart& part) {
        in_order(other.begin, one.begin, 0);
        in_order(one.end, other.end, 0);
        if (!other.begun) return;
        const Day start = other.begin.latest;
        const kernels::Time hundred = 100 * model::decimal_one, least = std::max(other.end.earliest, start) - start;
        if (part.percent_from)  // of a length that is no shorter
            not_before(one.begin, start + static_cast<Day>((*part.percent_from * least + hundred - 1) / hundred));
        if (part.percent_to && other.end.latest != no_day)
            not_after(one.end, start + static_cast<Day>(*part.percent_to * (other.end.latest - start) / hundred));
    }

    // --- states

    /// Which member a part is about: the one that comes too late, or out of order.
    static std::int32_t of(const ProtocolPart& part) {
        const bool other = part.kind == PartKind::limit || part.kind == PartKind::before ||
                           (part.kind == PartKind::at_least && part.before);
        return other ? part.others.front() : part.of;
    }

    MemberProgress progress_of(std::int32_t index) const {
        const Member& one = member(index);
        MemberProgress made;
        made.member = index;
        const program::Instruction& steps = procedure_.run.instruction(procedure_.inputs.steps());
        const kernels::Input<std::int64_t> items(procedure_.run.columns[steps.elements]);
        for (const std::uint32_t i : one.doers) {
            const PlannedStep& step = procedure_.steps[i];
            made.items.push_back(static_cast<std::uint32_t>(items[step.row].low));
            if (!step.agency.exact()) continue;
            const auto agency = static_cast<std::uint32_t>(step.agency.low);
            if (std::find(made.agencies.begin(), made.agencies.end(), agency) == made.agencies.end())
                made.agencies.push_back(agency);
        }
        made.began = one.began;
        made.ended = one.ended;
        bool is_late = false, out_of_order = false;
        for (std::size_t i = 0; i < procedure_.protocol.parts.size(); ++i) {
            const ProtocolPart& part = procedure_.protocol.parts[i];
            if (part.of < 0 || of(part) != index) continue;
            const bool fails = decisions_[i].truth == Truth::fails;
            if (fails) made.broken.push_back(i);
            switch (part.kind) {
                case PartKind::within: is_late = is_late || fails; break;
                case PartKind::limit: is_late = is_late || (fails && procedure_.to(part) >= 0); break;
                case PartKind::lasts:
                    is_late = is_late || (fails && lasted_at_most(procedure_, part).truth == Truth::fails);
                    break;
                case PartKind::after:
                case PartKind::never:
                case PartKind::before:
                case PartKind::during:
                case PartKind::at_least: out_of_order = out_of_order || fails; break;
                default: break;
            }
            wait(part, made.waits_for);
        }
        if (one.done) {
            made.waits_for.clear();
            made.state = out_of_order ? StepState::out_of_order : is_late ? StepState::done_late : StepState::done;
            return made;
        }
        const auto shown = [](Day day) {
            return day == no_day || day == plans::integer_least ? std::nullopt : std::optional(day);
        };
        if (!one.begun) {
            made.begins_from = shown(one.begin.earliest);
            made.begins_by = shown(one.begin.latest);
        } else made.waits_for.clear();
        made.ends_from = shown(one.end.earliest);
        made.ends_by = shown(one.end.latest);
        is_late = is_late || one.end.latest < today_ || (!one.begun && one.begin.latest < today_);
        made.state = is_late                       ? one.silent ? StepState::perhaps_late : StepState::late
                     : one.begun                   ? StepState::under_way
                     : !made.waits_for.empty()     ? StepState::waiting
                     : one.begin.earliest > today_ ? StepState::not_yet
                                                   : StepState::next;
        return made;
    }

    /// The members that what the part is about waits for.
    void wait(const ProtocolPart& part, std::vector<std::int32_t>& all) const {
        std::vector<std::int32_t> before;
        switch (part.kind) {
            case PartKind::after:
            case PartKind::never: before = part.others; break;
            case PartKind::at_least: before = part.before ? std::vector{part.of} : part.others; break;
            case PartKind::before: before = {part.of}; break;
            case PartKind::during:
                if (member(part.others.front()).begun) return;
                before = part.others;
                break;
            default: return;
        }
        std::erase_if(before, [&](std::int32_t other) { return !member(other).counts; });
        const auto is_done = [&](std::int32_t other) { return member(other).done; };
        if (part.any && std::any_of(before.begin(), before.end(), is_done)) return;
        for (const std::int32_t other : before)
            if (!is_done(other) && std::find(all.begin(), all.end(), other) == all.end()) all.push_back(other);
    }
};

}  // namespace

std::vector<MemberProgress> progress(const Procedure& procedure, const std::vector<Decision>& decisions) {
    return Reckoning(procedure, decisions).progress();
}

}  // namespace brecha::assess::procedures
