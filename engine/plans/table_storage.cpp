#include "plans/table_storage.hpp"

#include <algorithm>
#include <cstring>

namespace brecha::plans {

namespace {

// Everything begins at an even word: decimals are 16 bytes wide.
std::size_t even(std::size_t words) { return (words + 1) & ~std::size_t(1); }

std::size_t column_words(const Column& column, std::size_t capacity) {
    const std::size_t bits = even(word_count(capacity));
    switch (column.storage) {
        case Storage::truth: return 2 * bits;
        case Storage::integer: return bits + even(capacity);
        case Storage::decimal: return bits + 2 * capacity;
    }
    return 0;
}

/// Hands out pieces of a new block and copies into them what the old ones held.
struct Layout {
    Block block;
    std::size_t used = 0;
    std::size_t kept_rows = 0;
    std::size_t capacity = 0;

    std::uint64_t* take(std::size_t words) {
        std::uint64_t* piece = block.data() + used;
        used += even(words);
        return piece;
    }
    void bits(RowBits& bits) {
        std::uint64_t* piece = take(word_count(capacity));
        if (kept_rows != 0 && !bits.empty()) std::copy_n(bits.data(), word_count(kept_rows), piece);
        bits = piece;
    }
    template <class T>
    void values(Buffer<T>& values) {
        auto* piece = reinterpret_cast<T*>(take((capacity * sizeof(T) + 7) / 8));
        if (kept_rows != 0 && !values.empty()) std::memcpy(piece, values.data(), kept_rows * sizeof(T));
        values = piece;
    }
    void list(ListColumn& list) {
        values(list.begin);
        values(list.end);
        bits(list.given);
        list.rows = capacity;
    }
    void column(Column& column) {
        bits(column.valid);
        switch (column.storage) {
            case Storage::truth: bits(column.fails); break;
            case Storage::integer: values(column.integers); break;
            case Storage::decimal: values(column.decimals); break;
        }
    }
};

std::size_t list_words(std::size_t capacity) { return 2 * even((capacity + 1) / 2) + even(word_count(capacity)); }

}  // namespace

void lay_out(EntityTable& table, const PlanEntity& entity, std::size_t capacity) {
    if (table.capacity == 0) table = entity.empty;
    const std::size_t bits = even(word_count(capacity));
    Layout layout{Block((entity.entity->key.empty() ? 0 : bits) + table.lists.size() * list_words(capacity) +
                            entity.truths * 2 * bits + entity.integers * (bits + even(capacity)) +
                            entity.decimals * (bits + 2 * capacity),
                        0),
                  0, table.rows, capacity};
    if (!entity.entity->key.empty()) layout.bits(table.key_unusable);
    for (FieldColumn& field : table.fields) {
        if (field.is_list()) continue;
        layout.column(field.values);
        field.values.rows = capacity;
    }
    for (ListColumn& list : table.lists) layout.list(list);
    table.memory = std::move(layout.block);
    table.capacity = capacity;
}

void lay_out_rooms(EntityTable& table, const PlanEntity& entity, std::size_t capacity, const std::vector<Room>& rooms,
                   std::vector<Block>& storage) {
    table = entity.empty;
    const auto words_of = [&](const FieldColumn& field, Room room) -> std::size_t {
        if (field.is_list()) return list_words(capacity);
        if (room == Room::none) return 0;
        if (room == Room::without_numbers && field.values.storage == Storage::decimal)
            return even(word_count(capacity));
        return column_words(field.values, capacity);
    };
    const bool keyed = !entity.entity->key.empty();
    std::size_t words = keyed ? even(word_count(capacity)) : 0;
    bool some_shared = false;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        words += words_of(table.fields[i], rooms[i]);
        some_shared = some_shared || rooms[i] == Room::none;
    }
    Block* shared = some_shared ? &storage.emplace_back(capacity, 0) : nullptr;
    Layout layout{Block(words, 0), 0, 0, capacity};
    if (keyed) layout.bits(table.key_unusable);
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        FieldColumn& field = table.fields[i];
        Column& values = field.values;
        if (field.is_list()) {
            layout.list(table.list(i));
        } else if (rooms[i] == Room::none) {
            values.valid = shared->data();
            if (values.storage == Storage::truth) values.fails = values.valid;
            if (values.storage == Storage::integer) values.integers = reinterpret_cast<std::int64_t*>(shared->data());
        } else if (rooms[i] == Room::without_numbers && values.storage == Storage::decimal) {
            layout.bits(values.valid);
        } else {
            layout.column(values);
        }
    }
    table.memory = std::move(layout.block);
    table.capacity = capacity;
}

void share_nothing(EntityTable& table, std::vector<Block>& storage) {
    Block* shared = nullptr;
    for (FieldColumn& field : table.fields) {
        Column& values = field.values;
        if (field.is_list() || values.storage != Storage::decimal || !values.decimals.empty() || !values.narrow.empty())
            continue;
        if (shared == nullptr) shared = &storage.emplace_back((table.rows + 1) / 2, 0);
        values.narrow = reinterpret_cast<const std::int32_t*>(shared->data());
    }
}

void lay_out_elements(FieldColumn& field, std::size_t capacity, Block& block) {
    Layout layout{Block(column_words(field.values, capacity), 0), 0, field.values.rows, capacity};
    layout.column(field.values);
    block = std::move(layout.block);
}

