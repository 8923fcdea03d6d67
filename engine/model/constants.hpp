// What a requirement compares with: the constants of its rule and of all that the rule calls.
#pragma once

#include "model/ruleset.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace brecha::model {

struct Constant {
    std::optional<Type> type;  // none: a parameter, which `text` names
    std::string text;          // as a rule writes it, texts without quotes; a number in the unit `unit`
    std::string unit;
};

/// Of a requirement, the definitions it calls, the requirements whose verdicts it reads and the cells of the tables it
/// looks up. Each once, in the order of the text.
std::vector<Constant> constants_of(const Ruleset& ruleset, std::size_t requirement);

}  // namespace brecha::model
