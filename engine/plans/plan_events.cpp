#include "plans/plan_events.hpp"

#include "plans/broken_json.hpp"
#include "plans/json_events.hpp"
#include "plans/node_builder.hpp"
#include "plans/parse_node.hpp"
#include "plans/wording.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace brecha::plans {

namespace {

using grammar::Localized;
using model::TypeKind;

/// Receives the parser's events and keeps account of where in the plan they are.
class PlanEvents {
public:
    PlanEvents(Reading& reading, Source& source)
        : reading_(reading), source_(source), open_lists_(reading.index.entities.size(), 0), waiting_(reading.index.entities.size()),
          running_(reading.index.entities.size(), false) {}

    enum class Trouble : std::uint8_t { none, too_deep, no_object, repeated_key, too_many_values };
    Trouble trouble() const { return trouble_; }

    // --- events

    bool null() {
        if (mode_ != Mode::cells) return other(Node::Kind::null, {});
        return scalar(Node::Kind::null, {}, false);
    }
    bool truth(bool value) {
        if (mode_ != Mode::cells) return other(Node::Kind::truth, {}, value);
        return scalar(Node::Kind::truth, {}, value);
    }
    bool whole_number(std::uint64_t value) {
        if (mode_ == Mode::cells && !frames_.empty()) {
            Frame& frame = frames_.back();
            if (frame.kind == Frame::Kind::item) {
                const NumberCells& to = reading_.numbers[static_cast<std::size_t>(frame.entity_index)][frame.field];
                if (to.decimals != nullptr) {
                    to.decimals[frame.row] = model::Decimal(value) * model::decimal_one;
                    to.valid[frame.row >> 6] |= std::uint64_t(1) << (frame.row & 63);
                    return true;
                }
            }
        }
        return number(std::to_string(value));
    }
    bool number(std::string_view written) {
        if (mode_ != Mode::cells) return other(Node::Kind::number, written);
        return scalar(Node::Kind::number, written, false);
    }
    bool text(std::string_view value) {
        if (mode_ != Mode::cells) return other(Node::Kind::text, value);
        return scalar(Node::Kind::text, value, false);
    }

    bool key(std::string_view name) {
        if (mode_ == Mode::skip) return true;
        if (mode_ == Mode::capture) {
            builder_.key(name, offset());
            return true;
        }
        Frame& frame = frames_.back();
        std::size_t next = frame.field + 1;
        // Plans keep to the vocabulary's order and leave some fields out, so the name is mostly one of the next few.
        constexpr std::size_t near = 4;
        const std::size_t end = std::min(next + near, frame.field_count);
        while (next < end && frame.entity->keys[next] != name) ++next;
        if (next >= end) {
            const int found = frame.entity->find(name);
            if (found < 0) return unknown_key(frame, name);
            next = static_cast<std::size_t>(found);
        }
        std::uint64_t& seen = seen_[frame.seen + (next >> 6)];
        const std::uint64_t mask = std::uint64_t(1) << (next & 63);
        if ((seen & mask) != 0) return stop(Trouble::repeated_key);
        seen |= mask;
        frame.field = next;
        return true;
    }

    bool begin_object() {
        if (++depth_ > greatest_plan_nesting) return stop(Trouble::too_deep);
        if (mode_ == Mode::skip) {
            ++skipped_;
            return true;
        }
        if (mode_ == Mode::capture) return begin_captured(Node::Kind::object);
        if (frames_.empty()) {
            begin_item(reading_.vocabulary.root, {-1, -1, 0, reading_.plan}, 0);
            return true;
        }
        Frame& frame = frames_.back();
        switch (frame.kind) {
            case Frame::Kind::item: {
                const PlanField& field = frame.fields[frame.field];
                if (field.list) {
                    wrong_shape(frame, Node::Kind::object, true);
                    return begin_skipped();
                }
                if (!field.owned) return begin_capture(Purpose::cell, Node::Kind::object);
                if (open_lists_[field.of] != 0) return begin_capture(Purpose::later, Node::Kind::object);
                const Cell cell = cell_of(frame);
                const std::uint32_t row =
                    reading_.add_row(field.of, {static_cast<std::int32_t>(cell.entity), static_cast<std::int32_t>(cell.field), cell.row, 0}, offset());
                Value value;
                value.integer = row;
                reading_.set(cell, value);
                push_item(field.of, row);
                return true;
            }
            case Frame::Kind::items:
                begin_item(frame.element_entity, {frame.entity_index, static_cast<std::int32_t>(frame.field), frame.row, frame.position++}, offset());
                return true;
            case Frame::Kind::values: return begin_capture(Purpose::element, Node::Kind::object);
        }
        return true;
    }

