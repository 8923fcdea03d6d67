// Calls: definitions of the ruleset, and the built-in functions with their operands' types.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_functions.hpp"
#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/common.hpp"
#include "text/nearest.hpp"
#include "words/keywords.hpp"

#include <algorithm>
#include <array>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

constexpr std::array<std::string_view, 29> function_names = {
    "count",          "sum",     "min",        "max",   "average", "share", "distinct", "list",
    "longest_gap",    "missing", "year",       "month", "days",    "hours", "date",     "years_between",
    "months_between", "years",   "full_years", "dates", "numbers", "abs",   "round",    "round_up",
    "round_down",     "amount",  "each",       "every", "some"};
constexpr std::size_t function_count = 26;  // the rest are words that are written with brackets by mistake

}  // namespace

Expression Typing::call(const syntax::Expression& source, Scope& scope) {
    if (const Global* found = declarations_.global_named(source.text);
        found != nullptr && found->kind == Global::Kind::definition)
        return call_definition(*found, source, scope);
    const std::string_view english = file_.english_word(source.text);
    if (std::find(function_names.begin(), function_names.begin() + function_count, english) !=
        function_names.begin() + function_count)
        return function(english, source, scope);
    const Location where = word_at(source);
    const std::string cause = "function " + source.text;
    if (diagnostics_.again(cause, where)) return wrong(source);
    if (const Global* found = declarations_.global_named(source.text)) {
        diagnostics_.error(catalogue::not_a_function, where, {source.text},
                           found->kind == Global::Kind::table
                               ? messages::Message(catalogue::square_brackets, {source.text})
                               : messages::Message(),
                           cause);
        return wrong(source);
    }
    diagnostics_.error(catalogue::no_function, where, {source.text}, function_meant(source.text), cause);
    return wrong(source);
}

messages::Argument Typing::function_word(const syntax::Expression& source) const {
    return word_from(source.text, file_.language());
}

messages::Message Typing::function_meant(const std::string& word) const {
    const std::string& language = file_.language();
    std::vector<std::string> candidates;
    for (std::size_t i = 0; i < function_count; ++i)
        candidates.emplace_back(grammar::built_in_word(function_names[i], language));
    for (const auto& [name, globals] : declarations_.globals)
        if (globals.front().kind == Global::Kind::definition) candidates.push_back(name);
    std::sort(candidates.begin(), candidates.end());
    messages::List offered;
    for (const std::string& near : text::nearest(word, candidates)) {
        const bool defined = declarations_.globals.contains(near);
        offered.items.push_back(defined ? messages::Message::same(near)
                                        : messages::Message(catalogue::itself, {word_from(near, language)}));
    }
    return offered.items.empty() ? messages::Message()
                                 : messages::Message(catalogue::did_you_mean, {std::move(offered)});
}

Expression Typing::call_definition(const Global& global, const syntax::Expression& source, Scope& scope) {
    check_definition(global.index, environment_);
    const std::vector<std::int32_t> parameters = ruleset_.definitions[global.index].parameters;
    const std::string name = ruleset_.definitions[global.index].name;
    if (parameters.size() != source.operands.size()) {
        std::string usage;
        for (const std::int32_t parameter : parameters)
            usage += (usage.empty() ? "" : ", ") + variable_at(parameter).name;
        diagnostics_.error(catalogue::definition_operands, at(source),
                           {name, parameters.size(), source.operands.size(), usage});
        return wrong(source);
    }
    Expression result = make(Operation::call, ruleset_.definitions[global.index].body.type, source);
    result.index = static_cast<std::int32_t>(global.index);
    bool right = true;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Variable parameter = variable_at(parameters[i]);
        Expression value = expression(source.operands[i], scope, &parameter.type);
        if (unknown(value)) right = false;
        else if (!types_.fits(value.type, parameter.type)) {
            diagnostics_.error(catalogue::wrong_definition_operand, at(source.operands[i]),
                               {name, types_.describe(parameter.type), parameter.name, types_.describe(value.type)});
            right = false;
        }
        result.operands.push_back(std::move(value));
    }
    return right && result.type.kind != TypeKind::nothing ? std::move(result) : wrong(source);
}

