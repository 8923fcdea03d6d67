// Dates: days of the proleptic Gregorian calendar, as <chrono> counts them.
#include "model/values/digits.hpp"

#include <chrono>

namespace brecha::model {

namespace {

std::chrono::year_month_day civil(int year, int month, int day) {
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

}  // namespace

Day day_of(CivilDate date) {
    return std::chrono::sys_days(civil(date.year, date.month, date.day)).time_since_epoch().count();
}

CivilDate civil_of(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

int days_in_month(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_date(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && day >= 1 && civil(year, month, day).ok();
}

std::optional<Day> day_from_text(std::string_view text) {
    Reader reader{text};
    const auto day = reader.day();
    return reader.done() ? day : std::nullopt;
}

std::string day_to_text(Day day) {
    const CivilDate date = civil_of(day);
    std::string text;
    append_digits(text, date.year, 4);
    text += '-';
    append_digits(text, date.month, 2);
    text += '-';
    append_digits(text, date.day, 2);
    return text;
}

std::optional<Day> add_months(Day day, std::int64_t months, MonthEnd rule) {
    if (day < day_least || day > day_greatest) return std::nullopt;
    constexpr std::int64_t months_of_calendar = 9999 * 12;
    if (months > months_of_calendar || months < -months_of_calendar) return std::nullopt;
    const CivilDate date = civil_of(day);
    const std::int64_t count = static_cast<std::int64_t>(date.year) * 12 + (date.month - 1) + months;
    if (count < 12 || count >= 10'000 * 12) return std::nullopt;
    const int year = static_cast<int>(count / 12), month = static_cast<int>(count % 12) + 1;
    const int last = days_in_month(year, month);
    if (date.day <= last) return day_of({year, month, date.day});
    switch (rule) {
        case MonthEnd::last_day: return day_of({year, month, last});
        case MonthEnd::next_day: return day_of({year, month, last}) + 1;  // never December: it has 31 days
        case MonthEnd::unstated: break;
    }
    return std::nullopt;
}

}  // namespace brecha::model
