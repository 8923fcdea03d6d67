#include "model/expression.hpp"

namespace brecha::model {

std::string_view operation_name(const Expression& expression) {
    switch (expression.operation) {
        case Operation::truth: return "truth";
        case Operation::number: return "number";
        case Operation::text: return "text";
        case Operation::date: return "date";
        case Operation::moment: return "moment";
        case Operation::duration: return "duration";
        case Operation::enumeration_value: return "enumeration_value";
        case Operation::list_literal: return "list_literal";
        case Operation::enumeration_values: return "enumeration_values";
        case Operation::assessment_date: return "assessment_date";
        case Operation::parameter: return "parameter";
        case Operation::nothing: return "nothing";
        case Operation::plan: return "plan";
        case Operation::variable: return "variable";
        case Operation::field: return "field";
        case Operation::element: return "element";
        case Operation::table_row: return "table_row";
        case Operation::table_rows: return "table_rows";
        case Operation::call: return "call";
        case Operation::judged: return "judged";
        case Operation::verdict_met: return "verdict_met";
        case Operation::verdict_applies: return "verdict_applies";
        case Operation::procedure_part: return "procedure_part";
        case Operation::not_: return "not";
        case Operation::and_: return "and";
        case Operation::or_: return "or";
        case Operation::implies: return "implies";
        case Operation::choose: return "choose";
        case Operation::owed_if: return "owed_if";
        case Operation::given: return "given";
        case Operation::equal: return "equal";
        case Operation::less: return "less";
        case Operation::at_most: return "at_most";
        case Operation::contains: return "contains";
        case Operation::covers: return "covers";
        case Operation::starts_with: return "starts_with";
        case Operation::matches: return "matches";
        case Operation::due_within: return "due_within";
        case Operation::apart: return "apart";
        case Operation::otherwise: return "otherwise";
        case Operation::add: return "add";
        case Operation::subtract: return "subtract";
        case Operation::multiply: return "multiply";
        case Operation::divide: return "divide";
        case Operation::negate: return "negate";
        case Operation::function: return words::row_of(expression.function).printed;
        case Operation::some: return "some";
        case Operation::every: return "every";
        case Operation::count: return "count";
        case Operation::sum: return "sum";
        case Operation::smallest: return "smallest";
        case Operation::largest: return "largest";
        case Operation::average: return "average";
        case Operation::share: return "share";
        case Operation::list: return "list";
        case Operation::distinct: return "distinct";
    }
    return "nothing";
}

}  // namespace brecha::model
