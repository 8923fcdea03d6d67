// Which part of an open list a condition asks about: "is there a risk assessment?" asks for activities[kind=…], not for
// all activities.
//
// Read off the program and the kept columns, when missing places are asked for: what compares a field of the element
// with something known in that row names a slice.
#pragma once

#include "assess/trace.hpp"

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace brecha::assess {

/// A slice of a list, with its place: "activities[kind=risk_assessment]".
struct NamedSlice {
    std::string place;
    ListSlice slice;
};

/// What is asked of the open lists of a plan, each worked out once. May be used from many threads.
class NamedSlices {
public:
    /// The slices of a list of the plan (`list`: a load_list at its row, at `place`) that its asker is about: an
    /// element that is not given can matter only where it lies in one of them. Slices of which the plan says that they
    /// have no others are left out. None: the condition names none, so the list as a whole.
    const std::vector<NamedSlice>& of(const Run& run, const Node& list, const Place& place);

private:
    std::mutex mutex_;
    std::unordered_map<Node, std::vector<NamedSlice>, HashOfNode> known_;
};

/// What the plan says of slices of the list, as far as its asker is about them and it is not outdated.
std::vector<const plans::SaidOfSlice*> said_of_slices(const Run& run, const Node& list);

/// What the plan says of just the slice at `place`, a place of that list, where it is outdated; else null.
const plans::SaidOfSlice* outdated_slice(const Run& run, const Node& list, const Place& place);

}  // namespace brecha::assess
