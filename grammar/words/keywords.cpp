#include "words/keyword_match.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>
#include <vector>

namespace brecha::grammar {

using namespace text;

namespace {

std::bitset<256> set_of(const auto& roles) {
    std::bitset<256> set;
    for (const Role role : roles) set.set(role);
    return set;
}

const std::bitset<256>& reserved_set() {
    static const std::bitset<256> set = set_of(reserved_roles);
    return set;
}
const std::bitset<256>& clause_set() {
    static const std::bitset<256> set = set_of(clause_roles);
    return set;
}

constexpr std::size_t word_limit = 32;  // bytes; all words of keywords are shorter
static_assert(std::all_of(std::begin(keyword_table), std::end(keyword_table), [](const KeywordRow& row) {
    return std::all_of(row.spellings.begin(), row.spellings.end(), [](std::string_view cell) {
        for (; cell.size() >= word_limit; cell.remove_prefix(1))
            if (cell.substr(0, word_limit).find_first_of(" |'") == std::string_view::npos) return false;
        return true;
    });
}));

struct LanguageTable {
    std::array<std::vector<std::string_view>, keyword_count> spellings;  // longest first
    std::array<std::string_view, keyword_count> canonical;
    /// Words are short, and keywords differ in these.
    struct Hash {
        std::size_t operator()(std::string_view word) const {
            const auto byte = [&](std::size_t at) -> std::size_t { return static_cast<unsigned char>(word[at]); };
            return word.size() + 31 * (byte(0) + 31 * (byte(word.size() / 2) + 31 * byte(word.size() - 1)));
        }
    };
    std::unordered_map<std::string_view, KeywordsOfWord, Hash> by_word;  // by the first word of their spelling
    std::array<std::uint32_t, 256> lengths{};  // by the first byte of a word: a bit for each length that some have

    /// Most words of a text are no keywords, and need not be looked up.
    bool may_have(std::string_view word) const {
        return (lengths[static_cast<unsigned char>(word.front())] >> word.size() & 1) != 0;
    }
};

LanguageTable make_table(std::size_t language) {
    LanguageTable table;
    for (std::size_t index = 0; index < keyword_count; ++index) {
        const auto role = static_cast<Role>(index);
        std::string_view cell = keyword_table[index].spellings[language];
        auto& list = table.spellings[index];
        while (true) {
            const std::size_t bar = cell.find('|');
            list.push_back(cell.substr(0, bar));
            if (bar == std::string_view::npos) break;
            cell.remove_prefix(bar + 1);
        }
        table.canonical[index] = list.front();
        std::stable_sort(list.begin(), list.end(),
                         [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
        for (const std::string_view spelling : list) {
            const std::string_view word = spelling.substr(0, word_end(spelling, 0));
            table.lengths[static_cast<unsigned char>(word.front())] |= 1u << word.size();
            KeywordsOfWord& same = table.by_word[word];
            same.entries.push_back({spelling, role, word.size() == spelling.size()});
            same.roles.set(role);
            same.reserved = same.reserved || reserved_set().test(role);
            same.clause = same.clause || clause_set().test(role);
        }
    }
    for (auto& [word, same] : table.by_word)
        std::stable_sort(same.entries.begin(), same.entries.end(),
                         [](const auto& a, const auto& b) { return a.spelling.size() > b.spelling.size(); });
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

/// The longest of them that stands at `text[at]`, of those that `is_meant`.
std::optional<KeywordHit> longest(const KeywordsOfWord* keywords, std::string_view text, std::size_t at,
                                  const auto& is_meant) {
    if (keywords == nullptr) return std::nullopt;
    for (const auto& entry : keywords->entries)
        if (is_meant(entry.role)) {
            const std::size_t end =
                entry.one_word ? at + entry.spelling.size() : match_spelling(entry.spelling, text, at);
            if (end != at) return KeywordHit{entry.role, end};
        }
    return std::nullopt;
}

}  // namespace

const KeywordsOfWord* keywords_at(std::string_view text, std::size_t at, int language) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) < 0x80 && !is_ascii_word(text[at]))) return nullptr;
    const LanguageTable& table = table_of(language);
    std::size_t end = at;
    while (const std::uint32_t length = word_character(text, end))
        if ((end += length) >= at + word_limit) return nullptr;
    const std::string_view word = text.substr(at, end - at);
    if (word.empty() || !table.may_have(word)) return nullptr;
    const auto found = table.by_word.find(word);
    return found == table.by_word.end() ? nullptr : &found->second;
}

