// What a bare name means: a variable, a parameter, a definition, a table, the plan, or a value of an enumeration.
#include "model/checking/typing.hpp"

#include "model/checking/words.hpp"

#include "messages/catalogue/checking_functions.hpp"
#include "messages/catalogue/checking_names.hpp"
#include "messages/catalogue/checking_values.hpp"
#include "messages/catalogue/common.hpp"
#include "text/nearest.hpp"
#include "words/keywords.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::ExpressionKind;

std::int32_t Typing::variable_named(std::string_view name, const Scope& scope) const {
    constexpr std::size_t few = 16;
    if (scope.variables.size() <= few) {
        for (auto variable = scope.variables.rbegin(); variable != scope.variables.rend(); ++variable)
            if (variable_at(*variable).name == name) return *variable;
        return -1;
    }
    // Variables are numbered as they come into sight, so those that are visible are in order.
    const auto called = environment_.variables_by_name.find(std::string(name));
    if (called == environment_.variables_by_name.end()) return -1;
    for (auto variable = called->second.rbegin(); variable != called->second.rend(); ++variable) {
        if (*variable < scope.variables.front()) break;
        if (std::binary_search(scope.variables.begin(), scope.variables.end(), *variable)) return *variable;
    }
    return -1;
}

void Typing::check_free_name(const syntax::Word& name) {
    const std::vector<grammar::Reserved> reserved = grammar::reserved_as(name.text);
    if (reserved.empty()) return;
    const Location where = file_.at(name);
    if (diagnostics_.again("reserved " + name.text, where)) return;
    std::string english(reserved.front().role);
    std::erase(english, '~');
    std::string offered = name.text + "1";
    if (name.text == "e") offered = "ev";
    else if (name.text == "y") offered = "yr";
    else if (name.text == "o") offered = "ob";
    diagnostics_.error(catalogue::reserved_name, where,
                       {name.text, english, language_name(reserved.front().language), offered}, {},
                       "reserved " + name.text);
}

std::int32_t Typing::add_variable(const syntax::Word& name, Type type, const Scope& scope) {
    check_free_name(name);
    const Location where = file_.at(name);
    if (variable_named(name.text, scope) >= 0) diagnostics_.error(catalogue::name_taken_here, where, {name.text});
    else if (file_.is_root_name(name.text) || file_.is_assessment_date(name.text) ||
             declarations_.globals.contains(name.text))
        diagnostics_.error(catalogue::name_taken_in_ruleset, where, {name.text});
    const auto index = static_cast<std::int32_t>(ruleset_.variables.size());
    ruleset_.variables.push_back({name.text, type});
    environment_.variables_by_name[name.text].push_back(index);
    return index;
}

std::int32_t Typing::add_unnamed_variable(Type type) {
    ruleset_.variables.push_back({"", type});
    return static_cast<std::int32_t>(ruleset_.variables.size()) - 1;
}

bool Typing::open_name(const syntax::Expression& source, const Scope& scope) const {
    switch (source.kind) {
        case ExpressionKind::group: return open_name(source.operands.front(), scope);
        case ExpressionKind::name:
            return variable_named(source.text, scope) < 0 && !declarations_.globals.contains(source.text) &&
                   !file_.is_root_name(source.text) && !file_.is_assessment_date(source.text);
        case ExpressionKind::set:
            return std::any_of(source.operands.begin(), source.operands.end(),
                               [&](const syntax::Expression& one) { return open_name(one, scope); });
        case ExpressionKind::conditional:
            return source.operands.size() == 3 && open_name(source.operands[1], scope) &&
                   open_name(source.operands[2], scope);
        case ExpressionKind::otherwise:
            return open_name(source.operands[0], scope) && open_name(source.operands[1], scope);
        default: return false;
    }
}

Expression Typing::enumeration_value(std::int32_t enumeration, int value, const syntax::Expression& source) const {
    Type type;
    type.kind = TypeKind::enumeration;
    type.of = enumeration;
    Expression result = make(Operation::enumeration_value, type, source);
    result.index = value;
    return result;
}

