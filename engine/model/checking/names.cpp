// What a bare name means: a variable, a parameter, a definition, a table, the plan, or a value of an enumeration.
#include "model/checking/checker.hpp"
#include "model/checking/words.hpp"

#include "words/keywords.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::ExpressionKind;

std::int32_t Checker::variable_named(std::string_view name, const Scope& scope) const {
    for (auto variable = scope.variables.rbegin(); variable != scope.variables.rend(); ++variable)
        if (ruleset_.variables[static_cast<std::size_t>(*variable)].name == name) return *variable;
    return -1;
}

void Checker::check_free_name(const syntax::Word& name, std::uint16_t file) {
    const std::vector<grammar::Reserved> reserved = grammar::reserved_as(name.text);
    if (reserved.empty()) return;
    const Place where{file, name.span};
    if (report_.again("reserved " + name.text, where)) return;
    std::string english(reserved.front().role);
    std::erase(english, '~');
    std::string offered = name.text + "1";
    if (name.text == "e") offered = "ev";
    else if (name.text == "y") offered = "yr";
    else if (name.text == "o") offered = "ob";
    report_.error(catalogue::reserved_name, where,
                  {name.text, english, language_name(reserved.front().language), offered}, {}, "reserved " + name.text);
}

std::int32_t Checker::add_variable(const syntax::Word& name, Type type, std::uint16_t file, const Scope& scope) {
    check_free_name(name, file);
    const Place where{file, name.span};
    if (variable_named(name.text, scope) >= 0) report_.error(catalogue::name_taken_here, where, {name.text});
    else if (is_root_name(name.text) || is_assessment_date(name.text) || globals_.contains(name.text))
        report_.error(catalogue::name_taken_in_ruleset, where, {name.text});
    const auto index = static_cast<std::int32_t>(ruleset_.variables.size());
    ruleset_.variables.push_back({name.text, type});
    variable_depth_.push_back(0);
    return index;
}

bool Checker::is_root_name(std::string_view name) const {
    return name == "plan" || name == grammar::keyword("plan", files_[file_]->language);
}

bool Checker::is_assessment_date(std::string_view name) const {
    return name == "assessment_date" || grammar::english_word(name, files_[file_]->language) == "assessment_date";
}

const Checker::Global* Checker::global_named(const std::string& name, std::string_view ruleset) const {
    const auto found = globals_.find(name);
    if (found == globals_.end()) return nullptr;
    if (ruleset.empty()) return &found->second.front();
    for (const Global& global : found->second)
        if (global.ruleset == ruleset) return &global;
    return nullptr;
}

std::int32_t Checker::enumeration_named(std::string_view name) const {
    const auto found = enumeration_index_.find(std::string(name));
    return found == enumeration_index_.end() ? -1 : found->second;
}

std::vector<std::int32_t> Checker::enumerations_with(const std::vector<std::string>& words) const {
    std::vector<std::int32_t> found;
    const std::vector<Enumeration>& enumerations = ruleset_.vocabulary.enumerations;
    for (std::size_t index = 0; index < enumerations.size(); ++index)
        if (std::all_of(words.begin(), words.end(),
                        [&](const std::string& word) { return enumerations[index].index_of(word) >= 0; }))
            found.push_back(static_cast<std::int32_t>(index));
    return found;
}

