// Keys of items, and the references that write them.
#include "limits/watch.hpp"
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"

#include <algorithm>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

std::string key_names(const model::Entity& entity) {
    std::vector<std::string> names;
    for (const std::uint32_t field : entity.key) names.push_back(entity.fields[field].name);
    return listed(names);
}

namespace {

void note_repeated(Batch& batch, std::uint32_t entity_index, const std::string& key,
                   const std::vector<std::uint32_t>& rows) {
    const model::Entity& entity = *batch.entity(entity_index).entity;
    std::vector<std::string> lines;
    for (const std::uint32_t row : rows) add_line(lines, batch.position_of(batch.item_spot(entity_index, row)).line);
    const Remark remark = warning(
        say::repeated_key, {rows.size(), entity_name(entity), key_names(entity), in_quotes(key), on_lines(lines)},
        Message(say::own_keys, {key_names(entity)}));
    for (const std::uint32_t row : rows)
        batch.note(remark, batch.item_spot(entity_index, row), {entity_index, row, entity.key.front(), -1});
}

}  // namespace

void settle_keys(Batch& batch) {
    std::unordered_map<std::uint64_t, std::int64_t> written;  // references as they stand, by cell
    for (const Reference& reference : batch.references)
        if (!reference.cell.element && reference.text >= 0)
            written.insert_or_assign(reference.cell.key(), reference.text);

    for (std::uint32_t entity_index = 0; entity_index < batch.index.entities.size(); ++entity_index) {
        const PlanEntity& entity = batch.entity(entity_index);
        EntityTable& table = batch.table(entity_index);
        if (entity.entity->key.empty() || table.rows == batch.row_begin(entity_index)) continue;

        // A default that is part of a key names the item, so it holds however the plan was read.
        for (const std::uint32_t field_index : entity.entity->key) {
            const PlanField& field = entity.fields[field_index];
            if (!field.initial) continue;
            for (std::uint32_t row = batch.row_begin(entity_index); row < table.rows; ++row) {
                const Cell cell{entity_index, field_index, row, false};
                if (batch.has(cell) || batch.whys.contains(cell.key())) continue;
                batch.set(cell, *field.initial);
                batch.mark(cell, Mark::Kind::defaulted);
            }
        }

        // The items of one list are neighbours.
        std::unordered_map<std::string, std::vector<std::uint32_t>> rows_of;
        const auto same_list = [](const Origin& left, const Origin& right) {
            return left.entity >= 0 && left.entity == right.entity && left.field == right.field &&
                   left.row == right.row;
        };
        for (std::uint32_t begin = batch.row_begin(entity_index); begin < table.rows;) {
            std::uint32_t end = begin + 1;
            while (end < table.rows && same_list(table.origin(begin), table.origin(end))) ++end;
            rows_of.clear();
            std::vector<std::string> repeated;
            for (std::uint32_t row = begin; row < end; ++row) {
                limits::step();
                const auto key = row_key(*batch.plans, entity_index, row, &written);
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
                note_repeated(batch, entity_index, key, rows_of[key]);
            }
            begin = end;
        }
    }
}

void resolve_references(Batch& batch) {
    if (batch.references.empty()) return;
    std::unordered_map<std::uint64_t, std::int64_t> written;
    for (const Reference& reference : batch.references)
        if (!reference.cell.element && reference.text >= 0)
            written.insert_or_assign(reference.cell.key(), reference.text);

    struct Known {
        bool ready = false;
        std::unordered_map<std::string, std::int64_t> rows;  // -1: several
        std::vector<std::string> names;                      // for suggestions, some of them
    };
    std::vector<Known> entities(batch.index.entities.size());
    const auto known_of = [&](std::uint32_t entity_index) -> Known& {
        Known& known = entities[entity_index];
        if (known.ready) return known;
        known.ready = true;
        const EntityTable& table = batch.table(entity_index);
        for (std::uint32_t row = batch.row_begin(entity_index); row < table.rows; ++row)
            if (const auto key = row_key(*batch.plans, entity_index, row, &written)) {
                const auto [other, first] = known.rows.try_emplace(*key, row);
                if (!first) other->second = -1;
                constexpr std::size_t most_names = 1'000;
                if (first && known.names.size() < most_names && key->size() <= longest_suggestion)
                    known.names.push_back(*key);
            }
        return known;
    };

    // The items of the list that an item stands in, by key; of the last one that was asked for, as the references of
    // one list come together.
    struct {
        bool ready = false;
        Origin origin;
        std::uint32_t entity = 0;
        std::unordered_map<std::string, std::int64_t> rows;
    } beside;
    const auto same_list = [](const Origin& left, const Origin& right) {
        return left.entity == right.entity && left.field == right.field && left.row == right.row;
    };
    /// A reference to an item of the very list that it is written in looks there first: two procedures may both number
    /// their steps 1, 2, 3. Nothing where that list has no such item, -1 where it has several.
    const auto in_own_list = [&](const Reference& reference, std::uint32_t of,
                                 const std::string& key) -> std::optional<std::int64_t> {
        if (of != reference.cell.entity) return std::nullopt;
        const EntityTable& table = batch.table(of);
        const Origin origin = table.origin(reference.parent_row);
        if (!beside.ready || beside.entity != of || !same_list(beside.origin, origin)) {
            beside = {true, origin, of, {}};
            std::uint32_t begin = reference.parent_row, end = reference.parent_row;
            while (begin > batch.row_begin(of) && same_list(table.origin(begin - 1), origin)) --begin;
            while (end < table.rows && same_list(table.origin(end), origin)) ++end;
            for (std::uint32_t row = begin; row < end; ++row)
                if (const auto own = row_key(*batch.plans, of, row, &written)) {
                    const auto [other, first] = beside.rows.try_emplace(*own, row);
                    if (!first) other->second = -1;
                }
        }
        const auto found = beside.rows.find(key);
        return found == beside.rows.end() ? std::nullopt : std::optional(found->second);
    };

    for (const Reference& reference : batch.references) {
        limits::step();
        if (reference.text < 0) continue;  // its sources disagree
        const PlanField& field = batch.field(reference.cell);
        Known& known = known_of(field.of);
        const std::string key(batch.plans->texts[reference.text]);
        auto found = known.rows.find(key);
        const auto own = found != known.rows.end() ? in_own_list(reference, field.of, key) : std::nullopt;
        if (found != known.rows.end() && own.value_or(found->second) >= 0) {
            Value value;
            value.integer = own.value_or(found->second);
            batch.set(reference.cell, value);
            continue;
        }
        const model::Entity& entity = *batch.entity(field.of).entity;
        const bool several = found != known.rows.end();
        batch.set_missing(reference.cell, several ? Why::ambiguous : Why::invalid);
        Message help = several              ? Message(say::own_keys, {key_names(entity)})
                       : batch.notes_full() ? Message()
                                            : did_you_mean(key, known.names);
        Remark remark = warning(several ? say::several : say::nobody,
                                {entity_name(entity), key_names(entity), in_quotes(key)}, std::move(help));
        batch.note(std::move(remark), reference.spot, batch.place_of(reference.cell));
    }

    // A key that holds a reference to nobody names nobody.
    for (const Reference& reference : batch.references) {
        if (reference.cell.element || batch.has(reference.cell)) continue;
        const std::vector<std::uint32_t>& key = batch.entity(reference.cell.entity).entity->key;
        if (std::find(key.begin(), key.end(), reference.cell.field) != key.end())
            set_bit(batch.table(reference.cell.entity).key_unusable, reference.cell.row);
    }
}

}  // namespace brecha::reading
