// Sums, products, and values that stand in for a missing one: units, and kinds that do not mix.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_arithmetic.hpp"
#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_shared.hpp"

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

// Of + or × between values that are not plain numbers: each operand is one level deeper.
constexpr std::size_t longest_chain = 200;

}  // namespace

Expression Typing::otherwise(const syntax::Expression& source, Scope& scope, const Type* hint) {
    Expression left = expression(source.operands[0], scope, hint);
    const Type known = left.type;
    Expression right = expression(source.operands[1], scope, known.kind == TypeKind::nothing ? hint : &known);
    if (unknown(left) || unknown(right)) return wrong(source);
    const std::optional<Type> type = types_.common(left.type, right.type);
    if (!type) {
        diagnostics_.error(catalogue::stand_in, at(source), {types_.describe(right.type), types_.describe(left.type)},
                           right.operation == Operation::number
                               ? unit_help(catalogue::say_the_unit, source.operands[1], right, left.type)
                               : messages::Message());
        return wrong(source);
    }
    Expression result = make(Operation::otherwise, *type, source);
    result.operands.push_back(std::move(left));
    result.operands.push_back(std::move(right));
    return result;
}

Expression Typing::sum(const syntax::Expression& source, Scope& scope) {
    std::vector<Expression> operands;
    operands.reserve(source.operands.size());
    bool numbers = true, known = true;
    for (const syntax::Expression& operand : source.operands) {
        operands.push_back(expression(operand, scope));
        const Type& type = operands.back().type;
        if (unknown(operands.back())) known = false;
        if (!single(type, TypeKind::number) && !single(type, TypeKind::percent)) numbers = false;
    }
    if (!known) return wrong(source);
    const bool balanced = numbers && operands.size() > 8;
    if (!balanced && operands.size() > longest_chain) {
        diagnostics_.error(catalogue::long_sum, at(source), {operands.size()});
        return wrong(source);
    }
    if (!balanced) {
        Expression result = std::move(operands.front());
        for (std::size_t i = 1; i < operands.size(); ++i) {
            result = add_two(std::move(result), std::move(operands[i]), source.text[i - 1] == '-', source,
                             i == 1 ? &source.operands.front() : nullptr, source.operands[i]);
            if (result.operation == Operation::nothing) return result;
        }
        return result;
    }
    // Sums are exact, so a long one may be added in any order: as a tree that is flat, what is added and what is taken
    // away apart.
    std::vector<Expression> added, taken;
    for (std::size_t i = 0; i < operands.size(); ++i)
        (i > 0 && source.text[i - 1] == '-' ? taken : added).push_back(std::move(operands[i]));
    const auto flatten = [&](std::vector<Expression>& parts) {
        while (parts.size() > 1) {
            std::vector<Expression> next;
            for (std::size_t i = 0; i < parts.size(); i += 2) {
                if (i + 1 == parts.size()) next.push_back(std::move(parts[i]));
                else
                    next.push_back(add_two(std::move(parts[i]), std::move(parts[i + 1]), false, source, nullptr,
                                           source.operands.back()));
            }
            parts = std::move(next);
        }
    };
    flatten(added);
    if (taken.empty()) return std::move(added.front());
    flatten(taken);
    return add_two(std::move(added.front()), std::move(taken.front()), true, source, nullptr, source.operands.back());
}

