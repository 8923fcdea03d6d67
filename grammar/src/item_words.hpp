// Which words can begin an item, by the kind of block it stands in.
#pragma once

#include "words/keyword_table.hpp"

#include <cstdint>
#include <span>

namespace brecha::grammar {

/// What a block is made of. The items of an entity are fields, which begin with any word, as do the labels of a
/// translated one; a hole is the expression in the braces of a text.
enum class Items : std::uint8_t {
    units,
    vocabulary,
    fields,
    ruleset,
    group,
    family,
    clauses,
    cases,
    case_items,
    translation,
    translated_lines,
    translated_labels,
    hole
};

std::span<const Role> item_roles(Items items);

/// Does the keyword open a block with braces of its own, and what is in it?
bool opens_block(Items items, Role keyword, Items& inside);

}  // namespace brecha::grammar
