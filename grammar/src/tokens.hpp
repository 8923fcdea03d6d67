// The single tokens of the language, each read by a plain function: what stands at a place, and where it ends.
// A function returns the end of what it read, or `at` where nothing fits. None skips blanks.
#pragma once

#include "session.hpp"

#include <brecha/grammar/syntax_tree.hpp>

#include <cstdint>
#include <string_view>

namespace brecha::grammar {

std::uint32_t name_token(std::string_view text, std::uint32_t at, int language);  // a word that is not reserved
std::uint32_t word_token(std::string_view text, std::uint32_t at);                // any word
std::uint32_t id_token(std::string_view text, std::uint32_t at);                  // PF-16.3.1, 105.225(b)(7)
std::uint32_t id_pattern_token(std::string_view text, std::uint32_t at);          // PF-*, TS-0?
std::uint32_t part_token(std::string_view text, std::uint32_t at);                // .1, .sex.age
std::uint32_t version_token(std::string_view text, std::uint32_t at);             // 1.2.0
std::uint32_t date_token(std::string_view text, std::uint32_t at);
std::uint32_t moment_token(std::string_view text, std::uint32_t at);
std::uint32_t number_token(std::string_view text, std::uint32_t at);        // 200_000, 0.5
std::uint32_t whole_number_token(std::string_view text, std::uint32_t at);  // 12
std::uint32_t unit_token(std::string_view text, std::uint32_t at);          // persons/m2
std::uint32_t language_tag_token(std::string_view text, std::uint32_t at, int language);
std::uint32_t json_token(std::string_view text, std::uint32_t at);  // a balanced { … }

/// A literal: text, moment, date, duration, percent, number with or without unit, yes, no. `unit_span` of a number's
/// unit. `units`: whether a number may be followed by a unit or a duration's word.
std::uint32_t literal_token(std::string_view text, std::uint32_t at, int language, bool units, syntax::Literal& literal,
                            Span& unit_span);

/// A duration: whole number and one of the duration words (as roles, in the English plural).
std::uint32_t duration_token(std::string_view text, std::uint32_t at, int language, std::string& amount,
                             std::string& unit, Span& unit_span);

/// The role of a duration word by its English plural in the tree ("working_days"), singular where `one`.
Role duration_role(std::string_view unit, bool one);

}  // namespace brecha::grammar
