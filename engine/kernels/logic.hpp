// Strong Kleene logic on columns of truths. It stands here and nowhere else.
//
// and: fails where one fails, holds where all hold; or: holds where one holds, fails where all fail; else unknown.
// Inputs have `rows` rows or one; outputs never alias inputs.
#pragma once

#include "kernels/access.hpp"

#include <vector>

namespace brecha::kernels {

plans::Column conjunction(Arena& arena, const std::vector<const plans::Column*>& operands, std::size_t rows);
plans::Column disjunction(Arena& arena, const std::vector<const plans::Column*>& operands, std::size_t rows);
plans::Column negation(Arena& arena, const plans::Column& operand, std::size_t rows);
/// "if C then P" as a whole clause: C fails: not owed; C holds: P; C unknown: P where it holds or is not owed, else
/// unknown.
plans::Column owed_if(Arena& arena, const plans::Column& condition, const plans::Column& truth, std::size_t rows);
/// "if C then A else B" of truths: C unknown: what both agree on.
plans::Column choose_truth(Arena& arena, const plans::Column& condition, const plans::Column& yes,
                           const plans::Column& no, std::size_t rows);
/// "A otherwise B": B where A is unknown; in rows that are `not_given` only where there is none for certain.
plans::Column otherwise_truth(Arena& arena, const plans::Column& truth, const plans::Column& fallback,
                              plans::Words not_given, std::size_t rows);
/// "is given": there is a value, or one that is withheld; fails where it is known that there is none.
plans::Column given(Arena& arena, const plans::Column& value, std::size_t rows);

inline Truth and_(Truth left, Truth right) {
    if (left == Truth::fails || right == Truth::fails) return Truth::fails;
    return left == Truth::holds && right == Truth::holds ? Truth::holds : Truth::unknown;
}

inline Truth not_(Truth truth) {
    return truth == Truth::holds ? Truth::fails : truth == Truth::fails ? Truth::holds : truth;
}

}  // namespace brecha::kernels
