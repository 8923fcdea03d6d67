#include "words/language.hpp"

namespace brecha::words {

std::optional<Language> language_named(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find_first_of("-_.@"));
    const auto lower = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    for (std::size_t index = 0; index < language_count; ++index) {
        const std::string_view known = language_tags[index];
        if (primary.size() == known.size() && lower(primary[0]) == known[0] && lower(primary[1]) == known[1])
            return static_cast<Language>(index);
    }
    return std::nullopt;
}

}  // namespace brecha::words
