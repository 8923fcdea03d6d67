// What holds or fails: conditions, comparisons with lists, other requirements' verdicts.
#include "program/lowering/lowerer.hpp"

namespace brecha::program {

Lowerer::Id Lowerer::implies(const Expression& expression) {
    Instruction negation;
    negation.opcode = Opcode::not_;
    negation.type = truth_type();
    const Id condition = apply(std::move(negation), {lower(expression.operands[0])}, expression.operands[0]);
    return apply(Opcode::or_, {condition, lower(expression.operands[1])}, expression);
}

Lowerer::Id Lowerer::given(const Expression& expression) {
    const Id value = lower(expression.operands[0]);
    if (!is_list(value)) return apply(Opcode::given, {value}, expression);
    return emit(Opcode::given_list, frame(value), {value}, expression.type, &expression);
}

Lowerer::Id Lowerer::apart(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    const Frame frame = deepest(operands);
    const bool has_since = (expression.index & 1) != 0, has_until = (expression.index & 2) != 0;
    Spacing spacing;
    spacing.list = spread(operands[0], frame);
    spacing.duration = expand(operands[1], frame);
    if (has_since) spacing.since = expand(operands[2], frame);
    if (has_until) spacing.until = expand(operands.back(), frame);
    return emit(Opcode::apart, frame, inputs_of(spacing), expression.type, &expression);
}

Lowerer::Id Lowerer::contains(Id list, Id value, const Expression& source) {
    const Id wide = spread(list, deeper(frame(list), frame(value)));
    const Frame rows = inner(wide);
    const Id same =
        emit(Opcode::equal, rows, inputs_of(Pair{made(wide).elements, expand(value, rows)}), truth_type(), &source);
    const Closing closing{wide, made(wide).presence, same, expand(value, frame(wide))};
    return emit(Opcode::any, frame(wide), inputs_of(closing), truth_type(), &source);
}

Lowerer::Covered Lowerer::covered(const Expression& source, Frame least_frame) {
    const Id left = lower(source.operands[0]);
    Id right = lower(source.operands[1]);
    right = spread(right, deeper(least_frame, deeper(frame(left), frame(right))));
    const Id truth = contains(left, made(right).elements, source);
    return {right, expand(truth, inner(right))};
}

Lowerer::Id Lowerer::covers(const Expression& expression) {
    const auto [list, truth] = covered(expression, 0);
    return emit(Opcode::all, frame(list), inputs_of(Closing{list, made(list).presence, truth, -1}), expression.type,
                &expression);
}

Lowerer::Id Lowerer::verdict(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    {  // the other requirement must stand before; it has its own subjects and lets
        const Frame saved_frame = subject_frame_;
        const Id saved_in = subject_in_;
        const std::int32_t saved_horizon = horizon_;
        auto saved_spellings = std::move(spellings_);
        requirement(static_cast<std::size_t>(expression.index));
        subject_frame_ = saved_frame;
        subject_in_ = saved_in;
        horizon_ = saved_horizon;
        spellings_ = std::move(saved_spellings);
    }
    Instruction instruction;
    instruction.opcode = expression.operation == Operation::verdict_met ? Opcode::verdict_met : Opcode::verdict_applies;
    instruction.frame = deeper(1, deepest(operands));
    instruction.index = expression.index;
    for (const Id operand : operands) instruction.inputs.push_back(expand(operand, instruction.frame));
    instruction.type = expression.type;
    return emit(std::move(instruction), &expression);
}

}  // namespace brecha::program
