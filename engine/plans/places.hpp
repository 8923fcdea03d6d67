// Places in words, and words that name places.
#pragma once

#include "plans/plans.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace brecha::plans {

/// A place of the plan, or the plan itself (the root's row).
struct Place {
    std::uint32_t entity = 0, row = 0;
    std::int64_t field = -1;    // -1: the item
    std::int64_t element = -1;  // row in the field's elements; with a field only
};

/// A key or name as one step of a place: ~ as ~0, / as ~1.
std::string escaped_step(std::string_view step);
/// The steps of a place or JSON Pointer, unescaped. "" has none.
std::vector<std::string> steps_of(std::string_view place);

/// "/agencies/0/letter_signed_on"
std::string pointer_of(const Plans& plans, const Place& place);
std::string words_of(const Plans& plans, const Place& place);

/// The key of a row in the words that places and references use; nothing where it lacks one. `reference`: what an
/// unresolved reference in a key writes.
std::optional<std::string> row_key(const Plans& plans, std::uint32_t entity, std::uint32_t row,
                                   const std::unordered_map<std::uint64_t, std::int64_t>* references = nullptr);

/// Do people call an item of the entity by this field: its name or title?
bool names_item(const model::Entity& entity, std::size_t field);

/// An item as people call it: its name or title where the plan gives one, else its key, in labels and names; of a
/// single object its field, of an element without a key its entity and number, "Meeting [0]". Empty for the plan
/// itself.
std::string item_name(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::string_view language);

}  // namespace brecha::plans
