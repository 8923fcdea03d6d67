// Which truths of whole plans a run for verdicts finds 64 plans at a time, without a column for each: comparisons of
// what a plan states or its lists reach, and what is made of them by not, and, or.
#include "program/program.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace brecha::program {

namespace {

class Finder {
public:
    explicit Finder(Program& program)
        : program_(program), has_column_(program.text_section), step_of_(program.text_section, -1) {}

    void find() {
        const std::vector<bool> asked_about = asked_about_by_others();
        for (std::size_t index = 0; index < program_.requirements.size(); ++index) {
            const LoweredRequirement& requirement = program_.requirements[index];
            if (!asked_about[index] && is_flat(requirement)) continue;
            keep(requirement.when);
            for (const Level& level : requirement.levels)
                for (const std::int32_t id : {level.list, level.elements, level.in, level.condition, level.when})
                    keep(id);
            for (const LoweredClause& clause : requirement.clauses)
                for (const std::int32_t id :
                     {clause.truth, clause.list, clause.elements, clause.presence, clause.owed, clause.due})
                    keep(id);
        }
        // Whoever reads a column stands behind what makes it.
        for (std::size_t id = program_.text_section; id-- > 0;) {
            const Instruction& made = instruction(static_cast<std::int32_t>(id));
            if (has_column_[id] || !can_be_step(made)) {
                has_column_[id] = true;
                for (const std::int32_t input : made.inputs) keep(input);
            } else if (does(made) == Does::compare || does(made) == Does::compare_each) {
                for (const std::int32_t input : made.inputs) keep(input);
            }
        }
        for (std::size_t id = 0; id < program_.text_section; ++id)
            program_.instructions[id].no_column = !has_column_[id];
        make_steps();
        program_.plan_truths.requirements.resize(program_.requirements.size());
        for (std::size_t index = 0; index < program_.requirements.size(); ++index) {
            const LoweredRequirement& requirement = program_.requirements[index];
            if (!is_flat(requirement)) continue;
            std::vector<std::int32_t> clauses;
            for (const LoweredClause& clause : requirement.clauses) clauses.push_back(clause.truth);
            const auto [first, count] = as_inputs(clauses);
            program_.plan_truths.requirements[index] = {requirement.when < 0 ? -1 : step_of(requirement.when), first,
                                                        count};
        }
    }

private:
    using Does = PlanTruths::Does;

    Program& program_;
    std::vector<bool> has_column_;       // somebody reads it as a column
    std::vector<std::int32_t> step_of_;  // by instruction; -1: none yet

    const Instruction& instruction(std::int32_t id) const {
        return program_.instructions[static_cast<std::size_t>(id)];
    }
    void keep(std::int32_t id) {
        if (id >= 0) has_column_[static_cast<std::size_t>(id)] = true;
    }

    static bool is_flat(const LoweredRequirement& requirement) {
        return requirement.levels.empty() && !requirement.clauses.empty() &&
               std::all_of(requirement.clauses.begin(), requirement.clauses.end(),
                           [](const LoweredClause& clause) { return clause.list < 0; });
    }
    /// Requirements whose parts "requirement R is met" looks at one by one.
    std::vector<bool> asked_about_by_others() const {
        std::vector<bool> asked(program_.requirements.size());
        for (const Instruction& made : program_.instructions)
            if (made.opcode == Opcode::verdict_met || made.opcode == Opcode::verdict_applies)
                asked[static_cast<std::size_t>(made.index)] = true;
        return asked;
    }

    /// Values in the order of their numbers, which are those of the other side too.
    static bool compares_plainly(const model::Type& one, const model::Type& other) {
        switch (one.kind) {
            case model::TypeKind::number:
            case model::TypeKind::percent:
            case model::TypeKind::date:
            case model::TypeKind::text: return true;
            case model::TypeKind::enumeration: return one.of == other.of;
            default: return false;
        }
    }
    bool stands_in_plan(std::int32_t id) const {
        return instruction(id).frame == 0 || program_.is_stated_by_plan(instruction(id));
    }
    bool can_be_step(const Instruction& made) const {
        if (made.frame != 1) return false;
        switch (made.opcode) {
            case Opcode::equal:
            case Opcode::less:
            case Opcode::at_most: {
                const auto [left, right] = made.as<Pair>();
                return stands_in_plan(left) && stands_in_plan(right) &&
                       compares_plainly(instruction(left).type, instruction(right).type);
            }
            case Opcode::compare_all:
            case Opcode::compare_any: return instruction(made.as<Compared>().list).frame == 1;
            case Opcode::not_:
            case Opcode::and_:
            case Opcode::or_: return true;
            default: return false;
        }
    }

