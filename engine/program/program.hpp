// A ruleset as operations on columns of frames: what lower() makes and assess::run() carries out.
//
// A frame is a set of rows: frame 0 has one row (what no plan decides), frame 1 a row a plan, and every list that is
// looked at opens a frame with a row an element, below the frame in which the list stands. An instruction reads columns
// and writes one column (or one list) in its frame. Inputs stand in the same frame, or in frame 0 (one row, read for
// all). What reads a list names its instruction, which knows the columns of its elements. Equal instructions exist
// once. Instructions stand in an order in which they can be run.
#pragma once

// clang-format off: laid out by hand, a row a thing

#include "model/ruleset.hpp"
#include "words/function_table.hpp"
#include "plans/plans.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
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
    in_force,            // `index`: requirement; frame 0
    plan_item,           // the root item of each plan; frame 1
    load,                // first: item; `entity`, `field`: the field's value or item
    expand,              // first: a column of an outer frame, once a row of this one
    judged,              // `index`: judgement
    verdict_met,         // `index`: requirement; inputs: none or an item
    verdict_applies,
    procedure,           // how one answers a protocol: `index`: Ruleset::protocols; inputs: Procedure. Followed by its parts
    procedure_part,      // first: that procedure; `field`: which part of the protocol
    table_row,           // `index`: table; keys
    element,             // first: a list of items; keys
    // --- truth
    not_, and_, or_,
    owed_if,             // Condition
    choose,              // Choice
    given,
    given_list,          // first: list
    equal, less, at_most,  // Pair
    starts_with,         // Pair
    matches,
    due_within,          // Deadline
    apart,               // Spacing
    // --- values
    otherwise,           // Fallback
    add, subtract, multiply, divide, negate,
    function,            // `function`, of single values: words/function_table.hpp
    // --- lists; each opens frame `opens` and is followed by its `elements` and `presence`
    load_list,           // first: item; `entity`, `field`
    list_literal,        // inputs: the elements, of this frame
    constant_list,       // enumeration values: `index`; frame 0
    parameter_list,      // `index`; frame 0
    table_list,          // all rows of table `index`; frame 0
    sequence,            // `function`: a list made of single values
    spread,              // first: a list of an outer frame; its elements once a row of this frame
    join,                // Pair, of lists
    distinct,            // first: list
    missing_from,        // Lacking
    otherwise_list,      // Fallback, of lists
    choose_list,         // Choice, of lists
    // --- lists that look at another's frame: `elements` and `presence` are instructions of their own
    view,                // first: list, whose rows these are; `has_condition`
    flatten,             // Flattening
    // --- parts of the list instruction before them; first: that list
    elements, presence,
    // --- closing a frame: Closing
    any, all, count, sum, least, greatest, average, share,
    function_of_list,    // `function`
    // --- in a program for verdicts alone (for_verdicts), in place of `all` and `any`: Closing and Compared
    reach_all, reach_any,              // `element_first`
    compare_all, compare_any           // `element_first`, `or_equal`
};

// The inputs of an instruction by name: `made.as<Closing>().body`. -1: there is none.
struct Pair { std::int32_t left = -1, right = -1; };
struct Condition { std::int32_t condition = -1, then = -1; };
struct Choice { std::int32_t condition = -1, yes = -1, no = -1; };
struct Fallback { std::int32_t value = -1, fallback = -1; };
struct Deadline { std::int32_t value = -1, duration = -1, start = -1; };
struct Spacing { std::int32_t list = -1, duration = -1, since = -1, until = -1; };
struct Lacking { std::int32_t list = -1, contained = -1; };              // `contained`: the truth "it is in the other list", in the list's frame
struct Flattening { std::int32_t outer = -1, in = -1, inner = -1; };     // a list of the outer frame; in its frame: which count, and a list of each
/// `in`, `body`: in the list's frame; which elements count, and what of them. `wanted`: any, of what looks for a value in the list: that value.
struct Closing { std::int32_t list = -1, in = -1, body = -1, wanted = -1; };
/// `body`: in the list's frame, a value of each element; `other`: one for all of them; `reach`: how far the values reach.
struct Compared { std::int32_t list = -1, in = -1, body = -1, other = -1, reach = -1; };

