// A whole plan as a tree of values, whoever spelled it: JSON text, YAML, a dict, a host that sets value by value.
#pragma once

#include "limits/watch.hpp"
#include "plans/node.hpp"

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace brecha::model {
struct Vocabulary;
}

namespace brecha::reading {

using namespace plans;  // what a plan is: nearly every line here speaks of it

/// Values of one tree; a plan that makes more is refused, so that memory stays in proportion.
inline constexpr std::size_t greatest_value_count = 16'000'000;
/// A host may allow less.
inline constexpr std::size_t greatest_plan_nesting = limits::greatest_sizes.plan_nesting;

/// From 1; 0: not known.
struct Position {
    std::uint32_t line = 0, column = 0;
    bool operator==(const Position&) const = default;
};

/// Values in the order in which they are written, by calls that open and close lists and objects. What comes after
/// finished() is true, too_deep() or too_many() is ignored.
class Tree {
public:
    void begin_object(std::uint32_t spot) { begin(Node::Kind::object, spot); }
    void begin_list(std::uint32_t spot) { begin(Node::Kind::list, spot); }
    void end();
    /// Of the value that comes next.
    void key(std::string_view name, std::uint32_t spot);
    void scalar(Node::Kind kind, std::string_view text, std::uint32_t spot, bool truth = false);

    bool finished() const { return finished_; }
    bool too_deep() const { return too_deep_; }
    /// How many lists and objects stood in each other at most.
    std::size_t deepest() const { return deepest_; }
    bool too_many() const { return count_ > greatest_value_count; }
    const Node& root() const { return root_; }
    Node& root() { return root_; }
    /// The whole tree at once, for those who keep one of their own; its words are kept here.
    void adopt(Node root, std::size_t deepest);
    /// Where nodes that are made besides keep their words.
    std::string_view keep(std::string_view text);

private:
    void begin(Node::Kind kind, std::uint32_t spot);
    Node made(Node::Kind kind, std::uint32_t spot);
    void add(Node node);

    std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
        std::make_unique<std::pmr::monotonic_buffer_resource>();
    std::unordered_set<std::string_view> keys_;  // each kept once
    std::vector<Node> open_;
    std::string_view key_;
    std::uint32_t key_spot_ = 0;
    std::size_t count_ = 0, deepest_ = 0;
    bool finished_ = false, too_deep_ = false;
    Node root_;
};

/// The same value, whatever the spelling of numbers, the order of members and where it stands.
bool same_value(const Node& left, const Node& right);

/// Takes keys that stand twice in an object out of the whole tree: the second where both have the same value; where
/// they differ, one node of kind `conflict` takes the place of all.
void settle_repeated_keys(Node& node);

/// Says of every plain scalar what it is, by the field in which it stands: `NO` is a text for a country, 12 one for a
/// text, and a number for a number. Where no field is known, numbers, true and false are what they look like.
void settle_plain_scalars(Node& plan, const model::Vocabulary& vocabulary);

/// "12", "-0.5e3": a number as JSON writes it.
bool is_json_number(std::string_view text);

/// The tree as JSON text: in the order written, or with sorted keys and no blanks, which is what plans that are no JSON
/// text are hashed over. What no plan can hold is null.
std::string json_of(const Node& node);
std::string canonical_json_of(const Node& node);

}  // namespace brecha::reading
