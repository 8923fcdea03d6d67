// One expression of the syntax tree -> one checked expression: names resolved, typed, sugar taken away.
// Operators, functions and quantifiers have files of their own.
#include "model/checking/typing.hpp"

#include "model/checking/calendars.hpp"
#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "model/checking/lints/lints.hpp"

#include "limits/watch.hpp"
#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_expressions.hpp"
#include "messages/catalogue/checking_limits.hpp"
#include "messages/catalogue/checking_names.hpp"
#include "messages/catalogue/checking_references.hpp"
#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/checking_values.hpp"
#include "text/entering.hpp"
#include "text/nearest.hpp"

#include <algorithm>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

constexpr std::size_t greatest_repeated_size = 2'000;  // expressions that sugar may write twice

std::size_t size_up_to(const Expression& expression, std::size_t most) {
    std::size_t size = 1;
    for (const Expression& operand : expression.operands) {
        if (size >= most) return size;
        size += size_up_to(operand, most - size);
    }
    return size;
}

}  // namespace

messages::Message Typing::unit_help(const messages::Sentence& sentence, const syntax::Expression& source,
                                    const Expression& value, const Type& wanted) const {
    if (wanted.unit < 0 || value.type.kind != TypeKind::number) return {};
    return messages::Message(sentence, {code(source), types_.unit_name(wanted.unit)});
}

bool Typing::can_repeat(const Expression& given, const syntax::Expression& source) {
    if (size_up_to(given, greatest_repeated_size) < greatest_repeated_size) return true;
    diagnostics_.error(catalogue::too_long, at(source));
    return false;
}

Location Typing::word_at(const syntax::Expression& source) const {
    return at(source.text_span == grammar::Span{} ? source.span : source.text_span);
}

Expression Typing::make(Operation operation, Type type, const syntax::Expression& source) const {
    Expression result;
    result.operation = operation;
    result.type = type;
    result.span = source.span;
    result.file = file_.index();
    return result;
}

Expression Typing::expression(const syntax::Expression& source, Scope& scope, const Type* hint) {
    limits::step();
    const Deeper deeper(environment_.depth);
    if (too_deep(environment_.depth, at(source), diagnostics_)) return wrong(source);
    switch (source.kind) {
        case ExpressionKind::number:
        case ExpressionKind::percent:
        case ExpressionKind::text:
        case ExpressionKind::date:
        case ExpressionKind::moment:
        case ExpressionKind::duration:
        case ExpressionKind::yes_no: {
            // `no` and `yes` can be words of an enumeration.
            if (source.kind == ExpressionKind::yes_no && hint != nullptr && hint->kind == TypeKind::enumeration) {
                const int value = types_.value_named(hint->of, source.text);
                if (value >= 0) return enumeration_value(hint->of, value, source);
            }
            return literal(source);
        }
        case ExpressionKind::name: return name(source, scope, hint);
        case ExpressionKind::judged: return judged(source, scope);
        case ExpressionKind::values_of: return values_of(source);
        case ExpressionKind::verdict: return verdict(source, scope);
        case ExpressionKind::field: return field(source, scope);
        case ExpressionKind::index: return index(source, scope);
        case ExpressionKind::call: return call(source, scope);
        case ExpressionKind::aggregate: return aggregate(source, scope);
        case ExpressionKind::set: return set(source, scope, hint);
        case ExpressionKind::negate: {
            Expression operand = expression(source.operands.front(), scope);
            if (operand.type.kind == TypeKind::nothing) return wrong(source);
            if (operand.type.list ||
                (operand.type.kind != TypeKind::number && operand.type.kind != TypeKind::percent)) {
                diagnostics_.error(catalogue::no_negative, at(source), {types_.describe(operand.type)});
                return wrong(source);
            }
            if (operand.operation == Operation::number) {
                operand.number = -operand.number;
                operand.span = source.span;
                return operand;
            }
            Expression result = make(Operation::negate, operand.type, source);
            result.operands.push_back(std::move(operand));
            return result;
        }
        case ExpressionKind::not_: {
            Expression result = make(Operation::not_, condition_type(), source);
            result.operands.push_back(condition(source.operands.front(), scope));
            return result;
        }
        case ExpressionKind::and_:
        case ExpressionKind::or_: {
            Expression result =
                make(source.kind == ExpressionKind::and_ ? Operation::and_ : Operation::or_, condition_type(), source);
            result.operands.reserve(source.operands.size());
            for (const syntax::Expression& operand : source.operands)
                result.operands.push_back(condition(operand, scope));
            return result;
        }
        case ExpressionKind::sum: return sum(source, scope);
        case ExpressionKind::product: return product(source, scope);
        case ExpressionKind::compare: return compare(source, scope);
        case ExpressionKind::is_given:
        case ExpressionKind::is_missing: {
            Expression operand = expression(source.operands.front(), scope);
            Expression given = make(Operation::given, condition_type(), source);
            given.operands.push_back(std::move(operand));
            if (source.kind == ExpressionKind::is_given) return given;
            Expression result = make(Operation::not_, condition_type(), source);
            result.operands.push_back(std::move(given));
            return result;
        }
        case ExpressionKind::matches: {
            Expression operand = expression(source.operands.front(), scope);
            if (operand.type.kind != TypeKind::nothing && (operand.type.kind != TypeKind::text || operand.type.list)) {
                diagnostics_.error(catalogue::matches_needs_text, at(source.operands.front()),
                                   {types_.describe(operand.type)});
                return wrong(source);
            }
            Expression result = make(Operation::matches, condition_type(), source);
            result.text = source.text;
            result.operands.push_back(std::move(operand));
            return result;
        }
        case ExpressionKind::between: return between(source, scope);
        case ExpressionKind::within: return within(source, scope);
        case ExpressionKind::at_least: return within(source, scope);
        case ExpressionKind::due_within:
            if (scope.due != &source) diagnostics_.error(catalogue::due_misplaced, at(source));
            return due_within(source, scope);
        case ExpressionKind::apart: return apart(source, scope);
        case ExpressionKind::otherwise: return otherwise(source, scope, hint);
        case ExpressionKind::conditional: return conditional(source, scope, hint);
        case ExpressionKind::quantifier: return quantifier(source, scope);
        case ExpressionKind::group: return expression(source.operands.front(), scope, hint);
    }
    return wrong(source);
}

