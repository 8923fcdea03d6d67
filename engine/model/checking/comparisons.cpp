// Comparisons: what may stand on both sides, and what is said where it does not.
#include "model/checking/checker.hpp"
#include "model/checking/kinds.hpp"

#include "words/keywords.hpp"

namespace brecha::model {

using grammar::Localized;
using grammar::say;
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

std::pair<Expression, Expression> Checker::both(const syntax::Expression& left, const syntax::Expression& right, Scope& scope) {
    // A name on the left is read with the right side's type in mind: it may be a value of it, or be taken for one.
    if ((left.kind == ExpressionKind::name || open_name(left, scope)) && !open_name(right, scope)) {
        Expression second = expression(right, scope);
        const Type hint = second.type;
        Expression first = expression(left, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
        return {std::move(first), std::move(second)};
    }
    Expression first = expression(left, scope);
    const Type hint = first.type;
    if (unknown(first) && open_name(right, scope)) return {std::move(first), wrong(right)};  // the first mistake explains the second
    Expression second = expression(right, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    return {std::move(first), std::move(second)};
}

Expression Checker::compare(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression& left_source = source.operands[0];
    const syntax::Expression& right_source = source.operands[1];
    const auto relational = [](const syntax::Expression& one) { return one.kind == ExpressionKind::compare && one.comparison <= Comparison::greater_equal; };
    if (source.comparison <= Comparison::greater_equal && (relational(left_source) || relational(right_source))) {
        std::string better;
        if (relational(left_source) && (left_source.comparison == Comparison::less || left_source.comparison == Comparison::less_equal))
            better = written(left_source.operands[1]) + " " + std::string(grammar::keyword("between", files_[file_]->language)) + " " +
                     written(left_source.operands[0]) + " " + std::string(grammar::keyword("and", files_[file_]->language)) + " " + written(right_source);
        report_.error("B311", place(source), say("comparisons do not chain", "las comparaciones no se encadenan"),
                      better.empty() ? say("join two comparisons with `and`", "una dos comparaciones con `and`")
                                     : say("`{}`, both ends included", "`{}`, ambos extremos incluidos", {better}));
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
            const bool swap = source.comparison == Comparison::greater || source.comparison == Comparison::greater_equal;
            const Operation operation = !ordered                                                                            ? Operation::equal
                                        : source.comparison == Comparison::less || source.comparison == Comparison::greater ? Operation::less
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
        case Comparison::not_one_of:
        case Comparison::contains: {
            const bool turned_round = source.comparison != Comparison::contains;  // x is one of L
            const syntax::Expression& list_source = turned_round ? right_source : left_source;
            const syntax::Expression& value_source = turned_round ? left_source : right_source;
            auto [first, second] = both(left_source, right_source, scope);
            Expression& list = turned_round ? second : first;
            Expression& value = turned_round ? first : second;
            if (unknown(list) || unknown(value)) return wrong(source);
            if (!list.type.list) {
                Localized help = turned_round ? say("a list stands in braces: `{a, b}`", "una lista va entre llaves: `{a, b}`")
                                              : say("write `{} = {}`", "escriba `{} = {}`", {written(list_source), written(value_source)});
                if (list.type.kind == TypeKind::text)
                    help = say("for a part of a text write `matches \"*…*\"`", "para una parte de un texto escriba `matches \"*…*\"`");
                report_.error("B330", place(list_source), tell("{} is no list", "{} no es una lista", {describe(list.type)}), std::move(help));
                return wrong(source);
            }
            if (value.type.list) {
                report_.error("B319", place(value_source), say("a whole list is not one element", "una lista entera no es un elemento"),
                              say("write `{}` for a list", "para una lista escriba `{}`", {keyword("covers")}));
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
        case Comparison::covers: {
            auto [left, right] = both(left_source, right_source, scope);
            if (unknown(left) || unknown(right)) return wrong(source);
            for (const auto& [side, side_source] : {std::pair{&left, &left_source}, std::pair{&right, &right_source}})
                if (!side->type.list) {
                    report_.error("B330", place(*side_source),
                                  tell("`covers` stands between two lists, this is {}", "`covers` va entre dos listas, esto es {}", {describe(side->type)}),
                                  side == &right
                                      ? say("put it in braces: `{{}}`", "póngalo entre llaves: `{{}}`", {written(*side_source)})
                                      : say("for a single value write `=` or `{}`", "para un solo valor escriba `=` o `{}`", {keyword("is one of")}));
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
                    report_.error(
                        "B316", place(*side_source),
                        tell("`starts with` stands between two texts, this is {}", "`starts with` va entre dos textos, esto es {}", {describe(side->type)}),
                        {});
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

bool Checker::comparable(const Expression& left, const Expression& right, bool ordered, const syntax::Expression& source, const syntax::Expression& left_source,
                         const syntax::Expression& right_source) {
    if (unknown(left) || unknown(right)) return false;
    const Type& one = left.type;
    const Type& other = right.type;
    // Most comparisons are right: words for messages are made only where one is told.
    const auto left_text = [&] { return written(left_source); };
    const auto right_text = [&] { return written(right_source); };
    const auto refuse = [&](std::string_view code, Localized message, Localized help = {}) {
        report_.error(code, place(source), std::move(message), std::move(help));
        return false;
    };
    if (one.list || other.list)
        return refuse("B319", say("lists are not compared with \"{}\"", "las listas no se comparan con \"{}\"", {std::string(sign_of(source.comparison))}),
                      say("write `{} {} {}`", "escriba `{} {} {}`",
                          {left_text(),
                           keyword(one.list && other.list ? "covers"
                                   : one.list             ? "contains"
                                                          : "is one of"),
                           right_text()}));
    // An item against the text of its key.
    if ((one.kind == TypeKind::item && other.kind == TypeKind::text) || (one.kind == TypeKind::text && other.kind == TypeKind::item)) {
        const bool left_is_item = one.kind == TypeKind::item;
        const Entity& entity = ruleset_.vocabulary.entities[static_cast<std::size_t>(left_is_item ? one.of : other.of)];
        Localized help = say("compare one of its fields", "compare uno de sus campos");
        if (!entity.key.empty()) {
            const std::string& key = entity.fields[entity.key.front()].name;
            std::string better;
            if (source.kind == ExpressionKind::compare && source.comparison <= Comparison::greater_equal)
                better = left_text() + (left_is_item ? "." + key : "") + " " + std::string(sign_of(source.comparison)) + " " + right_text() +
                         (left_is_item ? "" : "." + key);
            help = better.empty() ? say("write `.{}` for its key", "escriba `.{}` para su clave", {key}) : say("write `{}`", "escriba `{}`", {better});
        }
        Type item = left_is_item ? one : other;
        return refuse("B308", tell("{} is compared with a text", "{} se compara con un texto", {describe(item)}), std::move(help));
    }
    const auto number_and_percent = [](const Type& a, const Type& b) { return a.kind == TypeKind::number && b.kind == TypeKind::percent; };
    if (number_and_percent(one, other) || number_and_percent(other, one)) {
        const bool left_is_number = one.kind == TypeKind::number;
        const Expression& number = left_is_number ? left : right;
        return refuse("B318", say("a percentage cannot be compared with a number", "un porcentaje no se puede comparar con un número"),
                      number.operation == Operation::number ? say("write `{}%`", "escriba `{}%`", {left_is_number ? left_text() : right_text()})
                                                            : say("write a percentage as `30%`, a share of numbers as `share(part, whole)`",
                                                                  "escriba un porcentaje como `30%`, una parte de números como `share(part, whole)`"));
    }
    if (one.kind == TypeKind::number && other.kind == TypeKind::number && !same_dimension(one.unit, other.unit)) {
        const std::string left_unit = one.unit < 0 ? std::string() : unit_name(one.unit), right_unit = other.unit < 0 ? std::string() : unit_name(other.unit);
        Localized help;
        if (left_unit.empty() || right_unit.empty()) {
            const bool left_plain = left_unit.empty();
            const Expression& plain = left_plain ? left : right;
            const std::string& unit = left_plain ? right_unit : left_unit;
            const std::string text = left_plain ? left_text() : right_text();
            help = plain.operation == Operation::number ? say("write `{} {}`", "escriba `{} {}`", {text, unit})
                                                        : say("write `amount({}, {})` for the number alone", "escriba `amount({}, {})` para el número solo",
                                                              {left_plain ? right_text() : left_text(), unit});
        } else if (left.operation == Operation::field && left_source.kind == ExpressionKind::field) {
            // A field of the same item whose unit makes up the difference: capacity / area.
            const Entity& entity = ruleset_.vocabulary.entities[static_cast<std::size_t>(left.operands.front().type.of)];
            const std::int32_t wanted = unit_product(one.unit, other.unit, true, place(source));
            for (const Field& field : entity.fields)
                if (help.empty() && field.type.kind == TypeKind::number && !field.type.list && field.type.unit >= 0 && same_dimension(field.type.unit, wanted))
                    help = say("did you mean `{} / {}.{} {} {}`?", "¿quiso decir `{} / {}.{} {} {}`?",
                               {left_text(), written(left_source.operands.front()), field.name, std::string(sign_of(source.comparison)), right_text()});
        }
        if (help.empty()) help = say("bring both to one unit", "lleve ambos a una misma unidad");
        return refuse("B301",
                      tell("{} cannot be compared with {}", "{} no se puede comparar con {}",
                           {left_unit.empty() ? Argument(say("a number without unit", "un número sin unidad")) : Argument(left_unit),
                            right_unit.empty() ? Argument(say("a number without unit", "un número sin unidad")) : Argument(right_unit)}),
                      std::move(help));
    }
    if (is_time(one) && is_time(other) && one.kind != other.kind)
        return refuse("B316", say("a date cannot be compared with a moment", "una fecha no se puede comparar con un momento"),
                      say("write `date({})`", "escriba `date({})`", {one.kind == TypeKind::moment ? left_text() : right_text()}));
    if (one.kind == TypeKind::duration && other.kind == TypeKind::duration) {
        const auto stated = [](const Expression& side) { return side.operation == Operation::duration || side.operation == Operation::parameter; };
        const bool left_measured = one.duration == DurationKind::exact && other.duration == DurationKind::calendar && !stated(left);
        const bool right_measured = other.duration == DurationKind::exact && one.duration == DurationKind::calendar && !stated(right);
        if (left_measured || right_measured) {
            const syntax::Expression& difference = without_brackets(left_measured ? left_source : right_source);
            const std::string months = left_measured ? right_text() : left_text();
            const Comparison comparison = left_measured ? source.comparison : turned(source.comparison);
            const std::string& language = files_[file_]->language;
            Localized help = say("add the months to the earlier date, and compare dates", "sume los meses a la fecha anterior y compare fechas");
            if (difference.kind == ExpressionKind::sum && difference.operators == "-" && source.kind == ExpressionKind::compare) {
                const std::string later = written(difference.operands[0]), earlier = written(difference.operands[1]);
                const std::string after(grammar::keyword("after", language));
                std::string better = later + " " + std::string(sign_of(comparison)) + " " + earlier + " + " + months;
                if (comparison == Comparison::less_equal)
                    better = later + " " + std::string(grammar::keyword("within", language)) + " " + months + " " + after + " " + earlier;
                if (comparison == Comparison::greater_equal)
                    better = later + " " + std::string(grammar::keyword("at least", language)) + " " + months + " " + after + " " + earlier;
                help = say("write `{}`", "escriba `{}`", {better});
            }
            return refuse("B309", say("a number of days cannot be compared with months", "un número de días no se puede comparar con meses"), std::move(help));
        }
    }
    if (!ordered && one.kind == TypeKind::enumeration && other.kind == TypeKind::enumeration && (extends(one.of, other.of) || extends(other.of, one.of)))
        return true;
    if (!common(one, other)) {
        Localized help;
        if (one.kind == TypeKind::enumeration && other.kind == TypeKind::text && right.operation == Operation::text &&
            ruleset_.vocabulary.enumerations[static_cast<std::size_t>(one.of)].index_of(right.text) >= 0)
            help = say("write `{}` without quotes", "escriba `{}` sin comillas", {right.text});
        const auto year_against = [](const Expression& date, const Expression& number) {
            return single(date.type, TypeKind::date) && number.operation == Operation::number && number.number % decimal_one == 0;
        };
        if (year_against(left, right) || year_against(right, left))
            help = say("compare its year: `{}({})`", "compare su año: `{}({})`",
                       {std::string(grammar::built_in_word("year", files_[file_]->language)), year_against(left, right) ? left_text() : right_text()});
        return refuse("B316", tell("{} cannot be compared with {}", "{} no se puede comparar con {}", {describe(one), describe(other)}), std::move(help));
    }
    if (!ordered) return true;
    switch (one.kind == TypeKind::nothing ? other.kind : one.kind) {
        case TypeKind::number:
        case TypeKind::percent:
        case TypeKind::date:
        case TypeKind::moment:
        case TypeKind::duration:
        case TypeKind::nothing: return true;
        case TypeKind::enumeration: {
            if (ruleset_.vocabulary.enumerations[static_cast<std::size_t>(one.of)].ordered) return true;
            const std::string name = enumeration_name(one.of);
            return refuse("B302",
                          say("the values of {} have no order, so \"{}\" has no meaning", "los valores de {} no tienen orden: \"{}\" no significa nada",
                              {name, std::string(sign_of(source.comparison))}),
                          say("compare with \"=\" or \"{}\"; an order is written with \"<\" where {} is declared",
                              "compare con \"=\" o \"{}\"; un orden se escribe con \"<\" donde se declara {}", {keyword("is one of"), name}));
        }
        default:
            return refuse("B302",
                          tell("{} has no order, so \"{}\" has no meaning", "{} no tiene orden: \"{}\" no significa nada",
                               {describe(one), std::string(sign_of(source.comparison))}),
                          say("compare with \"=\"", "compare con \"=\""));
    }
}

Expression Checker::between(const syntax::Expression& source, Scope& scope) {
    // x between a and b => a <= x and x <= b
    const syntax::Expression &value_source = source.operands[0], &low_source = source.operands[1], &high_source = source.operands[2];
    Expression value = expression(value_source, scope);
    const Type hint = value.type;
    Expression low = expression(low_source, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    Expression high = expression(high_source, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
    if (!comparable(value, low, true, source, value_source, low_source) || !comparable(value, high, true, source, value_source, high_source))
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
