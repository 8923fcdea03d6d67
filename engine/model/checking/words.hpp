// How words, numbers and texts are put into messages and into a plan's spelling.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

/// "a, b, c"
std::string joined(const std::vector<std::string>& words, std::string_view between = ", ");
/// "200_000" => "200000"
std::string without_underscores(std::string text);
/// A text as JSON has it, quotes included.
std::string json_text(const std::string& text);

}  // namespace brecha::model
