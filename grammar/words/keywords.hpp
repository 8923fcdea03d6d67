// Keywords, functions and built-in words in the four languages, by role.
#pragma once

#include "words/language.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace brecha::grammar {

inline constexpr auto& keyword_languages = words::language_tags;

/// Index of a language in keyword_languages, or -1.
int keyword_language(std::string_view language);

/// The spelling of a role ("when", "no~", "working days") in a language; empty for an unknown role.
std::string_view keyword(std::string_view role, std::string_view language);

/// Functions, assessment_date, standings, readings … : the spelling of an English built-in word in a language, and
/// back. A word that is not built in is returned as it is.
std::string_view built_in_word(std::string_view english, std::string_view language);
std::string_view english_word(std::string_view word, std::string_view language);

/// Is this word reserved in any of the four languages, so that no variable may be called so? Says in which, and for
/// which role.
struct Reserved {
    std::string_view language;
    std::string_view role;
};
std::vector<Reserved> reserved_as(std::string_view word);

}  // namespace brecha::grammar
