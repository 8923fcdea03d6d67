// `evidence`: what is known of the statements themselves.
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"
#include "text/entering.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

const std::vector<std::string> known_members = {"read",     "document", "page", "who",     "on",
                                                "as_of",    "kind",     "note", "guessed", "none",
                                                "complete", "size",     "why",  "says",    "value"};
const std::vector<std::string> known_of_slice = {"none", "complete", "size", "document", "page", "who",
                                                 "on",   "as_of",    "kind", "guessed",  "note", "why"};
const std::vector<std::string> known_of_source = {"value", "document", "page", "who", "on", "kind", "note"};

/// One entry of `evidence`.
struct Entry {
    const Node* node = nullptr;
    Place place;
    std::string words;                  // the place with keys
    std::string pointer;                // of the entry
    std::optional<plans::Slice> slice;  // of the list at the place
};

/// A value that a source says, or that stands in the plan.
struct Said {
    Value value;
    std::int64_t key = -1;  // references
    Message words;          // in a message
    bool operator==(const Said& other) const { return value == other.value && key == other.key; }
};

class EvidenceReader {
public:
    EvidenceReader(Batch& batch, PlanRecord& record)
        : batch_(batch), record_(record), finder_(batch), marks_known_(batch.mark_begin) {}

    Evidence read(std::string_view plan_read) {
        if (batch_.evidence) read_object(*batch_.evidence);
        Statement* whole_plan = nullptr;
        if (const auto found = record_.statements.find(""); found != record_.statements.end())
            whole_plan = &found->second;
        if (!plan_read.empty() && (whole_plan == nullptr || whole_plan->read.empty())) {
            record_.statements[""].read = plan_read;
            result_.read.plan = plan_read == "whole"  ? HowRead::whole
                                : plan_read == "part" ? HowRead::part
                                                      : HowRead::unmarked;
        }
        warn_of_wide_reading();
        warn_of_later_than_read();
        return std::move(result_);
    }

private:
    /// On the entry, one of its members, or what lies below one: `below` is the pointer from the entry to `at` then.
    void note(const Entry& entry, const Node& at, Remark remark, std::string_view below = {}) {
        std::string pointer = entry.pointer;
        if (!below.empty()) pointer += below;
        else if (&at != entry.node) pointer += '/' + escaped_step(at.key);
        batch_.note_written(std::move(remark), &at == entry.node ? at.key_spot : at.spot, entry.words,
                            std::move(pointer));
    }

    void read_object(const Node& node) {
        if (node.kind == Node::Kind::null) return;
        if (node.kind == Node::Kind::conflict) {
            batch_.note_written(given_twice(batch_, node), node.spot, "", "/evidence");
            return;
        }
        if (node.kind != Node::Kind::object) {
            batch_.note_written(wrong_member(node, say::evidence_object), node.spot, "", "/evidence");
            return;
        }
        for (const Node& member : node.children) {
            Entry entry;
            entry.node = &member;
            entry.pointer = "/evidence/" + escaped_step(member.key);
            entry.words = member.key;
            if (member.kind == Node::Kind::conflict) {
                note(entry, member, given_twice(batch_, member));
                continue;
            }
            PlaceFinder::Failure failed;
            if (const auto place = finder_.find(member.key, &failed)) {
                entry.place = *place;
                entry.words = plans::words_of(*batch_.plans, *place);
            } else if (!find_slice(entry, failed)) {
                continue;
            }
            if (member.kind == Node::Kind::null) continue;
            if (member.kind != Node::Kind::object) {
                note(entry, member, wrong_member(member, say::an_object));
                continue;
            }
            if (!places_.emplace(entry.words, &member).second) {
                note(entry, member, warning(say::evidence_twice, {in_quotes(entry.words)}));
                continue;
            }
            entries_.push_back(std::move(entry));
        }
        for (const Entry& entry : entries_) read_entry(entry);
    }

