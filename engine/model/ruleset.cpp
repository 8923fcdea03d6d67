#include "model/ruleset.hpp"

#include <algorithm>

namespace brecha::model {

std::optional<Period> Period::common(const Period& other) const {
    Period both = *this;
    if (other.from) both.from = std::max(from.value_or(*other.from), *other.from);
    if (other.until) both.until = std::min(until.value_or(*other.until), *other.until);
    if (both.from && both.until && *both.until < *both.from) return std::nullopt;
    return both;
}

const DatedValue* Parameter::on(Day day) const {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const DatedValue& one) { return one.in_force.holds_on(day); });
    return found == values.end() ? nullptr : &*found;
}

}  // namespace brecha::model
