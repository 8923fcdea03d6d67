// A piece of a plan's text as a tree, for what cannot go straight into columns: evidence, judgements, values within bounds,
// lists that have to wait, and texts with a key given twice. Numbers keep their text; every node knows its byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

struct Node {
    enum class Kind : std::uint8_t { null, truth, number, text, list, object, conflict };
    Kind kind = Kind::null;
    bool truth = false;
    std::uint32_t offset = 0;      // of the value
    std::uint32_t key_offset = 0;  // of its key, where it is a member of an object
    std::string key;
    std::string text;            // a text, or a number as written; conflict: the bytes where the key stands again
    std::vector<Node> children;  // of a list or an object, in order

    const Node* member(std::string_view name) const {
        for (const Node& child : children)
            if (child.key == name) return &child;
        return nullptr;
    }
};

/// The same value, whatever the spelling of numbers, the order of members and where it stands.
bool same_value(const Node& left, const Node& right);

/// Takes keys that stand twice in an object out of the whole tree: the second where both have the same value; where they differ,
/// one node of kind `conflict` takes the place of all.
void settle_repeated_keys(Node& node);

}  // namespace brecha::plans
