#include "kernels/lists.hpp"

#include "kernels/logic.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace brecha::kernels {

using model::Decimal;
using plans::Column;
using plans::RowBits;
using plans::Words;

namespace {

RowBits gather_bits(Arena& arena, RowBits bits, std::span<const std::uint32_t> at, bool single) {
    if (bits.empty()) return {};
    const RowBits result = arena.bits(at.size());
    for (const std::size_t i : limits::Rows(at.size()))
        if (plans::bit(bits, single ? 0 : at[i])) plans::set_bit(result, i);
    return result;
}

template <typename Value>
std::span<std::remove_const_t<Value>> gather_values(Arena& arena, plans::Buffer<Value> values,
                                                    std::span<const std::uint32_t> at, bool single) {
    if (values.empty()) return {};
    const auto result = arena.allocate<std::remove_const_t<Value>>(at.size());
    for (const std::size_t i : limits::Rows(at.size())) result[i] = values[single ? 0 : at[i]];
    return result;
}

Column all_there(Arena& arena, std::size_t rows) {
    Column column;
    column.storage = plans::Storage::truth;
    column.rows = rows;
    column.valid = arena.all_bits(rows);
    column.fails = arena.bits(rows);
    return column;
}

/// Lays out a new frame: how many elements each row has, then offsets and parents. `boxes`: how many rows stand for
/// what is not given; they come after all elements, so that the elements of neighbouring lists are neighbours.
std::optional<Opened> lay_out(Arena& arena, const std::vector<std::size_t>& counts, std::size_t limit,
                              const std::vector<std::size_t>& boxes = {}) {
    std::size_t total = 0;
    for (const std::vector<std::size_t>* rows : {&counts, &boxes})
        for (const std::size_t count : *rows) {
            total += count;
            if (total > limit) return std::nullopt;
        }
    Opened opened;
    const std::size_t rows = counts.size();
    opened.list.rows = rows;
    opened.list.begin = arena.allocate<std::uint32_t>(rows);
    opened.list.end = arena.allocate<std::uint32_t>(rows);
    opened.frame.rows = total;
    opened.frame.parent = arena.allocate<std::uint32_t>(total);
    std::uint32_t next = 0;
    for (const std::size_t row : limits::Rows(rows)) {
        opened.list.begin[row] = next;
        for (std::size_t i = 0; i < counts[row]; ++i) opened.frame.parent[next++] = static_cast<std::uint32_t>(row);
        opened.list.end[row] = next;
    }
    if (boxes.empty()) return opened;
    opened.list.rest_begin = arena.allocate<std::uint32_t>(rows);
    opened.list.rest_end = arena.allocate<std::uint32_t>(rows);
    for (const std::size_t row : limits::Rows(rows)) {
        opened.list.rest_begin[row] = next;
        for (std::size_t i = 0; i < boxes[row]; ++i) opened.frame.parent[next++] = static_cast<std::uint32_t>(row);
        opened.list.rest_end[row] = next;
    }
    return opened;
}

/// How many rows of a list stand for what is not given.
std::size_t box_count(const List& list, std::size_t row) {
    return list.has_rest(row) ? list.rest_end[row] - list.rest_begin[row] : 0;
}
bool any_boxes(const std::vector<std::size_t>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(), [](std::size_t count) { return count != 0; });
}
/// Is nothing known of what the list has beside its elements, though it may have more?
bool unbounded(const List& list, std::size_t row) { return !list.closed(row) && !list.has_rest(row); }

/// Rows of the frame to which a list's counts of boxes still belong.
std::span<const plans::Rest*> rests(Arena& arena, std::size_t rows) {
    return arena.allocate_zero<const plans::Rest*>(rows);
}

void set_more(Arena& arena, List& list, std::size_t row, std::int64_t least, std::int64_t most) {
    if (list.more_most.empty()) {
        if (most == 0) return;
        list.more_least = arena.allocate_zero<std::int64_t>(list.rows);
        list.more_most = arena.allocate_zero<std::int64_t>(list.rows);
    }
    list.more_least[row] = least;
    list.more_most[row] = most;
}

