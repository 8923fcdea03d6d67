// How single values are held: exact decimals, dates, moments, durations. Plain integers, so that columns of them are
// arrays.
//
// Everything that turns text into such a value, or a value into text, is here or in values/, once.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace brecha::model {

/// An exact decimal: the number times 10^9. Sums are exact; products and quotients round half to even at the ninth
/// place.
__extension__ typedef __int128 Decimal;

inline constexpr Decimal decimal_one = 1'000'000'000;
/// Stand for "no bound" where a value is known within bounds only. No number of a plan reaches them.
inline constexpr Decimal decimal_greatest = (Decimal(1) << 126) - 1 + (Decimal(1) << 126);
inline constexpr Decimal decimal_least = -decimal_greatest;

/// "1250.5", "-3": at most nine decimals, an exponent is allowed where the result is exact. Nothing where it is not
/// such a number or too large.
std::optional<Decimal> decimal_from_text(std::string_view text);
/// "1250.5": no trailing zeros, no exponent.
std::string decimal_to_text(Decimal value);

/// Half-even at nine places; nothing on overflow, or division by zero.
std::optional<Decimal> add(Decimal left, Decimal right);
std::optional<Decimal> multiply(Decimal left, Decimal right);
std::optional<Decimal> divide(Decimal left, Decimal right);
/// The product where nine places hold it without rounding: how numbers come into base units.
std::optional<Decimal> multiply_exactly(Decimal left, Decimal right);

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Years 0001 to 9999.
using Day = std::int64_t;
struct CivilDate {
    int year = 1970, month = 1, day = 1;
};
Day day_of(CivilDate date);
CivilDate civil_of(Day day);
bool is_date(int year, int month, int day);
int days_in_month(int year, int month);
std::optional<Day> day_from_text(std::string_view text);  // "2024-05-17" only
std::string day_to_text(Day day);
inline constexpr Day day_least = -719'162;      // 0001-01-01
inline constexpr Day day_greatest = 2'932'896;  // 9999-12-31

enum class MonthEnd : std::uint8_t { unstated, last_day, next_day };
/// The date `months` later (earlier where negative). Rounds a day that the month lacks as `rule` says. Nothing outside
/// years 1 to 9999.
std::optional<Day> add_months(Day day, std::int64_t months, MonthEnd rule);

/// A moment packed into 64 bits: local seconds since 1970-01-01T00:00 × 4096, plus offset in minutes + 2048; 0 there
/// means no offset was given.
using Moment = std::int64_t;
Moment moment_of(std::int64_t local_seconds, std::optional<int> offset_minutes);
std::int64_t local_seconds_of(Moment moment);
std::optional<int> offset_of(Moment moment);
std::optional<Moment> moment_from_text(std::string_view text);  // "2024-05-17T08:30[:15][Z|±hh:mm]"
std::string moment_to_text(Moment moment);
/// The day of "2024-05-17T00:00", also with seconds, without an offset: data frames and sheets have no other dates.
/// Any other text as it is.
std::string_view without_midnight(std::string_view text);
/// Seconds in UTC of a moment without offset lie between local − 14 h and local + 12 h (offsets from −12:00 to +14:00).
inline constexpr std::int64_t earliest_offset_seconds = -12 * 3600;
inline constexpr std::int64_t latest_offset_seconds = 14 * 3600;

/// Durations are exact (seconds to weeks), calendar (months, years) or working days; the kinds do not mix.
enum class DurationKind : std::uint8_t { exact, calendar, working, any };
/// A duration packed into 64 bits: amount × 4 + kind. Amounts: seconds, months; working days × 256 + a number for the
/// calendar that they name, 0: none.
using Duration = std::int64_t;
Duration duration_of(DurationKind kind, std::int64_t amount);
DurationKind duration_kind(Duration duration);
std::int64_t duration_amount(Duration duration);
/// The same with another amount: of its kind, and its calendar. Nothing where the amount is longer than a duration can
/// be.
std::optional<Duration> with_amount(Duration duration, Decimal amount);
/// Working days of a calendar (Ruleset::calendars); -1: none is named.
inline constexpr std::size_t greatest_calendar_count = 250;
Duration in_calendar(Duration working_days, std::int32_t calendar);
std::int32_t duration_calendar(Duration duration);
/// May they be added up and compared: unless they name calendars that differ.
bool same_calendar(Duration left, Duration right);
/// "2 weeks" (English words, singular or plural) or ISO 8601 ("P2W", "P18M", "PT12H"). Parts of different kinds
/// together are refused.
std::optional<Duration> duration_from_text(std::string_view text);
/// unit: English plural word of the grammar (seconds … years, working_days).
std::optional<Duration> duration_from_unit(std::int64_t amount, std::string_view unit);
/// In the largest unit that divides it: "2 weeks", "18 months", "36 hours"; in the four languages.
std::string duration_to_text(Duration duration, std::string_view language = "en");
/// The least and most seconds that so many months can have, as XML Schema takes them.
std::pair<Decimal, Decimal> seconds_of_months(std::int64_t months);
/// Order of durations of different kinds as in XML Schema: −1, 0, 1, or nothing where it depends on the month; never
/// for working days against others.
std::optional<int> compare_durations(Duration left, Duration right);
/// left < right, left <= right, where it is so (or not so) whatever the month: 89 days are at most 3 months, 90 may be
/// more.
std::optional<bool> duration_less(Duration left, Duration right);
std::optional<bool> duration_at_most(Duration left, Duration right);

}  // namespace brecha::model
