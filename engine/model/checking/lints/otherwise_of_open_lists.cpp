#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

void warn_of_otherwise_of_open_lists(const Expression& expression, Diagnostics& diagnostics) {
    if (expression.operation != Operation::otherwise) return;
    const Expression &value = expression.operands[0], &stand_in = expression.operands[1];
    const Location where{expression.file, expression.span};
    if (value.operation == Operation::count) diagnostics.warning(catalogue::otherwise_of_count, where);
    else if (value.type.list && stand_in.operation == Operation::list_literal)
        diagnostics.warning(catalogue::otherwise_of_list, where);
}

}  // namespace brecha::model
