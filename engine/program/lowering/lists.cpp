// Lists: what is said of all their elements, and lists made of lists.
#include "program/lowering/lowerer.hpp"

namespace brecha::program {

Lowerer::Bound Lowerer::bind(const Expression& binder) {
    std::vector<std::int32_t> bound{binder.variable};
    Frame frame = 0;
    for (std::size_t i = 1; i < binder.operands.size(); ++i) frame = deeper(frame, frame_of(binder.operands[i], bound));
    Bound result;
    const Id list = lower(binder.operands[0]);
    result.list = spread(list, deeper(frame, this->frame(list)));
    const Frame rows = inner(result.list);
    const Id saved = environment_[binder.variable];
    environment_[binder.variable] = made(result.list).elements;
    result.in = made(result.list).presence;
    if (binder.has_condition) {
        result.condition = lower(binder.operands[1]);
        result.in = conjunction(result.in, expand(result.condition, rows), rows, &binder.operands[1]);
    }
    if (binder.has_body) result.body = lower(binder.operands.back());
    environment_[binder.variable] = saved;
    return result;
}

Lowerer::Id Lowerer::close(Opcode opcode, const Expression& binder) {
    const Bound bound = bind(binder);
    Closing closing{bound.list, bound.in, bound.body, -1};
    if (opcode == Opcode::share && bound.body < 0) {  // share of those that satisfy the condition among all
        closing.in = made(bound.list).presence;
        closing.body = bound.condition;
    }
    if (closing.body >= 0) closing.body = expand(closing.body, inner(bound.list));
    Instruction instruction;
    instruction.opcode = opcode;
    instruction.frame = frame(bound.list);
    instruction.inputs = inputs_of(closing);
    instruction.has_condition = binder.has_condition;
    instruction.type = binder.type;
    std::set<Id> seen;
    instruction.can_be_negative = opcode == Opcode::sum && can_be_negative(closing.body, seen);
    return emit(std::move(instruction), &binder);
}

Lowerer::Id Lowerer::collect(const Expression& binder) {
    const Bound bound = bind(binder);
    Instruction instruction;
    instruction.frame = frame(bound.list);
    instruction.has_condition = binder.has_condition;
    instruction.type = binder.type.element();
    if (bound.body >= 0 && is_list(bound.body)) {
        const Id list = spread(bound.body, inner(bound.list));
        const Frame rows = inner(list);
        const Id outer = expand(bound.in, rows);
        instruction.opcode = Opcode::flatten;
        instruction.inputs = inputs_of(Flattening{bound.list, bound.in, list});
        instruction.elements = made(list).elements;
        instruction.presence = conjunction(outer, made(list).presence, rows, &binder);
    } else {
        instruction.opcode = Opcode::view;
        instruction.inputs = {bound.list};
        instruction.elements =
            bound.body < 0 ? made(bound.list).elements : expand_all(bound.body, inner(bound.list), &binder);
        instruction.presence = bound.in;
    }
    return emit(std::move(instruction), &binder);
}

Lowerer::Id Lowerer::distinct(Id list, const Expression& source) {
    return emit(Opcode::distinct, frame(list), {list}, source.type.element(), &source);
}

Lowerer::Id Lowerer::missing_from(const Expression& expression) {
    const Id left = lower(expression.operands[0]);
    Id right = lower(expression.operands[1]);
    right = spread(right, deeper(frame(left), frame(right)));
    const Id contained = contains(left, made(right).elements, expression);
    return emit(Opcode::missing_from, frame(right), inputs_of(Lacking{right, expand(contained, inner(right))}),
                expression.type.element(), &expression);
}

Lowerer::Id Lowerer::merge_lists(Opcode opcode, const std::vector<Id>& operands, const Expression& source) {
    const Frame frame = deepest(operands);
    std::vector<Id> inputs;
    for (const Id operand : operands)
        inputs.push_back(is_list(operand) ? spread(operand, frame) : expand(operand, frame));
    return emit(opcode, frame, std::move(inputs), source.type.element(), &source);
}

}  // namespace brecha::program
