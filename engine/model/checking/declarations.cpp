// What a ruleset declares beside its requirements: sources, parameters, definitions; and what this version cannot run.
#include "model/checking/checker.hpp"
#include "model/checking/words.hpp"

#include <algorithm>

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

}  // namespace

void Checker::declare(const syntax::Ruleset& ruleset, std::uint16_t file, bool main) {
    file_ = file;
    const std::string& name = ruleset.name.text;
    const auto parameter = [&](const syntax::ParameterDeclaration& node) {
        declare_global(node.name, Global::Kind::parameter, static_cast<std::uint32_t>(ruleset_.parameters.size()), file,
                       name);
        ruleset_.parameters.emplace_back().name = node.name.text;
        parameter_work_.push_back({&node, file, State::open});
    };
    const auto definition = [&](const syntax::Definition& node) {
        declare_global(node.name, Global::Kind::definition, static_cast<std::uint32_t>(ruleset_.definitions.size()),
                       file, name);
        ruleset_.definitions.emplace_back().name = node.name.text;
        definition_work_.push_back({&node, file, State::open});
    };
    for (const syntax::RulesetItem& item : ruleset.items) {
        if (const auto* source = std::get_if<syntax::SourceDeclaration>(&item)) declare_source(*source, file, name);
        else if (const auto* node = std::get_if<syntax::ParameterDeclaration>(&item)) parameter(*node);
        else if (const auto* one = std::get_if<syntax::Definition>(&item)) definition(*one);
        else if (const auto* table = std::get_if<syntax::Table>(&item)) declare_table(*table, file, name);
        else if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item)) {
            for (const syntax::GroupItem& inner : (*group)->items) {
                if (const auto* inner_parameter = std::get_if<syntax::ParameterDeclaration>(&inner))
                    parameter(*inner_parameter);
                else if (const auto* inner_definition = std::get_if<syntax::Definition>(&inner))
                    definition(*inner_definition);
                else if (const auto* inner_table = std::get_if<syntax::Table>(&inner))
                    declare_table(*inner_table, file, name);
            }
        } else if (const auto* month_end = std::get_if<syntax::MonthEndLine>(&item)) {
            if (!main) continue;
            const MonthEnd rule = month_end->rule.text == "next_day" ? MonthEnd::next_day : MonthEnd::last_day;
            if (ruleset_.month_end != MonthEnd::unstated)
                report_.error(catalogue::month_end_twice, {file, month_end->span});
            ruleset_.month_end = rule;
        } else if (!main) {
            continue;
        } else if (const auto* calendar = std::get_if<syntax::Calendar>(&item)) {
            report_.error(catalogue::calendar_not_run, {file, calendar->span});
        } else if (const auto* set = std::get_if<syntax::SetLine>(&item)) {
            report_.error(catalogue::set_not_run, {file, set->span});
        } else if (const auto* waive = std::get_if<syntax::WaiveLine>(&item)) {
            report_.error(catalogue::waive_not_run, {file, waive->span});
        } else if (const auto* make_line = std::get_if<syntax::MakeLine>(&item)) {
            report_.error(catalogue::make_not_run, {file, make_line->span});
        } else if (const auto* replace = std::get_if<syntax::ReplaceBlock>(&item)) {
            report_.error(catalogue::replace_not_run, {file, replace->span});
        } else if (const auto* map = std::get_if<syntax::MapLine>(&item)) {
            report_.error(catalogue::map_not_run, {file, map->span});
        }
    }
}

