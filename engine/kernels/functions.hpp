// The built-in functions, by their rows in words/function_table.hpp: a case each.
#pragma once

#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"
#include "kernels/lists.hpp"

#include "words/function_table.hpp"

#include <span>

namespace brecha::kernels {

/// Of single values, row by row.
plans::Column function(Arena& arena, words::Function function, std::span<const Operand> operands,
                       const model::DateRules& rules, std::size_t rows);

/// A list made of single values.
std::optional<Opened> sequence(Arena& arena, words::Function function, std::span<const Operand> operands,
                               const model::DateRules& rules, std::size_t rows, std::size_t limit);

/// What the elements of a list come to.
plans::Column function_of_list(Arena& arena, words::Function function, const Group& group);

}  // namespace brecha::kernels
