#include "session.hpp"

#include "limits/watch.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace brecha::grammar {

using namespace text;

std::uint32_t Session::skip_afresh(std::uint32_t at, std::uint32_t end) const {
    limits::step();
    const std::string_view bounded = text.substr(0, end);
    while (at < end) {
        if (text[at] == ' ' || text[at] == '\n') {
            ++at;
        } else if (const std::uint32_t length = blank(bounded, at); length != 0) {
            at += length;
        } else if (text[at] == '#') {
            at = static_cast<std::uint32_t>(std::min<std::size_t>(bounded.find('\n', at), end));
        } else if (text[at] == '}' && scan != nullptr && scan->is_stray(at)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

void Session::failed_at(std::uint32_t at, const Expectation& expectation) {
    if (at < farthest) return;
    if (at > farthest) {
        farthest = at;
        expected.clear();
    }
    if (std::find(expected.begin(), expected.end(), expectation) == expected.end()) expected.push_back(expectation);
}

}  // namespace brecha::grammar
