// An outcome as Python takes it: a pair of the value (None where there is none) and the diagnostics.
#pragma once

#include <brecha/brecha.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace brecha::bindings {

template <typename Value>
using OutcomePair = std::pair<std::optional<Value>, std::vector<Diagnostic>>;

template <typename Value>
OutcomePair<Value> pair_of(const Outcome<Value>& outcome) {
    return {outcome ? std::optional<Value>(*outcome) : std::nullopt, outcome.diagnostics()};
}

template <typename Value>
std::vector<OutcomePair<Value>> pairs_of(const std::vector<Outcome<Value>>& outcomes) {
    std::vector<OutcomePair<Value>> pairs;
    pairs.reserve(outcomes.size());
    for (const auto& outcome : outcomes) pairs.push_back(pair_of(outcome));
    return pairs;
}

}  // namespace brecha::bindings
