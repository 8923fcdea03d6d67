#include "model/values.hpp"
#include "model/vocabulary.hpp"

#include "catch.hpp"

using namespace brecha::model;

namespace {

std::string decimal(std::string_view text) {
    const auto value = decimal_from_text(text);
    return value ? decimal_to_text(*value) : "nothing";
}
Decimal number(std::string_view text) { return decimal_from_text(text).value(); }
std::string sum(std::string_view left, std::string_view right) {
    const auto value = add(number(left), number(right));
    return value ? decimal_to_text(*value) : "nothing";
}
std::string product(std::string_view left, std::string_view right) {
    const auto value = multiply(number(left), number(right));
    return value ? decimal_to_text(*value) : "nothing";
}
std::string exact_product(std::string_view left, std::string_view right) {
    const auto value = multiply_exactly(number(left), number(right));
    return value ? decimal_to_text(*value) : "nothing";
}
std::string quotient(std::string_view left, std::string_view right) {
    const auto value = divide(number(left), number(right));
    return value ? decimal_to_text(*value) : "nothing";
}
std::string duration(std::string_view text, std::string_view language = "en") {
    const auto value = duration_from_text(text);
    return value ? duration_to_text(*value, language) : "nothing";
}
std::string moment(std::string_view text) {
    const auto value = moment_from_text(text);
    return value ? moment_to_text(*value) : "nothing";
}
std::string months_later(std::string_view day, std::int64_t months, MonthEnd rule) {
    const auto value = add_months(day_from_text(day).value(), months, rule);
    return value ? day_to_text(*value) : "nothing";
}

}  // namespace

TEST_CASE("decimals are read and written exactly") {
    CHECK(decimal("0") == "0");
    CHECK(decimal("-0") == "0");
    CHECK(decimal("1250.5") == "1250.5");
    CHECK(decimal("-3") == "-3");
    CHECK(decimal("1.500000000") == "1.5");
    CHECK(decimal("0.000000001") == "0.000000001");
    CHECK(decimal("1.0000000000000000000000") == "1");
    CHECK(decimal("1e3") == "1000");
    CHECK(decimal("12E-1") == "1.2");
    CHECK(decimal("1e+2") == "100");
    CHECK(decimal("0e999999999999999999") == "0");
    CHECK(decimal("1000000000000e-12") == "1");
    CHECK(decimal("170141183460469231731687303715.884105726") == "170141183460469231731687303715.884105726");
}

TEST_CASE("what no decimal holds is nothing") {
    for (const char* text : {"",
                             "-",
                             ".",
                             ".5",
                             "5.",
                             "1.2.3",
                             "+1",
                             "1e",
                             "1e+",
                             "1 ",
                             " 1",
                             "1,5",
                             "0x1",
                             "1_000",
                             "NaN",
                             "0.0000000001",
                             "1e-10",
                             "1e400",
                             "1e30",
                             "170141183460469231731687303715.884105727",
                             "999999999999999999999999999999999999999999999"}) {
        INFO(text);
        CHECK(decimal(text) == "nothing");
    }
}

TEST_CASE("sums are exact, products and quotients round half to even at nine places") {
    CHECK(sum("0.1", "0.2") == "0.3");
    CHECK(product("0.000000005", "0.1") == "0");  // half of the last place, to even
    CHECK(product("0.000000015", "0.1") == "0.000000002");
    CHECK(product("-0.000000015", "0.1") == "-0.000000002");
    CHECK(product("0.000000025", "0.1") == "0.000000002");
    CHECK(product("123456789012345", "1000000000000000") == "123456789012345000000000000000");
    CHECK(product("123456789.123456789", "987654321.987654321") == "121932631356500531.347203169");
    CHECK(exact_product("2.5", "1000") == "2500");
    CHECK(exact_product("0.000000001", "0.1") == "nothing");
    CHECK(quotient("1", "3") == "0.333333333");
    CHECK(quotient("2", "3") == "0.666666667");
    CHECK(quotient("1", "-2000000000") == "0");
    CHECK(quotient("3", "2000000000") == "0.000000002");
    CHECK(quotient("100000000000000000000000000000", "0.1") == "nothing");
    CHECK(quotient("100000000000000000000000000000", "10") == "10000000000000000000000000000");
    CHECK(quotient("1", "0") == "nothing");
    CHECK(sum("170141183460469231731687303715.884105726", "0.000000001") == "nothing");
    CHECK(product("100000000000000000000000000000", "10") == "nothing");
}

