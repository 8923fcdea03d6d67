// Values: fields, rows found by their keys, calls of definitions, values that stand in for others.
#include "program/lowering/lowerer.hpp"

#include <algorithm>

namespace brecha::program {

namespace {

bool is_number(const model::Type& type) {
    return type.kind == model::TypeKind::number || type.kind == model::TypeKind::percent;
}

bool has_number_below_zero(const Expression& value) {
    return (value.operation == Operation::number && value.number < 0) ||
           std::any_of(value.operands.begin(), value.operands.end(), has_number_below_zero);
}

}  // namespace

Lowerer::Id Lowerer::field(const Expression& expression) {
    const Id item = lower(expression.operands[0]);
    Instruction instruction;
    instruction.opcode = expression.type.list ? Opcode::load_list : Opcode::load;
    instruction.frame = frame(item);
    instruction.inputs = {item};
    instruction.entity = expression.operands[0].type.of;
    instruction.field = expression.index;
    if (!ruleset_.vocabulary.entities[static_cast<std::size_t>(instruction.entity)].table_row)
        instruction.horizon = horizon_;
    instruction.type = expression.type.element();
    return emit(std::move(instruction), &expression);
}

Lowerer::Id Lowerer::element(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    Instruction instruction;
    instruction.opcode = Opcode::element;
    instruction.frame = deepest(operands);
    const Id list = spread(operands[0], instruction.frame);
    instruction.inputs = {list};
    for (std::size_t i = 1; i < operands.size(); ++i)
        instruction.inputs.push_back(expand(operands[i], instruction.frame));
    instruction.type = expression.type;
    instruction.entity = made(made(list).elements).type.of;
    return emit(std::move(instruction), &expression);
}

Lowerer::Id Lowerer::table_row(const Expression& expression) {
    const model::Table& table = ruleset_.tables[static_cast<std::size_t>(expression.index)];
    const auto entity = static_cast<std::int32_t>(table.entity);
    Instruction found;
    found.opcode = Opcode::table_row;
    found.index = expression.index;
    found.type.kind = model::TypeKind::item;
    found.type.of = entity;
    const Id row = apply(std::move(found), lower_operands(expression), expression);
    if (expression.type.kind == model::TypeKind::item) return row;
    Instruction value;  // -> TYPE: the row's one value
    value.opcode = Opcode::load;
    value.frame = frame(row);
    value.inputs = {row};
    value.entity = entity;
    value.field = static_cast<std::int32_t>(ruleset_.vocabulary.entities[table.entity].fields.size()) - 1;
    value.type = expression.type;
    return emit(std::move(value), &expression);
}

Lowerer::Id Lowerer::call(const Expression& expression) {
    const model::Definition& definition = ruleset_.definitions[static_cast<std::size_t>(expression.index)];
    std::vector<Id> arguments = lower_operands(expression);
    const auto found = calls_.find({expression.index, horizon_, arguments});
    if (found != calls_.end()) return found->second;
    std::vector<Id> saved;
    for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
        saved.push_back(environment_[definition.parameters[i]]);
        environment_[definition.parameters[i]] = arguments[i];
    }
    const Id result = lower(definition.body);
    for (std::size_t i = 0; i < definition.parameters.size(); ++i) environment_[definition.parameters[i]] = saved[i];
    calls_.emplace(std::make_tuple(expression.index, horizon_, std::move(arguments)), result);
    return result;
}

Lowerer::Id Lowerer::function(const Expression& expression) {
    Instruction instruction;
    instruction.function = expression.function;
    instruction.type = expression.type.element();
    switch (words::row_of(expression.function).shape) {
        case words::Shape::values: instruction.opcode = Opcode::function; break;
        case words::Shape::sequence: instruction.opcode = Opcode::sequence; break;
        case words::Shape::of_list: {
            const Id list = lower(expression.operands[0]);
            instruction.opcode = Opcode::function_of_list;
            instruction.frame = frame(list);
            instruction.inputs = inputs_of(Closing{list, made(list).presence, made(list).elements});
            return emit(std::move(instruction), &expression);
        }
        case words::Shape::own:
        case words::Shape::binder:
            return expression.function == words::Function::amount ? amount(expression) : missing_from(expression);
    }
    return apply(std::move(instruction), lower_operands(expression), expression);
}

