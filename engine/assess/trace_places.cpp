#include "assess/trace_places.hpp"

#include "assess/leaves.hpp"
#include "plans/places.hpp"

#include <string>
#include <utility>

namespace brecha::assess {

using program::Instruction;
using program::Opcode;

namespace {

std::size_t row_of(const plans::Column& column, const Node& node) { return column.rows == 1 ? 0 : node.row; }

std::string field_name(const Run& run, const Instruction& load) {
    return run.ruleset()
        .vocabulary.entities[static_cast<std::size_t>(load.entity)]
        .fields[static_cast<std::size_t>(load.field)]
        .name;
}

std::string table_name(const Run& run, std::uint32_t entity) {
    for (const model::Table& table : run.ruleset().tables)
        if (table.entity == entity) return table.name;
    return run.ruleset().vocabulary.entities[entity].name;
}

/// "vehicle,level_2": what the keys come to in the row.
template <typename Keys>
std::string key_of(const Run& run, const Keys& keys, std::int32_t frame, std::uint32_t row) {
    std::string key;
    for (const std::int32_t id : keys) {
        const Node one = node_of(run, id, frame, row);
        const auto at = static_cast<std::uint32_t>(row_of(run.columns[one.instruction], one));
        key += (key.empty() ? "" : ",") + word_of_value(run, one.instruction, at);
    }
    return key;
}

/// Where it was made: what only stands once more in another frame is that.
Node unexpanded(const Run& run, Node node) {
    for (;;) {
        const Instruction& made = run.instruction(node.instruction);
        if (made.opcode == Opcode::expand) {
            node = node_of(run, made.first(), made.frame, node.row);
        } else if (made.opcode == Opcode::elements && run.instruction(made.first()).opcode == Opcode::spread) {
            const std::int32_t list = run.instruction(made.first()).first();
            node = {run.instruction(list).elements, run.lists[made.first()].source[node.row], false};
        } else {
            return node;
        }
    }
}

}  // namespace

Node node_of(const Run& run, std::int32_t instruction, std::int32_t frame, std::uint32_t row) {
    return {instruction, run.outer_row(frame, row, run.instruction(instruction).frame), false};
}

bool is_known(const Run& run, const Node& node) {
    const plans::Column& column = run.columns[node.instruction];
    const std::size_t row = row_of(column, node);
    return plans::bit(column.valid, row) ||
           (column.storage == plans::Storage::truth && plans::bit(column.fails, row) && !is_none(run, node));
}

bool is_none(const Run& run, const Node& node) {
    const plans::Column& column = run.columns[node.instruction];
    return plans::bit(column.none, row_of(column, node));
}

Place place_of_load(const Run& run, const Instruction& load, std::uint32_t row) {
    Place place;
    place.text = plans::place_of_field(*run.plans, static_cast<std::uint32_t>(load.entity), row,
                                       static_cast<std::uint32_t>(load.field));
    place.entity = load.entity;
    place.field = load.field;
    place.row = row;
    return place;
}

plans::Why why_missing(const Run& run, const Instruction& load, std::uint32_t row, bool element) {
    if (run.outdated.at(load, row, element)) return plans::Why::outdated;
    return plans::why_missing(*run.plans, static_cast<std::uint32_t>(load.entity),
                              static_cast<std::uint32_t>(load.field), row, element);
}

std::optional<Place> place_of_list(const Run& run, Node list) {
    const Instruction* made = &run.instruction(list.instruction);
    while (made->opcode == Opcode::spread || made->opcode == Opcode::view) {
        list = {made->first(), run.outer_row(made->frame, list.row, run.instruction(made->first()).frame), true};
        made = &run.instruction(list.instruction);
    }
    if (made->opcode != Opcode::load_list) return std::nullopt;
    const Node item = node_of(run, made->first(), made->frame, list.row);
    if (!is_known(run, item)) return std::nullopt;
    const plans::Column& items = run.columns[item.instruction];
    Place place = place_of_load(run, *made, static_cast<std::uint32_t>(items.integers[row_of(items, item)]));
    place.whole_list = true;
    return place;
}

std::optional<Place> place_of_absent(const Run& run, Node item) {
    item = unexpanded(run, item);
    const Instruction& made = run.instruction(item.instruction);
    if (made.opcode != Opcode::element) return std::nullopt;
    for (const std::int32_t id : made.keys())
        if (is_open(run, node_of(run, id, made.frame, item.row))) return std::nullopt;
    auto place = place_of_list(
        run, {made.first(), run.outer_row(made.frame, item.row, run.instruction(made.first()).frame), true});
    if (!place) return std::nullopt;
    place->absent = key_of(run, made.keys(), made.frame, item.row);
    place->absent_entity = run.instruction(made.first()).type.of;
    place->text += "/" + plans::escaped_step(place->absent);
    place->whole_list = false;
    return place;
}

plans::Why why_absent(const Run& run, Node item) {
    item = unexpanded(run, item);
    const plans::Column& column = run.columns[item.instruction];
    return plans::bit(column.unusable, row_of(column, item)) ? plans::Why::ambiguous : plans::Why::not_stated;
}

Place place_in_table(const Run& run, const Instruction& load, std::uint32_t row) {
    const auto entity = static_cast<std::uint32_t>(load.entity);
    Place place;
    place.text = table_name(run, entity) + "/" + plans::key_text(*run.plans, entity, row) + "/" + field_name(run, load);
    place.row = row;
    return place;
}

Place place_of_table_row(const Run& run, const Node& looked_up) {
    const Instruction& made = run.instruction(looked_up.instruction);
    Place place;
    place.text = run.ruleset().tables[static_cast<std::size_t>(made.index)].name + "/" +
                 key_of(run, made.inputs, made.frame, looked_up.row);
    return place;
}

Place place_of_parameter(const Run& run, std::int32_t parameter) {
    Place place;
    place.text = "parameter " + run.ruleset().parameters[static_cast<std::size_t>(parameter)].name;
    place.parameter = parameter;
    return place;
}

Place place_of_calendar(const Run& run, std::int32_t calendar) {
    Place place;
    place.text = "calendar " + run.ruleset().calendars[static_cast<std::size_t>(calendar)].name;
    place.calendar = calendar;
    return place;
}

Place place_of_judgement(const Run& run, const Node& judged) {
    const Instruction& made = run.instruction(judged.instruction);
    const model::Judgement& asked = run.ruleset().judgements[static_cast<std::size_t>(made.index)];
    const program::LoweredRequirement& lowered = run.program->requirements[asked.requirement];
    Place place;
    place.judgement = made.index;
    place.text = "judgements/" + run.ruleset().requirements[asked.requirement].id;
    if (!asked.part.empty()) place.text += "/" + asked.part;
    for (std::size_t level = 1; level <= lowered.levels.size(); ++level)
        if (lowered.levels[level - 1].frame == made.frame)
            place.text += "/" + subject_text(run, lowered, level, judged.row);
    return place;
}

}  // namespace brecha::assess
