// An expression by its operation; what each becomes stands in lowering/.
#include "limits/watch.hpp"
#include "program/constants.hpp"
#include "program/lowering/lowerer.hpp"

#include <algorithm>

namespace brecha::program {

Lowerer::Lowerer(std::shared_ptr<const plans::Schema> schema) : ruleset_(*schema->ruleset) {
    program_.schema = std::move(schema);
    program_.frames.push_back({-1, 0, -1});
    program_.frames.push_back({0, 1, -1});
    program_.requirements.resize(ruleset_.requirements.size());
    environment_.resize(ruleset_.variables.size(), -1);
    lets_.resize(ruleset_.variables.size());
}

Program Lowerer::lower_all() {
    for (std::size_t i = 0; i < ruleset_.requirements.size(); ++i) requirement(i);
    program_.text_section = program_.instructions.size();
    for (std::size_t i = 0; i < ruleset_.requirements.size(); ++i) texts(i);
    make_constants(program_);
    measure_rows(program_);
    make_schedule(program_);
    return std::move(program_);
}

Lowerer::Id Lowerer::lower(const Expression& expression) {
    limits::step();
    const Id id = lower_one(expression);
    spellings_.emplace_back(id, &expression);
    return id;
}

std::vector<Lowerer::Id> Lowerer::lower_operands(const Expression& expression) {
    std::vector<Id> operands;
    operands.reserve(expression.operands.size());
    for (const Expression& operand : expression.operands) operands.push_back(lower(operand));
    return operands;
}

Lowerer::Id Lowerer::lookup(std::int32_t variable) {
    if (environment_[variable] < 0 && lets_[variable]) {
        const Id value = lower(*lets_[variable]);
        environment_[variable] = value;
    }
    return environment_[variable];
}

Lowerer::Frame Lowerer::frame_of(const Expression& expression, std::vector<std::int32_t>& bound) {
    Frame frame = 0;
    switch (expression.operation) {
        case Operation::variable:
            if (std::find(bound.begin(), bound.end(), expression.index) != bound.end()) return 0;
            return this->frame(lookup(expression.index));
        case Operation::plan: return 1;
        case Operation::judged: return subject_frame_;
        case Operation::verdict_met:
        case Operation::verdict_applies: frame = 1; break;
        case Operation::call:  // a definition's body reads its parameters only, and the plan
            frame = reads_plan(ruleset_.definitions[static_cast<std::size_t>(expression.index)].body) ? 1 : 0;
            break;
        default: break;
    }
    if (expression.variable >= 0) bound.push_back(expression.variable);
    for (const Expression& operand : expression.operands) frame = deeper(frame, frame_of(operand, bound));
    if (expression.variable >= 0) bound.pop_back();
    return frame;
}

bool Lowerer::reads_plan(const Expression& expression) const {
    switch (expression.operation) {
        case Operation::plan:
        case Operation::verdict_met:
        case Operation::verdict_applies: return true;
        case Operation::call:
            if (reads_plan(ruleset_.definitions[static_cast<std::size_t>(expression.index)].body)) return true;
            break;
        default: break;
    }
    return std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](const Expression& operand) { return reads_plan(operand); });
}

Lowerer::Id Lowerer::lower_one(const Expression& expression) {
    const auto apply_to_operands = [&](Opcode opcode) { return apply(opcode, lower_operands(expression), expression); };
    switch (expression.operation) {
        case Operation::truth:
        case Operation::number:
        case Operation::text:
        case Operation::date:
        case Operation::moment:
        case Operation::duration:
        case Operation::enumeration_value: return constant(expression);
        case Operation::list_literal: {
            Instruction instruction;
            instruction.opcode = Opcode::list_literal;
            instruction.type = expression.type.element();
            return apply(std::move(instruction), lower_operands(expression), expression);
        }
        case Operation::enumeration_values:
            return source_instruction(Opcode::constant_list, 0, expression.type.of, expression);
        case Operation::assessment_date: return source_instruction(Opcode::assessment_date, 0, -1, expression);
        case Operation::parameter:
            return source_instruction(expression.type.list ? Opcode::parameter_list : Opcode::parameter, 0,
                                      expression.index, expression);
        case Operation::nothing: return source_instruction(Opcode::missing_constant, 0, -1, expression);
        case Operation::plan: return source_instruction(Opcode::plan_item, 1, -1, expression);
        case Operation::variable: return lookup(expression.index);
        case Operation::field: return field(expression);
        case Operation::element: return element(expression);
        case Operation::table_rows: return source_instruction(Opcode::table_list, 0, expression.index, expression);
        case Operation::table_row: return table_row(expression);
        case Operation::call: return call(expression);
        case Operation::judged: return source_instruction(Opcode::judged, subject_frame_, expression.index, expression);
        case Operation::verdict_met:
        case Operation::verdict_applies: return verdict(expression);
        case Operation::procedure_part: return procedure_part(expression);
        case Operation::not_: return apply_to_operands(Opcode::not_);
        case Operation::and_: return apply_to_operands(Opcode::and_);
        case Operation::or_: return apply_to_operands(Opcode::or_);
        case Operation::implies: return implies(expression);
        case Operation::choose: return choose(expression);
        case Operation::owed_if: return apply_to_operands(Opcode::owed_if);
        case Operation::given: return given(expression);
        case Operation::equal: return apply_to_operands(Opcode::equal);
        case Operation::less: return apply_to_operands(Opcode::less);
        case Operation::at_most: return apply_to_operands(Opcode::at_most);
        case Operation::contains: {
            const std::vector<Id> operands = lower_operands(expression);
            return contains(operands[0], operands[1], expression);
        }
        case Operation::covers: return covers(expression);
        case Operation::starts_with: return apply_to_operands(Opcode::starts_with);
        case Operation::matches: {
            Instruction instruction;
            instruction.opcode = Opcode::matches;
            instruction.type = expression.type;
            instruction.text = expression.text;
            return apply(std::move(instruction), lower_operands(expression), expression);
        }
        case Operation::due_within: return apply_to_operands(Opcode::due_within);
        case Operation::apart: return apart(expression);
        case Operation::otherwise: return otherwise(expression);
        case Operation::add: return add(expression);
        case Operation::subtract: return apply_to_operands(Opcode::subtract);
        case Operation::multiply: return apply_to_operands(Opcode::multiply);
        case Operation::divide: return apply_to_operands(Opcode::divide);
        case Operation::negate: return apply_to_operands(Opcode::negate);
        case Operation::function: return function(expression);
        case Operation::some: return close(Opcode::any, expression);
        case Operation::every: return close(Opcode::all, expression);
        case Operation::count: return close(Opcode::count, expression);
        case Operation::sum: return close(Opcode::sum, expression);
        case Operation::smallest: return close(Opcode::least, expression);
        case Operation::largest: return close(Opcode::greatest, expression);
        case Operation::average: return close(Opcode::average, expression);
        case Operation::share: return close(Opcode::share, expression);
        case Operation::list: return collect(expression);
        case Operation::distinct: return distinct(collect(expression), expression);
    }
    return source_instruction(Opcode::missing_constant, 0, -1, expression);
}

std::shared_ptr<const Program> lower(std::shared_ptr<const plans::Schema> schema) {
    return std::make_shared<const Program>(Lowerer(std::move(schema)).lower_all());
}

}  // namespace brecha::program
