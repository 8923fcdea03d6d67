#include "assess/trace.hpp"

#include "assess/leaves.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"
#include "plans/places.hpp"

#include <algorithm>

namespace brecha::assess {

using program::Instruction;
using program::Opcode;

namespace {

constexpr std::uint32_t second_list = 0x8000'0000u;  // as kernels/lists.cpp marks rows of the second list

class Tracer {
public:
    Tracer(const Run& run, const Node& node) : run_(run), node_(node), made_(run.instruction(node.instruction)) {}

    Step back() {
        if (node_.list) list();
        else value();
        return std::move(step_);
    }

private:
    const Run& run_;
    const Node& node_;
    const Instruction& made_;
    Step step_;

    // --- reading

    Node input(std::size_t at) const { return node_of(made_.inputs[at], made_.frame, node_.row); }
    Node node_of(std::int32_t id, std::int32_t frame, std::uint32_t row) const {
        return {id, run_.outer_row(frame, row, run_.instruction(id).frame), false};
    }
    Node list_node(std::size_t at) const {
        return {made_.inputs[at], run_.outer_row(made_.frame, node_.row, run_.instruction(made_.inputs[at]).frame),
                true};
    }
    bool open(const Node& node) const { return is_open(run_, node); }
    Truth truth(const Node& node) const { return kernels::TruthInput(run_.columns[node.instruction])[node.row]; }

    void push(const Node& node) { step_.operands.push_back(node); }
    void push_if_open(const Node& node) {
        if (open(node)) push(node);
    }

    // --- values

    void value() {
        const bool unknown = open(node_);
        switch (made_.opcode) {
            case Opcode::constant:
            case Opcode::missing_constant:
            case Opcode::assessment_date:
            case Opcode::plan_item: return;
            case Opcode::parameter:
                if (unknown) parameter_place();
                return;
            case Opcode::load: return load(unknown);
            case Opcode::expand: return push(input(0));
            case Opcode::judged: return judged(unknown);
            case Opcode::verdict_met:
            case Opcode::verdict_applies:
                step_.requirement = made_.index;
                if (!made_.inputs.empty()) step_.item.push_back(input(0));
                return;
            case Opcode::table_row:
                for (std::size_t i = 0; i < made_.inputs.size(); ++i)
                    if (!unknown || open(input(i))) push(input(i));
                if (unknown && step_.operands.empty()) table_place();
                return;
            case Opcode::element: return element(unknown);
            case Opcode::not_: return push(input(0));
            case Opcode::and_: return junction(Truth::fails, unknown);
            case Opcode::or_: return junction(Truth::holds, unknown);
            case Opcode::owed_if:
                if (unknown) {
                    push_if_open(input(0));
                    push_if_open(input(1));
                    return;
                }
                push(input(0));
                if (truth(input(0)) != Truth::fails) push(input(1));
                return;
            case Opcode::choose: {
                const Truth condition = truth(input(0));
                if (condition == Truth::unknown || !unknown) push(input(0));
                if (condition != Truth::unknown) return push(input(condition == Truth::holds ? 1 : 2));
                // Where both come to the same, the condition no longer matters.
                for (const std::size_t branch : {1, 2})
                    if (!unknown || open(input(branch))) push(input(branch));
                return;
            }
            case Opcode::given_list: {
                const Node list = list_node(0);
                each_element(list, [&](std::uint32_t row) {
                    const Node presence = node_of(made_.inputs[1], run_.instruction(made_.inputs[1]).frame, row);
                    if (unknown) push_if_open(presence);
                });
                return push(list);
            }
            case Opcode::due_within: return due(unknown);
            case Opcode::apart: return apart(unknown);
            case Opcode::otherwise:
                if (unknown && !known(input(0))) {
                    push_if_open(input(0));
                    push_if_open(input(1));
                    return;
                }
                return push(known(input(0)) ? input(0) : input(1));
            case Opcode::elements: return element_source(1);
            case Opcode::presence: return element_source(2);
            case Opcode::any: return quantifier(Truth::holds, unknown);
            case Opcode::all: return quantifier(Truth::fails, unknown);
            case Opcode::count:
            case Opcode::sum:
            case Opcode::least:
            case Opcode::greatest:
            case Opcode::average:
            case Opcode::share:
            case Opcode::longest_gap: return aggregate(unknown);
            default: break;
        }
        // operations on their operands one by one
        for (std::size_t i = 0; i < made_.inputs.size(); ++i)
            if (!unknown || open(input(i))) push(input(i));
        if (!step_.operands.empty() || !unknown) return;
        step_.known_but = compares() ? plans::Why::imprecise : plans::Why::not_computable;
        for (std::size_t i = 0; i < made_.inputs.size(); ++i) push(input(i));
    }