bool Typing::has_operands(const syntax::Expression& source, std::size_t least, std::size_t most,
                          const messages::Sentence& usage) {
    if (source.operands.size() >= least && source.operands.size() <= most) return true;
    const std::vector<messages::Argument> arguments = {function_word(source), source.operands.size()};
    diagnostics_.error(catalogue::wrong_operand_count, at(source), arguments, messages::Message(usage, arguments));
    return false;
}

Expression Typing::wrong_operand(const syntax::Expression& source, messages::Argument function,
                                 const messages::Sentence& wanted, const Expression& given) {
    if (!unknown(given)) {
        messages::Message help;
        if (single(given.type, TypeKind::moment) && &wanted == &catalogue::a_date)
            help = messages::Message(catalogue::write_its_date, {code(source)});
        diagnostics_.error(catalogue::wrong_operand, at(source),
                           {std::move(function), wanted, types_.describe(given.type)}, std::move(help));
    }
    return wrong(source);
}

Expression Typing::aggregate_of_list(Operation operation, Expression list, const syntax::Expression& source) {
    // sum(L) => sum(x in L : x)
    Bound bound;
    const Type element = list.type.element();
    bound.list = std::move(list);
    bound.variable = add_unnamed_variable(element);
    std::optional<Expression> body;
    if (operation != Operation::count) {
        body = make(Operation::variable, element, source);
        body->index = bound.variable;
    }
    return typed_aggregate(operation, std::move(bound), std::move(body), source);
}

