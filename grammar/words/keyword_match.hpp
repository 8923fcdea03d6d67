// Finding keywords in a text: one table for each language, made once from keyword_table.
#pragma once

#include "words/keyword_table.hpp"

#include "words/keywords.hpp"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// End of `role`'s spelling at `text[at]` in the language (longest first, no word character after it), or `at` if it
/// does not stand there.
std::size_t match_keyword(Role role, std::string_view text, std::size_t at, int language);

/// Does a reserved word stand at `text[at]`?
bool reserved_at(std::string_view text, std::size_t at, int language);

/// Does a clause word (keyword_table.hpp) stand at `text[at]`? Its end, or `at`.
std::size_t match_clause_word(std::string_view text, std::size_t at, int language);

/// The keyword with the longest spelling at `text[at]`, whatever its role.
struct KeywordHit {
    Role role = no_role;
    std::size_t end = 0;
};
std::optional<KeywordHit> any_keyword_at(std::string_view text, std::size_t at, int language);

/// The keywords of one language that begin with one word.
struct KeywordsOfWord {
    struct Entry {
        std::string_view spelling;
        Role role;
        bool one_word;  // no more than the word they share
    };
    std::vector<Entry> entries;  // longest first
    std::bitset<256> roles;
    bool reserved = false, clause = false;  // is one of them?
};

/// The keywords whose first word stands at `text[at]`, found at once: what asks for several keywords at one place asks
/// these. Null where there is none.
const KeywordsOfWord* keywords_at(std::string_view text, std::size_t at, int language);
inline bool has_role(const KeywordsOfWord* keywords, Role role) { return keywords != nullptr && keywords->roles[role]; }
/// As above, of the keywords at that place.
std::size_t match_keyword(const KeywordsOfWord* keywords, Role role, std::string_view text, std::size_t at);
bool reserved_at(const KeywordsOfWord* keywords, std::string_view text, std::size_t at);

/// The canonical spelling.
std::string_view spelling(Role role, int language);

/// Built-in words of one kind, both ways; a word that is none is returned as it is.
std::string_view built_in_to(BuiltIn kind, std::string_view english, int language);
std::string_view built_in_from(BuiltIn kind, std::string_view word, int language);

}  // namespace brecha::grammar