    bool end_object() {
        --depth_;
        if (mode_ != Mode::cells) return end_other();
        seen_.resize(frames_.back().seen);
        frames_.pop_back();
        return true;
    }

    bool begin_list() {
        if (++depth_ > greatest_plan_nesting) return stop(Trouble::too_deep);
        if (mode_ == Mode::skip) {
            ++skipped_;
            return true;
        }
        if (mode_ == Mode::capture) return begin_captured(Node::Kind::list);
        if (frames_.empty()) return stop(Trouble::no_object);
        Frame& frame = frames_.back();
        if (frame.kind == Frame::Kind::items) {
            wrong_item(frame, Node::Kind::list, {}, false);
            return begin_skipped();
        }
        if (frame.kind == Frame::Kind::values) {
            element(frame, Node::Kind::list, {}, false);
            return begin_skipped();
        }
        const PlanField& field = frame.fields[frame.field];
        if (!field.list) {
            wrong_shape(frame, Node::Kind::list, false);
            return begin_skipped();
        }
        if (field.owned && open_lists_[field.of] != 0) return begin_capture(Purpose::later, Node::Kind::list);
        Frame list = frame;
        list.kind = field.owned ? Frame::Kind::items : Frame::Kind::values;
        list.element_entity = field.of;
        list.position = 0;
        ListColumn& column = frame.columns[frame.field].list;
        column.begin[frame.row] = static_cast<std::uint32_t>(field.owned ? reading_.table(field.of).rows : frame.columns[frame.field].elements.rows);
        set_bit(column.given, frame.row);
        if (field.owned) ++open_lists_[field.of];
        frames_.push_back(list);
        return true;
    }

    bool end_list() {
        --depth_;
        if (mode_ != Mode::cells) return end_other();
        const Frame frame = frames_.back();
        frames_.pop_back();
        FieldColumn& column = frame.columns[frame.field];
        if (frame.kind == Frame::Kind::values) {
            column.list.end[frame.row] = static_cast<std::uint32_t>(column.elements.rows);
            return true;
        }
        column.list.end[frame.row] = static_cast<std::uint32_t>(reading_.table(frame.element_entity).rows);
        if (--open_lists_[frame.element_entity] == 0) return read_waiting(frame.element_entity);
        return true;
    }

    /// The events that the node's text would give.
    bool replay(const Node& node) {
        const std::int64_t before = replayed_;
        replayed_ = node.offset;
        bool go_on = true;
        switch (node.kind) {
            case Node::Kind::null: go_on = null(); break;
            case Node::Kind::truth: go_on = truth(node.truth); break;
            case Node::Kind::number: go_on = number(node.text); break;
            case Node::Kind::text: go_on = text(node.text); break;
            case Node::Kind::conflict: go_on = conflict(node); break;
            case Node::Kind::list:
                go_on = begin_list();
                for (const Node& child : node.children) go_on = go_on && replay(child);
                go_on = go_on && end_list();
                break;
            case Node::Kind::object:
                go_on = begin_object();
                for (const Node& child : node.children) {
                    if (!go_on) break;
                    replayed_ = child.key_offset;
                    go_on = key(child.key) && replay(child);
                }
                go_on = go_on && end_object();
                break;
        }
        replayed_ = before;
        return go_on;
    }

private:
    struct Frame {
        enum class Kind : std::uint8_t { item, items, values };
        Kind kind = Kind::item;
        const PlanEntity* entity = nullptr;  // items, values: of the item that holds the list
        const PlanField* fields = nullptr;
        FieldColumn* columns = nullptr;
        std::size_t field_count = 0;
        std::size_t field = 0;  // whose value comes next
        std::int32_t entity_index = 0;
        std::uint32_t row = 0;
        std::size_t seen = 0;              // item: where its bits in seen_ begin
        std::uint32_t element_entity = 0;  // items
        std::uint32_t position = 0;        // items: of the next one
    };
    enum class Mode : std::uint8_t { cells, skip, capture };
    enum class Purpose : std::uint8_t { cell, element, later, evidence, judgements };
    struct Waiting {
        Cell cell;
        Node node;
    };