Expression Typing::condition(const syntax::Expression& source, Scope& scope) {
    Expression result = expression(source, scope);
    if (result.type.kind == TypeKind::nothing || (result.type.kind == TypeKind::yes_no && !result.type.list))
        return result;
    messages::Message help;
    if (result.type.list) help = messages::Message(catalogue::count_or_given, {code(source)});
    else if (result.type.kind == TypeKind::enumeration) {
        const EnumerationValues& values = types_.enumeration(result.type.of).values;
        help = messages::Message(catalogue::compare_or_given,
                                 {code(source), values.empty() ? std::string("…") : values[0].word});
    }
    diagnostics_.error(catalogue::no_condition, at(source), {code(source), types_.describe(result.type)},
                       std::move(help));
    return wrong(source);
}

Expression Typing::literal(const syntax::Expression& source) {
    Type type;
    const auto refused = [&](const messages::Entry& entry, std::vector<messages::Argument> arguments,
                             messages::Message help = {}) {
        diagnostics_.error(entry, at(source), std::move(arguments), std::move(help));
        return wrong(source);
    };
    switch (source.kind) {
        case ExpressionKind::number: {
            type.kind = TypeKind::number;
            std::optional<Decimal> value = decimal_from_text(without_underscores(source.text));
            if (!value) return refused(catalogue::no_number, {source.text});
            if (source.further().unit.empty()) {
                type.integer = *value % decimal_one == 0;
            } else {
                type.unit = types_.unit_named(
                    source.further().unit,
                    at(source.further().unit_span == grammar::Span{} ? source.span : source.further().unit_span));
                if (type.unit < 0) return wrong(source);
                value = multiply(*value, types_.unit(type.unit).factor);
                if (!value) return refused(catalogue::too_large, {source.text});
            }
            warn_of_thousands(source.text, at(source), diagnostics_);
            Expression result = make(Operation::number, type, source);
            result.number = *value;
            return result;
        }
        case ExpressionKind::percent: {
            type.kind = TypeKind::percent;
            const std::optional<Decimal> value = decimal_from_text(without_underscores(source.text));
            if (!value) return refused(catalogue::no_percentage, {source.text});
            Expression result = make(Operation::number, type, source);
            result.number = *value;
            return result;
        }
        case ExpressionKind::text: {
            type.kind = TypeKind::text;
            Expression result = make(Operation::text, type, source);
            result.text = text::entered(source.text);
            return result;
        }
        case ExpressionKind::date: {
            type.kind = TypeKind::date;
            const std::optional<Day> day = day_from_text(source.text);
            if (!day) return refused(catalogue::no_day, {source.text}, month_length(source.text));
            Expression result = make(Operation::date, type, source);
            result.number = *day;
            return result;
        }
        case ExpressionKind::moment: {
            type.kind = TypeKind::moment;
            const std::optional<Moment> moment = moment_from_text(source.text);
            if (!moment) return refused(catalogue::no_moment, {source.text});
            Expression result = make(Operation::moment, type, source);
            result.number = *moment;
            return result;
        }
        case ExpressionKind::duration: {
            type.kind = TypeKind::duration;
            const std::optional<Decimal> amount = decimal_from_text(without_underscores(source.text));
            std::optional<Duration> duration;
            if (amount && *amount % decimal_one == 0 && *amount / decimal_one <= 1'000'000'000'000)
                duration = duration_from_unit(static_cast<std::int64_t>(*amount / decimal_one), source.further().unit);
            if (!duration) return refused(catalogue::no_duration, {code(source)});
            duration = counted(*duration, source);
            if (!duration) return wrong(source);
            type.duration = duration_kind(*duration);
            Expression result = make(Operation::duration, type, source);
            result.number = *duration;
            return result;
        }
        case ExpressionKind::yes_no: {
            Expression result = make(Operation::truth, condition_type(), source);
            result.number = source.text == "yes" ? 1 : 0;
            return result;
        }
        default: return wrong(source);
    }
}

