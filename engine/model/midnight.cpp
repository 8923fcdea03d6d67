#include "model/midnight.hpp"

#include "model/values.hpp"

namespace brecha::model {

bool is_midnight(std::string_view text) {
    constexpr std::int64_t seconds_in_day = 86'400;
    const auto moment = moment_from_text(text);
    return moment && !offset_of(*moment) && local_seconds_of(*moment) % seconds_in_day == 0;
}

}  // namespace brecha::model
