// Working days: what is found by halving is what counting day after day finds.
#include "model/calendar.hpp"

#include "catch.hpp"

using namespace brecha::model;

namespace {

Day day(const char* text) { return day_from_text(text).value(); }

Calendar office() {
    Calendar calendar;
    calendar.name = "office";
    calendar.weekend[5] = calendar.weekend[6] = true;
    calendar.holidays = {day("2026-01-01"), day("2026-04-02"), day("2026-04-03"), day("2026-05-01")};
    calendar.from = day("2026-01-01");
    calendar.until = day("2026-06-30");
    return calendar;
}

bool is_working(Day one, const Calendar& calendar) {
    const bool holiday = std::find(calendar.holidays.begin(), calendar.holidays.end(), one) != calendar.holidays.end();
    return !holiday &&
           !calendar.weekend[static_cast<std::size_t>((one - day("2024-01-01") + 700'000) % 7)];  // a Monday
}

std::optional<Day> counted(Day start, std::int64_t count, const Calendar& calendar) {
    const std::int64_t step = count < 0 ? -1 : 1;
    while (count != 0) {
        start += step;
        if (start < calendar.from || start > calendar.until) return std::nullopt;
        if (is_working(start, calendar)) count -= step;
    }
    return start;
}

}  // namespace

TEST_CASE("working days are those that counting finds, from every day and in both directions", "[calendar]") {
    const Calendar calendar = office();
    for (Day start = calendar.from - 20; start <= calendar.until + 20; ++start)
        for (std::int64_t count = -40; count <= 40; ++count)
            if (add_working_days(start, count, calendar) != counted(start, count, calendar))
                FAIL(day_to_text(start) << " + " << count);
    CHECK(add_working_days(day("2026-04-01"), 1, calendar) == day("2026-04-06"));
}

TEST_CASE("a calendar that states nothing has no working day", "[calendar]") {
    const Calendar open;
    CHECK_FALSE(add_working_days(day("2026-04-01"), 1, open).has_value());
    CHECK_FALSE(add_working_days(0, 1, open).has_value());
    CHECK_FALSE(add_working_days(0, -1, open).has_value());
    CHECK_FALSE(open.is_stated());
}

TEST_CASE("a calendar can reach over all dates, and counts of any size end", "[calendar]") {
    Calendar all = office();
    all.from = day_least;
    all.until = day_greatest;
    CHECK(add_working_days(day("0001-01-01"), 1, all) == day("0001-01-02"));
    CHECK(add_working_days(day("9999-12-30"), 1, all) == day("9999-12-31"));
    CHECK_FALSE(add_working_days(day("9999-12-31"), 1, all).has_value());
    CHECK_FALSE(add_working_days(day("0001-01-01"), -1, all).has_value());
    CHECK_FALSE(add_working_days(day("2026-01-01"), std::int64_t(1) << 50, all).has_value());
    CHECK_FALSE(add_working_days(day("2026-01-01"), -(std::int64_t(1) << 50), all).has_value());
}

TEST_CASE("a duration keeps its calendar", "[calendar]") {
    const Duration ten = duration_from_unit(10, "working_days").value();
    CHECK(duration_amount(ten) == 10);
    CHECK(duration_calendar(ten) == -1);
    const Duration named = in_calendar(ten, 3);
    CHECK(duration_kind(named) == DurationKind::working);
    CHECK(duration_amount(named) == 10);
    CHECK(duration_calendar(named) == 3);
    CHECK(duration_calendar(with_amount(named, -7).value()) == 3);
    CHECK(duration_amount(with_amount(named, -7).value()) == -7);
    CHECK_FALSE(with_amount(named, Decimal(1) << 50));
    CHECK(duration_to_text(named) == "10 working days");
    CHECK(compare_durations(named, ten) == 0);
    CHECK_FALSE(compare_durations(named, in_calendar(ten, 4)).has_value());
    CHECK_FALSE(duration_from_unit(std::int64_t(1) << 51, "working_days").has_value());
}
