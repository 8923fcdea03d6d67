// Requirements: their lines in order, what they inherit from a group, their parts.
#include "model/checking/checker.hpp"
#include "model/checking/kinds.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

constexpr std::size_t greatest_written_out = 10'000;  // expressions of one `each`, its lets written out

std::string singular_or_plural(const std::string& amount, std::string unit) {
    if (amount == "1" && unit.ends_with('s')) unit.pop_back();
    std::replace(unit.begin(), unit.end(), '_', ' ');
    return amount + " " + unit;
}

}  // namespace

void Checker::collect_requirements() {
    for (const syntax::RulesetItem& item : main_.node->items) {
        if (const auto* requirement = std::get_if<syntax::Requirement>(&item))
            collect_requirement(*requirement, nullptr, main_.file);
        else if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item))
            for (const syntax::GroupItem& inner : (*group)->items)
                if (const auto* requirement_inside = std::get_if<syntax::Requirement>(&inner))
                    collect_requirement(*requirement_inside, group->get(), main_.file);
    }
}

void Checker::collect_requirement(const syntax::Requirement& node, const syntax::Group* group, std::uint16_t file) {
    const Place where{file, node.id.span};
    if (node.is_protocol) {
        if (!report_.again("protocol", where)) report_.error(catalogue::protocols_not_run, where, {}, {}, "protocol");
        return;
    }
    const auto index = static_cast<std::uint32_t>(ruleset_.requirements.size());
    if (!requirement_index_.emplace(node.id.text, index).second) {
        report_.error(catalogue::requirement_twice, where, {node.id.text});
        return;
    }
    Requirement& requirement = ruleset_.requirements.emplace_back();
    requirement.id = node.id.text;
    requirement.origin = main_.node->name.text;
    requirement.file = file;
    requirement.span = node.span;
    if (group != nullptr) requirement.group = group->name.text;
    for (const syntax::Word& was : node.was) {
        requirement.was.push_back(was.text);
        renamed_.emplace(was.text, node.id.text);
    }
    written_.push_back({&node, group, file});
    after_words_.emplace_back();
}

std::uint32_t Checker::depth_of(const Expression& expression) const {
    std::uint32_t depth =
        expression.operation == Operation::variable ? variable_depth_[static_cast<std::size_t>(expression.index)] : 0;
    for (const Expression& operand : expression.operands) depth = std::max(depth, depth_of(operand));
    return depth;
}

/// How deep an expression is, with what its variables and definitions hold.
std::uint32_t Checker::height_of(const Expression& expression) const {
    std::uint32_t height = 0;
    for (const Expression& operand : expression.operands) height = std::max(height, height_of(operand));
    if (expression.operation == Operation::variable)
        if (const auto let = let_heights_.find(expression.index); let != let_heights_.end()) height += let->second;
    if (expression.operation == Operation::call)
        if (const auto body = definition_heights_.find(static_cast<std::uint32_t>(expression.index));
            body != definition_heights_.end())
            height += body->second;
    return height + 1;
}

bool Checker::too_deep(std::uint32_t height, Place place) {
    if (height <= greatest_depth) return false;
    if (!report_.again("depth", place)) report_.error(catalogue::too_deep, place, {greatest_depth}, {}, "depth");
    return true;
}

bool Checker::write_out_lets(Expression& expression, const Requirement& requirement, std::size_t& left) const {
    if (left == 0) return false;
    --left;
    while (expression.operation == Operation::variable) {
        const auto let = std::find_if(requirement.lets.begin(), requirement.lets.end(),
                                      [&](const Let& one) { return one.variable == expression.index; });
        if (let == requirement.lets.end()) break;
        expression = Expression(let->value);
    }
    for (Expression& operand : expression.operands)
        if (!write_out_lets(operand, requirement, left)) return false;
    return true;
}

