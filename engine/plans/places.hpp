// Places in words, and words that name places.
#pragma once

#include "plans/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

/// A key or name as one step of a place: ~ as ~0, / as ~1.
std::string escaped_step(std::string_view step);
/// The steps of a place or JSON Pointer, unescaped. "" has none.
std::vector<std::string> steps_of(std::string_view place);

/// "/agencies/0/letter_signed_on"
std::string pointer_of(const Plans& plans, const Place& place);
std::string words_of(const Plans& plans, const Place& place);

/// The key of a row in the words that places and references use; nothing where it lacks one. `reference`: what an unresolved
/// reference in a key writes.
std::optional<std::string> row_key(const Plans& plans, std::uint32_t entity, std::uint32_t row,
                                   const std::unordered_map<std::uint64_t, std::int64_t>* references = nullptr);

/// Finds rows by their keys, list by list, for one plan.
class PlaceFinder {
public:
    explicit PlaceFinder(Reading& reading) : reading_(reading) {}
    /// A place written with keys, or as a JSON Pointer; nothing where the plan has none such. `failed`: the step that could not be
    /// taken, with what could have stood there.
    struct Failure {
        std::string step;
        std::vector<std::string> candidates;
    };
    std::optional<Place> find(std::string_view written, Failure* failed = nullptr);

private:
    const std::unordered_map<std::string, std::int64_t>& keys_of(const Cell& list);
    Reading& reading_;
    std::unordered_map<std::uint64_t, std::unordered_map<std::string, std::int64_t>> lists_;  // key -> row; -1: of several
};

}  // namespace brecha::plans
