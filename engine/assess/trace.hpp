// Which operands decided a value: one step back from an instruction's row, read off the kept columns.
//
// Missing places, evidence and proofs are all this step, taken again and again: for what is open, the operands that are
// open and could settle it; for what is decided, the operands it rests on. Nothing is evaluated here.
#pragma once

#include "assess/assessment.hpp"
#include "assess/run_state.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace brecha::assess {

/// For whom a list's length is in question, at a row of `frame`: what closes it, the condition of an `each`, or a list
/// that shows some of its elements.
struct Asker {
    std::int32_t instruction = -1;  // -1: nobody; the list as a whole
    std::int32_t frame = -1;
    std::uint32_t row = 0;
    bool operator==(const Asker&) const = default;
};

/// A value (or, `list`, the question how long a list is) at a row of its instruction's frame.
struct Node {
    std::int32_t instruction = -1;
    std::uint32_t row = 0;
    bool list = false;
    Asker asker = {};  // of a list
    bool operator==(const Node&) const = default;
};
struct HashOfNode {
    std::size_t operator()(const Node& node) const {
        std::uint64_t hash = 0;
        for (const std::uint64_t part :
             {std::uint64_t(static_cast<std::uint32_t>(node.instruction)),
              std::uint64_t(node.row) << 1 | std::uint64_t(node.list),
              std::uint64_t(static_cast<std::uint32_t>(node.asker.instruction)), std::uint64_t(node.asker.row)})
            hash = (hash ^ part) * 0x9E3779B97F4A7C15 + (hash >> 29);
        return static_cast<std::size_t>(hash ^ hash >> 32);
    }
};

/// No more elements of one list than that are told one by one.
inline constexpr std::size_t greatest_told_count = 1'000;

struct Step {
    std::vector<Node> operands;      // what decides, in the order written
    std::size_t more = 0;            // elements of a list that decide too, beyond the first greatest_told_count
    std::optional<Place> place;      // where the plan was read, or would have to speak
    std::optional<plans::Why> why;   // of a place without value
    std::optional<std::string> due;  // a deadline that has lapsed
    bool defaulted = false;
    std::optional<plans::Why> known_but;  // the operands are known, but not what comes of them: imprecise (90 days
                                          // against 3 months), not_computable (a division by zero)
    std::int32_t requirement = -1;        // the verdict of another requirement was asked …
    std::vector<Node> item;               // … for this item, if any
};

/// Is it open: a truth unknown, a value missing or not exact, a list that may be longer?
bool is_open(const Run& run, const Node& node);

Step step_back(const Run& run, const Node& node);

}  // namespace brecha::assess
