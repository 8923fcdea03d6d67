#include "words_around.hpp"

#include "quoted.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"

#include <algorithm>

namespace brecha::grammar {

using namespace text;

std::vector<Token> tokens_of(std::string_view whole, std::uint32_t begin, std::uint32_t end) {
    static constexpr std::string_view pairs[] = {"<=", ">=", "!=", "==", "<>", "->", "=>", "=<", "&&", "||"};
    const std::string_view text = whole.substr(0, end);
    std::vector<Token> tokens;
    std::uint32_t at = begin;
    const auto add = [&](Token::Kind kind, std::size_t to) {
        tokens.push_back({kind, at, static_cast<std::uint32_t>(to), text.substr(at, to - at)});
        at = static_cast<std::uint32_t>(to);
    };
    while (at < end) {
        if (const std::uint32_t length = blank(text, at)) {
            at += length;
        } else if (text[at] == '#') {
            at = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), end));
        } else if (text[at] == '"') {
            add(Token::Kind::text, quoted_extent(text, at).end);
        } else if (is_digit(text[at])) {
            std::size_t to = date_token(text, at);
            if (to == at) to = moment_token(text, at);
            if (to == at) to = number_token(text, at);
            if (to == at) {
                while (word_character(text, to) != 0) to += word_character(text, to);
            }
            add(Token::Kind::number, to);
        } else if (const std::size_t word = word_end(text, at); word != at) {
            add(Token::Kind::word, word);
        } else {
            const auto* pair = std::find(std::begin(pairs), std::end(pairs), text.substr(at, 2));
            add(Token::Kind::symbol,
                pair != std::end(pairs) ? at + 2 : std::min<std::size_t>(at + code_point_at(text, at).length, end));
        }
    }
    return tokens;
}

}  // namespace brecha::grammar
