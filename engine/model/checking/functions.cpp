// Calls: definitions of the ruleset, and the built-in functions with their operands' types.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_functions.hpp"
#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/common.hpp"
#include "text/nearest.hpp"
#include "words/keywords.hpp"

#include <algorithm>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

bool is_number_or_percent(const Type& type) {
    return single(type, TypeKind::number) || single(type, TypeKind::percent);
}

/// What an operand would have to be; null: it is that.
const messages::Sentence* what_it_lacks(words::Takes takes, const Type& type) {
    using words::Takes;
    const auto unless = [](bool fits, const messages::Sentence& wanted) { return fits ? nullptr : &wanted; };
    switch (takes) {
        case Takes::list:
        case Takes::list_like_the_first: return unless(type.list, catalogue::a_list);
        case Takes::dates:
            return unless(type.list && (type.kind == TypeKind::date || type.kind == TypeKind::moment),
                          catalogue::a_list_of_dates);
        case Takes::number:
        case Takes::number_like_the_first: return unless(single(type, TypeKind::number), catalogue::a_number);
        case Takes::number_without_unit:
            return unless(single(type, TypeKind::number) && type.unit < 0, catalogue::a_number);
        case Takes::number_or_percent:
        case Takes::whole_unit: return unless(is_number_or_percent(type), catalogue::a_number);
        case Takes::date: return unless(single(type, TypeKind::date), catalogue::a_date);
        case Takes::moment: return unless(single(type, TypeKind::moment), catalogue::a_moment);
        case Takes::exact_duration:
        case Takes::step: return unless(single(type, TypeKind::duration), catalogue::a_duration);
        case Takes::ordered:
        case Takes::unit:
        case Takes::nothing: break;
    }
    return nullptr;
}

/// The type of what a function gives, from the types of its first and last operand.
Type result_type(words::Gives gives, const Type& first, const Type& last) {
    using words::Gives;
    const auto list = [](Type type) {
        type.list = true;
        return type;
    };
    switch (gives) {
        case Gives::number: return of_kind(TypeKind::number);
        case Gives::whole_number:
        case Gives::difference: return whole_number();
        case Gives::percent: return of_kind(TypeKind::percent);
        case Gives::date: return of_kind(TypeKind::date);
        case Gives::exact_duration: return duration_type(DurationKind::exact);
        case Gives::the_first:
        case Gives::magnitude: return first;
        case Gives::rounded: {
            Type type = first;
            if (type.kind == TypeKind::number) type.integer = true;
            return type;
        }
        case Gives::the_second: return last;
        case Gives::whole_numbers: return list(whole_number());
        case Gives::dates: return list(of_kind(TypeKind::date));
        case Gives::by_body: break;
    }
    return {};
}

}  // namespace

Operation binder_of(words::Function function) {
    switch (function) {
        case words::Function::count: return Operation::count;
        case words::Function::sum: return Operation::sum;
        case words::Function::smallest: return Operation::smallest;
        case words::Function::largest: return Operation::largest;
        case words::Function::average: return Operation::average;
        case words::Function::share: return Operation::share;
        case words::Function::distinct: return Operation::distinct;
        case words::Function::list: return Operation::list;
        default: return Operation::nothing;
    }
}

Expression Typing::call(const syntax::Expression& source, Scope& scope) {
    if (const Global* found = declarations_.global_named(source.text);
        found != nullptr && found->kind == Global::Kind::definition)
        return call_definition(*found, source, scope);
    const std::string_view english = file_.english_word(source.text);
    if (const words::FunctionRow* row = words::function_named(english, source.operands.size()))
        return function(*row, source, scope);
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
    diagnostics_.error(
        catalogue::no_function, where, {source.text}, [&] { return function_meant(source.text); }, cause);
    return wrong(source);
}

messages::Argument Typing::function_word(const syntax::Expression& source) const {
    return word_from(source.text, file_.language());
}

