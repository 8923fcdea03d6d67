#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

namespace {

void look(const Expression& expression, Diagnostics& diagnostics) {
    if (expression.operation == Operation::otherwise) {
        const Expression &value = expression.operands[0], &stand_in = expression.operands[1];
        const Location where{expression.file, expression.span};
        if (value.operation == Operation::count) diagnostics.warning(catalogue::otherwise_of_count, where);
        else if (value.type.list && stand_in.operation == Operation::list_literal)
            diagnostics.warning(catalogue::otherwise_of_list, where);
    }
    for (const Expression& operand : expression.operands) look(operand, diagnostics);
}

}  // namespace

void warn_of_otherwise_of_open_lists(const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (const Requirement& requirement : ruleset.requirements)
        for_each_expression(requirement, [&](const Expression& expression) { look(expression, diagnostics); });
    for (const Definition& definition : ruleset.definitions) look(definition.body, diagnostics);
}

}  // namespace brecha::model
