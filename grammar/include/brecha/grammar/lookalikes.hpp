// Words that are hardly what they seem.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include <string_view>
#include <vector>

namespace brecha::grammar {

/// Words outside of comments and quoted texts whose letters are of two scripts, in their order. `text` is valid UTF-8.
std::vector<Span> words_of_two_scripts(std::string_view text);

}  // namespace brecha::grammar
