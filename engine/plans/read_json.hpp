// Plan text (JSON) -> Plans.
//
// nlohmann's SAX interface appends cells; finish() then resolves keys, references, evidence, reading and defaults, because evidence
// may come after or before what it speaks of. Whatever cannot be used becomes a note at its place; nothing is lost silently.
#pragma once

#include "plans/plans.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

inline constexpr std::size_t greatest_plan_size = 256u << 20;  // bytes
inline constexpr std::size_t greatest_plan_nesting = 64;
inline constexpr std::size_t greatest_note_count = 1'000;  // a plan; a last one says how many more

struct PlanText {
    std::string name;
    std::string_view text;
    std::string read;    // "part", "whole": how the whole plan was read, where its own evidence does not say; else ""
    std::string sha256;  // of the bytes the user gave, where `text` was made from something else (YAML); empty: taken over `text`
    /// For texts made from YAML: line and column of each JSON Pointer are looked up by the caller; notes then carry pointers only.
    bool positions = true;
};

struct ReadPlans {
    std::shared_ptr<const Plans> plans;                     // those that could be read, in order; null where none could
    std::vector<std::size_t> accepted;                      // which of the texts each plan is
    std::vector<std::vector<grammar::Diagnostic>> refused;  // for each text: why it could not be read (P601); empty where it was
};

/// Reads a batch; one plan is a batch of one. O(size of the texts).
ReadPlans read_json(const std::shared_ptr<const Schema>& schema, const std::vector<PlanText>& texts);

}  // namespace brecha::plans