void set_absent(Arena& arena, List& list, std::size_t row, bool none, bool withheld = false) {
    const auto set = [&](plans::Words& words) {
        if (words.empty()) words = arena.bits(list.rows);
        plans::set_bit(words, row);
    };
    set(list.absent);
    set_more(arena, list, row, 0, none ? 0 : plans::integer_greatest);  // what is not there has no list
    if (none) set(list.none);
    if (withheld) set(list.withheld);
}

void set_searched(Arena& arena, List& list, std::size_t row) {
    if (list.searched.empty()) list.searched = arena.bits(list.rows);
    plans::set_bit(list.searched, row);
}

void copy_state(Arena& arena, List& to, std::size_t row, const List& from, std::size_t from_row) {
    if (plans::bit(from.searched, from_row)) set_searched(arena, to, row);
    if (plans::bit(from.absent, from_row))
        set_absent(arena, to, row, plans::bit(from.none, from_row), plans::bit(from.withheld, from_row));
    else set_more(arena, to, row, from.least_more(from_row), from.most_more(from_row));
}

template <typename Value>
std::optional<Opened> made(Arena& arena, const std::vector<std::optional<Made<Value>>>& lists, std::size_t limit) {
    std::vector<std::size_t> counts;
    for (const auto& list : lists) counts.push_back(list ? list->elements.size() : 0);
    auto opened = lay_out(arena, counts, limit);
    if (!opened) return opened;
    Output<Value> elements(arena, opened->frame.rows);
    TruthOutput presence(arena, opened->frame.rows);
    std::size_t next = 0;
    for (std::size_t row = 0; row < lists.size(); ++row) {
        if (!lists[row]) {
            set_absent(arena, opened->list, row, false);
            continue;
        }
        for (const auto& element : lists[row]->elements) {
            if (element.certain) presence.set(next, Truth::holds);
            elements.set(next++, element.low, element.high);
        }
        if (lists[row]->open) set_more(arena, opened->list, row, 0, plans::integer_greatest);
    }
    opened->elements = elements.done();
    opened->presence = presence.done();
    return opened;
}

Column gather_values_of_two(Arena& arena, const Column& left, const Column& right, std::span<const std::uint32_t> at,
                            Words of_second) {
    const auto fill = [&](auto result, const auto& lefts, const auto& rights) {
        for (std::size_t i = 0; i < at.size(); ++i) result.put(i, (plans::bit(of_second, i) ? rights : lefts)[at[i]]);
        return result.done();
    };
    const std::size_t rows = at.size();
    switch (left.storage) {
        case plans::Storage::truth: {
            TruthOutput result(arena, rows);
            const TruthInput lefts(left), rights(right);
            for (std::size_t i = 0; i < rows; ++i) {
                const TruthInput& from = plans::bit(of_second, i) ? rights : lefts;
                result.set(i, from[at[i]]);
                result.miss(i, from.state(at[i]));
            }
            return result.done();
        }
        case plans::Storage::decimal:
            return fill(Output<Decimal>(arena, rows), Input<Decimal>(left), Input<Decimal>(right));
        default: return fill(Output<std::int64_t>(arena, rows), Input<std::int64_t>(left), Input<std::int64_t>(right));
    }
}

/// Rows of two columns: `at` says which row, `of_second` in which of the two.
Column gather_two(Arena& arena, const Column& left, const Column& right, std::span<const std::uint32_t> at,
                  Words of_second) {
    Column result = gather_values_of_two(arena, left, right, at, of_second);
    if (left.domains.empty() && right.domains.empty()) return result;
    const auto domains = arena.allocate<const plans::Domain*>(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Column& from = plans::bit(of_second, i) ? right : left;
        domains[i] = from.domain(from.rows == 1 ? 0 : at[i]);
    }
    result.domains = domains;
    return result;
}

}  // namespace

