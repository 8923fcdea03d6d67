#include "reading/batch.hpp"

#include "messages/catalogue/plans.hpp"

#include <algorithm>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

Batch::Batch(std::shared_ptr<const Schema> of, std::size_t plan_count)
    : schema(std::move(of)), vocabulary(schema->ruleset->vocabulary), index(*schema->index),
      plans(std::make_shared<Plans>()), values(vocabulary, index, plans->texts), elements(index.element_fields.size()),
      items(index.entities.size()) {
    plans->schema = schema;
    plans->texts = TextPool(&schema->texts);
    plans->tables.resize(index.entities.size());
    lay_out(table(vocabulary.root), index.entities[vocabulary.root], plan_count);
    table(vocabulary.root).origins.reserve(plan_count);
    table(vocabulary.root).plan.reserve(plan_count);
    plans->records.reserve(plan_count);
}

void Batch::begin_plan(const PlanSource& source) {
    text = source.text;
    positions = source.tree != nullptr ? &source.tree->positions : nullptr;
    begin_plan();
}

void Batch::begin_plan() {
    plan = static_cast<std::uint32_t>(plans->records.size());
    for (std::size_t entity = 0; entity < items.size(); ++entity) {
        items[entity].begin = static_cast<std::uint32_t>(plans->tables[entity].rows);
        items[entity].spots.clear();
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto [entity, field] = index.element_fields[i];
        elements[i].begin = plans->table(entity).fields[field].values.rows;
        elements[i].parents.clear();
    }
    mark_begin = marks.size();
    notes.clear();
    notes_left_out = 0;
    unknown_fields.clear();
    references.clear();
    whys.clear();
    evidence = judgements = nullptr;
    line_begins_.clear();
    last_spot_ = 0;
    last_position_ = {};
}

void Batch::roll_back() {
    for (std::size_t entity = 0; entity < items.size(); ++entity) {
        EntityTable& to = plans->tables[entity];
        for (std::size_t row = items[entity].begin; row < to.rows; ++row) {
            if (!to.key_unusable.empty()) clear_bit(to.key_unusable, row);
            for (FieldColumn& field : to.fields)
                if (!field.is_list()) erase(field.values, row);
            for (ListColumn& list : to.lists) {
                list.begin[row] = list.end[row] = 0;
                clear_bit(list.given, row);
            }
        }
        to.rows = items[entity].begin;
        to.origins.resize(to.rows);
        to.plan.resize(to.rows);
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto [entity, field] = index.element_fields[i];
        if (plans->tables[entity].fields.empty()) continue;
        Column& column = plans->tables[entity].fields[field].values;
        for (std::size_t row = elements[i].begin; row < column.rows; ++row) erase(column, row);
        column.rows = elements[i].begin;
    }
    marks.resize(mark_begin);
    begin_plan();
}

void Batch::grow(std::uint32_t entity) {
    constexpr std::size_t first_capacity = 8;
    lay_out(table(entity), index.entities[entity], std::max(first_capacity, 2 * table(entity).capacity));
}

std::uint32_t Batch::add_element(std::uint32_t entity, std::uint32_t field, std::uint32_t parent_row) {
    FieldColumn& column = plans->tables[entity].fields[field];
    ElementStore& to = elements[index.entities[entity].fields[field].elements];
    if (column.values.rows == to.capacity) {
        to.capacity = std::max<std::size_t>(8, 2 * to.capacity);
        lay_out_elements(column, to.capacity, to.block);
    }
    to.parents.push_back(parent_row);
    return static_cast<std::uint32_t>(column.values.rows++);
}

void Batch::mark_high(const Cell& cell, const Value& value) {
    marks.push_back({Mark::Kind::high, cell.element, cell.entity, cell.field, cell.row,
                     field(cell).storage == Storage::decimal ? value.decimal_high : value.integer_high});
}

void Batch::set_missing(const Cell& cell, Why why) {
    if (why == Why::not_stated) {
        whys.erase(cell.key());
        return;
    }
    whys[cell.key()] = why;
    if (why == Why::withheld) mark(cell, Mark::Kind::withheld);
    else if (cell.element || !field(cell).list) mark(cell, Mark::Kind::unusable);
}

namespace {
bool same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return (one | 0x20) == (other | 0x20); });
}
}  // namespace