    std::uint32_t offset() const { return replayed_ >= 0 ? static_cast<std::uint32_t>(replayed_) : source_.offset(); }

    bool stop(Trouble trouble) {
        trouble_ = trouble;
        return false;
    }

    static Cell cell_of(const Frame& frame) {
        return {static_cast<std::uint32_t>(frame.entity_index), static_cast<std::uint32_t>(frame.field), frame.row, false};
    }

    void begin_item(std::uint32_t entity, const Origin& origin, std::uint32_t at) { push_item(entity, reading_.add_row(entity, origin, at)); }

    void push_item(std::uint32_t entity_index, std::uint32_t row) {
        Frame frame;
        frame.entity = &reading_.entity(entity_index);
        frame.fields = frame.entity->fields.data();
        frame.field_count = frame.entity->fields.size();
        frame.field = static_cast<std::size_t>(-1);
        frame.columns = reading_.table(entity_index).fields.data();
        frame.entity_index = static_cast<std::int32_t>(entity_index);
        frame.row = row;
        frame.seen = seen_.size();
        seen_.resize(seen_.size() + (frame.field_count + 63) / 64 + 1, 0);
        frames_.push_back(frame);
    }

    bool unknown_key(const Frame& frame, std::string_view name) {
        if (frames_.size() == 1) {
            if (name == "evidence" || name == "judgements") {
                const bool is_evidence = name == "evidence";
                bool& seen = is_evidence ? seen_evidence_ : seen_judgements_;
                if (seen) return stop(Trouble::repeated_key);
                seen = true;
                builder_.clear();
                purpose_ = is_evidence ? Purpose::evidence : Purpose::judgements;
                mode_ = Mode::capture;
                return true;
            }
        }
        reading_.note_unknown_field({static_cast<std::uint32_t>(frame.entity_index), frame.row, -1, -1}, name, offset());
        mode_ = Mode::skip;
        skipped_ = 0;
        return true;
    }

    // --- what is not read into cells at once

    bool other(Node::Kind kind, std::string_view text, bool truth = false) {
        if (mode_ == Mode::skip) {
            if (skipped_ == 0) mode_ = Mode::cells;
            return true;
        }
        const bool complete = builder_.scalar(kind, offset(), text, truth);
        if (builder_.too_many()) return stop(Trouble::too_many_values);
        return complete ? captured() : true;
    }
    bool begin_skipped() {
        mode_ = Mode::skip;
        skipped_ = 1;
        return true;
    }
    bool begin_captured(Node::Kind kind) {
        builder_.begin(kind, offset());
        return builder_.too_many() ? stop(Trouble::too_many_values) : true;
    }
    bool begin_capture(Purpose purpose, Node::Kind kind) {
        builder_.clear();
        purpose_ = purpose;
        mode_ = Mode::capture;
        return begin_captured(kind);
    }
    bool end_other() {
        if (mode_ == Mode::skip) {
            if (--skipped_ == 0) mode_ = Mode::cells;
            return true;
        }
        return builder_.end() ? captured() : true;
    }

