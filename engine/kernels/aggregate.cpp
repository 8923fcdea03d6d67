#include "kernels/aggregate.hpp"

#include "kernels/arithmetic.hpp"
#include "kernels/compare.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace brecha::kernels {

using model::Decimal;
using plans::Column;

namespace {

Decimal decimal(std::int64_t count) {
    return count == plans::integer_greatest ? model::decimal_greatest : Decimal(count) * model::decimal_one;
}

/// What there is of a row's elements.
struct Tally {
    std::size_t certain = 0, perhaps = 0;
};

/// Of the elements that are not given, how many are in, at least and at most.
plans::Bounds more_in(const Group& group, const TruthInput& in, std::size_t row) {
    return further(group.list, row, !group.has_condition, [&](std::size_t box) { return in[box]; });
}

Tally tally(const List& list, const TruthInput& in, std::size_t row) {
    Tally result;
    for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
        const Truth truth = in[i];
        if (truth == Truth::holds) ++result.certain;
        else if (truth == Truth::unknown) ++result.perhaps;
    }
    return result;
}

}  // namespace

Column any(Arena& arena, const Group& group) {
    TruthOutput result(arena, group.list.rows);
    const TruthInput body(group.body ? *group.body : group.in);
    for (const std::size_t row : limits::Rows(group.list.rows))
        result.set(row, any_in(group, row, [&](std::size_t element) { return body[element]; }));
    return result.done();
}

Column all(Arena& arena, const Group& group) {
    TruthOutput result(arena, group.list.rows);
    const TruthInput body(group.body ? *group.body : group.in);
    for (const std::size_t row : limits::Rows(group.list.rows))
        result.set(row, all_in(group, row, [&](std::size_t element) { return body[element]; }));
    return result.done();
}

Column count(Arena& arena, const Group& group) {
    Output<Decimal> result(arena, group.list.rows);
    const TruthInput in(group.in);
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        const Tally there = tally(group.list, in, row);
        const plans::Bounds more = more_in(group, in, row);
        const std::int64_t least = static_cast<std::int64_t>(there.certain) + more.least;
        const std::int64_t most = add_counts(static_cast<std::int64_t>(there.certain + there.perhaps), more.most);
        result.set(row, decimal(least), decimal(most));
    }
    return result.done();
}

namespace {

/// Adds up one row. `plus` adds two values, or gives nothing.
template <typename Value, typename Plus>
Ranged<Value> sum_row(const Group& group, const TruthInput& in, const Input<Value>& values, std::size_t row, Value zero,
                      bool can_be_negative, Plus plus) {
    bool doubt = more_in(group, in, row).most > 0, missing = doubt, any_known = false;
    std::optional<Value> low = zero, high = zero;
    for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row]; ++i) {
        const Truth there = in[i];
        if (there == Truth::fails) continue;
        const Ranged<Value> value = values[i];
        if (value.state == State::none) continue;
        if (there != Truth::holds || !value.exact()) doubt = true;
        if (!value.known()) {
            missing = true;
            continue;
        }
        if (there == Truth::holds) {
            any_known = true;
            if (low) low = plus(*low, value.low);
        }
        if (high) high = plus(*high, value.high);
    }
    if (!doubt) return low && high ? Ranged<Value>{State::value, *low, *high} : Ranged<Value>{};
    if (!any_known || can_be_negative || !low || (!missing && !high)) return {};
    return {State::value, *low, missing ? Ends<Value>::greatest : *high};
}

}  // namespace

