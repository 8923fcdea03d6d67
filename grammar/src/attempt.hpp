// Trying what can stand in a block, without keeping it.
#pragma once

#include "item_words.hpp"
#include "session.hpp"

#include <cstdint>
#include <string_view>

namespace brecha::grammar {

/// Reads one item, or the head of one that opens a block. Moves `at` behind it.
bool attempt(Session& session, Items items, std::uint32_t& at, std::uint32_t end);

/// How far items can be read from the beginning of a text: its size where all of it can be read.
std::uint32_t reach(Items items, int language, std::string_view text);

}  // namespace brecha::grammar
