#include "assess/trace.hpp"

#include "assess/procedures.hpp"
#include "assess/trace_places.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"
#include "plans/places.hpp"

#include <algorithm>

namespace brecha::assess {

using program::Instruction;
using program::Opcode;

namespace {

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

    /// A value or a truth that the instruction reads, at its row.
    Node operand(std::int32_t id) const { return node_of(id, made_.frame, node_.row); }
    std::vector<Node> operands() const {
        std::vector<Node> nodes;
        for (const std::int32_t id : made_.inputs) nodes.push_back(operand(id));
        return nodes;
    }
    Node node_of(std::int32_t id, std::int32_t frame, std::uint32_t row) const {
        return assess::node_of(run_, id, frame, row);
    }
    /// A list that the instruction reads: how long it is, at its row; asked by whoever asks for the list at hand, else
    /// for those that are in it.
    Node list_of(std::int32_t id) const {
        return asked_by(node_.list ? node_.asker : Asker{id, made_.frame, node_.row}, id);
    }
    /// … asked by the instruction itself, which closes it.
    Node closed_list(std::int32_t id) const { return asked_by({node_.instruction, made_.frame, node_.row}, id); }
    Node asked_by(const Asker& asker, std::int32_t id) const {
        return {id, run_.outer_row(made_.frame, node_.row, run_.instruction(id).frame), true, asker};
    }
    bool open(const Node& node) const { return is_open(run_, node); }
    Truth truth(const Node& node) const { return kernels::TruthInput(run_.columns[node.instruction])[node.row]; }

    void push(const Node& node) { step_.operands.push_back(node); }
    void push_if_open(const Node& node) {
        if (open(node)) push(node);
    }
    /// What is open is pushed if open, what is decided in any case.
    void push_deciding(const Node& node, bool unknown) {
        if (!unknown || open(node)) push(node);
    }

    // --- values

    void value() {
        const bool unknown = open(node_);
        switch (made_.opcode) {
            case Opcode::constant:
            case Opcode::missing_constant:
            case Opcode::assessment_date:
            case Opcode::in_force:
            case Opcode::plan_item: return;
            case Opcode::parameter:
                if (unknown) ask_at(place_of_parameter(run_, made_.index), plans::Why::not_stated);
                return;
            case Opcode::load: return load(unknown);
            case Opcode::expand: return push(operand(made_.first()));
            case Opcode::judged:
                step_.place = place_of_judgement(run_, node_);
                if (unknown) step_.why = plans::Why::not_stated;
                return;
            case Opcode::verdict_met:
            case Opcode::verdict_applies:
                step_.requirement = made_.index;
                if (!made_.inputs.empty()) step_.item.push_back(operand(made_.first()));
                return;
            case Opcode::table_row:
                for (const Node& key : operands()) push_deciding(key, unknown);
                if (unknown && step_.operands.empty()) ask_at(place_of_table_row(run_, node_), plans::Why::not_stated);
                return;
            case Opcode::element: return element(unknown);
            case Opcode::not_: return push(operand(made_.first()));
            case Opcode::and_: return junction(Truth::fails, unknown);
            case Opcode::or_: return junction(Truth::holds, unknown);
            case Opcode::owed_if: {
                const auto [if_, then_] = made_.as<program::Condition>();
                const Node condition = operand(if_), then = operand(then_);
                push_deciding(condition, unknown);
                if (unknown || truth(condition) != Truth::fails) push_deciding(then, unknown);
                return;
            }
            case Opcode::choose: {
                const auto choice = made_.as<program::Choice>();
                const Truth condition = truth(operand(choice.condition));
                if (condition == Truth::unknown || !unknown) push(operand(choice.condition));
                if (condition != Truth::unknown)
                    return push(operand(condition == Truth::holds ? choice.yes : choice.no));
                // Where both come to the same, the condition no longer matters.
                for (const std::int32_t branch : {choice.yes, choice.no}) push_deciding(operand(branch), unknown);
                return;
            }
            case Opcode::given_list: {
                const Node list = list_of(made_.first());
                if (unknown)
                    tell_elements(list, [&](std::uint32_t row) { push_if_open(presence_of(made_.first(), row)); });
                return push_deciding(list, unknown);
            }
            case Opcode::due_within: return due(unknown);
            case Opcode::apart: return apart(unknown);
            case Opcode::otherwise: {
                const auto parts = made_.as<program::Fallback>();
                const Node value = operand(parts.value), fallback = operand(parts.fallback);
                if (known(value)) {
                    // A yes or no that nobody states, and that is no or not there.
                    if (unknown) step_.known_but = plans::Why::not_stated;
                    return push(value);
                }
                if (!unknown) return push(fallback);
                push_if_open(value);
                push_if_open(fallback);
                return;
            }
            case Opcode::elements: return element_source();
            case Opcode::presence: return presence_source();
            case Opcode::any: return quantifier(Truth::holds, unknown);
            case Opcode::all: return quantifier(Truth::fails, unknown);
            case Opcode::count:
            case Opcode::sum:
            case Opcode::least:
            case Opcode::greatest:
            case Opcode::average:
            case Opcode::share:
            case Opcode::function_of_list: return aggregate(unknown);
            default: break;
        }
        // operations on their operands one by one
        for (const Node& one : operands()) push_deciding(one, unknown);
        if (!step_.operands.empty() || !unknown) return;
        if (made_.type.kind == model::TypeKind::date && outside_calendar(operands())) return;
        step_.known_but = compares() ? plans::Why::imprecise : plans::Why::not_computable;
        step_.operands = operands();
    }