std::optional<Duration> Typing::counted(Duration duration, const syntax::Expression& source) {
    const std::string& name = source.further().name.text;
    if (duration_kind(duration) != DurationKind::working) {
        if (name.empty()) return duration;
        diagnostics_.error(catalogue::calendar_of_other_days, at(source.further().name.span), {name});
        return std::nullopt;
    }
    const std::vector<std::string> names = calendar_names(ruleset_);
    if (!name.empty()) {
        const std::int32_t calendar = calendar_named(name, ruleset_);
        if (calendar >= 0) return in_calendar(duration, calendar);
        diagnostics_.error(catalogue::no_calendar_named, at(source.further().name.span), {name},
                           did_you_mean(name, names));
        return std::nullopt;
    }
    if (ruleset_.calendar >= 0 || names.empty()) return duration;
    diagnostics_.error(catalogue::which_calendar, at(source), {joined(names), code(source), names.front()});
    return std::nullopt;
}

Expression Typing::values_of(const syntax::Expression& source) {
    const std::int32_t enumeration = types_.enumeration_named(source.text);
    if (enumeration < 0) {
        const std::string cause = "enumeration " + source.text;
        if (diagnostics_.again(cause, at(source))) return wrong(source);
        diagnostics_.error(
            catalogue::no_enumeration, at(source), {source.text},
            [&] {
                messages::Message near = did_you_mean(source.text, types_.enumeration_names());
                return near.empty() ? messages::Message(catalogue::values_of_needs_enumeration) : near;
            },
            cause);
        return wrong(source);
    }
    Type type;
    type.kind = TypeKind::enumeration;
    type.of = enumeration;
    type.list = true;
    return make(Operation::enumeration_values, type, source);
}