void Checker::check_requirement(std::uint32_t index) {
    const Written& work = written_[index];
    const syntax::Requirement& node = *work.node;
    file_ = work.file;
    Requirement requirement = ruleset_.requirements[index];
    const std::string& id = requirement.id;
    Scope scope;
    scope.requirement = static_cast<std::int32_t>(index);
    scope.may_judge = true;

    struct Line {
        const syntax::Clause* clause;
        bool own;
    };
    std::vector<Line> lines;
    if (work.group != nullptr)
        for (const syntax::GroupItem& item : work.group->items)
            if (const auto* clause = std::get_if<syntax::Clause>(&item)) lines.push_back({clause, false});
    std::size_t clause_count = 0;
    bool own_source = false, own_gap = false, own_remedy = false;
    std::size_t titles = 0, modalities = 0, themes = 0;
    for (const syntax::Clause& clause : node.clauses) {
        lines.push_back({&clause, true});
        clause_count += std::holds_alternative<syntax::RequireLine>(clause);
        own_source = own_source || std::holds_alternative<syntax::Cite>(clause);
        if (const auto* message = std::get_if<syntax::MessageLine>(&clause))
            (message->is_remedy ? own_remedy : own_gap) = true;
    }
    std::size_t unlabelled = 0;
    bool has_modality = false, seen_require = false;
    std::set<std::string> parts;
    std::vector<std::pair<const syntax::MessageLine*, bool>> messages;
    std::vector<const syntax::Cite*> part_cites;

    const auto misplaced = [&](const Line& line, grammar::Role role, const grammar::Span& span,
                               messages::Message help = {}) {
        if (line.own && seen_require)
            report_.error(catalogue::line_misplaced, place(span), {messages::Keyword{role}}, std::move(help));
    };
    const auto twice = [&](std::size_t& count, const Line& line, messages::Argument word, const grammar::Span& span) {
        if (line.own && ++count == 2) report_.error(catalogue::line_twice, place(span), {id, std::move(word)});
    };
    for (const Line& line : lines) {
        scope.part.clear();
        if (const auto* title = std::get_if<syntax::TitleLine>(line.clause)) {
            if (!line.own) continue;  // the group's own
            twice(titles, line, messages::Keyword{grammar::role("title")}, title->span);
            requirement.title = texts(title->texts, file_, What{&catalogue::title_of, id});
        } else if (const auto* modality = std::get_if<syntax::ModalityLine>(line.clause)) {
            misplaced(line,
                      modality->modality == syntax::Modality::shall    ? grammar::role("shall")
                      : modality->modality == syntax::Modality::should ? grammar::role("should")
                                                                       : grammar::role("may"),
                      modality->span);
            if (!seen_require) twice(modalities, line, catalogue::modality_words, modality->span);
            requirement.modality = static_cast<Modality>(modality->modality);
            has_modality = true;
        } else if (const auto* cite = std::get_if<syntax::Cite>(line.clause)) {
            if (!line.own && own_source) continue;
            if (cite->part.empty()) misplaced(line, grammar::role("source"), cite->span, catalogue::source_above);
            else part_cites.push_back(cite);
            if (std::optional<Citation> one = citation(*cite, file_)) requirement.citations.push_back(std::move(*one));
            else own_source = true;  // named, but unknown: told once
        } else if (const auto* theme = std::get_if<syntax::ThemeLine>(line.clause)) {
            twice(themes, line, messages::Keyword{grammar::role("theme")}, theme->span);
            requirement.theme = theme->theme.word.text;
            add_label(ruleset_.themes, theme->theme, What{&catalogue::label_of, requirement.theme});
        } else if (const auto* when = std::get_if<syntax::WhenLine>(line.clause)) {
            if (seen_require)
                misplaced(line, grammar::role("when"), when->span,
                          messages::Message(catalogue::when_above, {code(when->condition)}));
            Expression condition_ = condition(when->condition, scope);
            const std::uint32_t depth = depth_of(condition_);
            requirement.conditions.push_back({std::move(condition_), depth});
        } else if (const auto* each = std::get_if<syntax::EachLine>(line.clause)) {
            misplaced(line, grammar::role("each"), each->span);
            Bound bound = bind(each->binder, scope);
            Subject subject;
            subject.variable = bound.variable;
            subject.allow_empty = each->allow_empty;
            subject.list = std::move(bound.list);
            subject.condition = std::move(bound.condition);
            // Subjects are bound before lets are: what a subject says of a let is written out.
            std::size_t left = greatest_written_out;
            if (!write_out_lets(subject.list, requirement, left) ||
                (subject.condition && !write_out_lets(*subject.condition, requirement, left)))
                report_.error(catalogue::too_long, place(each->span), {}, catalogue::without_let);
            requirement.subjects.push_back(std::move(subject));
            if (bound.variable >= 0) {
                variable_depth_[static_cast<std::size_t>(bound.variable)] =
                    static_cast<std::uint32_t>(requirement.subjects.size());
                scope.variables.push_back(bound.variable);
            }
        } else if (const auto* let = std::get_if<syntax::LetLine>(line.clause)) {
            misplaced(line, grammar::role("let"), let->span);
            Expression value = expression(let->value, scope);
            const std::int32_t variable = add_variable(let->name, value.type, file_, scope);
            variable_depth_[static_cast<std::size_t>(variable)] = depth_of(value);
            if (const std::uint32_t height = height_of(value); too_deep(height, place(let->value)))
                value = wrong(let->value);
            else let_heights_.emplace(variable, height);
            requirement.lets.push_back({variable, std::move(value)});
            scope.variables.push_back(variable);
        } else if (const auto* message = std::get_if<syntax::MessageLine>(line.clause)) {
            if (line.own || !(message->is_remedy ? own_remedy : own_gap)) messages.emplace_back(message, line.own);
        } else if (const auto* training = std::get_if<syntax::TrainingLine>(line.clause)) {
            for (const syntax::LabelledWord& module : training->modules) {
                requirement.training.push_back(module.word.text);
                add_label(ruleset_.training, module, What{&catalogue::label_of, module.word.text});
            }
        } else if (const auto* effort = std::get_if<syntax::EffortLine>(line.clause)) {
            const Expression duration = expression(effort->duration, scope);
            requirement.effort_each = effort->each;
            if (duration.operation == Operation::duration) {
                requirement.effort_duration = static_cast<Duration>(duration.number);
                requirement.effort = singular_or_plural(effort->duration.text, effort->duration.unit);
            } else if (duration.operation != Operation::nothing) {
                report_.error(catalogue::effort_not_duration, place(effort->duration));
            }
        } else if (const auto* after = std::get_if<syntax::AfterLine>(line.clause)) {
            for (const syntax::Word& one : after->ids) after_words_[index].emplace_back(one.text, place(one.span));
        } else if (const auto* note = std::get_if<syntax::NoteLine>(line.clause)) {
            for (Text& text : texts(note->texts, file_, What{&catalogue::note_of, id}))
                requirement.notes.push_back(std::move(text));
        } else if (const auto* require = std::get_if<syntax::RequireLine>(line.clause)) {
            seen_require = seen_require || line.own;
            std::string part = require->part.text;
            if (part.empty() && clause_count > 1) part = "#" + std::to_string(++unlabelled);
            if (!part.empty() && !parts.insert(part).second)
                report_.error(catalogue::part_twice, place(require->part.span), {id, part});
            check_clause(requirement, *require, part, scope);
        }
    }
    scope.part.clear();

    for (const auto& [message, own] : messages) {
        if (!message->part.empty() && !parts.contains(message->part.text)) {
            if (!own) continue;
            report_.error(catalogue::no_part, place(message->part.span), {id, message->part.text},
                          parts.empty()
                              ? messages::Message()
                              : messages::Message(catalogue::its_parts, {joined({parts.begin(), parts.end()})}));
            continue;
        }
        Scope text_scope = scope;
        text_scope.may_judge = false;
        Message checked;
        checked.part = message->part.text;
        checked.templates =
            templates(message->texts, file_,
                      What{message->is_remedy ? &catalogue::remedy_text_of : &catalogue::gap_text_of, id}, text_scope);
        (message->is_remedy ? requirement.remedies : requirement.gaps).push_back(std::move(checked));
    }
    for (const syntax::Cite* cite : part_cites)
        if (!parts.contains(cite->part.text))
            report_.error(catalogue::no_part, place(cite->part.span), {id, cite->part.text});

    const Place where = place(node.id.span);
    if (requirement.title.empty()) report_.error(catalogue::no_title, where, {id});
    if (!has_modality) report_.error(catalogue::no_modality, where, {id});
    if (requirement.citations.empty() && !own_source) {
        report_.error(catalogue::no_source, where,
                      {id, ruleset_.sources.empty() ? std::string("CR2017") : ruleset_.sources.front().id});
    }
    if (clause_count == 0) report_.error(catalogue::no_clause, where, {id});
    ruleset_.requirements[index] = std::move(requirement);
}

