// Words that several notes on a plan share, in the languages that messages are written in.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "model/vocabulary.hpp"
#include "plans/json_node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

/// One sentence with holes filled by words that differ with the language.
grammar::Localized phrase(std::string_view english, std::string_view spanish, const std::vector<grammar::Localized>& words);

/// The author's words in double quotes, cut after 60 letters.
std::string in_quotes(std::string_view text);
grammar::Localized shown(const Node& node);

/// The same words in both languages: names, numbers.
grammar::Localized same(std::string text);

/// "Agency", "Entidad": what an entity is called.
grammar::Localized entity_name(const model::Entity& entity);
/// "Sector"; for an enumeration without a name "Agency.sector".
std::string enumeration_name(const model::Vocabulary& vocabulary, const model::Entity& entity, const model::Field& field);

/// Longer words are not compared with others: comparing costs their product.
inline constexpr std::size_t longest_suggestion = 64;  // bytes
/// "did you mean "a", "b"?", or empty where nothing is near.
grammar::Localized did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "1 to 31 January 2019" and the like, for days of one year.
grammar::Localized day_range(model::Day low, model::Day high);
grammar::Localized day_name(int day, int month);
grammar::Localized month_name(int month);

/// "a, b and c"
std::string listed(const std::vector<std::string>& items, std::string_view last_joint);

}  // namespace brecha::plans