Expression Typing::field(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression& base = source.operands.front();
    const bool bare = base.kind == ExpressionKind::name && variable_named(base.text, scope) < 0 &&
                      !declarations_.globals.contains(base.text) && !file_.is_root_name(base.text);
    if (bare) {
        // `Dim.sex`, `Site.kind.hotel` (below) and `other_ruleset.threshold`
        if (const std::int32_t enumeration =
                base.text == "country" ? country_enumeration : types_.enumeration_named(base.text);
            enumeration >= 0) {
            const int value = types_.value_named(enumeration, source.text);
            if (value >= 0) return enumeration_value(enumeration, value, source);
            unknown_value(source.text, at(source.text_span), enumeration);
            return wrong(source);
        }
        if (const Global* found = declarations_.global_named(source.text, base.text)) return global(*found, source);
    }
    if (base.kind == ExpressionKind::field && base.operands.front().kind == ExpressionKind::name &&
        variable_named(base.operands.front().text, scope) < 0)
        if (const std::int32_t entity = types_.entity_named(base.operands.front().text);
            entity >= 0 && !declarations_.globals.contains(base.operands.front().text)) {
            const Entity& owner = types_.entity(entity);
            if (const int index = owner.field_of(base.text); index >= 0) {
                const Type& type = owner.fields[static_cast<std::size_t>(index)].type;
                if (type.kind == TypeKind::enumeration) {
                    const int value = types_.value_named(type.of, source.text);
                    if (value >= 0) return enumeration_value(type.of, value, source);
                    unknown_value(source.text, at(source.text_span), type.of);
                    return wrong(source);
                }
            }
        }
    Expression item = expression(base, scope);
    return field_of(std::move(item), source.text, word_at(source), source);
}

Expression Typing::field_of(Expression item, std::string_view field_name, Location where,
                            const syntax::Expression& source) {
    if (item.type.kind == TypeKind::nothing) return wrong(source);
    if (item.type.kind != TypeKind::item) {
        diagnostics_.error(catalogue::no_fields, where, {types_.describe(item.type), field_name},
                           is_time(item.type) ? messages::Message(catalogue::write_its_year) : messages::Message());
        return wrong(source);
    }
    if (item.type.list) {
        // plan.risks.hazard => list(r in plan.risks : r.hazard)
        const std::int32_t variable = add_unnamed_variable(item.type.element());
        Expression one = make(Operation::variable, item.type.element(), source);
        one.index = variable;
        Expression body = field_of(std::move(one), field_name, where, source);
        if (body.operation == Operation::nothing) return body;
        Type type = body.type;
        type.list = true;
        Expression result = make(Operation::list, type, source);
        result.variable = variable;
        result.has_body = true;
        result.operands.push_back(std::move(item));
        result.operands.push_back(std::move(body));
        return result;
    }
    const Entity& entity = types_.entity(item.type.of);
    const int index = entity.field_of(field_name);
    if (index < 0) {
        const std::string cause = "field " + entity.name + "." + std::string(field_name);
        if (diagnostics_.again(cause, where)) return wrong(source);
        std::vector<std::string> candidates;
        if (diagnostics_.shows(where))
            for (const Field& field : entity.fields) candidates.push_back(field.name);
        const std::vector<std::string> near = text::nearest(field_name, candidates, 1);
        std::vector<std::string> others;
        // Others that begin alike come first.
        for (const bool alike : {true, false})
            for (const std::string& one : candidates)
                if (others.size() < 4 && (near.empty() || one != near.front()) &&
                    (one.front() == field_name.front()) == alike)
                    others.push_back(one);
        messages::Message help;
        if (!near.empty() && others.empty()) help = messages::Message(catalogue::near_field, {near.front()});
        else if (!near.empty())
            help = messages::Message(catalogue::near_field_of, {near.front(), entity.name, joined(others)});
        diagnostics_.error(entity.table_row ? catalogue::no_column : catalogue::no_field, where,
                           {entity.name, field_name, joined(others)}, std::move(help), cause);
        return wrong(source);
    }
    Expression result = make(Operation::field, entity.fields[static_cast<std::size_t>(index)].type, source);
    result.index = index;
    result.operands.push_back(std::move(item));
    return result;
}

