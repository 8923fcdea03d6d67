// Dates that come as moments: data frames and sheets have no others.
#pragma once

#include <string_view>

namespace brecha::model {

/// "2024-05-17T00:00", also with seconds, without an offset.
bool is_midnight(std::string_view text);

}  // namespace brecha::model
