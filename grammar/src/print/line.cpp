#include "print/line.hpp"

#include <algorithm>

namespace brecha::grammar {

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

namespace {

/// Looks at no more of a long text than it must.
bool fits(std::string_view text, std::size_t room) {
    constexpr std::size_t longest_letter = 4;
    return text.size() <= room || (text.size() <= longest_letter * room && width(text) <= room);
}

}  // namespace

void lay_out(const Line& line, std::size_t indentation, std::string& result) {
    const bool over_lines = line.text.find('\n') != std::string::npos;
    if (over_lines || fits(line.text, line_width - std::min(line_width, indentation))) {
        result += line.text;
        return;
    }
    const std::string_view text = line.text;
    std::size_t begin = 0;
    std::size_t room = line_width - std::min(line_width / 2, indentation);
    auto next = line.breaks.begin();
    while (!fits(text.substr(begin), room)) {
        const Line::Break* best = nullptr;
        auto look = next;
        for (; look != line.breaks.end(); ++look) {
            const bool has_room = fits(text.substr(begin, look->at - begin), room);
            if (!has_room && best != nullptr) break;
            if (best == nullptr || look->depth <= best->depth) best = &*look;
            if (!has_room) break;
        }
        if (best == nullptr) break;
        if (begin != 0) (result += '\n').append(indentation + continuation_step, ' ');
        result.append(text, begin, best->at - begin);
        begin = best->at + 1;
        while (next != line.breaks.end() && next->at < begin) ++next;
        room = line_width - std::min(line_width / 2, indentation + continuation_step);
    }
    if (begin != 0) (result += '\n').append(indentation + continuation_step, ' ');
    result.append(text, begin);
}

}  // namespace brecha::grammar