Column sum(Arena& arena, const Group& group, bool can_be_negative, bool duration) {
    const TruthInput in(group.in);
    if (!duration) {
        Output<Decimal> result(arena, group.list.rows);
        const Input<Decimal> values(*group.body);
        const auto plus = [](Decimal left, Decimal right) -> std::optional<Decimal> {
            if (left >= model::decimal_greatest || right >= model::decimal_greatest) return model::decimal_greatest;
            if (left <= model::decimal_least || right <= model::decimal_least) return model::decimal_least;
            return model::add(left, right);
        };
        for (const std::size_t row : limits::Rows(group.list.rows))
            result.put(row, sum_row<Decimal>(group, in, values, row, 0, can_be_negative, plus));
        return result.done();
    }
    Output<std::int64_t> result(arena, group.list.rows);
    const Input<std::int64_t> values(*group.body);
    constexpr std::int64_t no_duration = plans::integer_least + 1;  // a sum of nothing has no kind yet
    const auto plus = [](std::int64_t left, std::int64_t right) -> std::optional<std::int64_t> {
        if (left == no_duration) return right;
        if (left == plans::integer_greatest || right == plans::integer_greatest) return plans::integer_greatest;
        if (left == plans::integer_least || right == plans::integer_least) return plans::integer_least;
        if (model::duration_kind(left) != model::duration_kind(right) || !model::same_calendar(left, right))
            return std::nullopt;
        return model::with_amount(model::duration_calendar(left) < 0 ? right : left,
                                  Decimal(model::duration_amount(left)) + model::duration_amount(right));
    };
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        Ranged<std::int64_t> total = sum_row<std::int64_t>(group, in, values, row, no_duration, can_be_negative, plus);
        const std::int64_t nothing = model::duration_of(model::DurationKind::exact, 0);
        if (total.known() && total.low == no_duration) total.low = nothing;
        if (total.known() && total.high == no_duration) total.high = nothing;
        result.put(row, total);
    }
    return result.done();
}

namespace {

/// From the least to the greatest that a value which nobody states can be; it may not be there all the same.
template <typename Value>
Ranged<Value> known_values(const Column& column, std::size_t row) {
    const plans::Domain* known = column.domain(column.rows == 1 ? 0 : row);
    if (known == nullptr) return Input<Value>(column)[row];
    if (known->values.empty()) return {State::none, {}, {}};
    const auto narrow = [](Decimal value) {
        if (value == model::decimal_least) return Ends<Value>::least;
        return value == model::decimal_greatest ? Ends<Value>::greatest : static_cast<Value>(value);
    };
    return {State::value, narrow(known->values.front().low), narrow(known->values.back().high)};
}

template <typename Value>
Column extreme_of(Arena& arena, const Group& group, Order order, bool greatest) {
    Output<Value> result(arena, group.list.rows);
    const TruthInput in(group.in);
    const Input<Value> values(*group.body);
    bool told_apart = true;
    const auto better = [&](const Value& one, const Value& other) {
        if constexpr (sizeof(Value) == 8) {
            const auto compared = order_of(order, one, other);
            told_apart = told_apart && compared.has_value();
            return compared && (greatest ? *compared > 0 : *compared < 0);
        } else {
            return greatest ? one > other : one < other;
        }
    };
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        told_apart = true;
        const bool more = more_in(group, in, row).most > 0;
        bool missing = more && !group.list.has_rest(row), unusable = false, nothing = !more;
        std::optional<Value> certain,
            possible;  // greatest: max of lows of certain ones, max of highs of all; least: mirrored
        for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row]; ++i) {
            const Truth there = in[i];
            if (there == Truth::fails) continue;
            const Ranged<Value> value = values[i];
            if (value.state == State::none) continue;
            nothing = false;
            if (!value.known()) {
                missing = true;
                unusable = unusable || value.state == State::unusable || value.state == State::withheld;
                continue;
            }
            const Value inner = greatest ? value.low : value.high, outer = greatest ? value.high : value.low;
            if (there == Truth::holds && (!certain || better(inner, *certain))) certain = inner;
            if (!possible || better(outer, *possible)) possible = outer;
        }
        if (more && group.list.has_rest(row))
            for (std::uint32_t box = group.list.rest_begin[row]; box < group.list.rest_end[row]; ++box) {
                if (in[box] == Truth::fails) continue;
                const Ranged<Value> value = known_values<Value>(*group.body, box);
                if (value.state == State::none) continue;
                const Value outer = greatest ? value.high : value.low;
                missing = missing || !value.known() || outer == (greatest ? Ends<Value>::greatest : Ends<Value>::least);
                if (!missing && (!possible || better(outer, *possible))) possible = outer;
            }
        if (!certain || !told_apart) {
            if (nothing) result.miss(row, State::no_items);
            else if (unusable || !told_apart) result.miss(row, State::unusable);
            continue;
        }
        if (greatest) result.set(row, *certain, missing ? Ends<Value>::greatest : *possible);
        else result.set(row, missing ? Ends<Value>::least : *possible, *certain);
    }
    return result.done();
}

}  // namespace

