// Keys of items, and the references that write them.
#include "plans/finishing.hpp"
#include "plans/wording.hpp"

#include <algorithm>

namespace brecha::plans {

using grammar::Localized;

namespace {

/// "id", or "country, year"
std::string key_names(const model::Entity& entity) {
    std::vector<std::string> names;
    for (const std::uint32_t field : entity.key) names.push_back(entity.fields[field].name);
    return listed(names, ", ");
}

void note_repeated(Reading& reading, std::uint32_t entity_index, const std::string& key, const std::vector<std::uint32_t>& rows) {
    const model::Entity& entity = *reading.entity(entity_index).entity;
    constexpr std::size_t most_lines = 5;
    std::vector<std::string> lines;
    for (const std::uint32_t row : rows)
        if (reading.positions && lines.size() < most_lines) lines.push_back(std::to_string(reading.line_of(reading.item_offset(entity_index, row))));
    const Localized where = lines.empty() ? Localized{} : Localized{" (lines " + listed(lines, " and ") + ")", " (líneas " + listed(lines, " y ") + ")"};
    const Localized how_many = rows.size() == 2 ? Localized{"two", "dos"} : same(std::to_string(rows.size()));
    const Localized kept = rows.size() == 2 ? Localized{"both are kept", "se conservan ambos"} : Localized{"all are kept", "se conservan todos"};
    const Remark remark{"P302",
                        grammar::Severity::warning,
                        phrase("{} items of {} have the {} {}{}; {}, references to {4} are ambiguous",
                               "{} elementos de {} tienen {} {}{}; {}, las referencias a {4} son ambiguas",
                               {how_many, entity_name(entity), same(key_names(entity)), same(in_quotes(key)), where, kept}),
                        {"give each its own " + key_names(entity), "dé a cada uno su propio " + key_names(entity)}};
    for (const std::uint32_t row : rows) reading.note(remark, reading.item_offset(entity_index, row), {entity_index, row, entity.key.front(), -1});
}

}  // namespace

void settle_keys(Reading& reading) {
    std::unordered_map<std::uint64_t, std::int64_t> written;  // references as they stand, by cell
    for (const Reference& reference : reading.references)
        if (!reference.cell.element && reference.text >= 0) written.insert_or_assign(reference.cell.key(), reference.text);

    for (std::uint32_t entity_index = 0; entity_index < reading.index.entities.size(); ++entity_index) {
        const PlanEntity& entity = reading.entity(entity_index);
        EntityTable& table = reading.table(entity_index);
        if (entity.entity->key.empty() || table.rows == reading.row_begin[entity_index]) continue;

        // A default that is part of a key names the item, so it holds however the plan was read.
        for (const std::uint32_t field_index : entity.entity->key) {
            const PlanField& field = entity.fields[field_index];
            if (!field.initial) continue;
            for (std::uint32_t row = reading.row_begin[entity_index]; row < table.rows; ++row) {
                const Cell cell{entity_index, field_index, row, false};
                if (reading.has(cell) || reading.whys.contains(cell.key())) continue;
                reading.set(cell, *field.initial);
                reading.mark(cell, Mark::Kind::defaulted);
            }
        }

        // The items of one list are neighbours.
        std::unordered_map<std::string, std::vector<std::uint32_t>> rows_of;
        const auto same_list = [](const Origin& left, const Origin& right) {
            return left.entity == right.entity && left.field == right.field && left.row == right.row;
        };
        for (std::uint32_t begin = reading.row_begin[entity_index]; begin < table.rows;) {
            std::uint32_t end = begin + 1;
            while (end < table.rows && same_list(table.origins[begin], table.origins[end])) ++end;
            rows_of.clear();
            std::vector<std::string> repeated;
            for (std::uint32_t row = begin; row < end; ++row) {
                const auto key = row_key(*reading.plans, entity_index, row, &written);
                if (!key) {
                    set_bit(table.key_unusable, row);
                    continue;
                }
                if (end - begin == 1) continue;
                std::vector<std::uint32_t>& rows = rows_of[*key];
                rows.push_back(row);
                if (rows.size() == 2) repeated.push_back(*key);
            }
            for (const std::string& key : repeated) {
                for (const std::uint32_t row : rows_of[key]) set_bit(table.key_unusable, row);
                note_repeated(reading, entity_index, key, rows_of[key]);
            }
            begin = end;
        }
    }
}

void resolve_references(Reading& reading) {
    if (reading.references.empty()) return;
    std::unordered_map<std::uint64_t, std::int64_t> written;
    for (const Reference& reference : reading.references)
        if (!reference.cell.element && reference.text >= 0) written.insert_or_assign(reference.cell.key(), reference.text);

    struct Known {
        bool ready = false;
        std::unordered_map<std::string, std::int64_t> rows;  // -1: several
        std::vector<std::string> names;                      // for suggestions, some of them
    };
    std::vector<Known> entities(reading.index.entities.size());
    const auto known_of = [&](std::uint32_t entity_index) -> Known& {
        Known& known = entities[entity_index];
        if (known.ready) return known;
        known.ready = true;
        const EntityTable& table = reading.table(entity_index);
        for (std::uint32_t row = reading.row_begin[entity_index]; row < table.rows; ++row)
            if (const auto key = row_key(*reading.plans, entity_index, row, &written)) {
                const auto [other, first] = known.rows.try_emplace(*key, row);
                if (!first) other->second = -1;
                constexpr std::size_t most_names = 1'000;
                if (first && known.names.size() < most_names && key->size() <= longest_suggestion) known.names.push_back(*key);
            }
        return known;
    };

    for (const Reference& reference : reading.references) {
        if (reference.text < 0) continue;  // its sources disagree
        const PlanField& field = reading.field(reference.cell);
        Known& known = known_of(field.of);
        const std::string key(reading.plans->texts[reference.text]);
        const auto found = known.rows.find(key);
        if (found != known.rows.end() && found->second >= 0) {
            Value value;
            value.integer = found->second;
            reading.set(reference.cell, value);
            continue;
        }
        const model::Entity& entity = *reading.entity(field.of).entity;
        const bool several = found != known.rows.end();
        reading.set_missing(reference.cell, several ? Why::ambiguous : Why::invalid);
        const std::vector<Localized> words = {entity_name(entity), same(key_names(entity)), same(in_quotes(key))};
        Remark remark{several ? "P302" : "P301", grammar::Severity::warning, {}, {}};
        if (several) {
            remark.message = phrase("several items of {} have the {} {}, so this reference is ambiguous; counts as missing",
                                    "varios elementos de {} tienen {} {}, así que esta referencia es ambigua; cuenta como ausente", words);
            remark.help = {"give each its own " + key_names(entity), "dé a cada uno su propio " + key_names(entity)};
        } else {
            remark.message = phrase("no {} with {} {}; its fields are unknown", "no hay {} con {} {}; sus campos se desconocen", words);
            if (!reading.notes_full()) remark.help = did_you_mean(key, known.names);
        }
        reading.note(std::move(remark), reference.offset, reading.place_of(reference.cell));
    }

    // A key that holds a reference to nobody names nobody.
    for (const Reference& reference : reading.references) {
        if (reference.cell.element || reading.has(reference.cell)) continue;
        const std::vector<std::uint32_t>& key = reading.entity(reference.cell.entity).entity->key;
        if (std::find(key.begin(), key.end(), reference.cell.field) != key.end())
            set_bit(reading.table(reference.cell.entity).key_unusable, reference.cell.row);
    }
}

}  // namespace brecha::plans
