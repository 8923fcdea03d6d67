// What the readers look up while they read, prepared once a schema: field names, words of enumerations, defaults, empty
// tables.
#pragma once

#include "plans/plans.hpp"
#include "plans/read_value.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace brecha::plans {

struct PlanField {
    const model::Field* field = nullptr;
    model::TypeKind kind = model::TypeKind::text;
    Storage storage = Storage::integer;
    bool list = false;
    bool reference = false;
    bool owned = false;  // items stand here as objects
    bool integer = false;
    bool plain_number = false;   // a whole number of JSON is its value, but for the scale
    std::uint32_t of = 0;        // enumeration or entity
    std::uint32_t elements = 0;  // lists of values and references: which of the schema's
    model::Decimal factor = model::decimal_one;
    std::optional<Value> initial;
};

struct PlanEntity {
    const model::Entity* entity = nullptr;
    std::vector<PlanField> fields;
    std::unordered_map<std::string_view, std::uint32_t> by_name;
    std::vector<std::uint32_t> with_initial;  // fields that have a default
    std::vector<std::uint32_t> dated;         // lists that grow with time
    std::vector<std::string> names;           // of the fields
    std::string joined_names;            // the same side by side, so that reading keys in order reads memory in order
    std::vector<std::string_view> keys;  // into joined_names
    bool referred = false;               // some field refers to items of it
    bool has_lists = false;
    EntityTable empty;                                   // its table without rows: one column a field, in its form
    std::size_t truths = 0, integers = 0, decimals = 0;  // fields of a single value, by how that is stored
    int find(std::string_view name) const {
        const auto found = by_name.find(name);
        return found == by_name.end() ? -1 : static_cast<int>(found->second);
    }
};

struct SchemaIndex {
    std::vector<PlanEntity> entities;
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        element_fields;  // entity, field of lists of values and references
};

}  // namespace brecha::plans
