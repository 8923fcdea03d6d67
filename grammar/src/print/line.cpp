#include "print/line.hpp"

#include <algorithm>

namespace brecha::grammar {

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string laid_out(const Line& line, std::size_t indentation) {
    const bool over_lines = line.text.find('\n') != std::string::npos;
    if (over_lines || indentation + width(line.text) <= line_width) return line.text;
    std::string result;
    std::size_t begin = 0;
    std::size_t room = line_width - std::min(line_width / 2, indentation);
    auto next = line.breaks.begin();
    while (width(std::string_view(line.text).substr(begin)) > room) {
        const Line::Break* best = nullptr;
        auto look = next;
        for (; look != line.breaks.end(); ++look) {
            const bool fits = width(std::string_view(line.text).substr(begin, look->at - begin)) <= room;
            if (!fits && best != nullptr) break;
            if (best == nullptr || look->depth <= best->depth) best = &*look;
            if (!fits) break;
        }
        if (best == nullptr) break;
        if (begin != 0) result += '\n' + std::string(indentation + continuation_step, ' ');
        result.append(line.text, begin, best->at - begin);
        begin = best->at + 1;
        while (next != line.breaks.end() && next->at < begin) ++next;
        room = line_width - std::min(line_width / 2, indentation + continuation_step);
    }
    if (begin != 0) result += '\n' + std::string(indentation + continuation_step, ' ');
    result.append(line.text, begin);
    return result;
}

}  // namespace brecha::grammar
