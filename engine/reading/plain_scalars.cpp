// What a scalar written without quotes is: its field says so.
#include "reading/tree.hpp"

#include "limits/watch.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"
#include "plans/places.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace brecha::reading {

namespace {

using model::TypeKind;

/// What the scalars of a place are read as.
enum class Reads : std::uint8_t { text, number, yes_no, date, any };

template <std::size_t count>
bool is_one_of(std::string_view text, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

void settle_scalar(Node& node, Reads as) {
    limits::step();
    static constexpr std::array<std::string_view, 5> nothing = {"", "~", "null", "Null", "NULL"};
    static constexpr std::array<std::string_view, 3> yes = {"true", "True", "TRUE"}, no = {"false", "False", "FALSE"};
    const bool truth = as == Reads::yes_no || as == Reads::any;
    node.kind = Node::Kind::text;
    if (is_one_of(node.text, nothing)) {
        node.kind = Node::Kind::null;
        node.text = {};
    } else if (truth && (is_one_of(node.text, yes) || is_one_of(node.text, no))) {
        node.kind = Node::Kind::truth;
        node.truth = is_one_of(node.text, yes);
        node.text = {};
    } else if ((as == Reads::number || as == Reads::any) && is_json_number(node.text)) {
        node.kind = Node::Kind::number;
    } else if (as == Reads::date) {
        node.text = model::without_midnight(node.text);
    }
}

class PlainScalars {
public:
    explicit PlainScalars(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    void plan(Node& root) {
        for (Node& member : root.children) {
            if (member.key == "evidence" && member.kind == Node::Kind::object)
                for (Node& entry : member.children) record(entry, reads_at(entry.key));
            else if (member.key == "judgements" && member.kind == Node::Kind::list)
                for (Node& entry : member.children) record(entry, Reads::text);
            else field(vocabulary_.root, member);
        }
    }

private:
    void all(Node& node, Reads as) {
        if (node.kind == Node::Kind::plain) settle_scalar(node, as);
        for (Node& child : node.children) all(child, as);
    }

    /// `node`: a member of an item of `entity`.
    void field(std::uint32_t entity, Node& node) {
        const model::Entity& of = vocabulary_.entities[entity];
        const int index = of.field_of(node.key);
        if (index < 0) return all(node, Reads::any);
        const model::Field& field = of.fields[static_cast<std::size_t>(index)];
        if (field.type.kind != TypeKind::item || field.reference) return all(node, reads(field));
        const auto item = [&](Node& object) {
            if (object.kind != Node::Kind::object) return all(object, Reads::text);
            for (Node& member : object.children) this->field(static_cast<std::uint32_t>(field.type.of), member);
        };
        if (field.type.list && node.kind == Node::Kind::list)
            for (Node& element : node.children) item(element);
        else item(node);
    }

    Reads reads(const model::Field& field) const {
        switch (field.type.kind) {
            case TypeKind::number:
            case TypeKind::percent: return Reads::number;
            case TypeKind::yes_no: return Reads::yes_no;
            case TypeKind::date: return Reads::date;
            case TypeKind::item: {  // a reference is read as the key that it repeats
                const model::Entity& entity = vocabulary_.entities[static_cast<std::size_t>(field.type.of)];
                if (entity.key.size() != 1 || entity.fields[entity.key.front()].type.kind == TypeKind::item)
                    return Reads::text;
                return reads(entity.fields[entity.key.front()]);
            }
            default: return Reads::text;
        }
    }

    /// Of the field that a place such as agencies/ict/staff ends in.
    Reads reads_at(std::string_view place) const {
        std::uint32_t entity = vocabulary_.root;
        const model::Field* found = nullptr;
        for (const std::string& step : steps_of(place)) {
            const int index = vocabulary_.entities[entity].field_of(step);
            if (index >= 0) {
                found = &vocabulary_.entities[entity].fields[static_cast<std::size_t>(index)];
                if (found->type.kind == TypeKind::item && !found->reference)
                    entity = static_cast<std::uint32_t>(found->type.of);
            } else if (found == nullptr || !found->type.list) {
                return Reads::any;
            }
        }
        return found != nullptr ? reads(*found) : Reads::any;
    }

    /// An entry of evidence or judgements: `value` and `says` hold values of the field that it speaks of.
    void record(Node& entry, Reads value) {
        if (entry.kind != Node::Kind::object) return all(entry, Reads::any);
        for (Node& member : entry.children) {
            if (member.key == "says" && member.kind == Node::Kind::list)
                for (Node& said : member.children) record(said, value);
            else if (member.key == "value") all(member, value);
            else if (member.key == "size") all(member, Reads::number);
            else if (member.key == "guessed" || member.key == "none" || member.key == "answer")
                all(member, Reads::yes_no);
            else all(member, Reads::text);
        }
    }

    const model::Vocabulary& vocabulary_;
};

}  // namespace

bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - begin;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

void settle_plain_scalars(Node& plan, const model::Vocabulary& vocabulary) { PlainScalars(vocabulary).plan(plan); }

}  // namespace brecha::reading
