// What satisfies a condition on the elements of a list: bounds on their fields, in one way or in several.
#pragma once

#include "assess/assessment.hpp"
#include "plans/plans.hpp"

#include <cstddef>
#include <vector>

namespace brecha::assess {

/// One way to satisfy a condition: bounds by field, in their order. Without bounds: any element may.
using Bounds = std::vector<SliceBound>;
/// None: no element can.
using Alternatives = std::vector<Bounds>;

Alternatives any_element();
bool is_any_element(const Alternatives& alternatives);

/// Both conditions hold.
Alternatives both(Alternatives one, Alternatives other);
/// One of them holds, or both. Where that are more ways than a person can be asked about: any element may.
Alternatives either(Alternatives one, Alternatives other);

/// Does what stands in the row of a column lie within the bound, for certain; or can it?
bool lies_in(const plans::Plans& plans, const SliceBound& bound, const plans::Column& column, std::size_t row);
bool may_lie_in(const plans::Plans& plans, const SliceBound& bound, const plans::Column& column, std::size_t row);

/// Can an element that satisfies the bounds lie in the slice of which something is said?
bool meets(const plans::Plans& plans, const Bounds& bounds, const plans::SaidOfSlice& said);

}  // namespace brecha::assess
