// The few sentences that a report makes up itself: questions that no vocabulary asks, "was due on …", "each".
//
// In come names and texts of the plan, out goes text for a reader. The patterns stand in messages/catalogue/report.hpp.
#pragma once

#include <brecha/brecha.hpp>

#include "messages/message.hpp"
#include "model/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::report {

/// The words of a question. `items` are names of what it is asked of, none for the plan itself.
struct QuestionWords {
    Asks asks = Asks::value;
    std::string ask;                      // as the vocabulary asks it; empty: the sentence is made from `label`
    std::string label;                    // "letter signed on", "agencies"
    std::vector<std::string> slices;      // of a list, only these: "risk assessment"; none: all of it
    bool described = false;               // the slice stands as conditions, not as one word
    bool rest = false;                    // of a list, the elements that are there and not given
    std::vector<std::string> known_days;  // of a calendar: its first and its last; none: it states nothing
    std::vector<std::string> items;
    std::size_t more_items = 0;      // that are not even named among these
    std::string value, value_as_of;  // what has stood there since when, and is outdated; else empty
};
/// The items and slices of `more` that are not among those of `words` yet.
void add_items(QuestionWords& words, const QuestionWords& more);
/// Names what it is asked of: "CESTUR: What does it do?"
std::string question_text(const QuestionWords& words, Language language);

/// What `texts` say in the reader's language.
inline std::string text_in(const model::Texts& texts, Language language) {
    return std::string(model::in_language(texts, language.tag()));
}

/// A sentence of the catalogue, filled in.
std::string said(const messages::Sentence& sentence, std::vector<messages::Argument> arguments, Language language);

/// "a", "a and b", "a, b and c", "a, b and 4 more". `more`: so many more than the names.
std::string enumeration_text(const std::vector<std::string>& names, Language language, std::size_t most = 3,
                             std::size_t more = 0);

/// A verdict as the cases of a ruleset write it in that language: "met", "cumplido".
std::string keyword_of(Verdict verdict, Language language);

/// What a quantifier counted, in words.
struct TallyWords {
    std::string list;       // what the elements are called
    std::string condition;  // what is asked of them; empty: that they are there
    std::size_t elements = 0, satisfying = 0, open = 0;
    bool complete = true;
};
/// "Of 6 items (Activity), none: training, public information."
std::string tally_text(const TallyWords& words, Language language);

/// The answers to a question of yes and no.
std::vector<std::string> yes_and_no(Language language);

}  // namespace brecha::report
