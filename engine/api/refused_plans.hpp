// Why plans cannot be read, for the public header.
#pragma once

#include <brecha/brecha.hpp>

#include "reading/read_plans.hpp"

#include <optional>
#include <vector>

namespace brecha {

/// B512, where a plan cannot be read as `read`.
std::optional<Diagnostic> unknown_reading(const std::string& read);
/// Why a tree is no plan, with its line where that is known.
std::vector<Diagnostic> refused_tree(const reading::SpelledPlan& tree, const std::vector<grammar::Diagnostic>& why);

}  // namespace brecha
