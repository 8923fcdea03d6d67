#include "reading/tree.hpp"

#include "limits/watch.hpp"
#include "model/values.hpp"
#include "text/normal_form.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace brecha::reading {

// --- building

std::string_view Tree::keep(std::string_view text) {
    if (text.empty()) return {};
    auto* const kept = static_cast<char*>(memory_->allocate(text.size(), 1));
    std::memcpy(kept, text.data(), text.size());
    return {kept, text.size()};
}

void Tree::adopt(Node root, std::size_t deepest) {
    root_ = std::move(root);
    finished_ = true;
    deepest_ = deepest;
    too_deep_ = deepest > greatest_plan_nesting;
}

void Tree::key(std::string_view name, std::uint32_t spot) {
    auto known = keys_.find(name);
    if (known == keys_.end()) {
        std::string scratch;
        const std::string_view composed = text::composed_form(name, scratch);
        known = keys_.find(composed);
        if (known == keys_.end()) known = keys_.insert(keep(composed)).first;
    }
    key_ = *known;
    key_spot_ = spot;
}

Node Tree::made(Node::Kind kind, std::uint32_t spot) {
    Node node;
    node.kind = kind;
    node.spot = spot;
    if (!open_.empty() && open_.back().kind == Node::Kind::object) {
        node.key = std::exchange(key_, {});
        node.key_spot = key_spot_;
    }
    ++count_;
    return node;
}

void Tree::add(Node node) {
    if (open_.empty()) {
        root_ = std::move(node);
        finished_ = true;
    } else {
        open_.back().children.push_back(std::move(node));
    }
}

void Tree::begin(Node::Kind kind, std::uint32_t spot) {
    if (finished_ || too_deep_ || too_many()) return;
    too_deep_ = open_.size() == greatest_plan_nesting;
    if (too_deep_) return;
    open_.push_back(made(kind, spot));
    deepest_ = std::max(deepest_, open_.size());
}

void Tree::end() {
    if (open_.empty() || too_deep_ || too_many()) return;
    Node node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node));
}

void Tree::scalar(Node::Kind kind, std::string_view text, std::uint32_t spot, bool truth) {
    if (finished_ || too_deep_ || too_many()) return;
    Node node = made(kind, spot);
    node.text = keep(text);
    node.truth = truth;
    add(std::move(node));
}

// --- keys given twice

bool same_value(const Node& left, const Node& right) {
    if (left.kind != right.kind) return false;
    switch (left.kind) {
        case Node::Kind::null: return true;
        case Node::Kind::truth: return left.truth == right.truth;
        case Node::Kind::text:
        case Node::Kind::plain:
        case Node::Kind::unusable: return left.text == right.text;
        case Node::Kind::conflict: return false;
        case Node::Kind::number: {
            if (left.text == right.text) return true;
            const auto first = model::decimal_from_text(left.text), second = model::decimal_from_text(right.text);
            return first && second && *first == *second;
        }
        case Node::Kind::list:
            return std::equal(left.children.begin(), left.children.end(), right.children.begin(), right.children.end(),
                              same_value);
        case Node::Kind::object: {
            if (left.children.size() != right.children.size()) return false;
            std::vector<const Node*> first, second;
            for (const Node& child : left.children) first.push_back(&child);
            for (const Node& child : right.children) second.push_back(&child);
            const auto by_key = [](const Node* one, const Node* other) { return one->key < other->key; };
            std::stable_sort(first.begin(), first.end(), by_key);
            std::stable_sort(second.begin(), second.end(), by_key);
            for (std::size_t i = 0; i < first.size(); ++i)
                if (first[i]->key != second[i]->key || !same_value(*first[i], *second[i])) return false;
            return true;
        }
    }
    return false;
}