    /// A place that ends in a condition. False where it names nothing; that is told.
    bool find_slice(Entry& entry, const PlaceFinder::Failure& failed) {
        const std::string_view written = entry.node->key;
        std::size_t open = written.find('[');
        while (open != std::string_view::npos && (open == 0 || written[open - 1] == '/'))
            open = written.find('[', open + 1);
        const auto place = open == std::string_view::npos ? std::nullopt : finder_.find(written.substr(0, open));
        if (!place) {
            nothing_there(entry, failed);
            return false;
        }
        const std::string_view condition = written.substr(open);
        const auto cell = cell_of(*place);
        if (!cell || !is_list(*cell)) {
            note(entry, *entry.node,
                 warning(say::slice_of_no_list, {in_quotes(written.substr(0, open)), in_quotes(condition)}));
            return false;
        }
        auto slice =
            condition.ends_with(']') ? plans::slice_from_text(condition.substr(1, condition.size() - 2)) : std::nullopt;
        if (!slice) {
            note(entry, *entry.node, warning(say::unreadable_slice, {in_quotes(condition)}));
            return false;
        }
        entry.place = *place;
        entry.slice = plans::canonical(*std::move(slice), batch_.vocabulary, *batch_.field(*cell).field);
        entry.words = plans::place_of_slice(plans::words_of(*batch_.plans, *place), *entry.slice);
        return true;
    }

    void nothing_there(const Entry& entry, const PlaceFinder::Failure& failed) {
        Message help = did_you_mean(failed.step, failed.candidates);
        if (help.empty() && !failed.step.empty()) help = Message(say::nothing_at, {in_quotes(failed.step)});
        note(entry, *entry.node, warning(say::no_such_place, {}, std::move(help)));
    }

    // --- members

    bool text_of(const Entry& entry, const Node& node, std::string& to) {
        if (node.kind == Node::Kind::null) return false;
        if (node.kind == Node::Kind::conflict) {
            note(entry, node, given_twice(batch_, node));
            return false;
        }
        if (node.kind != Node::Kind::text && node.kind != Node::Kind::number) {
            note(entry, node, wrong_member(node, say::a_text));
            return false;
        }
        std::string scratch;
        const text::Entered entered = text::entered(node.text, scratch);
        if (auto remark = remark_on(entered)) note(entry, node, std::move(*remark));
        to = entered.text;
        return true;
    }

    bool word_of(const Entry& entry, const Node& node, const std::vector<std::string>& words, std::string& to) {
        std::string written;
        if (!text_of(entry, node, written) || written.empty()) return false;
        if (std::find(words.begin(), words.end(), written) == words.end()) {
            Message help = did_you_mean(written, words);
            if (help.empty()) help = Message(say::one_of, {listed(words)});
            note(entry, node,
                 warning(say::no_value_of_member, {in_quotes(written), in_quotes(node.key)}, std::move(help)));
            return false;
        }
        to = written;
        return true;
    }

    bool truth_of(const Entry& entry, const Node& node, bool& to) {
        if (node.kind == Node::Kind::null) return false;
        if (node.kind == Node::Kind::conflict) {
            note(entry, node, given_twice(batch_, node));
            return false;
        }
        if (node.kind == Node::Kind::text && (node.text == "yes" || node.text == "no")) {
            to = node.text == "yes";
            return true;
        }
        if (node.kind != Node::Kind::truth) {
            note(entry, node, wrong_member(node, say::true_or_false));
            return false;
        }
        to = node.truth;
        return true;
    }

    void read_entry(const Entry& entry) {
        Statement statement;
        const Node* says = nullptr;
        const Node* chosen = nullptr;
        for (const Node& member : entry.node->children) {
            const std::string_view name = member.key;
            if (name == "read") {
                word_of(entry, member, {"whole", "part"}, statement.read);
            } else if (name == "document") {
                text_of(entry, member, statement.document);
            } else if (name == "page") {
                text_of(entry, member, statement.page);
            } else if (name == "who") {
                text_of(entry, member, statement.who);
            } else if (name == "note") {
                text_of(entry, member, statement.note);
            } else if (name == "kind") {
                word_of(entry, member, {"document", "survey", "visit", "press", "expert"}, statement.kind);
            } else if (name == "on") {
                std::string written;
                if (text_of(entry, member, written) && !written.empty())
                    (void)read_date_of(entry, member, written, statement.on);
            } else if (name == "as_of") {
                std::string written;
                if (text_of(entry, member, written) && !written.empty())
                    if (const auto days = read_date_of(entry, member, written, statement.as_of))
                        set_as_of(entry, member, *days, statement);
            } else if (name == "guessed") {
                statement.guessed_written = truth_of(entry, member, statement.guessed);
            } else if (name == "says") {
                says = &member;
            } else if (name == "value") {
                chosen = &member;
            } else if (name != "size" && name != "none" && name != "complete" && name != "why") {
                note(entry, member, unknown_member(name, known_members));
            }
        }
        if (entry.slice) {
            read_slice(entry, statement);
            record_.statements.insert_or_assign(entry.words, std::move(statement));
            return;
        }
        if (!statement.read.empty()) set_read(entry.place, statement.read == "whole" ? HowRead::whole : HowRead::part);

        // Sources first: `why` and `none` speak of what is missing after all.
        if (says != nullptr || chosen != nullptr) settle_sources(entry, says, chosen);
        bool none = false;
        if (const Node* member = entry.node->member("none");
            member != nullptr && truth_of(entry, *member, none) && none)
            set_none(entry, *member);
        bool complete = false;
        if (const Node* member = entry.node->member("complete");
            member != nullptr && truth_of(entry, *member, complete) && complete)
            set_complete(entry, *member);
        if (const Node* member = entry.node->member("size")) read_size(entry, *member);
        if (const Node* member = entry.node->member("why")) read_why(entry, *member, statement);
        record_.statements.insert_or_assign(entry.words, std::move(statement));
    }

