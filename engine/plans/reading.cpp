#include "plans/reading.hpp"

#include "plans/wording.hpp"

#include <algorithm>

namespace brecha::plans {

Reading::Reading(std::shared_ptr<const Schema> of, std::size_t plan_count)
    : schema(std::move(of)), vocabulary(schema->ruleset->vocabulary), index(*schema->index),
      plans(std::make_shared<Plans>(Plans{schema, TextPool(&schema->texts), index.empty_tables, {}, {}, {}})), values(vocabulary, index, plans->texts),
      capacities(index.entities.size(), 0), blocks(index.entities.size()), elements(index.element_fields.size()), numbers(index.entities.size()),
      row_begin(index.entities.size(), 0), item_offsets(index.entities.size()) {
    capacities[vocabulary.root] = plan_count;
    lay_out(table(vocabulary.root), plan_count, blocks[vocabulary.root], !index.entities[vocabulary.root].entity->key.empty());
    point_to_numbers(vocabulary.root);
    table(vocabulary.root).origins.reserve(plan_count);
    table(vocabulary.root).plan.reserve(plan_count);
    plans->records.reserve(plan_count);
}

void Reading::begin_plan(std::string_view plan_text, bool with_positions) {
    text = plan_text;
    positions = with_positions;
    plan = static_cast<std::uint32_t>(plans->records.size());
    for (std::size_t entity = 0; entity < row_begin.size(); ++entity) {
        row_begin[entity] = static_cast<std::uint32_t>(plans->tables[entity].rows);
        item_offsets[entity].clear();
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto [entity, field] = index.element_fields[i];
        elements[i].begin = plans->tables[entity].fields[field].elements.rows;
        elements[i].parents.clear();
    }
    mark_begin = marks.size();
    notes.clear();
    notes_left_out = 0;
    unknown_fields.clear();
    references.clear();
    whys.clear();
    evidence.reset();
    judgements.reset();
    line_begins_.clear();
}

void Reading::roll_back() {
    for (std::size_t entity = 0; entity < row_begin.size(); ++entity) {
        EntityTable& to = plans->tables[entity];
        for (std::size_t row = row_begin[entity]; row < to.rows; ++row) {
            if (!to.key_unusable.empty()) clear_bit(to.key_unusable, row);
            for (FieldColumn& field : to.fields) {
                if (!field.is_list) {
                    erase(field.values, row);
                    continue;
                }
                field.list.begin[row] = field.list.end[row] = 0;
                clear_bit(field.list.given, row);
            }
        }
        to.rows = row_begin[entity];
        to.origins.resize(to.rows);
        to.plan.resize(to.rows);
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto [entity, field] = index.element_fields[i];
        Column& column = plans->tables[entity].fields[field].elements;
        for (std::size_t row = elements[i].begin; row < column.rows; ++row) erase(column, row);
        column.rows = elements[i].begin;
    }
    marks.resize(mark_begin);
    begin_plan(text, positions);
}

void Reading::grow(std::uint32_t entity) {
    constexpr std::size_t first_capacity = 8;
    capacities[entity] = std::max(first_capacity, 2 * capacities[entity]);
    lay_out(table(entity), capacities[entity], blocks[entity], !index.entities[entity].entity->key.empty());
    point_to_numbers(entity);
}

void Reading::point_to_numbers(std::uint32_t entity) {
    const std::vector<PlanField>& fields = index.entities[entity].fields;
    numbers[entity].resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        Column& column = table(entity).fields[i].values;
        if (fields[i].kind == model::TypeKind::number && !fields[i].list && fields[i].factor == model::decimal_one)
            numbers[entity][i] = {column.decimals.data(), column.valid.data()};
    }
}

std::uint32_t Reading::add_element(std::uint32_t entity, std::uint32_t field, std::uint32_t parent_row) {
    FieldColumn& column = plans->tables[entity].fields[field];
    ElementStore& to = elements[index.entities[entity].fields[field].elements];
    if (column.elements.rows == to.capacity) {
        to.capacity = std::max<std::size_t>(8, 2 * to.capacity);
        lay_out_elements(column, to.capacity, to.block);
    }
    to.parents.push_back(parent_row);
    return static_cast<std::uint32_t>(column.elements.rows++);
}

void Reading::mark_high(const Cell& cell, const Value& value) {
    marks.push_back(
        {Mark::Kind::high, cell.element, cell.entity, cell.field, cell.row, field(cell).storage == Storage::decimal ? value.decimal_high : value.integer_high});
}