void Checker::declare_source(const syntax::SourceDeclaration& node, std::uint16_t file, const std::string& ruleset) {
    if (const auto before = source_index_.find(node.name.text); before != source_index_.end()) {
        if (ruleset == main_.node->name.text && file == main_.file)
            report_.error(catalogue::source_twice, {file, node.name.span}, {node.name.text});
        return;  // the own one goes before that of a ruleset that is used
    }
    Source source;
    source.id = node.name.text;
    source.title = texts(node.title, file, What{&catalogue::title_of, source.id}, false);
    source.publisher = texts(node.publisher, file, {}, false);
    if (!node.url.empty()) source.url = node.url.front().text;
    source.date = node.date.text;
    if (!node.date.empty() && !day_from_text(node.date.text))
        report_.error(catalogue::no_day, {file, node.date.span}, {node.date.text}, month_length(node.date.text));
    if (!node.standing.empty()) {
        bool found = false;
        std::vector<std::string_view> words;
        for (const Standing standing : {Standing::law, Standing::treaty, Standing::standard, Standing::guidance,
                                        Standing::programme, Standing::practice}) {
            words.push_back(to_text(standing));
            if (to_text(standing) == node.standing.text) {
                source.standing = standing;
                found = true;
            }
        }
        if (!found) {
            report_.error(catalogue::no_standing, {file, node.standing.span}, {node.standing.text, one_of_words(words)},
                          built_in_word_meant(node.standing.text, words, files_[file]->language));
        }
    }
    source_index_.emplace(source.id, static_cast<std::uint32_t>(ruleset_.sources.size()));
    ruleset_.sources.push_back(std::move(source));
}

void Checker::declare_global(const syntax::Word& name, Global::Kind kind, std::uint32_t index, std::uint16_t file,
                             const std::string& ruleset) {
    file_ = file;
    check_free_name(name, file);
    const Place where{file, name.span};
    if (is_root_name(name.text) || is_assessment_date(name.text))
        report_.error(catalogue::name_taken_everywhere, where, {name.text});
    if (kind != Global::Kind::parameter) {
        // A definition called `count` would hide the function.
        static const std::vector<std::string> functions = {
            "count",          "sum",     "min",        "max",   "average", "share", "distinct", "list",
            "longest_gap",    "missing", "year",       "month", "days",    "hours", "date",     "years_between",
            "months_between", "years",   "full_years", "dates", "numbers", "abs",   "round",    "round_up",
            "round_down",     "amount"};
        if (std::find(functions.begin(), functions.end(), name.text) != functions.end())
            report_.error(catalogue::name_of_function, where, {name.text});
    }
    std::vector<Global>& globals = globals_[name.text];
    for (const Global& before : globals)
        if (before.ruleset == ruleset) {
            report_.error(catalogue::name_twice, where, {name.text});
            return;
        }
    globals.push_back({kind, index, ruleset, where});
}

void Checker::check_declarations() {
    for (std::uint32_t index = 0; index < parameter_work_.size(); ++index) check_parameter(index);
    for (std::uint32_t index = 0; index < definition_work_.size(); ++index) check_definition(index);
    for (std::uint32_t index = 0; index < table_work_.size(); ++index) fill_table(index);
}

void Checker::check_parameter(std::uint32_t index) {
    ParameterWork& work = parameter_work_[index];
    if (work.state == State::done) return;
    const syntax::ParameterDeclaration& node = *work.node;
    if (work.state == State::under_way) {
        report_.error(catalogue::parameter_ring, {work.file, node.name.span}, {node.name.text});
        return;
    }
    work.state = State::under_way;
    const std::uint16_t before = std::exchange(file_, work.file);
    const std::uint16_t file = work.file;
    Parameter parameter;
    parameter.name = node.name.text;
    parameter.title = texts(node.title, file, What{&catalogue::title_of, parameter.name});
    if (node.type) {
        const ResolvedType resolved = resolve_type(*node.type, file, parameter.name);
        parameter.type = resolved.type;
        if (parameter.type.kind == TypeKind::item) report_.error(catalogue::item_parameter, {file, node.type->span});
    }
    if (node.value) {
        Scope scope;
        scope.constant = true;
        Expression value = expression(*node.value, scope, node.type ? &parameter.type : nullptr);
        if (value.operation != Operation::nothing) {
            if (const Expression* found = not_constant(value); found != nullptr)
                report_.error(catalogue::computed_parameter, {file, found->span}, {parameter.name});
            else if (node.type && !fits(value.type, parameter.type))
                report_.error(catalogue::value_of_other_type, place(*node.value),
                              {parameter.name, describe(parameter.type), describe(value.type)},
                              unit_help(catalogue::say_the_unit, *node.value, value, parameter.type));
            else {
                if (!node.type) {
                    parameter.type = value.type;
                    if (parameter.type.kind == TypeKind::number)
                        parameter.type.integer = false;  // another may set a fraction
                } else if (parameter.type.kind == TypeKind::duration) {
                    parameter.type.duration = value.type.duration;
                }
                parameter.value = std::move(value);
            }
        }
    } else if (!node.type) {
        report_.error(catalogue::empty_parameter, {file, node.name.span}, {parameter.name});
    }
    for (const syntax::Cite& cite : node.cites)
        if (const std::optional<Citation> one = citation(cite, file)) parameter.citations.push_back(*one);
    ruleset_.parameters[index] = std::move(parameter);
    parameter_work_[index].state = State::done;
    file_ = before;
}

