// Which part of an open list a condition asks about: "is there a risk assessment?" asks for activities[kind=…], not for
// all activities.
//
// Read off the program and the kept columns, when missing places are asked for: what compares a field of the element
// with something known in that row names a slice.
#pragma once

#include "assess/trace.hpp"

#include <vector>

namespace brecha::assess {

/// The slices of an open list of the plan (`list`: a load_list at its row) that its asker is about: an element that is
/// not given can matter only where it lies in one of them. Slices of which the plan says that they have no others are
/// left out. Empty: the condition names none, so the list as a whole.
std::vector<ListSlice> named_slices(const Run& run, const Node& list);

/// What the plan says of slices of the list, as far as its asker is about them and it is not outdated.
std::vector<const plans::SaidOfSlice*> said_of_slices(const Run& run, const Node& list);

/// What the plan says of just the slice at `place`, a place of that list, where it is outdated; else null.
const plans::SaidOfSlice* outdated_slice(const Run& run, const Node& list, const Place& place);

/// "activities[kind=risk_assessment]": the place of a slice of the list at `list`.
std::string place_of_slice(const Run& run, const Place& list, const ListSlice& slice);

}  // namespace brecha::assess
