// The text of an instrument, in a file that its `source` names, and whether it has the words that a rule quotes.
#pragma once

#include "model/checking/environment.hpp"

namespace brecha::model {

/// Puts the texts that sources name into Declarations::source_texts, as quotes are looked for in them.
void read_source_texts(Environment& environment, const CheckOptions& options);

/// Are the quoted words, in one of their languages, in the text of the source? Blanks, line ends and the form of
/// quotation marks do not count; "…" or "[…]" in a quote stands for anything. True where the source has no text.
bool has_words(const Declarations& declarations, std::uint32_t source, const Texts& quote);

}  // namespace brecha::model