Expression Typing::index(const syntax::Expression& source, Scope& scope) {
    const syntax::Expression& base = source.operands.front();
    const std::int32_t table = table_named(base, scope);
    Expression list;
    std::uint32_t entity_index = 0;
    if (table >= 0) {
        entity_index = ruleset_.tables[static_cast<std::size_t>(table)].entity;
    } else {
        list = expression(base, scope);
        if (list.type.kind == TypeKind::nothing) return wrong(source);
        if (!list.type.list || list.type.kind != TypeKind::item) {
            diagnostics_.error(catalogue::no_keys, at(base), {types_.describe(list.type)});
            return wrong(source);
        }
        entity_index = static_cast<std::uint32_t>(list.type.of);
    }
    const Entity& entity = ruleset_.vocabulary.entities[entity_index];  // no entity is added any more
    const std::size_t given = source.operands.size() - 1;
    if (entity.key.size() != given) {
        std::vector<std::string> words;
        for (const std::uint32_t key : entity.key) words.push_back(entity.fields[key].name);
        if (entity.key.empty()) diagnostics_.error(catalogue::entity_without_key, at(source), {entity.name});
        else diagnostics_.error(catalogue::wrong_key_count, at(source), {entity.name, joined(words), given});
        return wrong(source);
    }
    Type type;
    type.kind = TypeKind::item;
    type.of = static_cast<std::int32_t>(entity_index);
    Expression result = make(table >= 0 ? Operation::table_row : Operation::element, type, source);
    result.index = table;
    if (table < 0) result.operands.push_back(std::move(list));
    for (std::size_t i = 0; i < given; ++i) {
        const syntax::Expression& key_source = source.operands[i + 1];
        const Field& key = entity.fields[entity.key[i]];
        Expression value = expression(key_source, scope, &key.type);
        if (!types_.fits(value.type, key.type)) {
            diagnostics_.error(catalogue::key_of_other_type, at(key_source),
                               {key.name, types_.describe(key.type), types_.describe(value.type)},
                               unit_help(catalogue::say_the_unit_like, key_source, value, key.type));
            return wrong(source);
        }
        result.operands.push_back(std::move(value));
    }
    if (table >= 0 && ruleset_.tables[static_cast<std::size_t>(table)].single_value) {
        const std::size_t column = entity.key.size();
        if (column >= entity.fields.size()) return wrong(source);
        Expression value = make(Operation::field, entity.fields[column].type, source);
        value.index = static_cast<std::int32_t>(column);
        value.operands.push_back(std::move(result));
        return value;
    }
    return result;
}

Expression Typing::set(const syntax::Expression& source, Scope& scope, const Type* hint) {
    Type element;
    if (hint != nullptr) element = hint->element();
    if (element.kind == TypeKind::nothing) {
        // A typed element says what the bare words among the others are; else the one enumeration that has them all.
        std::vector<std::string> words;
        const syntax::Expression* typed = nullptr;
        for (const syntax::Expression& one : source.operands) {
            if (!open_name(one, scope)) typed = typed ? typed : &one;
            else if (one.kind == ExpressionKind::name) words.push_back(one.text);
        }
        if (typed == nullptr && !words.empty()) {
            const std::vector<std::int32_t> candidates = types_.enumerations_with(words);
            if (candidates.size() == 1) {
                element.kind = TypeKind::enumeration;
                element.of = candidates.front();
            } else if (candidates.size() > 1) {
                std::vector<std::string> names;
                for (const std::int32_t one : candidates) names.push_back(types_.enumeration_name(one));
                diagnostics_.error(catalogue::values_of_several, at(source),
                                   {joined(names), names.front(), words.front()});
                return wrong(source);
            }
        }
    }
    Expression result = make(Operation::list_literal, Type{}, source);
    result.operands.reserve(source.operands.size());
    bool bad = false;
    const auto take = [&](const syntax::Expression& one) {
        Expression value = expression(one, scope, element.kind == TypeKind::nothing ? nullptr : &element);
        if (value.type.list) {
            diagnostics_.error(catalogue::list_in_list, at(one));
            bad = true;
        } else if (const std::optional<Type> type = types_.common(element, value.type)) {
            if (element.kind == TypeKind::nothing || type->kind != TypeKind::nothing) element = *type;
        } else {
            diagnostics_.error(catalogue::other_elements, at(one),
                               {types_.describe(value.type), types_.describe(element)});
            bad = true;
        }
        if (value.operation == Operation::nothing) bad = true;
        return value;
    };
    // Typed elements are read first, so that they type the bare words; the order written is kept.
    std::vector<std::optional<Expression>> values(source.operands.size());
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < source.operands.size(); ++i)
            if (!values[i] && (round == 1 || !open_name(source.operands[i], scope)))
                values[i] = take(source.operands[i]);
    for (std::optional<Expression>& value : values) result.operands.push_back(std::move(*value));
    if (bad) return wrong(source);
    result.type = element;
    result.type.list = true;
    return result;
}