    /// Of what is only told apart, something is known all the same: a month is not 30 days, nor surely more or less.
    bool compares() const {
        switch (made_.opcode) {
            case Opcode::equal:
            case Opcode::less:
            case Opcode::at_most:
            case Opcode::smaller:
            case Opcode::larger:
            case Opcode::least:
            case Opcode::greatest: return true;
            default: return false;
        }
    }

    bool known(const Node& node) const {
        const plans::Column& column = run_.columns[node.instruction];
        const std::size_t row = column.rows == 1 ? 0 : node.row;
        return plans::bit(column.valid, row) ||
               (column.storage == plans::Storage::truth && plans::bit(column.fails, row));
    }

    void junction(Truth deciding, bool unknown) {
        const Truth result = truth(node_);
        for (std::size_t i = 0; i < made_.inputs.size(); ++i) {
            const Node one = input(i);
            if (unknown ? open(one) : result != deciding || truth(one) == deciding) push(one);
        }
    }

    void load(bool unknown) {
        const Node item = input(0);
        if (open(item)) {
            // Nothing there to ask: the place of the item itself, or of its field where we know which item is meant.
            if (auto place = place_of_absent(item)) {
                place->text += "/" + field_name(made_.entity, made_.field);
                place->entity = made_.entity;
                place->field = made_.field;
                step_.place = std::move(place);
                step_.why = why_absent(item);
                return;
            }
            return push(item);
        }
        const auto row = static_cast<std::uint32_t>(
            run_.columns[item.instruction].integers[run_.columns[item.instruction].rows == 1 ? 0 : item.row]);
        const auto entity = static_cast<std::uint32_t>(made_.entity), field = static_cast<std::uint32_t>(made_.field);
        if (run_.ruleset().vocabulary.entities[entity].table_row) {
            if (unknown) {
                step_.place = Place{table_name(entity) + "/" + plans::key_text(*run_.plans, entity, row) + "/" +
                                        field_name(made_.entity, made_.field),
                                    -1,
                                    -1,
                                    row,
                                    false,
                                    false,
                                    -1,
                                    -1,
                                    {}};
                step_.why = plans::Why::not_stated;
            }
            return push(item);
        }
        Place place;
        place.text = plans::place_of_field(*run_.plans, entity, row, field);
        place.entity = made_.entity;
        place.field = made_.field;
        place.row = row;
        step_.place = std::move(place);
        const plans::FieldColumn& column = run_.plans->table(entity).fields[field];
        step_.defaulted = plans::bit(column.defaulted, row);
        if (unknown)
            step_.why = known(node_) ? plans::Why::imprecise : plans::why_missing(*run_.plans, entity, field, row);
        if (!unknown && run_.instruction(item.instruction).opcode != Opcode::plan_item) push(item);
    }

    std::string field_name(std::int32_t entity, std::int32_t field) const {
        return run_.ruleset().vocabulary.entities[entity].fields[field].name;
    }
    std::string table_name(std::uint32_t entity) const {
        for (const model::Table& table : run_.ruleset().tables)
            if (table.entity == entity) return table.name;
        return run_.ruleset().vocabulary.entities[entity].name;
    }

