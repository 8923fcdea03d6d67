#include "plans/places.hpp"

#include <algorithm>

namespace brecha::plans {

namespace {

std::string position_step(std::size_t position) { return '[' + std::to_string(position) + ']'; }

// A key can hold a reference, whose target's key can hold one again: how far that is followed.
constexpr int greatest_key_depth = 8;
std::optional<std::string> row_key_at(const Plans& plans, std::uint32_t entity, std::uint32_t row,
                                      const std::unordered_map<std::uint64_t, std::int64_t>* references, int depth);
std::string key_text_at(const Plans& plans, std::uint32_t entity, std::uint32_t row, int depth);

const model::Entity& entity_at(const Plans& plans, std::uint32_t entity) {
    return plans.schema->ruleset->vocabulary.entities[entity];
}

/// One part of a key in words.
std::optional<std::string> key_part(const Plans& plans, std::uint32_t entity, std::uint32_t field_index,
                                    std::uint32_t row,
                                    const std::unordered_map<std::uint64_t, std::int64_t>* references, int depth) {
    const model::Vocabulary& vocabulary = plans.schema->ruleset->vocabulary;
    const model::Field& field = vocabulary.entities[entity].fields[field_index];
    if (field.type.list) return std::nullopt;
    const EntityTable& table = plans.table(entity);
    const Column& column = table.fields[field_index].values;
    if (field.type.kind == model::TypeKind::item) {
        if (references != nullptr) {
            const auto written = references->find(cell_key(entity, field_index, row));
            if (written == references->end()) return std::nullopt;
            return std::string(plans.texts[written->second]);
        }
        if (!bit(column.valid, row)) return std::nullopt;
        return key_text_at(plans, static_cast<std::uint32_t>(field.type.of),
                           static_cast<std::uint32_t>(column.integers[row]), depth + 1);
    }
    if (column.storage == Storage::truth) {
        if (bit(column.valid, row)) return "yes";
        if (bit(column.fails, row)) return "no";
        return std::nullopt;
    }
    if (!bit(column.valid, row)) return std::nullopt;
    if (column.storage == Storage::decimal) {
        const model::Decimal value = column.decimal(row);
        if (column.decimal_high(row) != value) return std::nullopt;
        const model::Decimal factor = field.type.unit >= 0
                                          ? vocabulary.units[static_cast<std::size_t>(field.type.unit)].factor
                                          : model::decimal_one;
        return model::decimal_to_text(model::divide(value, factor).value_or(value));
    }
    if (!column.integers_high.empty() && column.integers_high[row] != column.integers[row]) return std::nullopt;
    const std::int64_t value = column.integers[row];
    switch (field.type.kind) {
        case model::TypeKind::text: return std::string(plans.texts[value]);
        case model::TypeKind::date: return model::day_to_text(value);
        case model::TypeKind::moment: return model::moment_to_text(value);
        case model::TypeKind::duration: return model::duration_to_text(value);
        case model::TypeKind::enumeration:
            return vocabulary.enumerations[static_cast<std::size_t>(field.type.of)]
                .values[static_cast<std::size_t>(value)]
                .word;
        default: return std::nullopt;
    }
}

}  // namespace

std::string escaped_step(std::string_view step) {
    if (step.find_first_of("~/") == std::string_view::npos) return std::string(step);
    std::string escaped;
    for (const char letter : step) {
        if (letter == '~') escaped += "~0";
        else if (letter == '/') escaped += "~1";
        else escaped += letter;
    }
    return escaped;
}

std::vector<std::string> steps_of(std::string_view place) {
    std::vector<std::string> steps;
    if (place.empty()) return steps;
    if (place.front() == '/') place.remove_prefix(1);
    steps.emplace_back();
    for (std::size_t at = 0; at < place.size(); ++at) {
        if (place[at] == '/') {
            steps.emplace_back();
        } else if (place[at] == '~' && at + 1 < place.size() && (place[at + 1] == '0' || place[at + 1] == '1')) {
            steps.back() += place[++at] == '0' ? '~' : '/';
        } else {
            steps.back() += place[at];
        }
    }
    return steps;
}

std::uint64_t cell_key(std::uint32_t entity, std::uint32_t field, std::uint32_t row, bool element) {
    return std::uint64_t(entity) << 48 | std::uint64_t(element ? 1 : 0) << 47 | std::uint64_t(field & 0x7FFF) << 32 |
           row;
}

namespace {

std::optional<std::string> row_key_at(const Plans& plans, std::uint32_t entity, std::uint32_t row,
                                      const std::unordered_map<std::uint64_t, std::int64_t>* references, int depth) {
    const std::vector<std::uint32_t>& fields = entity_at(plans, entity).key;
    if (fields.empty() || depth > greatest_key_depth) return std::nullopt;
    std::string key;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto part = key_part(plans, entity, fields[i], row, references, depth);
        if (!part) return std::nullopt;
        if (i != 0) key += ',';
        key += *part;
    }
    return key;
}

std::string key_text_at(const Plans& plans, std::uint32_t entity, std::uint32_t row, int depth) {
    const EntityTable& table = plans.table(entity);
    if (!bit(table.key_unusable, row))
        if (auto key = row_key_at(plans, entity, row, nullptr, depth)) return *std::move(key);
    return position_step(table.origin(row).position);
}

}  // namespace

std::optional<std::string> row_key(const Plans& plans, std::uint32_t entity, std::uint32_t row,
                                   const std::unordered_map<std::uint64_t, std::int64_t>* references) {
    return row_key_at(plans, entity, row, references, 0);
}

