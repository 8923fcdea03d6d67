// The languages of the project: keywords, messages and reports are written in each of them, and this is the one list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace brecha::words {

enum class Language : std::uint8_t { en, es, pt, fr };

inline constexpr std::array<std::string_view, 4> language_tags = {"en", "es", "pt", "fr"};
inline constexpr std::size_t language_count = language_tags.size();

constexpr std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }
constexpr std::string_view tag_of(Language language) { return language_tags[index_of(language)]; }

/// The language that a tag means: "es", "ES", "es-CR", "es_CR.UTF-8" all mean Spanish. Nothing where it is none of the
/// four.
std::optional<Language> language_named(std::string_view tag);

}  // namespace brecha::words