Expression Typing::global(const Global& global, const syntax::Expression& source) {
    switch (global.kind) {
        case Global::Kind::parameter: {
            check_parameter(global.index, environment_);
            Expression result = make(Operation::parameter, ruleset_.parameters[global.index].type, source);
            result.index = static_cast<std::int32_t>(global.index);
            return result;
        }
        case Global::Kind::definition: {
            check_definition(global.index, environment_);
            const Definition& definition = ruleset_.definitions[global.index];
            if (!definition.parameters.empty()) {
                diagnostics_.error(catalogue::definition_without_brackets, at(source),
                                   {definition.name, definition.parameters.size()});
                return wrong(source);
            }
            Expression result = make(Operation::call, definition.body.type, source);
            result.index = static_cast<std::int32_t>(global.index);
            return result;
        }
        case Global::Kind::table: {
            Type type;
            type.kind = TypeKind::item;
            type.list = true;
            type.of = static_cast<std::int32_t>(ruleset_.tables[global.index].entity);
            Expression result = make(Operation::table_rows, type, source);
            result.index = static_cast<std::int32_t>(global.index);
            return result;
        }
    }
    return wrong(source);
}

Expression Typing::name(const syntax::Expression& source, Scope& scope, const Type* hint) {
    const std::string& word = source.text;
    const bool wants_value = hint != nullptr && hint->kind == TypeKind::enumeration;
    const int wanted = wants_value ? types_.value_named(hint->of, word) : -1;

    const auto both_meant = [&](const Type& type, const messages::Sentence& kind) {
        if (wanted < 0 || type.kind == TypeKind::nothing) return false;
        diagnostics_.error(catalogue::name_and_value, at(source), {word, kind, types_.enumeration_name(hint->of)},
                           types_.enumeration(hint->of).name.empty() ? messages::Message(catalogue::rename_the_other)
                                                                     : messages::Message());
        return true;
    };
    if (const std::int32_t variable = variable_named(word, scope); variable >= 0) {
        const Type& type = variable_at(variable).type;
        if (both_meant(type, catalogue::a_variable)) return wrong(source);
        Expression result = make(Operation::variable, type, source);
        result.index = variable;
        return result;
    }
    if (const auto found = declarations_.globals.find(word); found != declarations_.globals.end()) {
        const Global& first = found->second.front();
        if (found->second.size() > 1 && !declarations_.is_layer(first.ruleset)) {
            diagnostics_.error(catalogue::name_of_several, at(source), {word, first.ruleset, found->second[1].ruleset});
            return wrong(source);
        }
        Expression result = global(first, source);
        if (both_meant(result.type, first.kind == Global::Kind::parameter ? catalogue::a_parameter
                                    : first.kind == Global::Kind::table   ? catalogue::a_table
                                                                          : catalogue::a_definition))
            return wrong(source);
        return result;
    }
    if (wanted >= 0) return enumeration_value(hint->of, wanted, source);
    if (file_.is_root_name(word)) {
        if (scope.constant) {
            diagnostics_.error(catalogue::parameter_reads_plan, at(source));
            return wrong(source);
        }
        Type type;
        type.kind = TypeKind::item;
        type.of = static_cast<std::int32_t>(ruleset_.vocabulary.root);
        return make(Operation::plan, type, source);
    }
    if (file_.is_assessment_date(word)) {
        Type type;
        type.kind = TypeKind::date;
        ruleset_.reads_assessment_date = true;
        return make(Operation::assessment_date, type, source);
    }
    if (wants_value) {
        unknown_value(word, at(source), hint->of);
        return wrong(source);
    }
    const std::vector<std::int32_t> candidates = types_.enumerations_with({word});
    if (candidates.size() == 1)
        return enumeration_value(candidates.front(), types_.value_named(candidates.front(), word), source);
    if (candidates.size() > 1 && hint == nullptr) {
        std::vector<std::string> names;
        for (const std::int32_t one : candidates) names.push_back(types_.enumeration_name(one));
        diagnostics_.error(catalogue::value_of_several, at(source), {word, joined(names), names.front()});
        return wrong(source);
    }
    unknown_name(source, scope);
    return wrong(source);
}

