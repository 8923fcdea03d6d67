// The columns of a table: each is described once, by its name and the member of the row that it shows. Its type, its
// categories and how it is filled follow from the member's type.
//
//   const std::vector<Column<Missing>> columns = {{"requirement", &Missing::requirement}, {"why", &Missing::why}, …};
#pragma once

#include <brecha/brecha.hpp>

#include "limits/watch.hpp"
#include "model/values.hpp"

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace brecha::report {

namespace cells {

inline void add(Table::Column& column, bool valid) { column.valid.push_back(valid); }
/// Short texts take no memory of their own.
inline std::size_t memory_of(const std::string& text) {
    constexpr std::size_t greatest_short = 15;
    return sizeof(std::string) + (text.size() > greatest_short ? text.size() + 1 : 0);
}

/// An empty text is null.
inline void put(Table::Column& column, const std::string& value) {
    limits::take(memory_of(value));
    column.text.push_back(value);
    add(column, !value.empty());
}
/// The place of the plan itself is an empty text, and no null.
inline void put(Table::Column& column, const Subject& value) {
    column.text.push_back(value.value_or(""));
    limits::take(memory_of(column.text.back()));
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
    for (const std::string& text : value) limits::take(memory_of(text));
    limits::take(sizeof(value));
    column.texts.push_back(value);
    add(column, true);
}
/// A code without a word is null.
template <Code Type>
void put(Table::Column& column, Type value) {
    limits::take(sizeof(std::string));
    column.text.emplace_back(to_text(value));
    add(column, !column.text.back().empty());
}
template <Code Type>
void put(Table::Column& column, const std::optional<Type>& value) {
    limits::take(sizeof(std::string));
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
const SharedTexts& categories_of() {
    static const SharedTexts categories = [] {
        std::vector<std::string> words;
        if constexpr (Coded<Member>::value)
            for (const std::string_view word : words_of<typename Coded<Member>::Of>)
                if (!word.empty()) words.emplace_back(word);
        return words;
    }();
    return categories;
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
    SharedTexts categories;
    std::function<void(Table::Column&, const Row&)> put;

private:
    Column() = default;
};

/// A table that is filled row by row, so that no row need be kept.
template <typename Row>
class Filling {
public:
    Filling(std::string name, std::vector<Column<Row>> columns) : columns_(std::move(columns)) {
        table_.name = std::move(name);
        table_.columns.reserve(columns_.size());
        for (const Column<Row>& described : columns_) {
            Table::Column& column = table_.columns.emplace_back();
            column.name = described.name;
            column.type = described.type;
            column.categories = described.categories;
        }
    }
    /// Room for so many rows.
    void reserve(std::size_t rows) {
        for (Table::Column& column : table_.columns) {
            column.valid.reserve(rows);
            switch (column.type) {
                case Table::Type::text:
                case Table::Type::category: column.text.reserve(rows); break;
                case Table::Type::boolean: column.boolean.reserve(rows); break;
                case Table::Type::int32:
                case Table::Type::date: column.int32.reserve(rows); break;
                case Table::Type::float64: column.float64.reserve(rows); break;
                case Table::Type::texts: column.texts.reserve(rows); break;
            }
        }
    }
    void add(const Row& row) {
        limits::look();
        for (std::size_t index = 0; index < columns_.size(); ++index) columns_[index].put(table_.columns[index], row);
        ++table_.rows;
    }
    Table done() { return std::move(table_); }

private:
    std::vector<Column<Row>> columns_;
    Table table_;
};

}  // namespace brecha::report
