// `evidence`: what is known of the statements themselves.
#include "limits/watch.hpp"
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"
#include "reading/members.hpp"
#include "reading/stated_values.hpp"

#include <algorithm>
#include <unordered_set>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

const std::vector<std::string> known_members = {"read",     "document", "page", "who",     "on",
                                                "as_of",    "kind",     "note", "guessed", "none",
                                                "complete", "size",     "why",  "says",    "value"};
const std::vector<std::string> known_of_slice = {"none", "complete", "size", "document", "page", "who",
                                                 "on",   "as_of",    "kind", "guessed",  "note", "why"};

/// One entry of `evidence`.
struct Entry {
    const Node* node = nullptr;
    Place place;
    std::string words;                  // the place with keys
    std::string pointer;                // of the entry
    std::optional<plans::Slice> slice;  // of the list at the place
};

class EvidenceReader {
public:
    EvidenceReader(Batch& batch, PlanRecord& record) : batch_(batch), record_(record), finder_(batch), values_(batch) {}

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
        for (auto& [list, statements] : result_.slices)
            for (SliceStatement& statement : statements) {
                statement.as_of_last = statement_at(record_, statement.place).as_of_last;
                statement.list_as_of_last = statement_at(record_, plans::split_slice(statement.place)->list).as_of_last;
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
            limits::step();
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
        for (const Entry& entry : entries_) {
            limits::step();
            read_entry(entry);
        }
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

    Tell teller(const Entry& entry, const Node& node) {
        return [this, &entry, &node](Remark remark) { note(entry, node, std::move(remark)); };
    }
    bool text_of(const Entry& entry, const Node& node, std::string& to) {
        auto text = reading::text_of(batch_, node, true, teller(entry, node));
        if (text) to = *std::move(text);
        return text.has_value();
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

    bool is_true(const Entry& entry, std::string_view name) {
        const Node* member = entry.node->member(name);
        return member != nullptr && reading::truth_of(batch_, *member, teller(entry, *member)).value_or(false);
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
                if (text_of(entry, member, written) && !written.empty() &&
                    days_of(batch_, written, teller(entry, member)))
                    statement.on = written;
            } else if (name == "as_of") {
                std::string written;
                if (text_of(entry, member, written) && !written.empty())
                    if (const auto days = days_of(batch_, written, teller(entry, member))) {
                        statement.as_of = written;
                        set_as_of(entry, member, *days, statement);
                    }
            } else if (name == "guessed") {
                const auto guessed = reading::truth_of(batch_, member, teller(entry, member));
                statement.guessed_written = guessed.has_value();
                statement.guessed = guessed.value_or(false);
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
        if (says != nullptr || chosen != nullptr) read_sources(entry, says, chosen);
        if (is_true(entry, "none")) set_none(entry, *entry.node->member("none"));
        if (is_true(entry, "complete")) set_complete(entry, *entry.node->member("complete"));
        if (const Node* member = entry.node->member("size")) read_size(entry, *member);
        if (const Node* member = entry.node->member("why")) read_why(entry, *member, statement);
        record_.statements.insert_or_assign(entry.words, std::move(statement));
    }

    void set_as_of(const Entry& entry, const Node& node, std::pair<model::Day, model::Day> days, Statement& statement) {
        statement.as_of_last = days.second;
        as_of_.push_back({&entry, &node, days.first});
        Remark later = warning(say::later_than_assessment, {in_quotes(statement.as_of)});
        later.only_before = days.first;
        note(entry, node, std::move(later));
        plans::StatementDates& dates = batch_.plans->dates;
        const Place& place = entry.place;
        if (entry.slice) return;  // settle_rest looks at it
        if (place.field < 0) dates.items[item_key(place.entity, place.row)] = days.second;
        else dates.cells[cell_of(place)->key()] = days.second;
    }

    /// What somebody has read was so by then.
    void warn_of_later_than_read() {
        for (const auto& [entry, node, first_day] : as_of_) {
            const Statement statement = statement_at(record_, entry->words);
            const auto read_on = statement.on.empty() ? std::nullopt : days_of(batch_, statement.on, [](Remark) {});
            if (read_on && first_day > read_on->second)
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
    bool is_list(const Cell& cell) const { return reading::is_list(batch_, cell); }

    void set_none(const Entry& entry, const Node& node) {
        const auto cell = cell_of(entry.place);
        if (!cell || cell->element) {
            note(entry, node, warning(say::none_of_place));
            return;
        }
        if (values_.stands(*cell)) {
            if (is_list(*cell)) {
                note(entry, node, warning(say::none_of_filled_list));
                return;
            }
            note(entry, node, warning(say::value_and_none));
            values_.dispute(*cell);
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
        said.none = is_true(entry, "none");
        said.complete = is_true(entry, "complete");
        if (const Node* member = entry.node->member("size"))
            said.size = count_of(batch_, *member, teller(entry, *member));
        if (const Node* member = entry.node->member("why")) statement.why = why_of_people(entry, *member);
        if (said.none || said.complete || said.size) result_.slices[said.list.key()].push_back(std::move(said));
    }

    void read_size(const Entry& entry, const Node& node) {
        if (node.kind == Node::Kind::null) return;
        const auto cell = cell_of(entry.place);
        if (!cell || !is_list(*cell)) {
            note(entry, node, warning(say::size_of_place));
            return;
        }
        const auto count = count_of(batch_, node, teller(entry, node));
        if (!count) return;
        const auto [least, most] = *count;
        const ListColumn& list = batch_.list(*cell);
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
        const bool given_list = is_list(*cell) && bit(batch_.list(*cell).given, cell->row);
        const bool said_none = none_.contains(cell->key());
        if ((values_.stands(*cell) && !given_list) || said_none || result_.settled_lists.contains(cell->key())) {
            note(entry, node, warning(say::why_of_nothing));
            return;
        }
        statement.why = why;  // of a list that is given: whether it is complete
        if (!given_list && !batch_.whys.contains(cell->key())) batch_.set_missing(*cell, *why);
    }

    void read_sources(const Entry& entry, const Node* says, const Node* chosen) {
        const auto cell = cell_of(entry.place);
        if (!cell || is_list(*cell) || batch_.field(*cell).owned) {
            note(entry, says != nullptr ? *says : *chosen, warning(say::sources_of_place));
            return;
        }
        settle_sources(
            batch_, values_, entry.place, *cell, *entry.node, says, chosen,
            [&](const Node& at, Remark remark, std::string_view below) { note(entry, at, std::move(remark), below); });
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
    StatedValues values_;
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
