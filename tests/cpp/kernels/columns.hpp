// Columns written out by hand, for tests.
#pragma once

#include "kernels/access.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/lists.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::test {

/// "TFU": one letter a row; N: not owed.
inline plans::Column truths(kernels::Arena& arena, std::string_view letters) {
    kernels::TruthOutput column(arena, letters.size());
    for (std::size_t row = 0; row < letters.size(); ++row) {
        const char letter = letters[row];
        column.set(row, letter == 'T'   ? kernels::Truth::holds
                        : letter == 'F' ? kernels::Truth::fails
                        : letter == 'N' ? kernels::Truth::not_owed
                                        : kernels::Truth::unknown);
    }
    return column.done();
}

inline std::string letters(const plans::Column& column) {
    std::string text;
    for (std::size_t row = 0; row < column.rows; ++row) {
        switch (kernels::TruthInput(column)[row]) {
            case kernels::Truth::holds: text += 'T'; break;
            case kernels::Truth::fails: text += 'F'; break;
            case kernels::Truth::not_owed: text += 'N'; break;
            case kernels::Truth::unknown: text += 'U'; break;
        }
    }
    return text;
}

struct Bounds {
    long low = 0, high = 0;
};
constexpr long no_bound = 1'000'000'000;

/// Numbers; nothing is missing.
inline plans::Column numbers(kernels::Arena& arena, const std::vector<std::optional<Bounds>>& values) {
    kernels::Output<model::Decimal> column(arena, values.size());
    const auto end = [](long value) {
        return value >= no_bound    ? model::decimal_greatest
               : value <= -no_bound ? model::decimal_least
                                    : model::Decimal(value) * model::decimal_one;
    };
    for (std::size_t row = 0; row < values.size(); ++row)
        if (values[row]) column.set(row, end(values[row]->low), end(values[row]->high));
    return column.done();
}
inline std::optional<Bounds> exactly(long value) { return Bounds{value, value}; }

inline std::string range(const plans::Column& column, std::size_t row) {
    const auto value = kernels::Input<model::Decimal>(column)[row];
    if (!value.known()) {
        if (value.state == kernels::State::no_items) return "no items";
        return value.state == kernels::State::none ? "none" : "missing";
    }
    const auto end = [](model::Decimal one) {
        return one >= model::decimal_greatest ? std::string("any")
               : one <= model::decimal_least  ? std::string("-any")
                                              : model::decimal_to_text(one);
    };
    return value.exact() ? end(value.low) : end(value.low) + ".." + end(value.high);
}

/// One list that holds all rows of a column of `count` elements, with `least` to `most` more (-1: any number).
inline kernels::List one_list(kernels::Arena& arena, std::size_t count, long least = 0, long most = 0) {
    kernels::List list;
    list.rows = 1;
    list.begin = arena.allocate_zero<std::uint32_t>(1);
    list.end = arena.allocate_zero<std::uint32_t>(1);
    list.end[0] = static_cast<std::uint32_t>(count);
    if (most != 0) {
        list.more_least = arena.allocate_zero<std::int64_t>(1);
        list.more_most = arena.allocate_zero<std::int64_t>(1);
        list.more_least[0] = least;
        list.more_most[0] = most < 0 ? plans::integer_greatest : most;
    }
    return list;
}

}  // namespace brecha::test