Column gather(Arena& arena, const Column& column, std::span<const std::uint32_t> at) {
    const bool single = column.rows == 1;
    Column result;
    result.storage = column.storage;
    result.rows = at.size();
    result.valid = gather_bits(arena, column.valid, at, single);
    result.fails = gather_bits(arena, column.fails, at, single);
    result.not_owed = gather_bits(arena, column.not_owed, at, single);
    result.none = gather_bits(arena, column.none, at, single);
    result.withheld = gather_bits(arena, column.withheld, at, single);
    result.unusable = gather_bits(arena, column.unusable, at, single);
    result.integers = gather_values(arena, column.integers, at, single);
    result.integers_high = gather_values(arena, column.integers_high, at, single);
    if (column.narrow.empty()) {
        result.decimals = gather_values(arena, column.decimals, at, single);
        result.decimals_high = gather_values(arena, column.decimals_high, at, single);
    } else {
        result.narrow = gather_values(arena, column.narrow, at, single);
        result.narrow_high = gather_values(arena, column.narrow_high, at, single);
    }
    if (!column.domains.empty()) {
        const auto domains = arena.allocate<const plans::Domain*>(at.size());
        for (std::size_t i = 0; i < at.size(); ++i) domains[i] = column.domains[single ? 0 : at[i]];
        result.domains = domains;
    }
    if (result.valid.empty()) result.valid = arena.bits(at.size());
    if (result.storage == plans::Storage::truth && result.fails.empty()) result.fails = arena.bits(at.size());
    return result;
}

Column nothing_fails(Arena& arena, const Column& values) {
    if (values.storage != plans::Storage::truth || values.none.empty()) return values;
    Column truths = values;
    truths.fails = arena.bits(values.rows);
    for (std::size_t word = 0; word < plans::word_count(values.rows); ++word)
        truths.fails[word] = (values.fails.empty() ? 0 : values.fails[word]) | values.none[word];
    return truths;
}

namespace {

/// What is not given is no item that is: where a row stands for such elements, its item is any other.
std::span<const plans::Domain*> other_items(Arena& arena, const List& list, std::span<const std::uint32_t> source) {
    const auto domains = arena.allocate_zero<const plans::Domain*>(source.size());
    for (const std::size_t row : limits::Rows(list.rows)) {
        if (!list.has_rest(row)) continue;
        const std::span<plans::Interval> others = arena.allocate<plans::Interval>(2);
        others[0] = others[1] = {};
        std::size_t count = 1;
        if (list.begin[row] < list.end[row]) {
            others[0].high = model::Decimal(source[list.begin[row]]) - 1;
            others[1].low = model::Decimal(source[list.end[row] - 1]) + 1;
            count = 2;
        }
        const std::span<plans::Domain> domain = arena.allocate<plans::Domain>(1);
        domain[0] = {others.first(count), false};
        for (std::uint32_t box = list.rest_begin[row]; box < list.rest_end[row]; ++box) domains[box] = domain.data();
    }
    return domains;
}

}  // namespace

Column numbered(Arena& arena, std::span<const std::uint32_t> rows) {
    Column items;
    items.rows = rows.size();
    items.valid = arena.all_bits(rows.size());
    items.integers = arena.allocate<std::int64_t>(rows.size());
    items.numbers_rows = true;
    for (const std::size_t row : limits::Rows(rows.size())) {
        items.integers[row] = rows[row];
        items.numbers_rows = items.numbers_rows && rows[row] == row;
    }
    return items;
}

