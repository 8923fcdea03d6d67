#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

const Expression* asked(const Clause& clause) {
    const Expression* condition = &clause.condition;
    while (condition->operation == Operation::owed_if) condition = &condition->operands[1];
    return condition;
}

bool is_list_of_plan(const Expression& expression) {
    return expression.operation == Operation::field && expression.type.list && !expression.operands.empty() &&
           expression.operands.front().operation == Operation::plan;
}

bool asks_every_of_plan(const Expression& condition) {
    return condition.operation == Operation::every && is_list_of_plan(condition.operands.front()) &&
           condition.operands.front().type.kind == TypeKind::item;
}

std::string field_name(const Expression& list, const Ruleset& ruleset) {
    return ruleset.vocabulary.entities[static_cast<std::size_t>(list.operands.front().type.of)]
        .fields[static_cast<std::size_t>(list.index)]
        .name;
}

void warn_of_one_answer_for_all(const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (const Requirement& requirement : ruleset.requirements) {
        if (requirement.clauses.size() != 1 || !requirement.subjects.empty()) continue;
        const Expression& condition = requirement.clauses.front().condition;
        if (asks_every_of_plan(condition))
            diagnostics.warning(catalogue::one_answer_for_all, {condition.file, condition.span},
                                {field_name(condition.operands.front(), ruleset),
                                 ruleset.variables[static_cast<std::size_t>(condition.variable)].name});
    }
}

}  // namespace brecha::model
