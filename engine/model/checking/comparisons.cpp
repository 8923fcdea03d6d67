// Comparisons: what may stand on both sides, and what is said where it does not.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_comparisons.hpp"
#include "messages/catalogue/checking_shared.hpp"

#include "words/keywords.hpp"

namespace brecha::model {

using syntax::Comparison;
using syntax::ExpressionKind;

namespace {

const syntax::Expression& without_brackets(const syntax::Expression& source) {
    const syntax::Expression* inner = &source;
    while (inner->kind == ExpressionKind::group) inner = &inner->operands.front();
    return *inner;
}

/// `a comparison b` read from the right: `b turned a`.
Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return Comparison::greater;
        case Comparison::less_equal: return Comparison::greater_equal;
        case Comparison::greater: return Comparison::less;
        case Comparison::greater_equal: return Comparison::less_equal;
        default: return comparison;
    }
}

std::string_view sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal: return "=";
        case Comparison::not_equal: return "!=";
        case Comparison::less: return "<";
        case Comparison::less_equal: return "<=";
        case Comparison::greater: return ">";
        default: return ">=";
    }
}

}  // namespace

std::pair<Expression, Expression> Typing::both(const syntax::Expression& left, const syntax::Expression& right,
                                               Scope& scope) {
    // A name on the left is read with the right side's type in mind: it may be a value of it, or be taken for one.
    if ((left.kind == ExpressionKind::name || open_name(left, scope)) && !open_name(right, scope)) {
        Expression second = expression(right, scope);
        const Type hint = second.type;
        Expression first = expression(left, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
        return {std::move(first), std::move(second)};
    }
    Expression first = expression(left, scope);
    const Type hint = first.type;
    if (unknown(first) && open_name(right, scope))
        return {std::move(first), wrong(right)};  // the first mistake explains the second
    Expression second = expression(right, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    return {std::move(first), std::move(second)};
}

Expression Typing::compare(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression& left_source = source.operands[0];
    const syntax::Expression& right_source = source.operands[1];
    const auto relational = [](const syntax::Expression& one) {
        return one.kind == ExpressionKind::compare && one.comparison <= Comparison::greater_equal;
    };
    if (source.comparison <= Comparison::greater_equal && (relational(left_source) || relational(right_source))) {
        messages::Message better;
        if (relational(left_source) &&
            (left_source.comparison == Comparison::less || left_source.comparison == Comparison::less_equal))
            better = messages::Message(catalogue::between_meant, {code(left_source.operands[1]),
                                                                  code(left_source.operands[0]), code(right_source)});
        diagnostics_.error(catalogue::chained_comparisons, at(source), {}, std::move(better));
        return wrong(source);
    }
    switch (source.comparison) {
        case Comparison::equal:
        case Comparison::not_equal:
        case Comparison::less:
        case Comparison::less_equal:
        case Comparison::greater:
        case Comparison::greater_equal: {
            auto [left, right] = both(left_source, right_source, scope);
            const bool ordered = source.comparison != Comparison::equal && source.comparison != Comparison::not_equal;
            if (!comparable(left, right, ordered, source, left_source, right_source)) return wrong(source);
            const bool swap =
                source.comparison == Comparison::greater || source.comparison == Comparison::greater_equal;
            const Operation operation =
                !ordered ? Operation::equal
                : source.comparison == Comparison::less || source.comparison == Comparison::greater
                    ? Operation::less
                    : Operation::at_most;
            Expression result = make(operation, condition_type(), source);
            result.operands.reserve(2);
            result.operands.push_back(swap ? std::move(right) : std::move(left));
            result.operands.push_back(swap ? std::move(left) : std::move(right));
            if (source.comparison != Comparison::not_equal) return result;
            Expression negated = make(Operation::not_, condition_type(), source);
            negated.operands.push_back(std::move(result));
            return negated;
        }
        case Comparison::one_of:
        case Comparison::not_one_of: return contains(source, right_source, left_source, scope);
        case Comparison::contains: return contains(source, left_source, right_source, scope);
        case Comparison::contains_any:
        case Comparison::contains_all: return contains_each(source, scope);
        case Comparison::covers: {
            auto [left, right] = both(left_source, right_source, scope);
            if (unknown(left) || unknown(right)) return wrong(source);
            for (const auto& [side, side_source] : {std::pair{&left, &left_source}, std::pair{&right, &right_source}})
                if (!side->type.list) {
                    diagnostics_.error(catalogue::covers_needs_lists, at(*side_source), {types_.describe(side->type)},
                                       side == &right ? messages::Message(catalogue::in_braces, {code(*side_source)})
                                                      : messages::Message());
                    return wrong(source);
                }
            Expression one = wrong(left_source), other = wrong(right_source);
            one.type = left.type.element();
            other.type = right.type.element();
            if (!comparable(one, other, false, source, left_source, right_source)) return wrong(source);
            Expression result = make(Operation::covers, condition_type(), source);
            result.operands.push_back(std::move(left));
            result.operands.push_back(std::move(right));
            return result;
        }
        case Comparison::starts_with: {
            Expression left = expression(left_source, scope), right = expression(right_source, scope);
            if (unknown(left) || unknown(right)) return wrong(source);
            for (const auto& [side, side_source] : {std::pair{&left, &left_source}, std::pair{&right, &right_source}})
                if (!single(side->type, TypeKind::text)) {
                    diagnostics_.error(catalogue::starts_with_needs_texts, at(*side_source),
                                       {types_.describe(side->type)});
                    return wrong(source);
                }
            Expression result = make(Operation::starts_with, condition_type(), source);
            result.operands.push_back(std::move(left));
            result.operands.push_back(std::move(right));
            return result;
        }
    }
    return wrong(source);
}

/// `list contains value`, also written `value is (not) one of list`.
Expression Typing::contains(const syntax::Expression& source, const syntax::Expression& list_source,
                            const syntax::Expression& value_source, Scope& scope) {
    const bool turned_round = source.comparison == Comparison::one_of || source.comparison == Comparison::not_one_of;
    auto [first, second] =
        both(turned_round ? value_source : list_source, turned_round ? list_source : value_source, scope);
    Expression& list = turned_round ? second : first;
    Expression& value = turned_round ? first : second;
    if (unknown(list) || unknown(value)) return wrong(source);
    if (!list.type.list) {
        messages::Message help;
        if (!turned_round) help = messages::Message(catalogue::write_equals, {code(list_source), code(value_source)});
        if (list.type.kind == TypeKind::text) help = messages::Message(catalogue::write_matches);
        diagnostics_.error(catalogue::no_list, at(list_source), {types_.describe(list.type)}, std::move(help));
        return wrong(source);
    }
    if (value.type.list) {
        diagnostics_.error(catalogue::list_as_element, at(value_source));
        return wrong(source);
    }
    Expression one = wrong(list_source);  // an element, for the message
    one.type = list.type.element();
    if (!comparable(one, value, false, source, list_source, value_source)) return wrong(source);
    Expression result = make(Operation::contains, condition_type(), source);
    Expression moved_list = std::move(list);
    Expression moved_value = std::move(value);
    result.operands.push_back(std::move(moved_list));
    result.operands.push_back(std::move(moved_value));
    if (source.comparison != Comparison::not_one_of) return result;
    Expression negated = make(Operation::not_, condition_type(), source);
    negated.operands.push_back(std::move(result));
    return negated;
}

/// `L contains any of {a, b}`: `L contains a or L contains b`; `contains all of`: with `and`.
Expression Typing::contains_each(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression& values = source.operands[1];
    if (values.kind != ExpressionKind::set || values.operands.empty()) {
        diagnostics_.error(catalogue::contains_each_needs_values, at(values));
        return wrong(source);
    }
    Expression result = make(source.comparison == Comparison::contains_any ? Operation::or_ : Operation::and_,
                             condition_type(), source);
    for (const syntax::Expression& value : values.operands) {
        Expression one = contains(source, source.operands[0], value, scope);
        if (unknown(one)) return wrong(source);
        one.span = value.span;
        result.operands.push_back(std::move(one));
    }
    if (result.operands.size() > 1) return result;
    Expression only = std::move(result.operands.front());
    return only;
}

bool Typing::comparable(const Expression& left, const Expression& right, bool ordered, const syntax::Expression& source,
                        const syntax::Expression& left_source, const syntax::Expression& right_source) {
    if (unknown(left) || unknown(right)) return false;
    const Type& one = left.type;
    const Type& other = right.type;
    const auto refuse = [&](const messages::Entry& entry, std::vector<messages::Argument> arguments = {},
                            messages::Message help = {}) {
        diagnostics_.error(entry, at(source), std::move(arguments), std::move(help));
        return false;
    };
    if (one.list || other.list) {
        constexpr grammar::Role covers = grammar::role("covers"), contains = grammar::role("contains"),
                                one_of = grammar::role("is one of");
        return refuse(catalogue::lists_compared, {sign_of(source.comparison), code(left_source),
                                                  messages::Keyword{one.list && other.list ? covers
                                                                    : one.list             ? contains
                                                                                           : one_of},
                                                  code(right_source)});
    }
    // An item against the text of its key.
    if ((one.kind == TypeKind::item && other.kind == TypeKind::text) ||
        (one.kind == TypeKind::text && other.kind == TypeKind::item)) {
        const bool left_is_item = one.kind == TypeKind::item;
        const Type& item = left_is_item ? one : other;
        const Entity& entity = types_.entity(item.of);
        messages::Message help;
        if (!entity.key.empty()) {
            const std::string& key = entity.fields[entity.key.front()].name;
            if (source.kind == ExpressionKind::compare && source.comparison <= Comparison::greater_equal)
                help = messages::Message(catalogue::compare_these,
                                         {code(left_source, left_is_item ? "." + key : ""), sign_of(source.comparison),
                                          code(right_source, left_is_item ? "" : "." + key)});
            else help = messages::Message(catalogue::write_its_key, {key});
        }
        return refuse(catalogue::item_and_text, {types_.describe(item)}, std::move(help));
    }
    const auto number_and_percent = [](const Type& a, const Type& b) {
        return a.kind == TypeKind::number && b.kind == TypeKind::percent;
    };
    if (number_and_percent(one, other) || number_and_percent(other, one)) {
        const bool left_is_number = one.kind == TypeKind::number;
        const Expression& number = left_is_number ? left : right;
        return refuse(
            catalogue::percent_and_number, {},
            number.operation == Operation::number
                ? messages::Message(catalogue::write_percent, {code(left_is_number ? left_source : right_source)})
                : messages::Message());
    }
    if (one.kind == TypeKind::number && other.kind == TypeKind::number &&
        !types_.same_dimension(one.unit, other.unit)) {
        messages::Message help;
        if (one.unit < 0 || other.unit < 0) {
            const bool left_plain = one.unit < 0;
            const std::string unit = types_.unit_name(left_plain ? other.unit : one.unit);
            help =
                (left_plain ? left : right).operation == Operation::number
                    ? messages::Message(catalogue::write_with_unit,
                                        {code(left_plain ? left_source : right_source), unit})
                    : messages::Message(catalogue::amount_alone, {code(left_plain ? right_source : left_source), unit});
        } else if (left.operation == Operation::field && left_source.kind == ExpressionKind::field) {
            // A field of the same item whose unit makes up the difference: capacity / area.
            const Entity& entity = types_.entity(left.operands.front().type.of);
            const std::int32_t wanted = types_.unit_product(one.unit, other.unit, true, at(source));
            for (const Field& field : entity.fields)
                if (help.empty() && field.type.kind == TypeKind::number && !field.type.list && field.type.unit >= 0 &&
                    types_.same_dimension(field.type.unit, wanted))
                    help = messages::Message(catalogue::quotient_meant,
                                             {code(left_source), code(left_source.operands.front()), field.name,
                                              sign_of(source.comparison), code(right_source)});
        }
        return refuse(catalogue::units_compared, {types_.unit_in_words(one), types_.unit_in_words(other)},
                      std::move(help));
    }
    if (is_time(one) && is_time(other) && one.kind != other.kind)
        return refuse(catalogue::date_and_moment, {code(one.kind == TypeKind::moment ? left_source : right_source)});
    if (one.kind == TypeKind::duration && other.kind == TypeKind::duration) {
        const auto stated = [](const Expression& side) {
            return side.operation == Operation::duration || side.operation == Operation::parameter;
        };
        if (one.duration != other.duration && one.duration != DurationKind::any &&
            other.duration != DurationKind::any && either_working(one, other))
            return refuse(catalogue::working_days_alone);
        const bool left_measured =
            one.duration == DurationKind::exact && other.duration == DurationKind::calendar && !stated(left);
        const bool right_measured =
            other.duration == DurationKind::exact && one.duration == DurationKind::calendar && !stated(right);
        if (left_measured || right_measured) {
            const syntax::Expression& difference = without_brackets(left_measured ? left_source : right_source);
            const syntax::Expression& months = left_measured ? right_source : left_source;
            const Comparison comparison = left_measured ? source.comparison : turned(source.comparison);
            messages::Message help;
            if ((left_measured ? left : right).calls(words::Function::longest_gap)) {
                const bool of_list = difference.kind == ExpressionKind::call && difference.operands.size() == 1;
                help = of_list ? messages::Message(catalogue::apart_instead,
                                                   {code(difference.operands.front()), code(months)})
                               : messages::Message(catalogue::apart_of_list, {code(months)});
            }
            if (difference.kind == ExpressionKind::sum && difference.text == "-" &&
                source.kind == ExpressionKind::compare) {
                const syntax::Expression &later = difference.operands[0], &earlier = difference.operands[1];
                if (comparison == Comparison::less_equal)
                    help = messages::Message(catalogue::within_after, {code(later), code(months), code(earlier)});
                else if (comparison == Comparison::greater_equal)
                    help = messages::Message(catalogue::at_least_after, {code(later), code(months), code(earlier)});
                else
                    help = messages::Message(catalogue::later_than_sum,
                                             {code(later), sign_of(comparison), code(earlier), code(months)});
            }
            return refuse(catalogue::days_and_months_compared, {}, std::move(help));
        }
    }
    if (!ordered && one.kind == TypeKind::enumeration && other.kind == TypeKind::enumeration &&
        (types_.extends(one.of, other.of) || types_.extends(other.of, one.of)))
        return true;
    if (!types_.common(one, other)) {
        messages::Message help;
        if (one.kind == TypeKind::enumeration && other.kind == TypeKind::text && right.operation == Operation::text &&
            types_.value_named(one.of, right.text) >= 0)
            help = messages::Message(catalogue::without_quotes, {right.text});
        const auto year_against = [](const Expression& date, const Expression& number) {
            return single(date.type, TypeKind::date) && number.operation == Operation::number &&
                   number.number % decimal_one == 0;
        };
        if (year_against(left, right) || year_against(right, left))
            help = messages::Message(catalogue::compare_its_year,
                                     {code(year_against(left, right) ? left_source : right_source)});
        if (one.kind == TypeKind::duration && is_bare_number(right))
            help = messages::Message(catalogue::say_time_unit, {code(right_source)});
        if (other.kind == TypeKind::duration && is_bare_number(left))
            help = messages::Message(catalogue::say_time_unit, {code(left_source)});
        return refuse(catalogue::kinds_compared, {types_.describe(one), types_.describe(other)}, std::move(help));
    }
    if (!ordered) return true;
    const messages::Argument sign =
        source.kind == ExpressionKind::between ? messages::Argument(messages::Keyword{grammar::role("between")})
        : source.kind == ExpressionKind::call  ? function_word(source)
                                               : messages::Argument(sign_of(source.comparison));
    switch (one.kind == TypeKind::nothing ? other.kind : one.kind) {
        case TypeKind::number:
        case TypeKind::percent:
        case TypeKind::date:
        case TypeKind::moment:
        case TypeKind::duration:
        case TypeKind::nothing: return true;
        case TypeKind::enumeration: {
            if (types_.enumeration(one.of).ordered) return true;
            return refuse(catalogue::values_without_order, {types_.enumeration_name(one.of), sign});
        }
        default: return refuse(catalogue::kind_without_order, {types_.describe(one), sign});
    }
}

Expression Typing::between(const syntax::Expression& source, Scope& scope) {
    // x between a and b => a <= x and x <= b
    const syntax::Expression &value_source = source.operands[0], &low_source = source.operands[1],
                             &high_source = source.operands[2];
    Expression value = expression(value_source, scope);
    const Type hint = value.type;
    Expression low = expression(low_source, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    Expression high = expression(high_source, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    if (!comparable(value, low, true, source, value_source, low_source) ||
        !comparable(value, high, true, source, value_source, high_source))
        return wrong(source);
    if (!can_repeat(value, value_source)) return wrong(source);
    Expression first = make(Operation::at_most, condition_type(), source);
    first.operands.push_back(std::move(low));
    first.operands.push_back(value);
    Expression second = make(Operation::at_most, condition_type(), source);
    second.operands.push_back(std::move(value));
    second.operands.push_back(std::move(high));
    Expression result = make(Operation::and_, condition_type(), source);
    result.operands.push_back(std::move(first));
    result.operands.push_back(std::move(second));
    return result;
}

}  // namespace brecha::model