std::optional<Opened> load_list(Arena& arena, const Column& items, const plans::ListColumn& lists, const Column* values,
                                std::size_t rows, std::size_t limit) {
    const Input<std::int64_t> item(items);
    std::vector<std::size_t> counts(rows, 0), boxes(lists.rest.empty() ? 0 : rows, 0);
    for (const std::size_t row : limits::Rows(rows)) {
        const auto of = item[row];
        if (!of.exact()) continue;
        if (plans::bit(lists.given, of.low)) counts[row] = lists.end[of.low] - lists.begin[of.low];
        if (!boxes.empty() && lists.rest[of.low] != nullptr)
            boxes[row] = lists.rest[of.low]->end - lists.rest[of.low]->begin;
    }
    if (!any_boxes(boxes)) boxes.clear();
    auto opened = lay_out(arena, counts, limit, boxes);
    if (!opened) return opened;
    const auto source = arena.allocate<std::uint32_t>(opened->frame.rows);
    const auto rest = boxes.empty() ? std::span<const plans::Rest*>() : rests(arena, rows);
    opened->list.rest = rest;
    for (const std::size_t row : limits::Rows(rows)) {
        const auto of = item[row];
        if (!of.exact()) {
            set_absent(arena, opened->list, row, of.state == State::none);
            continue;
        }
        const auto at = static_cast<std::size_t>(of.low);
        if (!boxes.empty() && boxes[row] != 0) {
            rest[row] = lists.rest[at];
            for (std::size_t i = 0; i < boxes[row]; ++i)
                source[opened->list.rest_begin[row] + i] = rest[row]->begin + static_cast<std::uint32_t>(i);
        }
        if (plans::bit(lists.searched, at)) set_searched(arena, opened->list, row);
        if (!plans::bit(lists.given, at)) {
            set_absent(arena, opened->list, row, plans::bit(lists.none, at), plans::bit(lists.withheld, at));
            continue;
        }
        for (std::size_t i = 0; i < counts[row]; ++i)
            source[opened->list.begin[row] + i] = lists.begin[at] + static_cast<std::uint32_t>(i);
        if (plans::bit(lists.open, at)) set_more(arena, opened->list, row, 0, plans::integer_greatest);
        else if (!lists.more_most.empty())
            set_more(arena, opened->list, row, lists.more_least[at], lists.more_most[at]);
    }
    opened->list.source = source;
    if (values) {
        opened->elements = nothing_fails(arena, gather(arena, *values, source));
    } else {
        opened->elements = numbered(arena, source);
        if (!boxes.empty()) opened->elements.domains = other_items(arena, opened->list, source);
    }
    opened->presence = all_there(arena, opened->frame.rows);
    return opened;
}

std::optional<Opened> list_literal(Arena& arena, const std::vector<const Column*>& operands, std::size_t rows,
                                   std::size_t limit) {
    auto opened = lay_out(arena, std::vector<std::size_t>(rows, operands.size()), limit);
    if (!opened) return opened;
    const auto fill = [&]<typename Value>(Output<Value> elements) {
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const Input<Value> values(*operands[i]);
            for (const std::size_t row : limits::Rows(rows)) elements.put(row * operands.size() + i, values[row]);
        }
        return elements.done();
    };
    if (!operands.empty() && operands[0]->storage == plans::Storage::truth) {
        TruthOutput elements(arena, opened->frame.rows);
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const TruthInput values(*operands[i]);
            for (const std::size_t row : limits::Rows(rows)) {
                elements.set(row * operands.size() + i, values[row]);
                elements.miss(row * operands.size() + i, values.state(row));
            }
        }
        opened->elements = elements.done();
    } else if (!operands.empty() && operands[0]->storage == plans::Storage::decimal) {
        opened->elements = fill(Output<Decimal>(arena, opened->frame.rows));
    } else {
        opened->elements = fill(Output<std::int64_t>(arena, opened->frame.rows));
    }
    opened->presence = all_there(arena, opened->frame.rows);
    return opened;
}

std::optional<Opened> made_list(Arena& arena, const std::vector<std::optional<Made<std::int64_t>>>& lists,
                                std::size_t limit) {
    return made(arena, lists, limit);
}
std::optional<Opened> made_list(Arena& arena, const std::vector<std::optional<Made<Decimal>>>& lists,
                                std::size_t limit) {
    return made(arena, lists, limit);
}

