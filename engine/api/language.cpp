// Languages from their tags: as a program writes them, and as people do.
#include "api/diagnostics.hpp"

#include "messages/catalogue/host.hpp"
#include "text/nearest.hpp"
#include "words/language.hpp"

#include <algorithm>
#include <stdexcept>

namespace brecha {

namespace {

/// What people call the languages.
struct Name {
    std::string_view name, tag;
};
constexpr Name language_names[] = {
    {"english", "en"},   {"inglés", "en"},     {"inglês", "en"},     {"anglais", "en"},   {"spanish", "es"},
    {"español", "es"},   {"espanol", "es"},    {"castellano", "es"}, {"espanhol", "es"},  {"espagnol", "es"},
    {"spa", "es"},       {"portuguese", "pt"}, {"português", "pt"},  {"portugues", "pt"}, {"portugués", "pt"},
    {"portugais", "pt"}, {"por", "pt"},        {"french", "fr"},     {"francés", "fr"},   {"français", "fr"},
    {"francais", "fr"},  {"francês", "fr"},    {"fra", "fr"},        {"eng", "en"},
};

Diagnostic no_language(std::string_view text) {
    std::vector<std::string> candidates(words::language_tags.begin(), words::language_tags.end());
    for (const Name& one : language_names) candidates.emplace_back(one.name);
    std::vector<std::string> near = text::nearest(text, candidates, 1);
    for (const Name& one : language_names)
        if (!near.empty() && near.front() == one.name) near.front() = one.tag;
    messages::List all;
    all.joint = messages::List::Joint::or_;
    for (const std::string_view tag : words::language_tags)
        all.items.push_back(messages::Message::same(std::string(tag)));
    return plain_diagnostic(messages::catalogue::no_language, {text, std::move(all)}, near);
}

}  // namespace

Language::Language(std::string_view tag) : index_(0) {
    const auto language = words::language_named(tag);
    if (!language) throw std::invalid_argument(no_language(tag).shown("en"));
    index_ = static_cast<std::uint8_t>(words::index_of(*language));
}

std::string_view Language::tag() const { return words::language_tags[index_]; }

const std::vector<Language>& languages() {
    static const std::vector<Language> all(words::language_tags.begin(), words::language_tags.end());
    return all;
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known, std::size_t most) {
    return text::nearest(word, known, most);
}

Outcome<Language> language_named(std::string_view text) {
    if (!words::language_named(text)) return std::vector{no_language(text)};
    return Language(text);
}

}  // namespace brecha
