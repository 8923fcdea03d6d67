// Events -> a tree of nodes.
#pragma once

#include "plans/json_node.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace brecha::plans {

/// Values of one tree; a text that makes more is refused, so that memory stays in proportion.
inline constexpr std::size_t greatest_node_count = 4'000'000;

class NodeBuilder {
public:
    /// Begins a new tree.
    void clear() {
        open_.clear();
        key_.clear();
        count_ = 0;
    }
    bool too_many() const { return count_ > greatest_node_count; }

    void key(std::string_view name, std::uint32_t offset) {
        key_ = name;
        key_offset_ = offset;
    }
    void begin(Node::Kind kind, std::uint32_t offset) { open_.push_back(named(kind, offset)); }

    /// True where the tree is complete: see result().
    bool end() {
        Node node = std::move(open_.back());
        open_.pop_back();
        return add(std::move(node));
    }
    bool scalar(Node::Kind kind, std::uint32_t offset, std::string_view text, bool truth = false) {
        Node node = named(kind, offset);
        node.text = text;
        node.truth = truth;
        return add(std::move(node));
    }
    Node& result() { return result_; }

private:
    Node named(Node::Kind kind, std::uint32_t offset) {
        Node node;
        node.kind = kind;
        node.offset = offset;
        if (!open_.empty() && open_.back().kind == Node::Kind::object) {
            node.key = std::move(key_);
            node.key_offset = key_offset_;
            key_.clear();
        }
        ++count_;
        return node;
    }
    bool add(Node node) {
        if (open_.empty()) {
            result_ = std::move(node);
            return true;
        }
        open_.back().children.push_back(std::move(node));
        return false;
    }

    std::vector<Node> open_;
    std::string key_;
    std::uint32_t key_offset_ = 0;
    std::size_t count_ = 0;
    Node result_;
};

}  // namespace brecha::plans
