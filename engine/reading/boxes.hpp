// What a list may have beside its elements, in boxes (plans/rest.hpp).
#pragma once

#include "reading/finishing.hpp"
#include "reading/slice_conditions.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace brecha::reading {

/// What is said of the elements that are not given. Fields are named by their index in `fields`.
struct SaidOfRest {
    struct Closed {  // none of them lies in it
        std::vector<plans::FieldValues> conditions;
        const SliceStatement* said = nullptr;
    };
    struct Counted {
        std::vector<plans::FieldValues> conditions;
        plans::Bounds further;  // how many of them lie in it
        const SliceStatement* said = nullptr;
    };
    std::vector<std::uint32_t> fields;  // of the elements, of which some slice speaks
    std::vector<Closed> closed;
    std::vector<Counted> counted;
    bool open = false;                     // there may be some in no slice whose size is known
    std::optional<plans::Bounds> further;  // how many there are
};

struct Boxes {
    std::vector<plans::Box> boxes;
    std::vector<plans::BoxCount> counts;
};

/// Boxes in which the elements that are not given can lie, and how many lie in which; nothing where the sizes
/// contradict each other. `left_out` gets each statement that would take more boxes than a list can have.
std::optional<Boxes> boxes_of(const ListElements& elements, const SaidOfRest& said, const model::Vocabulary& vocabulary,
                              const std::function<void(const SliceStatement*)>& left_out);

/// Adds a row of the element table, or one more element, for each box, of which there is one at least. `fields` as in
/// SaidOfRest; `first`: the position of the first in the list.
const plans::Rest* add_boxes(Batch& batch, const ListElements& elements, const std::vector<std::uint32_t>& fields,
                             Boxes boxes, std::uint32_t first);

/// The plans keep what is known of a cell that nobody states.
const plans::Domain* keep_domain(Plans& to, const plans::Known& known);
void mark_domain(Batch& batch, const Cell& at, const plans::Domain* domain);

}  // namespace brecha::reading
