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
#include <unordered_map>

namespace brecha::assess {

/// A field without what is outdated at a horizon.
struct CurrentField {
    plans::FieldColumn column;
    plans::ListColumn list;                                            // of a field that is a list
    plans::RowBits outdated;                                           // by row: something stood there
    plans::RowBits outdated_elements;                                  // by row of FieldColumn::values
    std::unordered_map<std::uint32_t, model::Day> slices_left_behind;  // by row of a list: see Outdated
};

class Outdated {
public:
    /// What the load reads instead of the plan's column; null where all of that counts.
    const CurrentField* field(const program::Instruction& load) const {
        if (fields_.empty()) return nullptr;
        const auto found = fields_.find({load.entity, load.field, load.horizon});
        return found == fields_.end() ? nullptr : &found->second;
    }
    bool empty() const { return fields_.empty(); }
    /// Is what stands in a row, or in an element of a list of values, outdated for the load?
    bool at(const program::Instruction& load, std::uint32_t row, bool element) const {
        const CurrentField* current = field(load);
        return current != nullptr && plans::bit(element ? current->outdated_elements : current->outdated, row);
    }
    /// Is what a statement says of a slice of the list outdated for the load?
    bool says_no_longer(const program::Instruction& load, std::uint32_t row, const plans::SaidOfSlice& said) const {
        const CurrentField* current = field(load);
        if (current == nullptr || !said.as_of_last) return false;
        const auto day = current->slices_left_behind.find(row);
        return day != current->slices_left_behind.end() && *said.as_of_last <= day->second;
    }

private:
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, CurrentField> fields_;  // entity, field, horizon
    friend Outdated outdated_fields(const program::Program& program, const plans::Plans& plans,
                                    const RunOptions& options, kernels::Arena& arena);
};

/// Does the plan say of when anything is? Else nothing of it is ever outdated.
inline bool may_be_outdated(const plans::Plans& plans) { return !plans.dates.empty() || !plans.aging_lists.empty(); }

/// A list that is outdated counts as absent; an element of it stays, and loses its fields by itself; what identifies an
/// item, its key and the embedded item itself, stays. An outdated statement on a slice of a list says nothing, the list
/// stays. Linear in the rows of the fields read, for plans with `as_of`.
Outdated outdated_fields(const program::Program& program, const plans::Plans& plans, const RunOptions& options,
                         kernels::Arena& arena);

}  // namespace brecha::assess
