#include "words/keyword_match.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <vector>

namespace brecha::grammar {

using namespace text;
namespace {

struct Entry {
    std::string_view spelling;
    Role role;
};

struct LanguageTable {
    std::array<std::vector<std::string_view>, keyword_count> spellings;  // longest first
    std::array<std::string_view, keyword_count> canonical;
    std::vector<Entry> all;  // longest first
    std::vector<std::string_view> reserved, clause;
    std::bitset<256> reserved_first, clause_first;
};

LanguageTable make_table(std::size_t language) {
    LanguageTable table;
    const auto longest_first = [](std::string_view a, std::string_view b) { return a.size() > b.size(); };
    for (std::size_t index = 0; index < keyword_count; ++index) {
        std::string_view cell = keyword_table[index].spellings[language];
        auto& list = table.spellings[index];
        while (true) {
            const std::size_t bar = cell.find('|');
            list.push_back(cell.substr(0, bar));
            if (bar == std::string_view::npos) break;
            cell.remove_prefix(bar + 1);
        }
        table.canonical[index] = list.front();
        std::stable_sort(list.begin(), list.end(), longest_first);
        for (std::string_view spelling : list) table.all.push_back({spelling, static_cast<Role>(index)});
    }
    std::stable_sort(table.all.begin(), table.all.end(),
                     [](const Entry& a, const Entry& b) { return a.spelling.size() > b.spelling.size(); });
    const auto gather = [&](const auto& roles, std::vector<std::string_view>& words, std::bitset<256>& first) {
        for (Role role : roles)
            for (std::string_view spelling : table.spellings[role]) {
                words.push_back(spelling);
                first.set(static_cast<unsigned char>(spelling.front()));
            }
        std::stable_sort(words.begin(), words.end(), longest_first);
    };
    gather(reserved_roles, table.reserved, table.reserved_first);
    gather(clause_roles, table.clause, table.clause_first);
    return table;
}

const LanguageTable& table_of(int language) {
    static const std::array<LanguageTable, 4> tables = {make_table(0), make_table(1), make_table(2), make_table(3)};
    return tables[language >= 0 && language < 4 ? static_cast<std::size_t>(language) : 0];
}

std::size_t match_spelling(std::string_view spelling, std::string_view text, std::size_t at) {
    std::size_t position = at;
    for (std::size_t index = 0; index < spelling.size(); ++index) {
        if (position >= text.size()) return at;
        const char c = spelling[index];
        if (c == ' ') {
            std::uint32_t length = blank(text, position);
            if (length == 0) return at;
            while (length != 0) {
                position += length;
                length = position < text.size() ? blank(text, position) : 0;
            }
        } else if (c == '\'' && text.substr(position, 3) == "\xE2\x80\x99") {
            position += 3;
        } else if (text[position] != c) {
            return at;
        } else {
            ++position;
        }
    }
    return word_character(text, position) != 0 ? at : position;
}

std::size_t match_any(const std::vector<std::string_view>& spellings, std::string_view text, std::size_t at) {
    for (std::string_view spelling : spellings)
        if (spelling.front() == text[at])
            if (const std::size_t end = match_spelling(spelling, text, at); end != at) return end;
    return at;
}

}  // namespace

std::size_t match_keyword(Role role, std::string_view text, std::size_t at, int language) {
    if (at >= text.size()) return at;
    return match_any(table_of(language).spellings[role], text, at);
}

bool reserved_at(std::string_view text, std::size_t at, int language) {
    if (at >= text.size()) return false;
    const LanguageTable& table = table_of(language);
    return table.reserved_first.test(static_cast<unsigned char>(text[at])) && match_any(table.reserved, text, at) != at;
}

std::size_t match_clause_word(std::string_view text, std::size_t at, int language) {
    if (at >= text.size()) return at;
    const LanguageTable& table = table_of(language);
    return table.clause_first.test(static_cast<unsigned char>(text[at])) ? match_any(table.clause, text, at) : at;
}

std::optional<KeywordHit> any_keyword_at(std::string_view text, std::size_t at, int language) {
    if (at >= text.size()) return std::nullopt;
    for (const Entry& entry : table_of(language).all)
        if (entry.spelling.front() == text[at])
            if (const std::size_t end = match_spelling(entry.spelling, text, at); end != at)
                return KeywordHit{entry.role, end};
    return std::nullopt;
}

std::string_view spelling(Role role, int language) { return table_of(language).canonical[role]; }

int keyword_language(std::string_view language) {
    for (std::size_t index = 0; index < keyword_languages.size(); ++index)
        if (keyword_languages[index] == language) return static_cast<int>(index);
    return -1;
}

std::string_view keyword(std::string_view role, std::string_view language) {
    for (std::size_t index = 0; index < keyword_count; ++index)
        if (keyword_table[index].role == role) return spelling(static_cast<Role>(index), keyword_language(language));
    return {};
}

std::string_view built_in_to(BuiltIn kind, std::string_view english, int language) {
    for (const BuiltInRow& row : built_in_table)
        if (row.kind == kind && row.spellings[0] == english)
            return row.spellings[static_cast<std::size_t>(std::max(language, 0))];
    return english;
}

std::string_view built_in_from(BuiltIn kind, std::string_view word, int language) {
    for (const BuiltInRow& row : built_in_table)
        if (row.kind == kind && row.spellings[static_cast<std::size_t>(std::max(language, 0))] == word)
            return row.spellings[0];
    return word;
}

std::string_view built_in_word(std::string_view english, std::string_view language) {
    const auto column = static_cast<std::size_t>(std::max(keyword_language(language), 0));
    for (const BuiltInRow& row : built_in_table)
        if (row.spellings[0] == english) return row.spellings[column];
    return english;
}

std::string_view english_word(std::string_view word, std::string_view language) {
    const auto column = static_cast<std::size_t>(std::max(keyword_language(language), 0));
    for (const BuiltInRow& row : built_in_table)
        if (row.spellings[column] == word) return row.spellings[0];
    return word;
}

std::vector<Reserved> reserved_as(std::string_view word) {
    std::vector<Reserved> found;
    for (std::size_t language = 0; language < keyword_languages.size(); ++language)
        for (Role role : reserved_roles)
            for (std::string_view spelling : table_of(static_cast<int>(language)).spellings[role])
                if (spelling == word) found.push_back({keyword_languages[language], keyword_table[role].role});
    return found;
}

}  // namespace brecha::grammar
