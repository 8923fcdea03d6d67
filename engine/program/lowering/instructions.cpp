// Making instructions: equal ones once, operands in one frame.
#include "program/lowering/lowerer.hpp"

namespace brecha::program {

namespace {

std::string key_of(const Instruction& instruction) {
    std::string key;
    const auto append = [&](const auto& field) { key.append(reinterpret_cast<const char*>(&field), sizeof field); };
    append(instruction.opcode);
    append(instruction.function);
    append(instruction.frame);
    append(instruction.elements);
    append(instruction.presence);
    append(instruction.index);
    append(instruction.entity);
    append(instruction.field);
    append(instruction.horizon);
    append(instruction.has_condition);
    append(instruction.can_be_negative);
    append(instruction.number);
    append(instruction.type.kind);
    append(instruction.type.of);
    append(instruction.type.unit);
    for (const std::int32_t input : instruction.inputs) append(input);
    key += instruction.text;
    return key;
}

bool makes_rows(Opcode opcode) { return opcode >= Opcode::load_list && opcode <= Opcode::choose_list; }

}  // namespace

Lowerer::Frame Lowerer::deepest(const std::vector<Id>& operands) const {
    Frame deepest = 0;
    for (const Id operand : operands) deepest = deeper(deepest, frame(operand));
    return deepest;
}

bool Lowerer::lies_in(Frame frame, Frame outer) const {
    while (frame > outer)
        frame = program_.frames[static_cast<std::size_t>(frame)].parent;  // inner frames are opened later
    return frame == outer;
}

Lowerer::Id Lowerer::emit(Instruction instruction, const Expression* source) {
    const std::string key = key_of(instruction);
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const auto id = static_cast<Id>(program_.instructions.size());
    known_.emplace(key, id);
    instruction.source = source;
    if (instruction.opcode == Opcode::procedure) {
        const model::Protocol& protocol = ruleset_.protocols[static_cast<std::size_t>(instruction.index)];
        const Frame frame = instruction.frame;
        program_.instructions.push_back(std::move(instruction));
        for (std::size_t part = 0; part < protocol.parts.size(); ++part) {
            Instruction made;
            made.opcode = Opcode::procedure_part;
            made.frame = frame;
            made.inputs = {id};
            made.index = program_.instructions[static_cast<std::size_t>(id)].index;
            made.field = static_cast<std::int32_t>(part);
            made.type = truth_type();
            const Expression& condition = ruleset_.requirements[protocol.requirement].clauses[part].condition;
            made.source = condition.operation == Operation::and_ ? &condition.operands[0] : &condition;
            program_.instructions.push_back(std::move(made));
        }
        return id;
    }
    if (!makes_rows(instruction.opcode)) {
        program_.instructions.push_back(std::move(instruction));
        return id;
    }
    instruction.opens = static_cast<Frame>(program_.frames.size());
    instruction.elements = id + 1;
    instruction.presence = id + 2;
    program_.frames.push_back({instruction.frame, depth(instruction.frame) + 1, id});
    const auto part = [&](Opcode opcode, const model::Type& type) {
        Instruction made;
        made.opcode = opcode;
        made.frame = instruction.opens;
        made.inputs = {id};
        made.type = type;
        made.source = source;
        return made;
    };
    Instruction elements = part(Opcode::elements, instruction.type), presence = part(Opcode::presence, truth_type());
    program_.instructions.push_back(std::move(instruction));
    program_.instructions.push_back(std::move(elements));
    program_.instructions.push_back(std::move(presence));
    return id;
}

Lowerer::Id Lowerer::emit(Opcode opcode, Frame frame, std::vector<Id> inputs, model::Type type,
                          const Expression* source) {
    Instruction instruction;
    instruction.opcode = opcode;
    instruction.frame = frame;
    instruction.inputs = std::move(inputs);
    instruction.type = std::move(type);
    return emit(std::move(instruction), source);
}

Lowerer::Id Lowerer::expand(Id value, Frame frame) {
    return this->frame(value) == 0 ? value : expand_all(value, frame, made(value).source);
}

Lowerer::Id Lowerer::expand_all(Id value, Frame frame, const Expression* source) {
    if (this->frame(value) == frame) return value;
    return emit(Opcode::expand, frame, {value}, made(value).type, source);
}

Lowerer::Id Lowerer::spread(Id list, Frame frame) {
    if (this->frame(list) == frame) return list;
    return emit(Opcode::spread, frame, {list}, made(made(list).elements).type, made(list).source);
}

Lowerer::Id Lowerer::apply(Opcode opcode, const std::vector<Id>& operands, const Expression& source) {
    Instruction instruction;
    instruction.opcode = opcode;
    instruction.type = source.type;
    return apply(std::move(instruction), operands, source);
}

Lowerer::Id Lowerer::apply(Instruction instruction, const std::vector<Id>& operands, const Expression& source) {
    instruction.frame = deepest(operands);
    for (const Id operand : operands) instruction.inputs.push_back(expand(operand, instruction.frame));
    return emit(std::move(instruction), &source);
}

Lowerer::Id Lowerer::conjunction(Id left, Id right, Frame frame, const Expression* source) {
    return emit(Opcode::and_, frame, {left, right}, truth_type(), source);
}

Lowerer::Id Lowerer::source_instruction(Opcode opcode, Frame frame, std::int32_t index, const Expression& source) {
    Instruction instruction;
    instruction.opcode = opcode;
    instruction.frame = frame;
    instruction.index = index;
    instruction.type = source.type.element();
    return emit(std::move(instruction), &source);
}

Lowerer::Id Lowerer::constant(const Expression& source) {
    Instruction instruction;
    instruction.opcode = Opcode::constant;
    instruction.type = source.type;
    instruction.number =
        source.operation == Operation::enumeration_value ? model::Decimal(source.index) : source.number;
    instruction.text = source.text;
    return emit(std::move(instruction), &source);
}

}  // namespace brecha::program
