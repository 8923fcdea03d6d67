#include "text/visible.hpp"

#include "text/characters.hpp"

#include <algorithm>

namespace brecha::text {
namespace {

void append_escape(std::string& result, char32_t point) {
    static constexpr char digits[] = "0123456789ABCDEF";
    result += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) result += digits[(point >> shift) & 0xF];
}

/// How many letters of the Latin alphabet without accents, digits and signs a text begins with.
std::size_t plain_letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::find_if(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte >= 0x7F; }) -
        text.begin());
}

}  // namespace

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x061C || point == 0x200E || point == 0x200F ||
           point == 0x2028 || point == 0x2029 || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

bool is_invisible(char32_t point) {
    return is_control(point) || point == 0xAD || point == 0x034F || point == 0x180E ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2060 && point <= 0x2064) ||
           (point >= 0x206A && point <= 0x206F) || point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB) ||
           (point >= 0xE0000 && point <= 0xE007F);
}

std::string visible(std::string_view text) { return visible(text, text.size()); }

std::string visible(std::string_view text, std::size_t most) {
    std::string result;
    result.reserve(text.size());
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = plain_letters(text.substr(at, most - letters));
        result += text.substr(at, plain);
        letters += plain;
        at += plain;
        if (at == text.size()) break;
        if (letters++ == most) return result + "…";
        const std::size_t length = std::min<std::size_t>(code_point_at(text, at).length, text.size() - at);
        const std::string_view bytes = text.substr(at, length);
        const std::size_t broken =
            static_cast<unsigned char>(bytes[0]) < 0x80 ? std::string_view::npos : first_broken_byte(bytes);
        if (broken != std::string_view::npos) {
            result += "\xEF\xBF\xBD";
            ++at;
            continue;
        }
        const char32_t point = code_point_at(bytes, 0).value;
        if (is_control(point)) append_escape(result, point);
        else result += bytes;
        at += length;
    }
    return result;
}

}  // namespace brecha::text
