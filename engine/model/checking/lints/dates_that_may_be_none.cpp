#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"

#include "messages/catalogue/checking_lints.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

bool same(const Expression& one, const Expression& other) {
    return one.operation == other.operation && one.index == other.index && one.number == other.number &&
           one.text == other.text &&
           std::equal(one.operands.begin(), one.operands.end(), other.operands.begin(), other.operands.end(), same);
}

/// plan.site.opened_on
bool is_date_of_plan(const Expression& expression) {
    return expression.operation == Operation::field && !expression.type.list &&
           (expression.type.kind == TypeKind::date || expression.type.kind == TypeKind::moment);
}

bool any_in(const Expression& expression, const auto& is) {
    return is(expression) || std::any_of(expression.operands.begin(), expression.operands.end(),
                                         [&](const Expression& operand) { return any_in(operand, is); });
}

/// Does the requirement say what holds where there is no such date?
bool speaks_of_absence(const Requirement& requirement, const Expression& date) {
    bool found = false;
    for_each_expression(requirement, [&](const Expression& expression) {
        found = found || any_in(expression, [&](const Expression& inner) {
                    return (inner.operation == Operation::given || inner.operation == Operation::otherwise ||
                            inner.operation == Operation::due_within) &&
                           same(inner.operands.front(), date);
                });
    });
    return found;
}

class Reader {
public:
    Reader(const Requirement& requirement, const Ruleset& ruleset, Diagnostics& diagnostics)
        : requirement_(requirement), ruleset_(ruleset), diagnostics_(diagnostics) {}

    /// What has to hold, or the requirement is not met.
    void look(const Expression& asked) {
        switch (asked.operation) {
            case Operation::and_:
                // `within` and `between` are two orders in the words of one.
                for (const Expression& operand : asked.operands)
                    if (operand.span.begin != asked.span.begin || operand.span.end != asked.span.end) look(operand);
                break;
            case Operation::owed_if:
            case Operation::implies: look(asked.operands[1]); break;
            case Operation::every:
                if (asked.has_body) look(asked.operands.back());
                break;
            case Operation::less:
            case Operation::at_most: {
                const Expression &earlier = asked.operands[0], &later = asked.operands[1];
                if (is_date_of_plan(earlier) && is_date_of_plan(later) && !speaks_of_absence(requirement_, earlier))
                    diagnostics_.warning(catalogue::order_of_none, {asked.file, asked.span},
                                         {field_name(earlier, ruleset_), field_name(later, ruleset_)});
                break;
            }
            default: break;
        }
    }

private:
    const Requirement& requirement_;
    const Ruleset& ruleset_;
    Diagnostics& diagnostics_;
};

}  // namespace

void warn_of_dates_that_may_be_none(const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (const Requirement& requirement : ruleset.requirements)
        for (const Clause& clause : requirement.clauses)
            Reader(requirement, ruleset, diagnostics).look(clause.condition);
}

}  // namespace brecha::model
