// The checked ruleset as JSON: what a second implementation evaluates, and what a reader looks at to see what a rule
// became.
//
// In comes a Ruleset, out goes one JSON object with everything that evaluation needs, and nothing else: no source texts
// of files. Indices point into the arrays of the same object. Its shape follows the structs of model/ member by member:
//
//   name version title sha256 month_end("unstated" "last_day" "next_day") reads_assessment_date
//   vocabulary   {name version root units[{name factor dimension[[base, exponent]] labels}] enumerations[{name ordered
//   values[{word labels listed}]}]
//                 entities[{name labels key[] fields[{name labels ask type reference initial}] table_row}]}
//   sources      [{id title publisher url date standing}]
//   in_force     [{from until}] of each layer; a period is a day or null on either side
//   parameters   [{name title type values[{value in_force}] citations}]
//   definitions  [{name parameters[variable] body}]
//   tables       [{name entity single_value banded[] rows[[text]]}]
//   calendars    [{name weekend[day of the week, Monday is 0] holidays[] from until}]; of one that is not stated null
//   calendar     the one that is meant where none is named, or null
//   variables    [{name type}]
//   judgements   [{requirement part question}]
//   requirements [{id was title modality citations theme group origin subjects[{variable list condition
//   ending("unstated"
//                  "if_any" "at_least_one") none_there[template]}]
//                  conditions[{condition depth}] lets[{variable value}] clauses[{part label listed condition}]
//                  gaps remedies[{part templates[template]}]
//                  training effort effort_duration effort_each after in_force facts_last notes
//                  waiver({until(date or null) origin because citations} or null) weakened}]
//   layers       [{name version}]
//   changes      [{kind("set" "make" "waive" "replace") origin requirement parameter calendar before after until
//   weakens("no"
//                  "possibly" "yes") because}]
//   mappings     [{requirement ruleset id relation("equal" "subset" "superset" "intersects") origin}]
//   template     {language pieces[{text} or {value} or {failing} or {open} or {part}]}
//   themes training [{word texts}]
//   type         {kind list of unit integer duration}; kind: "nothing" "text" "yes_no" "number" "percent" "date"
//   "moment" "duration" "enumeration" "item" expression   {operation type index variable has_condition has_body number
//   text operands}
//                number: of truth "1" or "0"; of number the decimal; of date, moment, duration the packed integer; else
//                "0"
//   texts        [{language text}]
#pragma once

#include "model/ruleset.hpp"

#include <string>

namespace brecha::model {

/// `indent` < 0: on one line.
std::string to_json(const Ruleset& ruleset, int indent = -1);

/// One expression, in the same form; for tests.
std::string to_json(const Expression& expression, int indent = -1);

/// Name of a kind of type as the printed ruleset has it ("yes_no").
std::string_view type_kind_name(TypeKind kind);
/// "exact", "calendar", "working", "any".
std::string_view duration_kind_name(DurationKind kind);

}  // namespace brecha::model