void Checker::check_clause(Requirement& requirement, const syntax::RequireLine& line, const std::string& part,
                           Scope& scope) {
    scope.part = part;
    Clause clause;
    clause.part = part;
    clause.label = texts(line.label, file_, What{&catalogue::label_of, requirement.id + part});
    if (line.forbid) {
        const syntax::Expression* inner = &line.condition;
        while (inner->kind == ExpressionKind::group) inner = &inner->operands.front();
        if (inner->kind == ExpressionKind::conditional && inner->operands.size() == 2)
            report_.error(catalogue::unclear_forbid, place(line.condition),
                          {code(inner->operands[0]), code(inner->operands[1])});
        Expression result = make(Operation::not_, condition_type(), line.condition);
        result.span.begin = line.span.begin;  // explained as "forbid …"
        result.operands.push_back(condition(line.condition, scope));
        clause.condition = std::move(result);
    } else {
        clause.condition = clause_condition(line.condition, scope);
    }
    if (line.unless) {
        // P unless C => owed_if(not C, P)
        Expression exception = make(Operation::not_, condition_type(), *line.unless);
        exception.span.begin = line.condition.span.end;  // explained as "unless …"
        exception.operands.push_back(condition(*line.unless, scope));
        Expression result = make(Operation::owed_if, condition_type(), line.condition);
        result.span.end = line.unless->span.end;
        result.operands.push_back(std::move(exception));
        result.operands.push_back(std::move(clause.condition));
        clause.condition = std::move(result);
    }
    scope.part.clear();
    requirement.clauses.push_back(std::move(clause));
}

