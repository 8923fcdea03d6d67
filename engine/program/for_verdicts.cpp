// A program for verdicts alone: what is needed of another, and quantifiers over one comparison in their quick form.
#include "program/program.hpp"

#include <map>
#include <utility>

namespace brecha::program {

namespace {

class VerdictProgram {
public:
    explicit VerdictProgram(const Program& from)
        : from_(from), needed_(from.text_section), quick_(from.text_section), renumbered_(from.text_section, -1) {}

    Program made() {
        to_.schema = from_.schema;
        to_.constants = from_.constants;
        to_.frames = from_.frames;
        to_.horizons = from_.horizons;
        to_.requirements = from_.requirements;
        for (LoweredRequirement& requirement : to_.requirements) {
            requirement.spellings.clear();
            requirement.texts.clear();
            for_each_number(requirement, [&](std::int32_t& id) { need(id); });
        }
        need_inputs();
        for (std::size_t id = 0; id < from_.text_section; ++id)
            if (needed_[id]) copy(static_cast<std::int32_t>(id));
        for (LoweredRequirement& requirement : to_.requirements)
            for_each_number(requirement, [&](std::int32_t& id) { id = renumbered(id); });
        for (Frame& frame : to_.frames) frame.opened_by = renumbered(frame.opened_by);
        to_.text_section = to_.instructions.size();
        measure_rows(to_);
        find_plan_truths(to_);
        make_schedule(to_);
        return std::move(to_);
    }

private:
    /// A comparison of a value of each element with one that they share, and how it stands in its list's program.
    struct Quick {
        Opcode reach = Opcode::reach_all, compare = Opcode::compare_all;
        std::int32_t body = -1, other = -1;  // -1: it is no such quantifier
        bool element_first = false, or_equal = false;
    };

    const Program& from_;
    Program to_;
    std::vector<bool> needed_;
    std::vector<Quick> quick_;
    std::vector<std::int32_t> renumbered_, open_;
    std::map<std::vector<std::int32_t>, std::int32_t> known_;  // what this program adds, each once

    const Instruction& instruction(std::int32_t id) const { return from_.instructions[static_cast<std::size_t>(id)]; }
    std::int32_t depth(std::int32_t frame) const { return from_.frames[static_cast<std::size_t>(frame)].depth; }
    std::int32_t renumbered(std::int32_t id) const { return id < 0 ? id : renumbered_[static_cast<std::size_t>(id)]; }

    template <typename Take>
    static void for_each_number(LoweredRequirement& requirement, const Take& take) {
        take(requirement.when);
        for (Level& level : requirement.levels)
            for (std::int32_t* id : {&level.list, &level.elements, &level.in, &level.condition, &level.when}) take(*id);
        for (LoweredClause& clause : requirement.clauses)
            for (std::int32_t* id :
                 {&clause.truth, &clause.list, &clause.elements, &clause.presence, &clause.owed, &clause.due})
                take(*id);
    }

    void need(std::int32_t id) {
        if (id < 0 || needed_[static_cast<std::size_t>(id)]) return;
        needed_[static_cast<std::size_t>(id)] = true;
        open_.push_back(id);
    }

    void need_inputs() {
        while (!open_.empty()) {
            const std::int32_t id = open_.back();
            open_.pop_back();
            const Instruction& made = instruction(id);
            if (made.opcode == Opcode::all || made.opcode == Opcode::any) {
                const Quick quick = quick_form(made);
                quick_[static_cast<std::size_t>(id)] = quick;
                if (quick.body >= 0) {
                    const auto closing = made.as<Closing>();
                    for (const std::int32_t input : {closing.list, closing.in, quick.body, quick.other}) need(input);
                    continue;
                }
            }
            for (const std::int32_t input : made.inputs) need(input);
            need(made.elements);
            need(made.presence);
            if (made.opcode == Opcode::procedure)  // its parts follow it
                for (std::int32_t part = id + 1; is_part(part, id); ++part) need(part);
        }
    }
    bool is_part(std::int32_t part, std::int32_t of) const {
        return static_cast<std::size_t>(part) < from_.text_section &&
               instruction(part).opcode == Opcode::procedure_part && instruction(part).first() == of;
    }

    static bool has_plain_order(const model::Type& type) {
        return type.kind == model::TypeKind::number || type.kind == model::TypeKind::percent ||
               type.kind == model::TypeKind::date;
    }

