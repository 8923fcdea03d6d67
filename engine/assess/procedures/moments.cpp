#include "assess/procedures/moments.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

using kernels::Time;

namespace {

constexpr std::int64_t seconds_of_a_day = 86'400;

std::int64_t day_of(std::int64_t moment) {
    if (moment == plans::integer_least || moment == plans::integer_greatest) return moment;
    const std::int64_t seconds = model::local_seconds_of(moment);
    return seconds >= 0 ? seconds / seconds_of_a_day : -((-seconds + seconds_of_a_day - 1) / seconds_of_a_day);
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
        if (at.exact()) {
            const auto offset = model::offset_of(at.low);
            made.has_offset = offset.has_value();
            made.second = model::local_seconds_of(at.low) - std::int64_t(offset.value_or(0)) * 60;
        }
        return made;
    }
    made.day = on;
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
        // What has ended had begun by then.
        if (!begin.day.known() && end.day.known()) begin.day = {State::value, plans::integer_least, end.day.high};
        found.begins.push_back(begin);
        found.ends.push_back(end);
    }
    return found;
}

std::optional<Term> shifted(const Procedure& procedure, const Moment& from, std::int64_t length) {
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
                return calendar == nullptr ? std::nullopt : model::add_working_days(day, amount, *calendar);
            }
            default: return std::nullopt;
        }
    };
    const auto low = move(from.day.low), high = move(from.day.high);
    if (!low || !high) return std::nullopt;
    Term term{{State::value, *low, *high}};
    term.has_offset = from.has_offset;
    term.to_the_second = kind == DurationKind::exact && amount % seconds_of_a_day != 0;
    if (from.second && kind == DurationKind::exact) term.second = *from.second + amount;
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
    if (!later.day.known()) return Truth::unknown;
    if (later.day.low >= Time(term.day.high) + (term.to_the_second ? 2 : 0)) return Truth::holds;
    return later.day.high < term.day.low ? Truth::fails : Truth::unknown;
}

Truth not_behind(const Moment& one, const Term& term) {
    if (one.second && term.second && one.has_offset == term.has_offset)
        return *one.second <= *term.second ? Truth::holds : Truth::fails;
    if (!one.day.known()) return Truth::unknown;
    if (one.day.low > Time(term.day.high) + (term.to_the_second ? 1 : 0)) return Truth::fails;
    return one.day.high <= Time(term.day.low) - (term.to_the_second ? 1 : 0) ? Truth::holds : Truth::unknown;
}

}  // namespace brecha::assess::procedures
