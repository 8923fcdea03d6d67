// "Every x of a list where C has f at least t", and "some x …", with one t for all of them: what the elements reach is
// found once, whatever t is asked, and a comparison with it is the answer. For runs that need no reasons: which element
// decided is not to be seen.
#pragma once

#include "kernels/aggregate.hpp"
#include "kernels/compare.hpp"

namespace brecha::kernels {

/// A quantifier over one comparison, between a value of the element (Group::body) and one that all elements share.
struct Quantified {
    bool every = true;           // else: some
    bool element_first = false;  // "value < other" or "value <= other"; else "other < value", "other <= value"
};

/// For each row the range that stands for its elements: between its ends a comparison with one exact number is open.
/// Missing where the elements must be looked at one by one, as more is known of them than their bounds.
plans::Column reach(Arena& arena, const Group& group, Quantified quantified);

/// What any() or all() says of the comparison of each element. `reached`: from reach(), of the same group; `other`: a
/// row a list, or one for all. `comparison`: less or at_most, of values in plain order.
plans::Column compare_each(Arena& arena, const Group& group, Quantified quantified, Comparison comparison,
                           const plans::Column& reached, const plans::Column& other);
/// The same for words [first, first + holds.size()) of its rows.
void compare_each_words(const Group& group, Quantified quantified, Comparison comparison, const plans::Column& reached,
                        const plans::Column& other, std::size_t first, plans::Words holds, plans::Words fails);

}  // namespace brecha::kernels
