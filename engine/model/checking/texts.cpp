#include "model/checking/texts.hpp"

#include "limits/watch.hpp"
#include "messages/catalogue/checking_texts.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

void TextReader::cover(const std::string& unit, const syntax::Texts& title, const FileContext& file) {
    unit_ = unit;
    title_languages_.clear();
    for (const PlacedText& text : translations_.all(title, file, file.language()))
        title_languages_.push_back(text.language);
    covered_[unit] = title_languages_;
}

std::string TextReader::cover_again(const std::string& unit) {
    std::string before = unit_;
    if (unit == unit_) return before;
    if (const auto covered = covered_.find(unit); covered != covered_.end()) {
        unit_ = unit;
        title_languages_ = covered->second;
    }
    return before;
}

void TextReader::cover_nothing() {
    unit_.clear();
    title_languages_.clear();
}

const std::string& TextReader::language_of(const syntax::Text& text, const FileContext& file) const {
    return text.language.empty() ? unsaid_language(file) : text.language;
}

std::vector<PlacedText> TextReader::all(const syntax::Texts& source, const FileContext& file) const {
    return translations_.all(source, file, unsaid_language(file));
}

void TextReader::note_languages(const syntax::Texts& source, const FileContext& file, const TextName& name) {
    if (name.sentence == nullptr || unit_.empty() || title_languages_.size() < 2) return;
    const std::vector<PlacedText> given = all(source, file);
    if (given.empty()) return;
    for (const std::string& language : title_languages_)
        if (std::none_of(given.begin(), given.end(), [&](const PlacedText& text) { return text.language == language; }))
            lacking_[{unit_, language}].push_back(
                {messages::Message(*name.sentence, {name.of}), given.front().file.at(given.front().text->span)});
}

bool has_braces(std::string_view text) {
    const std::size_t open = text.find('{');
    return open != std::string_view::npos && text.find('}', open) > open + 1 &&
           text.find('}', open) != std::string_view::npos;
}

Texts TextReader::read(const syntax::Texts& source, const FileContext& file, const TextName& name) {
    limits::step();
    note_languages(source, file, name);
    Texts result;
    std::set<std::string> seen;
    for_each(source, file, [&](const PlacedText& placed) {
        if (!placed.text->language.empty() && source.size() > 1 && !seen.insert(placed.language).second)
            diagnostics_.error(catalogue::text_twice, placed.file.at(placed.text->span), {placed.language});
        if (name.sentence != nullptr && has_braces(placed.text->text))
            diagnostics_.warning(catalogue::braces_in_plain_text, placed.file.at(placed.text->span));
        Text& text = result.emplace_back();
        text.language = placed.language;
        text.text = placed.text->text;
    });
    return result;
}

void TextReader::add_label(std::vector<Label>& labels, const syntax::LabelledWord& word, const FileContext& file) {
    const Texts given = read(word.labels, file, {&catalogue::label_of, word.word.text});
    if (given.empty()) return;
    const auto known =
        std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.word == word.word.text; });
    if (known == labels.end()) {
        labels.push_back({word.word.text, given});
        return;
    }
    const std::vector<PlacedText> places = all(word.labels, file);
    for (std::size_t index = 0; index < given.size(); ++index) {
        const auto same_language = [&](const Text& text) { return text.language == given[index].language; };
        const auto other = std::find_if(known->texts.begin(), known->texts.end(), same_language);
        if (other == known->texts.end()) known->texts.push_back(given[index]);
        else if (other->text != given[index].text)
            diagnostics_.error(catalogue::two_labels, places[index].file.at(places[index].text->span),
                               {word.word.text, other->text, given[index].text});
    }
}

}  // namespace brecha::model