Column extreme(Arena& arena, const Group& group, Order order, bool greatest) {
    return group.body->storage == plans::Storage::decimal ? extreme_of<Decimal>(arena, group, order, greatest)
                                                          : extreme_of<std::int64_t>(arena, group, order, greatest);
}

Column average(Arena& arena, const Group& group) {
    Output<Decimal> result(arena, group.list.rows);
    const TruthInput in(group.in);
    const Input<Decimal> values(*group.body);
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        std::optional<Decimal> total = 0;
        bool certain = more_in(group, in, row).most == 0;
        std::int64_t count = 0;
        for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row] && certain; ++i) {
            const Ranged<Decimal> value = values[i];
            if (in[i] == Truth::fails || value.state == State::none) continue;
            certain = in[i] == Truth::holds && value.exact();
            if (certain && total) total = model::add(*total, value.low);
            ++count;
        }
        if (!certain) continue;
        if (count == 0) result.miss(row, State::no_items);
        else if (const auto mean = total ? model::divide(*total, decimal(count)) : std::nullopt) result.set(row, *mean);
    }
    return result.done();
}

Column share(Arena& arena, const Group& group) {
    Output<Decimal> result(arena, group.list.rows);
    const TruthInput in(group.in);
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        std::int64_t certain = 0, both = 0, perhaps_not = 0, may_both = 0, certain_not = 0, perhaps = 0;
        for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row]; ++i) {
            const Truth there = in[i];
            if (there == Truth::fails) continue;
            if (group.body && TruthInput(*group.body).state(i) == State::none) continue;
            const Truth one = group.body ? TruthInput(*group.body)[i] : Truth::holds;
            if (there == Truth::holds) {
                ++certain;
                if (one == Truth::holds) ++both;
                if (one == Truth::fails) ++certain_not;
            } else {
                ++perhaps;
                if (one != Truth::holds) ++perhaps_not;
            }
            if (one != Truth::fails) ++may_both;
        }
        const std::int64_t more = more_in(group, in, row).most;  // each may be one or the other
        if (more == plans::integer_greatest) continue;
        if (certain == 0) {
            if (perhaps == 0 && more == 0) result.miss(row, State::no_items);
            continue;
        }
        const auto low = model::divide(decimal(both * 100), decimal(certain + perhaps_not + more));
        const auto high = model::divide(decimal((may_both + more) * 100), decimal(may_both + more + certain_not));
        if (low && high) result.set(row, *low, *high);
    }
    return result.done();
}

Column given_list(Arena& arena, const List& list, const Column& presence) {
    TruthOutput result(arena, list.rows);
    const TruthInput in(presence);
    for (const std::size_t row : limits::Rows(list.rows)) {
        const Tally there = tally(list, in, row);
        const plans::Bounds more = further(list, row, true, [&](std::size_t box) { return in[box]; });
        if (plans::bit(list.none, row)) result.set(row, Truth::fails);
        else if (there.certain > 0 || more.least > 0 || plans::bit(list.withheld, row)) result.set(row, Truth::holds);
        else if (there.perhaps == 0 && more.most == 0) result.set(row, Truth::fails);
    }
    return result.done();
}

Column longest_gap(Arena& arena, const Group& group) {
    Output<std::int64_t> result(arena, group.list.rows);
    const TruthInput in(group.in);
    const Input<std::int64_t> values(*group.body);
    for (const std::size_t row : limits::Rows(group.list.rows)) {
        std::vector<std::int64_t> days;
        for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row]; ++i)
            if (const auto value = values[i]; in[i] == Truth::holds && value.exact()) days.push_back(value.low);
        if (days.size() < 2) continue;
        std::sort(days.begin(), days.end());
        std::int64_t longest = 0;
        for (std::size_t i = 1; i < days.size(); ++i) longest = std::max(longest, days[i] - days[i - 1]);
        result.set(row, model::duration_of(model::DurationKind::exact, longest * 86'400));
    }
    return result.done();
}

