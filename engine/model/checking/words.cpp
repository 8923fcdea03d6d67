#include "model/checking/words.hpp"

#include <brecha/grammar/print.hpp>

#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_values.hpp"
#include "messages/catalogue/common.hpp"
#include "text/nearest.hpp"
#include "words/keywords.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <system_error>

namespace brecha::model {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

messages::Argument code(const syntax::Expression& source, std::string_view after) {
    messages::Labels spellings;
    for (std::size_t language = 0; language < spellings.size(); ++language)
        spellings[language] = grammar::print(source, words::language_tags[language]) + std::string(after);
    return spellings;
}

messages::Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
    const std::vector<std::string> near = text::nearest(word, candidates, most);
    return near.empty() ? messages::Message() : messages::Message(messages::catalogue::did_you_mean, {joined(near)});
}

messages::Argument word_from(std::string_view word, std::string_view language) {
    const std::string_view english = grammar::english_word(word, language);
    for (const grammar::BuiltInRow& row : grammar::built_in_table)
        if (row.spellings[0] == english) return messages::Word{row.spellings[0]};
    return word;
}

messages::Message built_in_word_meant(std::string_view word, const std::vector<std::string_view>& english,
                                      std::string_view language) {
    std::vector<std::string> spelled;
    for (const std::string_view one : english) spelled.emplace_back(grammar::built_in_word(one, language));
    const std::vector<std::string> near = text::nearest(word, spelled, 1);
    return near.empty() ? messages::Message()
                        : messages::Message(messages::catalogue::did_you_mean, {word_from(near.front(), language)});
}

messages::Argument one_of_words(const std::vector<std::string_view>& english) {
    messages::List words{messages::List::Joint::or_, {}};
    for (const std::string_view word : english)
        words.items.emplace_back(messages::catalogue::itself, std::vector<messages::Argument>{messages::Word{word}});
    return words;
}

messages::Argument language_name(std::string_view tag) {
    if (const auto language = words::language_named(tag)) return messages::catalogue::name_of(*language);
    return tag;
}

messages::Message month_length(std::string_view date) {
    int year = 0;
    unsigned month = 0;
    const char* const end = date.data() + date.size();
    const auto before_month = std::from_chars(date.data(), end, year);
    if (before_month.ec != std::errc() || before_month.ptr == end || *before_month.ptr != '-') return {};
    const auto before_day = std::from_chars(before_month.ptr + 1, end, month);
    if (before_day.ec != std::errc() || month < 1 || month > 12) return {};
    const std::chrono::year_month_day_last last{std::chrono::year(year),
                                                std::chrono::month_day_last(std::chrono::month(month))};
    return messages::Message(
        messages::catalogue::month_has_days,
        {date.substr(0, static_cast<std::size_t>(before_day.ptr - date.data())), static_cast<unsigned>(last.day())});
}

std::string without_underscores(std::string text) {
    std::erase(text, '_');
    return text;
}

std::string json_text(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

messages::Keyword modality_keyword(syntax::Modality modality) {
    switch (modality) {
        case syntax::Modality::shall: return {grammar::role("shall")};
        case syntax::Modality::should: return {grammar::role("should")};
        default: return {grammar::role("may")};
    }
}

}  // namespace brecha::model
