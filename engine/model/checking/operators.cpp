// Comparisons, sums, products and dates: what may stand on both sides, and what the sugar becomes.
#include "model/checking/checker.hpp"

#include <brecha/grammar/keywords.hpp>

#include <algorithm>

namespace brecha::model {

using grammar::Localized;
using grammar::say;
using syntax::Comparison;
using syntax::ExpressionKind;

namespace {

Type condition_type() {
    Type type;
    type.kind = TypeKind::yes_no;
    return type;
}

Type duration_type(DurationKind kind) {
    Type type;
    type.kind = TypeKind::duration;
    type.duration = kind;
    return type;
}

const syntax::Expression& without_brackets(const syntax::Expression& source) {
    const syntax::Expression* inner = &source;
    while (inner->kind == ExpressionKind::group) inner = &inner->operands.front();
    return *inner;
}

bool single(const Type& type, TypeKind kind) { return type.kind == kind && !type.list; }
bool is_time(const Type& type) { return !type.list && (type.kind == TypeKind::date || type.kind == TypeKind::moment); }
bool unknown(const Expression& expression) { return expression.type.kind == TypeKind::nothing && !expression.type.list; }

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

constexpr std::size_t longest_chain = 200;   // of + or × between values that are not plain numbers: each operand is one level deeper

}  // namespace

std::pair<Expression, Expression> Checker::both(const syntax::Expression& left, const syntax::Expression& right, Scope& scope) {
    if (open_name(left, scope) && !open_name(right, scope)) {
        Expression second = expression(right, scope);
        const Type hint = second.type;
        Expression first = expression(left, scope, hint.kind == TypeKind::nothing ? nullptr : &hint);
        return {std::move(first), std::move(second)};
    }
    Expression first = expression(left, scope);
    const Type hint = first.type;
    if (unknown(first) && open_name(right, scope)) return {std::move(first), wrong(right)};   // the first mistake explains the second
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
            better = written(left_source.operands[1]) + " " + std::string(grammar::keyword("between", files_[file_]->language)) + " " + written(left_source.operands[0]) + " " +
                     std::string(grammar::keyword("and", files_[file_]->language)) + " " + written(right_source);
        report_.error("B311", place(source), say("comparisons do not chain", "las comparaciones no se encadenan"),
                      better.empty() ? say("join two comparisons with `and`", "una dos comparaciones con `and`") : say("`{}`, both ends included", "`{}`, ambos extremos incluidos", {better}));
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
            const Operation operation = !ordered ? Operation::equal
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
            const bool turned_round = source.comparison != Comparison::contains;   // x is one of L
            const syntax::Expression& list_source = turned_round ? right_source : left_source;
            const syntax::Expression& value_source = turned_round ? left_source : right_source;
            auto [first, second] = both(left_source, right_source, scope);
            Expression& list = turned_round ? second : first;
            Expression& value = turned_round ? first : second;
            if (unknown(list) || unknown(value)) return wrong(source);
            if (!list.type.list) {
                Localized help = turned_round ? say("a list stands in braces: `{a, b}`", "una lista va entre llaves: `{a, b}`")
                                              : say("write `{} = {}`", "escriba `{} = {}`", {written(list_source), written(value_source)});
                if (list.type.kind == TypeKind::text) help = say("for a part of a text write `matches \"*…*\"`", "para una parte de un texto escriba `matches \"*…*\"`");
                report_.error("B330", place(list_source), tell("{} is no list", "{} no es una lista", {describe(list.type)}), std::move(help));
                return wrong(source);
            }
            if (value.type.list) {
                report_.error("B319", place(value_source), say("a whole list is not one element", "una lista entera no es un elemento"), say("write `{}` for a list", "para una lista escriba `{}`", {keyword("covers")}));
                return wrong(source);
            }
            Expression one = wrong(list_source);   // an element, for the message
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
                    report_.error("B330", place(*side_source), tell("`covers` stands between two lists, this is {}", "`covers` va entre dos listas, esto es {}", {describe(side->type)}),
                                  side == &right ? say("put it in braces: `{{}}`", "póngalo entre llaves: `{{}}`", {written(*side_source)}) : say("for a single value write `=` or `{}`", "para un solo valor escriba `=` o `{}`", {keyword("is one of")}));
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
                    report_.error("B316", place(*side_source), tell("`starts with` stands between two texts, this is {}", "`starts with` va entre dos textos, esto es {}", {describe(side->type)}), {});
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
    const std::string left_text = written(left_source), right_text = written(right_source);
    const auto refuse = [&](std::string_view code, Localized message, Localized help = {}) {
        report_.error(code, place(source), std::move(message), std::move(help));
        return false;
    };
    if (one.list || other.list)
        return refuse("B319", say("lists are not compared with \"{}\"", "las listas no se comparan con \"{}\"", {std::string(sign_of(source.comparison))}),
                      say("write `{} {} {}`", "escriba `{} {} {}`", {left_text, keyword(one.list && other.list ? "covers" : one.list ? "contains" : "is one of"), right_text}));
    // An item against the text of its key.
    if ((one.kind == TypeKind::item && other.kind == TypeKind::text) || (one.kind == TypeKind::text && other.kind == TypeKind::item)) {
        const bool left_is_item = one.kind == TypeKind::item;
        const Entity& entity = ruleset_.vocabulary.entities[static_cast<std::size_t>(left_is_item ? one.of : other.of)];
        Localized help = say("compare one of its fields", "compare uno de sus campos");
        if (!entity.key.empty()) {
            const std::string& key = entity.fields[entity.key.front()].name;
            std::string better;
            if (source.kind == ExpressionKind::compare && source.comparison <= Comparison::greater_equal)
                better = left_text + (left_is_item ? "." + key : "") + " " + std::string(sign_of(source.comparison)) + " " + right_text + (left_is_item ? "" : "." + key);
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
                      number.operation == Operation::number ? say("write `{}%`", "escriba `{}%`", {left_is_number ? left_text : right_text})
                                                            : say("write a percentage as `30%`, a share of numbers as `share(part, whole)`", "escriba un porcentaje como `30%`, una parte de números como `share(part, whole)`"));
    }
    if (one.kind == TypeKind::number && other.kind == TypeKind::number && !same_dimension(one.unit, other.unit)) {
        const std::string left_unit = one.unit < 0 ? std::string() : unit_name(one.unit), right_unit = other.unit < 0 ? std::string() : unit_name(other.unit);
        Localized help;
        if (left_unit.empty() || right_unit.empty()) {
            const bool left_plain = left_unit.empty();
            const Expression& plain = left_plain ? left : right;
            const std::string& unit = left_plain ? right_unit : left_unit;
            const std::string& text = left_plain ? left_text : right_text;
            help = plain.operation == Operation::number ? say("write `{} {}`", "escriba `{} {}`", {text, unit})
                                                        : say("write `amount({}, {})` for the number alone", "escriba `amount({}, {})` para el número solo", {left_plain ? right_text : left_text, unit});
        } else if (left.operation == Operation::field && left_source.kind == ExpressionKind::field) {
            // A field of the same item whose unit makes up the difference: capacity / area.
            const Entity& entity = ruleset_.vocabulary.entities[static_cast<std::size_t>(left.operands.front().type.of)];
            const std::int32_t wanted = unit_product(one.unit, other.unit, true);
            for (const Field& field : entity.fields)
                if (help.empty() && field.type.kind == TypeKind::number && !field.type.list && field.type.unit >= 0 && same_dimension(field.type.unit, wanted))
                    help = say("did you mean `{} / {}.{} {} {}`?", "¿quiso decir `{} / {}.{} {} {}`?",
                               {left_text, written(left_source.operands.front()), field.name, std::string(sign_of(source.comparison)), right_text});
        }
        if (help.empty()) help = say("bring both to one unit", "lleve ambos a una misma unidad");
        return refuse("B301", tell("{} cannot be compared with {}", "{} no se puede comparar con {}",
                                   {left_unit.empty() ? Argument(say("a number without unit", "un número sin unidad")) : Argument(left_unit),
                                    right_unit.empty() ? Argument(say("a number without unit", "un número sin unidad")) : Argument(right_unit)}),
                      std::move(help));
    }
    if (is_time(one) && is_time(other) && one.kind != other.kind)
        return refuse("B316", say("a date cannot be compared with a moment", "una fecha no se puede comparar con un momento"),
                      say("write `date({})`", "escriba `date({})`", {one.kind == TypeKind::moment ? left_text : right_text}));
    if (one.kind == TypeKind::duration && other.kind == TypeKind::duration) {
        const auto stated = [](const Expression& side) { return side.operation == Operation::duration || side.operation == Operation::parameter; };
        const bool left_measured = one.duration == DurationKind::exact && other.duration == DurationKind::calendar && !stated(left);
        const bool right_measured = other.duration == DurationKind::exact && one.duration == DurationKind::calendar && !stated(right);
        if (left_measured || right_measured) {
            const syntax::Expression& difference = without_brackets(left_measured ? left_source : right_source);
            const std::string& months = left_measured ? right_text : left_text;
            const Comparison comparison = left_measured ? source.comparison : turned(source.comparison);
            const std::string& language = files_[file_]->language;
            Localized help = say("add the months to the earlier date, and compare dates", "sume los meses a la fecha anterior y compare fechas");
            if (difference.kind == ExpressionKind::sum && difference.operators == "-" && source.kind == ExpressionKind::compare) {
                const std::string later = written(difference.operands[0]), earlier = written(difference.operands[1]);
                const std::string after(grammar::keyword("after", language));
                std::string better = later + " " + std::string(sign_of(comparison)) + " " + earlier + " + " + months;
                if (comparison == Comparison::less_equal) better = later + " " + std::string(grammar::keyword("within", language)) + " " + months + " " + after + " " + earlier;
                if (comparison == Comparison::greater_equal) better = later + " " + std::string(grammar::keyword("at least", language)) + " " + months + " " + after + " " + earlier;
                help = say("write `{}`", "escriba `{}`", {better});
            }
            return refuse("B309", say("a number of days cannot be compared with months", "un número de días no se puede comparar con meses"), std::move(help));
        }
    }
    if (!common(one, other)) {
        Localized help;
        if (one.kind == TypeKind::enumeration && other.kind == TypeKind::text && right.operation == Operation::text &&
            ruleset_.vocabulary.enumerations[static_cast<std::size_t>(one.of)].index_of(right.text) >= 0)
            help = say("write `{}` without quotes", "escriba `{}` sin comillas", {right.text});
        const auto year_against = [](const Expression& date, const Expression& number) { return single(date.type, TypeKind::date) && number.operation == Operation::number && number.number % decimal_one == 0; };
        if (year_against(left, right) || year_against(right, left))
            help = say("compare its year: `{}({})`", "compare su año: `{}({})`", {std::string(grammar::built_in_word("year", files_[file_]->language)), year_against(left, right) ? left_text : right_text});
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
            return refuse("B302", say("the values of {} have no order, so \"{}\" has no meaning", "los valores de {} no tienen orden: \"{}\" no significa nada", {name, std::string(sign_of(source.comparison))}),
                          say("compare with \"=\" or \"{}\"; an order is written with \"<\" where {} is declared", "compare con \"=\" o \"{}\"; un orden se escribe con \"<\" donde se declara {}", {keyword("is one of"), name}));
        }
        default:
            return refuse("B302", tell("{} has no order, so \"{}\" has no meaning", "{} no tiene orden: \"{}\" no significa nada", {describe(one), std::string(sign_of(source.comparison))}),
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
    if (!comparable(value, low, true, source, value_source, low_source) || !comparable(value, high, true, source, value_source, high_source)) return wrong(source);
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

bool Checker::is_duration(const Expression& given, const syntax::Expression& source) {
    if (unknown(given)) return false;
    if (single(given.type, TypeKind::duration)) return true;
    report_.error("B316", place(source), tell("a duration stands here, this is {}", "aquí va una duración, esto es {}", {describe(given.type)}), say("write it like 6 months", "escríbala como 6 months"));
    return false;
}

bool Checker::is_date_or_moment(const Expression& given, const syntax::Expression& source) {
    if (unknown(given)) return false;
    if (is_time(given.type)) return true;
    report_.error("B316", place(source), tell("a date or moment stands here, this is {}", "aquí va una fecha o un momento, esto es {}", {describe(given.type)}), {});
    return false;
}

Expression Checker::shifted(Expression date, const Expression& duration, bool back, const syntax::Expression& source) {
    const bool is_date = date.type.kind == TypeKind::date;
    if (is_date && duration.operation == Operation::duration && duration.type.duration == DurationKind::exact &&
        duration_amount(static_cast<Duration>(duration.number)) % 86'400 != 0) {
        report_.error("B323", place(source), say("a date has no time of day, so hours and minutes cannot be added to it", "una fecha no tiene hora: no se le pueden sumar horas ni minutos"),
                      say("take days, or a field of type `moment`", "tome días, o un campo de tipo `moment`"));
        return wrong(source);
    }
    if (!is_date && duration.type.duration == DurationKind::calendar) {
        report_.error("B323", place(source), say("months cannot be added to a moment", "a un momento no se le pueden sumar meses"), say("take its date: `date(…)`", "tome su fecha: `date(…)`"));
        return wrong(source);
    }
    Expression result = make(back ? Operation::subtract : Operation::add, date.type, source);
    result.operands.reserve(2);
    result.operands.push_back(std::move(date));
    result.operands.push_back(duration);
    if (is_date && (duration.type.duration == DurationKind::calendar || duration.type.duration == DurationKind::any)) return note_months(std::move(result), source);
    return result;
}

Expression Checker::within(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression &date_source = source.operands[0], &duration_source = source.operands[1], &anchor_source = source.operands[2];
    Expression date = expression(date_source, scope), duration = expression(duration_source, scope), anchor = expression(anchor_source, scope);
    const bool right = is_date_or_moment(date, date_source) && is_duration(duration, duration_source) && is_date_or_moment(anchor, anchor_source) &&
                       comparable(date, anchor, true, source, date_source, anchor_source);
    if (!right) return wrong(source);
    const auto at_most = [&](Expression left, Expression right_side) {
        Expression result = make(Operation::at_most, condition_type(), source);
        result.operands.push_back(std::move(left));
        result.operands.push_back(std::move(right_side));
        return result;
    };
    const bool before = source.relation == syntax::Relation::before;
    if (source.kind != ExpressionKind::at_least && (!can_repeat(date, date_source) || !can_repeat(anchor, anchor_source))) return wrong(source);
    if (source.kind == ExpressionKind::at_least) {
        Expression limit = shifted(anchor, duration, before, source);
        if (limit.operation == Operation::nothing) return limit;
        return before ? at_most(std::move(date), std::move(limit)) : at_most(std::move(limit), std::move(date));
    }
    Expression low = source.relation == syntax::Relation::after ? anchor : shifted(anchor, duration, true, source);
    Expression high = before ? anchor : shifted(anchor, duration, false, source);
    if (low.operation == Operation::nothing || high.operation == Operation::nothing) return wrong(source);
    Expression result = make(Operation::and_, condition_type(), source);
    result.operands.push_back(at_most(std::move(low), date));
    result.operands.push_back(at_most(std::move(date), std::move(high)));
    return result;
}

Expression Checker::due_within(const syntax::Expression& source, Scope& scope) {
    Expression done = expression(source.operands[0], scope), duration = expression(source.operands[1], scope), from = expression(source.operands[2], scope);
    ruleset_.reads_assessment_date = true;
    const bool right = is_date_or_moment(done, source.operands[0]) && is_duration(duration, source.operands[1]) && is_date_or_moment(from, source.operands[2]) &&
                       comparable(done, from, true, source, source.operands[0], source.operands[2]);
    if (!right) return wrong(source);
    if (shifted(from, duration, false, source).operation == Operation::nothing) return wrong(source);
    Expression result = make(Operation::due_within, condition_type(), source);
    result.operands.push_back(std::move(done));
    result.operands.push_back(std::move(duration));
    result.operands.push_back(std::move(from));
    return result;
}

Expression Checker::apart(const syntax::Expression& source, Scope& scope) {
    Expression list = expression(source.operands[0], scope), duration = expression(source.operands[1], scope);
    Expression result = make(Operation::apart, condition_type(), source);
    result.index = (source.has_since ? 1 : 0) | (source.has_until ? 2 : 0);
    bool right = is_duration(duration, source.operands[1]) && !unknown(list);
    if (right && (!list.type.list || (list.type.kind != TypeKind::date && list.type.kind != TypeKind::moment && list.type.kind != TypeKind::nothing))) {
        report_.error("B330", place(source.operands[0]), tell("`at most … apart` needs a list of dates, this is {}", "`at most … apart` necesita una lista de fechas, esto es {}", {describe(list.type)}),
                      say("write `list(x in … : x.some_date)`", "escriba `list(x in … : x.some_date)`"));
        right = false;
    }
    Expression one = wrong(source);
    one.type = list.type.element();
    if (right && shifted(one, duration, false, source).operation == Operation::nothing) right = false;
    std::vector<Expression> bounds;
    for (std::size_t i = 2; i < source.operands.size(); ++i) {
        Expression bound = expression(source.operands[i], scope);
        if (!is_date_or_moment(bound, source.operands[i]) || (right && !comparable(one, bound, true, source, source.operands[0], source.operands[i]))) right = false;
        bounds.push_back(std::move(bound));
    }
    if (!right) return wrong(source);
    result.operands.push_back(std::move(list));
    result.operands.push_back(std::move(duration));
    for (Expression& bound : bounds) result.operands.push_back(std::move(bound));
    return result;
}

Expression Checker::otherwise(const syntax::Expression& source, Scope& scope, const Type* hint) {
    Expression left = expression(source.operands[0], scope, hint);
    const Type known = left.type;
    Expression right = expression(source.operands[1], scope, known.kind == TypeKind::nothing ? hint : &known);
    if (unknown(left) || unknown(right)) return wrong(source);
    const std::optional<Type> type = common(left.type, right.type);
    if (!type) {
        report_.error("B316", place(source), tell("{} cannot stand in for {}", "{} no puede sustituir a {}", {describe(right.type), describe(left.type)}),
                      left.type.unit >= 0 && right.operation == Operation::number ? say("say the unit: `{} {}`", "diga la unidad: `{} {}`", {written(source.operands[1]), unit_name(left.type.unit)})
                                                                                  : say("let both be of one kind", "haga que ambos sean de una clase"));
        return wrong(source);
    }
    Expression result = make(Operation::otherwise, *type, source);
    result.operands.push_back(std::move(left));
    result.operands.push_back(std::move(right));
    return result;
}

Expression Checker::sum(const syntax::Expression& source, Scope& scope) {
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
        report_.error("B329", place(source), say("a sum of {} parts is too long", "una suma de {} partes es demasiado larga", {std::to_string(operands.size())}), say("split it with `let`", "divídala con `let`"));
        return wrong(source);
    }
    if (!balanced) {
        Expression result = std::move(operands.front());
        for (std::size_t i = 1; i < operands.size(); ++i) {
            result = add_two(std::move(result), std::move(operands[i]), source.operators[i - 1] == '-', source, i == 1 ? &source.operands.front() : nullptr, source.operands[i]);
            if (result.operation == Operation::nothing) return result;
        }
        return result;
    }
    // Sums are exact, so a long one may be added in any order: as a tree that is flat, what is added and what is taken away apart.
    std::vector<Expression> added, taken;
    for (std::size_t i = 0; i < operands.size(); ++i) (i > 0 && source.operators[i - 1] == '-' ? taken : added).push_back(std::move(operands[i]));
    const auto flatten = [&](std::vector<Expression>& parts) {
        while (parts.size() > 1) {
            std::vector<Expression> next;
            for (std::size_t i = 0; i < parts.size(); i += 2) {
                if (i + 1 == parts.size()) next.push_back(std::move(parts[i]));
                else next.push_back(add_two(std::move(parts[i]), std::move(parts[i + 1]), false, source, nullptr, source.operands.back()));
            }
            parts = std::move(next);
        }
    };
    flatten(added);
    if (taken.empty()) return std::move(added.front());
    flatten(taken);
    return add_two(std::move(added.front()), std::move(taken.front()), true, source, nullptr, source.operands.back());
}

Expression Checker::add_two(Expression left, Expression right, bool subtract, const syntax::Expression& source, const syntax::Expression* left_source, const syntax::Expression& right_source) {
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
        if (const std::optional<Type> type = common(one, other)) return joined(Operation::add, *type);
    if (!one.list && !other.list) {
        if (one.kind == TypeKind::number && other.kind == TypeKind::number) {
            if (const std::optional<Type> type = common(one, other)) return joined(operation, *type);
            const auto shown = [&](const Type& type) { return type.unit < 0 ? say("a number without unit", "un número sin unidad") : say("{}", "{}", {unit_name(type.unit)}); };
            Localized help = say("bring both to one unit", "lleve ambos a una misma unidad");
            if (right.operation == Operation::number && other.unit < 0) help = say("write `{} {}`", "escriba `{} {}`", {written(right_source), unit_name(one.unit)});
            else if (left.operation == Operation::number && one.unit < 0 && left_source != nullptr) help = say("write `{} {}`", "escriba `{} {}`", {written(*left_source), unit_name(other.unit)});
            report_.error("B301", place(source), subtract ? tell("{} cannot be taken from {}", "{} no se puede restar de {}", {shown(other), shown(one)}) : tell("{} cannot be added to {}", "{} no se puede sumar a {}", {shown(other), shown(one)}), std::move(help));
            return wrong(source);
        }
        if (one.kind == TypeKind::percent && other.kind == TypeKind::percent) return joined(operation, one);
        if (one.kind == TypeKind::duration && other.kind == TypeKind::duration) {
            const bool mixed = one.duration != other.duration && one.duration != DurationKind::any && other.duration != DurationKind::any;
            if (mixed) {
                report_.error("B309", place(source), say("days and months cannot be added up", "no se pueden sumar días y meses"), say("add them to a date, one after the other", "súmelos a una fecha, uno tras otro"));
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
        if (subtract && is_time(one) && one.kind == other.kind) return joined(Operation::subtract, duration_type(DurationKind::exact));
        if (is_time(one) && other.kind == TypeKind::number) {
            report_.error("B316", place(right_source), tell("{} takes a duration, not a number", "{} admite una duración, no un número", {describe(one)}), say("write `{} days`", "escriba `{} days`", {written(right_source)}));
            return wrong(source);
        }
    }
    Localized help;
    if (one.list != other.list && !subtract) help = say("put the single one in braces", "ponga el valor suelto entre llaves");
    if (one.kind == TypeKind::percent || other.kind == TypeKind::percent) help = say("a percentage of a number is written `30% * n`", "un porcentaje de un número se escribe `30% * n`");
    if (one.kind == TypeKind::text || other.kind == TypeKind::text) help = say("texts are not put together by rules; write both into the message", "las reglas no unen textos; escriba ambos en el mensaje");
    report_.error("B316", place(source), subtract ? tell("{} cannot be taken from {}", "{} no se puede restar de {}", {describe(other), describe(one)}) : tell("{} cannot be added to {}", "{} no se puede sumar a {}", {describe(other), describe(one)}), std::move(help));
    return wrong(source);
}

Expression Checker::product(const syntax::Expression& source, Scope& scope) {
    if (source.operands.size() > longest_chain) {
        report_.error("B329", place(source), say("a product of {} parts is too long", "un producto de {} partes es demasiado largo", {std::to_string(source.operands.size())}), say("split it with `let`", "divídalo con `let`"));
        return wrong(source);
    }
    Expression result = expression(source.operands.front(), scope);
    bool known = !unknown(result);
    for (std::size_t i = 1; i < source.operands.size(); ++i) {
        Expression right = expression(source.operands[i], scope);
        if (unknown(right)) known = false;
        if (!known) continue;
        const bool divide = source.operators[i - 1] == '/';
        const Type one = result.type, other = right.type;
        std::optional<Type> type;
        const bool one_plain = single(one, TypeKind::number) && one.unit < 0, other_plain = single(other, TypeKind::number) && other.unit < 0;
        if (single(one, TypeKind::number) && single(other, TypeKind::number)) {
            Type number = one;
            number.unit = unit_product(one.unit, other.unit, divide);
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
            const bool mixed = one.duration != other.duration && one.duration != DurationKind::any && other.duration != DurationKind::any;
            if (mixed) {
                report_.error("B309", place(source), say("days cannot be divided by months", "los días no se pueden dividir entre meses"), say("take both in days, or both in months", "tome ambos en días, o ambos en meses"));
                return wrong(source);
            }
            Type number;
            number.kind = TypeKind::number;
            type = number;
        }
        if (!type) {
            Localized help;
            if (divide && one.kind == TypeKind::duration) help = say("multiply: half of it is `* 0.5`", "multiplique: la mitad es `* 0.5`");
            if (one.list || other.list) help = say("sum it up first, or take its `count`", "súmela antes, o tome su `count`");
            report_.error("B316", place(source), divide ? tell("{} cannot be divided by {}", "{} no se puede dividir entre {}", {describe(one), describe(other)}) : tell("{} cannot be multiplied by {}", "{} no se puede multiplicar por {}", {describe(one), describe(other)}), std::move(help));
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
