// A slice: the elements of a list that meet a condition, as a place writes it. Both who reads places and who writes
// them go through here.
//
//   activities[kind=risk_assessment]   exercises[held_on=2024-01-01..2024-12-31, kind=fire]   staff[age>=18]
//   topics[fire]                       of a list of values: no field, and no `=`
//
// A value with a blank, a comma, a bracket, a sign of comparison, a quotation mark or `..` in it stands in quotes; a
// quotation mark in it is written twice. As everywhere in a place, `/` is `~1` and `~` is `~0`.
#pragma once

#include "model/vocabulary.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

enum class Relation : std::uint8_t { equal, at_least, more, at_most, less, between };

/// One condition: what a field of the element is like. Values are text as their field writes them.
struct SliceCondition {
    std::string field;  // empty: the element itself, in a list of values
    Relation relation = Relation::equal;
    std::string value;
    std::string last;  // between: both ends are included
    auto operator<=>(const SliceCondition&) const = default;
};

/// All of them hold.
struct Slice {
    std::vector<SliceCondition> conditions;
    bool operator==(const Slice&) const = default;
};

/// What stands between the brackets, as written; nothing where it cannot be read.
std::optional<Slice> slice_from_text(std::string_view text);

/// The one form of a slice: conditions in the order of their fields; "2024" and "2024-05" of a date, and two ends that
/// stand apart, as `A..B`; numbers, yes and no as a plan has them. `list`: the field whose elements it speaks of.
Slice canonical(Slice slice, const model::Vocabulary& vocabulary, const model::Field& list);

/// "kind=risk_assessment": what stands between the brackets.
std::string to_text(const Slice& slice);

/// "activities[kind=fire]" is "activities" and "kind=fire"; nothing where the place ends in no bracket of its last
/// step's name ("agencies/[3]" and "activities" do not).
struct SlicePlace {
    std::string_view list, slice;
};
std::optional<SlicePlace> split_slice(std::string_view place);

/// The place of a slice of the list at a place.
std::string place_of_slice(std::string_view list, const Slice& slice);

}  // namespace brecha::plans
