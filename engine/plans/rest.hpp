// What is known of the elements of a list that are not given.
//
// Statements on slices of a list say where no further element lies, or how many lie there. What is left falls into
// boxes that do not overlap: each is a row of the element table that stands for any number of elements, and whose
// columns hold what the box says of their fields. Whatever is decided in that row is decided for all of them, so
// conditions are carried out there as on elements; what closes a list then asks how many elements the boxes hold in
// which its condition holds, or can.
#pragma once

#include "plans/column.hpp"

#include <cstdint>
#include <vector>

namespace brecha::plans {

/// Boxes a list can have: a bit each.
inline constexpr std::size_t greatest_box_count = 64;

/// How many elements lie in some boxes together.
struct BoxCount {
    std::uint64_t boxes = 0;  // bit i: box i
    std::int64_t least = 0, most = integer_greatest;
};

struct Rest {
    std::uint32_t begin = 0, end = 0;  // its boxes: rows of the element table
    std::vector<BoxCount> counts;      // what is known: of single boxes, and of several
};

/// How many elements lie in the boxes of which something holds (`certain`), at least and at most; `possible`: those of
/// which it holds or may hold.
struct Bounds {
    std::int64_t least = 0, most = 0;
    bool operator==(const Bounds&) const = default;
};
Bounds elements_in(const std::vector<BoxCount>& counts, std::uint64_t certain, std::uint64_t possible);

/// Narrows the count of each of `boxes` boxes, and adds it to `counts`, until nothing more follows. False where the
/// counts contradict each other.
bool settle_counts(std::vector<BoxCount>& counts, std::size_t boxes);

/// What a field can be: one of these, in order and apart from each other, or not there.
struct Known {
    std::vector<Interval> values;
    bool may_be_none = true;
    bool impossible() const { return values.empty() && !may_be_none; }
    bool operator==(const Known&) const = default;
};

/// Owns a Domain.
struct KnownValues {
    Known known;
    Domain domain;
};

/// Elements by what their fields can be: those of which some statement on the list speaks, each at its own number.
struct Box {
    std::vector<Known> fields;
    std::uint64_t counted = 0;  // bit i: it lies in the i-th slice whose size is known
};
/// A slice: elements of which each of these fields has one of the values.
struct FieldValues {
    std::size_t field = 0;
    std::vector<Interval> values;
};

std::vector<Interval> intersection(const std::vector<Interval>& left, const std::vector<Interval>& right);
std::vector<Interval> difference(const std::vector<Interval>& left, const std::vector<Interval>& right);

/// Adds to `inside` what of a box lies in the slice, to `outside` the rest, in boxes that do not overlap.
void split(const Box& box, const std::vector<FieldValues>& slice, std::vector<Box>& inside, std::vector<Box>& outside);

}  // namespace brecha::plans