Expression Checker::clause_condition(const syntax::Expression& source, Scope& scope) {
    if (source.kind == ExpressionKind::group) return clause_condition(source.operands.front(), scope);
    if (source.kind == ExpressionKind::conditional && source.operands.size() == 2) {
        Expression result = make(Operation::owed_if, condition_type(), source);
        result.operands.push_back(condition(source.operands[0], scope));
        result.operands.push_back(clause_condition(source.operands[1], scope));
        return result;
    }
    due_allowed_ = true;
    Expression result = condition(source, scope);
    due_allowed_ = false;
    return result;
}

void Checker::check_part_ids() {
    for (std::size_t index = 0; index < ruleset_.requirements.size(); ++index) {
        const Requirement& requirement = ruleset_.requirements[index];
        for (const Clause& clause : requirement.clauses) {
            if (clause.part.empty()) continue;
            if (requirement_index_.contains(requirement.id + clause.part))
                report_.error(catalogue::part_is_requirement, {requirement.file, clause.condition.span},
                              {clause.part, requirement.id, requirement.id + clause.part});
        }
        for (std::size_t i = 0; i < requirement.was.size(); ++i)
            if (requirement_index_.contains(requirement.was[i]))
                report_.error(catalogue::renamed_but_there, {requirement.file, written_[index].node->was[i].span},
                              {requirement.id, requirement.was[i]});
    }
}

}  // namespace brecha::model