    /// The first and the last day of what is written; nothing and a note where it is no date.
    std::optional<std::pair<model::Day, model::Day>> read_date_of(const Entry& entry, const Node& node,
                                                                  const std::string& written, std::string& to) {
        model::Field field;
        field.type.kind = model::TypeKind::date;
        PlanField plan_field;
        plan_field.field = &field;
        plan_field.kind = model::TypeKind::date;
        Value value;
        std::optional<Remark> remark;
        const Read read = batch_.values.text(batch_.entity(entry.place.entity), plan_field, written, value, remark);
        if (read == Read::value) {
            to = written;
            return std::pair(value.integer, value.within_bounds ? value.integer_high : value.integer);
        }
        if (remark) note(entry, node, std::move(*remark));
        return std::nullopt;
    }

    void set_as_of(const Entry& entry, const Node& node, std::pair<model::Day, model::Day> days, Statement& statement) {
        statement.as_of_last = days.second;
        as_of_.push_back({&entry, &node, days.first});
        plans::StatementDates& dates = batch_.plans->dates;
        const Place& place = entry.place;
        if (place.field < 0) dates.items[item_key(place.entity, place.row)] = days.second;
        else dates.cells[cell_of(place)->key()] = days.second;
        Remark later = warning(say::later_than_assessment, {in_quotes(statement.as_of)});
        later.only_before = days.first;
        note(entry, node, std::move(later));
    }

    /// What somebody has read was so by then.
    void warn_of_later_than_read() {
        for (const auto& [entry, node, first_day] : as_of_) {
            const Statement statement = statement_at(record_, entry->words);
            model::Field field;
            field.type.kind = model::TypeKind::date;
            PlanField plan_field;
            plan_field.field = &field;
            plan_field.kind = model::TypeKind::date;
            Value read_on;
            std::optional<Remark> remark;
            if (statement.on.empty() || batch_.values.text(batch_.entity(entry->place.entity), plan_field, statement.on,
                                                           read_on, remark) != Read::value)
                continue;
            if (first_day > (read_on.within_bounds ? read_on.integer_high : read_on.integer))
                note(*entry, *node,
                     warning(say::later_than_read, {in_quotes(statement.as_of), in_quotes(statement.on)}));
        }
    }

    void set_read(const Place& place, HowRead how) {
        if (place.element >= 0) return;  // nothing lies below a value
        if (place.field < 0) {
            if (place.entity == batch_.vocabulary.root && place.row == batch_.root_row()) result_.read.plan = how;
            else result_.read.items[item_key(place.entity, place.row)] = how;
            return;
        }
        const Cell cell{place.entity, static_cast<std::uint32_t>(place.field), place.row, false};
        result_.read.fields[cell.key()] = how;
    }

    std::optional<Cell> cell_of(const Place& place) const {
        if (place.field < 0) return std::nullopt;
        if (place.element >= 0)
            return Cell{place.entity, static_cast<std::uint32_t>(place.field),
                        static_cast<std::uint32_t>(place.element), true};
        return Cell{place.entity, static_cast<std::uint32_t>(place.field), place.row, false};
    }
    bool is_list(const Cell& cell) const { return !cell.element && batch_.field(cell).list; }