bool Checker::open_name(const syntax::Expression& source, const Scope& scope) const {
    switch (source.kind) {
        case ExpressionKind::group: return open_name(source.operands.front(), scope);
        case ExpressionKind::name:
            return variable_named(source.text, scope) < 0 && !globals_.contains(source.text) &&
                   !is_root_name(source.text) && !is_assessment_date(source.text);
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

Expression Checker::enumeration_value(std::int32_t enumeration, int value, Place place) const {
    Expression result;
    result.operation = Operation::enumeration_value;
    result.type.kind = TypeKind::enumeration;
    result.type.of = enumeration;
    result.index = value;
    result.file = place.file;
    result.span = place.span;
    return result;
}

Expression Checker::global(const Global& global, const syntax::Expression& source) {
    switch (global.kind) {
        case Global::Kind::parameter: {
            check_parameter(global.index);
            Expression result = make(Operation::parameter, ruleset_.parameters[global.index].type, source);
            result.index = static_cast<std::int32_t>(global.index);
            return result;
        }
        case Global::Kind::definition: {
            check_definition(global.index);
            const Definition& definition = ruleset_.definitions[global.index];
            if (!definition.parameters.empty()) {
                report_.error(catalogue::definition_without_brackets, place(source),
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

Expression Checker::name(const syntax::Expression& source, Scope& scope, const Type* hint) {
    const std::string& word = source.text;
    const bool wants_value = hint != nullptr && hint->kind == TypeKind::enumeration;
    const int wanted =
        wants_value ? ruleset_.vocabulary.enumerations[static_cast<std::size_t>(hint->of)].index_of(word) : -1;

    const auto both_meant = [&](const Type& type, const messages::Sentence& kind) {
        if (wanted < 0 || type.kind == TypeKind::nothing) return false;
        report_.error(catalogue::name_and_value, place(source), {word, kind, enumeration_name(hint->of)},
                      ruleset_.vocabulary.enumerations[static_cast<std::size_t>(hint->of)].name.empty()
                          ? messages::Message(catalogue::rename_the_other)
                          : messages::Message());
        return true;
    };
    if (const std::int32_t variable = variable_named(word, scope); variable >= 0) {
        const Type& type = ruleset_.variables[static_cast<std::size_t>(variable)].type;
        if (both_meant(type, catalogue::a_variable)) return wrong(source);
        Expression result = make(Operation::variable, type, source);
        result.index = variable;
        return result;
    }
    if (const auto found = globals_.find(word); found != globals_.end()) {
        const Global& first = found->second.front();
        if (found->second.size() > 1 && first.ruleset != main_.node->name.text) {
            report_.error(catalogue::name_of_several, place(source), {word, first.ruleset, found->second[1].ruleset});
            return wrong(source);
        }
        Expression result = global(first, source);
        if (both_meant(result.type, first.kind == Global::Kind::parameter ? catalogue::a_parameter
                                    : first.kind == Global::Kind::table   ? catalogue::a_table
                                                                          : catalogue::a_definition))
            return wrong(source);
        return result;
    }
    if (wanted >= 0) return enumeration_value(hint->of, wanted, place(source));
    if (is_root_name(word)) {
        if (scope.constant) {
            report_.error(catalogue::parameter_reads_plan, place(source));
            return wrong(source);
        }
        Type type;
        type.kind = TypeKind::item;
        type.of = static_cast<std::int32_t>(ruleset_.vocabulary.root);
        return make(Operation::plan, type, source);
    }
    if (is_assessment_date(word)) {
        Type type;
        type.kind = TypeKind::date;
        ruleset_.reads_assessment_date = true;
        return make(Operation::assessment_date, type, source);
    }
    if (wants_value) {
        unknown_value(source, hint->of);
        return wrong(source);
    }
    const std::vector<std::int32_t> candidates = enumerations_with({word});
    if (candidates.size() == 1)
        return enumeration_value(
            candidates.front(),
            ruleset_.vocabulary.enumerations[static_cast<std::size_t>(candidates.front())].index_of(word),
            place(source));
    if (candidates.size() > 1 && hint == nullptr) {
        std::vector<std::string> names;
        for (const std::int32_t one : candidates) names.push_back(enumeration_name(one));
        report_.error(catalogue::value_of_several, place(source), {word, joined(names), names.front()});
        return wrong(source);
    }
    unknown_name(source, scope);
    return wrong(source);
}

void Checker::unknown_value(const syntax::Expression& source, std::int32_t enumeration) {
    const std::string name = enumeration_name(enumeration);
    const std::string cause = "value " + name + " " + source.text;
    if (report_.again(cause, place(source))) return;
    std::vector<std::string> words;
    for (const EnumerationValue& value : ruleset_.vocabulary.enumerations[static_cast<std::size_t>(enumeration)].values)
        words.push_back(value.word);
    const std::vector<std::string> near = grammar::nearest(source.text, words);
    report_.error(catalogue::no_value, place(source), {source.text, name, values_of(enumeration)},
                  near.empty() ? messages::Message()
                               : messages::Message(catalogue::near_value, {joined(near), name, values_of(enumeration)}),
                  cause);
}

messages::Message Checker::name_meant(const std::string& word, const Scope& scope) const {
    using messages::Message;
    const Message plan = Message(catalogue::plan_word);
    const auto item_of = [&](std::int32_t variable) -> const Entity* {
        const Type& type = ruleset_.variables[static_cast<std::size_t>(variable)].type;
        return type.kind == TypeKind::item && !type.list
                   ? &ruleset_.vocabulary.entities[static_cast<std::size_t>(type.of)]
                   : nullptr;
    };
    // A field written without its item is the commonest cause.
    const Entity* root =
        ruleset_.vocabulary.entities.empty() ? nullptr : &ruleset_.vocabulary.entities[ruleset_.vocabulary.root];
    for (auto variable = scope.variables.rbegin(); variable != scope.variables.rend(); ++variable)
        if (const Entity* item = item_of(*variable); item != nullptr && item->field_of(word) >= 0)
            return Message(catalogue::near_path, {ruleset_.variables[static_cast<std::size_t>(*variable)].name, word});
    if (root != nullptr && root->field_of(word) >= 0) return Message(catalogue::near_path, {plan, word});

    std::set<std::string> known;
    for (const std::int32_t variable : scope.variables)
        known.insert(ruleset_.variables[static_cast<std::size_t>(variable)].name);
    for (const auto& [name, global] : globals_) known.insert(name);
    const std::string root_word = keyword("plan"), date_word = built_in_word("assessment_date");
    known.insert(root_word);
    known.insert(date_word);
    std::vector<std::string> near = grammar::nearest(word, {known.begin(), known.end()});
    if (near.empty()) {
        for (const Enumeration& enumeration : ruleset_.vocabulary.enumerations)
            for (const EnumerationValue& value : enumeration.values) known.insert(value.word);
        near = grammar::nearest(word, {known.begin(), known.end()});
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
                paths.emplace_back(Message::same(ruleset_.variables[static_cast<std::size_t>(variable)].name),
                                   field.name);
    if (root != nullptr)
        for (const Field& field : root->fields) paths.emplace_back(plan, field.name);
    std::vector<std::string> fields;
    for (const auto& [item, field] : paths) fields.push_back(field);
    near = grammar::nearest(word, fields, 1);
    if (near.empty()) return {};
    const auto meant =
        std::find_if(paths.begin(), paths.end(), [&](const auto& path) { return path.second == near.front(); });
    return Message(catalogue::near_path, {meant->first, meant->second});
}

void Checker::unknown_name(const syntax::Expression& source, const Scope& scope) {
    const std::string cause = "name " + source.text;
    if (report_.again(cause, place(source))) return;
    report_.error(catalogue::no_name, place(source), {source.text}, name_meant(source.text, scope), cause);
}

std::int32_t Checker::table_named(const syntax::Expression& source, const Scope& scope) const {
    const Global* found = nullptr;
    if (source.kind == ExpressionKind::name && variable_named(source.text, scope) < 0)
        found = global_named(source.text);
    if (source.kind == ExpressionKind::field && source.operands.front().kind == ExpressionKind::name &&
        variable_named(source.operands.front().text, scope) < 0)
        found = global_named(source.text, source.operands.front().text);
    return found != nullptr && found->kind == Global::Kind::table ? static_cast<std::int32_t>(found->index) : -1;
}

}  // namespace brecha::model