bool Batch::room_for_note() {
    if (notes.size() < greatest_note_count) return true;
    ++notes_left_out;
    return false;
}

void Batch::note(Remark remark, std::uint32_t spot, const Place& place) {
    if (room_for_note()) notes.push_back({std::move(remark), spot, place, {}, {}, {}});
}

void Batch::note_written(Remark remark, std::uint32_t spot, std::string place, std::string pointer) {
    if (room_for_note())
        notes.push_back({std::move(remark), spot, std::nullopt, {}, std::move(place), std::move(pointer)});
}

void Batch::note_unknown_field(const Place& item, std::string_view name, std::uint32_t spot) {
    // A wrong name is told once, however many items have it.
    const auto [known, is_new] =
        unknown_fields.try_emplace({item.entity, std::string(name)}, std::pair{notes.size(), std::size_t(1)});
    if (!is_new) {
        ++known->second.second;
        return;
    }
    if (!room_for_note()) {
        unknown_fields.erase(known);
        return;
    }
    const PlanEntity& of = entity(item.entity);
    Message help = did_you_mean(name, of.names);
    if (help.empty() && item.entity == vocabulary.root && same_word(of.entity->name, name))
        help = Message(say::plan_in_plan, {in_quotes(name)});
    if (help.empty()) {
        constexpr std::size_t most = 8;
        std::vector<std::string> names = of.names;
        const bool more = names.size() > most;
        if (more) names.resize(most);
        help = Message(say::entity_has, {entity_name(*of.entity), listed(names) + (more ? ", …" : "")});
    }
    notes.push_back(
        {warning(say::unknown_field, {in_quotes(name)}, std::move(help)), spot, item, std::string(name), {}, {}});
}

Remark given_twice(Batch& batch, const Node& conflict) {
    std::vector<std::string> lines;
    for (const Node& one : conflict.children) {
        const std::uint32_t line = batch.position_of(one.key_spot).line;
        add_line(lines, line);
    }
    return warning(say::given_twice, {in_quotes(conflict.key),
                                      conflict.children.size() > 2 ? say::several_times : say::twice, on_lines(lines)});
}

void add_line(std::vector<std::string>& lines, std::uint32_t line) {
    constexpr std::size_t most = 5;
    std::string number = std::to_string(line);
    if (line != 0 && lines.size() < most && std::find(lines.begin(), lines.end(), number) == lines.end())
        lines.push_back(std::move(number));
}

Message on_lines(const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    return Message(lines.size() == 1 ? say::on_line : say::on_lines, {list_of(lines, messages::List::Joint::and_)});
}

Position Batch::position_of(std::uint32_t spot) {
    if (positions != nullptr) return spot < positions->size() ? (*positions)[spot] : Position{};
    if (line_begins_.empty()) {
        line_begins_.push_back(0);
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
    }
    const auto line = static_cast<std::uint32_t>(std::upper_bound(line_begins_.begin(), line_begins_.end(), spot) -
                                                 line_begins_.begin());
    // Notes come in order, and a text may be one long line: letters are counted on from the last one.
    const bool further = line == last_position_.line && spot >= last_spot_;
    const std::uint32_t from = further ? last_spot_ : line_begins_[line - 1];
    const std::string_view between = text.substr(from, spot - from);
    const auto letters = std::count_if(between.begin(), between.end(),
                                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    last_spot_ = spot;
    last_position_ = {line, (further ? last_position_.column : 1) + static_cast<std::uint32_t>(letters)};
    return last_position_;
}

Place Batch::place_of(const Cell& cell) {
    if (!cell.element) return {cell.entity, cell.row, cell.field, -1};
    const ElementStore& of = elements[field(cell).elements];
    return {cell.entity, of.parents[cell.row - of.begin], cell.field, cell.row};
}

void Batch::finish() {
    // What doubling left unused is given back where it is much.
    constexpr std::size_t small = 1 << 17;  // words
    for (std::uint32_t entity = 0; entity < items.size(); ++entity)
        if (EntityTable& to = table(entity); to.memory.size() > small && to.rows < to.capacity / 4 * 3)
            lay_out(to, index.entities[entity], to.rows);
    finish_tables(plans->tables, marks, plans->storage);
    for (ElementStore& store : elements)
        if (!store.block.empty()) plans->storage.push_back(std::move(store.block));
}

}  // namespace brecha::reading