namespace {

struct Point {
    std::int64_t low, high;
    bool certain;
};

constexpr std::size_t greatest_uncertain_spacing = 256;  // dates known within bounds that are looked at pair by pair

/// A day (or a second) later by a duration; nothing where that cannot be computed.
using Later = std::function<std::optional<std::int64_t>(std::int64_t, std::int64_t)>;

/// Can a stretch be too long? `row`: since, the dates, until. Exact: neighbours. Known within bounds: for a date p at a
/// day x, no other need lie in (x, x + D] while some lies beyond.
bool always_near(std::vector<Point> row, std::int64_t duration, const Later& later) {
    std::sort(row.begin(), row.end(), [](const Point& one, const Point& other) {
        return std::pair(one.low, one.high) < std::pair(other.low, other.high);
    });
    if (std::all_of(row.begin(), row.end(), [](const Point& point) { return point.low == point.high; })) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            const auto reach = later(row[i - 1].low, duration);
            if (row[i].high > reach.value_or(row[i - 1].low)) return false;
        }
        return true;
    }
    if (row.size() > greatest_uncertain_spacing) return false;
    for (std::size_t p = 0; p < row.size(); ++p) {
        std::vector<std::int64_t> days{row[p].low};
        for (std::size_t q = 0; q < row.size(); ++q)
            if (q != p && row[q].low >= row[p].low && row[q].low <= row[p].high) days.push_back(row[q].low);
        for (const std::int64_t day : days) {
            const auto reach = later(day, duration);
            bool some_beyond = false, none_between = true;
            for (std::size_t q = 0; q < row.size(); ++q) {
                if (q == p) continue;
                some_beyond = some_beyond || row[q].high > reach.value_or(day);
                none_between = none_between && (!reach || row[q].low <= day || row[q].high > *reach);
            }
            if (some_beyond && none_between) return false;
        }
    }
    return true;
}

using Anchor = std::optional<Ranged<std::int64_t>>;

/// Sound on both sides: holds only where every completion holds, fails only where every completion fails.
///
/// A missing date can only shorten stretches between two anchors; without both it may lie outside the others. Dates
/// that may lie outside the anchors count as missing. Fails: some day splits all dates into those that lie before it
/// for certain and those that lie more than the duration after it. `more`: where dates may lie that are not given.
Truth spacing(std::vector<Point> points, bool missing, bool perhaps, std::vector<Point> more, std::int64_t duration,
              const Anchor& since, const Anchor& until, const Later& later) {
    if (since && until && since->low > until->high) return Truth::holds;
    for (std::vector<Point>* dates : {&points, &more})
        std::erase_if(*dates, [&](const Point& point) {
            return (since && point.high < since->low) || (until && point.low > until->high);
        });
    std::vector<Point> sure;
    bool straddles = false;
    for (const Point& point : points) {
        const bool inside = (!since || point.low >= since->high) && (!until || point.high <= until->low);
        straddles = straddles || !inside;
        if (point.certain && inside) sure.push_back(point);
    }
    if ((!missing && !perhaps && more.empty() && !straddles) || (since && until)) {
        if (since) sure.push_back({since->low, since->high, true});
        if (until) sure.push_back({until->low, until->high, true});
        if (always_near(std::move(sure), duration, later)) return Truth::holds;
    }
    if (missing) return Truth::unknown;
    std::vector<std::int64_t> starts;
    if (since) points.push_back({since->low, since->high, true});
    for (const Point& point : points)
        if (point.certain) starts.push_back(point.high);
    limits::Pace pace;
    for (const std::int64_t start : starts) {
        const auto reach = later(start, duration);
        if (!reach) continue;
        bool before = false, after = until.has_value(), apart = !until || until->low > *reach;
        for (const Point& point : points) {
            pace.step();
            if (point.high <= start) before = before || point.certain;
            else if (point.low > *reach) after = after || point.certain;
            else apart = false;
        }
        for (const Point& stretch : more) apart = apart && (stretch.high <= start || stretch.low > *reach);
        if (before && after && apart) return Truth::fails;
    }
    return Truth::unknown;
}

