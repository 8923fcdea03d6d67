#include "assess/procedures/moments.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

using kernels::Time;

namespace {

constexpr std::int64_t seconds_of_a_day = 86'400;

std::int64_t day_of_second(std::int64_t second) {
    return second >= 0 ? second / seconds_of_a_day : -((-second + seconds_of_a_day - 1) / seconds_of_a_day);
}
std::int64_t day_of(std::int64_t moment) {
    if (moment == plans::integer_least || moment == plans::integer_greatest) return moment;
    return day_of_second(model::local_seconds_of(moment));
}

/// Are its times stated to the second?
bool is_moment_record(const Procedure& procedure) {
    return std::any_of(procedure.steps.begin(), procedure.steps.end(),
                       [](const PlannedStep& step) { return step.began_at.known() || step.ended_at.known(); });
}

}  // namespace

Moment moment(const Procedure& procedure, std::uint32_t index, bool end) {
    const PlannedStep& step = procedure.steps[index];
    const auto& at = end ? step.ended_at : step.began_at;
    const auto& on = end ? step.ended_on : step.began_on;
    Moment made;
    if (at.known()) {
        made.place = procedure.node(end ? StepField::ended_at : StepField::began_at, index);
        made.day = {State::value, day_of(at.low), day_of(at.high)};
        made.said = State::value;
        if (at.exact()) {
            const auto offset = model::offset_of(at.low);
            made.has_offset = offset.has_value();
            made.clock = std::int64_t(offset.value_or(0)) * 60;
            made.second = model::local_seconds_of(at.low) - made.clock;
        }
        return made;
    }
    made.day = on;
    made.said = on.state;
    const bool by_moment =
        procedure.inputs.field(StepField::ended_on) < 0 || (!on.known() && is_moment_record(procedure));
    made.place = by_moment ? procedure.node(end ? StepField::ended_at : StepField::began_at, index)
                           : procedure.node(end ? StepField::ended_on : StepField::began_on, index);
    return made;
}

Happened happened(const Procedure& procedure, std::int32_t member) {
    Happened found;
    const bool event = procedure.member(member).event;
    for (const std::uint32_t i : procedure.doers(member, 0)) {
        const PlannedStep& step = procedure.steps[i];
        if (!step.is_dated()) {
            found.undated.push_back(i);
            continue;
        }
        Moment begin = moment(procedure, i, false), end = moment(procedure, i, true);
        if (event || step.only_events) {
            if (!begin.day.known()) begin = end;
            else if (!end.day.known()) end = begin;
        }
        if (!begin.day.known() && end.day.known()) begin.day = {State::value, plans::integer_least, end.day.high};
        else if (!end.day.known() && begin.day.known())
            end.day = {State::value,
                       end.never() ? std::max<std::int64_t>(begin.day.low, procedure.run.options.as_of) : begin.day.low,
                       plans::integer_greatest};
        found.begins.push_back(begin);
        found.ends.push_back(end);
    }
    return found;
}

Moment extreme(const std::vector<Moment>& all, bool last) {
    Moment found = all.front();
    for (const Moment& one : all) {
        const auto further = [&](std::int64_t at, std::int64_t than) { return last ? at > than : at < than; };
        if (!one.second || !found.second || one.has_offset != found.has_offset) found.second.reset();
        else if (further(*one.second, *found.second)) found.second = one.second;
        if (further(one.day.low, found.day.low)) found.day.low = one.day.low;
        if (further(one.day.high, found.day.high)) found.day.high = one.day.high;
    }
    return found;
}

std::optional<Term> shifted(const Procedure& procedure, const Moment& from, std::int64_t length, bool counting) {
    if (!from.day.known()) return std::nullopt;
    const DurationKind kind = model::duration_kind(length);
    const std::int64_t amount = model::duration_amount(length);
    const model::DateRules rules = procedure.run.ruleset().date_rules();
    const auto move = [&](std::int64_t day) -> std::optional<std::int64_t> {
        if (day == plans::integer_least || day == plans::integer_greatest) return day;
        switch (kind) {
            case DurationKind::calendar: return model::add_months(day, amount, rules.month_end);
            case DurationKind::exact: return day + amount / seconds_of_a_day;
            case DurationKind::working: {
                const model::Calendar* calendar = rules.calendar_of(length);
                if (calendar == nullptr) return std::nullopt;
                if (!counting) return model::add_working_days(day, amount, *calendar);
                const auto last = model::add_working_days(day - 1, amount, *calendar);  // the first is one of them
                return last && !from.second ? *last + 1 : last;
            }
            default: return std::nullopt;
        }
    };
    const auto low = move(from.day.low), high = move(from.day.high);
    if (!low || !high) return std::nullopt;
    Term term{{State::value, *low, *high}};
    term.has_offset = from.has_offset;
    term.in_the_day = kind == DurationKind::exact && amount % seconds_of_a_day != 0;
    if (from.second && kind == DurationKind::exact) {
        term.second = *from.second + amount;
        term.day.low = term.day.high = day_of_second(*term.second + from.clock);
    } else if (term.in_the_day && term.day.high != plans::integer_greatest) {
        if (from.day.low != plans::integer_least)
            term.seconds = {Time(from.day.low) * seconds_of_a_day + amount,
                            (Time(from.day.high) + 1) * seconds_of_a_day + amount};
        ++term.day.high;  // from its last hour
    }
    return term;
}

Truth not_before(const Moment& later, const Moment& earlier) {
    if (later.second && earlier.second && later.has_offset == earlier.has_offset)
        return *later.second >= *earlier.second ? Truth::holds : Truth::fails;
    if (!later.day.known() || !earlier.day.known()) return Truth::unknown;
    if (later.day.low >= earlier.day.high) return Truth::holds;
    return later.day.high < earlier.day.low ? Truth::fails : Truth::unknown;
}

Truth not_before(const Moment& later, const Term& term) {
    if (later.second && term.second && later.has_offset == term.has_offset)
        return *later.second >= *term.second ? Truth::holds : Truth::fails;
    if (later.second && term.seconds) {
        const Time second = Time(*later.second) + later.clock;
        return second >= term.seconds->second ? Truth::holds
               : second < term.seconds->first ? Truth::fails
                                              : Truth::unknown;
    }
    if (!later.day.known()) return Truth::unknown;
    if (later.day.low >= Time(term.day.high) + (term.in_the_day ? 1 : 0)) return Truth::holds;
    return later.day.high < term.day.low ? Truth::fails : Truth::unknown;
}

Truth not_behind(const Moment& one, const Term& term) {
    if (one.second && term.second && one.has_offset == term.has_offset)
        return *one.second <= *term.second ? Truth::holds : Truth::fails;
    if (one.second && term.seconds) {
        const Time second = Time(*one.second) + one.clock;
        return second > term.seconds->second   ? Truth::fails
               : second <= term.seconds->first ? Truth::holds
                                               : Truth::unknown;
    }
    if (!one.day.known()) return Truth::unknown;
    if (one.day.low > Time(term.day.high)) return Truth::fails;
    return one.day.high <= Time(term.day.low) - (term.in_the_day ? 1 : 0) ? Truth::holds : Truth::unknown;
}

}  // namespace brecha::assess::procedures
