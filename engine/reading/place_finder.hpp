// Words that name places -> places.
#pragma once

#include "reading/batch.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace brecha::reading {

/// Finds rows by their keys, list by list, for one plan.
class PlaceFinder {
public:
    explicit PlaceFinder(Batch& batch) : batch_(batch) {}
    /// A place written with keys, or as a JSON Pointer; nothing where the plan has none such. `failed`: the step that
    /// could not be taken, with what could have stood there.
    struct Failure {
        std::string step;
        std::vector<std::string> candidates;
    };
    std::optional<Place> find(std::string_view written, Failure* failed = nullptr);

private:
    const std::unordered_map<std::string, std::int64_t>& keys_of(const Cell& list);
    Batch& batch_;
    std::unordered_map<std::uint64_t, std::unordered_map<std::string, std::int64_t>>
        lists_;  // key -> row; -1: of several
};

}  // namespace brecha::reading
