#include <brecha/grammar/lookalikes.hpp>

#include "quoted.hpp"
#include "text/characters.hpp"
#include "text/scripts.hpp"

#include <algorithm>

namespace brecha::grammar {

std::vector<Span> words_of_two_scripts(std::string_view text) {
    std::vector<Span> found;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if (text[at] == '"') {
            at = quoted_extent(text, at).end;
        } else if (const std::size_t end = text::word_end(text, at); end != at) {
            if (!text::letter_of_other_script(text.substr(at, end - at)).empty())
                found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            at = end;
        } else {
            ++at;
        }
    }
    return found;
}

}  // namespace brecha::grammar
