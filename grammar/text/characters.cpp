#include "text/characters.hpp"

namespace brecha::text {

std::size_t first_broken_byte(std::string_view text) {
    const std::size_t size = text.size();
    std::size_t at = 0;
    const auto follows = [&](std::size_t offset) {
        return offset < size && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
    };
    while (at < size) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            at = ascii_end(text, at + 1);
        } else if (lead >= 0xC2 && lead <= 0xDF) {
            if (!follows(at + 1)) return at;
            at += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            if (!follows(at + 1) || !follows(at + 2)) return at;
            const auto second = static_cast<unsigned char>(text[at + 1]);
            if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return at;
            at += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            if (!follows(at + 1) || !follows(at + 2) || !follows(at + 3)) return at;
            const auto second = static_cast<unsigned char>(text[at + 1]);
            if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return at;
            at += 4;
        } else {
            return at;
        }
    }
    return std::string_view::npos;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) -> char32_t {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

namespace {

bool is_wide_blank(char32_t point) {
    return point == 0x85 || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200B) ||
           point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x2060 ||
           point == 0x3000 || point == 0xFEFF;
}

bool is_wide_symbol(char32_t point) {
    if (point < 0x80 || (point >= 0x80 && point <= 0xBF)) return point != 0xAA && point != 0xB5 && point != 0xBA;
    return point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x206F) ||
           (point >= 0x20A0 && point <= 0x20CF) || (point >= 0x2190 && point <= 0x2BFF) ||
           (point >= 0x2E00 && point <= 0x2E7F) || (point >= 0x3000 && point <= 0x3004) ||
           (point >= 0x3008 && point <= 0x3020) || (point >= 0xD800 && point <= 0xF8FF) ||
           (point >= 0xFE10 && point <= 0xFE1F) || (point >= 0xFE30 && point <= 0xFE6F) || point == 0xFEFF ||
           (point >= 0xFF01 && point <= 0xFF0F) || (point >= 0xFF1A && point <= 0xFF20) ||
           (point >= 0xFFF0 && point <= 0xFFFF) || point >= 0xE0000;
}

}  // namespace

std::uint32_t wide_word_character(std::string_view text, std::size_t at) {
    const CodePoint point = code_point_at(text, at);
    return is_wide_symbol(point.value) ? 0 : point.length;
}

std::uint32_t wide_blank(std::string_view text, std::size_t at) {
    const CodePoint point = code_point_at(text, at);
    return is_wide_blank(point.value) ? point.length : 0;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    if (at >= text.size() || is_digit(text[at])) return at;
    while (const std::uint32_t length = word_character(text, at)) at += length;
    return at;
}

}  // namespace brecha::text
