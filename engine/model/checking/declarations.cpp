#include "model/checking/declarations.hpp"

#include "model/checking/calendars.hpp"
#include "model/checking/environment.hpp"
#include "model/checking/periods.hpp"
#include "model/checking/source_texts.hpp"
#include "model/checking/tables.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_declarations.hpp"
#include "messages/catalogue/checking_names.hpp"
#include "messages/catalogue/checking_requirements.hpp"
#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_tailoring.hpp"
#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/checking_values.hpp"

#include <algorithm>
#include <utility>

namespace brecha::model {

namespace {

bool constant_operation(Operation operation) {
    switch (operation) {
        case Operation::truth:
        case Operation::number:
        case Operation::text:
        case Operation::date:
        case Operation::moment:
        case Operation::duration:
        case Operation::enumeration_value:
        case Operation::list_literal:
        case Operation::enumeration_values:
        case Operation::parameter:
        case Operation::nothing: return true;
        default: return false;
    }
}

const Expression* not_constant(const Expression& expression) {
    if (!constant_operation(expression.operation)) return &expression;
    for (const Expression& operand : expression.operands)
        if (const Expression* found = not_constant(operand)) return found;
    return nullptr;
}

/// The code that an author's word names; its default, and a message where it names none.
template <typename Code>
Code code_of(const syntax::Word& word, const messages::Entry& none, const FileContext& file, Diagnostics& diagnostics) {
    if (word.empty()) return Code{};
    if (const std::optional<Code> code = code_named<Code>(word.text)) return *code;
    std::vector<std::string_view> words(words_of<Code>.begin(), words_of<Code>.end());
    std::erase(words, std::string_view());
    diagnostics.error(none, file.at(word), {word.text, one_of_words(words)},
                      built_in_word_meant(word.text, words, file.language()));
    return Code{};
}

void declare_source(const syntax::SourceDeclaration& node, const Found<syntax::Ruleset>& ruleset,
                    Environment& environment) {
    Diagnostics& diagnostics = environment.diagnostics;
    const FileContext& file = ruleset.file;
    auto& sources = environment.declarations.sources;
    if (sources.contains(node.name.text)) {
        if (!environment.declarations.is_layer(ruleset.node->name.text))
            return;  // the own one goes before that of a ruleset that is used
        const bool here = std::any_of(ruleset.node->items.begin(), ruleset.node->items.end(), [&](const auto& item) {
            const auto* other = std::get_if<syntax::SourceDeclaration>(&item);
            return other != nullptr && other != &node && other->name.text == node.name.text;
        });
        diagnostics.error(catalogue::source_twice, file.at(node.name), {node.name.text},
                          here ? messages::Message() : messages::Message(catalogue::cite_that_of_base));
        return;
    }
    Source source;
    source.id = node.name.text;
    source.title = environment.texts.read(node.title, file);
    source.publisher = environment.texts.read(node.publisher, file);
    if (!node.url.empty()) source.url = node.url.front().text;
    source.date = node.date.text;
    read_day(node.date, file, environment);
    source.standing = code_of<Standing>(node.standing, catalogue::no_standing, file, diagnostics);
    sources.emplace(source.id, static_cast<std::uint32_t>(environment.ruleset.sources.size()));
    environment.ruleset.sources.push_back(std::move(source));
    environment.declarations.written_sources.push_back({&node, file});
}

}  // namespace

const Global* Declarations::global_named(const std::string& name, std::string_view ruleset) const {
    const auto found = globals.find(name);
    if (found == globals.end()) return nullptr;
    if (ruleset.empty()) return &found->second.front();
    for (const Global& global : found->second)
        if (global.ruleset == ruleset) return &global;
    return nullptr;
}

bool Declarations::is_layer(std::string_view ruleset) const {
    return std::find(layers.begin(), layers.end(), ruleset) != layers.end();
}

void declare_global(const syntax::Word& name, Global::Kind kind, std::uint32_t index, const FileContext& file,
                    const std::string& ruleset, Environment& environment) {
    Diagnostics& diagnostics = environment.diagnostics;
    Typing(environment, file).check_free_name(name);
    const Location where = file.at(name);
    if (file.is_root_name(name.text) || file.is_assessment_date(name.text))
        diagnostics.error(catalogue::name_taken_everywhere, where, {name.text});
    if (kind != Global::Kind::parameter) {
        // A definition called `count` would hide the function.
        if (words::function_named(name.text, 0) != nullptr)
            diagnostics.error(catalogue::name_of_function, where, {name.text});
    }
    std::vector<Global>& globals = environment.declarations.globals[name.text];
    for (const Global& before : globals)
        if (before.ruleset == ruleset) {
            diagnostics.error(catalogue::name_twice, where, {name.text});
            return;
        }
    if (const Declarations& all = environment.declarations;
        !globals.empty() && all.is_layer(ruleset) && all.is_layer(globals.front().ruleset)) {
        diagnostics.error(catalogue::name_of_base, where, {name.text, globals.front().ruleset});
        return;
    }
    globals.push_back({kind, index, ruleset, where});
}

void declare(const Found<syntax::Ruleset>& found, Environment& environment) {
    const FileContext& file = found.file;
    const std::string& name = found.node->name.text;
    const TextReader::Within texts(environment.texts, name);
    Ruleset& ruleset = environment.ruleset;
    const bool layer = environment.declarations.is_layer(name);
    const auto layer_index = static_cast<std::size_t>(
        std::find(environment.declarations.layers.begin(), environment.declarations.layers.end(), name) -
        environment.declarations.layers.begin());
    const MonthEnd of_base = ruleset.month_end;
    bool has_month_end = false;
    const auto parameter = [&](const syntax::ParameterDeclaration& node) {
        declare_global(node.name, Global::Kind::parameter, static_cast<std::uint32_t>(ruleset.parameters.size()), file,
                       name, environment);
        ruleset.parameters.emplace_back().name = node.name.text;
        environment.declarations.parameters.push_back({{&node, file}, name});
    };
    const auto definition = [&](const syntax::Definition& node) {
        declare_global(node.name, Global::Kind::definition, static_cast<std::uint32_t>(ruleset.definitions.size()),
                       file, name, environment);
        ruleset.definitions.emplace_back().name = node.name.text;
        environment.declarations.definitions.push_back({{&node, file}, name});
    };
    const auto table = [&](const syntax::Table& node) { declare_table({&node, file}, name, environment); };
    // Of a ruleset or a group.
    const auto declare_item = [&](const auto& item) {
        if (const auto* node = std::get_if<syntax::ParameterDeclaration>(&item)) parameter(*node);
        else if (const auto* one = std::get_if<syntax::Definition>(&item)) definition(*one);
        else if (const auto* rows = std::get_if<syntax::Table>(&item)) table(*rows);
    };
    for (const syntax::RulesetItem& item : found.node->items) {
        declare_item(item);
        if (const auto* source = std::get_if<syntax::SourceDeclaration>(&item))
            declare_source(*source, found, environment);
        else if (const auto* calendar = std::get_if<syntax::Calendar>(&item))
            declare_calendar({calendar, file}, name, environment);
        else if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item)) {
            for (const syntax::GroupItem& inner : (*group)->items) declare_item(inner);
        }
        if (!layer) continue;
        if (const auto* month_end = std::get_if<syntax::MonthEndLine>(&item)) {
            const MonthEnd rule = month_end->rule.text == "next_day" ? MonthEnd::next_day : MonthEnd::last_day;
            if (std::exchange(has_month_end, true))
                environment.diagnostics.error(catalogue::month_end_twice, file.at(month_end->span));
            else if (of_base != MonthEnd::unstated && of_base != rule)
                environment.diagnostics.error(catalogue::month_end_of_base, file.at(month_end->span));
            ruleset.month_end = rule;
        }
        if (const auto* in_force = std::get_if<syntax::InForceLine>(&item)) {
            Period& period = ruleset.in_force[layer_index];
            if (period.is_limited())
                environment.diagnostics.error(catalogue::line_twice, file.at(in_force->span),
                                              {name, messages::Keyword{grammar::role("in force")}});
            period = read_in_force(*in_force, {}, file, environment);
        }
    }
}

