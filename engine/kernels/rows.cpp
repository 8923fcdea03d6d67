#include "kernels/rows.hpp"

namespace brecha::kernels {

using plans::Column;

namespace {

Truth cell_truth(const Column& values, std::size_t at) {
    return plans::bit(values.valid, at) ? Truth::holds : plans::bit(values.fails, at) ? Truth::fails : Truth::unknown;
}

State cell_state(const Column& values, std::size_t at) {
    if (plans::bit(values.none, at)) return State::none;
    if (plans::bit(values.withheld, at)) return State::withheld;
    return plans::bit(values.unusable, at) ? State::unusable : State::silent;
}

/// What is known beyond the values of items, of each row.
std::span<const plans::Domain*> load_domains(Arena& arena, const Column& items, const Column& values,
                                             std::size_t rows) {
    if (values.domains.empty()) return {};
    const auto domains = arena.allocate_zero<const plans::Domain*>(rows);
    const Input<std::int64_t> item(items);
    for (const std::size_t row : limits::Rows(rows))
        if (const auto of = item[row]; of.exact()) domains[row] = values.domain(static_cast<std::size_t>(of.low));
    return domains;
}

/// A yes or no that is one of these; one that is not there fails.
Truth truth_of(const plans::Domain& domain) {
    bool yes = false, no = domain.may_be_none;
    for (const plans::Interval& one : domain.values) {
        yes = yes || one.high >= 1;
        no = no || one.low <= 0;
    }
    return yes && no ? Truth::unknown : yes ? Truth::holds : Truth::fails;
}

/// Shows `take` each row whose item is known, with the item's row; of the others there is no result.
template <typename Result, typename Take>
void for_each_item(Result& result, const Column& items, std::size_t rows, const Take& take) {
    const Input<std::int64_t> item(items);
    for (const std::size_t row : limits::Rows(rows)) {
        const auto of = item[row];
        if (of.exact()) take(row, static_cast<std::size_t>(of.low));
        else result.miss(row, state_of_result(of.state, State::value));
    }
}

Column load_truths(Arena& arena, const Column& items, const Column& values, std::size_t rows) {
    TruthOutput result(arena, rows);
    for_each_item(result, items, rows, [&](std::size_t row, std::size_t at) {
        Truth truth = cell_truth(values, at);
        if (truth == Truth::unknown && values.domain(at) != nullptr) truth = truth_of(*values.domain(at));
        result.set(row, truth);
        if (truth == Truth::unknown) result.miss(row, cell_state(values, at));
    });
    Column loaded = result.done();
    loaded.domains = load_domains(arena, items, values, rows);
    return loaded;
}

template <typename Value>
Column load_values(Arena& arena, const Column& items, const Column& values, std::size_t rows) {
    Output<Value> result(arena, rows);
    const Input<Value> cells(values);
    for_each_item(result, items, rows, [&](std::size_t row, std::size_t at) {
        if (plans::bit(values.valid, at)) result.put(row, cells[at]);
        else result.miss(row, cell_state(values, at));
    });
    Column loaded = result.done();
    loaded.domains = load_domains(arena, items, values, rows);
    return loaded;
}

template <typename Value>
Truth same_value(const Column& cells, std::size_t item, const Ranged<Value>& want) {
    if (!want.exact()) return Truth::unknown;
    if (known_not_there(cells, item)) return Truth::fails;
    const Ranged<Value> cell = Input<Value>(cells)[item];
    if (!cell.known()) return Truth::unknown;
    if (want.low < cell.low || want.low > cell.high) return Truth::fails;
    return cell.exact() ? Truth::holds : Truth::unknown;
}

/// Is the cell of an item what is wanted?
Truth same(const Key& key, std::size_t item, std::size_t row) {
    const Column& cells = key.cells;
    if (cells.storage == plans::Storage::decimal)
        return same_value(cells, item, Input<model::Decimal>(key.wanted)[row]);
    if (cells.storage == plans::Storage::truth) {
        const Truth want = TruthInput(key.wanted)[row], has = cell_truth(cells, item);
        if (want == Truth::unknown || (has == Truth::unknown && !known_not_there(cells, item))) return Truth::unknown;
        return want == has ? Truth::holds : Truth::fails;
    }
    return same_value(cells, item, Input<std::int64_t>(key.wanted)[row]);
}

Truth all_same(std::span<const Key> keys, std::size_t item, std::size_t row) {
    Truth result = Truth::holds;
    for (const Key& key : keys) {
        const Truth one = same(key, item, row);
        if (one == Truth::fails) return one;
        if (one == Truth::unknown) result = one;
    }
    return result;
}

bool is_exact(const Column& wanted, std::size_t row) {
    if (wanted.storage == plans::Storage::decimal) return Input<model::Decimal>(wanted)[row].exact();
    if (wanted.storage == plans::Storage::truth) return TruthInput(wanted)[row] != Truth::unknown;
    return Input<std::int64_t>(wanted)[row].exact();
}

/// Does what is wanted, at its lower or upper bound, reach the band of an item?
bool reaches(const Key& key, std::size_t item, std::size_t row, bool upper) {
    const Column& bands = key.cells;
    if (!plans::bit(bands.valid, item)) return false;
    if (bands.storage == plans::Storage::decimal) {
        const auto want = Input<model::Decimal>(key.wanted)[row];
        return want.known() && bands.decimal(item) <= (upper ? want.high : want.low);
    }
    const auto want = Input<std::int64_t>(key.wanted)[row];
    return want.known() && bands.integers[item] <= (upper ? want.high : want.low);
}

bool above(const Column& bands, std::size_t one, std::size_t other) {
    return bands.storage == plans::Storage::decimal ? bands.decimal(one) > bands.decimal(other)
                                                    : bands.integers[one] > bands.integers[other];
}

bool some_none(std::span<const Key> keys, std::size_t row) {
    for (const Key& key : keys)
        if (known_not_there(key.wanted, row)) return true;
    return false;
}

}  // namespace

bool stands_as_loaded(const Column& values, std::size_t rows) {
    // Of yes and no, what is not there fails, and what is known all the same decides.
    return values.rows == rows &&
           (values.storage != plans::Storage::truth || (values.none.empty() && values.domains.empty()));
}

bool loads_all(const Column& items, const Column& values, std::size_t rows) {
    return items.numbers_rows && stands_as_loaded(values, rows);
}

Column load(Arena& arena, const Column& items, const Column& values, std::size_t rows) {
    switch (values.storage) {
        case plans::Storage::truth: return load_truths(arena, items, values, rows);
        case plans::Storage::decimal: return load_values<model::Decimal>(arena, items, values, rows);
        default: return load_values<std::int64_t>(arena, items, values, rows);
    }
}

Column element(Arena& arena, const ListInput& input, std::span<const Key> keys, plans::RowBits key_unusable,
               std::size_t rows) {
    const Input<std::int64_t> elements(input.elements);
    const TruthInput presence(input.presence);
    Output<std::int64_t> result(arena, rows);
    limits::Pace pace;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t at = input.list.rows == 1 ? 0 : row;
        if (some_none(keys, row)) {
            result.miss(row, State::none);
            continue;
        }
        // Lists joined into one can hold two items of one key: then none of them is meant.
        std::int64_t found = -1;
        bool several = false, there = false, perhaps = false;
        for (const Key& key : keys) perhaps = perhaps || !is_exact(key.wanted, row);
        for (std::uint32_t i = input.list.begin[at]; i < input.list.end[at]; ++i) {
            pace.step();
            if (presence[i] == Truth::fails) continue;
            const auto item = elements[i];
            const auto at_item = static_cast<std::size_t>(item.low);
            const Truth fits = item.exact() ? all_same(keys, at_item, row) : Truth::unknown;
            perhaps = perhaps || fits != Truth::fails;
            if (fits != Truth::holds) continue;
            // A row whose key is all there and cannot be used is one of several with that key.
            several = several || (found >= 0 && found != item.low) || plans::bit(key_unusable, at_item);
            found = item.low;
            there = there || presence[i] == Truth::holds;
        }
        if (several) result.miss(row, State::unusable);
        else if (there) result.set(row, found);
        else if (plans::bit(input.list.none, at) ||
                 (!perhaps && input.list.closed(at) && plans::bit(input.list.searched, at)))
            result.miss(row, State::none);
    }
    return result.done();
}

