// Dates, moments and durations: what may be added, and the spellings that compare dates at a distance.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_arithmetic.hpp"
#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_shared.hpp"

namespace brecha::model {

using syntax::ExpressionKind;

bool Typing::is_duration(const Expression& given, const syntax::Expression& source) {
    if (unknown(given)) return false;
    if (single(given.type, TypeKind::duration)) return true;
    diagnostics_.error(
        catalogue::duration_needed, at(source), {types_.describe(given.type)},
        is_bare_number(given) ? messages::Message(catalogue::say_time_unit, {code(source)}) : messages::Message());
    return false;
}

bool Typing::is_date_or_moment(const Expression& given, const syntax::Expression& source) {
    if (unknown(given)) return false;
    if (is_time(given.type)) return true;
    diagnostics_.error(catalogue::date_needed, at(source), {types_.describe(given.type)});
    return false;
}

Expression Typing::shifted(Expression date, const Expression& duration, bool back, const syntax::Expression& source) {
    const bool is_date = date.type.kind == TypeKind::date;
    if (is_date && duration.operation == Operation::duration && duration.type.duration == DurationKind::exact &&
        duration_amount(static_cast<Duration>(duration.number)) % 86'400 != 0) {
        diagnostics_.error(catalogue::hours_on_date, at(source));
        return wrong(source);
    }
    if (!is_date && duration.type.duration == DurationKind::calendar) {
        diagnostics_.error(catalogue::months_on_moment, at(source));
        return wrong(source);
    }
    if (duration.type.duration == DurationKind::working) {
        if (!is_date) diagnostics_.error(catalogue::working_days_on_moment, at(source));
        else if (ruleset_.calendars.empty()) diagnostics_.error(catalogue::no_calendar, at(source));
        if (!is_date || ruleset_.calendars.empty()) return wrong(source);
    }
    Expression result = make(back ? Operation::subtract : Operation::add, date.type, source);
    result.operands.reserve(2);
    result.operands.push_back(std::move(date));
    result.operands.push_back(duration);
    if (is_date && (duration.type.duration == DurationKind::calendar || duration.type.duration == DurationKind::any))
        return note_months(std::move(result), source);
    return result;
}

Expression Typing::days(std::int64_t count, const syntax::Expression& source) const {
    Expression result = make(Operation::duration, duration_type(DurationKind::exact), source);
    result.number = duration_of(DurationKind::exact, count * 86'400);
    return result;
}

Expression Typing::last_day(Expression date, const Expression& duration, const syntax::Expression& source) {
    if (date.type.kind != TypeKind::date) {
        diagnostics_.error(catalogue::no_first_day, at(source));
        return wrong(source);
    }
    switch (duration.type.duration) {
        case DurationKind::any: diagnostics_.error(catalogue::first_day_of_what, at(source)); return wrong(source);
        case DurationKind::calendar: {  // three months that begin on 1 March end on 31 May
            Expression end = shifted(std::move(date), duration, false, source);
            return unknown(end) ? std::move(end) : shifted(std::move(end), days(1, source), true, source);
        }
        default: return shifted(shifted(std::move(date), days(1, source), true, source), duration, false, source);
    }
}

Expression Typing::within(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression &date_source = source.operands[0], &duration_source = source.operands[1],
                             &anchor_source = source.operands[2];
    Expression date = expression(date_source, scope), duration = expression(duration_source, scope),
               anchor = expression(anchor_source, scope);
    const bool right = is_date_or_moment(date, date_source) && is_duration(duration, duration_source) &&
                       is_date_or_moment(anchor, anchor_source) &&
                       comparable(date, anchor, true, source, date_source, anchor_source);
    if (!right) return wrong(source);
    const bool strict = source.kind == ExpressionKind::at_least && source.option != 0;
    const auto at_most = [&](Expression left, Expression right_side) {
        Expression result = make(strict ? Operation::less : Operation::at_most, condition_type(), source);
        result.operands.push_back(std::move(left));
        result.operands.push_back(std::move(right_side));
        return result;
    };
    const bool before = source.relation == syntax::Relation::before;
    if (source.kind != ExpressionKind::at_least &&
        (!can_repeat(date, date_source) || !can_repeat(anchor, anchor_source)))
        return wrong(source);
    if (source.kind == ExpressionKind::at_least) {
        Expression limit = shifted(anchor, duration, before, source);
        if (limit.operation == Operation::nothing) return limit;
        return before ? at_most(std::move(date), std::move(limit)) : at_most(std::move(limit), std::move(date));
    }
    const bool beginning = source.relation == syntax::Relation::beginning_with;
    Expression low =
        beginning || source.relation == syntax::Relation::after ? anchor : shifted(anchor, duration, true, source);
    Expression high = before      ? anchor
                      : beginning ? last_day(anchor, duration, source)
                                  : shifted(anchor, duration, false, source);
    if (low.operation == Operation::nothing || high.operation == Operation::nothing) return wrong(source);
    Expression result = make(Operation::and_, condition_type(), source);
    result.operands.push_back(at_most(std::move(low), date));
    result.operands.push_back(at_most(std::move(date), std::move(high)));
    return result;
}

Expression Typing::due_within(const syntax::Expression& source, Scope& scope) {
    Expression done = expression(source.operands[0], scope), duration = expression(source.operands[1], scope),
               from = expression(source.operands[2], scope);
    ruleset_.reads_assessment_date = true;
    const bool right = is_date_or_moment(done, source.operands[0]) && is_duration(duration, source.operands[1]) &&
                       is_date_or_moment(from, source.operands[2]) &&
                       comparable(done, from, true, source, source.operands[0], source.operands[2]);
    if (!right) return wrong(source);
    const bool before = source.relation == syntax::Relation::before;
    if (before || source.relation == syntax::Relation::beginning_with) {
        Expression last =
            before ? shifted(std::move(from), duration, true, source) : last_day(std::move(from), duration, source);
        if (before && source.option != 0) {
            if (done.type.kind != TypeKind::date) {
                diagnostics_.error(catalogue::no_first_day, at(source));
                return wrong(source);
            }
            if (!unknown(last)) last = shifted(std::move(last), days(1, source), true, source);
        }
        from = std::move(last);
        duration = days(0, source);
    }
    if (unknown(from) || shifted(from, duration, false, source).operation == Operation::nothing) return wrong(source);
    Expression result = make(Operation::due_within, condition_type(), source);
    result.operands.push_back(std::move(done));
    result.operands.push_back(std::move(duration));
    result.operands.push_back(std::move(from));
    return result;
}

Expression Typing::apart(const syntax::Expression& source, Scope& scope) {
    Expression list = expression(source.operands[0], scope), duration = expression(source.operands[1], scope);
    Expression result = make(Operation::apart, condition_type(), source);
    result.index = (source.has_since ? 1 : 0) | (source.has_until ? 2 : 0);
    bool right = is_duration(duration, source.operands[1]) && !unknown(list);
    if (right && (!list.type.list || (list.type.kind != TypeKind::date && list.type.kind != TypeKind::moment &&
                                      list.type.kind != TypeKind::nothing))) {
        diagnostics_.error(catalogue::apart_needs_dates, at(source.operands[0]), {types_.describe(list.type)});
        right = false;
    }
    Expression one = wrong(source);
    one.type = list.type.element();
    if (right && shifted(one, duration, false, source).operation == Operation::nothing) right = false;
    std::vector<Expression> bounds;
    for (std::size_t i = 2; i < source.operands.size(); ++i) {
        Expression bound = expression(source.operands[i], scope);
        if (!is_date_or_moment(bound, source.operands[i]) ||
            (right && !comparable(one, bound, true, source, source.operands[0], source.operands[i])))
            right = false;
        bounds.push_back(std::move(bound));
    }
    if (!right) return wrong(source);
    result.operands.push_back(std::move(list));
    result.operands.push_back(std::move(duration));
    for (Expression& bound : bounds) result.operands.push_back(std::move(bound));
    return result;
}

}  // namespace brecha::model
