#include "program/program.hpp"

namespace brecha::program {

void make_schedule(Program& program) {
    Schedule& schedule = program.schedule;
    schedule.columns.assign(program.text_section, nullptr);
    schedule.root = program.ruleset().vocabulary.root;
    for (std::size_t at = 0; at < program.text_section; ++at) {
        const Instruction& made = program.instructions[at];
        const auto id = static_cast<std::int32_t>(at);
        if (made.column != nullptr) schedule.columns[at] = made.column;
        else if (made.opcode == Opcode::plan_item) schedule.first.push_back(id);
        else if (program.is_stated_by_plan(made)) schedule.loads.push_back({id, made.field});
        else if (!made.no_column) schedule.others.push_back(id);
    }
}

}  // namespace brecha::program
