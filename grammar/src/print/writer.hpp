// Pieces of the language, expressions above all, written into a line.
#pragma once

#include "print/line.hpp"
#include "quoted.hpp"
#include "words/keyword_match.hpp"

#include <brecha/grammar/print.hpp>
#include <brecha/grammar/syntax_tree.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

using namespace syntax;

/// How loosely an expression holds together; what is looser than its place asks gets brackets.
enum Level {
    any_level,
    or_level,
    and_level,
    truth_level,
    comparison_level,
    fallback_level,
    sum_level,
    product_level,
    signed_level,
    operand_level
};

/// Writes pieces of the language into a line.
class Writer {
public:
    Writer(Line& line, int language, std::size_t indentation, const TextsOf& texts_of)
        : line_(line), language_(language), indentation_(indentation), texts_of_(texts_of) {}
    Writer& operator<<(std::string_view text);
    Writer& operator<<(const Word& word) { return *this << word.text; }
    Writer& key(Role keyword) { return *this << spelling(keyword, language_); }
    Writer& space() { return *this << " "; }
    Writer& may_break();
    void text(const Text& text);
    void text(const Quoted& text);
    /// The texts of a node that are to be written; none where it has none.
    /// Good until the next node is asked for.
    const Texts& texts_of(const Texts& list) { return texts_of_ ? texts_of_(list, made_texts_) : list; }
    void texts(const Texts& list);
    void tagged(const Texts& list);
    template <typename List, typename Write>
    void list(const List& items, const Write& write) {
        bool first = true;
        ++line_.depth;
        for (const auto& item : items) {
            if (!first) (*this << ",").may_break();
            first = false;
            write(item);
        }
        --line_.depth;
    }

    void words(const std::vector<Word>& items);
    void amount(std::string_view number, std::string_view unit);
    void literal(const Literal& literal);
    /// `last`: nothing follows that a quantifier or an `if` at the end could take for its own.
    /// `in_condition`: a quantifier needs brackets wherever it stands.
    void expression(const Expression& e, Level level, bool last = true, bool in_condition = false);
    void binder(const Binder& binder);
    void enum_values(const EnumValues& values);
    void labelled(const LabelledWord& word);
    /// ` listed en "…"`, behind a label.
    void listed(const Texts& texts);
    void type(const Type& type);
    void cite(const Cite& cite);
    void span_of_time(const SpanOfTime& time);
    int language() const { return language_; }

private:
    void bracketed_list(const std::vector<Expression>& operands, std::size_t from);
    void chain(const Expression& e, Role joint, Level level, bool last, bool in_condition);
    void steps(const Expression& e, Level level);
    void relation(Relation relation) {
        key(relation == Relation::of       ? role("of")
            : relation == Relation::before ? role("before")
            : relation == Relation::after  ? role("after")
                                           : role("beginning with"));
    }
    void comparison(Comparison comparison);
    void unbracketed(const Expression& e, bool last, bool in_condition);
    void compared(const Expression& e, Comparison sign);
    void negation(const Expression& e, bool last, bool in_condition);
    void quantifier(const Expression& e);
    Line& line_;
    int language_;
    std::size_t indentation_;
    const TextsOf& texts_of_;
    Texts made_texts_;
};

}  // namespace brecha::grammar