    /// The place that an item asked for by its key would have: "facilities/f1/searches/vehicle,level_2".
    std::optional<Place> place_of_absent(Node node) const {
        while (run_.instruction(node.instruction).opcode == Opcode::expand)
            node = {run_.instruction(node.instruction).inputs[0],
                    run_.outer_row(run_.instruction(node.instruction).frame, node.row,
                                   run_.instruction(run_.instruction(node.instruction).inputs[0]).frame),
                    false};
        const Instruction& made = run_.instruction(node.instruction);
        if (made.opcode != Opcode::element) return std::nullopt;
        std::string key;
        for (std::size_t i = 3; i < made.inputs.size(); ++i) {
            const Node one = node_of(made.inputs[i], made.frame, node.row);
            if (open(one)) return std::nullopt;
            key += (key.empty() ? "" : ",") +
                   word_of_value(run_, one.instruction, run_.columns[one.instruction].rows == 1 ? 0 : one.row);
        }
        Node list{made.inputs[0], run_.outer_row(made.frame, node.row, run_.instruction(made.inputs[0]).frame), true};
        auto place = list_place(list);
        if (!place) return std::nullopt;
        place->text += "/" + plans::escaped_step(key);
        place->whole_list = false;
        place->absent = std::move(key);
        return place;
    }

    /// The plan's list behind a list that is one.
    std::optional<Place> list_place(Node node) const {
        const Instruction* made = &run_.instruction(node.instruction);
        while (made->opcode == Opcode::spread || made->opcode == Opcode::view) {
            node = {made->inputs[0], run_.outer_row(made->frame, node.row, run_.instruction(made->inputs[0]).frame),
                    true};
            made = &run_.instruction(node.instruction);
        }
        if (made->opcode != Opcode::load_list) return std::nullopt;
        const plans::Column& items = run_.columns[made->inputs[0]];
        const Node item = node_of(made->inputs[0], made->frame, node.row);
        if (open(item)) return std::nullopt;
        Place place;
        place.row = static_cast<std::uint32_t>(items.integers[items.rows == 1 ? 0 : item.row]);
        place.entity = made->entity;
        place.field = made->field;
        place.whole_list = true;
        place.text = plans::place_of_field(*run_.plans, static_cast<std::uint32_t>(made->entity), place.row,
                                           static_cast<std::uint32_t>(made->field));
        return place;
    }

    void element(bool unknown) {
        for (std::size_t i = 3; i < made_.inputs.size(); ++i)
            if (!unknown || open(input(i))) push(input(i));
        if (!unknown) return push(list_node(0));
        if (!step_.operands.empty()) return;
        if (auto place = place_of_absent(node_)) {
            step_.place = std::move(place);
            step_.why = why_absent(node_);
        } else {
            push(list_node(0));
        }
    }

    /// A row that is asked for by its key: nowhere, or there more than once.
    plans::Why why_absent(Node node) const {
        while (run_.instruction(node.instruction).opcode == Opcode::expand)
            node = node_of(run_.instruction(node.instruction).inputs[0], run_.instruction(node.instruction).frame,
                           node.row);
        const plans::Column& column = run_.columns[node.instruction];
        return plans::bit(column.unusable, column.rows == 1 ? 0 : node.row) ? plans::Why::ambiguous
                                                                            : plans::Why::not_stated;
    }

    void table_place() {
        std::string key;
        for (std::size_t i = 0; i < made_.inputs.size(); ++i) {
            const Node one = input(i);
            key += (key.empty() ? "" : ",") +
                   word_of_value(run_, one.instruction, run_.columns[one.instruction].rows == 1 ? 0 : one.row);
        }
        step_.place = Place{run_.ruleset().tables[made_.index].name + "/" + key, -1, -1, 0, false, false, -1, -1, {}};
        step_.why = plans::Why::not_stated;
    }

    void parameter_place() {
        Place place;
        place.text = "parameter " + run_.ruleset().parameters[made_.index].name;
        place.parameter = made_.index;
        step_.place = std::move(place);
        step_.why = plans::Why::not_stated;
    }

    void judged(bool unknown) {
        const model::Judgement& asked = run_.ruleset().judgements[made_.index];
        const program::LoweredRequirement& lowered = run_.program->requirements[asked.requirement];
        Place place;
        place.judgement = made_.index;
        place.text = "judgements/" + run_.ruleset().requirements[asked.requirement].id;
        if (!asked.part.empty()) place.text += "/" + asked.part;
        for (std::size_t level = 1; level <= lowered.levels.size(); ++level)
            if (lowered.levels[level - 1].frame == made_.frame)
                place.text += "/" + subject_text(run_, lowered, level, node_.row);
        step_.place = std::move(place);
        if (unknown) step_.why = plans::Why::not_stated;
    }

