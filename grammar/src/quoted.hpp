// Quoted texts: where one ends, what it says, and how to write it again.
//
// "…" stays on its line and knows \" \\ \n \t; """…""" may run over lines. Where a line break follows the opening
// quotes directly, the block's common indentation, that first break and the last blank line are layout, not text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace brecha::grammar {

struct QuotedExtent {
    std::size_t end = 0;  // after the closing quotes; where the text is not closed, the end of what is taken for it
    bool closed = true;
    bool block = false;
};

/// `text[at]` is a quotation mark.
QuotedExtent quoted_extent(std::string_view text, std::size_t at);

/// What the quoted text from `text[at]` to `extent.end` says.
std::string unquoted(std::string_view text, std::size_t at, const QuotedExtent& extent);

/// The text in quotes, on its line, behind what `result` holds.
void append_quoted(std::string& result, std::string_view text);

/// The text in quotes, as it would be read back. A block's lines are indented by `indentation` blanks.
std::string quoted(std::string_view text, bool block, std::size_t indentation);

}  // namespace brecha::grammar