Expression Typing::conditional(const syntax::Expression& source, Scope& scope, const Type* hint) {
    Expression test = condition(source.operands[0], scope);
    if (source.operands.size() == 2) {
        Expression result = make(Operation::implies, condition_type(), source);
        result.operands.push_back(std::move(test));
        result.operands.push_back(condition(source.operands[1], scope));
        return result;
    }
    Expression yes, no;
    if (hint == nullptr && open_name(source.operands[1], scope) && !open_name(source.operands[2], scope)) {
        no = expression(source.operands[2], scope);
        yes = expression(source.operands[1], scope, &no.type);
    } else {
        yes = expression(source.operands[1], scope, hint);
        no = expression(source.operands[2], scope, hint != nullptr ? hint : &yes.type);
    }
    const std::optional<Type> type = types_.common(yes.type, no.type);
    if (!type) {
        diagnostics_.error(catalogue::branches_differ, at(source),
                           {types_.describe(yes.type), types_.describe(no.type)});
        return wrong(source);
    }
    Expression result = make(Operation::choose, *type, source);
    result.operands.push_back(std::move(test));
    result.operands.push_back(std::move(yes));
    result.operands.push_back(std::move(no));
    return result;
}

Expression Typing::judged(const syntax::Expression& source, Scope& scope) {
    if (!scope.may_judge) {
        diagnostics_.error(catalogue::judgement_misplaced, at(source));
        return wrong(source);
    }
    const auto requirement = static_cast<std::uint32_t>(scope.requirement);
    Expression result = make(Operation::judged, condition_type(), source);
    const std::string key = std::to_string(requirement) + " " + scope.part;
    const std::string& id = ruleset_.requirements[requirement].id;
    const Texts question =
        environment_.texts.read(source.further().texts, file_, {&catalogue::question_of, id + scope.part});
    if (const auto found = environment_.judgements.find(key); found != environment_.judgements.end()) {
        const Texts& before = ruleset_.judgements[found->second].question;
        if (!before.empty() && !question.empty() && before.front().text != question.front().text)
            diagnostics_.error(catalogue::two_judgements, at(source), {id + scope.part});
        result.index = static_cast<std::int32_t>(found->second);
        return result;
    }
    const auto index = static_cast<std::uint32_t>(ruleset_.judgements.size());
    ruleset_.judgements.push_back({requirement, scope.part, question});
    environment_.judgements.emplace(key, index);
    result.index = static_cast<std::int32_t>(index);
    return result;
}

Expression Typing::verdict(const syntax::Expression& source, Scope& scope) {
    Expression result =
        make(source.option == 0 ? Operation::verdict_met : Operation::verdict_applies, condition_type(), source);
    if (scope.constant) {
        diagnostics_.error(catalogue::parameter_reads_verdict, at(source));
        return wrong(source);
    }
    result.index = environment_.requirements.find(source.text);
    if (result.index < 0) {
        const std::string cause = "requirement " + source.text;
        if (!diagnostics_.again(cause, at(source)))
            diagnostics_.error(
                catalogue::no_requirement, at(source), {source.text},
                [&] { return environment_.requirements.meant(source.text); }, cause);
        return wrong(source);
    }
    std::int32_t variable = -1;
    if (!source.further().name.empty()) {
        syntax::Expression word;
        word.text = source.further().name.text;
        word.span = source.further().name.span;
        Expression item = name(word, scope, nullptr);
        if (item.operation == Operation::nothing) return wrong(source);
        if (item.operation != Operation::variable || item.type.list) {
            diagnostics_.error(catalogue::for_needs_variable, at(source.further().name.span));
            return wrong(source);
        }
        variable = item.index;
        result.operands.push_back(std::move(item));
    }
    environment_.verdict_uses.push_back(
        {static_cast<std::uint32_t>(scope.requirement), result.index, variable, at(source)});
    return result;
}

Expression Typing::note_months(Expression result, const syntax::Expression& source) {
    if (ruleset_.month_end != MonthEnd::unstated || diagnostics_.again("month_end", at(source))) return result;
    diagnostics_.error(catalogue::month_end_unstated, at(source), {}, {}, "month_end");
    return result;
}

}  // namespace brecha::model