    /// Of what is only told apart, something is known all the same: a month is not 30 days, nor surely more or less.
    bool compares() const {
        switch (made_.opcode) {
            case Opcode::equal:
            case Opcode::less:
            case Opcode::at_most:
            case Opcode::least:
            case Opcode::greatest: return true;
            case Opcode::function: return words::row_of(made_.function).takes[0] == words::Takes::ordered;
            default: return false;
        }
    }

    bool known(const Node& node) const { return is_known(run_, node); }
    bool is_none(const Node& node) const { return assess::is_none(run_, node); }
    /// None, and not because there is nothing of which it could be the least or greatest.
    bool not_there(const Node& node) const {
        return kernels::known_not_there(run_.columns[node.instruction], node.row);
    }
    /// Ends at a place that would have to be stated.
    void ask_at(Place place, plans::Why why) {
        step_.place = std::move(place);
        step_.why = why;
    }

    /// Asks for the calendar, where working days among these are not known to lie in it.
    bool outside_calendar(const std::vector<Node>& lengths) {
        const model::DateRules rules = run_.ruleset().date_rules();
        for (const Node& node : lengths) {
            if (run_.instruction(node.instruction).type.kind != model::TypeKind::duration || !known(node)) continue;
            const auto length = kernels::Input<std::int64_t>(run_.columns[node.instruction])[node.row];
            if (!length.exact() || model::duration_kind(length.low) != model::DurationKind::working) continue;
            const model::Calendar* calendar = rules.calendar_of(length.low);
            if (calendar == nullptr) continue;
            ask_at(place_of_calendar(run_, static_cast<std::int32_t>(calendar - rules.calendars.data())),
                   plans::Why::outside_calendar);
            return true;
        }
        return false;
    }

    void junction(Truth deciding, bool unknown) {
        const Truth result = truth(node_);
        for (const Node& one : operands())
            if (unknown ? open(one) : result != deciding || truth(one) == deciding) push(one);
    }