namespace {

/// All zero.
template <class T>
Buffer<T> new_values(std::size_t rows, std::vector<Block>& storage) {
    return reinterpret_cast<T*>(storage.emplace_back((rows * sizeof(T) + 7) / 8, 0).data());
}

void put_bit(RowBits& bits, std::size_t rows, std::size_t row, std::vector<Block>& storage) {
    if (bits.empty()) bits = storage.emplace_back(word_count(rows), 0).data();
    set_bit(bits, row);
}

template <typename To>
void put_pointer(Buffer<const To*>& pointers, std::size_t rows, std::size_t row, const To* pointer,
                 std::vector<Block>& storage) {
    if (pointers.empty()) pointers = new_values<const To*>(rows, storage);
    pointers[row] = pointer;
}

/// The upper bounds of a column, which are its values until they are said to be others.
template <class T>
void put_high(Buffer<T>& highs, const Buffer<T>& lows, const Column& column, std::size_t row, T high,
              std::vector<Block>& storage) {
    if (highs.empty()) {
        highs = new_values<T>(column.rows, storage);
        std::copy_n(lows.data(), column.rows, highs.data());
    }
    highs[row] = high;
}

void apply(const Mark& mark, EntityTable& table, std::vector<Block>& storage) {
    FieldColumn& field = table.fields[mark.field];
    Column& column = field.values;
    switch (mark.kind) {
        case Mark::Kind::high:
            if (column.storage == Storage::integer)
                put_high(column.integers_high, column.integers, column, mark.row, static_cast<std::int64_t>(mark.high),
                         storage);
            else if (column.storage == Storage::decimal)
                put_high(column.decimals_high, column.decimals, column, mark.row, mark.high, storage);
            break;
        case Mark::Kind::none: put_bit(column.none, column.rows, mark.row, storage); break;
        case Mark::Kind::withheld:
            if (!mark.element && field.is_list())
                put_bit(table.list(mark.field).withheld, table.rows, mark.row, storage);
            else put_bit(column.withheld, column.rows, mark.row, storage);
            break;
        case Mark::Kind::unusable: put_bit(column.unusable, column.rows, mark.row, storage); break;
        case Mark::Kind::nothing:
            if (!column.none.empty()) clear_bit(column.none, mark.row);
            if (!column.withheld.empty()) clear_bit(column.withheld, mark.row);
            if (!column.unusable.empty()) clear_bit(column.unusable, mark.row);
            break;
        case Mark::Kind::defaulted: put_bit(field.defaulted, table.rows, mark.row, storage); break;
        case Mark::Kind::open: put_bit(table.list(mark.field).open, table.rows, mark.row, storage); break;
        case Mark::Kind::searched: put_bit(table.list(mark.field).searched, table.rows, mark.row, storage); break;
        case Mark::Kind::more: {
            ListColumn& list = table.list(mark.field);
            if (list.more_least.empty()) {
                list.more_least = new_values<std::int64_t>(table.rows, storage);
                list.more_most = new_values<std::int64_t>(table.rows, storage);
            }
            list.more_least[mark.row] = mark.least;
            list.more_most[mark.row] = mark.most;
            break;
        }
        case Mark::Kind::rest:
            put_pointer(table.list(mark.field).rest, table.rows, mark.row, mark.rest, storage);
            break;
        case Mark::Kind::not_given: put_bit(table.not_given, table.rows, mark.row, storage); break;
        case Mark::Kind::domain: put_pointer(column.domains, column.rows, mark.row, mark.domain, storage); break;
    }
}

}  // namespace

/// Below this many rows a second form of the numbers is not worth its making.
static constexpr std::size_t least_narrow_rows = 256;

/// Whole numbers that fit 32 bits get them, beside the exact decimals: comparisons of a batch read a quarter of the
/// memory.
static void make_narrow(Column& column, std::vector<Block>& storage) {
    if (column.storage != Storage::decimal || column.decimals.empty() || !column.decimals_high.empty()) return;
    Block block((column.rows + 1) / 2, 0);
    auto* const narrow = reinterpret_cast<std::int32_t*>(block.data());
    constexpr model::Decimal beyond = model::Decimal(Column::narrow_greatest) * model::decimal_one;
    for (std::size_t row = 0; row < column.rows; ++row) {
        if (!bit(column.valid, row)) continue;
        // No number of a plan is below zero, and these fit 64 bits, which divide quickly.
        const model::Decimal value = column.decimals[row];
        if (value < 0 || value >= beyond) return;
        constexpr auto one = static_cast<std::uint64_t>(model::decimal_one);
        const std::uint64_t whole = static_cast<std::uint64_t>(value) / one;
        if (whole * one != static_cast<std::uint64_t>(value)) return;
        narrow[row] = static_cast<std::int32_t>(whole);
    }
    storage.push_back(std::move(block));
    column.narrow = narrow;
}

void finish_tables(std::vector<EntityTable>& tables, const std::vector<Mark>& marks, std::vector<Block>& storage) {
    for (EntityTable& table : tables) {
        for (FieldColumn& field : table.fields)
            if (!field.is_list()) field.values.rows = table.rows;
        for (ListColumn& list : table.lists) list.rows = table.rows;
        const std::span<std::uint64_t> unusable = table.key_unusable.first(word_count(table.rows));
        if (std::all_of(unusable.begin(), unusable.end(), [](std::uint64_t word) { return word == 0; }))
            table.key_unusable = {};
    }
    for (const Mark& mark : marks) apply(mark, tables[mark.entity], storage);
    for (EntityTable& table : tables)
        if (table.rows >= least_narrow_rows)
            for (FieldColumn& field : table.fields)
                if (!field.is_list()) make_narrow(field.values, storage);
}

}  // namespace brecha::plans