    void due(bool unknown) {
        const Node value = input(0), duration = input(1), from = input(2);
        if (!unknown) {
            push(value);
            push(from);
        } else {
            push_if_open(value);
            push_if_open(from);
            push_if_open(duration);
        }
        if (known(value) || !known(from) || !known(duration)) return;
        const bool moment = run_.instruction(from.instruction).type.kind == model::TypeKind::moment;
        const auto deadline = kernels::shift(
            kernels::Input<std::int64_t>(run_.columns[from.instruction])[from.row],
            kernels::Input<std::int64_t>(run_.columns[duration.instruction])[duration.row], moment, false,
            run_.ruleset().month_end == model::MonthEnd::unstated ? model::MonthEnd::last_day
                                                                  : run_.ruleset().month_end);
        if (deadline.exact()) {  // when it is or was due, where that is one day
            if (unknown || truth(node_) == Truth::not_owed)
                step_.due = moment ? model::moment_to_text(deadline.low) : model::day_to_text(deadline.low);
        } else if (unknown && !deadline.known()) {  // it lies after the last year
            step_.known_but = plans::Why::not_computable;
            push(from);
            push(duration);
        }
    }

    void apart(bool unknown) {
        const Node list = list_node(0);
        if (!unknown || open(list)) push(list);
        for (std::size_t i = 3; i < made_.inputs.size(); ++i)
            if (!unknown || open(input(i))) push(input(i));
        const std::int32_t elements = made_.inputs[1], presence = made_.inputs[2];
        each_element(list, [&](std::uint32_t row) {
            const Node date = node_of(elements, frame_of_elements(presence), row),
                       there = node_of(presence, frame_of_elements(presence), row);
            if (truth(there) == Truth::fails) return;
            if (unknown) push_if_open(there);
            if (!unknown || open(date)) push(date);
        });
        if (!unknown || !step_.operands.empty()) return;
        step_.known_but = plans::Why::imprecise;
        for (std::size_t i = 3; i < made_.inputs.size(); ++i) push(input(i));
        push(list);
    }

    std::int32_t frame_of_elements(std::int32_t presence) const { return run_.instruction(presence).frame; }

    template <typename Do>
    void each_element(const Node& list, Do each) const {
        const kernels::List& rows = run_.lists[list.instruction];
        const std::size_t at = rows.rows == 1 ? 0 : list.row;
        for (std::uint32_t row = rows.begin[at]; row < rows.end[at]; ++row) each(row);
    }

    /// any: decided by elements that hold; all: by elements that fail.
    void quantifier(Truth deciding, bool unknown) {
        const Node list = list_node(0);
        const std::int32_t in = made_.inputs[1], body = made_.inputs[2];
        const Truth result = truth(node_);
        const bool is_any = made_.opcode == Opcode::any;
        if (unknown ? open(list) : result != deciding) push(list);
        each_element(list, [&](std::uint32_t row) {
            const Node there = node_of(in, frame_of_elements(in), row);
            const Truth present = truth(there);
            const std::optional<Node> one =
                body < 0 ? std::nullopt : std::optional(node_of(body, frame_of_elements(in), row));
            const Truth holds = one ? truth(*one) : Truth::holds;
            if (unknown) {
                if (present == Truth::fails) return;
                if (is_any ? holds == Truth::fails : holds == Truth::holds || holds == Truth::not_owed) return;
                if (present == Truth::unknown) push(there);
                if (one && holds == Truth::unknown) push(*one);
                return;
            }
            if (result == deciding) {  // the elements that decide
                if (present != Truth::holds || holds != deciding) return;
                if (made_.has_condition) push(there);
                if (one) push(*one);
                else if (!made_.has_condition) push(list);
                return;
            }
            if (present == Truth::fails) {  // every element counts: why it is out, or why it does not decide
                if (made_.has_condition) push(there);
            } else if (one) {
                push(*one);
            }
        });
    }

