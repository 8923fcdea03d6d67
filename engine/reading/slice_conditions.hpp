// What the conditions of a slice ask of the elements of its list.
#pragma once

#include "plans/rest.hpp"
#include "plans/slice.hpp"
#include "reading/batch.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace brecha::reading {

/// The elements of a list, by what a condition can speak of: their fields; of a list of values one, 0, the value.
class ListElements {
public:
    ListElements(Batch& batch, const Cell& list) : batch_(batch), list_(list), field_(batch.field(list)) {}

    const Cell& list() const { return list_; }
    bool are_items() const { return field_.owned; }
    const PlanEntity& entity() const { return batch_.entity(are_items() ? field_.of : list_.entity); }
    const PlanField& field(std::uint32_t field) const { return are_items() ? entity().fields[field] : field_; }
    Cell cell(std::uint32_t element, std::uint32_t field) const {
        if (!are_items()) return {list_.entity, list_.field, element, true};
        return {field_.of, field, element, false};
    }
    /// All that a field can be.
    plans::Known anything(std::uint32_t field) const;

private:
    const Batch& batch_;
    const Cell list_;
    const PlanField& field_;
};

/// Has one of the field's values a place before or after another?
bool has_order(const PlanField& field, const model::Vocabulary& vocabulary);

/// By field of the elements, the values that satisfy all conditions on it. Nothing where one cannot be read: `note`
/// gets the reason.
std::optional<std::vector<plans::FieldValues>> read_conditions(Batch& batch, const ListElements& elements,
                                                               const plans::Slice& slice,
                                                               const std::function<void(Remark)>& note);

}  // namespace brecha::reading