TEST_CASE("days count from 1970 through every day of the calendar") {
    CHECK(day_of({1970, 1, 1}) == 0);
    CHECK(day_of({1, 1, 1}) == day_least);
    CHECK(day_of({9999, 12, 31}) == day_greatest);
    CHECK(day_to_text(day_least) == "0001-01-01");
    Day expected = day_least;
    bool all = true;
    for (int year = 1; year <= 9999; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= days_in_month(year, month); ++day, ++expected) {
                const CivilDate date = civil_of(expected);
                all = all && day_of({year, month, day}) == expected && date.year == year && date.month == month &&
                      date.day == day;
            }
    CHECK(all);
    CHECK(expected == day_greatest + 1);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    for (const char* text : {"2018-02-29", "2018-13-01", "2018-00-01", "2018-01-00", "0000-01-01", "2018-1-1",
                             "2018-01-01 ", "20180101", "2018-01-1x", "+018-01-01"}) {
        INFO(text);
        CHECK_FALSE(day_from_text(text));
    }
}

TEST_CASE("months are added from the day itself and round as the ruleset says") {
    CHECK(months_later("2024-01-31", 1, MonthEnd::last_day) == "2024-02-29");
    CHECK(months_later("2024-01-31", 1, MonthEnd::next_day) == "2024-03-01");
    CHECK(months_later("2024-01-31", 1, MonthEnd::unstated) == "nothing");
    CHECK(months_later("2024-01-31", 2, MonthEnd::unstated) == "2024-03-31");
    CHECK(months_later("2024-08-31", 6, MonthEnd::last_day) == "2025-02-28");
    CHECK(months_later("2024-03-31", -1, MonthEnd::last_day) == "2024-02-29");
    CHECK(months_later("2024-01-15", -13, MonthEnd::unstated) == "2022-12-15");
    CHECK(months_later("9999-12-01", 1, MonthEnd::last_day) == "nothing");
    CHECK(months_later("0001-01-01", -1, MonthEnd::last_day) == "nothing");
    CHECK(months_later("2024-01-01", std::numeric_limits<std::int64_t>::max(), MonthEnd::last_day) == "nothing");
    CHECK(months_later("2024-01-01", std::numeric_limits<std::int64_t>::min(), MonthEnd::last_day) == "nothing");
}

TEST_CASE("moments keep their local time and their offset") {
    CHECK(moment("2024-05-17T08:30-06:00") == "2024-05-17T08:30-06:00");
    CHECK(moment("2024-05-17T08:30:15Z") == "2024-05-17T08:30:15Z");
    CHECK(moment("2024-05-17T08:30+00:00") == "2024-05-17T08:30Z");
    CHECK(moment("2024-05-17T08:30") == "2024-05-17T08:30");
    CHECK(moment("1969-12-31T23:59:59+14:00") == "1969-12-31T23:59:59+14:00");
    CHECK(moment("0001-01-01T00:00-12:00") == "0001-01-01T00:00-12:00");
    CHECK_FALSE(offset_of(moment_from_text("2024-05-17T08:30").value()));
    CHECK(offset_of(moment_from_text("2024-05-17T08:30-06:30").value()) == -390);
    CHECK(local_seconds_of(moment_from_text("1969-12-31T23:59:59Z").value()) == -1);
    for (const char* text : {"2024-05-17", "2024-05-17T24:00", "2024-05-17T08:60", "2024-05-17T8:30",
                             "2024-05-17 08:30", "2024-02-30T08:30", "2024-05-17T08:30+15:00", "2024-05-17T08:30-12:01",
                             "2024-05-17T08:30z", "2024-05-17T08:30:15.5Z", "2024-05-17T08:30Zx"}) {
        INFO(text);
        CHECK(moment(text) == "nothing");
    }
}