    void aggregate(bool unknown) {
        const Node list = list_node(0);
        const std::int32_t in = made_.inputs[1], body = made_.inputs[2];
        if (!unknown || open(list)) push(list);
        each_element(list, [&](std::uint32_t row) {
            const Node there = node_of(in, frame_of_elements(in), row);
            const Truth present = truth(there);
            if (unknown) {
                if (present == Truth::fails) return;
                if (present == Truth::unknown) push(there);
                if (body >= 0) push_if_open(node_of(body, frame_of_elements(in), row));
                return;
            }
            if (made_.has_condition) push(there);
            if (body >= 0 && present != Truth::fails) push(node_of(body, frame_of_elements(in), row));
        });
        if (!unknown || !step_.operands.empty()) return;
        step_.known_but = compares() ? plans::Why::imprecise : plans::Why::not_computable;
        push(list);
        each_element(list, [&](std::uint32_t row) {
            if (body >= 0 && truth(node_of(in, frame_of_elements(in), row)) != Truth::fails)
                push(node_of(body, frame_of_elements(in), row));
        });
    }

    /// An element (at 1) or its presence (at 2) of a list that made rows: where it came from.
    void element_source(std::size_t which) {
        const std::int32_t id = made_.inputs[0];
        const Instruction& made = run_.instruction(id);
        const kernels::List& list = run_.lists[id];
        switch (made.opcode) {
            case Opcode::load_list: {
                if (which == 2) return;
                const auto entity = static_cast<std::uint32_t>(made.entity),
                           field = static_cast<std::uint32_t>(made.field);
                const plans::FieldColumn& column = run_.plans->table(entity).fields[field];
                if (!column.own_elements) return;  // items are where they are
                const std::uint32_t list_row = run_.frames[made.opens].parent[node_.row];
                const plans::Column& items = run_.columns[made.inputs[0]];
                const Node item = node_of(made.inputs[0], made.frame, list_row);
                Place place;
                place.row = static_cast<std::uint32_t>(items.integers[items.rows == 1 ? 0 : item.row]);
                place.entity = made.entity;
                place.field = made.field;
                place.element = true;
                place.text = plans::place_of_element(*run_.plans, entity, place.row, field, list.source[node_.row]);
                step_.place = std::move(place);
                if (open(node_))
                    step_.why = known(node_)
                                    ? plans::Why::imprecise
                                    : plans::why_missing(*run_.plans, entity, field, list.source[node_.row], true);
                return;
            }
            case Opcode::list_literal: {
                if (which == 2) return;
                const std::uint32_t list_row = made.frame == 0 ? 0 : run_.frames[made.opens].parent[node_.row];
                push(node_of(made.inputs[node_.row - list.begin[list_row]], made.frame, list_row));
                return;
            }
            case Opcode::spread: push({made.inputs[which], list.source[node_.row], false}); return;
            case Opcode::join:
            case Opcode::otherwise_list:
            case Opcode::choose_list: {
                const std::size_t first = made.opcode == Opcode::choose_list ? 1 : 0;
                const std::uint32_t source = list.source[node_.row];
                push({made.inputs[first + (source & second_list ? 3 : 0) + which], source & ~second_list, false});
                return;
            }
            case Opcode::distinct:
                push({made.inputs[1], list.source[node_.row], false});
                if (which == 2) push({made.inputs[2], list.source[node_.row], false});
                if (which == 2) std::erase_if(step_.operands, [&](const Node& node) { return !open(node); });
                return;
            case Opcode::missing_from:
                push({made.inputs[which == 2 ? 2 : 1], list.source[node_.row], false});
                if (which == 2) push({made.inputs[3], list.source[node_.row], false});
                if (which == 2) std::erase_if(step_.operands, [&](const Node& node) { return !open(node); });
                return;
            case Opcode::years:
            case Opcode::full_years:
            case Opcode::numbers:
            case Opcode::dates:  // whether it is there, and which day it is, turns on the ends
                if (!open(node_)) return;
                for (std::size_t i = 0; i < made.inputs.size(); ++i) {
                    const std::uint32_t list_row = made.frame == 0 ? 0 : run_.frames[made.opens].parent[node_.row];
                    const Node end = node_of(made.inputs[i], made.frame, list_row);
                    if (open(end)) push(end);
                }
                return;
            default: return;  // made by the rule itself
        }
    }

