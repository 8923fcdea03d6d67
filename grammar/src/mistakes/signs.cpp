// Signs and quotation marks of other languages, of word processors and of everyday writing.
#include "mistakes/finder.hpp"

#include <utility>

namespace brecha::grammar {

namespace {

struct Symbol {
    std::string_view written;
    std::string_view meant;  // a keyword's role after "~"
};
constexpr Symbol foreign_symbols[] = {
    {"≤", "<="},    {"≥", ">="},   {"≠", "!="},   {"=<", "<="}, {"=>", ">="},  {"<>", "!="}, {"==", "="},
    {"&&", "~and"}, {"||", "~or"}, {"&", "~and"}, {"|", "~or"}, {"!", "~not"}, {"×", "*"},   {"·", "*"},
    {"÷", "/"},     {"–", "-"},    {"—", "-"},    {"−", "-"},   {"…", ""},     {";", ""},    {"→", "->"}};

}  // namespace

/// require plan.a // as the decree says
std::optional<Diagnostic> Finder::foreign_comment() {
    for (const std::size_t slash : {k_, k_ - 1}) {
        if (!has(slash) || !touch(slash) || word(slash) != "/" || !is_one_of(word(slash + 1), {"/", "*"})) continue;
        const std::uint32_t begin = tokens_[slash].begin, behind = tokens_[slash + 1].end;
        const auto line_end = static_cast<std::uint32_t>(
            std::min<std::size_t>(std::min(text_.find('\n', begin), text_.size()), failure_.end));
        Diagnostic diagnostic = said(catalogue::comment_sign, {begin, behind});
        diagnostic.help = {catalogue::write_line, {"#" + std::string(text_.substr(behind, line_end - behind))}};
        return diagnostic;
    }
    return std::nullopt;
}

/// A and/or B
std::optional<Diagnostic> Finder::and_or() {
    if (k_ == 0 || word(k_) != "/" || !is_key(k_ - 1, role("and")) || !is_key(k_ + 1, role("or"))) return std::nullopt;
    return tell(catalogue::and_or, span_of(k_ - 1, k_ + 2), {source(k_ - 1, k_ + 2)},
                {replace(k_ - 1, k_ + 2, key(role("or")))});
}

/// A AND B
std::optional<Diagnostic> Finder::keyword_in_capitals() {
    if (!is_word(k_) || lower(word(k_)) == word(k_)) return std::nullopt;
    const std::string small = lower(word(k_));
    for (const int language : {session_.language, 0}) {
        const std::optional<KeywordHit> hit = any_keyword_at(small, 0, language);
        if (!hit || hit->end != small.size()) continue;
        return tell(catalogue::other_word, span_of(k_, k_ + 1), {source(k_, k_ + 1), messages::Keyword{hit->role}},
                    {replace(k_, k_ + 1, key(hit->role))});
    }
    return std::nullopt;
}

std::optional<Diagnostic> Finder::foreign_symbol() {
    if (!has(k_) || tokens_[k_].kind != Token::Kind::symbol) return std::nullopt;
    const std::optional<Edit> here = foreign_symbol_at(k_);
    if (!here) return std::nullopt;
    // All of the line at once: then it can be read.
    std::vector<Edit> edits = {*here};
    for (std::size_t index = k_ + 1; has(index) && !line_break_between(tokens_[index - 1].end, tokens_[index].begin);
         ++index)
        if (tokens_[index].kind == Token::Kind::symbol)
            if (std::optional<Edit> other = foreign_symbol_at(index)) edits.push_back(std::move(*other));
    const std::string written(tokens_[k_].text);
    std::string meant = here->text;
    std::erase(meant, ' ');
    return tell(meant.empty() ? catalogue::no_sign : catalogue::other_sign, span_of(k_, k_ + 1), {written, meant},
                edits, 0);
}

std::optional<Edit> Finder::foreign_symbol_at(std::size_t index) const {
    for (const Symbol& symbol : foreign_symbols) {
        if (tokens_[index].text != symbol.written) continue;
        std::string meant(symbol.meant);
        if (symbol.written == ";" && has(index + 1) &&
            !line_break_between(tokens_[index].end, tokens_[index + 1].begin))
            meant = ",";
        if (meant.starts_with('~'))
            meant =
                ' ' +
                std::string(keyword(meant.substr(1), keyword_languages[static_cast<std::size_t>(session_.language)])) +
                ' ';
        return replace(index, index + 1, meant);
    }
    return std::nullopt;
}

std::optional<Diagnostic> Finder::foreign_quotes() {
    static constexpr std::pair<std::string_view, std::string_view> quotes[] = {
        {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"'", "'"}, {"`", "`"}, {"”", "”"}};
    if (!has(k_)) return std::nullopt;
    const std::size_t quote = is_word(k_) && word(k_).size() == 2 && has(k_ + 1) ? k_ + 1 : k_;  // behind a language
    for (const auto& [open, close] : quotes) {
        if (tokens_[quote].text != open) continue;
        const std::uint32_t begin = tokens_[quote].begin;
        const auto inside = static_cast<std::uint32_t>(begin + open.size());
        const std::size_t line_end =
            std::min<std::size_t>(std::min(text_.find('\n', begin), text_.size()), failure_.end);
        std::size_t end = text_.find(close, inside);
        if (end >= line_end) end = text_.find('"', inside);
        if (end >= line_end) return std::nullopt;
        const std::size_t close_size = text_[end] == '"' ? 1 : close.size();
        std::string content(text_.substr(inside, end - inside));
        while (!content.empty() && static_cast<unsigned char>(content.front()) == 0xC2 && content.size() > 1 &&
               static_cast<unsigned char>(content[1]) == 0xA0)
            content.erase(0, 2);
        if (content.find('"') != std::string::npos) return std::nullopt;
        const auto to = static_cast<std::uint32_t>(end + close_size);
        return tell(catalogue::straight_quotation_marks, {begin, to}, {}, {{begin, to, '"' + content + '"'}});
    }
    return std::nullopt;
}

}  // namespace brecha::grammar
