// What is legal and hardly meant: one answer where there should be many, rules that an empty list satisfies.
#include "model/checking/checker.hpp"

#include "words/keywords.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

/// plan.risks, of whatever elements.
bool list_of_plan(const Expression& expression) {
    return expression.operation == Operation::field && expression.type.list && !expression.operands.empty() &&
           expression.operands.front().operation == Operation::plan;
}

}  // namespace

void Checker::note_asked_list(const Expression& list) {
    if (list.operation == Operation::field && list.type.list) {
        const auto entity = static_cast<std::size_t>(list.operands.front().type.of);
        asked_[entity][static_cast<std::size_t>(list.index)] = 1;
    }
    switch (list.operation) {
        case Operation::list:
        case Operation::distinct:
        case Operation::add:
        case Operation::otherwise:
            note_asked_list(list.operands.front());
            if (list.operation == Operation::add || list.operation == Operation::otherwise)
                note_asked_list(list.operands[1]);
            else if (list.has_body && list.operands.back().type.list) note_asked_list(list.operands.back());
            break;
        default: break;
    }
}

void Checker::note_asked(const Expression& expression, bool positive) {
    switch (expression.operation) {
        case Operation::some:
        case Operation::given:
        case Operation::contains:
        case Operation::covers:
            if (positive) note_asked_list(expression.operands.front());
            break;
        case Operation::count:
        case Operation::sum:
        case Operation::smallest:
        case Operation::largest:
        case Operation::average:
        case Operation::share:
        case Operation::element: note_asked_list(expression.operands.front()); break;
        case Operation::apart:
            if (expression.index != 0) note_asked_list(expression.operands.front());
            break;
        case Operation::call: {
            const auto index = static_cast<std::size_t>(expression.index);
            if (!asked_definitions_[index]) {
                asked_definitions_[index] = 1;
                note_asked(ruleset_.definitions[index].body, positive);
            }
            break;
        }
        default: break;
    }
    const bool inner = expression.operation == Operation::not_ ? !positive : positive;
    for (const Expression& operand : expression.operands) note_asked(operand, inner);
}

void Checker::lint() {
    asked_.clear();
    for (const Entity& entity : ruleset_.vocabulary.entities)
        asked_.emplace_back(entity.fields.size(), std::uint8_t(0));
    asked_definitions_.assign(ruleset_.definitions.size(), 0);
    for (const Requirement& requirement : ruleset_.requirements) {
        // What is asked of each item of a list that may be empty is not asked of the plan; a list of the plan inside it
        // is.
        for (const Clause& clause : requirement.clauses) note_asked(clause.condition, true);
        for (const Let& let : requirement.lets) note_asked(let.value, true);
    }
    const auto asked = [&](const Expression& list) {
        return asked_[static_cast<std::size_t>(list.operands.front().type.of)][static_cast<std::size_t>(list.index)] !=
               0;
    };
    const auto field_name = [&](const Expression& list) {
        return ruleset_.vocabulary.entities[static_cast<std::size_t>(list.operands.front().type.of)]
            .fields[static_cast<std::size_t>(list.index)]
            .name;
    };
    for (const Requirement& requirement : ruleset_.requirements) {
        const auto warn_empty = [&](const Expression& list, bool with_way_out) {
            const std::string name = field_name(list);
            const Place where{list.file, list.span};
            const std::string cause = "empty " + name;
            if (report_.again(cause, where)) return;
            report_.warning(with_way_out ? catalogue::silent_without : catalogue::met_without, where,
                            {requirement.id, name}, {}, cause);
        };
        if (!requirement.subjects.empty()) {
            const Subject& first = requirement.subjects.front();
            if (list_of_plan(first.list) && !first.allow_empty && !asked(first.list)) warn_empty(first.list, true);
        }
        const auto every_of_plan = [](const Expression& condition) {
            return condition.operation == Operation::every && list_of_plan(condition.operands.front()) &&
                   condition.operands.front().type.kind == TypeKind::item;
        };
        if (requirement.clauses.size() > 1 || !requirement.subjects.empty())
            for (const Clause& clause : requirement.clauses)
                if (every_of_plan(clause.condition) && !asked(clause.condition.operands.front()))
                    warn_empty(clause.condition.operands.front(), false);
        if (requirement.clauses.size() == 1 && requirement.subjects.empty()) {
            const Expression* condition = &requirement.clauses.front().condition;
            if (every_of_plan(*condition)) {
                report_.warning(catalogue::one_answer_for_all, {condition->file, condition->span},
                                {field_name(condition->operands.front()),
                                 ruleset_.variables[static_cast<std::size_t>(condition->variable)].name});
            }
        }
    }
}

}  // namespace brecha::model
