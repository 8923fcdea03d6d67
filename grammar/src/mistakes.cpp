#include "mistakes.hpp"

#include "attempt.hpp"
#include "messages/catalogue/reading.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace brecha::grammar {

using namespace text;
namespace catalogue = messages::catalogue;
namespace {

constexpr std::uint32_t furthest_look = 4000;  // bytes before and behind the failure that are looked at

std::string lower(std::string_view word) {
    std::string result(word);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool is_comparison(std::string_view symbol) { return is_one_of(symbol, {"<", "<=", ">", ">=", "=", "!="}); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// A phrase after "is" that is a comparison.
struct Phrase {
    std::string_view words;
    std::string_view sign;
};
constexpr Phrase comparison_phrases[] = {{"at least", ">="},
                                         {"at most", "<="},
                                         {"no more than", "<="},
                                         {"no less than", ">="},
                                         {"more than or equal to", ">="},
                                         {"less than or equal to", "<="},
                                         {"greater than or equal to", ">="},
                                         {"more than", ">"},
                                         {"greater than", ">"},
                                         {"larger than", ">"},
                                         {"bigger than", ">"},
                                         {"less than", "<"},
                                         {"fewer than", "<"},
                                         {"smaller than", "<"},
                                         {"equal to", "="},
                                         {"the same as", "="},
                                         {"above", ">"},
                                         {"below", "<"},
                                         {"over", ">"},
                                         {"under", "<"},
                                         {"later than", ">"},
                                         {"earlier than", "<"},
                                         {"before", "<"},
                                         {"after", ">"},
                                         {"al menos", ">="},
                                         {"como mínimo", ">="},
                                         {"como máximo", "<="},
                                         {"a lo sumo", "<="},
                                         {"mayor o igual a", ">="},
                                         {"mayor o igual que", ">="},
                                         {"menor o igual a", "<="},
                                         {"menor o igual que", "<="},
                                         {"mayor que", ">"},
                                         {"menor que", "<"},
                                         {"más de", ">"},
                                         {"menos de", "<"},
                                         {"igual a", "="},
                                         {"anterior a", "<"},
                                         {"posterior a", ">"},
                                         {"antes de", "<"},
                                         {"después de", ">"},
                                         {"pelo menos", ">="},
                                         {"no mínimo", ">="},
                                         {"no máximo", "<="},
                                         {"maior ou igual a", ">="},
                                         {"menor ou igual a", "<="},
                                         {"maior que", ">"},
                                         {"mais de", ">"},
                                         {"depois de", ">"},
                                         {"au moins", ">="},
                                         {"au plus", "<="},
                                         {"supérieur ou égal à", ">="},
                                         {"inférieur ou égal à", "<="},
                                         {"supérieur à", ">"},
                                         {"inférieur à", "<"},
                                         {"égal à", "="},
                                         {"plus de", ">"},
                                         {"moins de", "<"},
                                         {"avant", "<"},
                                         {"après", ">"}};

std::string_view opposite(std::string_view sign) {
    if (sign == ">=") return "<";
    if (sign == "<=") return ">";
    if (sign == ">") return "<=";
    if (sign == "<") return ">=";
    return sign == "=" ? "!=" : "=";
}

struct Symbol {
    std::string_view written;
    std::string_view meant;  // a keyword's role after "~"
};
constexpr Symbol foreign_symbols[] = {{"≤", "<="},    {"≥", ">="},   {"≠", "!="},   {"=<", "<="}, {"=>", ">="},  {"<>", "!="}, {"==", "="},
                                      {"&&", "~and"}, {"||", "~or"}, {"&", "~and"}, {"|", "~or"}, {"!", "~not"}, {"×", "*"},   {"·", "*"},
                                      {"÷", "/"},     {"–", "-"},    {"—", "-"},    {"−", "-"},   {"…", ""},     {";", ""},    {"→", "->"}};

class Finder {
public:
    Finder(const Session& session, const Failure& failure) : session_(session), failure_(failure), text_(session.text), at_(session.farthest) {
        // `plan.a after plan.b + 1 day`: "after" was read as a line of its own, so look one item further back.
        from_ = match_keyword(role("after"), text_, failure.previous, session.language) != failure.previous ? failure.earlier : failure.previous;
        if (at_ > from_ + furthest_look) from_ = failure.begin;
        const std::uint32_t begin = std::min(from_, at_);
        const std::uint32_t end = std::min(failure.end, at_ + furthest_look);
        tokens_ = tokens_of(text_, begin, std::max(begin, end));
        k_ = 0;
        while (k_ < tokens_.size() && tokens_[k_].end <= at_) ++k_;
    }

    std::optional<Diagnostic> find() {
        using Look = std::optional<Diagnostic> (Finder::*)();
        for (const Look look : {&Finder::foreign_comment,
                                &Finder::and_or,
                                &Finder::keyword_in_capitals,
                                &Finder::foreign_symbol,
                                &Finder::foreign_quotes,
                                &Finder::number_with_comma,
                                &Finder::date_in_words,
                                &Finder::number_without_zero,
                                &Finder::quantifier_word,
                                &Finder::there_is,
                                &Finder::quantifier_in_condition,
                                &Finder::chained_comparison,
                                &Finder::form_of_to_be,
                                &Finder::comparison_in_words,
                                &Finder::form_of_to_have,
                                &Finder::before_or_after,
                                &Finder::element_in_list,
                                &Finder::list_without_braces,
                                &Finder::hyphen_in_part,
                                &Finder::label_without_language,
                                &Finder::label_behind_type,
                                &Finder::condition_at_the_end,
                                &Finder::number_of,
                                &Finder::part_without_require,
                                &Finder::text_without_quotes})
            if (std::optional<Diagnostic> diagnostic = (this->*look)()) return diagnostic;
        return std::nullopt;
    }

private:
    // --- tokens -------------------------------------------------------------------------------------------

    bool has(std::size_t index) const { return index < tokens_.size(); }
    std::string_view word(std::size_t index) const { return has(index) ? tokens_[index].text : std::string_view(); }
    bool is_word(std::size_t index) const { return has(index) && tokens_[index].kind == Token::Kind::word; }
    bool is_number(std::size_t index) const { return has(index) && tokens_[index].kind == Token::Kind::number; }
    bool is_key(std::size_t index, Role keyword) const {
        return has(index) && match_keyword(keyword, text_, tokens_[index].begin, session_.language) != tokens_[index].begin;
    }
    bool touch(std::size_t index) const { return has(index) && has(index + 1) && tokens_[index].end == tokens_[index + 1].begin; }
    std::string key(Role keyword) const { return std::string(spelling(keyword, session_.language)); }
    std::size_t after_key(std::size_t index, Role keyword) const {  // the token behind a keyword, which may be several words
        const std::size_t end = match_keyword(keyword, text_, tokens_[index].begin, session_.language);
        while (index < tokens_.size() && tokens_[index].begin < end) ++index;
        return index;
    }
    bool line_break_between(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin).find('\n') != std::string_view::npos; }

    // Does an item, a joint or a bracket begin here, so that an operand ends before?
    bool ends_operand(std::size_t index) const {
        if (!has(index)) return true;
        if (tokens_[index].kind == Token::Kind::symbol) return is_one_of(tokens_[index].text, {")", "}", "]", ",", ":", "{"});
        if (tokens_[index].kind == Token::Kind::text) return false;
        for (Role keyword : {role("and"), role("or"), role("then"), role("else"), role("unless"), role("where"), role("otherwise")})
            if (is_key(index, keyword)) return true;
        return index > 0 && line_break_between(tokens_[index - 1].end, tokens_[index].begin) &&
               item_role_at(session_, failure_.items, tokens_[index].begin, failure_.end) != no_role;
    }
    bool begins_operand_behind(std::size_t index) const {  // may an operand begin right behind this token?
        if (tokens_[index].kind == Token::Kind::symbol) return is_one_of(tokens_[index].text, {"(", "{", "[", ",", ":", "="});
        if (tokens_[index].kind == Token::Kind::text) return true;
        for (Role keyword : {role("and"), role("or"), role("not"), role("if"), role("then"), role("else"), role("where"), role("unless"), role("require"),
                             role("forbid"), role("when")})
            if (is_key(index, keyword)) return true;
        return false;
    }
    /// The first token of the operand that ends before `index`.
    std::size_t operand_begin(std::size_t index) const {
        int depth = 0;
        while (index > 0) {
            const std::string_view before = word(index - 1);
            if (before == ")" || before == "]") ++depth;
            if ((before == "(" || before == "[") && --depth < 0) break;
            if (depth == 0 && (begins_operand_behind(index - 1) || is_part(index - 1))) break;
            --index;
        }
        return index;
    }
    bool is_part(std::size_t index) const {
        return index >= 2 && word(index - 1) == "." && touch(index - 1) && (is_key(index - 2, role("require")) || is_key(index - 2, role("forbid")));
    }
    std::size_t operand_end(std::size_t index) const {
        int depth = 0;
        while (has(index)) {
            const std::string_view here = word(index);
            if (depth == 0 && ends_operand(index)) break;
            if (here == "(" || here == "[" || here == "{") ++depth;
            if (here == ")" || here == "]" || here == "}") --depth;
            ++index;
        }
        return index;
    }
    std::string source(std::size_t from, std::size_t to) const {  // the words of tokens [from, to)
        if (from >= to || !has(to - 1)) return {};
        return std::string(text_.substr(tokens_[from].begin, tokens_[to - 1].end - tokens_[from].begin));
    }

    // --- telling ------------------------------------------------------------------------------------------

    /// Where the clause begins that is shown rewritten.
    std::uint32_t clause_begin() const {
        if (failure_.items == Items::fields) return at_ == failure_.begin ? failure_.previous : failure_.begin;
        return item_role_at(session_, failure_.items, failure_.begin, failure_.end) != no_role || failure_.items == Items::hole ? failure_.begin : from_;
    }

    /// The diagnostic, if the edited items can be read beyond where they failed.
    std::optional<Diagnostic> tell(const messages::Entry& entry, Span span, const std::vector<messages::Argument>& arguments, const std::vector<Edit>& edits,
                                   std::size_t enough = 2) const {
        std::uint32_t last = std::max(at_, span.end);
        for (const Edit& edit : edits) last = std::max(last, edit.end);
        const std::uint32_t from = from_;
        const std::uint32_t to = std::min(failure_.end, last + furthest_look);
        if (edits.empty() || edits.front().begin < from) return std::nullopt;
        std::string edited;
        std::uint32_t copied = from;
        for (const Edit& edit : edits) {
            edited.append(text_, copied, edit.begin - copied).append(edit.text);
            copied = edit.end;
        }
        const std::uint32_t line_end = static_cast<std::uint32_t>(std::min<std::size_t>(std::min(text_.find('\n', last), text_.size()), to));
        const std::size_t wanted = edited.size() + (std::max(last, copied) - copied);
        const std::size_t edited_line_end = edited.size() + (line_end - std::min(line_end, copied));
        edited.append(text_, copied, to - copied);
        // Another mistake may follow on the line; but what was edited must be read, and something behind it.
        const std::uint32_t reached = reach(failure_.items, session_.language, edited);
        if (reached < edited_line_end) {
            const std::vector<Token> behind = tokens_of(edited, static_cast<std::uint32_t>(wanted), static_cast<std::uint32_t>(edited.size()));
            if (reached < wanted || behind.size() < enough || (enough != 0 && behind[enough - 1].end > reached)) return std::nullopt;
        }
        Diagnostic diagnostic = said(entry, span, arguments);
        // The way out is the line as it would be read, and what the entry adds to that.
        const std::string line = rewritten(text_, std::min(clause_begin(), edits.front().begin), line_end, edits);
        diagnostic.help = messages::Message(catalogue::write_line, {line}) + diagnostic.help;
        return diagnostic;
    }

    Span span_of(std::size_t from, std::size_t to) const { return {tokens_[from].begin, tokens_[to - 1].end}; }
    Edit replace(std::size_t from, std::size_t to, std::string text) const { return {tokens_[from].begin, tokens_[to - 1].end, std::move(text)}; }

    // --- the mistakes -------------------------------------------------------------------------------------

    /// require plan.a // as the decree says
    std::optional<Diagnostic> foreign_comment() {
        for (const std::size_t slash : {k_, k_ - 1}) {
            if (!has(slash) || !touch(slash) || word(slash) != "/" || !is_one_of(word(slash + 1), {"/", "*"})) continue;
            const std::uint32_t begin = tokens_[slash].begin, behind = tokens_[slash + 1].end;
            const auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(std::min(text_.find('\n', begin), text_.size()), failure_.end));
            Diagnostic diagnostic = said(catalogue::comment_sign, {begin, behind});
            diagnostic.help = {catalogue::write_line, {"#" + std::string(text_.substr(behind, line_end - behind))}};
            return diagnostic;
        }
        return std::nullopt;
    }

    /// A and/or B
    std::optional<Diagnostic> and_or() {
        if (k_ == 0 || word(k_) != "/" || !is_key(k_ - 1, role("and")) || !is_key(k_ + 1, role("or"))) return std::nullopt;
        return tell(catalogue::and_or, span_of(k_ - 1, k_ + 2), {source(k_ - 1, k_ + 2)}, {replace(k_ - 1, k_ + 2, key(role("or")))});
    }

    /// A AND B
    std::optional<Diagnostic> keyword_in_capitals() {
        if (!is_word(k_) || lower(word(k_)) == word(k_)) return std::nullopt;
        const std::string small = lower(word(k_));
        for (const int language : {session_.language, 0}) {
            const std::optional<KeywordHit> hit = any_keyword_at(small, 0, language);
            if (!hit || hit->end != small.size()) continue;
            return tell(catalogue::other_word, span_of(k_, k_ + 1), {source(k_, k_ + 1), messages::Keyword{hit->role}}, {replace(k_, k_ + 1, key(hit->role))});
        }
        return std::nullopt;
    }

    std::optional<Diagnostic> foreign_symbol() {
        if (!has(k_) || tokens_[k_].kind != Token::Kind::symbol) return std::nullopt;
        const std::optional<Edit> here = foreign_symbol_at(k_);
        if (!here) return std::nullopt;
        // All of the line at once: then it can be read.
        std::vector<Edit> edits = {*here};
        for (std::size_t index = k_ + 1; has(index) && !line_break_between(tokens_[index - 1].end, tokens_[index].begin); ++index)
            if (tokens_[index].kind == Token::Kind::symbol)
                if (std::optional<Edit> other = foreign_symbol_at(index)) edits.push_back(std::move(*other));
        const std::string written(tokens_[k_].text);
        std::string meant = here->text;
        std::erase(meant, ' ');
        return tell(meant.empty() ? catalogue::no_sign : catalogue::other_sign, span_of(k_, k_ + 1), {written, meant}, edits, 0);
    }
    std::optional<Edit> foreign_symbol_at(std::size_t index) const {
        for (const Symbol& symbol : foreign_symbols) {
            if (tokens_[index].text != symbol.written) continue;
            std::string meant(symbol.meant);
            if (symbol.written == ";" && has(index + 1) && !line_break_between(tokens_[index].end, tokens_[index + 1].begin)) meant = ",";
            if (meant.starts_with('~'))
                meant = ' ' + std::string(keyword(meant.substr(1), keyword_languages[static_cast<std::size_t>(session_.language)])) + ' ';
            return replace(index, index + 1, meant);
        }
        return std::nullopt;
    }

    std::optional<Diagnostic> foreign_quotes() {
        static constexpr std::pair<std::string_view, std::string_view> quotes[] = {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"},
                                                                                   {"'", "'"}, {"`", "`"}, {"”", "”"}};
        if (!has(k_)) return std::nullopt;
        const std::size_t quote = is_word(k_) && word(k_).size() == 2 && has(k_ + 1) ? k_ + 1 : k_;  // behind a language
        for (const auto& [open, close] : quotes) {
            if (tokens_[quote].text != open) continue;
            const std::uint32_t begin = tokens_[quote].begin;
            const auto inside = static_cast<std::uint32_t>(begin + open.size());
            const std::size_t line_end = std::min<std::size_t>(std::min(text_.find('\n', begin), text_.size()), failure_.end);
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

    std::optional<Diagnostic> number_with_comma() {
        std::size_t first = k_;
        if (word(k_) == "," && k_ > 0) --first;
        else return std::nullopt;
        if (!is_number(first) || !touch(first) || !touch(first + 1) || !is_number(first + 2)) return std::nullopt;
        std::size_t last = first + 2;
        const auto thousand = [&](std::size_t index) { return word(index).size() == 3; };
        if (!thousand(last) && word(last).substr(0, 4).find('.') != 3) {
            if (word(first).find_first_not_of("0123456789") != std::string_view::npos || word(last).find_first_not_of("0123456789") != std::string_view::npos)
                return std::nullopt;
            return tell(catalogue::decimal_comma, span_of(first, last + 1), {},
                        {replace(first, last + 1, std::string(word(first)) + "." + std::string(word(last)))});
        }
        while (thousand(last) && touch(last) && word(last + 1) == "," && touch(last + 1) && is_number(last + 2) && thousand(last + 2)) last += 2;
        std::string number = source(first, last + 1);
        std::replace(number.begin(), number.end(), ',', '_');
        return tell(catalogue::comma_in_number, span_of(first, last + 1), {}, {replace(first, last + 1, number)});
    }

    std::optional<Diagnostic> date_in_words() {
        const std::size_t from = k_ > 3 ? k_ - 3 : 0;
        for (std::size_t month = from; month < k_ + 3 && has(month); ++month) {
            if (!is_word(month)) continue;
            const int number = month_named(word(month));
            if (number == 0) continue;
            const auto link = [&](std::size_t index) { return is_one_of(lower(word(index)), {"de", "of", "del"}); };
            // 1 July 2025, 1 de julio de 2025, July 1, 2025
            std::size_t begin = month, end = month + 1;
            int day = 0;
            if (month > 0 && day_number(month - 1) > 0) begin = month - 1, day = day_number(begin);
            else if (month > 1 && link(month - 1) && day_number(month - 2) > 0) begin = month - 2, day = day_number(begin);
            std::size_t next = month + 1;
            if (day == 0 && day_number(next) > 0) day = day_number(next), ++next;
            if (word(next) == ",") ++next;
            if (link(next)) ++next;
            if (!is_number(next) || word(next).size() != 4 || word(next).find_first_not_of("0123456789") != std::string_view::npos) continue;
            end = next + 1;
            if (day == 0) continue;
            return tell(catalogue::date_in_words, span_of(begin, end), {},
                        {replace(begin, end, std::string(word(next)) + "-" + two_digits(number) + "-" + two_digits(day))});
        }
        return std::nullopt;
    }
    int day_number(std::size_t index) const {
        if (!is_number(index)) return 0;
        std::string_view digits = word(index);
        const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
        if (end == 0 || end > 2 || !is_one_of(lower(digits.substr(end)), {"", "st", "nd", "rd", "th", "er"})) return 0;
        const int day = digits[0] - '0';
        const int full = end == 2 ? day * 10 + (digits[1] - '0') : day;
        return full <= 31 ? full : 0;
    }

    std::optional<Diagnostic> number_without_zero() {
        // require .5 * x: the .5 was read as a part
        if (k_ < 3 || !is_one_of(word(k_), {"*", "/", "+", "<", "<=", ">", ">=", "=", "!=", "%"}) || !is_number(k_ - 1) || !is_part(k_ - 1))
            return std::nullopt;
        return tell(catalogue::number_without_zero, span_of(k_ - 2, k_), {source(k_ - 2, k_)}, {replace(k_ - 2, k_, "0" + source(k_ - 2, k_))});
    }

    std::optional<Diagnostic> quantifier_word() {
        std::size_t variable = k_;
        if (k_ > 0 && is_one_of(lower(word(k_ - 1)), {"for", "para", "pour"})) ++variable;  // "for all x in": "for" was read as a name
        if (variable == 0 || !is_word(variable) || !is_key(variable + 1, role("in"))) return std::nullopt;
        const std::string before = lower(word(variable - 1));
        std::size_t begin = variable - 1;
        Role meant = no_role;
        if (is_key(variable - 1, role("each"))) {
            meant = role("every");
        } else if (is_one_of(before, {"all", "todos", "todas", "tous", "toutes"})) {
            meant = role("every");
        } else if (is_one_of(before, {"any", "a", "one", "cualquier", "alguna", "algunos", "qualquer", "alguma", "quelconque", "certains"})) {
            meant = role("some");
        } else if (is_one_of(before, {"none", "ninguna", "ningunos", "ningunas", "nenhuma", "nenhuns", "nenhumas", "aucune", "nul", "nulle"})) {
            meant = role("no~");
        } else {
            return std::nullopt;
        }
        if (begin > 0 && is_one_of(lower(word(begin - 1)), {"for", "para", "pour"}) && !ends_operand(begin - 1)) --begin;
        const std::string written = source(begin, variable);
        if (is_key(variable - 1, role("each"))) {
            return tell(catalogue::each_inside, span_of(begin, variable), {source(begin, operand_end(variable + 2))}, {replace(begin, variable, key(meant))});
        }
        return tell(catalogue::other_word, span_of(begin, variable), {written, messages::Keyword{meant}}, {replace(begin, variable, key(meant))});
    }

    /// every x in L where some y in M : p : q
    std::optional<Diagnostic> quantifier_in_condition() {
        const bool opens = is_key(k_, role("every")) || is_key(k_, role("some")) || is_key(k_, role("no~")) || is_key(k_, role("exactly"));
        if (!opens || k_ == 0) return std::nullopt;
        bool in_condition = false;
        for (std::size_t index = k_; index-- > 0 && !in_condition;) {
            if (word(index) == ":" || word(index) == "(") break;
            in_condition = is_key(index, role("where"));
        }
        if (!in_condition) return std::nullopt;
        std::vector<std::size_t> colons;
        int depth = 0;
        std::size_t end = k_;
        for (; has(end); ++end) {
            if (is_one_of(word(end), {"(", "[", "{"})) ++depth;
            if (is_one_of(word(end), {")", "]", "}"}) && --depth < 0) break;
            if (end > k_ && line_break_between(tokens_[end - 1].end, tokens_[end].begin) &&
                item_role_at(session_, failure_.items, tokens_[end].begin, failure_.end) != no_role)
                break;
            if (depth == 0 && word(end) == ":") colons.push_back(end);
        }
        if (!colons.empty()) end = colons.back();
        return tell(catalogue::quantifier_in_condition, span_of(k_, end), {},
                    {{tokens_[k_].begin, tokens_[k_].begin, "("}, {tokens_[end - 1].end, tokens_[end - 1].end, ")"}});
    }

    /// there is a x in L
    std::optional<Diagnostic> there_is() {
        if (k_ == 0 || !is_one_of(lower(word(k_ - 1)), {"there", "hay", "há", "y"}) || !is_one_of(lower(word(k_)), {"is", "are", "un", "una", "um", "uma"}))
            return std::nullopt;
        std::size_t next = k_ + 1;
        const bool none = is_key(next, role("no~"));
        if (none || is_one_of(lower(word(next)), {"a", "an", "some", "one"})) ++next;
        if (!is_word(next) || !is_key(next + 1, role("in"))) return std::nullopt;
        const Role meant = none ? role("no~") : role("some");
        return tell(catalogue::other_word, span_of(k_ - 1, next), {source(k_ - 1, next), messages::Keyword{meant}}, {replace(k_ - 1, next, key(meant))});
    }

    /// require .1 A .2 B
    std::optional<Diagnostic> part_without_require() {
        if (k_ == 0 || word(k_ - 1) != "." || !is_number(k_) || !touch(k_ - 1)) return std::nullopt;
        return tell(catalogue::part_without_require, span_of(k_ - 1, k_ + 1), {}, {{tokens_[k_ - 1].begin, tokens_[k_ - 1].begin, key(role("require")) + " "}});
    }

    /// source ISPS A/16.3, title Two representatives
    std::optional<Diagnostic> text_without_quotes() {
        const bool wants_text = std::any_of(session_.expected.begin(), session_.expected.end(),
                                            [](const Expectation& e) { return e.sort == Sort::text || e.sort == Sort::tagged_text; });
        const bool wants_else = std::any_of(session_.expected.begin(), session_.expected.end(),
                                            [](const Expectation& e) { return e.sort == Sort::value || e.sort == Sort::name || e.sort == Sort::symbol; });
        if (!wants_text || wants_else || !(is_word(k_) || is_number(k_)) || k_ == 0 || line_break_between(tokens_[k_ - 1].end, tokens_[k_].begin))
            return std::nullopt;
        const bool is_cite = k_ >= 2 && is_key(k_ - 2, role("source"));
        std::uint32_t begin = tokens_[k_].begin;
        std::uint32_t end = id_token(text_, begin);
        if (!is_cite) {
            end = static_cast<std::uint32_t>(std::min<std::size_t>(std::min(text_.find_first_of("\n#{}", begin), text_.size()), failure_.end));
            while (end > begin && blank(text_, end - 1) != 0) --end;
        }
        const std::string content(text_.substr(begin, end - begin));
        if (content.find('"') != std::string::npos) return std::nullopt;
        return tell(catalogue::text_without_quotation_marks, {begin, end}, {}, {{begin, end, '"' + content + '"'}});
    }

    std::optional<Diagnostic> chained_comparison() {
        if (!has(k_) || !is_comparison(word(k_)) || k_ < 2) return std::nullopt;
        const std::size_t middle_begin = [&] {
            std::size_t index = k_;
            int depth = 0;
            while (index > 0) {
                const std::string_view before = word(index - 1);
                if (before == ")" || before == "]" || before == "}") ++depth;
                if ((before == "(" || before == "[" || before == "{") && --depth < 0) return k_;
                if (depth == 0 && is_comparison(before)) return index;
                if (depth == 0 && (is_key(index - 1, role("and")) || is_key(index - 1, role("or")))) return k_;
                --index;
            }
            return k_;
        }();
        if (middle_begin == k_) return std::nullopt;
        const std::size_t first = middle_begin - 1;
        const std::size_t begin = operand_begin(first);
        const std::size_t end = operand_end(k_ + 1);
        const std::string left = source(begin, first), middle = source(middle_begin, k_), right = source(k_ + 1, end);
        const std::string_view one = word(first), other = word(k_);
        const bool up = one.front() == '<' && other.front() == '<', down = one.front() == '>' && other.front() == '>';
        if (up || down) {
            return tell(
                catalogue::chained_between, span_of(begin, end), {},
                {replace(begin, end, middle + " " + key(role("between")) + " " + (up ? left : right) + " " + key(role("and")) + " " + (up ? right : left))});
        }
        return tell(catalogue::chained_comparison, span_of(begin, end), {},
                    {replace(begin, end,
                             left + " " + std::string(one) + " " + middle + " " + key(role("and")) + " " + middle + " " + std::string(other) + " " + right)});
    }

    std::optional<Diagnostic> form_of_to_be() {
        if (!is_word(k_)) return std::nullopt;
        if (is_one_of(lower(word(k_)), {"exists", "exist", "existe", "existen", "existem", "existent"}))
            return tell(catalogue::form_of_to_be, span_of(k_, k_ + 1), {source(k_, k_ + 1)}, {replace(k_, k_ + 1, key(role("is given")))});
        std::size_t next = k_;
        bool negated = false;
        const auto to_be = [&](std::size_t index) {
            return is_one_of(lower(word(index)), {"is", "are", "es", "está", "son", "están", "é", "são", "est", "sont"});
        };
        if (is_one_of(lower(word(next)), {"no", "não"}) && to_be(next + 1)) negated = true, ++next;
        else if (lower(word(next)) == "n" && (word(next + 1) == "'" || word(next + 1) == "’") && to_be(next + 2)) negated = true, next += 2;
        if (lower(word(next)) == "isn" && (word(next + 1) == "'" || word(next + 1) == "’") && word(next + 2) == "t") negated = true, next += 2;
        else if (!to_be(next)) return std::nullopt;
        ++next;
        if (is_one_of(lower(word(next)), {"not", "pas"})) negated = true, ++next;
        if (!has(next)) return std::nullopt;
        const std::string following = lower(word(next));
        const auto instead = [&](std::size_t to, const std::string& text) {
            // The edit reaches up to the next token, so that blanks stay one.
            return tell(catalogue::form_of_to_be, span_of(k_, std::max(to, k_ + 1)), {source(k_, std::max(to, k_ + 1))}, {replace(k_, to, text)});
        };
        if (is_one_of(following,
                      {"given", "stated", "present", "known", "set", "dado", "dada", "dados", "dadas", "indicado", "indicada", "donné", "donnée", "indiqué"}))
            return instead(next + 1, key(negated ? role("is missing") : role("is given")));
        if (is_one_of(following, {"missing", "absent", "empty", "null", "unknown", "ausente", "vacío", "vacía", "vazio", "vazia", "absente", "vide"}))
            return instead(next + 1, key(negated ? role("is given") : role("is missing")));
        for (const Phrase& phrase : comparison_phrases)
            if (const std::size_t end = behind_phrase(next, phrase.words); end != next)
                return instead(end, std::string(negated ? opposite(phrase.sign) : phrase.sign));
        if (is_key(next, role("between"))) return instead(next + 1, key(role("between")));
        if (is_key(next, role("within"))) return instead(next + 1, key(role("within")));
        const bool one_of = is_key(next, role("one of"));
        if (one_of || is_key(next, role("in"))) {
            const std::size_t list = after_key(next, one_of ? role("one of") : role("in"));
            return in_braces(list, key(negated ? role("is not one of") : role("is one of")), k_, catalogue::form_of_to_be);
        }
        if (is_one_of(following, {"a", "an", "the", "un", "una", "el", "la", "um", "uma", "o", "une", "le"}) && is_word(next + 1) && !ends_operand(next + 1))
            ++next;
        if (!is_word(next) && !is_number(next) && tokens_[next].kind != Token::Kind::text) return std::nullopt;
        return instead(next, negated ? "!=" : "=");
    }

    /// count(plan.a) greater than 3
    std::optional<Diagnostic> comparison_in_words() {
        for (const Phrase& phrase : comparison_phrases) {
            const std::size_t end = behind_phrase(k_, phrase.words);
            if (end == k_ || phrase.words.find(' ') == std::string_view::npos || is_key(k_, role("before")) || is_key(k_, role("after"))) continue;
            return tell(catalogue::form_of_to_be, span_of(k_, end), {source(k_, end)}, {replace(k_, end, std::string(phrase.sign))});
        }
        return std::nullopt;
    }

    /// plan has a title
    std::optional<Diagnostic> form_of_to_have() {
        if (k_ == 0 || !is_one_of(lower(word(k_)), {"has", "have", "tiene", "tienen", "tem", "têm", "possède", "possèdent"})) return std::nullopt;
        std::size_t field = k_ + 1;
        if (is_one_of(lower(word(field)), {"a", "an", "the", "un", "una", "el", "la", "um", "uma", "o", "une", "le"}) && is_word(field + 1) &&
            !ends_operand(field + 1))
            ++field;
        if (!is_word(field)) return std::nullopt;
        const std::size_t begin = operand_begin(k_);
        return tell(catalogue::form_of_to_be, span_of(k_, k_ + 1), {source(k_, k_ + 1)},
                    {replace(begin, field + 1, source(begin, k_) + "." + std::string(word(field)) + " " + key(role("is given")))}, 0);
    }
    std::size_t behind_phrase(std::size_t index, std::string_view words) const {
        const std::size_t begin = index;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            if (!is_word(index) || lower(word(index)) != words.substr(0, end)) return begin;
            ++index;
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        return index;
    }

    std::optional<Diagnostic> before_or_after() {
        // "after" opens an order of remedies, so its operand may have been read as an id.
        for (std::size_t index : {k_, k_ - 1, k_ - 2, k_ - 4}) {
            if (!has(index) || index == 0) continue;
            for (const auto& [keyword, sign] : {std::pair(role("before"), "<"), std::pair(role("after"), ">")}) {
                if (!is_key(index, keyword) || is_number(index - 1)) continue;
                const std::size_t next = after_key(index, keyword);
                if (!has(next)) continue;
                if (auto diagnostic = tell(catalogue::before_or_after, span_of(index, next), {source(index, next)}, {replace(index, next, sign)}))
                    return diagnostic;
            }
        }
        return std::nullopt;
    }

    std::optional<Diagnostic> element_in_list() {
        if (!has(k_)) return std::nullopt;
        const bool negated = is_key(k_, role("not"));
        const std::size_t in = negated ? k_ + 1 : k_;
        if (!is_key(in, role("in"))) return std::nullopt;
        return in_braces(after_key(in, role("in")), key(negated ? role("is not one of") : role("is one of")), k_, catalogue::element_in_list);
    }

    /// tokens [begin, list) => `operator_`, and the list that follows in braces.
    std::optional<Diagnostic> in_braces(std::size_t list, const std::string& operator_, std::size_t begin, const messages::Entry& entry) {
        if (!has(list)) return std::nullopt;
        std::vector<Edit> edits = {replace(begin, list, operator_)};
        if (word(list) == "(") {
            const std::size_t close = closing(list);
            if (!has(close)) return std::nullopt;
            edits.push_back(replace(list, list + 1, "{"));
            edits.push_back(replace(close, close + 1, "}"));
        } else if (word(list) == "[") {
            const std::size_t close = closing(list);
            if (!has(close)) return std::nullopt;
            edits.push_back(replace(list, list + 1, "{"));
            edits.push_back(replace(close, close + 1, "}"));
        } else if (word(list) != "{") {
            add_braces(list, edits);
        }
        return tell(entry, span_of(begin, list), {source(begin, list)}, edits);
    }
    std::size_t closing(std::size_t open) const {
        int depth = 0;
        for (std::size_t index = open; has(index); ++index) {
            if (is_one_of(word(index), {"(", "[", "{"})) ++depth;
            if (is_one_of(word(index), {")", "]", "}"}) && --depth == 0) return index;
        }
        return tokens_.size();
    }
    // a, b or c => {a, b, c}; a single path (a list's name) stays as it is
    void add_braces(std::size_t list, std::vector<Edit>& edits) const {
        std::size_t last = element_end(list);
        std::vector<Edit> joints;
        while (has(last) && (word(last) == "," || is_key(last, role("or")) || is_key(last, role("and")))) {
            std::size_t next = last + 1;
            if (word(last) == "," && (is_key(next, role("or")) || is_key(next, role("and")))) ++next;
            const std::size_t end = element_end(next);
            if (end == next || (word(last) != "," && (!ends_operand(end) || end != next + 1))) break;
            if (next != last + 1 || word(last) != ",") {
                Edit joint = replace(last, next, ",");
                joint.begin = tokens_[last - 1].end;
                joints.push_back(joint);
            }
            last = end;
        }
        const bool several = last != element_end(list);
        if (!several && (word(list + 1) == "." || last == list)) return;
        edits.push_back({tokens_[list].begin, tokens_[list].begin, "{"});
        for (Edit& joint : joints) edits.push_back(std::move(joint));
        edits.push_back({tokens_[last - 1].end, tokens_[last - 1].end, "}"});
    }
    std::size_t element_end(std::size_t index) const {
        if (!has(index) || (tokens_[index].kind == Token::Kind::symbol) || ends_operand(index)) return index;
        ++index;
        while (word(index) == "." && is_word(index + 1)) index += 2;
        return index;
    }

    std::optional<Diagnostic> list_without_braces() {
        if (word(k_) != "," || k_ == 0) return std::nullopt;
        const std::size_t floor = k_ > 8 ? k_ - 8 : 0;
        for (std::size_t index = k_; index-- > floor;)
            for (Role keyword : {role("is one of"), role("is not one of"), role("covers"), role("contains")}) {
                if (!is_key(index, keyword)) continue;
                const std::size_t list = after_key(index, keyword);
                std::vector<Edit> edits;
                if (word(list) == "(") {
                    const std::size_t close = closing(list);
                    if (element_end(list + 1) != k_ || !has(close)) continue;
                    edits = {replace(list, list + 1, "{"), replace(close, close + 1, "}")};
                    return tell(catalogue::list_without_braces, span_of(list, close + 1), {}, edits);
                }
                if (element_end(list) != k_) continue;
                if (keyword == role("contains")) edits.push_back(replace(index, list, key(role("covers"))));
                add_braces(list, edits);
                if (edits.empty()) return std::nullopt;
                return tell(catalogue::list_without_braces, {tokens_[list].begin, edits.back().end}, {}, edits);
            }
        return std::nullopt;
    }

    /// `require .max-of-two …`: requirements have hyphens in their ids, parts have not.
    std::optional<Diagnostic> hyphen_in_part() {
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

    std::optional<Diagnostic> label_without_language() {
        if (k_ == 0 || tokens_[k_ - 1].kind != Token::Kind::text) return std::nullopt;
        const std::size_t label = k_ - 1;
        const bool behind_require = label > 0 && (is_key(label - 1, role("require")) || is_key(label - 1, role("forbid")) || is_part(label - 1));
        if (!behind_require) return std::nullopt;
        const std::string tag(keyword_languages[static_cast<std::size_t>(session_.language)]);
        return tell(catalogue::label_without_language, span_of(label, label + 1), {}, {{tokens_[label].begin, tokens_[label].begin, tag + " "}});
    }

    /// `beaches list of Beach en "Beaches"`
    std::optional<Diagnostic> label_behind_type() {
        if (failure_.items != Items::fields || k_ < 3 || !has(k_) || tokens_[k_].kind != Token::Kind::text || !is_word(k_ - 1)) return std::nullopt;
        std::size_t field = k_ - 1;
        while (field > 0 && tokens_[field].begin > failure_.previous) --field;
        if (field + 2 > k_ - 1 || line_break_between(tokens_[field].begin, tokens_[k_].begin)) return std::nullopt;
        return tell(catalogue::label_behind_type, span_of(k_ - 1, k_ + 1), {},
                    {replace(field, field + 1, source(field, field + 1) + " " + source(k_ - 1, k_ + 1)), replace(k_ - 1, k_ + 1, "")});
    }

    std::optional<Diagnostic> condition_at_the_end() {
        if (!is_key(k_, role("if")) || k_ == 0) return std::nullopt;
        std::size_t require = k_;
        while (require > 0 && !is_key(require, role("require")) && !is_key(require, role("forbid"))) --require;
        if (!is_key(require, role("require")) && !is_key(require, role("forbid"))) return std::nullopt;
        std::size_t begin = require + 1;
        while (begin < k_ && (word(begin) == "." || is_part(begin))) ++begin;
        while (begin + 1 < k_ && tokens_[begin + 1].kind == Token::Kind::text && is_word(begin) && word(begin).size() == 2) begin += 2;
        std::size_t end = k_ + 1;
        while (has(end) && !line_break_between(tokens_[end - 1].end, tokens_[end].begin)) ++end;
        if (begin >= k_ || end == k_ + 1) return std::nullopt;
        const std::string condition = source(k_ + 1, end), demand = source(begin, k_);
        return tell(catalogue::condition_at_the_end, span_of(k_, end), {},
                    {replace(begin, end, key(role("if")) + " " + condition + " " + key(role("then")) + " " + demand)});
    }

    std::optional<Diagnostic> number_of() {
        if (k_ == 0 || !is_key(k_, role("of")) || !is_key(k_ - 1, role("number"))) return std::nullopt;
        return tell(catalogue::number_of, span_of(k_ - 1, k_ + 1), {}, {replace(k_, k_ + 1, key(role("in")))});
    }

    const Session& session_;
    const Failure& failure_;
    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t from_ = 0;  // where reading begins again with the edits
    std::vector<Token> tokens_;
    std::size_t k_ = 0;
};

}  // namespace

std::optional<Diagnostic> mistake_at(const Session& session, const Failure& failure) { return Finder(session, failure).find(); }

std::string rewritten(std::string_view text, std::uint32_t begin, std::uint32_t end, const std::vector<Edit>& edits) {
    constexpr std::size_t longest = 240;
    std::string whole;
    std::uint32_t at = begin;
    for (const Edit& edit : edits) {
        if (edit.begin < at) continue;
        whole.append(text, at, edit.begin - at).append(edit.text);
        at = edit.end;
    }
    if (end > at) whole.append(text, at, end - at);
    // one line: comments out, runs of blanks as one outside texts
    std::string line;
    bool in_text = false, in_comment = false;
    for (std::size_t index = 0; index < whole.size(); ++index) {
        const char c = whole[index];
        if (in_comment) {
            if (c == '\n') in_comment = false;
            else continue;
        }
        if (!in_text && c == '#') {
            in_comment = true;
            continue;
        }
        if (in_text && c == '\\') {
            line += c;
            if (index + 1 < whole.size()) line += whole[++index];
            continue;
        }
        if (c == '"') in_text = !in_text;
        if (!in_text && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            continue;
        }
        line += c;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (line.size() > longest) {
        std::size_t cut = longest;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        line = line.substr(0, cut) + "…";
    }
    return line;
}

int month_named(std::string_view word) {
    static constexpr std::array<std::array<std::string_view, 7>, 12> months = {{{"january", "jan", "enero", "ene", "janeiro", "janvier", "janv"},
                                                                                {"february", "feb", "febrero", "fevereiro", "fev", "février", "févr"},
                                                                                {"march", "mar", "marzo", "março", "mars", "", ""},
                                                                                {"april", "apr", "abril", "abr", "avril", "avr", ""},
                                                                                {"may", "mayo", "maio", "mai", "", "", ""},
                                                                                {"june", "jun", "junio", "junho", "juin", "", ""},
                                                                                {"july", "jul", "julio", "julho", "juillet", "juil", ""},
                                                                                {"august", "aug", "agosto", "ago", "août", "", ""},
                                                                                {"september", "sep", "sept", "septiembre", "setembro", "septembre", "set"},
                                                                                {"october", "oct", "octubre", "outubro", "out", "octobre", ""},
                                                                                {"november", "nov", "noviembre", "novembro", "novembre", "", ""},
                                                                                {"december", "dec", "diciembre", "dic", "dezembro", "décembre", "déc"}}};
    const std::string wanted = lower(word);
    for (std::size_t index = 0; index < months.size(); ++index)
        for (std::string_view name : months[index])
            if (!name.empty() && name == wanted) return static_cast<int>(index) + 1;
    return 0;
}

}  // namespace brecha::grammar