    /// A value, or a reference that is not resolved yet.
    Reference* reference_at(const Cell& cell) {
        if (!references_known_) {
            references_known_ = true;
            for (std::size_t i = 0; i < batch_.references.size(); ++i)
                references_.insert_or_assign(batch_.references[i].cell.key(), i);
        }
        const auto found = references_.find(cell.key());
        if (found == references_.end()) return nullptr;
        Reference& reference = batch_.references[found->second];
        return reference.text < 0 ? nullptr : &reference;
    }
    void drop_reference(const Cell& cell) {
        if (!batch_.field(cell).reference) return;
        if (Reference* reference = reference_at(cell)) reference->text = -1;
    }
    /// The upper bound that a mark gives the cell.
    std::optional<model::Decimal> high_of(const Cell& cell) {
        for (; marks_known_ < batch_.marks.size(); ++marks_known_) {
            const Mark& mark = batch_.marks[marks_known_];
            if (mark.kind == Mark::Kind::high)
                highs_.insert_or_assign(Cell{mark.entity, mark.field, mark.row, mark.element}.key(), mark.high);
        }
        const auto found = highs_.find(cell.key());
        if (found == highs_.end()) return std::nullopt;
        return found->second;
    }
    bool stands(const Cell& cell) {
        if (is_list(cell)) {
            const ListColumn& list = batch_.table(cell.entity).fields[cell.field].list;
            return bit(list.given, cell.row) && list.begin[cell.row] != list.end[cell.row];
        }
        return batch_.has(cell) || (batch_.field(cell).reference && reference_at(cell) != nullptr);
    }

    void set_none(const Entry& entry, const Node& node) {
        const auto cell = cell_of(entry.place);
        if (!cell || cell->element) {
            note(entry, node, warning(say::none_of_place));
            return;
        }
        if (stands(*cell)) {
            if (is_list(*cell)) {
                note(entry, node, warning(say::none_of_filled_list));
                return;
            }
            note(entry, node, warning(say::value_and_none));
            dispute(*cell);
            return;
        }
        if (batch_.whys.contains(cell->key()))
            return;  // something stands there that cannot be used; that is told already
        result_.none.push_back(*cell);
        none_.insert(cell->key());
        if (is_list(*cell)) result_.settled_lists.emplace(cell->key(), true);
    }

    void set_complete(const Entry& entry, const Node& node) {
        const auto cell = cell_of(entry.place);
        if (!cell || !is_list(*cell)) {
            note(entry, node, warning(say::complete_of_place));
            return;
        }
        if (batch_.whys.contains(cell->key())) return;
        result_.complete.push_back(*cell);
        result_.settled_lists.emplace(cell->key(), true);
    }

    void read_slice(const Entry& entry, Statement& statement) {
        for (const Node& member : entry.node->children)
            if (std::find(known_of_slice.begin(), known_of_slice.end(), member.key) == known_of_slice.end() &&
                std::find(known_members.begin(), known_members.end(), member.key) != known_members.end())
                note(entry, member, unknown_member(member.key, known_of_slice));
        statement.read.clear();
        SliceStatement said;
        said.list = *cell_of(entry.place);
        said.slice = *entry.slice;
        said.place = entry.words;
        said.pointer = entry.pointer;
        said.spot = entry.node->key_spot;
        if (const Node* member = entry.node->member("none")) truth_of(entry, *member, said.none);
        if (const Node* member = entry.node->member("complete")) truth_of(entry, *member, said.complete);
        if (const Node* member = entry.node->member("size")) said.size = count_of(entry, *member);
        if (const Node* member = entry.node->member("why")) statement.why = why_of_people(entry, *member);
        if (said.none || said.complete || said.size) result_.slices[said.list.key()].push_back(std::move(said));
    }

    void dispute(const Cell& cell) {
        if (!is_list(cell)) erase(batch_.column(cell), cell.row);
        drop_reference(cell);
        batch_.set_missing(cell, Why::disputed);
    }