std::optional<Opened> spread(Arena& arena, const ListInput& input, std::span<const std::uint32_t> outer,
                             std::size_t limit) {
    const bool has_rest = !input.list.rest_begin.empty();
    std::vector<std::size_t> counts(outer.size()), boxes(has_rest ? outer.size() : 0);
    for (const std::size_t row : limits::Rows(outer.size())) {
        counts[row] = input.list.end[outer[row]] - input.list.begin[outer[row]];
        if (has_rest) boxes[row] = box_count(input.list, outer[row]);
    }
    auto opened = lay_out(arena, counts, limit, boxes);
    if (!opened) return opened;
    const auto source = arena.allocate<std::uint32_t>(opened->frame.rows);
    const auto rest = input.list.rest.empty() ? std::span<const plans::Rest*>() : rests(arena, outer.size());
    opened->list.rest = rest;
    for (const std::size_t row : limits::Rows(outer.size())) {
        for (std::size_t i = 0; i < counts[row]; ++i)
            source[opened->list.begin[row] + i] = input.list.begin[outer[row]] + static_cast<std::uint32_t>(i);
        copy_state(arena, opened->list, row, input.list, outer[row]);
        if (!has_rest) continue;
        for (std::size_t i = 0; i < boxes[row]; ++i)
            source[opened->list.rest_begin[row] + i] =
                input.list.rest_begin[outer[row]] + static_cast<std::uint32_t>(i);
        if (!rest.empty()) rest[row] = input.list.rest[outer[row]];
    }
    opened->list.source = source;
    opened->elements = gather(arena, input.elements, source);
    opened->presence = gather(arena, input.presence, source);
    return opened;
}

std::optional<Opened> join(Arena& arena, const ListInput& left, const ListInput& right, std::size_t rows,
                           std::size_t limit) {
    const auto row_of = [](const List& list, std::size_t row) { return list.rows == 1 ? std::size_t(0) : row; };
    std::vector<std::size_t> counts(rows), boxes(rows, 0);
    for (const std::size_t row : limits::Rows(rows)) {
        const std::size_t l = row_of(left.list, row), r = row_of(right.list, row);
        counts[row] = (left.list.end[l] - left.list.begin[l]) + (right.list.end[r] - right.list.begin[r]);
        // What one of them may have beside its elements is anything: then so is what both may have.
        if (!unbounded(left.list, l) && !unbounded(right.list, r))
            boxes[row] = box_count(left.list, l) + box_count(right.list, r);
    }
    if (!any_boxes(boxes)) boxes.clear();
    auto opened = lay_out(arena, counts, limit, boxes);
    if (!opened) return opened;
    const auto source = arena.allocate<std::uint32_t>(opened->frame.rows);
    const Words of_second = arena.bits(opened->frame.rows);
    for (const std::size_t row : limits::Rows(rows)) {
        const std::size_t l = row_of(left.list, row), r = row_of(right.list, row);
        std::size_t next = opened->list.begin[row];
        for (std::uint32_t i = left.list.begin[l]; i < left.list.end[l]; ++i) source[next++] = i;
        for (std::uint32_t i = right.list.begin[r]; i < right.list.end[r]; ++i) {
            plans::set_bit(of_second, next);
            source[next++] = i;
        }
        if (!boxes.empty() && boxes[row] != 0) {
            next = opened->list.rest_begin[row];
            if (left.list.has_rest(l))
                for (std::uint32_t i = left.list.rest_begin[l]; i < left.list.rest_end[l]; ++i) source[next++] = i;
            if (right.list.has_rest(r))
                for (std::uint32_t i = right.list.rest_begin[r]; i < right.list.rest_end[r]; ++i) {
                    plans::set_bit(of_second, next);
                    source[next++] = i;
                }
        }
        if (plans::bit(left.list.absent, l) && plans::bit(right.list.absent, r)) {
            set_absent(arena, opened->list, row, plans::bit(left.list.none, l) && plans::bit(right.list.none, r));
        } else {
            set_more(arena, opened->list, row, add_counts(left.list.least_more(l), right.list.least_more(r)),
                     add_counts(left.list.most_more(l), right.list.most_more(r)));
        }
    }
    opened->list.source = source;
    opened->list.of_second = of_second;
    opened->elements = gather_two(arena, left.elements, right.elements, source, of_second);
    opened->presence = gather_two(arena, left.presence, right.presence, source, of_second);
    return opened;
}

