#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

namespace {

/// `full_years(a, b)`, also through a `let`.
bool is_full_years(const Expression& list, const Requirement& requirement) {
    if (list.operation == Operation::variable)
        for (const Let& let : requirement.lets)
            if (let.variable == list.index) return is_full_years(let.value, requirement);
    return list.calls(words::Function::full_years);
}

}  // namespace

void warn_of_full_years_of_young_plans(const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (const Requirement& requirement : ruleset.requirements) {
        for (const Subject& subject : requirement.subjects)
            if (subject.ending == Ending::at_least_one && !subject.condition &&
                is_full_years(subject.list, requirement))
                diagnostics.warning(catalogue::full_years_of_young_plans, {subject.list.file, subject.list.span},
                                    {requirement.id});
        for (const Clause& clause : requirement.clauses)
            if (const Expression* condition = asked(clause);
                condition->operation == Operation::some && is_full_years(condition->operands.front(), requirement))
                diagnostics.warning(catalogue::some_full_year, {condition->file, condition->span}, {requirement.id});
    }
}

}  // namespace brecha::model
