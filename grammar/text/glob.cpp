#include "text/glob.hpp"

#include <cstddef>

namespace brecha::text {

bool matches_glob(std::string_view text, std::string_view pattern) {
    // `?` stands for one character, which may be several bytes.
    const auto next = [](std::string_view of, std::size_t at) {
        ++at;
        while (at < of.size() && (static_cast<unsigned char>(of[at]) & 0xC0) == 0x80) ++at;
        return at;
    };
    std::size_t i = 0, p = 0, star = std::string_view::npos, mark = 0;
    while (i < text.size()) {
        if (p < pattern.size() && pattern[p] == '?') {
            i = next(text, i);
            ++p;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = i;
        } else if (p < pattern.size() && pattern[p] == text[i]) {
            ++i;
            ++p;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            mark = next(text, mark);
            i = mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

}  // namespace brecha::text