    /// A step for each truth that a requirement rests on, after those that it reads.
    void make_steps() {
        std::vector<bool> wanted(program_.text_section);
        const auto want = [&](std::int32_t id) {
            if (id >= 0) wanted[static_cast<std::size_t>(id)] = true;
        };
        for (const LoweredRequirement& requirement : program_.requirements) {
            if (!is_flat(requirement)) continue;
            want(requirement.when);
            for (const LoweredClause& clause : requirement.clauses) want(clause.truth);
        }
        for (std::size_t id = program_.text_section; id-- > 0;)
            if (const Instruction& made = program_.instructions[id];
                wanted[id] && made.no_column && is_made_of_steps(made))
                for (const std::int32_t input : made.inputs) want(input);
        for (std::size_t id = 0; id < program_.text_section; ++id) {
            if (!wanted[id]) continue;
            const Instruction& made = program_.instructions[id];
            PlanTruths::Step step;
            step.does = made.no_column ? does(made) : Does::column;
            if (step.does == Does::compare) {
                step.comparison = made.opcode;
                step.left = value(made.as<Pair>().left);
                step.right = value(made.as<Pair>().right);
                find_range(step);
            } else if (made.no_column && is_made_of_steps(made)) {
                std::tie(step.first, step.count) = as_inputs(made.inputs);
            } else {
                step.left = value(static_cast<std::int32_t>(id));
            }
            step_of_[id] = static_cast<std::int32_t>(program_.plan_truths.steps.size());
            program_.plan_truths.steps.push_back(step);
        }
    }
    static Does does(const Instruction& made) {
        switch (made.opcode) {
            case Opcode::not_: return Does::not_;
            case Opcode::and_: return Does::and_;
            case Opcode::or_: return Does::or_;
            case Opcode::compare_all:
            case Opcode::compare_any: return Does::compare_each;
            default: return Does::compare;
        }
    }
    static bool is_made_of_steps(const Instruction& made) {
        return made.opcode == Opcode::not_ || made.opcode == Opcode::and_ || made.opcode == Opcode::or_;
    }

    PlanTruths::Value value(std::int32_t id) const {
        const Instruction& made = instruction(id);
        return {id, program_.is_stated_by_plan(made) ? made.field : -1, made.column};
    }

    /// Of a comparison of a field with a constant: the values of the field for which it holds.
    static void find_range(PlanTruths::Step& step) {
        const bool field_first = step.left.field >= 0;
        const plans::Column* const constant = field_first ? step.right.constant : step.left.constant;
        if (constant == nullptr || (field_first ? step.left : step.right).field < 0 || !has_one_value(*constant))
            return;
        const bool is_number = constant->storage == plans::Storage::decimal;
        const model::Decimal one = is_number ? model::decimal_one : 1,
                             value = is_number ? constant->decimal(0) : constant->integers[0];
        const model::Decimal down = value / one - (value % one < 0 ? 1 : 0), up = down + (value % one != 0 ? 1 : 0);
        step.is_within = true;
        if (step.comparison == Opcode::equal) {
            step.range = {value, value};
            step.whole = {up, down};  // empty where it lies between two
        } else if (const bool or_equal = step.comparison == Opcode::at_most; field_first) {
            step.range.high = or_equal ? value : value - 1;
            step.whole.high = or_equal ? down : up - 1;
        } else {
            step.range.low = or_equal ? value : value + 1;
            step.whole.low = or_equal ? up : down + 1;
        }
    }
    static bool has_one_value(const plans::Column& constant) {
        return constant.storage != plans::Storage::truth && plans::bit(constant.valid, 0) &&
               (constant.storage == plans::Storage::integer || constant.decimal(0) == constant.decimal_high(0));
    }

    std::int32_t step_of(std::int32_t id) const { return step_of_[static_cast<std::size_t>(id)]; }
    std::pair<std::uint32_t, std::uint32_t> as_inputs(const std::vector<std::int32_t>& instructions) {
        std::vector<std::int32_t>& inputs = program_.plan_truths.inputs;
        const auto first = static_cast<std::uint32_t>(inputs.size());
        for (const std::int32_t id : instructions) inputs.push_back(step_of(id));
        return {first, static_cast<std::uint32_t>(instructions.size())};
    }
};

}  // namespace

void find_plan_truths(Program& program) { Finder(program).find(); }

}  // namespace brecha::program
