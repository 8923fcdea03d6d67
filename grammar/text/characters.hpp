// What the bytes of a text are: UTF-8 or not, word or blank. Comes before any grammar.
//
// Words are runs of ASCII letters, digits, "_" and letters beyond ASCII; a word begins with no digit. Beyond ASCII
// everything counts as a letter but the blocks of punctuation and symbols, so that a pasted “ or ≤ is not part of a
// word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace brecha::text {

/// Offset of the first byte that is no UTF-8 (overlong forms and surrogates included), or npos.
std::size_t first_broken_byte(std::string_view text);

/// Where the ASCII letters that begin at `at` end. Most of a text is ASCII, so eight bytes are looked at at once.
inline std::size_t ascii_end(std::string_view text, std::size_t at) {
    constexpr std::uint64_t beyond = 0x8080808080808080u;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & beyond) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

/// The code point that begins at `text[at]` of valid UTF-8, and its bytes.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline constexpr std::array<bool, 256> ascii_word = [] {
    std::array<bool, 256> table{};
    for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = true;
    for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = true;
    for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = true;
    table['_'] = true;
    return table;
}();
inline bool is_ascii_word(char c) { return ascii_word[static_cast<unsigned char>(c)]; }

/// Bytes of the word character at `text[at]`, 0 if there is none.
std::uint32_t wide_word_character(std::string_view text, std::size_t at);
inline std::uint32_t word_character(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_word(text[at]) ? 1 : 0;
    return wide_word_character(text, at);
}

/// Bytes of the white space at `text[at]` (ASCII blanks, no-break and other Unicode spaces, a byte order mark), 0 if
/// there is none.
std::uint32_t wide_blank(std::string_view text, std::size_t at);
inline std::uint32_t blank(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80)
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v' ? 1 : 0;
    return wide_blank(text, at);
}

/// End of the word that begins at `at`; `at` itself if none does.
std::size_t word_end(std::string_view text, std::size_t at);

}  // namespace brecha::text
