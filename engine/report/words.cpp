#include "report/words.hpp"

#include "messages/catalogue/report.hpp"
#include "words/keywords.hpp"

#include <algorithm>

namespace brecha::report {

namespace catalogue = messages::catalogue;

std::string said(const messages::Sentence& sentence, std::vector<messages::Argument> arguments, Language language) {
    return messages::Message(sentence, std::move(arguments)).in(language.tag());
}

void add_items(QuestionWords& words, const QuestionWords& more) {
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
        for (const std::string& one : from)
            if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
    };
    add(words.items, more.items);
    add(words.slices, more.slices);
}

namespace {

/// "Which activities took place? In particular, is “risk assessment” among them?"
std::string slice_question(const QuestionWords& words, const std::string& items, Language language) {
    const std::string list = words.ask.empty()
                                 ? said(words.items.empty() ? catalogue::list_of_plan : catalogue::list_of_items,
                                        {words.label, items}, language)
                                 : words.ask;
    const bool complete = words.asks == Asks::complete;
    const auto& sentence = words.described ? (complete ? catalogue::further_described : catalogue::among_described)
                           : words.slices.size() > 1
                               ? (complete ? catalogue::further_several : catalogue::among_several)
                               : (complete ? catalogue::further_named : catalogue::among_named);
    const std::string asked = said(sentence, {list, enumeration_text(words.slices, language, 6)}, language);
    return words.items.empty() || words.ask.empty() ? asked : said(catalogue::asked_of_items, {items, asked}, language);
}

/// The place's own question.
std::string asked_text(const QuestionWords& words, Language language) {
    const std::string items = enumeration_text(words.items, language, 3, words.more_items);
    const auto made = [&](const messages::Sentence& of_plan, const messages::Sentence& of_items) {
        return words.items.empty() ? said(of_plan, {words.label}, language)
                                   : said(of_items, {words.label, items}, language);
    };
    const bool complete = words.asks == Asks::complete, kept = words.asks == Asks::kept, rest = words.rest;
    if (!words.slices.empty()) return slice_question(words, items, language);
    if (!words.ask.empty()) {
        const std::string asked = complete ? said(catalogue::complete_asked, {words.ask}, language)
                                  : kept   ? said(catalogue::kept_asked, {words.ask}, language)
                                  : rest   ? said(catalogue::rest_asked, {words.ask}, language)
                                           : words.ask;
        return words.items.empty() ? asked : said(catalogue::asked_of_items, {items, asked}, language);
    }
    if (kept) return made(catalogue::kept_of_plan, catalogue::kept_of_items);
    if (complete) return made(catalogue::complete_of_plan, catalogue::complete_of_items);
    if (rest) return made(catalogue::rest_of_plan, catalogue::rest_of_items);
    switch (words.asks) {
        case Asks::yes_no: return made(catalogue::yes_no_of_plan, catalogue::yes_no_of_items);
        case Asks::list: return made(catalogue::list_of_plan, catalogue::list_of_items);
        case Asks::data: return said(catalogue::said_by_tables, {words.label}, language);
        case Asks::calendar:
            if (words.known_days.empty()) return said(catalogue::open_calendar_asked, {words.label}, language);
            return said(catalogue::calendar_asked, {words.label, words.known_days[0], words.known_days[1]}, language);
        case Asks::parameter: return said(catalogue::parameter_asked, {words.label}, language);
        default: return made(catalogue::value_of_plan, catalogue::value_of_items);
    }
}

}  // namespace

std::string question_text(const QuestionWords& words, Language language) {
    const std::string asked = asked_text(words, language);
    return words.value_as_of.empty() ? asked
                                     : said(catalogue::still_so, {asked, words.value, words.value_as_of}, language);
}

std::string enumeration_text(const std::vector<std::string>& names, Language language, std::size_t most,
                             std::size_t more) {
    if (names.empty()) return {};
    if (names.size() == 1 && more == 0)
        return messages::Argument(names.front()).in(*messages::language_named(language.tag()));
    messages::List list;
    list.joint = messages::List::Joint::and_;
    list.most = most;
    for (const std::string& name : names) list.items.push_back(messages::Message::same(name));
    if (more > 0) list.most = std::min(most, names.size());
    list.items.resize(list.items.size() + more);  // only counted
    return messages::Argument(std::move(list)).in(*messages::language_named(language.tag()));
}

std::string keyword_of(Verdict verdict, Language language) {
    return std::string(grammar::keyword(to_text(verdict), language.tag()));
}

std::string tally_text(const TallyWords& words, Language language) {
    if (words.elements == 0)
        return said(words.complete ? catalogue::nothing_there : catalogue::nothing_stated, {words.list}, language);
    const std::string fitting = words.satisfying == 0                ? said(catalogue::none_of_them, {}, language)
                                : words.satisfying == words.elements ? said(catalogue::all_of_them, {}, language)
                                                                     : std::to_string(words.satisfying);
    std::string text = said(words.complete ? catalogue::of_elements : catalogue::of_stated_elements,
                            {words.elements, words.list, fitting}, language);
    if (!words.condition.empty()) text += said(catalogue::of_which, {words.condition}, language);
    if (words.open > 0) text += said(catalogue::open_for, {words.open}, language);
    return text + ".";
}

std::vector<std::string> yes_and_no(Language language) {
    return {said(catalogue::yes_answer, {}, language), said(catalogue::no_answer, {}, language)};
}

}  // namespace brecha::report
