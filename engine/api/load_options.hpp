// How rulesets are looked for: the public way -> the model's.
#pragma once

#include <brecha/brecha.hpp>

#include "model/load.hpp"

namespace brecha {

inline model::LoadOptions model_options(const LoadOptions& options) {
    model::LoadOptions converted;
    converted.search = options.search;
    converted.ruleset = options.ruleset;
    converted.strict = options.strict;
    if (!options.shipped.empty()) converted.shipped = options.shipped;
    return converted;
}

}  // namespace brecha
