#include "model/calendar.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

/// How many working days there are from the first of all dates, a Monday, to a day, that day included.
std::int64_t working_days_until(Day day, const Calendar& calendar) {
    const std::int64_t days = day - day_least + 1, of_week = days % 7;
    const auto a_week = std::count(calendar.weekend.begin(), calendar.weekend.end(), false);
    const auto rest = std::count(calendar.weekend.begin(), calendar.weekend.begin() + of_week, false);
    const auto holidays = std::upper_bound(calendar.holidays.begin(), calendar.holidays.end(), day);
    return days / 7 * a_week + rest - (holidays - calendar.holidays.begin());
}

}  // namespace

std::optional<Day> add_working_days(Day day, std::int64_t count, const Calendar& calendar) {
    if (count == 0) return day;
    // The first day, on from here or back, up to which there are as many as are wanted.
    const bool back = count < 0;
    if (back ? day > calendar.until + 1 : day < calendar.from - 1) return std::nullopt;
    const std::int64_t wanted =
        back ? working_days_until(day - 1, calendar) + count + 1 : working_days_until(day, calendar) + count;
    Day low = back ? calendar.from : day + 1, high = (back ? day - 1 : calendar.until) + 1;
    const Day behind = high;
    if (back && working_days_until(low - 1, calendar) >= wanted) return std::nullopt;
    while (low < high) {
        const Day middle = low + (high - low) / 2;
        if (working_days_until(middle, calendar) >= wanted) high = middle;
        else low = middle + 1;
    }
    if (low >= behind) return std::nullopt;
    return low;
}

const Calendar* DateRules::calendar_of(Duration duration) const {
    const std::int32_t named = duration_calendar(duration);
    const std::int32_t index = named < 0 ? calendar : named;
    return index < 0 ? nullptr : &calendars[static_cast<std::size_t>(index)];
}

}  // namespace brecha::model
