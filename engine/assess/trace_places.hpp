// Where a value is read, or would have to be stated: the places that a step back ends at.
#pragma once

#include "assess/trace.hpp"

#include <cstdint>
#include <optional>

namespace brecha::assess {

/// The value of an instruction, for a row of a frame inside its own.
Node node_of(const Run& run, std::int32_t instruction, std::int32_t frame, std::uint32_t row);
/// Is there a value, a list's element, or a truth; is it known that there is none?
bool is_known(const Run& run, const Node& node);
bool is_none(const Run& run, const Node& node);

/// A field of an item of the plan that a load reads.
Place place_of_load(const Run& run, const program::Instruction& load, std::uint32_t row);
/// Why a load finds nothing in the plan's row or, of a list of values, in an element's.
plans::Why why_missing(const Run& run, const program::Instruction& load, std::uint32_t row, bool element = false);

/// The plan's list behind a list that is one; nothing where the item that would have it is not known.
std::optional<Place> place_of_list(const Run& run, Node list);
/// The place that an item asked for by its key would have: "facilities/f1/searches/vehicle,level_2". Nothing where the
/// key is open, or no key asks.
std::optional<Place> place_of_absent(const Run& run, Node item);
/// Why an item asked for by its key is not to be had: it is nowhere, or there more than once.
plans::Why why_absent(const Run& run, Node item);

/// A cell of a table that lies beside the rules, and the row that a key looks for in one.
Place place_in_table(const Run& run, const program::Instruction& load, std::uint32_t row);
Place place_of_table_row(const Run& run, const Node& looked_up);
Place place_of_parameter(const Run& run, std::int32_t parameter);
Place place_of_calendar(const Run& run, std::int32_t calendar);
/// What people answer to a `judged`.
Place place_of_judgement(const Run& run, const Node& judged);

}  // namespace brecha::assess
