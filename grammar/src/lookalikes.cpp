#include <brecha/grammar/lookalikes.hpp>

#include "text/scripts.hpp"
#include "words_around.hpp"

namespace brecha::grammar {

std::vector<Span> words_of_two_scripts(std::string_view text) {
    std::vector<Span> found;
    if (!text::may_mix_scripts(text)) return found;
    for (const Token& token : tokens_of(text, 0, static_cast<std::uint32_t>(text.size())))
        if (token.kind == Token::Kind::word && !text::letter_of_other_script(token.text).empty())
            found.push_back({token.begin, token.end});
    return found;
}

}  // namespace brecha::grammar