/// The days of an anchor that stand for all it can be: between two of them nothing changes but by the stretch to a
/// neighbour growing.
std::vector<std::int64_t> days_of(const Anchor& anchor, const std::vector<std::int64_t>& turns) {
    std::vector<std::int64_t> days{anchor->low, anchor->high};
    for (const std::int64_t turn : turns)
        for (std::int64_t day = turn - 1; day <= turn + 1; ++day)
            if (day > anchor->low && day < anchor->high) days.push_back(day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

constexpr std::size_t greatest_anchor_work = 1'000'000;  // days of anchors × dates

/// An anchor known within bounds decides where every day that it can be does.
Truth spacing_of_anchors(const std::vector<Point>& points, bool missing, bool perhaps, const std::vector<Point>& more,
                         const Ranged<std::int64_t>& duration, const Anchor& since, const Anchor& until,
                         const Later& later) {
    if ((since && !since->known()) || (until && !until->known()) || !duration.exact() ||
        duration.low == plans::integer_greatest)
        return Truth::unknown;
    const auto whole = [&](const Anchor& from, const Anchor& to) {
        return spacing(points, missing, perhaps, more, duration.low, from, to, later);
    };
    const bool since_open = since && since->low != since->high, until_open = until && until->low != until->high;
    const Truth at_once = whole(since, until);
    if (at_once != Truth::unknown || (!since_open && !until_open)) return at_once;
    std::vector<std::int64_t> turns;
    const auto add = [&](std::int64_t day) {
        if (day != plans::integer_least && day != plans::integer_greatest) turns.push_back(day);
    };
    for (const std::vector<Point>* dates : {&points, &more})
        for (const Point& point : *dates) {
            add(point.low);
            add(point.high);
        }
    for (const Anchor* anchor : {&since, &until})
        if (*anchor) {
            add((*anchor)->low);
            add((*anchor)->high);
        }
    const std::vector<std::int64_t> froms = since_open ? days_of(since, turns) : std::vector<std::int64_t>(1);
    const std::vector<std::int64_t> tos = until_open ? days_of(until, turns) : std::vector<std::int64_t>(1);
    if (froms.size() * tos.size() * (points.size() + 1) > greatest_anchor_work) return Truth::unknown;
    std::optional<Truth> all;
    for (const std::int64_t from : froms)
        for (const std::int64_t to : tos) {
            const auto exactly = [](std::int64_t day) { return Anchor(Ranged<std::int64_t>{State::value, day, day}); };
            const Truth one = whole(since_open ? exactly(from) : since, until_open ? exactly(to) : until);
            if (one == Truth::unknown || (all && *all != one)) return Truth::unknown;
            all = one;
        }
    return *all;
}

/// Where dates may lie that are not given.
std::vector<Point> further_dates(const Group& dates, const TruthInput& in, std::size_t row, bool moments) {
    std::vector<Point> result;
    const Point anywhere{plans::integer_least, plans::integer_greatest, false};
    if (more_in(dates, in, row).most == 0) return result;
    if (!dates.list.has_rest(row) || moments) return {anywhere};
    for (std::uint32_t box = dates.list.rest_begin[row]; box < dates.list.rest_end[row]; ++box) {
        if (in[box] == Truth::fails) continue;
        const plans::Domain* known = dates.body->domain(box);
        const auto value = known_values<std::int64_t>(*dates.body, box);
        if (value.state == State::none) continue;
        if (!value.known()) return {anywhere};
        if (known == nullptr) result.push_back({value.low, value.high, false});
        else
            for (const plans::Interval& one : known->values)
                result.push_back(
                    {one.low == model::decimal_least ? plans::integer_least : static_cast<std::int64_t>(one.low),
                     one.high == model::decimal_greatest ? plans::integer_greatest
                                                         : static_cast<std::int64_t>(one.high),
                     false});
    }
    return result;
}

}  // namespace

Column apart(Arena& arena, const Group& dates, bool moments, const Column& duration, const Column* since,
             const Column* until, const model::DateRules& rules) {
    const std::size_t rows = dates.list.rows;
    TruthOutput result(arena, rows);
    const TruthInput in(dates.in);
    const Input<std::int64_t> values(*dates.body), durations(duration);
    const Later later_day = [&](std::int64_t day, std::int64_t by) -> std::optional<std::int64_t> {
        const auto shifted = shift({State::value, day, day}, {State::value, by, by}, false, false, rules);
        return shifted.known() ? std::optional(shifted.low) : std::nullopt;
    };
    const Later later_second = [](std::int64_t second, std::int64_t by) -> std::optional<std::int64_t> {
        if (model::duration_kind(by) != model::DurationKind::exact) return std::nullopt;
        if (second == plans::integer_least || second == plans::integer_greatest) return second;
        return second + model::duration_amount(by);
    };
    // Moments without offset among themselves are on one clock; beside one with an offset they may be hours away.
    bool local = true;
    const auto has_offset = [](std::int64_t moment) {
        return moment != plans::integer_least && moment != plans::integer_greatest &&
               model::offset_of(moment).has_value();
    };
    const auto look_at = [&](const Ranged<std::int64_t>& value) {
        local = local && !(value.known() && (has_offset(value.low) || has_offset(value.high)));
    };
    const auto local_end = [](std::int64_t moment) {
        return moment == plans::integer_least || moment == plans::integer_greatest ? moment
                                                                                   : model::local_seconds_of(moment);
    };
    const auto when = [&](const Ranged<std::int64_t>& value) {
        if (!moments || !value.known()) return value;
        return local ? Ranged<std::int64_t>{State::value, local_end(value.low), local_end(value.high)}
                     : seconds_in_utc(value);
    };
    for (const std::size_t row : limits::Rows(rows)) {
        local = true;
        if (moments) {
            for (std::uint32_t i = dates.list.begin[row]; i < dates.list.end[row]; ++i)
                if (in[i] != Truth::fails) look_at(values[i]);
            if (since) look_at(Input<std::int64_t>(*since)[row]);
            if (until) look_at(Input<std::int64_t>(*until)[row]);
        }
        std::vector<Point> points;
        bool missing = false, perhaps = false;
        for (std::uint32_t i = dates.list.begin[row]; i < dates.list.end[row]; ++i) {
            const Truth there = in[i];
            if (there == Truth::fails) continue;
            const auto value = when(values[i]);
            if (value.state == State::none) continue;
            perhaps = perhaps || there != Truth::holds;
            if (value.known()) points.push_back({value.low, value.high, there == Truth::holds});
            else missing = true;
        }
        Anchor from, to;
        if (since) from = when(Input<std::int64_t>(*since)[row]);
        if (until) to = when(Input<std::int64_t>(*until)[row]);
        result.set(row, spacing_of_anchors(points, missing, perhaps, further_dates(dates, in, row, moments),
                                           durations[row], from, to, moments ? later_second : later_day));
    }
    return result.done();
}

namespace {
model::Day day_of_moment(std::int64_t moment) {
    const std::int64_t seconds = model::local_seconds_of(moment);
    return seconds >= 0 ? seconds / 86'400 : -((-seconds + 86'399) / 86'400);
}
model::Day date_of(std::int64_t when, bool moment) {
    return moment && when != plans::integer_least && when != plans::integer_greatest ? day_of_moment(when) : when;
}
}  // namespace

