#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

namespace {

/// agencies.topics, where each agency has a list of topics: `list(x in agencies : x.topics)` without its words.
bool joins_lists_tacitly(const Expression& expression, const Ruleset& ruleset) {
    return expression.operation == Operation::list && expression.has_body &&
           ruleset.variables[static_cast<std::size_t>(expression.variable)].name.empty() &&
           expression.operands.back().operation == Operation::field && expression.operands.back().type.list;
}

}  // namespace

void warn_of_covers_over_lists(const Expression& expression, const Ruleset& ruleset, Diagnostics& diagnostics) {
    if (expression.operation == Operation::covers && joins_lists_tacitly(expression.operands.front(), ruleset)) {
        const Expression& list = expression.operands.front();
        diagnostics.warning(catalogue::covers_over_lists, {list.file, list.span},
                            {field_name(list.operands.back(), ruleset)});
    }
}

}  // namespace brecha::model
