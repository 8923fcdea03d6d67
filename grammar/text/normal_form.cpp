#include "text/normal_form.hpp"

#include "text/normal_form_table.hpp"

#include <algorithm>
#include <vector>

namespace brecha::text {

namespace {

// Hangul syllables are composed by rule.
constexpr char32_t syllable_first = 0xAC00, leading_first = 0x1100, vowel_first = 0x1161, trailing_first = 0x11A7;
constexpr char32_t leading_count = 19, vowel_count = 21, trailing_count = 28,
                   syllable_count = leading_count * vowel_count * trailing_count;

std::uint8_t combining_class(char32_t letter) {
    if (letter < 0x300) return 0;
    const auto& table = unicode::combining_classes;
    const auto after = std::upper_bound(table.begin(), table.end(), letter,
                                        [](char32_t value, const auto& entry) { return value < entry.first; });
    if (after == table.begin()) return 0;
    const auto& entry = *(after - 1);
    return letter <= entry.last ? entry.value : 0;
}

void append_decomposed(std::vector<char32_t>& letters, char32_t letter) {
    if (letter >= syllable_first && letter < syllable_first + syllable_count) {
        const char32_t index = letter - syllable_first;
        letters.push_back(leading_first + index / (vowel_count * trailing_count));
        letters.push_back(vowel_first + index % (vowel_count * trailing_count) / trailing_count);
        if (index % trailing_count != 0) letters.push_back(trailing_first + index % trailing_count);
        return;
    }
    const auto& table = unicode::decompositions;
    const auto found = std::lower_bound(table.begin(), table.end(), letter,
                                        [](const auto& entry, char32_t value) { return entry.letter < value; });
    if (letter >= 0xC0 && found != table.end() && found->letter == letter)
        letters.insert(letters.end(), unicode::decomposed_letters.begin() + found->begin,
                       unicode::decomposed_letters.begin() + found->begin + found->length);
    else letters.push_back(letter);
}

/// 0 where the two do not compose.
char32_t composed(char32_t first, char32_t second) {
    if (first >= leading_first && first < leading_first + leading_count && second >= vowel_first &&
        second < vowel_first + vowel_count)
        return syllable_first + ((first - leading_first) * vowel_count + (second - vowel_first)) * trailing_count;
    if (first >= syllable_first && first < syllable_first + syllable_count &&
        (first - syllable_first) % trailing_count == 0 && second > trailing_first &&
        second < trailing_first + trailing_count)
        return first + (second - trailing_first);
    const auto& table = unicode::compositions;
    const auto found = std::lower_bound(
        table.begin(), table.end(), std::pair{first, second},
        [](const auto& entry, const auto& value) { return std::pair{entry.first, entry.second} < value; });
    return found != table.end() && found->first == first && found->second == second ? found->letter : 0;
}

/// The code point at `at`, which moves behind it. A wrong byte stands for itself, above all code points.
char32_t next_letter(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (length == 0 || at + length > text.size()) return 0x110000u + byte(at++);
    char32_t letter = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0x110000u + byte(at++);
        letter = letter << 6 | (byte(at + i) & 0x3Fu);
    }
    at += length;
    return letter;
}

void append_letter(std::string& text, char32_t letter) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (letter >= 0x110000) {
        put(letter - 0x110000);
    } else if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0 | letter >> 6);
        put(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        put(0xE0 | letter >> 12);
        put(0x80 | (letter >> 6 & 0x3F));
        put(0x80 | (letter & 0x3F));
    } else {
        put(0xF0 | letter >> 18);
        put(0x80 | (letter >> 12 & 0x3F));
        put(0x80 | (letter >> 6 & 0x3F));
        put(0x80 | (letter & 0x3F));
    }
}

/// Bytes of a blank at the begin of `text`; 0 where there is none.
std::size_t blank_at_begin(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(0);
    if (first == ' ' || (first >= 9 && first <= 13)) return 1;
    if (first == 0xC2 && (byte(1) == 0x85 || byte(1) == 0xA0)) return 2;
    if (first == 0xE1 && byte(1) == 0x9A && byte(2) == 0x80) return 3;
    if (first == 0xE2 && byte(1) == 0x80 &&
        ((byte(2) >= 0x80 && byte(2) <= 0x8A) || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF))
        return 3;
    if (first == 0xE2 && byte(1) == 0x81 && byte(2) == 0x9F) return 3;
    if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
    return 0;
}

std::size_t blank_at_end(std::string_view text) {
    for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length)
        if (blank_at_begin(text.substr(text.size() - length)) == length) return length;
    return 0;
}

/// Everything below U+0300 is in NFC already (lead bytes below 0xCC), and of the punctuation from U+2000 to U+203F
/// (dashes, quotation marks: 0xE2 0x80) all but the first two.
bool is_surely_composed(std::string_view text) {
    for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at + 1)) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0xCC) continue;
        if (lead != 0xE2 || at + 2 >= text.size() || static_cast<unsigned char>(text[at + 1]) != 0x80 ||
            static_cast<unsigned char>(text[at + 2]) < 0x82)
            return false;
        at += 2;
    }
    return true;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (const std::size_t blank = blank_at_begin(text)) text.remove_prefix(blank);
    while (const std::size_t blank = blank_at_end(text)) text.remove_suffix(blank);
    return text;
}

std::string_view composed_form(std::string_view text, std::string& scratch) {
    if (is_surely_composed(text)) return text;

    std::vector<char32_t> letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_decomposed(letters, next_letter(text, at));

    // Marks in order of their class, stable; whole runs are sorted at once, so that a long run costs n log n.
    for (std::size_t begin = 0; begin < letters.size();) {
        if (combining_class(letters[begin]) == 0) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < letters.size() && combining_class(letters[end]) != 0) ++end;
        std::stable_sort(letters.begin() + static_cast<std::ptrdiff_t>(begin),
                         letters.begin() + static_cast<std::ptrdiff_t>(end),
                         [](char32_t left, char32_t right) { return combining_class(left) < combining_class(right); });
        begin = end;
    }

    // A mark joins the last starter unless one of its own class, or a starter, stands between.
    std::size_t written = 0, starter = 0;
    bool has_starter = false;
    int last_class = -1;  // of the letter written last, behind the starter; -1: none
    for (const char32_t letter : letters) {
        const int mark = combining_class(letter);
        if (has_starter && last_class < mark) {
            const bool adjacent = last_class == -1;
            if (adjacent || mark != 0)
                if (const char32_t joined = composed(letters[starter], letter)) {
                    letters[starter] = joined;
                    continue;
                }
        }
        if (mark == 0) {
            starter = written;
            has_starter = true;
            last_class = -1;
        } else {
            last_class = mark;
        }
        letters[written++] = letter;
    }

    scratch.clear();
    for (std::size_t i = 0; i < written; ++i) append_letter(scratch, letters[i]);
    return scratch;
}

std::string composed_form(std::string_view text) {
    std::string scratch;
    return std::string(composed_form(text, scratch));
}

std::string_view normal_form(std::string_view text, std::string& scratch) {
    return trimmed(composed_form(trimmed(text), scratch));
}

}  // namespace brecha::text
