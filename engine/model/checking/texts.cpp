#include "model/checking/texts.hpp"

#include "messages/catalogue/checking_texts.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

void TextReader::cover(const std::string& unit, const syntax::Texts& title) {
    unit_ = unit;
    title_languages_.clear();
    for (const syntax::Text& text : title)
        if (!text.language.empty()) title_languages_.push_back(text.language);
}

void TextReader::note_languages(const syntax::Texts& source, const FileContext& file, const TextName& name) {
    if (source.empty() || name.sentence == nullptr || unit_.empty() || title_languages_.size() < 2) return;
    for (const std::string& language : title_languages_) {
        const bool given = std::any_of(source.begin(), source.end(), [&](const syntax::Text& text) {
            return text.language == language || (text.language.empty() && language == title_languages_.front());
        });
        if (!given)
            lacking_[{unit_, language}].push_back(
                {messages::Message(*name.sentence, {name.of}), file.at(source.front().span)});
    }
}

const std::string& TextReader::language_of(const syntax::Text& text, const FileContext& file) const {
    if (!text.language.empty()) return text.language;
    return title_languages_.empty() ? file.language() : title_languages_.front();
}

Texts TextReader::read(const syntax::Texts& source, const FileContext& file, const TextName& name) {
    note_languages(source, file, name);
    Texts result;
    result.reserve(source.size());
    std::set<std::string> seen;
    for (const syntax::Text& text : source) {
        if (!text.language.empty() && source.size() > 1 && !seen.insert(text.language).second)
            diagnostics_.error(catalogue::text_twice, file.at(text.span), {text.language});
        result.push_back({language_of(text, file), text.text});
    }
    return result;
}

void TextReader::add_label(std::vector<Label>& labels, const syntax::LabelledWord& word, const FileContext& file) {
    if (word.labels.empty()) return;
    const Texts given = read(word.labels, file, {&catalogue::label_of, word.word.text});
    const auto known =
        std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.word == word.word.text; });
    if (known == labels.end()) {
        labels.push_back({word.word.text, given});
        return;
    }
    for (std::size_t index = 0; index < given.size(); ++index) {
        const auto same_language = [&](const Text& text) { return text.language == given[index].language; };
        const auto other = std::find_if(known->texts.begin(), known->texts.end(), same_language);
        if (other == known->texts.end()) known->texts.push_back(given[index]);
        else if (other->text != given[index].text)
            diagnostics_.error(catalogue::two_labels, file.at(word.labels[index].span),
                               {word.word.text, other->text, given[index].text});
    }
}

}  // namespace brecha::model