namespace {

/// For each row the list of `left` (0) or `right` (1), or an absent one (2).
std::optional<Opened> pick(Arena& arena, const ListInput& left, const ListInput& right,
                           const std::vector<std::uint8_t>& which, std::size_t limit) {
    const std::size_t rows = which.size();
    const auto chosen = [&](std::size_t row) -> const ListInput* {
        return which[row] == 0 ? &left : which[row] == 1 ? &right : nullptr;
    };
    const auto row_of = [](const List& list, std::size_t row) { return list.rows == 1 ? std::size_t(0) : row; };
    std::vector<std::size_t> counts(rows, 0), boxes(rows, 0);
    for (const std::size_t row : limits::Rows(rows))
        if (const ListInput* from = chosen(row)) {
            counts[row] = from->list.end[row_of(from->list, row)] - from->list.begin[row_of(from->list, row)];
            boxes[row] = box_count(from->list, row_of(from->list, row));
        }
    if (!any_boxes(boxes)) boxes.clear();
    auto opened = lay_out(arena, counts, limit, boxes);
    if (!opened) return opened;
    const auto source = arena.allocate<std::uint32_t>(opened->frame.rows);
    const Words of_second = arena.bits(opened->frame.rows);
    const auto rest = boxes.empty() ? std::span<const plans::Rest*>() : rests(arena, rows);
    opened->list.rest = rest;
    for (const std::size_t row : limits::Rows(rows)) {
        const ListInput* from = chosen(row);
        if (!from) {
            set_absent(arena, opened->list, row, false);
            continue;
        }
        const std::size_t at = row_of(from->list, row);
        for (std::size_t i = 0; i < counts[row]; ++i) {
            source[opened->list.begin[row] + i] = from->list.begin[at] + static_cast<std::uint32_t>(i);
            if (from == &right) plans::set_bit(of_second, opened->list.begin[row] + i);
        }
        if (!boxes.empty())
            for (std::size_t i = 0; i < boxes[row]; ++i) {
                source[opened->list.rest_begin[row] + i] = from->list.rest_begin[at] + static_cast<std::uint32_t>(i);
                if (from == &right) plans::set_bit(of_second, opened->list.rest_begin[row] + i);
            }
        if (!boxes.empty() && !from->list.rest.empty()) rest[row] = from->list.rest[at];
        copy_state(arena, opened->list, row, from->list, at);
    }
    opened->list.source = source;
    opened->list.of_second = of_second;
    opened->elements = gather_two(arena, left.elements, right.elements, source, of_second);
    opened->presence = gather_two(arena, left.presence, right.presence, source, of_second);
    return opened;
}

}  // namespace

std::optional<Opened> otherwise_list(Arena& arena, const ListInput& list, const ListInput& fallback, Words not_given,
                                     std::size_t rows, std::size_t limit) {
    std::vector<std::uint8_t> which(rows);
    for (const std::size_t row : limits::Rows(rows)) {
        const std::size_t at = list.list.rows == 1 ? 0 : row;
        const bool may_be_stated = plans::bit(not_given, row) && !plans::bit(list.list.none, at);
        which[row] = plans::bit(list.list.absent, at) && !may_be_stated ? 1 : 0;
    }
    return pick(arena, list, fallback, which, limit);
}

Words rows_not_given(Arena& arena, const List& list, const FrameRows& frame, Words outer) {
    if (list.rest_begin.empty() && outer.empty()) return {};
    const Words result = arena.bits(frame.rows);
    if (!list.rest_begin.empty())
        for (const std::size_t row : limits::Rows(list.rows))
            for (std::uint32_t box = list.rest_begin[row]; box < list.rest_end[row]; ++box) plans::set_bit(result, box);
    if (!outer.empty())
        for (const std::size_t row : limits::Rows(frame.rows))
            if (plans::bit(outer, frame.parent[row])) plans::set_bit(result, row);
    return result;
}

std::optional<Opened> choose_list(Arena& arena, const Column& condition, const ListInput& yes, const ListInput& no,
                                  std::size_t rows, std::size_t limit) {
    const TruthInput conditions(condition);
    std::vector<std::uint8_t> which(rows);
    for (const std::size_t row : limits::Rows(rows))
        which[row] = conditions[row] == Truth::holds ? 0 : conditions[row] == Truth::fails ? 1 : 2;
    return pick(arena, yes, no, which, limit);
}

