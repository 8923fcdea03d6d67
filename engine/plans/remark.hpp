// What is told about a place of a plan, and the words that several remarks share.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "messages/message.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"
#include "plans/node.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans {

using messages::Argument;
using messages::Entry;
using messages::Message;

/// Why a written value cannot be used, or a remark on one that can.
struct Remark {
    std::string_view code;
    grammar::Severity severity = grammar::Severity::warning;
    Message message, help;
    std::optional<model::Day> only_before = {};  // see Note
};
/// What an entry of the catalogue says of `arguments`, in message and help alike. `help`: another way out than the
/// entry's.
Remark warning(const Entry& entry, std::vector<Argument> arguments = {}, Message help = {});
Remark note(const Entry& entry, std::vector<Argument> arguments = {}, Message help = {});

/// The author's words in double quotes, cut after 60 letters.
std::string in_quotes(std::string_view text);
Message shown(const Node& node);

/// "Agency", "Entidad": what an entity is called.
Message entity_name(const model::Entity& entity);
/// "Sector"; for an enumeration without a name "Agency.sector".
std::string enumeration_name(const model::Vocabulary& vocabulary, const model::Entity& entity,
                             const model::Field& field);

/// Longer words are not compared with others: comparing costs their product.
inline constexpr std::size_t longest_suggestion = 64;  // bytes
/// "did you mean "a" or "b"?"; nothing where nothing is near.
Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "1 to 31 January 2019" and the like, for days of one year.
Message day_range(model::Day low, model::Day high);
Message day_name(int day, int month);
Message month_name(int month);

/// "a, b, c", as one text that is the same in every language.
std::string listed(const std::vector<std::string>& items);
messages::List list_of(const std::vector<std::string>& items, messages::List::Joint joint,
                       std::size_t most = static_cast<std::size_t>(-1));

}  // namespace brecha::plans
