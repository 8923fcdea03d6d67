// Reading and writing of digits, as decimals, dates, moments and durations share it.
#pragma once

#include "model/values.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brecha::model {

inline bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Reads digits of a text from `at` on.
struct Reader {
    std::string_view text;
    std::size_t at = 0;

    bool done() const { return at == text.size(); }
    bool take(char letter) {
        if (done() || text[at] != letter) return false;
        ++at;
        return true;
    }
    /// Exactly `count` digits.
    std::optional<int> digits(int count) {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            if (done() || !is_digit(text[at])) return std::nullopt;
            value = value * 10 + (text[at++] - '0');
        }
        return value;
    }
    /// One digit or more, as long as the value stays below 2^60.
    std::optional<std::int64_t> amount() {
        std::int64_t value = 0;
        if (done() || !is_digit(text[at])) return std::nullopt;
        while (!done() && is_digit(text[at])) {
            value = value * 10 + (text[at++] - '0');
            if (value >= (std::int64_t(1) << 56)) return std::nullopt;
        }
        return value;
    }
    std::optional<Day> day() {
        const auto year = digits(4);
        if (!year || !take('-')) return std::nullopt;
        const auto month = digits(2);
        if (!month || !take('-')) return std::nullopt;
        const auto day = digits(2);
        if (!day || !is_date(*year, *month, *day)) return std::nullopt;
        return day_of({*year, *month, *day});
    }
};

/// The number with zeros before it, up to `width` digits.
inline void append_digits(std::string& text, std::int64_t value, int width) {
    std::string digits = std::to_string(value);
    if (digits.size() < static_cast<std::size_t>(width))
        text.append(static_cast<std::size_t>(width) - digits.size(), '0');
    text += digits;
}

}  // namespace brecha::model
