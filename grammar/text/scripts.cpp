#include "text/scripts.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <cstdint>

namespace brecha::text {

namespace {

enum class Script : std::uint8_t { other, latin, greek, cyrillic };

struct Range {
    char32_t first, last;
    Script script;
};
constexpr Range ranges[] = {
    {'A', 'Z', Script::latin},          {'a', 'z', Script::latin},          {0x00C0, 0x024F, Script::latin},
    {0x0250, 0x02AF, Script::latin},    {0x0370, 0x03FF, Script::greek},    {0x0400, 0x052F, Script::cyrillic},
    {0x1C80, 0x1C8F, Script::cyrillic}, {0x1E00, 0x1EFF, Script::latin},    {0x1F00, 0x1FFF, Script::greek},
    {0x2C60, 0x2C7F, Script::latin},    {0x2DE0, 0x2DFF, Script::cyrillic}, {0xA640, 0xA69F, Script::cyrillic},
    {0xA720, 0xA7FF, Script::latin},    {0xFF21, 0xFF3A, Script::latin},    {0xFF41, 0xFF5A, Script::latin},
};

Script script_of(char32_t letter) {
    const auto* const range = std::find_if(std::begin(ranges), std::end(ranges),
                                           [&](const Range& one) { return letter >= one.first && letter <= one.last; });
    return range == std::end(ranges) ? Script::other : range->script;
}

}  // namespace

std::string_view letter_of_other_script(std::string_view word) {
    Script first = Script::other;
    bool mixed = false;
    std::string_view odd;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        const Script script = script_of(point.value);
        if (script != Script::other) {
            if (first == Script::other) first = script;
            mixed = mixed || script != first;
            if (odd.empty() && script != Script::latin) odd = word.substr(at, point.length);
        }
        at += std::max<std::size_t>(point.length, 1);
    }
    return mixed ? odd : std::string_view();
}

bool may_mix_scripts(std::string_view text) {
    // Lead bytes of U+0340 to U+053F, U+1000 to U+1FFF, U+2DC0 to U+2DFF and U+A000 to U+AFFF.
    for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at + 1)) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if ((lead >= 0xCD && lead <= 0xD4) || lead == 0xE1 || lead == 0xEA) return true;
        if (lead == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0xB7) return true;
    }
    return false;
}

}  // namespace brecha::text