void fill_tables(Environment& environment, const CheckOptions& options) {
    for (std::uint32_t index = 0; index < environment.declarations.tables.size(); ++index)
        fill_table(index, environment, options);
}

void check_declarations(Environment& environment) {
    const Declarations& declarations = environment.declarations;
    for (std::uint32_t index = 0; index < declarations.parameters.size(); ++index) check_parameter(index, environment);
    for (std::uint32_t index = 0; index < declarations.definitions.size(); ++index)
        check_definition(index, environment);
}

void check_parameter(std::uint32_t index, Environment& environment) {
    Types& types = environment.types;
    Diagnostics& diagnostics = environment.diagnostics;
    auto& [written, ruleset, state] = environment.declarations.parameters[index];
    const auto& [node_found, file] = written;
    const TextReader::Within texts(environment.texts, ruleset);
    const syntax::ParameterDeclaration& node = *node_found;
    if (state == Reached::done) return;
    if (state == Reached::under_way) {
        diagnostics.error(catalogue::parameter_ring, file.at(node.name), {node.name.text});
        return;
    }
    state = Reached::under_way;
    Parameter parameter;
    parameter.name = node.name.text;
    parameter.title = environment.texts.read(node.title, file, {&catalogue::title_of, parameter.name});
    if (node.type) {
        const Types::Resolved resolved = types.resolve(*node.type, file, parameter.name);
        parameter.type = resolved.type;
        if (parameter.type.kind == TypeKind::item)
            diagnostics.error(catalogue::item_parameter, file.at(node.type->span));
    }
    if (node.values.empty() && !node.type)
        diagnostics.error(catalogue::empty_parameter, file.at(node.name), {parameter.name});
    parameter.values = read_values(node.values, parameter, !node.type, file, environment);
    if (parameter.type.kind == TypeKind::duration && !parameter.values.empty()) {
        const DurationKind kind = parameter.values.front().value.type.duration;
        if (std::all_of(parameter.values.begin(), parameter.values.end(),
                        [&](const DatedValue& one) { return one.value.type.duration == kind; }))
            parameter.type.duration = kind;
    }
    for (const syntax::Cite& cite : node.cites)
        if (const std::optional<Citation> one = citation(cite, file, environment)) parameter.citations.push_back(*one);
    environment.ruleset.parameters[index] = std::move(parameter);
    state = Reached::done;
}

