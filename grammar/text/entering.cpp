#include "text/entering.hpp"

#include "text/characters.hpp"
#include "text/normal_form.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace brecha::text {

namespace {

using Unseen = Entered::Unseen;

Unseen unseen_kind(char32_t point) {
    constexpr char32_t non_joiner = 0x200C, joiner = 0x200D, first_beyond_control = 0xA0;
    if (point == '\t' || point == '\n' || point == '\r' || point == non_joiner || point == joiner)
        return Unseen::nothing;
    if (is_control(point)) return point < first_beyond_control ? Unseen::control : Unseen::turning;
    return is_invisible(point) ? Unseen::invisible : Unseen::nothing;
}

/// Bytes that can begin a character that nobody sees: C0, DEL, and what lies beyond U+007F but the letters of Western
/// alphabets.
bool may_hide(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20 && value != '\n' && value != '\t' && value != '\r') || value == 0x7F || value == 0xC2 ||
           value >= 0xCC;
}

/// Where the ASCII letters and line breaks from `at` on end that are all shown; it may stop before. Eight bytes are
/// looked at at once.
std::size_t shown_end(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101u, low = 0x7F * ones, high = 0x80 * ones;
    // The high bit of each byte that is zero.
    const auto zeros = [](std::uint64_t bytes) { return ~(((bytes & low) + low) | bytes | low); };
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        const std::uint64_t below_blank = zeros(eight & (0x60 * ones)), line_break = zeros(eight ^ ('\n' * ones)),
                            last = zeros(eight ^ (0x7F * ones));
        if (((eight & high) | (below_blank & ~line_break) | last) != 0) break;
    }
    return at;
}

}  // namespace

Entered entered(std::string_view written, std::string& scratch) {
    Entered result;
    result.text = normal_form(written, scratch);
    if (result.text.empty()) {
        result.blank = !written.empty();
        return result;
    }
    if (std::none_of(result.text.begin(), result.text.end(), may_hide)) return result;
    bool seen = false;
    std::size_t letter = 0;
    for (std::size_t at = 0; at < result.text.size();) {
        const CodePoint point = code_point_at(result.text, at);
        const Unseen kind = unseen_kind(point.value);
        ++letter;
        if (kind > result.unseen) {
            result.unseen = kind;
            result.character = point.value;
            result.letter = letter;
        }
        if (!is_invisible(point.value) && blank(result.text, at) == 0) seen = true;
        at += std::max<std::size_t>(point.length, 1);
    }
    if (!seen) {
        result.text = {};
        result.blank = true;
    }
    return result;
}

Hidden first_hidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!may_hide(text[at])) {
            at = shown_end(text, at + 1);
            continue;
        }
        const CodePoint point = code_point_at(text, at);
        const Unseen kind = unseen_kind(point.value);
        if (kind == Unseen::control || kind == Unseen::turning)
            return {at, point.length, point.value, kind == Unseen::turning};
        at += std::max<std::size_t>(point.length, 1);
    }
    return {};
}

std::string entered(std::string_view written) {
    std::string scratch;
    return std::string(entered(written, scratch).text);
}

std::string code_point_name(char32_t point) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string hexadecimal;
    for (; point != 0 || hexadecimal.size() < 4; point >>= 4)
        hexadecimal.insert(hexadecimal.begin(), digits[point & 15]);
    return "U+" + hexadecimal;
}

}  // namespace brecha::text
