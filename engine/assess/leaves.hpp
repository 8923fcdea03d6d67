// What a requirement comes apart into for one plan: subjects with their cells, and what stands where a subject could
// not be told.
#pragma once

#include "assess/assessment.hpp"
#include "assess/run_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace brecha::assess {

struct Leaf {
    LeafKind kind = LeafKind::subject;
    Truth truth = Truth::unknown;  // of leaves without cells
    std::uint32_t level = 0;       // how many subjects are bound
    std::uint32_t row = 0;         // of that level's frame; level 0: the plan
    bool may_fail = false;         // some cell fails, or some answer makes one fail
    std::vector<Cell> cells;
};

std::int32_t frame_of(const program::LoweredRequirement& requirement, std::size_t level);

std::vector<Leaf> leaves_of(const Run& run, std::uint32_t requirement, std::uint32_t plan);
/// The same into a vector whose memory is used again.
void find_leaves(const Run& run, std::uint32_t requirement, std::uint32_t plan, std::vector<Leaf>& leaves);

/// One part of a top-level `covers`: an element of its right side, or (`element` empty) what stands for elements that
/// may be missing, or for a list without any.
struct CoveredPart {
    std::optional<std::uint32_t> element;  // row of the right side's frame
    Truth truth = Truth::unknown;
};
/// The parts for the subject at `row` of frame `subject`.
std::vector<CoveredPart> covered_parts(const Run& run, const program::LoweredClause& clause, std::int32_t subject,
                                       std::uint32_t row);

/// Counts the cells of a leaf, or what stands for it where it has none.
void add(Count& count, const Leaf& leaf);

struct AskedItem;  // further_subjects.hpp

/// "requirement R is met" (or applies), for all its subjects, or for those that contain the item. A failing cell
/// decides; else what may still bring another subject that contains it leaves the answer open.
kernels::Truth verdict_truth(const Run& run, std::uint32_t requirement, const std::vector<Leaf>& leaves,
                             const std::optional<AskedItem>& item, bool applies);

/// A value as ids and subjects write it: an enumeration's word, a key, a number, a date; never translated.
std::string word_of_value(const Run& run, std::int32_t instruction, std::uint32_t row);

/// Orders texts with runs of digits as numbers.
bool natural_less(std::string_view left, std::string_view right);

}  // namespace brecha::assess
