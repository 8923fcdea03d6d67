// Working days: a calendar of the rules says which days they are; and by what durations are added to dates.
#pragma once

#include "model/values.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace brecha::model {

/// The days from its first to its last that are neither of the weekend nor a holiday. One that each country states for
/// itself has no day until then.
struct Calendar {
    std::string name;
    std::array<bool, 7> weekend = {};  // Monday first
    std::vector<Day> holidays;         // in order, each once
    Day from = 0, until = -1;

    bool is_stated() const { return from <= until; }
};

/// The date `count` working days later, earlier where negative; `day` itself does not count. Nothing where one of the
/// days that are looked at lies outside the calendar.
std::optional<Day> add_working_days(Day day, std::int64_t count, const Calendar& calendar);

/// By what durations are added to dates.
struct DateRules {
    MonthEnd month_end = MonthEnd::last_day;
    std::span<const Calendar> calendars;
    std::int32_t calendar = -1;  // the one that is meant where none is named; -1: there is none, or several

    /// In which working days are counted; null where that is not said.
    const Calendar* calendar_of(Duration duration) const;
};

}  // namespace brecha::model
