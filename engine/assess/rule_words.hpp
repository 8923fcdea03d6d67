// The words of a rule as a reader sees them.
#pragma once

#include "model/ruleset.hpp"

#include <string>
#include <string_view>

namespace brecha::assess {

/// What stands in the rule's file for `expression`, on one line, with the keywords of `language`; as it stands where it
/// cannot be read by itself. Empty where no file has it. `row`: of the rule that speaks, where it comes of a family.
std::string rule_words(const model::Ruleset& ruleset, const model::RowWords& row, const model::Expression& expression,
                       std::string_view language);

}  // namespace brecha::assess