    /// What keeps an item from having the field that is read: the item itself is open, or known not to be there.
    bool lacks_item(const Node& item) {
        if (!open(item) && !is_none(item)) return false;
        // Of one that is asked for by its key the place of the field is known all the same.
        auto place = open(item) ? place_of_absent(run_, item) : std::nullopt;
        if (!place) {
            push(item);
            return true;
        }
        place->text += "/" + run_.ruleset()
                                 .vocabulary.entities[static_cast<std::size_t>(made_.entity)]
                                 .fields[static_cast<std::size_t>(made_.field)]
                                 .name;
        place->entity = made_.entity;
        place->field = made_.field;
        ask_at(*std::move(place), why_absent(run_, item));
        return true;
    }

    void load(bool unknown) {
        const Node item = operand(made_.first());
        if (lacks_item(item)) return;
        const plans::Column& items = run_.columns[item.instruction];
        const auto row = static_cast<std::uint32_t>(items.integers[items.rows == 1 ? 0 : item.row]);
        if (run_.ruleset().vocabulary.entities[static_cast<std::size_t>(made_.entity)].table_row) {
            if (unknown) ask_at(place_in_table(run_, made_, row), plans::Why::not_stated);
            return push(item);
        }
        step_.place = place_of_load(run_, made_, row);
        step_.defaulted = plans::bit(run_.field(made_).defaulted, row);
        if (unknown) step_.why = known(node_) ? plans::Why::imprecise : why_missing(run_, made_, row);
        if (!unknown && run_.instruction(item.instruction).opcode != Opcode::plan_item) push(item);
    }

    void element(bool unknown) {
        for (const std::int32_t key : made_.keys()) push_deciding(operand(key), unknown);
        if (!unknown) return push(list_of(made_.first()));
        if (!step_.operands.empty()) return;
        if (auto place = place_of_absent(run_, node_)) ask_at(*std::move(place), why_absent(run_, node_));
        else push(list_of(made_.first()));
    }

    void due(bool unknown) {
        const auto parts = made_.as<program::Deadline>();
        const Node value = operand(parts.value), duration = operand(parts.duration), from = operand(parts.start);
        if (!unknown) {
            push(value);
            push(from);
        } else {
            push_if_open(value);
            push_if_open(from);
            push_if_open(duration);
        }
        if (!known(from) || !known(duration) || (known(value) && !unknown)) return;
        const bool moment = run_.instruction(from.instruction).type.kind == model::TypeKind::moment;
        const auto deadline =
            kernels::shift(kernels::Input<std::int64_t>(run_.columns[from.instruction])[from.row],
                           kernels::Input<std::int64_t>(run_.columns[duration.instruction])[duration.row], moment,
                           false, run_.ruleset().date_rules());
        if (deadline.exact()) {  // when it is or was due, where that is one day
            if (!known(value) && (unknown || truth(node_) == Truth::not_owed))
                step_.due = moment ? model::moment_to_text(deadline.low) : model::day_to_text(deadline.low);
        } else if (unknown && !deadline.known() && !outside_calendar({duration})) {  // it lies after the last year
            step_.known_but = plans::Why::not_computable;
            push(from);
            push(duration);
        }
    }

    void apart(bool unknown) {
        const auto parts = made_.as<program::Spacing>();
        const Node list = list_of(parts.list);
        std::vector<Node> bounds = {operand(parts.duration)};
        for (const std::int32_t anchor : {parts.since, parts.until})
            if (anchor >= 0) bounds.push_back(operand(anchor));
        push_deciding(list, unknown);
        for (const Node& bound : bounds) push_deciding(bound, unknown);
        tell_elements(list, [&](std::uint32_t row) {
            const Node date = element_of(parts.list, row), there = presence_of(parts.list, row);
            if (truth(there) == Truth::fails || (unknown && not_there(date))) return;
            if (unknown) push_if_open(there);
            push_deciding(date, unknown);
        });
        if (!unknown) return;
        for (const Node& bound : bounds)
            if (is_none(bound)) {  // a stretch without an end
                step_.known_but = plans::Why::none;
                push(bound);
            }
        if (!step_.operands.empty() || outside_calendar(bounds)) return;
        step_.known_but = plans::Why::imprecise;
        step_.operands = std::move(bounds);
        push(list);
    }

