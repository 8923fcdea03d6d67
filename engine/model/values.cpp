#include "model/values.hpp"

#include <array>
#include <cstdlib>
#include <utility>

namespace brecha::model {

namespace {

__extension__ typedef unsigned __int128 UnsignedDecimal;

constexpr UnsignedDecimal magnitude_limit = static_cast<UnsignedDecimal>(decimal_greatest);  // no value reaches it

UnsignedDecimal magnitude(Decimal value) { return value < 0 ? UnsignedDecimal(0) - static_cast<UnsignedDecimal>(value) : static_cast<UnsignedDecimal>(value); }

std::optional<Decimal> signed_value(UnsignedDecimal value, bool negative) {
    if (value >= magnitude_limit) return std::nullopt;
    return negative ? -static_cast<Decimal>(value) : static_cast<Decimal>(value);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

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

void append_digits(std::string& text, std::int64_t value, int width) {
    std::string digits = std::to_string(value);
    if (digits.size() < static_cast<std::size_t>(width)) text.append(static_cast<std::size_t>(width) - digits.size(), '0');
    text += digits;
}

}  // namespace

// --- decimals

std::optional<Decimal> decimal_from_text(std::string_view text) {
    Reader reader{text};
    const bool negative = reader.take('-');
    UnsignedDecimal value = 0;
    std::int64_t zeros = 0;  // zeros read but not yet multiplied in: they may turn out to be trailing ones
    std::int64_t exponent = 0;
    bool point = false, any = false;
    for (; !reader.done(); ++reader.at) {
        const char letter = text[reader.at];
        if (letter == '.' && !point && any) {
            point = true;
            any = false;  // a digit has to follow
            continue;
        }
        if (!is_digit(letter)) break;
        any = true;
        if (point) --exponent;
        if (letter == '0') {
            ++zeros;
            continue;
        }
        if (value != 0)
            for (; zeros > 0; --zeros) {
                if (value > magnitude_limit / 10) return std::nullopt;
                value *= 10;
            }
        zeros = 0;
        if (value > magnitude_limit / 10) return std::nullopt;
        value = value * 10 + static_cast<unsigned>(letter - '0');
    }
    if (!any) return std::nullopt;
    if (reader.take('e') || reader.take('E')) {
        const bool minus = reader.take('-');
        if (!minus) reader.take('+');
        std::int64_t written = 0;
        bool digits = false;
        for (; !reader.done() && is_digit(text[reader.at]); ++reader.at, digits = true)
            if (written < 1'000'000'000'000) written = written * 10 + (text[reader.at] - '0');
        if (!digits) return std::nullopt;
        exponent += minus ? -written : written;
    }
    if (!reader.done()) return std::nullopt;
    if (value == 0) return 0;
    std::int64_t shift = exponent + zeros + 9;
    if (shift < 0) return std::nullopt;
    for (; shift > 0; --shift) {
        if (value > magnitude_limit / 10) return std::nullopt;
        value *= 10;
    }
    return signed_value(value, negative);
}

std::string decimal_to_text(Decimal value) {
    UnsignedDecimal rest = magnitude(value);
    std::array<char, 48> buffer;
    std::size_t begin = buffer.size();
    int place = 0;
    bool significant = false;  // trailing zeros are left out
    for (; place < 9; ++place, rest /= 10) {
        const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        if (digit != '0') significant = true;
        if (significant) buffer[--begin] = digit;
    }
    if (significant) buffer[--begin] = '.';
    do {
        buffer[--begin] = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (value < 0) buffer[--begin] = '-';
    return std::string(buffer.data() + begin, buffer.size() - begin);
}

std::optional<Decimal> add(Decimal left, Decimal right) {
    Decimal sum = 0;
    if (__builtin_add_overflow(left, right, &sum) || magnitude(sum) >= magnitude_limit) return std::nullopt;
    return sum;
}

namespace {

/// 256 bits, for the product of two decimals before it is scaled back.
struct Wide {
    UnsignedDecimal high = 0, low = 0;
};

Wide wide_product(UnsignedDecimal left, UnsignedDecimal right) {
    const std::uint64_t left_low = static_cast<std::uint64_t>(left), left_high = static_cast<std::uint64_t>(left >> 64);
    const std::uint64_t right_low = static_cast<std::uint64_t>(right), right_high = static_cast<std::uint64_t>(right >> 64);
    const UnsignedDecimal low = UnsignedDecimal(left_low) * right_low;
    const UnsignedDecimal cross = UnsignedDecimal(left_high) * right_low;
    const UnsignedDecimal other = UnsignedDecimal(left_low) * right_high;
    const UnsignedDecimal middle = (low >> 64) + static_cast<std::uint64_t>(cross) + static_cast<std::uint64_t>(other);
    return {UnsignedDecimal(left_high) * right_high + (cross >> 64) + (other >> 64) + (middle >> 64), (middle << 64) | static_cast<std::uint64_t>(low)};
}

UnsignedDecimal half_even(UnsignedDecimal quotient, UnsignedDecimal remainder, UnsignedDecimal divisor) {
    const UnsignedDecimal rest = divisor - remainder;
    if (remainder > rest || (remainder == rest && (quotient & 1) != 0)) ++quotient;
    return quotient;
}

/// numerator / divisor, half-even; nothing where the quotient does not fit. The divisor is below 2^127.
std::optional<UnsignedDecimal> divide_wide(Wide numerator, UnsignedDecimal divisor) {
    if (numerator.high == 0) return half_even(numerator.low / divisor, numerator.low % divisor, divisor);
    if (numerator.high >= divisor) return std::nullopt;
    UnsignedDecimal remainder = numerator.high, quotient = 0;
    for (int bit = 127; bit >= 0; --bit) {
        remainder = (remainder << 1) | ((numerator.low >> bit) & 1);
        quotient <<= 1;
        if (remainder >= divisor) {
            remainder -= divisor;
            quotient |= 1;
        }
    }
    if (quotient >= magnitude_limit) return std::nullopt;
    return half_even(quotient, remainder, divisor);
}

}  // namespace

std::optional<Decimal> multiply(Decimal left, Decimal right) {
    const auto quotient = divide_wide(wide_product(magnitude(left), magnitude(right)), static_cast<UnsignedDecimal>(decimal_one));
    if (!quotient) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

std::optional<Decimal> divide(Decimal left, Decimal right) {
    if (right == 0) return std::nullopt;
    const auto quotient = divide_wide(wide_product(magnitude(left), static_cast<UnsignedDecimal>(decimal_one)), magnitude(right));
    if (!quotient) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

std::optional<Decimal> multiply_exactly(Decimal left, Decimal right) {
    const Wide product = wide_product(magnitude(left), magnitude(right));
    const auto quotient = divide_wide(product, static_cast<UnsignedDecimal>(decimal_one));
    if (!quotient) return std::nullopt;
    const Wide back = wide_product(*quotient, static_cast<UnsignedDecimal>(decimal_one));
    if (back.high != product.high || back.low != product.low) return std::nullopt;
    return signed_value(*quotient, (left < 0) != (right < 0));
}

// --- dates: the proleptic Gregorian calendar in eras of 400 years that begin in March, so that a leap day is a year's last

namespace {

/// Days since 1970-01-01 of the first of a month; for any year.
Decimal first_of_month(Decimal year, int month) {
    if (month <= 2) --year;
    const Decimal era = (year >= 0 ? year : year - 399) / 400;
    const Decimal year_of_era = year - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

/// The same, `months` later.
Decimal first_of_month_after(int year, int month, Decimal months) {
    const Decimal count = Decimal(year) * 12 + (month - 1) + months;
    const Decimal target_year = (count >= 0 ? count : count - 11) / 12;
    return first_of_month(target_year, static_cast<int>(count - target_year * 12) + 1);
}

}  // namespace

Day day_of(CivilDate date) { return static_cast<Day>(first_of_month(date.year, date.month)) + date.day - 1; }

CivilDate civil_of(Day day) {
    const Day shifted = day + 719'468;
    const Day era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const Day day_of_era = shifted - era * 146'097;
    const Day year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const Day day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const Day month = (5 * day_of_year + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

int days_in_month(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_date(int year, int month, int day) { return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month); }

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

// --- moments

Moment moment_of(std::int64_t local_seconds, std::optional<int> offset_minutes) { return local_seconds * 4096 + (offset_minutes ? *offset_minutes + 2048 : 0); }

std::int64_t local_seconds_of(Moment moment) { return moment >> 12; }

std::optional<int> offset_of(Moment moment) {
    const int packed = static_cast<int>(moment & 4095);
    if (packed == 0) return std::nullopt;
    return packed - 2048;
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

// --- durations

namespace {

struct DurationUnit {
    DurationKind kind;
    std::int64_t amount;
    // singular and plural in the four languages, English first
    std::array<std::array<std::string_view, 2>, 4> words;
};

// Each kind's largest unit first.
constexpr std::array<DurationUnit, 8> duration_units = {{
    {DurationKind::exact, 604'800, {{{"week", "weeks"}, {"semana", "semanas"}, {"semana", "semanas"}, {"semaine", "semaines"}}}},
    {DurationKind::exact, 86'400, {{{"day", "days"}, {"día", "días"}, {"dia", "dias"}, {"jour", "jours"}}}},
    {DurationKind::exact, 3'600, {{{"hour", "hours"}, {"hora", "horas"}, {"hora", "horas"}, {"heure", "heures"}}}},
    {DurationKind::exact, 60, {{{"minute", "minutes"}, {"minuto", "minutos"}, {"minuto", "minutos"}, {"minute", "minutes"}}}},
    {DurationKind::exact, 1, {{{"second", "seconds"}, {"segundo", "segundos"}, {"segundo", "segundos"}, {"seconde", "secondes"}}}},
    {DurationKind::calendar, 12, {{{"year", "years"}, {"año", "años"}, {"ano", "anos"}, {"an", "ans"}}}},
    {DurationKind::calendar, 1, {{{"month", "months"}, {"mes", "meses"}, {"mês", "meses"}, {"mois", "mois"}}}},
    {DurationKind::working,
     1,
     {{{"working day", "working days"}, {"día hábil", "días hábiles"}, {"dia útil", "dias úteis"}, {"jour ouvrable", "jours ouvrables"}}}},
}};

constexpr std::int64_t greatest_amount = std::int64_t(1) << 60;

std::optional<Duration> duration_in(const DurationUnit& unit, std::int64_t amount) {
    std::int64_t total = 0;
    if (__builtin_mul_overflow(amount, unit.amount, &total) || total >= greatest_amount || total <= -greatest_amount) return std::nullopt;
    return duration_of(unit.kind, total);
}

std::optional<Duration> iso_duration(std::string_view text) {
    Reader reader{text};
    if (!reader.take('P')) return std::nullopt;
    struct Part {
        char letter;
        bool time;
        DurationKind kind;
        std::int64_t amount;
    };
    static constexpr std::array<Part, 7> parts = {{{'Y', false, DurationKind::calendar, 12},
                                                   {'M', false, DurationKind::calendar, 1},
                                                   {'W', false, DurationKind::exact, 604'800},
                                                   {'D', false, DurationKind::exact, 86'400},
                                                   {'H', true, DurationKind::exact, 3'600},
                                                   {'M', true, DurationKind::exact, 60},
                                                   {'S', true, DurationKind::exact, 1}}};
    bool time = false, any = false;
    std::size_t next = 0;
    std::int64_t total = 0;
    DurationKind kind = DurationKind::any;
    while (!reader.done()) {
        if (!time && reader.take('T')) {
            time = true;
            any = false;  // a part has to follow
            continue;
        }
        const auto amount = reader.amount();
        if (!amount || reader.done()) return std::nullopt;
        while (next < parts.size() && (parts[next].time != time || parts[next].letter != text[reader.at])) ++next;
        if (next == parts.size()) return std::nullopt;
        const Part& part = parts[next++];
        ++reader.at;
        if (kind != DurationKind::any && kind != part.kind) return std::nullopt;
        kind = part.kind;
        any = true;
        std::int64_t product = 0;
        if (__builtin_mul_overflow(*amount, part.amount, &product) || __builtin_add_overflow(total, product, &total) || total >= greatest_amount)
            return std::nullopt;
    }
    if (!any) return std::nullopt;
    return duration_of(kind, total);
}

}  // namespace

Duration duration_of(DurationKind kind, std::int64_t amount) { return amount * 4 + static_cast<std::int64_t>(kind); }
DurationKind duration_kind(Duration duration) { return static_cast<DurationKind>(duration & 3); }
std::int64_t duration_amount(Duration duration) { return duration >> 2; }

std::optional<Duration> duration_from_text(std::string_view text) {
    if (!text.empty() && text.front() == 'P') return iso_duration(text);
    Reader reader{text};
    const auto amount = reader.amount();
    if (!amount || !reader.take(' ')) return std::nullopt;
    while (reader.take(' ')) {}
    const std::string_view word = text.substr(reader.at);
    for (const DurationUnit& unit : duration_units)
        if (word == unit.words[0][0] || word == unit.words[0][1]) return duration_in(unit, *amount);
    return std::nullopt;
}

std::optional<Duration> duration_from_unit(std::int64_t amount, std::string_view unit) {
    if (unit == "working_days") unit = "working days";
    for (const DurationUnit& known : duration_units)
        if (unit == known.words[0][1]) return duration_in(known, amount);
    return std::nullopt;
}

std::string duration_to_text(Duration duration, std::string_view language) {
    const std::size_t column = language == "es" ? 1 : language == "pt" ? 2 : language == "fr" ? 3 : 0;
    const DurationKind kind = duration_kind(duration);
    const std::int64_t amount = duration_amount(duration);
    const DurationUnit* chosen = nullptr;
    for (const DurationUnit& unit : duration_units) {
        if (unit.kind != kind || amount % unit.amount != 0) continue;
        chosen = &unit;
        if (amount != 0 || unit.amount == 86'400 || unit.amount == 1) break;  // nothing is "0 days", "0 months"
    }
    if (chosen == nullptr) return std::to_string(amount);
    const std::int64_t count = amount / chosen->amount;
    const bool singular = count == 1 || count == -1 || (column == 3 && count == 0);
    return std::to_string(count) + ' ' + std::string(chosen->words[column][singular ? 0 : 1]);
}

namespace {

/// The lengths in seconds that `months` can have, as XML Schema takes them: from four starts that give all extremes.
std::pair<Decimal, Decimal> seconds_of_months(std::int64_t months) {
    static constexpr std::array<std::pair<int, int>, 4> starts = {{{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}}};
    std::pair<Decimal, Decimal> range{0, 0};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto [year, month] = starts[i];
        const Decimal seconds = (first_of_month_after(year, month, months) - first_of_month(year, month)) * 86'400;
        if (i == 0 || seconds < range.first) range.first = seconds;
        if (i == 0 || seconds > range.second) range.second = seconds;
    }
    return range;
}

/// The least and greatest amount by which left − right can differ in sign; nothing where they never compare.
std::optional<std::pair<Decimal, Decimal>> difference(Duration left, Duration right) {
    const DurationKind left_kind = duration_kind(left), right_kind = duration_kind(right);
    const Decimal left_amount = duration_amount(left), right_amount = duration_amount(right);
    if (left_kind == right_kind) return std::pair{left_amount - right_amount, left_amount - right_amount};
    if (left_kind == DurationKind::working || right_kind == DurationKind::working) return std::nullopt;
    if (left_kind == DurationKind::calendar) {
        const auto [least, most] = seconds_of_months(duration_amount(left));
        return std::pair{least - right_amount, most - right_amount};
    }
    const auto [least, most] = seconds_of_months(duration_amount(right));
    return std::pair{left_amount - most, left_amount - least};
}

}  // namespace

std::optional<int> compare_durations(Duration left, Duration right) {
    const auto range = difference(left, right);
    if (!range) return std::nullopt;
    const auto sign = [](Decimal value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
    if (sign(range->first) != sign(range->second)) return std::nullopt;
    return sign(range->first);
}

std::optional<bool> duration_less(Duration left, Duration right) {
    const auto range = difference(left, right);
    if (range && range->second < 0) return true;
    if (range && range->first >= 0) return false;
    return std::nullopt;
}

std::optional<bool> duration_at_most(Duration left, Duration right) {
    const auto range = difference(left, right);
    if (range && range->second <= 0) return true;
    if (range && range->first > 0) return false;
    return std::nullopt;
}

}  // namespace brecha::model
