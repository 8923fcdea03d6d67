// A ruleset as operations on columns of frames: what lower() makes and assess::run() carries out.
//
// A frame is a set of rows: frame 0 has one row (what no plan decides), frame 1 a row a plan, and every list that is
// looked at opens a frame with a row an element, below the frame in which the list stands. An instruction reads columns
// and writes one column (or one list) in its frame. Inputs stand in the same frame, or in frame 0 (one row, read for
// all). Equal instructions exist once. Instructions stand in an order in which they can be run.
#pragma once

// clang-format off: laid out by hand, a row a thing

#include "model/ruleset.hpp"
#include "plans/plans.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace brecha::program {

enum class Opcode : std::uint8_t {
    // --- sources
    constant,            // `number` or `text`; frame 0
    missing_constant,    // a value nobody knows
    parameter,           // `index`
    assessment_date,
    plan_item,           // the root item of each plan; frame 1
    load,                // inputs: item; `entity`, `field`: the field's value or item
    expand,              // inputs: a column of an outer frame, once a row of this one
    judged,              // `index`: judgement
    verdict_met,         // `index`: requirement; inputs: none or an item
    verdict_applies,
    table_row,           // `index`: table; inputs: keys
    element,             // inputs: list, then keys
    // --- truth
    not_, and_, or_, owed_if,
    choose,              // condition, a, b
    given, given_list,
    equal, less, at_most,
    starts_with, matches,
    due_within, apart,
    // --- values
    otherwise,
    add, subtract, multiply, divide, negate,
    year, month, days, hours, date_of, years_between, months_between,
    absolute, round, round_up, round_down, smaller, larger, share_of,
    // --- lists; each opens frame `opens` and is followed by its `elements` and `presence`
    load_list,           // inputs: item; `entity`, `field`
    list_literal,        // inputs: the elements, of this frame
    constant_list,       // enumeration values: `index`; frame 0
    parameter_list,      // `index`; frame 0
    table_list,          // all rows of table `index`; frame 0
    years, full_years, numbers, dates,
    spread,              // inputs: a list of an outer frame; its elements once a row of this frame
    join,                // inputs: two lists
    distinct,            // inputs: list
    missing_from,        // inputs: lists L, S, and the truth "L contains s" in S's frame
    otherwise_list,      // inputs: two lists
    choose_list,         // inputs: condition, two lists
    // --- lists that look at another's frame
    view,                // inputs: list, elements, presence (both in the list's frame); `has_condition`
    flatten,             // inputs: outer list, its presence, inner list (in the outer's frame), elements, presence (in the inner's frame)
    // --- parts of the list instruction before them
    elements, presence,
    // --- closing a frame; inputs: list, presence (or -1: as the list has it), body (or -1)
    any, all, count, sum, least, greatest, average, share, longest_gap
};
std::string_view opcode_name(Opcode opcode);

struct Instruction {
    Opcode opcode = Opcode::constant;
    std::int32_t frame = 0;              // the rows of its output
    std::int32_t opens = -1;             // list instructions that make rows: the frame of the elements
    std::vector<std::int32_t> inputs;    // instructions
    std::int32_t index = -1;
    std::int32_t entity = -1, field = -1;
    bool has_condition = false;          // count, view, any: elements that are not given might not satisfy it
    bool can_be_negative = false;        // sum: its terms subtract
    model::Type type;                    // of the output; of a list: of its elements
    model::Decimal number = 0;
    std::string text;
    const model::Expression* source = nullptr;   // the expression it came from first, for proofs; points into the ruleset
};

struct Frame {
    std::int32_t parent = -1;            // frame 0: -1
    std::int32_t depth = 0;
    std::int32_t opened_by = -1;         // the list instruction
};

/// One `each` of a requirement.
struct Level {
    std::int32_t list = -1;              // in the frame of the level above (level 1: frame 1)
    std::int32_t frame = -1;             // its elements'
    std::int32_t elements = -1;          // the bound variable
    std::int32_t in = -1;                // is the element there, and does it satisfy `where`; in `frame`
    std::int32_t condition = -1;         // of it: `where` alone; -1: none
    std::int32_t when = -1;              // conditions that are decided here; any frame at or above; -1: none
    std::int32_t walks = -1;             // it walks a list of that level's item, whose text its own then holds; -1: it is independent
    model::Type type;
};

struct LoweredClause {
    std::int32_t truth = -1;             // a part's truth, in any frame at or above the subject's; covers: in the frame of the right side's elements
    std::int32_t list = -1;              // covers: the right side
    std::int32_t elements = -1;          // covers: its elements …
    std::int32_t presence = -1;          // … and whether each is there
    std::int32_t owed = -1;              // condition of owed_if; -1: always owed
    std::int32_t due = -1;               // a clause that is `due within`: that instruction
};

struct LoweredPiece { std::int32_t value = -1; bool list = false; };

struct LoweredRequirement {
    bool lowered = false;
    std::int32_t when = -1;              // conditions of depth 0
    std::vector<Level> levels;
    std::vector<LoweredClause> clauses;
    /// How this requirement spells what an instruction computes: equal expressions of several rules share one instruction, but each rule
    /// is explained in its own words. Sorted by instruction.
    std::vector<std::pair<std::int32_t, const model::Expression*>> spellings;
    /// Values in gap and remedy texts: [message][template][piece], gaps first, then remedies. Instructions of the text section.
    std::vector<std::vector<std::vector<LoweredPiece>>> texts;
};

struct Program {
    std::shared_ptr<const plans::Schema> schema;
    std::vector<Instruction> instructions;
    std::size_t text_section = 0;        // instructions from here on are run only when a text is shown
    std::vector<Frame> frames;
    std::vector<LoweredRequirement> requirements;

    const model::Ruleset& ruleset() const { return *schema->ruleset; }
};

/// Checked ruleset -> program. Done once a ruleset; the result is shared by all runs and threads. Linear in the ruleset with its
/// definitions written out; equal expressions are lowered once.
std::shared_ptr<const Program> lower(std::shared_ptr<const plans::Schema> schema);

/// The program as text, an instruction a line, for tests and for whoever wants to see what became of a rule.
std::string to_text(const Program& program);

}  // namespace brecha::program