messages::Message Typing::function_meant(const std::string& word) const {
    const std::string& language = file_.language();
    std::vector<std::string> candidates;
    for (const words::FunctionRow& row : words::function_table)
        candidates.emplace_back(grammar::built_in_word(row.names[0], language));
    for (const auto& [name, globals] : declarations_.globals)
        if (globals.front().kind == Global::Kind::definition) candidates.push_back(name);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
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

bool Typing::has_operands(const words::FunctionRow& row, const syntax::Expression& source) {
    if (source.operands.size() == row.operand_count()) return true;
    const messages::Sentence& brackets = catalogue::brackets_of_functions[static_cast<std::size_t>(row.function)];
    diagnostics_.error(catalogue::wrong_operand_count, at(source), {function_word(source), source.operands.size()},
                       messages::Message(catalogue::function_usage, {function_word(source), brackets}));
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

Expression Typing::function(const words::FunctionRow& row, const syntax::Expression& source, Scope& scope) {
    using words::Takes;
    if (!has_operands(row, source)) return wrong(source);
    if (row.function == words::Function::amount) return amount(source, scope);
    Expression result = make(Operation::function, {}, source);
    result.function = row.function;
    std::vector<Expression>& operands = result.operands;
    const bool alike = row.takes[0] == Takes::ordered || row.takes[1] == Takes::list_like_the_first;
    if (alike) {
        auto [first, second] = both(source.operands[0], source.operands[1], scope);
        operands.push_back(std::move(first));
        operands.push_back(std::move(second));
    } else {
        for (const syntax::Expression& operand : source.operands) operands.push_back(expression(operand, scope));
    }
    for (std::size_t i = 0; i < operands.size(); ++i)
        if (const messages::Sentence* wanted = what_it_lacks(row.takes[i], operands[i].type))
            return wrong_operand(source.operands[i], function_word(source), *wanted, operands[i]);
    if (row.shape == words::Shape::binder)
        return aggregate_of_list(binder_of(row.function), std::move(operands[0]), source);
    for (std::size_t i = 0; i < operands.size(); ++i)
        if (!fits_further(row.takes[i], i, operands, source)) return wrong(source);
    if (std::any_of(operands.begin(), operands.end(), unknown)) return wrong(source);
    Type first = operands.front().type;
    if (row.takes[0] == Takes::ordered) first = types_.common(first, operands[1].type).value_or(first);
    result.type = result_type(row.gives, first, operands.back().type);
    return row.gives == words::Gives::difference ? note_months(std::move(result), source) : std::move(result);
}

Expression Typing::function_of_list(const words::FunctionRow& row, Expression list, const syntax::Expression& source) {
    if (const messages::Sentence* wanted = what_it_lacks(row.takes[0], list.type))
        return wrong_operand(source, function_word(source), *wanted, list);
    Expression result = make(Operation::function, result_type(row.gives, list.type, list.type), source);
    result.function = row.function;
    result.operands.push_back(std::move(list));
    return result;
}

bool Typing::fits_further(words::Takes takes, std::size_t index, const std::vector<Expression>& operands,
                          const syntax::Expression& source) {
    using words::Takes;
    const Expression& operand = operands[index];
    const syntax::Expression& written = source.operands[index];
    switch (takes) {
        case Takes::ordered:
            if (index == 0) return true;
            if (!comparable(operands[0], operand, true, source, source.operands[0], written)) return false;
            if (operand.type.kind != TypeKind::enumeration) return true;
            wrong_operand(source.operands[0], function_word(source), catalogue::some_numbers_dates_durations,
                          operands[0]);
            return false;
        case Takes::number_like_the_first:
            return comparable(operands[0], operand, true, source, source.operands[0], written);
        case Takes::list_like_the_first: {
            Expression one = wrong(source), other = wrong(source);
            one.type = operands[0].type.element();
            other.type = operand.type.element();
            return comparable(one, other, false, source, source.operands[0], written);
        }
        case Takes::exact_duration:
            if (operand.type.duration == DurationKind::exact || operand.type.duration == DurationKind::any) return true;
            diagnostics_.error(operand.type.duration == DurationKind::working ? catalogue::working_days_alone
                                                                              : catalogue::months_as_days,
                               at(written));
            return false;
        case Takes::step:
            if (shifted(operands[index - 1], operand, false, source).operation == Operation::nothing) return false;
            if (operand.operation != Operation::duration || duration_amount(static_cast<Duration>(operand.number)) > 0)
                return true;
            diagnostics_.error(catalogue::steps_of_no_length, at(written));
            return false;
        case Takes::whole_unit:
            if (operand.type.kind != TypeKind::number || operand.type.unit < 0) return true;
            diagnostics_.error(catalogue::rounded_unit, at(written),
                               {code(written), types_.unit_name(operand.type.unit)});
            return false;
        default: return true;
    }
}

Expression Typing::amount(const syntax::Expression& source, Scope& scope) {
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
    Expression result = make(Operation::function, of_kind(TypeKind::number), source);
    result.function = words::Function::amount;
    result.index = unit;
    result.operands.push_back(std::move(number));
    return result;
}

}  // namespace brecha::model