    /// A whole number, or its bounds.
    std::optional<plans::Bounds> count_of(const Entry& entry, const Node& node) {
        if (node.kind == Node::Kind::null) return std::nullopt;
        model::Field field;
        field.type.kind = model::TypeKind::number;
        PlanField plan_field;
        plan_field.field = &field;
        plan_field.kind = model::TypeKind::number;
        plan_field.storage = Storage::decimal;
        plan_field.integer = true;
        Value value;
        std::optional<Remark> remark;
        const Read read = node.kind == Node::Kind::conflict
                              ? Read::wrong
                              : batch_.values.node(batch_.entity(entry.place.entity), plan_field, node, value, remark);
        if (node.kind == Node::Kind::conflict) remark = given_twice(batch_, node);
        if (read != Read::value) {
            if (remark) note(entry, node, std::move(*remark));
            return std::nullopt;
        }
        const auto whole = [](model::Decimal number) {
            const model::Decimal count = number / model::decimal_one;
            return count >= integer_greatest ? integer_greatest : static_cast<std::int64_t>(count);
        };
        return plans::Bounds{whole(value.decimal), whole(value.within_bounds ? value.decimal_high : value.decimal)};
    }

    void read_size(const Entry& entry, const Node& node) {
        if (node.kind == Node::Kind::null) return;
        const auto cell = cell_of(entry.place);
        if (!cell || !is_list(*cell)) {
            note(entry, node, warning(say::size_of_place));
            return;
        }
        const auto count = count_of(entry, node);
        if (!count) return;
        const auto [least, most] = *count;
        const ListColumn& list = batch_.table(cell->entity).fields[cell->field].list;
        const std::int64_t given = list.end[cell->row] - list.begin[cell->row];
        if (most < given) {
            note(entry, node, warning(say::size_too_small, {given}));
            return;
        }
        if (const auto complete = std::find(result_.complete.begin(), result_.complete.end(), *cell);
            complete != result_.complete.end() && least > given) {
            note(entry, node, warning(say::sizes_contradict));
            result_.complete.erase(complete);
            result_.settled_lists.erase(cell->key());
            return;
        }
        if (result_.settled_lists.contains(cell->key())) return;  // `none` or `complete` said so
        if (batch_.whys.contains(cell->key())) return;
        result_.sizes.push_back({*cell, least, most});
        result_.settled_lists.emplace(cell->key(), true);
    }

    std::optional<Why> why_of_people(const Entry& entry, const Node& node) {
        static const std::vector<std::string> by_people = {"not_stated", "not_known", "withheld",
                                                           "claimed_not_applicable"};
        static const std::vector<std::string> by_reader = {"may_be_more", "disputed", "imprecise", "invalid",
                                                           "ambiguous"};
        if (node.kind == Node::Kind::text &&
            std::find(by_reader.begin(), by_reader.end(), node.text) != by_reader.end()) {
            note(entry, node,
                 warning(say::why_of_reader, {in_quotes(node.text)}, Message(say::one_of, {listed(by_people)})));
            return std::nullopt;
        }
        std::string word;
        if (!word_of(entry, node, by_people, word)) return std::nullopt;
        return word == "not_known"                ? Why::not_known
               : word == "withheld"               ? Why::withheld
               : word == "claimed_not_applicable" ? Why::claimed_not_applicable
                                                  : Why::not_stated;
    }

    void read_why(const Entry& entry, const Node& node, Statement& statement) {
        const auto why = why_of_people(entry, node);
        if (!why) return;
        const auto cell = cell_of(entry.place);
        if (!cell) {
            note(entry, node, warning(say::why_of_place));
            return;
        }
        const bool given_list =
            is_list(*cell) && bit(batch_.table(cell->entity).fields[cell->field].list.given, cell->row);
        const bool said_none = none_.contains(cell->key());
        if ((stands(*cell) && !given_list) || said_none || result_.settled_lists.contains(cell->key())) {
            note(entry, node, warning(say::why_of_nothing));
            return;
        }
        statement.why = why;  // of a list that is given: whether it is complete
        if (!given_list && !batch_.whys.contains(cell->key())) batch_.set_missing(*cell, *why);
    }

    // --- sources

    Said said_of(const Cell& cell, const Node& node, Read& read, std::optional<Remark>& remark) {
        Said said;
        const PlanField& field = batch_.field(cell);
        read = node.kind == Node::Kind::conflict
                   ? Read::wrong
                   : batch_.values.node(batch_.entity(cell.entity), field, node, said.value, remark);
        if (field.reference) {
            said.key = said.value.integer;
            said.value = {};
        }
        said.words = words_of_value(node);
        return said;
    }

