// Binders: quantifiers and aggregates over `x in L where C : P`, and how far a quantifier reaches.
#include "model/checking/typing.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_functions.hpp"
#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_types.hpp"

namespace brecha::model {

using syntax::ExpressionKind;
using syntax::Quantifier;

namespace {

bool mentions(const syntax::Expression& source, std::string_view name) {
    if ((source.kind == ExpressionKind::name && source.text == name) || source.further().name.text == name) return true;
    for (const syntax::Expression& operand : source.operands)
        if (mentions(operand, name)) return true;
    if (source.binder) {
        if (source.binder->list && mentions(*source.binder->list, name)) return true;
        if (source.binder->condition && mentions(*source.binder->condition, name)) return true;
    }
    return false;
}

/// The function of this English name that may be written with a variable: sum(x in L : x.y).
const words::FunctionRow* over_a_list(std::string_view name) {
    for (const words::FunctionRow& row : words::function_table)
        if (row.names[0] == name && (row.shape == words::Shape::binder || row.shape == words::Shape::of_list))
            return &row;
    return nullptr;
}

std::vector<messages::Message> aggregate_words() {
    std::vector<messages::Message> words;
    for (const words::FunctionRow& row : words::function_table)
        if (row.shape == words::Shape::binder)
            words.emplace_back(catalogue::itself, std::vector<messages::Argument>{messages::Word{row.names[0]}});
    return words;
}

}  // namespace

Typing::Bound Typing::bind(const syntax::Binder& binder, Scope& scope) {
    Bound bound;
    if (!binder.list) return bound;
    bound.list = expression(*binder.list, scope);
    Type element;
    if (bound.list.type.list) element = bound.list.type.element();
    else if (!unknown(bound.list)) {
        diagnostics_.error(catalogue::binder_needs_list, at(*binder.list),
                           {code(*binder.list), types_.describe(bound.list.type)});
        bound.list = wrong(*binder.list);
    }
    bound.variable = add_variable(binder.variable, element, scope);
    if (binder.condition) {
        scope.variables.push_back(bound.variable);
        bound.condition = condition(*binder.condition, scope);
        scope.variables.pop_back();
    }
    return bound;
}

Expression Typing::close(Operation operation, Type type, Bound bound, std::optional<Expression> body,
                         const syntax::Expression& source) const {
    Expression result = make(operation, type, source);
    result.variable = bound.variable;
    result.has_condition = bound.condition.has_value();
    result.has_body = body.has_value();
    result.operands.reserve(3);
    const bool bad = unknown(bound.list) || (bound.condition && bound.condition->operation == Operation::nothing) ||
                     (body && body->operation == Operation::nothing);
    result.operands.push_back(std::move(bound.list));
    if (bound.condition) result.operands.push_back(std::move(*bound.condition));
    if (body) result.operands.push_back(std::move(*body));
    return bad ? wrong(source) : std::move(result);
}

Expression Typing::aggregate(const syntax::Expression& source, Scope& scope) {
    const std::string_view name = file_.english_word(source.text);
    const words::FunctionRow* row = over_a_list(name);
    if (row == nullptr) {
        const Location where = word_at(source);
        if (!diagnostics_.again("function " + source.text, where))
            diagnostics_.error(catalogue::no_aggregate, where,
                               {source.text, messages::List{messages::List::Joint::comma, aggregate_words()}}, {},
                               "function " + source.text);
        return wrong(source);
    }
    const Operation operation = binder_of(row->function);
    Bound bound = bind(*source.binder, scope);
    std::optional<Expression> body;
    const std::int32_t variable = bound.variable;
    if (source.has_body && !source.operands.empty()) {
        scope.variables.push_back(variable);
        body = operation == Operation::share ? condition(source.operands.front(), scope)
                                             : expression(source.operands.front(), scope);
        scope.variables.pop_back();
    }
    if (operation == Operation::count && body) {
        diagnostics_.error(catalogue::count_with_body, at(source));
        return wrong(source);
    }
    if (!body && operation != Operation::count && operation != Operation::share) {
        body = make(Operation::variable, variable_at(variable).type, source);
        body->index = variable;
    }
    if (row->shape == words::Shape::of_list) {
        Expression list = typed_aggregate(Operation::list, std::move(bound), std::move(body), source);
        return list.operation == Operation::nothing ? std::move(list) : function_of_list(*row, std::move(list), source);
    }
    return typed_aggregate(operation, std::move(bound), std::move(body), source);
}

Expression Typing::typed_aggregate(Operation operation, Bound bound, std::optional<Expression> body,
                                   const syntax::Expression& source) {
    Type type;
    if (body && body->operation == Operation::nothing) return wrong(source);
    const Type inner = body ? body->type : Type{};
    const auto refuse = [&](const messages::Sentence& wanted) {
        Expression given = wrong(source);
        given.type = inner;
        return wrong_operand(source, function_word(source), wanted, given);
    };
    switch (operation) {
        case Operation::count:
            type = of_kind(TypeKind::number);
            type.integer = true;
            break;
        case Operation::sum:
            if (inner.list || (inner.kind != TypeKind::number && inner.kind != TypeKind::percent &&
                               inner.kind != TypeKind::duration && inner.kind != TypeKind::nothing))
                return refuse(catalogue::some_numbers);
            type = inner;
            break;
        case Operation::smallest:
        case Operation::largest:
            if (inner.list || inner.kind == TypeKind::text || inner.kind == TypeKind::yes_no ||
                inner.kind == TypeKind::item || inner.kind == TypeKind::enumeration)
                return refuse(catalogue::some_numbers_dates_durations);
            type = inner;
            break;
        case Operation::average:
            if (inner.list ||
                (inner.kind != TypeKind::number && inner.kind != TypeKind::percent && inner.kind != TypeKind::nothing))
                return refuse(catalogue::some_numbers);
            type = inner;
            type.integer = false;
            break;
        case Operation::share: type = of_kind(TypeKind::percent); break;
        case Operation::list:
        case Operation::distinct:
            type = inner;
            type.list = true;
            break;
        default: return wrong(source);
    }
    return close(operation, type, std::move(bound), std::move(body), source);
}

Expression Typing::quantifier(const syntax::Expression& source, Scope& scope) {
    const bool counted = source.quantifier == Quantifier::at_least || source.quantifier == Quantifier::at_most ||
                         source.quantifier == Quantifier::exactly;
    std::optional<Expression> how_many;
    if (counted && !source.operands.empty()) {
        how_many = expression(source.operands.front(), scope);
        if (!unknown(*how_many) &&
            (how_many->type.list || how_many->type.kind != TypeKind::number || how_many->type.unit >= 0)) {
            diagnostics_.error(catalogue::how_many_needs_number, at(source.operands.front()),
                               {types_.describe(how_many->type)});
            how_many = wrong(source.operands.front());
        }
    }
    const std::size_t errors_before = diagnostics_.error_count();
    Bound bound = bind(*source.binder, scope);
    std::optional<Expression> body;
    const syntax::Word& variable = source.binder->variable;
    if (source.has_body) {
        const syntax::Expression& body_source = source.operands.back();
        scope.variables.push_back(bound.variable);
        body = condition(body_source, scope);
        scope.variables.pop_back();
    }
    if (diagnostics_.error_count() == errors_before) {  // else what is wrong inside is told, and that is enough
        if (source.binder->condition) check_reach(*source.binder->condition, variable);
        if (source.has_body) check_reach(source.operands.back(), variable);
    }
    const Type yes_no = of_kind(TypeKind::yes_no);
    switch (source.quantifier) {
        case Quantifier::every:
            if (!body) {
                diagnostics_.error(catalogue::every_without_body, at(source));
                return wrong(source);
            }
            return close(Operation::every, yes_no, std::move(bound), std::move(body), source);
        case Quantifier::some: return close(Operation::some, yes_no, std::move(bound), std::move(body), source);
        case Quantifier::no: {
            Expression some = close(Operation::some, yes_no, std::move(bound), std::move(body), source);
            if (some.operation == Operation::nothing) return some;
            Expression result = make(Operation::not_, yes_no, source);
            result.operands.push_back(std::move(some));
            return result;
        }
        case Quantifier::at_least:
        case Quantifier::at_most:
        case Quantifier::exactly: break;
    }
    // at least n x in L where C : P => n <= count(x in L where C and P)
    if (body) {
        if (bound.condition) {
            Expression both_hold = make(Operation::and_, yes_no, source);
            both_hold.operands.push_back(std::move(*bound.condition));
            both_hold.operands.push_back(std::move(*body));
            if (both_hold.operands[0].operation == Operation::nothing ||
                both_hold.operands[1].operation == Operation::nothing)
                both_hold = wrong(source);
            bound.condition = std::move(both_hold);
        } else {
            bound.condition = std::move(body);
        }
        body.reset();
    }
    Type number = of_kind(TypeKind::number);
    number.integer = true;
    Expression count = close(Operation::count, number, std::move(bound), std::nullopt, source);
    if (count.operation == Operation::nothing || !how_many || how_many->operation == Operation::nothing)
        return wrong(source);
    Expression result =
        make(source.quantifier == Quantifier::exactly ? Operation::equal : Operation::at_most, yes_no, source);
    const bool number_first = source.quantifier == Quantifier::at_least;
    result.operands.push_back(number_first ? std::move(*how_many) : std::move(count));
    result.operands.push_back(number_first ? std::move(count) : std::move(*how_many));
    return result;
}

void Typing::check_reach(const syntax::Expression& body, const syntax::Word& variable) {
    // A quantifier reaches to the end of its clause. What does not speak of its variable was hardly meant to be inside.
    if (body.kind == ExpressionKind::and_ || body.kind == ExpressionKind::or_) {
        for (const syntax::Expression& operand : body.operands) check_reach(operand, variable);
        return;
    }
    if (mentions(body, variable.text)) return;
    diagnostics_.error(catalogue::quantifier_too_far, at(body), {code(body), variable.text});
}

}  // namespace brecha::model