    // --- how long is the list?

    void list() {
        switch (made_.opcode) {
            case Opcode::load_list: {
                const Node item = input(0);
                if (open(item)) {
                    if (auto place = place_of_absent(item)) {
                        place->text += "/" + field_name(made_.entity, made_.field);
                        place->entity = made_.entity;
                        place->field = made_.field;
                        step_.place = std::move(place);
                        step_.why = why_absent(item);
                        return;
                    }
                    return push(item);
                }
                step_.place = list_place(node_);
                if (!open(node_) || !step_.place) return;
                step_.why = plans::bit(run_.lists[node_.instruction].absent, node_.row)
                                ? plans::why_missing(*run_.plans, static_cast<std::uint32_t>(made_.entity),
                                                     static_cast<std::uint32_t>(made_.field), step_.place->row)
                                : plans::Why::may_be_more;
                return;
            }
            case Opcode::parameter_list:
                if (open(node_)) parameter_place();
                return;
            case Opcode::spread:
                return push({made_.inputs[0],
                             run_.outer_row(made_.frame, node_.row, run_.instruction(made_.inputs[0]).frame), true});
            case Opcode::view:
            case Opcode::distinct:
            case Opcode::missing_from: return push(list_node(0));
            case Opcode::flatten: {
                const bool unknown = open(node_);
                if (!unknown || open(list_node(0))) push(list_node(0));
                const std::int32_t presence = made_.inputs[1];
                each_element(list_node(0), [&](std::uint32_t row) {
                    if (truth(node_of(presence, frame_of_elements(presence), row)) == Truth::fails) return;
                    const Node inner{made_.inputs[2], row, true};
                    if (!unknown || open(inner)) push(inner);
                });
                return;
            }
            case Opcode::join:
                if (!open(node_) || open(list_node(0))) push(list_node(0));
                if (!open(node_) || open(list_node(3))) push(list_node(3));
                return;
            case Opcode::otherwise_list:
                push(list_node(0));
                if (plans::bit(run_.lists[made_.inputs[0]].absent, list_node(0).row)) push(list_node(3));
                return;
            case Opcode::choose_list: {
                const Truth condition = truth(input(0));
                push(input(0));
                if (condition != Truth::unknown) return push(list_node(condition == Truth::holds ? 1 : 4));
                for (const std::size_t branch : {1, 4})
                    if (open(list_node(branch))) push(list_node(branch));
                return;
            }
            case Opcode::years:
            case Opcode::full_years:
            case Opcode::numbers:
            case Opcode::dates:
                for (std::size_t i = 0; i < made_.inputs.size(); ++i)
                    if (!open(node_) || open(input(i))) push(input(i));
                if (!step_.operands.empty()) return;
                step_.known_but =
                    plans::Why::not_computable;  // more elements than a list may have, a step that no date can take
                for (std::size_t i = 0; i < made_.inputs.size(); ++i) push(input(i));
                return;
            default: return;
        }
    }
};

}  // namespace

bool is_open(const Run& run, const Node& node) {
    if (node.list) {
        const kernels::List& list = run.lists[node.instruction];
        return !list.closed(list.rows == 1 ? 0 : node.row);
    }
    const plans::Column& column = run.columns[node.instruction];
    const std::size_t row = column.rows == 1 ? 0 : node.row;
    if (column.storage == plans::Storage::truth) return kernels::TruthInput(column)[row] == Truth::unknown;
    if (!plans::bit(column.valid, row)) return true;
    if (column.storage == plans::Storage::decimal)
        return !column.decimals_high.empty() && column.decimals[row] != column.decimals_high[row];
    return !column.integers_high.empty() && column.integers[row] != column.integers_high[row];
}

Step step_back(const Run& run, const Node& node) { return Tracer(run, node).back(); }

}  // namespace brecha::assess
