// `says` and `value` of evidence: what several sources say of one thing.
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"
#include "reading/stated_values.hpp"

#include <algorithm>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

const std::vector<std::string> known_of_source = {"value", "document", "page", "who", "on", "kind", "note"};

/// A value that a source says, or that stands in the plan; of a reference, its key.
struct Said {
    Value value;
    Message words;  // in a message
    bool operator==(const Said& other) const { return value == other.value; }
};

Message words_of_value(const Node& node) {
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

/// Shown like any value of a column, from a column of one row.
Message words_in_plan(const Batch& batch, const PlanField& field, const Value& value) {
    if (field.reference) return Message::same(std::string(batch.plans->texts[value.integer]));
    Column column;
    std::uint64_t valid = field.storage != Storage::truth || value.truth ? 1 : 0, fails = valid ^ 1;
    std::int64_t low = value.integer, high = value.integer_high;
    model::Decimal decimal_low = value.decimal, decimal_high = value.decimal_high;
    column.storage = field.storage;
    column.rows = 1;
    column.valid = &valid;
    if (field.storage == Storage::truth) column.fails = &fails;
    column.integers = &low;
    column.integers_high = &high;
    column.decimals = &decimal_low;
    column.decimals_high = &decimal_high;
    messages::Labels labels;
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i] = value_text(*batch.plans, field.field->type.element(), column, 0, words::language_tags[i]);
    return Message::labels(std::move(labels));
}

class Sources {
public:
    Sources(Batch& batch, const Cell& cell, const TellOf& tell) : batch_(batch), cell_(cell), tell_(tell) {}

    void stand_in_plan(const Value& value) {
        said_.push_back({value, words_in_plan(batch_, batch_.field(cell_), value)});
        count_ = 1;
        own_ = true;
    }
    void take(const Node& says) {
        if (says.kind == Node::Kind::null) return;
        if (says.kind != Node::Kind::list) {
            tell_(says, says.kind == Node::Kind::conflict ? given_twice(batch_, says) : wrong_member(says, say::a_list),
                  {});
            return;
        }
        for (std::size_t i = 0; i < says.children.size(); ++i) take_one(says.children[i], "/says/" + std::to_string(i));
    }
    /// What a node says; nothing where that is no value of the field.
    std::optional<Said> said_by(const Node& node, std::string_view below) {
        Said said;
        std::optional<Remark> remark;
        Read read = Read::wrong;
        const PlanField& field = batch_.field(cell_);
        if (node.kind == Node::Kind::conflict) remark = given_twice(batch_, node);
        else read = batch_.values.node(batch_.entity(cell_.entity), field, node, said.value, remark);
        if (remark) tell_(node, std::move(*remark), below);
        if (read != Read::value) return std::nullopt;
        if (field.reference) said.value.integer_high = said.value.integer;
        said.words = words_of_value(node);
        return said;
    }

    const std::vector<Said>& different() const { return said_; }
    std::size_t count() const { return std::max(count_, said_.size()); }

private:
    Batch& batch_;
    const Cell cell_;
    const TellOf& tell_;
    std::vector<Said> said_;
    std::size_t count_ = 0;
    bool own_ = false, own_said_ = false;  // a source says what stands in the plan: that is one, not two

    void take_one(const Node& source, const std::string& below) {
        if (source.kind != Node::Kind::object) {
            tell_(source, wrong_member(source, say::source_object), below);
            return;
        }
        for (const Node& member : source.children)
            if (std::find(known_of_source.begin(), known_of_source.end(), member.key) == known_of_source.end())
                tell_(member, unknown_member(member.key, known_of_source), below + '/' + escaped_step(member.key));
        const Node* value = source.member("value");
        if (value == nullptr) return;
        auto next = said_by(*value, below + "/value");
        if (!next) return;
        if (own_ && !own_said_ && *next == said_.front()) {
            own_said_ = true;
            return;
        }
        ++count_;
        if (std::find(said_.begin(), said_.end(), *next) == said_.end()) said_.push_back(*std::move(next));
    }
};

}  // namespace

void settle_sources(Batch& batch, StatedValues& values, const Place& place, const Cell& cell, const Node& entry,
                    const Node* says, const Node* chosen, const TellOf& tell) {
    Sources sources(batch, cell, tell);
    if (const auto standing = values.value(cell)) sources.stand_in_plan(*standing);
    if (says != nullptr) sources.take(*says);
    if (chosen != nullptr && chosen->kind != Node::Kind::null)
        if (const auto choice = sources.said_by(*chosen, {})) {
            values.set(cell, choice->value, place.row, chosen->spot);
            return;
        }
    const std::vector<Said>& said = sources.different();
    if (said.empty()) return;
    if (said.size() == 1) {
        if (!values.stands(cell))
            values.set(cell, said.front().value, place.row, says != nullptr ? says->spot : entry.spot);
        return;
    }
    constexpr std::size_t most = 8;
    messages::List words;
    for (const Said& one : said)
        if (words.items.size() < most) words.items.push_back(one.words);
    values.dispute(cell);
    batch.note(warning(say::sources_disagree, {sources.count(), std::move(words)}), entry.key_spot, place);
}

}  // namespace brecha::reading
