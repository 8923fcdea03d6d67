#include "reading/cells.hpp"

#include "reading/broken_json.hpp"
#include "reading/json_events.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace brecha::reading {

namespace {

template <class Word>
Word word_at(const char* letters) {
    Word word;
    std::memcpy(&word, letters, sizeof word);
    return word;
}
/// Names are short, and one is compared for every value of a plan: so without a call.
bool same_name(std::string_view one, std::string_view other) {
    const std::size_t size = one.size();
    if (size != other.size()) return false;
    const char *left = one.data(), *right = other.data();
    const auto ends = [&]<class Word>(Word) {
        const std::size_t last = size - sizeof(Word);
        return word_at<Word>(left) == word_at<Word>(right) && word_at<Word>(left + last) == word_at<Word>(right + last);
    };
    if (size > 16) return one == other;
    if (size >= 8) return ends(std::uint64_t());
    if (size >= 4) return ends(std::uint32_t());
    if (size >= 2) return ends(std::uint16_t());
    return size == 0 || *left == *right;
}

}  // namespace

/// Receives the parser's events and keeps account of where in the plan they are. Every event gives false to stop.
class CellReader::Events {
public:
    explicit Events(Batch& batch) : batch_(batch), open_lists_(batch.index.entities.size(), 0) {}

    /// Forgets how far the last plan came.
    Source& begin() {
        frames_.clear();
        seen_.clear();
        depth_ = 0;
        std::fill(open_lists_.begin(), open_lists_.end(), 0);
        return source_;
    }

    bool null() {
        if (frames_.empty()) return false;
        const Frame& frame = frames_.back();
        if (frame.kind == Frame::Kind::items) return false;
        if (frame.kind == Frame::Kind::values) add_element(frame);
        return true;
    }
    bool truth(bool value) {
        Value read;
        read.truth = value;
        return scalar([&](const PlanEntity&, const PlanField& field, Value& to, std::optional<Remark>&) {
            to = read;
            return field.kind == model::TypeKind::yes_no ? Read::value : Read::wrong;
        });
    }
    bool whole_number(std::uint64_t value) {
        if (!frames_.empty()) {
            const Frame& frame = frames_.back();
            if (frame.kind == Frame::Kind::item && frame.fields[frame.field].plain_number) {
                Column& column = frame.columns[frame.field].values;
                column.decimals[frame.row] = model::Decimal(value) * model::decimal_one;
                set_bit(column.valid, frame.row);
                return true;
            }
        }
        return number(std::to_string(value));
    }
    bool number(std::string_view written) {
        return scalar(
            [&](const PlanEntity& entity, const PlanField& field, Value& value, std::optional<Remark>& remark) {
                return batch_.values.number(entity, field, written, value, remark);
            });
    }
    bool text(std::string_view written) {
        return scalar(
            [&](const PlanEntity& entity, const PlanField& field, Value& value, std::optional<Remark>& remark) {
                return batch_.values.text(entity, field, written, value, remark);
            });
    }

    bool key(std::string_view name) {
        Frame& frame = frames_.back();
        std::size_t next = frame.field + 1;
        // Plans keep to the vocabulary's order and leave some fields out, so the name is mostly one of the next few.
        constexpr std::size_t near = 4;
        const std::size_t end = std::min(next + near, frame.field_count);
        while (next < end && !same_name(frame.keys[next], name)) ++next;
        if (next >= end) {
            const int found = frame.entity->find(name);
            if (found < 0) return false;
            next = static_cast<std::size_t>(found);
        }
        std::uint64_t& seen = seen_[frame.seen + (next >> 6)];
        const std::uint64_t mask = std::uint64_t(1) << (next & 63);
        if ((seen & mask) != 0) return false;
        seen |= mask;
        frame.field = next;
        return true;
    }

    bool begin_object() {
        if (++depth_ > most_nesting_) return false;
        if (frames_.empty()) {
            push_item(batch_.vocabulary.root, batch_.add_row(batch_.vocabulary.root, {-1, -1, 0, batch_.plan}, 0));
            return true;
        }
        Frame& frame = frames_.back();
        if (frame.kind == Frame::Kind::values) return false;
        if (frame.kind == Frame::Kind::items) {
            push_item(frame.element_entity, batch_.add_row(frame.element_entity,
                                                           {frame.entity_index, static_cast<std::int32_t>(frame.field),
                                                            frame.row, frame.position++},
                                                           source_.offset()));
            return true;
        }
        const PlanField& field = frame.fields[frame.field];
        if (field.list || !field.owned || open_lists_[field.of] != 0) return false;
        const Cell cell = cell_of(frame);
        Value item;
        item.integer = batch_.add_row(
            field.of, {frame.entity_index, static_cast<std::int32_t>(frame.field), frame.row, 0}, source_.offset());
        batch_.set(cell, item);
        push_item(field.of, static_cast<std::uint32_t>(item.integer));
        return true;
    }
    bool end_object() {
        --depth_;
        seen_.resize(frames_.back().seen);
        frames_.pop_back();
        return true;
    }