Expression Typing::add_two(Expression left, Expression right, bool subtract, const syntax::Expression& source,
                           const syntax::Expression* left_source, const syntax::Expression& right_source) {
    if (unknown(left) || unknown(right)) return wrong(source);
    const Type one = left.type, other = right.type;
    const auto joined = [&](Operation operation, Type type) {
        Expression result = make(operation, type, source);
        result.operands.reserve(2);
        result.operands.push_back(std::move(left));
        result.operands.push_back(std::move(right));
        return result;
    };
    const Operation operation = subtract ? Operation::subtract : Operation::add;
    if (one.list && other.list && !subtract)
        if (const std::optional<Type> type = types_.common(one, other)) return joined(Operation::add, *type);
    if (!one.list && !other.list) {
        if (one.kind == TypeKind::number && other.kind == TypeKind::number) {
            if (const std::optional<Type> type = types_.common(one, other)) return joined(operation, *type);
            messages::Message help;
            if (right.operation == Operation::number && other.unit < 0)
                help = messages::Message(catalogue::write_with_unit, {code(right_source), types_.unit_name(one.unit)});
            else if (left.operation == Operation::number && one.unit < 0 && left_source != nullptr)
                help =
                    messages::Message(catalogue::write_with_unit, {code(*left_source), types_.unit_name(other.unit)});
            diagnostics_.error(subtract ? catalogue::units_subtracted : catalogue::units_added, at(source),
                               {types_.unit_in_words(other), types_.unit_in_words(one)}, std::move(help));
            return wrong(source);
        }
        if (one.kind == TypeKind::percent && other.kind == TypeKind::percent) return joined(operation, one);
        if (one.kind == TypeKind::duration && other.kind == TypeKind::duration) {
            const bool mixed = one.duration != other.duration && one.duration != DurationKind::any &&
                               other.duration != DurationKind::any;
            if (mixed) {
                diagnostics_.error(
                    either_working(one, other) ? catalogue::working_days_alone : catalogue::days_and_months_added,
                    at(source));
                return wrong(source);
            }
            return joined(operation, duration_type(one.duration == other.duration ? one.duration : DurationKind::any));
        }
        if (is_time(one) && other.kind == TypeKind::duration) {
            Expression moved = std::move(left);
            return shifted(std::move(moved), right, subtract, source);
        }
        if (one.kind == TypeKind::duration && is_time(other) && !subtract) {
            Expression moved = std::move(right);
            return shifted(std::move(moved), left, false, source);
        }
        if (subtract && is_time(one) && one.kind == other.kind)
            return joined(Operation::subtract, duration_type(DurationKind::exact));
        if (is_time(one) && other.kind == TypeKind::number) {
            diagnostics_.error(catalogue::duration_not_number, at(right_source),
                               {types_.describe(one), code(right_source)});
            return wrong(source);
        }
    }
    messages::Message help;
    if (one.list != other.list && !subtract) help = catalogue::single_in_braces;
    if (one.kind == TypeKind::percent || other.kind == TypeKind::percent) help = catalogue::percent_of_number;
    if (one.kind == TypeKind::text || other.kind == TypeKind::text) help = catalogue::texts_not_joined;
    if (one.kind == TypeKind::duration && is_bare_number(right))
        help = messages::Message(catalogue::say_time_unit, {code(right_source)});
    diagnostics_.error(subtract ? catalogue::subtracted : catalogue::added, at(source),
                       {types_.describe(other), types_.describe(one)}, std::move(help));
    return wrong(source);
}

Expression Typing::product(const syntax::Expression& source, Scope& scope) {
    if (source.operands.size() > longest_chain) {
        diagnostics_.error(catalogue::long_product, at(source), {source.operands.size()});
        return wrong(source);
    }
    Expression result = expression(source.operands.front(), scope);
    bool known = !unknown(result);
    for (std::size_t i = 1; i < source.operands.size(); ++i) {
        Expression right = expression(source.operands[i], scope);
        if (unknown(right)) known = false;
        if (!known) continue;
        const bool divide = source.text[i - 1] == '/';
        const Type one = result.type, other = right.type;
        std::optional<Type> type;
        const bool one_plain = single(one, TypeKind::number) && one.unit < 0,
                   other_plain = single(other, TypeKind::number) && other.unit < 0;
        if (single(one, TypeKind::number) && single(other, TypeKind::number)) {
            Type number = one;
            const std::size_t errors = diagnostics_.error_count();
            number.unit = types_.unit_product(one.unit, other.unit, divide, at(source));
            if (diagnostics_.error_count() != errors) return wrong(source);
            number.integer = !divide && one.integer && other.integer && number.unit < 0;
            type = number;
        } else if (!divide && single(one, TypeKind::percent) && single(other, TypeKind::number)) {
            type = other;
            type->integer = false;
        } else if (!divide && single(one, TypeKind::number) && single(other, TypeKind::percent)) {
            type = one;
            type->integer = false;
        } else if (!divide && single(one, TypeKind::duration) && other_plain) {
            type = one;
        } else if (!divide && one_plain && single(other, TypeKind::duration)) {
            type = other;
        } else if (divide && single(one, TypeKind::duration) && single(other, TypeKind::duration)) {
            const bool mixed = one.duration != other.duration && one.duration != DurationKind::any &&
                               other.duration != DurationKind::any;
            if (mixed) {
                diagnostics_.error(
                    either_working(one, other) ? catalogue::working_days_alone : catalogue::days_by_months, at(source));
                return wrong(source);
            }
            Type number;
            number.kind = TypeKind::number;
            type = number;
        }
        if (!type) {
            messages::Message help;
            if (divide && one.kind == TypeKind::duration) help = catalogue::half_of_it;
            if (one.list || other.list) help = catalogue::sum_or_count;
            diagnostics_.error(divide ? catalogue::divided : catalogue::multiplied, at(source),
                               {types_.describe(one), types_.describe(other)}, std::move(help));
            return wrong(source);
        }
        Expression next = make(divide ? Operation::divide : Operation::multiply, *type, source);
        next.operands.reserve(2);
        next.operands.push_back(std::move(result));
        next.operands.push_back(std::move(right));
        result = std::move(next);
    }
    return known ? std::move(result) : wrong(source);
}

}  // namespace brecha::model
