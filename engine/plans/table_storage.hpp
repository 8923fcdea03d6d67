// Memory of tables while rows are added: one block a table for what every row has, grown by doubling.
//
// What only some rows have (upper bounds, "there is none", open lists …) is noted as marks and laid out once, at the
// end.
#pragma once

#include "plans/plans.hpp"
#include "plans/schema_index.hpp"

#include <vector>

namespace brecha::plans {

/// Makes room for `capacity` rows; the first `table.rows` rows keep what they hold, the others are empty. Tables of
/// items with keys get `key_unusable`, all 0. Until finish_tables() the columns' `rows` are those there is room for.
void lay_out(EntityTable& table, const PlanEntity& entity, std::size_t capacity);
/// What a column gets when the values of a table come from elsewhere: memory of its own, memory without numbers (who
/// fills the column brings them), or a share in memory in which no row has a value.
enum class Room : std::uint8_t { own, without_numbers, none };
/// Makes room for exactly `capacity` rows in a table that has none. `rooms`: by field; lists always have their own.
void lay_out_rooms(EntityTable& table, const PlanEntity& entity, std::size_t capacity, const std::vector<Room>& rooms,
                   std::vector<Block>& storage);
/// Columns of numbers that nobody has filled get a share in memory in which no row has a value.
void share_nothing(EntityTable& table, std::vector<Block>& storage);
/// The same as lay_out() for the elements of one list field.
void lay_out_elements(FieldColumn& field, std::size_t capacity, Block& block);

/// A cell's value, exact or its lower bound. Bounds are a mark's.
inline void store(Column& column, std::size_t row, const Value& value) {
    if (column.storage == Storage::truth) {
        if (value.truth) {
            set_bit(column.valid, row);
            clear_bit(column.fails, row);
        } else {
            set_bit(column.fails, row);
            clear_bit(column.valid, row);
        }
        return;
    }
    set_bit(column.valid, row);
    if (column.storage == Storage::integer) column.integers[row] = value.integer;
    else column.decimals[row] = value.decimal;
}
inline bool has_value(const Column& column, std::size_t row) {
    return bit(column.valid, row) || (column.storage == Storage::truth && bit(column.fails, row));
}
inline void erase(Column& column, std::size_t row) {
    clear_bit(column.valid, row);
    if (column.storage == Storage::truth) clear_bit(column.fails, row);
}

/// Something about one cell that most cells do not have.
struct Mark {
    enum class Kind : std::uint8_t {
        high,
        none,
        withheld,
        unusable,
        nothing,
        defaulted,
        open,
        searched,
        more,
        rest,       // of the list: `rest`
        not_given,  // the row is a box of a rest
        domain      // of the value: `domain`
    };  // nothing: takes none, withheld, unusable away
    Kind kind = Kind::none;
    bool element = false;  // `row` is one of FieldColumn::values
    std::uint32_t entity = 0, field = 0, row = 0;
    model::Decimal high = 0;           // high
    std::int64_t least = 0, most = 0;  // more
    const Rest* rest = nullptr;
    const Domain* domain = nullptr;
};

/// Says in all columns how many rows there are, and lays the marks out in buffers of `storage`, later ones over earlier
/// ones.
void finish_tables(std::vector<EntityTable>& tables, const std::vector<Mark>& marks, std::vector<Block>& storage);

}  // namespace brecha::plans
