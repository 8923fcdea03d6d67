// The words around a place, for explaining what was probably meant there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace brecha::grammar {

struct Token {
    enum class Kind : std::uint8_t { word, number, text, symbol };
    Kind kind = Kind::symbol;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view text;
};

/// The tokens of text[begin, end), comments left out. Dates and numbers with separators are one token each.
std::vector<Token> tokens_of(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace brecha::grammar
