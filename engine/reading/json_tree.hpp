// JSON text -> Tree.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "reading/tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace brecha::reading {

/// Nothing where the text is no JSON object, nested deeper than plans may be, or of more than greatest_value_count
/// values: `why` says so.
std::optional<Tree> json_tree(const std::string& name, std::string_view text, grammar::Diagnostic& why);

/// Is it JSON, however deep?
bool is_json(std::string_view text);

/// Why a tree that a host made is no plan: it is too deep, too large, or no object. Nothing where it is one.
std::optional<grammar::Diagnostic> no_plan(const std::string& name, const Tree& tree, std::size_t offset = 0);

}  // namespace brecha::reading