std::size_t match_keyword(const KeywordsOfWord* keywords, Role role, std::string_view text, std::size_t at) {
    if (!has_role(keywords, role)) return at;
    const auto hit = longest(keywords, text, at, [&](Role one) { return one == role; });
    return hit ? hit->end : at;
}

bool reserved_at(const KeywordsOfWord* keywords, std::string_view text, std::size_t at) {
    return keywords != nullptr && keywords->reserved &&
           longest(keywords, text, at, [](Role role) { return reserved_set().test(role); });
}

std::size_t match_keyword(Role role, std::string_view text, std::size_t at, int language) {
    return match_keyword(keywords_at(text, at, language), role, text, at);
}

bool reserved_at(std::string_view text, std::size_t at, int language) {
    return reserved_at(keywords_at(text, at, language), text, at);
}

std::size_t match_clause_word(std::string_view text, std::size_t at, int language) {
    const KeywordsOfWord* keywords = keywords_at(text, at, language);
    if (keywords == nullptr || !keywords->clause) return at;
    const auto hit = longest(keywords, text, at, [](Role role) { return clause_set().test(role); });
    return hit ? hit->end : at;
}

std::optional<KeywordHit> any_keyword_at(std::string_view text, std::size_t at, int language) {
    return longest(keywords_at(text, at, language), text, at, [](Role) { return true; });
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

namespace {

constexpr std::size_t built_in_kinds = static_cast<std::size_t>(BuiltIn::weekday) + 1;

/// The rows of the table by a word of theirs: those of each kind, and the first of any.
struct BuiltInIndex {
    using ByWord = std::unordered_map<std::string_view, const BuiltInRow*>;
    std::array<ByWord, built_in_kinds> of_kind;
    ByWord of_any;
    const BuiltInRow* find(BuiltIn kind, std::string_view word) const {
        return find(of_kind[static_cast<std::size_t>(kind)], word);
    }
    const BuiltInRow* find(std::string_view word) const { return find(of_any, word); }

private:
    static const BuiltInRow* find(const ByWord& rows, std::string_view word) {
        const auto found = rows.find(word);
        return found == rows.end() ? nullptr : found->second;
    }
};

/// By how the rows are spelled in a language.
const BuiltInIndex& built_in_index(int language) {
    static const auto indexes = [] {
        std::array<BuiltInIndex, 4> made;
        for (std::size_t column = 0; column < made.size(); ++column)
            for (const BuiltInRow& row : built_in_table) {
                made[column].of_kind[static_cast<std::size_t>(row.kind)].emplace(row.spellings[column], &row);
                made[column].of_any.emplace(row.spellings[column], &row);
            }
        return made;
    }();
    return indexes[static_cast<std::size_t>(std::max(language, 0))];
}

}  // namespace

std::string_view built_in_to(BuiltIn kind, std::string_view english, int language) {
    const BuiltInRow* row = built_in_index(0).find(kind, english);
    return row == nullptr ? english : row->spellings[static_cast<std::size_t>(std::max(language, 0))];
}

std::string_view built_in_from(BuiltIn kind, std::string_view word, int language) {
    const BuiltInRow* row = built_in_index(language).find(kind, word);
    return row == nullptr ? word : row->spellings[0];
}

std::string_view built_in_word(std::string_view english, std::string_view language) {
    const BuiltInRow* row = built_in_index(0).find(english);
    return row == nullptr ? english : row->spellings[static_cast<std::size_t>(std::max(keyword_language(language), 0))];
}

std::string_view english_word(std::string_view word, std::string_view language) {
    const BuiltInRow* row = built_in_index(keyword_language(language)).find(word);
    return row == nullptr ? word : row->spellings[0];
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