std::string key_text(const Plans& plans, std::uint32_t entity, std::uint32_t row) {
    return key_text_at(plans, entity, row, 0);
}

std::string place_of_item(const Plans& plans, std::uint32_t entity, std::uint32_t row) {
    const EntityTable& table = plans.table(entity);
    const Origin origin = table.origin(row);
    if (origin.entity < 0) {
        if (!entity_at(plans, entity).table_row) return {};
        const std::string step = escaped_step(key_text(plans, entity, row));
        for (const model::Table& source : plans.schema->ruleset->tables)
            if (source.entity == entity) return source.name + '/' + step;
        return step;
    }
    const std::uint32_t parent = static_cast<std::uint32_t>(origin.entity),
                        field = static_cast<std::uint32_t>(origin.field);
    std::string place = place_of_field(plans, parent, origin.row, field);
    if (entity_at(plans, parent).fields[field].type.list) {
        place += '/';
        place += escaped_step(key_text(plans, entity, row));
    }
    return place;
}

std::string place_of_field(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::uint32_t field) {
    std::string place = place_of_item(plans, entity, row);
    if (!place.empty()) place += '/';
    return place + entity_at(plans, entity).fields[field].name;
}

std::string place_of_element(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::uint32_t field,
                             std::uint32_t element) {
    const EntityTable& table = plans.table(entity);
    if (!table.fields[field].own_elements)
        return place_of_item(plans, static_cast<std::uint32_t>(entity_at(plans, entity).fields[field].type.of),
                             element);
    return place_of_field(plans, entity, row, field) + '/' + position_step(element - table.list(field).begin[row]);
}

std::string words_of(const Plans& plans, const Place& place) {
    if (place.field < 0) return place_of_item(plans, place.entity, place.row);
    const std::uint32_t field = static_cast<std::uint32_t>(place.field);
    if (place.element < 0) return place_of_field(plans, place.entity, place.row, field);
    return place_of_element(plans, place.entity, place.row, field, static_cast<std::uint32_t>(place.element));
}

std::string pointer_of(const Plans& plans, const Place& place) {
    std::string pointer;
    const Origin origin = plans.table(place.entity).origin(place.row);
    if (origin.entity >= 0) {
        const Place parent = {static_cast<std::uint32_t>(origin.entity), origin.row, origin.field, -1};
        pointer = pointer_of(plans, parent);
        if (entity_at(plans, parent.entity).fields[static_cast<std::size_t>(parent.field)].type.list)
            pointer += '/' + std::to_string(origin.position);
    }
    if (place.field < 0) return pointer;
    const std::size_t field = static_cast<std::size_t>(place.field);
    pointer += '/' + escaped_step(entity_at(plans, place.entity).fields[field].name);
    if (place.element >= 0)
        pointer += '/' + std::to_string(static_cast<std::uint64_t>(place.element) -
                                        plans.table(place.entity).list(field).begin[place.row]);
    return pointer;
}

bool names_item(const model::Entity& entity, std::size_t field) {
    const model::Field& one = entity.fields[field];
    return (one.name == "name" || one.name == "title") && one.type.kind == model::TypeKind::text && !one.type.list;
}

namespace {

/// The item's name or title, where the plan gives one.
std::string own_name(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::string_view language) {
    const EntityTable& table = plans.table(entity);
    const model::Entity& what = entity_at(plans, entity);
    for (const std::string_view word : {"name", "title"}) {
        const int found = what.field_of(word);
        const auto field = static_cast<std::size_t>(found);
        if (found >= 0 && names_item(what, field) && bit(table.fields[field].values.valid, row))
            return value_text(plans, what.fields[field].type, table.fields[field].values, row, language);
    }
    return {};
}

/// One part of a key as people say it: the label of a word, the name of another item.
std::string key_part_name(const Plans& plans, const model::Type& type, const Column& column, std::uint32_t row,
                          std::string_view language) {
    if (type.kind != model::TypeKind::item) return value_text(plans, type, column, row, language);
    const auto entity = static_cast<std::uint32_t>(type.of), item = static_cast<std::uint32_t>(column.integers[row]);
    std::string name = own_name(plans, entity, item, language);
    return name.empty() ? key_text(plans, entity, item) : name;
}

}  // namespace

std::string item_name(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::string_view language) {
    const model::Vocabulary& vocabulary = plans.schema->ruleset->vocabulary;
    if (entity == vocabulary.root) return {};
    if (std::string name = own_name(plans, entity, row, language); !name.empty()) return name;
    // A single object is known by its field, where that has no label by what it is; an element of a list by its key.
    const EntityTable& table = plans.table(entity);
    const model::Entity& what = entity_at(plans, entity);
    const Origin origin = table.origin(row);
    if (origin.entity >= 0) {
        const model::Field& field =
            vocabulary.entities[static_cast<std::size_t>(origin.entity)].fields[static_cast<std::size_t>(origin.field)];
        if (!field.type.list)
            return model::called(field.labels.empty() ? what.labels : field.labels, field.name, language);
    }
    if (!row_key(plans, entity, row))
        return model::called(what.labels, what.name, language) + ' ' + key_text(plans, entity, row);
    std::string key;
    for (const std::uint32_t field : what.key)
        key += (key.empty() ? "" : ", ") +
               key_part_name(plans, what.fields[field].type, table.fields[field].values, row, language);
    return key;
}

}  // namespace brecha::plans