    static Message words_of_value(const Node& node) {
        const auto bare = [](const Node& one) {
            return one.kind == Node::Kind::text ? Message::same(std::string(one.text)) : shown(one);
        };
        if (node.kind != Node::Kind::object) return bare(node);
        const Node* from = node.member("from");
        const Node* to = node.member("to");
        if (from != nullptr && to != nullptr) return Message(say::from_to, {bare(*from), bare(*to)});
        if (from != nullptr) return Message(say::at_least, {bare(*from)});
        if (to != nullptr) return Message(say::at_most, {bare(*to)});
        return shown(node);
    }

    /// What stands in the plan itself.
    std::optional<Said> in_plan(const Cell& cell) {
        const PlanField& field = batch_.field(cell);
        Said said;
        if (field.reference) {
            const Reference* reference = reference_at(cell);
            if (reference == nullptr) return std::nullopt;
            said.key = reference->text;
            said.words = Message::same(std::string(batch_.plans->texts[reference->text]));
            return said;
        }
        if (!batch_.has(cell)) return std::nullopt;
        const Column& column = batch_.column(cell);
        Value& value = said.value;
        if (column.storage == Storage::truth) {
            value.truth = bit(column.valid, cell.row);
        } else if (column.storage == Storage::decimal) {
            value.decimal = value.decimal_high = column.decimals[cell.row];
        } else {
            value.integer = value.integer_high = column.integers[cell.row];
        }
        if (const auto high = high_of(cell)) {
            if (column.storage == Storage::decimal) value.decimal_high = *high;
            else value.integer_high = static_cast<std::int64_t>(*high);
        }
        value.within_bounds = value.decimal != value.decimal_high || value.integer != value.integer_high;
        said.words = words_in_plan(field, value);
        return said;
    }

    Message words_in_plan(const PlanField& field, const Value& value) const {
        // Shown like any value of a column, from a column of one row.
        Column column;
        std::uint64_t valid = field.storage != Storage::truth || value.truth ? 1 : 0, fails = valid ^ 1;
        std::int64_t low = value.integer, high = value.integer_high;
        model::Decimal decimal_low = value.decimal, decimal_high = value.decimal_high;
        column.storage = field.storage;
        column.rows = 1;
        column.valid = {&valid, 1};
        if (field.storage == Storage::truth) column.fails = {&fails, 1};
        column.integers = {&low, 1};
        column.integers_high = {&high, 1};
        column.decimals = {&decimal_low, 1};
        column.decimals_high = {&decimal_high, 1};
        messages::Labels labels;
        for (std::size_t i = 0; i < labels.size(); ++i)
            labels[i] = value_text(*batch_.plans, field.field->type.element(), column, 0, words::language_tags[i]);
        return Message::labels(std::move(labels));
    }

    void set_said(const Cell& cell, const Said& said, std::uint32_t spot, std::uint32_t parent_row) {
        drop_reference(cell);
        erase(batch_.column(cell), cell.row);
        if (batch_.whys.erase(cell.key()) != 0) batch_.mark(cell, Mark::Kind::nothing);
        if (batch_.field(cell).reference) {
            reference_at(cell);  // the index is made before it grows
            references_.insert_or_assign(cell.key(), batch_.references.size());
            batch_.references.push_back({cell, parent_row, said.key, spot});
            return;
        }
        batch_.set(cell, said.value);
        if (!said.value.within_bounds && batch_.field(cell).storage != Storage::truth)
            batch_.mark_high(cell, said.value);  // over bounds that may have stood there
    }