namespace {

/// A list of some of another's elements: which (`source`, `counts` of them in each row), and whether they are there.
/// `truth_of`: of what that list has beside its elements, whether it may be in this one; how much of it is not known.
template <typename TruthOf>
std::optional<Opened> some_of(Arena& arena, const ListInput& input, const std::vector<std::size_t>& counts,
                              std::vector<std::uint32_t> source, std::vector<Truth> there, std::size_t limit,
                              TruthOf truth_of) {
    const std::size_t rows = counts.size();
    std::vector<std::size_t> boxes(rows, 0);
    for (const std::size_t row : limits::Rows(rows)) {
        boxes[row] = box_count(input.list, row);
        for (std::size_t i = 0; i < boxes[row]; ++i) {
            source.push_back(input.list.rest_begin[row] + static_cast<std::uint32_t>(i));
            there.push_back(truth_of(source.back()));
        }
    }
    if (!any_boxes(boxes)) boxes.clear();
    auto opened = lay_out(arena, counts, limit, boxes);
    if (!opened) return opened;
    TruthOutput presence(arena, source.size());
    for (std::size_t i = 0; i < there.size(); ++i) presence.set(i, there[i]);
    for (const std::size_t row : limits::Rows(rows)) {
        if (plans::bit(input.list.absent, row)) set_absent(arena, opened->list, row, plans::bit(input.list.none, row));
        if (!plans::bit(input.list.absent, row) || input.list.has_rest(row))
            set_more(arena, opened->list, row, 0, further(input.list, row, false, truth_of).most);
    }
    const auto kept = arena.allocate<std::uint32_t>(source.size());
    std::copy(source.begin(), source.end(), kept.begin());
    opened->list.source = kept;
    opened->elements = gather(arena, input.elements, kept);
    opened->presence = presence.done();
    return opened;
}

template <typename Value>
std::optional<Opened> distinct_of(Arena& arena, const ListInput& input, std::size_t rows, std::size_t limit,
                                  bool plain_order) {
    const Input<Value> values(input.elements);
    const TruthInput presence(input.presence);
    std::vector<std::uint32_t> source;
    std::vector<Truth> there;
    std::vector<std::size_t> counts(rows, 0);
    limits::Pace pace;
    for (std::size_t row = 0; row < rows; ++row) {
        std::map<Value, std::size_t> certain, perhaps;  // value -> position in source
        const std::size_t first = source.size();
        std::vector<std::uint32_t> ranges;     // certain elements known within bounds
        std::optional<std::uint32_t> unknown;  // the first certain element of which nothing is known
        for (std::uint32_t i = input.list.begin[row]; i < input.list.end[row]; ++i) {
            pace.step();
            if (presence[i] != Truth::holds) continue;
            const auto value = values[i];
            if (value.state == State::none) continue;
            if (!value.known()) {
                if (!unknown) unknown = i;
            } else if (!value.exact()) {
                ranges.push_back(i);
            } else if (certain.emplace(value.low, source.size()).second) {
                source.push_back(i);
                there.push_back(Truth::holds);
            }
        }
        // A range is one more for certain where it cannot be any of those kept; those that end first leave most room
        // for others. Where nothing is kept, one certain element is there all the same.
        std::set<std::uint32_t> kept_ranges;
        if (plain_order) {
            std::stable_sort(ranges.begin(), ranges.end(), [&](std::uint32_t one, std::uint32_t other) {
                return std::pair(values[one].high, values[one].low) < std::pair(values[other].high, values[other].low);
            });
            std::optional<Value> reached;  // the upper end of the last range kept
            for (const std::uint32_t i : ranges) {
                const auto value = values[i];
                const auto next = certain.lower_bound(value.low);
                if ((next != certain.end() && next->first <= value.high) || (reached && value.low <= *reached))
                    continue;
                kept_ranges.insert(i);
                reached = value.high;
            }
        }
        if (certain.empty() && kept_ranges.empty()) {
            if (!ranges.empty()) kept_ranges.insert(*std::min_element(ranges.begin(), ranges.end()));
            else if (unknown) kept_ranges.insert(*unknown);
        }
        for (std::uint32_t i = input.list.begin[row]; i < input.list.end[row]; ++i) {
            pace.step();
            if (presence[i] == Truth::fails) continue;
            const auto value = values[i];
            if (value.state == State::none) continue;
            if (value.exact() && (certain.contains(value.low) || !perhaps.emplace(value.low, i).second)) continue;
            source.push_back(i);
            there.push_back(kept_ranges.contains(i) ? Truth::holds : Truth::unknown);
        }
        counts[row] = source.size() - first;
    }
    return some_of(arena, input, counts, std::move(source), std::move(there), limit,
                   [&](std::size_t box) { return presence[box]; });
}

}  // namespace

