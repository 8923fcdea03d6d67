// Checked expressions: names resolved, types known, sugar gone. What lowering turns into operations on columns
// and what the oracle evaluates row by row.
//
// Sugar that check() takes away, so that nobody after it needs to know it:
//   x is missing               => not given(x)
//   x between a and b          => and(at_most(a, x), at_most(x, b))
//   d within D before x        => and(at_most(subtract(x, D), d), at_most(d, x));  `after`, `of` likewise
//   d within D beginning with x => and(at_most(x, d), at_most(d, END)), END: the last day of those, x the first
//   d at least D before x      => at_most(d, subtract(x, D));  more than: less
//   d due within D beginning with x => due_within(d, no days, END)
//   d due at least D before x  => due_within(d, no days, subtract(x, D));  more than: a day earlier
//   x is one of L              => contains(L, x);  is not one of: not of it
//   no x in L : P              => not some(x in L : P)
//   at least n x in L : P      => at_least(count(x in L where P), n);  at most, exactly likewise
//   plan.risks.hazard          => list(r in plan.risks : r.hazard)
//   sum(L), max(L) …           => sum(x in L : x) …
//   forbid P                   => not P
//   P unless C                 => owed_if(not C, P) at the top of a clause
//   x != y                     => not equal(x, y);  x > y => less(y, x);  x >= y => at_most(y, x)
#pragma once

// clang-format off: laid out by hand, a row a thing

#include <brecha/grammar/diagnostic.hpp>

#include "model/vocabulary.hpp"
#include "words/function_table.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace brecha::model {

enum class Operation : std::uint8_t {
    // --- constants
    truth,              // number != 0: yes
    number,             // `number`, in base units; also percent (in points)
    text,               // `text`
    date, moment, duration,   // `number` holds the packed value
    enumeration_value,  // `index`: the value's index in type.of
    list_literal,       // operands: the elements
    enumeration_values, // all values of type.of, as a list
    assessment_date,
    parameter,          // `index`: Ruleset::parameters. Its value is constant in a run, or missing
    nothing,            // a wrong expression; never in a ruleset without errors

    // --- where values come from
    plan,               // the root item
    variable,           // `index`: Ruleset::variables (bound by each, binder, let, or a definition's parameter)
    field,              // operands[0]: an item; `index`: field of its entity. A value, a list or an item
    element,            // operands[0]: list of items with a key; operands[1…]: key values. The element with that key
    table_row,          // `index`: Ruleset::tables; operands: key values. The row (an item); banded keys take the last row reached
    table_rows,         // `index`: Ruleset::tables. All its rows, a list of items
    call,               // `index`: Ruleset::definitions; operands: arguments
    judged,             // `index`: Ruleset::judgements
    verdict_met,        // `index`: Ruleset::requirements; operands: none, or the item it is asked for
    verdict_applies,    // likewise
    procedure_part,     // `index`: Ruleset::protocols; `number`: which of its parts; operands[0]: the procedure. Can be not owed

    // --- logic, strong Kleene
    not_, and_, or_,    // operands
    implies,            // if operands[0] then operands[1], inside an expression: not C or P
    choose,             // if operands[0] then operands[1] else operands[2]: values of any one type, conditions too
    owed_if,            // only at the top of a clause (or under another owed_if): operands[0] no: not owed; else operands[1]
    given,              // operands[0] is given

    // --- comparison (both sides of one type, units of one dimension; lists are not compared)
    equal, less, at_most,     // operands[0] … operands[1]
    contains,           // operands[0]: list; operands[1]: value. some x in list : x = value
    covers,             // operands[0], operands[1]: lists. every s in operands[1] : operands[0] contains s
    starts_with,        // operands[0] text starts with operands[1] text
    matches,            // operands[0] text matches the glob in `text`: * any run of characters, ? one
    due_within,         // operands: x, duration, y. "x due within D after y"; can be not owed
    apart,              // operands: list of dates, duration [, since] [, until]; `index` bit 0: has since, bit 1: has until

    // --- values
    otherwise,          // operands[0], or operands[1] where that is missing
    add, subtract,      // numbers, percents, durations; date/moment ± duration; date − date, moment − moment: an exact duration; add: lists are joined
    multiply, divide,   // numbers with units; percent × number is number; duration × number; duration ÷ duration
    negate,
    function,           // `function`: what it is and what its operands are (words/function_table.hpp); amount: in unit `index`
                        // (Vocabulary::units)

    // --- binders: operands[0] the list, then [condition], then [body]; see Expression::has_condition, has_body
    some, every,        // condition may be missing; `some` may lack a body (then every element counts)
    count,              // never a body
    sum, smallest, largest, average,   // always a body
    share,              // body: a condition; none: share of those that satisfy the condition among all
    list,               // body: value, item or list (lists are joined into one flat list)
    distinct,           // likewise, each value once
};

struct Expression {
    Operation operation = Operation::nothing;
    words::Function function{};         // Operation::function
    bool has_condition = false;         // binders
    bool has_body = false;              // binders
    std::uint16_t file = 0;
    grammar::Span span;                 // in Ruleset::files[file]
    Type type;
    std::int32_t index = -1;            // see Operation
    std::int32_t variable = -1;         // binders: the variable bound, in Ruleset::variables
    Decimal number = 0;
    std::string text;
    std::vector<Expression> operands;

    bool calls(words::Function one) const { return operation == Operation::function && function == one; }
};

/// Name of an operation as the printed ruleset has it ("and", "owed_if"; of a function its own).
std::string_view operation_name(const Expression& expression);

}  // namespace brecha::model
