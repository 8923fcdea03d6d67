// The whole report as one JSON object: UTF-8, two blanks of indent, "\n", keys in a fixed order; the same bytes from
// the same View.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::report {

/// Number of the form; it changes whenever a key's meaning does.
inline constexpr int json_format = 1;

std::string json_of(const View& view);

/// A plan that could not be read: "plan", "notes" that say why, and nothing else.
std::string json_of_refused(std::string_view name, std::string_view sha256, const std::vector<Diagnostic>& why,
                            Language language);

/// In `language` (none: each in its author's).
std::string json_of(const std::vector<Diagnostic>& diagnostics, std::optional<Language> language);

/// Reports of several plans as one array.
std::string json_array(const std::vector<std::string>& reports);

}  // namespace brecha::report