Column table_row(Arena& arena, std::size_t table_rows, std::span<const Key> keys, std::size_t rows) {
    Output<std::int64_t> result(arena, rows);
    bool banded = false;
    for (const Key& key : keys) banded = banded || key.banded;
    limits::Pace pace;
    for (std::size_t row = 0; row < rows; ++row) {
        if (some_none(keys, row)) {
            result.miss(row, State::none);
            continue;
        }
        // With a banded key, the greatest that is reached, once for the lower and once for the upper bound.
        std::int64_t found[2] = {-1, -1};
        for (std::size_t item = 0; item < table_rows; ++item) {
            pace.step();
            bool fits = true;
            for (const Key& key : keys) fits = fits && (key.banded || same(key, item, row) == Truth::holds);
            if (!fits) continue;
            for (int end = 0; end < 2; ++end) {
                bool reached = true, better = found[end] < 0;
                for (const Key& key : keys) {
                    if (!key.banded) continue;
                    reached = reached && reaches(key, item, row, end == 1);
                    better = better || above(key.cells, item, static_cast<std::size_t>(found[end]));
                }
                if (reached && better) found[end] = static_cast<std::int64_t>(item);
            }
            if (!banded) break;
        }
        if (found[0] >= 0 && found[0] == found[1]) result.set(row, found[0]);
    }
    return result.done();
}

}  // namespace brecha::kernels
