// JSON text -> tree of nodes.
#pragma once

#include "plans/json_node.hpp"

#include <optional>
#include <string_view>

namespace brecha::plans {

/// Nothing where the text is not JSON, nested deeper than plans may be, or of more than greatest_node_count values.
std::optional<Node> parse_node(std::string_view text);

}  // namespace brecha::plans