    bool captured() {
        mode_ = Mode::cells;
        Node node = std::move(builder_.result());
        settle_repeated_keys(node);
        switch (purpose_) {
            case Purpose::evidence: reading_.evidence = std::move(node); break;
            case Purpose::judgements: reading_.judgements = std::move(node); break;
            case Purpose::cell: {
                const Frame& frame = frames_.back();
                read_node(cell_of(frame), frame.fields[frame.field], node, frame.row);
                break;
            }
            case Purpose::element: {
                const Frame& frame = frames_.back();
                const std::uint32_t row =
                    reading_.add_element(static_cast<std::uint32_t>(frame.entity_index), static_cast<std::uint32_t>(frame.field), frame.row);
                read_node({static_cast<std::uint32_t>(frame.entity_index), static_cast<std::uint32_t>(frame.field), row, true}, frame.fields[frame.field], node,
                          frame.row);
                break;
            }
            case Purpose::later: {
                const Frame& frame = frames_.back();
                waiting_[frame.fields[frame.field].of].push_back({cell_of(frame), std::move(node)});
                break;
            }
        }
        return true;
    }

    // --- items of an entity inside items of the same entity
    //
    // The items of one list are neighbours in their table. A list inside a list of the same entity would come between them, so it
    // waits as a tree until the outer one is complete.

    bool read_waiting(std::uint32_t entity) {
        if (running_[entity] || waiting_[entity].empty()) return true;
        running_[entity] = true;
        for (std::size_t i = 0; i < waiting_[entity].size(); ++i) {
            const Waiting next = std::move(waiting_[entity][i]);
            push_item(next.cell.entity, next.cell.row);
            frames_.back().field = next.cell.field;
            const bool go_on = replay(next.node);
            if (!go_on) return false;
            seen_.resize(frames_.back().seen);
            frames_.pop_back();
        }
        waiting_[entity].clear();
        running_[entity] = false;
        return true;
    }

    // --- cells

    void settle(const Cell& cell, const PlanField& field, Read read, const Value& value, std::optional<Remark>& remark, std::uint32_t at,
                std::uint32_t parent_row) {
        if (read == Read::value) {
            if (field.reference) reading_.references.push_back({cell, parent_row, value.integer, at});
            else reading_.set(cell, value);
        } else if (read == Read::wrong) {
            reading_.set_missing(cell, Why::invalid);
        }
        if (remark) reading_.note(std::move(*remark), at, reading_.place_of(cell));
    }

    Read read_scalar(const PlanEntity& entity, const PlanField& field, Node::Kind kind, std::string_view text, bool truth, Value& value,
                     std::optional<Remark>& remark) {
        switch (kind) {
            case Node::Kind::null: return Read::absent;
            case Node::Kind::text: return reading_.values.text(entity, field, text, value, remark);
            case Node::Kind::number: return reading_.values.number(entity, field, text, value, remark);
            case Node::Kind::truth:
                if (field.kind == TypeKind::yes_no) {
                    value.truth = truth;
                    value.within_bounds = false;
                    return Read::value;
                }
                break;
            default: break;
        }
        Node node;
        node.kind = kind;
        node.truth = truth;
        return reading_.values.node(entity, field, node, value, remark);
    }

    void read_node(const Cell& cell, const PlanField& field, const Node& node, std::uint32_t parent_row) {
        Value value;
        std::optional<Remark> remark;
        const Read read = reading_.values.node(reading_.entity(cell.entity), field, node, value, remark);
        settle(cell, field, read, value, remark, node.offset, parent_row);
    }

    bool scalar(Node::Kind kind, std::string_view text, bool truth) {
        if (frames_.empty()) return stop(Trouble::no_object);
        Frame& frame = frames_.back();
        switch (frame.kind) {
            case Frame::Kind::item: {
                const PlanField& field = frame.fields[frame.field];
                if (kind == Node::Kind::null) return true;
                if (field.list || field.owned) {
                    if (kind == Node::Kind::text && normalized_text(text).empty()) return true;
                    wrong_shape(frame, kind, field.list, text, truth);
                    return true;
                }
                Value value;
                std::optional<Remark> remark;
                const Read read = read_scalar(*frame.entity, field, kind, text, truth, value, remark);
                if (read == Read::value && !field.reference && !remark && !value.within_bounds) {
                    store(frame.columns[frame.field].values, frame.row, value);
                    return true;
                }
                if (read != Read::absent) settle(cell_of(frame), field, read, value, remark, offset(), frame.row);
                return true;
            }
            case Frame::Kind::items: wrong_item(frame, kind, text, truth); return true;
            case Frame::Kind::values: element(frame, kind, text, truth); return true;
        }
        return true;
    }