    /// An element of a list, and whether it is there: at a row of the list's frame.
    std::int32_t inner(std::int32_t list) const { return run_.instruction(run_.instruction(list).presence).frame; }
    Node element_of(std::int32_t list, std::uint32_t row) const {
        return node_of(run_.instruction(list).elements, inner(list), row);
    }
    Node presence_of(std::int32_t list, std::uint32_t row) const {
        return {run_.instruction(list).presence, row, false};
    }

    /// Each element of a list, until greatest_told_count of them have pushed something; the others are counted.
    template <typename Do>
    void tell_elements(const Node& list, Do each) {
        std::size_t told = 0;
        each_element(list, [&](std::uint32_t row) {
            const std::size_t before = step_.operands.size();
            each(row);
            if (step_.operands.size() == before || step_.operands.back().list || told++ < greatest_told_count) return;
            step_.operands.resize(before);
            ++step_.more;
        });
    }
    template <typename Do>
    void each_element(const Node& list, Do each) const {
        const kernels::List& rows = run_.lists[list.instruction];
        const std::size_t at = rows.rows == 1 ? 0 : list.row;
        limits::Pace pace;
        for (std::uint32_t row = rows.begin[at]; row < rows.end[at]; ++row) {
            pace.step();
            each(row);
        }
    }

