// Lines of a requirement or an entity in another order, or without what belongs to them.
#include "mistakes/finder.hpp"

#include "text/characters.hpp"

namespace brecha::grammar {

using namespace text;

/// require .1 A .2 B
std::optional<Diagnostic> Finder::part_without_require() {
    if (k_ == 0 || word(k_ - 1) != "." || !is_number(k_) || !touch(k_ - 1)) return std::nullopt;
    return tell(catalogue::part_without_require, span_of(k_ - 1, k_ + 1), {},
                {{tokens_[k_ - 1].begin, tokens_[k_ - 1].begin, key(role("require")) + " "}});
}

/// source ISPS A/16.3, title Two representatives
std::optional<Diagnostic> Finder::text_without_quotes() {
    const bool wants_text = std::any_of(session_.expected.begin(), session_.expected.end(), [](const Expectation& e) {
        return e.sort == Sort::text || e.sort == Sort::tagged_text;
    });
    const bool wants_else = std::any_of(session_.expected.begin(), session_.expected.end(), [](const Expectation& e) {
        return e.sort == Sort::value || e.sort == Sort::name || e.sort == Sort::symbol;
    });
    if (!wants_text || wants_else || !(is_word(k_) || is_number(k_)) || k_ == 0 ||
        line_break_between(tokens_[k_ - 1].end, tokens_[k_].begin))
        return std::nullopt;
    const bool is_cite = k_ >= 2 && is_key(k_ - 2, role("source"));
    std::uint32_t begin = tokens_[k_].begin;
    std::uint32_t end = id_token(text_, begin);
    if (!is_cite) {
        end = static_cast<std::uint32_t>(
            std::min<std::size_t>(std::min(text_.find_first_of("\n#{}", begin), text_.size()), failure_.end));
        while (end > begin && blank(text_, end - 1) != 0) --end;
    }
    const std::string content(text_.substr(begin, end - begin));
    if (content.find('"') != std::string::npos) return std::nullopt;
    return tell(catalogue::text_without_quotation_marks, {begin, end}, {}, {{begin, end, '"' + content + '"'}});
}

/// `require .max-of-two …`: requirements have hyphens in their ids, parts have not.
std::optional<Diagnostic> Finder::hyphen_in_part() {
    constexpr std::size_t longest = 16;
    for (std::size_t index = k_; index > 1 && index + longest > k_; --index) {
        if (!is_part(index) || !has(index)) continue;
        std::vector<Edit> edits;
        std::size_t end = index;
        while (has(end + 2) && word(end + 1) == "-" && touch(end) && touch(end + 1)) {
            edits.push_back(replace(end + 1, end + 2, "_"));
            end += 2;
        }
        if (edits.empty()) return std::nullopt;
        return tell(catalogue::hyphen_in_part, span_of(index - 1, end + 1), {}, edits, 0);
    }
    return std::nullopt;
}

std::optional<Diagnostic> Finder::label_without_language() {
    if (k_ == 0 || tokens_[k_ - 1].kind != Token::Kind::text) return std::nullopt;
    const std::size_t label = k_ - 1;
    const bool behind_require =
        label > 0 && (is_key(label - 1, role("require")) || is_key(label - 1, role("forbid")) || is_part(label - 1));
    if (!behind_require) return std::nullopt;
    const std::string tag(keyword_languages[static_cast<std::size_t>(session_.language)]);
    return tell(catalogue::label_without_language, span_of(label, label + 1), {},
                {{tokens_[label].begin, tokens_[label].begin, tag + " "}});
}

/// `beaches list of Beach en "Beaches"`
std::optional<Diagnostic> Finder::label_behind_type() {
    if (failure_.items != Items::fields || k_ < 3 || !has(k_) || tokens_[k_].kind != Token::Kind::text ||
        !is_word(k_ - 1))
        return std::nullopt;
    std::size_t field = k_ - 1;
    while (field > 0 && tokens_[field].begin > failure_.previous) --field;
    if (field + 2 > k_ - 1 || line_break_between(tokens_[field].begin, tokens_[k_].begin)) return std::nullopt;
    return tell(catalogue::label_behind_type, span_of(k_ - 1, k_ + 1), {},
                {replace(field, field + 1, source(field, field + 1) + " " + source(k_ - 1, k_ + 1)),
                 replace(k_ - 1, k_ + 1, "")});
}

std::optional<Diagnostic> Finder::condition_at_the_end() {
    if (!is_key(k_, role("if")) || k_ == 0) return std::nullopt;
    std::size_t require = k_;
    while (require > 0 && !is_key(require, role("require")) && !is_key(require, role("forbid"))) --require;
    if (!is_key(require, role("require")) && !is_key(require, role("forbid"))) return std::nullopt;
    std::size_t begin = require + 1;
    while (begin < k_ && (word(begin) == "." || is_part(begin))) ++begin;
    while (begin + 1 < k_ && tokens_[begin + 1].kind == Token::Kind::text && is_word(begin) && word(begin).size() == 2)
        begin += 2;
    std::size_t end = k_ + 1;
    while (has(end) && !line_break_between(tokens_[end - 1].end, tokens_[end].begin)) ++end;
    if (begin >= k_ || end == k_ + 1) return std::nullopt;
    const std::string condition = source(k_ + 1, end), demand = source(begin, k_);
    return tell(catalogue::condition_at_the_end, span_of(k_, end), {},
                {replace(begin, end, key(role("if")) + " " + condition + " " + key(role("then")) + " " + demand)});
}

std::optional<Diagnostic> Finder::ending_of_each() {
    // "at least one" without its comma was begun as a comparison, so the failure may lie behind it.
    for (std::size_t begin = k_; begin + 4 > k_; --begin) {
        if (begin == 0) return std::nullopt;
        const bool any = is_key(begin, role("if any")), one = is_key(begin, role("at least one"));
        const bool empty = is_key(begin, role("allow empty"));
        const bool number = is_key(begin, role("at least")) &&
                            is_one_of(lower(word(after_key(begin, role("at least")))), {"1", "una", "uma", "une"});
        const bool feminine = word(begin) == "si" && word(begin + 1) == "las" && word(begin + 2) == "hay";
        if (!any && !one && !empty && !number && !feminine) continue;
        std::size_t each = begin;
        while (each > 0 && !is_key(each, role("each"))) --each;
        if (!is_key(each, role("each"))) return std::nullopt;
        std::size_t from = begin;
        while (from > each + 1 && word(from - 1) == ",") --from;
        // One that is written as it should be was read, and what failed stands behind it.
        if ((any || one) && from + 1 == begin) return std::nullopt;
        const Role meant = one || number ? role("at least one") : role("if any");
        const std::size_t end = number     ? after_key(begin, role("at least")) + 1
                                : feminine ? begin + 3
                                           : after_key(begin, any   ? role("if any")
                                                              : one ? role("at least one")
                                                                    : role("allow empty"));
        return tell(catalogue::ending_of_each, span_of(begin, end), {messages::Keyword{meant}},
                    {{tokens_[from - 1].end, tokens_[end - 1].end, ", " + key(meant)}});
    }
    return std::nullopt;
}

}  // namespace brecha::grammar