namespace {

/// Objects are small, and keys seldom stand twice: most are looked through without a table.
bool has_repeated_key(const std::vector<Node>& members) {
    constexpr std::size_t small = 24;
    if (members.size() <= small) {
        for (std::size_t i = 1; i < members.size(); ++i)
            for (std::size_t before = 0; before < i; ++before)
                if (members[before].key == members[i].key) return true;
        return false;
    }
    std::unordered_set<std::string_view> keys;
    return !std::all_of(members.begin(), members.end(),
                        [&](const Node& member) { return keys.insert(member.key).second; });
}

}  // namespace

void settle_repeated_keys(Node& node) {
    limits::step();
    for (Node& child : node.children)
        if (!child.children.empty()) settle_repeated_keys(child);
    if (node.kind != Node::Kind::object || !has_repeated_key(node.children)) return;
    std::unordered_map<std::string_view, std::size_t> first;
    std::vector<bool> repeated(node.children.size(), false);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto [known, is_new] = first.emplace(node.children[i].key, i);
        if (is_new) continue;
        repeated[i] = true;
        Node& kept = node.children[known->second];
        if (same_value(kept, node.children[i])) continue;
        if (kept.kind != Node::Kind::conflict) {
            Node conflict;
            conflict.kind = Node::Kind::conflict;
            conflict.key = kept.key;
            conflict.spot = kept.spot;
            conflict.key_spot = kept.key_spot;
            conflict.children.push_back(std::move(kept));
            kept = std::move(conflict);
        }
        kept.children.push_back(std::move(node.children[i]));
    }
    std::vector<Node> kept;
    for (std::size_t i = 0; i < node.children.size(); ++i)
        if (!repeated[i]) kept.push_back(std::move(node.children[i]));
    node.children = std::move(kept);
}

// --- as JSON

namespace {

void write_text(std::string& to, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    to += '"';
    for (const char letter : text) {
        switch (letter) {
            case '"': to += "\\\""; break;
            case '\\': to += "\\\\"; break;
            case '\n': to += "\\n"; break;
            case '\r': to += "\\r"; break;
            case '\t': to += "\\t"; break;
            case '\b': to += "\\b"; break;
            case '\f': to += "\\f"; break;
            default:
                if (static_cast<unsigned char>(letter) < 0x20) {
                    to += "\\u00";
                    to += digits[letter >> 4];
                    to += digits[letter & 15];
                } else {
                    to += letter;
                }
        }
    }
    to += '"';
}

void write(std::string& to, const Node& node, bool canonical, std::size_t depth) {
    limits::step();
    const auto break_line = [&](std::size_t levels) {
        if (!canonical) to += '\n' + std::string(2 * levels, ' ');
    };
    switch (node.kind) {
        case Node::Kind::null:
        case Node::Kind::unusable:
        case Node::Kind::conflict: to += "null"; return;
        case Node::Kind::truth: to += node.truth ? "true" : "false"; return;
        case Node::Kind::number: to += node.text; return;
        case Node::Kind::text:
        case Node::Kind::plain: write_text(to, node.text); return;
        case Node::Kind::list:
        case Node::Kind::object: break;
    }
    const bool object = node.kind == Node::Kind::object;
    std::vector<const Node*> children;
    children.reserve(node.children.size());
    for (const Node& child : node.children) children.push_back(&child);
    if (object && canonical)
        std::stable_sort(children.begin(), children.end(),
                         [](const Node* one, const Node* other) { return one->key < other->key; });
    to += object ? '{' : '[';
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i != 0) to += ',';
        break_line(depth + 1);
        if (object) {
            write_text(to, children[i]->key);
            to += canonical ? ":" : ": ";
        }
        write(to, *children[i], canonical, depth + 1);
    }
    if (!children.empty()) break_line(depth);
    to += object ? '}' : ']';
}

}  // namespace

std::string json_of(const Node& node) {
    std::string text;
    write(text, node, false, 0);
    return text;
}

std::string canonical_json_of(const Node& node) {
    std::string text;
    write(text, node, true, 0);
    return text;
}

}  // namespace brecha::reading
