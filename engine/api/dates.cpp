#include <brecha/brecha.hpp>

#include "model/values.hpp"

namespace brecha {

std::string_view version() { return BRECHA_VERSION; }

std::optional<Date> date_from_text(std::string_view text) {
    const auto day = model::day_from_text(text);
    if (!day) return std::nullopt;
    const model::CivilDate date = model::civil_of(*day);
    return Date{date.year, date.month, date.day};
}

std::string to_text(Date date) {
    const auto padded = [](int number, std::size_t width) {
        std::string digits = std::to_string(number);
        return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
    };
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace brecha
