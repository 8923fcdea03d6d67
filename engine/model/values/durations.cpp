// Durations, and how those of different kinds compare.
#include "model/values/digits.hpp"

#include <array>
#include <utility>

namespace brecha::model {

namespace {

struct DurationUnit {
    DurationKind kind;
    std::int64_t amount;
    // singular and plural in the four languages, English first
    std::array<std::array<std::string_view, 2>, 4> words;
};

// Each kind's largest unit first.
constexpr std::array<DurationUnit, 8> duration_units = {{
    {DurationKind::exact,
     604'800,
     {{{"week", "weeks"}, {"semana", "semanas"}, {"semana", "semanas"}, {"semaine", "semaines"}}}},
    {DurationKind::exact, 86'400, {{{"day", "days"}, {"día", "días"}, {"dia", "dias"}, {"jour", "jours"}}}},
    {DurationKind::exact, 3'600, {{{"hour", "hours"}, {"hora", "horas"}, {"hora", "horas"}, {"heure", "heures"}}}},
    {DurationKind::exact,
     60,
     {{{"minute", "minutes"}, {"minuto", "minutos"}, {"minuto", "minutos"}, {"minute", "minutes"}}}},
    {DurationKind::exact,
     1,
     {{{"second", "seconds"}, {"segundo", "segundos"}, {"segundo", "segundos"}, {"seconde", "secondes"}}}},
    {DurationKind::calendar, 12, {{{"year", "years"}, {"año", "años"}, {"ano", "anos"}, {"an", "ans"}}}},
    {DurationKind::calendar, 1, {{{"month", "months"}, {"mes", "meses"}, {"mês", "meses"}, {"mois", "mois"}}}},
    {DurationKind::working,
     1,
     {{{"working day", "working days"},
       {"día hábil", "días hábiles"},
       {"dia útil", "dias úteis"},
       {"jour ouvrable", "jours ouvrables"}}}},
}};

constexpr std::int64_t greatest_amount = std::int64_t(1) << 60;
constexpr std::int64_t greatest_count_of_days = std::int64_t(1) << 50;
constexpr std::int64_t calendars = 256;  // numbers for them

/// Below this, above its opposite, every amount of the kind fits.
std::int64_t greatest_of(DurationKind kind) {
    return kind == DurationKind::working ? greatest_count_of_days : greatest_amount;
}

std::optional<Duration> duration_in(const DurationUnit& unit, std::int64_t amount) {
    std::int64_t total = 0;
    const std::int64_t most = greatest_of(unit.kind);
    if (__builtin_mul_overflow(amount, unit.amount, &total) || total >= most || total <= -most) return std::nullopt;
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
        if (__builtin_mul_overflow(*amount, part.amount, &product) || __builtin_add_overflow(total, product, &total) ||
            total >= greatest_amount)
            return std::nullopt;
    }
    if (!any) return std::nullopt;
    return duration_of(kind, total);
}

}  // namespace

Duration duration_of(DurationKind kind, std::int64_t amount) {
    return amount * (kind == DurationKind::working ? 4 * calendars : 4) + static_cast<std::int64_t>(kind);
}
DurationKind duration_kind(Duration duration) { return static_cast<DurationKind>(duration & 3); }
std::int64_t duration_amount(Duration duration) {
    return duration >> (duration_kind(duration) == DurationKind::working ? 10 : 2);
}
std::optional<Duration> with_amount(Duration duration, Decimal amount) {
    const DurationKind kind = duration_kind(duration);
    const std::int64_t most = greatest_of(kind);
    if (amount >= most || amount <= -most) return std::nullopt;
    return in_calendar(duration_of(kind, static_cast<std::int64_t>(amount)), duration_calendar(duration));
}
Duration in_calendar(Duration working_days, std::int32_t calendar) {
    return calendar < 0 ? working_days : working_days + (std::int64_t(calendar) + 1) * 4;
}
std::int32_t duration_calendar(Duration duration) {
    if (duration_kind(duration) != DurationKind::working) return -1;
    return static_cast<std::int32_t>((duration >> 2) & (calendars - 1)) - 1;
}
bool same_calendar(Duration left, Duration right) {
    const std::int32_t one = duration_calendar(left), other = duration_calendar(right);
    return one < 0 || other < 0 || one == other;
}

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

/// Days from the first of a month to the first of the month `months` later: 400 years are always as long.
Decimal days_of_months(int year, int month, std::int64_t months) {
    constexpr std::int64_t months_of_cycle = 400 * 12, days_of_cycle = 146'097;
    const std::int64_t cycles = (months >= 0 ? months : months - months_of_cycle + 1) / months_of_cycle;
    const int count = month - 1 + static_cast<int>(months - cycles * months_of_cycle);
    return Decimal(cycles) * days_of_cycle + day_of({year + count / 12, count % 12 + 1, 1}) - day_of({year, month, 1});
}

}  // namespace

// From four starts that give all extremes.
std::pair<Decimal, Decimal> seconds_of_months(std::int64_t months) {
    static constexpr std::array<std::pair<int, int>, 4> starts = {{{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}}};
    std::pair<Decimal, Decimal> range{0, 0};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto [year, month] = starts[i];
        const Decimal seconds = days_of_months(year, month, months) * 86'400;
        if (i == 0 || seconds < range.first) range.first = seconds;
        if (i == 0 || seconds > range.second) range.second = seconds;
    }
    return range;
}

namespace {

/// The least and greatest amount by which left − right can differ in sign; nothing where they never compare.
std::optional<std::pair<Decimal, Decimal>> difference(Duration left, Duration right) {
    const DurationKind left_kind = duration_kind(left), right_kind = duration_kind(right);
    const Decimal left_amount = duration_amount(left), right_amount = duration_amount(right);
    if (left_kind == right_kind) {
        if (!same_calendar(left, right)) return std::nullopt;
        return std::pair{left_amount - right_amount, left_amount - right_amount};
    }
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
