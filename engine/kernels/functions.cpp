#include "kernels/functions.hpp"

#include "kernels/sequences.hpp"

#include <stdexcept>
#include <string>

namespace brecha::kernels {

using words::Function;

namespace {

/// A function that has a row of this shape in the table and no case here.
std::logic_error of_another_shape(Function function) {
    return std::logic_error("no kernel carries out " + std::string(words::row_of(function).printed));
}

}  // namespace

plans::Column function(Arena& arena, Function function, std::span<const Operand> operands,
                       const model::DateRules& rules, std::size_t rows) {
    const Operand& first = operands.front();
    const plans::Column& second = operands.back().column;
    switch (function) {
        case Function::year: return year(arena, first.column, rows);
        case Function::month: return month(arena, first.column, rows);
        case Function::days: return days(arena, first.column, rows);
        case Function::hours: return hours(arena, first.column, rows);
        case Function::date_of: return date_of(arena, first.column, rows);
        case Function::years_between: return months_between(arena, first.column, second, true, rules.month_end, rows);
        case Function::months_between: return months_between(arena, first.column, second, false, rules.month_end, rows);
        case Function::absolute: return absolute(arena, first.column, rows);
        case Function::round: return round(arena, first.column, Rounding::nearest, rows);
        case Function::round_up: return round(arena, first.column, Rounding::up, rows);
        case Function::round_down: return round(arena, first.column, Rounding::down, rows);
        case Function::smaller: return extreme(arena, first.column, second, order_of(first.form), false, rows);
        case Function::larger: return extreme(arena, first.column, second, order_of(first.form), true, rows);
        case Function::share_of: return share_of(arena, first.column, second, rows);
        default: throw of_another_shape(function);
    }
}

std::optional<Opened> sequence(Arena& arena, Function function, std::span<const Operand> operands,
                               const model::DateRules& rules, std::size_t rows, std::size_t limit) {
    const plans::Column& first = operands.front().column;
    const plans::Column& last = operands.back().column;
    switch (function) {
        case Function::years: return years(arena, first, last, false, rows, limit);
        case Function::full_years: return years(arena, first, last, true, rows, limit);
        case Function::numbers: return numbers(arena, first, last, rows, limit);
        case Function::dates: return dates(arena, first, operands[1].column, last, rules, rows, limit);
        default: throw of_another_shape(function);
    }
}

plans::Column function_of_list(Arena& arena, Function function, const Group& group) {
    switch (function) {
        case Function::longest_gap: return longest_gap(arena, group);
        default: throw of_another_shape(function);
    }
}

}  // namespace brecha::kernels
