#include "program/cost.hpp"

#include <algorithm>
#include <optional>

namespace brecha::program {

namespace {

/// Of a column of values: the value, and the bits that say whether there is one.
std::uint32_t column_bits(model::TypeKind kind) {
    switch (plans::storage_of(kind)) {
        case plans::Storage::truth: return 2;
        case plans::Storage::decimal: return 129;
        default: return 65;
    }
}

/// Not of what may be read where it stands: a plan's own columns, those of constants, lists that look at others.
bool makes_column(const Instruction& made) {
    switch (made.opcode) {
        case Opcode::load:
        case Opcode::procedure:
        case Opcode::procedure_part: return false;
        default: return made.column == nullptr && !made.is_list();
    }
}

/// What an instruction takes for a row of its frame at least.
std::uint32_t bits_of(const Instruction& made) {
    constexpr std::uint32_t begin_and_end = 64;
    if (made.is_list()) return begin_and_end;
    return makes_column(made) ? column_bits(made.type.kind) : 0;
}
constexpr std::uint32_t parent_and_source = 64;  // of a row of a frame that a list opens

class Costs {
public:
    Costs(const Program& program, const LengthOfList& length_of, double usual)
        : program_(program), length_of_(length_of), usual_(usual), lists_(program.instructions.size()),
          frames_(program.frames.size()) {}

    Cost of(const LoweredRequirement& requirement) {
        Cost cost;
        cost.findings = requirement.levels.empty() ? 1 : frame(requirement.levels.back().frame).rows;
        std::vector<bool> seen(program_.instructions.size()), opened(program_.frames.size());
        std::vector<std::int32_t> open = {requirement.when};
        for (const Level& level : requirement.levels)
            open.insert(open.end(), {level.list, level.elements, level.in, level.when});
        for (const LoweredClause& clause : requirement.clauses)
            open.insert(open.end(), {clause.truth, clause.list, clause.elements, clause.presence, clause.owed});
        while (!open.empty()) {
            const std::int32_t id = open.back();
            open.pop_back();
            if (id < 0 || seen[static_cast<std::size_t>(id)]) continue;
            seen[static_cast<std::size_t>(id)] = true;
            const Instruction& made = instruction(id);
            open.insert(open.end(), made.inputs.begin(), made.inputs.end());
            open.insert(open.end(), {made.elements, made.presence});
            const Rows& rows = frame(made.frame);
            cost.steps += rows.rows * (looks_up(made) ? length(made.first()).length : 1);
            cost.bytes += rows.rows * bits_of(made) / 8;
            if (program_.frames[static_cast<std::size_t>(made.frame)].opened_by >= 0 &&
                !opened[static_cast<std::size_t>(made.frame)]) {
                opened[static_cast<std::size_t>(made.frame)] = true;
                cost.bytes += rows.rows * parent_and_source / 8;
            }
            if (rows.rows <= cost.rows && !(cost.lists.empty() && rows.rows == cost.rows)) continue;
            cost.rows = rows.rows;
            cost.lists = rows.lists;
        }
        return cost;
    }

private:
    struct List {
        std::string name;
        double length = 0;
    };
    struct Rows {
        std::vector<std::string> lists;
        double rows = 1;
    };

    const Program& program_;
    const LengthOfList& length_of_;
    const double usual_;
    std::vector<std::optional<List>> lists_;
    std::vector<std::optional<Rows>> frames_;

    const Instruction& instruction(std::int32_t id) const {
        return program_.instructions[static_cast<std::size_t>(id)];
    }
    /// For each of its rows it goes through a list to find one element.
    static bool looks_up(const Instruction& made) { return made.opcode == Opcode::element; }

    const Rows& frame(std::int32_t id) {
        std::optional<Rows>& known = frames_[static_cast<std::size_t>(id)];
        if (known) return *known;
        Rows rows;
        if (const Frame& made = program_.frames[static_cast<std::size_t>(id)]; made.opened_by >= 0) {
            rows = frame(made.parent);
            const List& list = length(made.opened_by);
            rows.rows *= list.length;
            rows.lists.push_back(list.name);
        }
        known = std::move(rows);
        return *known;
    }

    const List& length(std::int32_t id) {
        if (!lists_[static_cast<std::size_t>(id)]) {
            List made = length_of_list(instruction(id));
            lists_[static_cast<std::size_t>(id)] = std::move(made);
        }
        return *lists_[static_cast<std::size_t>(id)];
    }

    List length_of_list(const Instruction& made) {
        const model::Ruleset& rules = program_.ruleset();
        switch (made.opcode) {
            case Opcode::load_list: {
                const model::Entity& entity = rules.vocabulary.entities[static_cast<std::size_t>(made.entity)];
                return {entity.fields[static_cast<std::size_t>(made.field)].name,
                        length_of_(static_cast<std::uint32_t>(made.entity), static_cast<std::uint32_t>(made.field))};
            }
            case Opcode::list_literal: return {"{…}", static_cast<double>(made.inputs.size())};
            case Opcode::constant_list: {
                const model::Enumeration& words = rules.vocabulary.enumerations[static_cast<std::size_t>(made.index)];
                return {words.name, static_cast<double>(words.values.size())};
            }
            case Opcode::parameter_list: return {rules.parameters[static_cast<std::size_t>(made.index)].name, usual_};
            case Opcode::table_list: {
                const model::Table& table = rules.tables[static_cast<std::size_t>(made.index)];
                return {table.name, static_cast<double>(program_.schema->tables[table.entity].rows)};
            }
            case Opcode::sequence: return {"…", usual_};
            case Opcode::flatten: {
                const auto parts = made.as<Flattening>();
                const List inner = length(parts.inner);
                return {inner.name, length(parts.outer).length * inner.length};
            }
            case Opcode::join: {
                const auto [left, right] = made.as<Pair>();
                const List first = length(left), second = length(right);
                return {first.name + " + " + second.name, first.length + second.length};
            }
            case Opcode::otherwise_list: {
                const auto parts = made.as<Fallback>();
                return longer(length(parts.value), length(parts.fallback));
            }
            case Opcode::choose_list: {
                const auto choice = made.as<Choice>();
                return longer(length(choice.yes), length(choice.no));
            }
            default: return length(made.first());  // spread, view, distinct, missing_from: at most as long
        }
    }
    static List longer(const List& one, const List& other) { return one.length >= other.length ? one : other; }
};

}  // namespace

std::vector<Cost> costs_of(const Program& program, const LengthOfList& length_of, double usual) {
    Costs costs(program, length_of, usual);
    std::vector<Cost> all;
    for (const LoweredRequirement& requirement : program.requirements) all.push_back(costs.of(requirement));
    return all;
}

void measure_rows(Program& program) {
    for (Frame& frame : program.frames) frame.row_bits = frame.opened_by >= 0 ? parent_and_source : 0;
    for (std::size_t id = 0; id < program.text_section; ++id) {
        const Instruction& made = program.instructions[id];
        program.frames[static_cast<std::size_t>(made.frame)].row_bits += bits_of(made);
    }
}

}  // namespace brecha::program
