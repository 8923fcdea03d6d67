// The columns of a table: each is described once, by its name and the member of the row that it shows. Its type, its
// categories and how it is filled follow from the member's type.
//
//   const std::vector<Column<Missing>> columns = {{"requirement", &Missing::requirement}, {"why", &Missing::why}, …};
#pragma once

#include <brecha/brecha.hpp>

#include "model/values.hpp"

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace brecha::report {

namespace cells {

inline void add(Table::Column& column, bool valid) { column.valid.push_back(valid); }

/// An empty text is null.
inline void put(Table::Column& column, const std::string& value) {
    column.text.push_back(value);
    add(column, !value.empty());
}
/// The place of the plan itself is an empty text, and no null.
inline void put(Table::Column& column, const Subject& value) {
    column.text.push_back(value.value_or(""));
    add(column, value.has_value());
}
inline void put(Table::Column& column, bool value) {
    column.boolean.push_back(value ? 1 : 0);
    add(column, true);
}
inline void put(Table::Column& column, std::int32_t value) {
    column.int32.push_back(value);
    add(column, true);
}
/// A line or column number: 0 is null.
inline void put(Table::Column& column, std::uint32_t value) {
    column.int32.push_back(static_cast<std::int32_t>(value));
    add(column, value != 0);
}
inline void put(Table::Column& column, const std::optional<double>& value) {
    column.float64.push_back(value.value_or(0.0));
    add(column, value.has_value());
}
inline void put(Table::Column& column, const std::optional<Date>& value) {
    column.int32.push_back(value ? static_cast<std::int32_t>(model::day_of({value->year, value->month, value->day}))
                                 : 0);
    add(column, value.has_value());
}
inline void put(Table::Column& column, const std::vector<std::string>& value) {
    column.texts.push_back(value);
    add(column, true);
}
/// A code without a word is null.
template <Code Type>
void put(Table::Column& column, Type value) {
    column.text.emplace_back(to_text(value));
    add(column, !column.text.back().empty());
}
template <Code Type>
void put(Table::Column& column, const std::optional<Type>& value) {
    column.text.emplace_back(value ? to_text(*value) : std::string_view());
    add(column, value.has_value());
}

template <typename Member>
struct Coded : std::false_type {};
template <Code Type>
struct Coded<Type> : std::true_type {
    using Of = Type;
};
template <Code Type>
struct Coded<std::optional<Type>> : std::true_type {
    using Of = Type;
};

template <typename Member>
constexpr Table::Type type_of() {
    if constexpr (Coded<Member>::value) return Table::Type::category;
    else if constexpr (std::is_same_v<Member, bool>) return Table::Type::boolean;
    else if constexpr (std::is_integral_v<Member>) return Table::Type::int32;
    else if constexpr (std::is_same_v<Member, std::optional<double>>) return Table::Type::float64;
    else if constexpr (std::is_same_v<Member, std::optional<Date>>) return Table::Type::date;
    else if constexpr (std::is_same_v<Member, std::vector<std::string>>) return Table::Type::texts;
    else return Table::Type::text;
}

/// The words that there can be, in their order.
template <typename Member>
std::vector<std::string> categories_of() {
    std::vector<std::string> words;
    if constexpr (Coded<Member>::value)
        for (const std::string_view word : words_of<typename Coded<Member>::Of>)
            if (!word.empty()) words.emplace_back(word);
    return words;
}

}  // namespace cells

/// What a text stands for, where the member's type does not say.
enum class Text : std::uint8_t {
    plain,
    place,    // an empty one is the plan itself, and no null
    category  // one of few, which no list fixes: themes
};

template <typename Row>
struct Column {
    template <typename Class, typename Member>
    Column(const char* column_name, Member Class::* member, Text text = Text::plain)
        : name(column_name), type(text == Text::category ? Table::Type::category : cells::type_of<Member>()),
          categories(cells::categories_of<Member>()), put([member, text](Table::Column& column, const Row& row) {
              cells::put(column, row.*member);
              if (text == Text::place) column.valid.back() = true;
          }) {}
    /// One whose cells are the same in every row.
    template <typename Value>
    static Column same(const char* column_name, Value value) {
        Column column;
        column.name = column_name;
        column.type = cells::type_of<Value>();
        column.put = [value = std::move(value)](Table::Column& filled, const Row&) { cells::put(filled, value); };
        return column;
    }

    std::string name;
    Table::Type type = Table::Type::text;
    std::vector<std::string> categories;
    std::function<void(Table::Column&, const Row&)> put;

private:
    Column() = default;
};

template <typename Row>
Table table_of(std::string name, const std::vector<Column<Row>>& columns, const std::vector<const Row*>& rows) {
    Table table;
    table.name = std::move(name);
    table.rows = rows.size();
    table.columns.reserve(columns.size());
    for (const Column<Row>& described : columns) {
        Table::Column& column = table.columns.emplace_back();
        column.name = described.name;
        column.type = described.type;
        column.categories = described.categories;
        column.valid.reserve(rows.size());
        for (const Row* row : rows) described.put(column, *row);
    }
    return table;
}

}  // namespace brecha::report