    bool begin_list() {
        if (++depth_ > most_nesting_ || frames_.empty()) return false;
        const Frame& frame = frames_.back();
        if (frame.kind != Frame::Kind::item) return false;
        const PlanField& field = frame.fields[frame.field];
        if (!field.list || (field.owned && open_lists_[field.of] != 0)) return false;
        Frame list = frame;
        list.kind = field.owned ? Frame::Kind::items : Frame::Kind::values;
        list.element_entity = field.of;
        list.position = 0;
        ListColumn& lists = batch_.list(cell_of(frame));
        lists.begin[frame.row] = static_cast<std::uint32_t>(field.owned ? batch_.table(field.of).rows
                                                                        : frame.columns[frame.field].values.rows);
        set_bit(lists.given, frame.row);
        if (field.owned) ++open_lists_[field.of];
        frames_.push_back(list);
        return true;
    }
    bool end_list() {
        --depth_;
        const Frame frame = frames_.back();
        frames_.pop_back();
        std::uint32_t& end = batch_.list(cell_of(frame)).end[frame.row];
        if (frame.kind == Frame::Kind::values) {
            end = static_cast<std::uint32_t>(frame.columns[frame.field].values.rows);
            return true;
        }
        end = static_cast<std::uint32_t>(batch_.table(frame.element_entity).rows);
        --open_lists_[frame.element_entity];
        return true;
    }

private:
    struct Frame {
        enum class Kind : std::uint8_t { item, items, values };
        Kind kind = Kind::item;
        const PlanEntity* entity = nullptr;  // items, values: of the item that holds the list
        const PlanField* fields = nullptr;
        const std::string_view* keys = nullptr;
        FieldColumn* columns = nullptr;
        std::size_t field_count = 0;
        std::size_t field = 0;  // whose value comes next
        std::int32_t entity_index = 0;
        std::uint32_t row = 0;
        std::size_t seen = 0;              // item: where its bits in seen_ begin
        std::uint32_t element_entity = 0;  // items
        std::uint32_t position = 0;        // items: of the next one
    };

    static Cell cell_of(const Frame& frame) {
        return {static_cast<std::uint32_t>(frame.entity_index), static_cast<std::uint32_t>(frame.field), frame.row,
                false};
    }

    void push_item(std::uint32_t entity_index, std::uint32_t row) {
        Frame frame;
        frame.entity = &batch_.entity(entity_index);
        frame.fields = frame.entity->fields.data();
        frame.keys = frame.entity->keys.data();
        frame.field_count = frame.entity->fields.size();
        frame.field = static_cast<std::size_t>(-1);
        frame.columns = batch_.table(entity_index).fields.data();
        frame.entity_index = static_cast<std::int32_t>(entity_index);
        frame.row = row;
        frame.seen = seen_.size();
        seen_.resize(seen_.size() + (frame.field_count + 63) / 64 + 1, 0);
        frames_.push_back(frame);
    }

    Cell add_element(const Frame& frame) {
        const std::uint32_t entity = static_cast<std::uint32_t>(frame.entity_index),
                            field = static_cast<std::uint32_t>(frame.field);
        return {entity, field, batch_.add_element(entity, field, frame.row), true};
    }

    /// A value that `reader` can use as it stands goes into its cell.
    template <class Reader>
    bool scalar(const Reader& reader) {
        if (frames_.empty()) return false;
        const Frame& frame = frames_.back();
        if (frame.kind == Frame::Kind::items) return false;
        const PlanField& field = frame.fields[frame.field];
        const bool element = frame.kind == Frame::Kind::values;
        if (field.owned || (field.list && !element)) return false;
        Value value;
        std::optional<Remark> remark;
        const Read read = reader(*frame.entity, field, value, remark);
        if (read == Read::wrong || remark || value.within_bounds) return false;
        if (element) {
            const Cell cell = add_element(frame);
            if (read == Read::absent) return true;
            if (field.reference) batch_.references.push_back({cell, frame.row, value.integer, source_.offset()});
            else store(frame.columns[frame.field].values, cell.row, value);
        } else if (read == Read::value) {
            if (field.reference)
                batch_.references.push_back({cell_of(frame), frame.row, value.integer, source_.offset()});
            else store(frame.columns[frame.field].values, frame.row, value);
        }
        return true;
    }

    Batch& batch_;
    Source source_;
    std::vector<Frame> frames_;
    std::vector<std::uint64_t> seen_;  // a bit a field of every open item: it was given
    std::size_t depth_ = 0;
    const std::size_t most_nesting_ = limits::sizes().plan_nesting;
    std::vector<std::uint32_t> open_lists_;  // by entity: lists of it that are not complete
};

CellReader::CellReader(Batch& batch) : batch_(batch), events_(std::make_unique<Events>(batch)) {}
CellReader::~CellReader() = default;

FastEnd CellReader::read(const std::string& name, std::string_view text) {
    Source& source = events_->begin();
    const ParseEnd end = parse_events(text, {}, source, *events_);
    if (end.kind == ParseEnd::Kind::complete) return {};
    batch_.roll_back();
    if (end.kind != ParseEnd::Kind::broken) return {FastEnd::Kind::not_plain, std::nullopt};
    return {FastEnd::Kind::broken,
            broken_json(name, text, source.read_to, static_cast<std::size_t>(source.event - source.begin), end.what)};
}

}  // namespace brecha::reading
