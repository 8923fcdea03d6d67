// Moments: a date, a time of day, and perhaps an offset from UTC.
#include "model/values/digits.hpp"

#include <cstdlib>

namespace brecha::model {

Moment moment_of(std::int64_t local_seconds, std::optional<int> offset_minutes) {
    return local_seconds * 4096 + (offset_minutes ? *offset_minutes + 2048 : 0);
}

std::int64_t local_seconds_of(Moment moment) { return moment >> 12; }

std::optional<int> offset_of(Moment moment) {
    const int packed = static_cast<int>(moment & 4095);
    if (packed == 0) return std::nullopt;
    return packed - 2048;
}

std::string_view without_midnight(std::string_view text) {
    constexpr std::int64_t seconds_in_day = 86'400;
    const auto moment = moment_from_text(text);
    const bool midnight = moment && !offset_of(*moment) && local_seconds_of(*moment) % seconds_in_day == 0;
    return midnight ? text.substr(0, text.find('T')) : text;
}

std::optional<Moment> moment_from_text(std::string_view text) {
    Reader reader{text};
    const auto day = reader.day();
    if (!day || !reader.take('T')) return std::nullopt;
    const auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.take(':')) return std::nullopt;
    const auto minute = reader.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    int second = 0;
    if (reader.take(':')) {
        const auto written = reader.digits(2);
        if (!written || *written > 59) return std::nullopt;
        second = *written;
    }
    std::optional<int> offset;
    if (reader.take('Z')) {
        offset = 0;
    } else if (!reader.done()) {
        const bool west = reader.take('-');
        if (!west && !reader.take('+')) return std::nullopt;
        const auto hours = reader.digits(2);
        if (!hours || !reader.take(':')) return std::nullopt;
        const auto minutes = reader.digits(2);
        if (!minutes || *minutes > 59) return std::nullopt;
        const int seconds = (*hours * 60 + *minutes) * 60 * (west ? -1 : 1);
        if (seconds < earliest_offset_seconds || seconds > latest_offset_seconds) return std::nullopt;
        offset = seconds / 60;
    }
    if (!reader.done()) return std::nullopt;
    return moment_of(*day * 86'400 + *hour * 3'600 + *minute * 60 + second, offset);
}

std::string moment_to_text(Moment moment) {
    const std::int64_t local = local_seconds_of(moment);
    const std::int64_t day = (local >= 0 ? local : local - 86'399) / 86'400;
    const std::int64_t second = local - day * 86'400;
    std::string text = day_to_text(day);
    text += 'T';
    append_digits(text, second / 3'600, 2);
    text += ':';
    append_digits(text, second / 60 % 60, 2);
    if (second % 60 != 0) {
        text += ':';
        append_digits(text, second % 60, 2);
    }
    if (const auto offset = offset_of(moment)) {
        if (*offset == 0) return text + 'Z';
        text += *offset < 0 ? '-' : '+';
        append_digits(text, std::abs(*offset) / 60, 2);
        text += ':';
        append_digits(text, std::abs(*offset) % 60, 2);
    }
    return text;
}

}  // namespace brecha::model
