// Plans, as text or as trees -> tables.
//
// A JSON text is read in the fast way (cells.hpp) as far as that goes, else whole (whole_plan.hpp), as trees are.
// finish_plan() then resolves keys, references, evidence, reading and defaults, because evidence may come after or
// before what it speaks of. Whatever cannot be used becomes a note at its place; nothing is lost silently.
#pragma once

#include "messages/message.hpp"
#include "plans/plans.hpp"
#include "reading/tree.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::reading {

inline constexpr std::size_t greatest_plan_size = limits::Sizes().plan_size;  // bytes; a host may allow more or less
inline constexpr std::size_t greatest_note_count = 1'000;                     // a plan; a last one says how many more

/// A plan that is no JSON text: its values, and where they stand in whatever it was made from.
struct SpelledPlan {
    Tree tree;                        // its spots are numbers in `positions`
    std::vector<Position> positions;  // may be empty: nobody knows
    struct Refusal {
        std::string format;     // "YAML"
        messages::Message why;  // in the words of who read it; may be empty
        Position at;
    };
    std::optional<Refusal> refusal;  // it could not be read at all
};

struct PlanSource {
    std::string name;
    std::string_view text;              // JSON
    const SpelledPlan* tree = nullptr;  // instead of it
    std::string read;  // "part", "whole": how the whole plan was read, where its own evidence does not say; else ""
};

struct ReadPlans {
    std::shared_ptr<const Plans> plans;  // those that could be read, in order; null where none could
    std::vector<std::size_t> accepted;   // which of the sources each plan is
    std::vector<std::vector<grammar::Diagnostic>>
        refused;  // for each source: why it could not be read (P601); empty where it was
};

/// Reads a batch; one plan is a batch of one. O(size of the sources).
ReadPlans read_plans(const std::shared_ptr<const Schema>& schema, const std::vector<PlanSource>& sources);

/// The plan as JSON text, its plain scalars read as the vocabulary says.
std::string json_of(const SpelledPlan& plan, const model::Vocabulary& vocabulary);

}  // namespace brecha::reading
