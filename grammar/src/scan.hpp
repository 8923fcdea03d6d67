// The first look at a text: its comments, its quoted texts that are not closed, and which braces belong together.
//
// Knows nothing of the grammar but the words that open a block. Where the braces do not balance, those words and the
// indentation tell where one was lost, so that the rest of the file can still be read item by item.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// A pair of braces. A lost closing brace has `next == close`: the block ends there, and nothing stands for it.
struct Block {
    std::uint32_t open = 0;
    std::uint32_t close = 0;  // of "}"
    std::uint32_t next = 0;   // where the text after the block begins
    bool lost() const { return next == close; }
};

struct Scan {
    std::vector<syntax::Comment> comments;
    std::vector<Block> blocks;         // in order of `open`
    std::vector<std::uint32_t> stray;  // closing braces that close nothing; read as blanks
    std::vector<Span> unclosed_texts;
    std::vector<Block> lost_braces;  // those of `blocks` whose closing brace is lost

    /// The first that opens at `from` or behind; null where none does.
    const Block* first_block(std::uint32_t from) const;
    /// How many open between two places. No more than there is text for: many braces alone make no items.
    std::size_t count_of_blocks(std::uint32_t from, std::uint32_t to) const;
    /// The block that opens at `open`.
    const Block* block_at(std::uint32_t open) const;
    bool is_stray(std::uint32_t at) const;
};

/// `language`: index of the keyword language, for the words that open blocks.
Scan scan(std::string_view text, int language);

}  // namespace brecha::grammar
