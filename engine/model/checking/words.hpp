// How words, numbers and texts are put into messages and into a plan's spelling.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include "messages/message.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

/// "a, b, c"
std::string joined(const std::vector<std::string>& words, std::string_view between = ", ");
/// The names of a map, sorted.
template <typename Map>
std::vector<std::string> names_in(const Map& map) {
    std::vector<std::string> names;
    names.reserve(map.size());
    for (const auto& [name, value] : map) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

/// An expression as the reader's language writes it, with `after` behind it.
messages::Argument code(const syntax::Expression& source, std::string_view after = {});

/// "did you mean a, b?"; says nothing where none of `candidates` is near.
messages::Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::size_t most = 3);
/// The same of built-in words, given in English, that are spelled in `language`.
messages::Message built_in_word_meant(std::string_view word, const std::vector<std::string_view>& english,
                                      std::string_view language);
/// A built-in word as `language` spells it, for the reader in the reader's; any other word as it is.
messages::Argument word_from(std::string_view word, std::string_view language);
/// "a, b or c" of built-in words, given in English.
messages::Argument one_of_words(const std::vector<std::string_view>& english);
/// "shall", as the reader's language has it.
messages::Keyword modality_keyword(syntax::Modality modality);
/// "Spanish", for "es"; a tag that is none of the four as it is.
messages::Argument language_name(std::string_view tag);

/// "2026-02 has 28 days", where a date has too large a day; says nothing of any other text.
messages::Message month_length(std::string_view date);

/// "200_000" => "200000"
std::string without_underscores(std::string text);
/// A text as JSON has it, quotes included.
std::string json_text(const std::string& text);

}  // namespace brecha::model