bool is_past(const Ranged<std::int64_t>& deadline, bool moment, model::Day assessment_date) {
    return deadline.known() && assessment_date > date_of(deadline.high, moment);
}

// No deadline, as what it counts from is not there: not owed. Else:
// x given: x <= deadline. Withheld or unusable, or no deadline: unknown. Nothing given: not owed until the deadline is
// past, then fails where it is known that there is none, else unknown.
Column due_within(Arena& arena, const Column& value, const Column& deadline, bool moment, const Column& assessment_date,
                  plans::Words not_given, std::size_t rows) {
    TruthOutput result(arena, rows);
    const Input<std::int64_t> values(value), deadlines(deadline), dates(assessment_date);
    for (const std::size_t row : limits::Rows(rows)) {
        const auto due = deadlines[row];
        const auto done = values[row];
        if (due.state == State::none || due.state == State::no_items) result.set(row, Truth::not_owed);
        if (!due.known()) continue;
        if (done.known()) {
            result.set(row, compare(Comparison::at_most, moment ? Order::moment : Order::plain, done, due));
        } else if (done.state != State::withheld && done.state != State::unusable &&
                   !(done.state == State::silent && plans::bit(not_given, row))) {
            const model::Day today = dates[row].low;
            if (today <= date_of(due.low, moment)) result.set(row, Truth::not_owed);
            else if (is_past(due, moment, today) && done.state != State::silent) result.set(row, Truth::fails);
        }
    }
    return result.done();
}

}  // namespace brecha::kernels
