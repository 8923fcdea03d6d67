// What is too old to count: statements whose source is of a day that a requirement's `facts last`, or the assessment's
// `facts_since`, leaves behind.
//
// A load of a requirement with a horizon reads a column of its own, in which such a statement is missing. The columns
// are made once, before a run's first instruction. A batch without `as_of` has none of them.
#pragma once

#include "assess/run.hpp"
#include "kernels/arena.hpp"
#include "plans/plans.hpp"
#include "program/program.hpp"

#include <cstdint>
#include <map>
#include <tuple>

namespace brecha::assess {

/// A field without what is outdated at a horizon.
struct CurrentField {
    plans::FieldColumn column;
    plans::Words outdated;           // by row: something stood there
    plans::Words outdated_elements;  // by row of FieldColumn::elements
};

class Outdated {
public:
    /// What the load reads instead of the plan's column; null where all of that counts.
    const CurrentField* field(const program::Instruction& load) const {
        if (fields_.empty()) return nullptr;
        const auto found = fields_.find({load.entity, load.field, load.horizon});
        return found == fields_.end() ? nullptr : &found->second;
    }
    /// Is what stands in a row, or in an element of a list of values, outdated for the load?
    bool at(const program::Instruction& load, std::uint32_t row, bool element) const {
        const CurrentField* current = field(load);
        return current != nullptr && plans::bit(element ? current->outdated_elements : current->outdated, row);
    }

private:
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, CurrentField> fields_;  // entity, field, horizon
    friend Outdated outdated_fields(const program::Program& program, const plans::Plans& plans,
                                    const RunOptions& options, kernels::Arena& arena);
};

/// A list that is outdated counts as absent; an element of it stays, and loses its fields by itself; what identifies an
/// item, its key and the embedded item itself, stays. Linear in the rows of the fields read, for plans with `as_of`.
Outdated outdated_fields(const program::Program& program, const plans::Plans& plans, const RunOptions& options,
                         kernels::Arena& arena);

}  // namespace brecha::assess