Expression Typing::function(std::string_view name, const syntax::Expression& source, Scope& scope) {
    const auto one_operand = [&](Operation operation, Type type, Expression operand) {
        Expression result = make(operation, type, source);
        result.operands.push_back(std::move(operand));
        return result;
    };
    const auto two_operands = [&](Operation operation, Type type, Expression first, Expression second) {
        Expression result = make(operation, type, source);
        result.operands.push_back(std::move(first));
        result.operands.push_back(std::move(second));
        return result;
    };
    const auto list_aggregate = [&](Operation operation) {
        if (!has_operands(source, 1, 1, catalogue::usage_of_list)) return wrong(source);
        Expression list = expression(source.operands[0], scope);
        if (unknown(list)) return wrong(source);
        if (!list.type.list) return wrong_operand(source.operands[0], function_word(source), catalogue::a_list, list);
        return aggregate_of_list(operation, std::move(list), source);
    };
    if (name == "count") return list_aggregate(Operation::count);
    if (name == "sum") return list_aggregate(Operation::sum);
    if (name == "average") return list_aggregate(Operation::average);
    if (name == "distinct") return list_aggregate(Operation::distinct);
    if (name == "list") return list_aggregate(Operation::list);
    if (name == "min" || name == "max") {
        if (source.operands.size() == 1)
            return list_aggregate(name == "min" ? Operation::smallest : Operation::largest);
        if (!has_operands(source, 1, 2, catalogue::usage_of_two)) return wrong(source);
        auto [first, second] = both(source.operands[0], source.operands[1], scope);
        if (!comparable(first, second, true, source, source.operands[0], source.operands[1])) return wrong(source);
        const Type type = types_.common(first.type, second.type).value_or(first.type);
        if (type.kind == TypeKind::enumeration)
            return wrong_operand(source.operands[0], function_word(source), catalogue::some_numbers_dates_durations,
                                 first);
        return two_operands(name == "min" ? Operation::smaller : Operation::larger, type, std::move(first),
                            std::move(second));
    }
    if (name == "share") {
        if (!has_operands(source, 2, 2, catalogue::usage_of_share)) return wrong(source);
        Expression part = expression(source.operands[0], scope), whole = expression(source.operands[1], scope);
        if (unknown(part) || unknown(whole)) return wrong(source);
        if (!single(part.type, TypeKind::number))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_number, part);
        if (!single(whole.type, TypeKind::number))
            return wrong_operand(source.operands[1], function_word(source), catalogue::a_number, whole);
        if (!comparable(part, whole, true, source, source.operands[0], source.operands[1])) return wrong(source);
        return two_operands(Operation::share_of, of_kind(TypeKind::percent), std::move(part), std::move(whole));
    }
    if (name == "longest_gap") {
        if (!has_operands(source, 1, 1, catalogue::usage_of_longest_gap)) return wrong(source);
        Expression list = expression(source.operands[0], scope);
        if (unknown(list)) return wrong(source);
        if (!list.type.list || (list.type.kind != TypeKind::date && list.type.kind != TypeKind::moment))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_list_of_dates, list);
        Type type = of_kind(TypeKind::duration);
        type.duration = DurationKind::exact;
        return one_operand(Operation::longest_gap, type, std::move(list));
    }
    if (name == "missing") {
        if (!has_operands(source, 2, 2, catalogue::usage_of_missing)) return wrong(source);
        auto [have, wanted] = both(source.operands[0], source.operands[1], scope);
        if (unknown(have) || unknown(wanted)) return wrong(source);
        if (!have.type.list) return wrong_operand(source.operands[0], function_word(source), catalogue::a_list, have);
        if (!wanted.type.list)
            return wrong_operand(source.operands[1], function_word(source), catalogue::a_list, wanted);
        Expression one = wrong(source), other = wrong(source);
        one.type = have.type.element();
        other.type = wanted.type.element();
        if (!comparable(one, other, false, source, source.operands[0], source.operands[1])) return wrong(source);
        return two_operands(Operation::missing_from, wanted.type, std::move(have), std::move(wanted));
    }
    if (name == "year" || name == "month") {
        if (!has_operands(source, 1, 1, catalogue::usage_of_date)) return wrong(source);
        Expression date = expression(source.operands[0], scope);
        if (!single(date.type, TypeKind::date))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_date, date);
        return one_operand(name == "year" ? Operation::year : Operation::month, whole_number(), std::move(date));
    }
    if (name == "days" || name == "hours") {
        if (!has_operands(source, 1, 1, catalogue::usage_of_difference)) return wrong(source);
        Expression duration = expression(source.operands[0], scope);
        if (!single(duration.type, TypeKind::duration))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_duration, duration);
        if (duration.type.duration == DurationKind::calendar) {
            diagnostics_.error(catalogue::months_as_days, at(source.operands[0]));
            return wrong(source);
        }
        return one_operand(name == "days" ? Operation::days : Operation::hours, of_kind(TypeKind::number),
                           std::move(duration));
    }
    if (name == "date") {
        if (!has_operands(source, 1, 1, catalogue::usage_of_moment)) return wrong(source);
        Expression moment = expression(source.operands[0], scope);
        if (!single(moment.type, TypeKind::moment))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_moment, moment);
        return one_operand(Operation::date_of, of_kind(TypeKind::date), std::move(moment));
    }
    if (name == "years_between" || name == "months_between" || name == "years" || name == "full_years") {
        if (!has_operands(source, 2, 2, catalogue::usage_of_two)) return wrong(source);
        Expression first = expression(source.operands[0], scope), second = expression(source.operands[1], scope);
        if (!single(first.type, TypeKind::date))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_date, first);
        if (!single(second.type, TypeKind::date))
            return wrong_operand(source.operands[1], function_word(source), catalogue::a_date, second);
        Type type = whole_number();
        if (name == "years_between")
            return note_months(two_operands(Operation::years_between, type, std::move(first), std::move(second)),
                               source);
        if (name == "months_between")
            return note_months(two_operands(Operation::months_between, type, std::move(first), std::move(second)),
                               source);
        type.list = true;
        return two_operands(name == "years" ? Operation::years : Operation::full_years, type, std::move(first),
                            std::move(second));
    }
    if (name == "numbers") {
        if (!has_operands(source, 2, 2, catalogue::usage_of_two)) return wrong(source);
        Expression first = expression(source.operands[0], scope), second = expression(source.operands[1], scope);
        if (!single(first.type, TypeKind::number) || first.type.unit >= 0)
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_number, first);
        if (!single(second.type, TypeKind::number) || second.type.unit >= 0)
            return wrong_operand(source.operands[1], function_word(source), catalogue::a_number, second);
        Type type = whole_number();
        type.list = true;
        return two_operands(Operation::numbers, type, std::move(first), std::move(second));
    }
    if (name == "dates") {
        if (!has_operands(source, 3, 3, catalogue::usage_of_dates)) return wrong(source);
        Expression start = expression(source.operands[0], scope), step = expression(source.operands[1], scope),
                   end = expression(source.operands[2], scope);
        if (!single(start.type, TypeKind::date))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_date, start);
        if (!single(step.type, TypeKind::duration))
            return wrong_operand(source.operands[1], function_word(source), catalogue::a_duration, step);
        if (!single(end.type, TypeKind::date))
            return wrong_operand(source.operands[2], function_word(source), catalogue::a_date, end);
        if (shifted(start, step, false, source).operation == Operation::nothing) return wrong(source);
        if (step.operation == Operation::duration && duration_amount(static_cast<Duration>(step.number)) <= 0) {
            diagnostics_.error(catalogue::steps_of_no_length, at(source.operands[1]));
            return wrong(source);
        }
        Type type = of_kind(TypeKind::date);
        type.list = true;
        Expression result = make(Operation::dates, type, source);
        result.operands.push_back(std::move(start));
        result.operands.push_back(std::move(step));
        result.operands.push_back(std::move(end));
        return result;
    }
    if (name == "abs" || name == "round" || name == "round_up" || name == "round_down") {
        if (!has_operands(source, 1, 1, catalogue::usage_of_number)) return wrong(source);
        Expression number = expression(source.operands[0], scope);
        if (unknown(number)) return wrong(source);
        if (!single(number.type, TypeKind::number) && !single(number.type, TypeKind::percent))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_number, number);
        if (name != "abs" && number.type.kind == TypeKind::number && number.type.unit >= 0) {
            diagnostics_.error(catalogue::rounded_unit, at(source.operands[0]),
                               {code(source.operands[0]), types_.unit_name(number.type.unit)});
            return wrong(source);
        }
        Type type = number.type;
        if (name != "abs" && type.kind == TypeKind::number) type.integer = true;
        return one_operand(name == "abs"        ? Operation::absolute
                           : name == "round"    ? Operation::round
                           : name == "round_up" ? Operation::round_up
                                                : Operation::round_down,
                           type, std::move(number));
    }
    if (name == "amount") {
        if (!has_operands(source, 2, 2, catalogue::usage_of_amount)) return wrong(source);
        Expression number = expression(source.operands[0], scope);
        const std::string unit_text = source.operands[1].kind == ExpressionKind::name ? source.operands[1].text : [&] {
            std::string text = file_.written(source.operands[1]);  // persons/m2 reads as a quotient of names
            std::erase(text, ' ');
            return text;
        }();
        const std::int32_t unit = types_.unit_named(unit_text, at(source.operands[1]));
        if (unit < 0 || unknown(number)) return wrong(source);
        if (!single(number.type, TypeKind::number))
            return wrong_operand(source.operands[0], function_word(source), catalogue::a_number, number);
        if (!types_.same_dimension(number.type.unit, unit)) {
            diagnostics_.error(catalogue::counted_in, at(source), {types_.describe(number.type), unit_text});
            return wrong(source);
        }
        Expression result = one_operand(Operation::amount, of_kind(TypeKind::number), std::move(number));
        result.index = unit;
        return result;
    }
    return wrong(source);
}

}  // namespace brecha::model