TEST_CASE("durations are read in words and in ISO 8601, and written in their largest unit") {
    CHECK(duration("2 weeks") == "2 weeks");
    CHECK(duration("1 week") == "1 week");
    CHECK(duration("14 days") == "2 weeks");
    CHECK(duration("36 hours") == "36 hours");
    CHECK(duration("90 minutes") == "90 minutes");
    CHECK(duration("18 months") == "18 months");
    CHECK(duration("24 months") == "2 years");
    CHECK(duration("10 working days") == "10 working days");
    CHECK(duration("0 hours") == "0 days");
    CHECK(duration("P2W") == "2 weeks");
    CHECK(duration("P18M") == "18 months");
    CHECK(duration("P1Y6M") == "18 months");
    CHECK(duration("PT12H") == "12 hours");
    CHECK(duration("P1DT12H") == "36 hours");
    CHECK(duration("PT1M30S") == "90 seconds");
    CHECK(duration("1 week", "es") == "1 semana");
    CHECK(duration("10 working days", "es") == "10 días hábiles");
    CHECK(duration("1 month", "pt") == "1 mês");
    CHECK(duration("2 years", "fr") == "2 ans");
    CHECK(duration_to_text(duration_of(DurationKind::exact, -86'400)) == "-1 day");
    for (const char* text :
         {"", "2", "weeks", "2weeks", "2.5 hours", "-2 weeks", "2 semanas", "2 Weeks", "P", "PT", "P1", "P1M2D",
          "P1Y1W", "PT1D", "P1H", "P1D1W", "1 week 2 days", "P99999999999999999999Y", "999999999999999999 weeks"}) {
        INFO(text);
        CHECK(duration(text) == "nothing");
    }
    CHECK(duration_from_unit(3, "working_days") == duration_of(DurationKind::working, 3));
    CHECK(duration_from_unit(3, "weeks") == duration_of(DurationKind::exact, 3 * 604'800));
    CHECK_FALSE(duration_from_unit(3, "week"));
}

TEST_CASE("durations of different kinds compare only where the month does not matter") {
    const auto of = [](std::string_view text) { return duration_from_text(text).value(); };
    CHECK(compare_durations(of("1 week"), of("7 days")) == 0);
    CHECK(compare_durations(of("12 months"), of("1 year")) == 0);
    CHECK(compare_durations(of("88 days"), of("3 months")) == -1);
    CHECK(compare_durations(of("93 days"), of("3 months")) == 1);
    CHECK_FALSE(compare_durations(of("91 days"), of("3 months")));
    CHECK(compare_durations(of("3 months"), of("93 days")) == -1);
    CHECK_FALSE(compare_durations(of("10 working days"), of("2 weeks")));
    CHECK(compare_durations(of("10 working days"), of("11 working days")) == -1);
    CHECK(compare_durations(of("4800 months"), of("146097 days")) == 0);
    CHECK(duration_at_most(of("89 days"), of("3 months")) == true);
    CHECK_FALSE(duration_at_most(of("90 days"), of("3 months")));
    CHECK_FALSE(duration_at_most(of("92 days"), of("3 months")));
    CHECK(duration_at_most(of("93 days"), of("3 months")) == false);
    CHECK(duration_at_most(of("546 days"), of("18 months")) == true);
    CHECK(duration_at_most(of("551 days"), of("18 months")) == false);
    CHECK(duration_less(of("3 months"), of("89 days")) == false);
    CHECK_FALSE(duration_less(of("89 days"), of("3 months")));
    CHECK_FALSE(duration_less(of("1 day"), of("1 working day")));
}

TEST_CASE("countries have two letters, three letters and names in two languages") {
    const Enumeration all = countries();
    CHECK(all.values.size() == 249);
    REQUIRE(all.index_of("CR") >= 0);
    CHECK(in_language(all.values[static_cast<std::size_t>(all.index_of("CR"))].labels, "es") == "Costa Rica");
    CHECK(in_language(all.values[static_cast<std::size_t>(all.index_of("DO"))].labels, "es") == "República Dominicana");
    CHECK(in_language(all.values[static_cast<std::size_t>(all.index_of("DO"))].labels, "fr") ==
          "République dominicaine");
    CHECK(all.index_of("cr") == -1);
    CHECK(country_from_alpha3("CRI") == "CR");
    CHECK(country_from_alpha3("XXX").empty());
}