/// The inputs of a procedure, in this order: a list of its steps, then what is loaded of each (-1: the vocabulary lacks the field), then
/// for each part of the protocol its least and its greatest span of time (-1: it has none); last, whether it is one that answers the
/// protocol (-1: each is).
struct Procedure {
    explicit Procedure(const std::vector<std::int32_t>& inputs_) : inputs(inputs_) {}
    std::int32_t steps() const { return inputs[0]; }
    std::int32_t field(model::StepField field) const { return inputs[1 + static_cast<std::size_t>(field)]; }
    std::int32_t from(std::size_t part) const { return inputs[1 + model::step_field_names.size() + 2 * part]; }
    std::int32_t to(std::size_t part) const { return inputs[2 + model::step_field_names.size() + 2 * part]; }
    std::int32_t answers() const { return inputs.back(); }
    const std::vector<std::int32_t>& inputs;
};

template <typename Operands>
using InputsOf = std::array<std::int32_t, sizeof(Operands) / sizeof(std::int32_t)>;

/// Named inputs as they stand in an instruction.
template <typename Operands>
std::vector<std::int32_t> inputs_of(const Operands& operands) {
    const auto ids = std::bit_cast<InputsOf<Operands>>(operands);
    return {ids.begin(), ids.end()};
}

struct Instruction {
    Opcode opcode = Opcode::constant;
    words::Function function{};          // function, sequence, function_of_list
    std::int32_t frame = 0;              // the rows of its output
    std::int32_t opens = -1;             // list instructions that make rows: the frame of the elements
    std::int32_t elements = -1;          // lists: the column of their elements …
    std::int32_t presence = -1;          // … and of whether each is there
    std::vector<std::int32_t> inputs;    // instructions
    std::int32_t index = -1;
    std::int32_t entity = -1, field = -1;
    std::int32_t horizon = 0;            // load, load_list: Program::horizons; what is older counts as missing
    bool has_condition = false;          // count, view, any: elements that are not given might not satisfy it
    bool can_be_negative = false;        // sum: its terms subtract
    bool element_first = false;          // reach_*, compare_*: "value < other"; else "other < value"
    bool or_equal = false;               // compare_*: at_most; else less
    bool no_column = false;              // Program::plan_truths finds it; a run makes no column of it
    model::Type type;                    // of the output; of a list: of its elements
    model::Decimal number = 0;
    std::string text;
    const plans::Column* column = nullptr;       // constants that no plan decides: their column, in Program::constants
    const model::Expression* source = nullptr;   // the expression it came from first, for proofs; points into the ruleset

    /// The inputs by name, as the opcode has them.
    template <typename Operands>
    Operands as() const {
        InputsOf<Operands> ids;
        std::copy_n(inputs.begin(), ids.size(), ids.begin());
        return std::bit_cast<Operands>(ids);
    }
    std::int32_t first() const { return inputs.front(); }
    /// element, table_row.
    std::span<const std::int32_t> keys() const { return std::span(inputs).subspan(opcode == Opcode::element ? 1 : 0); }
    bool is_list() const { return presence >= 0; }
};

struct Frame {
    std::int32_t parent = -1;            // frame 0: -1
    std::int32_t depth = 0;
    std::int32_t opened_by = -1;         // the list instruction
    std::uint32_t row_bits = 0;          // memory that a run takes for a row at least: bits of all its columns
};

/// One `each` of a requirement.
struct Level {
    std::int32_t list = -1;              // in the frame of the level above (level 1: frame 1)
    std::int32_t frame = -1;             // its elements'
    std::int32_t elements = -1;          // the bound variable
    std::int32_t in = -1;                // is the element there, and does it satisfy `where`; in `frame`
    std::int32_t condition = -1;         // of it: `where` alone; -1: none
    std::int32_t when = -1;              // conditions that are decided here; any frame at or above; -1: none
    bool at_least_one = false;           // a list without any fails the subject around it
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
    /// Values in texts: [message][template][piece], gaps first, then remedies, then what is said where a level finds nobody. Instructions
    /// of the text section.
    std::vector<std::vector<std::vector<LoweredPiece>>> texts;
};

