// Making instructions: equal ones once, operands in one frame.
#include "program/lowering/lowerer.hpp"

namespace brecha::program {

namespace {

bool makes_rows(Opcode opcode) { return opcode >= Opcode::load_list && opcode <= Opcode::choose_list; }

}  // namespace

std::size_t Lowerer::HashOfWork::operator()(const Instruction& made) const {
    std::size_t hash = std::hash<std::string_view>()(made.text);
    const auto add = [&](auto field) { hash = (hash ^ static_cast<std::size_t>(field)) * 0x9E3779B97F4A7C15u; };
    add(made.opcode);
    add(made.frame);
    add(made.index);
    add(made.field);
    add(made.number);
    for (const Id input : made.inputs) add(input);
    return hash ^ (hash >> 32);
}

bool Lowerer::SameWork::operator()(const Instruction& one, const Instruction& other) const {
    const auto what = [](const Instruction& made) {
        const bool new_rows = makes_rows(made.opcode);  // their elements and presence are made with them
        return std::tuple(made.opcode, made.function, made.frame, new_rows ? -1 : made.elements,
                          new_rows ? -1 : made.presence, made.index, made.entity, made.field, made.horizon,
                          made.has_condition, made.can_be_negative, made.number, made.type.kind, made.type.of,
                          made.type.unit);
    };
    return what(one) == what(other) && one.inputs == other.inputs && one.text == other.text;
}

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
    if (const auto found = known_.find(instruction); found != known_.end()) return *found;
    const auto id = static_cast<Id>(program_.instructions.size());
    instruction.source = source;
    if (instruction.opcode == Opcode::procedure) {
        const model::Protocol& protocol = ruleset_.protocols[static_cast<std::size_t>(instruction.index)];
        const Frame frame = instruction.frame;
        program_.instructions.push_back(std::move(instruction));
        known_.insert(id);
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
        known_.insert(id);
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
    known_.insert(id);
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
