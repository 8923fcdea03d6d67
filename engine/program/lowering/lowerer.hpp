// Checked ruleset -> program. Every expression is lowered in the outermost frame that knows all its variables, so what
// does not depend on an inner element is computed once for all of them.
//
// An expression's place in the program is the number of its instruction; of a list, of the list instruction.
#pragma once

#include "program/program.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace brecha::program {

using model::Expression;
using model::Operation;

class Lowerer {
public:
    explicit Lowerer(std::shared_ptr<const plans::Schema> schema);
    Program lower_all();

private:
    using Id = std::int32_t;     // of an instruction; -1: none
    using Frame = std::int32_t;  // its number

    const model::Ruleset& ruleset_;
    Program program_;

    /// Instructions by what they compute: equal ones are made once.
    struct HashOfWork {
        using is_transparent = void;
        const std::vector<Instruction>& all;
        std::size_t operator()(const Instruction& instruction) const;
        std::size_t operator()(Id id) const { return (*this)(all[static_cast<std::size_t>(id)]); }
    };
    struct SameWork {
        using is_transparent = void;
        const std::vector<Instruction>& all;
        bool operator()(const Instruction& one, const Instruction& other) const;
        bool operator()(const Instruction& one, Id other) const {
            return (*this)(one, all[static_cast<std::size_t>(other)]);
        }
        bool operator()(Id one, const Instruction& other) const { return (*this)(other, one); }
        bool operator()(Id one, Id other) const { return one == other; }
    };
    std::unordered_set<Id, HashOfWork, SameWork> known_{0, HashOfWork{program_.instructions},
                                                        SameWork{program_.instructions}};
    std::vector<Id> environment_;          // by variable; -1: not bound
    std::vector<const Expression*> lets_;  // by variable: its value, lowered when first read
    std::map<std::tuple<std::int32_t, std::int32_t, std::vector<Id>>, Id> calls_;  // definition, horizon, arguments
    std::vector<std::pair<Id, const Expression*>> spellings_;  // of the requirement at hand, as they are met
    Frame subject_frame_ = 1;                                  // of the requirement at hand: where judgements are asked
    Id subject_in_ = -1;        // of the requirement at hand: is a row of that frame a subject?
    std::int32_t horizon_ = 0;  // of the requirement at hand: how long facts last in it

    // --- instructions (instructions.cpp)

    const Instruction& made(Id id) const { return program_.instructions[static_cast<std::size_t>(id)]; }
    Frame frame(Id id) const { return made(id).frame; }
    bool is_list(Id id) const { return made(id).is_list(); }
    /// The frame of a list's elements.
    Frame inner(Id list) const { return frame(made(list).presence); }
    int depth(Frame frame) const { return program_.frames[static_cast<std::size_t>(frame)].depth; }
    Frame deeper(Frame left, Frame right) const { return depth(left) >= depth(right) ? left : right; }
    Frame deepest(const std::vector<Id>& operands) const;
    bool lies_in(Frame frame, Frame outer) const;

    /// The instruction, or the one that is there already and does the same.
    Id emit(Instruction instruction, const Expression* source);
    Id emit(Opcode opcode, Frame frame, std::vector<Id> inputs, model::Type type, const Expression* source);
    /// outer => a column of `frame` with its value once a row. Frame 0 is read by everyone as it is …
    Id expand(Id value, Frame frame);
    /// … but by a list's elements, which need a row each.
    Id expand_all(Id value, Frame frame, const Expression* source);
    /// list of an outer frame => the same list once a row of `frame`.
    Id spread(Id list, Frame frame);
    /// Expands all operands to the deepest of their frames and emits one instruction there.
    Id apply(Opcode opcode, const std::vector<Id>& operands, const Expression& source);
    Id apply(Instruction instruction, const std::vector<Id>& operands, const Expression& source);
    Id conjunction(Id left, Id right, Frame frame, const Expression* source);
    /// What no operand decides: a constant, a parameter, the plan …
    Id source_instruction(Opcode opcode, Frame frame, std::int32_t index, const Expression& source);
    Id constant(const Expression& source);

    // --- expressions (lower.cpp)

    Id lower(const Expression& expression);
    Id lower_one(const Expression& expression);
    std::vector<Id> lower_operands(const Expression& expression);
    Id lookup(std::int32_t variable);
    /// Free variables decide the frame of a binder.
    Frame frame_of(const Expression& expression, std::vector<std::int32_t>& bound);
    bool reads_plan(const Expression& expression) const;

    // --- values (values.cpp)

    Id field(const Expression& expression);
    Id element(const Expression& expression);
    Id table_row(const Expression& expression);
    Id call(const Expression& expression);
    Id function(const Expression& expression);
    Id amount(const Expression& expression);
    Id otherwise(const Expression& expression);
    Id choose(const Expression& expression);
    /// The steps of the procedure with all that the protocol reads of them, and from these the part.
    Id procedure_part(const Expression& expression);
    Id add(const Expression& expression);
    /// Can the values of this instruction be below zero? Numbers of a plan cannot; what takes away can. Conditions only
    /// choose.
    bool can_be_negative(Id id, std::set<Id>& seen) const;

    // --- truth (truth.cpp)

    Id implies(const Expression& expression);
    Id given(const Expression& expression);
    Id apart(const Expression& expression);
    /// contains(L, v) => any(x in L : x = v), in the deeper of both frames; of v itself, as what is not there is in no
    /// list.
    Id contains(Id list, Id value, const Expression& source);
    /// covers(L, S) => in S's frame: contains(L, s)
    struct Covered {
        Id list, truth;  // S, and the truth in its frame
    };
    Covered covered(const Expression& source, Frame least_frame);
    Id covers(const Expression& expression);
    Id verdict(const Expression& expression);

    // --- lists (lists.cpp)

    struct Bound {
        Id list = -1;       // spread to the frame of the whole binder
        Id in = -1;         // presence and condition, in the list's frame
        Id condition = -1;  // alone
        Id body = -1;
    };
    Bound bind(const Expression& binder);
    Id close(Opcode opcode, const Expression& binder);
    /// list(x in L where C : B) => the same rows seen with other elements; B a list => its rows, seen from outside.
    Id collect(const Expression& binder);
    Id distinct(Id list, const Expression& source);
    Id missing_from(const Expression& expression);
    /// join, otherwise_list, choose_list: operands that are lists are spread.
    Id merge_lists(Opcode opcode, const std::vector<Id>& operands, const Expression& source);

    // --- requirements and their texts (requirements.cpp)

    /// The number of its horizon, new or known.
    std::int32_t horizon_of(const model::Requirement& rule);
    Id conjunction_of(const std::vector<const Expression*>& conditions);
    Id conditions_at(const model::Requirement& rule, std::uint32_t level);
    /// The level of whose item this is a list, or a list of something in it; -1: none. A reference leads elsewhere.
    std::int32_t walked_level(Id list, const std::vector<Level>& levels) const;
    std::int32_t level_of_item(Id item, const std::vector<Level>& levels) const;
    bool owned(const Instruction& made) const;
    void requirement(std::size_t index);
    LoweredClause clause(const Expression& condition);
    void texts(std::size_t index);
};

inline model::Type truth_type() {
    model::Type type;
    type.kind = model::TypeKind::yes_no;
    return type;
}

}  // namespace brecha::program
