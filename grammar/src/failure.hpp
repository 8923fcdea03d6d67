// Why an item could not be read, in the author's words.
#pragma once

#include "item_words.hpp"
#include "session.hpp"

#include <brecha/grammar/syntax_tree.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace brecha::grammar {

/// An item that could not be read. `session.farthest` and `session.expected` say how far the readings came.
struct Failure {
    Items items = Items::units;
    std::uint32_t earlier = 0;   // where the item before that begins, or `previous`
    std::uint32_t previous = 0;  // where the item before begins, or `begin`: what failed may belong to it
    std::uint32_t begin = 0;     // where the item begins
    std::uint32_t end = 0;       // where its block ends
    std::uint32_t resume = 0;    // set by explain(): the item that follows certainly begins no earlier than here
};

/// The one diagnostic for it.
Diagnostic explain(const Session& session, Failure& failure);

/// A field [begin, end) on the line of another that has a label and then a line break is a question whose keyword is
/// not `ask`: `beaches list of Beach question en "Which?"`. Where its texts end and the next line begins, or 0.
std::uint32_t question_without_ask(std::string_view text, std::uint32_t begin, std::uint32_t end);
Diagnostic explain_question(const Session& session, std::uint32_t begin, std::uint32_t behind);

/// What was read but is surely meant otherwise ("number of persons", "2.5 hours").
void report_mistakes_in(const syntax::VocabularyItem& item, const Session& session,
                        const std::function<void(Diagnostic)>& report);
void report_mistakes_in(const syntax::RulesetItem& item, const Session& session,
                        const std::function<void(Diagnostic)>& report);
void report_mistakes_in(const syntax::Case& one, const Session& session, const std::function<void(Diagnostic)>& report);

/// The keyword with which `text[at]` begins, if it is one of the block's own.
Role item_role_at(const Session& session, Items items, std::uint32_t at, std::uint32_t end);

}  // namespace brecha::grammar