Lowerer::Id Lowerer::amount(const Expression& expression) {
    // amount(x, unit) => x / factor of the unit
    const Id value = lower(expression.operands[0]);
    Instruction factor;
    factor.opcode = Opcode::constant;
    factor.type = expression.type;
    factor.number = expression.index < 0 ? model::decimal_one
                                         : ruleset_.vocabulary.units[static_cast<std::size_t>(expression.index)].factor;
    if (factor.number == model::decimal_one) return value;
    return apply(Opcode::divide, {value, emit(std::move(factor), &expression)}, expression);
}

Lowerer::Id Lowerer::otherwise(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    return is_list(operands[0]) ? merge_lists(Opcode::otherwise_list, operands, expression)
                                : apply(Opcode::otherwise, operands, expression);
}

Lowerer::Id Lowerer::choose(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    return is_list(operands[1]) ? merge_lists(Opcode::choose_list, operands, expression)
                                : apply(Opcode::choose, operands, expression);
}

Lowerer::Id Lowerer::add(const Expression& expression) {
    const std::vector<Id> operands = lower_operands(expression);
    if (!is_list(operands[0])) return apply(Opcode::add, operands, expression);
    Id result = operands[0];
    for (std::size_t i = 1; i < operands.size(); ++i)
        result = merge_lists(Opcode::join, {result, operands[i]}, expression);
    return result;
}

Lowerer::Id Lowerer::procedure_part(const Expression& expression) {
    const model::Protocol& protocol = ruleset_.protocols[static_cast<std::size_t>(expression.index)];
    const auto load = [&](Id item, std::int32_t entity, std::int32_t field) {
        const model::Field& of =
            ruleset_.vocabulary.entities[static_cast<std::size_t>(entity)].fields[static_cast<std::size_t>(field)];
        Instruction made;
        made.opcode = of.type.list ? Opcode::load_list : Opcode::load;
        made.frame = frame(item);
        made.inputs = {item};
        made.entity = entity;
        made.field = field;
        made.horizon = horizon_;
        made.type = of.type.element();
        return emit(std::move(made), nullptr);
    };
    const Id item = lower(expression.operands[0]);
    Instruction procedure;
    procedure.opcode = Opcode::procedure;
    procedure.index = expression.index;
    const Id steps = load(item, protocol.entity, protocol.steps);
    procedure.frame = frame(steps);
    procedure.inputs = {steps};
    for (const std::int32_t field : protocol.fields)
        procedure.inputs.push_back(field < 0 ? -1 : load(made(steps).elements, protocol.step_entity, field));
    for (const model::ProtocolPart& part : protocol.parts)
        for (const auto* span : {&part.from, &part.to})
            procedure.inputs.push_back(*span ? expand(lower(**span), procedure.frame) : -1);
    procedure.inputs.push_back(subject_in_ >= 0 && frame(subject_in_) == procedure.frame ? subject_in_ : -1);
    return emit(std::move(procedure), nullptr) + 1 + static_cast<Id>(expression.number);
}

bool Lowerer::can_be_negative(Id id, std::set<Id>& seen) const {
    if (id < 0 || !seen.insert(id).second) return false;
    const Instruction& made = this->made(id);
    switch (made.opcode) {
        case Opcode::subtract:
        case Opcode::negate: return true;
        case Opcode::count:
        case Opcode::share: return false;
        case Opcode::function:
            if (words::row_of(made.function).gives == words::Gives::difference) return true;
            if (words::row_of(made.function).gives == words::Gives::magnitude) return false;
            break;
        case Opcode::constant: return is_number(made.type) && made.number < 0;
        case Opcode::parameter:
        case Opcode::parameter_list: {
            const auto& values = ruleset_.parameters[static_cast<std::size_t>(made.index)].values;
            return std::any_of(values.begin(), values.end(),
                               [](const model::DatedValue& one) { return has_number_below_zero(one.value); });
        }
        default: break;
    }
    if (made.type.kind == model::TypeKind::yes_no) return false;
    return can_be_negative(made.elements, seen) ||
           std::any_of(made.inputs.begin(), made.inputs.end(), [&](Id input) { return can_be_negative(input, seen); });
}

}  // namespace brecha::program
