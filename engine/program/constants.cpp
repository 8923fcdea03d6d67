#include "program/constants.hpp"

namespace brecha::program {

void make_constants(Program& program) {
    auto constants = std::make_shared<std::deque<Constant>>();
    for (Instruction& made : program.instructions) {
        // The number of a text is each batch's own.
        if (made.opcode != Opcode::constant || made.type.kind == model::TypeKind::text) continue;
        Constant& constant = constants->emplace_back();
        plans::Column& column = constant.column;
        column.rows = 1;
        column.storage = plans::storage_of(made.type.kind);
        constant.holds = 1;
        column.valid = &constant.holds;
        switch (column.storage) {
            case plans::Storage::truth:
                constant.holds = made.number != 0 ? 1 : 0;
                constant.fails = made.number != 0 ? 0 : 1;
                column.fails = &constant.fails;
                break;
            case plans::Storage::decimal:
                constant.decimal = made.number;
                column.decimals = &constant.decimal;
                break;
            case plans::Storage::integer:
                constant.integer = static_cast<std::int64_t>(made.number);
                column.integers = &constant.integer;
                break;
        }
        made.column = &column;
    }
    program.constants = std::move(constants);
}

}  // namespace brecha::program