void Typing::unknown_value(const std::string& word, Location where, std::int32_t enumeration) {
    const std::string name = types_.enumeration_name(enumeration);
    const std::string cause = "value " + name + " " + word;
    if (diagnostics_.again(cause, where)) return;
    diagnostics_.error(
        catalogue::no_value, where, {word, name, types_.values_of(enumeration)},
        [&] { return types_.value_meant(word, enumeration, 3); }, cause);
}

messages::Message Typing::name_meant(const std::string& word, const Scope& scope) const {
    using messages::Message;
    const Message plan = Message(catalogue::plan_word);
    const auto item_of = [&](std::int32_t variable) -> const Entity* {
        const Type& type = variable_at(variable).type;
        return type.kind == TypeKind::item && !type.list ? &types_.entity(type.of) : nullptr;
    };
    // A field written without its item is the commonest cause.
    const Entity* root =
        ruleset_.vocabulary.entities.empty() ? nullptr : &ruleset_.vocabulary.entities[ruleset_.vocabulary.root];
    for (auto variable = scope.variables.rbegin(); variable != scope.variables.rend(); ++variable)
        if (const Entity* item = item_of(*variable); item != nullptr && item->field_of(word) >= 0)
            return Message(catalogue::near_path, {variable_at(*variable).name, word});
    if (root != nullptr && root->field_of(word) >= 0) return Message(catalogue::near_path, {plan, word});

    std::set<std::string> known;
    for (const std::int32_t variable : scope.variables) known.insert(variable_at(variable).name);
    for (const auto& [name, global] : declarations_.globals) known.insert(name);
    const std::string root_word = file_.keyword("plan"), date_word = file_.built_in_word("assessment_date");
    known.insert(root_word);
    known.insert(date_word);
    std::vector<std::string> near = text::nearest(word, {known.begin(), known.end()});
    if (near.empty()) {
        for (const Enumeration& enumeration : ruleset_.vocabulary.enumerations)
            for (const EnumerationValue& value : enumeration.values) known.insert(value.word);
        near = text::nearest(word, {known.begin(), known.end()});
    }
    if (!near.empty()) {
        messages::List offered;
        for (const std::string& one : near)
            offered.items.push_back(one == root_word   ? plan
                                    : one == date_word ? Message(catalogue::assessment_date_word)
                                                       : Message::same(one));
        return Message(catalogue::did_you_mean, {std::move(offered)});
    }
    // … or a field that is misspelt too.
    std::vector<std::pair<Message, std::string>> paths;
    for (const std::int32_t variable : scope.variables)
        if (const Entity* item = item_of(variable))
            for (const Field& field : item->fields)
                paths.emplace_back(Message::same(variable_at(variable).name), field.name);
    if (root != nullptr)
        for (const Field& field : root->fields) paths.emplace_back(plan, field.name);
    std::vector<std::string> fields;
    for (const auto& [item, field] : paths) fields.push_back(field);
    near = text::nearest(word, fields, 1);
    if (near.empty()) return {};
    const auto meant =
        std::find_if(paths.begin(), paths.end(), [&](const auto& path) { return path.second == near.front(); });
    return Message(catalogue::near_path, {meant->first, meant->second});
}

void Typing::unknown_name(const syntax::Expression& source, const Scope& scope) {
    const std::string cause = "name " + source.text;
    if (diagnostics_.again(cause, at(source))) return;
    diagnostics_.error(
        catalogue::no_name, at(source), {source.text}, [&] { return name_meant(source.text, scope); }, cause);
}

std::int32_t Typing::table_named(const syntax::Expression& source, const Scope& scope) const {
    const Global* found = nullptr;
    if (source.kind == ExpressionKind::name && variable_named(source.text, scope) < 0)
        found = declarations_.global_named(source.text);
    if (source.kind == ExpressionKind::field && source.operands.front().kind == ExpressionKind::name &&
        variable_named(source.operands.front().text, scope) < 0)
        found = declarations_.global_named(source.text, source.operands.front().text);
    return found != nullptr && found->kind == Global::Kind::table ? static_cast<std::int32_t>(found->index) : -1;
}

}  // namespace brecha::model