void Reading::set_missing(const Cell& cell, Why why) {
    if (why == Why::not_stated) {
        whys.erase(cell.key());
        return;
    }
    whys[cell.key()] = why;
    if (why == Why::withheld) mark(cell, Mark::Kind::withheld);
    else if (cell.element || !field(cell).list) mark(cell, Mark::Kind::unusable);
}

bool Reading::room_for_note() {
    if (notes.size() < greatest_note_count) return true;
    ++notes_left_out;
    return false;
}

void Reading::note(Remark remark, std::uint32_t offset, const Place& place) {
    if (room_for_note()) notes.push_back({std::move(remark), offset, place, {}, {}, {}});
}

void Reading::note_written(Remark remark, std::uint32_t offset, std::string place, std::string pointer) {
    if (room_for_note()) notes.push_back({std::move(remark), offset, std::nullopt, {}, std::move(place), std::move(pointer)});
}

void Reading::note_unknown_field(const Place& item, std::string_view name, std::uint32_t offset) {
    // A wrong name is told once, however many items have it.
    const auto [known, is_new] = unknown_fields.try_emplace({item.entity, std::string(name)}, std::pair{notes.size(), std::size_t(1)});
    if (!is_new) {
        ++known->second.second;
        return;
    }
    if (!room_for_note()) {
        unknown_fields.erase(known);
        return;
    }
    const PlanEntity& of = entity(item.entity);
    grammar::Localized help = did_you_mean(name, of.names);
    if (help.empty()) {
        constexpr std::size_t most = 8;
        std::vector<std::string> names = of.names;
        const bool more = names.size() > most;
        if (more) names.resize(most);
        help = phrase("{} has: {}{}", "{} tiene: {}{}", {entity_name(*of.entity), same(listed(names, ", ")), same(more ? ", …" : "")});
    }
    notes.push_back(
        {{"P101", grammar::Severity::warning, phrase("unknown field {}, ignored", "campo desconocido {}, se ignora", {same(in_quotes(name))}), std::move(help)},
         offset,
         item,
         std::string(name),
         {},
         {}});
}

Remark given_twice(Reading& reading, const Node& conflict) {
    constexpr std::size_t most_lines = 5;
    std::vector<std::string> lines;
    std::size_t times = 1;
    const auto add_line = [&](std::uint32_t at) {
        if (reading.positions && lines.size() < most_lines) lines.push_back(std::to_string(reading.line_of(at)));
    };
    add_line(conflict.key_offset);
    for (std::size_t at = 0; at < conflict.text.size(); ++times) {
        const std::size_t end = std::min(conflict.text.find(' ', at), conflict.text.size());
        add_line(static_cast<std::uint32_t>(std::stoul(conflict.text.substr(at, end - at))));
        at = end + 1;
    }
    const grammar::Localized how_often = times > 2 ? grammar::Localized{"several times", "varias veces"} : grammar::Localized{"twice", "dos veces"};
    const grammar::Localized where =
        lines.empty() ? grammar::Localized{} : grammar::Localized{" (lines " + listed(lines, " and ") + ")", " (líneas " + listed(lines, " y ") + ")"};
    return {"P602",
            grammar::Severity::warning,
            phrase("{} is given {}{}; they differ, counts as missing", "{} se da {}{}; difieren, cuenta como ausente",
                   {same(in_quotes(conflict.key)), how_often, where}),
            {"keep one", "conserve uno"}};
}

std::uint32_t Reading::line_of(std::uint32_t offset) {
    if (line_begins_.empty()) {
        line_begins_.push_back(0);
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return static_cast<std::uint32_t>(std::upper_bound(line_begins_.begin(), line_begins_.end(), offset) - line_begins_.begin());
}

Place Reading::place_of(const Cell& cell) {
    if (!cell.element) return {cell.entity, cell.row, cell.field, -1};
    const ElementStore& of = elements[field(cell).elements];
    return {cell.entity, of.parents[cell.row - of.begin], cell.field, cell.row};
}

void Reading::finish() {
    // What doubling left unused is given back where it is much.
    constexpr std::size_t small = 1 << 17;  // words
    for (std::uint32_t entity_index = 0; entity_index < blocks.size(); ++entity_index) {
        EntityTable& to = table(entity_index);
        if (blocks[entity_index].size() > small && to.rows < capacities[entity_index] / 4 * 3)
            lay_out(to, to.rows, blocks[entity_index], !index.entities[entity_index].entity->key.empty());
    }
    finish_tables(plans->tables, marks, plans->storage);
    for (Block& block : blocks) plans->storage.push_back(std::move(block));
    for (ElementStore& store : elements) plans->storage.push_back(std::move(store.block));
}

}  // namespace brecha::plans
