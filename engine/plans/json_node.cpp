#include "plans/json_node.hpp"

#include "model/values.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace brecha::plans {

bool same_value(const Node& left, const Node& right) {
    if (left.kind != right.kind) return false;
    switch (left.kind) {
        case Node::Kind::null: return true;
        case Node::Kind::truth: return left.truth == right.truth;
        case Node::Kind::text: return left.text == right.text;
        case Node::Kind::conflict: return false;
        case Node::Kind::number: {
            if (left.text == right.text) return true;
            const auto first = model::decimal_from_text(left.text), second = model::decimal_from_text(right.text);
            return first && second && *first == *second;
        }
        case Node::Kind::list: return std::equal(left.children.begin(), left.children.end(), right.children.begin(), right.children.end(), same_value);
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

void settle_repeated_keys(Node& node) {
    for (Node& child : node.children) settle_repeated_keys(child);
    if (node.kind != Node::Kind::object) return;
    std::unordered_map<std::string_view, std::size_t> first;
    std::vector<bool> repeated(node.children.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto [known, is_new] = first.emplace(node.children[i].key, i);
        if (is_new) continue;
        repeated[i] = any = true;
        Node& kept = node.children[known->second];
        if (same_value(kept, node.children[i])) continue;
        if (kept.kind != Node::Kind::conflict) kept.text.clear();
        kept.kind = Node::Kind::conflict;
        kept.children.clear();
        if (!kept.text.empty()) kept.text += ' ';
        kept.text += std::to_string(node.children[i].key_offset);
    }
    if (!any) return;
    std::vector<Node> kept;
    for (std::size_t i = 0; i < node.children.size(); ++i)
        if (!repeated[i]) kept.push_back(std::move(node.children[i]));
    node.children = std::move(kept);
}

}  // namespace brecha::plans