void Checker::check_definition(std::uint32_t index) {
    if (definition_work_[index].state == State::done) return;
    const syntax::Definition& node = *definition_work_[index].node;
    const std::uint16_t file = definition_work_[index].file;
    if (definition_work_[index].state == State::under_way) {
        const Place where{file, node.name.span};
        if (!report_.again("recursion " + node.name.text, where))
            report_.error(catalogue::definition_ring, where, {node.name.text}, {}, "recursion " + node.name.text);
        return;
    }
    definition_work_[index].state = State::under_way;
    const std::uint16_t before = std::exchange(file_, file);
    const bool due_before = std::exchange(due_allowed_, false);
    Scope scope;
    for (const syntax::DefineParameter& parameter : node.parameters) {
        const ResolvedType resolved = resolve_type(parameter.type, file, node.name.text + "." + parameter.name.text);
        const std::int32_t variable = add_variable(parameter.name, resolved.type, file, scope);
        scope.variables.push_back(variable);
        ruleset_.definitions[index].parameters.push_back(variable);
    }
    Type wanted;
    if (node.type) wanted = resolve_type(*node.type, file, node.name.text).type;
    Expression body = expression(node.body, scope, wanted.kind == TypeKind::nothing ? nullptr : &wanted);
    if (node.type && !fits(body.type, wanted))
        report_.error(catalogue::definition_gives_other, place(node.body),
                      {node.name.text, describe(wanted), describe(body.type)});
    else if (node.type && wanted.kind != TypeKind::nothing && body.type.kind != TypeKind::nothing &&
             wanted.kind == TypeKind::number)
        body.type.integer = body.type.integer || wanted.integer;
    if (node.cite) (void)citation(*node.cite, file);
    if (const std::uint32_t height = height_of(body); too_deep(height, {file, node.body.span})) body = wrong(node.body);
    else definition_heights_.emplace(index, height);
    ruleset_.definitions[index].body = std::move(body);
    definition_work_[index].state = State::done;
    due_allowed_ = due_before;
    file_ = before;
}

std::optional<Citation> Checker::citation(const syntax::Cite& node, std::uint16_t file) {
    Citation result;
    result.part = node.part.text;
    result.clause = node.clause.text;
    result.quote = texts(node.quote, file, {}, false);
    bool found = true;
    if (!node.reading.empty()) {
        found = false;
        std::vector<std::string_view> words;
        for (const Reading reading : {Reading::full, Reading::heading, Reading::unverified, Reading::proposal}) {
            words.push_back(to_text(reading));
            if (to_text(reading) == node.reading.text) {
                result.reading = reading;
                found = true;
            }
        }
        if (!found) {
            report_.error(catalogue::no_reading, {file, node.reading.span}, {node.reading.text, one_of_words(words)},
                          built_in_word_meant(node.reading.text, words, files_[file]->language));
        }
    }
    const auto source = source_index_.find(node.source.text);
    if (source == source_index_.end()) {
        const Place where{file, node.source.span};
        const std::string cause = "source " + node.source.text;
        if (report_.again(cause, where)) return std::nullopt;
        std::vector<std::string> candidates;
        for (const Source& one : ruleset_.sources) candidates.push_back(one.id);
        report_.error(catalogue::no_source_named, where, {node.source.text}, did_you_mean(node.source.text, candidates),
                      cause);
        return std::nullopt;
    }
    result.source = source->second;
    return result;
}

}  // namespace brecha::model
