// A value as it was written, before a field says what it means: what evidence, judgements and values within bounds are
// read from, and a whole plan where its text could not go straight into columns. Numbers keep their digits; every node
// knows its spot.
//
// A spot says where something stands: a byte of a JSON text, or a number in a table of lines and columns
// (reading/tree.hpp). Spots grow with the order in which a plan is written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace brecha::plans {

struct Node {
    enum class Kind : std::uint8_t {
        null,
        truth,
        number,
        text,
        plain,  // a scalar that its field has to explain: YAML's words without quotes
        list,
        object,
        conflict,  // a key given several times with different values, which are its children
        unusable   // what a host gave and no plan can hold; `text` shows it
    };
    Kind kind = Kind::null;
    bool truth = false;
    std::uint32_t spot = 0;      // of the value
    std::uint32_t key_spot = 0;  // of its key, where it is a member of an object
    std::string_view key;
    std::string_view text;       // a text, a number as written
    std::vector<Node> children;  // of a list or an object, in order

    const Node* member(std::string_view name) const {
        for (const Node& child : children)
            if (child.key == name) return &child;
        return nullptr;
    }
};

}  // namespace brecha::plans