    void settle_sources(const Entry& entry, const Node* says, const Node* chosen) {
        const auto cell = cell_of(entry.place);
        if (!cell || is_list(*cell) || batch_.field(*cell).owned) {
            note(entry, says != nullptr ? *says : *chosen, warning(say::sources_of_place));
            return;
        }
        std::vector<Said> said;
        std::size_t sources = 0;
        if (auto standing = in_plan(*cell)) {
            said.push_back(std::move(*standing));
            ++sources;
        }
        const bool own = !said.empty();
        bool own_said = false;  // a source says what stands in the plan: that is one, not two
        const auto take = [&](const Node& node, const std::string& below) {
            Read read = Read::absent;
            std::optional<Remark> remark;
            Said next = said_of(*cell, node, read, remark);
            if (remark) note(entry, node, std::move(*remark), below);
            if (read != Read::value) return;
            if (own && !own_said && next == said.front()) {
                own_said = true;
                return;
            }
            ++sources;
            if (std::find(said.begin(), said.end(), next) == said.end()) said.push_back(std::move(next));
        };
        if (says != nullptr && says->kind == Node::Kind::conflict) {
            note(entry, *says, given_twice(batch_, *says));
        } else if (says != nullptr && says->kind == Node::Kind::list) {
            for (std::size_t i = 0; i < says->children.size(); ++i) {
                const Node& source = says->children[i];
                const std::string below = "/says/" + std::to_string(i);
                if (source.kind != Node::Kind::object) {
                    note(entry, source, wrong_member(source, say::source_object), below);
                    continue;
                }
                for (const Node& member : source.children)
                    if (std::find(known_of_source.begin(), known_of_source.end(), member.key) == known_of_source.end())
                        note(entry, member, unknown_member(member.key, known_of_source),
                             below + '/' + escaped_step(member.key));
                if (const Node* value = source.member("value")) take(*value, below + "/value");
            }
        } else if (says != nullptr && says->kind != Node::Kind::null) {
            note(entry, *says, wrong_member(*says, say::a_list));
        }

        if (chosen != nullptr && chosen->kind != Node::Kind::null) {
            Read read = Read::absent;
            std::optional<Remark> remark;
            const Said choice = said_of(*cell, *chosen, read, remark);
            if (remark) note(entry, *chosen, std::move(*remark));
            if (read == Read::value) {
                set_said(*cell, choice, chosen->spot, entry.place.row);
                return;
            }
        }
        if (said.empty()) return;
        if (said.size() == 1) {
            if (!stands(*cell))
                set_said(*cell, said.front(), says != nullptr ? says->spot : entry.node->spot, entry.place.row);
            return;
        }
        constexpr std::size_t most = 8;
        messages::List words;
        for (const Said& one : said)
            if (words.items.size() < most) words.items.push_back(one.words);
        Remark remark = warning(say::sources_disagree, {std::max(sources, said.size()), std::move(words)});
        dispute(*cell);
        batch_.note(std::move(remark), entry.node->key_spot, entry.place);
    }

    // --- "read whole" that may say too much

    /// A list, item or plan is said to be read whole, no document is named for it, and documents are named only
    /// elsewhere.
    void warn_of_wide_reading() {
        std::vector<const Entry*> cited;
        for (const Entry& entry : entries_)
            if (!record_.statements[entry.words].document.empty()) cited.push_back(&entry);
        if (cited.empty()) return;
        for (const Entry& entry : entries_) {
            if (record_.statements[entry.words].read != "whole" || !statement_at(record_, entry.words).document.empty())
                continue;
            std::vector<std::string> places;
            constexpr std::size_t most = 3;
            for (const Entry* other : cited) {
                if (places.size() == most) break;
                places.push_back(other->words);
            }
            const std::string& first = places.front();
            note(entry, *entry.node,
                 warning(say::wide_reading, {listed(places) + (cited.size() > most ? ", …" : "")},
                         entry.words.empty() ? Message(say::whole_plan_or, {first})
                                             : Message(say::all_of_or, {entry.words, first})));
        }
    }

    Batch& batch_;
    PlanRecord& record_;
    PlaceFinder finder_;
    Evidence result_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, const Node*> places_;
    struct AsOf {
        const Entry* entry;
        const Node* node;
        model::Day first_day;
    };
    std::vector<AsOf> as_of_;
    std::unordered_set<std::uint64_t> none_;
    std::unordered_map<std::uint64_t, std::size_t> references_;  // cell -> its reference
    bool references_known_ = false;
    std::unordered_map<std::uint64_t, model::Decimal> highs_;
    std::size_t marks_known_;
};

}  // namespace

Remark unknown_member(std::string_view name, const std::vector<std::string>& known) {
    Message help = did_you_mean(name, known);
    if (help.empty()) help = Message(say::known_are, {listed(known)});
    return warning(say::unknown_field, {in_quotes(name)}, std::move(help));
}

Remark wrong_member(const Node& node, const messages::Sentence& wanted) {
    return warning(say::not_wanted_unused, {shown(node), wanted});
}

Evidence read_evidence(Batch& batch, PlanRecord& record, std::string_view read) {
    if (!batch.evidence && read.empty()) return {};
    return EvidenceReader(batch, record).read(read);
}

}  // namespace brecha::reading