    /// What all elements of a list in `frame` share: read of a frame at or above it.
    std::optional<std::int32_t> shared(std::int32_t id, std::int32_t frame) const {
        const Instruction& made = instruction(id);
        if (made.frame == 0) return id;
        if (made.opcode == Opcode::expand && depth(instruction(made.first()).frame) <= depth(frame))
            return made.first();
        return std::nullopt;
    }

    Quick quick_form(const Instruction& made) const {
        Quick quick;
        const auto closing = made.as<Closing>();
        if (closing.body < 0 || closing.wanted >= 0) return quick;
        const Instruction& body = instruction(closing.body);
        const std::int32_t elements = instruction(instruction(closing.list).presence).frame;
        if ((body.opcode != Opcode::less && body.opcode != Opcode::at_most) || body.frame != elements) return quick;
        const auto [left, right] = body.as<Pair>();
        if (!has_plain_order(instruction(left).type) || !has_plain_order(instruction(right).type)) return quick;
        const auto first = shared(left, made.frame), second = shared(right, made.frame);
        if (first.has_value() == second.has_value()) return quick;
        quick.element_first = second.has_value();
        quick.body = quick.element_first ? left : right;
        quick.other = quick.element_first ? *second : *first;
        quick.or_equal = body.opcode == Opcode::at_most;
        if (instruction(quick.body).frame != elements) quick.body = -1;
        if (made.opcode == Opcode::any) {
            quick.reach = Opcode::reach_any;
            quick.compare = Opcode::compare_any;
        }
        return quick;
    }

    std::int32_t add(Instruction made) {
        to_.instructions.push_back(std::move(made));
        return static_cast<std::int32_t>(to_.instructions.size()) - 1;
    }
    /// The instruction, or the one that was added already and does the same.
    std::int32_t add_once(Instruction made) {
        std::vector<std::int32_t> key = {static_cast<std::int32_t>(made.opcode), made.frame, made.has_condition,
                                         made.element_first, made.or_equal};
        key.insert(key.end(), made.inputs.begin(), made.inputs.end());
        const auto [found, is_new] = known_.try_emplace(std::move(key), 0);
        if (is_new) found->second = add(std::move(made));
        return found->second;
    }

    void copy(std::int32_t id) {
        const Quick& quick = quick_[static_cast<std::size_t>(id)];
        if (quick.body >= 0) {
            renumbered_[static_cast<std::size_t>(id)] = add_quick(instruction(id), quick);
            return;
        }
        // What it reads stands before it, but for the columns of an opened list, which follow.
        const auto next = static_cast<std::int32_t>(to_.instructions.size());
        renumbered_[static_cast<std::size_t>(id)] = next;
        Instruction made = instruction(id);
        for (std::int32_t& input : made.inputs) input = renumbered(input);
        made.elements = made.opens >= 0 ? next + 1 : renumbered(made.elements);
        made.presence = made.opens >= 0 ? next + 2 : renumbered(made.presence);
        add(std::move(made));
    }

    std::int32_t add_quick(const Instruction& all, const Quick& quick) {
        const auto closing = all.as<Closing>();
        std::int32_t other = renumbered(quick.other);
        const Instruction& shared = instruction(quick.other);
        if (shared.frame != 0 && shared.frame != all.frame) {
            Instruction expand;
            expand.opcode = Opcode::expand;
            expand.frame = all.frame;
            expand.inputs = {other};
            expand.type = shared.type;
            other = add_once(std::move(expand));
        }
        Instruction reach = all;
        reach.opcode = quick.reach;
        reach.element_first = quick.element_first;
        reach.inputs = inputs_of(Closing{renumbered(closing.list), renumbered(closing.in), renumbered(quick.body), -1});
        reach.type = instruction(quick.body).type;
        const std::vector<std::int32_t> inputs = reach.inputs;
        const std::int32_t reached = add_once(std::move(reach));
        Instruction compare = all;
        compare.opcode = quick.compare;
        compare.element_first = quick.element_first;
        compare.or_equal = quick.or_equal;
        compare.inputs = inputs_of(Compared{inputs[0], inputs[1], inputs[2], other, reached});
        return add_once(std::move(compare));
    }
};

}  // namespace

std::shared_ptr<const Program> for_verdicts(const Program& program) {
    return std::make_shared<const Program>(VerdictProgram(program).made());
}

}  // namespace brecha::program
