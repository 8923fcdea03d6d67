#include "kernels/sequences.hpp"

#include "kernels/arithmetic.hpp"

#include <algorithm>

namespace brecha::kernels {

using plans::Column;

namespace {

/// Ends without a bound, as numbers that no list reaches.
constexpr std::int64_t far = std::int64_t(1) << 60;

/// The whole numbers between two ends, each within bounds. Where an end has no bound, its other bound is where the
/// given ones stop.
struct Between {
    std::int64_t first_low, first_high, last_low, last_high;
};

std::optional<Made<model::Decimal>> numbers_between(Between ends) {
    const bool open_below = ends.first_low == -far, open_above = ends.last_high == far;
    Made<model::Decimal> list;
    list.open = open_below || open_above;
    const std::int64_t from = open_below ? ends.first_high : ends.first_low,
                       to = open_above ? ends.last_low : ends.last_high;
    if (to - from >= static_cast<std::int64_t>(greatest_sequence)) return std::nullopt;
    for (std::int64_t number = from; number <= to; ++number) {
        const model::Decimal value = model::Decimal(number) * model::decimal_one;
        list.elements.push_back({value, value, ends.first_high <= number && number <= ends.last_low});
    }
    return list;
}

bool has_no_bound(std::int64_t day) { return day == plans::integer_least || day == plans::integer_greatest; }

std::int64_t first_year(std::int64_t day, bool full) {
    if (has_no_bound(day)) return day == plans::integer_least ? -far : far;
    const model::CivilDate date = model::civil_of(day);
    return std::int64_t(date.year) + (full && (date.month != 1 || date.day != 1) ? 1 : 0);
}

std::int64_t last_year(std::int64_t day, bool full) {
    if (has_no_bound(day)) return day == plans::integer_least ? -far : far;
    const model::CivilDate date = model::civil_of(day);
    return std::int64_t(date.year) - (full && (date.month != 12 || date.day != 31) ? 1 : 0);
}

std::int64_t whole(model::Decimal value, bool up) {
    const model::Decimal one = model::decimal_one, limit = model::Decimal(far);
    model::Decimal down = value / one;
    if (value % one < 0) --down;
    if (up && value % one != 0) ++down;
    return static_cast<std::int64_t>(std::clamp(down, -limit, limit));
}

template <typename Value, typename Ends>
std::optional<Opened> between(Arena& arena, const Column& first, const Column& last, std::size_t rows,
                              std::size_t limit, Ends ends_of) {
    std::vector<std::optional<Made<model::Decimal>>> lists(rows);
    const Input<Value> firsts(first), lasts(last);
    for (const std::size_t row : limits::Rows(rows)) {
        const auto from = firsts[row], to = lasts[row];
        if (from.known() && to.known()) lists[row] = numbers_between(ends_of(from, to));
        else if (from.state == State::none || to.state == State::none) lists[row].emplace();
    }
    return made_list(arena, lists, limit);
}

}  // namespace

std::optional<Opened> years(Arena& arena, const Column& first, const Column& last, bool full, std::size_t rows,
                            std::size_t limit) {
    return between<std::int64_t>(arena, first, last, rows, limit, [&](const auto& from, const auto& to) {
        return Between{first_year(from.low, full), first_year(from.high, full), last_year(to.low, full),
                       last_year(to.high, full)};
    });
}

std::optional<Opened> numbers(Arena& arena, const Column& first, const Column& last, std::size_t rows,
                              std::size_t limit) {
    return between<model::Decimal>(arena, first, last, rows, limit, [](const auto& from, const auto& to) {
        return Between{whole(from.low, true), whole(from.high, true), whole(to.low, false), whole(to.high, false)};
    });
}

std::optional<Opened> dates(Arena& arena, const Column& start, const Column& step, const Column& end,
                            const model::DateRules& rules, std::size_t rows, std::size_t limit) {
    std::vector<std::optional<Made<std::int64_t>>> lists(rows);
    const Input<std::int64_t> starts(start), steps(step), ends(end);
    for (const std::size_t row : limits::Rows(rows)) {
        const auto from = starts[row], by = steps[row], to = ends[row];
        if (from.state == State::none || by.state == State::none || to.state == State::none) lists[row].emplace();
        if (!from.known() || !by.exact() || !to.known() || model::duration_amount(by.low) <= 0) continue;
        // A step that no date can take (hours) says nothing of the dates there are.
        const model::DurationKind kind = model::duration_kind(by.low);
        if (kind == model::DurationKind::exact && model::duration_amount(by.low) % 86'400 != 0) continue;
        Made<std::int64_t> list;
        const bool open_below = from.low == plans::integer_least, open_above = to.high == plans::integer_greatest;
        list.open = open_below || open_above;
        const std::int64_t last = open_above ? to.low : to.high;
        bool fits = true;
        for (std::int64_t k = 0; fits; ++k) {  // always from the start, so that rounded months do not add up
            const auto length = model::with_amount(by.low, model::Decimal(model::duration_amount(by.low)) * k);
            if (!length) break;
            const auto date = shift(from, {State::value, *length, *length}, false, false, rules);
            // Behind the last day of a calendar there may be more.
            list.open = list.open || (!date.known() && kind == model::DurationKind::working);
            if (!date.known() || (open_below ? date.high : date.low) > last) break;
            fits = list.elements.size() < greatest_sequence;
            list.elements.push_back({date.low, date.high, date.high <= to.low});
        }
        if (fits) lists[row] = std::move(list);
    }
    return made_list(arena, lists, limit);
}

}  // namespace brecha::kernels
