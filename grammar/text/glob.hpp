// Patterns: `*` stands for any run of characters, `?` for one.
#pragma once

#include <string_view>

namespace brecha::text {

/// Linear in the text for a pattern with one `*`; never exponential.
bool matches_glob(std::string_view text, std::string_view pattern);

}  // namespace brecha::text