std::optional<Expression> value_of_parameter(const syntax::Expression& source, const Parameter& parameter,
                                             bool says_type, const FileContext& file, Environment& environment) {
    Scope scope;
    scope.constant = true;
    Typing typing(environment, file);
    Expression value = typing.expression(source, scope, says_type ? nullptr : &parameter.type);
    if (value.operation == Operation::nothing || (!says_type && parameter.type.kind == TypeKind::nothing))
        return std::nullopt;  // told where it is wrong
    if (const Expression* found = not_constant(value); found != nullptr) {
        environment.diagnostics.error(catalogue::computed_parameter, file.at(found->span), {parameter.name});
        return std::nullopt;
    }
    if (says_type || environment.types.fits(value.type, parameter.type)) return value;
    environment.diagnostics.error(
        catalogue::value_of_other_type, file.at(source),
        {parameter.name, environment.types.describe(parameter.type), environment.types.describe(value.type)},
        typing.unit_help(catalogue::say_the_unit, source, value, parameter.type));
    return std::nullopt;
}

void check_definition(std::uint32_t index, Environment& environment) {
    Types& types = environment.types;
    Diagnostics& diagnostics = environment.diagnostics;
    auto& [written, ruleset, state] = environment.declarations.definitions[index];
    const auto& [node_found, file] = written;
    const TextReader::Within texts(environment.texts, ruleset);
    const syntax::Definition& node = *node_found;
    if (state == Reached::done) return;
    if (state == Reached::under_way) {
        const Location where = file.at(node.name);
        if (!diagnostics.again("recursion " + node.name.text, where))
            diagnostics.error(catalogue::definition_ring, where, {node.name.text}, {}, "recursion " + node.name.text);
        return;
    }
    state = Reached::under_way;
    Typing typing(environment, file);
    Scope scope;
    for (const syntax::DefineParameter& parameter : node.parameters) {
        const Types::Resolved resolved =
            types.resolve(parameter.type, file, node.name.text + "." + parameter.name.text);
        const std::int32_t variable = typing.add_variable(parameter.name, resolved.type, scope);
        scope.variables.push_back(variable);
        environment.ruleset.definitions[index].parameters.push_back(variable);
    }
    Type wanted;
    if (node.type) wanted = types.resolve(*node.type, file, node.name.text).type;
    Expression body = typing.expression(node.body, scope, wanted.kind == TypeKind::nothing ? nullptr : &wanted);
    if (node.type && !types.fits(body.type, wanted))
        diagnostics.error(catalogue::definition_gives_other, file.at(node.body),
                          {node.name.text, types.describe(wanted), types.describe(body.type)});
    else if (node.type && wanted.kind != TypeKind::nothing && body.type.kind != TypeKind::nothing &&
             wanted.kind == TypeKind::number)
        body.type.integer = body.type.integer || wanted.integer;
    if (node.cite) (void)citation(*node.cite, file, environment);
    if (const std::uint32_t height = environment.heights.of(body); too_deep(height, file.at(node.body), diagnostics))
        body = typing.wrong(node.body);
    else environment.heights.note_definition(index, height);
    environment.ruleset.definitions[index].body = std::move(body);
    state = Reached::done;
}

std::optional<Citation> citation(const syntax::Cite& node, const FileContext& file, Environment& environment) {
    Diagnostics& diagnostics = environment.diagnostics;
    Citation result;
    result.part = node.part.text;
    result.clause = node.clause.text;
    result.quote = environment.texts.read(node.quote, file);
    result.reading = code_of<Reading>(node.reading, catalogue::no_reading, file, diagnostics);
    const auto source = environment.declarations.sources.find(node.source.text);
    if (source == environment.declarations.sources.end()) {
        const std::string cause = "source " + node.source.text;
        if (diagnostics.again(cause, file.at(node.source))) return std::nullopt;
        diagnostics.error(
            catalogue::no_source_named, file.at(node.source), {node.source.text},
            [&] {
                std::vector<std::string> candidates;
                for (const Source& one : environment.ruleset.sources) candidates.push_back(one.id);
                return did_you_mean(node.source.text, candidates);
            },
            cause);
        return std::nullopt;
    }
    result.source = source->second;
    result.stale = !has_words(environment.declarations, result.source, result.quote);
    if (result.stale)
        if (const std::string cause = "quote " + std::to_string(node.quote.front().span.begin);
            !diagnostics.again(cause, file.at(node.quote.front().span)))
            diagnostics.warning(catalogue::quote_not_in_text, file.at(node.quote.front().span),
                                {node.source.text, node.clause.text}, {}, cause);
    return result;
}

}  // namespace brecha::model
