// A parameter's value given from outside a ruleset: `--set NAME=VALUE`, a case's `set`, a host's option.
//
// In come the name and the value as a rule would write it ("3", "30%", "6 months", "{police, army}", "200 persons"); a
// text may go without quotes, a number without its unit counts in the parameter's own. Out goes the constant that a run
// takes, or why not:
//   B510 no such parameter · B511 the value does not suit its type · what parse() says where it cannot be read at all
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "model/ruleset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

struct ParameterValue {
    std::uint32_t parameter = 0;                   // Ruleset::parameters
    std::optional<Expression> value;               // a constant of the parameter's type; nothing where it is wrong
    std::vector<grammar::Diagnostic> diagnostics;  // `file` is "NAME=VALUE" as shown, spans point into `shown`
    std::string shown;                             // the text that spans point into: the value
};

ParameterValue read_parameter(const Ruleset& ruleset, std::string_view name, std::string_view value);

/// A constant as a rule would write it, and as read_parameter takes it; empty for what is no constant. Another
/// parameter stands for its value on `day`.
std::string constant_text(const Ruleset& ruleset, const Expression& value, const Type& type, Day day = day_greatest);

}  // namespace brecha::model