    /// any: decided by elements that hold; all: by elements that fail.
    void quantifier(Truth deciding, bool unknown) {
        const auto parts = made_.as<program::Closing>();
        const Node list = closed_list(parts.list);
        const std::int32_t rows = inner(parts.list);
        const Truth result = truth(node_);
        const bool is_any = made_.opcode == Opcode::any;
        // What is not there is in no list.
        if (parts.wanted >= 0 && is_none(operand(parts.wanted))) {
            push(operand(parts.wanted));
            if (!unknown) return;
        }
        const bool more = run_.may_have_more(parts.list, list.row, [&](std::uint32_t box) {
            const Truth holds = parts.body < 0 ? Truth::holds : truth(node_of(parts.body, rows, box));
            const bool decides_not = is_any ? holds == Truth::fails : holds == Truth::holds || holds == Truth::not_owed;
            return decides_not ? Truth::fails : truth(node_of(parts.in, rows, box));
        });
        if (unknown ? more : result != deciding) push(list);
        tell_elements(list, [&](std::uint32_t row) {
            const Node there = node_of(parts.in, rows, row);
            const Truth present = truth(there);
            const std::optional<Node> one =
                parts.body < 0 ? std::nullopt : std::optional(node_of(parts.body, rows, row));
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

    /// Whether an element counts makes no difference to what leaves out a value that is known not to be there.
    bool leaves_out(std::int32_t body, std::int32_t rows, std::uint32_t row) {
        switch (made_.opcode) {
            case Opcode::sum:
            case Opcode::least:
            case Opcode::greatest:
            case Opcode::average: return body >= 0 && not_there(node_of(body, rows, row));
            default: return false;
        }
    }

    void aggregate(bool unknown) {
        const auto parts = made_.as<program::Closing>();
        const Node list = closed_list(parts.list);
        const std::int32_t rows = inner(parts.list);
        if (!unknown || run_.may_have_more(parts.list, list.row,
                                           [&](std::uint32_t box) { return truth(node_of(parts.in, rows, box)); }))
            push(list);
        tell_elements(list, [&](std::uint32_t row) {
            const Node there = node_of(parts.in, rows, row);
            const Truth present = truth(there);
            if (unknown) {
                if (present == Truth::fails || leaves_out(parts.body, rows, row)) return;
                if (present == Truth::unknown) push(there);
                if (parts.body >= 0) push_if_open(node_of(parts.body, rows, row));
                return;
            }
            if (made_.has_condition) push(there);
            if (parts.body >= 0 && present != Truth::fails) push(node_of(parts.body, rows, row));
        });
        if (!unknown || !step_.operands.empty()) return;
        if (is_none(node_)) {  // of no items: another one would change it
            step_.known_but = plans::Why::none;
            return push(list);
        }
        step_.known_but = compares() ? plans::Why::imprecise : plans::Why::not_computable;
        push(list);
        tell_elements(list, [&](std::uint32_t row) {
            if (parts.body >= 0 && truth(node_of(parts.in, rows, row)) != Truth::fails)
                push(node_of(parts.body, rows, row));
        });
    }

    /// The row of its list that an element's row lies in.
    std::uint32_t list_row(const Instruction& list) const {
        return list.frame == 0 ? 0 : run_.frames[list.opens].parent[node_.row];
    }
    /// Of a list made of two: the one that this element came from.
    std::int32_t list_behind(const Instruction& made, const kernels::List& list) const {
        const bool second = plans::bit(list.of_second, node_.row);
        switch (made.opcode) {
            case Opcode::join: return second ? made.as<program::Pair>().right : made.as<program::Pair>().left;
            case Opcode::otherwise_list:
                return second ? made.as<program::Fallback>().fallback : made.as<program::Fallback>().value;
            default: return second ? made.as<program::Choice>().no : made.as<program::Choice>().yes;
        }
    }
    /// What an element that is made between two ends, and whether it is there, turns on.
    void push_open_ends(const Instruction& made) {
        if (!open(node_)) return;
        for (const std::int32_t end : made.inputs) push_if_open(node_of(end, made.frame, list_row(made)));
    }

    /// An element of a list that made rows: where it came from.
    void element_source() {
        const std::int32_t id = made_.first();
        const Instruction& made = run_.instruction(id);
        const kernels::List& list = run_.lists[id];
        switch (made.opcode) {
            case Opcode::load_list: {
                const auto entity = static_cast<std::uint32_t>(made.entity),
                           field = static_cast<std::uint32_t>(made.field);
                const plans::FieldColumn& column = run_.plans->table(entity).fields[field];
                if (!column.own_elements) return;  // items are where they are
                const plans::Column& items = run_.columns[made.first()];
                const Node item = node_of(made.first(), made.frame, list_row(made));
                Place place;
                place.row = static_cast<std::uint32_t>(items.integers[items.rows == 1 ? 0 : item.row]);
                place.entity = made.entity;
                place.field = made.field;
                place.element = true;
                place.text = plans::place_of_element(*run_.plans, entity, place.row, field, list.source[node_.row]);
                step_.place = std::move(place);
                if (open(node_))
                    step_.why =
                        known(node_) ? plans::Why::imprecise : why_missing(run_, made, list.source[node_.row], true);
                return;
            }
            case Opcode::list_literal: {
                const std::uint32_t row = list_row(made);
                return push(node_of(made.inputs[node_.row - list.begin[row]], made.frame, row));
            }
            case Opcode::spread:
            case Opcode::distinct: return push({elements_of(made.first()), list.source[node_.row], false});
            case Opcode::missing_from:
                return push({elements_of(made.as<program::Lacking>().list), list.source[node_.row], false});
            case Opcode::join:
            case Opcode::otherwise_list:
            case Opcode::choose_list:
                return push({elements_of(list_behind(made, list)), list.source[node_.row], false});
            case Opcode::sequence: return push_open_ends(made);
            default: return;  // made by the rule itself
        }
    }
    std::int32_t elements_of(std::int32_t list) const { return run_.instruction(list).elements; }

    /// Whether an element of a list that made rows is there: what that turns on.
    void presence_source() {
        const std::int32_t id = made_.first();
        const Instruction& made = run_.instruction(id);
        const kernels::List& list = run_.lists[id];
        switch (made.opcode) {
            case Opcode::spread: return push(presence_of(made.first(), list.source[node_.row]));
            case Opcode::distinct:  // also on which value it is
                push_if_open({elements_of(made.first()), list.source[node_.row], false});
                return push_if_open(presence_of(made.first(), list.source[node_.row]));
            case Opcode::missing_from: {
                const auto [wanted, contained] = made.as<program::Lacking>();
                push_if_open(presence_of(wanted, list.source[node_.row]));
                return push_if_open({contained, list.source[node_.row], false});
            }
            case Opcode::join:
            case Opcode::otherwise_list:
            case Opcode::choose_list: return push(presence_of(list_behind(made, list), list.source[node_.row]));
            case Opcode::sequence: return push_open_ends(made);
            default: return;  // there
        }
    }

    // --- how long is the list?

    void list() {
        switch (made_.opcode) {
            case Opcode::load_list: {
                if (lacks_item(operand(made_.first()))) return;
                step_.place = place_of_list(run_, node_);
                if (!open(node_) || !step_.place) return;
                step_.why = plans::bit(run_.lists[node_.instruction].absent, node_.row) ||
                                    run_.outdated.at(made_, step_.place->row, false)
                                ? why_missing(run_, made_, step_.place->row)
                                : plans::Why::may_be_more;
                return;
            }
            case Opcode::parameter_list:
                if (open(node_)) ask_at(place_of_parameter(run_, made_.index), plans::Why::not_stated);
                return;
            case Opcode::spread:
            case Opcode::view:
            case Opcode::distinct:
            case Opcode::missing_from: return push(list_of(made_.first()));
            case Opcode::flatten: {
                const auto parts = made_.as<program::Flattening>();
                const bool unknown = open(node_);
                const Node outer = list_of(parts.outer);
                push_deciding(outer, unknown);
                tell_elements(outer, [&](std::uint32_t row) {
                    if (truth(node_of(parts.in, inner(parts.outer), row)) != Truth::fails)
                        push_deciding({parts.inner, row, true, node_.asker}, unknown);
                });
                return;
            }
            case Opcode::join: {
                const auto [left, right] = made_.as<program::Pair>();
                push_deciding(list_of(left), open(node_));
                push_deciding(list_of(right), open(node_));
                return;
            }
            case Opcode::otherwise_list: {
                const auto parts = made_.as<program::Fallback>();
                const Node value = list_of(parts.value);
                push(value);
                if (plans::bit(run_.lists[parts.value].absent, value.row)) push(list_of(parts.fallback));
                return;
            }
            case Opcode::choose_list: {
                const auto choice = made_.as<program::Choice>();
                const Truth condition = truth(operand(choice.condition));
                push_deciding(operand(choice.condition), open(node_));
                if (condition != Truth::unknown)
                    return push(list_of(condition == Truth::holds ? choice.yes : choice.no));
                for (const std::int32_t branch : {choice.yes, choice.no}) push_if_open(list_of(branch));
                return;
            }
            case Opcode::sequence:
                for (const Node& end : operands()) push_deciding(end, open(node_));
                if (!step_.operands.empty() || outside_calendar(operands())) return;
                // More elements than a list may have, a step that no date can take.
                step_.known_but = plans::Why::not_computable;
                step_.operands = operands();
                return;
            default: return;
        }
    }
};

}  // namespace

bool is_open(const Run& run, const Node& node) {
    if (node.list) return run.may_have_more(node.instruction, node.row);
    const plans::Column& column = run.columns[node.instruction];
    const std::size_t row = column.rows == 1 ? 0 : node.row;
    if (column.storage == plans::Storage::truth) return kernels::TruthInput(column)[row] == Truth::unknown;
    if (!plans::bit(column.valid, row)) return !plans::bit(column.none, row) || plans::bit(column.unusable, row);
    if (column.storage == plans::Storage::decimal) return column.decimal(row) != column.decimal_high(row);
    return !column.integers_high.empty() && column.integers[row] != column.integers_high[row];
}

Step step_back(const Run& run, const Node& node) {
    if (run.instruction(node.instruction).opcode == Opcode::procedure_part) return step_back_from_part(run, node);
    return Tracer(run, node).back();
}

}  // namespace brecha::assess
