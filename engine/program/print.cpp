#include "program/program.hpp"

#include <array>

namespace brecha::program {

std::string_view opcode_name(const Instruction& made) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Opcode::compare_any) + 1> names = {
        "constant",
        "missing_constant",
        "parameter",
        "assessment_date",
        "in_force",
        "plan_item",
        "load",
        "expand",
        "judged",
        "verdict_met",
        "verdict_applies",
        "procedure",
        "procedure_part",
        "table_row",
        "element",
        "not",
        "and",
        "or",
        "owed_if",
        "choose",
        "given",
        "given_list",
        "equal",
        "less",
        "at_most",
        "starts_with",
        "matches",
        "due_within",
        "apart",
        "otherwise",
        "add",
        "subtract",
        "multiply",
        "divide",
        "negate",
        "function",
        "load_list",
        "list_literal",
        "constant_list",
        "parameter_list",
        "table_list",
        "sequence",
        "spread",
        "join",
        "distinct",
        "missing_from",
        "otherwise_list",
        "choose_list",
        "view",
        "flatten",
        "elements",
        "presence",
        "any",
        "all",
        "count",
        "sum",
        "least",
        "greatest",
        "average",
        "share",
        "function_of_list",
        "reach_all",
        "reach_any",
        "compare_all",
        "compare_any"};
    switch (made.opcode) {
        case Opcode::function:
        case Opcode::sequence:
        case Opcode::function_of_list: return words::row_of(made.function).printed;
        default: return names[static_cast<std::size_t>(made.opcode)];
    }
}

std::string to_text(const Program& program) {
    const model::Vocabulary& vocabulary = program.ruleset().vocabulary;
    std::string text;
    for (std::size_t id = 0; id < program.instructions.size(); ++id) {
        const Instruction& made = program.instructions[id];
        if (id == program.text_section) text += "texts:\n";
        text +=
            "%" + std::to_string(id) + " frame " + std::to_string(made.frame) + "  " + std::string(opcode_name(made));
        for (const std::int32_t input : made.inputs) text += input < 0 ? " -" : " %" + std::to_string(input);
        if (made.entity >= 0 && made.field >= 0)
            text += " " + vocabulary.entities[made.entity].name + "." +
                    vocabulary.entities[made.entity].fields[made.field].name;
        if (made.opcode >= Opcode::reach_all) text += made.element_first ? " element first" : " element last";
        if (made.opcode >= Opcode::compare_all) text += made.or_equal ? ", or equal" : "";
        if (made.no_column) text += " without a column";
        if (made.horizon > 0)
            text +=
                " not older than " + model::duration_to_text(*program.horizons[static_cast<std::size_t>(made.horizon)]);
        if (made.index >= 0) text += " #" + std::to_string(made.index);
        if (made.opcode == Opcode::constant && made.type.kind != model::TypeKind::text)
            text += " " + model::decimal_to_text(made.number);
        if (!made.text.empty()) text += " \"" + made.text + "\"";
        if (made.opens >= 0) text += " opens frame " + std::to_string(made.opens);
        else if (made.is_list())
            text += " elements %" + std::to_string(made.elements) + " presence %" + std::to_string(made.presence);
        text += "\n";
    }
    return text;
}

}  // namespace brecha::program
