// Looks at the words around a failure for what authors write where the language has another spelling.
// The mistakes stand in the files beside, a family a file.
#pragma once

#include "failure.hpp"
#include "messages/catalogue/reading.hpp"
#include "mistakes.hpp"
#include "tokens.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

namespace catalogue = messages::catalogue;

constexpr std::uint32_t furthest_look = 4000;  // bytes before and behind the failure that are looked at

/// ASCII letters small, others as they are.
std::string lower(std::string_view word);

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Finder {
public:
    Finder(const Session& session, const Failure& failure)
        : session_(session), failure_(failure), text_(session.text), at_(session.farthest) {
        // `plan.a after plan.b + 1 day`: "after" was read as a line of its own, so look one item further back.
        from_ = match_keyword(role("after"), text_, failure.previous, session.language) != failure.previous
                    ? failure.earlier
                    : failure.previous;
        if (at_ > from_ + furthest_look) from_ = failure.begin;
        const std::uint32_t begin = std::min(from_, at_);
        const std::uint32_t end = std::min(failure.end, at_ + furthest_look);
        tokens_ = tokens_of(text_, begin, std::max(begin, end));
        k_ = 0;
        while (k_ < tokens_.size() && tokens_[k_].end <= at_) ++k_;
    }

    /// The first mistake that explains the failure.
    std::optional<Diagnostic> find();

private:
    // --- tokens -------------------------------------------------------------------------------------------

    bool has(std::size_t index) const { return index < tokens_.size(); }
    std::string_view word(std::size_t index) const { return has(index) ? tokens_[index].text : std::string_view(); }
    bool is_word(std::size_t index) const { return has(index) && tokens_[index].kind == Token::Kind::word; }
    bool is_number(std::size_t index) const { return has(index) && tokens_[index].kind == Token::Kind::number; }
    bool is_key(std::size_t index, Role keyword) const {
        return has(index) &&
               match_keyword(keyword, text_, tokens_[index].begin, session_.language) != tokens_[index].begin;
    }
    bool touch(std::size_t index) const {
        return has(index) && has(index + 1) && tokens_[index].end == tokens_[index + 1].begin;
    }
    std::string key(Role keyword) const { return std::string(spelling(keyword, session_.language)); }
    std::size_t after_key(std::size_t index,
                          Role keyword) const {  // the token behind a keyword, which may be several words
        const std::size_t end = match_keyword(keyword, text_, tokens_[index].begin, session_.language);
        while (index < tokens_.size() && tokens_[index].begin < end) ++index;
        return index;
    }
    bool line_break_between(std::uint32_t begin, std::uint32_t end) const {
        return text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
    }

    // Does an item, a joint or a bracket begin here, so that an operand ends before?
    bool ends_operand(std::size_t index) const {
        if (!has(index)) return true;
        if (tokens_[index].kind == Token::Kind::symbol)
            return is_one_of(tokens_[index].text, {")", "}", "]", ",", ":", "{"});
        if (tokens_[index].kind == Token::Kind::text) return false;
        for (Role keyword :
             {role("and"), role("or"), role("then"), role("else"), role("unless"), role("where"), role("otherwise")})
            if (is_key(index, keyword)) return true;
        return index > 0 && line_break_between(tokens_[index - 1].end, tokens_[index].begin) &&
               item_role_at(session_, failure_.items, tokens_[index].begin, failure_.end) != no_role;
    }
    bool begins_operand_behind(std::size_t index) const {  // may an operand begin right behind this token?
        if (tokens_[index].kind == Token::Kind::symbol)
            return is_one_of(tokens_[index].text, {"(", "{", "[", ",", ":", "="});
        if (tokens_[index].kind == Token::Kind::text) return true;
        for (Role keyword : {role("and"), role("or"), role("not"), role("if"), role("then"), role("else"),
                             role("where"), role("unless"), role("require"), role("forbid"), role("when")})
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
        return index >= 2 && word(index - 1) == "." && touch(index - 1) &&
               (is_key(index - 2, role("require")) || is_key(index - 2, role("forbid")));
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
        return item_role_at(session_, failure_.items, failure_.begin, failure_.end) != no_role ||
                       failure_.items == Items::hole
                   ? failure_.begin
                   : from_;
    }

    /// The diagnostic, if the edited items can be read beyond where they failed.
    std::optional<Diagnostic> tell(const messages::Entry& entry, Span span,
                                   const std::vector<messages::Argument>& arguments, const std::vector<Edit>& edits,
                                   std::size_t enough = 2) const;

    Span span_of(std::size_t from, std::size_t to) const { return {tokens_[from].begin, tokens_[to - 1].end}; }
    Edit replace(std::size_t from, std::size_t to, std::string text) const {
        return {tokens_[from].begin, tokens_[to - 1].end, std::move(text)};
    }

    // --- signs.cpp

    /// require plan.a // as the decree says
    std::optional<Diagnostic> foreign_comment();
    /// A and/or B
    std::optional<Diagnostic> and_or();
    /// A AND B
    std::optional<Diagnostic> keyword_in_capitals();
    std::optional<Diagnostic> foreign_symbol();
    std::optional<Edit> foreign_symbol_at(std::size_t index) const;
    std::optional<Diagnostic> foreign_quotes();

    // --- numbers_and_dates.cpp

    std::optional<Diagnostic> number_with_comma();
    std::optional<Diagnostic> date_in_words();
    std::optional<Diagnostic> year_for_a_day();
    std::optional<Diagnostic> date_with_slashes();
    int day_number(std::size_t index) const;
    std::optional<Diagnostic> number_without_zero();
    std::optional<Diagnostic> number_of();

    // --- quantifiers.cpp

    std::optional<Diagnostic> quantifier_word();
    /// every x in L where some y in M : p : q
    std::optional<Diagnostic> quantifier_in_condition();
    /// there is a x in L
    std::optional<Diagnostic> there_is();

    // --- comparisons.cpp

    std::optional<Diagnostic> chained_comparison();
    std::optional<Diagnostic> form_of_to_be();
    /// count(plan.a) greater than 3
    std::optional<Diagnostic> comparison_in_words();
    /// plan has a title
    std::optional<Diagnostic> form_of_to_have();
    std::size_t behind_phrase(std::size_t index, std::string_view words) const;
    std::optional<Diagnostic> before_or_after();

    // --- lists.cpp

    std::optional<Diagnostic> element_in_list();
    /// tokens [begin, list) => `operator_`, and the list that follows in braces.
    std::optional<Diagnostic> in_braces(std::size_t list, const std::string& operator_, std::size_t begin,
                                        const messages::Entry& entry);
    std::size_t closing(std::size_t open) const;
    // a, b or c => {a, b, c}; a single path (a list's name) stays as it is
    void add_braces(std::size_t list, std::vector<Edit>& edits) const;
    std::size_t element_end(std::size_t index) const;
    std::optional<Diagnostic> list_without_braces();
    /// plan.topics contains any {risk, access}
    std::optional<Diagnostic> contains_without_of();

    // --- lines.cpp

    /// require .1 A .2 B
    std::optional<Diagnostic> part_without_require();
    /// source ISPS A/16.3, title Two representatives
    std::optional<Diagnostic> text_without_quotes();
    /// `require .max-of-two …`: requirements have hyphens in their ids, parts have not.
    std::optional<Diagnostic> hyphen_in_part();
    std::optional<Diagnostic> label_without_language();
    /// `beaches list of Beach en "Beaches"`
    std::optional<Diagnostic> label_behind_type();
    std::optional<Diagnostic> condition_at_the_end();
    /// each x in L at least one; each x in L, allow empty; each x in L, at least 1
    std::optional<Diagnostic> ending_of_each();

    // --- other_words.cpp

    std::optional<Diagnostic> other_word_of_line();
    std::optional<Diagnostic> needless_word();
    std::optional<Diagnostic> duration_in_other_words();
    std::optional<Diagnostic> other_sign_of_a_value();
    std::optional<Diagnostic> and_between_ids();
    std::optional<Diagnostic> until_behind_reason();
    std::optional<Diagnostic> reason_within_braces();

    // --- protocols.cpp

    std::optional<Diagnostic> name_of_several_words();
    std::optional<Diagnostic> label_of_step_before_rest();
    std::optional<Diagnostic> comma_between_roles();
    std::optional<Diagnostic> answered_by_kind();

    const Session& session_;
    const Failure& failure_;
    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t from_ = 0;  // where reading begins again with the edits
    std::vector<Token> tokens_;
    std::size_t k_ = 0;
};

}  // namespace brecha::grammar