/// A column of one row, with what it looks at.
struct Constant {
    std::uint64_t holds = 0, fails = 0;
    std::int64_t integer = 0;
    model::Decimal decimal = 0;
    plans::Column column;
};

/// How a run carries out the instructions before the text section.
struct Schedule {
    struct Load { std::int32_t instruction = -1, field = -1; };
    std::vector<const plans::Column*> columns;   // of constants, by instruction; null: a run makes it
    std::vector<std::int32_t> first;             // carried out before all others: the plans themselves
    std::vector<Load> loads;                     // what a plan itself states, of entity `root`: found where it stands
    std::uint32_t root = 0;
    std::vector<std::int32_t> others;            // one by one, in this order
};

/// Truths of whole plans, found 64 plans at a time: in a program for verdicts alone, where nobody asks for the columns between.
struct PlanTruths {
    enum class Does : std::uint8_t { column, compare, compare_each, not_, and_, or_ };
    /// A column that a step reads: a constant's (not null), what plans state in a field of their own (not -1), or what a
    /// run makes of the instruction.
    struct Value {
        std::int32_t instruction = -1, field = -1;
        const plans::Column* constant = nullptr;
    };
    struct Step {
        Does does = Does::column;
        Opcode comparison = Opcode::equal;
        /// compare, of a field with a constant: it holds of the values in `range`, and of whole numbers in `whole`.
        bool is_within = false;
        plans::Interval range, whole;
        Value left, right;                       // compare; column, compare_each (the instruction): `left`
        std::uint32_t first = 0, count = 0;      // not_, and_, or_: steps before it, in `inputs`
    };
    /// A requirement that looks at each plan as a whole: its condition (-1: none) and, in `inputs`, its clauses.
    struct Requirement { std::int32_t when = -1; std::uint32_t first = 0, count = 0; };
    std::vector<Step> steps;
    std::vector<std::int32_t> inputs;
    std::vector<Requirement> requirements;       // by requirement; without clauses where it looks at lists
};

struct Program {
    std::shared_ptr<const plans::Schema> schema;
    std::shared_ptr<const std::deque<Constant>> constants;
    std::vector<Instruction> instructions;
    std::size_t text_section = 0;        // instructions from here on are run only when a text is shown
    std::vector<Frame> frames;
    std::vector<LoweredRequirement> requirements;
    Schedule schedule;
    PlanTruths plan_truths;              // of a program for verdicts alone; else empty
    std::vector<std::optional<model::Duration>> horizons = {std::nullopt};   // how long facts last; 0: for ever

    const model::Ruleset& ruleset() const { return *schema->ruleset; }
    /// Is it what a plan states in a field of its own?
    bool is_stated_by_plan(const Instruction& made) const {
        return made.opcode == Opcode::load &&
               instructions[static_cast<std::size_t>(made.first())].opcode == Opcode::plan_item;
    }
};

/// Checked ruleset -> program. Done once a ruleset; the result is shared by all runs and threads. Linear in the ruleset with its
/// definitions written out; equal expressions are lowered once.
std::shared_ptr<const Program> lower(std::shared_ptr<const plans::Schema> schema);

/// The same requirements for a run that is asked for verdicts alone: what only reasons and texts need is left out, and a
/// quantifier over a comparison with one value becomes a comparison with what its elements reach, which is found once
/// for all that ask it. Linear in the program.
std::shared_ptr<const Program> for_verdicts(const Program& program);

/// Name of what an instruction does, as the program's text has it ("load", "year").
std::string_view opcode_name(const Instruction& made);

/// Sets Frame::row_bits. Linear in the program.
void measure_rows(Program& program);
/// Sets `plan_truths` of a program for verdicts alone, and Instruction::no_column. Linear in the program.
void find_plan_truths(Program& program);
/// Sets `schedule`, after `plan_truths`. Linear in the program.
void make_schedule(Program& program);

/// The program as text, an instruction a line, for tests and for whoever wants to see what became of a rule.
std::string to_text(const Program& program);

}  // namespace brecha::program