std::optional<Opened> distinct(Arena& arena, const ListInput& input, std::size_t rows, std::size_t limit,
                               bool plain_order) {
    return input.elements.storage == plans::Storage::decimal
               ? distinct_of<Decimal>(arena, input, rows, limit, plain_order)
               : distinct_of<std::int64_t>(arena, input, rows, limit, plain_order);
}

std::optional<Opened> failing(Arena& arena, const ListInput& input, const Column& truth, std::size_t rows,
                              std::size_t limit) {
    const TruthInput presence(input.presence), truths(truth);
    std::vector<std::uint32_t> source;
    std::vector<Truth> there;
    std::vector<std::size_t> counts(rows, 0);
    for (const std::size_t row : limits::Rows(rows)) {
        for (std::uint32_t i = input.list.begin[row]; i < input.list.end[row]; ++i) {
            if (presence[i] == Truth::fails || truths[i] == Truth::holds) continue;
            source.push_back(i);
            there.push_back(presence[i] == Truth::holds && truths[i] == Truth::fails ? Truth::holds : Truth::unknown);
            ++counts[row];
        }
    }
    return some_of(arena, input, counts, std::move(source), std::move(there), limit,
                   [&](std::size_t box) { return and_(presence[box], not_(truths[box])); });
}

List view(Arena& arena, const List& list, bool has_condition) {
    List result = list;
    result.source = {};
    result.of_second = {};
    if (has_condition) result.withheld = {};
    if (has_condition && !list.more_least.empty()) result.more_least = arena.allocate_zero<std::int64_t>(list.rows);
    return result;
}

List flatten(Arena& arena, const List& outer, const Column& outer_presence, const List& inner) {
    List result;
    result.rows = outer.rows;
    result.begin = arena.allocate<std::uint32_t>(outer.rows);
    result.end = arena.allocate<std::uint32_t>(outer.rows);
    const TruthInput presence(outer_presence);
    for (const std::size_t row : limits::Rows(outer.rows)) {
        const std::uint32_t from = outer.begin[row], to = outer.end[row];
        result.begin[row] = from < to ? inner.begin[from] : 0;
        result.end[row] = from < to ? inner.end[to - 1] : 0;
        if (plans::bit(outer.absent, row)) {
            set_absent(arena, result, row, plans::bit(outer.none, row));
            continue;
        }
        const bool more_lists = further(outer, row, false, [&](std::size_t box) { return presence[box]; }).most > 0;
        std::int64_t least = 0, most = more_lists ? plans::integer_greatest : 0;
        bool known_rest = !more_lists && !inner.rest_begin.empty();
        for (std::uint32_t i = from; i < to; ++i) {
            if (presence[i] == Truth::fails) continue;
            if (presence[i] == Truth::holds) least = add_counts(least, inner.least_more(i));
            most = add_counts(most, inner.most_more(i));
            known_rest = known_rest && !unbounded(inner, i);
        }
        set_more(arena, result, row, least, most);
        if (!known_rest || from == to) continue;
        if (result.rest_begin.empty()) {
            result.rest_begin = arena.allocate_zero<std::uint32_t>(outer.rows);
            result.rest_end = arena.allocate_zero<std::uint32_t>(outer.rows);
        }
        result.rest_begin[row] = inner.rest_begin[from];
        result.rest_end[row] = inner.rest_end[to - 1];
    }
    return result;
}

}  // namespace brecha::kernels