    void element(const Frame& frame, Node::Kind kind, std::string_view text, bool truth) {
        const std::uint32_t entity = static_cast<std::uint32_t>(frame.entity_index), field = static_cast<std::uint32_t>(frame.field);
        const std::uint32_t row = reading_.add_element(entity, field, frame.row);
        Value value;
        std::optional<Remark> remark;
        const Read read = read_scalar(*frame.entity, frame.fields[frame.field], kind, text, truth, value, remark);
        settle({entity, field, row, true}, frame.fields[frame.field], read, value, remark, remark || frame.fields[frame.field].reference ? offset() : 0,
               frame.row);
    }

    static Node shown_node(Node::Kind kind, std::string_view text, bool truth) {
        Node node;
        node.kind = kind;
        node.text = text;
        node.truth = truth;
        return node;
    }

    /// Something that is no list where one belongs, or no object: the field counts as absent.
    void wrong_shape(const Frame& frame, Node::Kind kind, bool as_list, std::string_view text = {}, bool truth = false) {
        const Cell cell = cell_of(frame);
        reading_.set_missing(cell, Why::invalid);
        const Localized what = wanted(reading_.vocabulary, *frame.entity, frame.fields[frame.field], as_list);
        Localized help;
        if (as_list) help = {"write […]; [] is \"there are none\"", "escriba […]; [] es \"no hay ninguno\""};
        reading_.note({"P201", grammar::Severity::warning,
                       phrase("{} is not {}, counts as {}", "{} no es {}, cuenta como ausente",
                              {shown(shown_node(kind, text, truth)), what, as_list ? Localized{"absent", ""} : Localized{"missing", ""}}),
                       std::move(help)},
                      offset(), reading_.place_of(cell));
    }

    /// An element of a list of items that is no object: it counts, and nothing is known of it.
    void wrong_item(Frame& frame, Node::Kind kind, std::string_view text, bool truth) {
        const std::uint32_t entity = frame.element_entity;
        const std::uint32_t row = reading_.add_row(entity, {frame.entity_index, static_cast<std::int32_t>(frame.field), frame.row, frame.position++}, offset());
        for (std::uint32_t field = 0; field < reading_.entity(entity).fields.size(); ++field) reading_.set_missing({entity, field, row, false}, Why::invalid);
        const Localized what = wanted(reading_.vocabulary, *frame.entity, frame.fields[frame.field], false);
        reading_.note({"P201",
                       grammar::Severity::warning,
                       phrase("{} is not {}; it is counted, its fields are missing", "{} no es {}; se cuenta, sus campos faltan",
                              {shown(shown_node(kind, text, truth)), what}),
                       {}},
                      offset(), {entity, row, -1, -1});
    }

    /// A key with several values.
    bool conflict(const Node& node) {
        if (mode_ == Mode::skip) return other(Node::Kind::null, {});
        if (mode_ == Mode::capture) {  // evidence, judgements, bounds: whoever reads them tells
            return builder_.scalar(Node::Kind::conflict, node.key_offset, node.text) ? captured() : true;
        }
        const Cell cell = cell_of(frames_.back());
        reading_.set_missing(cell, Why::invalid);
        reading_.note(given_twice(reading_, node), node.key_offset, reading_.place_of(cell));
        return true;
    }

    Reading& reading_;
    Source& source_;
    std::vector<Frame> frames_;
    std::vector<std::uint64_t> seen_;  // a bit a field of every open item: it was given
    bool seen_evidence_ = false, seen_judgements_ = false;
    Mode mode_ = Mode::cells;
    Trouble trouble_ = Trouble::none;
    std::size_t depth_ = 0;
    std::size_t skipped_ = 0;  // open brackets of what is skipped
    NodeBuilder builder_;
    Purpose purpose_ = Purpose::cell;
    std::vector<std::uint32_t> open_lists_;  // by entity: lists of it that are not complete
    std::vector<std::vector<Waiting>> waiting_;
    std::vector<bool> running_;   // by entity: its waiting items are being read
    std::int64_t replayed_ = -1;  // the byte a replayed event is about
};

}  // namespace

std::optional<grammar::Diagnostic> read_cells(Reading& reading, const PlanText& plan) {
    Source source;
    std::string_view text = plan.text, original;
    std::string without_huge;
    for (;;) {
        PlanEvents events(reading, source);
        const ParseEnd end = parse_events(text, original, source, events);
        const auto refuse = [&](std::size_t offset, Localized message, Localized help = {}) {
            reading.roll_back();
            return refused(plan.name, offset, std::move(message), std::move(help));
        };
        const std::size_t read_to = source.read_to, event = static_cast<std::size_t>(source.event - source.begin);
        if (end.kind == ParseEnd::Kind::complete) return std::nullopt;
        if (end.kind == ParseEnd::Kind::broken) {
            reading.roll_back();
            return broken_json(plan.name, plan.text, read_to, event, end.what);
        }
        if (end.kind == ParseEnd::Kind::huge_number) {
            reading.roll_back();
            without_huge = without_huge_numbers(plan.text);
            if (!original.empty() || without_huge == plan.text) return refuse(read_to, {"a number cannot be read", "no se puede leer un número"});
            original = plan.text;
            text = without_huge;
            continue;
        }
        const auto too_deep = [&](std::size_t offset) {
            const std::string most = std::to_string(greatest_plan_nesting);
            return refuse(offset, phrase("nested deeper than {} levels", "más de {} niveles de anidamiento", {same(most)}));
        };
        switch (events.trouble()) {
            case PlanEvents::Trouble::too_deep: return too_deep(event);
            case PlanEvents::Trouble::no_object:
                return refuse(0, {"a plan is one JSON object, and this is something else", "un plan es un objeto JSON, y esto es otra cosa"},
                              {"write { … }", "escriba { … }"});
            case PlanEvents::Trouble::too_many_values:
                return refuse(event, {"evidence, judgements or a nested list hold too many values",
                                      "la evidencia, los juicios o una lista anidada contienen demasiados valores"});
            case PlanEvents::Trouble::repeated_key:
            case PlanEvents::Trouble::none: break;
        }

        // Some key stands twice in one object. Rare, so the plan is read a second time, from a tree in which that is settled.
        reading.roll_back();
        std::optional<Node> tree = parse_node(plan.text);
        if (!tree) {
            // Broken, too deep or too large further on: the parser tells where, once nobody stops it at the key.
            struct Ignore {
                Source& source;
                std::size_t depth = 0;
                bool begin() { return ++depth <= greatest_plan_nesting; }
                bool end() {
                    --depth;
                    return true;
                }
                bool null() { return true; }
                bool truth(bool) { return true; }
                bool whole_number(std::uint64_t) { return true; }
                bool number(std::string_view) { return true; }
                bool text(std::string_view) { return true; }
                bool key(std::string_view) { return true; }
                bool begin_object() { return begin(); }
                bool end_object() { return end(); }
                bool begin_list() { return begin(); }
                bool end_list() { return end(); }
            } ignore{source};
            const std::string readable = without_huge_numbers(plan.text);
            const ParseEnd broken = parse_events(readable, plan.text, source, ignore);
            const std::size_t at = static_cast<std::size_t>(source.event - source.begin);
            if (broken.kind == ParseEnd::Kind::broken) return broken_json(plan.name, plan.text, source.read_to, at, broken.what);
            if (broken.kind == ParseEnd::Kind::stopped) return too_deep(at);
            return refuse(event,
                          {"a key is given twice in one object, and the plan is too large to be read nevertheless",
                           "una clave se da dos veces en un objeto, y el plan es demasiado grande para leerlo a pesar de ello"},
                          {"keep one", "conserve uno"});
        }
        settle_repeated_keys(*tree);
        PlanEvents again(reading, source);
        if (again.replay(*tree)) return std::nullopt;
        if (again.trouble() == PlanEvents::Trouble::no_object) return refuse(0, {"a plan is one JSON object", "un plan es un objeto JSON"});
        return refuse(event, {"the plan is nested too deep or holds too many values", "el plan tiene demasiados niveles o demasiados valores"});
    }
}

}  // namespace brecha::plans
